#pragma once

#include <string>

#include "core/cli/messages.h"
#include "core/cli/open.h"
#include "core/locate/locate.h"

namespace proviso::cli {

/// What a text says about the passages of its document.
struct TextReport {
  DocumentId document;
  std::string path;
  locate::Report report;
};

/// Errors: those of `locate::ReadText`.
Result<TextReport> LocateText(const Dataset& dataset, const DocumentFile& text);

/// "d-news: 106 found, 2 moved, 1 altered?, 0 missing; the text is not the coder's copy"
std::string TextReportWords(const Dataset& dataset, const TextReport& text);

/// `passages`: with the finding for each passage.
Json TextReportJson(const Dataset& dataset, const TextReport& text, bool passages);

}  // namespace proviso::cli
