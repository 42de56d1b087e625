#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>

#include "core/view/actors_model.h"
#include "core/view/frame_builder.h"
#include "core/view/network_scene.h"
#include "core/view/wording.h"

namespace proviso::view {
namespace {

// Past this many a drawing is no first picture.
constexpr std::size_t kDrawnAtOnce = 150;
// Of a layout in one frame: some milliseconds.
constexpr std::uint64_t kWorkInFrame = 1'000'000;
constexpr float kPinStep = 24;

/// The node that is selected, or none.
std::optional<std::uint32_t> Selected(const Library& library, const ViewState& state,
                                      const NetworkGraph& graph) {
  for (std::uint32_t i = 0; i < graph.nodes.size(); ++i)
    if (library.dataset[graph.nodes[i]].id == state.selection) return i;
  return std::nullopt;
}

/// Holds whoever is selected in place, moves the pin, lets go.
void AddPinTools(const Library& library, const ViewState& state, const NetworkCache& cache,
                 NetworkModel* model) {
  const auto node = Selected(library, state, cache.graph);
  if (!node) return;
  const Actor& actor = library.dataset[cache.graph.nodes[*node]];
  const layout::ForcePlace& place = cache.drawing.places[*node];
  const auto add = [&](std::string key, std::string_view words, std::optional<layout::Spot> at) {
    model->tools.push_back(
        {std::move(key), library.say(words), SetState{WithPin(state, actor.id, at)}, "", false});
  };
  if (!PinOf(state, actor.id)) {
    add("pin", Key("Hold in place"), layout::Spot{place.x, place.y});
    return;
  }
  add("let-go", Key("Let go"), std::nullopt);
  add("pin-left", Key("Left##move"), layout::Spot{place.x - kPinStep, place.y});
  add("pin-right", Key("Right##move"), layout::Spot{place.x + kPinStep, place.y});
  add("pin-up", Key("Up##move"), layout::Spot{place.x, place.y - kPinStep});
  add("pin-down", Key("Down##move"), layout::Spot{place.x, place.y + kPinStep});
}

/// Whose profile stands beside where nothing is selected: whoever holds most.
void AddProfile(FrameBuilder& builder, const NetworkCache& cache) {
  if (!builder.state().selection.empty() || cache.rows.empty()) return;
  const NetworkRow& first = cache.rows.front();
  const ActorId actor = first.kind == NetworkRow::Kind::kActor ? cache.graph.nodes[first.index]
                                                               : cache.graph.rest[first.index];
  builder.profile() = BuildActorProfile(builder.library(), builder.session(), actor);
}

}  // namespace

void ActorsStage(FrameBuilder& builder, Rect rect) {
  NetworkCache& cache = builder.cache().network;
  const Library& library = builder.library();
  const ViewState& state = builder.state();
  FollowNetwork(library, state, builder.SpaceFor(rect), &cache);
  // Small windows and large networks begin with the list; drawing it is a matter of looking at it.
  const bool listed =
      state.as_list ||
      ((builder.phone() || cache.graph.nodes.size() > kDrawnAtOnce) && state.camera.percent == 0);
  Camera draw;
  if (listed && (builder.phone() || cache.graph.nodes.size() > kDrawnAtOnce)) draw.percent = 60;
  NetworkModel model = BuildNetworkModel(library, builder.session(), cache.graph, listed, draw);
  AddProfile(builder, cache);
  if (listed || !model.empty.empty()) {
    builder.Add("stage", Landmark::kMain, builder.Say("Actors"), rect, Ink::kPaper,
                [&](const Space& space) {
                  return BuildNetworkListScene(library, builder.session(), model, cache, space,
                                               builder.selected_y());
                });
    return;
  }
  const std::uint64_t work =
      builder.lasts() ? kWorkInFrame : std::numeric_limits<std::uint64_t>::max();
  const bool settled = SettleNetwork(library, state, builder.SpaceFor(rect), work, &cache);
  builder.frame().settling |= !settled;
  AddPinTools(library, state, cache, &model);
  Rect head = rect;
  const auto build_head = [&](const Space& space) {
    Sketch sketch(space, "network-head", Ink::kPaper);
    const float height = DrawNetworkHeader(sketch, model, space);
    return sketch.Finish(height);
  };
  // In a low window the drawing keeps most of the room, and the header scrolls.
  head.h = std::round(std::min(build_head(builder.SpaceFor(head)).height, rect.h * 0.4f));
  builder.Add("network-head", Landmark::kRegion, builder.Say("What the network shows"), head,
              Ink::kPaper, build_head);
  Rect legend = rect;
  legend.h = BuildNetworkLegend(model, builder.SpaceFor(rect)).height;
  if (legend.h > rect.h * 0.2f) legend.h = 0;
  legend.y = rect.bottom() - legend.h;
  Rect stage = rect;
  stage.y = head.bottom();
  stage.h = legend.y - stage.y;
  Camera camera = state.camera;
  if (camera.percent == 0) camera = NetworkCamera(cache.drawing, builder.SpaceFor(stage));
  Panel& panel = builder.Add(
      "stage", Landmark::kMain, builder.Say("Actors"), stage, Ink::kPaper, [&](const Space& space) {
        return BuildNetworkScene(library, state, model, cache, camera, space);
      });
  panel.camera = camera;
  panel.drag = DragKind::kLasso;
  panel.lasso = "actor/";
  if (legend.h > 0)
    builder.Add("network-legend", Landmark::kRegion, builder.Say("What shapes and lines mean"),
                legend, Ink::kPaper,
                [&](const Space& space) { return BuildNetworkLegend(model, space); });
}

}  // namespace proviso::view
