#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/io/load.h"
#include "core/voice/library.h"

namespace proviso::view {

/// A dataset that was read, with all that is derived from it; or what is wrong with it.
struct Prepared {
  std::shared_ptr<Library> library;  ///< Null where there are errors.
  std::vector<Problem> errors;
  Warnings warnings;
};

/// Reads a dataset and derives what opening it takes: all of opening that knows no reader and no
/// screen, so it can be done beside them.
///
/// Errors: as `io::Load`, in `errors`.
Prepared Prepare(std::string_view bytes, const io::Limits& limits);

}  // namespace proviso::view
