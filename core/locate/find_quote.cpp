#include "core/locate/find_quote.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "core/base/text.h"

namespace proviso::locate {
namespace {

/// Of all findings together; a word that fills a text, parted into a thousand pieces, has more.
constexpr std::size_t kMostPlaces = 1'000'000;

bool BeginsWord(const ReaderText& text, std::uint32_t at) {
  return at == 0 || !IsWordCharacter(text.norm1[at - 1]);
}
bool EndsWord(const ReaderText& text, std::uint32_t end) {
  return end >= text.norm1.size() || !IsWordCharacter(text.norm1[end]);
}

/// Where these letters stand from one word's start to one word's end, in the order of the text.
/// Cost: linear in the text and the letters, whatever repeats in them (Knuth, Morris and Pratt).
std::vector<Place> PlacesOf(const ReaderText& text, std::u32string_view letters) {
  std::vector<Place> places;
  const std::u32string_view all = text.skeleton.letters;
  if (letters.empty() || letters.size() > all.size()) return places;
  const auto& origin = text.skeleton.origin;
  // How much of the letters' beginning is also the end of their first i + 1.
  std::vector<std::uint32_t> again(letters.size(), 0);
  for (std::size_t i = 1, same = 0; i < letters.size(); ++i) {
    while (same > 0 && letters[i] != letters[same]) same = again[same - 1];
    if (letters[i] == letters[same]) ++same;
    again[i] = static_cast<std::uint32_t>(same);
  }
  for (std::size_t i = 0, same = 0; i < all.size(); ++i) {
    if (same == 0) {  // The library looks for one letter faster than a loop does.
      i = all.find(letters[0], i);
      if (i == all.npos) break;
    }
    while (same > 0 && all[i] != letters[same]) same = again[same - 1];
    if (all[i] == letters[same]) ++same;
    if (same < letters.size()) continue;
    same = again[same - 1];
    const std::size_t at = i + 1 - letters.size();
    const std::uint32_t start = origin[at];
    const std::uint32_t end = origin[i] + 1;
    // A letter that folds into several must be taken whole.
    const bool whole = (at == 0 || origin[at - 1] != start) &&
                       (i + 1 == origin.size() || origin[i + 1] != origin[i]);
    if (whole && BeginsWord(text, start) && EndsWord(text, end)) places.push_back({start, end});
  }
  return places;
}

/// Words of a norm-1 text with their places.
struct PlacedWords {
  std::vector<std::u32string> words;
  std::vector<Place> places;
};

PlacedWords WordsWithPlaces(std::u32string_view norm1) {
  PlacedWords found;
  for (std::uint32_t at = 0; at < norm1.size();) {
    if (!IsWordCharacter(norm1[at])) {
      ++at;
      continue;
    }
    const std::uint32_t start = at;
    while (at < norm1.size() && IsWordCharacter(norm1[at])) ++at;
    found.words.push_back(MakeSkeleton(norm1.substr(start, at - start)).letters);
    found.places.push_back({start, at});
  }
  return found;
}

}  // namespace

std::vector<std::string_view> QuotePieces(std::string_view quote) {
  std::vector<std::string_view> pieces;
  const auto take = [&pieces](std::string_view piece) {
    if (piece.find_first_not_of(" \t\r\n") != piece.npos) pieces.push_back(piece);
  };
  for (;;) {
    const std::size_t sign = std::min(quote.find("[…]"), quote.find("[...]"));
    take(quote.substr(0, sign));
    if (sign == quote.npos) return pieces;
    quote = quote.substr(quote.find(']', sign) + 1);
  }
}

std::vector<std::vector<Place>> FindQuote(const ReaderText& text, std::string_view quote) {
  std::vector<std::vector<Place>> pieces;
  for (const std::string_view piece : QuotePieces(quote)) {
    pieces.push_back(PlacesOf(text, MakeSkeleton(Norm1(piece)).letters));
    if (pieces.back().empty()) return {};
  }
  std::vector<std::vector<Place>> findings;
  if (pieces.empty()) return findings;
  for (const Place& first : pieces[0]) {
    std::vector<Place> finding{first};
    for (std::size_t i = 1; i < pieces.size(); ++i) {
      const auto next =
          std::lower_bound(pieces[i].begin(), pieces[i].end(), finding.back().end,
                           [](const Place& one, std::uint32_t end) { return one.start < end; });
      if (next == pieces[i].end()) break;
      finding.push_back(*next);
    }
    if (finding.size() < pieces.size()) break;  // Behind a later one there is less still.
    findings.push_back(std::move(finding));
    if (findings.size() * pieces.size() >= kMostPlaces) break;
  }
  return findings;
}

std::optional<Nearest> NearestPlace(const ReaderText& text, std::string_view quote) {
  constexpr double kLeastShare = 1.0 / 3;
  const PlacedWords wanted = WordsWithPlaces(Norm1(quote));
  const PlacedWords all = WordsWithPlaces(text.norm1);
  if (wanted.words.size() < 2 || all.words.size() < 2) return std::nullopt;
  using Pair = std::pair<std::u32string_view, std::u32string_view>;
  std::map<Pair, std::size_t> pairs;
  for (std::size_t i = 0; i + 1 < wanted.words.size(); ++i)
    pairs.emplace(Pair(wanted.words[i], wanted.words[i + 1]), pairs.size());
  constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  std::vector<std::size_t> hit(all.words.size() - 1, kNone);
  for (std::size_t i = 0; i + 1 < all.words.size(); ++i)
    if (const auto pair = pairs.find(Pair(all.words[i], all.words[i + 1])); pair != pairs.end())
      hit[i] = pair->second;
  // The window of as many words as are wanted that holds the most different pairs.
  std::vector<std::uint32_t> inside(pairs.size(), 0);
  const std::size_t window = std::min(wanted.words.size(), all.words.size()) - 1;
  std::size_t distinct = 0, best = 0, best_at = 0;
  for (std::size_t end = 0; end < hit.size(); ++end) {
    if (hit[end] != kNone && ++inside[hit[end]] == 1) ++distinct;
    if (end >= window && hit[end - window] != kNone && --inside[hit[end - window]] == 0) --distinct;
    if (distinct > best) {
      best = distinct;
      best_at = end + 1 >= window ? end + 1 - window : 0;
    }
  }
  const double share = static_cast<double>(best) / static_cast<double>(pairs.size());
  if (share < kLeastShare) return std::nullopt;
  const auto is_wanted = [&wanted](const std::u32string& word) {
    return std::find(wanted.words.begin(), wanted.words.end(), word) != wanted.words.end();
  };
  // From the first pair to the last, and words of the quote beside them in the same sentence.
  std::size_t first = best_at, last = std::min(best_at + window, hit.size());
  while (first + 1 < last && hit[first] == kNone) ++first;
  while (last > first + 1 && hit[last - 1] == kNone) --last;
  const auto joined = [&](std::size_t i) {  // Words i and i + 1.
    const std::u32string_view between =
        std::u32string_view(text.norm1)
            .substr(all.places[i].end, all.places[i + 1].start - all.places[i].end);
    return between.find_first_of(U".!?。") == between.npos;
  };
  while (first > 0 && is_wanted(all.words[first - 1]) && joined(first - 1)) --first;
  while (last + 1 < all.words.size() && is_wanted(all.words[last + 1]) && joined(last)) ++last;
  return Nearest{{all.places[first].start, all.places[last].end}, share};
}

std::string WordsAt(const ReaderText& text, const Place& place) {
  return ToUtf8(std::u32string_view(text.norm1).substr(place.start, place.end - place.start));
}

std::vector<Place> Paragraphs(std::string_view bytes) {
  const auto blank = [](std::string_view line) {
    return line.find_first_not_of(" \t\r\v\f") == line.npos;
  };
  std::vector<std::string_view> lines;
  for (std::size_t at = 0; at <= bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    lines.push_back(bytes.substr(at, end - at));
    at = end + 1;
  }
  std::size_t begin = 0, stop = lines.size();
  while (begin < stop && blank(lines[begin])) ++begin;
  while (stop > begin && blank(lines[stop - 1])) --stop;
  const bool blocks = std::any_of(lines.begin() + static_cast<std::ptrdiff_t>(begin),
                                  lines.begin() + static_cast<std::ptrdiff_t>(stop), blank);
  std::vector<Place> paragraphs;
  std::uint32_t at = 0;
  const auto take = [&](std::string_view block) {
    const auto size = static_cast<std::uint32_t>(Norm1(block).size());
    if (size == 0) return;
    paragraphs.push_back({at, at + size});
    at += size + 1;
  };
  for (std::size_t i = begin; i < stop;) {
    std::size_t end = i + 1;
    while (blocks && end < stop && !blank(lines[end])) ++end;
    const char* const last = lines[end - 1].data() + lines[end - 1].size();
    take({lines[i].data(), static_cast<std::size_t>(last - lines[i].data())});
    i = end;
    while (i < stop && blank(lines[i])) ++i;
  }
  return paragraphs;
}

}  // namespace proviso::locate
