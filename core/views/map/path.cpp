// Ways to the outcome: where one breaks, and how to show a record that lies on one.

#include <algorithm>

#include "core/views/map/model.h"
#include "core/voice/phrases.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

/// How far the links lead at all, where none leads on to the outcome.
std::string FarthestReach(const Library& library, const std::vector<PropositionId>& supposed) {
  const Dataset& data = library.dataset;
  std::vector<PropositionId> open = supposed;
  std::vector<std::uint8_t> seen(data.propositions.size(), 0);
  for (const PropositionId p : open) seen[p.index()] = 1;
  for (std::size_t at = 0; at < open.size(); ++at)
    for (const ConditionId id : library.index.conditions_from[open[at]]) {
      const PropositionId to = data[id].consequent.proposition();
      if (library.index.claims_about_condition[id].empty() || seen[to.index()] != 0) continue;
      seen[to.index()] = 1;
      open.push_back(to);
    }
  if (open.size() == supposed.size())
    return library.say("No text says what follows from “{0}”.", {data[supposed[0]].label});
  return library.say("The links lead as far as “{0}”, and no text goes on from there.",
                     {data[open.back()].label});
}

}  // namespace

std::string MapNames(const Library& library, const std::vector<ActorId>& actors) {
  std::vector<std::string> names;
  for (const ActorId actor : actors) names.push_back(NameInside(library, actor));
  return library.say.Join(names);
}

ViewState WholeMap(ViewState state) {
  state.claims = {};
  state.arrows.clear();
  state.steps = 0;
  return state;
}

std::string MapBreakWords(const Library& library, const ViewState& state,
                          const std::vector<PropositionId>& supposed, bool* hidden) {
  const MapGraph all = BuildMapGraph(library, WholeMap(state));
  const std::uint32_t none = 0xFFFFFFFFu;
  std::uint32_t at = none;  // What is supposed nearest to the outcome.
  for (const PropositionId p : supposed) {
    const auto found = std::lower_bound(all.nodes.begin(), all.nodes.end(), p);
    if (found == all.nodes.end() || *found != p) continue;
    const auto node = static_cast<std::uint32_t>(found - all.nodes.begin());
    if (at == none || all.steps[node] < all.steps[at]) at = node;
  }
  *hidden = at != none;
  if (at == none) return FarthestReach(library, supposed);
  for (const MapArrow& arrow : all.arrows) {
    const bool leaves = std::any_of(arrow.tails.begin(), arrow.tails.end(),
                                    [&](const MapEnd& end) { return end.node == at; });
    for (const MapEnd& head : arrow.heads)
      if (leaves && all.steps[head.node] < all.steps[at])
        return library.say(arrow.holders.size() == 1 && !IsPlural(library.dataset[arrow.holders[0]])
                               ? "The way goes on to “{0}”, but that arrow is hidden: {1} makes it."
                               : "The way goes on to “{0}”, but that arrow is hidden: {1} make it.",
                           {MapLabel(library, all, head.node), MapNames(library, arrow.holders)});
  }
  return library.say("The way is hidden by what is shown.");
}

std::optional<ViewState> MapStateOf(const Library& library, const ViewState& state,
                                    RecordRef record) {
  const Dataset& data = library.dataset;
  const auto made = [&](ConditionId id) {
    return !library.index.claims_about_condition[id].empty();
  };
  const auto head = [&](ConditionId id) {
    const Condition& link = data[id];
    return link.form == Form::kExplains && !link.antecedents.empty()
               ? link.antecedents[0].proposition()
               : link.consequent.proposition();
  };
  // What to ask about where the record does not lead to the outcome.
  PropositionId to;
  if (record && record.table == Table::kConditions) {
    if (made(ConditionId(record.index))) to = head(ConditionId(record.index));
  } else if (record && record.table == Table::kPropositions) {
    const PropositionId p(record.index);
    for (const auto links : {library.index.conditions_to[p], library.index.conditions_from[p]})
      for (const ConditionId id : links)
        if (!to && made(id)) to = head(id);
  }
  if (!to) return std::nullopt;
  ViewState next = WholeMap(state);
  const MapGraph graph = BuildMapGraph(library, next);
  const bool drawn =
      record.table == Table::kPropositions
          ? std::binary_search(graph.nodes.begin(), graph.nodes.end(), PropositionId(record.index))
          : std::any_of(graph.arrows.begin(), graph.arrows.end(), [&](const MapArrow& arrow) {
              return arrow.condition.index() == record.index;
            });
  if (!drawn) next.target = data[to].id;
  // Filters stay as they are: they hide it openly, and say so.
  next.claims = state.claims;
  next.view = ViewId::kMap;
  next.selection = data.IdOf(record);
  next.camera = {};
  return next;
}

}  // namespace proviso::view
