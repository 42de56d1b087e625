#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace proviso::cli {

/// All of the outside world that a command sees, so that tests can give it another.
struct Console {
  std::function<void(std::string_view)> out;
  std::function<void(std::string_view)> err;

  /// The bytes of a file, "-" being the standard input; of a longer file the first `most` and one.
  std::function<Result<std::string>(const std::string& path, std::uint64_t most)> read;

  /// Writes a file into a folder that is there; what went wrong, if anything.
  std::function<std::optional<Problem>(const std::string& path, std::string_view bytes)> write;
  /// Makes a folder and those it lies in, where they are missing; what went wrong, if anything.
  std::function<std::optional<Problem>(const std::string& path)> make_folder;

  /// Folders that may have the page's program, for `publish`; the first that has it is taken.
  std::vector<std::string> program_folders;

  std::size_t width = 0;  ///< Of the terminal, in columns; 0: nothing is broken into lines.
  bool color = false;
};

/// What the program says to whoever started it.
enum ExitCode : int {
  kFine = 0,
  kDataAtFault = 1,   ///< The dataset has errors, or does not fit the text.
  kNothingFound = 1,  ///< As `grep` says it.
  kCallAtFault = 2    ///< No such command, option, id, facet or value; a file is not there.
};

}  // namespace proviso::cli
