#include "core/base/version.h"

namespace proviso {

std::string_view Version() { return PROVISO_VERSION; }

}  // namespace proviso
