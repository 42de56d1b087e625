#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/view/answer_model.h"
#include "core/view/choice.h"

namespace proviso::view {

/// One direction in which a lever is said to push, and by whom.
struct LeverMark {
  SignMark sign;                 ///< `other_step`: over a path.
  std::vector<std::string> who;  ///< "The writer", "China, through Dr Example": no duplicates.
};

struct LeverRow {
  std::string id;  ///< Of the proposition.
  std::string label;
  Lever lever = Lever::kOpen;
  std::vector<LeverMark> marks;  ///< One a sign: + − 0 ? in this order, direct before other steps.
  std::string who;               ///< All of it in a sentence, for a tooltip and the twin.
  std::string off_by;  ///< Label of a supposed lever that excludes this one: "off, by definition".
  Command set_off, set_open, set_on, cycle, inspect;
};

struct LeverGroup {
  std::string label;  ///< A topic's; "Other conditions" for those without.
  std::vector<LeverRow> rows;
};

/// One thing that a voice says about the outcome.
struct Said {
  std::string claim;  ///< Id.
  std::string lead;   ///< "If relations get worse", or empty where nothing is presupposed.
  SignMark sign;
  Strength strength;
  HedgedText text;
  std::string note;  ///< "Red line"; "The writer doubts it"; or empty.
  std::vector<Ref> refs;
  Command open;
};

enum class ColumnKind : std::uint8_t { kAnswers, kOneAway, kSilent, kStatus };

/// A condition that an answer still needs.
struct Missing {
  std::string proposition, label;
  Lever needed = Lever::kOn;
  Command suppose;
};

/// The same view's answer under the scenario that stands beside.
struct BesideAnswer {
  Strength level;
  std::optional<SignMark> direction;
  bool differs = false;
};

/// What one view (one path of attribution) says. Views are never merged.
struct ViewColumn {
  ColumnKind kind = ColumnKind::kAnswers;
  std::vector<std::string> path;  ///< Actor ids, outermost first; the last is the holder.
  std::string key;                ///< The path joined by "/": unique and stable.
  std::string name;               ///< "Brian Hart"
  std::string through;            ///< "in own voice" · "through the author of the news analysis"
  Strength level;
  std::optional<SignMark> direction;  ///< None: nothing pulls.
  std::string lead;            ///< "Follows from what X says in …; X does not say it"; or empty.
  std::vector<Said> said;      ///< The claims that the answer uses.
  std::vector<NearLine> near;  ///< Matters near the outcome, with the view's answer.
  std::vector<Missing> missing;    ///< kOneAway.
  std::vector<std::string> notes;  ///< "The writer doubts it."
  std::optional<BesideAnswer> beside;
  std::string why_words;   ///< "Why? 2 steps"
  bool explained = false;  ///< Its reasons are open.
  Command why;
  Command open_actor;
};

/// A view with nothing to say on the outcome.
struct SilentHolder {
  std::string id, name;
  std::string note;  ///< "asks, does not answer"; or empty.
  Command open;
};

/// A flat statement about what is or was: "up to the dates of writing".
struct StatusLine {
  std::string claim, name;
  HedgedText text;
  std::string words;  ///< "No evidence so far"
  std::string as_of;  ///< "March 2023"; or empty.
  std::vector<Ref> refs;
  Command open;
};

struct WhatIfModel {
  std::string supposition;  ///< "If A and not B, then"; without any: "Nothing supposed yet".
  std::string question;     ///< "China sends weapons to Russia?"
  std::string target;       ///< Id; empty: no outcome.
  std::string counts;  ///< "3 voices link a condition to it or say how likely it is, 11 say …"
  std::uint32_t supposed = 0;
  std::optional<Choice> outcome;  ///< Where there are several to ask about.
  std::vector<LeverGroup> groups;
  std::vector<LeverRow> suggested;  ///< Where nobody answers: the levers that most voices link.
  std::string name, beside_name;    ///< Of the scenario, and of the one beside it.
  std::string beside_words;         ///< What that one supposes; empty: none is beside.
  std::vector<ViewColumn> columns;  ///< kAnswers: firmest first; what is disputed on its way last.
  std::uint32_t more_columns = 0;   ///< Further answers, left out.
  std::vector<ViewColumn> one_away;
  std::vector<SilentHolder> silent;  ///< By name.
  std::vector<StatusLine> status;
  std::string empty;  ///< "This dataset has no outcome to ask about."
};

/// Cost: after a toggle what the changed levers reach, and the answers that are shown; with another
///       outcome one pass over the claims.
WhatIfModel BuildWhatIfModel(const Library& library, const Session& session, Answers* answers,
                             Answers* beside);
WhatIfModel BuildWhatIfModel(const Library& library, const Session& session);

}  // namespace proviso::view
