#include "core/views/sources/scene.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/canvas/check_marks.h"
#include "core/canvas/sketch.h"
#include "core/views/sources/copy_scene.h"

namespace proviso::view {
namespace {

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

// The signs at the start of a bar: what it says, and how it stands in the copy unless found.
void DrawSigns(Sketch& sketch, const PassageBar& bar, const Rect& rect) {
  const CheckState state = bar.check.state;
  const bool says = IsDrawn(bar.sign.sign);
  const bool stands = state != CheckState::kFound && state != CheckState::kUnchecked;
  const float size = sketch.S(16) + 4;
  float x = rect.x;
  const Ink tint = GroundOf(state, bar.sign.sign, bar.selected);
  const Ink before = sketch.ground();
  sketch.set_ground(tint);
  // On a ground of its own: an outline would be lost on the bar.
  if (stands && rect.w >= sketch.S(24)) {
    sketch.Fill({x + 2, rect.y + 2, size, rect.h - 4}, tint);
    sketch.Sign(GlyphOf(state), x + 4, rect.y + rect.h / 2, 16);
    x += size;
  }
  if (says && rect.right() - x >= sketch.S(24)) {
    const float inset = stands ? 2 : 0;
    sketch.Fill({x, rect.y + inset, size, rect.h - 2 * inset}, tint, stands ? 0.0f : 3.0f);
    sketch.Sign(bar.sign, x + 2, rect.y + rect.h / 2, 16);
  }
  sketch.set_ground(before);
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
    const CheckState state = bar.check.state;
    const bool missing = state == CheckState::kMissing || state == CheckState::kRejected;
    if (bar.lane == 0 && missing) {
      sketch.Fill(rect, bar.selected ? Ink::kAccentTint : Ink::kPaper, 3);
      FrameState(sketch, state, rect);
    } else if (bar.lane == 0 && state == CheckState::kMoved) {
      // Its words are elsewhere: here stands its ghost.
      sketch.Fill(rect, bar.selected ? Ink::kAccentTint : TintOf(bar.sign.sign), 3);
      sketch.Put(StrokeShape(rect, Ink::kMoved, 2, 3, 2, 3));
    } else if (bar.lane == 0) {
      sketch.Fill(rect, GroundOf(state, bar.sign.sign, bar.selected), 3);
      Rect core = rect;
      // What bears on nothing here stays behind what does.
      core.h = bar.sign.sign == Sign::kNone ? grid.thick - 2 : grid.thick;
      core.y = std::round(rect.y + (rect.h - core.h) / 2);
      const bool other = state == CheckState::kAltered || state == CheckState::kAccepted;
      sketch.Fill(core, other ? Ink::kAltered : BarInk(bar.sign.sign));
      FrameState(sketch, state, rect);
    } else {
      // A passage inside another: a thin bar of its own under the first's.
      const float lane = static_cast<float>(std::min<std::uint32_t>(bar.lane, 2));
      sketch.Fill({rect.x, rect.bottom() - 6 + 3 * lane, rect.w, 2}, BarInk(bar.sign.sign));
    }
    if (first || rect.w > best.w) best = rect;
    if (first && bar.lane == 0 && !bar.from_before) DrawSigns(sketch, bar, rect);
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
    const float room = width - sketch.S(30) - sketch.S(26);
    const float words = sketch.FlowHeight(runs, room);
    const float name = sketch.FlowHeight({holder}, room, 2);
    if (coded.selected)
      sketch.Fill({x, y - sketch.S(7), width, words + name + sketch.S(14)}, Ink::kAccentTint);
    sketch.Sign(coded.sign, x + sketch.S(4), y + sketch.LineOf(Type::kReading) / 2, 18);
    sketch.Flowed(left, y, runs, room);
    sketch.Flowed(left, y + words, {holder}, room, 2);
    Item item =
        MakeItem(ItemRole::kButton, "coded/" + std::to_string(paragraph.number) + "/" + coded.id,
                 coded.gloss.plain(), {x, y, width, std::max(words + name, sketch.target())});
    if (coded.check.state != CheckState::kUnchecked)
      sketch.Sign(GlyphOf(coded.check.state), x + width - sketch.S(20),
                  y + sketch.LineOf(Type::kReading) / 2, 16);
    item.description =
        sketch.say().Chain(Key("{0}. {1}"), {coded.holder, coded.sign.words, coded.check.words});
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
    const std::string note = paragraph.note.empty() ? sketch.Say("nothing coded") : paragraph.note;
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
      const float used = DrawCounts(sketch, paragraph.counts, false, at, y, counts - sketch.S(16));
      sketch.Add(
          MakeItem(ItemRole::kText, {}, paragraph.said, {at, y, counts - sketch.S(16), used}));
      bottom = std::max(bottom, y + used - static_cast<float>(lines) * pitch);
    }
    bottom += static_cast<float>(lines) * pitch;
  }
  if (paragraph.selected && !paragraph.items.empty())
    bottom += DrawItems(sketch, paragraph, x + label, bottom, width - label);
  sketch.Close();
  return bottom - y + sketch.S(12);
}

}  // namespace

Scene BuildDocumentsScene(const SourcesModel& model, const Space& space, CardHeights* kept) {
  Sketch sketch(space, "documents", Ink::kPaper);
  const float x = space.margin();
  const float width = space.width - x - (space.wide() ? sketch.S(8) : space.margin());
  float y = sketch.S(16);
  y += sketch.Heading(x, y, width, sketch.Say("Sources"), Type::kH2, 2, Ink::kInk,
                      "documents/title") +
       sketch.S(12);
  y += DrawCards(sketch, model, space, x, y, width, sketch.S(10), kept);
  if (!model.cards.empty())
    y += DrawCopyBox(sketch, model.box, "documents/copy", x, y, width) + sketch.S(6);
  if (!model.why_bars.empty()) {
    y += sketch.S(10);
    y += sketch.Heading(x, y, width, sketch.Say("Why only bars?"), Type::kLabel, 3, Ink::kInkSoft) +
         sketch.S(4);
    y += sketch.Paragraph(x, y, width, model.why_bars, Type::kMeta, Ink::kInkMute, 0,
                          "documents/why");
  }
  return sketch.Finish(std::ceil(y) + sketch.S(16));
}

float DrawSourcesHead(Sketch& sketch, const SourcesModel& model, const std::string& facts,
                      const Space& space, float x, float width, CardHeights* kept) {
  float y = sketch.S(16);
  if (!space.wide() && !model.coding) {
    CardHeights heights;
    y += DrawCards(sketch, model, space, x, y, width, sketch.S(8),
                   kept == nullptr ? &heights : kept);
    if (!model.cards.empty())
      y += DrawCopyBox(sketch, model.box, "outline/copy", x, y, width) + sketch.S(8);
    y += sketch.S(8);
  }
  if (!model.unknown.empty())
    y += sketch.Paragraph(x, y, width, model.unknown, Type::kMeta, Ink::kAltered, 0,
                          "outline/unknown") +
         sketch.S(6);
  // The title, and at its right what to look at; under it where there is no room.
  std::vector<SegmentChoice> modes{{"outline", sketch.Say("Outline"),
                                    !model.copy_shown && !model.coding, false, ShowCopy{false, {}}},
                                   {"copy", sketch.Say("Your copy"),
                                    model.copy_shown && !model.coding, false, ShowCopy{true, {}}}};
  if (model.may_code)
    modes.push_back({"code", sketch.Say("Code##verb"), model.coding, false, ShowCode{true}});
  ButtonSpec next;
  if (model.problem) {
    next.id = "outline/next";
    next.words = model.problem->words;
    next.command = model.problem->command;
    next.shortcut = model.problem->shortcut;
    next.kind = ButtonKind::kSmall;
    next.key_cap = true;
  }
  const float segment = sketch.SegmentWidth(modes);
  const float tools = segment + (model.problem ? sketch.S(10) + sketch.ButtonWidth(next) : 0);
  const bool beside = !model.cards.empty() && width - tools >= sketch.S(260);
  const float top = y, room = beside ? width - tools - sketch.S(16) : width;
  const std::string title = model.title.empty() ? sketch.Say("Sources") : model.title;
  y += sketch.Heading(x, y, room, title, Type::kH3, 1, Ink::kInk, "outline/title");
  if (!facts.empty())
    y += sketch.Paragraph(x, y, room, facts, Type::kCaption, Ink::kInkMute, 0, "outline/facts");
  if (!model.cards.empty()) {
    const float left = beside ? x + width - tools : x, line = beside ? top : y + sketch.S(8);
    const Rect box = sketch.Segment(left, line, "outline/mode", sketch.Say("What is shown"), modes);
    y = std::max(y, box.bottom());
    if (model.problem) {
      const bool fits = beside || tools <= width;
      const Rect button = sketch.Button(fits ? box.right() + sketch.S(10) : x,
                                        fits ? line : box.bottom() + sketch.S(8), next);
      y = std::max(y, button.bottom());
    }
  }
  y += sketch.S(8);
  sketch.HRule(x, y, width, Ink::kLine);
  return y + sketch.S(10);
}

Scene BuildNoCopyScene(const SourcesModel& model, const Space& space) {
  Sketch sketch(space, "outline", Ink::kPaper);
  const float x = space.wide() ? sketch.S(24) : space.margin();
  const float width = space.width - x - space.margin();
  float y = DrawSourcesHead(sketch, model, model.facts, space, x, width) + sketch.S(10);
  y += sketch.Paragraph(x, y, width, sketch.Say("Load your copy to read here."), Type::kBody,
                        Ink::kInkSoft, 0, "outline/no-copy") +
       sketch.S(12);
  if (space.wide())
    y += DrawCopyBox(sketch, model.box, "outline/copy", x, y, std::min(width, sketch.S(460)));
  return sketch.Finish(std::ceil(y) + sketch.S(16));
}

Scene BuildOutlineScene(const SourcesModel& model, const Space& space, CardHeights* kept,
                        float* selected_y) {
  Sketch sketch(space, "outline", Ink::kPaper);
  const float x = space.wide() ? sketch.S(24) : space.margin();
  const float width = space.width - x - space.margin();
  float y = DrawSourcesHead(sketch, model, model.facts, space, x, width, kept);
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
