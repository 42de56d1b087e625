#include "core/query/search.h"

#include <algorithm>
#include <optional>

#include "core/base/text.h"
#include "core/query/ranking.h"
#include "core/query/tokens.h"

namespace proviso::query {
namespace {

/// Makes groups of the indexed words that will do for a sought one.
class Matcher {
 public:
  Matcher(const Lexicon& words, const Postings& postings) : words_(words), postings_(postings) {}

  void AddExact(const SoughtWord& sought, Group* group) const {
    if (const auto word = words_.Find(sought.text))
      AddPart(Match::kExact, {*word, *word + 1}, group);
  }

  /// Longer words; `group` holds the exact one, if there is one.
  void AddLonger(const SoughtWord& sought, Group* group) const {
    if (!sought.prefix) return;
    Lexicon::Range longer = words_.WithPrefix(sought.text);
    if (!group->parts.empty()) ++longer.first;  // The word itself comes first.
    if (!longer.empty()) AddPart(Match::kPrefix, longer, group);
  }

  void AddCorrected(const SoughtWord& sought, Group* group) const {
    if (!sought.correctable) return;
    const std::size_t first = group->parts.size();
    std::uint32_t count = 0;
    for (std::uint32_t word : words_.WithinOneEdit(sought.text)) {
      count += postings_.count(word);
      AddPart(Match::kCorrected, {word, word + 1}, group);
    }
    for (std::size_t i = first; i < group->parts.size(); ++i)
      group->parts[i].rarity = postings_.Rarity(count);
  }

 private:
  void AddPart(Match match, Lexicon::Range words, Group* group) const {
    std::uint32_t count = 0;
    for (std::uint32_t word = words.first; word < words.last; ++word)
      count += postings_.count(word);
    group->parts.push_back({match, words, postings_.Rarity(count)});
    group->postings += count;
  }

  const Lexicon& words_;
  const Postings& postings_;
};

std::u32string Letters(std::string_view word) {
  std::u32string letters;
  for (std::size_t at = 0; at < word.size();) letters.push_back(NextCodePoint(word, &at));
  return letters;
}

}  // namespace

std::vector<Hit> SearchIndex::Find(std::string_view query, std::size_t limit) const {
  const std::vector<SoughtWord> sought = SoughtWords(query);
  if (sought.empty() || limit == 0) return {};
  const Matcher matcher(words_, postings_);
  Ranking ranking(postings_, records_, sought.size(), limit);
  std::vector<Group> groups(sought.size());

  // From strict to lenient. What a later step adds ranks below all that an earlier one finds, so
  // the first step that fills the list settles it.
  for (std::size_t i = 0; i < sought.size(); ++i) matcher.AddExact(sought[i], &groups[i]);
  std::vector<Scored> found = ranking.All(groups);
  if (found.size() < limit) {
    for (std::size_t i = 0; i < sought.size(); ++i) {
      matcher.AddLonger(sought[i], &groups[i]);
      if (groups[i].parts.empty()) matcher.AddCorrected(sought[i], &groups[i]);
    }
    found = ranking.All(groups);
  }
  if (found.empty()) {
    std::vector<Group> corrected = groups;
    for (std::size_t i = 0; i < sought.size(); ++i)
      if (!groups[i].parts.empty() && groups[i].parts.front().match != Match::kCorrected)
        matcher.AddCorrected(sought[i], &corrected[i]);
    found = ranking.All(corrected);
  }
  if (found.empty()) found = ranking.Any(groups);

  std::vector<Hit> hits;
  hits.reserve(found.size());
  for (const Scored& scored : found) hits.push_back({Record(scored.record), scored.score});
  return hits;
}

std::string SearchIndex::Nearest(std::string_view query) const {
  std::optional<std::uint32_t> nearest;
  std::uint32_t least = 0;
  for (const SoughtWord& sought : SoughtWords(query)) {
    const std::u32string letters = Letters(sought.text);
    // One edit for three letters: with more, anything is near anything.
    const auto most = static_cast<std::uint32_t>((letters.size() + 2) / 3);
    if (most >= letters.size()) continue;
    for (std::uint32_t word = 0; word < words_.size(); ++word) {
      const std::uint32_t distance = Lexicon::Distance(letters, Letters(words_[word]), most);
      if (distance > most) continue;
      if (nearest && (distance > least ||
                      (distance == least && postings_.count(word) <= postings_.count(*nearest))))
        continue;
      nearest = word;
      least = distance;
    }
  }
  if (!nearest) return {};
  const auto spelt = std::lower_bound(spelt_words_.begin(), spelt_words_.end(), *nearest);
  if (spelt == spelt_words_.end() || *spelt != *nearest) return std::string(words_[*nearest]);
  return std::string(spellings_[static_cast<std::uint32_t>(spelt - spelt_words_.begin())]);
}

RecordRef SearchIndex::Record(std::uint32_t number) const {
  auto after =
      std::upper_bound(sections_.begin(), sections_.end(), number,
                       [](std::uint32_t n, const Section& section) { return n < section.first; });
  --after;
  return {after->table, number - after->first};
}

std::size_t SearchIndex::size_bytes() const {
  return words_.size_bytes() + postings_.size_bytes() + spelt_words_.size() * 4 +
         spellings_.size_bytes();
}

}  // namespace proviso::query
