#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "shell/platform.h"
#include "shell/text_field_desktop.h"

namespace proviso::shell {

/// The desktop: SDL's clipboard, the system's browser, files.
class DesktopPlatform final : public Platform {
 public:
  /// `words`: the folder with the catalogues of languages.
  explicit DesktopPlatform(std::filesystem::path words) : words_(std::move(words)) {}

  std::optional<bool> Copy(std::string_view text) override;
  void OpenUrl(std::string_view url) override;
  TextField text_field() const override { return &EditField; }
  bool PickFile(std::string_view) override { return false; }
  /// Into the folder that the program was started in; never over a file that is there.
  std::string SaveFile(const view::Say& say, std::string_view name, std::string_view type,
                       std::string_view bytes) override;
  bool SavePng(std::string_view) override { return false; }
  bool Print() override { return false; }
  /// In the folder that the system keeps for programs of this name.
  bool StoreNotes(std::string_view key, std::string_view text) override;
  std::optional<std::string> RecallNotes(std::string_view key) override;
  std::string Words(std::string_view language) override;

 private:
  std::filesystem::path words_;
};

}  // namespace proviso::shell
