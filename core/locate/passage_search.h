#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/locate/locate.h"
#include "core/locate/shingle.h"
#include "core/locate/text_index.h"

namespace proviso::locate {

using Digest = std::array<std::uint8_t, 32>;

/// A passage that is looked for.
struct Wanted {
  const Passage* passage = nullptr;
  Digest digest{};
  std::vector<std::uint16_t> sketch;
  std::vector<std::uint32_t> places;  ///< Letters at which it stands, rising once it is settled.
  bool exact = false;                 ///< One of `places` is at `passage->start`.
  bool given_up = false;
  std::uint32_t best_hits = 0;  ///< Of `sketch`, in the window from `best_from` to `best_to`.
  std::uint32_t best_from = 0;  ///< Letters.
  std::uint32_t best_to = 0;
};

/// A shingle of the text whose digest begins as one of a sketch does.
struct Hit {
  std::uint32_t word = 0;
  std::uint32_t which = 0;  ///< Of the sketch.
};

/// Looks for the passages of one document in one text, from the cheapest way to the dearest.
class PassageSearch {
 public:
  PassageSearch(const ReaderText& text, std::size_t passages);

  /// Tries the very place, then the words around the place where it should be by now.
  bool Near(Wanted* wanted);

  /// Tries the places that the sketch speaks for, likeliest first, and keeps the likeliest.
  bool BySketch(Wanted* wanted);

  /// Hashes every word start, once for all passages of the same length.
  void Everywhere(std::vector<Wanted*> wanted);

  /// Completes `places` once one is known: then the letters are, and need no more digests.
  void AddRepeats(Wanted* wanted);

  /// Where `count` letters from `letter` on stand in the norm-1 text.
  Place PlaceOf(std::uint32_t letter, std::uint32_t count) const {
    return {index_.Origin(letter), index_.Origin(letter + count - 1) + 1};
  }

  /// The likeliest place of a passage that was not found, widened to whole words.
  Place AlteredPlace(const Wanted& wanted) const;

 private:
  std::uint32_t Expected(const Passage& passage) const;
  bool Confirm(Wanted* wanted, std::uint32_t letter);
  void AddPlace(Wanted* wanted, std::uint32_t letter);
  void HashEveryWord(std::uint32_t letters, const std::vector<Wanted*>& wanted);
  void KeepBest(const std::vector<Hit>& hits, std::size_t first, std::uint32_t count,
                Wanted* wanted) const;
  std::uint32_t HitStart(const Hit& hit) const { return index_.WordStart(hit.word); }
  std::uint32_t HitEnd(const Hit& hit) const {
    return index_.WordStart(hit.word + static_cast<std::uint32_t>(kShingleWords));
  }

  TextIndex index_;
  std::int64_t blocks_;
  std::int64_t shift_ = 0;  ///< How far the last passage found had moved: passages move together.
};

}  // namespace proviso::locate
