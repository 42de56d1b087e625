#include "core/cli/system_console.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <limits>
#include <memory>

#include "core/cli/messages.h"
#include "core/view/wording.h"

namespace proviso::cli {
namespace {

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

std::string Reason() { return std::strerror(errno); }

Result<std::string> ReadAll(std::FILE* file, const std::string& name, std::uint64_t most) {
  std::string bytes;
  std::array<char, 1 << 16> block;
  while (bytes.size() <= most) {
    const std::size_t got = std::fread(block.data(), 1, block.size(), file);
    bytes.append(block.data(), got);
    if (got < block.size()) break;
  }
  if (std::ferror(file) != 0)
    return CallProblem(name + " cannot be read: " + Reason() + ".",
                       "Name a file that can be read.");
  // One byte over the limit says as much as a hundred million do.
  if (most < std::numeric_limits<std::uint64_t>::max() && bytes.size() > most + 1)
    bytes.resize(static_cast<std::size_t>(most) + 1);
  return bytes;
}

Result<std::string> Read(const std::string& path, std::uint64_t most) {
  if (path == "-") return ReadAll(stdin, "The standard input", most);
  std::error_code error;
  const std::filesystem::file_status status = std::filesystem::status(path, error);
  if (status.type() == std::filesystem::file_type::not_found)
    return CallProblem("There is no file " + view::Quoted(path) + ".",
                       "Check the path; it is taken from the folder you are in.");
  if (status.type() == std::filesystem::file_type::directory)
    return CallProblem(view::Quoted(path) + " is a folder.", "Name a file in it.");
  const File file(std::fopen(path.c_str(), "rb"));
  if (!file)
    return CallProblem(view::Quoted(path) + " cannot be read: " + Reason() + ".",
                       "Name a file that you may read.");
  return ReadAll(file.get(), view::Quoted(path), most);
}

std::optional<Problem> Write(const std::string& path, std::string_view bytes) {
  const auto problem = [&path](const std::string& reason) {
    return CallProblem(view::Quoted(path) + " cannot be written: " + reason + ".",
                       "Name a place with room that you may write to.");
  };
  const std::filesystem::path parent = std::filesystem::path(path).parent_path();
  std::error_code error;
  if (!parent.empty()) std::filesystem::create_directories(parent, error);
  if (error) return problem(error.message());
  File file(std::fopen(path.c_str(), "wb"));
  if (!file) return problem(Reason());
  const bool written = std::fwrite(bytes.data(), 1, bytes.size(), file.get()) == bytes.size();
  if (!written || std::fflush(file.get()) != 0) return problem(Reason());
  return std::nullopt;
}

std::size_t TerminalWidth() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return 80;
}

}  // namespace

Console SystemConsole() {
  Console console;
  console.out = [](std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); };
  console.err = [](std::string_view text) { std::fwrite(text.data(), 1, text.size(), stderr); };
  console.read = Read;
  console.write = Write;
  if (isatty(STDOUT_FILENO) != 0) {
    console.width = TerminalWidth();
    const char* no_color = std::getenv("NO_COLOR");
    const char* term = std::getenv("TERM");
    console.color = (no_color == nullptr || *no_color == '\0') &&
                    !(term != nullptr && std::strcmp(term, "dumb") == 0) &&
                    isatty(STDERR_FILENO) != 0;
  }
  return console;
}

bool FlushSystemConsole() { return std::fflush(stdout) == 0 && std::ferror(stdout) == 0; }

}  // namespace proviso::cli
