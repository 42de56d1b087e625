#pragma once

#include <concepts>
#include <cstdint>
#include <string_view>
#include <tuple>
#include <type_traits>

#include "core/io/json_word.h"
#include "core/model/dataset.h"

namespace proviso::io {

// What a record consists of, said once: `kFields<Claim>` lists the fields of a claim in the order
// of data/schema.json, and `Fields(visitor, claim)` shows them to a visitor one by one. Reader,
// linker, writer and paraphrase guard are visitors, so they cannot disagree. A field's position is
// its bit in `Given`.
//
// The lists are constants rather than calls with arguments: as calls, in which every name and rule
// is built anew, the reader took a megabyte of WebAssembly.

enum class Pattern : std::uint8_t {
  kAny,
  kId,
  kOwnId,
  kDate,
  kDigest,
  kSketch,
  kUrl,
  kLanguage,
  kVersion
};

inline constexpr std::uint32_t kNoLimit = 0xFFFFFFFFu;

/// What data/schema.json demands of one field.
struct Rule {
  bool required = false;
  Pattern pattern = Pattern::kAny;  ///< Of a text, or of each text in a list.
  std::uint32_t min = 0,
                max = kNoLimit;       ///< Of a number, of a text's characters, of a list's items.
  std::uint32_t item_max = kNoLimit;  ///< Characters of each text in a list.
  bool unique = false;                ///< No item of the list occurs twice.
  bool sorted = false;                ///< The canonical form sorts the list.
  std::string_view word = {};         ///< The only text allowed, or the one for "no record".
  std::string_view code = "schema";   ///< Of the problem if the list has too few or too many.
  bool item = false;                  ///< The rule is that of an item of the list so named.
  unsigned minor = 0;                 ///< The minor version of the format that brought it.
};

inline constexpr unsigned kNewestMinor = 1;  ///< Of the format that is read and written.

inline constexpr std::uint32_t kGloss = 400;
inline constexpr std::uint32_t kLongestQuote = 4000;
inline constexpr Rule kKeywords{.max = 20, .item_max = 40, .unique = true, .minor = 1};

template <class T, class Record>
concept IsA = std::same_as<std::remove_const_t<T>, Record>;

using FieldName = JsonWord<16>;

/// A field that is a member of its record.
template <class R, class T>
struct Member {
  constexpr Member(FieldName field_name, T R::*field, Rule field_rule = {})
      : name(field_name), rule(field_rule), member(field) {}
  template <class Record>
  constexpr auto& Of(Record& record) const {
    return record.*member;
  }

  FieldName name;
  Rule rule;
  T R::*member;
};

/// A field whose value is reached otherwise.
template <class Reach>
struct Part {
  constexpr Part(FieldName field_name, Reach field, Rule field_rule = {})
      : name(field_name), rule(field_rule), reach(field) {}
  template <class Record>
  constexpr decltype(auto) Of(Record& record) const {
    return reach(record);
  }

  FieldName name;
  Rule rule;
  Reach reach;
};

// clang-format off: one field a line.

template <class R>
inline constexpr std::tuple<> kFields{};

/// `dataset.coding`, which lies flat in `DatasetInfo`.
template <class Info>
struct DatasetCoding {
  Info* info;
};

template <class Whole>
inline constexpr auto kFields<DatasetCoding<Whole>> = std::tuple(
    Part("scale", [](auto& r) -> auto& { return r.info->scale; },
         {.required = true, .word = "modality-1"}),
    Part("coders", [](auto& r) -> auto& { return r.info->coders; }, {.required = true, .min = 1}),
    Part("finished", [](auto& r) -> auto& { return r.info->finished; },
         {.pattern = Pattern::kDate}),
    Part(
        "protocol", [](auto& r) -> auto& { return r.info->protocol; }));

template <>
inline constexpr auto kFields<DatasetInfo> = std::tuple(
    Member("id", &DatasetInfo::id, {.required = true, .pattern = Pattern::kId}),
    Member("title", &DatasetInfo::title, {.required = true}),
    Member("rights", &DatasetInfo::rights), Member("note", &DatasetInfo::note),
    Part("coding", [](auto& r) { return DatasetCoding<std::remove_reference_t<decltype(r)>>{&r}; },
         {.required = true}),
    Member("start", &DatasetInfo::start),
    Member("version", &DatasetInfo::version, {.required = true, .pattern = Pattern::kVersion}),
    Member("creators", &DatasetInfo::creators, {.min = 1, .minor = 1}),
    Member("licence", &DatasetInfo::licence, {.min = 1, .max = 80, .minor = 1}),
    Member("doi", &DatasetInfo::doi, {.min = 1, .max = 200, .minor = 1}),
    Member("keywords", &DatasetInfo::keywords, kKeywords));

template <>
inline constexpr auto kFields<Maker> =
    std::tuple(Member("name", &Maker::name, {.required = true, .min = 1}),
               Member("orcid", &Maker::orcid, {.min = 1, .max = 40}),
               Member("affiliation", &Maker::affiliation, {.min = 1, .max = 400}));

template <>
inline constexpr auto kFields<Paragraph> = std::tuple(
    Member("start", &Paragraph::start, {.required = true}),
    Member("end", &Paragraph::end, {.required = true, .min = 1}), Member("role", &Paragraph::role));

template <>
inline constexpr auto kFields<DocumentText> = std::tuple(
    Member("normalisation", &DocumentText::normalisation, {.required = true, .word = "norm-1"}),
    Member("codePoints", &DocumentText::code_points, {.required = true, .min = 1}),
    Member("sha256", &DocumentText::sha256, {.required = true, .pattern = Pattern::kDigest}),
    Member("obtainedFrom", &DocumentText::obtained_from),
    Member("paragraphs", &DocumentText::paragraphs),
    Member("content", &DocumentText::content, {.min = 1, .minor = 1}));

template <>
inline constexpr auto kFields<Document> = std::tuple(
    Member("id", &Document::id, {.required = true, .pattern = Pattern::kOwnId}),
    Member("title", &Document::title, {.required = true}),
    Member("creators", &Document::creators, {.required = true, .min = 1}),
    Member("published", &Document::published, {.pattern = Pattern::kDate}),
    Member("container", &Document::container),
    Member("url", &Document::url, {.pattern = Pattern::kUrl}),
    Member("language", &Document::language, {.required = true, .pattern = Pattern::kLanguage}),
    Member("rights", &Document::rights), Member("text", &Document::text, {.required = true}),
    Member("genre", &Document::genre, {.max = 80}),
    Member("dateBasis", &Document::date_basis, {.max = 400}),
    Member("notes", &Document::notes, {.item_max = 400}), Member("coded", &Document::coded),
    Member("quoting", &Document::quoting, {.minor = 1}));

template <>
inline constexpr auto kFields<Passage> = std::tuple(
    Member("id", &Passage::id, {.required = true, .pattern = Pattern::kOwnId}),
    Member("document", &Passage::document, {.required = true}),
    Member("start", &Passage::start, {.required = true}),
    Member("end", &Passage::end, {.required = true, .min = 1}),
    Member("letters", &Passage::letters, {.required = true, .min = 1}),
    Member("sha256", &Passage::sha256, {.required = true, .pattern = Pattern::kDigest}),
    Member("sketch", &Passage::sketch, {.pattern = Pattern::kSketch, .max = 8, .unique = true}),
    Member("section", &Passage::section), Member("paragraph", &Passage::paragraph, {.min = 1}),
    Member("role", &Passage::role), Member("repeats", &Passage::repeats),
    Member("quality", &Passage::quality), Member("note", &Passage::note, {.min = 1, .max = kGloss}),
    Member("keywords", &Passage::keywords, kKeywords),
    Member("quote", &Passage::quote, {.min = 1, .max = kLongestQuote, .minor = 1}));

template <>
inline constexpr auto kFields<Affiliation> = std::tuple(Member("as", &Affiliation::as,
                                                               {.required = true, .max = 160}),
                                                        Member("passage", &Affiliation::passage));

template <>
inline constexpr auto kFields<Actor> = std::tuple(
    Member("id", &Actor::id, {.required = true, .pattern = Pattern::kOwnId}),
    Member("kind", &Actor::kind, {.required = true}),
    Member("name", &Actor::name, {.required = true}), Member("aliases", &Actor::aliases),
    Member("partOf", &Actor::part_of),
    Member("sameAs", &Actor::same_as, {.pattern = Pattern::kUrl}),
    Member("distinctFrom", &Actor::distinct_from, {.unique = true, .sorted = true}),
    Member("affiliations", &Actor::affiliations), Member("keywords", &Actor::keywords, kKeywords));

template <>
inline constexpr auto kFields<Near> = std::tuple(Member("to", &Near::to, {.required = true}),
                                                 Member("how", &Near::how, {.required = true}));

template <>
inline constexpr auto kFields<Proposition> = std::tuple(
    Member("id", &Proposition::id, {.required = true, .pattern = Pattern::kOwnId}),
    Member("label", &Proposition::label, {.required = true, .max = 80}),
    Member("kind", &Proposition::kind, {.required = true}),
    Member("gloss", &Proposition::gloss, {.min = 1, .max = kGloss}),
    Member("actors", &Proposition::actors),
    Member("window", &Proposition::window, {.pattern = Pattern::kDate}),
    Member("excludes", &Proposition::excludes, {.sorted = true}),
    Member("role", &Proposition::role),
    Member("topics", &Proposition::topics, {.unique = true, .sorted = true}),
    Member("near", &Proposition::near), Member("tense", &Proposition::tense, {.minor = 1}),
    Member("short", &Proposition::short_label, {.min = 1, .max = 32, .minor = 1}),
    Member("negated", &Proposition::negated, {.min = 1, .max = 80, .minor = 1}),
    Member("ifTrue", &Proposition::if_true, {.min = 1, .max = 120, .minor = 1}),
    Member("ifFalse", &Proposition::if_false, {.min = 1, .max = 120, .minor = 1}),
    Member("keywords", &Proposition::keywords, kKeywords));

template <>
inline constexpr auto kFields<Condition> =
    std::tuple(Member("id", &Condition::id, {.required = true, .pattern = Pattern::kOwnId}),
               Member("form", &Condition::form, {.required = true}),
               Member("antecedents", &Condition::antecedents,
                      {.required = true, .min = 1, .unique = true, .sorted = true}),
               Member("unless", &Condition::unless, {.unique = true, .sorted = true}),
               Member("consequent", &Condition::consequent, {.required = true}),
               Member("contrast", &Condition::contrast), Member("mechanism", &Condition::mechanism),
               Member("gloss", &Condition::gloss, {.min = 1, .max = kGloss}),
               Member("graded", &Condition::graded),
               Member("topics", &Condition::topics, {.unique = true, .sorted = true}),
               Member("tier", &Condition::tier));

template <>
inline constexpr auto kFields<Step> = std::tuple(Member("actor", &Step::actor, {.required = true}),
                                                 Member("stance", &Step::stance,
                                                        {.required = true}),
                                                 Member("cue", &Step::cue, {.max = 40}),
                                                 Member("hedge", &Step::hedge, {.max = 40}));

template <>
inline constexpr auto kFields<Coding> = std::tuple(Member("by", &Coding::by),
                                                   Member("confidence", &Coding::confidence),
                                                   Member("note", &Coding::note));

/// `about.comparison`, which lies flat in `About`.
template <class A>
struct Comparison {
  A* about;
};

template <class Whole>
inline constexpr auto kFields<Comparison<Whole>> =
    std::tuple(Part("more", [](auto& r) -> auto& { return r.about->more; }, {.required = true}),
               Part(
                   "less", [](auto& r) -> auto& { return r.about->less; }));

/// Exactly one of them; their order is that of `AboutKind`.
template <>
inline constexpr auto kFields<About> =
    std::tuple(Member("proposition", &About::literal), Member("condition", &About::condition),
               Member("quantity", &About::quantity), Part("comparison", [](auto& r) {
                 return Comparison<std::remove_reference_t<decltype(r)>>{&r};
               }));

template <>
inline constexpr auto kFields<Claim> = std::tuple(
    Member("id", &Claim::id, {.required = true, .pattern = Pattern::kOwnId}),
    Member("passages", &Claim::passages, {.required = true, .min = 1, .code = "I9"}),
    Member("attribution", &Claim::attribution,
           {.required = true, .min = 1, .max = 5, .code = "I3"}),
    Member("about", &Claim::about, {.required = true}),
    Member("modality", &Claim::modality, {.required = true}),
    Member("hedges", &Claim::hedges, {.item_max = 40}), Member("act", &Claim::act),
    Member("basis", &Claim::basis), Member("asOf", &Claim::as_of, {.pattern = Pattern::kDate}),
    Member("gloss", &Claim::gloss, {.required = true, .min = 1, .max = kGloss}),
    Member("coding", &Claim::coding),
    Member("topics", &Claim::topics, {.unique = true, .sorted = true}),
    Member("tier", &Claim::tier), Member("kind", &Claim::kind),
    Member("evidence", &Claim::evidence), Member("inferred", &Claim::inferred, {.unique = true}));

template <>
inline constexpr auto kFields<Relation> =
    std::tuple(Member("id", &Relation::id, {.required = true, .pattern = Pattern::kOwnId}),
               Member("type", &Relation::type, {.required = true}),
               Member("from", &Relation::from, {.required = true, .code = "I11"}),
               Member("to", &Relation::to, {.required = true, .code = "I11"}),
               Member("by", &Relation::by, {.required = true, .word = "coder"}),
               Member("scheme", &Relation::scheme), Member("passages", &Relation::passages),
               Member("strength", &Relation::strength),
               Member("note", &Relation::note, {.min = 1, .max = kGloss}));

template <>
inline constexpr auto kFields<Participant> =
    std::tuple(Member("actor", &Participant::actor, {.required = true}),
               Member("role", &Participant::role, {.required = true}));

template <>
inline constexpr auto kFields<Event> = std::tuple(
    Member("id", &Event::id, {.required = true, .pattern = Pattern::kOwnId}),
    Member("proposition", &Event::proposition, {.required = true}),
    Member("when", &Event::when, {.pattern = Pattern::kDate}), Member("place", &Event::place),
    Member("participants", &Event::participants), Member("basis", &Event::basis, {.max = 400}),
    Member("status", &Event::status), Member("passages", &Event::passages, {.unique = true}));

template <>
inline constexpr auto kFields<Quantity> = std::tuple(
    Member("id", &Quantity::id, {.required = true, .pattern = Pattern::kOwnId}),
    Member("measure", &Quantity::measure, {.required = true}), Member("value", &Quantity::value),
    Member("low", &Quantity::low), Member("high", &Quantity::high),
    Member("approx", &Quantity::approx), Member("unit", &Quantity::unit, {.required = true}),
    Member("asOf", &Quantity::as_of, {.pattern = Pattern::kDate}),
    Member("baseline", &Quantity::baseline, {.max = 160}), Member("forecast", &Quantity::forecast));

template <>
inline constexpr auto kFields<Topic> =
    std::tuple(Member("id", &Topic::id, {.required = true, .pattern = Pattern::kOwnId}),
               Member("label", &Topic::label, {.required = true, .max = 80}),
               Member("gloss", &Topic::gloss, {.min = 1, .max = kGloss}));

template <>
inline constexpr auto kFields<Question> =
    std::tuple(Member("id", &Question::id, {.required = true, .pattern = Pattern::kOwnId}),
               Member("title", &Question::title, {.required = true, .max = 120}),
               Member("text", &Question::text, {.required = true, .min = 1, .max = kGloss}),
               Member("state", &Question::state, {.required = true, .max = 2000}),
               Member("tour", &Question::tour, {.min = 1, .max = 7}));

// clang-format on

/// True for the structs that have fields of their own: objects in JSON.
template <class R>
concept IsObject = std::tuple_size_v<std::remove_const_t<decltype(kFields<std::remove_const_t<R>>)>>
!= 0;

/// The bits in `Given` of fields that are members.
template <class R, class... T>
constexpr Given GivenIf(T R::*... members) {
  Given given;
  unsigned bit = 0;
  const auto look = [&](const auto& field) {
    if constexpr (requires { field.member; }) {
      const auto same = [&](auto member) {
        if constexpr (std::is_same_v<decltype(member), std::remove_const_t<decltype(field.member)>>)
          if (member == field.member) given.add(bit);
      };
      (same(members), ...);
    }
    ++bit;
  };
  std::apply([&](const auto&... field) { (look(field), ...); }, kFields<R>);
  return given;
}
static_assert(GivenIf(&Claim::evidence).has(Claim::kEvidence));
static_assert(GivenIf(&Proposition::tense).has(Proposition::kTense));

/// The bits in `Given` of fields that came with a minor version after 0.
template <class R>
constexpr std::uint32_t LaterFields() {
  std::uint32_t bits = 0, bit = 1;
  const auto look = [&](const auto& field) {
    if (field.rule.minor > 0) bits |= bit;
    bit <<= 1;
  };
  std::apply([&](const auto&... field) { (look(field), ...); }, kFields<R>);
  return bits;
}

/// Shows the fields of `record` to `visitor`, then its extensions if it takes any.
template <class V, IsObject R>
void Fields(V& visitor, R& record) {
  const auto show = [&](const auto& field) {
    decltype(auto) value = field.Of(record);
    visitor.Field(field.name, value, field.rule);
  };
  std::apply([&](const auto&... field) { (show(field), ...); }, kFields<std::remove_const_t<R>>);
  if constexpr (requires { record.extensions; }) visitor.Extensions(record.extensions);
}

/// The same for the root, whose tables a visitor goes through as it likes.
template <class V, IsA<Dataset> R>
void Fields(V& v, R& r) {
  static constexpr Rule kRequired{.required = true};
  static constexpr Rule kNotEmpty{.required = true, .min = 1};
  static constexpr Rule kOptional{};
  v.Format("format");
  v.FormatVersion("formatVersion", r.format_version);
  v.Field("dataset", r.info, kRequired);
  v.Records("documents", Table::kDocuments, r.documents, kNotEmpty);
  v.Records("passages", Table::kPassages, r.passages, kRequired);
  v.Records("actors", Table::kActors, r.actors, kRequired);
  v.Records("propositions", Table::kPropositions, r.propositions, kRequired);
  v.Records("conditions", Table::kConditions, r.conditions, kRequired);
  v.Records("claims", Table::kClaims, r.claims, kRequired);
  v.Records("relations", Table::kRelations, r.relations, kOptional);
  v.Records("events", Table::kEvents, r.events, kOptional);
  v.Records("quantities", Table::kQuantities, r.quantities, kOptional);
  v.Records("topics", Table::kTopics, r.topics, kOptional);
  v.Records("questions", Table::kQuestions, r.questions, kOptional);
  v.Extensions(r.extensions);
}

/// Notes which fields `record` was given, if it keeps an account of that.
template <class R>
void SetGiven(std::uint32_t bits, R* record) {
  if constexpr (requires { record->info->coding_given; }) {
    record->info->coding_given.bits = bits;
  } else if constexpr (requires { record->given; }) {
    record->given.bits = bits;
  }
}

/// The fields that `record` was given.
template <class R>
Given GivenOf(const R& record) {
  if constexpr (requires { record.info->coding_given; }) {
    return record.info->coding_given;
  } else if constexpr (requires { record.about->more; }) {
    return {record.about->less ? 3u : 1u};
  } else if constexpr (IsA<R, About>) {
    return {1u << static_cast<unsigned>(record.kind)};
  } else if constexpr (requires { record.given; }) {
    return record.given;
  } else {
    return {~0u};  // Every field is required.
  }
}

}  // namespace proviso::io
