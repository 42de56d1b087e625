#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/arena.h"
#include "core/base/id.h"
#include "core/model/words.h"

namespace proviso {

// Source: data/FORMAT.md. Fields have their names and meanings from there; nothing here repeats
// them.

using Text = std::string_view;  ///< UTF-8; lives as long as the `Dataset`.
using Date = std::string_view;  ///< EDTF subset as written; `ParseDate` reads it.

using DocumentId = Id<struct DocumentTag>;
using PassageId = Id<struct PassageTag>;
using ActorId = Id<struct ActorTag>;
using PropositionId = Id<struct PropositionTag>;
using ConditionId = Id<struct ConditionTag>;
using ClaimId = Id<struct ClaimTag>;
using RelationId = Id<struct RelationTag>;
using EventId = Id<struct EventTag>;
using QuantityId = Id<struct QuantityTag>;
using TopicId = Id<struct TopicTag>;
using QuestionId = Id<struct QuestionTag>;

/// The tables, in the order of the file.
enum class Table : std::uint8_t {
  kDocuments,
  kPassages,
  kActors,
  kPropositions,
  kConditions,
  kClaims,
  kRelations,
  kEvents,
  kQuantities,
  kTopics,
  kQuestions
};
inline constexpr std::size_t kTableCount = 11;
template <>
inline constexpr std::array<std::string_view, kTableCount> kWords<Table>{
    "documents", "passages", "actors",     "propositions", "conditions", "claims",
    "relations", "events",   "quantities", "topics",       "questions"};

/// A record of any table.
struct RecordRef {
  Table table = Table::kDocuments;
  std::uint32_t index = 0xFFFFFFFFu;

  constexpr explicit operator bool() const { return index != 0xFFFFFFFFu; }
  friend constexpr auto operator<=>(const RecordRef&, const RecordRef&) = default;
};

/// A proposition or its negation, in one word; `index()` numbers literals densely from 0.
class Literal {
 public:
  constexpr Literal() = default;
  constexpr explicit Literal(PropositionId p, bool negated = false)
      : code_(p ? (p.index() << 1 | (negated ? 1u : 0u)) : kNone) {}

  constexpr PropositionId proposition() const {
    return code_ == kNone ? PropositionId() : PropositionId(code_ >> 1);
  }
  constexpr bool negated() const { return (code_ & 1u) != 0; }
  constexpr std::uint32_t index() const { return code_; }
  constexpr Literal operator!() const { return Literal(proposition(), !negated()); }
  constexpr explicit operator bool() const { return code_ != kNone; }
  friend constexpr auto operator<=>(Literal, Literal) = default;

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFFu;
  std::uint32_t code_ = kNone;
};

/// Which fields a record was given, a bit a field in the order of data/schema.json.
///
/// An absent field and one that holds its default mean the same, and the writer keeps each as it
/// came: nothing that a person typed is lost.
struct Given {
  std::uint32_t bits = 0;
  constexpr bool has(unsigned field) const { return (bits >> field & 1u) != 0; }
  constexpr void add(unsigned field) { bits |= 1u << field; }
};

struct Paragraph {
  std::uint32_t start = 0;  ///< norm-1 code points, half-open.
  std::uint32_t end = 0;
  PassageRole role = PassageRole::kBody;
  Given given;
};

struct DocumentText {
  Text normalisation;
  std::uint32_t code_points = 0;
  Text sha256;
  Text obtained_from;
  std::span<const Paragraph> paragraphs;
  std::span<const Text> content;  ///< The text itself, an item a paragraph; only where it may be.
  Given given;
};

struct Document {
  Text id, title;
  std::span<const ActorId> creators;
  Date published;
  Text container, url, language, rights;
  DocumentText text;
  Text genre, date_basis;
  std::span<const Text> notes;
  Coded coded = Coded::kPartial;
  Quoting quoting = Quoting::kNone;  ///< Whether its words may stand in the dataset.
  Text extensions;                   ///< The `x-` members as one JSON object; empty if none.
  Given given;
};

struct Passage {
  Text id;
  DocumentId document;
  std::uint32_t start = 0, end = 0;  ///< norm-1 code points, half-open.
  std::uint32_t letters = 0;         ///< Length of the slice's skeleton, in code points.
  Text sha256;
  std::span<const Text> sketch;
  Text section;
  std::uint32_t paragraph = 0;  ///< From 1; 0 if not given.
  PassageRole role = PassageRole::kBody;
  PassageId repeats;
  Quality quality = Quality::kSound;
  Text note;
  std::span<const Text> keywords;
  Text quote;  ///< Its words; only where the document may be quoted.
  Given given;
};

struct Affiliation {
  Text as;
  PassageId passage;
  Given given;
};

struct Actor {
  Text id;
  ActorKind kind = ActorKind::kPerson;
  Text name;
  std::span<const Text> aliases;
  ActorId part_of;
  std::span<const Text> same_as;
  std::span<const ActorId> distinct_from;
  std::span<const Affiliation> affiliations;
  std::span<const Text> keywords;
  Text extensions;
  Given given;
};

struct Near {
  PropositionId to;
  Nearness how = Nearness::kWider;
};

struct Proposition {
  Text id, label;
  PropositionKind kind = PropositionKind::kAction;
  Text gloss;
  std::span<const ActorId> actors;
  Date window;
  std::span<const PropositionId> excludes;
  Role role = Role::kBackground;  ///< Only where `given`; see `Levers`.
  std::span<const TopicId> topics;
  std::span<const Near> near;
  Tense tense = Tense::kFuture;  ///< Only where `has_tense`; voice/tense.h says it elsewhere.
  Text short_label;
  Text negated;            ///< The label of its negation.
  Text if_true, if_false;  ///< The clause behind "if" for it and for its negation.
  std::span<const Text> keywords;
  Text extensions;
  Given given;

  static constexpr unsigned kTense = 10;  ///< Its bit in `given`; core/io/fields.h checks it.

  bool has_tense() const { return given.has(kTense); }
};

/// A link: antecedents → consequent, unless …; a claim says who makes it.
struct Condition {
  Text id;
  Form form = Form::kIf;
  std::span<const Literal> antecedents;
  std::span<const Literal> unless;
  Literal consequent;
  bool contrast = true;
  Mechanism mechanism = Mechanism::kOther;
  Text gloss;
  bool graded = false;
  std::span<const TopicId> topics;
  Tier tier = Tier::kLinked;
  Given given;
};

/// One link of an attribution chain.
struct Step {
  ActorId actor;
  Stance stance = Stance::kAsserts;
  Text cue;
  Text hedge;  ///< Makes the attribution itself unsure, not the content.
  Given given;
};

enum class AboutKind : std::uint8_t { kProposition, kCondition, kQuantity, kComparison };

/// What a claim is about: exactly one of four.
struct About {
  AboutKind kind = AboutKind::kProposition;
  Literal literal;        ///< kProposition
  ConditionId condition;  ///< kCondition
  QuantityId quantity;    ///< kQuantity
  RecordRef more, less;   ///< kComparison: conditions or propositions; `less` may be none.
};

struct Coding {
  Text by;
  Confidence confidence = Confidence::kMedium;
  Text note;
  Given given;
};

/// Who says something, how firmly, where.
struct Claim {
  Text id;
  std::span<const PassageId> passages;
  std::span<const Step> attribution;  ///< Outermost first; the last is the holder.
  About about;
  Modality modality = Modality::kStated;
  std::span<const Text> hedges;
  Act act = Act::kAssertive;
  Basis basis = Basis::kUnstated;
  Date as_of;
  Text gloss;
  Coding coding;
  std::span<const TopicId> topics;
  Tier tier = Tier::kLinked;
  ClaimKind kind = ClaimKind::kAssessment;
  Evidence evidence = Evidence::kReported;  ///< Only where `has_evidence`.
  std::span<const Inferred> inferred;
  Text extensions;
  Given given;

  static constexpr unsigned kEvidence = 14;  ///< Its bit in `given`; core/io/fields.h checks it.

  bool has_evidence() const { return given.has(kEvidence); }
  ActorId holder() const { return attribution.back().actor; }
};

struct Relation {
  Text id;
  RelationType type = RelationType::kSupports;
  ClaimId from, to;
  ActorId by;  ///< None: the coder.
  Scheme scheme = Scheme::kOther;
  std::span<const PassageId> passages;
  RelationStrength strength = RelationStrength::kClear;
  Text note;
  Given given;
};

struct Participant {
  ActorId actor;
  Text role;
};

struct Event {
  Text id;
  PropositionId proposition;
  Date when;
  Text place;
  std::span<const Participant> participants;
  Text basis;
  EventStatus status = EventStatus::kHappened;
  std::span<const PassageId> passages;
  Given given;
};

struct Quantity {
  Text id, measure;
  std::optional<double> value, low, high;
  Approx approx = Approx::kExact;
  Text unit;
  Date as_of;
  Text baseline;
  bool forecast = false;
  Given given;
};

struct Topic {
  Text id, label, gloss;
  Given given;
};

struct Question {
  Text id, title, text, state;
  std::uint32_t tour = 0;  ///< 1 … 7; 0 if it is not a step of the tour.
  Given given;
};

/// Who made a dataset, as archives ask for it.
struct Maker {
  Text name, orcid, affiliation;
  Given given;
};

struct DatasetInfo {
  Text id, title, rights, note;
  Text scale;
  std::span<const Text> coders;
  Date finished;
  Text protocol;
  PropositionId start;
  Text version;
  std::span<const Maker> creators;
  Text licence;  ///< By its SPDX name.
  Text doi;
  std::span<const Text> keywords;
  Text extensions;
  Given given, coding_given;
};

/// A checked dataset: immutable tables whose references resolve and whose invariants hold.
///
/// Only `io::Load` makes one. It can be moved, never copied; records and the texts in them stay
/// where they are when it moves.
class Dataset {
 public:
  DatasetInfo info;
  Text format_version;
  std::vector<Document> documents;
  std::vector<Passage> passages;
  std::vector<Actor> actors;
  std::vector<Proposition> propositions;
  std::vector<Condition> conditions;
  std::vector<Claim> claims;
  std::vector<Relation> relations;
  std::vector<Event> events;
  std::vector<Quantity> quantities;
  std::vector<Topic> topics;
  std::vector<Question> questions;
  Text extensions;
  Given given;

  const Document& operator[](DocumentId i) const { return documents[i.index()]; }
  const Passage& operator[](PassageId i) const { return passages[i.index()]; }
  const Actor& operator[](ActorId i) const { return actors[i.index()]; }
  const Proposition& operator[](PropositionId i) const { return propositions[i.index()]; }
  const Condition& operator[](ConditionId i) const { return conditions[i.index()]; }
  const Claim& operator[](ClaimId i) const { return claims[i.index()]; }
  const Relation& operator[](RelationId i) const { return relations[i.index()]; }
  const Event& operator[](EventId i) const { return events[i.index()]; }
  const Quantity& operator[](QuantityId i) const { return quantities[i.index()]; }
  const Topic& operator[](TopicId i) const { return topics[i.index()]; }
  const Question& operator[](QuestionId i) const { return questions[i.index()]; }

  std::size_t count(Table table) const;

  /// The record with this id, or none. Cost: one hash look-up.
  RecordRef Find(Text id) const;

  /// The id of a record, as written.
  Text IdOf(RecordRef record) const;

  Arena arena;
  /// Slots of an open-addressing table over all ids; filled by `BuildIdSlots`.
  std::vector<RecordRef> id_slots;
};

/// Fills `id_slots`, so that `Find` works; to be called once all records are in their tables.
///
/// Returns the records whose id an earlier record has (I1), in the order of the tables; `Find`
/// leads to the first.
std::vector<RecordRef> BuildIdSlots(Dataset& dataset);

/// The document that a claim stands in: that of its passages.
DocumentId DocumentOf(const Dataset& dataset, const Claim& claim);

/// True if somebody in the chain of `claim` rejects what it says.
bool Rejected(const Claim& claim);
/// True if somebody in the chain does not share it.
bool KeptApart(const Claim& claim);

/// The propositions that can be supposed: those of role lever; if none has it, every proposition in
/// an antecedent or `unless` from which a path of links leads to `outcome`, but not the outcome.
///
/// Shape: rising PropositionId, no duplicates.
std::vector<PropositionId> Levers(const Dataset& dataset, PropositionId outcome);

/// The outcome to open on: `dataset.start`, else the first proposition of role outcome, else the
/// first consequent of a link, else none.
PropositionId StartOutcome(const Dataset& dataset);

}  // namespace proviso
