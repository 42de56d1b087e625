#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/model/dataset.h"

namespace proviso::merge {

/// A claim as codings are compared by.
struct Coded {
  ClaimId claim;
  std::string text;                                              ///< The digest of its document.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> letters;  ///< Places, merged, rising.
  std::uint32_t size = 0;                                        ///< Code points of them.
  std::set<std::string> words;
};

/// Which claims of two codings speak of the same thing.
struct Matching {
  struct Pair {
    ClaimId a, b;
    double weight = 0;
  };
  std::vector<Pair> pairs;  ///< By A's place in the text.
  std::vector<ClaimId> only_a, only_b;
  std::uint64_t text_size = 0;                         ///< Code points of the shared texts.
  std::uint64_t marked_a = 0, marked_b = 0, both = 0;  ///< Code points that either marked.
};

/// Puts the claims of two codings of the same texts side by side.
///
/// A pair is possible where the two share half of the letters of the shorter one and a tenth of
/// their words; of the possible pairs the one-to-one set with the largest sum of weights is taken:
/// the overlap of words (Dice) and a quarter of that of letters (Jaccard).
///
/// Errors: call if the two share no text.
/// Cost:   grows with the claims that stand in the same place, cubed.
Result<Matching> Match(const Dataset& a, const Dataset& b);

/// The assignment of rows to columns with the largest sum; -1: a row that none is left for, or
/// whose weight is 0. `weights` has a row for each row.
std::vector<int> Assign(const std::vector<std::vector<double>>& weights);

}  // namespace proviso::merge
