#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/words.h"
#include "core/query/facets.h"
#include "core/view/say.h"

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
  kQuestions,
  kOutline
};
enum class ClaimSort : std::uint8_t { kStrength, kPlace, kHolder, kConfidence };
enum class ClaimGroup : std::uint8_t { kNone, kHolder, kDocument, kTopic };
enum class MatrixColumns : std::uint8_t { kConditions, kPropositions };
enum class MatrixRows : std::uint8_t { kNone, kDocument, kKind, kTopic };
enum class MatrixOrder : std::uint8_t { kName, kCount, kSimilarity };
enum class Lever : std::uint8_t { kOpen, kOn, kOff };

}  // namespace proviso::view

namespace proviso {
template <>
inline constexpr std::array<std::string_view, 10> kWords<view::ViewId>{
    "what-if",  "matrix",  "claims",  "actors",    "map",
    "timeline", "compare", "sources", "questions", "outline"};
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
inline constexpr std::array<std::string_view, 4> kWords<view::MatrixRows>{"none", "document",
                                                                          "kind", "topic"};
template <>
inline constexpr std::array<std::string_view, 3> kWords<view::MatrixOrder>{"name", "count",
                                                                           "similarity"};
}  // namespace proviso

namespace proviso::view {

/// Where a drawing that can be moved and zoomed is looked at.
struct Camera {
  std::int32_t x = 0, y = 0;  ///< The point of the drawing in the middle, in its own points.
  std::uint16_t percent = 0;  ///< 10 … 800; 0: the whole drawing fits, and x and y are 0.

  friend bool operator==(const Camera&, const Camera&) = default;
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
  /// matrix, an edge of the network); empty: nothing.
  std::string selection;
  std::string document;  ///< Shown in Sources; empty: the first.
  query::ClaimFilter filter;
  std::string words;     ///< Searched in the claims.
  std::string from, to;  ///< Of the timeline's brush: EDTF dates, both included; empty: open.
  ClaimSort sort = ClaimSort::kStrength;
  ClaimGroup group = ClaimGroup::kNone;
  MatrixColumns matrix_columns = MatrixColumns::kConditions;
  MatrixRows matrix_rows = MatrixRows::kNone;
  MatrixOrder matrix_order = MatrixOrder::kName;
  std::uint16_t min_count = 1;  ///< Claims that a row or column of the matrix needs.
  bool hide_silent = false;     ///< Matrix: without holders who have no cell.
  /// Network: kinds of edges that are not drawn. It begins with who reports whom alone.
  std::vector<std::string> hidden_edges{"about", "positions"};
  std::uint16_t steps = 0;        ///< Network and map: only so many steps around; 0: everything.
  bool as_list = false;           ///< Network and map as lists.
  std::vector<std::string> only;  ///< Network: these actors alone; empty: all.
  std::vector<std::string> pins;  ///< Network: actors held in place, as "id@x@y".
  std::string arrows;             ///< Map: the holder whose links are drawn; empty: everybody's.
  std::string side_a, side_b;     ///< Compare: documents or actors; empty: the first two documents.
  std::string verdict;            ///< Compare: the one class shown; empty: all.
  std::string step;               ///< Questions: the question shown; empty: the tour's first.
  Camera camera;                  ///< Of the view on screen.
  std::uint16_t text_percent = 100;  ///< 100 … 200.

  friend bool operator==(const ViewState&, const ViewState&) = default;
};

/// Calls `visit(key, field)` for every field, with its key in links; numbers with their bounds as
/// well. The keys are the same for ever: links outlive versions.
template <class State, class Visit>
void VisitFields(State& state, Visit&& visit) {
  auto& [view, target, on, off, strict, name, why, beside, beside_on, beside_off, beside_name,
         selection, document, filter, words, from, to, sort, group, matrix_columns, matrix_rows,
         matrix_order, min_count, hide_silent, hidden_edges, steps, as_list, only, pins, arrows,
         side_a, side_b, verdict, step, camera, text_percent] = state;
  visit("v", view);
  visit("t", target);
  visit("on", on);
  visit("off", off);
  visit("strict", strict);
  visit("name", name);
  visit("why", why);
  visit("beside", beside);
  visit("beside-on", beside_on);
  visit("beside-off", beside_off);
  visit("beside-name", beside_name);
  visit("sel", selection);
  visit("doc", document);
  for (std::size_t i = 0; i < query::kFacetCount; ++i)
    visit(Word(static_cast<query::Facet>(i)), filter.values[i]);
  visit("q", words);
  visit("from", from);
  visit("to", to);
  visit("sort", sort);
  visit("group", group);
  visit("cols", matrix_columns);
  visit("rows", matrix_rows);
  visit("order", matrix_order);
  visit("min", min_count, 1, 999);
  visit("hide-silent", hide_silent);
  visit("no-edges", hidden_edges);
  visit("steps", steps, 0, 9);
  visit("list", as_list);
  visit("only", only);
  visit("pins", pins);
  visit("arrows", arrows);
  visit("a", side_a);
  visit("b", side_b);
  visit("verdict", verdict);
  visit("step", step);
  visit("cam", camera);
  visit("text", text_percent, 100, 200);
}

/// Puts `state` in the form that it is kept in: lists sorted and free of duplicates and of empty
/// words, nothing both on and off (on stays), numbers within their bounds, no second scenario
/// where none is beside.
void Normalise(ViewState* state);

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
