// The map as a picture for an article: at most nine links, those that carry what is supposed first.

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

#include "core/views/map/scene.h"
#include "core/views/map/stage.h"
#include "core/voice/phrases.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

constexpr std::size_t kMostLanesInFigure = 9;
constexpr float kHeads = 50;  // What stands above the lanes.
constexpr float kLeastLane = 36;

/// The columns of a picture: shares of its width, as in one 1136 wide; in a narrow one words need
/// more of it.
MapColumns FigureColumns(const Sketch& sketch, const MapGraph& graph, Rect room, float lane) {
  MapColumns columns = ColumnsOfMap(sketch, graph, room.x, room.w);
  columns.back = 0;
  columns.conditions_x = room.x;
  const bool narrow = room.w < sketch.S(700);
  columns.conditions = std::round(room.w * (narrow ? 0.27f : 0.292f));
  if (columns.steps > 0) {
    columns.steps_x = room.x + std::round(room.w * (narrow ? 0.5f : 0.53f));
    columns.steps = std::round(room.w * (narrow ? 0.16f : 0.15f));
  }
  columns.outcome_x = room.x + std::round(room.w * (narrow ? 0.7f : 0.74f));
  columns.outcome = room.x + room.w - columns.outcome_x;
  columns.lane = lane / sketch.scale();
  columns.two_lines = true;
  return columns;
}

/// Each sign that the lanes drawn have, once.
void AddSigns(const Library& library, const MapModel& model, const MapGraph& graph,
              const MapPlaces& places, Figure* figure) {
  for (const std::uint32_t lane : places.lanes) {
    const std::uint32_t arrow = graph.lanes.lanes[lane].arrow;
    if (arrow == kNoMapIndex) continue;
    SignMark mark = model.arrows[arrow].sign;
    mark.other_step = false;
    mark.words = library.say(Label(mark.sign));
    const auto same = [&mark](const SignMark& one) {
      return one.sign == mark.sign && one.inferred == mark.inferred &&
             one.not_held == mark.not_held;
    };
    if (std::none_of(figure->signs.begin(), figure->signs.end(), same))
      figure->signs.push_back(std::move(mark));
  }
}

}  // namespace

std::optional<Figure> MapFigure(StageBuilder& builder, Rect room) {
  MapCache& cache = builder.cache().Kept<MapCache>();
  RefreshMap(builder, &cache);
  const Library& library = builder.library();
  const ViewState& state = builder.state();
  const Say& say = library.say;
  auto model = std::make_shared<MapModel>(
      BuildMapModel(library, builder.session(), cache.graph, cache.voices, cache.light, false));
  if (!model->empty.empty() || !cache.graph.target) return std::nullopt;
  auto graph = std::make_shared<MapGraph>(cache.graph);
  graph->lanes.feeders.clear();  // What works further back is for who looks closer.
  const Sketch probe(builder.SpaceFor(room), "figure", Ink::kPaper);
  const float heads = probe.S(kHeads);
  const std::size_t most = std::clamp<std::size_t>(
      static_cast<std::size_t>((room.h - heads) / probe.S(kLeastLane)), 3, kMostLanesInFigure);
  const std::size_t all = graph->lanes.lanes.size();
  // Long labels make lanes higher: as many are drawn as then have room.
  std::size_t drawn = std::min(all, most);
  MapColumns columns;
  std::shared_ptr<MapPlaces> places;
  const auto place = [&](float lane) {
    columns = FigureColumns(probe, *graph, room, lane);
    places = std::make_shared<MapPlaces>(
        PlaceMap(probe, *model, *graph, columns, room.y + heads, drawn, true));
    places->more = {};
    places->left_out = 0;
    return places->outcome.bottom() <= room.bottom();
  };
  // Lanes share the room evenly, or stand as close as their words let them.
  while (!place((room.h - heads) / static_cast<float>(std::max<std::size_t>(drawn, 5))) &&
         !place(probe.S(kLeastLane)) && drawn > 2)
    --drawn;
  Figure figure;
  figure.headline =
      say("What “{0}” depends on, and who says so", {library.dataset[graph->target].label});
  const std::string supposed = SupposedWords(library, state.on, state.off);
  figure.dek = supposed.empty()
                   ? say("Links drawn in {0}.", {TextsWords(library)})
                   : say("Links drawn in {0}, if {1}.", {TextsWords(library), supposed});
  if (drawn < all)
    figure.note = say("{0} of {1} links are drawn", {std::to_string(drawn), std::to_string(all)});
  AddSigns(library, *model, *graph, *places, &figure);
  if (!supposed.empty()) figure.carries = say("Carries what is supposed");
  figure.draw = [model, graph, places, columns](Sketch& sketch, Rect at) {
    DrawMapHeads(sketch, columns, at.y);
    DrawMap(sketch, *model, *graph, columns, *places, at.y, at.bottom());
  };
  return figure;
}

}  // namespace proviso::view
