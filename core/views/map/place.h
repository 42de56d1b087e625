#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/canvas/sketch.h"
#include "core/views/map/model.h"

namespace proviso::view {

/// Where the columns of a map stand, and how high a lane is; points of the scene. A map on screen
/// has those of `ColumnsOfMap`, a picture of its own has others.
struct MapColumns {
  float back_x = 0, back = 0;  ///< Further back; no width: there is none.
  float conditions_x = 0, conditions = 0;
  float steps_x = 0, steps = 0;  ///< A step before; no width: there is none.
  float outcome_x = 0, outcome = 0;
  float lane = 39;         ///< The least height of one.
  float space = 9;         ///< Between boxes.
  float sign = 6;          ///< Around the sign in a label.
  bool two_lines = false;  ///< A label has its place under its voice, and boxes have small type.
};

/// The columns of a map that is `width` wide, from `left`. Units: points; `sketch` scales.
MapColumns ColumnsOfMap(const Sketch& sketch, const MapGraph& graph, float left, float width);

/// Words that stand under each other, as broken once for good: heavier type breaks no other way.
struct MapWords {
  std::vector<std::string> lines;
  float width = 0;  ///< Of the widest in heavy type.
};

/// Where everything stands. Knows nothing of what is supposed, so that nothing moves when it does.
struct MapPlaces {
  struct Part {
    Rect rect;
    MapWords words;
    MapWords supposed, denied;  ///< The same behind "if" and "if not".
    bool small = false;         ///< In small type, since it takes more than a line.
    float text_x = 0;           ///< Behind the words "and", "unless" or "not".
  };
  struct Box {
    Rect rect;
    std::vector<Part> parts;
  };
  struct Label {
    Rect rect;  ///< What of the line it covers.
    MapWords words;
    Point ref;  ///< Where the letter of the text stands.
  };
  struct Step {
    std::uint32_t node = 0, first = 0, count = 0;  ///< Which lanes run into it.
    Rect rect;
    MapWords words, brings;
  };

  std::vector<std::uint32_t> lanes;  ///< Those drawn, of `MapLanes::lanes`, in its order.
  std::vector<float> middles;        ///< By `lanes`.
  std::vector<Label> labels;         ///< By `lanes`.
  std::vector<MapWords> brings;      ///< By `lanes`; empty where a step stands between.
  std::vector<Box> boxes;            ///< By box; of those without a lane nothing.
  std::vector<Step> steps;           ///< One for each run of lanes into the same step.
  std::vector<Box> feeders;
  std::vector<Label> feeder_labels;
  Rect outcome;
  MapWords outcome_words;
  Type outcome_type = Type::kH3;  ///< A smaller one where a word would be broken.
  Rect more;  ///< Under the last lane: what says how many are not drawn; or empty.
  std::size_t left_out = 0;
  float bottom = 0;
};

/// The box with the letter of a text; none where there is but one.
float MapLetterWidth(const Sketch& sketch, const MapModel& model, const Ref& ref);

/// Places at most `most` lanes from `top` down: the first, or where `lit_first` says so those that
/// carry what is supposed before the rest; in either case in their own order.
MapPlaces PlaceMap(const Sketch& sketch, const MapModel& model, const MapGraph& graph,
                   const MapColumns& columns, float top, std::size_t most, bool lit_first = false);

}  // namespace proviso::view
