#include "core/cli/columns.h"

#include <algorithm>
#include <utility>

#include "core/base/safe_text.h"
#include "core/base/text.h"
#include "core/cli/messages.h"

namespace proviso::cli {
namespace {

constexpr std::size_t kGap = 2;
/// A last column narrower than this is not worth the place beside the others.
constexpr std::size_t kNarrowest = 24;
constexpr std::size_t kIndent = 4;

std::string OneLine(std::string_view text) {
  std::string out = VisibleText(text);
  std::replace(out.begin(), out.end(), '\n', ' ');
  std::replace(out.begin(), out.end(), '\t', ' ');
  return out;
}

std::string Padded(const std::string& cell, std::size_t width, bool right) {
  const std::string pad(width - std::min(width, CountCodePoints(cell)), ' ');
  return right ? pad + cell : cell + pad;
}

}  // namespace

Columns::Columns(std::vector<std::string> headings) : headings_(std::move(headings)) {
  for (std::string& heading : headings_) {
    right_.push_back(!heading.empty() && heading[0] == '>');
    if (right_.back()) heading.erase(0, 1);
    widths_.push_back(CountCodePoints(heading));
  }
}

void Columns::Add(const std::vector<std::string>& cells) {
  std::vector<std::string> row;
  for (std::size_t i = 0; i < headings_.size(); ++i) {
    row.push_back(OneLine(cells[i]));
    widths_[i] = std::max(widths_[i], CountCodePoints(row.back()));
  }
  rows_.push_back(std::move(row));
}

void Columns::Print(const Console& console) const {
  const std::size_t last = headings_.size() - 1;
  std::size_t before = 0;
  for (std::size_t i = 0; i < last; ++i) before += widths_[i] + kGap;
  // Where the columns leave too little room, the last cell has lines of its own below them.
  const bool below = console.width > 0 && console.width < before + kNarrowest;
  const std::size_t indent = below ? kIndent : before;
  const std::size_t room = console.width > indent ? console.width - indent : std::size_t{0};
  const auto line = [&](const std::vector<std::string>& cells) {
    std::string out;
    for (std::size_t i = 0; i < last; ++i)
      out += Padded(cells[i], widths_[i], right_[i]) + std::string(kGap, ' ');
    if (right_[last]) return out + Padded(cells[last], widths_[last], true);
    if (below) out = out.substr(0, out.find_last_not_of(' ') + 1) + "\n" + std::string(indent, ' ');
    out += Wrap(cells[last], room, indent);
    return out.substr(0, out.find_last_not_of(" \n") + 1);
  };
  console.out(Paint(console, "1", line(headings_)) + "\n");
  for (const std::vector<std::string>& row : rows_) console.out(line(row) + "\n");
}

std::string Wrap(std::string_view words, std::size_t width, std::size_t indent) {
  if (width == 0) return std::string(words);
  std::string out;
  std::size_t used = 0;
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    const std::string_view word = words.substr(0, end);
    const std::size_t length = CountCodePoints(word);
    if (used > 0 && used + 1 + length > width) {
      out += "\n" + std::string(indent, ' ');
      used = 0;
    } else if (used > 0) {
      out += ' ';
      ++used;
    }
    out += word;
    used += length;
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return out;
}

}  // namespace proviso::cli
