#include "core/cli/program.h"

#include <cstdint>
#include <vector>

#include "core/words/labels.h"

namespace proviso::cli {
namespace {

constexpr std::uint64_t kMostOfAFile = std::uint64_t{64} << 20;
constexpr std::string_view kList = "program.json";

}  // namespace

Result<std::string> Program::Read(const Console& console, const std::string& place) const {
  if (!files.contains(place) || !files[place].is_string())
    return CallProblem(
        "The page’s program in " + view::Quoted(folder) + " has no " + view::Quoted(place) + ".",
        "Build it anew with web/serve --build-only, or name another with --program.");
  return console.read(folder + "/" + files[place].get<std::string>(), kMostOfAFile);
}

Result<Program> FindProgram(const std::string& named, const Console& console) {
  std::vector<std::string> folders = console.program_folders;
  if (!named.empty()) folders = {named};
  for (const std::string& folder : folders) {
    const Result<std::string> list = console.read(folder + "/" + std::string(kList), kMostOfAFile);
    if (!list.ok()) continue;
    Program program{folder, Json::parse(*list, nullptr, false)};
    if (program.files.is_object()) return program;
  }
  return CallProblem(
      named.empty() ? std::string("The page’s program is not here.")
                    : "The page’s program is not in " + view::Quoted(named) + ".",
      "Give --program with a folder that web/serve --build-only made (web/dist), or use npx "
      "proviso, which brings it along.");
}

}  // namespace proviso::cli
