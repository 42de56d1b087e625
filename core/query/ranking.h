#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "core/query/lexicon.h"
#include "core/query/postings.h"

namespace proviso::query {

/// How a record holds a sought word, best first. Each step down outweighs any BM25 of all words.
enum class Match : std::uint8_t { kExact, kPrefix, kCorrected, kMissing };

/// One sought word with the indexed words that will do for it.
struct Group {
  struct Part {
    Match match;
    Lexicon::Range words;
    float
        rarity;  ///< Of all words of the part together, so that no rare ending beats a common one.
  };
  std::vector<Part> parts;  ///< Best match first.
  std::uint32_t postings = 0;
};

struct Scored {
  std::uint32_t record;
  float score;
};

/// A score for some records. Only a bit a record is cleared beforehand.
class ScoreBoard {
 public:
  explicit ScoreBoard(std::uint32_t records);

  bool has(std::uint32_t record) const { return (seen_[record >> 6] >> (record & 63) & 1u) != 0; }
  float score(std::uint32_t record) const { return scores_[record]; }
  void Set(std::uint32_t record, float score) {
    seen_[record >> 6] |= std::uint64_t{1} << (record & 63);
    scores_[record] = score;
  }

  /// The scored records, rising; empties the board.
  std::vector<Scored> Take();

 private:
  std::vector<std::uint64_t> seen_;
  std::unique_ptr<float[]> scores_;  ///< Only those of seen records mean anything.
};

/// Ranks records by groups of words, for one query.
class Ranking {
 public:
  /// `records`: all that are numbered; `words`: as many as the query has; `limit`: over 0.
  Ranking(const Postings& postings, std::uint32_t records, std::size_t words, std::size_t limit);

  /// The best records that hold a word of every group.
  std::vector<Scored> All(const std::vector<Group>& groups);

  /// The best records that hold a word of any group, those with more words first.
  std::vector<Scored> Any(const std::vector<Group>& groups);

 private:
  float Penalty(Match match) const { return -step_ * static_cast<float>(match); }

  /// Calls `use(record, score)` for each posting of a part.
  template <class Use>
  void ForEach(const Group::Part& part, Use use) const;

  /// The records of a group, rising, each with its best score.
  std::vector<Scored> Collect(const Group& group);

  /// Keeps those hits that the group has too, and adds its scores.
  void Keep(const Group& group, std::vector<Scored>* hits);

  const Postings& postings_;
  std::uint32_t records_;
  std::size_t limit_;
  float step_;
  ScoreBoard board_;
};

}  // namespace proviso::query
