#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/model/dataset.h"
#include "core/reason/answer.h"

namespace proviso::test {

// core/reason/SEMANTICS.md a second time, as naively as can be: no plan, no relevance, no counters,
// no merging of claims. Slow, and meant to be read against the text.

struct PlainRule {
  ClaimId claim;
  std::set<Literal> from, unless;
  Literal to;
  int deficit = 0;
  bool even = false;
};

/// One claim's influence from one proposition on another, as it stands in some state of levels.
struct PlainEdge {
  ClaimId claim;
  ConditionId condition;
  PropositionId from, to;
  int sign = 0;            ///< +1, -1, 0; 2 not stated.
  bool unsettled = false;  ///< An exception to it is supported only.
  bool need_not = false;   ///< A 0 that means "need not change it".
};

struct PlainAnswer {
  reason::Status status = reason::Status::kSilent;
  Literal literal;
  std::optional<Modality> strength;
  bool attenuated = false;
  reason::Direction direction = reason::Direction::kNone;
  std::set<Literal> accepted, supported;
  std::vector<PlainRule> rules;        ///< All of the view's.
  std::vector<PlainRule> unbeaten;     ///< Those that nothing beats.
  std::vector<PlainEdge> edges;        ///< Those that can carry a pull now.
  std::map<PropositionId, int> pulls;  ///< What arrives where something does.
};

/// The claims whose content belongs to a path.
std::vector<ClaimId> PlainKnowledge(const Dataset& dataset, const std::vector<ActorId>& path);

/// The rules that one claim gives.
std::vector<PlainRule> PlainRules(const Dataset& dataset, ClaimId claim);

PlainAnswer PlainAsk(const Dataset& dataset, const std::vector<ActorId>& path, Literal target,
                     const reason::Scenario& scenario);

/// What is supposed, by the reader or by definition.
std::set<Literal> SupposedIn(const reason::Scenario& scenario);

/// A pull carried over an edge, and two pulls that meet; signs as in `PlainEdge`.
int Carry(int pull, int sign);
int Join(int a, int b);

/// Replays an answer's explanation from the definitions alone: whether its steps are claims of the
/// view that say what they are used for, build on what is supposed or came before, lead to the
/// answer at its strength, and whether its pulls alone give its direction. Empty, or what is wrong.
std::string Replay(const Dataset& dataset, const reason::Views& views, const reason::Answer& answer,
                   const reason::Scenario& scenario, const PlainAnswer& plain);

}  // namespace proviso::test
