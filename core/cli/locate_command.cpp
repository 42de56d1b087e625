// proviso locate: where the passages of a dataset stand in a reader's texts.

#include "core/cli/columns.h"
#include "core/cli/messages.h"
#include "core/cli/open.h"
#include "core/cli/text_report.h"
#include "core/wire/report_json.h"

namespace proviso::cli {
namespace {

using locate::Verdict;

std::string PlacesWords(const locate::Finding& finding) {
  std::string words;
  for (const locate::Place& place : finding.places)
    words +=
        (words.empty() ? "" : ", ") + std::to_string(place.start) + "-" + std::to_string(place.end);
  if (finding.verdict == Verdict::kAltered)
    words += " (" + std::to_string(static_cast<int>(finding.share * 100 + 0.5)) +
             " % of its marks; read it before you accept it)";
  return words;
}

void PrintReport(const Dataset& dataset, const TextReport& text, const Console& console) {
  console.out(TextReportWords(dataset, text) + "\n");
  Columns rows({"passage", ">paragraph", "verdict", "place in this text"});
  bool any = false;
  for (const locate::Finding& finding : text.report.findings) {
    if (finding.verdict == Verdict::kFound) continue;
    const Passage& passage = dataset[finding.passage];
    rows.Add({std::string(passage.id),
              passage.paragraph > 0 ? std::to_string(passage.paragraph) : "",
              std::string(view::VerdictWord(finding.verdict)), PlacesWords(finding)});
    any = true;
  }
  if (any) rows.Print(console);
}

}  // namespace

int RunLocate(const LocateOptions& options, const Console& console) {
  const bool json = options.common.json;
  const Opened<Dataset> dataset = OpenDataset(options.common, console);
  if (!dataset.value) return dataset.exit_code;
  const auto texts = OpenTexts(*dataset.value, options.texts, options.common, console);
  if (!texts.value) return texts.exit_code;
  Json documents = Json::array();
  int exit_code = kFine;
  for (const DocumentFile& text : *texts.value) {
    const Result<TextReport> report = LocateText(*dataset.value, text);
    if (!report.ok()) {
      if (json)
        Tell(console, report.problems(), true);
      else
        for (const Problem& problem : report.problems())
          console.err(ProblemWords(console, text.path, problem, false));
      exit_code = kDataAtFault;
      continue;
    }
    if (report->report.count(Verdict::kMissing) + report->report.count(Verdict::kAltered) > 0)
      exit_code = kDataAtFault;
    if (json)
      documents.push_back(TextReportJson(*dataset.value, *report, true));
    else
      PrintReport(*dataset.value, *report, console);
  }
  if (json) Print(console, Json{{"documents", documents}});
  return exit_code;
}

}  // namespace proviso::cli
