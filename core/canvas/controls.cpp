#include <algorithm>
#include <cmath>
#include <utility>

#include "core/canvas/sketch.h"

namespace proviso::view {
namespace {

constexpr float kRadius = 6;
constexpr float kTick = 22;  // A tick and the gap behind it.

Type TypeOf(ButtonKind kind) {
  switch (kind) {
    case ButtonKind::kMain:
      return Type::kControlStrong;
    case ButtonKind::kPlain:
      return Type::kControl;
    default:
      return Type::kMeta;
  }
}

float PaddingOf(ButtonKind kind) {
  switch (kind) {
    case ButtonKind::kMain:
      return 16;
    case ButtonKind::kPlain:
      return 14;
    case ButtonKind::kSmall:
      return 11;
    case ButtonKind::kQuiet:
      break;
  }
  return 6;
}

}  // namespace

ButtonSpec ButtonOf(const Action& action, std::string_view prefix, std::optional<ButtonKind> kind) {
  ButtonSpec spec;
  spec.id = std::string(prefix) + action.key;
  spec.words = action.words;
  spec.command = action.command;
  spec.shortcut = action.shortcut;
  spec.kind = kind.value_or(action.main ? ButtonKind::kMain : ButtonKind::kPlain);
  return spec;
}

std::vector<ButtonSpec> ButtonsOf(const std::vector<Action>& actions, std::string_view prefix,
                                  std::optional<ButtonKind> kind) {
  std::vector<ButtonSpec> specs;
  for (const Action& action : actions) specs.push_back(ButtonOf(action, prefix, kind));
  return specs;
}

float Sketch::ButtonHeight(ButtonKind kind) const {
  const bool small = kind == ButtonKind::kSmall || kind == ButtonKind::kQuiet;
  return Control(small ? 28 : 34);
}

std::string Sketch::CopiedBy(const ButtonSpec& spec) const {
  if (const CopyText* copies = spec.command.As<CopyText>()) return copies->what;
  return spec.command.Is<ReportError>() ? Say("a report to the coders") : std::string();
}

float Sketch::ButtonWidth(const ButtonSpec& spec) const {
  float width = std::ceil(Width(TypeOf(spec.kind), spec.words)) + 2 * S(PaddingOf(spec.kind));
  // Room for what it says when it is done, so that nothing moves.
  if (!CopiedBy(spec).empty())
    width = std::max(width, std::ceil(Width(TypeOf(spec.kind), Say("Copied"))) + S(kTick) +
                                2 * S(PaddingOf(spec.kind)));
  if (spec.drop_arrow) width += S(16);
  if (spec.key_cap && !spec.shortcut.empty()) width += KeyCapWidth(spec.shortcut) + S(10);
  width = std::max({width, spec.min_width, target()});
  return spec.max_width > 0 ? std::min(width, spec.max_width) : width;
}

Rect Sketch::Button(float x, float y, const ButtonSpec& spec) {
  const Rect box{std::round(x), std::round(y), ButtonWidth(spec), ButtonHeight(spec.kind)};
  const bool main = spec.kind == ButtonKind::kMain;
  const bool on = spec.pressed == Tri::kYes;
  const bool copied = !copied_.empty() && CopiedBy(spec) == copied_;
  Ink ink = main && !copied ? Ink::kOnAccent : Ink::kInk;
  if (copied) {
    Fill(box, Ink::kAccentTint, kRadius);
    Stroke(box, Ink::kAccent, 1, kRadius);
  } else if (on) {
    Fill(box, Ink::kInk, kRadius);
    ink = Ink::kPaper;
  } else if (main) {
    Fill(box, Ink::kAccent, kRadius);
  } else if (spec.kind != ButtonKind::kQuiet) {
    Fill(box, Ink::kSurface, kRadius);
    Stroke(box, Ink::kControlLine, 1, kRadius);
  }
  const float pad = S(PaddingOf(spec.kind));
  Rect words{box.x + pad, box.y, box.w - 2 * pad, box.h};
  if (spec.drop_arrow) {
    words.w -= S(16);
    Sign(Glyph::kDown, words.right() + S(6), box.y + box.h / 2, 10, GlyphStyle::kPlain,
         Ink::kInkMute);
  }
  if (spec.key_cap && !spec.shortcut.empty()) {
    words.w -= KeyCapWidth(spec.shortcut) + S(10);
    KeyCap(box.right() - S(8), box.y + box.h / 2, spec.shortcut);
  }
  const std::string said = copied ? Say("Copied") : spec.words;
  if (copied) {
    const float used = std::ceil(Width(TypeOf(spec.kind), said)) + S(kTick);
    const float left = std::round(words.x + std::max(0.0f, words.w - used) / 2);
    Sign(Glyph::kFound, left, box.y + box.h / 2, 16);
    words = {left + S(kTick), box.y, std::ceil(Width(TypeOf(spec.kind), said)) + 1, box.h};
  }
  WordsCentred(words, said, TypeOf(spec.kind), ink);
  Item item =
      MakeItem(ItemRole::kButton, spec.id, spec.name.empty() || copied ? said : spec.name, box);
  item.press = spec.command;
  item.shortcut = spec.shortcut;
  item.description = spec.description;
  item.selected = spec.pressed;
  Add(std::move(item));
  return box;
}

float Sketch::ButtonRow(float x, float y, float width, const std::vector<ButtonSpec>& specs) {
  float at = x, top = y, row = 0;
  for (ButtonSpec spec : specs) {
    spec.max_width = width;
    const float w = ButtonWidth(spec);
    if (at > x && at + w > x + width) {
      at = x;
      top += row + S(8);
      row = 0;
    }
    Button(at, top, spec);
    at += w + S(8);
    row = std::max(row, ButtonHeight(spec.kind));
  }
  return specs.empty() ? 0 : top + row - y;
}

Rect Sketch::IconButton(float x, float y, float size, Glyph glyph, std::string id, std::string name,
                        Command command, float icon) {
  const Rect box{std::round(x), std::round(y), size, size};
  Sign(glyph, std::round(box.x + (size - S(icon)) / 2), box.y + size / 2, icon, GlyphStyle::kPlain,
       Ink::kInk);
  Item item = MakeItem(ItemRole::kButton, std::move(id), std::move(name), box);
  item.press = std::move(command);
  Add(std::move(item));
  return box;
}

float Sketch::LinkText(float x, float y, std::string_view text, Type type, std::string id,
                       Command command, float room, std::string name) {
  const float used = Words(x, y, text, type, Ink::kAccent, room);
  const float line = LineOf(type);
  HRule(x, std::round(y) + BaseOf(type) + 3, used, Ink::kAccent);
  const float height = std::max(line, target()), width = std::max(used, target());
  Item item =
      MakeItem(ItemRole::kLink, std::move(id), name.empty() ? std::string(text) : std::move(name),
               {x, std::round(y - (height - line) / 2), width, height});
  item.press = std::move(command);
  Add(std::move(item));
  return used;
}

float Sketch::SegmentWidth(const std::vector<SegmentChoice>& choices) const {
  float width = 0;
  for (const SegmentChoice& choice : choices)
    width += std::max(std::ceil(Width(Type::kLabel, choice.words)) + 2 * S(9), target());
  return width;
}

Rect Sketch::Segment(float x, float y, std::string id, std::string name,
                     const std::vector<SegmentChoice>& choices, bool disabled,
                     std::string description) {
  const Rect box{std::round(x), std::round(y), SegmentWidth(choices), Control(28)};
  Item group = MakeItem(ItemRole::kRadioGroup, id, std::move(name), box);
  group.description = std::move(description);
  group.disabled = disabled;
  Open(std::move(group));
  Fill(box, disabled ? ground_ : Ink::kSurface, kRadius);
  float at = box.x;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    const SegmentChoice& choice = choices[i];
    // As wide as the words in bold, so that choosing moves nothing.
    const Rect cell{at, box.y,
                    std::max(std::ceil(Width(Type::kLabel, choice.words)) + 2 * S(9), target()),
                    box.h};
    const bool first = i == 0, last = i + 1 == choices.size();
    if (choice.chosen) {
      const Ink ink = choice.quiet ? Ink::kSunken : Ink::kInk;
      const Rect inner{cell.x + 1, cell.y + 1, cell.w - (last ? 2.0f : 1.0f), cell.h - 2};
      Fill(inner, ink, first || last ? kRadius - 1 : 0);
      // Only the outer corners are round.
      if (first && !last) Fill({inner.right() - kRadius, inner.y, kRadius, inner.h}, ink);
      if (last && !first) Fill({inner.x, inner.y, kRadius, inner.h}, ink);
    }
    if (!first) VRule(cell.x, box.y + 1, box.h - 2, Ink::kLine);
    const Ink words = disabled         ? Ink::kInkMute
                      : !choice.chosen ? Ink::kInkSoft
                      : choice.quiet   ? Ink::kInk
                                       : Ink::kPaper;
    WordsCentred(cell, choice.words, choice.chosen ? Type::kLabel : Type::kCaption, words);
    Item radio = MakeItem(ItemRole::kRadio, id + "/" + choice.key, choice.words, cell);
    radio.checked = choice.chosen ? Tri::kYes : Tri::kNo;
    radio.disabled = disabled;
    radio.press = choice.choose;
    radio.group = id;
    radio.pos = static_cast<std::uint32_t>(i) + 1;
    radio.size = static_cast<std::uint32_t>(choices.size());
    Add(std::move(radio));
    at += cell.w;
  }
  Stroke(box, disabled ? Ink::kLine : Ink::kControlLine, 1, kRadius);
  Close();
  return box;
}

float Sketch::CheckRow(float x, float y, float width, std::string id, std::string_view words,
                       std::string_view count, bool checked, Command toggle,
                       std::string_view longest) {
  const float side = S(16);
  const float left = std::round(x) + side + S(8);
  // Digits differ in width, and the words must not be broken otherwise because of that.
  const auto wide = [this](std::string_view text) {
    std::string zeros(text);
    for (char& c : zeros)
      if (c >= '0' && c <= '9') c = '0';
    return Width(Type::kCaption, zeros);
  };
  const float counted = std::min(std::max(wide(count), wide(longest)), width / 3);
  const float room = x + width - counted - S(8) - left;
  const std::vector<Run> runs{{std::string(words), Type::kControl}};
  const float high = FlowHeight(runs, room);
  const Rect row{x, std::round(y), width, Control(28) + high - LineOf(Type::kControl)};
  // The box stands at the first line.
  const float line = row.y + Control(28) / 2;
  const Rect box{std::round(x), std::round(line - side / 2), side, side};
  if (checked) {
    Fill(box, Ink::kInk, 3);
    const auto at = [&](float u, float v) { return Point{box.x + u * side, box.y + v * side}; };
    Put(LineShape(at(0.24f, 0.52f), at(0.43f, 0.7f), Ink::kPaper, 2));
    Put(LineShape(at(0.43f, 0.7f), at(0.78f, 0.3f), Ink::kPaper, 2));
  } else {
    Fill(box, Ink::kSurface, 3);
    Stroke(box, Ink::kControlLine, 1, 3);
  }
  const float top = std::round(line - LineOf(Type::kControl) / 2);
  WordsRight(row.right(), top + BaseOf(Type::kControl) - BaseOf(Type::kCaption), count,
             Type::kCaption, Ink::kInkMute, width / 3);
  Flowed(left, top, runs, room);
  Item item = MakeItem(ItemRole::kCheckbox, std::move(id), std::string(words), row);
  if (!count.empty()) item.description = std::string(count);
  item.checked = checked ? Tri::kYes : Tri::kNo;
  item.press = std::move(toggle);
  Add(std::move(item));
  return row.h;
}

void Sketch::Field(Rect rect, const FieldSpec& spec) {
  if (spec.framed) {
    Fill(rect, Ink::kSurface, kRadius);
    Stroke(rect, Ink::kControlLine, 1, kRadius);
  }
  const float cap = spec.shortcut.empty() ? 0 : KeyCapWidth(spec.shortcut) + S(10);
  const bool empty = spec.value.empty();
  const float left = rect.x + (spec.framed ? S(11) : 0);
  Words(left, rect.y + (rect.h - LineOf(spec.type)) / 2, empty ? spec.placeholder : spec.value,
        spec.type, empty ? Ink::kInkMute : Ink::kInk, rect.right() - S(10) - cap - left);
  if (!spec.shortcut.empty()) KeyCap(rect.right() - S(10), rect.y + rect.h / 2, spec.shortcut);
  Item item = MakeItem(spec.role, spec.id, spec.name, rect);
  item.value = spec.value;
  item.placeholder = spec.placeholder;
  item.shortcut = spec.shortcut;
  item.press = spec.typed;
  Add(std::move(item));
}

float Sketch::KeyCapWidth(std::string_view key) const {
  return std::max(std::ceil(Width(Type::kCaption, key)) + 2 * S(5), S(18));
}

void Sketch::KeyCap(float right, float middle, std::string_view key) {
  const float width = KeyCapWidth(key), height = S(20);
  const Rect box{std::round(right - width), std::round(middle - height / 2), width, height};
  Fill(box, Ink::kSurface, 4);
  Stroke(box, Ink::kControlLine, 1, 4);
  WordsCentred(box, key, Type::kCaption, Ink::kInkMute);
}

}  // namespace proviso::view
