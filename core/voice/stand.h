#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/voice/compare.h"

namespace proviso::view {

// What one side of a point says, in words: how firmly or which way, on whose word, and how it is
// told. A side that only passes something on does not say it.

/// What one side says outright of the matters of a point. What somebody in the chain doubts or
/// disputes is told and not said; questions, demands and links say nothing outright.
struct SideStand {
  enum class Kind : std::uint8_t {
    kNothing,     ///< No claim about the matters themselves: links, rankings, or silence.
    kSays,        ///< That it is so.
    kDenies,      ///< That it is not so.
    kNoEvidence,  ///< That nothing shows that it is so.
    kOpen,        ///< Only asks or weighs it.
    kSeveral,     ///< That one matter is so and another is not.
    kMixed,       ///< That the same matter is so and that it is not, by different claims.
    kTold         ///< Only demands or wishes it, or tells what is not believed.
  };
  Kind kind = Kind::kNothing;
  /// kSays, kDenies, kSeveral: what is said, each once, and how firmly at most.
  std::vector<std::pair<Literal, Modality>> said;
  /// "no evidence so far", "denied outright by China", with what it is said of: each once.
  std::vector<std::pair<PropositionId, std::string>> levels;
  bool passed_on = false;  ///< All that is said is somebody else's word.
};

constexpr bool IsNegative(SideStand::Kind kind) {
  return kind == SideStand::Kind::kDenies || kind == SideStand::Kind::kNoEvidence;
}

/// Whose words need no name: those of the side itself, and of whoever the title names.
struct KnownVoices {
  std::string_view side;  ///< What the side is called.
  std::vector<ActorId> titled;
};

/// What side A, or B if `of_b`, says outright.
SideStand StandOf(const Library& library, const CompareUnit& unit, bool of_b,
                  const KnownVoices& known = {});

/// True if the side passes `claim` on: its holder is another.
bool IsPassedOn(const Library& library, const Claim& claim, const KnownVoices& known);

/// How firmly the one negation that a title states is stated.
std::string StatedWords(const Library& library, const std::vector<ClaimId>& claims,
                        const KnownVoices& known);

/// "no evidence so far, denied outright by China": `stand.levels` inside a sentence, with the names
/// of the matters where it is not the same of each.
std::string LevelsWords(const Library& library, const SideStand& stand);

/// Which way the links of a side point that end at the matters of a point, on whose word: "less
/// likely, more likely according to US intelligence but ranked lower by the writer".
std::vector<std::string> WaysOf(const Library& library, const CompareUnit& unit, bool of_b,
                                const KnownVoices& known);

/// The same in one line.
std::string WaysWords(const Library& library, const CompareUnit& unit, bool of_b,
                      const KnownVoices& known);

/// "9 links: both ways": what `WaysOf` lists, where that is long.
std::string BriefWays(const Library& library, const CompareUnit& unit, bool of_b);

}  // namespace proviso::view
