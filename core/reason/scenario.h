#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/model/dataset.h"

namespace proviso::reason {

/// What the reader supposes: a consistent set of literals, and how strictly to read.
///
/// Supposing is intervention: whatever a holder says about a supposed proposition itself is set
/// aside. Source: core/reason/SEMANTICS.md, "Scenario".
struct Scenario {
  std::vector<Literal> supposed;       ///< Rising, no duplicates.
  std::vector<Literal> by_definition;  ///< Partners that a supposed proposition excludes, negated;
                                       ///< rising, disjoint from `supposed`.
  bool strict = false;                 ///< Without contrast and without specificity.

  friend bool operator==(const Scenario&, const Scenario&) = default;
};

/// A scenario of these literals.
///
/// Errors: call, naming both, where a proposition is supposed true and false, or two are supposed
///         true that exclude each other.
Result<Scenario> MakeScenario(const Dataset& dataset, std::span<const Literal> supposed,
                              bool strict = false);

/// The literal that `spelling` names: a proposition id, with `!` before it for its negation.
///
/// Errors: call, where there is no such proposition.
Result<Literal> ReadLiteral(const Dataset& dataset, std::string_view spelling);

/// "id" or "!id".
std::string Spell(const Dataset& dataset, Literal literal);

}  // namespace proviso::reason
