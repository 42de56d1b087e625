#pragma once

#include "shell/platform.h"
#include "shell/text_field_desktop.h"

namespace proviso::shell {

/// The desktop: SDL's clipboard and the system's browser.
class DesktopPlatform final : public Platform {
 public:
  void Copy(std::string_view text) override;
  void OpenUrl(std::string_view url) override;
  TextField text_field() const override { return &EditField; }
  bool PickFile(std::string_view) override { return false; }
};

}  // namespace proviso::shell
