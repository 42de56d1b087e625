#include "core/cli/system_console.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <limits>
#include <memory>
#include <system_error>

#include "core/cli/messages.h"
#include "core/cli/terminal.h"
#include "core/words/labels.h"

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

Problem Unwritable(const std::string& path, const std::string& reason) {
  return CallProblem(view::Quoted(path) + " cannot be written: " + reason + ".",
                     "Name a place with room that you may write to.");
}

/// Writes `bytes` into `file`; false with errno set if that fails.
bool WriteAll(File file, std::string_view bytes) {
  if (!file || std::fwrite(bytes.data(), 1, bytes.size(), file.get()) != bytes.size()) return false;
  return std::fclose(file.release()) == 0;  // A full disk may show only here.
}

/// Where the name `path` leads through symbolic links; `path` itself if it leads nowhere yet.
std::filesystem::path Target(const std::string& path) {
  std::error_code error;
  const std::filesystem::path target = std::filesystem::canonical(path, error);
  return error ? std::filesystem::path(path) : target;
}

/// Writes a file anew beside the old one and puts it in its place, so that whatever happens on the
/// way leaves the old one whole: it may be the only copy.
bool Replace(const std::filesystem::path& path, std::string_view bytes) {
  const std::filesystem::path part = path.string() + ".part";
  std::error_code error;
  const std::filesystem::file_status old = std::filesystem::status(path, error);
  if (WriteAll(File(std::fopen(part.c_str(), "wb")), bytes)) {
    if (old.type() == std::filesystem::file_type::regular)
      std::filesystem::permissions(part, old.permissions(), error);
    if (std::rename(part.c_str(), path.c_str()) == 0) return true;
  }
  const int reason = errno;
  std::filesystem::remove(part, error);
  errno = reason;
  return false;
}

std::optional<Problem> Write(const std::string& path, std::string_view bytes) {
  const std::filesystem::path parent = std::filesystem::path(path).parent_path();
  std::error_code error;
  if (!parent.empty() && !std::filesystem::exists(parent, error) && !error)
    return CallProblem("There is no folder " + view::Quoted(parent.string()) + ".",
                       "Make it, or name another place.");
  const std::filesystem::path target = Target(path);
  const std::filesystem::file_type type = std::filesystem::status(target, error).type();
  const bool file =
      type == std::filesystem::file_type::regular || type == std::filesystem::file_type::not_found;
  // A device or a pipe has nothing to lose and cannot be replaced.
  const bool written =
      file ? Replace(target, bytes) : WriteAll(File(std::fopen(target.c_str(), "wb")), bytes);
  if (!written) return Unwritable(path, Reason());
  return std::nullopt;
}

std::optional<Problem> MakeFolder(const std::string& path) {
  std::error_code error;
  std::filesystem::create_directories(path, error);
  // Systems differ in what they call it where a file has that name.
  if (error && std::filesystem::is_regular_file(path))
    error = std::make_error_code(std::errc::not_a_directory);
  if (error) return Unwritable(path, error.message());
  return std::nullopt;
}

}  // namespace

Console SystemConsole() {
  Console console;
  console.out = [](std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); };
  console.err = [](std::string_view text) { std::fwrite(text.data(), 1, text.size(), stderr); };
  console.read = Read;
  console.write = Write;
  console.make_folder = MakeFolder;
  console.program_folders = ProgramFolders();
  const Terminal terminal = ReadTerminal();
  console.width = terminal.width;
  console.color = terminal.color;
  return console;
}

bool FlushSystemConsole() { return std::fflush(stdout) == 0 && std::ferror(stdout) == 0; }

}  // namespace proviso::cli
