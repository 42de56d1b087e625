// The texts as strips on one scale, over the paragraphs of the one that is shown.

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/canvas/check_marks.h"
#include "core/views/sources/copy_scene.h"
#include "core/views/sources/scene.h"

namespace proviso::view {
namespace {

constexpr float kStrip = 22;
constexpr std::string_view kParagraphPrefix = "paragraph/";

Ink PassageInk(PassageKind kind, Sign sign) {
  if (kind == PassageKind::kWay) return sign == Sign::kPulled ? Ink::kInk : InkOf(sign);
  return kind == PassageKind::kLikely ? Ink::kInk : Ink::kPassage;
}

/// The paragraphs in sight, by their places in the model; none: `last` before `first`.
struct Seen {
  std::size_t first = 1, last = 0;
};

Seen SeenOf(const SourcesModel& model, const InSight& sight) {
  Seen seen;
  if (sight.outline == nullptr) return seen;
  for (const Item& item : sight.outline->items) {
    if (item.role != ItemRole::kGroup ||
        item.id.compare(0, kParagraphPrefix.size(), kParagraphPrefix) != 0)
      continue;
    if (item.rect.bottom() <= sight.from || item.rect.y >= sight.to) continue;
    std::size_t place = 0;
    for (const char c : item.id.substr(kParagraphPrefix.size()))
      place = place * 10 + static_cast<std::size_t>(c - '0');
    if (place == 0 || place > model.paragraphs.size()) continue;
    if (seen.last < seen.first) seen.first = place;
    seen.last = place;
  }
  return seen;
}

/// A text: letter, title and date at the left, its strip on the scale of the longest.
float DrawStrip(Sketch& sketch, const SourceCard& card, float scale, float x, float y, float left,
                float width) {
  const float letter = sketch.LetterBoxWidth(18, card.letter) + sketch.S(8);
  const float room = left - x - letter - sketch.S(14);
  sketch.LetterBox(x, y, 18, card.letter, card.document);
  const std::vector<Run> title{{card.title, Type::kControlStrong}};
  float words = sketch.Flowed(x + letter, y - 1, title, room);
  const std::vector<Run> date{{card.date, Type::kCaption, Ink::kInkMute}};
  if (!card.date.empty()) words += sketch.Flowed(x + letter, y - 1 + words, date, room);
  const float high = sketch.S(kStrip), end = left + card.length * scale;
  const float middle = std::round(y + high / 2);
  sketch.Fill({left, middle - 2, end - left, 4}, Ink::kSkeleton);
  for (const StripPart& part : card.strip) {
    const float from = std::round(left + part.start * scale);
    const float to = std::max(std::round(left + part.end * scale), from + 1);
    DrawPassage(sketch, part.kind, part.sign, part.distance, part.repeat,
                {from, y, to - from, high});
  }
  // The numbers of paragraphs with a passage, where there is room for them.
  float free = left;
  std::string numbers;
  for (const SourceCard::Start& start : card.paragraphs) {
    if (start.number == 0) continue;
    const std::string number = std::to_string(start.number);
    const float at = std::round(left + start.at * scale);
    const float wide = std::ceil(sketch.Width(Type::kCaption, number));
    if (at < free || at + wide > left + width) continue;
    sketch.Words(at, y + high + sketch.S(2), number, Type::kCaption, Ink::kInkMute);
    free = at + wide + sketch.S(5);
    numbers = sketch.say().Chain(Key("{0}, {1}##of a list"), {numbers, number});
  }
  const float height = std::max(words, high + sketch.S(2) + sketch.LineOf(Type::kCaption));
  Item item = MakeItem(ItemRole::kButton, "document/" + card.id,
                       sketch.Say("Text {0}: {1}", {card.letter, card.title}),
                       {x, y - 1, std::max(end, left) - x, std::max(height, sketch.target())});
  item.description = sketch.say().Chain(
      Key("{0}. {1}"), {card.date, card.line,
                        numbers.empty() ? "" : sketch.Say("Coded in paragraphs {0}", {numbers})});
  item.press = card.show;
  item.current = card.shown;
  item.selected = card.shown ? Tri::kYes : Tri::kNo;
  item.group = "documents";
  sketch.Add(std::move(item));
  return height;
}

}  // namespace

void DrawPassage(Sketch& sketch, PassageKind kind, Sign sign, Distance distance, bool repeat,
                 Rect rect) {
  const Ink ink = PassageInk(kind, sign);
  if (repeat) {
    const float high = std::min(rect.h, 7.0f);
    sketch.Put(
        StrokeShape({rect.x, rect.y + (rect.h - high) / 2, std::max(rect.w, 3.0f), high}, ink, 1));
    return;
  }
  if (distance == Distance::kOwn || rect.w < 3) {
    sketch.Fill(rect, ink);
    return;
  }
  const bool quoted = distance == Distance::kQuoted;
  const float middle = rect.y + rect.h / 2;
  sketch.Put(LineShape({rect.x, middle}, {rect.right(), middle}, ink, rect.h, quoted ? 4.0f : 2.0f,
                       quoted ? 3.0f : 4.0f));
}

float DrawOtherTexts(Sketch& sketch, const SourcesModel& model, float x, float y, float width) {
  std::vector<ButtonSpec> buttons;
  for (const SourceCard& card : model.cards) {
    if (card.near) continue;
    ButtonSpec spec;
    spec.id = "document/" + card.id;
    spec.words = sketch.Say("{0} {1}##letter, title", {card.letter, card.title});
    spec.description = card.line;
    spec.command = card.show;
    spec.kind = ButtonKind::kQuiet;
    spec.max_width = std::min(width, sketch.S(300));
    buttons.push_back(std::move(spec));
  }
  if (buttons.empty()) return 0;
  sketch.Open(MakeItem(ItemRole::kGroup, "sources/others", sketch.Say("The other texts")));
  const float height = sketch.ButtonRow(x, y, width, buttons) + sketch.S(6);
  sketch.Close();
  return height;
}

Scene BuildStripsScene(const SourcesModel& model, const Space& space, const InSight& sight) {
  Sketch sketch(space, "strips", Ink::kPaper);
  const float x = space.margin(), width = space.width - 2 * x;
  float y = sketch.S(9);
  std::vector<SegmentChoice> scopes;
  for (const Action& scope : model.scopes)
    scopes.push_back({scope.key, scope.words, scope.main, false, scope.command});
  const float segment = scopes.empty() ? 0 : sketch.SegmentWidth(scopes);
  sketch.Heading(x, y, width - segment - sketch.S(16), model.heading, Type::kH2, 1, Ink::kInk,
                 "outline/title");
  if (!scopes.empty())
    sketch.Segment(x + width - segment, y, "sources/scope", sketch.Say("What is listed"), scopes);
  y += std::max(sketch.LineOf(Type::kH2), sketch.Control(28)) + sketch.S(12);
  if (!model.unknown.empty())
    y += sketch.Paragraph(x, y, width, model.unknown, Type::kMeta, Ink::kAltered, 0,
                          "outline/unknown") +
         sketch.S(6);
  // One scale, so that a longer text is longer.
  std::vector<ButtonSpec> tools =
      ButtonsOf(model.box.actions, "documents/copy.", ButtonKind::kSmall);
  float tool = 0;
  for (ButtonSpec& spec : tools) {
    spec.description = model.box.words;
    tool = std::max(tool, sketch.ButtonWidth(spec));
  }
  const float left = x + sketch.S(226);
  const float room = std::max(x + width - left - tool - sketch.S(32), sketch.S(120));
  float longest = 1;
  for (std::size_t i = 0; i < model.cards.size(); ++i)
    if (model.cards.Near(i)) longest = std::max(longest, model.cards[i].length);
  const float scale = room / longest;
  float shown_y = 0;
  for (std::size_t i = 0; i < model.cards.size(); ++i) {
    if (!model.cards.Near(i)) continue;
    const SourceCard card = model.cards[i];
    if (card.shown) shown_y = y;
    const float strip = DrawStrip(sketch, card, scale, x, y, left, room);
    float high = strip;
    if (card.shown && !model.box.question) {
      float at = y - 1;
      sketch.Open(MakeItem(ItemRole::kGroup, "documents/copy", model.box.title));
      for (const ButtonSpec& spec : tools)
        at += sketch.Button(x + width - sketch.ButtonWidth(spec), at, spec).h + sketch.S(4);
      sketch.Close();
      high = std::max(high, at - y);
    }
    y += std::max(high + sketch.S(14), sketch.S(58));
  }
  y += DrawOtherTexts(sketch, model, x, y, width);
  if (model.box.question && !model.cards.empty())
    y += DrawCopyBox(sketch, model.box, "documents/copy", x, y, width) + sketch.S(10);
  // The frame of what stands in sight below.
  const Seen seen = SeenOf(model, sight);
  if (seen.first <= seen.last) {
    float before = 0, from = 0, to = 0;
    // Paragraphs of true length follow each other; what lies between them is one character.
    for (std::size_t i = 0; i < model.paragraphs.size(); ++i) {
      if (i + 1 == seen.first) from = before;
      before += static_cast<float>(model.paragraphs[i].length) + 1;
      if (i + 1 == seen.last) to = before;
    }
    const float high = sketch.S(kStrip);
    sketch.Stroke({std::round(left + from * scale) - 3, shown_y - 4,
                   std::round((to - from) * scale) + 6, high + 8},
                  Ink::kAccent, 2, 4);
  }
  sketch.HRule(x, y, width, Ink::kInk, 3);
  y += 3 + sketch.S(8);
  if (!model.cards.empty())
    sketch.LetterBox(x, y + sketch.S(4), 18, model.cards.Letter(model.cards.shown()),
                     model.cards.shown());
  std::vector<SegmentChoice> modes{
      {"outline", sketch.Say("Outline"), !model.copy_shown, false, ShowCopy{false, {}}},
      {"copy", sketch.Say("Your copy"), model.copy_shown, false, ShowCopy{true, {}}}};
  if (model.may_code)
    modes.push_back({"code", sketch.Say("Code##verb"), model.coding, false, ShowCode{true}});
  float right = x + width - sketch.SegmentWidth(modes);
  if (!model.cards.empty())
    sketch.Segment(right, y, "outline/mode", sketch.Say("What is shown"), modes);
  if (model.problem) {
    ButtonSpec next = ButtonOf(*model.problem, "outline/", ButtonKind::kSmall);
    next.id = "outline/next";
    next.key_cap = true;
    right -= sketch.ButtonWidth(next) + sketch.S(10);
    sketch.Button(right, y, next);
  }
  const auto number = [&](std::size_t place) {
    return std::to_string(model.paragraphs[place - 1].number);
  };
  std::string title = model.title;
  if (seen.first <= seen.last && model.paragraphs[seen.first - 1].number > 0)
    title = sketch.Say("Paragraphs {0} to {1} of {2}", {number(seen.first), number(seen.last),
                                                        std::to_string(model.paragraphs.size())});
  const float at = x + sketch.S(30);
  const float title_room = right - at - sketch.S(12);
  const float used = std::ceil(sketch.Width(Type::kH3, title)) + sketch.S(14);
  sketch.Heading(at, y, std::min(title_room, used - sketch.S(6)), title, Type::kH3, 2, Ink::kInk,
                 "sources/sight", 1);
  // The letter before it is part of it.
  Item& heading = sketch.scene().items.back();
  if (!model.cards.empty())
    heading.name =
        sketch.Say("{0} {1}##letter, title", {model.cards.Letter(model.cards.shown()), title});
  heading.rect = {x, heading.rect.y, heading.rect.right() - x, heading.rect.h};
  if (used + sketch.S(20) + sketch.Width(Type::kMeta, model.state_words) <= title_room) {
    sketch.Sign(Glyph::kUnchecked, at + used, y + sketch.LineOf(Type::kH3) / 2, 14);
    sketch.Text(at + used + sketch.S(20),
                y + std::round((sketch.LineOf(Type::kH3) - sketch.LineOf(Type::kMeta)) / 2),
                title_room - used, model.state_words, Type::kMeta, Ink::kInkSoft, "sources/state");
  }
  y += std::max(sketch.LineOf(Type::kH3), sketch.Control(28)) + sketch.S(4);
  return sketch.Finish(std::ceil(y));
}

}  // namespace proviso::view
