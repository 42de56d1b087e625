#include "core/voice/clause.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>

namespace proviso::view {
namespace {

bool IsSmall(char c) { return c >= 'a' && c <= 'z'; }
bool IsCapital(char c) { return c >= 'A' && c <= 'Z'; }
bool IsLetter(char c) { return IsSmall(c) || IsCapital(c) || static_cast<unsigned char>(c) >= 128; }

std::string_view FirstWord(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && IsLetter(text[end])) ++end;
  return text.substr(0, end);
}

std::string Lowered(std::string_view text) {
  std::string lowered(text);
  if (!lowered.empty() && IsCapital(lowered[0]))
    lowered[0] = static_cast<char>(lowered[0] - 'A' + 'a');
  return lowered;
}

/// Words that open labels, with a small letter, and whether the dataset writes them so.
class Openers {
 public:
  void Add(const std::string& word, bool written) {
    words_.emplace(word, written);
    places_[PlaceOf(word)] = true;
  }

  void FindIn(std::string_view text) {
    while (!text.empty()) {
      const std::string_view word = FirstWord(text);
      if (!word.empty() && IsSmall(word[0]) && places_[PlaceOf(word)])
        if (const auto found = words_.find(std::string(word)); found != words_.end())
          found->second = true;
      text.remove_prefix(std::max<std::size_t>(word.size(), 1));
    }
  }

  bool Written(const std::string& word) const {
    const auto found = words_.find(word);
    return found != words_.end() && found->second;
  }

 private:
  static constexpr std::size_t kPlaces = 4096;

  /// Most words of a dataset open no label: a look at three letters rules them out.
  static std::size_t PlaceOf(std::string_view word) {
    const auto at = [&](std::size_t i) { return std::size_t{static_cast<unsigned char>(word[i])}; };
    return (word.size() * 419 + at(0) * 131 + at(word.size() / 2) * 31 + at(word.size() - 1)) %
           kPlaces;
  }

  std::unordered_map<std::string, bool> words_;
  std::array<bool, kPlaces> places_{};
};

bool IsLowered(std::string_view word, const Openers& openers) {
  if (word.empty() || !IsCapital(word[0])) return false;
  // Abbreviations keep their capitals.
  if (word.size() > 1 && IsCapital(word[1])) return false;
  return openers.Written(Lowered(word));
}

std::string Clause(const Library& library, PropositionId p, std::string_view label) {
  const bool lowers =
      library.lowers[p.index()] != 0 && FirstWord(label) == FirstWord(library.dataset[p].label);
  return lowers ? Lowered(label) : std::string(label);
}

}  // namespace

std::vector<std::uint8_t> LowersOf(const Dataset& dataset) {
  Openers openers;
  for (const char* word : {"a", "an", "the", "all", "no"}) openers.Add(word, true);
  for (const Proposition& proposition : dataset.propositions)
    if (const std::string word = Lowered(FirstWord(proposition.label)); !word.empty())
      openers.Add(word, false);
  for (const Proposition& proposition : dataset.propositions) {
    openers.FindIn(proposition.label);
    openers.FindIn(proposition.gloss);
  }
  for (const Claim& claim : dataset.claims) openers.FindIn(claim.gloss);
  std::vector<std::uint8_t> lowers;
  lowers.reserve(dataset.propositions.size());
  for (const Proposition& proposition : dataset.propositions)
    lowers.push_back(IsLowered(FirstWord(proposition.label), openers) ? 1 : 0);
  return lowers;
}

std::string ClauseOf(const Library& library, Literal literal) {
  const PropositionId p = literal.proposition();
  if (!p) return {};
  const Proposition& record = library.dataset[p];
  const std::string so =
      record.if_true.empty() ? Clause(library, p, record.label) : std::string(record.if_true);
  if (!literal.negated()) return so;
  if (!record.negated.empty()) return Clause(library, p, record.negated);
  return library.say("it is not so that {0}##a statement", {so});
}

std::string SentenceOf(const Library& library, Literal literal) {
  const PropositionId p = literal.proposition();
  if (!p) return {};
  const Proposition& record = library.dataset[p];
  if (!literal.negated()) return std::string(record.label);
  if (!record.negated.empty()) return std::string(record.negated);
  return library.say.Capital(ClauseOf(library, literal));
}

}  // namespace proviso::view
