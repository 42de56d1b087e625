// A picture for those who only see a link: rows are holders, columns topics, a cell the darker the
// more the one says on the other. It has no words: those stand beside it, where a preview is shown.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include "core/base/png.h"
#include "core/base/sort.h"
#include "core/canvas/theme.h"
#include "core/pages/publish.h"

namespace proviso::view {
namespace {

constexpr std::size_t kMosaicWidth = 1200, kMosaicHeight = 630;
constexpr std::size_t kEdge = 60, kGap = 6, kBar = 240;
constexpr std::size_t kRows = 12, kColumns = 24;
constexpr std::size_t kShades = 8;  ///< Of a cell; behind the ground and the line in the palette.

enum Paint : std::uint8_t { kPaper, kEmpty, kInk, kFirstShade };

/// A picture of painted rectangles.
class Mosaic {
 public:
  Mosaic() : points_(kMosaicWidth * kMosaicHeight, static_cast<char>(kPaper)) {}

  void Fill(std::size_t x, std::size_t y, std::size_t width, std::size_t height,
            std::uint8_t paint) {
    for (std::size_t row = y; row < std::min(y + height, kMosaicHeight); ++row)
      for (std::size_t column = x; column < std::min(x + width, kMosaicWidth); ++column)
        points_[row * kMosaicWidth + column] = static_cast<char>(paint);
  }

  std::string Png() const;

 private:
  std::string points_;
};

std::uint32_t Mixed(std::uint32_t from, std::uint32_t to, double share) {
  std::uint32_t out = 0;
  for (int shift = 24; shift >= 8; shift -= 8) {
    const double a = from >> shift & 0xff, b = to >> shift & 0xff;
    out |= static_cast<std::uint32_t>(a + (b - a) * share + 0.5) << shift;
  }
  return out;
}

std::string MosaicColors() {
  const auto color = [](Ink ink) { return ColorOf(Palette::kLight, ink); };
  std::vector<std::uint32_t> all{color(Ink::kPaper), color(Ink::kSunken), color(Ink::kInk)};
  for (std::size_t i = 1; i <= kShades; ++i)
    all.push_back(Mixed(color(Ink::kSunken), color(Ink::kAccent),
                        0.2 + 0.8 * static_cast<double>(i) / kShades));
  std::string out;
  for (const std::uint32_t one : all)
    for (int shift = 24; shift >= 8; shift -= 8) out += static_cast<char>(one >> shift & 0xff);
  return out;
}

std::string Mosaic::Png() const {
  return PngOf({kMosaicWidth, kMosaicHeight, points_, MosaicColors()});
}

/// The places of the `most` largest counts that are not 0, the largest first.
std::vector<std::size_t> Largest(const std::vector<std::size_t>& counts, std::size_t most) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < counts.size(); ++i)
    if (counts[i] > 0) order.push_back(i);
  SortList(&order, [&counts](std::size_t a, std::size_t b) {
    return counts[a] != counts[b] ? counts[a] > counts[b] : a < b;
  });
  order.resize(std::min(order.size(), most));
  return order;
}

/// From 1 to `kShades`, rising with the logarithm.
std::uint8_t Shade(std::size_t count, std::size_t most) {
  const double share = std::log1p(static_cast<double>(count)) / std::log1p(double(most));
  return static_cast<std::uint8_t>(
      kFirstShade +
      std::min<std::size_t>(kShades - 1, static_cast<std::size_t>(share * (kShades - 1) + 0.5)));
}

}  // namespace

std::string PreviewPng(const Library& library) {
  const Dataset& dataset = library.dataset;
  std::vector<std::size_t> by_holder(dataset.actors.size()), by_topic(dataset.topics.size() + 1);
  const auto topics_of = [&dataset](const Claim& claim) {
    std::vector<std::size_t> topics;
    for (const TopicId topic : claim.topics) topics.push_back(topic.index());
    if (topics.empty()) topics.push_back(dataset.topics.size());  // On none of them.
    return topics;
  };
  for (const Claim& claim : dataset.claims) {
    ++by_holder[claim.holder().index()];
    for (const std::size_t topic : topics_of(claim)) ++by_topic[topic];
  }
  const std::vector<std::size_t> rows = Largest(by_holder, kRows);
  const std::vector<std::size_t> columns = Largest(by_topic, kColumns);
  Mosaic picture;
  if (rows.empty()) return picture.Png();
  std::vector<std::vector<std::size_t>> cells(rows.size(),
                                              std::vector<std::size_t>(columns.size()));
  std::size_t most = 1;
  const auto place = [](const std::vector<std::size_t>& list, std::size_t value) {
    return static_cast<std::size_t>(std::find(list.begin(), list.end(), value) - list.begin());
  };
  for (const Claim& claim : dataset.claims) {
    const std::size_t row = place(rows, claim.holder().index());
    if (row == rows.size()) continue;
    for (const std::size_t topic : topics_of(claim)) {
      const std::size_t column = place(columns, topic);
      if (column < columns.size()) most = std::max(most, ++cells[row][column]);
    }
  }
  const std::size_t high = (kMosaicHeight - 2 * kEdge + kGap) / rows.size();
  const std::size_t left = kEdge + kBar + 2 * kGap;
  const std::size_t wide = (kMosaicWidth - kEdge - left + kGap) / columns.size();
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const std::size_t y = kEdge + row * high;
    const std::size_t bar =
        std::max<std::size_t>(2, kBar * by_holder[rows[row]] / by_holder[rows[0]]);
    picture.Fill(kEdge + kBar - bar, y, bar, high - kGap, kInk);
    for (std::size_t column = 0; column < columns.size(); ++column) {
      const std::size_t count = cells[row][column];
      picture.Fill(left + column * wide, y, wide - kGap, high - kGap,
                   count > 0 ? Shade(count, most) : static_cast<std::uint8_t>(kEmpty));
    }
  }
  return picture.Png();
}

}  // namespace proviso::view
