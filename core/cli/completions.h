#pragma once

#include <string>

namespace proviso::cli {

// What a shell completes the program's words with: a script for it to read.

std::string BashCompletion();
std::string ZshCompletion();
std::string FishCompletion();

}  // namespace proviso::cli
