#pragma once

#include <span>
#include <string_view>

namespace proviso::view {

/// A language that the interface can be in.
struct Language {
  std::string_view code;  ///< As BCP 47 has it; the name of its catalogue.
  std::string_view name;  ///< In the language.
  /// That nobody who speaks it has reviewed the words yet, in the language; empty: reviewed.
  std::string_view unreviewed;
};

/// All of them, English first. Their words are fetched when one is chosen; these lines are here,
/// since they must be readable before. Source: web/words/README.md.
std::span<const Language> Languages();

/// The language of this code, or null.
const Language* LanguageNamed(std::string_view code);

}  // namespace proviso::view
