#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/dataset.h"
#include "core/query/lexicon.h"
#include "core/query/postings.h"

namespace proviso::query {

/// A record that matches, with how well (higher is better; only the order means anything).
struct Hit {
  RecordRef record;
  float score = 0;
};

/// Full-text search over one or several tables: whole words, prefixes, one typing error a word,
/// diacritics and case folded, CJK by overlapping character pairs.
///
/// Ranked by BM25; exact words before prefixes before corrected words; ties by record.
/// Source: core/query/README.md.
class SearchIndex {
 public:
  /// Indexes the texts of the named tables: labels, names, aliases, glosses, titles, hedges.
  /// The dataset is not needed afterwards.
  SearchIndex(const Dataset& dataset, std::span<const Table> tables);

  /// The best `limit` records for all words of `query`; all with at least one word if none has all.
  /// The last word is also a prefix. A word that nothing begins with is corrected.
  std::vector<Hit> Find(std::string_view query, std::size_t limit) const;

  /// The indexed word nearest to a query that finds nothing, as it is mostly written, or empty.
  /// Cost: looks at every indexed word.
  std::string Nearest(std::string_view query) const;

  std::size_t size_bytes() const;

 private:
  /// Records are numbered through the tables.
  struct Section {
    Table table;
    std::uint32_t first;
  };
  RecordRef Record(std::uint32_t number) const;

  std::vector<Section> sections_;
  std::uint32_t records_ = 0;
  Lexicon words_;
  Postings postings_;  ///< By word.
  /// How a word is mostly written, for those that are not written as they are indexed.
  std::vector<std::uint32_t> spelt_words_;
  Lexicon spellings_;
};

/// An index that is made when something is first looked for: whoever opens a large dataset waits
/// for what he sees, not for a search that he may never make.
class LateSearch {
 public:
  /// `tables` must stay where they are.
  explicit LateSearch(std::span<const Table> tables) : tables_(tables) {}

  /// Of the dataset that it is always asked with.
  const SearchIndex& Of(const Dataset& dataset) const;

 private:
  std::span<const Table> tables_;
  mutable std::optional<SearchIndex> index_;
};

}  // namespace proviso::query
