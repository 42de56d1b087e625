#include "core/cli/open.h"

#include "core/cli/messages.h"
#include "core/locate/locate.h"
#include "core/words/labels.h"

namespace proviso::cli {

std::optional<std::pair<std::string, std::string>> SplitPair(std::string_view word) {
  const std::size_t at = word.find('=');
  if (at == std::string_view::npos || at == 0) return std::nullopt;
  return std::make_pair(std::string(word.substr(0, at)), std::string(word.substr(at + 1)));
}

Opened<Dataset> OpenDataset(const CommonOptions& options, const Console& console) {
  const Result<std::string> bytes = console.read(options.file, options.limits.bytes);
  if (!bytes.ok()) {
    Tell(console, bytes.problems(), options.json);
    return {std::nullopt, kCallAtFault};
  }
  Result<io::Loaded> loaded = io::Load(*bytes, options.limits);
  if (loaded.ok()) return {std::move(loaded->dataset), kFine};
  if (options.json) {
    Tell(console, loaded.problems(), true);
  } else {
    for (const Problem& problem : loaded.problems())
      console.err(ProblemWords(console, options.file, problem, false));
  }
  return {std::nullopt, kDataAtFault};
}

Opened<std::vector<DocumentFile>> OpenTexts(const Dataset& dataset,
                                            const std::vector<std::string>& texts,
                                            const CommonOptions& options, const Console& console) {
  const auto refuse = [&](std::string rule, std::string remedy) {
    return Opened<std::vector<DocumentFile>>{
        std::nullopt,
        Refuse(console, CallProblem(std::move(rule), std::move(remedy)), options.json)};
  };
  std::vector<std::string> ids;
  for (const Document& document : dataset.documents) ids.emplace_back(document.id);
  std::vector<DocumentFile> files;
  for (const std::string& text : texts) {
    const auto pair = SplitPair(text);
    if (!pair || pair->second.empty())
      return refuse("--text " + view::Quoted(text) + " names no document and file.",
                    "Write --text DOCUMENT=FILE, like --text d-news=news.txt.");
    const RecordRef record = dataset.Find(pair->first);
    if (!record || record.table != Table::kDocuments)
      return refuse("The dataset has no document " + view::Quoted(pair->first) + ".",
                    MeantWords(pair->first, ids));
    const DocumentId document(record.index);
    for (const DocumentFile& other : files)
      if (other.document == document)
        return refuse("--text gives the document " + view::Quoted(pair->first) + " two texts.",
                      "Give one text a document.");
    Result<std::string> bytes = console.read(pair->second, locate::kLargestText);
    if (!bytes.ok()) {
      Tell(console, bytes.problems(), options.json);
      return {std::nullopt, kCallAtFault};
    }
    files.push_back({document, pair->second, std::move(*bytes)});
  }
  return {std::move(files), kFine};
}

}  // namespace proviso::cli
