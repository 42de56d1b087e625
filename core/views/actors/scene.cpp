#include "core/views/actors/scene.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

#include "core/base/sort.h"
#include "core/canvas/camera.h"
#include "core/views/actors/labels.h"
#include "core/views/actors/marks.h"

namespace proviso::view {
namespace {

constexpr float kLabelWidth = 138, kMargin = 10;
constexpr float kLine = 1.5f, kTouched = 2.5f, kBeside = 5;
constexpr std::size_t kLabelLines = 3;

/// The diameter of a mark at 100 %: its area grows with the claims held.
float MarkSize(std::uint32_t held, bool author) {
  const float root = std::sqrt(static_cast<float>(std::min<std::uint32_t>(held, 400)));
  return std::round(author ? std::clamp(26 + 4.2f * root, 44.0f, 72.0f)
                           : std::clamp(14 + 6.4f * root, 18.0f, 60.0f));
}

std::vector<Run> LabelRuns(const std::string& name, const std::string& count, bool strong) {
  std::vector<Run> runs(1);
  runs[0].text = name;
  runs[0].type = strong ? Type::kLabel : Type::kCaption;
  if (count.empty()) return runs;
  runs.emplace_back();
  runs[1].text = " " + count;
  runs[1].type = Type::kCaption;
  runs[1].ink = Ink::kInkMute;
  return runs;
}

Rect Around(Point middle, float size) {
  return {middle.x - size / 2, middle.y - size / 2, size, size};
}

Rect Joined(const Rect& a, const Rect& b) {
  const float x = std::min(a.x, b.x), y = std::min(a.y, b.y);
  return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

Rect Grown(Rect rect, float side) {
  const float w = std::max(rect.w, side), h = std::max(rect.h, side);
  return {rect.x + (rect.w - w) / 2, rect.y + (rect.h - h) / 2, w, h};
}

bool Meet(const Rect& a, const Rect& b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

/// A mark: its shape is the kind of actor.
void DrawMark(Sketch& sketch, Rect box, ActorKind kind, Ink fill, Ink line, float width) {
  const float share = IsSquare(kind) ? 0.9f : IsStadium(kind) ? 0.8f : 1.0f;
  DrawActorMark(sketch, {box.x + box.w / 2, box.y + box.h / 2}, box.w / 2 * share, kind, fill,
                width, line);
}

struct Dash {
  float dash = 0, gap = 0;
};
Dash DashOf(LineStyle line) {
  if (line == LineStyle::kDashed) return {7, 4};
  if (line == LineStyle::kDotted) return {1.8f, 3.5f};
  return {};
}

/// The line of an edge between two points, by its kind.
void DrawEdgeLine(Sketch& sketch, EdgeKind kind, LineStyle line, Stretch at, Ink ink, float width) {
  const float dx = at.to.x - at.from.x, dy = at.to.y - at.from.y;
  const float length = std::sqrt(dx * dx + dy * dy);
  if (length < 1) return;
  const Point along{dx / length, dy / length}, aside{-dy / length, dx / length};
  if (kind == EdgeKind::kPositions) {
    for (const float side : {-1.5f, 1.5f})
      sketch.Put(LineShape({at.from.x + aside.x * side, at.from.y + aside.y * side},
                           {at.to.x + aside.x * side, at.to.y + aside.y * side}, ink,
                           width > kLine ? 1.75f : 1));
    return;
  }
  const Dash dash = kind == EdgeKind::kReports ? DashOf(line) : Dash{};
  if (kind == EdgeKind::kAbout) {
    constexpr float kHead = 7;
    const Point back{at.to.x - along.x * kHead, at.to.y - along.y * kHead};
    sketch.Put(LineShape(at.from, back, ink, width > kLine ? 1.75f : 1));
    sketch.Put(TriangleShape({back.x + aside.x * 3.5f, back.y + aside.y * 3.5f}, at.to,
                             {back.x - aside.x * 3.5f, back.y - aside.y * 3.5f}, ink));
    return;
  }
  sketch.Put(LineShape(at.from, at.to, ink, width, dash.dash, dash.gap));
}

/// ≠ in a ring, as disputed links carry it.
void DrawDisputed(Sketch& sketch, Point at, float size) {
  const Rect box = Around({std::round(at.x), std::round(at.y)}, size);
  sketch.Put(DiscShape(box, Ink::kPaper));
  sketch.Put(RingShape(box, Ink::kInk, 1.25f));
  const float h = size * 0.24f, x = box.x + size / 2, y = box.y + size / 2;
  for (const float side : {-0.1f, 0.1f})
    sketch.Put(LineShape({x - h, y + side * size}, {x + h, y + side * size}, Ink::kInk, 1.25f));
  sketch.Put(LineShape({x - h * 0.6f, y + h}, {x + h * 0.6f, y - h}, Ink::kInk, 1.25f));
}

/// Draws one network.
class Painter {
 public:
  Painter(const Library& library, const ViewState& state, const ActorsModel& model,
          const ActorsCache& cache, Camera camera, const Space& space)
      : library_(library),
        state_(state),
        model_(model),
        graph_(cache.graph),
        rows_(cache.rows),
        drawing_(cache.drawing),
        box_{0, 0, space.width, space.height},
        sketch_(space, "stage", Ink::kPaper) {
    view_ = ProjectionOf({}, box_, &camera);
    grow_ = std::clamp(view_.scale, 0.55f, 1.5f);
  }

  Scene Paint() {
    for (std::uint32_t i = 0; i < graph_.nodes.size(); ++i) {
      nodes_.push_back(WordsOfNode(library_, state_, graph_, i));
      const layout::ForcePlace& place = drawing_.places[i];
      const Point at = view_.At({place.x, place.y});
      marks_.push_back(
          Around({std::round(at.x), std::round(at.y)}, std::round(drawing_.nodes[i].size * grow_)));
    }
    for (std::uint32_t i = 0; i < graph_.edges.size(); ++i) {
      edges_.push_back(WordsOfEdge(library_, state_, graph_, i));
      lines_.push_back(LineOf(graph_.edges[i]));
    }
    FindHandles();
    PlaceNames();
    sketch_.Clip(box_);
    for (const bool touched : {false, true})
      for (std::uint32_t i = 0; i < edges_.size(); ++i)
        if (edges_[i].touched == touched) DrawEdge(i);
    // Names stand on paper of their own: a line breaks off at them.
    for (std::uint32_t i = 0; i < nodes_.size(); ++i)
      if (labels_[i])
        sketch_.Fill(Rect{labels_[i]->x - 2, labels_[i]->y, labels_[i]->w + 4, labels_[i]->h},
                     Ink::kPaper, 3);
    for (std::uint32_t i = 0; i < edges_.size(); ++i) DrawHandle(i);
    for (std::uint32_t i = 0; i < nodes_.size(); ++i) DrawNode(i);
    AddItems();
    sketch_.Unclip();
    return sketch_.Finish(box_.h);
  }

 private:
  bool InSight(const Rect& r) const { return Meet(r, box_); }

  /// From mark to mark, beside the other kinds between the same two.
  Stretch LineOf(const ActorsEdge& edge) const {
    const Rect &a = marks_[edge.from], &b = marks_[edge.to];
    Point from{a.x + a.w / 2, a.y + a.h / 2}, to{b.x + b.w / 2, b.y + b.h / 2};
    const float dx = to.x - from.x, dy = to.y - from.y;
    const float length = std::max(std::sqrt(dx * dx + dy * dy), 1.0f);
    const Point along{dx / length, dy / length};
    const float aside = edge.kind == EdgeKind::kReports ? 0
                        : edge.kind == EdgeKind::kAbout ? kBeside
                                                        : -kBeside;
    const float start = a.w / 2 + 3, end = b.w / 2 + 3;
    if (start + end >= length) return {from, from};
    return {
        {from.x + along.x * start - along.y * aside, from.y + along.y * start + along.x * aside},
        {to.x - along.x * end - along.y * aside, to.y - along.y * end + along.x * aside}};
  }

  /// Where on its line an edge is pressed: in the middle, or as near it as nothing else lies.
  void FindHandles() {
    constexpr std::array<float, 9> kShares{0.5f,  0.58f, 0.42f, 0.66f, 0.34f,
                                           0.74f, 0.26f, 0.82f, 0.18f};
    const float side = sketch_.target();
    const bool many = edges_.size() * (edges_.size() + nodes_.size()) > 1'000'000;
    for (std::uint32_t i = 0; i < edges_.size(); ++i) {
      const Stretch& line = lines_[i];
      const auto at = [&line](float share) {
        return Point{line.from.x + (line.to.x - line.from.x) * share,
                     line.from.y + (line.to.y - line.from.y) * share};
      };
      Point best = at(0.5f);
      float least = 1e9f;
      for (const float share : kShares) {
        if (many) break;
        const Rect rect = Around(at(share), side);
        float cost = std::abs(share - 0.5f);
        for (const Rect& mark : marks_) cost += Meet(rect, mark) ? 4.0f : 0.0f;
        for (const Point& other : handles_) cost += Meet(rect, Around(other, side)) ? 1.0f : 0.0f;
        if (cost >= least) continue;
        least = cost;
        best = at(share);
      }
      handles_.push_back(best);
    }
    // What an edge says at its handle is left out where there is no room for it.
    std::vector<Rect> said;
    said_.assign(edges_.size(), 0);
    for (std::uint32_t i = 0; i < edges_.size(); ++i) {
      if (graph_.edges[i].doubted == 0 && !edges_[i].touched) continue;
      const Rect rect = Around(handles_[i], HandleSize());
      const auto meets = [&rect](const Rect& other) { return Meet(rect, other); };
      if (!InSight(rect) || std::any_of(marks_.begin(), marks_.end(), meets) ||
          std::any_of(said.begin(), said.end(), meets))
        continue;
      said.push_back(rect);
      said_[i] = 1;
    }
  }

  float HandleSize() const { return sketch_.S(20); }

  void PlaceNames() {
    // Who must be read comes first, then whoever holds most.
    std::vector<std::uint32_t> order(nodes_.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    const auto rank = [&](std::uint32_t i) {
      return nodes_[i].selected ? 2 : (graph_.author[i] != 0 ? 1 : 0);
    };
    SortList(&order, [&](std::uint32_t a, std::uint32_t b) {
      return rank(a) != rank(b) ? rank(a) > rank(b) : graph_.held[a] > graph_.held[b];
    });
    std::vector<LabelWish> wishes;
    flows_.resize(nodes_.size());
    runs_.resize(nodes_.size());
    for (const std::uint32_t i : order) {
      LabelWish wish;
      wish.mark = marks_[i];
      if (InSight(marks_[i])) {
        runs_[i] = LabelRuns(nodes_[i].label, nodes_[i].count, rank(i) > 0);
        flows_[i] = FlowText(sketch_.measure(), sketch_.scale(), runs_[i], sketch_.S(kLabelWidth),
                             kLabelLines);
        wish.width = std::ceil(flows_[i].width);
        wish.height = flows_[i].height();
      }
      wish.above = drawing_.places[i].above;
      wishes.push_back(wish);
    }
    std::vector<Rect> taken;
    for (std::uint32_t i = 0; i < edges_.size(); ++i)
      if (said_[i] != 0) taken.push_back(Around(handles_[i], HandleSize()));
    const std::vector<std::optional<Rect>> found =
        PlaceLabels(wishes, lines_, taken, {4, 4, box_.w - 8, box_.h - 8});
    labels_.resize(nodes_.size());
    for (std::size_t k = 0; k < order.size(); ++k) labels_[order[k]] = found[k];
  }

  void DrawEdge(std::uint32_t i) {
    const ActorsEdge& edge = graph_.edges[i];
    const Stretch& line = lines_[i];
    if (!Crosses(line, box_)) return;
    const bool touched = edges_[i].touched;
    Ink ink = edge.kind == EdgeKind::kAbout ? Ink::kControlLine : Ink::kInkMute;
    if (edge.kind == EdgeKind::kReports && edge.line == LineStyle::kSolid) ink = Ink::kControlLine;
    if (touched) ink = edges_[i].selected ? Ink::kAccent : Ink::kInk;
    DrawEdgeLine(sketch_, edge.kind, edge.line, line, ink, touched ? kTouched : kLine);
  }

  void DrawHandle(std::uint32_t i) {
    if (said_[i] == 0) return;
    const ActorsEdge& edge = graph_.edges[i];
    const Point at{std::round(handles_[i].x), std::round(handles_[i].y)};
    if (edge.doubted > 0 && !edges_[i].selected) return DrawDisputed(sketch_, at, HandleSize());
    const Rect box = Around(at, HandleSize());
    const bool selected = edges_[i].selected;
    sketch_.Put(DiscShape(box, selected ? Ink::kAccent : Ink::kPaper));
    sketch_.Put(RingShape(box, selected ? Ink::kAccent : Ink::kInk, 1.25f));
    sketch_.WordsCentred(box, std::to_string(edge.claims.size()), Type::kCaption,
                         selected ? Ink::kOnAccent : Ink::kInk);
  }

  void DrawNode(std::uint32_t i) {
    const Rect& mark = marks_[i];
    const ActorsNodeWords& node = nodes_[i];
    if (InSight(mark)) {
      const bool author = graph_.author[i] != 0;
      const bool first = graph_.author[i] == 1;
      const Ink fill = node.selected ? Ink::kAccent : author && first ? Ink::kInk : Ink::kPaper;
      // Authors are told by their letters, filled and outlined as texts are.
      const ActorKind kind = author ? ActorKind::kPerson : library_.dataset[graph_.nodes[i]].kind;
      DrawMark(sketch_, mark, kind, fill, Ink::kInk, author || node.selected ? 2.5f : 1.5f);
      if (author)
        sketch_.WordsCentred(mark, node.letter, mark.w >= 40 ? Type::kH2 : Type::kLabel,
                             node.selected ? Ink::kOnAccent : (first ? Ink::kPaper : Ink::kInk));
      if (node.pinned) {
        // A pin stuck into the mark's corner.
        const Point at{mark.right() - mark.w * 0.15f, mark.y + mark.h * 0.15f};
        sketch_.Put(LineShape({at.x, at.y}, {at.x + 5, at.y - 5}, Ink::kInk, 2));
        sketch_.Put(DiscShape(Around({at.x + 6, at.y - 6}, 8), Ink::kInk));
      }
    }
    if (!labels_[i]) return;
    const Rect& label = *labels_[i];
    float y = label.y;
    for (const Line& line : flows_[i].lines) {
      float x = label.x + std::round((label.w - line.width) / 2);
      if (label.x >= mark.right()) x = label.x;
      if (label.right() <= mark.x) x = label.right() - line.width;
      for (const Piece& piece : line.pieces)
        sketch_.Words(x + piece.x, y, piece.text, runs_[i][piece.run].type,
                      runs_[i][piece.run].ink);
      y += flows_[i].line_height;
    }
  }

  void AddItems() {
    sketch_.Open(MakeItem(ItemRole::kTree, "actors/list", model_.title, box_));
    for (const ActorsRow& row : rows_) {
      if (row.kind == ActorsRow::Kind::kRest) break;
      Item item;
      if (row.kind == ActorsRow::Kind::kActor) {
        const ActorsNodeWords& node = nodes_[row.index];
        Rect rect = marks_[row.index];
        if (labels_[row.index]) rect = Joined(rect, *labels_[row.index]);
        item = MakeItem(ItemRole::kTreeItem, "actor/" + node.id, node.name,
                        Grown(rect, sketch_.target()));
        item.press = node.select;
        item.double_press = node.open;
        item.selected = node.selected ? Tri::kYes : Tri::kNo;
      } else {
        const ActorsEdgeWords& edge = edges_[row.index];
        item = MakeItem(ItemRole::kTreeItem, edge.id, edge.sentence,
                        Around(handles_[row.index], sketch_.target()));
        item.description = edge.places;
        item.press = edge.select;
        item.double_press = edge.open;
        item.selected = edge.selected ? Tri::kYes : Tri::kNo;
      }
      AddToTree(sketch_, row, nodes_.size(), std::move(item));
    }
    sketch_.Close();
  }

  const Library& library_;
  const ViewState& state_;
  const ActorsModel& model_;
  const ActorsGraph& graph_;
  const std::vector<ActorsRow>& rows_;
  const ActorsDrawing& drawing_;
  Rect box_;
  Sketch sketch_;
  Projection view_;
  float grow_ = 1;
  std::vector<ActorsNodeWords> nodes_;
  std::vector<ActorsEdgeWords> edges_;
  std::vector<Rect> marks_;
  std::vector<Stretch> lines_;
  std::vector<Point> handles_;
  std::vector<std::uint8_t> said_;  // 1: the edge shows a sign or a number at its handle.
  std::vector<std::vector<Run>> runs_;
  std::vector<Flow> flows_;
  std::vector<std::optional<Rect>> labels_;
};

/// The graph as the layout sees it.
layout::ForceGraph ForceOf(const Library& library, const ActorsGraph& graph, const Space& space) {
  const Sketch sketch(space, "stage", Ink::kPaper);
  layout::ForceGraph force;
  force.gap = sketch.S(12);
  // Many authors are no longer two sides.
  const auto authors = std::count_if(graph.author.begin(), graph.author.end(),
                                     [](std::uint32_t author) { return author != 0; });
  for (std::uint32_t i = 0; i < graph.nodes.size(); ++i) {
    const Actor& actor = library.dataset[graph.nodes[i]];
    layout::ForceNode node;
    node.key = actor.id;
    node.size = sketch.S(MarkSize(graph.held[i], graph.author[i] != 0));
    const Flow flow = FlowText(
        sketch.measure(), sketch.scale(),
        LabelRuns(std::string(actor.name), std::to_string(graph.held[i]), graph.author[i] != 0),
        sketch.S(kLabelWidth), kLabelLines);
    node.label_width = std::ceil(flow.width / 4) * 4;
    node.label_height = flow.height() + 3;
    if (graph.author[i] != 0 && authors <= 6) node.lead = 1;
    force.nodes.push_back(node);
  }
  // Leads in the order of their texts.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> leads;
  for (std::uint32_t i = 0; i < force.nodes.size(); ++i)
    if (force.nodes[i].lead != 0) leads.emplace_back(graph.author[i], i);
  SortList(&leads);
  for (std::uint32_t k = 0; k < leads.size(); ++k) force.nodes[leads[k].second].lead = k + 1;
  // Where somebody is passed on, that alone places him; the other lines find him there.
  std::vector<std::uint8_t> passed_on(graph.nodes.size(), 0);
  for (const ActorsEdge& edge : graph.edges)
    if (edge.kind == EdgeKind::kReports) passed_on[edge.from] = passed_on[edge.to] = 1;
  for (const ActorsEdge& edge : graph.edges) {
    const bool both = passed_on[edge.from] != 0 && passed_on[edge.to] != 0;
    const float pull = edge.kind == EdgeKind::kReports ? 1.0f : (both ? 0.0f : 0.4f);
    force.edges.push_back({edge.from, edge.to, pull});
  }
  return force;
}

}  // namespace

void FollowActors(const Library& library, const ViewState& state, const Space& space,
                  ActorsCache* cache) {
  const float sample = WidthOf(space.measure, space.scale, Type::kCaption, "Names of voices");
  if (cache->sample != sample) *cache = ActorsCache();
  cache->sample = sample;
  const bool same_graph = cache->of && SameActorsGraph(*cache->of, state);
  if (!same_graph || cache->of->pins != state.pins) cache->run.reset();
  if (!same_graph) {
    cache->graph = BuildActorsGraph(library, state);
    cache->rows = ActorsRows(library, cache->graph);
    cache->row_of_node.resize(cache->graph.nodes.size());
    cache->row_of_edge.resize(cache->graph.edges.size());
    for (std::uint32_t row = 0; row < cache->rows.size(); ++row) {
      const ActorsRow& one = cache->rows[row];
      if (one.kind == ActorsRow::Kind::kActor) cache->row_of_node[one.index] = row;
      if (one.kind == ActorsRow::Kind::kEdge) cache->row_of_edge[one.index] = row;
    }
    cache->sides = BuildActorsSides(library, cache->graph);
    cache->places.reset();
    cache->voices = {};
    cache->drawing.nodes.clear();
    cache->drawing.places.assign(cache->graph.nodes.size(), {});
  }
  cache->of = state;
}

bool SettleActors(const Library& library, const ViewState& state, const Space& space,
                  std::uint64_t work, ActorsCache* cache) {
  const ViewState plain;
  if (cache->drawing.nodes.empty())
    cache->drawing.nodes = ForceOf(library, cache->graph, space).nodes;
  if (!cache->home) {
    const ActorsGraph whole = BuildActorsGraph(library, plain);
    cache->home_nodes = whole.nodes;
    cache->home.emplace(ForceOf(library, whole, space));
  }
  if (cache->spots.empty()) {
    const bool done = cache->home->Run(work);
    const std::vector<layout::ForcePlace> places = cache->home->Places();
    std::vector<std::optional<layout::ForcePlace>> spots(library.dataset.actors.size() + 1);
    for (std::size_t i = 0; i < places.size(); ++i) spots[cache->home_nodes[i].index()] = places[i];
    if (!done) {
      for (std::size_t i = 0; i < cache->graph.nodes.size(); ++i)
        cache->drawing.places[i] =
            spots[cache->graph.nodes[i].index()].value_or(layout::ForcePlace{});
      return false;
    }
    cache->spots = std::move(spots);
  }
  if (!cache->run) {
    const bool home = SameActorsGraph(plain, state) && state.pins.empty();
    if (home) {
      for (std::size_t i = 0; i < cache->graph.nodes.size(); ++i)
        cache->drawing.places[i] = *cache->spots[cache->graph.nodes[i].index()];
      return true;
    }
    layout::ForceGraph force = ForceOf(library, cache->graph, space);
    for (std::size_t i = 0; i < force.nodes.size(); ++i) {
      if (const auto& spot = cache->spots[cache->graph.nodes[i].index()])
        force.nodes[i].start = layout::Spot{spot->x, spot->y};
      if (const auto pin = PinOf(state, force.nodes[i].key))
        force.nodes[i].pin = layout::Spot{static_cast<float>(pin->x), static_cast<float>(pin->y)};
    }
    cache->run.emplace(std::move(force));
  }
  const bool done = cache->run->Run(work);
  cache->drawing.places = cache->run->Places();
  return done;
}

Camera ActorsCamera(const ActorsDrawing& drawing, const Space& space) {
  Camera camera;
  if (drawing.places.empty()) {
    camera.percent = 100;
    return camera;
  }
  // Names keep their size, so the least zoom at which all of it fits is looked for.
  struct Extent {
    float low = 0, high = 0;
  };
  const auto extent = [&](float scale, bool across) {
    Extent all{1e9f, -1e9f};
    for (std::size_t i = 0; i < drawing.places.size(); ++i) {
      layout::ForcePlace place = drawing.places[i];
      place.x *= scale;
      place.y *= scale;
      const layout::ForceBox box = layout::BoxOf(drawing.nodes[i], place);
      all.low = std::min(all.low, across ? box.left : box.top);
      all.high = std::max(all.high, across ? box.right : box.bottom);
    }
    return all;
  };
  const float width = std::max(space.width - 2 * kMargin, 1.0f);
  const float height = std::max(space.height - 2 * kMargin, 1.0f);
  float low = 0.1f, high = 1.5f;
  for (int i = 0; i < 16; ++i) {
    const float middle = (low + high) / 2;
    const Extent x = extent(middle, true), y = extent(middle, false);
    (x.high - x.low <= width && y.high - y.low <= height ? low : high) = middle;
  }
  camera.percent = static_cast<std::uint16_t>(std::floor(low * 100));
  const float scale = static_cast<float>(camera.percent) / 100;
  const Extent x = extent(scale, true), y = extent(scale, false);
  camera.x = static_cast<std::int32_t>(std::lround((x.low + x.high) / 2 / scale));
  camera.y = static_cast<std::int32_t>(std::lround((y.low + y.high) / 2 / scale));
  return camera;
}

float DrawActorsHeader(Sketch& sketch, const ActorsModel& model, const Space& space) {
  const float x = space.margin(), width = space.width - 2 * x;
  float y = sketch.S(12);
  const Type type = space.phone() ? Type::kH3 : Type::kH2;
  std::size_t drawn = 0;
  for (const ActorsSwitch& one : model.switches) drawn += one.drawn ? 1u : 0u;
  std::vector<SegmentChoice> choices;
  for (const ActorsSwitch& one : model.switches)
    choices.push_back(
        {std::string(Word(one.kind)), one.words, one.drawn && drawn == 1, false, one.choose});
  ButtonSpec as;
  as.id = "network/as";
  as.words = sketch.Say(model.listed ? "Draw it" : "As a list");
  as.command = model.listed ? model.draw : model.list;
  as.kind = ButtonKind::kSmall;
  const std::string lines = sketch.Say("Which lines");
  const float segment = sketch.SegmentWidth(choices);
  const float button = sketch.ButtonWidth(as);
  const bool beside = sketch.Width(type, model.title) + segment + button + sketch.S(32) <= width;
  const float room = width - (beside ? segment + button + sketch.S(16) : 0);
  const float title = sketch.Heading(x, y, room, model.title, type, 1, Ink::kInk, "actors/title");
  std::vector<ButtonSpec> buttons;
  if (beside) {
    sketch.Button(x + width - segment - sketch.S(8) - button, y, as);
    const Rect at = sketch.Segment(x + width - segment, y, "network/kinds", lines, choices);
    y += std::max(title, at.h) + sketch.S(2);
  } else {
    y += title + sketch.S(6);
    // Where the segment has no room its choices are buttons in rows.
    if (segment <= width) {
      y += sketch.Segment(x, y, "network/kinds", lines, choices).h + sketch.S(6);
    } else {
      for (const SegmentChoice& choice : choices) {
        ButtonSpec spec;
        spec.id = "network/kinds/" + choice.key;
        spec.words = choice.words;
        spec.command = choice.choose;
        spec.kind = ButtonKind::kSmall;
        spec.pressed = choice.chosen ? Tri::kYes : Tri::kNo;
        buttons.push_back(std::move(spec));
      }
    }
    buttons.push_back(std::move(as));
  }
  y += sketch.Paragraph(x, y, std::min(width, sketch.S(900)), model.subtitle, Type::kMeta,
                        Ink::kInkSoft, 0, "actors/subtitle") +
       sketch.S(8);
  for (const Action& action : model.tools)
    buttons.push_back(ButtonOf(action, "network/", ButtonKind::kSmall));
  if (!buttons.empty()) y += sketch.ButtonRow(x, y, width, buttons);
  if (!model.cut.empty()) {
    y += sketch.S(8);
    y += sketch.Paragraph(x, y, std::min(width, sketch.S(760)), model.cut, Type::kMeta,
                          Ink::kInkSoft, 0, "network/cut");
  }
  return y + sketch.S(8);
}

Scene BuildActorsLegend(const ActorsModel& model, const Space& space) {
  Sketch sketch(space, "network-legend", Ink::kPaper);
  const float left = space.margin(), right = space.width - left;
  const float row = sketch.S(24);
  float x = left, y = sketch.S(4);
  const auto entry = [&](float sample, std::string_view key, auto&& draw) {
    const std::string words = sketch.Say(key);
    const float w = sample + sketch.S(7) + std::ceil(sketch.Width(Type::kCaption, words));
    if (x > left && x + w > right) {
      x = left;
      y += row;
    }
    draw(x, y + row / 2);
    sketch.Text(x + sample + sketch.S(7), y + (row - sketch.LineOf(Type::kCaption)) / 2,
                std::max(right - x - sample - sketch.S(7), 1.0f), words, Type::kCaption,
                Ink::kInkSoft);
    x += w + sketch.S(18);
  };
  const float mark = sketch.S(14), line = sketch.S(26);
  const auto kind = [&](ActorKind actor, std::string_view words) {
    entry(mark, words, [&](float at, float middle) {
      DrawMark(sketch, {at, std::round(middle - mark / 2), mark, mark}, actor, Ink::kPaper,
               Ink::kInk, 1.5f);
    });
  };
  kind(ActorKind::kPerson, Key("person"));
  kind(ActorKind::kState, Key("state or organisation"));
  kind(ActorKind::kUnnamed, Key("group, or without a name"));
  const auto stroke = [&](EdgeKind edge, LineStyle style, std::string_view words) {
    entry(line, words, [&](float at, float middle) {
      middle = std::round(middle);
      DrawEdgeLine(sketch, edge, style, {{at, middle}, {at + line, middle}}, Ink::kInkSoft, kLine);
    });
  };
  for (const ActorsSwitch& one : model.switches) {
    if (!one.drawn) continue;
    if (one.kind == EdgeKind::kReports) {
      stroke(one.kind, LineStyle::kSolid, Key("reports, agrees"));
      stroke(one.kind, LineStyle::kDotted, Key("guesses at"));
      stroke(one.kind, LineStyle::kDashed, Key("doubts, disputes, keeps its distance"));
    } else {
      stroke(one.kind, LineStyle::kSolid,
             one.kind == EdgeKind::kAbout ? Key("speaks of") : Key("same positions"));
    }
  }
  return sketch.Finish(y + row + sketch.S(4));
}

Scene BuildActorsScene(const Library& library, const ViewState& state, const ActorsModel& model,
                       const ActorsCache& cache, Camera camera, const Space& space) {
  return Painter(library, state, model, cache, camera, space).Paint();
}

}  // namespace proviso::view
