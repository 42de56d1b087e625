#include "core/views/actors/model.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "core/base/sort.h"
#include "core/state/change_words.h"
#include "core/state/pair.h"
#include "core/voice/clause.h"
#include "core/voice/order.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

constexpr std::size_t kPlacesAtMost = 4;
constexpr std::uint16_t kStepsAtMost = 3;

constexpr std::array<std::string_view, 3> kSwitchLabels{"Who quotes whom", "Who speaks of whom",
                                                        "Same positions"};
constexpr std::array<std::string_view, 3> kLeadLabels{
    "Arrows point from the one who tells to the one whose view it is.",
    "Arrows point from the one who speaks to the one who is spoken of.",
    "A line joins two voices that hold the same on something."};
static_assert(kSwitchLabels.size() == kEdgeKinds && kLeadLabels.size() == kEdgeKinds);

/// What {0} does with {1}, by the stance of most steps.
constexpr std::array<std::string_view, 8> kStanceLabels{
    "{0} says {1}",        "{0} reports {1}",
    "{0} endorses {1}",    "{0} doubts {1}",
    "{0} disputes {1}",    "{0} speaks for the mind of {1}",
    "{0} ranks lower {1}", "{0} keeps a distance from {1}"};
constexpr std::array<std::string_view, 8> kStancesLabels{
    "{0} say {1}##several",        "{0} report {1}##several",
    "{0} endorse {1}##several",    "{0} doubt {1}##several",
    "{0} dispute {1}##several",    "{0} speak for the mind of {1}##several",
    "{0} rank lower {1}##several", "{0} keep a distance from {1}##several"};
/// How many claims are passed on in another stance.
constexpr std::array<std::string_view, 8> kDoneLabels{
    "{0} reported", "{0} reported",   "{0} endorsed",     "{0} doubted",
    "{0} disputed", "{0} guessed at", "{0} ranked lower", "{0} kept at a distance"};
static_assert(kStanceLabels.size() == kWords<Stance>.size());

Command Alone(const ViewState& state, EdgeKind kind) {
  ViewState next = state;
  next.hidden_edges.clear();
  for (std::size_t k = 0; k < kEdgeKinds; ++k)
    if (static_cast<EdgeKind>(k) != kind)
      next.hidden_edges.emplace_back(Word(static_cast<EdgeKind>(k)));
  next.camera = {};
  Normalise(&next);
  return SetState{std::move(next)};
}

/// The neighbours of `actor` along what is drawn, with himself.
std::vector<std::string> WithNeighbours(const Library& library, const ViewState& state,
                                        ActorId actor) {
  ViewState all = state;
  all.only.clear();
  all.steps = 1;
  all.selection = library.dataset[actor].id;
  const ActorsGraph graph = BuildActorsGraph(library, all);
  std::vector<std::string> ids;
  for (const ActorId node : graph.nodes) ids.emplace_back(library.dataset[node].id);
  return ids;
}

}  // namespace

std::vector<ActorsRow> ActorsRows(const Library& library, const ActorsGraph& graph) {
  const Dataset& dataset = library.dataset;
  std::vector<std::uint32_t> order(graph.nodes.size()), edges(graph.edges.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::vector<Distance> distance;
  distance.reserve(graph.nodes.size());
  for (const ActorId node : graph.nodes) distance.push_back(OrderOf(library, node).distance);
  SortList(&order, [&](std::uint32_t a, std::uint32_t b) {
    // Authors, then who is quoted, then what is passed on; who says nothing comes last.
    const bool silent_a = graph.held[a] == 0, silent_b = graph.held[b] == 0;
    if (silent_a != silent_b) return silent_b;
    if (const Distance x = distance[a], y = distance[b]; x != y) return x < y;
    if (graph.held[a] != graph.held[b]) return graph.held[a] > graph.held[b];
    if (graph.mentioned[a] != graph.mentioned[b]) return graph.mentioned[a] > graph.mentioned[b];
    const Text name_a = dataset[graph.nodes[a]].name, name_b = dataset[graph.nodes[b]].name;
    return name_a != name_b ? name_a < name_b : a < b;
  });
  // By the actor that each starts from, then by kind, then those of most claims first.
  std::vector<std::uint32_t> starts(graph.nodes.size() + 1, 0);
  for (const ActorsEdge& edge : graph.edges) ++starts[edge.from + 1];
  for (std::size_t i = 1; i < starts.size(); ++i) starts[i] += starts[i - 1];
  std::vector<std::uint32_t> next(starts.begin(), starts.end() - 1);
  for (std::uint32_t i = 0; i < edges.size(); ++i) edges[next[graph.edges[i].from]++] = i;
  for (std::size_t node = 0; node + 1 < starts.size(); ++node)
    SortRange(edges.data() + starts[node], edges.data() + starts[node + 1],
              [&](std::uint32_t a, std::uint32_t b) {
                const ActorsEdge &x = graph.edges[a], &y = graph.edges[b];
                return x.kind != y.kind ? x.kind < y.kind : x.claims.size() > y.claims.size();
              });
  std::vector<ActorsRow> rows;
  rows.reserve(order.size() + edges.size() + graph.rest.size());
  const auto all = static_cast<std::uint32_t>(dataset.actors.size());
  for (std::uint32_t place = 0; place < order.size(); ++place) {
    const std::uint32_t node = order[place];
    rows.push_back({ActorsRow::Kind::kActor, node, 1, place + 1, all});
    const auto first = edges.begin() + static_cast<std::ptrdiff_t>(starts[node]),
               last = edges.begin() + static_cast<std::ptrdiff_t>(starts[node + 1]);
    for (auto edge = first; edge != last; ++edge)
      rows.push_back({ActorsRow::Kind::kEdge, *edge, 2,
                      static_cast<std::uint32_t>(edge - first) + 1,
                      static_cast<std::uint32_t>(last - first)});
  }
  for (std::uint32_t i = 0; i < graph.rest.size(); ++i)
    rows.push_back(
        {ActorsRow::Kind::kRest, i, 1, static_cast<std::uint32_t>(order.size()) + i + 1, all});
  return rows;
}

ActorsNodeWords WordsOfNode(const Library& library, const ViewState& state,
                            const ActorsGraph& graph, std::uint32_t node) {
  const Actor& actor = library.dataset[graph.nodes[node]];
  ActorsNodeWords words;
  words.id = actor.id;
  words.label = actor.name;
  const Say& say = library.say;
  words.name = say("{0}, {1}", {actor.name, say(Label(actor.kind))});
  const std::uint32_t held = graph.held[node];
  if (held > 0) {
    words.count = std::to_string(held);
    words.name = say.Counted(held, "{1}: {0} claim", "{1}: {0} claims", {words.name});
  } else {
    words.name = say("{0}: no claim that is shown", {words.name});
  }
  // Of one text there is nothing that a letter would tell apart.
  if (graph.author[node] != 0 && library.dataset.documents.size() > 1) {
    words.letter = LetterOf(DocumentId(graph.author[node] - 1));
    words.name = say("{0}. Author of text {1}", {words.name, words.letter});
  }
  words.pinned = PinOf(state, actor.id).has_value();
  if (words.pinned) words.name = say("{0}. Pinned", {words.name});
  words.selected = state.selection == actor.id;
  words.select = Select{words.id};
  if (FirstPassage(library, {Table::kActors, graph.nodes[node].index()}))
    words.open = OpenPlace{words.id};
  return words;
}

namespace {

/// What two actors both hold, with its polarity: "Both say that it is not so that …".
std::string SharedWords(const Library& library, const ActorsEdge& edge, ActorId a, ActorId b) {
  constexpr std::size_t kNamedAtMost = 2;
  const std::vector<ActorsPosition> positions = PositionsOf(library.dataset, edge.claims, a, b);
  std::vector<std::string> words;
  for (const ActorsPosition& position : positions) {
    if (words.size() == kNamedAtMost) break;
    const Literal so(position.of.proposition());
    words.push_back(position.pull
                        ? library.say(position.of.negated()
                                          ? "Both name what makes it less likely that {0}"
                                          : "Both name what makes it likelier that {0}",
                                      {ClauseOf(library, so)})
                        : library.say("Both say that {0}", {ClauseOf(library, position.of)}));
  }
  if (positions.size() > words.size())
    words.push_back(library.say("and {0} more", {std::to_string(positions.size() - words.size())}));
  return library.say.Chain(Key("{0}; {1}"), words);
}

}  // namespace

ActorsEdgeWords WordsOfEdge(const Library& library, const ViewState& state,
                            const ActorsGraph& graph, std::uint32_t index) {
  const Dataset& dataset = library.dataset;
  const ActorsEdge& edge = graph.edges[index];
  const Actor &from = dataset[graph.nodes[edge.from]], &to = dataset[graph.nodes[edge.to]];
  ActorsEdgeWords words;
  const std::string pair = PairId(from.id, to.id);
  words.id = "edge/" + std::string(Word(edge.kind)) + "/" + pair;
  const Say& say = library.say;
  const bool several = IsPlural(from);
  std::string_view key =
      edge.kind == EdgeKind::kAbout
          ? (several ? Key("{0} speak about {1}##several") : Key("{0} speaks about {1}"))
          : (several ? Key("{0} share positions with {1}##several")
                     : Key("{0} shares positions with {1}"));
  std::vector<std::string> counts{say.Counted(edge.claims.size(), "{0} claim", "{0} claims")};
  if (edge.kind == EdgeKind::kReports) {
    constexpr std::size_t kStances = kWords<Stance>.size();
    std::array<std::uint32_t, kStances> stances{};
    for (const ClaimId id : edge.claims)
      for (std::size_t i = 0; i + 1 < dataset[id].attribution.size(); ++i) {
        const Step& step = dataset[id].attribution[i];
        if (step.actor != graph.nodes[edge.from] ||
            dataset[id].attribution[i + 1].actor != graph.nodes[edge.to])
          continue;
        ++stances[static_cast<std::size_t>(step.stance)];
        break;
      }
    const auto most = static_cast<std::size_t>(std::max_element(stances.begin(), stances.end()) -
                                               stances.begin());
    key = (several ? kStancesLabels : kStanceLabels)[most];
    for (std::size_t i = 0; i < kStances; ++i)
      if (i != most && stances[i] > 0)
        counts.push_back(say(kDoneLabels[i], {std::to_string(stances[i])}));
  }
  const std::string counted = say.Chain(Key("{0}, {1}"), counts);
  words.sentence = say("{0}: {1}", {say(key, {from.name, to.name}), counted});
  words.under = say("{0}: {1}", {say(key, {"", to.name}), counted});
  words.under.erase(0, words.under.find_first_not_of(' '));
  if (edge.kind == EdgeKind::kPositions) {
    const std::string shared =
        SharedWords(library, edge, graph.nodes[edge.from], graph.nodes[edge.to]);
    words.sentence = say.Chain(Key("{0}. {1}"), {words.sentence, shared});
    words.under = say.Chain(Key("{0}. {1}"), {words.under, shared});
  }
  std::vector<std::string> places;
  for (const ClaimId id : edge.claims)
    for (const Ref& ref : RefsOf(library, dataset[id])) {
      if (std::find(places.begin(), places.end(), ref.short_words) != places.end()) continue;
      if (places.size() == kPlacesAtMost) break;
      places.push_back(ref.short_words);
    }
  words.places = say.Chain(Key("{0}, {1}"), places);
  words.selected = state.selection == pair;
  words.touched = words.selected || state.selection == from.id || state.selection == to.id;
  words.select = Select{pair};
  words.open = OpenPlace{std::string(dataset[edge.claims[0]].id)};
  return words;
}

ActorsModel BuildActorsModel(const Library& library, const Session& session,
                             const ActorsGraph& graph, bool listed, Camera draw) {
  const Dataset& dataset = library.dataset;
  const ViewState& state = session.state;
  const Say& say = library.say;
  ActorsModel model;
  model.listed = listed;
  std::vector<std::string> lead;
  for (std::size_t k = 0; k < kEdgeKinds; ++k) {
    const auto kind = static_cast<EdgeKind>(k);
    ActorsSwitch one;
    one.kind = kind;
    one.drawn = Drawn(state, kind);
    one.words = say(kSwitchLabels[k]);
    one.choose = Alone(state, kind);
    if (one.drawn) {
      model.title = model.title.empty() ? one.words : say("Who is joined to whom");
      lead.push_back(say(kLeadLabels[k]));
    }
    model.switches.push_back(std::move(one));
  }
  if (model.title.empty()) model.title = say("Actors");
  lead.push_back(say("A number counts the claims of a voice."));
  model.subtitle = say.Chain(Key("{0} {1}##sentences"), lead);
  ViewState network = state, list = state;
  network.as_list = false;
  if (network.camera.percent == 0) network.camera = draw;
  list.as_list = true;
  list.camera = {};
  model.draw = SetState{std::move(network)};
  model.list = SetState{std::move(list)};

  std::vector<std::string> left_out;
  if (state.steps != 0) {
    if (graph.focus.empty()) {
      left_out.push_back(say.Counted(state.steps,
                                     "Select an actor to see who stands within {0} step.",
                                     "Select an actor to see who stands within {0} steps."));
    } else {
      std::vector<std::string> names;
      for (const std::uint32_t node : graph.focus)
        names.emplace_back(dataset[graph.nodes[node]].name);
      left_out.push_back(say.Counted(
          state.steps, "Within {0} step of {1}: {2}.", "Within {0} steps of {1}: {2}.",
          {say.Join(names), say.Counted(graph.nodes.size(), "{0} actor", "{0} actors")}));
      if (state.steps < kStepsAtMost)
        model.tools.push_back({"further", say("One step further"),
                               SetField{"steps", std::to_string(state.steps + 1)}, "", false});
    }
    model.tools.push_back({"all-steps", say("However far"), SetField{"steps", "0"}, "", false});
  }
  if (!state.only.empty()) {
    left_out.push_back(say.Counted(graph.nodes.size(), "Only those you chose are drawn: {0} actor.",
                                   "Only those you chose are drawn: {0} actors."));
    model.tools.push_back({"everybody", say("Everybody again"), SetField{"only", ""}, "", false});
  }
  if (!state.pins.empty())
    model.tools.push_back(
        {"unpin", say.Counted(state.pins.size(), "Let go of {0} pin", "Let go of {0} pins"),
         SetField{"pins", ""}, "", false});
  if (graph.cut)
    left_out.push_back(say("Too many share positions: not all of these lines are counted."));
  model.cut = say.Chain(Key("{0} {1}##sentences"), left_out);
  if (!graph.rest.empty())
    model.rest = say.Counted(graph.rest.size(), "Not in the drawing: {0} actor",
                             "Not in the drawing: {0} actors");
  if (dataset.actors.empty()) {
    model.empty = say("This dataset has no actors.");
  } else if (graph.nodes.empty()) {
    model.empty = say("Nobody speaks in what is shown.");
    ViewState all = state;
    all.claims = {};
    all.only.clear();
    all.steps = 0;
    model.remedy = Action{"show-all", say("Show everybody"), SetState{std::move(all)}, "", true};
  }
  return model;
}

std::vector<Action> ActorsActions(const Library& library, const ViewState& state, ActorId actor) {
  const Say& say = library.say;
  std::vector<Action> actions;
  const std::string id(library.dataset[actor].id);
  if (state.steps == 0) {
    actions.push_back(
        {"neighbours", say("Only its neighbours"), SetField{"steps", "1"}, "", false});
  } else {
    if (state.steps < kStepsAtMost)
      actions.push_back({"further", say("One step further"),
                         SetField{"steps", std::to_string(state.steps + 1)}, "", false});
    actions.push_back({"all-steps", say("However far"), SetField{"steps", "0"}, "", false});
  }
  const bool in =
      state.only.empty() || std::binary_search(state.only.begin(), state.only.end(), id);
  ViewState next = state;
  if (state.only.empty()) {
    next.only = {id};
    actions.push_back({"only", say("Only this one"), SetState{std::move(next)}, "", false});
  } else {
    ViewState more = state;
    for (std::string& one : WithNeighbours(library, state, actor))
      more.only.push_back(std::move(one));
    Normalise(&more);
    if (more.only != state.only)
      actions.push_back(
          {"expand", say("Draw its neighbours too"), SetState{std::move(more)}, "", false});
    if (in) {
      next.only.erase(std::remove(next.only.begin(), next.only.end(), id), next.only.end());
      if (!next.only.empty())
        actions.push_back({"leave-out", say("Leave it out"), SetState{std::move(next)}, "", false});
    } else {
      next.only.push_back(id);
      actions.push_back({"draw", say("Draw it too"), SetState{std::move(next)}, "", false});
    }
  }
  return actions;
}

}  // namespace proviso::view
