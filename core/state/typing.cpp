#include "core/state/typing.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "core/state/copy_check.h"
#include "core/state/update_author.h"

namespace proviso::view {
namespace {

constexpr char kBetween = '\x1f';
constexpr std::size_t kBefore = 6, kOfLine = 3;  // Members before the lines, and of one line.

std::string PlaceWords(locate::Place place) {
  return std::to_string(place.start) + "-" + std::to_string(place.end);
}

std::vector<std::string> Divided(std::string_view text, char by) {
  std::vector<std::string> parts;
  for (;;) {
    const std::size_t end = text.find(by);
    parts.emplace_back(text.substr(0, end));
    if (end == text.npos) return parts;
    text.remove_prefix(end + 1);
  }
}

/// Digits as a number; anything else is as large as can be.
std::uint32_t NumberOf(std::string_view words) {
  constexpr std::uint32_t kNone = 0xFFFFFFFFu;
  std::uint64_t number = 0;
  if (words.empty() || words.size() > 9) return kNone;
  for (const char c : words) {
    if (c < '0' || c > '9') return kNone;
    number = number * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return static_cast<std::uint32_t>(number);
}

/// The stretches of a text with `size` code points that are spelt in `words`.
std::vector<locate::Place> PlacesOf(std::string_view words, std::uint32_t size) {
  std::vector<locate::Place> places;
  for (const std::string& one : Divided(words, ' ')) {
    const std::size_t line = one.find('-');
    if (line == one.npos) continue;
    const locate::Place place{NumberOf(one.substr(0, line)), NumberOf(one.substr(line + 1))};
    if (place.start < place.end && place.end <= size) places.push_back(place);
  }
  return places;
}

}  // namespace

std::string TypingOf(const Library& library, const Session& session) {
  const Coding& coding = session.coding;
  std::string text = coding.coder;
  if (!coding.writing || library.dataset.documents.empty()) return text;
  const auto add = [&text](std::string_view words) {
    text += kBetween;
    std::copy_if(words.begin(), words.end(), std::back_inserter(text),
                 [](char c) { return c != kBetween; });
  };
  add(coding.document);
  add(coding.mark ? PlaceWords(*coding.mark) : std::string());
  std::string more;
  for (const locate::Place place : coding.more) more += PlaceWords(place) + " ";
  add(more);
  add(std::to_string(static_cast<int>(coding.field)));
  add(coding.draft);
  for (const CodeLine& line : coding.lines) {
    add(line.own ? "1" : "0");
    add(line.taken);
    add(line.typed);
  }
  return text;
}

void CodeUpdater::operator()(const TakeTyping& command) const {
  const std::vector<std::string> parts = Divided(command.typing, kBetween);
  Coding& coding = session.coding;
  if (coding.coder.empty()) coding.coder = parts[0].substr(0, 16);
  if (coding.writing || parts.size() != kBefore + kOfLine * kCodeFieldCount) return;
  const RecordRef document = dataset().Find(parts[1]);
  if (!document || document.table != Table::kDocuments) return;
  const std::uint32_t size = dataset()[DocumentId(document.index)].text.code_points;
  const std::vector<locate::Place> mark = PlacesOf(parts[2], size);
  if (mark.empty()) return;
  if (ShownDocument(dataset(), session.state) != DocumentId(document.index)) {
    ViewState next = session.state;
    next.document = parts[1];
    steps.Change(std::move(next));
  }
  coding.document = parts[1];
  coding.mark = mark.front();
  coding.more = PlacesOf(parts[3], size);
  coding.draft = parts[5];
  coding.shown = coding.writing = true;
  for (std::size_t i = 0; i < kCodeFieldCount; ++i) {
    const std::string* line = &parts[kBefore + kOfLine * i];
    coding.lines[i] = {line[1], line[2], line[0] == "1"};
  }
  ProposeAnew();
  const std::uint32_t field = NumberOf(parts[4]);
  (*this)(FocusCode{field < kCodeFieldCount ? static_cast<CodeField>(field) : CodeField::kWho});
}

}  // namespace proviso::view
