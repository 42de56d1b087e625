#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/edit/line.h"
#include "core/model/words.h"

namespace proviso::edit {

/// One voice of a line "Who says", in the words of whoever wrote it.
struct VoiceWords {
  std::string name;              ///< Without brackets; "author" is the text's first.
  std::optional<Stance> stance;  ///< None: it reports, or asserts if it is the last.
  std::string cue, hedge;        ///< As the text has them.
  Span span;                     ///< Of the line.
};

/// Reads "Ada Quist (doubts "doubts it") > The newsletter (reports "writes", hedge "reportedly") >
/// The minister": from outside in, the nearest voice last. An empty line has no voices.
///
/// Errors: line, with what to write instead.
Result<std::vector<VoiceWords>> ReadChain(std::string_view line);

}  // namespace proviso::edit
