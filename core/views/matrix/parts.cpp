// What the matrix as a table and the matrix on a phone have in common.

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/canvas/choice_button.h"
#include "core/views/matrix/scene.h"

namespace proviso::view {
namespace {

// More signs than these do not stand side by side; the words under them name all.
constexpr std::size_t kMostSigns = 3;

/// Puts controls from left to right, in as many rows as they need.
class Shelf {
 public:
  Shelf(const Sketch& sketch, float x, float y, float width)
      : left_(x), right_(x + width), x_(x), y_(y), gap_(sketch.S(16)), row_gap_(sketch.S(8)) {}

  /// Room for what is `width` wide and `height` high; moves on.
  Point Next(float width, float height) {
    if (x_ > left_ && x_ + width > right_) {
      x_ = left_;
      y_ += row_ + row_gap_;
      row_ = 0;
    }
    const Point at{x_, y_};
    x_ += width + gap_;
    row_ = std::max(row_, height);
    return at;
  }
  float width() const { return right_ - left_; }
  float bottom() const { return y_ + row_; }

 private:
  float left_, right_, x_, y_, gap_, row_gap_, row_ = 0;
};

// A label and a button that shows the choice in force.
void DrawChoice(Sketch& sketch, const Choice& choice, Shelf* shelf) {
  ButtonSpec spec = ChoiceButton(sketch, choice, "matrix/" + choice.key);
  const float label = std::ceil(sketch.Width(Type::kMeta, choice.name)) + sketch.S(8);
  spec.max_width = std::max(shelf->width() - label, sketch.target());
  const float height = sketch.ButtonHeight(spec.kind);
  const Point place = shelf->Next(label + sketch.ButtonWidth(spec), height);
  sketch.Words(place.x, place.y + std::round((height - sketch.LineOf(Type::kMeta)) / 2),
               choice.name, Type::kMeta, Ink::kInkSoft, label - sketch.S(8));
  sketch.Button(place.x + label, place.y, spec);
}

void DrawLeast(Sketch& sketch, const MatrixModel& model, Shelf* shelf) {
  const float side = sketch.ButtonHeight(ButtonKind::kSmall);
  const float words = std::min(std::ceil(sketch.Width(Type::kMeta, model.least_words)),
                               shelf->width() - 2 * side - 2 * sketch.S(8));
  const Point at = shelf->Next(words + 2 * side + 2 * sketch.S(8), side);
  sketch.Open(MakeItem(ItemRole::kGroup, "matrix/least", model.least_words));
  const auto button = [&](const std::optional<Action>& action, float x, std::string key,
                          std::string name, std::string_view sign) {
    MatrixSquare(sketch, {x, at.y, side, side}, sign, "matrix/least/" + key, std::move(name),
                 action ? std::optional<Command>(action->command) : std::nullopt);
  };
  button(model.fewer, at.x, "fewer", sketch.Say("One claim fewer"), "−");
  sketch.Text(at.x + side + sketch.S(8), at.y + std::round((side - sketch.LineOf(Type::kMeta)) / 2),
              words, model.least_words, Type::kMeta, Ink::kInk, "matrix/least/words");
  button(model.more, at.x + side + words + 2 * sketch.S(8), "more", sketch.Say("One claim more"),
         "+");
  sketch.Close();
}

/// One ruler for all levels in a cell: both sides are filled where the holder says both.
std::optional<Strength> OneRuler(const MatrixBox& model) {
  std::optional<Strength> all;
  for (const MatrixPart& part : model.parts) {
    if (!part.level || part.level->ruler == Ruler::kAbsent) return std::nullopt;
    if (!all || all->ruler != Ruler::kSegments) {
      all = *part.level;
      continue;
    }
    all->against = std::max(all->against, part.level->against);
    all->in_favour = std::max(all->in_favour, part.level->in_favour);
  }
  return all;
}

}  // namespace

void MatrixSquare(Sketch& sketch, Rect box, std::string_view sign, std::string id, std::string name,
                  std::optional<Command> command) {
  box.x = std::round(box.x);
  box.y = std::round(box.y);
  if (command) sketch.Fill(box, Ink::kSurface, 6);
  sketch.Stroke(box, command ? Ink::kControlLine : Ink::kLine, 1, 6);
  sketch.WordsCentred(box, sign, Type::kControl, command ? Ink::kInk : Ink::kInkMute);
  Item item = MakeItem(ItemRole::kButton, std::move(id), std::move(name), box);
  item.disabled = !command;
  item.press = std::move(command);
  sketch.Add(std::move(item));
}

void DrawMatrixSigns(Sketch& sketch, const MatrixBox& model, Rect box, float middle, float size) {
  const Ink before = sketch.ground();
  const float centre = box.x + box.w / 2;
  if (model.gap == MatrixGap::kSilent) {
    sketch.Sign(Glyph::kSilentCell, centre - sketch.S(size) / 2, box.y + box.h / 2, size);
  } else if (model.gap == MatrixGap::kNotCoded) {
    sketch.Hatch({box.x + 1, box.y + 1, box.w - 2, box.h - 2});
  }
  if (model.gap != MatrixGap::kNone) return;
  std::vector<const MatrixPart*> drawn;
  for (const MatrixPart& part : model.parts)
    if (part.drawn && drawn.size() < kMostSigns) drawn.push_back(&part);
  const std::size_t signs = drawn.size();
  const std::optional<Strength> ruler = OneRuler(model);
  const float width = box.w / static_cast<float>(signs);
  for (std::size_t i = 0; i < signs; ++i) {
    const MatrixPart& part = *drawn[i];
    const float x = std::round(box.x + width * static_cast<float>(i));
    const float right = std::round(box.x + width * static_cast<float>(i + 1));
    const Rect half{x, box.y, right - x, box.h};
    const bool tinted = !part.sign.other_step && !part.sign.not_held;
    const Ink tint = part.level ? Ink::kNoneTint : TintOf(part.sign.sign);
    if (tinted) sketch.Fill(half, tint);
    // Halves without a tint are kept apart as well, but no line runs through the words.
    if (i > 0) sketch.VRule(x, box.y, std::min(box.h, sketch.S(27)), tinted ? before : Ink::kLine);
    sketch.set_ground(tinted ? tint : before);
    if (part.claims > 1)
      sketch.WordsRight(half.right() - sketch.S(3), box.y + 1, std::to_string(part.claims),
                        Type::kCaption, Ink::kInk, half.w);
    if (ruler) continue;
    const float glyph = std::min(size, std::floor((half.w - 2) / sketch.scale()));
    sketch.Sign(part.sign, half.x + (half.w - sketch.S(glyph)) / 2, middle, glyph);
  }
  if (ruler) {
    const float segment = std::clamp((box.w / sketch.scale() - 26) / 8, 2.0f, 7.0f);
    sketch.LevelRuler(centre - sketch.RulerWidth(std::floor(segment)) / 2, middle, *ruler,
                      std::floor(segment));
    for (const MatrixPart& part : model.parts)
      if (part.sign.not_held && model.parts.size() == 1) {
        const float half = sketch.RulerWidth(std::floor(segment)) / 2;
        sketch.Put(LineShape({centre - half, middle + sketch.S(8)},
                             {centre + half, middle - sketch.S(8)}, Ink::kInk, 1.8f));
      }
  }
  sketch.set_ground(before);
}

float DrawMatrixTools(Sketch& sketch, const MatrixModel& model, float x, float y, float width) {
  Shelf shelf(sketch, x, y, width);
  std::vector<SegmentChoice> columns;
  for (const Action& value : model.columns.values)
    columns.push_back({value.key, value.words, value.main, false, value.command});
  const float segment = sketch.SegmentWidth(columns);
  if (segment <= width) {
    const Point at = shelf.Next(segment, sketch.Control(28));
    sketch.Segment(at.x, at.y, "matrix/cols", model.columns.name, columns);
  } else {
    DrawChoice(sketch, model.columns, &shelf);
  }
  ButtonSpec turn = ButtonOf(model.turn, "matrix/", ButtonKind::kSmall);
  const Point at = shelf.Next(sketch.ButtonWidth(turn), sketch.ButtonHeight(turn.kind));
  sketch.Button(at.x, at.y, turn);
  for (const Choice& choice : model.choices) DrawChoice(sketch, choice, &shelf);
  DrawLeast(sketch, model, &shelf);
  return shelf.bottom() - y;
}

float DrawMatrixLegend(Sketch& sketch, const MatrixModel& model, float x, float y, float width) {
  Shelf shelf(sketch, x, y, width);
  const float line = sketch.LineOf(Type::kCaption), mark = sketch.S(24);
  int number = 0;
  const auto add = [&](std::string_view words, const auto& draw) {
    const float room = std::min(std::ceil(sketch.Width(Type::kCaption, words)) + 1, width - mark);
    const Run run{std::string(words), Type::kCaption, Ink::kInkSoft};
    const float height = std::max(sketch.FlowHeight({run}, room), line);
    const Point at = shelf.Next(mark + room, height);
    draw(at.x, at.y + line / 2);
    sketch.Paragraph(at.x + mark, at.y, room, {run}, 0,
                     "matrix/legend/" + std::to_string(++number));
  };
  for (const SignMark& sign : model.legend)
    add(sign.words, [&](float at, float middle) { sketch.Sign(sign, at, middle, 16); });
  const float high = sketch.S(16), wide = sketch.S(18);
  if (model.mixed)
    add(sketch.Say("mixed: says both"), [&](float at, float middle) {
      const float top = std::round(middle - high / 2);
      sketch.Fill({at, top, wide / 2, high}, Ink::kMoreTint);
      sketch.Fill({at + wide / 2, top, wide / 2, high}, Ink::kLessTint);
    });
  if (model.not_coded)
    add(sketch.Say("not coded: neither silent nor open"), [&](float at, float middle) {
      sketch.Hatch({at, std::round(middle - high / 2), wide, high});
    });
  return number == 0 ? 0 : shelf.bottom() - y;
}

float DrawMatrixEmpty(Sketch& sketch, const MatrixModel& model, float x, float y, float width) {
  const float start = y;
  y += sketch.S(20);
  y += sketch.Paragraph(x, y, width, model.empty, Type::kBody, Ink::kInkSoft, 0, "matrix/empty");
  if (model.remedy) {
    ButtonSpec remedy;
    remedy.id = "matrix/" + model.remedy->key;
    remedy.words = model.remedy->words;
    remedy.command = model.remedy->command;
    remedy.max_width = width;
    y += sketch.S(12);
    y += sketch.Button(x, y, remedy).h;
  }
  return y - start;
}

}  // namespace proviso::view
