#include "core/voice/compare_words.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "core/reason/views.h"
#include "core/voice/answer_marks.h"
#include "core/voice/clause.h"
#include "core/voice/order.h"
#include "core/voice/phrases.h"
#include "core/voice/signs.h"
#include "core/voice/tense.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

using StandKind = SideStand::Kind;

/// The first sentence of the coder's note, without its full stop; empty where it is no sentence
/// on both sides but a remark in pieces, which is no title.
std::string NoteTitle(std::string_view note) {
  note = note.substr(0, note.find(". "));
  if (!note.empty() && note.back() == '.') note.remove_suffix(1);
  return note.find(';') == std::string_view::npos ? std::string(note) : std::string();
}

/// The coder's contrast whose note is the title of the point; or null.
const Relation* NotedContrast(const Library& library, const CompareUnit& unit) {
  const bool differ =
      unit.verdict == CompareClass::kContradict || unit.verdict == CompareClass::kPullApart;
  if (!differ || !unit.by_coder) return nullptr;
  for (const RelationId id : unit.relations) {
    const Relation& relation = library.dataset[id];
    if (relation.type == RelationType::kContrasts && !NoteTitle(relation.note).empty())
      return &relation;
  }
  return nullptr;
}

/// What all of these claims do with the matter, where that is not to tell what is so.
enum class TitleKind : std::uint8_t {
  kPlain,
  kPromise,
  kThreat,
  kAccusation,
  kForecast,
  kAscribed
};

TitleKind TitleKindOf(const Library& library, const Claim& claim) {
  if (IsImputed(claim)) return TitleKind::kAscribed;
  if (claim.act == Act::kPromise) return TitleKind::kPromise;
  if (claim.act == Act::kThreat) return TitleKind::kThreat;
  if (claim.kind == ClaimKind::kAccusation) return TitleKind::kAccusation;
  const bool to_come = TenseOf(library, claim) == Tense::kFuture;
  return to_come && claim.kind == ClaimKind::kPrediction ? TitleKind::kForecast : TitleKind::kPlain;
}

TitleKind TitleKindOf(const Library& library, const std::vector<ClaimId>& claims) {
  std::optional<TitleKind> all;
  for (const ClaimId id : claims) {
    const Claim& claim = library.dataset[id];
    if (claim.about.kind != AboutKind::kProposition) continue;
    const TitleKind one = TitleKindOf(library, claim);
    if (all && *all != one) return TitleKind::kPlain;
    all = one;
  }
  return all.value_or(TitleKind::kPlain);
}

/// Makes the title of one point.
class Titler {
 public:
  Titler(const Library& library, const CompareUnit& unit, std::string_view a, std::string_view b)
      : library_(library),
        say_(library.say),
        unit_(unit),
        side_(unit.b.empty() ? a : b),
        a_name_(a),
        b_name_(b),
        a_(StandOf(library, unit, false, {a, {}})),
        b_(StandOf(library, unit, true, {b, {}})),
        by_links_(!WaysWords(library, unit, false, {}).empty() &&
                  !WaysWords(library, unit, true, {}).empty()) {}

  /// Whom the title names as those who say it.
  const std::vector<ActorId>& titled() const { return titled_; }

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
      return NoteTitle(contrast->note);
    }
    if (Both(StandKind::kSays) && !differ && a_.said.size() == 1 && b_.said.size() == 1 &&
        a_.said[0].first == b_.said[0].first)
      return BothSay();
    if (IsNegative(a_.kind) && IsNegative(b_.kind) && !differ) return NeitherSays();
    if (Both(StandKind::kOpen) && one_matter())
      return say_("Both leave open whether {0}", {Clause(unit_.matters.front())});
    if (one_matter() && Opposed())
      return say_("They differ on whether {0}", {Clause(unit_.matters.front())});
    if (!one_matter() && Stands(a_) && Stands(b_) &&
        TitleKindOf(library_, unit_.a) == TitleKind::kAccusation &&
        TitleKindOf(library_, unit_.b) == TitleKind::kAccusation)
      return say_("Accusations: in one that {0}, in the other that {1}", {State(a_), State(b_)});
    if (!one_matter() && Stands(a_) && Stands(b_)) return BothTell();
    if (unit_.verdict == CompareClass::kPullApart && by_links_)
      return say_("They differ on what makes it likelier that {0}", {Clauses()});
    if (differ) return say_("They differ on whether {0}", {Clauses()});
    if (unit_.verdict == CompareClass::kSameOutcome)
      return say_("The same way, on other conditions: whether {0}", {Clauses()});
    if (unit_.verdict == CompareClass::kSameMatter && ComparesLinks(unit_) && by_links_)
      return say_("Both link conditions to it: whether {0}", {Clauses()});
    return say_("On whether {0}", {Clauses()});
  }

  /// What a side does with what it says.
  enum class Verb : std::uint8_t { kSays, kReports, kAccuses };

  /// A word of one's own is said, whoever else is told to say it; what is nothing but an accusation
  /// is told as one.
  Verb VerbOf(const std::vector<ClaimId>& claims, std::string_view side, Literal literal) const {
    bool own = false, accused = true;
    for (const ClaimId id : claims) {
      const Claim& claim = library_.dataset[id];
      if (claim.about.kind != AboutKind::kProposition || claim.about.literal != literal) continue;
      if (claim.modality > Modality::kPossible || !reason::HoldsContent(claim)) continue;
      own = own || !IsPassedOn(library_, claim, {side, {}});
      accused = accused && claim.kind == ClaimKind::kAccusation;
    }
    return accused ? Verb::kAccuses : own ? Verb::kSays : Verb::kReports;
  }

  /// What each of the sides tells of matters of its own, under a verb of its own.
  std::string BothTell() {
    const std::vector<Verb> a = VerbsOf(unit_.a, a_name_, a_), b = VerbsOf(unit_.b, b_name_, b_);
    const auto all = [&](Verb verb) {
      const auto is = [verb](Verb one) { return one == verb; };
      return std::all_of(a.begin(), a.end(), is) && std::all_of(b.begin(), b.end(), is);
    };
    if (all(Verb::kSays))
      return say_("One says that {0}, the other that {1}", {State(a_), State(b_)});
    if (all(Verb::kReports))
      return say_("One reports that {0}, the other that {1}", {State(a_), State(b_)});
    return say_("One {0}, the other {1}##what each side does", {Told(a_, a), Told(b_, b)});
  }

  std::vector<Verb> VerbsOf(const std::vector<ClaimId>& claims, std::string_view side,
                            const SideStand& stand) const {
    std::vector<Verb> verbs;
    for (const auto& [literal, level] : stand.said) verbs.push_back(VerbOf(claims, side, literal));
    return verbs;
  }

  /// "says that … and that … and reports that …".
  std::string Told(const SideStand& stand, const std::vector<Verb>& verbs) {
    constexpr std::array<std::string_view, 3> kVerbLabels{
        "says that {0}##a side", "reports that {0}##a side",
        "tells of an accusation that {0}##a side"};
    std::vector<std::string> deeds;
    for (const Verb verb : {Verb::kSays, Verb::kReports, Verb::kAccuses}) {
      SideStand one;
      for (std::size_t i = 0; i < verbs.size(); ++i)
        if (verbs[i] == verb) one.said.push_back(stand.said[i]);
      if (!one.said.empty())
        deeds.push_back(say_(kVerbLabels[static_cast<std::size_t>(verb)], {State(one)}));
    }
    return say_.Join(deeds);
  }

  /// The title of what one side alone speaks of.
  std::string OfOne(const SideStand& stand) {
    const std::string clause = Clauses();
    if (stand.kind == StandKind::kNoEvidence)
      return OfHolder(say_("No evidence that {0}", {clause}));
    if (!Stands(stand) || stand.said.size() != 1) return say_("On whether {0}", {clause});
    const auto& [literal, level] = stand.said.front();
    states_.push_back(literal);
    if (level == Modality::kWill) return OfHolder(SentenceOf(library_, literal));
    return OfHolder(say_(HedgedKey(level), {ClauseOf(library_, literal)}));
  }

  /// What a text only passes on stands under the names of those who say it.
  std::string OfHolder(std::string title) {
    const std::vector<ClaimId>& claims = unit_.b.empty() ? unit_.a : unit_.b;
    const TitleKind kind = TitleKindOf(library_, claims);
    const bool plain = kind == TitleKind::kPlain;
    std::vector<ActorId> holders;
    std::vector<std::string> names;
    for (const ClaimId id : claims) {
      const Claim& claim = library_.dataset[id];
      if (claim.about.kind != AboutKind::kProposition) continue;
      if (!IsPassedOn(library_, claim, {side_, {}})) return OfNobody(kind, std::move(title));
      if (std::find(holders.begin(), holders.end(), claim.holder()) != holders.end()) continue;
      holders.push_back(claim.holder());
      names.push_back(names.empty() && plain ? std::string(library_.dataset[claim.holder()].name)
                                             : NameInside(library_, claim.holder()));
    }
    // Of many each stands with what he says.
    constexpr std::size_t kNamesAtMost = 3;
    if (holders.empty() || holders.size() > kNamesAtMost) return OfNobody(kind, title);
    titled_ = std::move(holders);
    constexpr std::array<std::string_view, 6> kTitleLabels{
        "{0}: {1}##who says it, what", "Promised by {0}: {1}", "Threatened by {0}: {1}",
        "An accusation by {0}: {1}",   "Foreseen by {0}: {1}", "Ascribed to {0}: {1}"};
    return say_(kTitleLabels[static_cast<std::size_t>(kind)], {say_.Join(names), title});
  }

  /// A title that names nobody. It asserts no promise and no accusation as what is so.
  std::string OfNobody(TitleKind kind, std::string title) const {
    if (kind == TitleKind::kPromise) return say_("A promise: {0}", {title});
    if (kind == TitleKind::kThreat) return say_("A threat: {0}", {title});
    if (kind == TitleKind::kAccusation) return say_("An accusation: {0}", {title});
    return kind == TitleKind::kForecast ? say_("A forecast: {0}", {title}) : title;
  }

  std::string BothSay() {
    const Literal literal = a_.said[0].first;
    states_.push_back(literal);
    const std::string clause = ClauseOf(library_, literal);
    const Modality level = std::max(a_.said[0].second, b_.said[0].second);
    // Who passes it on does not say it.
    if (a_.passed_on || b_.passed_on)
      return say_("Told by both: {0}",
                  {level == Modality::kWill ? SentenceOf(library_, literal)
                                            : say_(HedgedKey(level), {clause})});
    switch (level) {
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
  bool Both(StandKind kind) const { return a_.kind == kind && b_.kind == kind; }
  bool Opposed() const {
    return (a_.kind == StandKind::kSays && IsNegative(b_.kind)) ||
           (b_.kind == StandKind::kSays && IsNegative(a_.kind));
  }
  static bool Stands(const SideStand& stand) {
    return !stand.said.empty() &&
           (stand.kind == StandKind::kSays || stand.kind == StandKind::kDenies ||
            stand.kind == StandKind::kSeveral);
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
    return say_.Chain(Key("{0} and that {1}"), clauses);
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
  std::string_view side_;  ///< What the side is called that alone speaks.
  std::string_view a_name_, b_name_;
  SideStand a_, b_;
  std::vector<Literal> states_;
  bool by_links_;  ///< Both sides have links that point some way.
  std::vector<ActorId> titled_;
  bool named_ = true;  ///< The title names every matter.
};

/// What the verdict says of polarity: "neither says so"; or empty.
std::string_view PolarityKey(const CompareUnit& unit, const SideStand& a, const SideStand& b) {
  // What the coder alone brings together each side says of a matter of its own.
  if (unit.matters.size() > 1 && a.kind == StandKind::kSays && b.kind == StandKind::kSays)
    return {};
  if (a.kind == StandKind::kSays && b.kind == StandKind::kSays)
    return a.passed_on || b.passed_on ? Key("told by both") : Key("both say so");
  if (IsNegative(a.kind) && IsNegative(b.kind)) return Key("neither says so");
  if (a.kind == StandKind::kOpen && b.kind == StandKind::kOpen) return Key("both leave it open");
  return {};
}

/// The one matter that a side of a point speaks of outright, or else in its links; none where it
/// speaks of several or of none.
PropositionId OneMatter(const Library& library, const std::vector<ClaimId>& claims,
                        const SideStand& stand) {
  PropositionId one;
  const auto add = [&one](PropositionId matter) {
    const bool alike = !one || one == matter;
    one = matter;
    return alike;
  };
  for (const auto& [matter, words] : stand.levels)
    if (!add(matter)) return {};
  if (one) return one;
  for (const ClaimId id : claims) {
    const Claim& claim = library.dataset[id];
    if (claim.about.kind != AboutKind::kCondition) continue;
    const Condition& link = library.dataset[claim.about.condition];
    const Literal to = link.form == Form::kExplains ? link.antecedents.front() : link.consequent;
    if (!add(to.proposition())) return {};
  }
  return one;
}

/// `states`: what the title states; `titled`: whom it names as those who say it.
std::string VerdictWords(const Library& library, const CompareUnit& unit,
                         const std::vector<Literal>& states, const std::vector<ActorId>& titled,
                         const std::string& a, const std::string& b) {
  const Say& say = library.say;
  std::string words = ClassWords(library, unit.verdict, a, b);
  const KnownVoices by_a{a, titled}, by_b{b, titled};
  const SideStand of_a = StandOf(library, unit, false, by_a);
  const SideStand of_b = StandOf(library, unit, true, by_b);
  const std::string_view polarity = PolarityKey(unit, of_a, of_b);
  if (unit.verdict == CompareClass::kAgree && !polarity.empty())
    words = say("{0}: {1}", {words, say(polarity)});
  std::string left = LevelsWords(library, of_a), right = LevelsWords(library, of_b);
  if (states.size() == 1 && states.front().negated() && (unit.a.empty() || unit.b.empty()))
    (unit.b.empty() ? left : right) =
        StatedWords(library, unit.b.empty() ? unit.a : unit.b, unit.b.empty() ? by_a : by_b);
  const bool by_links = ComparesLinks(unit);
  // Of many links the lines below tell whose they are; the verdict stays short.
  constexpr std::size_t kWaysAtMost = 3;
  const bool brief = std::max(WaysOf(library, unit, false, by_a).size(),
                              WaysOf(library, unit, true, by_b).size()) > kWaysAtMost;
  for (const bool second : {false, true}) {
    std::string& told = second ? right : left;
    const std::string ways = brief ? BriefWays(library, unit, second)
                                   : WaysWords(library, unit, second, second ? by_b : by_a);
    if (ways.empty() || !(told.empty() || by_links)) continue;
    // What only the coder sets apart may be the level or the way.
    told = told.empty() || !unit.by_coder ? ways : say("{0}, {1}", {told, ways});
  }
  if (left.empty() && right.empty()) return words;
  if (unit.b.empty()) return say("{0} ({1})", {words, left});
  if (unit.a.empty()) return say("{0} ({1})", {words, right});
  // Where the coder sets matters side by side, a level alone would be read of the other's matter.
  const PropositionId of_left = OneMatter(library, unit.a, of_a);
  const PropositionId of_right = OneMatter(library, unit.b, of_b);
  const bool apart = states.size() < 2 && of_left && of_right && of_left != of_right;
  const auto named = [&](PropositionId matter, const std::string& levels) {
    return say("“{0}”: {1}##what, how firmly", {ShortName(library.dataset, matter), levels});
  };
  if (apart && !left.empty() && !right.empty()) {
    left = named(of_left, left);
    right = named(of_right, right);
  }
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
  Titler titler(library, unit, a, b);
  PointWords words = titler.Make();
  words.verdict = VerdictWords(library, unit, words.states, titler.titled(), a, b);
  return words;
}

}  // namespace proviso::view
