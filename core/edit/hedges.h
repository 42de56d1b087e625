#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/words.h"

namespace proviso::edit {

/// A level that the words of a text suggest. It is proposed to a person, and counts only once they
/// have taken it.
struct LevelProposal {
  std::optional<Modality> modality;  ///< None: no cue, or cues of different levels.
  bool negated = false;              ///< Of the thing's opposite: "unlikely", "cannot".
  std::vector<std::string> cues;     ///< As printed; two and more only if they disagree.
};

/// What data/hedges.json says of the marked words: the longest cue, whole words, case aside.
/// Nothing is proposed where there is no cue, and nothing where two cues say different things; then
/// both are named.
LevelProposal ProposeLevel(std::string_view words, std::string_view language);

/// True if somebody who speaks the language has read its list; false also where there is none.
bool HedgesReviewed(std::string_view language);

}  // namespace proviso::edit
