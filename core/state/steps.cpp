#include "core/state/steps.h"

#include <utility>

#include "core/state/change_words.h"
#include "core/state/passing.h"
#include "core/state/state_file.h"
#include "core/words/labels.h"

namespace proviso::view {
void AddNotice(Session& session, std::string sentence) {
  if (std::erase(session.notices, sentence) > 0) session.announcement = sentence;
  session.notices.push_back(std::move(sentence));
}

bool SamePlace(const ViewState& a, const ViewState& b) {
  return a.view == b.view && a.selection == b.selection && a.document == b.document &&
         a.why == b.why && a.step == b.step;
}

void Steps::Change(ViewState next, std::string_view field) const {
  ViewState& state = session_.state;
  // A camera is a view's own; a view that is left keeps none.
  if (next.view != state.view && next.camera == state.camera) next.camera = {};
  Normalise(&next);
  if (next == state) return;
  const std::string done = ChangeWords(library_, state, next);
  std::vector<std::string> told{say()("{0}.", {say().Capital(done)})};
  if (next.claims != state.claims)
    told.push_back(
        say().Counted(PassingClaims(library_, next).size(), "{0} claim.", "{0} claims."));
  if (next.on != state.on || next.off != state.off || next.strict != state.strict)
    told.push_back(AnswerChangeWords(library_, state, next));
  session_.announcement = say().Chain(Key("{0} {1}##sentences"), told);
  Move(next, true);
  const bool same_step = !field.empty() && session_.redo.empty() && !session_.undo.empty() &&
                         session_.undo.back().field == field;
  session_.redo.clear();
  if (!same_step)
    session_.undo.push_back(Now(done, std::string(field)));
  else if (session_.undo.back().state == next)
    session_.undo.pop_back();
  else
    session_.undo.back().done = ChangeWords(library_, session_.undo.back().state, next);
  state = std::move(next);
}

void Steps::Judge(Judgements next, std::string done) const {
  Announce(done);
  session_.redo.clear();
  session_.undo.push_back(Now(std::move(done)));
  session_.judgements = std::move(next);
}

bool Steps::Write(Notes next, std::string done, const std::string& field) const {
  if (next == *session_.notes) return true;
  if (next.by_record.size() > kMostNotes || next.bookmarks.size() > kMostNotes ||
      WriteNotes(next, library_.dataset.info.id).size() > kLargestNotesFile) {
    AddNotice(
        session_,
        say()("That would be more notes than can be kept. Save them to a file and remove some."));
    return false;
  }
  Announce(done);
  std::vector<PastState>& undo = session_.undo;
  const bool same_step =
      !field.empty() && session_.redo.empty() && !undo.empty() && undo.back().field == field;
  session_.redo.clear();
  if (!same_step)
    undo.push_back(Now(std::move(done), field));
  else if (*undo.back().notes == next)
    undo.pop_back();
  session_.notes = std::make_shared<const Notes>(std::move(next));
  return true;
}

// What goes with a change of place: a way back, and panels that begin at their top.
void Steps::Move(const ViewState& next, bool way_back) const {
  const ViewState& state = session_.state;
  if (way_back && !SamePlace(state, next)) {
    session_.back.push_back(state);
    session_.forward.clear();
  }
  if (next.view != state.view || next.document != state.document || next.sort != state.sort ||
      next.group != state.group || (next.claims != state.claims && next.view != ViewId::kTimeline))
    session_.scroll.erase("stage");
  if (next.view != state.view) session_.scroll.erase("side");
  if (next.document != state.document) session_.scroll.erase(std::string(kSourcesPhonePlace));
  // Other columns begin at their first.
  if (next.matrix_columns != state.matrix_columns || next.matrix_order != state.matrix_order ||
      next.min_count != state.min_count || next.target != state.target ||
      next.claims.words != state.claims.words || !(next.claims.filter == state.claims.filter)) {
    session_.scroll.erase(std::string(kMatrixFirstColumn));
    session_.scroll.erase(std::string(kMatrixPhonePlace));
  }
  if (next.why != state.why) session_.scroll.erase("inspector");
  if (next.selection != state.selection) {
    session_.scroll.erase("inspector");
    session_.scroll.erase("actors-profile");  // The profile of another is asked for anew.
  }
}

PastState Steps::Now(std::string done, std::string field) const {
  PastState now{session_.state, std::move(done), std::move(field), session_.judgements,
                session_.notes};
  if (session_.project != nullptr) now.version = session_.project->version;
  return now;
}

// Takes the last of `from` and leaves the present state in `to`.
void Steps::Step(std::vector<PastState>* from, std::vector<PastState>* to,
                 std::string_view key) const {
  if (from->empty()) return;
  PastState past = std::move(from->back());
  from->pop_back();
  Move(past.state, false);
  session_.announcement = say()(key, {past.done});
  PastState now = Now(std::move(past.done));
  if (past.version != now.version) {
    auto project = std::make_shared<Project>(*session_.project);
    project->bytes = edit::Undone(project->bytes, past.bytes);
    project->version = past.version;
    session_.project = std::move(project);
    now.bytes = {past.bytes.offset, std::move(past.bytes.after), std::move(past.bytes.before)};
  }
  to->push_back(std::move(now));
  session_.state = std::move(past.state);
  session_.judgements = std::move(past.judgements);
  session_.notes = std::move(past.notes);
}

void Steps::Edit(ViewState next, std::string bytes, std::string_view before,
                 std::string done) const {
  Announce(done);
  session_.redo.clear();
  PastState now = Now(std::move(done));
  now.bytes = edit::DeltaOf(before, bytes);
  auto project = std::make_shared<Project>();
  if (session_.project != nullptr) *project = *session_.project;
  project->bytes = std::move(bytes);
  project->version = ++project->newest;
  session_.project = std::move(project);
  session_.undo.push_back(std::move(now));
  session_.state = std::move(next);
  // The oldest go first; the newest can always be undone.
  std::vector<PastState>& undo = session_.undo;
  std::size_t kept = 0, size = 0;
  for (auto step = undo.rbegin(); step != undo.rend() && kept < kMostSteps; ++step, ++kept) {
    size += step->bytes.before.size() + step->bytes.after.size();
    if (size > kMostStepBytes && kept > 0) break;
  }
  undo.erase(undo.begin(), undo.end() - static_cast<std::ptrdiff_t>(kept));
}

void Steps::Travel(std::vector<ViewState>* from, std::vector<ViewState>* to) const {
  while (!from->empty() && SamePlace(from->back(), session_.state)) from->pop_back();
  if (from->empty()) return;
  ViewState next = session_.state;
  next.view = from->back().view;
  next.selection = from->back().selection;
  next.document = from->back().document;
  next.why = from->back().why;
  next.step = from->back().step;
  from->pop_back();
  to->push_back(session_.state);
  std::vector<ViewState> back = session_.back;
  std::vector<ViewState> forward = session_.forward;
  Change(std::move(next));
  session_.back = std::move(back);
  session_.forward = std::move(forward);
}

void Steps::Announce(std::string_view done) const {
  session_.announcement = say()("{0}.", {say().Capital(std::string(done))});
}

void Steps::Undo() const { Step(&session_.undo, &session_.redo, Key("Undid: {0}.")); }
void Steps::Redo() const { Step(&session_.redo, &session_.undo, Key("Done again: {0}.")); }
void Steps::Back() const { Travel(&session_.back, &session_.forward); }
void Steps::Forward() const { Travel(&session_.forward, &session_.back); }

}  // namespace proviso::view
