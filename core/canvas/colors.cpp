#include "core/canvas/colors.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>

#include "core/base/text.h"

namespace proviso::view {
namespace {

/// What is written and drawn on grounds.
constexpr std::array kMarks{
    Ink::kInk,     Ink::kInkSoft, Ink::kInkMute, Ink::kAccent,      Ink::kMore,     Ink::kLess,
    Ink::kNone,    Ink::kPulled,  Ink::kSilent,  Ink::kFound,       Ink::kConflict, Ink::kMoved,
    Ink::kAltered, Ink::kMissing, Ink::kHedge,   Ink::kControlLine, Ink::kFocus};
/// Grounds of panels first, then those of what stands in them.
constexpr std::array kGrounds{Ink::kPaper,      Ink::kSurface,     Ink::kSunken,
                              Ink::kAccentTint, Ink::kFoundTint,   Ink::kMoreTint,
                              Ink::kLessTint,   Ink::kNoneTint,    Ink::kPulledTint,
                              Ink::kMovedTint,  Ink::kAlteredTint, Ink::kMissingTint};
constexpr std::size_t kPanelGrounds = 3;

/// What a page can name: grounds first, since what is written on them is measured against those
/// that were taken.
struct Name {
  std::string_view word;
  std::array<Ink, 4> inks;  ///< The last again where there are fewer.
  std::span<const Ink> against;
};
constexpr std::span<const Ink> kPanels = std::span(kGrounds).first(kPanelGrounds);
constexpr std::array kNames{
    Name{"paper", {Ink::kPaper, Ink::kPaper, Ink::kPaper, Ink::kPaper}, kMarks},
    Name{"surface", {Ink::kSurface, Ink::kSunken, Ink::kSunken, Ink::kSunken}, kMarks},
    Name{"ink", {Ink::kInk, Ink::kPulled, Ink::kConflict, Ink::kHedge}, kGrounds},
    Name{"soft", {Ink::kInkSoft, Ink::kInkSoft, Ink::kInkSoft, Ink::kInkSoft}, kGrounds},
    Name{"mute", {Ink::kInkMute, Ink::kSilent, Ink::kSilent, Ink::kSilent}, kPanels},
    Name{"accent", {Ink::kAccent, Ink::kFound, Ink::kFound, Ink::kFound}, kGrounds},
    Name{"danger", {Ink::kMissing, Ink::kMissing, Ink::kMissing, Ink::kMissing}, kGrounds},
    Name{"line", {Ink::kControlLine, Ink::kLine, Ink::kLine, Ink::kLine}, kPanels},
    Name{"focus", {Ink::kFocus, Ink::kFocus, Ink::kFocus, Ink::kFocus}, kPanels}};

constexpr std::uint32_t kBlack = 0x000000FF, kWhite = 0xFFFFFFFF;

/// "#rrggbb" as 0xRRGGBBFF.
std::optional<std::uint32_t> ColorNamed(std::string_view word) {
  if (word.size() != 7 || word[0] != '#') return std::nullopt;
  std::uint32_t rgb = 0;
  for (const char c : word.substr(1)) {
    const char low = c >= 'A' && c <= 'F' ? static_cast<char>(c + 32) : c;
    if (!(low >= '0' && low <= '9') && !(low >= 'a' && low <= 'f')) return std::nullopt;
    rgb = rgb * 16 + static_cast<std::uint32_t>(low <= '9' ? low - '0' : low - 'a' + 10);
  }
  return rgb << 8 | 255u;
}

/// The colour that `page` gives under `name`.
std::optional<std::uint32_t> ColorGiven(std::string_view page, std::string_view name) {
  while (!page.empty()) {
    const std::string_view word = TakeWord(&page);
    const std::string_view color = TakeWord(&page);
    if (word == name) return ColorNamed(color);
  }
  return std::nullopt;
}

float Luminance(std::uint32_t rgba) {
  constexpr std::array kShares{0.2126f, 0.7152f, 0.0722f};
  float sum = 0;
  for (unsigned i = 0; i < 3; ++i) {
    const float part = static_cast<float>(rgba >> (24 - 8 * i) & 255u) / 255;
    sum +=
        kShares[i] * (part <= 0.04045f ? part / 12.92f : std::pow((part + 0.055f) / 1.055f, 2.4f));
  }
  return sum;
}

/// `share` of one opaque colour over another.
std::uint32_t Over(std::uint32_t color, std::uint32_t ground, float share) {
  std::uint32_t mixed = 255;
  for (unsigned shift = 8; shift <= 24; shift += 8) {
    const auto part = [shift](std::uint32_t of) { return static_cast<float>(of >> shift & 255u); };
    mixed |=
        static_cast<std::uint32_t>(std::lround(part(color) * share + part(ground) * (1 - share)))
        << shift;
  }
  return mixed;
}

}  // namespace

std::string HexOf(std::uint32_t rgba) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text = "#";
  for (int shift = 28; shift >= 8; shift -= 4) text += kDigits[rgba >> shift & 15u];
  return text;
}

float ContrastOf(std::uint32_t a, std::uint32_t b) {
  const float first = Luminance(a) + 0.05f, second = Luminance(b) + 0.05f;
  return std::max(first, second) / std::min(first, second);
}

Colors::Colors(Palette palette, std::string_view page) {
  for (std::size_t i = 0; i < kInkCount; ++i)
    values_[i] = view::ColorOf(palette, static_cast<Ink>(i));
  const auto least = [palette](Ink mark) {
    if (mark == Ink::kControlLine || mark == Ink::kFocus) return 3.0f;
    return palette == Palette::kContrast ? 7.0f : 4.5f;
  };
  for (const Name& name : kNames) {
    const std::optional<std::uint32_t> color = ColorGiven(page, name.word);
    if (!color) continue;
    const Ink ink = name.inks[0];
    const bool readable = std::all_of(name.against.begin(), name.against.end(), [&](Ink other) {
      const Ink mark = name.against.data() == kMarks.data() ? other : ink;
      return ContrastOf(*color, (*this)[other]) >= least(mark);
    });
    if (!readable) continue;
    if (ink == Ink::kAccent) {
      // What is filled with it has words on it in black or white.
      const std::uint32_t on =
          ContrastOf(*color, kBlack) > ContrastOf(*color, kWhite) ? kBlack : kWhite;
      if (ContrastOf(*color, on) < least(ink)) continue;
      values_[static_cast<std::size_t>(Ink::kOnAccent)] = on;
    }
    for (const Ink one : name.inks) values_[static_cast<std::size_t>(one)] = *color;
  }
  if (page.empty()) return;
  // What is faint in the theme is as faint over a page's own paper.
  const bool contrast = palette == Palette::kContrast;
  const auto faint = [&](Ink to, Ink of, float share) {
    values_[static_cast<std::size_t>(to)] = Over((*this)[of], (*this)[Ink::kPaper], share);
  };
  faint(Ink::kMoreFaint, Ink::kMore, contrast ? 0.62f : 0.42f);
  faint(Ink::kLessFaint, Ink::kLess, contrast ? 0.62f : 0.42f);
  faint(Ink::kInkFaint, Ink::kInk, contrast ? 0.62f : 0.34f);
  // So is the ground under the pointer, as long as everything on it can be read.
  if ((*this)[Ink::kPaper] == ColorOf(palette, Ink::kPaper) &&
      (*this)[Ink::kInk] == ColorOf(palette, Ink::kInk))
    return;
  faint(Ink::kHover, Ink::kInk, 0.08f);
  faint(Ink::kPress, Ink::kInk, 0.13f);
  for (const Ink ground : {Ink::kHover, Ink::kPress}) {
    const bool readable = std::all_of(kMarks.begin(), kMarks.end(), [&](Ink mark) {
      return ContrastOf((*this)[mark], (*this)[ground]) >= least(mark);
    });
    if (!readable) values_[static_cast<std::size_t>(ground)] = (*this)[Ink::kPaper];
  }
}

}  // namespace proviso::view
