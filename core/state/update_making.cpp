// What leads to a part of the program in which a dataset is made, and what comes back from it.

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/state/edit_request.h"
#include "core/state/update_screen.h"
#include "core/state/update_state.h"

namespace proviso::view {
namespace {

constexpr std::string_view kEditedElsewhere =
    Key("This dataset is being edited in another tab, and only read here.");

}  // namespace

void ScreenUpdater::operator()(const AllowEditing& command) const {
  session.editing_allowed = command.allowed;
  session.edited_elsewhere = command.elsewhere;
  if (command.allowed) {
    std::vector<std::string>& notices = session.notices;
    const auto told = std::find(notices.begin(), notices.end(), say()(kEditedElsewhere));
    if (told != notices.end()) notices.erase(told);
    if (std::exchange(session.taking_over, false)) (*this)(ShowCode{true});
    return;
  }
  session.editing = {};
  session.coding.shown = session.beginning.shown = false;
  if (!command.elsewhere) return;
  session.coding.writing = false;  // It goes on there.
  Note(say()(kEditedElsewhere));
}

void ScreenUpdater::operator()(const TakeOver&) const {
  if (!session.edited_elsewhere) return;
  session.taking_over = true;
  effects.push_back({Effect::Kind::kTakeOver, NotesKey(library)});
}

void ScreenUpdater::operator()(const SetCoder& command) const {
  session.coding.coder = command.initials.substr(0, 16);
}

void ScreenUpdater::operator()(const ShowForm& command) const {
  if (!command.record.empty() && (!session.editing_allowed || !dataset().Find(command.record)))
    return;
  // Back to the pair of which one's own version was written.
  if (command.record.empty() && session.editing.own != nullptr)
    session.focus = "codings/" + session.editing.record + "/write";
  session.editing = {};
  session.editing.record = command.record;
  session.scroll.erase("inspector");
  if (!command.record.empty() && session.state.selection != command.record)
    StateUpdater{*this}(Select{command.record});
}

void ScreenUpdater::operator()(const AddRecord& command) const {
  if (!session.editing_allowed) return;
  session.editing = {};
  session.editing.fresh = command.table;
  session.scroll.erase("inspector");
}

void ScreenUpdater::operator()(const ShowCode& command) const {
  if (command.shown && !session.editing_allowed) return;
  if (session.coding.shown != command.shown) session.scroll.erase("stage");
  session.coding.shown = command.shown;
  if (!command.shown) return;
  session.copies.shown = false;
  session.editing = {};
  // A text that the dataset holds is at hand.
  for (const Document& document : dataset().documents) {
    if (document.text.content.empty() ||
        session.copies.by_document.count(std::string(document.id)) > 0)
      continue;
    std::string text;
    for (const Text paragraph : document.text.content)
      text.append(text.empty() ? "" : "\n\n").append(paragraph);
    effects.push_back({Effect::Kind::kOwnText, {}, std::string(document.id), std::move(text)});
  }
  StateUpdater{*this}(ShowView{ViewId::kSources});
}

void ScreenUpdater::operator()(const TakeWork& command) const {
  const bool kept = command.what != TakeWork::What::kNotKept;
  if (!kept && (session.work_kept || session.project != nullptr))
    Note(say()("What you change cannot be kept in this browser. Save it as a file."));
  session.work_kept = kept;
  // What was edited meanwhile stays, unless it was edited elsewhere since.
  if (command.bytes.empty() || !session.editing_allowed) return;
  if (session.project != nullptr && command.what != TakeWork::What::kNewer) return;
  EditRequest request;
  request.whole = command.bytes;
  request.saved = command.saved;
  request.done = say()("what you had changed, as it was kept");
  Effect effect{Effect::Kind::kEdit, {}};
  effect.edit = std::make_shared<const EditRequest>(std::move(request));
  effects.push_back(std::move(effect));
}

void ScreenUpdater::operator()(const ShowBegin& command) const {
  if (command.shown && !session.editing_allowed) return;
  session.beginning.shown = command.shown;
  session.beginning.adding = command.adding;
  session.beginning.problem.clear();
  session.scroll.erase("stage");
  if (command.shown) session.editing = {};
}

void ScreenUpdater::operator()(const OpenWork& command) const {
  effects.push_back({Effect::Kind::kOpenWork, command.key});
}

void ScreenUpdater::operator()(const SetWorks& command) const { session.works = command.works; }

void ScreenUpdater::operator()(const FileMade& command) const {
  if (session.project == nullptr) return;
  auto project = std::make_shared<Project>(*session.project);
  project->saved = command.digest;
  session.project = std::move(project);
}

}  // namespace proviso::view
