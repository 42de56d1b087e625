#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/state/action.h"
#include "core/state/copy_check.h"
#include "core/voice/answers.h"
#include "core/voice/order.h"

namespace proviso::view {

/// One rung of an explanation.
struct WhyRow {
  WhyMark mark = WhyMark::kNote;
  std::uint32_t step = 0;  ///< kStep: its number.
  SignMark sign;           ///< kPull.
  HedgedText text;
  std::string tail;  ///< What the rung concludes; or empty.
  std::vector<Ref> refs;
  std::optional<Command> open;   ///< The claim, or the condition that is supposed.
  std::optional<Command> place;  ///< Its paragraph.
  PassageCheck check;            ///< With `place`: how that stands in the reader's copy.
};

struct WhySection {
  std::string key, title;  ///< "level", "Very likely"
  std::string aside;       ///< "said directly, 1 step"
  std::optional<Strength> strength;
  std::optional<SignMark> sign;
  bool earlier = false;  ///< Of what was so up to then.
  std::vector<WhyRow> rows;
};

/// A lever, turned, and what the view would answer then.
struct WhyChange {
  std::string lever, words, then;
  Command turn;
  std::string name, turned;  ///< The lever, and what it is turned to: "open: likely".
  Lever now = Lever::kOpen;  ///< As it stands.
};

/// Why one view answers as it does, down to the passages: the same lines as on the command line and
/// as copied text, in the same order.
struct WhyModel {
  std::string heading;  ///< "Why? · The writer, own words"
  VoiceMark mark;       ///< How the voice reaches us.
  std::vector<WhySection> sections;
  std::vector<WhyChange> changes;
  std::uint32_t more_changes = 0;
  std::string no_change;  ///< Where no single lever changes it.
  std::string others;     ///< "Other conditions that change nothing for this voice: 35"; or empty.
  std::vector<Action> actions;
  std::string unknown;  ///< Where the link names a view that the dataset does not have.
  Command close;
};

/// The explanation that `session.state.why` asks for, or none.
std::optional<WhyModel> BuildWhyModel(const Library& library, const Session& session,
                                      Answers* answers);

}  // namespace proviso::view
