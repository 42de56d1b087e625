#pragma once

#include "core/state/updating.h"

namespace proviso::view {

/// Carries out what only this reader’s screen shows, and what is asked of the platform.
struct ScreenUpdater : Updating {
  void operator()(const ShowDialog& command) const;
  void operator()(const ShowChoices& command) const;
  void operator()(const SetPaletteWords& command) const;
  void operator()(const DismissNotices&) const;
  void operator()(const OfferTour& command) const;
  void operator()(const SetTheme& command) const;
  void operator()(const SetLanguage& command) const;
  void operator()(const SetSingleKeys& command) const;
  void operator()(const SetReducedMotion& command) const;
  void operator()(const Share& command) const;
  void operator()(const Publish& command) const;
  void operator()(const NameBookmark& command) const;
  void operator()(const Save& command) const;
  void operator()(const Print&) const;
  void operator()(const ReportError& command) const;
  void operator()(const Focus& command) const;
  void operator()(const ScrollTo& command) const;
  void operator()(const CopyText& command) const;
  void operator()(const OpenUrl& command) const;
  void operator()(const PickFile& command) const;
  void operator()(const OpenAnyway&) const;
  void operator()(const ReturnToDataset&) const;
  void operator()(const KeepFocus& command) const;
  void operator()(const Tell& command) const;
  void operator()(const Announce& command) const;
  void operator()(const Copied& command) const;
  void operator()(const ShowItemMenu& command) const;
  void operator()(const CopyWords& command) const;
  void operator()(const ForgetCopied& command) const;
  void operator()(const Happened& command) const;
  void operator()(const SetHost& command) const;
  void operator()(const SetOpening& command) const;
  void operator()(const UseLanguage& command) const;
  void operator()(const AllowEditing& command) const;
  void operator()(const TakeOver&) const;
  void operator()(const SetCoder& command) const;
  void operator()(const ShowForm& command) const;
  void operator()(const AddRecord& command) const;
  void operator()(const ShowCode& command) const;
  void operator()(const TakeWork& command) const;
  void operator()(const ShowBegin& command) const;
  void operator()(const OpenWork& command) const;
  void operator()(const SetWorks& command) const;
  void operator()(const FileMade& command) const;
  void operator()(const ShowCodings& command) const;
  void operator()(const AskFormats&) const;
  void operator()(const ExportFor& command) const;
  void operator()(const TakeFormats& command) const;
};

}  // namespace proviso::view
