#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "shell/app.h"

namespace proviso::shell {

/// The bytes of a file, or none if it cannot be read.
std::optional<std::string> ReadFile(const std::filesystem::path& path);

/// Loads the four faces that web/fonts/build.mjs has made into `folder`; false if one is missing.
bool LoadFaces(const std::filesystem::path& folder, App& app);

}  // namespace proviso::shell
