#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/reason/answer.h"
#include "core/voice/phrases.h"

namespace proviso::view {

// What a voice that does not answer still lacks, and what it would say with it.

/// What a voice would say once it lacks nothing.
enum class LackOf : std::uint8_t {
  kLevel,   ///< How likely, or something close to it.
  kEvenIf,  ///< How likely even on that condition, and so not only on it.
  kNeed,    ///< Only that it is needed, and not whether it is enough.
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

/// What a link that lacks something would give, if it were supposed.
LackOf WouldGive(const Dataset& dataset, const reason::Unmet& unmet);

/// The one condition that `answer` lacks, if it lacks one only; `close`: it speaks of something
/// near the outcome already, and what is sought is an answer on the outcome itself.
///
/// Cost: an answer for each of a few conditions that are tried out.
std::optional<Lack> FindLack(const Speech& in, const reason::Answer& answer,
                             const reason::Scenario& scenario, bool close);

/// "Answers only if …": what a silent view's links onto the outcome need, as alternatives. A link
/// that would only say which way promises no answer where another gives one.
std::string NeedsWords(const Speech& in, const reason::Answer& answer);

/// What an answer needs, with what the same voice says of it up to then.
std::string NeedWords(const Speech& in, reason::ViewIndex view, Literal literal);

}  // namespace proviso::view
