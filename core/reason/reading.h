#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "core/reason/answer.h"
#include "core/reason/level.h"
#include "core/reason/plan.h"

namespace proviso::reason {

/// One outcome, read in a range of views under one scenario: the ground on which answers are
/// explained.
struct Reading {
  Reading(const Dataset& dataset, const Views& views, PropositionId target,
          const Scenario& scenario, std::uint32_t begin, std::uint32_t end);

  /// The block of a view in the range.
  const Plan::Block& BlockOf(ViewIndex view) const { return plan.blocks[view.index() - begin]; }

  /// The plan's literal for `literal` in `block`; kNoLiteral if nothing there bears on it.
  std::uint32_t Find(const Plan::Block& block, Literal literal) const;
  static constexpr std::uint32_t kNoLiteral = 0xFFFFFFFFu;

  /// True if `literal` is supposed or held in `block`.
  bool Holds(const Plan::Block& block, Literal literal) const;

  const Dataset& dataset;
  const Views& views;
  std::uint32_t begin;
  Plan plan;
  State state;

 private:
  std::vector<std::pair<std::uint32_t, std::uint32_t>> sorted_;  ///< Proposition, place; by block.
};

/// Brings a state of `plan` in which nothing is supposed in step with a scenario.
///
/// Cost: the blocks in which something that is supposed can bear on the outcome.
void Suppose(const Plan& plan, const Scenario& scenario, State* state);

/// The word for a deficit; none if nothing is derived.
std::optional<Modality> StrengthOf(Deficit deficit);

/// How `literal` of the plan follows: from what is accepted, or from what is merely supported. Of
/// the cheapest derivations the shortest, then the one whose claims come first by id.
///
/// Cost: what the block's rules derive, times a logarithm.
Derivation Derive(const Reading& reading, const Plan::Block& block, std::uint32_t literal,
                  bool accepted);

/// The influences over which something supposed reaches the outcome, and what settles its
/// direction.
struct Course {
  std::vector<Pull> pulls;               ///< By claim id, then by what they join.
  std::vector<DirectionReason> reasons;  ///< In their order.
  std::vector<Note> notes;               ///< kLoop, kAlreadySo.
};
Course Trace(const Reading& reading, const Plan::Block& block);

/// True if `claim` says, asks or ranks something about `target`: not if it only starts from it.
bool SpeaksOf(const Dataset& dataset, const Claim& claim, PropositionId target);

/// True if `claim` ranks something that is supposed or is the target, outright or through a link.
bool RanksAnyOf(const Dataset& dataset, const Claim& claim, PropositionId target,
                const Scenario& scenario);

/// True if a ranking is about the outcome itself, about links onto it, or about what is linked to
/// it: not if it merely shares a lever with this question.
bool RanksToward(const Dataset& dataset, const Claim& claim, PropositionId target);

/// What a ranking ranks, and what the links that it ranks speak of.
std::vector<PropositionId> RankedPropositions(const Dataset& dataset, const Claim& claim);

/// Fills `unmet`, `missing`, `switched_off`, and of a silent answer `reasons` (but for those that
/// need other views or other outcomes).
void ExplainSilence(const Reading& reading, const Plan::Block& block, const Scenario& scenario,
                    AnswerCore* answer);

/// Fills `notes`; `cores` are the answers of the range so far, in the order of views.
void AddNotes(const Reading& reading, const Scenario& scenario,
              const std::vector<AnswerCore>& cores, AnswerCore* answer);

/// Fills `notes` with what concerns the answer's own claims: of a near matter.
void AddOwnNotes(const Reading& reading, const Scenario& scenario, AnswerCore* answer);

/// Sorts literals by the id of their proposition, the positive one first.
void SortById(const Dataset& dataset, std::vector<Literal>* literals);

/// Every claim that an answer rests on or holds against it, by id, no duplicates.
std::vector<ClaimId> ClaimsCounted(const Dataset& dataset, const AnswerCore& answer);

}  // namespace proviso::reason
