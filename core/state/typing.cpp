#include "core/state/typing.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "core/author/readings.h"
#include "core/state/copy_check.h"
#include "core/state/update_author.h"
#include "core/state/update_screen.h"

namespace proviso::view {
namespace {

constexpr char kBetween = '\x1f', kForm = '\x1e';  // The latter begins what is typed in a form.
constexpr std::size_t kBefore = 6, kOfLine = 3;    // Members before the lines, and of one line.
constexpr std::size_t kOfForm = 4;                 // Before its fields, of which each is two.

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

/// Adds a member to `text`.
void AddMember(std::string_view words, std::string* text) {
  *text += kBetween;
  std::copy_if(words.begin(), words.end(), std::back_inserter(*text),
               [](char c) { return c != kBetween && c != kForm; });
}

/// Which form is open, and what is typed in it.
std::string FormTyping(const Editing& editing) {
  std::string text(1, kForm);
  text += editing.noting.empty() ? editing.record : editing.noting;
  AddMember(editing.fresh ? Word(*editing.fresh) : std::string_view(), &text);
  AddMember(editing.noting.empty() ? std::string_view(editing.added) : kNotePath, &text);
  AddMember(editing.typing, &text);
  for (const auto& [path, words] : editing.typed) {
    AddMember(path, &text);
    AddMember(words, &text);
  }
  return text;
}

std::string ClaimTyping(const Coding& coding) {
  std::string text;
  const auto add = [&text](std::string_view words) { AddMember(words, &text); };
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

}  // namespace

std::string TypingOf(const Library& library, const Session& session) {
  std::string text = session.coding.coder;
  if (session.coding.writing && !library.dataset.documents.empty())
    text += ClaimTyping(session.coding);
  const Editing& editing = session.editing;
  if ((editing.shown() || !editing.noting.empty()) && !editing.typed.empty())
    text += FormTyping(editing);
  return text;
}

void FormUpdater::TakeForm(std::string_view kept) const {
  const std::vector<std::string> parts = Divided(kept, kBetween);
  if (session.editing.shown() || parts.size() < kOfForm + 2) return;
  const auto take_words = [&parts](Editing* editing) {
    for (std::size_t i = kOfForm; i + 1 < parts.size(); i += 2)
      editing->typed[parts[i]] = parts[i + 1];
    editing->typing = parts[3];
  };
  // Of two codings: a note, or a version of one's own of a pair.
  const bool note = parts[2] == kNotePath;
  if (note || PairOf(dataset(), parts[0])) {
    ScreenUpdater{*this}(ShowCodings{true, note ? CodingsTab::kAll : CodingsTab::kToDecide});
    if (note)
      CodingsUpdater{*this}(NotePair{parts[0]});
    else
      CodingsUpdater{*this}(WritePair{parts[0]});
    if (session.editing.open_for_typing()) take_words(&session.editing);
    return;
  }
  Editing editing;
  editing.record = parts[0];
  editing.fresh = ParseWord<Table>(parts[1]);
  const RecordRef record = dataset().Find(editing.record);
  // What they were typed into may be gone, or may be here by now.
  if (editing.record.empty() != editing.fresh.has_value() || (!editing.fresh && !record)) return;
  editing.added = parts[2];
  take_words(&editing);
  session.editing = std::move(editing);
  session.scroll.erase("inspector");
  session.focus = FieldItem(session.editing.typing);
  if (record && session.state.selection != session.editing.record) {
    ViewState next = session.state;
    next.selection = session.editing.record;
    steps.Change(std::move(next));
  }
}

void CodeUpdater::operator()(const TakeTyping& command) const {
  const std::size_t form = std::min(command.typing.find(kForm), command.typing.size());
  if (form < command.typing.size())
    FormUpdater{*this}.TakeForm(std::string_view(command.typing).substr(form + 1));
  const std::vector<std::string> parts =
      Divided(std::string_view(command.typing).substr(0, form), kBetween);
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
