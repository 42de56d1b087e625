#pragma once

#include <string>

namespace proviso::cli {

/// The manual page of section 1, all commands in it, as roff that `man -l` reads.
std::string ManPage();

}  // namespace proviso::cli
