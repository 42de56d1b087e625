#pragma once

#include <cstddef>
#include <cstdint>

namespace proviso::view {

/// A colour by meaning. Source: design tokens, "meaning"; the values are in theme.cpp.
enum class Ink : std::uint8_t {
  kPaper,
  kSurface,
  kSunken,
  kLine,
  kControlLine,
  kInk,
  kInkSoft,
  kInkMute,
  kAccent,
  kAccentTint,
  kOnAccent,
  kFocus,
  kMore,
  kMoreTint,
  kLess,
  kLessTint,
  kNone,
  kNoneTint,
  kPulled,
  kPulledTint,
  kSilent,
  kConflict,
  kFound,
  kFoundTint,
  kMoved,
  kMovedTint,
  kAltered,
  kAlteredTint,
  kMissing,
  kMissingTint,
  kHedge,
  kSkeleton,
  kScrim,
  // Lines beside those that carry what is supposed: 42 % of their colour over paper.
  kMoreFaint,
  kLessFaint,
  kInkFaint,
  kOnInkMute,  ///< Words beside them, on a ground of ink.
  kPassage,    ///< Coded words that say nothing on the outcome.
  kHover,      ///< The ground of what the pointer is on.
  kPress,      ///< And of what is pressed.
  kGrid        ///< Lines behind a chart.
};
inline constexpr std::size_t kInkCount = 41;

/// The theme in force; `ThemeId::kAuto` is resolved by the platform before drawing.
enum class Palette : std::uint8_t { kLight, kDark, kContrast };

/// 0xRRGGBBAA.
std::uint32_t ColorOf(Palette palette, Ink ink);

enum class Face : std::uint8_t { kSans, kSansBold, kSerif, kSerifBold };
inline constexpr std::size_t kFaceCount = 4;

/// A size of type by meaning. Sizes and line heights are points at 100 % text.
enum class Type : std::uint8_t {
  kCaption,
  kLabel,
  kMeta,
  kControl,
  kControlStrong,
  kBody,
  kBodyStrong,
  kAnswer,
  kReading,
  kReadingStrong,
  kLead,
  kLeadStrong,
  kH3,
  kH2,
  kH1,
  kH1Phone
};
inline constexpr std::size_t kTypeCount = 16;
struct TypeSpec {
  Face face = Face::kSans;
  float size = 0;
  float line = 0;
};
TypeSpec SpecOf(Type type);

/// How far below the top of its line box a line of `type` stands, in points at 100 % text.
///
/// Painters put the baseline at the nearest whole pixel, so that words of different types that
/// share a line share a baseline.
float BaselineOf(Type type);

}  // namespace proviso::view
