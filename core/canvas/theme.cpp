#include "core/canvas/theme.h"

#include <array>

namespace proviso::view {
namespace {

// Source: design tokens, "themes" and "scrim"; in the order of `Ink`. A ratio that was measured
// there (4.5 for text, 7 in the high-contrast theme, 3 for the borders of controls) holds only for
// these.
constexpr std::array<std::array<std::uint32_t, kInkCount>, 3> kColors{
    {{0xFBFAF6FF, 0xFFFFFFFF, 0xF2EFE7FF, 0xDDD8CCFF, 0x857F70FF, 0x1B1D21FF, 0x474C54FF,
      0x62676FFF, 0x0E5E58FF, 0xDCEBE7FF, 0xFFFFFFFF, 0x0E5E58FF, 0xA34408FF, 0xFAE6D6FF,
      0x1C5AA3FF, 0xDDE9F7FF, 0x565B63FF, 0xE8E6E0FF, 0x1B1D21FF, 0xECE6D9FF, 0x62676FFF,
      0x1B1D21FF, 0x0E5E58FF, 0xDCEBE7FF, 0x1C5AA3FF, 0xDDE9F7FF, 0x7A5200FF, 0xF7EBCBFF,
      0xA01D39FF, 0xFAE1E5FF, 0x1B1D21FF, 0xCFCABDFF, 0x1B1D2152, 0xD6AE92FF, 0x9DB7D3FF,
      0xAFAFAEFF, 0xA9ACB2FF, 0x958E7EFF, 0xEAE6DBFF, 0xDDD8CCFF, 0xDDD8CCFF},
     {0x15171BFF, 0x1D2026FF, 0x101216FF, 0x343840FF, 0x7F8590FF, 0xEDEBE5FF, 0xC6C7CAFF,
      0xA2A6ADFF, 0x7ED0C5FF, 0x173A37FF, 0x0C1F1DFF, 0x7ED0C5FF, 0xF3A468FF, 0x3B2616FF,
      0x8FBDF4FF, 0x182A42FF, 0xB9BCC1FF, 0x2D3037FF, 0xEDEBE5FF, 0x2E2C28FF, 0xA2A6ADFF,
      0xEDEBE5FF, 0x7ED0C5FF, 0x173A37FF, 0x8FBDF4FF, 0x182A42FF, 0xE6BE62FF, 0x3A2E12FF,
      0xF49AA9FF, 0x421C25FF, 0xEDEBE5FF, 0x454A53FF, 0x000000A6, 0x72523BFF, 0x485D76FF,
      0x5E5F60FF, 0x54585FFF, 0x6E737CFF, 0x2A2E36FF, 0x343840FF, 0x343840FF},
     {0x000000FF, 0x000000FF, 0x000000FF, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF,
      0xE0E0E0FF, 0x5FF0DCFF, 0x00332EFF, 0x000000FF, 0xFFE600FF, 0xFFB25CFF, 0x331C00FF,
      0x8CC8FFFF, 0x00213FFF, 0xE0E0E0FF, 0x262626FF, 0xFFFFFFFF, 0x262626FF, 0xE0E0E0FF,
      0xFFFFFFFF, 0x5FF0DCFF, 0x00332EFF, 0x8CC8FFFF, 0x00213FFF, 0xFFE066FF, 0x332A00FF,
      0xFFA3B1FF, 0x3A0010FF, 0xFFFFFFFF, 0x8A8A8AFF, 0x000000CC, 0x9E6E39FF, 0x577C9EFF,
      0x9E9E9EFF, 0x3A3A3AFF, 0x8A8A8AFF, 0x1F1F1FFF, 0x3A3A3AFF, 0x555555FF}}};

// Source: design tokens, "type_px"; in the order of `Type`.
constexpr std::array<TypeSpec, kTypeCount> kTypes{{
    {Face::kSans, 12.5f, 17},
    {Face::kSansBold, 12.5f, 17},
    {Face::kSans, 13.5f, 19},
    {Face::kSans, 14, 20},
    {Face::kSansBold, 14, 20},
    {Face::kSans, 15, 22},
    {Face::kSansBold, 15, 22},
    {Face::kSansBold, 17, 22},
    {Face::kSerif, 16, 22},
    {Face::kSerifBold, 16, 22},
    {Face::kSerif, 18, 28},
    {Face::kSerifBold, 18, 28},
    {Face::kSerifBold, 18, 25},
    {Face::kSerifBold, 23, 30},
    {Face::kSerifBold, 33, 41},
    {Face::kSerifBold, 25, 31},
}};

// Ascent and descent in ems: hhea of Inter and of Source Serif 4, equal in all weights.
constexpr float kSansAscent = 1984.0f / 2048, kSansDescent = 494.0f / 2048;
constexpr float kSerifAscent = 1.036f, kSerifDescent = 0.335f;

}  // namespace

std::uint32_t ColorOf(Palette palette, Ink ink) {
  return kColors[static_cast<std::size_t>(palette)][static_cast<std::size_t>(ink)];
}

TypeSpec SpecOf(Type type) { return kTypes[static_cast<std::size_t>(type)]; }

float BaselineOf(Type type) {
  const TypeSpec spec = SpecOf(type);
  const bool serif = spec.face == Face::kSerif || spec.face == Face::kSerifBold;
  const float ascent = serif ? kSerifAscent : kSansAscent;
  const float descent = serif ? kSerifDescent : kSansDescent;
  return spec.line / 2 + (ascent - descent) * spec.size / 2;
}

}  // namespace proviso::view
