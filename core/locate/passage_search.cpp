#include "core/locate/passage_search.h"

#include <algorithm>
#include <utility>

#include "core/base/sha256.h"
#include "core/base/sort.h"

namespace proviso::locate {
namespace {

constexpr std::int64_t kBlocks = 2'000'000;       // SHA-256 blocks spent on a report …
constexpr std::int64_t kBlocksAPassage = 256;     // … and besides for every passage of it.
constexpr std::int64_t kBlocksBySketch = 20'000;  // At most, for one passage.
constexpr std::uint32_t kNearWords = 16;          // Tried on either side of where one should be.

std::int64_t BlocksFor(std::string_view slice) {
  return static_cast<std::int64_t>((slice.size() + 72) / 64);
}

}  // namespace

PassageSearch::PassageSearch(const ReaderText& text, std::size_t passages)
    : index_(text), blocks_(kBlocks + kBlocksAPassage * static_cast<std::int64_t>(passages)) {}

/// The letter at which a passage should stand if it has moved as the last one did.
std::uint32_t PassageSearch::Expected(const Passage& passage) const {
  const std::int64_t offset = std::int64_t{passage.start} + shift_;
  return index_.LetterAt(static_cast<std::uint32_t>(std::max<std::int64_t>(offset, 0)));
}

/// Takes `letter` down as a place of the passage if its letters stand there.
bool PassageSearch::Confirm(Wanted* wanted, std::uint32_t letter) {
  const std::uint32_t count = wanted->passage->letters;
  if (count == 0 || letter > index_.letters() || count > index_.letters() - letter) return false;
  const std::string_view slice = index_.Slice(letter, count);
  blocks_ -= BlocksFor(slice);
  if (blocks_ < 0) wanted->given_up = true;
  if (wanted->given_up || Sha256(slice) != wanted->digest) return false;
  AddPlace(wanted, letter);
  return true;
}

void PassageSearch::AddPlace(Wanted* wanted, std::uint32_t letter) {
  const std::uint32_t origin = index_.Origin(letter);
  wanted->places.push_back(letter);
  wanted->exact = wanted->exact || origin == wanted->passage->start;
  shift_ = std::int64_t{origin} - wanted->passage->start;
}

bool PassageSearch::Near(Wanted* wanted) {
  const Passage& passage = *wanted->passage;
  const std::uint32_t start = index_.LetterAt(passage.start);
  if (start < index_.letters() && index_.Origin(start) == passage.start && Confirm(wanted, start))
    return true;
  const std::uint32_t middle = index_.WordAt(Expected(passage));
  for (std::uint32_t away = 0; away <= kNearWords; ++away) {
    if (middle + away < index_.words() && Confirm(wanted, index_.WordStart(middle + away)))
      return true;
    if (away != 0 && away <= middle && Confirm(wanted, index_.WordStart(middle - away)))
      return true;
  }
  return false;
}

bool PassageSearch::BySketch(Wanted* wanted) {
  std::vector<Hit> hits;
  for (std::uint32_t which = 0; which < wanted->sketch.size(); ++which)
    for (const std::uint32_t word : index_.Shingles(wanted->sketch[which]))
      hits.push_back({word, which});
  SortList(&hits, [](const Hit& a, const Hit& b) { return a.word < b.word; });

  // For each hit, how many of the sketch stand in the window that begins with it.
  const std::uint32_t letters = wanted->passage->letters;
  std::vector<std::uint32_t> inside(wanted->sketch.size(), 0);
  std::uint32_t distinct = 0;
  std::vector<std::pair<std::uint32_t, std::size_t>> windows;  // Hits, first hit.
  std::size_t end = 0;
  for (std::size_t first = 0; first < hits.size(); ++first) {
    for (; end < hits.size() && HitEnd(hits[end]) - HitStart(hits[first]) <= letters; ++end)
      distinct += ++inside[hits[end].which] == 1 ? 1u : 0u;
    if (end == first) {  // One shingle alone is longer than the passage: chance.
      ++end;
      continue;
    }
    windows.emplace_back(distinct, first);
    if (distinct >= wanted->best_hits) KeepBest(hits, first, distinct, wanted);
    distinct -= --inside[hits[first].which] == 0 ? 1u : 0u;
  }
  SortList(&windows, [](const auto& a, const auto& b) { return a.first > b.first; });
  // A sketch does not tell where in the passage a shingle stands, so each hit speaks for every word
  // before it that lies near enough. For a passage of many pages that is too many.
  const std::int64_t least = blocks_ - kBlocksBySketch;
  for (const auto& [count, first] : windows) {
    const std::uint32_t hit_end = HitEnd(hits[first]);
    for (std::uint32_t word = hits[first].word + 1; word-- > 0;) {
      const std::uint32_t start = index_.WordStart(word);
      if (hit_end - start > letters) break;
      if (wanted->given_up || blocks_ < least) return false;
      if (Confirm(wanted, start)) return true;
    }
  }
  return false;
}

/// Of windows with equally many hits the one nearest to where the passage should be is kept.
void PassageSearch::KeepBest(const std::vector<Hit>& hits, std::size_t first, std::uint32_t count,
                             Wanted* wanted) const {
  const std::uint32_t from = HitStart(hits[first]);
  const std::uint32_t expected = Expected(*wanted->passage);
  const auto away = [expected](std::uint32_t letter) {
    return letter > expected ? letter - expected : expected - letter;
  };
  if (count == wanted->best_hits && away(from) >= away(wanted->best_from)) return;
  wanted->best_hits = count;
  wanted->best_from = from;
  wanted->best_to = from;
  for (std::size_t i = first; i < hits.size(); ++i) {
    if (HitEnd(hits[i]) - from > wanted->passage->letters) break;
    wanted->best_to = HitEnd(hits[i]);
  }
}

void PassageSearch::Everywhere(std::vector<Wanted*> wanted) {
  SortList(&wanted, [](const Wanted* a, const Wanted* b) {
    return a->passage->letters != b->passage->letters ? a->passage->letters < b->passage->letters
                                                      : a->digest < b->digest;
  });
  const auto near = [this](Wanted* w) { return Near(w); };
  std::int64_t tried_shift = shift_;
  for (auto from = wanted.begin(); from != wanted.end();) {
    if (shift_ !=
        tried_shift) {  // One was found: its neighbours may stand as far from their places.
      tried_shift = shift_;
      wanted.erase(std::remove_if(from, wanted.end(), near), wanted.end());
      if (from == wanted.end()) return;
    }
    const std::uint32_t letters = (*from)->passage->letters;
    const auto to = std::find_if(
        from, wanted.end(), [letters](const Wanted* w) { return w->passage->letters != letters; });
    if (letters > index_.letters()) return;
    blocks_ -= BlocksFor(index_.Slice(0, letters)) * index_.words();
    if (blocks_ < 0) {
      std::for_each(from, wanted.end(), [](Wanted* w) { w->given_up = true; });
      return;
    }
    HashEveryWord(letters, std::vector<Wanted*>(from, to));
    from = to;
  }
}

/// Looks for passages of so many letters, sorted by digest, at every word start.
void PassageSearch::HashEveryWord(std::uint32_t letters, const std::vector<Wanted*>& wanted) {
  const auto less = [](const Wanted* a, const Digest& digest) { return a->digest < digest; };
  for (std::uint32_t word = 0; word < index_.words(); ++word) {
    const std::uint32_t start = index_.WordStart(word);
    if (letters > index_.letters() - start) return;
    const Digest digest = Sha256(index_.Slice(start, letters));
    for (auto i = std::lower_bound(wanted.begin(), wanted.end(), digest, less);
         i != wanted.end() && (*i)->digest == digest; ++i)
      AddPlace(*i, start);
  }
}

void PassageSearch::AddRepeats(Wanted* wanted) {
  const std::uint32_t known = wanted->places.front();
  wanted->places = index_.Repeats(known, wanted->passage->letters);
  const auto at = std::lower_bound(wanted->places.begin(), wanted->places.end(), known);
  if (at == wanted->places.end() || *at != known) wanted->places.insert(at, known);
}

Place PassageSearch::AlteredPlace(const Wanted& wanted) const {
  const std::uint32_t letters = wanted.passage->letters;
  const std::uint32_t least = wanted.best_to < letters ? 0 : wanted.best_to - letters;
  const std::uint32_t expected = Expected(*wanted.passage);
  std::uint32_t from = expected;
  if (expected < least || expected > wanted.best_from)
    from = least + (wanted.best_from - least) / 2;
  const std::uint32_t to = std::min(index_.letters(), from + letters);
  std::uint32_t word = index_.WordAt(from);
  if (index_.WordStart(word) > from) --word;
  from = index_.WordStart(word);
  return PlaceOf(from, index_.WordStart(index_.WordAt(to)) - from);
}

}  // namespace proviso::locate
