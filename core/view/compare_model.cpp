#include "core/view/compare_model.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/sort.h"
#include "core/view/claims_model.h"
#include "core/view/top_model.h"
#include "core/view/wording.h"

namespace proviso::view {
namespace {

constexpr std::size_t kHoldersAtMost = 200;
constexpr std::size_t kClasses = kWords<CompareClass>.size();
/// As tabs: what both speak of first.
constexpr std::array<CompareClass, kClasses> kTabs{
    CompareClass::kContradict, CompareClass::kPullApart, CompareClass::kSameOutcome,
    CompareClass::kAgree,      CompareClass::kOnlyA,     CompareClass::kOnlyB};

/// A name as it stands in a sentence: "the clerk", where the dataset has "The clerk".
std::string Inside(std::string name) {
  if (name.rfind("The ", 0) == 0) name[0] = 't';
  return name;
}

/// What a side is called in a few words.
std::string ShortName(const Library& library, RecordRef side) {
  if (side.table == Table::kDocuments) return LetterOf(DocumentId(side.index));
  return Inside(NameOf(library, side));
}

/// How the outer voices pass a claim on, from the holder outward. Whose text it is the column says.
std::string VoiceWords(const Library& library, const Claim& claim, RecordRef side) {
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
    const bool own_text = i == 0 && side.table == Table::kDocuments;
    const auto& keys = own_text ? kPassedLabels : kPassedByLabels;
    words = library.say(keys[static_cast<std::size_t>(step.stance)],
                        {words, Inside(std::string(dataset[step.actor].name))});
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
    head.line = say("{0}, as holder · {1}", {say(Label(dataset.actors[side.index].kind)), count});
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
        filtered_(!state.filter.empty() || !state.words.empty() || !state.from.empty() ||
                  !state.to.empty()) {
    if (filtered_) passing_ = PassingClaims(library, state);
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

  CompareRow Make(const CompareUnit& unit) {
    CompareRow row;
    row.id = dataset_[unit.matters.front()].id;
    row.title = dataset_[unit.matters.front()].label;
    for (std::size_t i = 1; i < unit.matters.size(); ++i)
      row.beside += (i > 1 ? "; " : "") + std::string(dataset_[unit.matters[i]].label);
    row.verdict = unit.verdict;
    row.words = Label(library_, {comparison_.a, comparison_.b}, unit.verdict);
    if (unit.both_can_be_true) row.notes.push_back(library_.say("Both can be true"));
    const auto relates = [&](RelationType type) {
      return std::any_of(unit.relations.begin(), unit.relations.end(),
                         [&](RelationId id) { return dataset_[id].type == type; });
    };
    if (unit.by_coder)
      row.notes.push_back(library_.say(unit.verdict == CompareClass::kSameOutcome
                                           ? "Same outcome by the coder’s reading"
                                           : "Contrasted by the coder"));
    else if (unit.matters.size() > 1 && relates(RelationType::kRestates))
      row.notes.push_back(library_.say("Restated by the coder’s reading"));
    row.a = Cell(unit, unit.a, comparison_.a);
    row.b = Cell(unit, unit.b, comparison_.b);
    row.selected = std::any_of(unit.matters.begin(), unit.matters.end(), [&](PropositionId id) {
      return state_.selection == dataset_[id].id;
    });
    row.open = Select{row.id};
    return row;
  }

 private:
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
      cell.silent = library_.say(partial ? "not coded" : "says nothing on this");
      return cell;
    }
    std::vector<ClaimId> shown;
    for (const ClaimId id : claims)
      if (Shows(id)) shown.push_back(id);
    // What the verdict rests on stands first: what the coder sets side by side, then links where
    // directions are compared.
    const bool by_links =
        unit.verdict == CompareClass::kPullApart || unit.verdict == CompareClass::kSameOutcome;
    const auto rank = [&](ClaimId id) {
      if (Named(unit, id)) return 0;
      return by_links && dataset_[id].about.kind == AboutKind::kCondition ? 1 : 2;
    };
    SortList(&shown, [&rank](ClaimId x, ClaimId y) { return rank(x) < rank(y); });
    const std::size_t hidden = claims.size() - shown.size();
    for (std::size_t i = 0; i < shown.size() && i < kCompareClaims; ++i)
      cell.claims.push_back(MakeClaim(unit, shown[i], side));
    if (shown.size() > kCompareClaims)
      cell.rest = library_.say("and {0} more", {std::to_string(shown.size() - kCompareClaims)});
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
    out.voice = VoiceWords(library_, claim, side);
    outcome_.target = AboutOf(unit, claim);
    out.sign = SignOf(library_, outcome_, claim);
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
  Outcome outcome_;  ///< Asks about what the claim at hand is about.
};

std::string TopicLabel(const Library& library, TopicId topic) {
  return topic ? std::string(library.dataset[topic].label) : library.say("No topic");
}

Action ToMatrix(const Library& library, const ViewState& state, TopicId topic) {
  ViewState next = state;
  next.view = ViewId::kMatrix;
  next.matrix_columns = MatrixColumns::kPropositions;
  next.matrix_rows = MatrixRows::kDocument;
  next.filter.values[static_cast<std::size_t>(query::Facet::kTopic)] = {
      std::string(library.dataset[topic].id)};
  return {"matrix", library.say("In the matrix"), SetState{std::move(next)}, "", false};
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
    model->empty = library.say("This dataset has no text or holder “{0}”.", {missing});
  } else if (sides.a && sides.a == sides.b) {
    model->empty = library.say("Both sides are the same. Choose another for one of them.");
  } else {
    model->empty =
        library.say("Open a second text to compare, or compare two holders of this one.");
  }
  if (library.dataset.claims.empty()) return;
  model->empty_remedy = Action{"choose", library.say("Choose what to compare…"),
                               ShowDialog{Dialog::kSides}, "", true};
}

}  // namespace

std::string Label(const Library& library, const CompareSides& sides, CompareClass verdict) {
  switch (verdict) {
    case CompareClass::kOnlyA:
      return library.say("Only {0}", {ShortName(library, sides.a)});
    case CompareClass::kOnlyB:
      return library.say("Only {0}", {ShortName(library, sides.b)});
    case CompareClass::kContradict:
      return library.say("Contradict");
    case CompareClass::kPullApart:
      return library.say("Pull apart");
    case CompareClass::kSameOutcome:
      return library.say("Same outcome, other conditions");
    case CompareClass::kAgree:
      break;
  }
  return library.say("Agree");
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
              "his own. Agree means that nothing on one side speaks against the other; silence is "
              "never counted as disagreement."
            : "A holder’s side is what he says himself or endorses. Agree means that nothing on "
              "one side speaks against the other; silence is never counted as disagreement.");
  if (comparison.figures > 0)
    model.lead = say("{0} {1}##sentences",
                     {model.lead, say.Counted(comparison.figures, "{0} figure is left out.",
                                              "{0} figures are left out.")});

  Rows rows(library, state, comparison);
  std::array<std::uint32_t, kClasses> counts{};
  std::uint32_t all = 0, wanted = 0;
  TopicId topic;
  bool first = true;
  std::size_t heading = 0;
  std::uint32_t of_topic = 0;
  const auto close_topic = [&] {
    if (!model.rows.empty() && !model.rows[heading].heading.empty())
      model.rows[heading].heading =
          say("{0} ({1})", {model.rows[heading].heading, std::to_string(of_topic)});
  };
  for (const CompareUnit& unit : comparison.units) {
    if (!rows.Shows(unit)) continue;
    ++all;
    ++counts[static_cast<std::size_t>(unit.verdict)];
    if (!state.verdict.empty() && state.verdict != Word(unit.verdict)) continue;
    ++wanted;
    if (model.rows.size() == kCompareRows) {
      if (unit.topic == topic) ++of_topic;
      continue;
    }
    CompareRow row = rows.Make(unit);
    row.row = static_cast<std::uint32_t>(model.rows.size());
    if (first || unit.topic != topic) {
      close_topic();
      row.heading = TopicLabel(library, unit.topic);
      if (unit.topic && IsPresent(ViewId::kMatrix))
        row.to_matrix = ToMatrix(library, state, unit.topic);
      heading = model.rows.size();
      of_topic = 0;
    }
    ++of_topic;
    first = false;
    topic = unit.topic;
    model.rows.push_back(std::move(row));
  }
  close_topic();
  model.tabs.push_back({"", say("All"), all, state.verdict.empty(), SetField{"verdict", ""}});
  for (const CompareClass verdict : kTabs) {
    const std::string key(Word(verdict));
    model.tabs.push_back({key, Label(library, sides, verdict),
                          counts[static_cast<std::size_t>(verdict)], state.verdict == key,
                          SetField{"verdict", key}});
  }
  if (wanted > model.rows.size())
    model.cut =
        say("These are the first {0} of {1}. Choose a class above, or filter, to see others.",
            {std::to_string(model.rows.size()), std::to_string(wanted)});
  if (!model.rows.empty()) return model;
  if (all > 0) {
    model.empty = say("No point of this kind.");
    model.empty_remedy = Action{"all", say("Show all {0}", {std::to_string(all)}),
                                SetField{"verdict", ""}, "", true};
  } else if (!comparison.units.empty()) {
    model.empty = say("The filters hide every point.");
    model.empty_remedy = Action{"clear-filters", say("Clear filters"), ClearFilters{}, "", true};
  } else {
    model.empty = say("Neither side says anything that could be compared.");
  }
  return model;
}

SidesModel BuildSidesModel(const Library& library, const Session& session) {
  const Dataset& dataset = library.dataset;
  const ViewState& state = session.state;
  const CompareSides sides = SidesOf(library, state);
  SidesModel model;
  const auto id_of = [&dataset](RecordRef record) {
    return record ? std::string(dataset.IdOf(record)) : std::string();
  };
  const auto add = [&](RecordRef record, std::size_t claims, std::vector<SideChoice>* list) {
    SideChoice choice;
    choice.id = dataset.IdOf(record);
    choice.name = NameOf(library, record);
    choice.note = library.say.Counted(claims, "{0} claim", "{0} claims");
    choice.is_a = record == sides.a;
    choice.is_b = record == sides.b;
    // What stands on the other side changes places with this one.
    ViewState next = state;
    next.side_a = choice.id;
    next.side_b = choice.is_b ? id_of(sides.a) : id_of(sides.b);
    choice.as_a = SetState{next};
    next.side_a = choice.is_a ? id_of(sides.b) : id_of(sides.a);
    next.side_b = choice.id;
    choice.as_b = SetState{std::move(next)};
    list->push_back(std::move(choice));
  };
  for (std::uint32_t i = 0; i < dataset.documents.size(); ++i)
    add({Table::kDocuments, i}, library.index.claims_in_document[DocumentId(i)].size(),
        &model.texts);
  std::vector<std::pair<std::size_t, std::uint32_t>> holders;
  for (std::uint32_t i = 0; i < dataset.actors.size(); ++i)
    if (const std::size_t held = library.index.claims_held[ActorId(i)].size(); held > 0)
      holders.emplace_back(held, i);
  SortList(&holders, [&dataset](const auto& x, const auto& y) {
    if (x.first != y.first) return x.first > y.first;
    return dataset.actors[x.second].name < dataset.actors[y.second].name;
  });
  for (std::size_t i = 0; i < holders.size() && i < kHoldersAtMost; ++i)
    add({Table::kActors, holders[i].second}, holders[i].first, &model.holders);
  if (holders.size() > kHoldersAtMost)
    model.more = library.say("{0} holders with fewer claims",
                             {std::to_string(holders.size() - kHoldersAtMost)});
  return model;
}

}  // namespace proviso::view
