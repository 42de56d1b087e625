#include "core/views/actors/marks.h"

#include <cmath>
#include <utility>

namespace proviso::view {

bool IsSquare(ActorKind kind) {
  return kind == ActorKind::kOrganisation || kind == ActorKind::kState || kind == ActorKind::kBloc;
}
bool IsStadium(ActorKind kind) { return kind == ActorKind::kGroup || kind == ActorKind::kUnnamed; }

void DrawActorMark(Sketch& sketch, Point at, float radius, ActorKind kind, Ink fill, float width,
                   Ink line) {
  if (!IsSquare(kind) && !IsStadium(kind)) {
    const Rect box{at.x - radius, at.y - radius, 2 * radius, 2 * radius};
    sketch.Put(DiscShape(box, fill));
    sketch.Put(RingShape(box, line, width));
    return;
  }
  // Of about the same area.
  const float w = radius * (IsSquare(kind) ? 1.8f : 2.5f),
              h = radius * (IsSquare(kind) ? 1.8f : 1.56f);
  const float round = IsSquare(kind) ? 1.5f : h / 2;
  const Rect box{at.x - w / 2, at.y - h / 2, w, h};
  sketch.Fill(box, fill, round);
  sketch.Stroke(box, line, width, round);
}

void DrawReach(Sketch& sketch, float x, float middle, float size, Distance distance) {
  const float s = sketch.S(size);
  const Rect box{std::round(x), std::round(middle - s / 2), s, s};
  if (distance == Distance::kOwn) return sketch.Put(DiscShape(box, Ink::kInk));
  if (distance == Distance::kPassedOn) return sketch.Put(RingShape(box, Ink::kInk, 1.8f, 2.5f, 2));
  sketch.Put(RingShape(box, Ink::kInk, 1.8f));
  const float dot = std::round(s * 0.42f);
  sketch.Put(DiscShape({box.x + (s - dot) / 2, box.y + (s - dot) / 2, dot, dot}, Ink::kInk));
}

void AddToTree(Sketch& sketch, const ActorsRow& row, std::size_t actors, Item item) {
  item.level = row.level;
  item.pos = row.pos;
  item.size = row.level == 1 ? static_cast<std::uint32_t>(actors) : row.size;
  item.group = "actors";
  sketch.Add(std::move(item));
}

}  // namespace proviso::view
