#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/view/voice_model.h"

namespace proviso::view {

/// A text of the dataset.
struct SourceCard {
  std::string id, letter, title;
  std::uint32_t document = 0;  ///< From 0.
  std::string line;            ///< "33 paragraphs · 108 coded passages"
  std::uint32_t passages = 0, unchecked = 0;
  std::string unchecked_words;  ///< "108 not checked: load your copy"
  bool shown = false;
  Command show;
};

/// One coded passage on its paragraph's bar.
struct PassageBar {
  std::string id;
  float start = 0, end = 1;  ///< Shares of the paragraph's length, 0 ≤ start < end ≤ 1.
  std::uint32_t lane = 0;    ///< 0 unless an earlier bar of the paragraph still runs at `start`.
  bool from_before = false;  ///< Began in an earlier paragraph.
  bool goes_on = false;      ///< Ends in a later one.
  SignMark sign;             ///< Of the first claim here that bears on the outcome.
  std::uint32_t claims = 0;
  bool selected = false;  ///< It, or a claim that stands here, is selected.
  std::string words;      ///< "Passage 3 of 14, 2 claims, less likely"
  Command select;
};

/// What is coded in a paragraph.
struct SourceItem {
  std::string id;
  SignMark sign;
  HedgedText gloss;
  std::string holder;
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
  bool selected = false;
};

struct SourcesModel {
  std::vector<SourceCard> cards;
  std::string shown;  ///< Id of the shown document.
  std::string title;  ///< "Blog post: 18 paragraphs"
  std::string facts;  ///< "Author of the blog post · 9 May 2023 or later"
  std::vector<SourceParagraph> paragraphs;
  std::string why_bars;  ///< Why there are bars and no words.
  std::string empty;     ///< Where the dataset has no document or the document no passage.
  std::string unknown;   ///< Where the state names a document that the dataset lacks; or empty.
};

/// The texts, and the outline of the one that `state.document` names (else the first).
///
/// Cost: the passages and claims of that document.
SourcesModel BuildSourcesModel(const Library& library, const Session& session);

}  // namespace proviso::view
