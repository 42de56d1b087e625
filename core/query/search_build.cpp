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
    ForEachRun(text, [&](std::string_view run) {
      if (run.size() > kLongestRemembered) {
        for (const std::string& word : IndexedWords(run)) use(Number(word));
        return;
      }
      const std::uint32_t number = NumberOfRun(run);
      ++times_[number];
      for (std::uint32_t i = run_starts_[number]; i < run_starts_[number + 1]; ++i)
        use(run_words_[i]);
    });
  }

  std::uint32_t size() const { return words_.size(); }
  std::string_view word(std::uint32_t number) const { return words_[number]; }

  /// For each word the run that it most often is, without signs; empty if it is only part of runs.
  std::vector<std::string_view> Spellings() const {
    std::vector<std::string_view> spellings(words_.size());
    std::vector<std::uint32_t> times(words_.size(), 0);
    for (std::uint32_t run = 0; run < runs_.size(); ++run) {
      if (run_starts_[run + 1] - run_starts_[run] != 1) continue;
      const std::uint32_t word = run_words_[run_starts_[run]];
      if (times_[run] <= times[word]) continue;
      times[word] = times_[run];
      spellings[word] = TrimSigns(runs_[run]);
    }
    return spellings;
  }

 private:
  std::uint32_t Number(std::string_view word) {
    const std::uint32_t number = words_.Find(word);
    return number < words_.size() ? number : words_.Add(letters_.Keep(word));
  }

  std::uint32_t NumberOfRun(std::string_view run) {
    const std::uint32_t number = runs_.Find(run);
    if (number < runs_.size()) return number;
    for (const std::string& word : IndexedWords(run)) run_words_.push_back(Number(word));
    run_starts_.push_back(static_cast<std::uint32_t>(run_words_.size()));
    times_.push_back(0);
    return runs_.Add(run);
  }

  Arena letters_;
  Interner words_;
  Interner runs_;
  std::vector<std::uint32_t> times_;          ///< By run.
  std::vector<std::uint32_t> run_starts_{0};  ///< By run, into:
  std::vector<std::uint32_t> run_words_;
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
  std::vector<Text> texts;
  for (Table table : tables) {
    sections_.push_back({table, records_});
    const std::uint32_t count = static_cast<std::uint32_t>(dataset.count(table));
    for (std::uint32_t i = 0; i < count; ++i) {
      postings.BeginRecord();
      texts.clear();
      AppendSearchedTexts(dataset, {table, i}, &texts);
      for (Text text : texts) reader.Read(text, [&](std::uint32_t word) { postings.Add(word); });
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

}  // namespace proviso::query
