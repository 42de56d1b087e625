#include "core/views/what_if/chart_scene.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace proviso::view {
namespace {

constexpr std::size_t kAxisSteps = 8;
constexpr float kRowMark = 18, kHeadMark = 16;
constexpr float kWordGap = 14;  // From the middle of a mark to the word beside it.
constexpr float kBarOutset = 8;

/// The columns of the chart, and what of a row stands where.
class ChartDrawer {
 public:
  ChartDrawer(Sketch& sketch, Rect rect, const ChartModel& model, const ChartLook& look,
              std::vector<ChartPlace>* places)
      : sketch_(sketch), rect_(rect), model_(model), look_(look), places_(places) {
    compact_ = rect.w < S(900);
    const float rest = S(compact_ ? 74 : 164);
    const float room = rect.w - rest;
    step_ = std::min(S(64), (room - S(compact_ ? 292 : 296)) / kAxisSteps);
    // Where it is narrow the names give way first, down to two thirds.
    step_ = std::floor(std::max(step_, std::min(S(44), (room - S(196)) / kAxisSteps)));
    label_ = std::min(S(296), rect.w - rest - kAxisSteps * step_);
    grid_ = std::round(rect.x + label_);
    end_ = grid_ + kAxisSteps * step_;
    centre_ = grid_ + 4 * step_;
    FlowAxis();
    // Two lines of words have room above the steps.
    if (lines_ > 2) rect_.y += S(14) * static_cast<float>(lines_ - 2);
  }

  float Draw() {
    // Rows first, since what they stand on is drawn before them.
    float y = std::round(rect_.y) + S(46);
    const float top = y;
    std::vector<Placed> rows;
    std::vector<float> heads;
    for (std::size_t lane = 0; lane < model_.lanes.size(); ++lane) {
      if (lane > 0) y += S(24);
      heads.push_back(lane == 0 ? rect_.y + S(16) : y - S(18));
      for (const ChartRow& row : model_.lanes[lane].rows) {
        rows.push_back({&row, y, Measure(row)});
        y += rows.back().room.height;
      }
      if (model_.lanes[lane].fold && look_.usable) y += FoldHeight();
      ends_.push_back(y);
    }
    sketch_.Open(MakeItem(ItemRole::kGroup, "chart", sketch_.Say("All voices on one axis")));
    for (const Placed& placed : rows)
      if (placed.row->explained && look_.usable) {
        const Rect tint{rect_.x - kBarOutset, placed.y, rect_.w + kBarOutset + 4,
                        placed.room.height};
        sketch_.Fill(tint, Ink::kAccentTint);
        sketch_.Fill({tint.x, tint.y, 3, tint.h}, Ink::kAccent);
      }
    DrawAxis(top, y);
    std::size_t at = 0;
    for (std::size_t lane = 0; lane < model_.lanes.size(); ++lane) {
      // The first stands beside the axis, on its last line; the others have the whole width.
      const std::string& title = model_.lanes[lane].title;
      const float room = lane == 0 ? label_ - S(8) : rect_.w;
      const float high = sketch_.FlowHeight({{title, Type::kLabel, Ink::kInkSoft}}, room);
      if (lane > 0)
        sketch_.Fill(
            {rect_.x, heads[lane], std::ceil(sketch_.Width(Type::kLabel, title)) + 2, high},
            sketch_.ground());
      sketch_.Heading(rect_.x, heads[lane] + (lane == 0 ? sketch_.LineOf(Type::kLabel) - high : 0),
                      room, title, Type::kLabel, 2, Ink::kInkSoft,
                      "chart/" + model_.lanes[lane].key);
      for (std::size_t i = 0; i < model_.lanes[lane].rows.size(); ++i, ++at) DrawRow(rows[at]);
      if (model_.lanes[lane].fold && look_.usable) DrawFold(model_.lanes[lane], ends_[lane]);
      if (lane + 1 < model_.lanes.size())
        sketch_.DashedHRule(rect_.x, ends_[lane] - 1, rect_.w, Ink::kInkMute);
    }
    sketch_.Close();
    return y;
  }

 private:
  /// How a row is laid out: what stands beside its mark, and how high all of it is.
  struct Room {
    float height = 0;
    float label = 0;               ///< Room of the words at the left.
    float names = 0, through = 0;  ///< Their heights.
    float left = 0, right = 0;     ///< The words beside the mark.
    float words = 0;               ///< Their height.
    bool before_mark = false;      ///< They stand at the mark's left.
    bool chip_below = false;       ///< The condition stands under them.
    float limit = 0;               ///< Where direction and place begin.
    bool over_grid = false;        ///< The words at the left go on over the grid.
  };
  struct Placed {
    const ChartRow* row = nullptr;
    float y = 0;
    Room room;
  };

  float S(float points) const { return sketch_.S(points); }
  float Middle(std::size_t step) const {
    return std::round(grid_ + (static_cast<float>(step) + 0.5f) * step_);
  }
  float FoldHeight() const { return std::max(sketch_.target(), S(look_.step_row)); }
  float Indent() const { return S(kHeadMark) + S(9); }

  std::vector<Run> NameRuns(const ChartRow& row) const {
    if (!row.near) return {{row.name, Type::kControlStrong, Ink::kInk}};
    return {{row.name, Type::kMeta, Ink::kInk},
            {"  " + row.through, Type::kCaption, Ink::kInkMute}};
  }
  std::vector<Run> WordRuns(const ChartRow& row) const {
    Run run{row.says.word, row.says.hedge ? Type::kLabel : Type::kMeta,
            row.says.steps.empty() ? Ink::kInkSoft : Ink::kInk};
    run.hedge = row.says.hedge;
    return {run};
  }

  // Direction and place, flush right. Returns where they begin; `y`: draws them there.
  float Tail(const ChartRow& row, const float* middle) {
    float right = rect_.x + rect_.w;
    if (!row.refs.empty()) {
      const float width = sketch_.RefChipWidth(row.refs.front());
      right -= width;
      if (middle != nullptr)
        sketch_.RefChip(right, *middle - sketch_.RefChipHeight() / 2, row.refs.front(),
                        row.id + ".place");
      right -= S(8);
    }
    if (!row.says.direction) return right;
    const SignMark& sign = *row.says.direction;
    if (!compact_) {
      const float width = std::ceil(sketch_.Width(Type::kMeta, sign.words));
      if (right - width - S(24) > end_ - step_) {
        right -= width;
        if (middle != nullptr)
          sketch_.Words(right, *middle - sketch_.LineOf(Type::kMeta) / 2, sign.words, Type::kMeta,
                        Ink::kInk);
        right -= S(6);
      }
    }
    right -= S(kRowMark);
    if (middle != nullptr) {
      SignMark drawn = sign;
      drawn.other_step = drawn.other_step || static_cast<bool>(row.near);
      sketch_.Sign(drawn, right, *middle, kRowMark);
    }
    return right - S(8);
  }

  Room Measure(const ChartRow& row) {
    Room room;
    room.limit = Tail(row, nullptr);
    const float inner = label_ - Indent() - S(8);
    const std::vector<Run> names = NameRuns(row);
    MeasureWords(row, &room);
    // Where the grid is empty the words at the left may go on over it.
    float width = 0;
    for (const Run& run : names) width += sketch_.Width(run.type, run.text);
    if (!row.near) width = std::max(width, sketch_.Width(Type::kCaption, row.through));
    const float free = Leftmost(row, room) - S(10) - rect_.x - Indent();
    room.over_grid = width > inner && std::ceil(width) <= free;
    room.label = room.over_grid ? free : inner;
    if (row.near) {
      room.names = sketch_.FlowHeight(names, room.label);
    } else {
      room.names = sketch_.FlowHeight(names, room.label) - S(4);
      room.through =
          sketch_.FlowHeight({{row.through, Type::kCaption, Ink::kInkMute}}, room.label) - S(3);
    }
    const float least = std::max(S(row.near ? look_.step_row : look_.row), S(1));
    room.height = std::max({least, room.names + room.through + S(4), room.words + S(4)});
    if (look_.usable) room.height = std::max(room.height, sketch_.target());
    room.height = std::ceil(room.height);
    return room;
  }

  // The first thing of a row on the grid.
  float Leftmost(const ChartRow& row, const Room& room) const {
    float left = room.left;
    for (const std::uint8_t step : row.says.steps)
      left = std::min(left, Middle(step) - S(kRowMark) / 2);
    if (row.says.steps.empty()) left = std::min(left, centre_ - S(kRowMark) / 2);
    if (row.before)
      for (const std::uint8_t step : row.before->steps)
        left = std::min(left, Middle(step) - S(kRowMark) / 2);
    return left;
  }

  void MeasureWords(const ChartRow& row, Room* room) {
    const std::vector<Run> words = WordRuns(row);
    const float width = std::ceil(sketch_.Width(words.front().type, words.front().text)) + 1;
    if (row.says.steps.empty()) {
      room->left = centre_ + S(16);
      room->right = room->limit;
      const float free = room->right - room->left;
      room->words = sketch_.FlowHeight(words, free);
      if (!row.needs) return;
      const float chip = sketch_.ConditionChipWidth(row.needs->prefix, row.needs->chip, free);
      const float high = sketch_.ConditionChipHeight(row.needs->prefix, row.needs->chip, free);
      room->chip_below = width + S(6) + chip > free;
      room->words = room->chip_below ? room->words + S(2) + high : std::max(room->words, high);
      return;
    }
    const float first = Middle(row.says.steps.front()), last = Middle(row.says.steps.back());
    const float right_room = room->limit - (last + S(kWordGap));
    const float left_room = first - S(kWordGap) - grid_;
    const bool in_grid = last + S(kWordGap) + width <= end_;
    room->before_mark = !in_grid && !(row.before && width <= right_room) && width <= left_room;
    if (!room->before_mark && width > right_room && left_room > right_room)
      room->before_mark = true;
    const float free = room->before_mark ? left_room : right_room;
    room->words = sketch_.FlowHeight(words, std::max(free, S(40)));
    const float used = std::min(width, std::max(free, S(40)));
    room->left = room->before_mark ? first - S(kWordGap) - used : last + S(kWordGap);
    room->right = room->left + used;
  }

  float LongestWord(std::string_view words) const {
    float longest = 0;
    while (!words.empty()) {
      const std::size_t end = words.find(' ');
      longest = std::max(longest, sketch_.Width(Type::kCaption, words.substr(0, end)));
      words = end == std::string_view::npos ? std::string_view() : words.substr(end + 1);
    }
    return std::ceil(longest) + 1;
  }

  // The words of the steps in lines; the ends alone where the others have no room.
  void FlowAxis() {
    for (const std::string& words : model_.steps)
      all_ = all_ && step_ >= S(50) && LongestWord(words) <= step_ + S(6);
    float before = 0;
    for (std::size_t i = 0; i < kAxisSteps; ++i) {
      const std::vector<Run> runs{{model_.steps[i], Type::kCaption, Ink::kInkSoft}};
      const auto flowed = [&](float width) {
        return FlowText(sketch_.measure(), sketch_.scale(), runs, width);
      };
      const float x = grid_ + static_cast<float>(i) * step_;
      // A little over its step, if that leaves room to the word before; else in as many lines as it
      // has words.
      Flow flow = flowed(all_ ? step_ + S(6) : 3 * step_);
      if (all_ && x + (step_ - flow.width) / 2 < before + S(3))
        flow = flowed(LongestWord(model_.steps[i]));
      before = x + (step_ + flow.width) / 2;
      if (all_ || i == 0 || i + 1 == kAxisSteps) lines_ = std::max(lines_, flow.lines.size());
      axis_.push_back(std::move(flow));
    }
  }

  void DrawAxis(float top, float bottom) {
    const float y = std::round(rect_.y), pitch = S(14);
    std::string told;
    for (std::size_t i = 0; i < kAxisSteps; ++i) {
      const float x = grid_ + static_cast<float>(i) * step_;
      sketch_.Stroke({x + 1, y + S(32), step_ - 3, S(7)}, Ink::kControlLine);
      told += (told.empty() ? "" : ", ") + model_.steps[i];
      if (!all_ && i != 0 && i + 1 != kAxisSteps) continue;
      const Flow& flow = axis_[i];
      float line = y + S(28) - pitch * static_cast<float>(flow.lines.size());
      for (const view::Line& one : flow.lines) {
        std::string text;
        for (const Piece& piece : one.pieces) text += piece.text;
        float at = std::round(x + (step_ - one.width) / 2);
        if (!all_) at = i == 0 ? x : x + step_ - std::ceil(one.width);
        sketch_.Words(at, line - (sketch_.LineOf(Type::kCaption) - pitch) / 2, text, Type::kCaption,
                      Ink::kInkSoft);
        line += pitch;
      }
    }
    sketch_.Add(MakeItem(
        ItemRole::kText, "chart/axis", sketch_.Say("Steps, in order: {0}", {told}),
        {grid_, y + S(28) - pitch * static_cast<float>(std::max(lines_, std::size_t{2})),
         kAxisSteps * step_, pitch * static_cast<float>(std::max(lines_, std::size_t{2}))}));
    for (std::size_t i = 0; i <= kAxisSteps; ++i)
      if (i != 4)
        sketch_.VRule(grid_ + static_cast<float>(i) * step_, top - S(4), bottom - top + S(4),
                      Ink::kGrid);
    sketch_.Fill({centre_ - 1, y + S(28), 2, bottom - y - S(28)}, Ink::kInk);
  }

  void DrawArrow(float from, float to, float middle) {
    const float reach = S(kRowMark) / 2;
    const float sign = to > from ? 1.0f : -1.0f;
    const float start = from + sign * reach, end = to - sign * (reach + 1);
    if ((end - start) * sign < S(6)) return;
    const float line = std::round(middle) + 0.0f;
    sketch_.Put(LineShape({start, line}, {end - sign * 3, line}, Ink::kInk, 1.4f));
    sketch_.Put(TriangleShape({end - sign * 7, line - 4}, {end, line}, {end - sign * 7, line + 4},
                              Ink::kInk));
  }

  void DrawMarks(const ChartRow& row, float middle) {
    const float half = S(kRowMark) / 2, ghost = S(16) / 2;
    const std::vector<std::uint8_t>& now = row.says.steps;
    const float at = now.empty() ? centre_ : Middle(now.front());
    if (row.before) {
      const std::vector<std::uint8_t>& then = row.before->steps;
      const float was = then.empty() ? centre_ : Middle(then.front());
      if (was != at || now.size() != then.size()) {
        sketch_.Ghost(was - ghost, middle, 16);
        for (std::size_t i = 1; i < then.size(); ++i)
          sketch_.Ghost(Middle(then[i]) - ghost, middle, 16);
        DrawArrow(was, at, middle);
      }
    }
    if (now.empty()) {
      if (row.says.nothing) {
        sketch_.Put(DiscShape({centre_ - half, middle - half, 2 * half, 2 * half},
                              row.explained ? Ink::kAccentTint : sketch_.ground()));
        sketch_.Sign(Glyph::kSilent, centre_ - half, middle, kRowMark);
      } else {
        // No likelihood: the ring tells of no answer before.
        sketch_.StartMoving();
        sketch_.Ghost(centre_ - ghost, middle, 16);
        sketch_.StopMoving(row.id + "/0");
        sketch_.scene().spots.pop_back();
      }
      return;
    }
    if (now.size() > 1)
      sketch_.Put(
          LineShape({Middle(now.front()), middle}, {Middle(now.back()), middle}, Ink::kInk, 1.4f));
    for (std::size_t i = 0; i < now.size(); ++i) {
      sketch_.StartMoving();
      sketch_.Voice(row.mark, Middle(now[i]) - half, middle, kRowMark, row.says.derived);
      sketch_.StopMoving(row.id + "/" + std::to_string(i));
    }
    if (row.says.conflict) {
      const float between = std::round((Middle(now.front()) + Middle(now.back())) / 2);
      sketch_.Sign(Glyph::kConflict, between - S(8), middle, 16);
    }
  }

  void DrawWords(const ChartRow& row, const Room& room, float y) {
    const std::vector<Run> words = WordRuns(row);
    const float middle = y + room.height / 2;
    const float width = room.right - room.left;
    const float text = sketch_.FlowHeight(words, std::max(width, S(40)));
    const float high = row.needs && room.chip_below ? room.words : text;
    const float top = std::round(middle - high / 2);
    const Ink under = row.explained && look_.usable ? Ink::kAccentTint : sketch_.ground();
    const float drawn =
        std::min(width, std::ceil(sketch_.Width(words.front().type, words.front().text)) + 1);
    sketch_.Fill({room.left - 2, top, drawn + 4, text - 1}, under);
    sketch_.Flowed(room.left, top, words, std::max(width, S(40)));
    if (!row.needs) return;
    const Missing& needs = *row.needs;
    const float high_chip = sketch_.ConditionChipHeight(needs.prefix, needs.chip, width);
    const float x = room.chip_below ? room.left : room.left + drawn + S(6);
    const float chip_y = room.chip_below ? top + text + S(2) : middle - high_chip / 2;
    sketch_.ConditionChip(x, chip_y, row.id + ".needs", needs.prefix, needs.chip, needs.suppose,
                          room.chip_below ? width : width - drawn - S(6));
  }

  void AddItem(const ChartRow& row, const Room& room, float y) {
    Item item = MakeItem(look_.usable ? ItemRole::kButton : ItemRole::kText, row.id,
                         sketch_.Say("{0}, {1}: {2}##a voice, how it reaches us, its answer",
                                     {row.name, row.through, row.reply}),
                         {rect_.x, y, rect_.w, room.height});
    std::vector<std::string> more{row.gloss};
    if (!row.refs.empty()) more.push_back(sketch_.say().Capital(row.refs.front().words));
    if (row.mark.doubted) more.push_back(MarkWords(sketch_.say(), row.mark));
    if (row.before && !row.before->steps.empty())
      more.push_back(sketch_.Say("Before the last switch: {0}", {row.before->word}));
    for (std::string& part : more)
      if (!part.empty() && part.back() == '.') part.pop_back();
    item.description = sketch_.say().Chain(Key("{0}. {1}"), more);
    if (look_.usable) {
      item.press = row.why;
      if (!row.refs.empty()) item.double_press = OpenPlace{row.refs.front().passage};
      item.selected = row.explained ? Tri::kYes : Tri::kNo;
      item.group = "chart";
    }
    item.about = row.about;
    sketch_.Add(std::move(item));
  }

  void DrawRow(const Placed& placed) {
    const ChartRow& row = *placed.row;
    const Room& room = placed.room;
    const float y = placed.y, middle = std::round(y + room.height / 2);
    const Ink ground = sketch_.ground();
    if (row.explained && look_.usable) sketch_.set_ground(Ink::kAccentTint);
    AddItem(row, room, y);
    if (places_ != nullptr) places_->push_back({row.id, middle});
    if (row.before) sketch_.Fill({rect_.x - kBarOutset, y + 2, 3, room.height - 4}, Ink::kInk);
    sketch_.HRule(rect_.x, y + room.height - 1, rect_.w, Ink::kLine);
    sketch_.Voice(row.mark, rect_.x, middle, kHeadMark);
    const float x = rect_.x + Indent();
    const auto patch = [&](float y_of, float width, float height) {
      if (room.over_grid && x + width > grid_)
        sketch_.Fill({grid_ - 2, y_of + 1, x + std::ceil(width) + 4 - grid_, height - 2},
                     sketch_.ground());
    };
    float width = 0;
    for (const Run& run : NameRuns(row)) width += sketch_.Width(run.type, run.text);
    const float top = std::round(middle - (room.names + room.through) / 2);
    if (row.near) {
      patch(top, width, room.names);
      sketch_.Flowed(x, top, NameRuns(row), room.label);
    } else {
      patch(top, width, room.names);
      patch(top + room.names, sketch_.Width(Type::kCaption, row.through), room.through);
      sketch_.Flowed(x, top - S(2), NameRuns(row), room.label);
      sketch_.Flowed(x, top + room.names - S(1), {{row.through, Type::kCaption, Ink::kInkMute}},
                     room.label);
    }
    DrawMarks(row, middle);
    DrawWords(row, room, y);
    Tail(row, &middle);
    sketch_.set_ground(ground);
  }

  void DrawFold(const ChartLane& lane, float bottom) {
    const float height = FoldHeight(), y = bottom - height;
    sketch_.LinkText(rect_.x + Indent(), y + (height - sketch_.LineOf(Type::kMeta)) / 2,
                     lane.fold->words, Type::kMeta, "chart/" + lane.key + "/more",
                     lane.fold->command, label_,
                     sketch_.Say("{0}: {1}", {lane.title, lane.fold->words}));
    sketch_.HRule(rect_.x, bottom - 1, rect_.w, Ink::kLine);
  }

  Sketch& sketch_;
  Rect rect_;
  const ChartModel& model_;
  const ChartLook& look_;
  std::vector<ChartPlace>* places_;
  bool compact_ = false;
  float step_ = 0, label_ = 0, grid_ = 0, end_ = 0, centre_ = 0;
  std::vector<float> ends_;
  std::vector<Flow> axis_;
  std::size_t lines_ = 0;
  bool all_ = true;
};

}  // namespace

float DrawChart(Sketch& sketch, Rect rect, const ChartModel& model, const ChartLook& look,
                std::vector<ChartPlace>* places) {
  if (model.lanes.empty()) return rect.y;
  return ChartDrawer(sketch, rect, model, look, places).Draw();
}

float LeastChartWidth(const Sketch& sketch) { return sketch.S(540); }

}  // namespace proviso::view
