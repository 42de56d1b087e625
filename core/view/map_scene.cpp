#include "core/view/map_scene.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/base/sort.h"
#include "core/view/camera.h"

namespace proviso::view {
namespace {

constexpr float kNodeWidth = 272, kLabelWidth = 200, kLabelHeight = 26;
constexpr float kLeastScale = 0.62f;  // A box's label still has room for some words.
constexpr float kThin = 1.5f, kHeavy = 3.5f, kArrowhead = 9;

std::vector<Run> OneRun(std::string_view text, Type type, Ink ink = Ink::kInk) {
  std::vector<Run> runs(1);
  runs[0].text = text;
  runs[0].type = type;
  runs[0].ink = ink;
  return runs;
}

Rect Grown(Rect rect, float side) {
  const float w = std::max(rect.w, side), h = std::max(rect.h, side);
  return {rect.x + (rect.w - w) / 2, rect.y + (rect.h - h) / 2, w, h};
}

/// Draws one map.
class Painter {
 public:
  Painter(const MapModel& model, const MapGraph& graph, const MapDrawing& drawing, Camera camera,
          const Space& space)
      : model_(model),
        graph_(graph),
        drawing_(drawing),
        space_(space),
        sketch_(space, "stage", Ink::kPaper) {
    view_ =
        Project({0, 0, drawing.width, drawing.height}, {0, 0, space.width, space.height}, &camera);
  }

  Scene Paint() {
    const Rect box{0, 0, space_.width, space_.height};
    sketch_.Clip(box);
    for (const bool selected : {false, true})
      for (const MapDrawing::Line& line : drawing_.lines)
        if (Selected(line) == selected) DrawLine(line);
    sketch_.Open(MakeItem(ItemRole::kTree, "map/tree", model_.title, box));
    for (const MapRow& row : model_.rows) {
      Item item = row.arrow ? DrawLabel(row.index) : DrawNode(row.index);
      item.level = row.level;
      item.pos = row.pos;
      item.size = row.size;
      item.group = "map";
      sketch_.Add(std::move(item));
    }
    sketch_.Close();
    sketch_.Unclip();
    return sketch_.Finish(space_.height);
  }

 private:
  Point At(layout::Spot spot) const { return view_.At({spot.x, spot.y}); }

  Rect NodeBox(std::uint32_t i) const {
    const Point p = At(drawing_.nodes[i]);
    return {std::round(p.x), std::round(p.y), std::round(drawing_.node_width * view_.scale),
            std::round(drawing_.heights[i] * view_.scale)};
  }
  Rect LabelBox(std::uint32_t i) const {
    const Point p = At(drawing_.labels[i]);
    return {p.x, p.y, drawing_.label_width * view_.scale, drawing_.label_heights[i] * view_.scale};
  }
  bool InSight(const Rect& r) const {
    return r.right() > 0 && r.bottom() > 0 && r.x < space_.width && r.y < space_.height;
  }
  bool Selected(const MapDrawing::Line& line) const {
    return line.kind != MapDrawing::Line::Kind::kNear && model_.arrows[line.arrow].selected;
  }

  void Pill(float x, float middle, std::string_view word, bool black) {
    const float w = std::ceil(sketch_.Width(Type::kCaption, word)) + sketch_.S(10);
    const float h = sketch_.S(17);
    const Rect box{std::round(x), std::round(middle - h / 2), w, h};
    sketch_.Fill(box, black ? Ink::kInk : Ink::kPaper, h / 2);
    if (!black) sketch_.Stroke(box, Ink::kInk, 1, h / 2);
    sketch_.WordsCentred(box, word, Type::kCaption, black ? Ink::kPaper : Ink::kInk);
  }

  void DrawLine(const MapDrawing::Line& line) {
    using Kind = MapDrawing::Line::Kind;
    const bool near = line.kind == Kind::kNear;
    const MapArrowWords* arrow = near ? nullptr : &model_.arrows[line.arrow];
    const bool unless = line.kind == Kind::kUnless;
    Ink ink = near || unless ? Ink::kInkMute : InkOf(arrow->sign.sign);
    if (arrow != nullptr && arrow->selected) ink = Ink::kAccent;
    const float width = arrow != nullptr && !unless && arrow->heavy ? kHeavy : kThin;
    const float dash = near ? 2.0f : (arrow->dashed ? 6.0f : 0.0f);
    const float gap = near ? 4.0f : (arrow->dashed ? 4.0f : 0.0f);
    std::vector<Point> points;
    for (const layout::Spot spot : line.points) points.push_back(At(spot));
    if (points.size() < 2) return;
    if (line.kind == Kind::kHead) {
      // The line goes on where the words of its label end.
      const Rect label = LabelBox(line.arrow);
      points.front().x = std::min(points.front().x, label.x + WordsEnd(line.arrow));
      if (points.size() > 1 && points[1].x < label.right()) points[1].x = label.right();
    }
    const bool head = line.kind == Kind::kHead;
    const bool back = points.back().x < points.front().x;
    const float turn = back ? -1.0f : 1.0f;
    Point tip = points.back();
    if (head) points.back().x -= turn * (kArrowhead - 1);
    for (std::size_t i = 1; i < points.size(); ++i) {
      const Point a = points[i - 1], b = points[i];
      if (!InSight({std::min(a.x, b.x) - 4, std::min(a.y, b.y) - 4, std::abs(a.x - b.x) + 8,
                    std::abs(a.y - b.y) + 8}))
        continue;
      if (std::abs(a.y - b.y) < 0.5f) {
        sketch_.Put(LineShape(a, b, ink, width, dash, gap));
      } else {
        const float half = (a.x + b.x) / 2;
        sketch_.Put(CurveShape(a, {half, a.y}, {half, b.y}, b, ink, width, dash, gap));
      }
    }
    if (head)
      sketch_.Put(TriangleShape({tip.x - turn * kArrowhead, tip.y - 5}, tip,
                                {tip.x - turn * kArrowhead, tip.y + 5}, ink));
    if (near) return;
    if (unless) {
      // A bar across the end: what stops the arrow.
      sketch_.Put(
          LineShape({tip.x - turn * 3, tip.y - 8}, {tip.x - turn * 3, tip.y + 8}, Ink::kInk, 3));
      const std::string word = sketch_.Say("unless##on an arrow");
      const float w = std::ceil(sketch_.Width(Type::kCaption, word)) + sketch_.S(10);
      const Point start = points.front();
      Pill(back ? start.x - 4 - w : start.x + 4, start.y, word, false);
    }
    if (line.end.negated && view_.scale >= 0.5f) {
      const std::string word = sketch_.Say("not##on an arrow");
      const float w = std::ceil(sketch_.Width(Type::kCaption, word)) + sketch_.S(10);
      const float from = line.points.empty() ? 0 : At(line.points.front()).x;
      if (head)
        Pill(back ? tip.x + kArrowhead + 2 : tip.x - kArrowhead - 2 - w, tip.y, word, true);
      else
        Pill(back ? from - 4 - w : from + 4, At(line.points.front()).y, word, true);
    }
  }

  /// What stands before the sign in a label: the word that joins several conditions.
  float JoinWidth(std::uint32_t i) const {
    return graph_.arrows[i].tails.size() > 1
               ? std::ceil(sketch_.Width(Type::kCaption, sketch_.Say("and##joins two arrows"))) +
                     sketch_.S(14)
               : 0;
  }
  std::string LabelWords(std::uint32_t i) const {
    const MapArrowWords& arrow = model_.arrows[i];
    if (view_.scale < 0.5f) return arrow.word;
    return arrow.word.empty() ? arrow.voice : arrow.word + " · " + arrow.voice;
  }
  float WordsRoom(std::uint32_t i) const {
    return LabelBox(i).w - JoinWidth(i) - sketch_.S(18) - sketch_.S(10);
  }
  std::string Shown(std::uint32_t i) const {
    const float room = WordsRoom(i);
    return room < sketch_.S(24)
               ? std::string()
               : Elide(sketch_.measure(), sketch_.scale(), Type::kCaption, LabelWords(i), room);
  }
  /// From the left of a label to where its words end.
  float WordsEnd(std::uint32_t i) const {
    const std::string shown = Shown(i);
    float end = JoinWidth(i) + sketch_.S(18) + sketch_.S(3);
    if (!shown.empty())
      end += sketch_.S(2) + std::ceil(sketch_.Width(Type::kCaption, shown)) + sketch_.S(3);
    return std::min(end, LabelBox(i).w);
  }

  Item DrawLabel(std::uint32_t i) {
    const MapArrowWords& arrow = model_.arrows[i];
    const Rect box = LabelBox(i);
    if (InSight(box)) {
      const float middle = std::round(box.y + box.h / 2);
      // What joins several ends is framed: each comes in at its side.
      const bool framed = graph_.arrows[i].tails.size() + graph_.arrows[i].unless.size() > 1;
      const float high = std::max(sketch_.S(20), framed ? box.h : std::min(box.h, sketch_.S(24)));
      const Rect plate{std::round(box.x), std::round(middle - high / 2), std::ceil(WordsEnd(i)),
                       high};
      const Ink before = sketch_.ground();
      sketch_.Fill(plate, arrow.selected ? Ink::kAccentTint : Ink::kPaper, 6);
      if (arrow.selected) {
        sketch_.Stroke(plate, Ink::kAccent, 2, 6);
        sketch_.set_ground(Ink::kAccentTint);
      }
      float x = plate.x + sketch_.S(3);
      if (framed && !arrow.selected) sketch_.Stroke(plate, Ink::kControlLine, 1, 6);
      if (JoinWidth(i) > 0) {
        Pill(plate.x + 3, middle, sketch_.Say("and##joins two arrows"), false);
        x += JoinWidth(i);
      }
      sketch_.Sign(arrow.sign, x, middle, 18);
      const std::string shown = Shown(i);
      if (!shown.empty())
        sketch_.Words(x + sketch_.S(20), middle - sketch_.LineOf(Type::kCaption) / 2, shown,
                      Type::kCaption, arrow.heavy ? Ink::kInk : Ink::kInkMute);
      sketch_.set_ground(before);
    }
    Item item = MakeItem(ItemRole::kTreeItem, "map/arrow/" + arrow.id, arrow.name,
                         Grown(box, sketch_.target()));
    item.description = sketch_.say().Chain(Key("{0}, {1}"), {arrow.word, arrow.firmness});
    item.press = arrow.select;
    if (!arrow.refs.empty()) item.double_press = arrow.refs[0].open;
    item.selected = arrow.selected ? Tri::kYes : Tri::kNo;
    return item;
  }

  Item DrawNode(std::uint32_t i) {
    const MapNode& node = model_.nodes[i];
    const Rect box = NodeBox(i);
    if (InSight(box)) {
      const bool supposed = node.lever != Lever::kOpen;
      const bool strong = supposed || node.reached;
      const Ink before = sketch_.ground();
      if (node.outcome) {
        sketch_.Fill(box, Ink::kInk, 8);
      } else {
        sketch_.Fill(box, Ink::kSurface, 8);
        sketch_.set_ground(Ink::kSurface);
        if (supposed || !node.reached)
          sketch_.Stroke(box, supposed ? Ink::kInk : Ink::kControlLine, supposed ? 2.0f : 1.0f, 8);
        else
          sketch_.Put(StrokeShape(box, Ink::kInk, 2, 8, 6, 4));
      }
      if (node.selected)
        sketch_.Stroke({box.x - 4, box.y - 4, box.w + 8, box.h + 8}, Ink::kAccent, 3, 11);
      float pad = std::min(sketch_.S(11), box.w * 0.06f);
      float left = box.x + pad;
      if (supposed && box.w > sketch_.S(90) && box.h >= sketch_.S(18)) {
        const std::string word = sketch_.Say(
            node.lever == Lever::kOn ? "if##before a condition" : "if not##before a condition");
        Pill(left, box.y + box.h / 2, word, true);
        left += std::ceil(sketch_.Width(Type::kCaption, word)) + sketch_.S(16);
      }
      const float room = box.right() - pad - left;
      const bool roomy = view_.scale >= 0.9f;
      Type type = roomy ? (strong ? Type::kControlStrong : Type::kControl)
                        : (strong ? Type::kLabel : Type::kCaption);
      if (node.outcome) type = roomy ? Type::kLeadStrong : Type::kControlStrong;
      const float line = sketch_.LineOf(type), caption = sketch_.LineOf(Type::kCaption);
      bool with_caption = !node.caption.empty() && box.h >= line + caption + 4;
      const auto lines = static_cast<std::size_t>(
          std::max(0.0f, (box.h - (with_caption ? caption : 0) - 2) / line));
      if (lines > 0 && room > sketch_.S(24)) {
        const std::vector<Run> runs =
            OneRun(node.label, type, node.outcome ? Ink::kPaper : Ink::kInk);
        const float words = sketch_.FlowHeight(runs, room, lines);
        const float all = words + (with_caption ? caption : 0);
        const float y = std::round(box.y + (box.h - all) / 2);
        sketch_.Flowed(left, y, runs, room, lines);
        if (with_caption)
          sketch_.Words(left, y + words, node.caption, Type::kCaption, Ink::kInkMute, room);
      }
      sketch_.set_ground(before);
    }
    Item item = MakeItem(ItemRole::kTreeItem, "map/node/" + node.id, node.name,
                         Grown(box, sketch_.target()));
    item.press = node.select;
    item.double_press = OpenPlace{node.id};
    item.selected = node.selected ? Tri::kYes : Tri::kNo;
    return item;
  }

  const MapModel& model_;
  const MapGraph& graph_;
  const MapDrawing& drawing_;
  const Space& space_;
  Sketch sketch_;
  Projection view_;
};

}  // namespace

MapDrawing LayOutMap(const Library& library, const MapGraph& graph, const Space& space) {
  const Sketch sketch(space, "stage", Ink::kPaper);
  MapDrawing drawing;
  drawing.node_width = sketch.S(kNodeWidth);
  drawing.label_width = sketch.S(kLabelWidth);
  drawing.label_height = std::max(sketch.S(kLabelHeight), sketch.target());
  const auto count = static_cast<std::uint32_t>(graph.nodes.size());
  std::vector<std::uint32_t> ends(count, 0);
  for (const MapArrow& arrow : graph.arrows)
    for (const MapEnd& head : arrow.heads) ++ends[head.node];
  for (std::uint32_t i = 0; i < count; ++i)
    if (graph.nodes[i] == graph.target) ends[i] += static_cast<std::uint32_t>(graph.near.size());
  layout::LayeredGraph layered;
  for (std::uint32_t i = 0; i < count; ++i) {
    const Proposition& p = library.dataset[graph.nodes[i]];
    const bool outcome = graph.nodes[i] == graph.target;
    if (outcome) layered.sink = i;
    const bool near = std::find(graph.near.begin(), graph.near.end(), i) != graph.near.end();
    float height =
        sketch.FlowHeight(OneRun(p.label, outcome ? Type::kLeadStrong : Type::kControlStrong),
                          drawing.node_width - sketch.S(24), 3);
    height += sketch.S(outcome ? 36 : 20) + (near ? sketch.LineOf(Type::kCaption) : 0);
    // Room for all the ends that stand at its side.
    height = std::max({height, sketch.target(), sketch.S(18) * static_cast<float>(ends[i] + 1)});
    drawing.heights.push_back(std::round(height));
    layered.nodes.push_back({p.id, drawing.node_width, drawing.heights.back()});
  }
  const auto add = [&](std::uint32_t from, std::uint32_t to, std::string_view key,
                       std::uint8_t length, std::uint8_t weight, MapDrawing::Line line) {
    layered.edges.push_back({from, to, key, length, weight});
    drawing.lines.push_back(std::move(line));
  };
  using Kind = MapDrawing::Line::Kind;
  for (std::uint32_t i = 0; i < graph.arrows.size(); ++i) {
    const MapArrow& arrow = graph.arrows[i];
    const std::uint32_t label = count + i;
    const std::size_t joined = arrow.tails.size() + arrow.unless.size();
    drawing.label_heights.push_back(std::max(
        drawing.label_height, joined < 2 ? 0 : sketch.S(18) * static_cast<float>(joined + 1)));
    layered.nodes.push_back(
        {library.dataset[arrow.condition].id, drawing.label_width, drawing.label_heights.back()});
    for (const MapEnd& end : arrow.tails)
      add(end.node, label, "t", 1, 2, {i, end, Kind::kTail, {}});
    for (const MapEnd& end : arrow.unless)
      add(end.node, label, "u", 1, 2, {i, end, Kind::kUnless, {}});
    for (const MapEnd& end : arrow.heads)
      add(label, end.node, "h", 1, 1, {i, end, Kind::kHead, {}});
  }
  for (const std::uint32_t near : graph.near)
    add(near, layered.sink, "n", 2, 1, {0xFFFFFFFFu, {near, false}, Kind::kNear, {}});
  layout::LayeredGaps gaps;
  // The word "unless" stands between the layers.
  const bool barred = std::any_of(graph.arrows.begin(), graph.arrows.end(),
                                  [](const MapArrow& arrow) { return !arrow.unless.empty(); });
  // … and "not" before an arrow's head; other languages have longer words for them.
  const auto pill = [&sketch](std::string_view key, float beside) {
    return std::ceil(sketch.Width(Type::kCaption, sketch.Say(key))) + sketch.S(10 + beside);
  };
  gaps.layer = std::max(sketch.S(barred ? 96 : 56), pill(Key("not##on an arrow"), 20));
  if (barred) gaps.layer = std::max(gaps.layer, pill(Key("unless##on an arrow"), 40));
  gaps.node = sketch.S(14);
  gaps.edge = sketch.S(12);
  const layout::LayeredDrawing laid = layout::DrawLayered(layered, gaps);
  drawing.width = laid.width;
  drawing.height = laid.height;
  if (count == 0) return drawing;
  drawing.nodes.assign(laid.nodes.data(), laid.nodes.data() + count);
  drawing.labels.assign(laid.nodes.data() + count, laid.nodes.data() + laid.nodes.size());
  for (std::size_t i = 0; i < drawing.lines.size(); ++i) drawing.lines[i].points = laid.edges[i];
  const std::uint32_t last = laid.layers[layered.sink];
  std::vector<std::uint8_t> seen(laid.columns.size(), 0);
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::uint32_t layer = laid.layers[i];
    if (layer > last || seen[layer] != 0) continue;
    seen[layer] = 1;
    drawing.columns.push_back({laid.columns[layer].x, (last - layer + 1) / 2});
  }
  SortList(&drawing.columns, [](const auto& a, const auto& b) { return a.x < b.x; });
  return drawing;
}

Camera MapCamera(const MapModel& model, const MapGraph& graph, const MapDrawing& drawing,
                 const Space& space) {
  const float margin = space.margin();
  const float w = std::max(space.width - 2 * margin, 1.0f);
  const float h = std::max(space.height - 24, 1.0f);
  const float fit = std::min(w / std::max(drawing.width, 1.0f), h / std::max(drawing.height, 1.0f));
  const float scale = std::clamp(fit - 0.005f, kLeastScale, 1.25f);
  layout::Spot focus{drawing.width / 2, drawing.height / 2};
  for (std::size_t i = 0; i < graph.nodes.size(); ++i)
    if (model.nodes[i].selected || (model.nodes[i].outcome && fit < kLeastScale))
      focus = {drawing.nodes[i].x + drawing.node_width / 2,
               drawing.nodes[i].y + drawing.heights[i] / 2};
  for (std::size_t i = 0; i < graph.arrows.size(); ++i)
    if (model.arrows[i].selected)
      focus = {drawing.labels[i].x + drawing.label_width / 2,
               drawing.labels[i].y + drawing.label_heights[i] / 2};
  // No more emptiness at a side than the margin.
  const auto along = [scale](float want, float size, float room) {
    const float half = room / 2 / scale;
    return size <= 2 * half ? size / 2 : std::clamp(want, half, size - half);
  };
  Camera camera;
  camera.x = static_cast<std::int32_t>(std::lround(along(focus.x, drawing.width, w)));
  camera.y = static_cast<std::int32_t>(std::lround(along(focus.y, drawing.height, h)));
  camera.percent = static_cast<std::uint16_t>(std::lround(scale * 100 - 0.49f));
  return camera;
}

Scene BuildMapColumns(const MapDrawing& drawing, Camera camera, const Space& space) {
  Sketch sketch(space, "map-columns", Ink::kPaper);
  const Projection view =
      Project({0, 0, drawing.width, drawing.height}, {0, 0, space.width, space.height}, &camera);
  const float width = drawing.node_width * view.scale;
  for (const MapDrawing::Column& column : drawing.columns) {
    const float x = std::round(view.At({column.x, 0}).x);
    if (x < 0 || x + width > space.width + 0.5f) continue;
    sketch.HRule(x, 2, width, Ink::kInk, 2);
    const std::string steps = std::to_string(column.steps);
    const std::string words =
        column.steps == 0 ? sketch.Say("Outcome")
        : column.steps == 1
            ? sketch.Say("One step before")
            : sketch.say().Counted(column.steps, "{0} step before", "{0} steps before");
    sketch.Heading(x, sketch.S(8), width, words, Type::kLabel, 2, Ink::kInkSoft,
                   "map/column/" + steps, 1);
  }
  return sketch.Finish(space.height);
}

Scene BuildMapScene(const MapModel& model, const MapGraph& graph, const MapDrawing& drawing,
                    Camera camera, const Space& space) {
  return Painter(model, graph, drawing, camera, space).Paint();
}

}  // namespace proviso::view
