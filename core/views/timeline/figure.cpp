// The timeline as a picture for an article: what happened or is said to come, in order of date.

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>
#include <vector>

#include "core/views/timeline/parts.h"
#include "core/views/timeline/stage.h"

namespace proviso::view {
namespace {

/// Rows in columns, from top to bottom and then from left to right.
struct Grid {
  float line = 0;    ///< The whole line of time small, before each row's words.
  float column = 0;  ///< Width of one.
  float row = 0;
  std::size_t columns = 1, rows = 0;

  std::size_t room() const { return columns * rows; }
};

Grid GridOf(const Sketch& sketch, Rect room) {
  Grid grid;
  const float gap = sketch.S(28);
  grid.columns = room.w >= sketch.S(760) ? 2 : 1;
  grid.column =
      (room.w - gap * static_cast<float>(grid.columns - 1)) / static_cast<float>(grid.columns);
  grid.line = std::min(sketch.S(150), grid.column * 0.32f);
  grid.row = sketch.LineOf(Type::kControlStrong) + sketch.LineOf(Type::kCaption) + sketch.S(8);
  grid.rows = static_cast<std::size_t>(std::max(0.0f, room.h / grid.row));
  return grid;
}

/// Events and texts: each is one matter, where other marks stand for many.
std::vector<TimeMark> MattersOf(const TimelineModel& model) {
  std::vector<TimeMark> marks;
  for (const TimeLane& lane : model.lanes)
    for (const TimeMark& mark : lane.marks)
      if (mark.id.starts_with("event/") || mark.id.starts_with("text/")) marks.push_back(mark);
  std::stable_sort(marks.begin(), marks.end(), [](const TimeMark& a, const TimeMark& b) {
    return std::pair(a.date.first, a.date.last) < std::pair(b.date.first, b.date.last);
  });
  return marks;
}

void DrawMatters(Sketch& sketch, const TimelineModel& model, const std::vector<TimeMark>& marks,
                 Rect room) {
  const Grid grid = GridOf(sketch, room);
  const float inset = sketch.S(10), gap = sketch.S(12);
  // The stretch of time in which they lie.
  float first = model.axis.width(), last = 0;
  for (const TimeMark& mark : marks) {
    first = std::min(first, model.axis.Left(mark.date));
    last = std::max(last, model.axis.Right(mark.date));
  }
  const float scale = (grid.line - 2 * inset) / std::max(last - first, 1.0f);
  Item list = MakeItem(ItemRole::kList, "figure/matters", model.title);
  list.size = static_cast<std::uint32_t>(marks.size());
  sketch.Open(std::move(list));
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const TimeMark& mark = marks[i];
    const float across = (room.w + sketch.S(28)) / static_cast<float>(grid.columns);
    const float x = room.x + std::round(across * static_cast<float>(i / grid.rows));
    const float y = room.y + std::round(grid.row * static_cast<float>(i % grid.rows));
    const float words = sketch.LineOf(Type::kControlStrong);
    const float middle = std::round(y + words / 2);
    sketch.HRule(x, middle, grid.line, Ink::kLine);
    DrawDate(sketch, mark.date, {mark.inferred, false, mark.expected},
             x + inset + (model.axis.Left(mark.date) - first) * scale,
             x + inset + (model.axis.Right(mark.date) - first) * scale, middle, 9);
    const float letter = LetterRoom(sketch, mark);
    const float left = x + grid.line + gap, wide = grid.column - grid.line - gap;
    if (letter > 0)
      sketch.LetterBox(left, middle - sketch.S(18) / 2, 18, mark.letter, mark.document);
    sketch.Text(left + letter, y, wide - letter, mark.title, Type::kControlStrong, Ink::kInk);
    sketch.Text(left + letter, y + words, wide - letter, Under(mark), Type::kCaption,
                Ink::kInkSoft);
    Item item = MakeItem(ItemRole::kListItem, "figure/" + mark.id, mark.name(sketch.say()),
                         {x, y, grid.column, grid.row});
    item.pos = static_cast<std::uint32_t>(i + 1);
    item.size = static_cast<std::uint32_t>(marks.size());
    sketch.Add(std::move(item));
  }
  sketch.Close();
}

}  // namespace

std::optional<Figure> TimelineFigure(StageBuilder& builder, Rect room) {
  const Library& library = builder.library();
  const Say& say = library.say;
  auto model =
      std::make_shared<TimelineModel>(BuildTimelineModel(library, builder.session().state));
  auto marks = std::make_shared<std::vector<TimeMark>>(MattersOf(*model));
  Sketch probe(builder.SpaceFor(room), "figure", Ink::kPaper);
  const std::size_t all = marks->size(), drawn = std::min(all, GridOf(probe, room).room());
  if (drawn == 0) return std::nullopt;
  // Where there is no room for all, the latest are what an article is about.
  marks->erase(marks->begin(), marks->end() - static_cast<std::ptrdiff_t>(drawn));
  Figure figure;
  figure.headline = model->title;
  figure.dek =
      say("A bar is as wide as its date is loose. Outlined: about then; dashed: expected; hatched: "
          "inferred.");
  if (drawn < all)
    figure.note =
        say("The last {0} of {1} are drawn", {std::to_string(drawn), std::to_string(all)});
  figure.draw = [model, marks](Sketch& sketch, Rect at) {
    DrawMatters(sketch, *model, *marks, at);
  };
  return figure;
}

}  // namespace proviso::view
