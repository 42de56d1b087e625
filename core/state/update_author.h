#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/io/json_value.h"
#include "core/state/edit_request.h"
#include "core/state/updating.h"

namespace proviso::view {

/// Carries out what makes a dataset: words of forms and marks in texts become edits, which are an
/// effect. The entry of a part of the program; see core/window/parts.h.
void UpdateAuthor(const Updating& with, const Command& command);

/// The item of a form's field.
inline std::string FieldItem(std::string_view path) { return "form" + std::string(path); }
/// The field in which somebody says why a pair of two codings is decided so.
inline constexpr std::string_view kNotePath = "/x-note";
/// The row of two codings whose note that is; empty: none is asked for.
inline const std::string& NotedRow(const Editing& editing) {
  return editing.noting.empty() && editing.own != nullptr ? editing.record : editing.noting;
}
/// The item of one of the four fields.
std::string_view CodeItem(CodeField field);

/// Forms of records.
struct FormUpdater : Updating {
  void operator()(const TypeField& command) const;
  void operator()(const EditField& command) const;
  void operator()(const OpenField& command) const;
  void operator()(const AddItem& command) const;
  void operator()(const MoveItem& command) const;
  void operator()(const DropItem& command) const;
  void operator()(const AskRemove& command) const;
  void operator()(const RemoveRecord& command) const;
  void operator()(const AskJoin& command) const;
  void operator()(const JoinRecords& command) const;
  void operator()(const TakeEdit& command) const;
  void operator()(const TakeLibrary&) const;

  void Send(EditRequest request) const;
  /// Changes of the open record by `request`: of a pair whose own version is written they are made
  /// in its draft, where `made` are the records that they need beside it.
  void SendField(EditRequest request, const std::vector<edit::Step>& made = {}) const;
  /// What was typed in a form on an earlier visit, as `TypingOf` kept it.
  void TakeForm(std::string_view kept) const;

 private:
  void Refuse(const std::string& path, const std::string& words,
              const std::vector<Problem>& problems) const;
  /// What has been written of a new record or item: a step once all of it that must be there is.
  void TryFresh() const;
  bool TryItem(const std::string& path) const;
};

/// A dataset that is begun.
struct BeginUpdater : Updating {
  void operator()(const TypeBegin& command) const;
  void operator()(const BeginProject&) const;
  /// The steps that put the words of the open text where `quoting` lets them stand, as far as it is
  /// at hand, and take them away where it does not.
  void AddQuoting(const std::string& quoting, std::vector<edit::Step>* made) const;

 private:
  void AddText() const;
};

/// Two codings that become one.
struct CodingsUpdater : Updating {
  void operator()(const MergeCoding& command) const;
  void operator()(const DecidePair& command) const;
  void operator()(const WritePair& command) const;
  void operator()(const BeginFrom& command) const;
  void operator()(const NotePair& command) const;
  void operator()(const SaveReport&) const;
  void operator()(const SetVersions& command) const;
  void operator()(const TakeVersion& command) const;
  void operator()(const OpenOther& command) const;
  void operator()(const SetImport& command) const;
  void operator()(const ReadAgain&) const;

  /// What follows the merge, or its refusal.
  void Merged() const;
  void NotMerged() const;
  /// Why the noted row is decided so, as it is typed now.
  void KeepNote(const std::string& words) const;
  /// The version that is written is that of the dataset as it is now; or its form closes.
  void Refresh() const;
  /// The step that keeps `record` as one's own version of the pair `draft`.
  edit::Step Written(std::string_view draft, const io::JsonValue& record) const;
};

/// Marks and claims.
struct CodeUpdater : Updating {
  void operator()(const MarkStretch& command) const;
  void operator()(const MarkSentence& command) const;
  void operator()(const StepSentence& command) const;
  void operator()(const MoveMark& command) const;
  void operator()(const DropMark&) const;
  void operator()(const BeginClaim&) const;
  void operator()(const AddPassage&) const;
  void operator()(const FocusCode& command) const;
  void operator()(const SetCodeField& command) const;
  void operator()(const TakeMatch& command) const;
  void operator()(const TakeBack& command) const;
  void operator()(const SaveClaim& command) const;
  void operator()(const KeepDraft&) const;
  void operator()(const OpenDraft& command) const;
  void operator()(const DropDraft& command) const;
  void operator()(const TakeTyping& command) const;

  /// What keeps the claim that is written as a draft, with its places or without; nothing where
  /// none is written.
  std::vector<edit::Step> DraftSteps(bool places) const;
  /// Marks of a text that is not there any more go with it.
  void ForgetText() const;
  /// What the mark proposes, once more.
  void ProposeAnew() const;
  /// What follows a claim that was saved.
  void Saved(const EditRequest& request) const;
};

}  // namespace proviso::view
