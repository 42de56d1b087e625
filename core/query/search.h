#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/dataset.h"

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
  SearchIndex(const Dataset& dataset, std::span<const Table> tables);

  /// The best `limit` records for all words of `query`; all with at least one word if none has all.
  /// The last word is also a prefix.
  std::vector<Hit> Find(std::string_view query, std::size_t limit) const;

  /// The indexed word nearest to a query that finds nothing, or empty.
  std::string Nearest(std::string_view query) const;

 private:
  struct Term {
    std::uint32_t text = 0, length = 0;      ///< Into `letters_`.
    std::uint32_t postings = 0, count = 0;   ///< Into `postings_`.
  };
  struct Posting {
    std::uint32_t record = 0;  ///< Into `records_`.
    std::uint32_t times = 0;
  };
  std::string letters_;
  std::vector<Term> terms_;  ///< Sorted by letters.
  std::vector<Posting> postings_;
  std::vector<RecordRef> records_;
  std::vector<std::uint32_t> lengths_;  ///< Words in each record.
  float mean_length_ = 0;
};

}  // namespace proviso::query
