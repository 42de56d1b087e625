#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace proviso::view {

/// Over so many characters a link is offered as a file: some programs cut it.
inline constexpr std::size_t kLongestLink = 2'000;

/// A view that is saved as a file, for links that are too long to be sent.
struct StateFile {
  std::string dataset;  ///< Its id.
  std::string version;  ///< The dataset's own; or empty.
  std::string digest;   ///< Of the dataset that it was saved with.
  std::string state;    ///< A fragment, without the `#`.
};

/// Source: data/FORMAT.md, "State files".
std::string WriteState(const StateFile& file);

/// Errors: syntax · limit · schema, each with its place, rule and remedy.
Result<StateFile> ReadState(std::string_view bytes);

/// What a JSON file says that it is: the value of its `format`, which stands first; or empty.
std::string FormatOf(std::string_view bytes);

inline constexpr std::string_view kStateFormat = "proviso-state";
inline constexpr std::string_view kNotesFormat = "proviso-notes";

}  // namespace proviso::view
