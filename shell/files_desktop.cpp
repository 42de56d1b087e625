#include "shell/files_desktop.h"

#include <array>
#include <fstream>
#include <iterator>

namespace proviso::shell {

std::optional<std::string> ReadFile(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  if (file.bad()) return std::nullopt;
  return bytes;
}

bool LoadFaces(const std::filesystem::path& folder, App& app) {
  constexpr std::array<const char*, view::kFaceCount> kFiles{"sans-400.ttf", "sans-600.ttf",
                                                             "serif-400.ttf", "serif-600.ttf"};
  std::array<std::string, view::kFaceCount> fonts;
  for (std::size_t i = 0; i < kFiles.size(); ++i) {
    std::optional<std::string> bytes = ReadFile(folder / kFiles[i]);
    if (!bytes || !app.AddFont(static_cast<view::Face>(i), *bytes)) return false;
    fonts[i] = std::move(*bytes);
  }
  // What the serif has no sign for is drawn in the sans of the same weight.
  return app.AddFont(view::Face::kSerif, fonts[0]) && app.AddFont(view::Face::kSerifBold, fonts[1]);
}

}  // namespace proviso::shell
