#include <algorithm>
#include <cmath>
#include <utility>

#include "core/canvas/sketch.h"

namespace proviso::view {
namespace {

constexpr std::size_t kSegmentsEachSide = 4;

void DrawSegment(Sketch* sketch, Rect box, bool filled, Fill fill, bool empty_ruler) {
  if (filled && fill == Fill::kSolid) {
    sketch->Fill(box, Ink::kInk);
  } else if (filled && fill == Fill::kDashed) {
    sketch->Put(StrokeShape(box, Ink::kInk, 1.8f, 0, 2.5f, 2));
  } else if (filled && fill == Fill::kDotted) {
    sketch->Put(StrokeShape(box, Ink::kInk, 1.5f, 0, 1.5f, 1.5f));
  } else if (filled) {
    sketch->Put(StrokeShape(box, Ink::kInk, 1.8f));
  } else if (empty_ruler) {
    sketch->Put(StrokeShape(box, Ink::kControlLine, 1, 0, 2, 2));
  } else {
    sketch->Put(StrokeShape(box, Ink::kControlLine, 1));
  }
}

}  // namespace

float Sketch::Voice(const VoiceMark& mark, float x, float middle, float size, bool derived) {
  const float s = S(size);
  const float line = std::max(1.8f, s * 0.11f);
  const Rect box{std::round(x), std::round(middle - s / 2), s, s};
  const Rect ring{box.x + s * 0.05f, box.y + s * 0.05f, s * 0.9f, s * 0.9f};
  Explain({Spot::What::kVoice,
           static_cast<std::uint8_t>(static_cast<int>(mark.distance) + (mark.doubted ? 4 : 0)),
           false,
           derived,
           false,
           box,
           {}});
  Put(DiscShape({box.x - 1, box.y - 1, s + 2, s + 2}, ground_));
  switch (mark.distance) {
    case Distance::kOwn:
      Put(DiscShape({box.x + s * 0.07f, box.y + s * 0.07f, s * 0.86f, s * 0.86f}, Ink::kInk));
      break;
    case Distance::kQuoted:
      Put(RingShape(ring, Ink::kInk, line));
      Put(DiscShape({box.x + s * 0.31f, box.y + s * 0.31f, s * 0.38f, s * 0.38f}, Ink::kInk));
      break;
    case Distance::kPassedOn:
      Put(RingShape(ring, Ink::kInk, line, s * 0.22f, s * 0.17f));
      break;
  }
  if (derived) Put(RingShape({box.x - 3, box.y - 3, s + 6, s + 6}, Ink::kInk, 1.2f, 2.5f, 2));
  if (mark.doubted)
    Put(LineShape({box.x + s * 0.16f, box.y + s * 0.84f}, {box.x + s * 0.84f, box.y + s * 0.16f},
                  Ink::kInk, line));
  return s;
}

float Sketch::Ghost(float x, float middle, float size) {
  const float s = S(size);
  const Rect box{std::round(x), std::round(middle - s / 2), s, s};
  Explain({Spot::What::kBefore, 0, false, false, false, box, {}});
  Put(DiscShape({box.x - 1, box.y - 1, s + 2, s + 2}, ground_));
  Put(RingShape({box.x + s * 0.1f, box.y + s * 0.1f, s * 0.8f, s * 0.8f}, Ink::kInkMute, 1.3f, 1.6f,
                2));
  return s;
}

float Sketch::RulerWidth(float segment) const {
  const float gap = 2;
  return 2 * kSegmentsEachSide * (S(segment) + gap) + 3 * gap + 2;
}

float Sketch::LevelRuler(float x, float middle, const Strength& strength, float segment) {
  if (strength.ruler == Ruler::kAbsent) {
    Sign(Glyph::kSilent, x, middle, 22);
    return S(22);
  }
  const float w = S(segment), h = S(9), gap = 2;
  const float top = std::round(middle - h / 2);
  const float left = std::round(x);
  const bool empty = strength.ruler != Ruler::kSegments;
  for (std::size_t i = 0; i < kSegmentsEachSide; ++i) {
    const float step = static_cast<float>(i) * (w + gap);
    const Rect against{left + step, top, w, h};
    DrawSegment(this, against, !empty && kSegmentsEachSide - i <= strength.against,
                strength.against_fill, empty);
    const float centre = left + 4 * (w + gap) + 2 * gap + 2;
    const Rect in_favour{centre + gap + step, top, w, h};
    DrawSegment(this, in_favour, !empty && i < strength.in_favour, strength.in_favour_fill, empty);
  }
  Explain({Spot::What::kLevel, 0, false, false, false,
           Rect{left, top - 3, RulerWidth(segment), h + 6}, strength.words});
  const float bar = left + 4 * (w + gap) + gap;
  Fill({bar, std::round(middle - h / 2) - 3, 2, h + 6}, Ink::kInk);
  if (strength.ruler == Ruler::kRing) {
    const float side = h + 5;
    const Rect ring{bar + 1 - side / 2, top + h / 2 - side / 2, side, side};
    Put(DiscShape(ring, ground_));
    Put(RingShape(ring, Ink::kInk, 1.8f, 2, 2));
  }
  return RulerWidth(segment);
}

float Sketch::LetterBoxWidth(float size, std::string_view letter) const {
  return std::max(S(size), std::ceil(Width(Type::kLabel, letter)) + S(7));
}

void Sketch::LetterBox(float x, float y, float size, std::string_view letter,
                       std::uint32_t document) {
  const Rect box{std::round(x), std::round(y), LetterBoxWidth(size, letter), S(size)};
  if (document == 0) {
    Fill(box, Ink::kInk, 3);
  } else {
    Fill(box, Ink::kSurface, 3);
    Stroke(box, Ink::kInk, 1.5f, 3);
    if (document > 1) Fill({box.x, box.y, 3, box.h}, Ink::kInk, 1);
  }
  WordsCentred(box, letter, Type::kLabel, document == 0 ? Ink::kPaper : Ink::kInk);
}

float Sketch::RefChipWidth(const Ref& ref) const {
  if (ref.letter.empty())
    return std::max(std::ceil(Width(Type::kCaption, ref.short_words)), target());
  const float box = LetterBoxWidth(18, ref.letter);
  if (ref.paragraph == 0) return std::max(box, target());
  return std::max(
      box + S(5) + std::ceil(Width(Type::kCaption, "¶" + std::to_string(ref.paragraph))), target());
}

float Sketch::RefChip(float x, float y, const Ref& ref, std::string id) {
  const Rect rect{std::round(x), std::round(y), RefChipWidth(ref), RefChipHeight()};
  const float side = S(18);
  const float top = std::round(rect.y + (rect.h - side) / 2);
  if (ref.letter.empty()) {
    Words(rect.x, rect.y + (rect.h - LineOf(Type::kCaption)) / 2, ref.short_words, Type::kCaption,
          Ink::kInkSoft);
  } else {
    LetterBox(rect.x, top, 18, ref.letter, ref.document);
  }
  if (ref.paragraph != 0 && !ref.letter.empty()) {
    const float box = LetterBoxWidth(18, ref.letter);
    Words(rect.x + box + S(5), rect.y + (rect.h - LineOf(Type::kCaption)) / 2,
          "¶" + std::to_string(ref.paragraph), Type::kCaption, Ink::kInkSoft);
  }
  Item item = MakeItem(ItemRole::kLink, std::move(id), ref.words, rect);
  item.press = OpenPlace{ref.passage};
  Add(std::move(item));
  return rect.w;
}

float Sketch::RefChips(float x, float y, float width, const std::vector<Ref>& refs) {
  float at = x, top = y;
  for (const Ref& ref : refs) {
    const float w = RefChipWidth(ref);
    if (at > x && at + w > x + width) {
      at = x;
      top += RefChipHeight() + S(2);
    }
    RefChip(at, top, ref, {});
    at += w + S(12);
  }
  return refs.empty() ? 0 : top + RefChipHeight() - y;
}

float Sketch::RefChipsHeight(float width, const std::vector<Ref>& refs) const {
  float at = 0, height = refs.empty() ? 0 : RefChipHeight();
  for (const Ref& ref : refs) {
    const float w = RefChipWidth(ref);
    if (at > 0 && at + w > width) {
      at = 0;
      height += RefChipHeight() + S(2);
    }
    at += w + S(12);
  }
  return height;
}

void Sketch::CrossButton(Rect rect, std::string id, std::string name, Command command) {
  Sign(Glyph::kClose, std::round(rect.x + (rect.w - S(14)) / 2), rect.y + rect.h / 2, 14,
       GlyphStyle::kPlain, Ink::kInkMute);
  Item item = MakeItem(ItemRole::kButton, std::move(id), std::move(name), rect);
  item.press = std::move(command);
  Add(std::move(item));
}

float Sketch::IfChip(float x, float y, std::string id, std::string_view prefix,
                     std::string_view words, Command inspect, Command remove, float room) {
  const float height = Control(34);
  const float disc = height - 6;
  const float pill = std::max(disc, std::ceil(Width(Type::kReadingStrong, prefix)) + S(16));
  const float cross = std::max(S(26), target());
  const float fixed = 3 + pill + S(8) + S(2) + cross + S(4);
  const std::string shown =
      Elide(measure_, scale_, Type::kControl, words, std::max(room - fixed, S(24)));
  const float width = std::ceil(fixed + Width(Type::kControl, shown));
  const Rect box{std::round(x), std::round(y), width, height};
  Fill(box, Ink::kSurface, height / 2);
  Stroke(box, Ink::kControlLine, 1, height / 2);
  const Rect black{box.x + 3, box.y + 3, pill, disc};
  Fill(black, Ink::kInk, disc / 2);
  WordsCentred(black, prefix, Type::kReadingStrong, Ink::kPaper);
  Words(black.right() + S(8), box.y + (height - LineOf(Type::kControl)) / 2, shown, Type::kControl,
        Ink::kInk);
  const std::string full = Say("{0} {1}##if, a condition", {prefix, words});
  Item item = MakeItem(ItemRole::kButton, id, full, {box.x, box.y, box.w - cross - S(4), box.h});
  item.press = std::move(inspect);
  Add(std::move(item));
  CrossButton({box.right() - cross - S(4), std::round(box.y + (height - cross) / 2), cross, cross},
              id + "/open", Say("Leave open: {0}", {words}), std::move(remove));
  return width;
}

namespace {

constexpr float kPillPad = 7;

// In points: what stands around the words above and below, and how high the pill before them is.
struct ChipLook {
  float pad, pill;
};
ChipLook LookOf(Type type) { return type == Type::kControl ? ChipLook{12, 24} : ChipLook{7, 18}; }

float PillWidth(const Sketch& sketch, std::string_view prefix, Type type) {
  return std::max(sketch.S(LookOf(type).pill),
                  std::ceil(sketch.Width(Type::kLabel, prefix)) + 2 * sketch.S(kPillPad));
}

// What stands in a chip beside its words.
float ChipFixed(const Sketch& sketch, std::string_view prefix, Type type) {
  return sketch.S(2) + PillWidth(sketch, prefix, type) + sketch.S(5) + sketch.S(8);
}

std::vector<Run> ChipRuns(std::string_view words, Type type) {
  return {{std::string(words), type, Ink::kInk}};
}

}  // namespace

float Sketch::ConditionChipWidth(std::string_view prefix, std::string_view words, float room,
                                 Type type) const {
  const float fixed = ChipFixed(*this, prefix, type);
  const float inner = std::max(room - fixed, S(24));
  return std::max(
      target(), std::ceil(fixed + FlowText(measure_, scale_, ChipRuns(words, type), inner).width));
}

float Sketch::ConditionChipHeight(std::string_view prefix, std::string_view words, float room,
                                  Type type) const {
  const float inner = std::max(room - ChipFixed(*this, prefix, type), S(24));
  return std::max(target(), FlowHeight(ChipRuns(words, type), inner) + S(LookOf(type).pad));
}

float Sketch::ConditionChip(float x, float y, std::string id, std::string_view prefix,
                            std::string_view words, Command suppose, float room, Type type) {
  const ChipLook look = LookOf(type);
  const float inner = std::max(room - ChipFixed(*this, prefix, type), S(24));
  const float text = FlowHeight(ChipRuns(words, type), inner);
  const Rect target{std::round(x), std::round(y), ConditionChipWidth(prefix, words, room, type),
                    ConditionChipHeight(prefix, words, room, type)};
  // For a finger the target is larger than what is drawn.
  const float height = std::max(text + S(look.pad), S(look.pill + 6));
  const Rect box{target.x, std::round(target.y + (target.h - height) / 2), target.w, height};
  const float radius = S(look.pill / 2 + 3);
  Fill(box, Ink::kSurface, radius);
  Stroke(box, Ink::kControlLine, 1, radius);
  const float pill = S(look.pill);
  const float inset = std::round((S(look.pill + 6) - pill) / 2);
  const Rect black{box.x + inset, box.y + inset, PillWidth(*this, prefix, type), pill};
  Fill(black, Ink::kInk, pill / 2);
  WordsCentred(black, prefix, Type::kLabel, Ink::kPaper);
  Flowed(black.right() + S(5), box.y + (box.h - text) / 2, ChipRuns(words, type), inner);
  Item item = MakeItem(ItemRole::kButton, std::move(id),
                       Say("{0} {1}##if, a condition", {prefix, words}), target);
  item.press = std::move(suppose);
  Add(std::move(item));
  return target.h;
}

float Sketch::FilterChip(float x, float y, std::string id, std::string_view words, Command remove,
                         float room) {
  const float height = Control(28);
  const float fixed = S(12) + S(4) + S(14) + S(8);
  const std::string shown =
      Elide(measure_, scale_, Type::kMeta, words, std::max(room - fixed, S(24)));
  const Rect box{std::round(x), std::round(y), std::ceil(fixed + Width(Type::kMeta, shown)),
                 height};
  Fill(box, Ink::kSurface, height / 2);
  Stroke(box, Ink::kControlLine, 1, height / 2);
  Words(box.x + S(12), box.y + (height - LineOf(Type::kMeta)) / 2, shown, Type::kMeta, Ink::kInk);
  Sign(Glyph::kClose, box.right() - S(8) - S(14), box.y + height / 2, 14, GlyphStyle::kPlain,
       Ink::kInkMute);
  Item item = MakeItem(ItemRole::kButton, std::move(id), Say("Drop the filter {0}", {words}), box);
  item.press = std::move(remove);
  Add(std::move(item));
  return box.w;
}

}  // namespace proviso::view
