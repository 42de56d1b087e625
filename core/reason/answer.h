#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "core/model/dataset.h"
#include "core/reason/live.h"
#include "core/reason/scenario.h"
#include "core/reason/views.h"

namespace proviso::reason {

/// Why a view is silent on an outcome, in the order in which the first becomes the heading.
enum class Reason : std::uint8_t {
  kConditionsNotMet,
  kSwitchedOff,
  kNeededNotEnough,
  kPullOnly,
  kRankingOnly,
  kAsked,
  kNear,
  kOnlyThroughOthers,
  kNeverAddressed
};

/// What settles a direction that is ? or 0; the first that holds is the reason.
enum class DirectionReason : std::uint8_t {
  kLoop,
  kNotStated,
  kExceptionOpen,
  kPulls,
  kNeedNotChange,
  kNoEffect,
  kAlreadySo
};

/// One rule of one claim, applied. Its antecedents are supposed, or each is what an earlier step of
/// the same list concludes.
struct Inference {
  ClaimId claim;
  ConditionId condition;  ///< None: the claim is about the proposition itself.
  std::vector<Literal> antecedents, unless;
  Literal conclusion;
  Modality strength = Modality::kWill;  ///< Of this rule alone.
};

/// How a literal follows, every step once: a step stands behind those that it builds on, ties go by
/// claim id.
struct Derivation {
  Literal literal;                   ///< None: nothing follows.
  std::optional<Modality> strength;  ///< Of the whole: never more than of any step.
  std::vector<Inference> steps;
};

/// One influence that carries a pull to the outcome now.
struct Pull {
  ConditionId condition;
  std::vector<ClaimId> claims;  ///< Who of the view's claims lends it; by id.
  PropositionId from, to;
  Literal supposed;  ///< What of `from` is supposed; none: `from` is itself pushed.
  Direction sign = Direction::kZero;  ///< Of the link, negations counted in.
  Direction pull = Direction::kZero;  ///< What arrives over it.
  bool need_not = false;              ///< A 0 that means "need not change it".
  bool by_contrast = false;           ///< The coder reads "if" as making a difference.
  bool unsettled = false;             ///< An exception to it is neither held nor ruled out.
};

/// A link onto the outcome that lacks something: `met` of its antecedents hold.
struct Unmet {
  ClaimId claim;
  std::vector<Literal> missing;
  std::uint32_t met = 0, of = 0;
};

struct SwitchedOff {
  ClaimId claim;
  Literal by;
};

enum class NoteKind : std::uint8_t {
  kStance,        ///< `actor` takes `stance` toward `claim`.
  kDispute,       ///< `actor` attacks `claim`, by `relation`.
  kStepHedge,     ///< `text`: that `actor` says it at all is unsure.
  kByDefinition,  ///< `literal` counts as supposed: the coder calls it excluded.
  kAlreadySo,     ///< `literal` is held flatly anyway, by `claim`.
  kLoop,          ///< `claim` is part of a feedback; `balancing` if it turns against itself.
  kRanking,       ///< `claim` ranks a supposition or the outcome.
  kUncommitted,   ///< `claim` leaves open what it is about.
  kCommitment,    ///< `claim` is a threat, promise or red line.
  kUndecided,     ///< `literal` is neither held nor given up; `claim` speaks against it.
  kResidual,      ///< `literal` is held possible as well.
  kAsked,         ///< `claim` asks about the outcome.
  kNorm           ///< `claim` demands the outcome, or says what ought to be.
};

struct Note {
  NoteKind kind = NoteKind::kStance;
  ClaimId claim;
  ActorId actor;
  Literal literal;
  Text text;
  RelationId relation;
  Stance stance = Stance::kAsserts;
  bool balancing = false;

  friend bool operator==(const Note&, const Note&) = default;
};

/// What one view says of one proposition by itself under a scenario, and why.
struct AnswerCore {
  ViewIndex view;
  Literal target;
  Status status = Status::kSilent;
  std::vector<Reason> reasons;  ///< kSilent: the heading first; of an answer at least one.
  Literal literal;              ///< kAssumed, kPredicted: what holds, the target or its negation.
  std::optional<Modality> strength;  ///< kPredicted.
  bool derived = false;     ///< kPredicted: it follows from several claims; nobody says it.
  bool attenuated = false;  ///< kPredicted: weaker than the weakest word there is.
  Direction direction = Direction::kNone;  ///< Of the target as asked, negation counted in.
  std::vector<DirectionReason> direction_reasons;
  Derivation because;        ///< kPredicted: of `literal`; kConflict, kEven, kOpen: of the target;
                             ///< kUnresolved: of the side that is supported.
  Derivation against;        ///< The other side, or what leaves it undecided; often nothing.
  std::vector<Unmet> unmet;  ///< kSilent: links that lack something; by claim id.
  std::vector<Literal> missing;  ///< kSilent: what they lack; by id.
  std::vector<SwitchedOff> switched_off;
  std::vector<Pull> pulls;
  std::vector<Note> notes;
};

/// The same view's answer about a proposition near the outcome, with its own steps and notes: they
/// explain what is said of a reason, a wider or a narrower matter, and never become a level of the
/// outcome. One step, never further.
struct NearAnswer : AnswerCore {
  PropositionId proposition;
  Nearness how = Nearness::kWider;
};

/// What one view's words imply on one outcome under a scenario, and why: all that there is to show.
///
/// Two readings, never mixed: the level says how firmly, from conditional claims; the direction
/// says which way a factor pulls, from influences. Everything is in an order that does not depend
/// on the order of the records. Source: core/reason/SEMANTICS.md.
struct Answer : AnswerCore {
  std::vector<NearAnswer> near;  ///< By id.
};

/// Whose answers what can be moved by, whatever is supposed.
///
/// A view is moved by a proposition that stands on some path of its own links to the outcome or to
/// a matter near it: the steps of two voices are never joined.
struct Reach {
  enum Way : std::uint8_t { kNothing, kNear, kOutcome };
  std::vector<std::uint8_t> of_proposition;  ///< The best `Way` over all views.
  std::vector<std::uint8_t> of_view;         ///< The best `Way` over all propositions; also what
                                             ///< the view says without any condition.
};

/// Cost: a plan of the outcome and of each near matter.
Reach ReachOf(const Dataset& dataset, const Views& views, PropositionId target);

/// One view's answer. `target` may be a negation.
///
/// Cost: one pass over what the view, and those that extend it, hold.
Answer Ask(const Dataset& dataset, const Views& views, ViewIndex view, Literal target,
           const Scenario& scenario);

/// Every view's answer, in their order.
std::vector<Answer> AskAll(const Dataset& dataset, const Views& views, Literal target,
                           const Scenario& scenario);

/// A lever, turned, and what becomes of the answer.
struct Change {
  PropositionId lever;
  Supposed from = Supposed::kOpen, to = Supposed::kOn;
  Verdict before, after;  ///< Of the target's proposition.
  bool near = false;      ///< The answer on a near matter changes.
};

/// Turns each lever once, unset to on, on to off, off to on, and says which turns change this
/// view's verdict, on the outcome or on a matter near it. A lever that another excludes is left
/// out.
///
/// Shape: rising PropositionId.
/// Cost:  levers x what they reach in the view.
std::vector<Change> WhatWouldChange(const Dataset& dataset, const Views& views, ViewIndex view,
                                    Literal target, const Scenario& scenario);

}  // namespace proviso::reason

namespace proviso {
template <>
inline constexpr std::array<std::string_view, 8> kWords<reason::Status>{
    "assumed", "even", "open", "predicted", "conflict", "unresolved", "uncommitted", "silent"};
template <>
inline constexpr std::array<std::string_view, 5> kWords<reason::Direction>{"+", "-", "0", "?", ""};
template <>
inline constexpr std::array<std::string_view, 9> kWords<reason::Reason>{"conditions-not-met",
                                                                        "switched-off",
                                                                        "needed-not-enough",
                                                                        "pull-only",
                                                                        "ranking-only",
                                                                        "asked",
                                                                        "near",
                                                                        "only-through-others",
                                                                        "never-addressed"};
template <>
inline constexpr std::array<std::string_view, 7> kWords<reason::DirectionReason>{
    "loop", "not-stated", "exception-open", "pulls", "need-not-change", "no-effect", "already-so"};
template <>
inline constexpr std::array<std::string_view, 13> kWords<reason::NoteKind>{
    "stance",      "dispute",    "step-hedge", "by-definition", "already-so", "loop", "ranking",
    "uncommitted", "commitment", "undecided",  "residual",      "asked",      "norm"};
}  // namespace proviso
