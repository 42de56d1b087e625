#pragma once

#include <string>
#include <string_view>

namespace proviso::edit {

/// The fragment of a link in which the id `from` is `to` wherever it stands: "on=p-a,p-b&why=a>b".
/// What a reader wrote ("q", "name") stays.
std::string RenamedState(std::string_view state, std::string_view from, std::string_view to);

}  // namespace proviso::edit
