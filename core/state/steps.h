#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/state/session.h"

namespace proviso::view {

/// True if Back has no step between the two: view, selection, document, reasons and question are
/// the same.
bool SamePlace(const ViewState& a, const ViewState& b);

/// Adds a notice. One that stands there already stands there once, as the newest, and is read out
/// again.
void AddNotice(Session& session, std::string sentence);

/// What a reader has done in a session, step by step: each can be undone and done again; a change
/// of view, selection or document is also a place to go back to. What was done is announced.
class Steps {
 public:
  Steps(const Library& library, Session& session) : library_(library), session_(session) {}

  /// Goes to `next`. Typing in the same `field` as just before goes on with that step. Nothing, if
  /// it is the same state.
  void Change(ViewState next, std::string_view field = {}) const;

  /// The reader judged passages of a copy otherwise; `done` says it.
  void Judge(Judgements next, std::string done) const;

  /// Writes the reader's notes down as one step, or as one more letter of the last. False, with a
  /// notice, if there would be too many.
  bool Write(Notes next, std::string done, const std::string& field = {}) const;

  /// The dataset's bytes were `before` and are `bytes` now, and the state is `next`: one step.
  void Edit(ViewState next, std::string bytes, std::string_view before, std::string done) const;

  void Undo() const;
  void Redo() const;
  /// Only the place moves: levers and filters stay as they are, which undo is for.
  void Back() const;
  void Forward() const;

 private:
  /// What undo comes back to, `done` being what is done next.
  PastState Now(std::string done, std::string field = {}) const;
  const Say& say() const { return library_.say; }
  void Announce(std::string_view done) const;
  void Move(const ViewState& next, bool way_back) const;
  void Step(std::vector<PastState>* from, std::vector<PastState>* to, std::string_view key) const;
  void Travel(std::vector<ViewState>* from, std::vector<ViewState>* to) const;

  const Library& library_;
  Session& session_;
};

}  // namespace proviso::view
