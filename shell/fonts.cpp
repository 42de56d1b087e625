#include "shell/fonts.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

#include "core/base/text.h"
#include "imgui.h"
#include "imgui_internal.h"

namespace proviso::shell {
namespace {

std::uint32_t ReadU16(std::string_view bytes, std::size_t at) {
  if (at + 2 > bytes.size()) return 0;
  const auto high = static_cast<unsigned char>(bytes[at]);
  const auto low = static_cast<unsigned char>(bytes[at + 1]);
  return static_cast<std::uint32_t>(high << 8 | low);
}

std::uint32_t ReadU32(std::string_view bytes, std::size_t at) {
  return ReadU16(bytes, at) << 16 | ReadU16(bytes, at + 2);
}

std::int32_t ReadI16(std::string_view bytes, std::size_t at) {
  return static_cast<std::int16_t>(ReadU16(bytes, at));
}

/// Where a table of a TrueType file starts, or 0.
std::size_t FindTable(std::string_view bytes, std::string_view tag) {
  const std::uint32_t tables = ReadU16(bytes, 4);
  for (std::uint32_t i = 0; i < tables; ++i) {
    const std::size_t entry = 12 + std::size_t{16} * i;
    if (entry + 16 > bytes.size()) return 0;
    if (bytes.substr(entry, 4) == tag) return ReadU32(bytes, entry + 8);
  }
  return 0;
}

/// Line height per em as Dear ImGui computes it (hhea ascent − descent), or 0 for no font.
float LinePerEm(std::string_view bytes) {
  if (bytes.size() < 12) return 0;
  if (ReadU32(bytes, 0) != 0x00010000u && bytes.substr(0, 4) != "true" &&
      bytes.substr(0, 4) != "OTTO")
    return 0;
  const std::size_t head = FindTable(bytes, "head");
  const std::size_t hhea = FindTable(bytes, "hhea");
  if (head == 0 || hhea == 0 || FindTable(bytes, "cmap") == 0) return 0;
  const auto units = static_cast<float>(ReadU16(bytes, head + 18));
  const auto line = static_cast<float>(ReadI16(bytes, hhea + 4) - ReadI16(bytes, hhea + 6));
  return units > 0 && line > 0 ? line / units : 0;
}

ImFontConfig ConfigFor(std::string_view bytes, float line_per_em) {
  ImFontConfig config;
  // Sizes count line heights; with this, faces merged into one have ems of the same size instead.
  config.SizePixels = 16 * line_per_em;
  // The atlas frees the copy with its own allocator when the font goes.
  config.FontData = IM_ALLOC(bytes.size());
  std::memcpy(config.FontData, bytes.data(), bytes.size());
  config.FontDataSize = static_cast<int>(bytes.size());
  config.FontDataOwnedByAtlas = true;
  config.PixelSnapV = true;
  return config;
}

/// Adds a font to `atlas`, behind what `into` has if that is not null.
///
/// Dear ImGui 1.92.2b merges into the last font of the list, whatever DstFont says.
ImFont* AddTo(ImFontAtlas& atlas, ImFontConfig config, ImFont* into) {
  if (into == nullptr) return atlas.AddFont(&config);
  config.MergeMode = true;
  config.DstFont = into;
  ImFont** place = atlas.Fonts.find(into);
  std::swap(*place, atlas.Fonts.back());
  ImFont* font = atlas.AddFont(&config);
  std::swap(*place, atlas.Fonts.back());
  return font;
}

/// Dear ImGui bakes whole sizes only; asking for others would blur what it then scales.
float BakedSize(float size, float line_per_em) {
  return std::max(1.0f, std::round(size * line_per_em));
}

}  // namespace

bool Fonts::Add(view::Face face, std::string_view bytes) {
  const float line_per_em = LinePerEm(bytes);
  if (line_per_em <= 0) return false;
  Entry& entry = entries_[static_cast<std::size_t>(face)];
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  ImFont* font = AddTo(atlas, ConfigFor(bytes, line_per_em), entry.font);
  if (font == nullptr) return false;
  ++generation_;
  if (entry.font == nullptr) {
    entry = {font, line_per_em};
  } else {
    // Characters already drawn as unknown stay unknown until their bakes go.
    ImFontAtlasFontDiscardBakes(&atlas, font, 0);
  }
  return true;
}

bool Fonts::AddBehindAll(std::string_view bytes) {
  bool added = true;
  for (std::size_t i = 0; i < view::kFaceCount; ++i)
    added = Add(static_cast<view::Face>(i), bytes) && added;
  return added;
}

bool Fonts::ready() const {
  return std::all_of(entries_.begin(), entries_.end(),
                     [](const Entry& entry) { return entry.font != nullptr; });
}

std::vector<view::FontFile> Fonts::Files() const {
  std::vector<view::FontFile> files;
  for (std::size_t face = 0; face < entries_.size(); ++face) {
    if (entries_[face].font == nullptr) continue;
    for (const ImFontConfig* source : entries_[face].font->Sources)
      files.push_back({static_cast<view::Face>(face),
                       {static_cast<const char*>(source->FontData),
                        static_cast<std::size_t>(source->FontDataSize)}});
  }
  return files;
}

float Fonts::Width(view::Face face, float size, std::string_view text) const {
  const Entry& entry = entries_[static_cast<std::size_t>(face)];
  if (entry.font == nullptr || text.empty()) return 0;
  NoteMissing(entry, text);
  return entry.font
      ->CalcTextSizeA(BakedSize(size, entry.line_per_em), FLT_MAX, 0.0f, text.data(),
                      text.data() + text.size())
      .x;
}

void Fonts::Draw(ImDrawList& list, view::Face face, float size, float line, float x, float y,
                 std::uint32_t rgba, std::string_view text) {
  const Entry& entry = entries_[static_cast<std::size_t>(face)];
  if (entry.font == nullptr || text.empty()) return;
  const float baked = BakedSize(size, entry.line_per_em);
  ImGui::PushFont(entry.font, baked);  // Sets the density that the glyphs are rasterised at.
  list.AddText(entry.font, baked, ImVec2(x, y + std::floor((line - baked) / 2)), rgba, text.data(),
               text.data() + text.size());
  ImGui::PopFont();
}

void Fonts::NoteMissing(const Entry& entry, std::string_view text) const {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = NextCodePoint(text, &at);
    if (c < 0x250 || entry.font->IsGlyphInFont(static_cast<ImWchar>(c))) continue;
    const auto place = std::lower_bound(missing_.begin(), missing_.end(), c);
    if (place == missing_.end() || *place != c) missing_.insert(place, c);
  }
}

std::vector<char32_t> Fonts::TakeMissing() {
  std::vector<char32_t> taken;
  taken.swap(missing_);
  return taken;
}

}  // namespace proviso::shell
