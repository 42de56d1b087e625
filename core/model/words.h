#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace proviso {

// The closed vocabularies of the format, in the order in which data/FORMAT.md lists them.
// Enumerators are spelt as in the file, so that one table serves reader, writer, CLI and links.

enum class ActorKind : std::uint8_t { kPerson, kOrganisation, kState, kBloc, kGroup, kUnnamed };
enum class PropositionKind : std::uint8_t {
  kAction,
  kEvent,
  kState,
  kAttitude,
  kCapability,
  kThreshold,
  kMotive,
  kManner
};
enum class Role : std::uint8_t { kOutcome, kLever, kIntermediate, kBackground };
enum class Nearness : std::uint8_t { kWider, kNarrower, kMotive, kEarlier };
enum class Tense : std::uint8_t { kPast, kPresent, kFuture };
enum class Form : std::uint8_t {
  kIf,
  kOnlyIf,
  kRaises,
  kLowers,
  kNoEffect,
  kBearsOn,
  kEvenIf,
  kExplains
};
enum class Mechanism : std::uint8_t {
  kDeterrence,
  kIncentive,
  kCapability,
  kObligation,
  kRetaliation,
  kSignalling,
  kLearning,
  kDomesticPolitics,
  kOther
};
enum class Stance : std::uint8_t {
  kAsserts,
  kReports,
  kEndorses,
  kDoubts,
  kDisputes,
  kImputes,
  kDowngrades,
  kDistances
};
enum class Modality : std::uint8_t {
  kWill,
  kVeryLikely,
  kLikely,
  kPossible,
  kEven,
  kUncommitted,
  kStated
};
enum class Act : std::uint8_t {
  kAssertive,
  kThreat,
  kPromise,
  kRedLine,
  kDemand,
  kQuestion,
  kWarning
};
enum class Basis : std::uint8_t {
  kOwnJudgement,
  kCitesEvidence,
  kCitesSource,
  kHistory,
  kIntelligence,
  kUnstated
};
enum class Tier : std::uint8_t { kCore, kLinked, kBackground };
enum class ClaimKind : std::uint8_t {
  kFact,
  kAssessment,
  kPrediction,
  kDenial,
  kAccusation,
  kMotive,
  kStatistic,
  kNormative
};
enum class Evidence : std::uint8_t {
  kObserved,
  kReported,
  kNoEvidence,
  kNotYet,
  kDenied,
  kUnderConsideration,
  kExpected
};
enum class Inferred : std::uint8_t { kSign, kLink, kHolder, kDate };
enum class Confidence : std::uint8_t { kHigh, kMedium, kLow };
enum class PassageRole : std::uint8_t { kBody, kSummary, kRepeat, kHeading, kBoilerplate };
enum class Quality : std::uint8_t { kSound, kGarbled };
enum class RelationType : std::uint8_t {
  kSupports,
  kAttacks,
  kUndercuts,
  kRestates,
  kRefines,
  kContrasts,
  kSameOutcome
};
enum class RelationStrength : std::uint8_t { kClear, kNear, kFramed };
enum class Scheme : std::uint8_t {
  kConsequences,
  kThreat,
  kAnalogy,
  kExpertOpinion,
  kSign,
  kCommitment,
  kPracticalReasoning,
  kOther
};
enum class EventStatus : std::uint8_t { kHappened, kExpected, kAlleged, kHypothetical };
enum class Approx : std::uint8_t { kExact, kAbout, kOver, kUnder, kUpTo };
enum class Coded : std::uint8_t { kComplete, kPartial };
enum class Quoting : std::uint8_t { kNone, kPassages, kAll };

/// `kWords<E>` spells every value of a vocabulary as the file does, in the order of `E`.
template <class E>
inline constexpr std::array<std::string_view, 0> kWords{};

template <>
inline constexpr std::array<std::string_view, 6> kWords<ActorKind>{
    "person", "organisation", "state", "bloc", "group", "unnamed"};
template <>
inline constexpr std::array<std::string_view, 8> kWords<PropositionKind>{
    "action", "event", "state", "attitude", "capability", "threshold", "motive", "manner"};
template <>
inline constexpr std::array<std::string_view, 4> kWords<Role>{"outcome", "lever", "intermediate",
                                                              "background"};
template <>
inline constexpr std::array<std::string_view, 3> kWords<Tense>{"past", "present", "future"};
template <>
inline constexpr std::array<std::string_view, 4> kWords<Nearness>{"wider", "narrower", "motive",
                                                                  "earlier"};
template <>
inline constexpr std::array<std::string_view, 8> kWords<Form>{
    "if", "onlyIf", "raises", "lowers", "noEffect", "bearsOn", "evenIf", "explains"};
template <>
inline constexpr std::array<std::string_view, 9> kWords<Mechanism>{
    "deterrence", "incentive", "capability",        "obligation", "retaliation",
    "signalling", "learning",  "domestic-politics", "other"};
template <>
inline constexpr std::array<std::string_view, 8> kWords<Stance>{
    "asserts", "reports", "endorses", "doubts", "disputes", "imputes", "downgrades", "distances"};
template <>
inline constexpr std::array<std::string_view, 7> kWords<Modality>{
    "will", "very_likely", "likely", "possible", "even", "uncommitted", "stated"};
template <>
inline constexpr std::array<std::string_view, 7> kWords<Act>{
    "assertive", "threat", "promise", "red_line", "demand", "question", "warning"};
template <>
inline constexpr std::array<std::string_view, 6> kWords<Basis>{
    "own-judgement", "cites-evidence", "cites-source", "history", "intelligence", "unstated"};
template <>
inline constexpr std::array<std::string_view, 3> kWords<Tier>{"core", "linked", "background"};
template <>
inline constexpr std::array<std::string_view, 8> kWords<ClaimKind>{
    "fact", "assessment", "prediction", "denial", "accusation", "motive", "statistic", "normative"};
template <>
inline constexpr std::array<std::string_view, 7> kWords<Evidence>{
    "observed", "reported", "no-evidence", "not-yet", "denied", "under-consideration", "expected"};
template <>
inline constexpr std::array<std::string_view, 4> kWords<Inferred>{"sign", "link", "holder", "date"};
template <>
inline constexpr std::array<std::string_view, 3> kWords<Confidence>{"high", "medium", "low"};
template <>
inline constexpr std::array<std::string_view, 5> kWords<PassageRole>{"body", "summary", "repeat",
                                                                     "heading", "boilerplate"};
template <>
inline constexpr std::array<std::string_view, 2> kWords<Quality>{"sound", "garbled"};
template <>
inline constexpr std::array<std::string_view, 7> kWords<RelationType>{
    "supports", "attacks", "undercuts", "restates", "refines", "contrasts", "sameOutcome"};
template <>
inline constexpr std::array<std::string_view, 3> kWords<RelationStrength>{"clear", "near",
                                                                          "framed"};
template <>
inline constexpr std::array<std::string_view, 8> kWords<Scheme>{
    "consequences",        "threat", "analogy", "expert-opinion", "sign", "commitment",
    "practical-reasoning", "other"};
template <>
inline constexpr std::array<std::string_view, 4> kWords<EventStatus>{"happened", "expected",
                                                                     "alleged", "hypothetical"};
template <>
inline constexpr std::array<std::string_view, 5> kWords<Approx>{"exact", "about", "over", "under",
                                                                "up-to"};
template <>
inline constexpr std::array<std::string_view, 2> kWords<Coded>{"complete", "partial"};
template <>
inline constexpr std::array<std::string_view, 3> kWords<Quoting>{"none", "passages", "all"};

/// The word for `value`.
template <class E>
constexpr std::string_view Word(E value) {
  return kWords<E>[static_cast<std::size_t>(value)];
}

/// The value that `word` spells, or none.
template <class E>
constexpr std::optional<E> ParseWord(std::string_view word) {
  for (std::size_t i = 0; i < kWords<E>.size(); ++i)
    if (kWords<E>[i] == word) return static_cast<E>(i);
  return std::nullopt;
}

/// True if who takes this stance says that what follows may not be so, or is not.
constexpr bool Rejects(Stance stance) {
  return stance == Stance::kDoubts || stance == Stance::kDisputes;
}
/// True if who takes this stance does not share what follows.
constexpr bool KeepsApart(Stance stance) {
  return Rejects(stance) || stance == Stance::kDowngrades || stance == Stance::kDistances;
}

}  // namespace proviso
