#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/canvas/choice.h"
#include "core/views/what_if/chart_model.h"
#include "core/voice/answers.h"

namespace proviso::view {

/// A text by its letter.
struct LeverText {
  std::uint32_t document = 0;
  std::string letter;

  friend bool operator==(const LeverText& a, const LeverText& b) {
    return a.document == b.document;
  }
  friend bool operator<(const LeverText& a, const LeverText& b) { return a.document < b.document; }
};

/// One direction in which voices say that a lever pushes, and which voices.
struct LeverMark {
  SignMark sign;                 ///< `other_step`: over a path.
  std::vector<std::string> who;  ///< "The writer", "China, through Dr Example": no duplicates.
  std::vector<LeverText> texts;  ///< In which that stands; none where there is one text alone.
};

struct LeverRow {
  std::string id;  ///< Of the proposition.
  std::string label;
  bool turned = false;           ///< It is its negation that the row says and supposes.
  Lever lever = Lever::kOpen;    ///< Of what the row says.
  std::vector<LeverMark> marks;  ///< One a sign: + − 0 ? in this order, direct before other steps.
  std::string who;               ///< All of it in a sentence, for a tooltip and the twin.
  std::string off_by;  ///< Label of a supposed lever that excludes this one: "off, by definition".
  std::string note;    ///< "It would take two voices"; or empty.
  Command set_off, set_open, set_on, inspect;
  /// What each voice that links it says; for the wires.
  std::vector<std::pair<reason::ViewIndex, SignMark>> by_view;
};

struct LeverGroup {
  std::string label;  ///< "Push one way"
  std::string aside;  ///< Of what is folded: "5 work further back, 19 on other outcomes".
  std::vector<LeverRow> rows;
  std::optional<Action> fold;  ///< Shows or hides the rows: of conditions that change no answer.
  bool idle = false;           ///< No row changes any voice's answer.
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

enum class ColumnKind : std::uint8_t { kAnswers, kOneAway };

/// What a voice says of a matter near the outcome, with the claims on which that rests.
struct NearSaid {
  NearLine line;
  std::string how;    ///< "A step before"
  std::string title;  ///< "More reason to arm Russia": the statement's short name.
  std::string word;   ///< "possibly": the text's hedge (`hedge`), else how likely or which way.
  bool hedge = false;
  std::vector<Said> said;
};

/// The same view's answer under the scenario that stands beside.
struct BesideAnswer {
  Strength level;
  std::optional<SignMark> direction;
  std::string reply;
  bool differs = false;
};

/// What one view (one path of attribution) says. Views are never merged.
struct ViewColumn {
  ColumnKind kind = ColumnKind::kAnswers;
  std::vector<std::string> path;  ///< Actor ids, outermost first; the last is the holder.
  std::string key;                ///< The path joined by "/": unique and stable.
  std::string name;               ///< "Brian Hart"
  std::string through;            ///< "own words" · "told by the author of the news analysis"
  std::string places;             ///< Letters of the texts that it stands in; of one text: empty.
  VoiceMark mark;
  bool changed = false;  ///< By the last switch.
  std::string reply;     ///< All that it answers, in the one line that every place has.
  Strength level;
  bool close = false;  ///< It speaks of something close to the outcome alone: that stands instead.
  std::optional<SignMark> direction;  ///< None: nothing pulls.
  std::string lead;                ///< "Follows from words of X in …; it is not said"; or empty.
  std::vector<Said> said;          ///< The claims that the answer uses.
  std::vector<NearSaid> near;      ///< Matters near the outcome, with the view's answer.
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

/// A flat statement about the present or the past: "up to the dates of writing".
struct StatusLine {
  std::string claim, name, holder;
  std::string matter;  ///< What it speaks of, in a few words.
  HedgedText text;
  std::string words;  ///< "No evidence so far"
  std::string as_of;  ///< "March 2023"; or empty.
  std::vector<Ref> refs;
  Command open;
};

/// A voice in the tray below the chart.
struct TrayVoice {
  std::string key, name;
  std::string note;  ///< "told by the writer"; or why it says nothing.
  std::optional<SignMark> sign;
  std::optional<Missing> needs;
  bool changed = false;
  Command open;
};

enum class TrayKind : std::uint8_t {
  kSpeaks,   ///< Which way, or a ranking, and not how likely.
  kOneMore,  ///< Would answer on one more condition.
  kPast,     ///< Speak only of what has been.
  kSilent    ///< Say nothing on it.
};

/// Who has no row in the chart, and why.
struct TrayLine {
  TrayKind kind = TrayKind::kSilent;
  std::string lead;   ///< "Would answer on one more condition:"
  std::string words;  ///< Their names, or how many they are.
  std::vector<TrayVoice> voices;
  std::optional<Action> show;  ///< Opens the list of them in place, or closes it.
  bool opened = false;
};

struct WhatIfModel {
  std::string supposition;  ///< "If A and not B, then"; without any: "Nothing supposed yet".
  std::vector<std::string> clauses;  ///< The parts of it that are supposed.
  std::string question;              ///< "China sends weapons to Russia?"
  std::string target;                ///< Id; empty: no outcome.
  /// How many voices the last switch changed, and at most two of their answers; at the start who
  /// says how likely it is, and whether an author does. Never how many say what.
  std::string lead, summary;
  std::string brief;  ///< On a phone: "Two voices changed. 15 more speak of it, 22 say nothing."
  ChartModel chart;
  std::vector<TrayLine> tray;
  std::uint32_t supposed = 0;
  std::optional<Choice> outcome;  ///< Where there are several to ask about.
  std::vector<LeverGroup> groups;
  std::vector<LeverRow> suggested;  ///< Where nobody answers: the levers that most voices link.
  std::string name, beside_name;    ///< Of the scenario, and of the one beside it.
  std::string beside_words;         ///< What that one supposes; empty: none is beside.
  /// Authors, and who answers: those changed by the last switch first (voice/order.h).
  std::vector<ViewColumn> columns;
  std::uint32_t more_columns = 0;  ///< Further answers, left out.
  std::vector<ViewColumn> one_away;
  std::vector<SilentHolder> later;   ///< Say nothing as things are supposed; by name.
  std::vector<SilentHolder> silent;  ///< Say nothing whatever is supposed; by name.
  std::vector<StatusLine> status;
  std::string empty;  ///< "This dataset has no outcome to ask about."
};

/// How many voices speak of the outcome, and how many say nothing on it, besides some.
struct OtherVoices {
  std::size_t speak = 0, silent = 0;
};
/// `shown`: ids of those who are not counted.
OtherVoices OthersThan(const WhatIfModel& model, const std::set<std::string>& shown);
/// "14 more speak of it, 22 say nothing"; `more`: besides those that were named.
std::string OtherWords(const Say& say, const OtherVoices& others, bool more);

/// Cost: after a toggle what the changed levers reach, and the answers that are shown; with another
///       outcome one pass over the claims.
WhatIfModel BuildWhatIfModel(const Library& library, const Session& session, Answers* answers,
                             Answers* beside, Answers* before);
WhatIfModel BuildWhatIfModel(const Library& library, const Session& session);

}  // namespace proviso::view
