#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/reason/answer.h"

namespace proviso::view {

/// Where in an explanation a line stands; parts come in this order.
enum class WhyPart : std::uint8_t { kAnswer, kLevel, kAgainst, kDirection, kBeside };

/// One line of an explanation. Lines are read in order, on screen and as copied text.
struct WhyLine {
  WhyPart part = WhyPart::kAnswer;
  std::string words;
  std::string claim;  ///< Id of the claim that it opens; empty: none.
};

/// An answer and its reasons in plain words. What somebody says is "X says"; what only follows from
/// several claims is "follows from what X says in …; X does not say it".
std::vector<WhyLine> WhyLines(const Dataset& dataset, const reason::Views& views,
                              const reason::Answer& answer);

/// The same lines as text, each behind the sign of its part.
std::string WhyText(const Dataset& dataset, const reason::Views& views,
                    const reason::Answer& answer);

/// "Brian Hart, as reported by The author": whose beliefs a view is.
std::string ViewWords(const Dataset& dataset, const reason::Views& views, reason::ViewIndex view);

/// The level in a few words: "Very likely", "No level: a pull", "In conflict".
std::string LevelOf(const reason::Answer& answer);

/// The direction in a few words: "More likely", "Pulled both ways", "Says nothing".
std::string DirectionOf(const reason::Answer& answer);

std::string_view Label(reason::Reason reason);
std::string_view Label(reason::DirectionReason reason);

/// "“A briefing” ¶2", for each of a claim's passages.
std::string PlaceWords(const Dataset& dataset, const Claim& claim);

}  // namespace proviso::view
