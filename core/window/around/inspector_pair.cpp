#include "core/window/around/inspector_pair.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "core/base/sort.h"
#include "core/state/change_words.h"
#include "core/state/cite.h"
#include "core/state/pair.h"
#include "core/state/passing.h"
#include "core/views/actors/graph.h"
#include "core/views/claims/model.h"
#include "core/views/matrix/table.h"
#include "core/voice/answers.h"
#include "core/window/around/inspector_facts.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

constexpr std::size_t kJoiningAtMost = 12;

std::string ListTitle(const Say& say, MatrixColumns columns) {
  return say(columns == MatrixColumns::kConditions ? "As a condition" : "On whether it is so");
}

/// Claims of `a` that speak about `b`.
std::vector<ClaimId> SpeaksAbout(const Library& library, ActorId a, ActorId b) {
  std::vector<ClaimId> claims;
  for (const ClaimId id : library.index.claims_held[a]) {
    const std::vector<ActorId> about = ActorsSpokenOf(library.dataset, library.dataset[id]);
    if (std::binary_search(about.begin(), about.end(), b)) claims.push_back(id);
  }
  return claims;
}

/// Claims whose chain leads from `a` to `b` in one step.
std::vector<ClaimId> PassesOn(const Library& library, ActorId a, ActorId b) {
  std::vector<ClaimId> claims;
  for (const ClaimId id : library.index.claims_mentioning[a]) {
    const std::span<const Step> chain = library.dataset[id].attribution;
    for (std::size_t i = 0; i + 1 < chain.size(); ++i)
      if (chain[i].actor == a && chain[i + 1].actor == b) {
        claims.push_back(id);
        break;
      }
  }
  return claims;
}

void AddActors(const Library& library, ActorId a, ActorId b, std::vector<PairList>* lists) {
  const std::string from(library.dataset[a].name), to(library.dataset[b].name);
  lists->push_back({library.say("“{0}” passes on “{1}”", {from, to}), PassesOn(library, a, b)});
  lists->push_back(
      {library.say("“{0}” speaks about “{1}”", {from, to}), SpeaksAbout(library, a, b)});
}

/// The claims of `all` that filters let pass; how many they hide is added to `hidden`.
std::vector<ClaimId> StillShown(const std::vector<ClaimId>& passing,
                                const std::vector<ClaimId>& all, std::size_t* hidden) {
  std::vector<ClaimId> shown;
  std::set_intersection(all.begin(), all.end(), passing.begin(), passing.end(),
                        std::back_inserter(shown));
  *hidden += all.size() - shown.size();
  return shown;
}

/// The value of one facet of a claim, or the values of its topics, as filters write them.
std::vector<std::string> ValuesOf(const Library& library, const Claim& claim, query::Facet facet) {
  const Dataset& dataset = library.dataset;
  std::vector<std::string> values;
  if (facet == query::Facet::kTopic)
    for (const TopicId topic : claim.topics) values.emplace_back(dataset[topic].id);
  else if (facet == query::Facet::kForm && claim.about.kind == AboutKind::kCondition)
    values.emplace_back(Word(dataset[claim.about.condition].form));
  else if (facet == query::Facet::kDocument)
    values.emplace_back(dataset[DocumentOf(dataset, claim)].id);
  else if (facet == query::Facet::kModality)
    values.emplace_back(Word(claim.modality));
  else if (facet == query::Facet::kKind)
    values.emplace_back(Word(claim.kind));
  if (values.empty()) values.emplace_back("none");
  return values;
}

bool Common(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&b](const std::string& value) {
    return std::find(b.begin(), b.end(), value) != b.end();
  });
}

/// The claim list with just `claims` of `holder`, if filters can say that; else with all of the
/// holder's. What is filtered already stays filtered.
Action ShowThem(const Library& library, const ViewState& state, const std::vector<ClaimId>& passing,
                const std::vector<ClaimId>& claims, ActorId holder) {
  constexpr std::array kUsed{query::Facet::kForm, query::Facet::kTopic, query::Facet::kKind,
                             query::Facet::kModality, query::Facet::kDocument};
  std::size_t hidden = 0;
  const std::span<const ClaimId> held = library.index.claims_held[holder];
  const std::vector<ClaimId> all = StillShown(passing, {held.begin(), held.end()}, &hidden);
  ViewState next = state;
  next.view = ViewId::kClaims;
  next.claims.filter.values[static_cast<std::size_t>(query::Facet::kHolder)] = {
      std::string(library.dataset[holder].id)};
  std::array<std::vector<std::string>, kUsed.size()> wanted;
  for (std::size_t f = 0; f < kUsed.size(); ++f) {
    for (const ClaimId id : claims)
      for (std::string& value : ValuesOf(library, library.dataset[id], kUsed[f]))
        wanted[f].push_back(std::move(value));
    SortList(&wanted[f]);
    wanted[f].erase(std::unique(wanted[f].begin(), wanted[f].end()), wanted[f].end());
  }
  // Fewest filters first; a filter that is on already is not widened.
  std::vector<unsigned> masks;
  for (unsigned mask = 0; mask < 1u << kUsed.size(); ++mask) masks.push_back(mask);
  const auto size = [](unsigned mask) {
    int bits = 0;
    for (; mask != 0; mask &= mask - 1) ++bits;
    return bits;
  };
  SortList(&masks, [&size](unsigned a, unsigned b) { return size(a) < size(b); });
  for (const unsigned mask : masks) {
    bool free = true;
    for (std::size_t f = 0; f < kUsed.size(); ++f)
      if ((mask >> f & 1u) != 0 &&
          !state.claims.filter.values[static_cast<std::size_t>(kUsed[f])].empty())
        free = false;
    const auto passes = [&](ClaimId id) {
      for (std::size_t f = 0; f < kUsed.size(); ++f)
        if ((mask >> f & 1u) != 0 &&
            !Common(ValuesOf(library, library.dataset[id], kUsed[f]), wanted[f]))
          return false;
      return true;
    };
    if (!free ||
        static_cast<std::size_t>(std::count_if(all.begin(), all.end(), passes)) != claims.size())
      continue;
    for (std::size_t f = 0; f < kUsed.size(); ++f)
      if ((mask >> f & 1u) != 0)
        next.claims.filter.values[static_cast<std::size_t>(kUsed[f])] = wanted[f];
    return {"show-claims",
            library.say(claims.size() == 1 ? "Show it among the claims" : "Show these claims"),
            SetState{std::move(next)}, "", false};
  }
  return {"show-claims",
          library.say("Show all {0} claims of this voice", {std::to_string(all.size())}),
          SetState{std::move(next)}, "", false};
}

/// Rows with their signs read from the plain proposition, as the cell draws them.
void TurnSigns(const Library& library, const ViewState& state, const Outcome& outcome,
               const std::vector<ClaimId>& claims, PropositionId proposition, RelatedList* list) {
  for (std::size_t i = 0; i < list->rows.size(); ++i) {
    const Claim& claim = library.dataset[claims[i]];
    for (const MatrixMark& mark : MarksOf(library, outcome, state.matrix_columns, claim))
      if (mark.column == proposition && state.matrix_columns == MatrixColumns::kConditions)
        list->rows[i].sign = SignAt(library, outcome, state.matrix_columns, claim, mark);
    list->rows[i].note =
        library.say("{0}. {1}", {StrengthOf(library, claim).words, list->rows[i].note});
  }
}

std::string GapWords(const Library& library, const ViewState& state, ActorId holder) {
  return library.say(HeardInPart(library, state, holder)
                         ? "Not coded. A text in which this holder is heard is coded only in part, "
                           "so a gap is no silence."
                         : "Says nothing on it.");
}

/// What can be done with a pair.
void AddActions(const Library& library, const Session& session, RecordRef a, RecordRef b,
                const std::vector<ClaimId>& passing, const std::vector<ClaimId>& claims,
                InspectorModel* model) {
  const ViewState& state = session.state;
  if (!claims.empty()) {
    const RecordRef first{Table::kClaims, claims[0].index()};
    model->actions.push_back({"open-paragraph", library.say("Open paragraph"),
                              OpenPlace{std::string(library.dataset[claims[0]].id)}, "O", true});
    ViewState why = state;
    why.view = ViewId::kWhatIf;
    why.why = PathOfRecord(library, first);
    if (a.table == Table::kActors && !why.why.empty())
      model->actions.push_back({"why", library.say("Why?"), SetState{std::move(why)}, "", false});
  }
  if (const PropositionId p = Supposable(library, b)) {
    const std::string id(library.dataset[p].id);
    constexpr std::array<std::string_view, 3> kLabels{"Suppose it", "Suppose it off",
                                                      "Leave it open"};
    model->actions.push_back({"suppose",
                              library.say(kLabels[static_cast<std::size_t>(LeverOf(state, id))]),
                              CycleLever{id}, "", false});
    ViewState map = state;
    map.view = ViewId::kMap;
    map.selection = id;
    model->actions.push_back(
        {"show-map", library.say("Show on map"), SetState{std::move(map)}, "", false});
  }
  if (!claims.empty() && a.table == Table::kActors && b.table != Table::kActors)
    model->actions.push_back(ShowThem(library, state, passing, claims, ActorId(a.index)));
  model->actions.push_back(
      {"cite", library.say("Cite…"),
       CopyText{CiteWords(library, session, RecordRef()), library.say("a citation")}, "", false});
}

}  // namespace

std::optional<std::pair<RecordRef, RecordRef>> RecordsOfPair(const Dataset& dataset,
                                                             std::string_view selection) {
  const std::optional<IdPair> pair = PairOf(selection);
  if (!pair) return std::nullopt;
  const RecordRef a = dataset.Find(pair->first), b = dataset.Find(pair->second);
  if (!a || !b) return std::nullopt;
  return std::pair(a, b);
}

std::vector<PairList> ListsOfPair(const Library& library, const ViewState& state, RecordRef a,
                                  RecordRef b) {
  std::vector<PairList> lists;
  if (a.table != Table::kActors) return lists;
  const ActorId actor(a.index);
  if (b.table == Table::kPropositions) {
    const Outcome outcome = FindOutcome(library, state.target);
    const MatrixColumns shown = state.matrix_columns;
    const MatrixColumns other = shown == MatrixColumns::kConditions ? MatrixColumns::kPropositions
                                                                    : MatrixColumns::kConditions;
    for (const MatrixColumns columns : {shown, other})
      lists.push_back({ListTitle(library.say, columns),
                       ClaimsOfCell(library, outcome, columns, actor, PropositionId(b.index))});
  } else if (b.table == Table::kConditions) {
    PairList list{library.say("About this link"), {}};
    for (const ClaimId id : library.index.claims_about_condition[ConditionId(b.index)])
      if (library.dataset[id].holder() == actor) list.claims.push_back(id);
    lists.push_back(std::move(list));
  } else if (b.table == Table::kActors) {
    AddActors(library, actor, ActorId(b.index), &lists);
    if (a.index != b.index) {
      AddActors(library, ActorId(b.index), actor, &lists);
      lists.push_back(
          {library.say("Positions they share"), SharedPositions(library, actor, ActorId(b.index))});
    }
  }
  for (std::size_t i = lists.size(); i-- > 1;)
    if (lists[i].claims.empty()) lists.erase(lists.begin() + static_cast<std::ptrdiff_t>(i));
  return lists;
}

void InspectPair(const Library& library, const Session& session, InspectorModel* model) {
  const ViewState& state = session.state;
  const auto pair = RecordsOfPair(library.dataset, state.selection);
  if (!pair) {
    model->kind = library.say("Not in this dataset");
    model->title = NameOfId(library, state.selection);
    model->lead =
        library.say("The link names two records, of which this dataset lacks one at least.");
    return;
  }
  const RecordRef a = pair->first, b = pair->second;
  const Outcome outcome = FindOutcome(library, state.target);
  const std::vector<PairList> lists = ListsOfPair(library, state, a, b);
  const std::vector<ClaimId> passing = PassingClaims(library, state);
  const bool actors = b.table == Table::kActors;
  const Say& say = library.say;
  model->kind = say(actors                          ? "Two actors"
                    : state.view == ViewId::kMatrix ? "Selected cell"
                                                    : "What a holder says of it");
  model->title = NameOf(library, a);
  model->lead =
      say(actors ? "and “{0}”##after a name" : "on “{0}”##after a name", {NameOf(library, b)});
  std::size_t hidden = 0;
  std::vector<ClaimId> first;
  for (std::size_t i = 0; i < lists.size(); ++i) {
    const std::vector<ClaimId> shown = StillShown(passing, lists[i].claims, &hidden);
    if (first.empty() && (i == 0 || actors)) first = shown;
    AddClaims(library, outcome, lists[i].title, shown, std::nullopt, model);
    if (shown.empty()) continue;
    RelatedList& list = model->related.back();
    if (i == 0 && b.table == Table::kPropositions)
      TurnSigns(library, state, outcome, shown, PropositionId(b.index), &list);
    if (shown.size() > kJoiningAtMost)
      list.more = ShowThem(library, state, passing, shown, library.dataset[shown[0]].holder());
  }
  if (first.size() == 1 && !actors) {
    model->sign = model->related.front().rows.front().sign;
    model->strength = StrengthOf(library, library.dataset[first[0]]);
    model->chain = ChainOf(library, library.dataset[first[0]]);
  } else if (first.empty() && !actors && a.table == Table::kActors) {
    model->lead =
        say("{0}. {1}", {model->lead, hidden > 0 ? say("Nothing that passes the filters.")
                                                 : GapWords(library, state, ActorId(a.index))});
  } else if (first.empty() && actors && hidden == 0) {
    model->lead =
        say("{0}. {1}", {model->lead, say("Neither speaks about the other or passes on what the "
                                          "other says, and they share no position.")});
  }
  if (hidden > 0 && model->related.empty())
    model->hidden =
        Action{"show-hidden", say("Hidden by filters. Show it"), ClearFilters{}, "", false};
  else if (hidden > 0)
    AddFact(library.say("Hidden by filters"), say.Counted(hidden, "{0} claim", "{0} claims"),
            model);
  AddLinks(library, actors ? library.say("First") : library.say("Voice"), {&a, 1}, model);
  AddLinks(library, actors ? library.say("Second") : library.say(Label(b.table)), {&b, 1}, model);
  AddActions(library, session, a, b, passing, first, model);
}

}  // namespace proviso::view
