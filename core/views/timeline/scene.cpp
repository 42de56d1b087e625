#include "core/views/timeline/scene.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "core/views/timeline/parts.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

constexpr float kBar = 12;  // Height of bars and width of dots.
// Past so many marks only rows in sight become items, and those this near to them.
constexpr std::size_t kMarksInFull = 300;
constexpr float kMarksAround = 160;

/// Where a mark and its words stand; y counts from the top of its lane's first row.
struct Placed {
  const TimeMark* mark = nullptr;
  float x0 = 0, x1 = 0;       ///< The bar.
  float words = 0, room = 0;  ///< Left edge and width of the words.
  float from = 0, to = 0;     ///< All of it.
  bool under = false;         ///< The words stand under the bar.
  std::size_t row = 0;
  SquareSize squares;  ///< Of claims.
};

struct PlacedLane {
  const TimeLane* lane = nullptr;
  bool two_lines = true;
  bool squares = false;  ///< Of claims: a square each over a number.
  std::vector<Placed> marks;
  std::vector<float> tops;  ///< Of its rows, and below the last.
};

Type TitleType(bool two_lines, const TimeMark& mark) {
  return two_lines || mark.records.size() > 1 ? Type::kControlStrong : Type::kControl;
}

float WordsWidth(const Sketch& sketch, const TimeMark& mark, bool two_lines) {
  const float title = std::ceil(sketch.Width(TitleType(two_lines, mark), mark.title));
  if (two_lines)
    return LetterRoom(sketch, mark) +
           std::max(title, std::ceil(sketch.Width(Type::kCaption, Under(mark))));
  return title + sketch.S(8) + std::ceil(sketch.Width(Type::kCaption, mark.when));
}

/// Puts the marks of a lane into as few rows as their order allows. Rows depend on the zoom, not on
/// where the line stands: moving it from side to side moves nothing up or down.
/// The same of claims, which stand on top of each other.
PlacedLane PlaceSquares(const Sketch& sketch, const TimelineModel& model, const TimeView& view,
                        const TimeLane& lane) {
  PlacedLane placed;
  placed.lane = &lane;
  placed.squares = true;
  std::vector<float> ends, heights;  // Of each row.
  for (const TimeMark& mark : lane.marks) {
    Placed at;
    at.mark = &mark;
    at.x0 = view.X(model.axis.Left(mark.date));
    at.x1 = view.X(model.axis.Right(mark.date));
    at.squares = SizeOfSquares(mark, at.x1 - at.x0);
    at.words = mark.date.day() ? (at.x0 + at.x1 - at.squares.width) / 2 : at.x0;
    at.room = std::ceil(sketch.Width(Type::kCaption, std::to_string(mark.records.size())));
    at.from = at.words - 2;
    at.to = at.from + std::max(at.squares.width, at.room) + 4;
    while (at.row < ends.size() && ends[at.row] > at.from) ++at.row;
    if (at.row == ends.size()) {
      ends.push_back(0);
      heights.push_back(0);
    }
    ends[at.row] = at.to;
    heights[at.row] = std::max(heights[at.row], at.squares.height);
    placed.marks.push_back(at);
  }
  float y = 0;
  for (const float height : heights) {
    placed.tops.push_back(y);
    y += std::max(height + sketch.LineOf(Type::kCaption) + sketch.S(8), sketch.target());
  }
  placed.tops.push_back(y);
  return placed;
}

PlacedLane Place(const Sketch& sketch, const TimelineModel& model, const TimeView& view,
                 const TimeLane& lane) {
  if (lane.key == "claims") return PlaceSquares(sketch, model, view, lane);
  PlacedLane placed;
  placed.lane = &lane;
  placed.two_lines = lane.key != "windows";
  const float low = std::min(view.X(0) - sketch.S(12), view.left);
  const float high = std::max(view.X(model.axis.width()) + sketch.S(24), view.right);
  const float gap = sketch.S(10), beside = sketch.S(8);
  std::vector<std::vector<std::pair<float, float>>> rows;
  std::vector<bool> under;
  for (const TimeMark& mark : lane.marks) {
    Placed at;
    at.mark = &mark;
    at.x0 = view.X(model.axis.Left(mark.date));
    at.x1 = std::max(view.X(model.axis.Right(mark.date)), at.x0 + 3);
    float left = at.x0, right = at.x1;
    if (mark.date.day()) {
      // A dot is as wide as it is, however narrow its day.
      left = std::min(left, (at.x0 + at.x1) / 2 - kBar / 2);
      right = std::max(right, left + kBar);
    }
    const Tails tails = TailsOf(mark.date, 1);
    left -= tails.before;
    right += tails.after;
    at.room = std::min(WordsWidth(sketch, mark, placed.two_lines), high - low);
    if (right + beside + at.room <= high) {
      at.words = right + beside;
    } else if (left - beside - at.room >= low) {
      at.words = left - beside - at.room;
    } else {
      at.under = true;
      at.words = std::clamp(at.x0, low, high - at.room);
    }
    at.from = std::max(std::min(left, at.words), low);
    at.to = std::min(std::max(right, at.words + at.room), high);
    if (at.to - at.from < sketch.target()) at.to = at.from + sketch.target();
    const auto free = [&](const std::vector<std::pair<float, float>>& row) {
      return std::none_of(row.begin(), row.end(), [&](const std::pair<float, float>& taken) {
        return at.from < taken.second + gap && taken.first < at.to + gap;
      });
    };
    at.row = static_cast<std::size_t>(std::find_if(rows.begin(), rows.end(), free) - rows.begin());
    if (at.row == rows.size()) {
      rows.emplace_back();
      under.push_back(false);
    }
    rows[at.row].emplace_back(at.from, at.to);
    under[at.row] = under[at.row] || at.under;
    placed.marks.push_back(at);
  }
  float y = 0;
  const float line = sketch.LineOf(Type::kControlStrong);
  const float words =
      placed.two_lines ? line + sketch.LineOf(Type::kCaption) + 1 : line + sketch.S(4);
  for (std::size_t row = 0; row < rows.size(); ++row) {
    placed.tops.push_back(y);
    y += std::max(words + (under[row] ? sketch.S(16) : 0), sketch.target());
  }
  placed.tops.push_back(y);
  return placed;
}

void DrawMark(Sketch& sketch, const Placed& at, bool two_lines, const TimeView& view, float y) {
  const TimeMark& mark = *at.mark;
  const float line = sketch.LineOf(Type::kControlStrong);
  const float bar_line = at.under ? sketch.S(16) : line;
  const Ink ink = mark.outside ? Ink::kInkMute : Ink::kInk;
  DrawDate(sketch, mark.date, {mark.inferred, mark.outside, mark.expected}, at.x0, at.x1,
           std::round(y + bar_line / 2), kBar);
  float x = at.words, room = at.room;
  const float top = at.under ? y + bar_line : y;
  // A bar that fills the window keeps its words in sight, on a gap in it.
  const float low = std::max(at.from, view.left) + sketch.S(24);
  const float high = std::min(at.to, view.right) - sketch.S(24) - room;
  if ((x < view.left || x + room > view.right) && low < high) {
    x = std::clamp(x, low, high);
    if (!at.under) sketch.Fill({x - 6, top, room + 12, line}, Ink::kPaper);
  }
  if (const float letter = LetterRoom(sketch, mark); letter > 0) {
    sketch.LetterBox(x, top + (line - sketch.S(18)) / 2, 18, mark.letter, mark.document);
    x += letter;
    room -= letter;
  }
  const Type type = TitleType(two_lines, mark);
  if (two_lines) {
    sketch.Words(x, top, mark.title, type, ink, room);
    sketch.Words(x, top + line - 2, Under(mark), Type::kCaption, Ink::kInkMute, room);
    return;
  }
  const float when = std::ceil(sketch.Width(Type::kCaption, mark.when)) + sketch.S(8);
  const float used = sketch.Words(x, top, mark.title, type, ink, std::max(room - when, room / 3));
  sketch.Words(x + used + sketch.S(8), top + sketch.BaseOf(type) - sketch.BaseOf(Type::kCaption),
               mark.when, Type::kCaption, Ink::kInkMute, room - used - sketch.S(8));
}

/// Squares on a rule, and how many there are under it.
void DrawClaims(Sketch& sketch, const Placed& at, float bottom) {
  const float number = bottom - sketch.LineOf(Type::kCaption) - sketch.S(2);
  DrawSquares(sketch, *at.mark, at.squares, at.words, number - sketch.S(3));
  sketch.HRule(at.from, number - sketch.S(2), at.to - at.from, Ink::kInkSoft);
  if (at.mark->records.size() > 1)
    sketch.Words(at.words, number, std::to_string(at.mark->records.size()), Type::kCaption,
                 Ink::kInkSoft);
}

/// What lies behind the marks: folds, the brush, a line for each tick.
void DrawGround(Sketch& sketch, const TimelineModel& model, const TimeView& view, float y,
                float height) {
  const auto band = [&](float from, float to, Ink ink) {
    from = std::max(from, view.left);
    to = std::min(to, view.right);
    if (to > from) sketch.Fill({from, y, to - from, height}, ink);
  };
  for (const AxisPart& part : model.axis.parts()) {
    if (part.kind != AxisPart::Kind::kFold) continue;
    band(view.X(part.x), view.X(part.right()), Ink::kSunken);
  }
  if (const std::optional<ChosenPart> chosen = ChosenStretch(model, view))
    sketch.Fill({chosen->from, y, chosen->to - chosen->from, height}, Ink::kSurface);
  for (const AxisTick& tick :
       model.axis.Ticks(view.first(), view.last(), view.scale(), sketch.S(34))) {
    const float x = view.X(tick.x);
    if (x >= view.left && x < view.right) sketch.VRule(std::round(x), y, height, Ink::kGrid);
  }
}

float LaneName(Sketch& sketch, const TimeLane& lane, const TimeView& view, float y, float width) {
  float height = sketch.Heading(view.label_x, y, width, lane.label, Type::kControlStrong, 2);
  height +=
      sketch.Paragraph(view.label_x, y + height, width, lane.note, Type::kCaption, Ink::kInkMute);
  return height;
}

}  // namespace

TimeView ViewTime(const TimelineModel& model, const Camera& camera, const Space& space) {
  TimeView view;
  view.camera = camera;
  const auto scaled = [&space](float points) { return std::round(points * space.scale); };
  view.label_x = space.margin();
  view.label = space.width >= scaled(760) ? scaled(130) : 0;
  view.left = view.label_x + view.label;
  view.right = space.width - space.margin();
  const float width = std::max(model.axis.width(), 1.0f);
  const Rect box{view.left + scaled(12), 0, view.right - view.left - scaled(40), space.height};
  // The camera looks at what is in the middle of the panel, around which the shell zooms.
  const float middle = space.width / 2;
  // From the whole span to one month.
  Camera whole;
  ProjectionOf({0, 0, width, 0}, box, &whole, 800);
  view.fits = camera.percent <= whole.percent;
  if (view.fits) {
    view.camera = {};
    view.projection = ProjectionOf({0, 0, width, 0}, box, &view.camera, 800);
    view.camera.x =
        static_cast<std::int32_t>(std::lround((middle - view.projection.dx) / view.scale()));
  } else {
    view.camera.x = std::clamp<std::int32_t>(camera.x, 0, static_cast<std::int32_t>(width));
    float month = 0;
    for (const AxisPart& part : model.axis.parts())
      if (part.kind == AxisPart::Kind::kMonth) month = std::max(month, part.width);
    const float most = month > 0 ? std::clamp(box.w / month * 100, 100.0f, 800.0f) : 800;
    view.camera.percent =
        static_cast<std::uint16_t>(std::min(static_cast<float>(camera.percent), most));
    view.projection.scale = static_cast<float>(view.camera.percent) / 100;
    view.projection.dx = middle - static_cast<float>(view.camera.x) * view.scale();
  }
  view.camera.y = 0;
  return view;
}

std::vector<Stop> BrushStops(const TimelineModel& model, const TimeView& view) {
  std::vector<Stop> stops;
  for (TimeAxis::Place& place : model.axis.Places(view.first(), view.last(), view.scale()))
    stops.push_back({view.X(place.x), std::move(place.date)});
  return stops;
}

Scene BuildTimelineHeadScene(const TimelineModel& model, const TimeView& view, const Space& space) {
  Sketch sketch(space, "timeline-head", Ink::kPaper);
  const float height = DrawTimelineHead(sketch, model, &view, space, 0);
  return sketch.Finish(height);
}

Scene BuildTimeAxisScene(const TimelineModel& model, const TimeView& view, const Space& space) {
  Sketch sketch(space, "time-axis", Ink::kPaper);
  const float height = DrawTimeAxis(sketch, model, view, 0);
  return sketch.Finish(height);
}

Scene BuildTimeLanesScene(const TimelineModel& model, const TimeView& view, const Space& space,
                          bool head, bool lists, float* selected_y) {
  Sketch sketch(space, "time", Ink::kPaper);
  const float margin = space.margin();
  float y = 0;
  if (head) {
    y = DrawTimelineHead(sketch, model, &view, space, 0);
    y = DrawTimeAxis(sketch, model, view, y);
  }
  std::vector<PlacedLane> lanes;
  for (const TimeLane& lane : model.lanes) lanes.push_back(Place(sketch, model, view, lane));
  const float pad = sketch.S(10);
  // Names beside the lanes may be higher than the lanes; measured once, then drawn.
  std::vector<float> heights, above;
  for (const PlacedLane& lane : lanes) {
    Sketch ruler(space, "time", Ink::kPaper);
    const float name =
        LaneName(ruler, *lane.lane, view, 0,
                 view.label > 0 ? view.label - sketch.S(12) : view.right - view.label_x);
    above.push_back(view.label > 0 ? pad : pad + name + sketch.S(4));
    heights.push_back(std::ceil(view.label > 0 ? std::max(name, lane.tops.back()) + 2 * pad
                                               : above.back() + lane.tops.back() + pad));
  }
  float all = 0;
  for (const float height : heights) all += height;
  DrawGround(sketch, model, view, y, all);
  std::size_t marks = 0;
  for (const PlacedLane& lane : lanes) marks += lane.marks.size();
  const float around = marks > kMarksInFull ? sketch.S(kMarksAround) : 1e9f;
  for (std::size_t i = 0; i < lanes.size(); ++i) {
    const PlacedLane& lane = lanes[i];
    Item list = MakeItem(ItemRole::kList, "timeline/lane/" + lane.lane->key, lane.lane->label,
                         {margin, y, space.width - 2 * margin, heights[i]});
    list.description = lane.lane->note;
    list.size = static_cast<std::uint32_t>(lane.marks.size());
    LaneName(sketch, *lane.lane, view, y + pad,
             view.label > 0 ? view.label - sketch.S(12) : view.right - view.label_x);
    sketch.Open(std::move(list));
    std::uint32_t place = 0;
    for (const Placed& at : lane.marks) {
      const float top = y + above[i] + lane.tops[at.row];
      const float height = lane.tops[at.row + 1] - lane.tops[at.row];
      Rect rect{at.from, top, std::max(at.to - at.from, sketch.target()), height};
      ++place;
      if (at.mark->selected) *selected_y = top;
      if (top + height <= space.scroll_y - around || top >= space.scroll_y + space.height + around)
        continue;
      if (at.to > view.left && at.from < view.right) {
        sketch.Clip({view.left, top, view.right - view.left, height});
        if (at.mark->selected) {
          sketch.Fill({rect.x - 4, rect.y, rect.w + 8, rect.h - 2}, Ink::kSurface, 4);
          sketch.Stroke({rect.x - 4, rect.y, rect.w + 8, rect.h - 2}, Ink::kAccent, 2, 4);
        }
        if (lane.squares)
          DrawClaims(sketch, at, top + height);
        else
          DrawMark(sketch, at, lane.two_lines, view, top + sketch.S(1));
        sketch.Unclip();
        // What is out of sight at the left has nothing to press under the lane's name.
        const float right = std::min(rect.right(), view.right);
        rect.x = std::min(std::max(rect.x, view.left), right - sketch.target());
        rect.w = right - rect.x;
      }
      Item item =
          MakeItem(ItemRole::kListItem, "time/" + at.mark->id, at.mark->name(space.say), rect);
      if (at.mark->records.size() > 1)
        item.description = sketch.Say("Press again for the next of them.");
      item.press = at.mark->press;
      item.double_press = at.mark->open;
      item.group = "time";
      item.selected = at.mark->selected ? Tri::kYes : Tri::kNo;
      item.pos = place;
      item.size = static_cast<std::uint32_t>(lane.marks.size());
      sketch.Add(std::move(item));
    }
    sketch.Close();
    y += heights[i];
    sketch.HRule(margin, y - 1, space.width - 2 * margin, Ink::kLine);
  }
  if (lists) {
    y += sketch.S(20);
    y = DrawTimeLists(sketch, model, margin, y, std::min(space.width - 2 * margin, sketch.S(760)),
                      nullptr);
  }
  return sketch.Finish(std::ceil(y) + sketch.S(12));
}

}  // namespace proviso::view
