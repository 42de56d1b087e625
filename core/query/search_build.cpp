#include <algorithm>
#include <numeric>

#include "core/query/interner.h"
#include "core/query/search.h"
#include "core/query/searched_text.h"
#include "core/query/tokens.h"

namespace proviso::query {
namespace {

/// Longer runs (sentences of CJK, mostly) hardly ever come twice.
constexpr std::size_t kLongestRemembered = 48;

/// The words of a dataset, numbered as they come; each distinct run is folded only once.
class WordReader {
 public:
  /// Calls `use` with the number of each word of `text`, which must stay where it is.
  template <class Use>
  void Read(std::string_view text, Use use) {
    texts_.clear();
    ForEachRun(text, [&](std::string_view run) { texts_.push_back(run); });
    const std::uint32_t known = run_texts_.size();
    run_texts_.Find(texts_, &numbers_);
    for (std::size_t i = 0; i < texts_.size(); ++i) {
      if (texts_[i].size() > kLongestRemembered) {
        ForEachIndexedWord(texts_[i], [&](std::string_view word) { use(Number(word)); });
        continue;
      }
      Run& run = runs_[numbers_[i] < known ? numbers_[i] : NumberOfRun(texts_[i])];
      ++run.times;
      if (run.count == 1) {
        use(run.word);
      } else {
        for (std::uint32_t k = 0; k < run.count; ++k) use(words_of_runs_[run.word + k]);
      }
    }
  }

  std::uint32_t size() const { return words_.size(); }
  std::string_view word(std::uint32_t number) const { return words_[number]; }

  /// For each word the run that it most often is, without signs; empty if it is only part of runs.
  std::vector<std::string_view> Spellings() const {
    std::vector<std::string_view> spellings(words_.size());
    std::vector<std::uint32_t> times(words_.size(), 0);
    for (std::uint32_t i = 0; i < runs_.size(); ++i) {
      const Run& run = runs_[i];
      if (run.count != 1 || run.times <= times[run.word]) continue;
      times[run.word] = run.times;
      spellings[run.word] = TrimSigns(run_texts_[i]);
    }
    return spellings;
  }

 private:
  std::uint32_t Number(std::string_view word) {
    const std::uint32_t number = words_.Find(word);
    return number < words_.size() ? number : words_.Add(letters_.Keep(word));
  }

  std::uint32_t NumberOfRun(std::string_view text) {
    const std::uint32_t number = run_texts_.Find(text);
    if (number < run_texts_.size()) return number;
    const auto first = static_cast<std::uint32_t>(words_of_runs_.size());
    ForEachIndexedWord(text,
                       [&](std::string_view word) { words_of_runs_.push_back(Number(word)); });
    Run run{0, static_cast<std::uint32_t>(words_of_runs_.size()) - first, first};
    if (run.count == 1) {
      run.word = words_of_runs_.back();
      words_of_runs_.pop_back();
    }
    runs_.push_back(run);
    return run_texts_.Add(text);
  }

  /// What is known of a run that has come before.
  struct Run {
    std::uint32_t times;
    std::uint32_t count;  ///< Of its words.
    std::uint32_t word;   ///< If there is one; else the place of the first in `words_of_runs_`.
  };

  Arena letters_;
  Interner words_;
  Interner run_texts_;
  std::vector<Run> runs_;
  std::vector<std::uint32_t> words_of_runs_;
  std::vector<std::string_view> texts_;  ///< Of one text; kept for their memory.
  std::vector<std::uint32_t> numbers_;
};

/// The words in byte order. Cost: mostly comparisons of eight bytes at once.
std::vector<std::uint32_t> SortedWords(const WordReader& reader) {
  struct Key {
    std::uint64_t begin;
    std::uint32_t word;
  };
  std::vector<Key> keys(reader.size());
  for (std::uint32_t i = 0; i < reader.size(); ++i) {
    const std::string_view word = reader.word(i);
    std::uint64_t begin = 0;
    for (std::size_t k = 0; k < 8; ++k)
      begin = begin << 8 | (k < word.size() ? static_cast<unsigned char>(word[k]) : 0u);
    keys[i] = {begin, i};
  }
  std::sort(keys.begin(), keys.end(), [&](const Key& a, const Key& b) {
    return a.begin != b.begin ? a.begin < b.begin : reader.word(a.word) < reader.word(b.word);
  });
  std::vector<std::uint32_t> order;
  order.reserve(keys.size());
  for (const Key& key : keys) order.push_back(key.word);
  return order;
}

}  // namespace

SearchIndex::SearchIndex(const Dataset& dataset, std::span<const Table> tables) {
  WordReader reader;
  PostingsBuilder postings;
  SearchedTexts texts;
  for (Table table : tables) {
    sections_.push_back({table, records_});
    const std::uint32_t count = static_cast<std::uint32_t>(dataset.count(table));
    for (std::uint32_t i = 0; i < count; ++i) {
      postings.BeginRecord();
      GetSearchedTexts(dataset, {table, i}, &texts);
      for (Text text : texts.texts)
        reader.Read(text, [&](std::uint32_t word) { postings.Add(word); });
      for (Text text : texts.asides)
        reader.Read(text, [&](std::uint32_t word) { postings.AddAside(word); });
    }
    records_ += count;
  }

  const std::vector<std::uint32_t> order = SortedWords(reader);
  postings_ = postings.Build(order);
  std::vector<std::string_view> words;
  words.reserve(order.size());
  for (std::uint32_t word : order) words.push_back(reader.word(word));
  words_ = Lexicon(words);

  const std::vector<std::string_view> by_number = reader.Spellings();
  std::vector<std::string_view> spellings;
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    const std::string_view spelling = by_number[order[i]];
    if (spelling.empty() || spelling == words[i]) continue;
    spelt_words_.push_back(i);
    spellings.push_back(spelling);
  }
  spellings_ = Lexicon(spellings);
}

const SearchIndex& LateSearch::Of(const Dataset& dataset) const {
  if (!index_) index_.emplace(dataset, tables_);
  return *index_;
}

}  // namespace proviso::query
