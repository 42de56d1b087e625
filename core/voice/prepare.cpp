#include "core/voice/prepare.h"

#include <utility>

namespace proviso::view {

Prepared Prepare(std::string_view bytes, const io::Limits& limits) {
  Result<io::Loaded> loaded = io::Load(bytes, limits);
  if (!loaded) return {nullptr, loaded.problems(), {}};
  return {std::make_shared<Library>(std::move(loaded->dataset)), {}, std::move(loaded->warnings)};
}

}  // namespace proviso::view
