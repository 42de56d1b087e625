#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/state/action.h"
#include "core/state/brush.h"
#include "core/views/timeline/axis.h"
#include "core/voice/voice.h"

namespace proviso::view {

/// Something with a date: an event, a text, or all claims or matters of one date together.
struct TimeMark {
  std::string id;  ///< "event/e-1", "asof/2023-03~", "window/2023-03/..", "text/d-1".
  DrawnDate date;
  bool inferred = false;             ///< The coder worked the date out: hatched.
  bool expected = false;             ///< Of what is not said to have happened: dashed.
  std::string title;                 ///< "Xi Jinping travels to Russia"; "15 claims".
  std::string when;                  ///< "about March 2023, inferred".
  std::string places;                ///< "A ¶21, B ¶7"; or empty.
  std::string letter;                ///< Of a text, whose box stands at its mark.
  std::uint32_t document = 0;        ///< Of a text.
  std::vector<std::string> records;  ///< What the mark stands for, in the order of the dataset.
  /// Of claims: the text that each stands in. A square a claim.
  std::vector<std::uint32_t> texts;
  bool selected = false;  ///< One of them is.
  bool outside = false;   ///< Cannot lie within the brush.
  Command press;          ///< Selects the record, or the next of several.
  Command open;           ///< OpenPlace.

  /// All of it, as a screen reader says it.
  std::string name(const Say& say) const;
};

struct TimeLane {
  std::string key, label;
  std::string note;  ///< What its dates are dates of; or empty.
  std::vector<TimeMark> marks;
  std::uint32_t more = 0;  ///< Further marks, left out.
};

/// A line of a list beside the line of time.
struct TimeRow {
  std::string id;
  std::string title, note;
  bool selected = false;
  Command press, open;
};

struct TimeList {
  std::string key, title;
  std::string note;  ///< What it holds; how many, where not all are listed.
  std::vector<TimeRow> rows;
};

/// The timeline: records with a date in lanes, the others in lists.
struct TimelineModel {
  std::string title;
  std::string subtitle;  ///< How many events and claims have a date, for who hears the title.
  /// Of all that is dated, whatever the filters: filters move nothing.
  TimeAxis axis = TimeAxis(std::vector<DateRange>());
  std::vector<TimeLane> lanes;
  std::vector<TimeList> lists;  ///< What shares the selected mark; undated; only supposed.
  std::string from, to;         ///< Of the brush, in words; as typed what is no date.
  std::optional<Days> brush;
  /// "41 claims can lie in March 2023 to May 2023."; the fault; or what can be written.
  std::string brush_words;
  bool fault = false;           ///< `brush_words` says what to write instead.
  std::vector<Action> brushes;  ///< From the selected date on, up to it; all dates.
  std::string empty;            ///< Why there is nothing at all; or empty.
  std::optional<Action> empty_remedy;
};

inline constexpr std::string_view kBrushFrom = "timeline/from", kBrushTo = "timeline/to";

/// Events pass the filters with a claim about them or at one of their passages, matters with a
/// claim about them, texts with a claim in them. The brush hides no mark: it makes those outside
/// faint.
///
/// Cost: one pass over the claims; `SameTimeline` says when it is spared.
TimelineModel BuildTimelineModel(const Library& library, const ViewState& state);

/// True if both states have the same model.
bool SameTimeline(const ViewState& a, const ViewState& b);

}  // namespace proviso::view
