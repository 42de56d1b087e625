#include "core/cli/text_report.h"

#include <array>
#include <utility>

namespace proviso::cli {
namespace {

using locate::Verdict;

constexpr std::array<Verdict, 6> kOrder{Verdict::kFound,   Verdict::kMoved,   Verdict::kAmbiguous,
                                        Verdict::kAltered, Verdict::kMissing, Verdict::kUnchecked};

}  // namespace

std::string_view VerdictWord(Verdict verdict) {
  constexpr std::array<std::string_view, 6> kVerdicts{"unchecked", "found",   "moved",
                                                      "ambiguous", "altered", "missing"};
  return kVerdicts[static_cast<std::size_t>(verdict)];
}

Result<TextReport> LocateText(const Dataset& dataset, const DocumentFile& text) {
  const Result<locate::ReaderText> read = locate::ReadText(text.bytes);
  if (!read.ok()) return read.problems();
  return TextReport{text.document, text.path, locate::Locate(dataset, text.document, *read)};
}

std::string TextReportWords(const Dataset& dataset, const TextReport& text) {
  std::string words = std::string(dataset[text.document].id) + " against " + text.path + ": ";
  bool first = true;
  for (const Verdict verdict : kOrder) {
    const std::uint32_t count = text.report.count(verdict);
    const bool rare = verdict == Verdict::kAmbiguous || verdict == Verdict::kUnchecked;
    if (rare && count == 0) continue;
    words += std::string(first ? "" : ", ") + std::to_string(count) + " " +
             std::string(VerdictWord(verdict)) + (verdict == Verdict::kAltered ? "?" : "");
    first = false;
  }
  return words + (text.report.same_text ? "; the text is the coder's copy."
                                        : "; the text is not the coder's copy.");
}

Json TextReportJson(const Dataset& dataset, const TextReport& text, bool passages) {
  Json json{{"document", std::string(dataset[text.document].id)},
            {"file", text.path},
            {"sameText", text.report.same_text}};
  for (const Verdict verdict : kOrder)
    json["counts"][std::string(VerdictWord(verdict))] = text.report.count(verdict);
  if (!passages) return json;
  json["passages"] = Json::array();
  for (const locate::Finding& finding : text.report.findings) {
    Json one{{"passage", std::string(dataset[finding.passage].id)},
             {"verdict", std::string(VerdictWord(finding.verdict))},
             {"places", Json::array()}};
    for (const locate::Place& place : finding.places)
      one["places"].push_back(Json{{"start", place.start}, {"end", place.end}});
    if (finding.verdict == Verdict::kAltered) one["share"] = finding.share;
    json["passages"].push_back(std::move(one));
  }
  return json;
}

}  // namespace proviso::cli
