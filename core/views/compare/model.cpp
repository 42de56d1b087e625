#include "core/views/compare/model.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "core/base/sort.h"
#include "core/state/passing.h"
#include "core/state/sides.h"
#include "core/voice/order.h"
#include "core/voice/phrases.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

constexpr std::size_t kClasses = kWords<CompareClass>.size();
/// As tabs and as rows: what both speak of first.
constexpr std::array<CompareClass, kClasses> kTabs{
    CompareClass::kContradict, CompareClass::kPullApart,  CompareClass::kSameOutcome,
    CompareClass::kAgree,      CompareClass::kSameMatter, CompareClass::kOnlyA,
    CompareClass::kOnlyB};

bool IsAlone(CompareClass verdict) {
  return verdict == CompareClass::kOnlyA || verdict == CompareClass::kOnlyB;
}

/// What a side is called in a few words.
std::string ShortName(const Library& library, RecordRef side) {
  if (side.table == Table::kDocuments) return LetterOf(DocumentId(side.index));
  return NameInside(library, ActorId(side.index));
}

/// How the outer voices pass a claim on, from the holder outward. Whose text it is the column says.
/// Without `all`, who only passes it on is left out.
std::string VoiceWords(const Library& library, const Claim& claim, RecordRef side, bool all) {
  // {0}: the voice so far; {1}: who passes it on, where the column does not say that.
  constexpr std::array<std::string_view, 8> kPassedLabels{
      "{0}",           "{0}, reported",   "{0}, endorsed",     "{0}, doubted",
      "{0}, disputed", "{0}, guessed at", "{0}, ranked lower", "{0}, kept at a distance"};
  constexpr std::array<std::string_view, 8> kPassedByLabels{"{0}, by {1}",
                                                            "{0}, reported by {1}",
                                                            "{0}, endorsed by {1}",
                                                            "{0}, doubted by {1}",
                                                            "{0}, disputed by {1}",
                                                            "{0}, guessed at by {1}",
                                                            "{0}, ranked lower by {1}",
                                                            "{0}, kept at a distance by {1}"};
  const Dataset& dataset = library.dataset;
  std::string words(dataset[claim.holder()].name);
  for (std::size_t i = claim.attribution.size() - 1; i-- > 0;) {
    const Step& step = claim.attribution[i];
    if (!all && step.stance <= Stance::kReports) continue;
    const bool own_text = i == 0 && side.table == Table::kDocuments;
    const auto& keys = own_text ? kPassedLabels : kPassedByLabels;
    words = library.say(keys[static_cast<std::size_t>(step.stance)],
                        {words, NameInside(library, step.actor)});
  }
  return words;
}

CompareHead HeadOf(const Library& library, RecordRef side) {
  CompareHead head;
  if (!side) return head;
  const Dataset& dataset = library.dataset;
  head.id = dataset.IdOf(side);
  head.title = NameOf(library, side);
  const Say& say = library.say;
  const std::string count =
      say.Counted(ClaimsOfSide(library, side).size(), "{0} claim", "{0} claims");
  if (side.table == Table::kActors) {
    head.line = say("{0}, as a voice · {1}", {say(Label(dataset.actors[side.index].kind)), count});
    return head;
  }
  const Document& document = dataset.documents[side.index];
  head.letter = LetterOf(DocumentId(side.index));
  head.document = side.index;
  std::vector<std::string> names;
  for (const ActorId creator : document.creators) names.emplace_back(dataset[creator].name);
  head.line = say.Join(names);
  if (!document.published.empty())
    head.line = say("{0}, {1}", {head.line, DateWords(document.published, say)});
  head.line += " · " + count;
  return head;
}

/// Builds the rows of one comparison.
class Rows {
 public:
  Rows(const Library& library, const ViewState& state, const Comparison& comparison)
      : library_(library),
        dataset_(library.dataset),
        state_(state),
        comparison_(comparison),
        filtered_(!state.claims.empty()) {
    if (filtered_) passing_ = PassingClaims(library, state);
    asked_ = FindOutcome(library, state.target);
    outcome_.leads.assign(dataset_.propositions.size(), 0);
  }

  bool Shows(ClaimId id) const {
    return !filtered_ || std::binary_search(passing_.begin(), passing_.end(), id);
  }
  bool Shows(const CompareUnit& unit) const {
    const auto shows = [this](ClaimId id) { return Shows(id); };
    return std::any_of(unit.a.begin(), unit.a.end(), shows) ||
           std::any_of(unit.b.begin(), unit.b.end(), shows);
  }

  /// How near to the outcome that is asked about its nearest claim is: 0 of the outcome itself.
  int NearnessOf(const CompareUnit& unit) const {
    if (std::find(unit.matters.begin(), unit.matters.end(), asked_.target) != unit.matters.end())
      return 0;
    Bearing nearest = Bearing::kBackground;
    for (const std::vector<ClaimId>* side : {&unit.a, &unit.b})
      for (const ClaimId id : *side)
        nearest = std::min(nearest, BearingOf(library_, asked_, dataset_[id]));
    return static_cast<int>(nearest) + 1;
  }

  CompareRow Make(const CompareUnit& unit) {
    CompareRow row;
    row.id = dataset_[unit.matters.front()].id;
    const std::string a = ShortName(library_, comparison_.a);
    const std::string b = ShortName(library_, comparison_.b);
    PointWords words = WordsOf(library_, unit, a, b);
    row.title = std::move(words.title);
    row.beside = std::move(words.matter);
    row.verdict = unit.verdict;
    row.words = ClassWords(library_, unit.verdict, a, b);
    row.told = std::move(words.verdict);
    if (unit.both_can_be_true) row.notes.push_back(library_.say("Both can be true"));
    if (unit.verdict == CompareClass::kAgree)
      if (const std::string_view note = AgreeNote(unit); !note.empty())
        row.notes.push_back(library_.say(note));
    const auto relates = [&](RelationType type) {
      return std::any_of(unit.relations.begin(), unit.relations.end(),
                         [&](RelationId id) { return dataset_[id].type == type; });
    };
    if (unit.by_coder)
      row.notes.push_back(library_.say(CoderNote(unit.verdict)));
    else if (relates(RelationType::kRestates))
      row.notes.push_back(library_.say("Same content, the coders say"));
    row.a = Cell(unit, unit.a, comparison_.a);
    row.b = Cell(unit, unit.b, comparison_.b);
    row.selected = std::any_of(unit.matters.begin(), unit.matters.end(), [&](PropositionId id) {
      return state_.selection == dataset_[id].id;
    });
    row.open = Select{row.id};
    return row;
  }

 private:
  static std::string_view CoderNote(CompareClass verdict) {
    if (verdict == CompareClass::kAgree) return Key("Same content, the coders say");
    if (verdict == CompareClass::kSameOutcome) return Key("Same outcome, the coders say");
    return verdict == CompareClass::kSameMatter ? Key("Each from its own side, the coders say")
                                                : Key("Set against each other by the coders");
  }

  /// What agreement leaves apart; a key, or empty.
  std::string_view AgreeNote(const CompareUnit& unit) const {
    const SideStand a = StandOf(library_, unit, false), b = StandOf(library_, unit, true);
    const auto none = SideStand::Kind::kNoEvidence, denies = SideStand::Kind::kDenies;
    if ((a.kind == none && b.kind == denies) || (a.kind == denies && b.kind == none))
      return Key("No evidence is not a no");
    const bool firmness = a.said.size() == 1 && b.said.size() == 1 &&
                          a.said[0].first == b.said[0].first &&
                          a.said[0].second != b.said[0].second;
    return firmness ? Key("How firmly differs") : std::string_view();
  }

  /// True if a relation that is named in the row speaks of this claim.
  bool Named(const CompareUnit& unit, ClaimId id) const {
    return std::any_of(unit.relations.begin(), unit.relations.end(), [&](RelationId r) {
      return dataset_[r].from == id || dataset_[r].to == id;
    });
  }

  CompareCell Cell(const CompareUnit& unit, const std::vector<ClaimId>& claims, RecordRef side) {
    CompareCell cell;
    if (claims.empty()) {
      const bool partial = side.table == Table::kDocuments &&
                           dataset_.documents[side.index].coded == Coded::kPartial;
      cell.silent = library_.say(partial ? "not coded" : "says nothing on it");
      return cell;
    }
    std::vector<ClaimId> shown;
    for (const ClaimId id : claims)
      if (Shows(id)) shown.push_back(id);
    // What the verdict rests on stands first: what the coder sets side by side, then links where
    // directions are compared; of them what says how likely.
    const bool by_links = ComparesLinks(unit);
    const auto rank = [&](ClaimId id) {
      if (Named(unit, id)) return 0;
      return by_links && dataset_[id].about.kind == AboutKind::kCondition ? 1 : 2;
    };
    const auto key = [&](ClaimId id) {
      const bool likely = FirmnessRank(library_, dataset_[id]) <= static_cast<int>(Modality::kEven);
      return std::tuple(rank(id), DistanceOf(dataset_[id]), !likely);
    };
    SortList(&shown, [&](ClaimId x, ClaimId y) { return key(x) < key(y); });
    const std::size_t hidden = claims.size() - shown.size();
    for (std::size_t i = 0; i < shown.size() && i < kCompareClaims; ++i)
      cell.claims.push_back(MakeClaim(unit, shown[i], side));
    if (shown.size() > kCompareClaims) {
      cell.left_out = shown.size() - kCompareClaims;
      cell.rest = library_.say("and {0} more", {std::to_string(cell.left_out)});
    }
    if (hidden > 0)
      cell.rest = library_.say.Chain(
          Key("{0}, {1}"),
          {cell.rest, library_.say("{0} hidden by filters", {std::to_string(hidden)})});
    return cell;
  }

  CompareClaim MakeClaim(const CompareUnit& unit, ClaimId id, RecordRef side) {
    const Claim& claim = dataset_[id];
    CompareClaim out;
    out.id = claim.id;
    out.refs = RefsOf(library_, claim);
    out.mark = MarkOf(claim);
    const std::string disputed = DisputedWords(library_, id);
    // Who ranks it lower is in its chain and among the coders' relations; it is said once.
    const bool twice = !disputed.empty() && claim.attribution.front().stance == Stance::kDowngrades;
    out.voice =
        library_.say.Chain(Key("{0}. {1}"), {twice ? std::string(dataset_[claim.holder()].name)
                                                   : VoiceWords(library_, claim, side, false),
                                             disputed});
    out.told =
        library_.say.Chain(Key("{0}. {1}"), {VoiceWords(library_, claim, side, true), disputed});
    outcome_.target = AboutOf(unit, claim);
    out.sign = SignOf(library_, outcome_, claim);
    out.strength = StrengthOf(library_, claim);
    out.likely = out.strength.ruler == Ruler::kSegments || out.strength.ruler == Ruler::kRing;
    out.level = library_.say.Inside(out.strength.words);
    if (!out.likely && out.sign.sign < Sign::kUnstated)
      out.level = library_.say.Inside(Label(out.sign.sign));
    else if (!out.likely && out.sign.sign == Sign::kUnstated)
      out.level = library_.say("which way is not said");
    out.gloss = GlossOf(library_, claim);
    out.selected = state_.selection == claim.id;
    out.select = Select{out.id};
    out.open = OpenPlace{out.id};
    return out;
  }

  /// What a claim is about, or what its link leads to.
  PropositionId AboutOf(const CompareUnit& unit, const Claim& claim) const {
    if (claim.about.kind == AboutKind::kProposition) return claim.about.literal.proposition();
    if (claim.about.kind != AboutKind::kCondition) return unit.matters.front();
    const Condition& link = dataset_[claim.about.condition];
    return (link.form == Form::kExplains ? link.antecedents.front() : link.consequent)
        .proposition();
  }

  const Library& library_;
  const Dataset& dataset_;
  const ViewState& state_;
  const Comparison& comparison_;
  bool filtered_;
  std::vector<ClaimId> passing_;
  Outcome asked_;    ///< The state's.
  Outcome outcome_;  ///< Asks about what the claim at hand is about.
};

/// Where a point stands among the rows.
struct PointPlace {
  int nearness = 0, rank = 0;
  std::uint32_t unit = 0;

  friend auto operator<=>(const PointPlace&, const PointPlace&) = default;
};

int RankOf(CompareClass verdict) {
  return static_cast<int>(std::find(kTabs.begin(), kTabs.end(), verdict) - kTabs.begin());
}

void AddTabs(const Library& library, const ViewState& state, const CompareSides& sides,
             const std::array<std::uint32_t, kClasses>& counts, std::uint32_t both,
             CompareModel* model) {
  model->both.push_back(
      {"", library.say("Where both speak"), both, state.verdict.empty(), SetField{"verdict", ""}});
  for (const CompareClass verdict : kTabs) {
    const std::string key(Word(verdict));
    const std::uint32_t count = counts[static_cast<std::size_t>(verdict)];
    const bool chosen = state.verdict == key;
    if (count == 0 && !chosen) continue;
    (IsAlone(verdict) ? model->alone : model->both)
        .push_back({key, Label(library, sides, verdict), count, chosen, SetField{"verdict", key}});
  }
}

/// Says why there are no rows, and where there are some.
void ExplainNone(const Say& say, const Comparison& comparison, CompareModel* model) {
  const CompareTab* other = nullptr;
  for (const std::vector<CompareTab>* tabs : {&model->both, &model->alone})
    for (const CompareTab& tab : *tabs)
      if (other == nullptr && tab.count > 0) other = &tab;
  if (other != nullptr) {
    model->empty = say("No point of this kind.");
    model->empty_remedy =
        Action{"all", say("{0} {1}##name, number", {other->words, std::to_string(other->count)}),
               other->choose, "", true};
  } else if (!comparison.units.empty()) {
    model->empty = say("The filters hide every point.");
    model->empty_remedy = Action{"clear-filters", say("Clear filters"), ClearFilters{}, "", true};
  } else {
    model->empty = say("Neither side says anything that could be compared.");
  }
}

/// Says why nothing stands side by side.
void ExplainSides(const Library& library, const ViewState& state, const CompareSides& sides,
                  CompareModel* model) {
  const auto unknown = [&](const std::string& id, RecordRef side) {
    return !id.empty() && !side ? id : std::string();
  };
  std::string missing = unknown(state.side_a, sides.a);
  if (missing.empty()) missing = unknown(state.side_b, sides.b);
  if (!missing.empty()) {
    model->empty = library.say("This dataset has no text or voice “{0}”.", {missing});
  } else if (sides.a && sides.a == sides.b) {
    model->empty = library.say("Both sides are the same. Choose another for one of them.");
  } else {
    model->empty = library.say("Open a second text to compare, or compare two voices of this one.");
  }
  if (library.dataset.claims.empty()) return;
  model->empty_remedy = Action{"choose", library.say("Choose what to compare…"),
                               ShowDialog{Dialog::kSides}, "", true};
}

}  // namespace

std::string Label(const Library& library, const CompareSides& sides, CompareClass verdict) {
  return ClassWords(library, verdict, ShortName(library, sides.a), ShortName(library, sides.b));
}

PointWords WordsOf(const Library& library, const CompareSides& sides, const CompareUnit& unit) {
  return WordsOf(library, unit, ShortName(library, sides.a), ShortName(library, sides.b));
}

CompareModel BuildCompareModel(const Library& library, const Session& session,
                               const Comparison& comparison) {
  const ViewState& state = session.state;
  const CompareSides sides{comparison.a, comparison.b};
  const Say& say = library.say;
  CompareModel model;
  const bool texts = sides.a.table == Table::kDocuments && sides.b.table == Table::kDocuments;
  model.title = say(texts ? "Two texts, point by point" : "Side by side, point by point");
  model.choose = {"choose", say("Compare others…"), ShowDialog{Dialog::kSides}, "", false};
  model.a = HeadOf(library, sides.a);
  model.b = HeadOf(library, sides.b);
  model.ready = sides.a && sides.b && sides.a != sides.b;
  if (!model.ready) {
    ExplainSides(library, state, sides, &model);
    return model;
  }
  ViewState swapped = state;
  swapped.side_a = model.b.id;
  swapped.side_b = model.a.id;
  if (state.verdict == Word(CompareClass::kOnlyA))
    swapped.verdict = Word(CompareClass::kOnlyB);
  else if (state.verdict == Word(CompareClass::kOnlyB))
    swapped.verdict = Word(CompareClass::kOnlyA);
  model.swap = {"swap", say("Swap sides"), SetState{std::move(swapped)}, "", false};
  model.lead = say(
      texts ? "A text’s side is every voice in it: what an author only reports or disputes is not "
              "the author’s own. Agree means that nothing on one side speaks against the other; "
              "silence is "
              "never counted as disagreement."
            : "A voice’s side is what it says itself or endorses. Agree means that nothing on "
              "one side speaks against the other; silence is never counted as disagreement.");
  if (comparison.figures > 0)
    model.lead = say("{0} {1}##sentences",
                     {model.lead, say.Counted(comparison.figures, "{0} figure is left out.",
                                              "{0} figures are left out.")});

  model.words = state.claims.words;
  Rows rows(library, state, comparison);
  std::array<std::uint32_t, kClasses> counts{};
  std::uint32_t both = 0;
  std::vector<PointPlace> places;
  for (std::uint32_t i = 0; i < comparison.units.size(); ++i) {
    const CompareUnit& unit = comparison.units[i];
    if (!rows.Shows(unit)) continue;
    const bool alone = IsAlone(unit.verdict);
    ++counts[static_cast<std::size_t>(unit.verdict)];
    both += alone ? 0 : 1;
    if (state.verdict.empty() ? alone : state.verdict != Word(unit.verdict)) continue;
    places.push_back({rows.NearnessOf(unit), RankOf(unit.verdict), i});
  }
  SortList(&places);
  for (std::size_t i = 0; i < places.size() && i < kCompareRows; ++i)
    model.rows.push_back(rows.Make(comparison.units[places[i].unit]));
  AddTabs(library, state, sides, counts, both, &model);
  if (places.size() > model.rows.size())
    model.cut =
        say("These are the first {0} of {1}. Choose a class above, or filter, to see others.",
            {std::to_string(model.rows.size()), std::to_string(places.size())});
  if (model.rows.empty()) ExplainNone(say, comparison, &model);
  return model;
}

}  // namespace proviso::view
