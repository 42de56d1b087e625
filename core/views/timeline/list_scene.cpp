// The timeline where it is a list: beside the line, on a phone, and where nothing is dated.

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/views/timeline/parts.h"

namespace proviso::view {
namespace {

// Past so many rows those in sight alone are made, and those this near to them.
constexpr std::size_t kRowsInFull = 300;
constexpr float kRowsNear = 300;

}  // namespace

Scene BuildTimeListsScene(const TimelineModel& model, const Space& space) {
  Sketch sketch(space, "time-lists", Ink::kPaper);
  const float y = DrawTimeLists(sketch, model, sketch.S(8), sketch.S(18),
                                space.width - sketch.S(8) - space.margin(), nullptr);
  return sketch.Finish(std::ceil(y));
}

Scene BuildTimelineListScene(const TimelineModel& model, const Space& space, float* selected_y) {
  Sketch sketch(space, "time", Ink::kPaper);
  const float x = space.margin(), width = std::min(space.width - 2 * x, sketch.S(760));
  float y = DrawTimelineHead(sketch, model, nullptr, space, 0);
  sketch.HRule(x, y, width, Ink::kInk, 2);
  y += sketch.S(16);
  // Each row has the whole line of time small, with its own date on it.
  const float line = sketch.S(72), inset = 14;
  const float scale = (line - 2 * inset) / std::max(model.axis.width(), 1.0f);
  std::size_t rows = 0;
  for (const TimeLane& lane : model.lanes) rows += lane.marks.size();
  const float around = rows > kRowsInFull ? sketch.S(kRowsNear) : 1e9f;
  for (const TimeLane& lane : model.lanes) {
    const std::string words =
        sketch.Say("{0} ({1})", {lane.label, std::to_string(lane.marks.size())});
    y += sketch.Heading(x, y, width, words, Type::kH3, 2);
    y += sketch.Paragraph(x, y, width, lane.note, Type::kCaption, Ink::kInkMute) + sketch.S(6);
    Item list = MakeItem(ItemRole::kList, "timeline/lane/" + lane.key, lane.label);
    list.description = lane.note;
    list.size = static_cast<std::uint32_t>(lane.marks.size());
    sketch.Open(std::move(list));
    std::uint32_t place = 0;
    for (const TimeMark& mark : lane.marks) {
      const float letter = LetterRoom(sketch, mark);
      const float left = x + line + sketch.S(12) + letter;
      const float room = x + width - left;
      const Run title{mark.title, Type::kControlStrong, mark.outside ? Ink::kInkMute : Ink::kInk};
      const Run under{Under(mark), Type::kCaption, Ink::kInkMute};
      const float words_height = sketch.FlowHeight({title}, room, 3);
      const Rect rect{x, y, width,
                      std::max(words_height + sketch.FlowHeight({under}, room) + sketch.S(16),
                               sketch.target())};
      ++place;
      if (mark.selected) *selected_y = y;
      if (rect.bottom() < space.scroll_y - around || y > space.scroll_y + space.height + around) {
        y += rect.h;
        continue;
      }
      if (mark.selected) sketch.Fill(rect, Ink::kAccentTint);
      const float middle = std::round(y + sketch.S(8) + sketch.LineOf(Type::kControlStrong) / 2);
      sketch.HRule(x, middle, line, Ink::kLine);
      DrawDate(sketch, mark.date, {mark.inferred, mark.outside},
               x + inset + model.axis.Left(mark.date) * scale,
               x + inset + model.axis.Right(mark.date) * scale, middle, 9);
      if (letter > 0)
        sketch.LetterBox(left - letter, middle - sketch.S(18) / 2, 18, mark.letter, mark.document);
      sketch.Flowed(left, y + sketch.S(8), {title}, room, 3);
      sketch.Flowed(left, y + sketch.S(8) + words_height, {under}, room);
      Item item = MakeItem(ItemRole::kListItem, "time/" + mark.id, mark.name(space.say), rect);
      if (mark.records.size() > 1)
        item.description = sketch.Say("Press again for the next of them.");
      item.press = mark.press;
      item.double_press = mark.open;
      item.group = "time";
      item.selected = mark.selected ? Tri::kYes : Tri::kNo;
      item.pos = place;
      item.size = static_cast<std::uint32_t>(lane.marks.size());
      sketch.Add(std::move(item));
      y += rect.h;
      sketch.HRule(x, y - 1, width, Ink::kLine);
    }
    sketch.Close();
    y += sketch.S(22);
  }
  y = DrawTimeLists(sketch, model, x, y, width, selected_y);
  return sketch.Finish(std::ceil(y) + sketch.S(8));
}

}  // namespace proviso::view
