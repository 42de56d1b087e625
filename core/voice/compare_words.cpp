#include "core/voice/compare_words.h"

#include <algorithm>
#include <utility>

#include "core/reason/views.h"
#include "core/voice/clause.h"
#include "core/voice/order.h"
#include "core/voice/signs.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

using Kind = SideStand::Kind;

constexpr std::size_t kLevelsAtMost = 3;

bool Negative(Kind kind) { return kind == Kind::kDenies || kind == Kind::kNoEvidence; }

/// What one claim about a proposition says outright.
Kind KindOf(const Claim& claim) {
  if (!reason::HoldsContent(claim) || DoubtOf(claim) != nullptr) return Kind::kOpen;
  if (claim.modality == Modality::kUncommitted) {
    const bool none = claim.has_evidence() && (claim.evidence == Evidence::kNoEvidence ||
                                               claim.evidence == Evidence::kNotYet);
    if (none && !claim.about.literal.negated()) return Kind::kNoEvidence;
    return claim.has_evidence() && claim.evidence == Evidence::kDenied ? Kind::kDenies
                                                                       : Kind::kOpen;
  }
  if (claim.modality > Modality::kPossible) return Kind::kOpen;
  return claim.about.literal.negated() ? Kind::kDenies : Kind::kSays;
}

/// `apart`: of different matters.
Kind Together(Kind a, Kind b, bool apart) {
  if (a == Kind::kNothing || a == b) return b;
  if (b == Kind::kNothing) return a;
  // Who denies it may also say that nothing shows it; who weighs it leaves a firmer word standing.
  if (Negative(a) && Negative(b)) return Kind::kDenies;
  if (a == Kind::kOpen) return b;
  if (b == Kind::kOpen) return a;
  return apart && a != Kind::kMixed ? Kind::kSeveral : Kind::kMixed;
}

/// Adds what is said, with the firmest level.
void AddSaid(Literal literal, Modality level, SideStand* stand) {
  for (auto& [said, firmest] : stand->said)
    if (said == literal) {
      firmest = std::min(firmest, level);
      return;
    }
  stand->said.emplace_back(literal, level);
}

/// True if the side says that the same matter is so and that it is not.
bool SaysBoth(const SideStand& stand) {
  for (const auto& [one, level] : stand.said)
    for (const auto& [other, other_level] : stand.said)
      if (one == !other) return true;
  return false;
}

std::string LevelsWords(const Say& say, const SideStand& stand) {
  std::vector<std::string> words;
  for (const std::string& level : stand.levels) words.push_back(say.Inside(level));
  return say.Chain(Key("{0}, {1}"), words);
}

/// Which way the links of a side point that end at the matters of a point.
std::string WaysWords(const Library& library, const CompareUnit& unit, bool of_b) {
  std::vector<std::string> ways;
  Outcome outcome;
  outcome.leads.assign(library.dataset.propositions.size(), 0);
  for (const ClaimId id : of_b ? unit.b : unit.a) {
    const Claim& claim = library.dataset[id];
    if (claim.about.kind != AboutKind::kCondition) continue;
    const Condition& link = library.dataset[claim.about.condition];
    outcome.target =
        (link.form == Form::kExplains ? link.antecedents.front() : link.consequent).proposition();
    const Sign sign = SignOf(library, outcome, claim).sign;
    if (!IsDrawn(sign)) continue;
    std::string way = library.say.Inside(Label(sign));
    if (std::find(ways.begin(), ways.end(), way) == ways.end()) ways.push_back(std::move(way));
  }
  return library.say.Join(ways);
}

/// The coder's contrast whose note is the title of the point; or null.
const Relation* NotedContrast(const Library& library, const CompareUnit& unit) {
  const bool differ =
      unit.verdict == CompareClass::kContradict || unit.verdict == CompareClass::kPullApart;
  if (!differ || !unit.by_coder) return nullptr;
  for (const RelationId id : unit.relations) {
    const Relation& relation = library.dataset[id];
    if (relation.type == RelationType::kContrasts && !relation.note.empty()) return &relation;
  }
  return nullptr;
}

/// The coder's note without its full stop.
std::string NoteOf(const Relation& relation) {
  std::string note(relation.note);
  if (note.back() == '.') note.pop_back();
  return note;
}

/// Makes the title of one point.
class Titler {
 public:
  Titler(const Library& library, const CompareUnit& unit)
      : library_(library),
        say_(library.say),
        unit_(unit),
        a_(StandOf(library, unit, false)),
        b_(StandOf(library, unit, true)) {}

  PointWords Make() {
    PointWords words;
    words.title = Title();
    if (!named_) words.matter = Quoted();
    words.states = std::move(states_);
    return words;
  }

 private:
  std::string Title() {
    if (unit_.b.empty()) return OfOne(a_);
    if (unit_.a.empty()) return OfOne(b_);
    const bool differ =
        unit_.verdict == CompareClass::kContradict || unit_.verdict == CompareClass::kPullApart;
    if (const Relation* contrast = NotedContrast(library_, unit_); contrast != nullptr) {
      named_ = false;
      return NoteOf(*contrast);
    }
    if (Both(Kind::kSays) && !differ && a_.said.size() == 1 && b_.said.size() == 1 &&
        a_.said[0].first == b_.said[0].first)
      return BothSay();
    if (Negative(a_.kind) && Negative(b_.kind) && !differ) return NeitherSays();
    if (Both(Kind::kOpen) && one_matter())
      return say_("Both leave open whether {0}", {Clause(unit_.matters.front())});
    if (one_matter() && Opposed())
      return say_("They differ on whether {0}", {Clause(unit_.matters.front())});
    if (!one_matter() && Stands(a_) && Stands(b_))
      return say_("One says that {0}, one that {1}", {State(a_), State(b_)});
    const bool by_links =
        !WaysWords(library_, unit_, false).empty() && !WaysWords(library_, unit_, true).empty();
    if (unit_.verdict == CompareClass::kPullApart && by_links)
      return say_("They differ on what makes it likelier that {0}", {Clauses()});
    if (differ) return say_("They differ on whether {0}", {Clauses()});
    if (unit_.verdict == CompareClass::kSameOutcome)
      return say_("The same way, on other conditions: whether {0}", {Clauses()});
    if (unit_.verdict == CompareClass::kSameMatter && ComparesLinks(unit_) && by_links)
      return say_("Both link conditions to it: whether {0}", {Clauses()});
    return say_("On whether {0}", {Clauses()});
  }

  /// The title of what one side alone speaks of.
  std::string OfOne(const SideStand& stand) {
    const std::string clause = Clauses();
    if (stand.kind == Kind::kNoEvidence) return say_("No evidence that {0}", {clause});
    if (!Stands(stand) || stand.said.size() != 1) return say_("On whether {0}", {clause});
    const auto& [literal, level] = stand.said.front();
    states_.push_back(literal);
    if (level == Modality::kWill) return SentenceOf(library_, literal);
    return say_(HedgedKey(level), {ClauseOf(library_, literal)});
  }

  std::string BothSay() {
    const Literal literal = a_.said[0].first;
    states_.push_back(literal);
    const std::string clause = ClauseOf(library_, literal);
    switch (std::max(a_.said[0].second, b_.said[0].second)) {
      case Modality::kWill:
        return say_("Both say that {0}", {clause});
      case Modality::kVeryLikely:
        return say_("Both say it is very likely that {0}", {clause});
      case Modality::kLikely:
        return say_("Both say it is likely that {0}", {clause});
      default:
        return say_("Both say it is possible that {0}", {clause});
    }
  }

  std::string NeitherSays() {
    return say_("Neither says that {0}", {Clauses(Key("{0} or that {1}"))});
  }

  bool one_matter() const { return unit_.matters.size() == 1; }
  bool Both(Kind kind) const { return a_.kind == kind && b_.kind == kind; }
  bool Opposed() const {
    return (a_.kind == Kind::kSays && Negative(b_.kind)) ||
           (b_.kind == Kind::kSays && Negative(a_.kind));
  }
  static bool Stands(const SideStand& stand) {
    return !stand.said.empty() && (stand.kind == Kind::kSays || stand.kind == Kind::kDenies ||
                                   stand.kind == Kind::kSeveral);
  }

  static std::string_view HedgedKey(Modality level) {
    if (level == Modality::kVeryLikely) return Key("It is very likely that {0}");
    return level == Modality::kLikely ? Key("It is likely that {0}")
                                      : Key("It is possible that {0}");
  }

  /// What a side says of its matters, each a clause with its level.
  std::string State(const SideStand& stand) {
    std::vector<std::string> clauses;
    for (const auto& [literal, level] : stand.said) {
      states_.push_back(literal);
      const std::string clause = ClauseOf(library_, literal);
      clauses.push_back(level == Modality::kWill ? clause
                                                 : say_.Inside(say_(HedgedKey(level), {clause})));
    }
    return say_.Join(clauses, Key("{0} and that {1}"));
  }

  std::string Clause(PropositionId p) const { return ClauseOf(library_, Literal(p)); }

  /// All matters, each a clause.
  std::string Clauses(std::string_view last = Key("{0}, and whether {1}")) const {
    std::vector<std::string> clauses;
    for (const PropositionId p : unit_.matters) clauses.push_back(Clause(p));
    return say_.Chain(last, clauses);
  }

  std::string Quoted() const {
    std::vector<std::string> labels;
    for (const PropositionId p : unit_.matters)
      labels.push_back(say_.Quoted(library_.dataset[p].label));
    return say_("On {0}##matters", {say_.Join(labels)});
  }

  const Library& library_;
  const Say& say_;
  const CompareUnit& unit_;
  SideStand a_, b_;
  std::vector<Literal> states_;
  bool named_ = true;  ///< The title names every matter.
};

/// What the verdict says of polarity: "neither says so"; or empty.
std::string_view PolarityKey(const SideStand& a, const SideStand& b) {
  if (a.kind == Kind::kSays && b.kind == Kind::kSays) return Key("both say so");
  if (Negative(a.kind) && Negative(b.kind)) return Key("neither says so");
  if (a.kind == Kind::kOpen && b.kind == Kind::kOpen) return Key("both leave it open");
  return {};
}

std::string VerdictWords(const Library& library, const CompareUnit& unit, const std::string& a,
                         const std::string& b) {
  const Say& say = library.say;
  std::string words = ClassWords(library, unit.verdict, a, b);
  const SideStand of_a = StandOf(library, unit, false), of_b = StandOf(library, unit, true);
  const std::string_view polarity = PolarityKey(of_a, of_b);
  if (unit.verdict == CompareClass::kAgree && !polarity.empty())
    words = say("{0}: {1}", {words, say(polarity)});
  std::string left = LevelsWords(say, of_a), right = LevelsWords(say, of_b);
  const bool by_links = ComparesLinks(unit);
  if (left.empty() || by_links)
    if (std::string ways = WaysWords(library, unit, false); !ways.empty()) left = std::move(ways);
  if (right.empty() || by_links)
    if (std::string ways = WaysWords(library, unit, true); !ways.empty()) right = std::move(ways);
  if (left.empty() && right.empty()) return words;
  if (unit.b.empty()) return say("{0} ({1})", {words, left});
  if (unit.a.empty()) return say("{0} ({1})", {words, right});
  if (left == right) return say("{0} ({1})", {words, left});
  if (left.empty()) left = say("says nothing outright");
  if (right.empty()) right = say("says nothing outright");
  if (const Relation* contrast = NotedContrast(library, unit); contrast != nullptr) {
    // The note says "one …, one …" of its relation's first claim first, whichever side has it.
    left = say("{0}: {1}", {a, left});
    right = say("{0}: {1}", {b, right});
    const auto in_a = std::find(unit.a.begin(), unit.a.end(), contrast->from);
    if (in_a == unit.a.end()) std::swap(left, right);
  }
  return say("{0} ({1}; {2})##verdict, what one side says, what the other does",
             {words, left, right});
}

}  // namespace

SideStand StandOf(const Library& library, const CompareUnit& unit, bool of_b) {
  SideStand stand;
  PropositionId last;
  for (const ClaimId id : of_b ? unit.b : unit.a) {
    const Claim& claim = library.dataset[id];
    if (claim.about.kind != AboutKind::kProposition) continue;
    const Literal literal = claim.about.literal;
    const PropositionId matter = literal.proposition();
    if (std::find(unit.matters.begin(), unit.matters.end(), matter) == unit.matters.end()) continue;
    const Kind kind = KindOf(claim);
    if ((kind == Kind::kSays || kind == Kind::kDenies) && claim.modality <= Modality::kPossible)
      AddSaid(literal, claim.modality, &stand);
    stand.kind = Together(stand.kind, kind, last && last != matter);
    last = matter;
    std::string words = StrengthOf(library, claim).words;
    if (stand.levels.size() < kLevelsAtMost &&
        std::find(stand.levels.begin(), stand.levels.end(), words) == stand.levels.end())
      stand.levels.push_back(std::move(words));
  }
  if (SaysBoth(stand)) stand.kind = Kind::kMixed;
  return stand;
}

bool ComparesLinks(const CompareUnit& unit) {
  // What only the coder brings together is compared in what is said outright.
  return unit.verdict == CompareClass::kPullApart || unit.verdict == CompareClass::kSameOutcome ||
         (unit.verdict == CompareClass::kSameMatter && !unit.by_coder);
}

std::string ClassWords(const Library& library, CompareClass verdict, const std::string& a,
                       const std::string& b) {
  switch (verdict) {
    case CompareClass::kOnlyA:
      return library.say("Only {0}", {a});
    case CompareClass::kOnlyB:
      return library.say("Only {0}", {b});
    case CompareClass::kContradict:
      return library.say("Contradict");
    case CompareClass::kPullApart:
      return library.say("Pull apart");
    case CompareClass::kSameOutcome:
      return library.say("Same outcome, other conditions");
    case CompareClass::kSameMatter:
      return library.say("Same matter");
    case CompareClass::kAgree:
      break;
  }
  return library.say("Agree");
}

PointWords WordsOf(const Library& library, const CompareUnit& unit, const std::string& a,
                   const std::string& b) {
  PointWords words = Titler(library, unit).Make();
  words.verdict = VerdictWords(library, unit, a, b);
  return words;
}

}  // namespace proviso::view
