#pragma once

#include "core/state/updating.h"

namespace proviso::view {

/// Carries out what changes the state, and with it answers and links.
struct StateUpdater : Updating {
  void operator()(const ShowView& command) const;
  void operator()(const Select& command) const;
  void operator()(const OpenPlace& command) const;
  void operator()(const Suppose& command) const;
  void operator()(const CycleLever& command) const;
  void operator()(const ClearSuppositions&) const;
  void operator()(const ToggleFilter& command) const;
  void operator()(const ClearFilters&) const;
  void operator()(const ShowDocument& command) const;
  void operator()(const SetField& command) const;
  void operator()(const KeepBeside&) const;
  void operator()(const DropBeside&) const;
  void operator()(const SwapBeside&) const;
  void operator()(const SetBrush& command) const;
  void operator()(const SetCamera& command) const;
  void operator()(const SetState& command) const;
  void operator()(const FollowLink& command) const;
  void operator()(const Undo&) const;
  void operator()(const Redo&) const;
  void operator()(const Back&) const;
  void operator()(const Forward&) const;

 private:
  void Rebuild(const ProjectPtr& before) const;
  /// What is supposed and excludes `proposition`, or none.
  std::string_view Excluding(const ViewState& state, std::string_view proposition) const;
  bool Known(std::string_view id, Table table) const;
  void NoteUnknown(const ViewState& next) const;
};

}  // namespace proviso::view
