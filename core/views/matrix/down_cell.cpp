// A cell of the matrix with conditions down: its sign, what is said, and where.

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/views/matrix/scene.h"

namespace proviso::view {
namespace {

// Where the words of a cell stand: beside its sign, or under its signs where it says both.
struct CellRoom {
  bool mixed = false;
  float left = 0, top = 0, words = 0;
};

CellRoom RoomIn(const Sketch& sketch, float pitch, bool mixed) {
  CellRoom room;
  room.mixed = mixed;
  room.left = mixed ? sketch.S(6) : sketch.S(30);
  room.top = mixed ? sketch.S(24) : 0;
  room.words = pitch - kMatrixGutter - room.left - 1;
  return room;
}

/// How high the words of a cell are: what is said in as many lines as it needs, over the place.
float WordsHeight(const Sketch& sketch, const std::string& word, const CellRoom& room) {
  return room.top + sketch.FlowHeight({{word, Type::kCaption}}, room.words) +
         sketch.LineOf(Type::kCaption) - sketch.S(1);
}

/// "¶11 +2". The letter stands over the column, unless the voice is heard in several texts.
std::string PlaceIn(const Library& library, const MatrixBox& box, ActorId actor) {
  std::string place;
  const auto held = library.index.claims_held[actor];
  const auto text_of = [&](ClaimId id) { return DocumentOf(library.dataset, library.dataset[id]); };
  const bool several = std::any_of(held.begin(), held.end(),
                                   [&](ClaimId id) { return text_of(id) != text_of(held[0]); });
  if (!box.refs.empty()) {
    const Ref& ref = box.refs.front();
    place = several || ref.paragraph == 0 ? ref.short_words : "¶" + std::to_string(ref.paragraph);
  }
  if (box.claims > 1) place += (place.empty() ? "+" : " +") + std::to_string(box.claims - 1);
  return place;
}

// A level in so small a place: which side of the ruler it fills, or a ring.
void DrawSmallLevel(Sketch& sketch, const Strength& level, float x, float middle) {
  const float half = sketch.S(10);
  if (level.ruler != Ruler::kSegments) {
    const float side = sketch.S(12);
    sketch.Put(
        RingShape({x + half - side / 2, middle - side / 2, side, side}, Ink::kInk, 1.8f, 2, 2));
    return;
  }
  const Rect against{x, std::round(middle - sketch.S(4)), half - 2, sketch.S(8)};
  const Rect in_favour{x + half + 2, against.y, half - 2, against.h};
  for (const bool left : {true, false}) {
    const Rect& box = left ? against : in_favour;
    if ((left ? level.against : level.in_favour) > 0)
      sketch.Fill(box, Ink::kInk);
    else
      sketch.Stroke(box, Ink::kControlLine, 1);
  }
  sketch.Fill({x + half - 1, against.y - 2, 2, against.h + 4}, Ink::kInk);
}

}  // namespace

float MatrixCellHeight(const Sketch& sketch, const Library& library, const MatrixTable& table,
                       const MatrixCell& cell, float pitch) {
  bool mixed = false;
  const MatrixEntry* drawn = nullptr;
  for (std::uint32_t i = cell.first; i < cell.first + cell.count; ++i) {
    if (!IsDrawn(table, cell, table.entries[i])) continue;
    mixed |= drawn != nullptr && drawn->part() != table.entries[i].part();
    drawn = &table.entries[i];
  }
  return WordsHeight(sketch, WordOf(library, table, cell), RoomIn(sketch, pitch, mixed));
}

void DrawMatrixCell(Sketch& sketch, const Library& library, const MatrixBox& box, ActorId actor,
                    float pitch, Rect rect) {
  const std::string place = PlaceIn(library, box, actor);
  Item item = MakeItem(ItemRole::kCell, "matrix/cell/" + box.id, box.name, rect);
  item.description = box.about;
  if (box.claims > 1) item.description = sketch.Say("{0} ({1})", {box.about, place});
  item.press = box.select;
  item.double_press = box.open;
  item.group = kMatrixGroup;
  item.selected = box.selected ? Tri::kYes : Tri::kNo;
  const Ink before = sketch.ground();
  switch (box.gap) {
    case MatrixGap::kSilent:
      sketch.Sign(Glyph::kSilentCell, rect.x + rect.w / 2 - sketch.S(10), rect.y + rect.h / 2, 20);
      break;
    case MatrixGap::kNotCoded:
      sketch.Hatch({rect.x + 1, rect.y + 1, rect.w - 2, rect.h - 2});
      break;
    case MatrixGap::kHidden:
      sketch.WordsCentred(rect, sketch.Say("hidden"), Type::kCaption, Ink::kInkMute);
      break;
    case MatrixGap::kNone: {
      const MatrixPart* part = nullptr;
      std::size_t parts = 0;
      for (const MatrixPart& one : box.parts)
        if (one.drawn && parts++ == 0) part = &one;
      if (part == nullptr) break;
      const CellRoom room = RoomIn(sketch, pitch, parts > 1);
      const float high = WordsHeight(sketch, box.word, room);
      const float top = rect.y + std::round((rect.h - high) / 2);
      const SignMark& mark = part->sign;
      const bool tinted = !mark.other_step && !mark.not_held;
      if (room.mixed) {
        DrawMatrixSigns(sketch, box, rect, top + sketch.S(11), 18);
      } else if (tinted) {
        sketch.StartMoving();
        sketch.Fill(rect, TintOf(mark.sign));
        sketch.StopMoving("cell/" + box.id);
        sketch.set_ground(TintOf(mark.sign));
      } else {
        sketch.Stroke(rect, Ink::kLine, 1);
      }
      if (!room.mixed && part->level)
        DrawSmallLevel(sketch, *part->level, rect.x + sketch.S(6), rect.y + rect.h / 2);
      else if (!room.mixed)
        sketch.Sign(mark, rect.x + sketch.S(6), rect.y + rect.h / 2, 20);
      const float word = sketch.Flowed(rect.x + room.left, top + room.top,
                                       {{box.word, Type::kCaption, Ink::kInk}}, room.words);
      sketch.Words(rect.x + room.left, top + room.top + word - sketch.S(1), place, Type::kCaption,
                   Ink::kInkSoft);
      break;
    }
  }
  sketch.set_ground(before);
  if (box.selected) sketch.Stroke(rect, Ink::kAccent, 3);
  sketch.Add(std::move(item));
}

}  // namespace proviso::view
