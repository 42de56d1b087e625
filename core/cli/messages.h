#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/cli/console.h"

namespace proviso::cli {

using Json = nlohmann::ordered_json;

/// What is wrong with how the program was called: what is the case, and what to do about it.
Problem CallProblem(std::string rule, std::string remedy);

/// Tells `problems` on the error stream, in words or as JSON.
void Tell(const Console& console, const std::vector<Problem>& problems, bool json);
/// The same for one, and the exit code that goes with it.
int Refuse(const Console& console, const Problem& problem, bool json);

/// "file:12:5: error I2: rule", and below it the pointer and the remedy.
std::string ProblemWords(const Console& console, std::string_view file, const Problem& problem,
                         bool warning);
Json ProblemJson(const Problem& problem);
Json ProblemsJson(const std::vector<Problem>& problems);

/// Prints `json` as UTF-8 with one space an indent and a line feed.
void Print(const Console& console, const Json& json);

/// `text` in the terminal's colour `code` ("1" is bold), if the console has colours.
std::string Paint(const Console& console, std::string_view code, std::string_view text);

/// The one of `words` that `word` was likely meant to be, or nothing.
std::string Nearest(std::string_view word, const std::vector<std::string>& words);
/// "Did you mean “claims”? It is one of …", for a word that is none of `words`.
std::string MeantWords(std::string_view word, const std::vector<std::string>& words);

}  // namespace proviso::cli
