#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/model/dataset.h"

namespace proviso::test {

/// Builds a dataset from lines that read as what is said, so that a case fits on the page.
///
///     writer: if tw & !loss -> aid unless fall, very_likely
///     writer doubts > dr-x reports > china: if tw -> aid, will [act=red_line]
///     writer: !aid, likely
///     writer: rank c2 over c3            (the links of those claims, or propositions)
///     near motive to aid as motive       excludes win lose        by officials attacks c2
///
/// A path is actors joined by `>`, each but the last with its stance. Forms: if, onlyIf, evenIf,
/// raises, lowers, noEffect, bearsOn, explains; without one the claim is about a literal. Without a
/// modality it is `will`, for influences `stated`. Options in brackets, separated by `;`: act,
/// kind, evidence, hedge (of the last step), outer (the hedge of the first), contrast=no, graded.
/// Actors and propositions come into being when they are named and are called so; links are k1, k2
/// … (the same content is the same link), claims c1, c2 … Every author has a document, every claim
/// a passage and paragraph of its own.
///
/// A line that cannot be read ends the program with the line: a test must not pass by accident.
Dataset Say(std::string_view lines);

/// The literal that "x" or "!x" names, and several of them separated by blanks.
Literal Lit(const Dataset& dataset, std::string_view spelling);
std::vector<Literal> Lits(const Dataset& dataset, std::string_view spellings);

}  // namespace proviso::test
