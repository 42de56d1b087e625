#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/state/action.h"
#include "core/state/copy_check.h"
#include "core/views/sources/cards.h"
#include "core/voice/order.h"

namespace proviso::view {

/// One coded passage on its paragraph's bar.
struct PassageBar {
  std::string id;
  float start = 0, end = 1;  ///< Shares of the paragraph's length, 0 ≤ start < end ≤ 1.
  std::uint32_t lane = 0;    ///< 0 unless an earlier bar of the paragraph still runs at `start`.
  bool from_before = false;  ///< Began in an earlier paragraph.
  bool goes_on = false;      ///< Ends in a later one.
  SignMark sign;             ///< Of the first claim here that bears on the outcome.
  PassageKind kind = PassageKind::kOther;
  Distance distance = Distance::kOwn;  ///< Of the nearest voice here.
  bool repeat = false;
  std::uint32_t claims = 0;
  bool selected = false;  ///< It, or a claim that stands here, is selected.
  PassageCheck check;
  std::string words;  ///< "Passage 3 of 14, 2 claims: less likely. Found, letter for letter"
  Command select;
};

/// What is coded in a paragraph.
struct SourceItem {
  std::string id;
  SignMark sign;
  HedgedText gloss;
  std::string holder;
  VoiceMark mark;     ///< How the voice reaches us.
  bool near = false;  ///< It bears on the outcome.
  float start = 0;    ///< Share of the paragraph's length where it begins to stand.
  PassageCheck check;
  bool selected = false;
  Command select;
};

struct SourceParagraph {
  std::uint32_t number = 0;  ///< From 1; 0: the text is not divided.
  std::string words;         ///< "Paragraph 8"
  std::string note;          ///< "heading, nothing coded"; empty for coded body text.
  std::uint32_t length = 0;  ///< norm-1 code points, at least 1: bars are drawn of true length.
  bool drawn_true = true;  ///< False: the dataset has no paragraphs; the length spans its passages.
  std::vector<PassageBar> bars;   ///< By start.
  std::vector<SourceItem> items;  ///< Claims, in reading order.
  std::vector<StateCount> counts;
  std::string said;  ///< "3 passages, 2 found, 1 moved"; empty without passages.
  bool selected = false;
};

/// Where a reader gives a copy of the shown text, or decides about the one given.
struct CopyBox {
  std::string title, words;
  std::vector<Action> actions;
  bool question = false;  ///< Something is the matter with the copy.
};

struct SourcesModel {
  SourceCards cards;
  std::string shown;           ///< Id of the shown document.
  std::string heading;         ///< "2 texts, at true length"
  std::vector<Action> scopes;  ///< On this outcome, everything coded; with their counts.
  bool all = false;            ///< Everything coded is listed.
  std::uint32_t opened = 0;    ///< The paragraph of which everything is listed; 0: none.
  std::size_t at = 0;       ///< On a phone: the paragraph shown, by its place among `paragraphs`.
  std::string state_words;  ///< "93 passages, not checked: load your copy to read the words"
  std::string title;        ///< "Blog post: 18 paragraphs"
  std::string facts;        ///< "Author of the blog post · 9 May 2023 or later"
  std::vector<SourceParagraph> paragraphs;
  CopyBox box;
  bool may_code = false;  ///< The text can be coded here.
  bool coding = false;
  bool copy_shown = false;  ///< The reader wants to see the copy, whether there is one or not.
  std::optional<Action> problem;  ///< "Next problem", if there is one.
  std::string why_bars;           ///< Why there are bars and no words; or empty.
  std::string empty;              ///< Where the dataset has no document or the document no passage.
  std::string unknown;  ///< Where the state names a document that the dataset lacks; or empty.
};

/// How many claims bear on an outcome, kept from frame to frame.
struct OnOutcome {
  PropositionId target;
  std::optional<std::uint32_t> claims;
};

/// The texts, and the outline of the one that `state.document` names (else the first).
///
/// Cost: the passages and claims of that document, and one pass over all claims.
SourcesModel BuildSourcesModel(const Library& library, const Session& session,
                               OnOutcome* kept = nullptr);

/// The copy of the shown document, or null.
CopyPtr ShownCopy(const Library& library, const Session& session);

/// Whether everything coded is listed: 1; of one paragraph alone: 1 + its number. It stands among
/// the scroll positions: no link carries it.
inline constexpr std::string_view kSourcesListed = "sources-listed";

/// The sign of the first of `claims` that bears on the outcome.
SignMark SignAt(const Library& library, const Outcome& outcome, std::span<const ClaimId> claims);

}  // namespace proviso::view
