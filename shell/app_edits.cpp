// Edits: the library is another one afterwards, and the reader stays where they are.

#include <algorithm>
#include <utility>

#include "core/state/edit_request.h"
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
  if (!Bring({view::kAuthorPart})) {
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

// Each change is kept at once; with another dataset, what was kept of it is asked for.
void App::FollowWork() {
  if (!session_.editing_allowed) return;
  const std::string key = view::NotesKey(*library_);
  if (work_key_ != key) {
    work_key_ = key;
    kept_ = session_.project;
    platform_.RecallWork(key);
  } else if (session_.project != kept_) {
    kept_ = session_.project;
    if (kept_ != nullptr) platform_.KeepWork(key, kept_->bytes, kept_->saved);
  }
}

}  // namespace proviso::shell
