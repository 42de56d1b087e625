// Paragraphs in lines of 75 characters, and beside them what their passages say.

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/canvas/check_marks.h"
#include "core/views/sources/scene.h"

namespace proviso::view {
namespace {

constexpr float kBarHeight = 7.5f, kLinePitch = 13, kCharacters = 75, kGlossPitch = 28;
// Paragraphs this far above and below what is in sight are built too, for arrow keys.
constexpr float kGlossesAround = 500;

// Where the parts of a paragraph stand.
struct Lay {
  float x = 0, width = 0;
  float bars = 0, bars_width = 0;  ///< Left edge and width of a whole line.
  float gloss = 0, gloss_width = 0;
  float pitch = 0;
};

std::size_t LinesIn(const SourceParagraph& paragraph) {
  return static_cast<std::size_t>(
      std::max(1.0f, std::ceil(static_cast<float>(paragraph.length) / kCharacters)));
}

float HeightOf(const Sketch& sketch, const Lay& lay, const SourceParagraph& paragraph,
               const Listed& listed) {
  const float bars = paragraph.bars.empty() ? sketch.LineOf(Type::kCaption)
                                            : static_cast<float>(LinesIn(paragraph)) * lay.pitch;
  const auto rows = static_cast<float>(listed.items.size() + (listed.more > 0 ? 1 : 0));
  return std::max(bars, rows * sketch.S(kGlossPitch)) + sketch.S(paragraph.bars.empty() ? 4 : 14);
}

/// The stretch from `from` to `to` (code points) on one line.
bool OnLine(const Lay& lay, float from, float to, std::size_t line, float y, float high,
            Rect* rect) {
  const float start = static_cast<float>(line) * kCharacters;
  const float low = std::max(from, start) - start;
  const float end = std::min(to, start + kCharacters) - start;
  if (end <= low) return false;
  const float left = std::round(lay.bars + low / kCharacters * lay.bars_width);
  const float right = std::round(lay.bars + end / kCharacters * lay.bars_width);
  const float middle = y + (static_cast<float>(line) + 0.5f) * lay.pitch;
  *rect = {left, middle - high / 2, std::max(right - left, 2.0f), high};
  return true;
}

void DrawBars(Sketch& sketch, const Lay& lay, const SourceParagraph& paragraph, float y) {
  const auto length = static_cast<float>(paragraph.length);
  const std::size_t lines = LinesIn(paragraph);
  Rect rect;
  for (std::size_t line = 0; line < lines; ++line)
    if (OnLine(lay, 0, length, line, y, 3, &rect)) sketch.Fill(rect, Ink::kSkeleton);
  for (const PassageBar& bar : paragraph.bars) {
    const float from = bar.start * length, to = std::max(bar.end * length, from + 1);
    const CheckState state = bar.check.state;
    Rect best;
    for (std::size_t line = 0; line < lines; ++line) {
      if (!OnLine(lay, from, to, line, y, kBarHeight, &rect)) continue;
      // A passage inside another is thinner, and stands on it.
      if (bar.lane > 0) {
        rect.y += kBarHeight - 2;
        rect.h = 2;
      }
      const bool gone = state == CheckState::kMissing || state == CheckState::kRejected;
      if (gone) sketch.Fill(rect, Ink::kPaper);
      if (!gone)
        DrawPassage(sketch, bar.kind, bar.sign.sign, bar.distance, bar.repeat && bar.lane == 0,
                    rect);
      FrameState(sketch, state, {rect.x - 1, rect.y - 2, rect.w + 2, rect.h + 4});
      if (bar.selected)
        sketch.Stroke({rect.x - 2, rect.y - 2.5f, rect.w + 4, rect.h + 5}, Ink::kAccent, 2, 2);
      if (rect.w > best.w) best = rect;
    }
    // A target is higher than a bar: it hangs down, and the bar below it lies on it.
    const float wide = std::max(best.w, sketch.target());
    const float left = std::clamp(best.x + best.w / 2 - wide / 2, lay.bars,
                                  std::max(lay.bars, lay.bars + lay.bars_width - wide));
    Item item =
        MakeItem(ItemRole::kButton, "passage/" + bar.id + "/" + std::to_string(paragraph.number),
                 bar.words, {left, std::round(best.y) - 2, wide, sketch.target()});
    item.press = bar.select;
    item.group = "passages";
    item.selected = bar.selected ? Tri::kYes : Tri::kNo;
    sketch.Add(std::move(item));
  }
}

/// A gloss on one line, tied to the line where its passage begins.
void DrawGloss(Sketch& sketch, const Lay& lay, const SourceParagraph& paragraph,
               const SourceItem& coded, float line_y, float x_turn, float y) {
  const float high = sketch.S(kGlossPitch), middle = std::round(y + high / 2);
  const float left = lay.gloss + sketch.S(28);
  if (coded.selected) {
    const Rect ground{lay.gloss - sketch.S(6), y, lay.gloss_width + sketch.S(6), high};
    sketch.Fill(ground, Ink::kAccentTint);
    sketch.Fill({ground.x, ground.y, 3, ground.h}, Ink::kAccent);
  }
  const Ink ink = coded.selected             ? Ink::kAccent
                  : IsDrawn(coded.sign.sign) ? InkOf(coded.sign.sign)
                                             : Ink::kInkMute;
  const float from = lay.bars + lay.bars_width + sketch.S(7), to = lay.gloss - sketch.S(8);
  const float pen = coded.selected ? 2.0f : 1.2f;
  sketch.Put(LineShape({from, line_y}, {x_turn, line_y}, ink, pen));
  sketch.Put(LineShape({x_turn, line_y}, {x_turn + sketch.S(10), middle}, ink, pen));
  sketch.Put(LineShape({x_turn + sketch.S(10), middle}, {to, middle}, ink, pen));
  if (IsDrawn(coded.sign.sign)) sketch.Sign(coded.sign, lay.gloss, middle, 18);
  float right = lay.gloss + lay.gloss_width;
  if (coded.check.state != CheckState::kUnchecked) {
    right -= sketch.S(20);
    sketch.Sign(GlyphOf(coded.check.state), right + sketch.S(2), middle, 16);
  }
  // Who says it, where it is not the author; then what, as far as it fits.
  const bool own = coded.mark.distance == Distance::kOwn && !coded.mark.doubted;
  const float voice = own ? 0
                          : sketch.S(10) + sketch.S(13) + sketch.S(6) +
                                std::ceil(sketch.Width(Type::kCaption, coded.holder));
  const float room = std::max(right - left - std::min(voice, (right - left) * 0.5f), sketch.S(80));
  const std::vector<Run> runs = RunsOf(coded.gloss);
  const float text = middle - sketch.LineOf(Type::kReading) / 2;
  const Flow flow = FlowText(sketch.measure(), sketch.scale(), runs, room, 1);
  sketch.Flowed(left, text, runs, room, 1);
  if (!own) {
    const float at = left + flow.width + sketch.S(10);
    sketch.Voice(coded.mark, at, middle, 13);
    sketch.Words(at + sketch.S(19), middle - sketch.LineOf(Type::kCaption) / 2, coded.holder,
                 Type::kCaption, Ink::kInkMute, right - at - sketch.S(19));
  }
  Item item =
      MakeItem(ItemRole::kButton, "coded/" + std::to_string(paragraph.number) + "/" + coded.id,
               coded.gloss.plain(), {lay.gloss, y, lay.gloss_width, high});
  item.description = sketch.say().Chain(
      Key("{0}. {1}"),
      {coded.holder, MarkWords(sketch.say(), coded.mark), coded.sign.words, coded.check.words});
  item.press = coded.select;
  item.selected = coded.selected ? Tri::kYes : Tri::kNo;
  item.group = "coded";
  sketch.Add(std::move(item));
}

void DrawParagraphBeside(Sketch& sketch, const Lay& lay, const SourceParagraph& paragraph,
                         const Listed& listed, std::size_t place, float y, float height) {
  Item group = MakeItem(ItemRole::kGroup, "paragraph/" + std::to_string(place), paragraph.words,
                        {lay.x, y, lay.width, height});
  group.description = paragraph.note;
  sketch.Open(std::move(group));
  const std::string name =
      paragraph.number == 0 ? std::string() : "¶" + std::to_string(paragraph.number);
  if (paragraph.bars.empty()) {
    // Nothing is coded here: one quiet line.
    sketch.Text(lay.x, y, lay.bars + lay.bars_width - lay.x,
                sketch.say().Chain(Key("{0} {1}##¶ and number, note"), {name, paragraph.note}),
                Type::kCaption, Ink::kInkMute);
    sketch.Close();
    return;
  }
  if (!name.empty())
    sketch.Text(lay.x, y - sketch.S(3), lay.bars - lay.x, name, Type::kControlStrong,
                paragraph.selected ? Ink::kInk : Ink::kInkSoft);
  DrawBars(sketch, lay, paragraph, y);
  const auto length = static_cast<float>(paragraph.length);
  const float first = lay.bars + lay.bars_width + sketch.S(19);
  float at = y - sketch.S(6);
  for (std::size_t i = 0; i < listed.items.size(); ++i) {
    const SourceItem& coded = *listed.items[i];
    const auto line = std::min(static_cast<std::size_t>(coded.start * length / kCharacters),
                               LinesIn(paragraph) - 1);
    const float line_y = y + (static_cast<float>(line) + 0.5f) * lay.pitch;
    DrawGloss(sketch, lay, paragraph, coded, line_y, first, at);
    at += sketch.S(kGlossPitch);
  }
  if (listed.more > 0) {
    const std::string words = sketch.Say("{0} more here", {std::to_string(listed.more)});
    const float opens = static_cast<float>(paragraph.number) + 1;
    sketch.LinkText(lay.gloss + sketch.S(28),
                    at + std::round((sketch.S(kGlossPitch) - sketch.LineOf(Type::kMeta)) / 2),
                    words, Type::kMeta, "sources/more/" + std::to_string(place),
                    ScrollTo{std::string(kSourcesListed), paragraph.number == 0 ? 1 : opens},
                    lay.gloss_width, sketch.Say("{0}: {1}", {paragraph.words, words}));
  }
  sketch.Close();
}

}  // namespace

Listed ListedOf(const SourcesModel& model, const SourceParagraph& paragraph) {
  Listed listed;
  const bool all = model.all || (model.opened != 0 && model.opened == paragraph.number);
  for (const bool near : {true, false})
    for (const SourceItem& item : paragraph.items) {
      if (item.near != near && !all) continue;
      if (all && !near) continue;  // In reading order, each once.
      if (!all && !near && !item.selected) {
        ++listed.more;
        continue;
      }
      listed.items.push_back(&item);
    }
  return listed;
}

float DrawParagraphBars(Sketch& sketch, const SourceParagraph& paragraph, float x, float y,
                        float width) {
  Lay lay;
  lay.bars = x;
  lay.bars_width = width;
  lay.pitch = std::round(kLinePitch * sketch.scale());
  DrawBars(sketch, lay, paragraph, y);
  return static_cast<float>(LinesIn(paragraph)) * lay.pitch;
}

Scene BuildGlossesScene(const SourcesModel& model, const Space& space, float* selected_y) {
  Sketch sketch(space, "outline", Ink::kPaper);
  Lay lay;
  lay.x = space.margin();
  lay.width = space.width - 2 * lay.x;
  lay.bars = lay.x + sketch.S(48);
  lay.bars_width = std::min(sketch.S(501), std::floor(lay.width * 0.36f));
  lay.gloss = lay.bars + lay.bars_width + sketch.S(58);
  lay.gloss_width = lay.x + lay.width - lay.gloss;
  lay.pitch = std::round(kLinePitch * space.scale);
  float y = sketch.S(12);
  if (!model.empty.empty())
    y += sketch.Paragraph(lay.x, y, lay.width, model.empty, Type::kBody, Ink::kInkSoft, 0,
                          "outline/empty") +
         sketch.S(10);
  std::size_t place = 0;
  for (const SourceParagraph& paragraph : model.paragraphs) {
    ++place;
    const Listed listed = ListedOf(model, paragraph);
    const float height = std::round(HeightOf(sketch, lay, paragraph, listed));
    if (paragraph.selected && *selected_y < 0) *selected_y = y;
    if (y + height > space.scroll_y - kGlossesAround &&
        y < space.scroll_y + space.height + kGlossesAround)
      DrawParagraphBeside(sketch, lay, paragraph, listed, place, y, height);
    y += height;
  }
  if (!model.why_bars.empty())
    y += sketch.S(8) + sketch.Paragraph(lay.x, y + sketch.S(8), lay.width, model.why_bars,
                                        Type::kMeta, Ink::kInkMute, 0, "documents/why");
  return sketch.Finish(std::ceil(y) + sketch.S(16));
}

}  // namespace proviso::view
