#include "core/state/command.h"

#include <array>

namespace proviso::view {

std::string_view Label(ThemeId theme) {
  constexpr std::array<std::string_view, 4> kLabels{"As the system", "Light", "Dark",
                                                    "High contrast"};
  return kLabels[static_cast<std::size_t>(theme)];
}
std::string_view Label(Acceptance verdict) {
  constexpr std::array<std::string_view, 4> kLabels{"judgement taken back", "same sense",
                                                    "not the same", "this place chosen"};
  return kLabels[static_cast<std::size_t>(verdict)];
}

}  // namespace proviso::view
