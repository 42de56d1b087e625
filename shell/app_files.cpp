// The files that a reader gives: copies of texts, and other datasets.

#include <algorithm>
#include <utility>

#include "core/base/safe_text.h"
#include "core/io/json_value.h"
#include "core/state/copy_check.h"
#include "core/state/state_file.h"
#include "core/state/update.h"
#include "core/window/dialogs/open_model.h"
#include "shell/app.h"

namespace proviso::shell {
namespace {

bool EndsWith(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

/// True for what is a dataset by its name, or begins as one does.
bool LooksLikeDataset(std::string_view name, std::string_view bytes) {
  if (EndsWith(name, ".json") || EndsWith(name, ".JSON")) return true;
  if (EndsWith(name, ".txt") || EndsWith(name, ".TXT")) return false;
  const std::size_t first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  return first != std::string_view::npos && bytes[first] == '{';
}

/// What it is given for; anything but these two is opened.
view::Wanted WantedOf(App::Purpose purpose) {
  return purpose == App::Purpose::kVersion  ? view::Wanted::kVersion
         : purpose == App::Purpose::kCoding ? view::Wanted::kCoding
                                            : view::Wanted::kDataset;
}

Problem TooLarge(const view::Say& say, std::uint64_t bytes, std::uint64_t most) {
  Problem problem;
  problem.code = "limit";
  problem.rule = say("The file has {0} bytes; at most {1} are read here.",
                     {std::to_string(bytes), std::to_string(most)});
  problem.remedy = say("Divide it, or read it with the command line.");
  return problem;
}

}  // namespace

// What is dropped is what the open dialog asks for; without one, what was asked for where no file
// could be chosen.
App::Purpose App::Meant(Purpose purpose) const {
  if (purpose != Purpose::kAsItLooks) return purpose;
  if (session_.dialog == view::Dialog::kVersions) return Purpose::kVersion;
  if (session_.dialog != view::Dialog::kOpen) return asked_;
  return session_.opening.wanted == view::Wanted::kVersion  ? Purpose::kVersion
         : session_.opening.wanted == view::Wanted::kCoding ? Purpose::kCoding
                                                            : Purpose::kAsItLooks;
}

bool App::Expect(Purpose purpose, std::string_view name, std::uint64_t bytes) {
  if (!library_) return false;
  const bool asked = session_.dialog == view::Dialog::kOpen;
  if (purpose == Purpose::kBeside) return asked && session_.opening.sheet;
  purpose = Meant(purpose);
  if (purpose == Purpose::kAsItLooks && (asked || LooksLikeDataset(name, {})))
    purpose = Purpose::kDataset;
  // What is pasted with no name is wanted only where something was asked for.
  if (purpose == Purpose::kAsItLooks && name.empty() && !asked &&
      session_.state.view != view::ViewId::kSources)
    return false;
  const std::uint64_t most = purpose == Purpose::kCopy ? locate::kLargestText : limits_.bytes;
  const std::string called = name.empty() ? say_("what you pasted") : std::string(name);
  if (bytes > most) {
    Refuse(called, {TooLarge(say_, bytes, most)}, WantedOf(purpose));
    return false;
  }
  if (purpose == Purpose::kDataset) {
    view::Opening opening = session_.opening;
    if (session_.dialog != view::Dialog::kOpen) opening = {};
    opening.stage = view::Opening::Stage::kReading;
    opening.name = called;
    Apply({view::ShowDialog{view::Dialog::kOpen}, view::SetOpening{std::move(opening)}});
  }
  return true;
}

bool App::Progress(float share) {
  if (session_.opening.stage != view::Opening::Stage::kReading) return false;
  share = std::clamp(share, 0.0f, 1.0f);
  if (share == session_.opening.share) return true;
  view::Opening opening = session_.opening;
  opening.share = share;
  Apply({view::SetOpening{std::move(opening)}});
  return true;
}

void App::Offer(Purpose purpose, std::string_view name, std::string_view bytes) {
  if (!library_) return;
  if (purpose == Purpose::kRefused) {
    // Without a reason what reads such files is not here.
    std::string why =
        bytes.empty() ? say_("It cannot be read here. Save it as plain text.") : VisibleText(bytes);
    if (session_.opening.stage != view::Opening::Stage::kReading)
      return Apply({view::Tell{say_("{0}: {1}", {VisibleText(name), why})}});
    Problem problem;
    problem.code = "text";
    problem.rule = std::move(why);
    return Refuse(name, {std::move(problem)});
  }
  purpose = Meant(purpose);
  asked_ = Purpose::kAsItLooks;
  if (purpose == Purpose::kAsItLooks) {
    const bool asked = session_.dialog == view::Dialog::kOpen;
    purpose = asked || LooksLikeDataset(name, bytes) ? Purpose::kDataset
              : session_.beginning.shown             ? Purpose::kText
                                                     : Purpose::kCopy;
  }
  if (purpose == Purpose::kFormats) return Apply({view::TakeFormats{std::string(bytes)}});
  if (purpose == Purpose::kImported || purpose == Purpose::kImportedAgain)
    return OfferImported(name, bytes, purpose == Purpose::kImportedAgain);
  if (purpose == Purpose::kText)
    return Apply({view::TypeBegin{view::BeginField::kText, std::string(bytes)}});
  if (purpose == Purpose::kCopy) {
    const bool shown =
        session_.state.view == view::ViewId::kSources && !library_->dataset.documents.empty();
    std::string document;
    if (shown)
      document = library_->dataset[view::ShownDocument(library_->dataset, session_.state)].id;
    Apply({view::OfferCopy{std::move(document), std::string(name), std::string(bytes)}});
    return;
  }
  if (WantedOf(purpose) == view::Wanted::kDataset) {
    const std::string called = name.empty() ? say_("what you pasted") : std::string(name);
    const std::string format = view::FormatOf(bytes);
    if (format == view::kStateFormat) return OfferState(called, bytes);
    if (format == view::kNotesFormat) return OfferNotes(called, bytes);
  }
  OfferDataset(purpose, name, view::Prepare(bytes, limits_));
}

void App::Offer(Purpose purpose, std::string_view name, view::Prepared prepared) {
  if (!library_) return;
  purpose = Meant(purpose);
  asked_ = Purpose::kAsItLooks;
  OfferDataset(purpose, name, std::move(prepared));
}

void App::OfferDataset(Purpose purpose, std::string_view name, view::Prepared prepared) {
  const std::string called = name.empty() ? say_("what you pasted") : std::string(name);
  const view::Wanted wanted = WantedOf(purpose);
  if (!prepared.library) return Refuse(called, std::move(prepared.errors), wanted);
  std::shared_ptr<view::Library> library = std::move(prepared.library);
  view::Opening opening;
  opening.name = called;
  opening.warnings = std::move(prepared.warnings);
  opening.counts = view::CountsWords(library->dataset, say_);
  opening.stage =
      opening.warnings.empty() ? view::Opening::Stage::kOpened : view::Opening::Stage::kWarned;
  library->say = say_;
  // Another version to be compared with what is open, or a colleague's coding to be merged with it.
  if (wanted == view::Wanted::kVersion)
    return Apply({view::TakeVersion{std::move(library), called}});
  if (wanted == view::Wanted::kCoding)
    return Apply({view::ShowDialog{view::Dialog::kNone},
                  view::MergeCoding{library_, std::move(library), called}});
  given_ = library;
  if (opening.warnings.empty())
    Replace(std::move(library));
  else
    waiting_ = std::move(library);
  ShowOpening(std::move(opening));
}

// A dataset that was made of another tool's file waits until the reader has seen what became of it.
void App::OfferImported(std::string_view name, std::string_view bytes, bool again) {
  const std::optional<io::JsonValue> report = io::ReadJson(bytes);
  if (!report) return;
  again = again && session_.dialog == view::Dialog::kOpen;
  view::Opening opening = view::OpeningOf(*report, again ? &session_.opening : nullptr);
  opening.name = name;
  waiting_.reset();
  const std::string_view made = report->TextOf("dataset");
  if (!made.empty()) {
    Result<io::Loaded> loaded = io::Load(made, limits_);
    if (!loaded) return Refuse(name, loaded.problems());
    opening.counts = view::CountsWords(loaded->dataset, say_);
    opening.stage = view::Opening::Stage::kWarned;
    waiting_ = std::make_shared<view::Library>(std::move(loaded->dataset));
    waiting_->say = say_;
  }
  if (!again) return ShowOpening(std::move(opening));
  const std::size_t left = opening.errors.size() + opening.warnings.size();
  Apply({view::SetOpening{std::move(opening)},
         view::Announce{say_.Counted(left, "Read again: {0} place to look at.",
                                     "Read again: {0} places to look at.")}});
}

// Where opening another dataset stands, in its dialog: anew, if that is open already.
void App::ShowOpening(view::Opening opening) {
  Apply({view::ShowDialog{view::Dialog::kNone}, view::ShowDialog{view::Dialog::kOpen},
         view::SetOpening{std::move(opening)}});
}

void App::OfferState(std::string_view name, std::string_view bytes) {
  Result<view::StateFile> file = view::ReadState(bytes);
  if (!file) return Refuse(name, file.problems());
  Apply({view::ShowDialog{view::Dialog::kNone}});
  if (file->digest != library_->digest())
    Apply({view::Tell{
        file->dataset != library_->dataset.info.id
            ? say_("This state was saved with another dataset, “{0}”. Open that first to see what "
                   "was meant.",
                   {VisibleText(file->dataset)})
            : say_(file->version.empty()
                       ? "This state was saved with another version of the dataset."
                       : "This state was saved with another version of the dataset, {0}.",
                   {VisibleText(file->version)})}});
  SetLink(file->state);
}

void App::OfferNotes(std::string_view name, std::string_view bytes) {
  Result<view::NotesFile> file = view::ReadNotes(bytes);
  if (!file) return Refuse(name, file.problems());
  Apply({view::ImportNotes{std::move(*file)}});
}

void App::Refuse(std::string_view name, std::vector<Problem> errors, view::Wanted wanted) {
  waiting_.reset();
  view::Opening opening;
  opening.wanted = wanted;
  opening.stage = view::Opening::Stage::kRefused;
  opening.name = name;
  opening.errors = std::move(errors);
  ShowOpening(std::move(opening));
}

void App::Replace(std::shared_ptr<view::Library> library) {
  std::string home = std::string((home_ ? home_->library : library_)->dataset.info.title);
  view::Session session = view::FreshSession(session_, std::move(home));
  if (!home_) {
    Apply({view::ShowDialog{view::Dialog::kNone}});
    home_ = Shown{std::move(library_), std::move(session_)};
  }
  library_ = std::move(library);
  session_ = std::move(session);
  cache_ = view::FrameCache();
  held_.clear();
  edits_.clear();
  moves_ = false;
  versions_.clear();
  asked_ = Purpose::kAsItLooks;
  merges_ = false;
  platform_.Opened(given_.lock() == library_ ? "given" : "made");
  RecallNotes();
  Dirty();
}

void App::Searched() {
  if (library_)
    Apply({view::Tell{
        say_("Your browser finds only what is on screen. / or Ctrl K searches everything.")}});
}

void App::Restarted() {
  if (library_)
    Apply({view::Tell{
        say_("The explorer stopped in the middle of its work and has begun anew. What you had open "
             "is here again, your copies of texts too. Gone are your answers about passages, what "
             "could be undone, and changes that this browser had not kept.")}});
}

void App::Return() {
  if (!home_) return;
  library_ = std::move(home_->library);
  session_ = view::ReturnedSession(std::move(home_->session), session_);
  home_.reset();
  cache_ = view::FrameCache();
  held_.clear();
  edits_.clear();
  moves_ = false;
  versions_.clear();
  asked_ = Purpose::kAsItLooks;
  merges_ = false;
  platform_.Opened("first");
  Apply({view::Announce{say_("Back to {0}.", {library_->dataset.info.title})}});
}

}  // namespace proviso::shell
