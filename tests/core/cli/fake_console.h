#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "core/cli/commands.h"
#include "core/cli/messages.h"

namespace proviso::test {

/// The program with files and a terminal of its own, in memory.
struct Program {
  std::map<std::string, std::string> files;
  std::map<std::string, std::string> written;
  std::set<std::string> folders;  ///< That were made.
  std::string out, err;
  bool full_disk = false;
  std::size_t width = 0;
  bool color = false;

  int Run(const std::vector<std::string>& arguments) {
    out.clear();
    err.clear();
    cli::Console console;
    console.out = [this](std::string_view text) { out += text; };
    console.err = [this](std::string_view text) { err += text; };
    console.read = [this](const std::string& path, std::uint64_t) -> Result<std::string> {
      const auto file = files.find(path);
      if (file == files.end())
        return cli::CallProblem("There is no file “" + path + "”.", "Check the path.");
      return file->second;
    };
    console.write = [this](const std::string& path,
                           std::string_view bytes) -> std::optional<Problem> {
      const std::size_t slash = path.rfind('/');
      if (slash != std::string::npos && folders.count(path.substr(0, slash)) == 0)
        return cli::CallProblem("There is no folder “" + path.substr(0, slash) + "”.", "Make it.");
      if (full_disk) return cli::CallProblem("“" + path + "” cannot be written.", "Make room.");
      written[path] = std::string(bytes);
      return std::nullopt;
    };
    console.make_folder = [this](const std::string& path) -> std::optional<Problem> {
      folders.insert(path);
      return std::nullopt;
    };
    console.width = width;
    console.color = color;
    return cli::RunCommand(arguments, console);
  }

  nlohmann::ordered_json json() const { return nlohmann::ordered_json::parse(out, nullptr, false); }
};

}  // namespace proviso::test
