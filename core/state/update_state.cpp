#include "core/state/update_state.h"

#include <utility>

#include "core/base/sort.h"
#include "core/voice/voice.h"
#include "core/words/dates.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

constexpr std::size_t kUnknownToldAtMost = 5;

}  // namespace

std::string_view StateUpdater::Excluding(const ViewState& state,
                                         std::string_view proposition) const {
  const RecordRef record = dataset().Find(proposition);
  if (!record || record.table != Table::kPropositions) return {};
  for (const PropositionId partner : dataset().propositions[record.index].excludes)
    if (LeverOf(state, dataset()[partner].id) == Lever::kOn) return dataset()[partner].id;
  return {};
}

bool StateUpdater::Known(std::string_view id, Table table) const {
  const RecordRef record = dataset().Find(id);
  if (record && record.table == table) return true;
  Note(say()(table == Table::kDocuments ? "This dataset has no text “{0}”."
                                        : "This dataset has no condition “{0}”.",
             {Named(id)}));
  return false;
}

void StateUpdater::operator()(const ShowView& command) const {
  if (command.view == ViewId::kQuestions) session.tour_offered = false;  // Taken.
  ViewState next = session.state;
  next.view = command.view;
  steps.Change(std::move(next));
}

void StateUpdater::operator()(const Select& command) const {
  ViewState next = session.state;
  next.selection = command.id;
  steps.Change(std::move(next));
}

void StateUpdater::operator()(const OpenPlace& command) const {
  const RecordRef record = dataset().Find(command.id);
  const PassageId passage = record ? FirstPassage(library, record) : PassageId();
  if (!passage) {
    Note(say()("No passage is coded for “{0}”.", {Named(command.id)}));
    return;
  }
  ViewState next = session.state;
  next.view = ViewId::kSources;
  next.selection = command.id;
  next.document = dataset()[dataset()[passage].document].id;
  steps.Change(std::move(next));
  session.scroll.erase("stage");  // Where no place is kept, the frame begins at what is selected.
}

void StateUpdater::operator()(const Suppose& command) const {
  if (!Known(command.proposition, Table::kPropositions)) return;
  ViewState next = session.state;
  const auto drop = [&command](std::vector<std::string>* list) {
    list->erase(std::remove(list->begin(), list->end(), command.proposition), list->end());
  };
  drop(&next.on);
  drop(&next.off);
  if (command.lever == Lever::kOn) {
    const std::string_view partner = Excluding(next, command.proposition);
    if (!partner.empty()) {
      Note(say()("“{0}” is off, by definition: “{1}” is supposed and excludes it.",
                 {Named(command.proposition), Named(partner)}));
      return;
    }
    next.on.push_back(command.proposition);
  }
  if (command.lever == Lever::kOff) next.off.push_back(command.proposition);
  steps.Change(std::move(next));
}

void StateUpdater::operator()(const CycleLever& command) const {
  const Lever lever = LeverOf(session.state, command.proposition);
  const Lever next =
      lever == Lever::kOpen ? Lever::kOn : (lever == Lever::kOn ? Lever::kOff : Lever::kOpen);
  (*this)(Suppose{command.proposition, next});
}

void StateUpdater::operator()(const ClearSuppositions&) const {
  ViewState next = session.state;
  next.on.clear();
  next.off.clear();
  steps.Change(std::move(next));
}

void StateUpdater::operator()(const ToggleFilter& command) const {
  ViewState next = session.state;
  std::vector<std::string>& values =
      next.claims.filter.values[static_cast<std::size_t>(command.facet)];
  const auto at = std::find(values.begin(), values.end(), command.value);
  if (at == values.end())
    values.push_back(command.value);
  else
    values.erase(at);
  steps.Change(std::move(next));
}

void StateUpdater::operator()(const ClearFilters&) const {
  ViewState next = session.state;
  next.claims = {};
  steps.Change(std::move(next));
}

void StateUpdater::operator()(const ShowDocument& command) const {
  if (!Known(command.document, Table::kDocuments)) return;
  ViewState next = session.state;
  next.view = ViewId::kSources;
  next.document = command.document;
  steps.Change(std::move(next));
}

void StateUpdater::operator()(const SetField& command) const {
  ViewState next = session.state;
  if (!ReadField(command.key, command.value, &next)) return;
  if (command.key == "why" && !next.why.empty()) next.selection.clear();  // It takes its place.
  // A date is kept as links have it, however it is typed.
  if (command.key == "from" || command.key == "to") {
    std::string& end = command.key == "from" ? next.claims.from : next.claims.to;
    if (std::string date = DateTyped(end, library.say); !date.empty()) end = std::move(date);
  }
  steps.Change(std::move(next), command.own_step ? std::string_view() : command.key);
}

void StateUpdater::operator()(const KeepBeside&) const {
  ViewState next = session.state;
  next.beside = true;
  next.beside_on = next.on;
  next.beside_off = next.off;
  next.beside_name = next.name;
  next.name.clear();
  steps.Change(std::move(next));
}

void StateUpdater::operator()(const DropBeside&) const {
  ViewState next = session.state;
  next.beside = false;
  steps.Change(std::move(next));
}

void StateUpdater::operator()(const SwapBeside&) const {
  ViewState next = session.state;
  if (!next.beside) return;
  next.on.swap(next.beside_on);
  next.off.swap(next.beside_off);
  next.name.swap(next.beside_name);
  steps.Change(std::move(next));
}

void StateUpdater::operator()(const SetBrush& command) const {
  ViewState next = session.state;
  next.claims.from = command.from;
  next.claims.to = command.to;
  steps.Change(std::move(next), "brush");
}

void StateUpdater::operator()(const SetCamera& command) const {
  ViewState next = session.state;
  next.camera = command.camera;
  steps.Change(std::move(next), "cam");
}

void StateUpdater::operator()(const SetState& command) const {
  ViewState next = command.state;
  Normalise(&next);
  // On one at a time, so that of two that exclude each other the first stays.
  std::vector<std::string> on;
  on.swap(next.on);
  for (std::string& id : on) {
    const std::string_view partner = Excluding(next, id);
    if (partner.empty()) {
      next.on.push_back(std::move(id));
    } else {
      Note(say()("“{0}” is left open: “{1}” is supposed and excludes it.",
                 {Named(id), Named(partner)}));
    }
  }
  NoteUnknown(next);
  // It says which texts and voices are compared.
  if (next.view == ViewId::kCompare) session.codings.shown = false;
  steps.Change(std::move(next));
}

void StateUpdater::operator()(const FollowLink& command) const {
  DecodedLink link = DecodeLink(command.fragment, say());
  for (std::string& notice : link.notices) Note(std::move(notice));
  (*this)(SetState{std::move(link.state)});
}

void StateUpdater::NoteUnknown(const ViewState& next) const {
  std::vector<std::string_view> unknown;
  for (const std::string_view id : NamedRecords(next))
    if (!dataset().Find(id)) unknown.push_back(id);
  for (std::size_t i = 0; i < unknown.size() && i < kUnknownToldAtMost; ++i)
    Note(say()("This dataset has no record “{0}”.", {Named(unknown[i])}));
  if (unknown.size() > kUnknownToldAtMost)
    Note(say().Counted(unknown.size() - kUnknownToldAtMost,
                       "{0} further record of the link is not in this dataset.",
                       "{0} further records of the link are not in this dataset."));
}

// Bytes that were undone want their library again.
void StateUpdater::Rebuild(const ProjectPtr& before) const {
  if (session.project == before) return;
  session.editing.typed.clear();
  session.editing.problems.clear();
  effects.push_back({Effect::Kind::kRebuild, {}});
}

void StateUpdater::operator()(const Undo&) const {
  const ProjectPtr before = session.project;
  steps.Undo();
  Rebuild(before);
}

void StateUpdater::operator()(const Redo&) const {
  const ProjectPtr before = session.project;
  steps.Redo();
  Rebuild(before);
}

void StateUpdater::operator()(const Back&) const { steps.Back(); }

void StateUpdater::operator()(const Forward&) const { steps.Forward(); }

}  // namespace proviso::view
