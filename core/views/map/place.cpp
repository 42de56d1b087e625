#include "core/views/map/place.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace proviso::view {
namespace {

// Of a stage 1068 wide, beside the inspector, and of one 1440 wide: further back, the gap after it,
// conditions, labels, steps, the gap after them, outcome.
constexpr std::array kMapNarrow{118.0f, 26.0f, 268.0f, 216.0f, 140.0f, 34.0f, 218.0f};
constexpr std::array kMapWide{146.0f, 34.0f, 388.0f, 288.0f, 222.0f, 68.0f, 246.0f};
constexpr float kMapNarrowWidth = 1068, kMapWideWidth = 1440, kMapMargin = 24;
constexpr float kMapSign = 20;

Type MapBoxType(const MapColumns& columns) {
  return columns.two_lines ? Type::kLabel : Type::kControlStrong;
}

MapWords BrokenWords(const Sketch& sketch, std::string_view text, Type type, float width) {
  std::vector<Run> runs(1);
  runs[0].text = text;
  runs[0].type = type;
  const Flow flow = FlowText(sketch.measure(), sketch.scale(), runs, std::max(width, 1.0f));
  MapWords words;
  for (const Line& line : flow.lines) {
    std::string one;
    for (const Piece& piece : line.pieces) one += piece.text;
    words.lines.push_back(std::move(one));
  }
  words.width = std::ceil(flow.width);
  return words;
}

/// Whether each word stands on one line of this width.
bool WordsFit(const Sketch& sketch, std::string_view text, Type type, float width) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (sketch.Width(type, text.substr(at, end - at)) > width) return false;
    at = end + 1;
  }
  return true;
}

class MapPlacer {
 public:
  MapPlacer(const Sketch& sketch, const MapModel& model, const MapGraph& graph,
            const MapColumns& columns)
      : sketch_(sketch), model_(model), graph_(graph), columns_(columns) {
    // A pill stands where the words began, and they go on behind it.
    supposed_ = Pill(Key("if##before a condition")) - sketch_.S(4);
    denied_ = Pill(Key("if not##before a condition")) - sketch_.S(4);
  }

  MapPlaces Place(float top, std::size_t most, bool lit_first) {
    Choose(most, lit_first);
    PlaceLanes(top);
    PlaceSteps();
    PlaceFeeders(top);
    if (made_.left_out > 0) {
      made_.more = {columns_.conditions_x, made_.bottom, columns_.conditions,
                    std::max(columns_.lane - columns_.space, sketch_.target())};
      made_.bottom += std::max(columns_.lane, made_.more.h + columns_.space);
    }
    PlaceOutcome(top);
    return std::move(made_);
  }

 private:
  const MapLanes& lanes() const { return graph_.lanes; }
  float Pill(std::string_view key) const {
    return std::ceil(sketch_.Width(Type::kCaption, sketch_.Say(key))) + sketch_.S(18);
  }

  void Choose(std::size_t most, bool lit_first) {
    const auto count = static_cast<std::uint32_t>(lanes().lanes.size());
    std::vector<std::uint8_t> taken(count, 0);
    std::size_t left = std::min<std::size_t>(most, count);
    made_.left_out = count - left;
    for (const bool lit : {true, false})
      for (std::uint32_t i = 0; i < count && left > 0; ++i) {
        const std::uint32_t arrow = lanes().lanes[i].arrow;
        const bool heavy = arrow != kNoMapIndex && model_.arrows[arrow].heavy;
        if (taken[i] != 0 || (lit && !(lit_first && heavy))) continue;
        taken[i] = 1;
        --left;
      }
    for (std::uint32_t i = 0; i < count; ++i)
      if (taken[i] != 0) made_.lanes.push_back(i);
  }

  /// The words of a box one under the other, `width` wide.
  MapPlaces::Box BoxOf(const MapParts& parts, float width, Type type, bool plain) const {
    MapPlaces::Box box;
    for (const MapPart& part : parts) {
      MapPlaces::Part one;
      one.text_x = sketch_.S(plain ? 8 : 10);
      using Word = MapPart::Word;
      if (part.word == Word::kAnd) one.text_x += Pill(Key("and##joins two arrows"));
      if (part.word == Word::kUnless) one.text_x += Pill(Key("unless##on an arrow"));
      if (part.word == Word::kExplains) one.text_x += Pill(Key("explains##on an arrow"));
      if (part.negated) one.text_x += Pill(Key("not##on an arrow"));
      const float room = width - one.text_x - sketch_.S(8);
      const std::string& label = model_.nodes[part.node].label;
      Type of = type;
      std::size_t lines = 0;
      for (const bool small : {false, true}) {
        if (small) of = Type::kLabel;
        one.small = small;
        one.words = BrokenWords(sketch_, label, of, room);
        one.supposed = BrokenWords(sketch_, label, of, plain ? room : room - supposed_);
        one.denied = BrokenWords(sketch_, label, of, plain ? room : room - denied_);
        lines =
            std::max({one.words.lines.size(), one.supposed.lines.size(), one.denied.lines.size()});
        if (lines <= 1 || plain) break;
      }
      one.rect.w = width;
      one.rect.h = static_cast<float>(lines) * sketch_.LineOf(of);
      box.rect.h += one.rect.h;
      box.parts.push_back(std::move(one));
    }
    box.rect.w = width;
    // Several stand apart, each large enough to be pressed.
    const float pad = sketch_.S(box.parts.size() > 1 ? 6 : 2);
    if (box.parts.size() > 1) {
      box.rect.h = 0;
      for (MapPlaces::Part& part : box.parts) {
        part.rect.h = std::max(part.rect.h, sketch_.target());
        box.rect.h += part.rect.h;
      }
    }
    box.rect.h += pad;
    return box;
  }

  /// Puts a box at its place, and its words into the middle of it.
  static void Put(MapPlaces::Box* box, Rect rect) {
    float words = 0;
    for (const MapPlaces::Part& part : box->parts) words += part.rect.h;
    float y = rect.y + (rect.h - words) / 2;
    for (MapPlaces::Part& part : box->parts) {
      part.rect.x = rect.x;
      part.rect.y = std::round(y);
      y += part.rect.h;
    }
    box->rect = rect;
  }

  const MapLane& LaneAt(std::size_t i) const { return lanes().lanes[made_.lanes[i]]; }

  float LabelEnd(const MapLane& lane) const {
    return lane.step != kNoMapIndex ? columns_.steps_x - sketch_.S(columns_.two_lines ? 12 : 24)
                                    : columns_.outcome_x - sketch_.S(40);
  }

  /// The label of a lane, from the line's middle; and how high it is.
  MapPlaces::Label LabelOf(std::uint32_t arrow, float x, float right) const {
    MapPlaces::Label label;
    const MapArrowWords& words = model_.arrows[arrow];
    const float text = x + 2 * columns_.sign + sketch_.S(kMapSign);
    float ref = 0;
    if (!words.refs.empty()) ref = RefWidth(words.refs[0]);
    label.words = BrokenWords(sketch_, words.label, Type::kLabel, right - text - columns_.sign);
    float end = text + label.words.width;
    float last = text;  // Where the last line ends.
    if (!label.words.lines.empty())
      last += std::ceil(sketch_.Width(Type::kLabel, label.words.lines.back()));
    std::size_t lines = label.words.lines.size();
    const float line = sketch_.LineOf(Type::kLabel);
    if (ref > 0 && !columns_.two_lines && last + sketch_.S(6) + ref <= right - columns_.sign) {
      label.ref = {last + sketch_.S(6), static_cast<float>(lines - 1) * line};
      end = std::max(end, label.ref.x + ref);
    } else if (ref > 0) {
      label.ref = {text, static_cast<float>(lines) * line};
      ++lines;
      end = std::max(end, text + ref);
    }
    label.rect = {x, 0, end + columns_.sign - x, static_cast<float>(lines) * line};
    return label;
  }

  float RefWidth(const Ref& ref) const {
    const float letter = MapLetterWidth(sketch_, model_, ref);
    if (ref.paragraph == 0) return letter;
    return letter + (letter > 0 ? sketch_.S(4) : 0) +
           std::ceil(sketch_.Width(Type::kLabel, "¶" + std::to_string(ref.paragraph)));
  }

  static void MoveTo(MapPlaces::Label* label, float middle) {
    label->rect.y = std::round(middle - label->rect.h / 2);
    label->ref.y += label->rect.y;
  }

  MapWords BringsOf(std::string_view words) const {
    // The outcome's own words stand at its right.
    return BrokenWords(sketch_, words, Type::kLabel, columns_.outcome * 0.47f - sketch_.S(14));
  }

  void PlaceLanes(float top) {
    std::vector<float> heights;
    const float line = sketch_.LineOf(Type::kLabel);
    made_.boxes.resize(lanes().boxes.size());
    for (std::size_t i = 0; i < made_.lanes.size(); ++i) {
      const MapLane& lane = LaneAt(i);
      float height = std::max(columns_.lane, sketch_.target() + columns_.space);
      MapPlaces::Label label;
      MapWords brings;
      if (lane.arrow != kNoMapIndex) {
        label = LabelOf(
            lane.arrow,
            columns_.conditions_x + columns_.conditions + sketch_.S(columns_.two_lines ? 14 : 22),
            LabelEnd(lane));
        height = std::max(height, label.rect.h + sketch_.S(4));
        if (lane.step == kNoMapIndex) brings = BringsOf(model_.arrows[lane.arrow].brings);
      }
      height = std::max(height, static_cast<float>(brings.lines.size()) * line + sketch_.S(4));
      if (lane.step != kNoMapIndex) {
        height = std::max(height, StepWords(lane.step).second + sketch_.S(3));
        const auto lines =
            static_cast<float>(BringsOf(model_.nodes[lane.step].brings).lines.size());
        height = std::max(height, lines * line + sketch_.S(4));
      }
      heights.push_back(height);
      made_.labels.push_back(std::move(label));
      made_.brings.push_back(std::move(brings));
    }
    float y = top;
    for (std::size_t i = 0; i < made_.lanes.size();) {
      const std::uint32_t box = LaneAt(i).box;
      std::size_t end = i + 1;
      while (end < made_.lanes.size() && box != kNoMapIndex && LaneAt(end).box == box) ++end;
      float all = 0;
      for (std::size_t k = i; k < end; ++k) all += heights[k];
      if (box != kNoMapIndex) {
        made_.boxes[box] =
            BoxOf(lanes().boxes[box], columns_.conditions, MapBoxType(columns_), false);
        // A box grows before a word is cut.
        const float more = made_.boxes[box].rect.h + sketch_.S(3) - all;
        for (std::size_t k = i; k < end && more > 0; ++k)
          heights[k] += std::ceil(more / static_cast<float>(end - i));
      }
      const float from = y;
      for (; i < end; ++i) {
        made_.middles.push_back(y + heights[i] / 2);
        MoveTo(&made_.labels[i], made_.middles[i]);
        y += heights[i];
      }
      if (box == kNoMapIndex) continue;
      const float high = std::round(
          std::max(y - from - columns_.space, std::min(made_.boxes[box].rect.h, y - from)));
      Put(&made_.boxes[box],
          {columns_.conditions_x, std::round((from + y - high) / 2), columns_.conditions, high});
    }
    made_.bottom = y;
  }

  std::pair<MapWords, float> StepWords(std::uint32_t node) const {
    const Type type = MapBoxType(columns_);
    MapWords words =
        BrokenWords(sketch_, model_.nodes[node].label, type, columns_.steps - sketch_.S(20));
    const float lines = static_cast<float>(words.lines.size()) * sketch_.LineOf(type);
    return {std::move(words), std::max(lines + sketch_.S(2), columns_.lane - columns_.space)};
  }

  void PlaceSteps() {
    for (std::uint32_t i = 0; i < made_.lanes.size();) {
      const std::uint32_t node = LaneAt(i).step;
      std::uint32_t end = i + 1;
      while (end < made_.lanes.size() && node != kNoMapIndex && LaneAt(end).step == node) ++end;
      if (node != kNoMapIndex) {
        MapPlaces::Step step;
        step.node = node;
        step.first = i;
        step.count = end - i;
        auto [words, height] = StepWords(node);
        step.words = std::move(words);
        step.brings = BringsOf(model_.nodes[node].brings);
        const float middle = (made_.middles[i] + made_.middles[end - 1]) / 2;
        step.rect = {columns_.steps_x, std::round(middle - height / 2), columns_.steps,
                     std::round(height)};
        made_.steps.push_back(std::move(step));
      }
      i = end;
    }
  }

  void PlaceFeeders(float top) {
    float y = top + columns_.space / 2;
    made_.feeders.resize(lanes().feeders.size());
    made_.feeder_labels.resize(lanes().feeders.size());
    for (std::size_t i = 0; i < lanes().feeders.size(); ++i) {
      const MapFeeder& feeder = lanes().feeders[i];
      // Of what is not drawn nothing is.
      if (feeder.box != kNoMapIndex && made_.boxes[feeder.box].parts.empty()) continue;
      if (feeder.under != kNoMapIndex && made_.feeders[feeder.under].parts.empty()) continue;
      MapPlaces::Box box = BoxOf(feeder.parts, columns_.back, Type::kCaption, true);
      box.rect.h = std::max(box.rect.h + sketch_.S(4), sketch_.target());
      float at = y;
      if (feeder.box != kNoMapIndex) {
        const Rect& to = made_.boxes[feeder.box].rect;
        at = std::max(at, std::round(to.y + to.h / 2 - box.rect.h / 2));
      } else if (feeder.under != kNoMapIndex) {
        at += sketch_.S(22);
      }
      Put(&box, {columns_.back_x, at, columns_.back, box.rect.h});
      MapPlaces::Label label = FeederLabel(feeder.arrow);
      label.rect.y = box.rect.bottom() + sketch_.S(2);
      label.ref.y += label.rect.y;
      y = label.rect.bottom() + sketch_.S(8);
      made_.feeders[i] = std::move(box);
      made_.feeder_labels[i] = std::move(label);
    }
    made_.bottom = std::max(made_.bottom, std::ceil(y));
  }

  /// Under its box: the voice, and the place on a line of its own where it finds no room.
  MapPlaces::Label FeederLabel(std::uint32_t arrow) const {
    MapPlaces::Label label;
    const MapArrowWords& words = model_.arrows[arrow];
    const float line = sketch_.LineOf(Type::kLabel);
    label.words = BrokenWords(sketch_, words.label, Type::kLabel, columns_.back);
    auto lines = static_cast<float>(label.words.lines.size());
    if (!words.refs.empty()) {
      const float last = std::ceil(sketch_.Width(Type::kLabel, label.words.lines.back()));
      const bool beside = last + sketch_.S(6) + RefWidth(words.refs[0]) <= columns_.back;
      label.ref = beside ? Point{columns_.back_x + last + sketch_.S(6), (lines - 1) * line}
                         : Point{columns_.back_x, lines * line};
      if (!beside) lines += 1;
    }
    label.rect = {columns_.back_x, 0, columns_.back, std::max(lines * line, sketch_.target())};
    return label;
  }

  void PlaceOutcome(float top) {
    const float width = columns_.outcome;
    for (std::uint32_t i = 0; i < graph_.nodes.size(); ++i)
      if (graph_.nodes[i] == graph_.target) {
        const std::string& label = model_.nodes[i].label;
        const float room = width * 0.53f - sketch_.S(10);
        for (const Type smaller : {Type::kBodyStrong, Type::kLabel})
          if (!WordsFit(sketch_, label, made_.outcome_type, room)) made_.outcome_type = smaller;
        made_.outcome_words = BrokenWords(sketch_, label, made_.outcome_type, room);
      }
    const float words =
        static_cast<float>(made_.outcome_words.lines.size()) * sketch_.LineOf(made_.outcome_type);
    const float last = made_.middles.empty() ? made_.bottom : LanesEnd();
    made_.outcome = {columns_.outcome_x, top - sketch_.S(4), width,
                     std::max(last - top + sketch_.S(8), words + sketch_.S(32))};
    made_.bottom = std::max(made_.bottom, made_.outcome.bottom());
  }

  float LanesEnd() const {
    float end = made_.middles.back() + columns_.lane / 2;
    for (const MapPlaces::Box& box : made_.boxes)
      if (!box.parts.empty()) end = std::max(end, box.rect.bottom() + columns_.space / 2);
    for (const MapPlaces::Step& step : made_.steps)
      end = std::max(end, step.rect.bottom() + columns_.space / 2);
    return std::round(end);
  }

  const Sketch& sketch_;
  const MapModel& model_;
  const MapGraph& graph_;
  const MapColumns& columns_;
  float supposed_ = 0, denied_ = 0;  // Room for "if" and "if not" before a condition.
  MapPlaces made_;
};

}  // namespace

MapColumns ColumnsOfMap(const Sketch& sketch, const MapGraph& graph, float left, float width) {
  const float one = sketch.scale();
  const float all = width / one;
  // Below the narrow one everything shrinks alike, above the wide one the outcome stays as it is.
  const float t =
      std::clamp((all - kMapNarrowWidth) / (kMapWideWidth - kMapNarrowWidth), 0.0f, 1.0f);
  const float shrink = std::min(1.0f, (all - 2 * kMapMargin) / (kMapNarrowWidth - 2 * kMapMargin));
  const auto at = [&](std::size_t i) {
    return std::round((kMapNarrow[i] + (kMapWide[i] - kMapNarrow[i]) * t) * shrink * one);
  };
  const bool back = !graph.lanes.feeders.empty();
  bool steps = false;
  for (const MapLane& lane : graph.lanes.lanes) steps |= lane.step != kNoMapIndex;
  MapColumns columns;
  const float margin = std::round(kMapMargin * one);
  columns.two_lines = t < 0.5f;
  columns.lane = std::round((columns.two_lines ? 40 : 39) * one);
  columns.space = std::round((columns.two_lines ? 4 : 9) * one);
  columns.sign = std::round((columns.two_lines ? 4 : 6) * one);
  columns.outcome = at(6);
  columns.outcome_x = left + width - margin - columns.outcome;
  columns.steps = steps ? at(4) : 0;
  columns.steps_x = columns.outcome_x - at(5) - columns.steps;
  if (!steps) columns.steps_x = columns.outcome_x;
  columns.back_x = left + margin;
  columns.back = back ? at(0) : 0;
  columns.conditions_x = columns.back_x + (back ? columns.back + at(1) : 0);
  // What is left is that of conditions and of labels; of a wider window both take their part.
  const float rest = columns.steps_x - columns.conditions_x;
  const float share = kMapWide[2] / (kMapWide[2] + kMapWide[3]);
  columns.conditions = at(2);
  if (rest > at(2) + at(3)) columns.conditions += std::round((rest - at(2) - at(3)) * share);
  return columns;
}

float MapLetterWidth(const Sketch& sketch, const MapModel& model, const Ref& ref) {
  return model.letters ? sketch.LetterBoxWidth(16, ref.letter) : 0;
}

MapPlaces PlaceMap(const Sketch& sketch, const MapModel& model, const MapGraph& graph,
                   const MapColumns& columns, float top, std::size_t most, bool lit_first) {
  return MapPlacer(sketch, model, graph, columns).Place(top, most, lit_first);
}

}  // namespace proviso::view
