// Edits: the library is another one afterwards, and the reader stays where they are.

#include <algorithm>
#include <utility>

#include "core/state/edit_request.h"
#include "core/state/typing.h"
#include "core/window/parts.h"
#include "shell/app.h"

namespace proviso::shell {

void App::KeepVersion(std::uint32_t version, std::shared_ptr<view::Library> library) {
  const auto same = [version](const Version& one) { return one.version == version; };
  versions_.erase(std::remove_if(versions_.begin(), versions_.end(), same), versions_.end());
  versions_.push_back({version, std::move(library)});
  if (versions_.size() > kMostVersions) versions_.erase(versions_.begin());
}

void App::CarryEdit(const view::EditRequestPtr& request) {
  if (!Bring(view::kMakersParts)) {
    edits_.push_back(request);
    return;
  }
  // By way of a pointer that may change: whatever is put into its caller would be no part.
  decltype(&view::CarryOutEdit) volatile carry = view::CarryOutEdit;
  view::EditOutcomePtr outcome = carry(*library_, session_.project, request, limits_);
  if (outcome->library != nullptr && outcome->bytes != outcome->before) {
    KeepVersion(session_.project == nullptr ? 0 : session_.project->version, library_);
    library_ = outcome->library;
    cache_ = view::FrameCache();
  }
  Apply({view::TakeEdit{std::move(outcome)}});
  if (session_.project != nullptr) KeepVersion(session_.project->version, library_);
}

void App::Rebuild() {
  if (session_.project == nullptr) return;
  const std::uint32_t version = session_.project->version;
  const auto kept = std::find_if(versions_.begin(), versions_.end(),
                                 [version](const Version& one) { return one.version == version; });
  if (kept != versions_.end()) {
    library_ = kept->library;
  } else {
    // They were a dataset's before, so they are one now.
    Result<io::Loaded> loaded = io::Load(session_.project->bytes, limits_);
    if (!loaded) return;
    library_ = std::make_shared<view::Library>(std::move(loaded->dataset));
    library_->say = say_;
  }
  KeepVersion(version, library_);
  cache_ = view::FrameCache();
  Apply({view::TakeLibrary{}});
}

void App::Begin(const view::Effect& effect) {
  OpenProject(effect.text, {});
  const std::string key = view::NotesKey(*library_);
  platform_.KeepText(key, effect.name, effect.type);
  Apply({view::OfferCopy{effect.name, {}, effect.type}});
}

void App::OpenProject(std::string_view bytes, std::string_view saved) {
  if (!library_) return;
  Result<io::Loaded> loaded = io::Load(bytes, limits_);
  if (!loaded) return Refuse(say_("what was kept here"), loaded.problems());
  auto library = std::make_shared<view::Library>(std::move(loaded->dataset));
  library->say = say_;
  Replace(std::move(library));
  auto project = std::make_shared<view::Project>();
  project->bytes = bytes;
  project->saved = saved;
  session_.project = std::move(project);
  Apply({view::ShowCode{true}});
}

// Each change is kept at once; with another dataset, what was kept of it is asked for.
void App::FollowWork() {
  // What another tab has is left for the next dataset: the platform allows that to be edited.
  const bool left = session_.edited_elsewhere && !Shows(work_key_);
  if (!session_.editing_allowed && !left) return;
  const view::Coding& coding = session_.coding;
  const bool making =
      merges_ || session_.editing.open_for_typing() || coding.shown || session_.project != nullptr;
  if (!Shows(work_key_) || (making && !work_asked_)) {
    work_key_ = view::NotesKey(*library_);
    work_asked_ = making;
    kept_ = nullptr;
    typing_.clear();
    platform_.RecallWork(work_key_, making);
  }
  if (!session_.editing_allowed) return;
  if (session_.project != kept_) {
    kept_ = session_.project;
    if (kept_ != nullptr) platform_.KeepWork(work_key_, kept_->bytes, kept_->saved);
  }
  // What was typed and then given up is not kept either.
  if (!making && typing_.empty()) return;
  // The form behind Publish is kept as it is.
  if (session_.behind.shown()) return;
  std::string typing = coding.coder;
  if (coding.writing || (session_.editing.open_for_typing() && !session_.editing.info &&
                         !session_.editing.typed.empty())) {
    decltype(&view::TypingOf) volatile what = view::TypingOf;
    typing = what(*library_, session_);
  }
  if (typing == typing_) return;
  typing_ = std::move(typing);
  platform_.KeepTyping(work_key_, typing_);
}

}  // namespace proviso::shell
