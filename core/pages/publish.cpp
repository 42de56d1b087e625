#include "core/pages/publish.h"

#include <algorithm>
#include <utility>

#include "core/base/gzip.h"
#include "core/io/csv.h"
#include "core/io/drafts.h"
#include "core/io/load.h"
#include "core/io/save.h"
#include "core/pages/html.h"
#include "core/pages/intro.h"

namespace proviso::view {
namespace {

/// The most that places which show previews keep of a description.
constexpr std::size_t kDescription = 300;
constexpr std::string_view kPreview = "preview.png";

/// Ends at a word, in at most `most` bytes.
std::string Shortened(std::string text, std::size_t most) {
  if (text.size() <= most) return text;
  const std::size_t space = text.rfind(' ', most - 4);
  std::size_t end = space == std::string::npos ? most - 4 : space;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end) + " …";
}

/// A file of the page that is in it, as web/unpack.js reads it.
std::string Block(std::string_view name, std::string_view bytes) {
  return "<script type=\"application/gzip;base91\" data-file=\"" + std::string(name) + "\">" +
         Base91(Gzip(bytes)) + "</script>";
}

/// The dataset for a page that holds it: without the indentation, for which nobody looks there. No
/// string of JSON has a line break in it.
std::string PackedDataset(const Dataset& dataset) {
  std::string packed;
  bool indent = false;
  for (const char c : io::Save(dataset)) {
    indent = c == '\n' || (indent && c == ' ');
    if (!indent) packed += c;
  }
  return packed;
}

std::string Explorer(std::string_view dataset) {
  Html html;
  html.Line();
  html.Leaf("proviso-explorer", {},
            {{"id", "explorer"},
             {"src", dataset},
             {"loading", "eager"},
             {"activation", "always"},
             {"drop", "on"}});
  html.Line();
  return html.Take();
}

/// A link under the text of the start page.
std::string Download(std::string_view dataset) {
  Html html;
  {
    const Within line(html, "p");
    html.Leaf("a", "Download the dataset", {{"href", dataset}, {"download", dataset}});
    html.Text(" as JSON.");
  }
  html.Line();
  return html.Take();
}

/// The first line of the worker says which dataset it keeps, and in which version.
std::string Worker(std::string_view worker, std::string_view dataset, std::string_view digest) {
  const std::size_t line = worker.find('\n');
  return "self.DATASET=[\"" + std::string(dataset) + "\",\"" + std::string(digest) + "\"];" +
         std::string(line == std::string_view::npos ? worker : worker.substr(line));
}

}  // namespace

std::optional<std::string> FillPlace(std::string_view page, std::string_view name,
                                     std::string_view content) {
  const std::string begin = "<!--[" + std::string(name) + "-->";
  const std::string end = "<!--" + std::string(name) + "]-->";
  const std::size_t from = page.find(begin);
  if (from == std::string_view::npos) return std::nullopt;
  const std::size_t to = page.find(end, from);
  if (to == std::string_view::npos) return std::nullopt;
  return std::string(page.substr(0, from + begin.size())) + std::string(content) +
         std::string(page.substr(to));
}

std::string DatasetFile(const Library& library) {
  return std::string(library.dataset.info.id) + ".json";
}

std::string ExportHead(const Library& library, const PublishOptions& options) {
  const DatasetInfo& info = library.dataset.info;
  const std::string description = Shortened(
      info.note.empty() ? IntroWords(library.dataset) : std::string(info.note), kDescription);
  Html html;
  html.Line();
  html.Leaf("title", info.title);
  html.Line();
  const auto meta = [&html](std::string_view kind, std::string_view name, std::string_view value) {
    html.Empty("meta", {{kind, name}, {"content", value}});
    html.Line();
  };
  meta("name", "description", description);
  meta("property", "og:type", "website");
  meta("property", "og:title", info.title);
  meta("property", "og:description", description);
  if (!options.state.empty()) meta("name", "proviso-state", options.state);
  if (!options.address.empty()) {
    const std::string folder = options.address + (options.address.back() == '/' ? "" : "/");
    meta("property", "og:url", folder);
    meta("property", "og:image", folder + std::string(kPreview));
    meta("name", "twitter:card", "summary_large_image");
  }
  return html.Take();
}

std::optional<std::string> ExportSingle(const Library& library, std::string_view single,
                                        std::string_view head, std::string_view outline) {
  std::optional<std::string> page = FillPlace(single, "head", head);
  if (page) page = FillPlace(*page, "text", "\n" + std::string(outline) + "\n");
  if (page) page = FillPlace(*page, "data", Block("dataset.json", PackedDataset(library.dataset)));
  return page;
}

// Through this one comes into the part of the program that makes pages.
std::optional<std::string> PageInOneFile(const Library& library, std::string_view single,
                                         const PublishOptions& options) {
  if (library.say.language() != "en" || io::HasDrafts(library.dataset)) {
    Result<io::Loaded> same = io::LoadWithoutDrafts(library.dataset);
    if (!same.ok()) return std::nullopt;
    return PageInOneFile(Library(std::move(same->dataset)), single, options);
  }
  return ExportSingle(library, single, ExportHead(library, options), ExportOutline(library));
}

std::string DataToPublish(const Library& library, std::string_view form) {
  const Result<io::Loaded> data = io::LoadWithoutDrafts(library.dataset);
  if (!data.ok()) return {};
  return form == "json"  ? io::Save(data->dataset)
         : form == "csv" ? io::SaveCsv(data->dataset, Table::kClaims)
                         : std::string();
}

std::optional<std::vector<ExportedFile>> ExportSite(const Library& library,
                                                    const ProgramPages& program,
                                                    const PublishOptions& options) {
  if (io::HasDrafts(library.dataset)) {
    Result<io::Loaded> same = io::LoadWithoutDrafts(library.dataset);
    if (!same.ok()) return std::nullopt;
    return ExportSite(Library(std::move(same->dataset)), program, options);
  }
  const std::string dataset = DatasetFile(library);
  const std::string head = ExportHead(library, options);
  const std::string skeleton = ExportSkeleton(library, "text/");
  std::optional<std::string> index = FillPlace(program.index, "head", head);
  if (index) index = FillPlace(*index, "text", skeleton + Download(dataset));
  if (index) index = FillPlace(*index, "explorer", Explorer(dataset));
  std::optional<std::string> frame = ExportSingle(library, program.single, head, skeleton);
  if (!index || !frame) return std::nullopt;
  std::vector<ExportedFile> files;
  files.push_back({"index.html", std::move(*index)});
  files.push_back({"embed.html", std::move(*frame)});
  files.push_back({"worker.js", Worker(program.worker, dataset, library.digest())});
  files.push_back({dataset, io::Save(library.dataset)});
  files.push_back({std::string(kPreview), PreviewPng(library)});
  for (ExportedFile& file : ExportPages(library))
    files.push_back({"text/" + file.path, std::move(file.bytes)});
  return files;
}

}  // namespace proviso::view
