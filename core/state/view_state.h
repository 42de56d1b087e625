#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/words.h"
#include "core/query/facets.h"
#include "core/words/say.h"

namespace proviso::view {

enum class ViewId : std::uint8_t {
  kWhatIf,
  kMatrix,
  kClaims,
  kActors,
  kMap,
  kTimeline,
  kCompare,
  kSources,
  kQuestions
};
/// What a view is called: in links, and by people (in English; a key of `Say`).
struct ViewRow {
  ViewId view;
  std::string_view word, label;
};
/// One row a view, in the order of tabs and number keys.
inline constexpr std::array kViewRows{
    ViewRow{ViewId::kWhatIf, "what-if", Key("What if")},
    ViewRow{ViewId::kMatrix, "matrix", Key("Matrix")},
    ViewRow{ViewId::kClaims, "claims", Key("Claims")},
    ViewRow{ViewId::kActors, "actors", Key("Actors")},
    ViewRow{ViewId::kMap, "map", Key("Map")},
    ViewRow{ViewId::kTimeline, "timeline", Key("Timeline")},
    ViewRow{ViewId::kCompare, "compare", Key("Compare")},
    ViewRow{ViewId::kSources, "sources", Key("Sources")},
    ViewRow{ViewId::kQuestions, "questions", Key("Questions")},
};
inline constexpr std::size_t kViewCount = kViewRows.size();
constexpr std::string_view Label(ViewId view) {
  return kViewRows[static_cast<std::size_t>(view)].label;
}

enum class ClaimSort : std::uint8_t { kStrength, kPlace, kHolder, kConfidence };
enum class ClaimGroup : std::uint8_t { kNone, kHolder, kDocument, kTopic };
enum class MatrixColumns : std::uint8_t { kConditions, kPropositions };
/// What stands down: conditions while few voices link one (`kNone`), or always; or voices, in
/// groups or not.
enum class MatrixRows : std::uint8_t { kNone, kDocument, kKind, kTopic, kVoices, kConditions };
enum class MatrixOrder : std::uint8_t { kName, kCount, kSimilarity };
enum class Lever : std::uint8_t { kOpen, kOn, kOff };

}  // namespace proviso::view

namespace proviso {
template <>
inline constexpr std::array<std::string_view, view::kViewCount> kWords<view::ViewId> = [] {
  std::array<std::string_view, view::kViewCount> words;
  for (std::size_t i = 0; i < words.size(); ++i) words[i] = view::kViewRows[i].word;
  return words;
}();
template <>
inline constexpr std::array<std::string_view, 4> kWords<view::ClaimSort>{"strength", "place",
                                                                         "holder", "confidence"};
template <>
inline constexpr std::array<std::string_view, 4> kWords<view::ClaimGroup>{"none", "holder",
                                                                          "document", "topic"};
template <>
inline constexpr std::array<std::string_view, 2> kWords<view::MatrixColumns>{"conditions",
                                                                             "propositions"};
template <>
inline constexpr std::array<std::string_view, 6> kWords<view::MatrixRows>{
    "none", "document", "kind", "topic", "voices", "conditions"};
template <>
inline constexpr std::array<std::string_view, 3> kWords<view::MatrixOrder>{"name", "count",
                                                                           "similarity"};
}  // namespace proviso

namespace proviso::view {

// What each is called, in English: the key of what a reader's language has for it.
std::string_view Label(ClaimSort sort);
std::string_view Label(ClaimGroup group);
std::string_view Label(Lever lever);
std::string_view Label(MatrixOrder order);
std::string_view Label(MatrixRows rows);
std::string_view Label(MatrixColumns columns);

/// Where a drawing that can be moved and zoomed is looked at.
struct Camera {
  std::int32_t x = 0, y = 0;  ///< The point of the drawing in the middle, in its own points.
  std::uint16_t percent = 0;  ///< 10 … 800; 0: the whole drawing fits, and x and y are 0.

  friend bool operator==(const Camera&, const Camera&) = default;
};

/// Which claims are shown: those that pass all four. Empty: all.
struct ClaimSelection {
  query::ClaimFilter filter;
  std::string words;     ///< Searched in the claims.
  std::string from, to;  ///< Of the timeline's brush: EDTF dates, both included; empty: open.

  bool empty() const { return filter.empty() && words.empty() && !dated(); }
  bool dated() const { return !from.empty() || !to.empty(); }
  friend bool operator==(const ClaimSelection&, const ClaimSelection&) = default;
};

/// Everything that a link carries and undo restores: what is looked at, and under which
/// suppositions.
///
/// Records are named by their ids as written, so a state outlives a reload and a newer dataset;
/// what a dataset does not have is kept and shown as unknown. Lists are sorted and free of
/// duplicates. A field that is added here is named in `VisitFields`, or that does not compile.
struct ViewState {
  ViewId view = ViewId::kWhatIf;
  std::string target;            ///< A proposition; empty: the dataset's own start.
  std::vector<std::string> on;   ///< Propositions supposed true.
  std::vector<std::string> off;  ///< Propositions supposed false.
  bool strict = false;           ///< Read without contrast and without specificity.
  std::string name;              ///< What the reader calls this scenario.
  std::string why;  ///< The view whose answer is explained: actor ids joined by ">"; empty: none.
  bool beside = false;  ///< A second scenario stands beside the first.
  std::vector<std::string> beside_on, beside_off;
  std::string beside_name;
  /// What is looked at: a record's id; two ids joined by "~" for what joins them (a cell of the
  /// matrix, a line between actors); empty: nothing.
  std::string selection;
  std::string document;  ///< Shown in Sources; empty: the first.
  ClaimSelection claims;
  ClaimSort sort = ClaimSort::kStrength;
  ClaimGroup group = ClaimGroup::kNone;
  MatrixColumns matrix_columns = MatrixColumns::kConditions;
  MatrixRows matrix_rows = MatrixRows::kNone;
  MatrixOrder matrix_order = MatrixOrder::kName;
  std::uint16_t min_count = 1;  ///< Claims that a row or column of the matrix needs.
  bool hide_silent = false;     ///< Matrix: without holders who have no cell.
  /// Actors: kinds of edges that are not drawn. It begins with who reports whom alone.
  std::vector<std::string> hidden_edges{"about", "positions"};
  std::uint16_t steps = 0;        ///< Actors and map: only so many steps around; 0: everything.
  bool as_list = false;           ///< Actors and map as lists.
  std::vector<std::string> only;  ///< Actors: these actors alone; empty: all.
  std::vector<std::string> pins;  ///< Actors: actors held in place, as "id@x@y".
  std::string arrows;             ///< Map: the holder whose links are drawn; empty: everybody's.
  std::string side_a, side_b;     ///< Compare: documents or actors; empty: the first two documents.
  std::string verdict;            ///< Compare: the one class shown; empty: where both speak.
  std::string step;               ///< Questions: the question shown; empty: the tour's first.
  Camera camera;                  ///< Of the view on screen.
  std::uint16_t text_percent = 100;  ///< 100 … 200.
  /// Folded parts that are open: words of the view on screen ("past", "silent").
  std::vector<std::string> opened;

  friend bool operator==(const ViewState&, const ViewState&) = default;
};

/// What the texts of a field name.
enum class Naming : std::uint8_t {
  kNothing,
  kRecord,  ///< By id; a list: each of them.
  kPair     ///< A record, or two whose ids are joined; see `PairOf`.
};

/// A field's key in links, and what stands in the field. To whom the key is enough, it is a word.
struct FieldKey {
  std::string_view word;
  Naming names = Naming::kNothing;

  operator std::string_view() const { return word; }  // NOLINT: that is what it is.
};

/// Calls `visit(key, field)` for every field, with its `FieldKey`; numbers with their bounds as
/// well. The keys are the same for ever: links outlive versions.
template <class State, class Visit>
void VisitFields(State& state, Visit&& visit) {
  auto& [view, target, on, off, strict, name, why, beside, beside_on, beside_off, beside_name,
         selection, document, claims, sort, group, matrix_columns, matrix_rows, matrix_order,
         min_count, hide_silent, hidden_edges, steps, as_list, only, pins, arrows, side_a, side_b,
         verdict, step, camera, text_percent, opened] = state;
  auto& [filter, words, from, to] = claims;
  const auto key = [](std::string_view word, Naming names = Naming::kNothing) {
    return FieldKey{word, names};
  };
  visit(key("v"), view);
  visit(key("t", Naming::kRecord), target);
  visit(key("on", Naming::kRecord), on);
  visit(key("off", Naming::kRecord), off);
  visit(key("strict"), strict);
  visit(key("name"), name);
  visit(key("why"), why);
  visit(key("beside"), beside);
  visit(key("beside-on", Naming::kRecord), beside_on);
  visit(key("beside-off", Naming::kRecord), beside_off);
  visit(key("beside-name"), beside_name);
  visit(key("sel", Naming::kPair), selection);
  visit(key("doc", Naming::kRecord), document);
  for (std::size_t i = 0; i < query::kFacetCount; ++i)
    visit(key(Word(static_cast<query::Facet>(i))), filter.values[i]);
  visit(key("q"), words);
  visit(key("from"), from);
  visit(key("to"), to);
  visit(key("sort"), sort);
  visit(key("group"), group);
  visit(key("cols"), matrix_columns);
  visit(key("rows"), matrix_rows);
  visit(key("order"), matrix_order);
  visit(key("min"), min_count, 1, 999);
  visit(key("hide-silent"), hide_silent);
  visit(key("no-edges"), hidden_edges);
  visit(key("steps"), steps, 0, 9);
  visit(key("list"), as_list);
  visit(key("only", Naming::kRecord), only);
  visit(key("pins"), pins);
  visit(key("arrows", Naming::kRecord), arrows);
  visit(key("a", Naming::kRecord), side_a);
  visit(key("b", Naming::kRecord), side_b);
  visit(key("verdict"), verdict);
  visit(key("step", Naming::kRecord), step);
  visit(key("cam"), camera);
  visit(key("text"), text_percent, 100, 200);
  visit(key("open"), opened);
}

/// Puts `state` in the form that it is kept in: lists sorted and free of duplicates and of empty
/// words, nothing both on and off (on stays), numbers within their bounds, no second scenario
/// where none is beside.
void Normalise(ViewState* state);

/// The ids of all records that `state` names, in the order of its fields, whether there are such
/// records or not.
std::vector<std::string_view> NamedRecords(const ViewState& state);

/// How `proposition` stands in `state`.
Lever LeverOf(const ViewState& state, std::string_view proposition);

/// Reads one `key=value` of a link into `state`; false, and nothing is changed, if there is no such
/// key or the value cannot be read.
bool ReadField(std::string_view key, std::string_view value, ViewState* state);

/// `text` as a value of a link.
std::string EncodedText(std::string_view text);

/// The fragment of `state` without the `#`: keys sorted, percent-encoded, defaults left out.
/// Source: data/FORMAT.md, "Links".
std::string EncodeLink(const ViewState& state);

/// What a link says, and one sentence for each part that was ignored.
struct DecodedLink {
  ViewState state;
  std::vector<std::string> notices;
};

/// Reads a fragment (with or without `#`). Never fails: what it cannot read it names and ignores.
DecodedLink DecodeLink(std::string_view fragment, const Say& say = {});

}  // namespace proviso::view
