#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/voice/answer_words.h"
#include "core/voice/phrases.h"
#include "core/voice/signs.h"

namespace proviso::view {

// How an answer of the engine is drawn: a ruler for the level, a sign for the direction, never one
// for both. Source: core/voice/README.md.

/// How firmly the view answers, or an empty ruler without words.
Strength LevelMark(const Speech& in, const reason::AnswerCore& answer);

/// The claim whose word on the evidence says how the view leaves the outcome open; or none.
ClaimId EvidenceClaim(const Dataset& dataset, const reason::AnswerCore& answer);

/// Which way the outcome is pushed, also where its negation was asked about, as a level speaks of
/// the outcome too; none where nothing pushes.
std::optional<SignMark> DirectionMark(const Speech& in, const reason::AnswerCore& answer);

/// True if something counts for the outcome of which it is not said which way.
bool SaysNoWay(const reason::AnswerCore& answer);

/// True if it is said which way the outcome is pushed; who only explains it pushes it nowhere.
bool GivesWay(const Dataset& dataset, const reason::AnswerCore& answer);

/// What stands for `Reason::kPullOnly`: "Which way, not how likely" only of who says which way; a
/// key.
std::string_view PullOnlyKey(const Speech& in, const reason::Answer& answer);

/// What an explanation says over its pull: "Very probably its cause, if it comes".
std::string CauseWords(const Speech& in, const reason::Pull& pull, Modality firm);

/// How firmly a claim says that one thing pushes another; `kStated`: without a hedge, or no such
/// claim.
Modality PullFirmness(const Dataset& dataset, const Claim& claim);

/// "Possibly more likely": a direction as firmly as it is said; `kStated`, `kWill`: as it is.
std::string HedgedWay(const Say& say, Modality modality, const std::string& words);

/// The order of answers, firmest first: levels, then what is open, then directions alone, then the
/// rest.
int AnswerRank(const reason::Answer& answer);

/// True if the view has something to show: a level, a direction, or what the scenario switched off,
/// needs, or moves nearby.
bool HasAnswer(const Dataset& dataset, const reason::Answer& answer,
               const reason::Scenario& scenario);

/// True if something other than an earlier matter is said of what is near the outcome.
bool NearMoves(const reason::NearAnswer& near);

/// True if `proposition` is supposed, one way or the other.
bool Decided(const reason::Scenario& scenario, PropositionId proposition);

/// True if `literal` is supposed.
bool Holds(const reason::Scenario& scenario, Literal literal);

/// The claims that an explanation names: those that count (`reason::ClaimsCounted`), steps first,
/// then those on the other side, then pulls; and those that what is supposed switches off. Each
/// once.
std::vector<ClaimId> ClaimsNamed(const reason::AnswerCore& answer);

}  // namespace proviso::view
