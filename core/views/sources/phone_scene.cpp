// The texts on a phone: strips, one paragraph, what its passages say.

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/canvas/check_marks.h"
#include "core/views/sources/copy_scene.h"
#include "core/views/sources/scene.h"

namespace proviso::view {
namespace {

constexpr float kPhoneStrip = 18;

/// A text: letter, title, date and how much of it is coded, its strip on the scale of the longest.
/// Returns the height.
float PhoneStrip(Sketch& sketch, const SourcesModel& model, const SourceCard& card, float scale,
                 float x, float y, float width) {
  const float start = y;
  const float letter =
      card.letter.empty()
          ? 0
          : std::max(sketch.S(18),
                     std::ceil(sketch.Width(Type::kLabel, card.letter)) + sketch.S(7)) +
                sketch.S(8);
  if (letter > 0) sketch.LetterBox(x, y + 1, 18, card.letter, card.document);
  const float room = width - letter;
  y += sketch.Flowed(x + letter, y, {{card.title, Type::kControlStrong, Ink::kInk}}, room);
  const std::string passages =
      sketch.say().Counted(card.passages, "{0} coded passage", "{0} coded passages");
  const std::string line = card.date.empty() ? passages : card.date + " · " + passages;
  y += sketch.Flowed(x + letter, y, {{line, Type::kMeta, Ink::kInkSoft}}, room) + sketch.S(5);
  const float high = sketch.S(kPhoneStrip), middle = std::round(y + high / 2);
  sketch.Fill({x, middle - 2, card.length * scale, 4}, Ink::kSkeleton);
  for (const StripPart& part : card.strip) {
    const float from = std::round(x + part.start * scale);
    const float to = std::max(std::round(x + part.end * scale), from + 1);
    DrawPassage(sketch, part.kind, part.sign, part.distance, part.repeat,
                {from, y, to - from, high});
  }
  if (card.shown && model.at < model.paragraphs.size()) {
    // Paragraphs of true length follow each other; what lies between them is one character.
    float from = 0;
    for (std::size_t i = 0; i < model.at; ++i)
      from += static_cast<float>(model.paragraphs[i].length) + 1;
    const float length = static_cast<float>(model.paragraphs[model.at].length);
    sketch.Stroke({std::round(x + from * scale) - 3, y - 4,
                   std::max(std::round(length * scale), 2.0f) + 6, high + 8},
                  Ink::kAccent, 2, 4);
  }
  y += high;
  Item item = MakeItem(
      ItemRole::kButton, "document/" + card.id,
      card.letter.empty() ? card.title : sketch.Say("Text {0}: {1}", {card.letter, card.title}),
      {x, start, width, std::max(y - start, sketch.target())});
  item.description = sketch.say().Chain(Key("{0}. {1}"), {card.date, card.line});
  item.press = card.show;
  item.current = card.shown;
  item.selected = card.shown ? Tri::kYes : Tri::kNo;
  sketch.Add(std::move(item));
  return y - start;
}

/// To the paragraph before or after, where there is one.
void StepButton(Sketch& sketch, const SourcesModel& model, bool next, float x, float y,
                float side) {
  const bool there = next ? model.at + 1 < model.paragraphs.size() : model.at > 0;
  const Rect box{x, y, side, side};
  sketch.Fill(box, Ink::kSurface, 6);
  if (there)
    sketch.Stroke(box, Ink::kControlLine, 1, 6);
  else
    sketch.Put(StrokeShape(box, Ink::kControlLine, 1, 6, 3, 3));
  sketch.WordsCentred(box, next ? "›" : "‹", Type::kBodyStrong, there ? Ink::kInk : Ink::kInkMute);
  Item item = MakeItem(ItemRole::kButton, next ? "sources/next" : "sources/previous",
                       next ? sketch.Say("Next paragraph") : sketch.Say("Previous paragraph"), box);
  item.disabled = !there;
  const float to = static_cast<float>(model.at) + (next ? 1.0f : -1.0f);
  item.press = ScrollTo{std::string(kSourcesPhonePlace), std::max(to, 0.0f)};
  sketch.Add(std::move(item));
}

/// What a claim says, its sign at the left; who says it, where that is not the author.
float PhoneGloss(Sketch& sketch, const SourceParagraph& paragraph, const SourceItem& coded,
                 float margin, float y, float width) {
  const float left = margin + sketch.S(34), room = width - left - margin;
  const bool own = coded.mark.distance == Distance::kOwn && !coded.mark.doubted;
  const std::vector<Run> runs = RunsOf(coded.gloss);
  const std::vector<Run> holder{{coded.holder, Type::kMeta, Ink::kInkSoft}};
  const float check = coded.check.state == CheckState::kUnchecked ? 0 : sketch.S(24);
  const float words = sketch.FlowHeight(runs, room - check);
  const float name = own ? 0 : sketch.FlowHeight(holder, room - sketch.S(20));
  const float pad = sketch.S(9);
  const float height = std::max(words + name + 2 * pad, sketch.target());
  if (coded.selected) {
    sketch.Fill({0, y, width, height}, Ink::kAccentTint);
    sketch.Fill({0, y, 3, height}, Ink::kAccent);
  }
  const float line = sketch.LineOf(Type::kReading);
  if (IsDrawn(coded.sign.sign)) sketch.Sign(coded.sign, margin, y + pad + line / 2, 20);
  sketch.Flowed(left, y + pad, runs, room - check);
  if (check > 0)
    sketch.Sign(GlyphOf(coded.check.state), width - margin - sketch.S(18), y + pad + line / 2, 16);
  if (!own) {
    sketch.Voice(coded.mark, left, y + pad + words + sketch.LineOf(Type::kMeta) / 2, 13);
    sketch.Flowed(left + sketch.S(20), y + pad + words, holder, room - sketch.S(20));
  }
  Item item =
      MakeItem(ItemRole::kButton, "coded/" + std::to_string(paragraph.number) + "/" + coded.id,
               coded.gloss.plain(), {0, y, width, height});
  item.description = sketch.say().Chain(
      Key("{0}. {1}"),
      {coded.holder, MarkWords(sketch.say(), coded.mark), coded.sign.words, coded.check.words});
  item.press = coded.select;
  item.selected = coded.selected ? Tri::kYes : Tri::kNo;
  sketch.Add(std::move(item));
  sketch.HRule(margin, y + height, width - 2 * margin, Ink::kLine);
  return height + 1;
}

/// One paragraph: its number and the way to its neighbours, its bars, what they say. Returns the
/// bottom.
float PhoneParagraph(Sketch& sketch, const SourcesModel& model, const Space& space, float y) {
  const SourceParagraph& paragraph = model.paragraphs[model.at];
  const float x = space.margin(), width = space.width - 2 * x;
  const float side = std::max(sketch.Control(40), sketch.target());
  float left = x;
  std::string of;
  if (!model.cards.empty()) {
    const std::uint32_t shown = model.cards.shown();
    const std::string letter = model.cards.Letter(shown);
    of = sketch.Say("Text {0}: {1}", {letter, model.cards.Title(shown)});
    const float high = sketch.S(18);
    sketch.LetterBox(x, y + std::round((side - high) / 2), 18, letter, shown);
    left +=
        std::max(high, std::ceil(sketch.Width(Type::kLabel, letter)) + sketch.S(7)) + sketch.S(8);
  }
  const std::string title = paragraph.number == 0 ? model.title : paragraph.words;
  const float steps = 2 * side + sketch.S(16);
  // Large type on a small screen: the way to the neighbours goes under the title.
  const bool beside = x + width - steps - left >= sketch.S(120);
  const float room = x + width - (beside ? steps : 0) - left;
  const std::vector<Run> runs{{title, Type::kH3, Ink::kInk}};
  const float text = sketch.FlowHeight(runs, room);
  const float head = std::max(side, text);
  sketch.Heading(left, y + std::round((head - text) / 2), room, title, Type::kH3, 2, Ink::kInk,
                 "sources/sight");
  Item& heading = sketch.scene().items.back();
  heading.description = std::move(of);
  heading.rect.w += heading.rect.x - x;  // With the letter before it.
  heading.rect.x = x;
  if (!beside) y += head;
  StepButton(sketch, model, false, x + width - 2 * side - sketch.S(8), y, side);
  StepButton(sketch, model, true, x + width - side, y, side);
  y += (beside ? head : side) + sketch.S(10);
  Item group =
      MakeItem(ItemRole::kGroup, "paragraph/" + std::to_string(model.at + 1), paragraph.words);
  group.description = paragraph.note;
  sketch.Open(std::move(group));
  float least = 0;  // As far down as the targets of bars hang.
  if (paragraph.bars.empty()) {
    y += sketch.Paragraph(x, y, width,
                          paragraph.note.empty() ? sketch.Say("nothing coded") : paragraph.note,
                          Type::kMeta, Ink::kInkMute);
  } else {
    y += DrawParagraphBars(sketch, paragraph, x, y, width);
    least = y + sketch.target();
  }
  y += sketch.S(12);
  sketch.HRule(x, y, width, Ink::kLine);
  y += 1;
  const Listed listed = ListedOf(model, paragraph);
  for (const SourceItem* item : listed.items)
    y += PhoneGloss(sketch, paragraph, *item, x, y, space.width);
  if (listed.more > 0) {
    const std::string words = sketch.Say("{0} more here", {std::to_string(listed.more)});
    const float high = std::max(sketch.target(), sketch.S(36));
    sketch.LinkText(x + sketch.S(34), y + std::round((high - sketch.LineOf(Type::kMeta)) / 2),
                    words, Type::kMeta, "sources/more/" + std::to_string(model.at + 1),
                    ScrollTo{std::string(kSourcesListed),
                             paragraph.number == 0 ? 1 : static_cast<float>(paragraph.number) + 1},
                    width - sketch.S(34), sketch.Say("{0}: {1}", {paragraph.words, words}));
    y += high;
  }
  sketch.Close();
  return std::max(y, least);
}

/// Where to give a copy, or what to do with the one that is here.
std::vector<ButtonSpec> CopyTools(const Sketch& sketch, const SourcesModel& model) {
  std::vector<ButtonSpec> tools;
  if (!model.box.question) tools = ButtonsOf(model.box.actions, "documents/copy.");
  if (model.why_bars.empty()) {
    ButtonSpec read;
    read.id = "outline/mode/copy";
    read.words = sketch.Say("Read your copy");
    read.command = ShowCopy{true, {}};
    tools.insert(tools.begin(), std::move(read));
    for (ButtonSpec& spec : tools) spec.description = model.box.words;
  } else if (!tools.empty()) {
    tools.front().words = sketch.Say("Load your copy to read the words…");
  }
  return tools;
}

// Past so many other texts they stand below all else, each in a row of its own, and those in sight
// alone are made, with what is this near to them.
constexpr std::size_t kOthersInFull = 60;
constexpr float kOthersAround = 300;

bool ManyOthers(const SourcesModel& model) { return model.cards.size() > kOthersInFull; }

float DrawManyOthers(Sketch& sketch, const SourcesModel& model, const Space& space, float x,
                     float y, float width) {
  const float top = y, pitch = std::max(sketch.ButtonHeight(ButtonKind::kQuiet), sketch.target());
  std::uint32_t all = 0;
  for (std::size_t i = 0; i < model.cards.size(); ++i) all += model.cards.Near(i) ? 0u : 1u;
  Item list = MakeItem(ItemRole::kList, "sources/others", sketch.Say("The other texts"),
                       {x, y, width, pitch * static_cast<float>(all)});
  list.size = all;
  sketch.Open(std::move(list));
  std::uint32_t place = 0;
  for (std::size_t i = 0; i < model.cards.size(); ++i) {
    if (model.cards.Near(i)) continue;
    y = top + pitch * static_cast<float>(place++);
    if (y + pitch < space.scroll_y - kOthersAround ||
        y > space.scroll_y + space.height + kOthersAround)
      continue;
    const SourceCard card = model.cards[i];
    Item row = MakeItem(ItemRole::kListItem, {}, card.title, {x, y, width, pitch});
    row.pos = place;
    row.size = all;
    sketch.Open(std::move(row));
    ButtonSpec spec;
    spec.id = "document/" + card.id;
    spec.words = sketch.Say("{0} {1}##letter, title", {card.letter, card.title});
    spec.description = card.line;
    spec.command = card.show;
    spec.kind = ButtonKind::kQuiet;
    spec.max_width = width;
    sketch.Button(x, y, spec);
    sketch.Close();
  }
  sketch.Close();
  return pitch * static_cast<float>(all);
}

}  // namespace

Scene BuildPhoneSourcesScene(const SourcesModel& model, bool with_copy, const Space& space) {
  Sketch sketch(space, "outline", Ink::kPaper);
  const float x = space.margin(), width = space.width - 2 * x;
  float y = sketch.S(10);
  sketch.Add(MakeItem(ItemRole::kHeading, "outline/title", model.heading, {x, y, width, 1}));
  sketch.scene().items.back().level = 1;
  if (!model.unknown.empty())
    y += sketch.Paragraph(x, y, width, model.unknown, Type::kMeta, Ink::kAltered, 0,
                          "outline/unknown") +
         sketch.S(6);
  float longest = 1;
  for (std::size_t i = 0; i < model.cards.size(); ++i)
    if (model.cards.Near(i)) longest = std::max(longest, model.cards[i].length);
  for (std::size_t i = 0; i < model.cards.size(); ++i) {
    if (!model.cards.Near(i)) continue;
    const SourceCard card = model.cards[i];
    y += PhoneStrip(sketch, model, card, width / longest, x, y, width) + sketch.S(12);
  }
  if (!ManyOthers(model)) y += DrawOtherTexts(sketch, model, x, y, width);
  sketch.HRule(0, y, space.width, Ink::kInk, 3);
  y += 3 + sketch.S(7);
  if (!model.empty.empty())
    y +=
        sketch.Paragraph(x, y, width, model.empty, Type::kBody, Ink::kInkSoft, 0, "outline/empty") +
        sketch.S(8);
  if (!model.paragraphs.empty()) y = PhoneParagraph(sketch, model, space, y);
  if (!model.scopes.empty()) {
    std::vector<SegmentChoice> scopes;
    for (const Action& scope : model.scopes)
      scopes.push_back({scope.key, scope.words, scope.main, false, scope.command});
    y += sketch.S(12);
    if (sketch.SegmentWidth(scopes) <= width) {
      y = sketch.Segment(x, y, "sources/scope", sketch.Say("What is listed"), scopes).bottom();
    } else {
      std::vector<ButtonSpec> buttons = ButtonsOf(model.scopes, "sources/scope/");
      for (std::size_t i = 0; i < buttons.size(); ++i) {
        buttons[i].kind = ButtonKind::kSmall;
        buttons[i].max_width = width;
        buttons[i].pressed = scopes[i].chosen ? Tri::kYes : Tri::kNo;
      }
      y += sketch.ButtonRow(x, y, width, buttons);
    }
  }
  if (with_copy) {
    std::vector<ButtonSpec> tools = CopyTools(sketch, model);
    for (ButtonSpec& spec : tools) spec.max_width = width;
    if (!tools.empty()) y += sketch.S(12) + sketch.ButtonRow(x, y + sketch.S(12), width, tools);
  }
  if (model.box.question)
    y += sketch.S(12) + DrawCopyBox(sketch, model.box, "outline/copy", x, y + sketch.S(12), width);
  if (!model.why_bars.empty())
    y += sketch.S(12) + sketch.Paragraph(x, y + sketch.S(12), width, model.why_bars, Type::kMeta,
                                         Ink::kInkMute, 0, "documents/why");
  if (ManyOthers(model))
    y += sketch.S(16) + DrawManyOthers(sketch, model, space, x, y + sketch.S(16), width);
  return sketch.Finish(std::ceil(y) + sketch.S(16));
}

Scene BuildPhoneCopyScene(const SourcesModel& model, const Space& space) {
  Sketch sketch(space, "copy", Ink::kPaper);
  sketch.HRule(0, 0, space.width, Ink::kInk);
  const float x = space.margin(), width = space.width - 2 * x;
  std::vector<ButtonSpec> tools = CopyTools(sketch, model);
  // Alone, a button is as wide as the phone.
  for (ButtonSpec& spec : tools) {
    spec.max_width = width;
    if (tools.size() == 1) spec.min_width = width;
  }
  if (tools.empty()) return sketch.Finish(0);
  const float y = sketch.S(9);
  return sketch.Finish(y + sketch.ButtonRow(x, y, width, tools) + sketch.S(9));
}

}  // namespace proviso::view
