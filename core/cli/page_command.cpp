// proviso page: the text version.

#include <set>
#include <utility>

#include "core/cli/messages.h"
#include "core/cli/open.h"
#include "core/pages/page.h"
#include "core/words/labels.h"

namespace proviso::cli {
namespace {

int WriteSkeleton(const PageOptions& options, const view::Library& library,
                  const Console& console) {
  const std::string bytes = view::ExportSkeleton(library, options.text);
  if (ToStandardOutput(options.out)) {
    if (options.common.json)
      Print(console, Json{{"skeleton", bytes}});
    else
      console.out(bytes);
    return kFine;
  }
  if (const auto problem = console.write(options.out, bytes))
    return Refuse(console, *problem, options.common.json);
  if (options.common.json)
    Print(console,
          Json{{"files", Json::array({Json{{"path", options.out}, {"bytes", bytes.size()}}})}});
  return kFine;
}

}  // namespace

int RunPage(const PageOptions& options, const Console& console) {
  const bool json = options.common.json;
  if (options.out.empty() && !options.skeleton)
    return Refuse(console,
                  CallProblem("There is no folder to write the pages into.",
                              "Name one with -o FOLDER, or ask for --skeleton."),
                  json);
  Opened<Dataset> dataset = OpenDataset(options.common, console);
  if (!dataset.value) return dataset.exit_code;
  const view::Library library(std::move(*dataset.value));
  if (options.skeleton) return WriteSkeleton(options, library, console);
  const std::vector<view::ExportedFile> files = view::ExportPages(library);
  std::set<std::string> folders{options.out};
  for (const view::ExportedFile& file : files)
    if (const std::size_t slash = file.path.rfind('/'); slash != std::string::npos)
      folders.insert(options.out + "/" + file.path.substr(0, slash));
  for (const std::string& folder : folders)
    if (const auto problem = console.make_folder(folder)) return Refuse(console, *problem, json);
  Json list = Json::array();
  std::size_t total = 0;
  for (const view::ExportedFile& file : files) {
    if (const auto problem = console.write(options.out + "/" + file.path, file.bytes))
      return Refuse(console, *problem, json);
    total += file.bytes.size();
    if (json) list.push_back(Json{{"path", file.path}, {"bytes", file.bytes.size()}});
  }
  if (json)
    Print(console, Json{{"files", std::move(list)}, {"sha256", library.digest()}});
  else
    console.out(view::Counted(files.size(), "file", "files") + ", " +
                view::Counted(total, "byte", "bytes") + ", in " + options.out +
                ". Start with index.html.\n");
  return kFine;
}

}  // namespace proviso::cli
