// proviso publish: a dataset as something that others can open.

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/cli/messages.h"
#include "core/cli/open.h"
#include "core/cli/program.h"
#include "core/cli/publish_data.h"
#include "core/pages/publish.h"
#include "core/words/labels.h"

namespace proviso::cli {
namespace {

/// Whether the file there may be replaced: there is none, or a page of ours.
bool MayReplace(const std::string& path, bool replace, const Console& console) {
  if (replace) return true;
  const Result<std::string> there = console.read(path, std::uint64_t{1} << 16);
  return !there.ok() || there->empty() || there->find("<!--[head-->") != std::string::npos;
}

Problem Foreign(const std::string& path) {
  return CallProblem(view::Quoted(path) + " is there already, and Proviso did not write it.",
                     "Name another place, or say --replace.");
}

int Say(const PublishCommandOptions& options, const Console& console, const view::Library& library,
        const std::vector<std::pair<std::string, std::size_t>>& files, std::string words) {
  if (options.common.json) {
    Json list = Json::array();
    for (const auto& [path, bytes] : files) list.push_back(Json{{"path", path}, {"bytes", bytes}});
    Print(console, Json{{"files", std::move(list)}, {"sha256", library.digest()}});
    return kFine;
  }
  std::size_t total = 0;
  for (const auto& file : files) total += file.second;
  console.out(view::Counted(files.size(), "file", "files") + ", " +
              view::Counted(total, "byte", "bytes") + ". " + std::move(words) + "\n");
  return kFine;
}

int WriteSingle(const PublishCommandOptions& options, const Console& console,
                const view::Library& library, const Program& program) {
  const bool json = options.common.json;
  const Result<std::string> page = program.Read(console, "embed.html");
  if (!page.ok()) return Refuse(console, page.problems().front(), json);
  const auto made = view::PageInOneFile(library, *page, {options.address, options.open});
  if (!made)
    return Refuse(console,
                  CallProblem("The page’s program is another version’s.",
                              "Build it anew, or use npx proviso."),
                  json);
  if (!MayReplace(options.single, options.replace, console))
    return Refuse(console, Foreign(options.single), json);
  if (const auto problem = console.write(options.single, *made))
    return Refuse(console, *problem, json);
  return Say(options, console, library, {{options.single, made->size()}},
             options.single + " opens in any browser of today, also without a network.");
}

/// Whether the site writes a file of its own there.
bool IsOwn(const std::vector<view::ExportedFile>& own, const std::string& place) {
  for (const view::ExportedFile& file : own)
    if (file.path == place) return true;
  return false;
}

int WriteSite(const PublishCommandOptions& options, const Console& console,
              const view::Library& library, const Program& program) {
  const bool json = options.common.json;
  view::ProgramPages pages;
  for (const auto& [place, text] :
       {std::pair{"index.html", &pages.index}, std::pair{"embed.html", &pages.single},
        std::pair{"worker.js", &pages.worker}}) {
    Result<std::string> read = program.Read(console, place);
    if (!read.ok()) return Refuse(console, read.problems().front(), json);
    *text = std::move(*read);
  }
  const auto own = view::ExportSite(library, pages, {options.address, options.open});
  if (!own)
    return Refuse(console,
                  CallProblem("The page’s program is another version’s.",
                              "Build it anew, or use npx proviso."),
                  json);
  const std::string folder = options.out + "/";
  if (!MayReplace(folder + "index.html", options.replace, console))
    return Refuse(console, Foreign(folder + "index.html"), json);
  std::set<std::string> folders{options.out};
  std::vector<std::pair<std::string, std::size_t>> written;
  const auto write = [&](const std::string& place, std::string_view bytes) {
    std::optional<Problem> problem;
    const std::size_t slash = place.rfind('/');
    const std::string into =
        slash == std::string::npos ? options.out : folder + place.substr(0, slash);
    if (written.empty() || folders.insert(into).second) problem = console.make_folder(into);
    if (!problem) problem = console.write(folder + place, bytes);
    written.emplace_back(place, bytes.size());
    return problem;
  };
  for (const view::ExportedFile& file : *own)
    if (const auto problem = write(file.path, file.bytes)) return Refuse(console, *problem, json);
  for (const auto& [place, from] : program.files.items()) {
    if (IsOwn(*own, place)) continue;
    const Result<std::string> bytes = program.Read(console, place);
    if (!bytes.ok()) return Refuse(console, bytes.problems().front(), json);
    if (const auto problem = write(place, *bytes)) return Refuse(console, *problem, json);
  }
  return Say(options, console, library, written,
             "Put the folder " + options.out + " on any web server; index.html is its start page.");
}

}  // namespace

int RunPublish(const PublishCommandOptions& options, const Console& console) {
  const bool json = options.common.json;
  if (options.out.empty() && options.single.empty() && options.data.empty())
    return Refuse(console,
                  CallProblem("It is not said what to write.",
                              "Name a folder with -o DIR, one page with --single FILE.html, or an "
                              "archive with --data FILE.zip."),
                  json);
  Opened<Dataset> dataset = OpenDataset(options.common, console);
  if (!dataset.value) return dataset.exit_code;
  if (!options.data.empty())
    return PublishData(options.data, *dataset.value, options.replace, json, console);
  const view::Library library(std::move(*dataset.value));
  const Result<Program> program = FindProgram(options.program, console);
  if (!program.ok()) return Refuse(console, program.problems().front(), json);
  return options.single.empty() ? WriteSite(options, console, library, *program)
                                : WriteSingle(options, console, library, *program);
}

}  // namespace proviso::cli
