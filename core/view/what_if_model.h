#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/view/voice_model.h"

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

/// What one view (one path of attribution) says. Views are never merged.
struct ViewColumn {
  ColumnKind kind = ColumnKind::kAnswers;
  std::vector<std::string> path;  ///< Actor ids, outermost first; the last is the holder.
  std::string key;                ///< The path joined by "/": unique and stable.
  std::string name;               ///< "Brian Hart"
  std::string through;            ///< "in own voice" · "through the author of the news analysis"
  std::optional<Strength> level;  ///< Of the answer. Without a supposition: only what is said
                                  ///< without any condition.
  std::optional<SignMark>
      direction;                   ///< Of the answer; where nothing is supposed, of all its links.
  std::vector<Said> said;          ///< Why: firmest first.
  std::vector<Missing> missing;    ///< kOneAway.
  std::vector<std::string> notes;  ///< "The writer doubts it."
  Command open_actor;
};

/// A view with nothing to say on the outcome.
struct SilentHolder {
  std::string id, name;
  std::string note;  ///< "threatens consequences"; or empty.
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

struct OutcomeChoice {
  std::string id, label;
  bool chosen = false;
  Command choose;
};

struct WhatIfModel {
  std::string supposition;  ///< "If A and not B, then"; without any: "Nothing supposed yet".
  std::string question;     ///< "China sends weapons to Russia?"
  std::string target;       ///< Id; empty: no outcome.
  std::string counts;  ///< "3 voices link a condition to it or say how likely it is, 11 say …"
  std::uint32_t supposed = 0;
  std::vector<OutcomeChoice> outcomes;
  std::vector<LeverGroup> groups;
  std::vector<ViewColumn> columns;  ///< kAnswers: firmest first; what is disputed on its way last.
  std::vector<ViewColumn> one_away;
  std::vector<SilentHolder> silent;  ///< By name.
  std::vector<StatusLine> status;
  std::string empty;  ///< "This dataset has no outcome to ask about."
};

WhatIfModel BuildWhatIfModel(const Library& library, const Session& session);

}  // namespace proviso::view
