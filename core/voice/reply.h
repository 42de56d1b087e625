#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/reason/answer.h"
#include "core/voice/answer_marks.h"
#include "core/voice/phrases.h"

namespace proviso::view {

// What a voice says on an outcome under a scenario, made once and in one place: the columns of What
// if, a profile, the reasons, the command line, the text version, the live region and other
// programs all say this and nothing else.

/// How far a reply goes; the first that holds.
enum class ReplyKind : std::uint8_t {
  kSupposed,    ///< The reader supposes the outcome itself.
  kLikelihood,  ///< Says how likely it is.
  kOpen,        ///< Leaves it open.
  kSpeaks,      ///< Speaks of it without saying how likely: which way, a ranking, what is needed.
  kClose,       ///< Speaks of something close to it.
  kOneMore,     ///< Would answer on one more condition.
  kNothing      ///< Nothing, as things are supposed.
};

/// A matter near the outcome, with the same voice's answer on it.
struct NearLine {
  std::string proposition;      ///< Id.
  std::string words;            ///< "A step before: “China has more reason for it”: possible"
  std::string brief;            ///< "A step before: More reason for it: possible"
  SignMark sign;                ///< Of its direction; silent: none.
  std::vector<ClaimId> claims;  ///< On which it rests.
  std::size_t steps = 0;        ///< Of its explanation.
};

/// What a voice would say once it lacks nothing.
enum class LackOf : std::uint8_t {
  kLevel,   ///< How likely, or something close to it.
  kWay,     ///< Only which way.
  kCounts,  ///< Only that it counts.
  kCause    ///< Only what would explain it.
};

/// A condition that a voice still lacks, where it lacks no other.
struct Lack {
  Literal literal;
  LackOf of = LackOf::kLevel;
  bool others = false;           ///< Another condition would make it answer as well.
  std::optional<Nearness> near;  ///< The answer would be on a matter near the outcome.
  std::string words;  ///< "ties grow (so far, in the words of the writer: “Ties have grown”, A ¶3)"
};

/// "Answers only if {0}", by what would be said then; `on_it`: on the outcome itself, after what is
/// said of something close to it.
std::string_view LackKey(LackOf of, bool others, bool on_it = false);

/// True if a view says of the outcome what ought to be, or demands it.
bool SaysOught(const reason::Answer& answer);

struct Reply {
  ReplyKind kind = ReplyKind::kNothing;
  Strength level;                     ///< How likely, or what stands there instead.
  std::optional<SignMark> direction;  ///< None: nothing pushes.
  std::vector<NearLine> near;
  std::optional<Lack> lack;  ///< kOneMore; of kClose what an answer on the outcome itself needs.
  std::string words;         ///< All of it in one line: "Very likely; more likely".

  bool answers() const { return kind <= ReplyKind::kClose && kind != ReplyKind::kSupposed; }
};

/// The reply that `answer` is.
///
/// Cost: constant, but where the voice lacks one condition, which is tried out.
Reply ReplyOf(const Speech& in, const reason::Answer& answer, const reason::Scenario& scenario);

/// "A step before: “China has more reason for it”: possible; more likely".
std::string NearWords(const Speech& in, const reason::NearAnswer& near);

/// True if something is said of a near matter, by level or direction.
bool IsSaid(const reason::NearAnswer& near);

/// What an answer needs, with what the same voice says of it up to then.
std::string NeedWords(const Speech& in, reason::ViewIndex view, Literal literal);

}  // namespace proviso::view
