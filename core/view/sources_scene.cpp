#include "core/view/sources_scene.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/view/sketch.h"

namespace proviso::view {
namespace {

// Returns the height.
float DrawCard(Sketch& sketch, const SourceCard& card, float x, float y, float width) {
  const float pad = sketch.S(14);
  const float letter =
      std::max(sketch.S(18), std::ceil(sketch.Width(Type::kLabel, card.letter)) + sketch.S(7));
  Run title;
  title.text = card.title;
  title.type = Type::kBodyStrong;
  const float left = x + pad + letter + sketch.S(8), room = x + width - pad - left;
  const float inner = width - 2 * pad;
  Run line;
  line.text = card.line;
  line.type = Type::kCaption;
  line.ink = Ink::kInkSoft;
  Run unchecked = line;
  unchecked.text = card.unchecked_words;
  unchecked.type = Type::kMeta;
  const float title_height = sketch.FlowHeight({title}, room, 4);
  const float line_height = sketch.FlowHeight({line}, inner);
  const bool check = !card.unchecked_words.empty();
  const float check_height =
      check ? sketch.FlowHeight({unchecked}, inner - sketch.S(22)) + sketch.S(4) : 0;
  const float height =
      std::round(pad + title_height + sketch.S(3) + line_height + check_height + pad);
  const Rect box{x, y, width, std::max(height, sketch.target())};
  if (card.shown) sketch.Fill(box, Ink::kSurface, 8);
  sketch.Stroke(box, card.shown ? Ink::kInk : Ink::kLine, card.shown ? 2.0f : 1.0f, 8);
  float at = y + pad;
  sketch.LetterBox(x + pad, at + std::round((sketch.LineOf(Type::kBodyStrong) - sketch.S(18)) / 2),
                   18, card.letter, card.document);
  at += sketch.Flowed(left, at, {title}, room, 4) + sketch.S(3);
  at += sketch.Flowed(x + pad, at, {line}, inner) + sketch.S(4);
  if (check) {
    sketch.Sign(Glyph::kUnchecked, x + pad, at + sketch.LineOf(Type::kMeta) / 2, 16);
    sketch.Flowed(x + pad + sketch.S(22), at, {unchecked}, inner - sketch.S(22));
  }
  Item item = MakeItem(ItemRole::kButton, "document/" + card.id,
                       "Text " + card.letter + ": " + card.title, box);
  item.description = card.line + (check ? ". " + card.unchecked_words : "");
  item.press = card.show;
  item.current = card.shown;
  item.selected = card.shown ? Tri::kYes : Tri::kNo;
  sketch.Add(std::move(item));
  return box.h;
}

// How a paragraph's characters fall into lines of bars.
struct BarGrid {
  float left = 0, width = 0, pitch = 0, band = 0, thick = 0;
  float per_line = 90;  ///< Code points.
};

BarGrid GridFor(const Sketch& sketch, float left, float width) {
  BarGrid grid;
  grid.left = left;
  grid.width = width;
  grid.pitch = sketch.target();
  grid.band = sketch.coarse() ? 30 : 18;
  grid.thick = sketch.coarse() ? 14 : 9;
  // About as many characters as a printed line of this width has.
  grid.per_line = std::clamp(width / (sketch.coarse() ? 3.0f : 6.8f), 24.0f, 220.0f);
  return grid;
}

std::size_t LinesOf(const BarGrid& grid, std::uint32_t length) {
  return std::max<std::size_t>(
      1, static_cast<std::size_t>(std::ceil(static_cast<float>(length) / grid.per_line)));
}

// The stretch from `from` to `to` (code points) on line `line`, as a rectangle of height `thick`.
bool Stretch(const BarGrid& grid, float from, float to, std::size_t line, float y, float thick,
             Rect* rect) {
  const float start = static_cast<float>(line) * grid.per_line;
  const float low = std::max(from, start) - start,
              high = std::min(to, start + grid.per_line) - start;
  if (high <= low) return false;
  const float left = std::round(grid.left + low / grid.per_line * grid.width);
  const float right = std::round(grid.left + high / grid.per_line * grid.width);
  const float middle = y + grid.pitch * (static_cast<float>(line) + 0.5f);
  *rect = {left, std::round(middle - thick / 2), std::max(right - left, 2.0f), thick};
  return true;
}

Ink BarInk(const PassageBar& bar) {
  switch (bar.sign.sign) {
    case Sign::kMore:
      return Ink::kMore;
    case Sign::kLess:
      return Ink::kLess;
    case Sign::kPulled:
    case Sign::kUnstated:
    case Sign::kConflict:
      return Ink::kInkSoft;
    default:
      return Ink::kControlLine;
  }
}

void DrawBar(Sketch& sketch, const BarGrid& grid, const SourceParagraph& paragraph,
             const PassageBar& bar, float y) {
  const auto length = static_cast<float>(paragraph.length);
  const float from = bar.start * length;
  const float to = std::max(bar.end * length, from + 1);
  const std::size_t lines = LinesOf(grid, paragraph.length);
  Rect best, rect;
  bool first = true;
  for (std::size_t line = 0; line < lines; ++line) {
    if (!Stretch(grid, from, to, line, y, grid.band, &rect)) continue;
    if (bar.lane == 0) {
      sketch.Fill(rect, bar.selected ? Ink::kAccentTint : TintOf(bar.sign.sign), 3);
      Rect core = rect;
      // What bears on nothing here stays behind what does.
      core.h = bar.sign.sign == Sign::kSilent ? grid.thick - 2 : grid.thick;
      core.y = std::round(rect.y + (rect.h - core.h) / 2);
      sketch.Fill(core, BarInk(bar));
    } else {
      // A passage inside another: a thin bar of its own under the first's.
      const float lane = static_cast<float>(std::min<std::uint32_t>(bar.lane, 2));
      sketch.Fill({rect.x, rect.bottom() - 6 + 3 * lane, rect.w, 2}, BarInk(bar));
    }
    if (first || rect.w > best.w) best = rect;
    if (first && bar.lane == 0 && rect.w >= sketch.S(24) && bar.sign.sign != Sign::kSilent &&
        bar.sign.sign != Sign::kLevel && !bar.from_before) {
      const Ink before = sketch.ground();
      sketch.set_ground(TintOf(bar.sign.sign));
      // On a ground of its own: an outline would be lost on the bar.
      sketch.Fill({rect.x, rect.y, sketch.S(16) + 4, rect.h}, TintOf(bar.sign.sign), 3);
      sketch.Sign(bar.sign, rect.x + 2, rect.y + rect.h / 2, 16);
      sketch.set_ground(before);
    }
    first = false;
  }
  // The widest stretch is the target; where it is short, as wide as a target must be.
  const float width = std::max(best.w, sketch.target());
  const float left =
      std::clamp(best.x + best.w / 2 - width / 2, grid.left, grid.left + grid.width - width);
  Item item = MakeItem(ItemRole::kButton,
                       "passage/" + bar.id + "/" + std::to_string(paragraph.number), bar.words,
                       {left, std::round(best.y + best.h / 2 - grid.pitch / 2), width, grid.pitch});
  item.press = bar.select;
  item.group = "passages";
  item.selected = bar.selected ? Tri::kYes : Tri::kNo;
  sketch.Add(std::move(item));
}

// The frame of what is selected, over all bars.
void DrawSelection(Sketch& sketch, const BarGrid& grid, const SourceParagraph& paragraph,
                   const PassageBar& bar, float y) {
  const auto length = static_cast<float>(paragraph.length);
  Rect rect;
  for (std::size_t line = 0; line < LinesOf(grid, paragraph.length); ++line)
    if (Stretch(grid, bar.start * length, std::max(bar.end, bar.start) * length + 1, line, y,
                grid.band, &rect))
      sketch.Stroke({rect.x - 2, rect.y - 2, rect.w + 4, rect.h + 4}, Ink::kAccent, 3, 4);
}

float DrawItems(Sketch& sketch, const SourceParagraph& paragraph, float x, float y, float width) {
  const float start = y;
  y += sketch.S(4);
  for (const SourceItem& coded : paragraph.items) {
    sketch.HRule(x, y, width, Ink::kLine);
    y += sketch.S(8);
    const float left = x + sketch.S(30);
    const std::vector<Run> runs = RunsOf(coded.gloss);
    Run holder;
    holder.text = coded.holder;
    holder.type = Type::kCaption;
    holder.ink = Ink::kInkSoft;
    const float words = sketch.FlowHeight(runs, width - sketch.S(30));
    const float name = sketch.FlowHeight({holder}, width - sketch.S(30), 2);
    if (coded.selected)
      sketch.Fill({x, y - sketch.S(7), width, words + name + sketch.S(14)}, Ink::kAccentTint);
    sketch.Sign(coded.sign, x + sketch.S(4), y + sketch.LineOf(Type::kReading) / 2, 18);
    sketch.Flowed(left, y, runs, width - sketch.S(30));
    sketch.Flowed(left, y + words, {holder}, width - sketch.S(30), 2);
    Item item =
        MakeItem(ItemRole::kButton, "coded/" + std::to_string(paragraph.number) + "/" + coded.id,
                 coded.gloss.plain(), {x, y, width, std::max(words + name, sketch.target())});
    item.description = coded.holder + (coded.sign.words.empty() ? "" : ". " + coded.sign.words);
    item.press = coded.select;
    item.selected = coded.selected ? Tri::kYes : Tri::kNo;
    sketch.Add(std::move(item));
    y += std::max(words + name, sketch.target()) + sketch.S(8);
  }
  return y + sketch.S(4) - start;
}

float DrawParagraph(Sketch& sketch, const SourceParagraph& paragraph, std::size_t place, float x,
                    float y, float width, float label) {
  const std::string name = paragraph.number == 0 ? "" : "¶" + std::to_string(paragraph.number);
  Item group = MakeItem(ItemRole::kGroup, "paragraph/" + std::to_string(place), paragraph.words);
  group.description = paragraph.note;
  sketch.Open(std::move(group));
  const float pitch = sketch.target();
  const float mark = std::round(y + (pitch - sketch.LineOf(Type::kBodyStrong)) / 2);
  if (!name.empty())
    sketch.Text(x, mark, label - sketch.S(6), name, Type::kBodyStrong,
                paragraph.selected ? Ink::kInk : Ink::kInkSoft);
  float bottom = y;
  if (paragraph.bars.empty()) {
    const std::string note = paragraph.note.empty() ? "nothing coded" : paragraph.note;
    bottom += std::max(
        pitch, sketch.Paragraph(
                   x + label, mark + sketch.BaseOf(Type::kBodyStrong) - sketch.BaseOf(Type::kMeta),
                   width - label, note, Type::kMeta, Ink::kInkMute));
  } else {
    const float counts = width - label > sketch.S(420) ? sketch.S(64) : 0;
    const BarGrid grid =
        GridFor(sketch, x + label, std::min(width - label - counts, sketch.S(760)));
    const std::size_t lines = LinesOf(grid, paragraph.length);
    Rect rect;
    for (std::size_t line = 0; line < lines; ++line)
      if (Stretch(grid, 0, static_cast<float>(paragraph.length), line, y, sketch.coarse() ? 6 : 5,
                  &rect))
        sketch.Fill(rect, Ink::kSkeleton);
    for (const PassageBar& bar : paragraph.bars) DrawBar(sketch, grid, paragraph, bar, y);
    for (const PassageBar& bar : paragraph.bars)
      if (bar.selected) DrawSelection(sketch, grid, paragraph, bar, y);
    if (counts > 0) {
      const float at = grid.left + grid.width + sketch.S(16);
      sketch.Sign(Glyph::kUnchecked, at, y + pitch / 2, 14);
      sketch.Text(at + sketch.S(20), y + (pitch - sketch.LineOf(Type::kMeta)) / 2,
                  counts - sketch.S(36), std::to_string(paragraph.bars.size()), Type::kMeta,
                  Ink::kInkSoft);
      sketch.scene().items.back().name =
          std::to_string(paragraph.bars.size()) + " passages, not checked";
    }
    bottom += static_cast<float>(lines) * pitch;
  }
  if (paragraph.selected && !paragraph.items.empty())
    bottom += DrawItems(sketch, paragraph, x + label, bottom, width - label);
  sketch.Close();
  return bottom - y + sketch.S(12);
}

}  // namespace

Scene BuildDocumentsScene(const SourcesModel& model, const Space& space) {
  Sketch sketch(space.measure, space.scale, space.coarse, "documents", Ink::kPaper);
  const float x = space.margin();
  const float width = space.width - x - (space.wide() ? sketch.S(8) : space.margin());
  float y = sketch.S(16);
  y += sketch.Heading(x, y, width, "Sources", Type::kH2, 2, Ink::kInk, "documents/title") +
       sketch.S(12);
  for (const SourceCard& card : model.cards)
    y += DrawCard(sketch, card, x, y, width) + sketch.S(10);
  if (!model.why_bars.empty()) {
    y += sketch.S(10);
    y +=
        sketch.Heading(x, y, width, "Why only bars?", Type::kLabel, 3, Ink::kInkSoft) + sketch.S(4);
    y += sketch.Paragraph(x, y, width, model.why_bars, Type::kMeta, Ink::kInkMute, 0,
                          "documents/why");
  }
  return sketch.Finish(std::ceil(y) + sketch.S(16));
}

Scene BuildOutlineScene(const SourcesModel& model, const Space& space, float* selected_y) {
  Sketch sketch(space.measure, space.scale, space.coarse, "outline", Ink::kPaper);
  const float x = space.wide() ? sketch.S(24) : space.margin();
  const float width = space.width - x - space.margin();
  float y = sketch.S(16);
  if (!space.wide()) {
    for (const SourceCard& card : model.cards)
      y += DrawCard(sketch, card, x, y, width) + sketch.S(8);
    y += sketch.S(8);
  }
  if (!model.unknown.empty())
    y += sketch.Paragraph(x, y, width, model.unknown, Type::kMeta, Ink::kAltered, 0,
                          "outline/unknown") +
         sketch.S(6);
  const std::string title = model.title.empty() ? "Sources" : model.title;
  y += sketch.Heading(x, y, width, title, Type::kH3, 1, Ink::kInk, "outline/title");
  if (!model.facts.empty())
    y += sketch.Paragraph(x, y, width, model.facts, Type::kCaption, Ink::kInkMute, 0,
                          "outline/facts");
  y += sketch.S(8);
  sketch.HRule(x, y, width, Ink::kLine);
  y += sketch.S(10);
  if (!model.empty.empty()) {
    y += sketch.S(10);
    y += sketch.Paragraph(x, y, width, model.empty, Type::kBody, Ink::kInkSoft, 0, "outline/empty");
  }
  float label = sketch.S(30);
  for (const SourceParagraph& paragraph : model.paragraphs)
    label = std::max(
        label, std::ceil(sketch.Width(Type::kBodyStrong, "¶" + std::to_string(paragraph.number))) +
                   sketch.S(16));
  std::size_t place = 0;
  for (const SourceParagraph& paragraph : model.paragraphs) {
    if (paragraph.selected && *selected_y < 0) *selected_y = y;
    y += DrawParagraph(sketch, paragraph, ++place, x, y, width, label);
  }
  if (!space.wide() && !model.why_bars.empty())
    y += sketch.Paragraph(x, y, width, model.why_bars, Type::kMeta, Ink::kInkMute);
  return sketch.Finish(std::ceil(y) + sketch.S(16));
}

}  // namespace proviso::view
