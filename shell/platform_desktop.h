#pragma once

#include <filesystem>
#include <string>
#include <utility>

#include "shell/platform.h"
#include "shell/text_field_desktop.h"

namespace proviso::shell {

/// The desktop: SDL's clipboard and the system's browser.
class DesktopPlatform final : public Platform {
 public:
  /// `words`: the folder with the catalogues of languages.
  explicit DesktopPlatform(std::filesystem::path words) : words_(std::move(words)) {}

  void Copy(std::string_view text) override;
  void OpenUrl(std::string_view url) override;
  TextField text_field() const override { return &EditField; }
  bool PickFile(std::string_view) override { return false; }
  std::string Words(std::string_view language) override;

 private:
  std::filesystem::path words_;
};

}  // namespace proviso::shell
