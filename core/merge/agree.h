#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/merge/alpha.h"
#include "core/merge/match.h"

namespace proviso::merge {

/// How far two codings agree in one field.
struct FieldAgreement {
  std::string field;
  std::size_t pairs = 0, same = 0;
  std::optional<double> alpha;  ///< None: it cannot be said.
  std::optional<Spread> spread;
  std::string always;  ///< The one value of all pairs, if there is but one.
  std::string mostly;  ///< The value of nine in ten and more.
  double mostly_share = 0;
  struct Cell {
    std::string a, b;
    std::vector<std::pair<ClaimId, ClaimId>> pairs;
  };
  std::vector<Cell> cells;  ///< What the two say otherwise, most often first.
};

struct Agreement {
  Matching matching;
  std::optional<double> place_alpha;  ///< Each code point: coded or not.
  std::vector<FieldAgreement> fields;
};

/// Compares two codings field by field; texts that they do not share are left out.
///
/// The drawing again is seeded with both digests, so that it is the same everywhere.
/// Errors: those of `Match`.
/// Source: data/FORMAT.md, "Two codings".
Result<Agreement> Agree(const Dataset& a, const Dataset& b, std::uint32_t resamples = 1000);

/// The fields in which a pair differs, by their names in the format.
std::vector<std::string> Differing(const Dataset& a, ClaimId of_a, const Dataset& b, ClaimId of_b);

}  // namespace proviso::merge
