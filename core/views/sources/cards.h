#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/state/copy_check.h"
#include "core/voice/order.h"
#include "core/voice/voice.h"

namespace proviso::view {

/// The colour of a passage: that of its strongest claim on the outcome.
enum class PassageKind : std::uint8_t {
  kWay,     ///< Which way it pushes: the ink of its sign.
  kLikely,  ///< Says or ranks how likely.
  kOther
};

/// A passage on the strip of its text.
struct StripPart {
  float start = 0, end = 0;  ///< Code points of the text.
  PassageKind kind = PassageKind::kOther;
  Sign sign = Sign::kNone;
  Distance distance = Distance::kOwn;
  bool repeat = false;  ///< Its words stand elsewhere as well, or it sums up.
};

/// A text of the dataset.
struct SourceCard {
  std::string id, letter, title;
  std::string date;              ///< "about March 2023"; or empty.
  float length = 0;              ///< Code points.
  std::vector<StripPart> strip;  ///< Of the shown text and its neighbours.
  bool near = false;             ///< Drawn as a strip; the others are a list.
  struct Start {
    std::uint32_t number = 0;
    float at = 0;
  };
  std::vector<Start> paragraphs;  ///< Where those with a passage begin.
  std::uint32_t document = 0;     ///< From 0.
  std::string line;               ///< "33 paragraphs · 108 coded passages"
  std::uint32_t passages = 0;
  std::vector<StateCount> totals;  ///< "77 found", "1 altered?"; "108 not checked".
  bool shown = false;
  Command show;
};

/// The texts of the dataset, each worded when it is asked for: there may be very many.
class SourceCards {
 public:
  SourceCards() = default;
  /// Of what lives as long as the cards do. The dataset must have a text.
  SourceCards(const Library& library, const Session& session, const Outcome& outcome);

  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  /// Cost: the passages of that text.
  SourceCard operator[](std::size_t place) const;
  SourceCard at(std::size_t place) const { return (*this)[place]; }

  std::uint32_t shown() const { return shown_; }
  bool Near(std::size_t place) const;
  std::string_view Title(std::size_t place) const;
  std::string Letter(std::size_t place) const;
  /// A copy of the text is there, so that its passages are checked.
  bool Copied(std::size_t place) const;
  /// How many paragraphs and passages its line counts.
  std::pair<std::uint32_t, std::uint32_t> Counts(std::size_t place) const;

  class Iterator {
   public:
    Iterator(const SourceCards* cards, std::size_t place) : cards_(cards), place_(place) {}
    SourceCard operator*() const { return (*cards_)[place_]; }
    Iterator& operator++() {
      ++place_;
      return *this;
    }
    friend bool operator==(const Iterator&, const Iterator&) = default;

   private:
    const SourceCards* cards_;
    std::size_t place_;
  };
  Iterator begin() const { return {this, 0}; }
  Iterator end() const { return {this, size_}; }

 private:
  const Library* library_ = nullptr;
  const Session* session_ = nullptr;
  Outcome outcome_;
  std::size_t size_ = 0;
  std::uint32_t shown_ = 0;
};

}  // namespace proviso::view
