#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/model/dataset.h"
#include "core/reason/answer.h"

namespace proviso::test {

// The semantics a second time, written from REASONING 2.2 to 2.6a alone and as naively as can be:
// no plan, no relevance, no counters, no merging of claims. Slow, and meant to be read against the
// text.

struct PlainRule {
  ClaimId claim;
  std::set<Literal> from, unless;
  Literal to;
  int deficit = 0;
  bool even = false;
};

struct PlainAnswer {
  reason::Status status = reason::Status::kSilent;
  Literal literal;
  std::optional<Modality> strength;
  bool attenuated = false;
  reason::Direction direction = reason::Direction::kNone;
  std::set<Literal> accepted, supported;
};

/// The claims whose content belongs to a path.
std::vector<ClaimId> PlainKnowledge(const Dataset& dataset, const std::vector<ActorId>& path);

/// The rules that one claim gives.
std::vector<PlainRule> PlainRules(const Dataset& dataset, ClaimId claim);

PlainAnswer PlainAsk(const Dataset& dataset, const std::vector<ActorId>& path, Literal target,
                     const reason::Scenario& scenario);

/// Replays an answer's explanation from the definitions alone: whether its steps are claims of the
/// view that say what they are used for, build on what is supposed or came before, lead to the
/// answer at its strength, and whether its pulls alone give its direction. Empty, or what is wrong.
std::string Replay(const Dataset& dataset, const reason::Views& views, const reason::Answer& answer,
                   const reason::Scenario& scenario, const PlainAnswer& plain);

}  // namespace proviso::test
