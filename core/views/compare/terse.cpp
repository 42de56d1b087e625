// The comparison in two lines a point, for a picture with little room: what it is about and how the
// sides stand to each other, then each side's first claim without its words.

#include <algorithm>
#include <cmath>

#include "core/views/compare/parts.h"
#include "core/views/compare/scene.h"

namespace proviso::view {
namespace {

constexpr float kSign = 30;  // Room of a verdict's sign.

/// One side's claim without what it says: a line, or two where it is narrow. How much more a side
/// says stands beside the verdict.
CompareCell Terse(CompareCell cell) {
  cell.rest.clear();
  if (cell.claims.size() > 1) cell.claims.resize(1);
  for (CompareClaim& claim : cell.claims) claim.gloss = {};
  return cell;
}

/// What stands behind the verdict: who says so, and how much more each side says.
std::vector<std::string> NotesOf(const Sketch& sketch, const CompareModel& model,
                                 const CompareRow& row) {
  std::vector<std::string> notes = row.notes;
  const auto add = [&](const CompareHead& head, const CompareCell& cell) {
    if (!cell.rest.empty())
      notes.push_back(
          sketch.Say("{0}: {1}", {head.letter.empty() ? head.title : head.letter, cell.rest}));
  };
  add(model.a, row.a);
  add(model.b, row.b);
  return notes;
}

std::vector<Run> VerdictRuns(const CompareRow& row, const std::vector<std::string>& notes) {
  std::vector<Run> runs{Run{row.words, Type::kControlStrong}};
  for (const std::string& note : notes)
    runs.push_back(Run{" · " + note, Type::kCaption, Ink::kInkMute});
  return runs;
}

float WidthOf(const Sketch& sketch, const std::vector<Run>& runs) {
  float width = 0;
  for (const Run& run : runs) width += std::ceil(sketch.Width(run.type, run.text));
  return width;
}

/// A letter, or none, and a title in its own height.
float DrawName(Sketch& sketch, const CompareHead& head, const std::string& id, float x, float y,
               float width, bool draw) {
  const float left = head.letter.empty() ? 0 : sketch.S(27);
  const std::vector<Run> runs{Run{head.title, Type::kBodyStrong}};
  if (!draw) return sketch.FlowHeight(runs, width - left);
  if (left > 0)
    sketch.LetterBox(x, y + std::round((sketch.LineOf(Type::kBodyStrong) - sketch.S(18)) / 2), 18,
                     head.letter, head.document);
  const float height = sketch.Flowed(x + left, y, runs, width - left);
  Item item = MakeItem(ItemRole::kColumnHeader, id, head.title, {x, y, width, height});
  item.description = head.line;
  sketch.Add(std::move(item));
  return height;
}

}  // namespace

std::size_t DrawTersePoints(Sketch& sketch, const CompareModel& model, Rect rect, bool draw) {
  const bool beside = rect.w >= sketch.S(800);
  const float gap = sketch.S(36), pad = sketch.S(9);
  const float a_width = beside ? std::floor((rect.w - gap) / 2) : rect.w;
  const float b_width = beside ? rect.w - gap - a_width : rect.w;
  const float b_left = beside ? rect.right() - b_width : rect.x;
  float y = rect.y;
  const float a_name = DrawName(sketch, model.a, "compare/heads/a", rect.x, y, a_width, draw);
  const float b_name =
      DrawName(sketch, model.b, "compare/heads/b", b_left, beside ? y : y + a_name, b_width, draw);
  y = std::round(y + (beside ? std::max(a_name, b_name) : a_name + b_name) + sketch.S(5));
  if (draw) sketch.HRule(rect.x, y, rect.w, Ink::kInk, 3);
  y += 4;
  std::size_t drawn = 0;
  for (const CompareRow& row : model.rows) {
    const std::vector<Run> title{Run{row.title, Type::kBodyStrong}};
    const std::vector<std::string> notes = NotesOf(sketch, model, row);
    const std::vector<Run> verdict = VerdictRuns(row, notes);
    const CompareCell a = Terse(row.a), b = Terse(row.b);
    // The verdict stands at the right of the matter, at most over its half of the width.
    const float verdict_room = beside
                                   ? std::min(WidthOf(sketch, verdict), b_width - sketch.S(kSign))
                                   : rect.w - sketch.S(kSign);
    const float verdict_left = beside ? b_left + sketch.S(kSign) : rect.x + sketch.S(kSign);
    const float title_height = sketch.FlowHeight(title, a_width);
    const float verdict_height =
        std::max(sketch.FlowHeight(verdict, verdict_room + 1), sketch.S(24));
    const float a_height = CompareCellHeight(sketch, a, a_width);
    const float b_height = CompareCellHeight(sketch, b, b_width);
    const float heads = beside ? std::max(title_height, verdict_height)
                               : title_height + sketch.S(2) + verdict_height;
    const float cells = beside ? std::max(a_height, b_height) : a_height + b_height;
    const float height = std::round(pad + heads + sketch.S(4) + cells + 1);
    if (y + height > rect.bottom()) break;
    if (draw) {
      const std::string id = "compare/" + row.id;
      float at = y + pad;
      sketch.Open(MakeItem(ItemRole::kRow, id, row.title, {rect.x, y, rect.w, height}));
      Item matter = MakeItem(ItemRole::kRowHeader, id + "/matter", row.title,
                             {rect.x, at, a_width, title_height});
      matter.description = row.beside;
      sketch.Add(std::move(matter));
      sketch.Flowed(rect.x, at, title, a_width);
      if (!beside) at += title_height + sketch.S(2);
      std::string told = row.told;
      for (const std::string& note : notes) told = sketch.Say("{0}. {1}", {told, note});
      sketch.Add(MakeItem(ItemRole::kCell, id + "/verdict", std::move(told),
                          {verdict_left, at, verdict_room, verdict_height}));
      DrawVerdictSign(sketch, row.verdict, verdict_left - sketch.S(kSign) + sketch.S(12),
                      at + sketch.S(12));
      sketch.Flowed(verdict_left, at + (sketch.S(24) - sketch.LineOf(Type::kControlStrong)) / 2,
                    verdict, verdict_room + 1);
      at = y + pad + heads + sketch.S(4);
      DrawCompareCell(sketch, a, id + "/a", model.a.title, rect.x, at, a_width);
      DrawCompareCell(sketch, b, id + "/b", model.b.title, b_left, beside ? at : at + a_height,
                      b_width);
      sketch.Close();
      sketch.HRule(rect.x, y + height - 1, rect.w, Ink::kLine);
    }
    y += height;
    ++drawn;
  }
  return drawn;
}

}  // namespace proviso::view
