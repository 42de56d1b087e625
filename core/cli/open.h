#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/cli/commands.h"
#include "core/model/dataset.h"

namespace proviso::cli {

/// Either a value, or the exit code after everything was said.
template <class T>
struct Opened {
  std::optional<T> value;
  int exit_code = kFine;
};

/// Reads and checks the dataset that the options name. What is wrong with it goes to the error
/// stream; warnings are left to `check`.
Opened<Dataset> OpenDataset(const CommonOptions& options, const Console& console);

/// A text that belongs to a document.
struct DocumentFile {
  DocumentId document;
  std::string path;
  std::string bytes;
};

/// Reads the texts of `--text DOC=FILE`.
Opened<std::vector<DocumentFile>> OpenTexts(const Dataset& dataset,
                                            const std::vector<std::string>& texts,
                                            const CommonOptions& options, const Console& console);

/// True if what is written goes to the standard output: no name is given, or "-".
inline bool ToStandardOutput(std::string_view out) { return out.empty() || out == "-"; }

/// `word` before the first "=", and what is behind it; none if there is no "=" or nothing before
/// it.
std::optional<std::pair<std::string, std::string>> SplitPair(std::string_view word);

}  // namespace proviso::cli
