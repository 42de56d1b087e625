#include <algorithm>
#include <cmath>
#include <utility>

#include "core/canvas/sketch.h"
#include "core/views/actors/scene.h"

namespace proviso::view {
namespace {

constexpr std::uint32_t kLineAround = 6;

Glyph GlyphOf(ActorKind kind) {
  switch (kind) {
    case ActorKind::kPerson:
      return Glyph::kPerson;
    case ActorKind::kGroup:
    case ActorKind::kUnnamed:
      return Glyph::kUnnamed;
    default:
      return Glyph::kPlace;
  }
}

float RowHeight(const Sketch& sketch, bool beside) {
  const float lines =
      sketch.LineOf(Type::kBodyStrong) + sketch.LineOf(Type::kCaption) * (beside ? 1.0f : 2.0f);
  return std::max(lines + sketch.S(16), sketch.target()) + 1;
}

Item DrawActor(Sketch& sketch, const ActorRow& row, Rect rect, bool beside) {
  if (row.selected) {
    sketch.Fill({rect.x, rect.y, rect.w, rect.h - 1}, Ink::kAccentTint);
    sketch.Fill({rect.x, rect.y, 4, rect.h - 1}, Ink::kAccent);
  }
  const float left = rect.x + sketch.S(44);
  float y = rect.y + sketch.S(8);
  sketch.Sign(GlyphOf(row.kind), rect.x + sketch.S(14), y + sketch.LineOf(Type::kBodyStrong) / 2,
              18);
  // At the right the number that the rows are ordered by, in figures one can run down.
  const float count =
      std::max(sketch.Width(Type::kBodyStrong, std::to_string(row.held)), sketch.S(24));
  const float counts = beside ? sketch.S(210) : 0;
  const float right = rect.right() - sketch.S(12);
  const float room = right - left - count - counts - sketch.S(16);
  sketch.Words(left, y, row.name, Type::kBodyStrong, Ink::kInk, room);
  sketch.WordsRight(right, y, std::to_string(row.held), Type::kBodyStrong,
                    row.held == 0 ? Ink::kInkMute : Ink::kInk, count);
  if (beside)
    sketch.Words(right - count - counts,
                 y + sketch.BaseOf(Type::kBodyStrong) - sketch.BaseOf(Type::kCaption), row.counts,
                 Type::kCaption, Ink::kInkMute, counts - sketch.S(8));
  y += sketch.LineOf(Type::kBodyStrong);
  std::string under = row.kind_words;
  if (!row.heard.empty()) under += " · " + row.heard;
  sketch.Words(left, y, under, Type::kCaption, Ink::kInkSoft,
               (beside ? right - count - counts - sketch.S(16) : right) - left);
  if (!beside)
    sketch.Words(left, y + sketch.LineOf(Type::kCaption), row.counts, Type::kCaption, Ink::kInkMute,
                 right - left);
  sketch.HRule(rect.x, rect.bottom() - 1, rect.w, Ink::kLine);
  Item item = MakeItem(ItemRole::kTreeItem, "actor/" + row.id, row.name, rect);
  item.description = sketch.Say("{0}. {1}", {under, row.counts});
  item.press = row.select;
  item.selected = row.selected ? Tri::kYes : Tri::kNo;
  return item;
}

Item DrawEdge(Sketch& sketch, const ActorsEdgeWords& edge, Rect rect) {
  if (edge.selected) sketch.Fill({rect.x, rect.y, rect.w, rect.h - 1}, Ink::kAccentTint);
  const float left = rect.x + sketch.S(44), right = rect.right() - sketch.S(12);
  const float top = rect.y + std::round((rect.h - 1 - sketch.LineOf(Type::kMeta)) / 2);
  sketch.VRule(rect.x + sketch.S(23), rect.y, rect.h, edge.touched ? Ink::kInk : Ink::kLine,
               edge.touched ? 2.0f : 1.0f);
  const float most = std::round((right - left) / 3);
  const float places = std::min(sketch.Width(Type::kCaption, edge.places), most);
  if (places > 0) sketch.WordsRight(right, top, edge.places, Type::kCaption, Ink::kInkMute, most);
  sketch.Words(left, top, edge.under, Type::kMeta, Ink::kInk, right - left - places - sketch.S(12));
  Item item = MakeItem(ItemRole::kTreeItem, edge.id, edge.sentence, rect);
  item.description = edge.places;
  item.press = edge.select;
  item.double_press = edge.open;
  item.selected = edge.selected ? Tri::kYes : Tri::kNo;
  return item;
}

}  // namespace

Scene BuildActorsListScene(const Library& library, const Session& session, const ActorsModel& model,
                           const ActorsCache& cache, const Space& space, float* selected_y) {
  Sketch sketch(space, "actors", Ink::kPaper);
  const ActorsGraph& graph = cache.graph;
  const float x = space.margin(), width = space.width - 2 * x;
  float y = DrawActorsHeader(sketch, model, space);
  sketch.HRule(x, y, width, Ink::kInk, 2);
  y += 2;
  if (!model.empty.empty()) {
    y += sketch.S(20);
    y += sketch.Paragraph(x, y, width, model.empty, Type::kBody, Ink::kInkSoft, 0, "actors/empty");
    if (model.remedy) {
      y += sketch.S(12);
      y += sketch.Button(x, y, ButtonOf(*model.remedy, "network/", ButtonKind::kMain)).h;
    }
  }
  using Kind = ActorsRow::Kind;
  const bool beside = width >= sketch.S(560);
  const float actor_height = RowHeight(sketch, beside);
  const float edge_height = std::max(sketch.S(28), sketch.target()) + 1;
  std::int32_t opened = -1;
  const auto open = [&](std::string id, const std::string& name) {
    Item list = MakeItem(ItemRole::kTree, std::move(id), name, {x, y, width, 0});
    list.size = static_cast<std::uint32_t>(library.dataset.actors.size());
    opened = sketch.Open(std::move(list));
  };
  const auto close = [&] {
    if (opened < 0) return;
    sketch.item(opened).rect.h = y - sketch.item(opened).rect.y;
    sketch.Close();
    opened = -1;
  };
  if (!graph.nodes.empty()) open("actors/list", model.title);
  bool rest = false;
  const float around = actor_height * kLineAround;
  const RecordRef record = library.dataset.Find(session.state.selection);
  const ActorId selected =
      record && record.table == Table::kActors ? ActorId(record.index) : ActorId();
  for (const ActorsRow& row : cache.rows) {
    if (row.kind == Kind::kRest && !rest) {
      rest = true;
      close();
      y += sketch.S(20);
      y += sketch.Heading(x, y, width, model.rest, Type::kLabel, 2, Ink::kInkSoft, "actors/rest",
                          1) +
           sketch.S(6);
      sketch.HRule(x, y, width, Ink::kLine);
      open("actors/rest-list", model.rest);
    }
    const float height = row.kind == Kind::kEdge ? edge_height : actor_height;
    const Rect rect{x, y, width, height};
    const bool seen =
        y + height > space.scroll_y - around && y < space.scroll_y + space.height + around;
    y += height;
    const ActorId actor = row.kind == Kind::kActor  ? graph.nodes[row.index]
                          : row.kind == Kind::kRest ? graph.rest[row.index]
                                                    : ActorId();
    if (actor && actor == selected) *selected_y = rect.y;
    if (!seen) continue;
    Item item;
    if (row.kind == Kind::kEdge) {
      item = DrawEdge(sketch, WordsOfEdge(library, session.state, graph, row.index), rect);
    } else {
      const bool drawn = row.kind == Kind::kActor;
      item = DrawActor(sketch,
                       RowOfActor(library, session.state, actor,
                                  (drawn ? graph.held : graph.rest_held)[row.index],
                                  (drawn ? graph.mentioned : graph.rest_mentioned)[row.index]),
                       rect, beside);
    }
    item.level = row.level;
    item.pos = row.pos;
    item.size = row.size;
    item.group = "actors";
    sketch.Add(std::move(item));
  }
  close();
  return sketch.Finish(std::ceil(y) + sketch.S(16));
}

}  // namespace proviso::view
