// proviso agree: how far two codings of the same texts agree.

#include <algorithm>
#include <cstdio>

#include "core/cli/arguments.h"
#include "core/cli/author_commands.h"
#include "core/cli/author_files.h"
#include "core/cli/columns.h"
#include "core/cli/messages.h"
#include "core/merge/agree.h"
#include "core/sheets/book.h"
#include "core/words/labels.h"

namespace proviso::cli {
namespace {

using merge::Agreement;
using merge::FieldAgreement;

std::string Decimals(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.3f", value);
  return text;
}

std::string AlphaWords(const FieldAgreement& field) {
  return field.alpha ? Decimals(*field.alpha) : "–";
}
std::string SpreadWords(const FieldAgreement& field) {
  return field.spread ? Decimals(field.spread->low) + " to " + Decimals(field.spread->high) : "";
}

std::string Remark(const FieldAgreement& field) {
  if (field.pairs == 0) return "";
  if (!field.always.empty()) return "α cannot be said: both always say “" + field.always + "”";
  if (!field.mostly.empty())
    return "high agreement is easy here: " +
           std::to_string(static_cast<int>(field.mostly_share * 100 + 0.5)) + " % are “" +
           field.mostly + "”";
  return "";
}

std::string PercentOf(std::size_t part, std::size_t all) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f %%",
                all == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(all));
  return text;
}

std::string Ids(const Dataset& dataset, const std::vector<ClaimId>& claims) {
  std::string out;
  for (const ClaimId id : claims) out += (out.empty() ? "" : ", ") + std::string(dataset[id].id);
  return out.empty() ? "none" : out;
}

void PrintWords(const Dataset& a, const Dataset& b, const Agreement& agreement,
                const Console& console) {
  const merge::Matching& m = agreement.matching;
  const std::size_t alone = m.only_a.size() + m.only_b.size();
  console.out(view::Counted(m.pairs.size(), "pair", "pairs") + ". Only in A: " + Ids(a, m.only_a) +
              ". Only in B: " + Ids(b, m.only_b) + ". " +
              PercentOf(alone, a.claims.size() + b.claims.size()) + " of all claims unmatched.\n");
  const std::uint64_t either = m.marked_a + m.marked_b - m.both;
  console.out("Places: of " + std::to_string(either) +
              " code points that either marked, both marked " + std::to_string(m.both) +
              (agreement.place_alpha ? "; α " + Decimals(*agreement.place_alpha) + " over all " +
                                           std::to_string(m.text_size)
                                     : "") +
              ".\n\n");
  Columns rows({"field", ">pairs", ">the same", ">alpha", "95 of 100 lie between", "remark"});
  for (const FieldAgreement& field : agreement.fields)
    rows.Add({field.field, std::to_string(field.pairs), std::to_string(field.same),
              AlphaWords(field), SpreadWords(field), Remark(field)});
  rows.Print(console);
  if (m.pairs.size() < 10)
    console.out("\nFewer than ten pairs: look at the interval before the figure.\n");
  console.out(
      "\nThe pairing looks at what a claim is about, so the figure of “about” is higher than if it "
      "did not.\n");
}

void PrintBy(const Dataset& a, const Dataset& b, const FieldAgreement& field,
             const Console& console) {
  console.out("\n" + field.field + ": A against B\n");
  Columns rows({"A", "B", ">times", "claims"});
  for (const FieldAgreement::Cell& cell : field.cells) {
    std::string ids;
    for (const auto& [x, y] : cell.pairs)
      ids += (ids.empty() ? "" : ", ") + std::string(a[x].id) + "/" + std::string(b[y].id);
    rows.Add({cell.a, cell.b, std::to_string(cell.pairs.size()), ids});
  }
  rows.Print(console);
}

/// The fields that `--weights` names, with their weights.
using Weights = std::vector<std::pair<const FieldAgreement*, std::size_t>>;

/// Errors: call, for a field that there is not, or a weight that is no whole number from 1.
Result<Weights> ReadWeights(const std::vector<std::string>& words, const Agreement& agreement) {
  Weights weights;
  std::vector<std::string> names;
  for (const FieldAgreement& field : agreement.fields) names.push_back(field.field);
  for (const std::string& word : words) {
    const auto pair = SplitPair(word);
    const std::size_t weight = pair ? WholeNumber(pair->second) : 0;
    if (weight == 0)
      return CallProblem(view::Quoted(word) + " is no weight.",
                         "Write --weights 'holder=2,how firmly=1', with whole numbers from 1.");
    const auto at = std::find(names.begin(), names.end(), pair->first);
    if (at == names.end())
      return CallProblem("There is no field " + view::Quoted(pair->first) + ".",
                         MeantWords(pair->first, names));
    weights.emplace_back(&agreement.fields[static_cast<std::size_t>(at - names.begin())], weight);
  }
  return weights;
}

/// The mean of the shares that agree; none if no field has a pair.
std::optional<double> WeightedMean(const Weights& weights) {
  double sum = 0, all = 0;
  for (const auto& [field, weight] : weights) {
    if (field->pairs == 0) continue;
    sum += static_cast<double>(weight) * static_cast<double>(field->same) /
           static_cast<double>(field->pairs);
    all += static_cast<double>(weight);
  }
  if (all <= 0) return std::nullopt;
  return sum / all;
}

std::string WeightWords(const Weights& weights) {
  std::string words;
  for (const auto& [field, weight] : weights)
    words += (words.empty() ? "" : ", ") + field->field + " " + std::to_string(weight);
  return words;
}

Json FieldJson(const Dataset& a, const Dataset& b, const FieldAgreement& field) {
  Json one = {{"field", field.field}, {"pairs", field.pairs}, {"same", field.same}};
  one["alpha"] = field.alpha ? Json(*field.alpha) : Json();
  one["low"] = field.spread ? Json(field.spread->low) : Json();
  one["high"] = field.spread ? Json(field.spread->high) : Json();
  one["differ"] = Json::array();
  for (const FieldAgreement::Cell& cell : field.cells) {
    Json pairs = Json::array();
    for (const auto& [x, y] : cell.pairs)
      pairs.push_back(Json::array({std::string(a[x].id), std::string(b[y].id)}));
    one["differ"].push_back(Json{{"a", cell.a}, {"b", cell.b}, {"pairs", pairs}});
  }
  return one;
}

Json AgreementJson(const Dataset& a, const Dataset& b, const Agreement& agreement) {
  const merge::Matching& m = agreement.matching;
  const auto ids = [](const Dataset& d, const std::vector<ClaimId>& claims) {
    Json list = Json::array();
    for (const ClaimId id : claims) list.push_back(std::string(d[id].id));
    return list;
  };
  Json result = {
      {"pairs", Json::array()}, {"onlyA", ids(a, m.only_a)}, {"onlyB", ids(b, m.only_b)}};
  for (const merge::Matching::Pair& pair : m.pairs)
    result["pairs"].push_back(Json::array({std::string(a[pair.a].id), std::string(b[pair.b].id)}));
  result["place"] = Json{{"codePoints", m.text_size},
                         {"a", m.marked_a},
                         {"b", m.marked_b},
                         {"both", m.both},
                         {"alpha", agreement.place_alpha ? Json(*agreement.place_alpha) : Json()}};
  result["fields"] = Json::array();
  for (const FieldAgreement& field : agreement.fields)
    result["fields"].push_back(FieldJson(a, b, field));
  return result;
}

}  // namespace

int RunAgree(const Arguments& given, const Console& console) {
  const bool json = given.Has("--json");
  const Opened<Dataset> a = OpenNamed(given.Text("A"), given, console);
  if (!a.value) return a.exit_code;
  const Opened<Dataset> b = OpenNamed(given.Text("B"), given, console);
  if (!b.value) return b.exit_code;
  const auto agreement = merge::Agree(
      *a.value, *b.value, static_cast<std::uint32_t>(given.Number("--resamples", 1000)));
  if (!agreement.ok()) return Refuse(console, agreement.problems()[0], json);
  const FieldAgreement* by = nullptr;
  std::vector<std::string> names;
  for (const FieldAgreement& field : agreement->fields) {
    names.push_back(field.field);
    if (field.field == given.Text("--by")) by = &field;
  }
  if (given.Has("--by") && by == nullptr)
    return Refuse(console,
                  CallProblem("There is no field " + view::Quoted(given.Text("--by")) + ".",
                              MeantWords(given.Text("--by"), names)),
                  json);
  const Result<Weights> weights = ReadWeights(given.Texts("--weights"), *agreement);
  if (!weights.ok()) return Refuse(console, weights.problems()[0], json);
  const std::optional<double> mean = WeightedMean(*weights);
  if (json) {
    Json result = AgreementJson(*a.value, *b.value, *agreement);
    if (!weights->empty()) result["weightedMean"] = mean ? Json(*mean) : Json();
    Print(console, result);
    return kFine;
  }
  if (given.Has("--csv")) {
    std::vector<std::vector<std::string>> rows{
        {"field", "pairs", "same", "alpha", "low", "high", "remark"}};
    for (const FieldAgreement& field : agreement->fields)
      rows.push_back({field.field, std::to_string(field.pairs), std::to_string(field.same),
                      field.alpha ? Decimals(*field.alpha) : "",
                      field.spread ? Decimals(field.spread->low) : "",
                      field.spread ? Decimals(field.spread->high) : "", Remark(field)});
    console.out(sheets::WriteCsv(rows));
    return kFine;
  }
  PrintWords(*a.value, *b.value, *agreement, console);
  if (!weights->empty())
    console.out("\nWeighted mean of the shares that agree (" + WeightWords(*weights) +
                "): " + (mean ? Decimals(*mean) : "–") + ".\n");
  if (by != nullptr) PrintBy(*a.value, *b.value, *by, console);
  return kFine;
}

}  // namespace proviso::cli
