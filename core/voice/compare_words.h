#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "core/voice/compare.h"

namespace proviso::view {

// A point of the comparison in words. No title asserts what neither side asserts: polarity and
// level are in it, or it only says what the point is about.

/// What one side says outright of the matters of a point. What somebody in the chain doubts or
/// disputes is told and not said; questions, demands and links say nothing outright.
struct SideStand {
  enum class Kind : std::uint8_t {
    kNothing,     ///< No claim about the matters themselves: links, rankings, or silence.
    kSays,        ///< That it is so.
    kDenies,      ///< That it is not so.
    kNoEvidence,  ///< That nothing shows that it is so.
    kOpen,        ///< Only asks, demands, weighs, or tells what is not believed.
    kSeveral,     ///< That one matter is so and another is not.
    kMixed        ///< That the same matter is so and that it is not, by different claims.
  };
  Kind kind = Kind::kNothing;
  /// kSays, kDenies, kSeveral: what is said, each once, and how firmly at most.
  std::vector<std::pair<Literal, Modality>> said;
  std::vector<std::string> levels;  ///< "No evidence so far", "Denied outright": each once.
};

/// What side A, or B if `of_b`, says outright.
SideStand StandOf(const Library& library, const CompareUnit& unit, bool of_b);

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
