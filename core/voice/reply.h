#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/reason/answer.h"
#include "core/voice/answer_marks.h"
#include "core/voice/lack.h"
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

}  // namespace proviso::view
