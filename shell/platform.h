#pragma once

#include <string>
#include <string_view>

namespace proviso::shell {

/// What only the platform can do for the explorer. One implementation a platform, chosen by CMake.
class Platform {
 public:
  virtual ~Platform() = default;

  /// Puts `text` on the clipboard.
  virtual void Copy(std::string_view text) = 0;

  /// Opens an address outside, after asking; only https, http and mailto are ever passed.
  virtual void OpenUrl(std::string_view url) = 0;

  /// True where text fields are real inputs of the page, laid over the items' rectangles.
  virtual bool has_text_fields() const = 0;
};

}  // namespace proviso::shell
