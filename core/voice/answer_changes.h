#pragma once

#include <string>
#include <vector>

#include "core/voice/library.h"

namespace proviso::view {

/// A voice whose answer on an outcome is another one in one version of a dataset than in another.
struct AnswerChange {
  std::string outcome;        ///< Id.
  std::string statement;      ///< “What it is about”.
  std::string path;           ///< As the command line writes it: actor ids joined by ">".
  std::string voice;          ///< "Brian Hart, told by the writer".
  std::string before, after;  ///< The replies; empty: there is no such voice.
  bool here = true;           ///< The voice is in the later version.
};

/// Whose answers differ between two versions, on every outcome that both have, while the same is
/// supposed in both; what one of them lacks is not supposed there. Voices are the same by the ids
/// on their path, and a voice that says nothing is as one that is not there.
///
/// Shape: by outcome in the order of `after`; there as the voices of `after` stand, then those of
///        `before` alone.
/// Cost:  the replies of all voices on these outcomes, in both.
std::vector<AnswerChange> AnswerChanges(const Library& before, const Library& after,
                                        const std::vector<std::string>& on = {},
                                        const std::vector<std::string>& off = {},
                                        bool strict = false);

}  // namespace proviso::view
