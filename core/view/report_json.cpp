#include "core/view/report_json.h"

#include <nlohmann/json.hpp>

#include "core/view/voice_model.h"

namespace proviso::view {
namespace {

using Json = nlohmann::ordered_json;

std::string Dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::string CountsJson(const Dataset& dataset) {
  Json counts = Json::object();
  for (std::size_t i = 0; i < kTableCount; ++i)
    counts[std::string(kWords<Table>[i])] = dataset.count(static_cast<Table>(i));
  return Dump(counts);
}

std::string HitsJson(const Dataset& dataset, std::string_view words,
                     std::span<const query::Hit> hits, std::string_view nearest) {
  Json json{{"words", words}, {"hits", Json::array()}};
  for (const query::Hit& hit : hits)
    json["hits"].push_back(Json{{"table", Word(hit.record.table)},
                                {"id", std::string_view(dataset.IdOf(hit.record))},
                                {"name", NameOf(dataset, hit.record)}});
  if (!nearest.empty()) json["nearest"] = nearest;
  return Dump(json);
}

std::string LocateJson(const Dataset& dataset, DocumentId document, std::string_view file,
                       const locate::Report& report, bool passages) {
  Json json{{"document", std::string_view(dataset[document].id)}};
  if (!file.empty()) json["file"] = file;
  json["sameText"] = report.same_text;
  for (const locate::Verdict verdict : kVerdictOrder)
    json["counts"][std::string(VerdictWord(verdict))] = report.count(verdict);
  if (!passages) return Dump(json);
  json["passages"] = Json::array();
  for (const locate::Finding& finding : report.findings) {
    Json one{{"passage", std::string_view(dataset[finding.passage].id)},
             {"verdict", VerdictWord(finding.verdict)},
             {"places", Json::array()}};
    for (const locate::Place& place : finding.places)
      one["places"].push_back(Json{{"start", place.start}, {"end", place.end}});
    if (finding.verdict == locate::Verdict::kAltered) one["share"] = finding.share;
    json["passages"].push_back(std::move(one));
  }
  return Dump(json);
}

std::string_view VerdictWord(locate::Verdict verdict) {
  constexpr std::array<std::string_view, 6> kVerdicts{"unchecked", "found",   "moved",
                                                      "ambiguous", "altered", "missing"};
  return kVerdicts[static_cast<std::size_t>(verdict)];
}

}  // namespace proviso::view
