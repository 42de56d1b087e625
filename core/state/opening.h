#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/state/other_file.h"

namespace proviso::view {

/// What a reader may change in how another tool's file is read, and has. A value of its own, since
/// only who looks into such a file knows it.
struct Correcting {
  std::map<std::string, std::string> cells;  ///< Of a sheet, by place: what stands there.
  std::map<std::string, std::string> fixes;  ///< By place: what is to be read there instead.
  struct Code {
    std::string path, entry;  ///< As `--map` says it: {"topic": true}.
    std::string given;        ///< The entry as the file was first read.
  };
  std::vector<Code> codes;  ///< Of another tool, and what each is taken for.
};

/// How far a reader has come with opening another dataset.
struct Opening {
  enum class Stage : std::uint8_t {
    kAsk,      ///< Where does it come from?
    kReading,  ///< `share` of it is here.
    kRefused,  ///< What was open still is.
    kWarned,   ///< It waits: the reader is asked.
    kOpened
  } stage = Stage::kAsk;
  std::string name;                  ///< Of the file; "what you pasted".
  Wanted wanted = Wanted::kDataset;  ///< For what it was given.
  float share = 0;
  std::vector<Problem> errors;
  Warnings warnings;
  /// What it was made of, where it is no dataset itself: "a REFI-QDA project"; then what of that
  /// was taken, and what has no place here, as its reader tells it.
  std::string kind;
  std::vector<std::string> told;
  std::shared_ptr<const Correcting> correcting;  ///< Of such a file; or none.
  bool sheet = false;                            ///< Texts may be given beside it.
  std::string counts;  ///< "169 claims · 2 texts · …" where it could be read.
};

}  // namespace proviso::view
