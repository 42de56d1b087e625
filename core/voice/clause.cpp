#include "core/voice/clause.h"

#include <algorithm>
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
using Openers = std::unordered_map<std::string, bool>;

void FindIn(std::string_view text, Openers* openers) {
  while (!text.empty()) {
    const std::string_view word = FirstWord(text);
    if (!word.empty() && IsSmall(word[0])) {
      const auto found = openers->find(std::string(word));
      if (found != openers->end()) found->second = true;
    }
    text.remove_prefix(std::max<std::size_t>(word.size(), 1));
  }
}

bool IsLowered(std::string_view word, const Openers& openers) {
  if (word.empty() || !IsCapital(word[0])) return false;
  // Abbreviations keep their capitals.
  if (word.size() > 1 && IsCapital(word[1])) return false;
  const auto found = openers.find(Lowered(word));
  return found != openers.end() && found->second;
}

std::string Clause(const Library& library, PropositionId p, std::string_view label) {
  const bool lowers =
      library.lowers[p.index()] != 0 && FirstWord(label) == FirstWord(library.dataset[p].label);
  return lowers ? Lowered(label) : std::string(label);
}

}  // namespace

std::vector<std::uint8_t> LowersOf(const Dataset& dataset) {
  Openers openers{{"a", true}, {"an", true}, {"the", true}, {"all", true}, {"no", true}};
  for (const Proposition& proposition : dataset.propositions)
    if (const std::string word = Lowered(FirstWord(proposition.label)); !word.empty())
      openers.emplace(word, false);
  for (const Proposition& proposition : dataset.propositions) {
    FindIn(proposition.label, &openers);
    FindIn(proposition.gloss, &openers);
  }
  for (const Claim& claim : dataset.claims) FindIn(claim.gloss, &openers);
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
