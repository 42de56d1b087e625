#include "core/views/actors/stage.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <utility>

#include "core/views/actors/rows.h"
#include "core/views/actors/scene.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

// Past this many a drawing is no first picture.
constexpr std::size_t kDrawnAtOnce = 150;
constexpr std::size_t kLinesAtOnce = 40;
// Of a layout in one frame: some milliseconds.
constexpr std::uint64_t kWorkInFrame = 1'000'000;
constexpr float kPinStep = 24;

/// The node that is selected, or none.
std::optional<std::uint32_t> Selected(const Library& library, const ViewState& state,
                                      const ActorsGraph& graph) {
  for (std::uint32_t i = 0; i < graph.nodes.size(); ++i)
    if (library.dataset[graph.nodes[i]].id == state.selection) return i;
  return std::nullopt;
}

/// Holds whoever is selected in place, moves the pin, lets go.
void AddPinTools(const Library& library, const ViewState& state, const ActorsCache& cache,
                 ActorsModel* model) {
  const auto node = Selected(library, state, cache.graph);
  if (!node) return;
  const Actor& actor = library.dataset[cache.graph.nodes[*node]];
  const layout::ForcePlace& place = cache.drawing.places[*node];
  const auto add = [&](std::string key, std::string_view words, std::optional<layout::Spot> at) {
    model->tools.push_back(
        {std::move(key), library.say(words), SetState{WithPin(state, actor.id, at)}, "", false});
  };
  if (!PinOf(state, actor.id)) {
    add("pin", Key("Pin"), layout::Spot{place.x, place.y});
    return;
  }
  add("let-go", Key("Let go"), std::nullopt);
  add("pin-left", Key("Left##move"), layout::Spot{place.x - kPinStep, place.y});
  add("pin-right", Key("Right##move"), layout::Spot{place.x + kPinStep, place.y});
  add("pin-up", Key("Up##move"), layout::Spot{place.x, place.y - kPinStep});
  add("pin-down", Key("Down##move"), layout::Spot{place.x, place.y + kPinStep});
}

/// Adds the head over a drawing, and tells what that leaves of `rect`: for the drawing, and for the
/// legend, which comes after it.
struct Rooms {
  Rect stage, legend;
};
Rooms AddHead(StageBuilder& builder, const ActorsModel& model, Rect rect) {
  Rect head = rect;
  const auto build_head = [&](const Space& space) {
    Sketch sketch(space, "network-head", Ink::kPaper);
    const float height = DrawActorsHeader(sketch, model, space);
    return sketch.Finish(height);
  };
  // In a low window the drawing keeps half of the room, and the header scrolls.
  head.h = std::round(std::min(build_head(builder.SpaceFor(head)).height, rect.h * 0.5f));
  builder.Add("network-head", Landmark::kRegion, builder.Say("What the network shows"), head,
              Ink::kPaper, build_head);
  Rooms rooms{rect, rect};
  Rect& legend = rooms.legend;
  legend.h = BuildActorsLegend(model, builder.SpaceFor(rect)).height;
  if (legend.h > rect.h * 0.2f) legend.h = 0;
  legend.y = rect.bottom() - legend.h;
  rooms.stage.y = head.bottom();
  rooms.stage.h = legend.y - rooms.stage.y;
  return rooms;
}

void AddLegend(StageBuilder& builder, const ActorsModel& model, Rect rect) {
  if (rect.h > 0)
    builder.Add("network-legend", Landmark::kRegion, builder.Say("What shapes and lines mean"),
                rect, Ink::kPaper,
                [&](const Space& space) { return BuildActorsLegend(model, space); });
}

}  // namespace

bool DrawsNetwork(const ViewState& state) {
  return !Drawn(state, EdgeKind::kReports) || Drawn(state, EdgeKind::kAbout) ||
         Drawn(state, EdgeKind::kPositions);
}

// Through this one comes into the part of the program that has the network.
void NetworkStage(StageBuilder& builder, Rect rect, ActorsModel model) {
  ActorsCache& cache = builder.cache().Kept<ActorsCache>();
  const Library& library = builder.library();
  const ViewState& state = builder.state();
  const std::uint64_t work =
      builder.lasts() ? kWorkInFrame : std::numeric_limits<std::uint64_t>::max();
  const bool settled = SettleActors(library, state, builder.SpaceFor(rect), work, &cache);
  builder.frame().settling |= !settled;
  AddPinTools(library, state, cache, &model);
  const Rooms rooms = AddHead(builder, model, rect);
  Camera camera = state.camera;
  if (camera.percent == 0) camera = ActorsCamera(cache.drawing, builder.SpaceFor(rooms.stage));
  Panel& panel = builder.Add("stage", Landmark::kMain, builder.Say("Actors"), rooms.stage,
                             Ink::kPaper, [&](const Space& space) {
                               return BuildActorsScene(library, state, model, cache, camera, space);
                             });
  panel.camera = camera;
  panel.drag = DragKind::kLasso;
  panel.lasso = "actor/";
  AddLegend(builder, model, rooms.legend);
}

void ActorsStage(StageBuilder& builder, Rect rect) {
  ActorsCache& cache = builder.cache().Kept<ActorsCache>();
  const Library& library = builder.library();
  const ViewState& state = builder.state();
  FollowActors(library, state, builder.SpaceFor(rect), &cache);
  // Small windows and large networks begin with the list; drawing it is a matter of looking at it.
  const bool quotes = !DrawsNetwork(state);
  const bool many = !quotes && (cache.graph.nodes.size() > kDrawnAtOnce ||
                                cache.graph.edges.size() > kLinesAtOnce);
  const bool listed = state.as_list || ((builder.phone() || many) && state.camera.percent == 0);
  Camera draw;
  if (listed && (builder.phone() || many)) draw.percent = 60;
  ActorsModel model = BuildActorsModel(library, builder.session(), cache.graph, listed, draw);
  if (listed || !model.empty.empty()) {
    builder.Add("stage", Landmark::kMain, builder.Say("Actors"), rect, Ink::kPaper,
                [&](const Space& space) {
                  return BuildActorsListScene(library, builder.session(), model, cache, space,
                                              builder.selected_y());
                });
    return;
  }
  if (!quotes) {
    // By way of a pointer that may change: whatever is put into its caller would be no part.
    decltype(&NetworkStage) volatile network = NetworkStage;
    return network(builder, rect, std::move(model));
  }
  const Rooms rooms = AddHead(builder, model, rect);
  builder.Add("stage", Landmark::kMain, builder.Say("Actors"), rooms.stage, Ink::kPaper,
              [&](const Space& space) {
                return BuildActorsSidesScene(library, builder.session(), model, space, &cache,
                                             builder.selected_y());
              });
  AddLegend(builder, model, rooms.legend);
}

Legend ActorsLegend(const Library& library, const Session& session) {
  const Say& say = library.say;
  Legend legend;
  legend.keys = {{say("Arrows"), say("move##keys at the foot")},
                 {"Enter", say("opens##keys at the foot")}};
  if (!DrawsNetwork(session.state)) return legend;
  legend.keys = {{say("Arrows"), say("move##keys at the foot")},
                 {"Enter", say("opens##keys at the foot")},
                 {"Z", say("zoom##keys at the foot")},
                 {"0", say("fit##keys at the foot")},
                 {say("Shift drag##keys at the foot"), say("draw only these##keys at the foot")}};
  return legend;
}

/// The claims in whose chain the selected actor stands.
std::vector<ClaimId> BehindActors(const Library& library, const ViewState& state) {
  const RecordRef record = library.dataset.Find(state.selection);
  if (!record || record.table != Table::kActors) return PassingClaims(library, state);
  const auto list = library.index.claims_mentioning[ActorId(record.index)];
  return {list.begin(), list.end()};
}

}  // namespace proviso::view
