#pragma once

#include <vector>

#include "core/model/dataset.h"

namespace proviso::query {

/// The texts that a record is found by.
struct SearchedTexts {
  std::vector<Text> texts;
  std::vector<Text> asides;  ///< Found too, but after those in whose text the word stands.
};

/// Replaces `*texts` with those of `record`. Source: core/query/README.md, "What is searched".
void GetSearchedTexts(const Dataset& dataset, RecordRef record, SearchedTexts* texts);

}  // namespace proviso::query
