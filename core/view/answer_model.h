#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/view/answer_words.h"
#include "core/view/answers.h"
#include "core/view/voice_model.h"

namespace proviso::view {

// How an answer of the engine is drawn: a ruler for the level, a sign for the direction, never one
// for both. Source: design/ui, section 4.

/// How firmly the view predicts, or what stands there instead.
Strength LevelMark(const Library& library, const reason::Answer& answer);

/// Which way the outcome is pulled; none where nothing pulls.
std::optional<SignMark> DirectionMark(const Say& say, const reason::Answer& answer);

/// The order of answers, firmest first: levels, then what is open, then pulls alone, then the rest.
int AnswerRank(const reason::Answer& answer);

/// True if the view has something to show: a level, a direction, or what the scenario switched off,
/// needs, or moves nearby.
bool HasAnswer(const Dataset& dataset, const reason::Answer& answer,
               const reason::Scenario& scenario);

/// What a silent view still lacks, if it is a single condition: of its conditional claims, and of
/// its influences onto the outcome.
std::optional<Literal> LacksOnly(const Dataset& dataset, const reason::Views& views,
                                 const reason::Answer& answer, const reason::Scenario& scenario);

/// A matter near the outcome, with the same view's answer on it.
struct NearLine {
  std::string proposition;  ///< Id.
  std::string words;        ///< "“China is ready to send weapons” (a motive for it): possible"
  SignMark sign;            ///< Of its direction; silent: none.
  Command open;
};
std::vector<NearLine> NearLines(const Library& library, const reason::Answer& answer);

/// Whose answers a change of what is supposed has changed, for whoever cannot see it: "The clerk:
/// now very likely, pulled both ways." At most two voices, then how many more; empty if none, or
/// if the dataset is too large to be asked twice in passing.
std::string AnswerChangeWords(const Library& library, const ViewState& before,
                              const ViewState& after);

/// The claims that the answer uses: steps first, then those on the other side, then pulls; each
/// once.
std::vector<ClaimId> ClaimsUsed(const reason::Answer& answer);

}  // namespace proviso::view
