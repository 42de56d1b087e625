#include "core/views/sources/copy_scene.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/base/text.h"
#include "core/canvas/check_marks.h"
#include "core/views/sources/scene.h"

namespace proviso::view {
namespace {

/// Draws the lines of a copy that are in sight.
class CopyPainter {
 public:
  CopyPainter(Sketch& sketch, const CopyModel& model, const CopyFlow& flow, float left, float width,
              float top)
      : sketch_(sketch), model_(model), flow_(flow), left_(left), width_(width), top_(top) {}

  void Draw(const CopyRow* from, const CopyRow* to) {
    std::uint32_t first = ~0u, last = 0;
    for (const CopyRow* row = from; row != to; ++row)
      if (row->gap < 0) {
        first = std::min(first, row->start);
        last = std::max(last, row->end);
      }
    for (const CopyMark& mark : model_.marks)
      if (mark.start < last && mark.end > first) seen_.push_back({&mark, {}});
    for (const CopyRow* row = from; row != to; ++row)
      if (row->gap < 0) DrawBands(*row);
    for (const CopyRow* row = from; row != to;) {
      if (row->gap >= 0) {
        DrawGap(*row, model_.gaps[static_cast<std::size_t>(row->gap)]);
        ++row;
        continue;
      }
      // One item for what is in sight of a paragraph, so that it is read in one go.
      const CopyRow* end = row;
      while (end != to && end->gap < 0 && end->paragraph == row->paragraph) ++end;
      std::uint32_t stop = row->start;
      for (const CopyRow* line = row; line != end; ++line) {
        DrawWords(*line);
        stop = line->end;
      }
      sketch_.Add(
          MakeItem(ItemRole::kText, "copy/paragraph/" + std::to_string(row->paragraph),
                   Text(row->start, stop),
                   {left_, top_ + row->y, width_, static_cast<float>(end - row) * flow_.pitch}));
      row = end;
    }
    for (const Seen& seen : seen_)
      if (seen.best.w > 0) AddMark(*seen.mark, seen.best);
  }

 private:
  struct Seen {
    const CopyMark* mark;
    Rect best;  ///< Its widest stretch in sight.
  };

  std::string Text(std::uint32_t from, std::uint32_t to) const {
    return ToUtf8(std::u32string_view(model_.copy->text).substr(from, to - from));
  }

  /// Where code point `at` begins in `row`, before the signs of what starts there.
  float X(const CopyRow& row, std::uint32_t at) const {
    float x = left_ + sketch_.Width(Type::kReading, Text(row.start, at));
    for (const Seen& seen : seen_)
      if (seen.mark->start >= row.start && seen.mark->start < at)
        x += SignRoom(*seen.mark, sketch_.scale());
    return x;
  }

  void DrawBands(const CopyRow& row) {
    const float y = top_ + row.y, band = flow_.pitch - 4;
    float slot = 0;
    std::uint32_t slot_at = ~0u;
    for (Seen& seen : seen_) {
      const CopyMark& mark = *seen.mark;
      if (mark.start >= row.end || mark.end <= row.start) continue;
      const float from = X(row, std::max(mark.start, row.start));
      const Rect rect{std::floor(from), y + 2,
                      std::ceil(X(row, std::min(mark.end, row.end))) - std::floor(from), band};
      if (mark.lane == 0) {
        sketch_.Fill(rect, GroundOf(mark.state, mark.sign.sign, mark.selected), 3);
        FrameState(sketch_, mark.state, rect);
      } else {
        // A passage inside another: a line of its own under the words.
        const float lane = static_cast<float>(std::min<std::uint32_t>(mark.lane, 2));
        sketch_.Fill({rect.x, rect.bottom() - 6 + 3 * lane, rect.w, 2}, BarInk(mark.sign.sign));
        FrameState(sketch_, mark.state, {rect.x, rect.y + 2, rect.w, rect.h - 4});
      }
      if (mark.selected)
        sketch_.Stroke({rect.x - 2, rect.y - 2, rect.w + 4, rect.h + 4}, Ink::kAccent, 3, 4);
      if (rect.w > seen.best.w) seen.best = rect;
      if (mark.start < row.start) continue;
      if (slot_at != mark.start) slot = 0;
      slot_at = mark.start;
      DrawSigns(mark, rect.x + 2 + slot, rect.y + rect.h / 2);
      slot += SignRoom(mark, sketch_.scale());
    }
  }

  void DrawSigns(const CopyMark& mark, float x, float middle) {
    const Ink before = sketch_.ground();
    sketch_.set_ground(GroundOf(mark.state, mark.sign.sign, mark.selected));
    const bool silent = !IsDrawn(mark.sign.sign);
    if (silent || mark.state != CheckState::kFound) {
      sketch_.Sign(GlyphOf(mark.state), x, middle, 16);
      x += sketch_.S(20);
    }
    if (!silent) sketch_.Sign(mark.sign, x, middle, 16);
    sketch_.set_ground(before);
  }

  void DrawWords(const CopyRow& row) {
    const float y = std::round(top_ + row.y + (flow_.pitch - sketch_.LineOf(Type::kReading)) / 2);
    std::uint32_t at = row.start;
    const auto draw = [&](std::uint32_t to) {
      if (to <= at) return;
      float x = X(row, at);
      for (const Seen& seen : seen_)
        if (seen.mark->start == at) x += SignRoom(*seen.mark, sketch_.scale());
      sketch_.Words(x, y, Text(at, to), Type::kReading, Ink::kInk);
      at = to;
    };
    for (const Seen& seen : seen_)
      if (seen.mark->start > row.start && seen.mark->start < row.end) draw(seen.mark->start);
    draw(row.end);
  }

  void DrawGap(const CopyRow& row, const CopyGap& gap) {
    const Rect rect{left_, top_ + row.y + 2, width_, flow_.pitch - 4};
    FrameState(sketch_, gap.state, rect);
    const float middle = rect.y + rect.h / 2;
    sketch_.Sign(GlyphOf(gap.state), rect.x + 4, middle, 16);
    sketch_.Words(rect.x + sketch_.S(26), middle - sketch_.LineOf(Type::kMeta) / 2, gap.words,
                  Type::kMeta, Ink::kInkSoft, rect.w - sketch_.S(34));
    if (gap.selected)
      sketch_.Stroke({rect.x - 2, rect.y - 2, rect.w + 4, rect.h + 4}, Ink::kAccent, 3, 4);
    Item item = MakeItem(ItemRole::kButton, "copy/missing/" + gap.id, gap.words,
                         {rect.x, top_ + row.y, rect.w, flow_.pitch});
    item.press = gap.select;
    item.group = "passages";
    item.selected = gap.selected ? Tri::kYes : Tri::kNo;
    sketch_.Add(std::move(item));
  }

  void AddMark(const CopyMark& mark, const Rect& best) {
    const float width = std::max(best.w, sketch_.target());
    const float x = std::min(best.x, left_ + width_ - width);
    Item item =
        MakeItem(ItemRole::kButton, "copy/" + mark.id + "/" + std::to_string(mark.place + 1),
                 mark.words, {x, best.y - 2, width, flow_.pitch});
    item.press = mark.select;
    item.group = "passages";
    item.selected = mark.selected ? Tri::kYes : Tri::kNo;
    sketch_.Add(std::move(item));
  }

  Sketch& sketch_;
  const CopyModel& model_;
  const CopyFlow& flow_;
  float left_, width_, top_;
  std::vector<Seen> seen_;
};

/// The top of the row at which what is selected begins; below 0: nothing is.
float SelectedTop(const CopyModel& model, const CopyFlow& flow) {
  for (const CopyRow& row : flow.rows)
    if (row.gap >= 0 && model.gaps[static_cast<std::size_t>(row.gap)].selected) return row.y;
  for (const CopyMark& mark : model.marks) {
    if (!mark.selected) continue;
    for (const CopyRow& row : flow.rows)
      if (row.gap < 0 && mark.start < row.end) return row.y;
  }
  return -1;
}

}  // namespace

float DrawCopyBox(Sketch& sketch, const CopyBox& box, const std::string& id, float x, float y,
                  float width) {
  const float start = y, pad = sketch.S(14), room = width - 2 * pad;
  const std::size_t ground = sketch.scene().shapes.size();
  sketch.Open(MakeItem(ItemRole::kGroup, id, box.title));
  y += pad;
  y += sketch.Heading(x + pad, y, room, box.title, Type::kBodyStrong, 3) + sketch.S(4);
  if (!box.words.empty())
    y += sketch.Paragraph(x + pad, y, room, box.words, Type::kMeta,
                          box.question ? Ink::kInk : Ink::kInkSoft) +
         sketch.S(10);
  y += sketch.ButtonRow(x + pad, y, room, ButtonsOf(box.actions, id + ".", ButtonKind::kSmall)) +
       pad;
  sketch.Close();
  const Rect rect{x, start, width, std::round(y - start)};
  std::vector<Shape>& shapes = sketch.scene().shapes;
  // Under what stands on it.
  if (box.question)
    shapes.insert(shapes.begin() + static_cast<std::ptrdiff_t>(ground),
                  FillShape(rect, Ink::kAlteredTint, 8));
  else
    shapes.insert(shapes.begin() + static_cast<std::ptrdiff_t>(ground),
                  StrokeShape(rect, Ink::kControlLine, 2, 8, 5, 4));
  return rect.h;
}

Scene BuildCopyScene(const SourcesModel& sources, const CopyModel& model, const Space& space,
                     CopyFlow* flow, float* selected_y) {
  Sketch sketch(space, "copy", Ink::kPaper);
  const float x = space.wide() ? sketch.S(24) : space.margin();
  const float width = space.width - x - space.margin();
  float y = DrawSourcesHead(sketch, sources, model.facts, space, x, width);
  const std::string last = "¶" + std::to_string(model.copy->paragraphs.size());
  const float label = std::ceil(sketch.Width(Type::kBodyStrong, last)) + sketch.S(14);
  const float column = std::min(width - label, sketch.S(760));
  FollowCopy(model, space, column, flow);
  const float chosen = SelectedTop(model, *flow);
  if (chosen >= 0) *selected_y = y + chosen;
  const auto row_at = [&](float at) {
    return std::lower_bound(
               flow->rows.begin(), flow->rows.end(), at,
               [&](const CopyRow& row, float to) { return row.y + flow->pitch <= to; }) -
           flow->rows.begin();
  };
  const auto count = static_cast<std::ptrdiff_t>(flow->rows.size());
  const CopyRow* from = flow->rows.data() + row_at(space.scroll_y - y);
  const CopyRow* to =
      flow->rows.data() + std::min(row_at(space.scroll_y + space.height - y) + 1, count);
  for (const CopyRow* row = from; row < to; ++row)
    if (row->first)
      sketch.Words(x, std::round(y + row->y + (flow->pitch - sketch.LineOf(Type::kBodyStrong)) / 2),
                   "¶" + std::to_string(row->paragraph), Type::kBodyStrong, Ink::kInkSoft);
  CopyPainter(sketch, model, *flow, x + label, column, y).Draw(from, std::max(from, to));
  return sketch.Finish(std::ceil(y + flow->height) + sketch.S(24));
}

}  // namespace proviso::view
