#pragma once

#include "core/state/updating.h"

namespace proviso::view {

/// Carries out what becomes of a reader’s own copies of the texts.
struct CopiesUpdater : Updating {
  void operator()(const AcceptPassage& command) const;
  void operator()(const OfferCopy& command) const;
  void operator()(const AnswerCopy& command) const;
  void operator()(const DropCopy& command) const;
  void operator()(const ShowCopy& command) const;

 private:
  /// Shows what became of a text that the reader gave.
  void ShowTaken(std::optional<DocumentId> taken) const;
};

}  // namespace proviso::view
