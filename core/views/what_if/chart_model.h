#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/state/action.h"
#include "core/state/session.h"
#include "core/voice/answers.h"
#include "core/voice/order.h"
#include "core/voice/reply.h"
#include "core/voice/voice.h"
#include "core/words/say.h"

namespace proviso::view {

// All voices on one axis. The steps are words in order and their distances mean nothing; a row says
// how likely a voice calls the outcome or a statement near it, by which hedge, which way that is
// pushed, and where it says so. Which rows there are, and where, depends on what the texts say and
// not on what is supposed: a switch moves marks, never rows.
//
// A model of its own, so that a published picture shows the same chart at another width.

/// A condition that an answer still needs.
struct Missing {
  std::string proposition, label;
  std::string prefix, chip;  ///< "if" or "if not", and the condition in a few words.
  std::string lead;          ///< "answers only": before the condition.
  std::string words;         ///< "Answers only if …", as everywhere.
  Lever needed = Lever::kOn;
  Command suppose;
};

/// What a voice says in a row: all that a switch can change of it.
struct RowSays {
  /// Where its marks stand, 0 "will not" … 7 "will": none where no likelihood is said; two where it
  /// clashes with itself, or leaves both open.
  std::vector<std::uint8_t> steps;
  bool conflict = false;  ///< The two rule each other out.
  bool derived = false;   ///< It follows from several claims; the voice does not say it.
  bool nothing = false;   ///< It says nothing on it.
  std::string word;    ///< The text's own hedge, else the step; without a mark, why there is none.
  bool hedge = false;  ///< `word` is the text's.
  std::optional<Literal> lacks;  ///< The one condition without which there is no answer.
  LackOf lack_of = LackOf::kLevel;
  bool lacks_others = false;  ///< Another condition would do as well.
  std::optional<SignMark> direction;
  std::vector<ClaimId> claims;  ///< On which it rests.

  bool SameAs(const RowSays& other) const;
};

struct WhatIfModel;

struct ChartRow {
  std::string id;  ///< "row/a-x", "row/a-x/matter": unique and stable.
  reason::ViewIndex view;
  PropositionId near;  ///< Of the second lane: the statement that it speaks of.
  std::string name;
  std::string through;  ///< How it reaches us; in the second lane the statement's short name.
  VoiceMark mark;
  RowSays says;
  std::optional<Missing> needs;
  std::optional<RowSays> before;  ///< Before the last switch, where that was something else.
  std::vector<Ref> refs;          ///< The first is drawn.
  std::string gloss;              ///< Of the claim that it rests on.
  std::string about;              ///< The id of that claim, or of who says nothing.
  std::string reply;              ///< All of it in a line, for who hears it.
  bool explained = false;         ///< Its reasons are open.
  Command why;
};

struct ChartLane {
  std::string key, title;
  std::vector<ChartRow> rows;
  std::uint32_t more = 0;      ///< Rows that are folded.
  std::optional<Action> fold;  ///< "9 more"; or back.
};

struct ChartModel {
  std::vector<std::string> steps;  ///< Eight words, from "will not" to "will".
  std::vector<ChartLane> lanes;    ///< Of the outcome; of statements near it. Empty ones left out.
  /// Who has no row, since nothing that it says could be a likelihood, and speaks of it now: which
  /// way, a ranking, what is needed.
  std::vector<ChartRow> speaking;
};

/// Rows of the chart. `passes`: by claim, what the filters show. `before`: the answers before the
/// last switch, or null.
ChartModel BuildChartModel(const Library& library, const ViewState& state, const Outcome& outcome,
                           const std::vector<std::uint8_t>& passes, Answers* answers,
                           Answers* before);

/// What is said of a statement near the outcome.
RowSays SaysOf(const Library& library, const reason::NearAnswer& near);

/// What `row` would say by other answers than its own.
RowSays SaysOf(const Library& library, Answers* answers, const ChartRow& row);

/// The condition `literal` as what an answer needs.
Missing MissingOf(const Library& library, Literal literal, LackOf of = LackOf::kLevel,
                  bool others = false);

/// A row changed by a supposed condition, and the sign on the wire between the two.
struct WireModel {
  std::string lever, row;
  std::optional<SignMark> sign;  ///< None: which way is not said.
};

/// Answers without one of the suppositions each; kept from frame to frame.
struct WithoutOne {
  std::vector<Answers> answers;
};

/// Which rows each supposed condition changes: those that would say something else without it.
///
/// Cost: the rows' answers for each supposition; after the first time, of those that changed.
std::vector<WireModel> BuildWires(const Library& library, const ViewState& state,
                                  const Outcome& outcome, const WhatIfModel& model,
                                  const reason::Scenario& scenario, WithoutOne* kept);

}  // namespace proviso::view
