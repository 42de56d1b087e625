#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "core/voice/compare.h"
#include "core/voice/stand.h"

namespace proviso::view {

// A point of the comparison in words. No title asserts what neither side asserts: polarity and
// level are in it, or it only says what the point is about.

struct PointWords {
  std::string title;            ///< "Neither says that China has sent Russia weapons".
  std::string matter;           ///< What it is about, where the title does not name all of it.
  std::string verdict;          ///< "Agree: neither says so (no evidence so far; has not)".
  std::vector<Literal> states;  ///< What the title says that a side says; one of them does.
};

/// `a` and `b`: what a verdict calls the sides: "A", "the clerk".
PointWords WordsOf(const Library& library, const CompareUnit& unit, const std::string& a,
                   const std::string& b);

/// True if the verdict rests on which way the sides' links point.
bool ComparesLinks(const CompareUnit& unit);

/// The name of a class: "Agree", "Only A".
std::string ClassWords(const Library& library, CompareClass verdict, const std::string& a,
                       const std::string& b);

}  // namespace proviso::view
