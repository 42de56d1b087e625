#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "core/model/dataset.h"
#include "core/reason/views.h"

namespace proviso::reason {

/// How firmly a derivation holds: the sum of its rules' deficits. 0 will, 1 very likely, 2 likely,
/// 3 possible, 4 possible after capping ("attenuated").
using Deficit = std::uint8_t;
inline constexpr Deficit kAttenuated = 4;
inline constexpr Deficit kAbsent = 15;  ///< Not derived at all.

/// A direction as two bits, so that pulls join by `|` : opposed pulls are both bits.
using SignBits = std::uint8_t;
inline constexpr SignBits kPullNone = 0;
inline constexpr SignBits kPullMore = 1;
inline constexpr SignBits kPullLess = 2;
inline constexpr SignBits kPullBoth = 3;

/// What views hold that can bear on one outcome, as flat arrays that the solvers walk.
///
/// Each view is a block with propositions of its own, numbered on through the whole plan; the
/// block's first is the outcome. A literal of the plan is twice a plan proposition, plus one if
/// negated. Only what can reach the outcome backwards is in the plan: through heads, antecedents
/// and exceptions, complements included. A link that a view holds several times is one rule, at its
/// firmest: agreeing claims never add up.
///
/// Its size is that of the claims and links that it holds, however many antecedents and exceptions
/// a link has: what the rules or edges of one link have in common is kept once.
///
/// Built once an outcome; toggles never change it. Rejected: one object a view with its own small
/// vectors, which costs a dozen allocations a view and a cache miss for each.
/// Source: core/reason/SEMANTICS.md.
struct Plan {
  struct Block {
    ViewIndex view;
    std::uint32_t prop = 0, prop_end = 0;  ///< In `propositions`.
    std::uint32_t rule = 0, free_end = 0;  ///< Rules without antecedents come first.
    std::uint32_t rule_end = 0;
    std::uint32_t edge = 0, edge_end = 0;
    std::uint32_t guard = 0, guard_end = 0;  ///< In `guard_start`.
    std::uint32_t doubt = 0, doubt_end = 0;  ///< In `doubts`.
    bool uncommitted = false;                ///< A claim about the outcome itself takes no side.
    bool contestable = false;  ///< Some rule has an exception, or both literals of something are
                               ///< heads: the first closure may not be the last.
  };
  /// What the solvers look at each time a rule is applied; eight bytes, as there are many.
  struct Rule {
    std::uint32_t head;  ///< Plan literal.
    Deficit deficit;
    bool even;
    bool excepted;  ///< Has exceptions.
  };
  /// The rest of a rule: for contests and explanations.
  struct RuleOrigin {
    std::uint64_t mark;   ///< A bit for each antecedent, hashed: rules out subsets quickly.
    std::uint32_t needs;  ///< Antecedents.
    ClaimId claim;        ///< Of the claims at this strength the first by id.
  };
  struct Edge {
    std::uint32_t from, to;  ///< Plan propositions.
    SignBits sign;
    bool contrast;  ///< Only there because the coder reads "if" as making a difference.
    bool guarded;   ///< Other things must hold, or exceptions must not.
    bool need_not;  ///< "Need not change it", of `evenIf`; else a 0 is "no effect".
    ConditionId condition;
    std::uint32_t guard;               ///< If `guarded`. Edges of one link share theirs.
    std::array<std::uint32_t, 2> own;  ///< Literals of the guard that this edge does without: its
                                       ///< ends; `kNoLiteral` where an end is none of them.
  };
  static constexpr std::uint32_t kNoLiteral = 0xFFFFFFFFu;
  /// A link onto the outcome of which the view leaves open whether it holds.
  struct Doubt {
    ConditionId condition;
    ClaimId claim;
    std::vector<std::uint32_t> antecedents, unless;
  };

  struct Slice {
    std::uint32_t begin, end;
  };

  PropositionId target;
  std::vector<Block> blocks;
  std::vector<PropositionId> propositions;
  std::vector<std::uint8_t> in_rules;  ///< Of each plan proposition: some rule speaks of it.

  std::vector<Rule> rules;
  std::vector<RuleOrigin> origins;   ///< Of each rule.
  std::vector<std::uint32_t> waits;  ///< Of each rule: its antecedents, 16 for each.
  std::vector<std::uint32_t> antecedent_start, antecedents;  ///< Of each rule: rising literals.
  std::vector<Slice>
      exception_slices;  ///< Of each rule, in `exceptions`: rules of one link share it.
  std::vector<std::uint32_t> exceptions;
  std::vector<std::uint32_t> wake_start, wakes;  ///< Of each literal: the rules that wait for it.

  std::vector<Edge> edges;
  std::vector<std::uint32_t> guard_start, guards;  ///< Of each guard: what must hold, rising.
  std::vector<std::uint32_t> guard_exception_start, guard_exceptions;
  std::vector<std::uint32_t> out_start;  ///< Of each proposition: its first edge; edges stand in
                                         ///< the order of where they come from.

  std::vector<Doubt> doubts;

  std::span<const std::uint32_t> Antecedents(std::uint32_t rule) const {
    return Row(antecedents, antecedent_start, rule);
  }
  std::span<const std::uint32_t> Exceptions(std::uint32_t rule) const {
    const Slice& slice = exception_slices[rule];
    return {exceptions.data() + slice.begin, exceptions.data() + slice.end};
  }
  std::span<const std::uint32_t> WaitingFor(std::uint32_t literal) const {
    return Row(wakes, wake_start, literal);
  }
  std::span<const std::uint32_t> Guard(std::uint32_t guard) const {
    return Row(guards, guard_start, guard);
  }
  std::span<const std::uint32_t> GuardExceptions(std::uint32_t guard) const {
    return Row(guard_exceptions, guard_exception_start, guard);
  }
  Literal LiteralOf(std::uint32_t literal) const {
    return Literal(propositions[literal >> 1], (literal & 1u) != 0);
  }

 private:
  static std::span<const std::uint32_t> Row(const std::vector<std::uint32_t>& items,
                                            const std::vector<std::uint32_t>& start,
                                            std::uint32_t row) {
    return {items.data() + start[row], items.data() + start[row + 1]};
  }
};

/// The plan of `target` for the views from `begin` up to `end`.
///
/// Cost: one pass over the claims that these views hold.
Plan BuildPlan(const Dataset& dataset, const Views& views, PropositionId target,
               std::uint32_t begin, std::uint32_t end);

/// True if a claim leaves open what it is about: "unclear", or no evidence of it.
bool TakesNoSide(const Claim& claim);

/// What a link says of a pull: + − 0 ? from its first antecedent to its consequent, before
/// negations flip it. `kPullNone` is 0: the link says there is none.
SignBits SignOf(Form form);

}  // namespace proviso::reason
