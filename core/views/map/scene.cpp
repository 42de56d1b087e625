#include "core/views/map/scene.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace proviso::view {
namespace {

constexpr float kMapThin = 1.6f, kMapHeavy = 4;

/// A line that is drawn in one way from end to end.
struct MapStroke {
  Ink ink = Ink::kInk;
  float width = kMapThin, dash = 0, gap = 0;
};

/// Draws one map.
class MapPainter {
 public:
  MapPainter(Sketch& sketch, const MapModel& model, const MapGraph& graph,
             const MapColumns& columns, const MapPlaces& places, float top, float bottom)
      : sketch_(sketch),
        model_(model),
        graph_(graph),
        columns_(columns),
        places_(places),
        top_(top),
        bottom_(bottom) {}

  void Paint() {
    DrawOutcome();
    for (const bool strong : {false, true}) {
      for (std::size_t i = 0; i < places_.lanes.size(); ++i) DrawLane(i, strong);
      for (const MapPlaces::Step& step : places_.steps) DrawStepLine(step, strong);
      for (std::size_t i = 0; i < places_.feeders.size(); ++i) DrawFeederLine(i, strong);
    }
    node_items_.resize(model_.nodes.size());
    arrow_items_.resize(model_.arrows.size());
    for (std::size_t i = 0; i < places_.boxes.size(); ++i)
      DrawBox(places_.boxes[i], graph_.lanes.boxes[i], false);
    for (const MapPlaces::Step& step : places_.steps) DrawStep(step);
    for (std::size_t i = 0; i < places_.feeders.size(); ++i)
      DrawBox(places_.feeders[i], graph_.lanes.feeders[i].parts, true);
    for (std::size_t i = 0; i < places_.lanes.size(); ++i)
      if (const std::uint32_t arrow = LaneAt(i).arrow; arrow != kNoMapIndex) {
        DrawLabel(places_.labels[i], arrow, true);
        DrawBrings(places_.brings[i], places_.middles[i], model_.arrows[arrow].heavy);
      }
    for (std::size_t i = 0; i < places_.feeders.size(); ++i)
      if (!places_.feeders[i].parts.empty()) {
        DrawLabel(places_.feeder_labels[i], graph_.lanes.feeders[i].arrow, false);
        DrawFeederSign(i);
      }
    AddItems();
  }

 private:
  const MapLane& LaneAt(std::size_t i) const { return graph_.lanes.lanes[places_.lanes[i]]; }
  bool InSight(float top, float bottom) const { return bottom > top_ && top < bottom_; }
  bool InSight(const Rect& rect) const { return InSight(rect.y, rect.bottom()); }

  /// A triangle whose tip is at `tip`; pointing right, or up.
  void Head(Point tip, const MapStroke& stroke, bool up = false) {
    const bool heavy = stroke.width > 2;
    const float length = heavy ? 10.2f : 7.7f, half = heavy ? 6.0f : 4.5f;
    if (up)
      sketch_.Put(TriangleShape({tip.x - half, tip.y + length}, tip, {tip.x + half, tip.y + length},
                                stroke.ink));
    else
      sketch_.Put(TriangleShape({tip.x - length, tip.y - half}, tip, {tip.x - length, tip.y + half},
                                stroke.ink));
  }
  void Line(Point from, Point to, const MapStroke& stroke) {
    if (std::abs(from.x - to.x) + std::abs(from.y - to.y) < 1) return;
    if (std::abs(from.y - to.y) < 0.5f || std::abs(from.x - to.x) < 0.5f) {
      sketch_.Put(LineShape(from, to, stroke.ink, stroke.width, stroke.dash, stroke.gap));
      return;
    }
    const float half = (from.x + to.x) / 2;
    sketch_.Put(CurveShape(from, {half, from.y}, {half, to.y}, to, stroke.ink, stroke.width,
                           stroke.dash, stroke.gap));
  }

  MapStroke StrokeOf(const MapArrowWords& arrow) const {
    MapStroke stroke;
    stroke.ink = arrow.selected                    ? Ink::kAccent
                 : model_.supposed && !arrow.heavy ? FaintOf(arrow.sign.sign)
                                                   : InkOf(arrow.sign.sign);
    if (arrow.heavy) stroke.width = kMapHeavy;
    if (arrow.dashed) stroke.dash = 6, stroke.gap = 4;
    return stroke;
  }
  Ink WordsInk(bool strong) const { return model_.supposed && !strong ? Ink::kInkMute : Ink::kInk; }

  void DrawLane(std::size_t i, bool strong) {
    const MapLane& lane = LaneAt(i);
    if (lane.arrow == kNoMapIndex) return;
    const MapArrowWords& arrow = model_.arrows[lane.arrow];
    if ((arrow.heavy || arrow.selected) != strong) return;
    const float y = places_.middles[i];
    const MapStroke stroke = StrokeOf(arrow);
    const Rect& label = places_.labels[i].rect;
    if (!InSight(y - 60, y + 60)) return;
    Line({columns_.conditions_x + columns_.conditions, y}, {label.x, y}, stroke);
    if (lane.step == kNoMapIndex) {
      Line({label.right(), y}, {columns_.outcome_x - 9, y}, stroke);
      Head({columns_.outcome_x, y}, stroke);
      return;
    }
    const float to = EntryOf(i);
    const float bend = std::max(label.right(), columns_.steps_x - sketch_.S(45));
    if (std::abs(to - y) < 0.5f) {
      Line({label.right(), y}, {columns_.steps_x - 9, y}, stroke);
    } else {
      Line({label.right(), y}, {bend, y}, stroke);
      Line({bend, y}, {columns_.steps_x - 8, to}, stroke);
    }
    Head({columns_.steps_x - 1, to}, stroke);
  }

  /// Where a lane runs into its step: those of one step side by side.
  float EntryOf(std::size_t lane) const {
    for (const MapPlaces::Step& step : places_.steps) {
      if (lane < step.first || lane >= step.first + step.count) continue;
      if (step.count == 1) break;
      const float apart = std::min(12.0f, (step.rect.h - 8) / static_cast<float>(step.count));
      return step.rect.y + step.rect.h / 2 +
             (static_cast<float>(lane - step.first) - static_cast<float>(step.count - 1) / 2) *
                 apart;
    }
    return places_.middles[lane];
  }

  bool Reached(std::uint32_t node) const {
    return model_.nodes[node].reached || model_.nodes[node].lever != Lever::kOpen;
  }

  void DrawStepLine(const MapPlaces::Step& step, bool strong) {
    const bool reached = Reached(step.node);
    if (reached != strong || !InSight(step.rect)) return;
    MapStroke stroke;
    stroke.ink = model_.supposed && !reached ? Ink::kInkFaint : Ink::kInk;
    stroke.width = reached ? 3.0f : kMapThin;
    stroke.dash = reached ? 3.0f : 2.0f;
    stroke.gap = 4;
    const float y = step.count == 1 ? places_.middles[step.first] : step.rect.y + step.rect.h / 2;
    Line({step.rect.right(), y}, {columns_.outcome_x - 9, y}, stroke);
    Head({columns_.outcome_x, y}, stroke);
  }

  void Pill(float x, float middle, std::string_view word, bool black) {
    const float w = std::ceil(sketch_.Width(Type::kCaption, word)) + sketch_.S(10);
    const float h = sketch_.S(19);
    const Rect box{std::round(x), std::round(middle - h / 2), w, h};
    sketch_.Fill(box, black ? Ink::kInk : Ink::kPaper, h / 2);
    if (!black) sketch_.Stroke(box, Ink::kInk, 1, h / 2);
    sketch_.WordsCentred(box, word, Type::kCaption, black ? Ink::kPaper : Ink::kInk);
  }

  void DrawLines(float x, float y, const MapWords& words, Type type, Ink ink) {
    for (const std::string& line : words.lines) {
      sketch_.Words(x, y, line, type, ink);
      y += sketch_.LineOf(type);
    }
  }

  void DrawFrame(const Rect& box, bool strong, bool dashed, bool selected) {
    sketch_.Fill(box, Ink::kSurface, 6);
    const Ink ink = strong                       ? Ink::kInk
                    : model_.supposed && !dashed ? Ink::kLine
                                                 : Ink::kControlLine;
    if (dashed)
      sketch_.Put(StrokeShape(box, ink, strong ? 2.0f : 1.0f, 6, strong ? 6.0f : 3.0f, 3));
    else
      sketch_.Stroke(box, ink, strong ? 2.0f : 1.0f, 6);
    if (selected) sketch_.Stroke({box.x - 3, box.y - 3, box.w + 6, box.h + 6}, Ink::kAccent, 3, 9);
  }

  void DrawBox(const MapPlaces::Box& box, const MapParts& parts, bool plain) {
    bool strong = false, selected = false;
    for (std::size_t i = 0; i < box.parts.size(); ++i) {
      strong |= Reached(parts[i].node);
      selected |= model_.nodes[parts[i].node].selected;
    }
    if (box.parts.empty()) return;
    if (InSight(box.rect)) DrawFrame(box.rect, strong, false, selected);
    for (std::size_t i = 0; i < box.parts.size(); ++i) {
      const MapPlaces::Part& part = box.parts[i];
      const bool alone = box.parts.size() == 1;
      const Rect& rect = alone ? box.rect : part.rect;
      Item item = NodeItem(parts[i].node, rect);
      if (node_items_[parts[i].node].id.empty()) node_items_[parts[i].node] = std::move(item);
      if (InSight(rect)) DrawPart(part, parts[i], rect, plain);
    }
  }

  void DrawPart(const MapPlaces::Part& part, const MapPart& says, const Rect& rect, bool plain) {
    const MapNode& node = model_.nodes[says.node];
    const float middle = rect.y + rect.h / 2;
    const Ink before = sketch_.ground();
    sketch_.set_ground(Ink::kSurface);
    float x = rect.x + sketch_.S(plain ? 7 : 6);
    const auto pill = [&](std::string_view key, bool black) {
      Pill(x, middle, sketch_.Say(key), black);
      x += std::ceil(sketch_.Width(Type::kCaption, sketch_.Say(key))) + sketch_.S(18);
    };
    using Word = MapPart::Word;
    if (says.word == Word::kAnd) pill(Key("and##joins two arrows"), false);
    if (says.word == Word::kUnless) pill(Key("unless##on an arrow"), false);
    if (says.word == Word::kExplains) pill(Key("explains##on an arrow"), false);
    if (says.negated) pill(Key("not##on an arrow"), true);
    const bool strong = Reached(says.node);
    float text = rect.x + part.text_x;
    if (node.lever != Lever::kOpen && !plain) {
      pill(node.as_said ? Key("if##before a condition") : Key("if not##before a condition"), true);
      text = x;
    }
    const bool small = part.small || plain || columns_.two_lines;
    const Type type = small ? (strong ? Type::kLabel : Type::kCaption)
                            : (strong ? Type::kControlStrong : Type::kControl);
    const MapWords& words = node.lever == Lever::kOpen || plain ? part.words
                            : node.as_said                      ? part.supposed
                                                                : part.denied;
    const float high = static_cast<float>(words.lines.size()) * sketch_.LineOf(type);
    DrawLines(text, middle - high / 2, words, type,
              model_.supposed && !strong ? Ink::kInkSoft : Ink::kInk);
    sketch_.set_ground(before);
  }

  void DrawStep(const MapPlaces::Step& step) {
    const MapNode& node = model_.nodes[step.node];
    const bool strong = Reached(step.node);
    if (node_items_[step.node].id.empty()) node_items_[step.node] = NodeItem(step.node, step.rect);
    DrawBrings(step.brings, step.rect.y + step.rect.h / 2, strong);
    if (!InSight(step.rect)) return;
    DrawFrame(step.rect, strong, true, node.selected);
    Type type = columns_.two_lines ? Type::kCaption : Type::kControl;
    if (strong) type = columns_.two_lines ? Type::kLabel : Type::kControlStrong;
    const float high = static_cast<float>(step.words.lines.size()) * sketch_.LineOf(type);
    DrawLines(step.rect.x + sketch_.S(10), step.rect.y + (step.rect.h - high) / 2, step.words, type,
              WordsInk(strong));
  }

  /// Inside the outcome, on the line that brings it.
  void DrawBrings(const MapWords& words, float middle, bool strong) {
    const float high = static_cast<float>(words.lines.size()) * sketch_.LineOf(Type::kLabel);
    if (!InSight(middle - high, middle + high)) return;
    DrawLines(columns_.outcome_x + sketch_.S(10), middle - high / 2, words,
              strong ? Type::kLabel : Type::kCaption,
              model_.supposed && !strong ? Ink::kOnInkMute : Ink::kPaper);
  }

  void DrawLabel(const MapPlaces::Label& label, std::uint32_t index, bool sign) {
    const MapArrowWords& arrow = model_.arrows[index];
    arrow_items_[index] = ArrowItem(index, label.rect);
    if (!InSight(label.rect)) return;
    const float middle = label.rect.y + label.rect.h / 2;
    const Ink before = sketch_.ground();
    if (arrow.selected) {
      const Rect plate{label.rect.x, label.rect.y - 2, label.rect.w, label.rect.h + 4};
      sketch_.Fill(plate, Ink::kAccentTint, 4);
      sketch_.Stroke(plate, Ink::kAccent, 2, 4);
      sketch_.set_ground(Ink::kAccentTint);
    }
    float x = label.rect.x;
    if (sign) {
      const float size = arrow.heavy ? 20.0f : 17.0f;
      sketch_.Sign(arrow.sign, x + columns_.sign + sketch_.S(20 - size) / 2, middle, size);
      x += 2 * columns_.sign + sketch_.S(20);
    }
    const Ink ink = WordsInk(arrow.heavy || arrow.selected);
    DrawLines(x, label.rect.y, label.words, arrow.heavy ? Type::kLabel : Type::kCaption, ink);
    if (!arrow.refs.empty()) {
      const Ref& ref = arrow.refs[0];
      const float box = MapLetterWidth(sketch_, model_, ref);
      const float line = sketch_.LineOf(Type::kLabel);
      if (box > 0)
        sketch_.LetterBox(label.ref.x, label.ref.y + (line - sketch_.S(16)) / 2, 16, ref.letter,
                          ref.document);
      if (ref.paragraph != 0)
        sketch_.Words(label.ref.x + box + (box > 0 ? sketch_.S(4) : 0), label.ref.y,
                      "¶" + std::to_string(ref.paragraph), Type::kCaption, ink);
    }
    sketch_.set_ground(before);
  }

  /// The middle of what a feeder leads to, at the side where it comes in.
  Point FeederEnd(std::size_t i) const {
    const MapFeeder& feeder = graph_.lanes.feeders[i];
    const Rect& from = places_.feeders[i].rect;
    if (feeder.box == kNoMapIndex) return {from.x + sketch_.S(12), from.y - sketch_.S(24)};
    const Rect& to = places_.boxes[feeder.box].rect;
    const float middle = from.y + from.h / 2;
    return {columns_.conditions_x - 1,
            std::clamp(middle, to.y + 8, std::max(to.y + 8, to.bottom() - 8))};
  }

  void DrawFeederLine(std::size_t i, bool strong) {
    const MapFeeder& feeder = graph_.lanes.feeders[i];
    const MapPlaces::Box& box = places_.feeders[i];
    const MapArrowWords& arrow = model_.arrows[feeder.arrow];
    if (box.parts.empty() || (arrow.heavy || arrow.selected) != strong) return;
    if (feeder.box == kNoMapIndex && feeder.under == kNoMapIndex) return;
    const MapStroke stroke = StrokeOf(arrow);
    const Point to = FeederEnd(i);
    if (feeder.box == kNoMapIndex) {
      Line({to.x, box.rect.y}, {to.x, to.y + 8}, stroke);
      Head(to, stroke, true);
      return;
    }
    const Point from{box.rect.right(), box.rect.y + box.rect.h / 2};
    if (!InSight(std::min(from.y, to.y), std::max(from.y, to.y) + 1)) return;
    Line(from, {to.x - 8, to.y}, stroke);
    Head(to, stroke);
  }

  void DrawFeederSign(std::size_t i) {
    const MapFeeder& feeder = graph_.lanes.feeders[i];
    const MapArrowWords& arrow = model_.arrows[feeder.arrow];
    const Rect& box = places_.feeders[i].rect;
    const float size = sketch_.S(17);
    if (!InSight(box) || !IsDrawn(arrow.sign.sign)) return;
    const Point to = FeederEnd(i);
    if (feeder.box == kNoMapIndex) {
      sketch_.Sign(arrow.sign, box.x + sketch_.S(20), (to.y + box.y) / 2 + 2, 17);
      return;
    }
    const float x =
        std::round(box.right() + (columns_.conditions_x - box.right()) * 0.4f - size / 2);
    const float y = box.y + box.h / 2;
    sketch_.Fill({x - 1, y - size / 2, size + 2, size}, Ink::kPaper);
    sketch_.Sign(arrow.sign, x, y, 17);
  }

  void DrawOutcome() {
    const Rect& box = places_.outcome;
    sketch_.Fill(box, Ink::kInk, 8);
    std::uint32_t target = 0;
    for (std::uint32_t i = 0; i < model_.nodes.size(); ++i)
      if (model_.nodes[i].outcome) target = i;
    if (model_.nodes[target].selected)
      sketch_.Stroke({box.x - 3, box.y - 3, box.w + 6, box.h + 6}, Ink::kAccent, 3, 11);
    // In the middle of what of it is in sight.
    const float from = std::max(box.y, top_), to = std::min(box.bottom(), bottom_);
    const float high = static_cast<float>(places_.outcome_words.lines.size()) *
                       sketch_.LineOf(places_.outcome_type);
    const float y =
        std::clamp((from + to - high) / 2, box.y + 8, std::max(box.y + 8, box.bottom() - high - 8));
    const Ink before = sketch_.ground();
    sketch_.set_ground(Ink::kInk);
    DrawLines(std::round(box.right() - box.w * 0.53f), y, places_.outcome_words,
              places_.outcome_type, Ink::kPaper);
    sketch_.set_ground(before);
  }

  Item NodeItem(std::uint32_t i, const Rect& rect) const {
    const MapNode& node = model_.nodes[i];
    Item item = MakeItem(ItemRole::kTreeItem, "map/node/" + node.id, node.name, rect);
    item.press = node.select;
    item.double_press = OpenPlace{node.id};
    item.selected = node.selected ? Tri::kYes : Tri::kNo;
    return item;
  }

  Item ArrowItem(std::uint32_t i, const Rect& rect) const {
    const MapArrowWords& arrow = model_.arrows[i];
    Rect target = rect;
    target.h = std::max(rect.h, sketch_.target());
    target.y += (rect.h - target.h) / 2;
    Item item = MakeItem(ItemRole::kTreeItem, "map/arrow/" + arrow.id, arrow.name, target);
    item.description = sketch_.say().Chain(Key("{0}, {1}"),
                                           {arrow.label, arrow.brings, arrow.word, arrow.firmness});
    item.press = arrow.select;
    if (!arrow.refs.empty()) item.double_press = OpenPlace{arrow.refs[0].passage};
    item.selected = arrow.selected ? Tri::kYes : Tri::kNo;
    return item;
  }

  void AddItems() {
    Rect all{0, places_.outcome.y, places_.outcome.right(), places_.bottom - places_.outcome.y};
    sketch_.Open(MakeItem(ItemRole::kTree, "map/tree", model_.title, all));
    for (const MapRow& row : model_.rows) {
      Item item = row.arrow                         ? arrow_items_[row.index]
                  : model_.nodes[row.index].outcome ? NodeItem(row.index, places_.outcome)
                                                    : node_items_[row.index];
      if (item.id.empty()) continue;  // Not drawn: too many.
      item.level = row.level;
      item.pos = row.pos;
      item.size = row.size;
      item.group = "map";
      sketch_.Add(std::move(item));
    }
    if (places_.left_out > 0) AddMore();
    sketch_.Close();
  }

  void AddMore() {
    const Rect& box = places_.more;
    const std::string words =
        sketch_.say().Counted(places_.left_out, "{0} more link", "{0} more links");
    sketch_.Put(StrokeShape(box, Ink::kControlLine, 1, 6, 3, 3));
    sketch_.Words(box.x + sketch_.S(10), box.y + (box.h - sketch_.LineOf(Type::kControl)) / 2,
                  words, Type::kControl, Ink::kInk);
    Item item = MakeItem(ItemRole::kTreeItem, "map/more", words, box);
    item.press = ScrollTo{std::string(kMapMore), 1};
    item.level = 2;
    item.group = "map";
    sketch_.Add(std::move(item));
  }

  Sketch& sketch_;
  const MapModel& model_;
  const MapGraph& graph_;
  const MapColumns& columns_;
  const MapPlaces& places_;
  float top_, bottom_;
  std::vector<Item> node_items_, arrow_items_;
};

}  // namespace

void DrawMapHeads(Sketch& sketch, const MapColumns& columns, float y) {
  const auto head = [&](float x, float width, std::string_view key, std::string_view id) {
    if (width <= 0) return;
    sketch.HRule(x, y, width, Ink::kInk, 2);
    sketch.Heading(x, y + sketch.S(9), width, sketch.Say(key), Type::kLabel, 2, Ink::kInk,
                   "map/column/" + std::string(id));
  };
  head(columns.back_x, columns.back, Key("Further back"), "back");
  head(columns.conditions_x, columns.conditions, Key("Conditions"), "conditions");
  head(columns.steps_x, columns.steps, Key("A step before"), "steps");
  head(columns.outcome_x, columns.outcome, Key("Outcome"), "outcome");
}

void DrawMap(Sketch& sketch, const MapModel& model, const MapGraph& graph,
             const MapColumns& columns, const MapPlaces& places, float top, float bottom) {
  MapPainter(sketch, model, graph, columns, places, top, bottom).Paint();
}

}  // namespace proviso::view
