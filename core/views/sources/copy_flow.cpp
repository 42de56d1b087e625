#include "core/views/sources/copy_flow.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "core/base/text.h"
#include "core/canvas/text_flow.h"

namespace proviso::view {
namespace {

constexpr std::uint32_t kProbes = 8, kProbeLength = 24;

bool IsIdeograph(char32_t c) { return c >= 0x2E80 && !(c >= 0xFE00 && c < 0xFE10); }
bool IsClosing(char32_t c) {
  constexpr std::u32string_view kClosing =
      U"\u3001\u3002\u300B\u300D\u300F\u3011\uFF01\uFF09\uFF0C\uFF1A\uFF1B\uFF1F,.;:!?)]'\"";
  return kClosing.find(c) != std::u32string_view::npos;
}

/// Breaks a copy into rows. Unlike `FlowText` it keeps offsets into the text, leaves room for signs
/// within words, and holds a megabyte as pairs of numbers.
class Breaker {
 public:
  Breaker(const CopyModel& model, const Space& space, float width, CopyFlow* flow)
      : text_(model.copy->text), model_(model), space_(space), width_(width), flow_(*flow) {
    space_width_ = Width(U" ");
  }

  void Run() {
    AddGaps(0);
    std::uint32_t number = 0;
    for (const locate::Place& paragraph : model_.copy->paragraphs) {
      if (number > 0) y_ += std::round(10 * space_.scale);
      Break(paragraph, ++number);
      AddGaps(number);
    }
    flow_.height = y_;
  }

 private:
  float Width(std::u32string_view text) const {
    return WidthOf(space_.measure, space_.scale, Type::kReading, ToUtf8(text));
  }
  float Width(std::uint32_t from, std::uint32_t to) const {
    return Width(std::u32string_view(text_).substr(from, to - from));
  }

  bool Breaks(std::uint32_t at) const {
    const char32_t before = text_[at - 1], c = text_[at];
    if (IsClosing(c)) return false;
    return before == U'-' || before == U'/' || IsIdeograph(before) || IsIdeograph(c);
  }

  /// The room for signs of the marks that start in [from, to); called with rising stretches.
  float RoomIn(std::uint32_t from, std::uint32_t to) {
    float room = 0;
    while (mark_ < model_.marks.size() && model_.marks[mark_].start < from) ++mark_;
    for (std::size_t i = mark_; i < model_.marks.size() && model_.marks[i].start < to; ++i)
      room += SignRoom(model_.marks[i], space_.scale);
    return room;
  }

  void Push(std::uint32_t start, std::uint32_t end, std::uint32_t number) {
    CopyRow row;
    row.start = start;
    row.end = end;
    row.paragraph = number;
    row.first = first_;
    row.y = y_;
    first_ = false;
    y_ += flow_.pitch;
    flow_.rows.push_back(row);
  }

  void Break(const locate::Place& paragraph, std::uint32_t number) {
    first_ = true;
    std::uint32_t at = paragraph.start, start = at, end = at;
    float x = 0;
    while (at < paragraph.end) {
      std::uint32_t to = at + 1;
      while (to < paragraph.end && text_[to] != U' ' && !Breaks(to)) ++to;
      float wide = Width(at, to) + RoomIn(at, to);
      if (end > start && x + wide > width_) {
        Push(start, end, number);
        start = at;
        x = 0;
      }
      // What is wider than a line is broken between characters.
      while (wide > width_ && to - at > 1) {
        std::uint32_t most = at + 1;
        while (most + 1 < to && Width(at, most + 1) + RoomIn(at, most + 1) <= width_) ++most;
        Push(at, most, number);
        start = at = most;
        wide = Width(at, to) + RoomIn(at, to);
      }
      x += wide;
      end = at = to;
      if (at < paragraph.end && text_[at] == U' ') {
        x += space_width_;
        ++at;
      }
    }
    if (end > start) Push(start, end, number);
  }

  void AddGaps(std::uint32_t paragraph) {
    for (; gap_ < model_.gaps.size() && model_.gaps[gap_].paragraph <= paragraph; ++gap_) {
      Push(0, 0, paragraph);
      flow_.rows.back().gap = static_cast<std::int32_t>(gap_);
      flow_.rows.back().first = false;
    }
  }

  const std::u32string& text_;
  const CopyModel& model_;
  const Space& space_;
  float width_, space_width_ = 0, y_ = 0;
  CopyFlow& flow_;
  std::size_t mark_ = 0, gap_ = 0;
  bool first_ = true;
};

/// Changes when the letters of this copy are measured otherwise: a font has come.
float Probe(const std::u32string& text, const Space& space) {
  std::u32string sample;
  for (std::uint32_t i = 0; i < kProbes; ++i)
    sample += text.substr(text.size() / kProbes * i, kProbeLength);
  return WidthOf(space.measure, space.scale, Type::kReading, ToUtf8(sample));
}

}  // namespace

float SignRoom(const CopyMark& mark, float scale) {
  return std::round((mark.state == CheckState::kFound ? 20 : 40) * scale);
}

void FollowCopy(const CopyModel& model, const Space& space, float width, CopyFlow* flow) {
  const float probe = Probe(model.copy->text, space);
  if (flow->copy == model.copy->number && flow->width == width && flow->scale == space.scale &&
      flow->coarse == space.coarse && flow->probe == probe)
    return;
  *flow = CopyFlow();
  flow->copy = model.copy->number;
  flow->width = width;
  flow->scale = space.scale;
  flow->coarse = space.coarse;
  flow->probe = probe;
  flow->pitch = std::max(std::round(28 * space.scale), space.coarse ? 44.0f : 24.0f);
  Breaker(model, space, std::max(width, 40.0f), flow).Run();
}

}  // namespace proviso::view
