#include "core/views/map/stage.h"

#include <algorithm>
#include <cmath>

#include "core/views/map/scene.h"

namespace proviso::view {
namespace {

constexpr std::uint16_t kLeastMapZoom = 50, kMostMapZoom = 200;  // Percent.
// Narrower, and columns would be too narrow for words: the map is moved from side to side.
constexpr float kLeastMapWidth = 860, kLeastColumns = 680;

/// How a map is looked at: moved from side to side and zoomed; up and down it scrolls.
struct MapLook {
  float zoom = 1, left = 0, width = 0;  ///< Of the whole drawing in the panel.
  Camera camera;

  MapLook(const Camera& asked, float room, float scale) {
    camera = asked;
    camera.percent =
        asked.percent == 0 ? 100 : std::clamp(asked.percent, kLeastMapZoom, kMostMapZoom);
    zoom = static_cast<float>(camera.percent) / 100;
    // Type stays as it is, so that it is never too small, and columns keep room for it.
    width = std::max(std::max(room, kLeastMapWidth * scale) * zoom, kLeastColumns * scale);
    if (width > room && asked.percent != 0)
      left = std::clamp(room / 2 - static_cast<float>(asked.x) * zoom, room - width, 0.0f);
    left = std::round(left);
    camera.x = static_cast<std::int32_t>(std::lround((room / 2 - left) / zoom));
    camera.y = 0;
  }
};

/// Buttons that zoom. Returns their width.
float DrawMapZoom(Sketch& sketch, const MapLook& look, float x, float y) {
  const auto button = [&](std::string id, std::string words, std::string_view name, Camera camera) {
    ButtonSpec spec;
    spec.id = "map/" + std::move(id);
    spec.words = std::move(words);
    spec.name = sketch.Say(name);
    spec.command = SetCamera{camera};
    spec.kind = ButtonKind::kSmall;
    x = sketch.Button(x, y, spec).right() + sketch.S(4);
  };
  const auto zoomed = [&](float by) {
    Camera camera = look.camera;
    camera.percent = static_cast<std::uint16_t>(std::clamp<long>(
        std::lround(static_cast<float>(camera.percent) * by), kLeastMapZoom, kMostMapZoom));
    return camera;
  };
  const float from = x;
  button("zoom-out", "−", Key("Zoom out"), zoomed(0.8f));
  button("zoom-in", "+", Key("Zoom in"), zoomed(1.25f));
  button("fit", sketch.Say("Fit"), Key("Fit"), {});
  return x - from - sketch.S(4);
}

/// Shows every lane where what is selected would be among those left out.
std::size_t LanesToDraw(StageBuilder& builder, const MapModel& model, const MapGraph& graph) {
  const auto found = builder.session().scroll.find(std::string(kMapMore));
  const std::vector<MapLane>& lanes = graph.lanes.lanes;
  bool all = found != builder.session().scroll.end() && found->second > 0;
  for (std::size_t i = kMapLanesAtOnce; i < lanes.size(); ++i)
    all |= lanes[i].arrow != kNoMapIndex && model.arrows[lanes[i].arrow].selected;
  return all ? lanes.size() : kMapLanesAtOnce;
}

/// Where what is selected stands; below 0: nowhere.
float MapSelectedY(const MapModel& model, const MapGraph& graph, const MapPlaces& places) {
  for (std::size_t i = 0; i < places.lanes.size(); ++i) {
    const MapLane& lane = graph.lanes.lanes[places.lanes[i]];
    if (lane.arrow != kNoMapIndex && model.arrows[lane.arrow].selected)
      return places.labels[i].rect.y;
    if (lane.step != kNoMapIndex && model.nodes[lane.step].selected) return places.labels[i].rect.y;
  }
  const auto in = [&](const MapParts& parts) {
    return std::any_of(parts.begin(), parts.end(),
                       [&](const MapPart& part) { return model.nodes[part.node].selected; });
  };
  for (std::size_t i = 0; i < places.boxes.size(); ++i)
    if (!places.boxes[i].parts.empty() && in(graph.lanes.boxes[i])) return places.boxes[i].rect.y;
  for (std::size_t i = 0; i < places.feeders.size(); ++i)
    if (!places.feeders[i].parts.empty() &&
        (in(graph.lanes.feeders[i].parts) || model.arrows[graph.lanes.feeders[i].arrow].selected))
      return places.feeders[i].rect.y;
  return -1;
}

}  // namespace

void RefreshMap(StageBuilder& builder, MapCache* cache) {
  const ViewState& state = builder.state();
  if (!cache->of || !SameMapGraph(*cache->of, state)) {
    cache->graph = BuildMapGraph(builder.library(), state);
    cache->voices = MapVoices(builder.library(), state);
    cache->of = state;
    cache->lit.reset();
  }
  if (!cache->lit || cache->lit->on != state.on || cache->lit->off != state.off ||
      cache->lit->strict != state.strict) {
    cache->light = LightMap(builder.library(), state, cache->graph);
    cache->lit = state;
  }
}

void MapStage(StageBuilder& builder, Rect rect) {
  MapCache& cache = builder.cache().Kept<MapCache>();
  RefreshMap(builder, &cache);
  const ViewState& state = builder.state();
  // On a phone it is one drawing from top to bottom, which is the list as well.
  const bool listed = state.as_list || builder.phone();
  const MapModel model = BuildMapModel(builder.library(), builder.session(), cache.graph,
                                       cache.voices, cache.light, listed);
  if (listed || !model.empty.empty()) {
    builder.Add(
        "stage", Landmark::kMain, builder.Say("Map"), rect, Ink::kPaper,
        [&](const Space& space) { return BuildMapListScene(model, space, builder.selected_y()); });
    return;
  }
  Rect head = rect;
  const auto build_head = [&](const Space& space) {
    Sketch sketch(space, "map-head", Ink::kPaper);
    const float height = DrawMapHeader(sketch, model, space);
    return sketch.Finish(height);
  };
  // In a low window the drawing keeps most of the room, and the header scrolls.
  head.h = std::round(std::min(build_head(builder.SpaceFor(head)).height, rect.h * 0.4f));
  builder.Add("map-head", Landmark::kRegion, builder.Say("What the map shows"), head, Ink::kPaper,
              build_head);
  Rect heads = rect;
  heads.y += head.h;
  heads.h = builder.S(50);
  Rect stage = rect;
  stage.y = heads.bottom();
  stage.h = rect.bottom() - stage.y;
  const MapLook look(state.camera, stage.w, builder.SpaceFor(stage).scale);
  const Sketch measured(builder.SpaceFor(stage), "stage", Ink::kPaper);
  MapColumns columns = ColumnsOfMap(measured, cache.graph, look.left, look.width);
  columns.lane = std::round(columns.lane * std::max(look.zoom, 1.0f));
  const float top = measured.S(4);
  const MapPlaces places = PlaceMap(measured, model, cache.graph, columns, top,
                                    LanesToDraw(builder, model, cache.graph));
  Panel& heading = builder.Add("map-columns", Landmark::kRegion, builder.Say("Columns of the map"),
                               heads, Ink::kPaper, [&](const Space& space) {
                                 Sketch sketch(space, "map-columns", Ink::kPaper);
                                 DrawMapHeads(sketch, columns, sketch.S(18));
                                 return sketch.Finish(space.height);
                               });
  heading.camera = look.camera;  // They move along.
  heading.along_x = true;
  // Below what is further back there is room for the buttons; else they stand under the map.
  float back = 0;
  for (const MapPlaces::Label& label : places.feeder_labels)
    back = std::max(back, label.rect.bottom());
  Sketch probe(builder.SpaceFor(stage), "map-zoom", Ink::kPaper);
  const float buttons = DrawMapZoom(probe, look, 0, 0);
  const float strip = probe.ButtonHeight(ButtonKind::kSmall) + probe.S(16);
  Rect zoom{stage.x + builder.SpaceFor(stage).margin(), stage.bottom() - strip, buttons, strip};
  const bool over = columns.back >= buttons && look.width <= stage.w && back < stage.h - strip;
  if (!over) {
    zoom.w = stage.right() - zoom.x;
    stage.h -= strip;
  }
  Panel& panel = builder.Add("stage", Landmark::kMain, builder.Say("Map"), stage, Ink::kPaper,
                             [&](const Space& space) {
                               Sketch sketch(space, "stage", Ink::kPaper);
                               DrawMap(sketch, model, cache.graph, columns, places, space.scroll_y,
                                       space.scroll_y + space.height);
                               *builder.selected_y() = MapSelectedY(model, cache.graph, places);
                               return sketch.Finish(places.bottom + sketch.S(10));
                             });
  panel.camera = look.camera;
  panel.along_x = true;
  builder.Add("map-zoom", Landmark::kRegion, builder.Say("Zoom"), zoom, Ink::kPaper,
              [&](const Space& space) {
                Sketch sketch(space, "map-zoom", Ink::kPaper);
                DrawMapZoom(sketch, look, 0, 0);
                return sketch.Finish(space.height);
              });
}

Legend MapLegend(const Library& library, const Session&) {
  const Say& say = library.say;
  Legend legend;
  legend.keys = {{say("Arrows"), say("move##keys at the foot")},
                 {"Enter", say("opens##keys at the foot")},
                 {"Z", say("zoom##keys at the foot")},
                 {"0", say("fit##keys at the foot")}};
  legend.signs = {Sign::kMore, Sign::kLess, Sign::kNoEffect, Sign::kUnstated};
  return legend;
}

/// The claims about what leads to the outcome.
std::vector<ClaimId> BehindMap(const Library& library, const ViewState& state) {
  const Outcome outcome = FindOutcome(library, state.target);
  std::vector<ClaimId> claims;
  for (std::uint32_t i = 0; i < library.dataset.claims.size(); ++i) {
    const Claim& claim = library.dataset.claims[i];
    if (claim.about.kind == AboutKind::kCondition &&
        BearingOf(library, outcome, claim) != Bearing::kBackground)
      claims.emplace_back(i);
  }
  return claims;
}

}  // namespace proviso::view
