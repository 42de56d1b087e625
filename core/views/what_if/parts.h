#pragma once

#include <set>
#include <string>
#include <vector>

#include "core/state/session.h"
#include "core/views/what_if/model.h"
#include "core/voice/order.h"

namespace proviso::view {

// What the parts of the What-if model share.

/// Up to so many texts, every author has a row and a column, whether he answers or not.
inline constexpr std::size_t kTextsInFull = 5;

/// "Brian Hart" · "own words" or "told by the author of the news analysis".
std::string ViewName(const Library& library, reason::ViewIndex view);
std::string ThroughWords(const Library& library, reason::ViewIndex view);

/// Opens or closes the folded part `key` in place: "9 more", "Show fewer".
Action Toggle(const Library& library, const ViewState& state, const std::string& key,
              std::size_t more);

/// The places of a claim; where there is one text alone, without its letter.
std::vector<Ref> PlacesOf(const Library& library, const Claim& claim);

/// A view that is shown, before its column is made.
struct Shown {
  reason::ViewIndex view;
  bool answers = false;  ///< Else it lacks a single condition.
  int nearness = 0;      ///< 1: speaks of something close to the outcome; 2: of facts alone.
  VoiceOrder order;
};

/// True for a statement about what is or was, of which the answers are not made.
bool IsStatus(const Dataset& dataset, PropositionId target, const Claim& claim);

/// True if all that a reply has are facts and denials near the outcome.
bool SpeaksOfFacts(const Library& library, PropositionId target, const Reply& reply);

/// Adds the holders whom nothing supposed lets answer, apart from those who never would. `passes`:
/// by claim, what the filters show; `heard`: who has a column. Of very many holders none has a note
/// until their line is open.
void AddSilent(const Library& library, const ViewState& state,
               const std::vector<std::uint8_t>& passes, const std::set<ActorId>& heard,
               const Outcome& outcome, Answers* answers, WhatIfModel* model);

/// The line of the tray that names them, as `ViewState::opened` has it.
inline constexpr std::string_view kSilentKey = "silent";

/// The state before the last change of what is supposed, of the same outcome; at the beginning one
/// that supposes nothing.
ViewState BeforeLastSwitch(const Session& session);

/// At the start: who says how likely it is as things stand, authors first, at most three by name,
/// and whether an author does.
std::string StartWords(const Library& library, const WhatIfModel& model, Answers* answers,
                       const std::vector<Shown>& shown);

/// Who has no row in the chart, and why.
void AddTray(const Library& library, const ViewState& state, WhatIfModel* model);

/// (+) of two signs: what both together say. `kSilent` is nothing said.
Sign Joined(Sign a, Sign b);
/// (×): the sign over one link after another.
Sign Chained(Sign a, Sign b);

/// The levers of `outcome`, with who links them to it and which way: those that change how likely
/// it is, those that push one way, those of which no one says which way; in each own words first,
/// then by the number of voices. Last those that change no voice's answer, folded unless the state
/// shows them.
std::vector<LeverGroup> LeverGroups(const Library& library, const ViewState& state,
                                    const Outcome& outcome, const reason::Reach& reach);

}  // namespace proviso::view
