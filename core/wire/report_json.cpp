#include "core/wire/report_json.h"

#include "core/io/json_out.h"
#include "core/query/searched_text.h"
#include "core/voice/voice.h"

namespace proviso::view {
std::string CountsJson(const Dataset& dataset) {
  io::JsonOut json;
  json.Open('{');
  for (std::size_t i = 0; i < kTableCount; ++i)
    json.Number(kWords<Table>[i], static_cast<std::int64_t>(dataset.count(static_cast<Table>(i))));
  json.Close('}');
  return json.Take();
}

std::string HitsJson(const Dataset& dataset, std::string_view words,
                     std::span<const query::Hit> hits, std::string_view nearest) {
  io::JsonOut json;
  json.Open('{');
  json.Text("words", words);
  json.List("hits");
  for (const query::Hit& hit : hits) {
    json.Open('{');
    json.Text("table", Word(hit.record.table));
    json.Text("id", dataset.IdOf(hit.record));
    json.Text("name", NameOf(dataset, hit.record));
    const std::vector<Text> keywords = query::FoundKeywords(dataset, hit.record, words);
    if (!keywords.empty()) {
      json.List("keywords");
      for (const Text keyword : keywords) json.String(keyword);
      json.Close(']');
    }
    json.Close('}');
  }
  json.Close(']');
  json.TextIfAny("nearest", nearest);
  json.Close('}');
  return json.Take();
}

std::string LocateJson(const Dataset& dataset, DocumentId document, std::string_view file,
                       const locate::Report& report, bool passages) {
  io::JsonOut json;
  json.Open('{');
  json.Text("document", dataset[document].id);
  json.TextIfAny("file", file);
  json.Flag("sameText", report.same_text);
  json.Object("counts");
  for (const locate::Verdict verdict : kVerdictOrder)
    json.Number(VerdictWord(verdict), static_cast<std::int64_t>(report.count(verdict)));
  json.Close('}');
  if (passages) json.List("passages");
  for (const locate::Finding& finding : report.findings) {
    if (!passages) break;
    json.Open('{');
    json.Text("passage", dataset[finding.passage].id);
    json.Text("verdict", VerdictWord(finding.verdict));
    json.List("places");
    for (const locate::Place& place : finding.places) {
      json.Open('{');
      json.Number("start", place.start);
      json.Number("end", place.end);
      json.Close('}');
    }
    json.Close(']');
    if (finding.verdict == locate::Verdict::kAltered) {
      json.Key("share");
      json.Real(finding.share);
    }
    json.Close('}');
  }
  if (passages) json.Close(']');
  json.Close('}');
  return json.Take();
}

std::string_view VerdictWord(locate::Verdict verdict) {
  constexpr std::array<std::string_view, 6> kVerdicts{"unchecked", "found",   "moved",
                                                      "ambiguous", "altered", "missing"};
  return kVerdicts[static_cast<std::size_t>(verdict)];
}

}  // namespace proviso::view
