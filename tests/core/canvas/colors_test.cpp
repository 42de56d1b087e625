#include "core/canvas/colors.h"

#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <cstdio>
#include <random>
#include <string>

namespace proviso::view {
namespace {

constexpr std::array kPalettes{Palette::kLight, Palette::kDark, Palette::kContrast};

/// The lowest contrast of `marks` on the grounds of panels.
float Lowest(const Colors& colors, std::initializer_list<Ink> marks) {
  float lowest = 21;
  for (const Ink ground : {Ink::kPaper, Ink::kSurface, Ink::kSunken})
    for (const Ink mark : marks)
      lowest = std::min(lowest, ContrastOf(colors[mark], colors[ground]));
  return lowest;
}

void CheckReadable(const Colors& colors, Palette palette) {
  const float least = palette == Palette::kContrast ? 7 : 4.5f;
  CHECK(Lowest(colors, {Ink::kInk, Ink::kInkSoft, Ink::kInkMute, Ink::kAccent, Ink::kMore,
                        Ink::kLess, Ink::kNone, Ink::kPulled, Ink::kSilent, Ink::kConflict,
                        Ink::kFound, Ink::kMoved, Ink::kAltered, Ink::kMissing, Ink::kHedge}) >=
        least);
  CHECK(Lowest(colors, {Ink::kControlLine, Ink::kFocus}) >= 3);
  CHECK(ContrastOf(colors[Ink::kOnAccent], colors[Ink::kAccent]) >= least);
  for (const Ink tint : {Ink::kMoreTint, Ink::kLessTint, Ink::kNoneTint, Ink::kAccentTint})
    CHECK(ContrastOf(colors[Ink::kInk], colors[tint]) >= least);
}

TEST_CASE("contrast is that of WCAG", "[view][colors]") {
  CHECK(std::abs(ContrastOf(0x000000FF, 0xFFFFFFFF) - 21) < 1e-4f);
  CHECK(std::abs(ContrastOf(0x777777FF, 0xFFFFFFFF) - 4.478f) < 1e-3f);
  CHECK(ContrastOf(0x0E5E58FF, 0x0E5E58FF) == 1);
}

TEST_CASE("a page's own colours are drawn in", "[view][colors]") {
  const Colors colors(Palette::kLight, "paper #ffffff ink #000000 accent #7A1FA2 focus #b00020");
  CHECK(colors[Ink::kPaper] == 0xFFFFFFFF);
  CHECK(colors[Ink::kInk] == 0x000000FF);
  CHECK(colors[Ink::kAccent] == 0x7A1FA2FF);
  CHECK(colors[Ink::kOnAccent] == 0xFFFFFFFF);
  CHECK(colors[Ink::kFocus] == 0xB00020FF);
  // The rest is the theme's.
  CHECK(colors[Ink::kInkMute] == ColorOf(Palette::kLight, Ink::kInkMute));
  // A light accent in a dark theme has dark words on it.
  CHECK(Colors(Palette::kDark, "accent #ffd54f")[Ink::kOnAccent] == 0x000000FF);
  // What a reader's system forces, in white and in black.
  const std::string forced =
      "paper #ffffff surface #ffffff ink #000000 soft #000000 mute #000000 "
      "accent #00009f line #000000 focus #3700b3";
  CHECK(Colors(Palette::kLight, forced)[Ink::kSunken] == 0xFFFFFFFF);
  CHECK(Colors(Palette::kLight, forced)[Ink::kControlLine] == 0x000000FF);
  CHECK(Colors(Palette::kContrast, "paper #000000 surface #000000 ink #ffff00")[Ink::kInk] ==
        0xFFFF00FF);
}

TEST_CASE("a colour that could not be read is not taken, and what is no colour neither",
          "[view][colors]") {
  for (const std::string_view page :
       {"ink #cccccc", "paper #777777", "paper #000000", "accent #ffff00", "surface #202020",
        "mute #aaaaaa", "line #eeeeee", "focus #ffffff", "danger #ff9999", "ink", "ink #000",
        "ink black", "ink #00000g", "ink #00000000", "paper url(x)", "#000000", "x #000000"}) {
    INFO(page);
    CHECK(Colors(Palette::kLight, page) == Colors(Palette::kLight));
  }
}

TEST_CASE("whatever a page asks for, everything can be read", "[view][colors]") {
  std::mt19937 random(5);
  for (int i = 0; i < 3000; ++i) {
    std::string page;
    for (const std::string_view name :
         {"focus", "ink", "paper", "soft", "mute", "accent", "surface", "danger", "line"}) {
      if (random() % 2 == 0) continue;
      char color[8];
      // Near the ends of the scale more are taken.
      const auto part = [&random] {
        const std::uint32_t value = random() % 64;
        return random() % 2 == 0 ? value : 255 - value;
      };
      std::snprintf(color, sizeof color, "#%02x%02x%02x", part(), part(), part());
      page += std::string(name) + " " + color + " ";
    }
    for (const Palette palette : kPalettes) {
      INFO(page << " on " << static_cast<int>(palette));
      CheckReadable(Colors(palette, page), palette);
    }
  }
}

}  // namespace
}  // namespace proviso::view
