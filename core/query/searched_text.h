#pragma once

#include <string_view>
#include <vector>

#include "core/model/dataset.h"

namespace proviso::query {

/// The texts that a record is found by.
struct SearchedTexts {
  std::vector<Text> texts;
  std::vector<Text> asides;  ///< Found too, but after those in whose text the word stands.
};

/// The words by which the coder expects `record` to be looked for: those of an actor, a proposition
/// or a passage; of a claim those of its passages.
std::vector<Text> KeywordsOf(const Dataset& dataset, RecordRef record);

/// Those of `KeywordsOf` that `query` names, by a whole word or, with its last, by the beginning of
/// one: why a record can be found whose text does not hold the word. None twice.
std::vector<Text> FoundKeywords(const Dataset& dataset, RecordRef record, std::string_view query);

/// Replaces `*texts` with those of `record`. Source: core/query/README.md, "What is searched".
void GetSearchedTexts(const Dataset& dataset, RecordRef record, SearchedTexts* texts);

}  // namespace proviso::query
