#include <algorithm>
#include <cmath>
#include <utility>

#include "core/base/text.h"
#include "core/canvas/check_marks.h"
#include "core/views/sources/code_scene.h"
#include "core/views/sources/scene.h"

namespace proviso::view {
namespace {

constexpr float kHandle = 7;  // Radius, at 100 % text.

/// Draws the lines of a text that are in sight, and notes where its words stand.
class CodePainter {
 public:
  CodePainter(Sketch& sketch, const CodeModel& model, const CopyFlow& flow, float left, float top,
              CodeTextScene* out)
      : sketch_(sketch), model_(model), flow_(flow), left_(left), top_(top), out_(*out) {}

  void Draw(const CopyRow* from, const CopyRow* to) {
    for (const CopyRow* row = from; row != to; ++row) {
      if (row->gap >= 0) continue;
      for (const CopyMark& mark : model_.marks.marks)
        if (InRow(*row, mark.start, mark.end)) DrawBand(*row, mark);
      for (const locate::Place place : model_.unsaved)
        if (InRow(*row, place.start, place.end)) DrawDraft(*row, place);
      for (const locate::Place place : model_.more)
        if (InRow(*row, place.start, place.end)) Frame(*row, place, 2);
      if (model_.mark && InRow(*row, model_.mark->start, model_.mark->end))
        Frame(*row, *model_.mark, 3);
      DrawWords(*row);
    }
    DrawSentences(from, to);
    if (model_.mark) DrawHandles(from, to);
  }

 private:
  static bool InRow(const CopyRow& row, std::uint32_t start, std::uint32_t end) {
    return start < row.end && end > row.start;
  }

  std::string Text(std::uint32_t from, std::uint32_t to) const {
    return ToUtf8(std::u32string_view(model_.copy->text).substr(from, to - from));
  }

  /// Where code point `at` begins in `row`; behind the signs of what starts there, if `behind`.
  float X(const CopyRow& row, std::uint32_t at, bool behind = false) const {
    float x = left_ + sketch_.Width(Type::kReading, Text(row.start, at));
    for (const CopyMark& mark : model_.marks.marks)
      if (mark.start >= row.start && (behind ? mark.start <= at : mark.start < at))
        x += SignRoom(mark, sketch_.scale());
    return x;
  }

  Rect Stretch(const CopyRow& row, std::uint32_t start, std::uint32_t end, bool behind) const {
    const float from = X(row, std::max(start, row.start), behind && start >= row.start);
    const float to = X(row, std::min(end, row.end));
    return {std::floor(from), top_ + row.y + 2, std::ceil(to) - std::floor(from), flow_.pitch - 4};
  }

  void DrawBand(const CopyRow& row, const CopyMark& mark) {
    const Rect rect = Stretch(row, mark.start, mark.end, false);
    const bool coded = Coded(mark);
    if (!coded) return;
    if (mark.lane == 0) sketch_.Fill(rect, GroundOf(mark.state, mark.sign.sign, mark.selected), 3);
    const float lane = static_cast<float>(std::min<std::uint32_t>(mark.lane, 2));
    sketch_.Fill({rect.x, rect.bottom() - (mark.lane == 0 ? 2 : 6 - 3 * lane), rect.w, 2},
                 BarInk(mark.sign.sign));
    if (mark.start < row.start) return;
    const Ink before = sketch_.ground();
    sketch_.set_ground(GroundOf(mark.state, mark.sign.sign, mark.selected));
    if (IsDrawn(mark.sign.sign))
      sketch_.Sign(mark.sign, rect.x + 2, rect.y + rect.h / 2, 16);
    else
      sketch_.Sign(GlyphOf(mark.state), rect.x + 2, rect.y + rect.h / 2, 16);
    sketch_.set_ground(before);
  }

  /// False for the passage of a draft, which is drawn as one.
  bool Coded(const CopyMark& mark) const {
    return std::none_of(model_.unsaved.begin(), model_.unsaved.end(), [&](locate::Place place) {
      return place.start == mark.start && place.end == mark.end;
    });
  }

  void DrawDraft(const CopyRow& row, locate::Place place) {
    const Rect rect = Stretch(row, place.start, place.end, false);
    sketch_.Put(StrokeShape(rect, Ink::kInkSoft, 1, 3, 4, 3));
    if (place.start >= row.start)
      sketch_.Sign(Glyph::kUnchecked, rect.x + 2, rect.y + rect.h / 2, 16);
  }

  void Frame(const CopyRow& row, locate::Place place, float width) {
    const Rect rect = Stretch(row, place.start, place.end, true);
    sketch_.Fill(rect, Ink::kSurface, 3);
    sketch_.Stroke({rect.x - 2, rect.y - 1, rect.w + 4, rect.h + 2}, Ink::kAccent, width, 4);
  }

  void DrawWords(const CopyRow& row) {
    const float y = std::round(top_ + row.y + (flow_.pitch - sketch_.LineOf(Type::kReading)) / 2);
    std::uint32_t at = row.start;
    const auto draw = [&](std::uint32_t to) {
      if (to <= at) return;
      sketch_.Words(X(row, at, true), y, Text(at, to), Type::kReading, Ink::kInk);
      at = to;
    };
    for (const CopyMark& mark : model_.marks.marks)
      if (mark.start > row.start && mark.start < row.end) draw(mark.start);
    draw(row.end);
    for (const locate::Place& word : model_.text->words) {
      if (!InRow(row, word.start, word.end)) continue;
      const float from = X(row, std::max(word.start, row.start), true);
      const float to = X(row, std::min(word.end, row.end));
      out_.spots.push_back(
          {{from, top_ + row.y, std::max(1.0f, to - from), flow_.pitch}, word.start, word.end});
    }
  }

  void DrawSentences(const CopyRow* from, const CopyRow* to) {
    const auto size = static_cast<std::uint32_t>(model_.sentences.size());
    std::size_t paragraph = ~std::size_t{0};
    for (std::uint32_t i = 0; i < size; ++i) {
      const CodeSentence& sentence = model_.sentences[i];
      Rect best;
      bool seen = false;
      for (const CopyRow* row = from; row != to; ++row) {
        if (row->gap >= 0 || !InRow(*row, sentence.place.start, sentence.place.end)) continue;
        const Rect rect = Stretch(*row, sentence.place.start, sentence.place.end, true);
        seen = true;
        if (rect.w > best.w) best = rect;
      }
      if (!seen) continue;
      const std::size_t now = model_.text->ParagraphAt(sentence.place.start);
      if (now != paragraph) {
        if (paragraph != ~std::size_t{0}) sketch_.Close();
        paragraph = now;
        sketch_.Open(MakeItem(ItemRole::kGroup, "code/paragraph/" + std::to_string(now + 1),
                              sketch_.Say("Paragraph {0}", {std::to_string(now + 1)})));
      }
      Item item = MakeItem(ItemRole::kButton, "code/s/" + std::to_string(i), sentence.words,
                           {best.x, best.y - 2, std::max(best.w, sketch_.target()), flow_.pitch});
      item.description = sentence.note;
      item.press = MarkSentence{sentence.place.start};
      item.group = kSentences;
      item.selected = sentence.marked ? Tri::kYes : Tri::kNo;
      item.pos = i + 1;
      item.size = size;
      sketch_.Add(std::move(item));
    }
    if (paragraph != ~std::size_t{0}) sketch_.Close();
  }

  void DrawHandles(const CopyRow* from, const CopyRow* to) {
    MarkHandles handles{model_.mark->start, model_.mark->end, {}, {}, 0, 0};
    for (const CopyRow& row : flow_.rows) {
      if (row.gap >= 0 || !InRow(row, handles.start, handles.end)) continue;
      if (handles.bottom == 0) handles.top = top_ + row.y;
      handles.bottom = top_ + row.y + flow_.pitch;
    }
    const float radius = sketch_.S(kHandle), reach = std::max(sketch_.target() / 2, radius);
    const auto handle = [&](float x, float y) {
      sketch_.Put(DiscShape({x - radius, y - radius, 2 * radius, 2 * radius}, Ink::kAccent));
      return Rect{x - reach, y - reach, 2 * reach, 2 * reach};
    };
    for (const CopyRow* row = from; row != to; ++row) {
      if (row->gap >= 0 || !InRow(*row, handles.start, handles.end)) continue;
      const Rect rect = Stretch(*row, handles.start, handles.end, true);
      if (handles.start >= row->start) handles.first = handle(rect.x, rect.y);
      if (handles.end <= row->end) handles.last = handle(rect.right(), rect.bottom());
    }
    out_.mark = handles;
  }

  Sketch& sketch_;
  const CodeModel& model_;
  const CopyFlow& flow_;
  float left_, top_;
  CodeTextScene& out_;
};

/// The scene, which ends below `y`: with what stands beside the text where there is room.
Scene Ended(Sketch& sketch, const CodeModel& model, const Space& space, float x, float y,
            float width) {
  Column column{sketch, x, std::ceil(y), space.phone() ? width : std::min(width, sketch.S(420))};
  column.Gap(24);
  if (space.wide()) return column.Finish(0);
  sketch.HRule(x, column.y, width, Ink::kLine);
  column.Gap(14);
  DrawCodeSide(model, column);
  return column.Finish(24);
}

}  // namespace

CodeTextScene BuildCodeText(const SourcesModel& sources, const CodeModel& model, const Space& space,
                            CopyFlow* flow, float* mark_y) {
  CodeTextScene out;
  Sketch sketch(space, "code", Ink::kPaper);
  const float x = space.wide() ? sketch.S(24) : space.margin();
  const float width = space.width - x - space.margin();
  const std::string facts = model.facts.empty() ? sources.facts : model.facts;
  float y = DrawSourcesHead(sketch, sources, facts, space, x, width);
  if (model.copy == nullptr) {
    y += sketch.S(8);
    y += sketch.Paragraph(x, y, width, model.missing, Type::kBody, Ink::kInkSoft, 0,
                          "code/missing") +
         sketch.S(12);
    ButtonSpec load{"code/load", sketch.Say("Load the text…"), "", PickFile{Wanted::kCopy},
                    ButtonKind::kMain};
    y += sketch.Button(x, y, load).h;
    if (!model.teach.empty()) {
      ButtonSpec learn{"code/teach", sketch.Say("Learn to code: three claims in ten minutes…"), "",
                       OpenUrl{model.teach}, ButtonKind::kSmall};
      learn.max_width = width;
      y += sketch.S(12);
      y += sketch.Button(x, y, learn).h;
    }
    out.scene = Ended(sketch, model, space, x, y, width);
    return out;
  }
  const std::string last = "¶" + std::to_string(model.copy->paragraphs.size());
  const float label = std::ceil(sketch.Width(Type::kBodyStrong, last)) + sketch.S(14);
  const float column = std::min(width - label, sketch.S(760));
  FollowCopy(model.marks, space, column, flow);
  const auto row_at = [&](float at) {
    return std::lower_bound(
               flow->rows.begin(), flow->rows.end(), at,
               [&](const CopyRow& row, float to) { return row.y + flow->pitch <= to; }) -
           flow->rows.begin();
  };
  const auto count = static_cast<std::ptrdiff_t>(flow->rows.size());
  const CopyRow* rows = flow->rows.data();
  const CopyRow* from = rows + row_at(space.scroll_y - y);
  const CopyRow* to =
      std::max(from, rows + std::min(row_at(space.scroll_y + space.height - y) + 1, count));
  if (model.mark)
    for (const CopyRow& row : flow->rows)
      if (row.gap < 0 && model.mark->start < row.end && *mark_y < 0) *mark_y = y + row.y;
  sketch.Open(MakeItem(ItemRole::kGroup, "code/text", sketch.Say("The text to be coded")));
  for (const CopyRow* row = from; row < to; ++row)
    if (row->first)
      sketch.Words(x, std::round(y + row->y + (flow->pitch - sketch.LineOf(Type::kBodyStrong)) / 2),
                   "¶" + std::to_string(row->paragraph), Type::kBodyStrong, Ink::kInkSoft);
  CodePainter(sketch, model, *flow, x + label, y, &out).Draw(from, to);
  sketch.Close();
  out.scene = Ended(sketch, model, space, x, y + flow->height, width);
  return out;
}

}  // namespace proviso::view
