#pragma once

#include <string>
#include <string_view>

namespace proviso::exchange {

/// The GUID of a thing by its name: version 5 of RFC 4122 in the name space of addresses, of
/// "proviso:" and `name`. The same data gives the same GUIDs, so that exports can be compared.
std::string Guid(std::string_view name);

}  // namespace proviso::exchange
