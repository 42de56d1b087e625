#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/reason/answer.h"
#include "core/voice/phrases.h"
#include "core/words/say.h"

namespace proviso::view {

/// Where in an explanation a line stands; parts come in this order.
enum class WhyPart : std::uint8_t {
  kLevel,
  kAgainst,
  kDirection,
  kNear,  ///< What is said of a matter near the outcome, with steps of its own.
  kNotUsed,
  kBeside
};

/// What stands before a line.
enum class WhyMark : std::uint8_t {
  kIf,    ///< What the reader supposes.
  kStep,  ///< A claim that is used, numbered.
  kPull,  ///< An influence, with the sign of what it carries.
  kSo,    ///< What follows of the lines above.
  kNote
};

/// One line of an explanation. Lines are read in order, on screen and as copied text.
struct WhyLine {
  WhyPart part = WhyPart::kLevel;
  WhyMark mark = WhyMark::kNote;
  std::string lead;   ///< Words before the claim's paraphrase: "The writer says:".
  std::string claim;  ///< Id of the claim that is told and opened; empty: the line is `lead` alone.
  std::string tail;   ///< Words after it.
  bool told = true;   ///< The claim's paraphrase is part of the line; else it is only opened.
  std::uint32_t step = 0;                             ///< kStep: from 1.
  std::string lever;                                  ///< kIf: the proposition.
  reason::Direction pull = reason::Direction::kNone;  ///< kPull.
  std::string way;                                    ///< kPull: what its sign says.
  PropositionId near;                                 ///< kNear: of which matter.
};

/// An answer and its reasons in plain words. What somebody says is "in the words of X"; what only
/// follows from several claims is said to follow, and to be said by nobody.
std::vector<WhyLine> WhyLines(const Dataset& dataset, const reason::Views& views,
                              const reason::Answer& answer, const Say& say = {});

/// A line as text, with the place of its claim; `glosses`: with its paraphrase, else "…".
std::string LineWords(const Dataset& dataset, const WhyLine& line, const Say& say = {},
                      bool glosses = true);

/// The same lines as text, under the names of their parts.
std::string WhyText(const Dataset& dataset, const reason::Views& views,
                    const reason::Answer& answer, const Say& say = {});

/// What would become of an answer if one lever were turned: "“Penalties” open: likely".
struct ChangeLine {
  std::string lever;  ///< Id of the proposition.
  reason::Supposed to = reason::Supposed::kOn;
  std::string words;  ///< "“Penalties” on"
  std::string then;   ///< "Very likely; both ways"
};
std::vector<ChangeLine> ChangeLines(const Dataset& dataset, const reason::Views& views,
                                    reason::ViewIndex view, Literal target,
                                    const reason::Scenario& scenario, const Say& say = {});

std::string_view Heading(WhyPart part);

/// A bare direction, whose reasons are not known, as a key of `Say`.
std::string_view DirectionKey(reason::Direction direction);

std::string_view Label(reason::Reason reason);
std::string_view Label(reason::DirectionReason reason);

}  // namespace proviso::view
