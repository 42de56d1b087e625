#include "core/io/report.h"

#include <algorithm>

#include "core/base/sort.h"
#include "core/base/text.h"
#include "core/io/place.h"

namespace proviso::io {

void Report::Error(std::string_view code, Spot spot, std::string rule, std::string remedy) {
  if (full()) return;
  if (spot.record) MarkBroken(spot.record);
  Problem problem;
  problem.code = code;
  problem.rule = std::move(rule);
  problem.remedy = std::move(remedy);
  errors_.push_back({std::move(problem), std::move(spot), false});
  full_ = errors_.size() >= limit_;
}

void Report::Warn(std::string_view code, Spot spot, std::string rule, std::string remedy) {
  if (warnings_.size() >= limit_) return;
  Problem problem;
  problem.code = code;
  problem.rule = std::move(rule);
  problem.remedy = std::move(remedy);
  warnings_.push_back({std::move(problem), std::move(spot), false});
}

void Report::UnknownField(Spot spot, std::string rule, std::string remedy) {
  if (full()) return;
  Error("schema", std::move(spot), std::move(rule), std::move(remedy));
  errors_.back().unknown_field = true;
}

void Report::BlameVersion(std::string_view version) {
  for (Draft& draft : errors_) {
    if (!draft.unknown_field) continue;
    draft.problem.code = "version";
    draft.problem.rule += " The file says that it is of format " + std::string(version) + ".";
    draft.problem.remedy = "Open it with a newer Proviso, or remove the field.";
  }
}

bool Report::Broken(RecordRef record) const {
  return std::find(broken_.begin(), broken_.end(), record) != broken_.end();
}

void Report::MarkBroken(RecordRef record) {
  if (!Broken(record)) broken_.push_back(record);
}

std::vector<Problem> Report::TakeErrors(std::string_view bytes) {
  return Take(bytes, std::move(errors_));
}

std::vector<Problem> Report::TakeWarnings(std::string_view bytes) {
  return Take(bytes, std::move(warnings_));
}

std::vector<Problem> Report::Take(std::string_view bytes, std::vector<Draft> drafts) {
  if (drafts.empty()) return {};
  std::vector<Spot> spots;
  for (const Draft& draft : drafts) spots.push_back(draft.spot);
  std::vector<Place> places = FindPlaces(bytes, spots);
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < drafts.size(); ++i) order.push_back(i);
  SortList(&order,
           [&places](std::size_t a, std::size_t b) { return places[a].offset < places[b].offset; });
  std::vector<Problem> problems;
  for (const std::size_t i : order) {
    Problem& problem = drafts[i].problem;
    problem.pointer = std::move(places[i].pointer);
    problem.line = places[i].line;
    problem.column = places[i].column;
    problems.push_back(std::move(problem));
  }
  return problems;
}

std::string Quote(std::string_view text) {
  constexpr int kLongest = 40;
  std::string quoted = "“";
  int characters = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (++characters > kLongest) {
      quoted += "…";
      break;
    }
    const char32_t c = NextCodePoint(text, &at);
    const bool hides = c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || c == 0x61C ||
                       (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
                       (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF;
    AppendUtf8(hides ? U'\uFFFD' : c, &quoted);
  }
  return quoted + "”";
}

std::string OneOf(const std::string_view* list, std::size_t size) {
  std::string text;
  for (std::size_t i = 0; i < size; ++i) {
    if (i > 0) text += i + 1 < size ? ", " : " or ";
    text += list[i];
  }
  return text;
}

std::string Twice(std::string_view name) {
  return "`" + std::string(name) + "` has an item twice; each of its items occurs once.";
}

std::string Count(std::uint64_t number) {
  std::string text = std::to_string(number);
  for (std::size_t at = text.size(); at > 3;) {
    at -= 3;
    text.insert(at, 1, ',');
  }
  return text;
}

}  // namespace proviso::io
