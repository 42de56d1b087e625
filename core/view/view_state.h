#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/words.h"
#include "core/query/facets.h"

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
}  // namespace proviso

namespace proviso::view {

/// Everything that a link carries and undo restores: what is looked at, and under which
/// suppositions.
///
/// Records are named by their ids as written, so a state outlives a reload and a newer dataset;
/// what a dataset does not have is kept and shown as unknown. Lists are sorted and free of
/// duplicates.
struct ViewState {
  ViewId view = ViewId::kWhatIf;
  std::string target;            ///< A proposition; empty: the dataset's own start.
  std::vector<std::string> on;   ///< Propositions supposed true.
  std::vector<std::string> off;  ///< Propositions supposed false.
  bool strict = false;           ///< Read without contrast and without specificity.
  std::string selection;         ///< Any record; empty: none.
  std::string document;          ///< Shown in Sources; empty: the first.
  query::ClaimFilter filter;
  std::string words;  ///< Searched in the claims.
  ClaimSort sort = ClaimSort::kStrength;
  ClaimGroup group = ClaimGroup::kNone;
  std::uint16_t text_percent = 100;  ///< 100 … 200.

  friend bool operator==(const ViewState&, const ViewState&) = default;
};

/// Puts `state` in the form that it is kept in: lists sorted and free of duplicates and of empty
/// words, nothing both on and off (on stays), text within its bounds.
void Normalise(ViewState* state);

/// How `proposition` stands in `state`.
Lever LeverOf(const ViewState& state, std::string_view proposition);

/// The fragment of `state` without the `#`: keys sorted, percent-encoded, defaults left out.
/// Source: data/FORMAT.md, "Links".
std::string EncodeLink(const ViewState& state);

/// What a link says, and one sentence for each part that was ignored.
struct DecodedLink {
  ViewState state;
  std::vector<std::string> notices;
};

/// Reads a fragment (with or without `#`). Never fails: what it cannot read it names and ignores.
DecodedLink DecodeLink(std::string_view fragment);

}  // namespace proviso::view
