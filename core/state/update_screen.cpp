#include "core/state/update_screen.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/base/safe_text.h"
#include "core/state/cite.h"
#include "core/voice/voice.h"
#include "core/words/labels.h"
#include "core/words/languages.h"

namespace proviso::view {
namespace {

bool Begins(std::string_view text, std::string_view with) {
  return text.substr(0, with.size()) == with;
}

}  // namespace

void ScreenUpdater::operator()(const ShowDialog& command) const {
  if (session.dialog == command.dialog) return;
  if (session.dialog == Dialog::kNone) session.return_focus = session.focus;
  // What the dataset says of itself is edited in one dialog, and in no other place.
  // A form that is open meanwhile comes back as it was.
  if (command.dialog == Dialog::kPublish) {
    session.behind = std::exchange(session.editing, {});
    session.editing.info = session.editing_allowed;
  } else if (session.dialog == Dialog::kPublish) {
    Editing behind = std::exchange(session.behind, {});
    session.editing.info = false;
    if (!session.editing.shown() && session.editing_allowed) session.editing = std::move(behind);
  }
  session.dialog = command.dialog;
  if (command.dialog == Dialog::kOpen) session.opening = {};
  session.palette_words.clear();
  session.scroll.erase("dialog");
  session.focus.clear();
  if (command.dialog == Dialog::kPalette) session.focus = kPaletteField;
  if (command.dialog == Dialog::kNone)
    session.focus = std::exchange(session.return_focus, std::string());
}

void ScreenUpdater::operator()(const ShowChoices& command) const {
  (*this)(ShowDialog{Dialog::kChoices});
  session.choosing = command.key;
  session.focus = command.focus;
}

void ScreenUpdater::operator()(const SetPaletteWords& command) const {
  session.palette_words = command.words;
  session.scroll.erase("dialog");
}

void ScreenUpdater::operator()(const DismissNotices&) const { session.notices.clear(); }

void ScreenUpdater::operator()(const OfferTour& command) const {
  session.tour_offered = command.offered;
}

void ScreenUpdater::operator()(const SetTheme& command) const {
  if (session.theme == command.theme) return;
  session.theme = command.theme;
  session.announcement = say()("Theme: {0}.", {say()(Label(command.theme))});
}

void ScreenUpdater::operator()(const SetLanguage& command) const {
  if (LanguageNamed(command.language) == nullptr) return;
  (*this)(UseLanguage{command.language});
  effects.push_back({Effect::Kind::kLanguage, command.language});
}

void ScreenUpdater::operator()(const SetSingleKeys& command) const {
  session.single_keys = command.on;
  session.announcement = say()(command.on ? "Single keys are on." : "Single keys are off.");
}

void ScreenUpdater::operator()(const SetReducedMotion& command) const {
  session.reduced_motion = command.on;
  session.announcement =
      say()(command.on ? "Nothing moves by itself." : "Motion as the system has it.");
}

void ScreenUpdater::operator()(const Share& command) const {
  (*this)(ShowDialog{Dialog::kShare});
  if (session.share.tab != command.choices.tab) session.scroll.erase("dialog");
  session.share = command.choices;
}

void ScreenUpdater::operator()(const Publish& command) const {
  (*this)(ShowDialog{Dialog::kPublish});
  session.publishing = command.choices;
}

void ScreenUpdater::operator()(const NameBookmark& command) const {
  session.bookmark_name = CutText(command.name, kLongestBookmarkName);
}

void ScreenUpdater::operator()(const Save& command) const {
  // What is on screen is saved without the dialog over it.
  const bool picture = command.what == Saved::kSvg || command.what == Saved::kPng;
  if (picture) (*this)(ShowDialog{Dialog::kNone});
  if (command.what == Saved::kDataset) (*this)(FileMade{library.digest()});
  // By way of a pointer that may change: whatever is put into its caller would be no part.
  decltype(&SavedFile) volatile file = SavedFile;
  effects.push_back(file(library, session, command.what));
}

void ScreenUpdater::operator()(const Print&) const {
  (*this)(ShowDialog{Dialog::kNone});
  effects.push_back({Effect::Kind::kPrint, {}});
}

void ScreenUpdater::operator()(const ReportError& command) const {
  const RecordRef record = dataset().Find(command.record);
  decltype(&ErrorReport) volatile report = ErrorReport;
  if (record) (*this)(CopyText{report(library, session, record), say()("a report to the coders")});
}

void ScreenUpdater::operator()(const Focus& command) const { session.focus = command.item; }

void ScreenUpdater::operator()(const ScrollTo& command) const {
  if (std::isfinite(command.y)) session.scroll[command.panel] = std::max(0.0f, command.y);
}

void ScreenUpdater::operator()(const CopyText& command) const {
  session.copied_loud = command.loud;
  // Whether it is copied the platform tells, and nobody says so before.
  effects.push_back({Effect::Kind::kCopy, command.text, command.what});
}

void ScreenUpdater::operator()(const OpenUrl& command) const {
  if (Begins(command.url, "https://") || Begins(command.url, "http://"))
    effects.push_back({Effect::Kind::kOpenUrl, command.url});
  else
    Note(say()("Only addresses that begin with http:// or https:// are opened."));
}

void ScreenUpdater::operator()(const PickFile& command) const {
  effects.push_back({Effect::Kind::kPickFile, std::string(Word(command.what))});
}

void ScreenUpdater::operator()(const AskFormats&) const {
  ShareChoices choices = session.share;
  choices.tab = ShareTab::kExport;
  (*this)(Share{choices});
  effects.push_back({Effect::Kind::kFormats, {}});
}

void ScreenUpdater::operator()(const ExportFor& command) const {
  effects.push_back({Effect::Kind::kExport, {}, std::string(dataset().info.id), command.format});
}

void ScreenUpdater::operator()(const TakeFormats& command) const {
  session.formats = command.json;  // Listed in Share, if that is still open.
}

void ScreenUpdater::operator()(const OpenAnyway&) const {
  if (session.opening.stage == Opening::Stage::kWarned)
    effects.push_back({Effect::Kind::kOpenAnyway, {}});
}

void ScreenUpdater::operator()(const ReturnToDataset&) const {
  if (!session.previous.empty()) effects.push_back({Effect::Kind::kReturn, {}});
}

void ScreenUpdater::operator()(const KeepFocus& command) const { session.focus = command.item; }

void ScreenUpdater::operator()(const Tell& command) const {
  if (!command.sentence.empty()) Note(command.sentence);
}

void ScreenUpdater::operator()(const Announce& command) const {
  session.announcement = command.sentence;
}

void ScreenUpdater::operator()(const Copied& command) const {
  session.copied.clear();
  if (command.done) {
    session.copied = command.what;
    const std::string words = say()("Copied: {0}.", {command.what});
    session.announcement = words;
    if (session.copied_loud) (*this)(Happened{words});
    return;
  }
  std::string words = say()("Not copied: {0}. Copy it by hand.", {command.what});
  session.announcement = words;
  if (!command.text.empty())
    words = say()("{0} {1}##sentences", {words, VisibleText(command.text)});
  Note(std::move(words));
}

void ScreenUpdater::operator()(const ShowItemMenu& command) const {
  (*this)(ShowDialog{Dialog::kItemMenu});
  session.item_menu = command.menu;
}

void ScreenUpdater::operator()(const CopyWords& command) const {
  const RecordRef record = dataset().Find(command.record);
  const PassageId passage = record ? FirstPassage(library, record) : PassageId();
  std::string words = command.words;
  if (passage) {
    const std::string place = RefOf(library, passage).words;
    words = record.table == Table::kClaims
                ? say()("{0} ({1}; {2})##words, whose, where",
                        {words, dataset()[dataset().claims[record.index].holder()].name, place})
                : say()("{0} ({1})", {words, place});
  }
  (*this)(CopyText{std::move(words), say()("the words"), true});
}

void ScreenUpdater::operator()(const ForgetCopied&) const { session.copied.clear(); }

void ScreenUpdater::operator()(const Happened& command) const {
  if (command.sentence.empty()) return;
  session.announcement = command.sentence;
  session.happened = command.sentence;
  Note(command.sentence);
}

void ScreenUpdater::operator()(const SetHost& command) const { session.host = command.host; }

void ScreenUpdater::operator()(const SetOpening& command) const {
  session.opening = command.opening;
}

void ScreenUpdater::operator()(const UseLanguage& command) const {
  if (LanguageNamed(command.language) != nullptr) session.language = command.language;
}

}  // namespace proviso::view
