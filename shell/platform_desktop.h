#pragma once

#include "shell/platform.h"

namespace proviso::shell {

/// The desktop: SDL's clipboard and the system's browser.
class DesktopPlatform final : public Platform {
 public:
  void Copy(std::string_view text) override;
  void OpenUrl(std::string_view url) override;
  bool has_text_fields() const override { return false; }
};

}  // namespace proviso::shell
