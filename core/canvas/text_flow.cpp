#include "core/canvas/text_flow.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>

#include "core/base/text.h"

namespace proviso::view {
namespace {

constexpr std::string_view kEllipsis = "…";

bool IsSpace(char32_t c) {
  return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A && c != 0x2007) || c == 0x2028 || c == 0x2029 || c == 0x205F ||
         c == 0x3000;
}

// Drawn as nothing or turning the line around: left out of pictures.
bool IsInvisible(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

bool IsIdeograph(char32_t c) {
  return (c >= 0x2E80 && c < 0xA4D0) || (c >= 0xAC00 && c < 0xD7B0) ||
         (c >= 0xF900 && c < 0xFB00) || (c >= 0xFE30 && c < 0xFE50) ||
         (c >= 0xFF00 && c < 0xFFF0) || (c >= 0x1F000 && c < 0x40000);
}

// Marks on the letter before and what joins it: never drawn apart from it.
bool IsMark(char32_t c) {
  return (c >= 0x300 && c < 0x370) || (c >= 0xFE00 && c < 0xFE10) ||
         (c >= 0x1F3FB && c <= 0x1F3FF) || (c >= 0x20D0 && c < 0x2100) || c == 0x200D;
}

// What must not begin a line: marks, and the closing punctuation of CJK.
bool ClingsToBefore(char32_t c) {
  constexpr std::u32string_view kClosing = U"、。〉》」』】〕ー！），．：；？］｝";
  return IsMark(c) || kClosing.find(c) != std::u32string_view::npos;
}

// What must not end a line: opening punctuation and joiners.
bool ClingsToNext(char32_t c) {
  constexpr std::u32string_view kOpening = U"〈《「『【〔（［｛";
  return c == 0x200D || kOpening.find(c) != std::u32string_view::npos;
}

bool BreaksBetween(char32_t before, char32_t after) {
  // Most letters are Latin, and nothing else below is.
  constexpr char32_t kBelow = 0x300;
  if (before < kBelow && after < kBelow && before != '-' && before != '/') return false;
  if (ClingsToBefore(after) || ClingsToNext(before)) return false;
  if (IsIdeograph(before) || IsIdeograph(after)) return true;
  const bool after_is_letter = after > 0x7F || (after | 0x20u) - 'a' < 26u;
  return (before == '-' || before == '/' || before == 0x2013 || before == 0x2014) &&
         after_is_letter;
}

// What stays together: pieces of one or more runs, and whether a space follows.
struct Unit {
  std::vector<Piece> pieces;
  float width = 0;
  bool space = false;
  std::size_t space_run = 0;
};

std::vector<Unit> SplitIntoUnits(const std::vector<Run>& runs) {
  std::vector<Unit> units;
  Unit unit;
  char32_t last = 0;
  const auto finish = [&] {
    if (!unit.pieces.empty()) units.push_back(std::move(unit));
    unit = Unit();
  };
  for (std::size_t r = 0; r < runs.size(); ++r) {
    const std::string& text = runs[r].text;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t from = at;
      const char32_t c = NextCodePoint(text, &at);
      if (IsSpace(c)) {
        finish();
        if (!units.empty()) {
          units.back().space = true;
          units.back().space_run = r;
        }
        last = 0;
        continue;
      }
      if (IsInvisible(c)) continue;
      if (last != 0 && BreaksBetween(last, c)) finish();
      if (unit.pieces.empty() || unit.pieces.back().run != r) {
        Piece piece;
        piece.run = r;
        unit.pieces.push_back(std::move(piece));
      }
      unit.pieces.back().text.append(text, from, at - from);
      last = c;
    }
  }
  finish();
  return units;
}

// Fills lines one unit after the other.
class Setter {
 public:
  Setter(const TextMeasure& measure, float scale, const std::vector<Run>& runs, float width,
         std::size_t max_lines)
      : measure_(measure), scale_(scale), runs_(runs), width_(width), max_lines_(max_lines) {}

  Flow Set() {
    for (const Run& run : runs_)
      flow_.line_height = std::max(flow_.line_height, std::round(SpecOf(run.type).line * scale_));
    std::vector<Unit> units = SplitIntoUnits(runs_);
    for (Unit& unit : units) {
      Measure(&unit);
      if (!Fits(unit) && !line_.pieces.empty() && !EndLine()) break;
      if (Fits(unit))
        Append(unit);
      else if (!AppendBroken(unit))
        break;
      if (unit.space) pending_space_ = Width(unit.space_run, " ");
      pending_run_ = unit.space_run;
    }
    if (!line_.pieces.empty()) Push();
    for (const Line& line : flow_.lines) flow_.width = std::max(flow_.width, line.width);
    return std::move(flow_);
  }

 private:
  float Width(std::size_t run, std::string_view text) const {
    return WidthOf(measure_, scale_, runs_[run].type, text);
  }

  void Measure(Unit* unit) const {
    for (Piece& piece : unit->pieces) {
      piece.width = Width(piece.run, piece.text);
      unit->width += piece.width;
    }
  }

  bool Fits(const Unit& unit) const {
    return line_.width + pending_space_ + unit.width <= width_ + 0.01f;
  }

  void Append(const Unit& unit) {
    for (const Piece& piece : unit.pieces) AppendPiece(piece);
  }

  void AppendPiece(const Piece& piece) {
    if (pending_space_ > 0) {
      // The space belongs to the piece that it continues, else it is a gap between two pieces.
      if (line_.pieces.back().run == piece.run && pending_run_ == piece.run) {
        line_.pieces.back().text += ' ';
        line_.pieces.back().width += pending_space_;
      }
      line_.width += pending_space_;
      pending_space_ = 0;
    }
    if (!line_.pieces.empty() && line_.pieces.back().run == piece.run &&
        line_.pieces.back().x + line_.pieces.back().width > line_.width - 0.01f) {
      line_.pieces.back().text += piece.text;
      line_.pieces.back().width += piece.width;
    } else {
      line_.pieces.push_back(piece);
      line_.pieces.back().x = line_.width;
    }
    line_.width += piece.width;
  }

  // A unit wider than the line, character by character; false when the lines have run out.
  bool AppendBroken(const Unit& unit) {
    for (const Piece& whole : unit.pieces) {
      for (std::size_t at = 0; at < whole.text.size();) {
        const std::size_t from = at;
        NextCodePoint(whole.text, &at);
        for (std::size_t next = at; next < whole.text.size();) {
          if (!IsMark(NextCodePoint(whole.text, &next))) break;
          at = next;
        }
        Piece piece;
        piece.run = whole.run;
        piece.text = whole.text.substr(from, at - from);
        piece.width = Width(piece.run, piece.text);
        const bool fits = line_.width + pending_space_ + piece.width <= width_ + 0.01f;
        if (!fits && !line_.pieces.empty() && !EndLine()) return false;
        AppendPiece(piece);
      }
    }
    return true;
  }

  // Starts a new line; false, with "…" at the end, if it was the last one allowed.
  bool EndLine() {
    pending_space_ = 0;
    if (max_lines_ != 0 && flow_.lines.size() + 1 == max_lines_) {
      // A last piece too far right to hold the sign gives way to the one before it.
      while (line_.pieces.size() > 1 &&
             width_ - line_.pieces.back().x < Width(line_.pieces.back().run, kEllipsis))
        line_.pieces.pop_back();
      Piece& last = line_.pieces.back();
      last.text = Elide(measure_, scale_, runs_[last.run].type, last.text + std::string(kEllipsis),
                        width_ - last.x);
      last.width = Width(last.run, last.text);
      line_.width = last.x + last.width;
      flow_.cut = true;
      return false;
    }
    Push();
    return true;
  }

  void Push() {
    flow_.lines.push_back(std::move(line_));
    line_ = Line();
  }

  const TextMeasure& measure_;
  float scale_;
  const std::vector<Run>& runs_;
  float width_;
  std::size_t max_lines_;
  Flow flow_;
  Line line_;
  float pending_space_ = 0;
  std::size_t pending_run_ = 0;
};

// Counts the lines that a Setter would fill, word for word with the same sums.
class LineCounter {
 public:
  LineCounter(const TextMeasure& measure, float scale, const std::vector<Run>& runs, float width,
              std::size_t max_lines)
      : measure_(measure), scale_(scale), runs_(runs), width_(width), max_lines_(max_lines) {}

  // None: something in it is broken or left out, which the Setter alone knows how to.
  std::optional<std::size_t> Count() {
    bool any = false;
    char32_t last = 0;
    for (std::size_t r = 0; r < runs_.size(); ++r) {
      const std::string_view text = runs_[r].text;
      std::size_t word = 0;
      const auto close = [&](std::size_t end) {
        if (end > word) widths_.push_back(Width(r, text.substr(word, end - word)));
        word = end;
      };
      for (std::size_t at = 0; at < text.size();) {
        const std::size_t from = at;
        const char32_t c = NextCodePoint(text, &at);
        const bool space = IsSpace(c);
        if (!space && IsInvisible(c)) return std::nullopt;
        if (space || (last != 0 && BreaksBetween(last, c))) {
          close(from);
          any = any || !widths_.empty();
          if (!Put()) return std::nullopt;
          if (lines_ == max_lines_ && max_lines_ != 0) return lines_;
          if (space && any) pending_ = Width(r, " ");
          if (space) word = at;
        }
        last = space ? 0 : c;
      }
      close(text.size());
    }
    if (!Put()) return std::nullopt;
    if (lines_ == max_lines_ && max_lines_ != 0) return lines_;
    return lines_ + (begun_ ? 1 : 0);
  }

 private:
  float Width(std::size_t run, std::string_view text) const {
    return WidthOf(measure_, scale_, runs_[run].type, text);
  }

  // The word that has come to its end, if there is one.
  bool Put() {
    if (widths_.empty()) return true;
    float all = 0;
    for (const float width : widths_) all += width;
    const auto fits = [&] { return line_ + pending_ + all <= width_ + 0.01f; };
    if (!fits() && begun_) {
      pending_ = line_ = 0;
      begun_ = false;
      if (++lines_ == max_lines_ && max_lines_ != 0) return true;
    }
    if (!fits()) return false;
    if (pending_ > 0) line_ += pending_;
    pending_ = 0;
    for (const float width : widths_) line_ += width;
    begun_ = true;
    widths_.clear();
    return true;
  }

  const TextMeasure& measure_;
  float scale_;
  const std::vector<Run>& runs_;
  float width_;
  std::size_t max_lines_;
  std::vector<float> widths_;  // Of the pieces of the word at hand.
  std::size_t lines_ = 0;
  float line_ = 0, pending_ = 0;
  bool begun_ = false;
};

}  // namespace

float FlowHeight(const TextMeasure& measure, float scale, const std::vector<Run>& runs, float width,
                 std::size_t max_lines) {
  const std::optional<std::size_t> lines =
      LineCounter(measure, scale, runs, width, max_lines).Count();
  if (!lines) return FlowText(measure, scale, runs, width, max_lines).height();
  float high = 0;
  for (const Run& run : runs) high = std::max(high, std::round(SpecOf(run.type).line * scale));
  return high * static_cast<float>(*lines);
}

float WidthOf(const TextMeasure& measure, float scale, Type type, std::string_view text) {
  const TypeSpec spec = SpecOf(type);
  return measure.Width(spec.face, spec.size * scale, text);
}

Flow FlowText(const TextMeasure& measure, float scale, const std::vector<Run>& runs, float width,
              std::size_t max_lines) {
  return Setter(measure, scale, runs, width, max_lines).Set();
}

std::string Elide(const TextMeasure& measure, float scale, Type type, std::string_view text,
                  float width) {
  std::string clean;
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    const char32_t c = NextCodePoint(text, &at);
    if (IsSpace(c)) {
      space = !clean.empty();
    } else if (!IsInvisible(c)) {
      if (space) clean += ' ';
      space = false;
      clean.append(text, from, at - from);
    }
  }
  if (WidthOf(measure, scale, type, clean) <= width + 0.01f) return clean;
  const float room = width - WidthOf(measure, scale, type, kEllipsis);
  // Characters are added while they fit, so a text of 64 KiB costs what is seen of it.
  float used = 0;
  std::size_t end = 0;
  for (std::size_t at = 0; at < clean.size();) {
    const std::size_t from = at;
    NextCodePoint(clean, &at);
    for (std::size_t next = at; next < clean.size();) {
      if (!IsMark(NextCodePoint(clean, &next))) break;
      at = next;
    }
    used += WidthOf(measure, scale, type, std::string_view(clean).substr(from, at - from));
    if (used > room) break;
    end = at;
  }
  while (end > 0 && clean[end - 1] == ' ') --end;
  clean.resize(end);
  return clean + std::string(kEllipsis);
}

}  // namespace proviso::view
