#include "shell/platform_desktop.h"

#include <SDL.h>

#include <filesystem>
#include <fstream>
#include <system_error>

#include "shell/files_desktop.h"

namespace proviso::shell {
namespace {

bool Write(const std::filesystem::path& path, std::string_view bytes) {
  std::ofstream file(path, std::ios::binary);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  return !file.fail();
}

/// Where notes under `key` are kept; empty if there is no such place.
std::filesystem::path NotesPath(std::string_view key) {
  char* folder = SDL_GetPrefPath("proviso", "proviso");
  if (folder == nullptr) return {};
  // Keys are ids, so they are names of files as well.
  std::filesystem::path path =
      std::filesystem::path(folder) / ("notes-" + std::string(key) + ".json");
  SDL_free(folder);
  return path;
}

}  // namespace

std::optional<bool> DesktopPlatform::Copy(std::string_view text) {
  return SDL_SetClipboardText(std::string(text).c_str()) == 0;
}

void DesktopPlatform::OpenUrl(std::string_view url) { SDL_OpenURL(std::string(url).c_str()); }

std::string DesktopPlatform::SaveFile(const view::Say& say, std::string_view name, std::string_view,
                                      std::string_view bytes) {
  constexpr int kTries = 1000;
  std::error_code none;
  const std::filesystem::path wanted = std::filesystem::current_path(none) / std::string(name);
  std::filesystem::path path = wanted;
  for (int i = 2; i < kTries && std::filesystem::exists(path, none); ++i) {
    path = wanted;
    path.replace_filename(wanted.stem().string() + "-" + std::to_string(i) +
                          wanted.extension().string());
  }
  if (std::filesystem::exists(path, none) || !Write(path, bytes))
    return say("Not saved: {0} cannot be written.", {path.string()});
  return say("Saved as {0}.", {path.string()});
}

bool DesktopPlatform::StoreNotes(std::string_view key, std::string_view text) {
  const std::filesystem::path path = NotesPath(key);
  if (path.empty()) return false;
  std::error_code none;
  if (text.empty()) return std::filesystem::remove(path, none) || !none;
  return Write(path, text);
}

std::optional<std::string> DesktopPlatform::RecallNotes(std::string_view key) {
  const std::filesystem::path path = NotesPath(key);
  return path.empty() ? std::nullopt : ReadFile(path);
}

std::string DesktopPlatform::Words(std::string_view language) {
  return ReadFile(words_ / (std::string(language) + ".json")).value_or(std::string());
}

}  // namespace proviso::shell
