#include <algorithm>
#include <cmath>

#include "core/view/frame_builder.h"
#include "core/view/map_scene.h"

namespace proviso::view {
namespace {

void Refresh(FrameBuilder& builder, MapCache* cache) {
  const ViewState& state = builder.state();
  const bool coarse = builder.frame().viewport.coarse_pointer;
  if (!cache->of || !SameMapGraph(*cache->of, state) || cache->coarse != coarse ||
      cache->of->text_percent != state.text_percent) {
    const Space space = builder.SpaceFor({});
    cache->graph = BuildMapGraph(builder.library(), state);
    cache->voices = MapVoices(builder.library(), state);
    cache->drawing = LayOutMap(builder.library(), cache->graph, space);
    cache->of = state;
    cache->coarse = coarse;
    cache->lit.reset();
  }
  if (!cache->lit || cache->lit->on != state.on || cache->lit->off != state.off ||
      cache->lit->strict != state.strict) {
    cache->light = LightMap(builder.library(), state, cache->graph);
    cache->lit = state;
  }
}

}  // namespace

void MapStage(FrameBuilder& builder, Rect rect) {
  MapCache& cache = builder.cache().map;
  Refresh(builder, &cache);
  const ViewState& state = builder.state();
  // A small window begins with the list; drawing it there is a matter of looking somewhere.
  const bool listed = state.as_list || (builder.phone() && state.camera.percent == 0);
  Camera draw;
  if (listed && builder.phone()) {
    draw.percent = 70;
    draw.x = static_cast<std::int32_t>(cache.drawing.width - rect.w / 1.4f + 16);
    draw.y = static_cast<std::int32_t>(std::min(cache.drawing.height / 2, rect.h / 1.4f));
  }
  const MapModel model = BuildMapModel(builder.library(), builder.session(), cache.graph,
                                       cache.voices, cache.light, listed, draw);
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
  Rect columns = rect;
  columns.y += head.h;
  columns.h = builder.S(34);
  Rect stage = rect;
  stage.y = columns.bottom();
  stage.h = rect.bottom() - stage.y;
  Camera camera = state.camera;
  if (camera.percent == 0)
    camera = MapCamera(model, cache.graph, cache.drawing, builder.SpaceFor(stage));
  builder.Add("map-columns", Landmark::kRegion, builder.Say("Columns of the map"), columns,
              Ink::kPaper,
              [&](const Space& space) { return BuildMapColumns(cache.drawing, camera, space); });
  Panel& panel = builder.Add(
      "stage", Landmark::kMain, builder.Say("Map"), stage, Ink::kPaper, [&](const Space& space) {
        return BuildMapScene(model, cache.graph, cache.drawing, camera, space);
      });
  panel.camera = camera;
}

}  // namespace proviso::view
