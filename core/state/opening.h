#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace proviso::view {

/// How far a reader has come with opening another dataset.
struct Opening {
  enum class Stage : std::uint8_t {
    kAsk,      ///< Where does it come from?
    kReading,  ///< `share` of it is here.
    kRefused,  ///< What was open still is.
    kWarned,   ///< It waits: the reader is asked.
    kOpened
  } stage = Stage::kAsk;
  std::string name;  ///< Of the file; "what you pasted".
  float share = 0;
  std::vector<Problem> errors;
  Warnings warnings;
  std::string counts;  ///< "169 claims · 2 texts · …" where it could be read.
};

}  // namespace proviso::view
