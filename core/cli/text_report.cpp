#include "core/cli/text_report.h"

#include "core/wire/report_json.h"

namespace proviso::cli {

using locate::Verdict;

Result<TextReport> LocateText(const Dataset& dataset, const DocumentFile& text) {
  const Result<locate::ReaderText> read = locate::ReadText(text.bytes);
  if (!read.ok()) return read.problems();
  return TextReport{text.document, text.path, locate::Locate(dataset, text.document, *read)};
}

std::string TextReportWords(const Dataset& dataset, const TextReport& text) {
  std::string words = std::string(dataset[text.document].id) + " against " + text.path + ": ";
  bool first = true;
  for (const Verdict verdict : view::kVerdictOrder) {
    const std::uint32_t count = text.report.count(verdict);
    const bool rare = verdict == Verdict::kAmbiguous || verdict == Verdict::kUnchecked;
    if (rare && count == 0) continue;
    words += std::string(first ? "" : ", ") + std::to_string(count) + " " +
             std::string(view::VerdictWord(verdict)) + (verdict == Verdict::kAltered ? "?" : "");
    first = false;
  }
  return words + (text.report.same_text ? "; the text is the coder’s copy."
                                        : "; the text is not the coder’s copy.");
}

Json TextReportJson(const Dataset& dataset, const TextReport& text, bool passages) {
  return Json::parse(view::LocateJson(dataset, text.document, text.path, text.report, passages));
}

}  // namespace proviso::cli
