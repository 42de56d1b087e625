#include "core/view/actors_scene.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/view/sketch.h"

namespace proviso::view {
namespace {

constexpr std::uint32_t kAround = 6;

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

void DrawRow(Sketch& sketch, const ActorRow& row, Rect rect, bool beside, std::uint32_t place,
             std::uint32_t total) {
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
  Item item = MakeItem(ItemRole::kListItem, "actor/" + row.id, row.name, rect);
  item.description = sketch.Say("{0}. {1}", {under, row.counts});
  item.press = row.select;
  item.group = "actors";
  item.pos = place;
  item.size = total;
  item.selected = row.selected ? Tri::kYes : Tri::kNo;
  sketch.Add(std::move(item));
  sketch.HRule(rect.x, rect.bottom() - 1, rect.w, Ink::kLine);
}

}  // namespace

Scene BuildActorListScene(const Library& library, const Session& session, const Space& space,
                          ActorsModel* model) {
  Sketch sketch(space, "actors", Ink::kPaper);
  const float x = space.margin(), width = space.width - 2 * x;
  const bool beside = width >= sketch.S(560);
  const float row = RowHeight(sketch, beside);
  // The header's height is not known before the model is, so rows are asked for as if it were none.
  const auto first_seen = static_cast<std::uint32_t>(std::max(0.0f, space.scroll_y / row));
  const auto in_sight = static_cast<std::uint32_t>(space.height / row) + 2;
  const std::uint32_t first = first_seen > 2 * kAround ? first_seen - 2 * kAround : 0;
  *model = BuildActorsModel(library, session, first, first_seen + in_sight + kAround);

  float y = sketch.S(16);
  y += sketch.Heading(x, y, width, model->title, Type::kH2, 1, Ink::kInk, "actors/title");
  y += sketch.Paragraph(x, y + sketch.S(1), width, model->subtitle, Type::kCaption, Ink::kInkMute,
                        0, "actors/subtitle") +
       sketch.S(1);
  y += sketch.S(8);
  sketch.HRule(x, y, width, Ink::kInk, 2);
  y += 2;
  if (!model->empty.empty()) {
    y += sketch.S(20);
    y += sketch.Paragraph(x, y, width, model->empty, Type::kBody, Ink::kInkSoft, 0, "actors/empty");
    return sketch.Finish(std::ceil(y) + sketch.S(16));
  }
  Item list = MakeItem(ItemRole::kList, "actors/list", sketch.Say("Actors"),
                       {x, y, width, row * static_cast<float>(model->total)});
  list.size = model->total;
  sketch.Open(std::move(list));
  for (std::size_t i = 0; i < model->rows.size(); ++i) {
    const auto place = first + static_cast<std::uint32_t>(i);
    DrawRow(sketch, model->rows[i], {x, y + row * static_cast<float>(place), width, row}, beside,
            place + 1, model->total);
  }
  sketch.Close();
  y += row * static_cast<float>(model->total);
  return sketch.Finish(std::ceil(y) + sketch.S(16));
}

}  // namespace proviso::view
