#include "core/wire/service.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <nlohmann/json.hpp>
#include <utility>

#include "core/io/csv.h"
#include "core/io/json_out.h"
#include "core/io/load.h"
#include "core/io/save.h"
#include "core/locate/locate.h"
#include "core/pages/page.h"
#include "core/pages/publish.h"
#include "core/reason/answer.h"
#include "core/reason/scenario.h"
#include "core/state/session.h"
#include "core/wire/answer_json.h"
#include "core/wire/report_json.h"
#include "core/wire/wire.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

using Json = nlohmann::ordered_json;
using query::Facet;

bool Refuse(std::string rule, std::string remedy, std::string* output) {
  *output = ProblemsJson({{"call", {}, 0, 0, std::move(rule), std::move(remedy)}}, {});
  return false;
}
bool Refuse(const std::vector<Problem>& problems, std::string* output) {
  *output = ProblemsJson(problems, {});
  return false;
}

void PutNumbers(const void* numbers, std::size_t count, std::string* output) {
  static_assert(std::endian::native == std::endian::little);
  output->append(static_cast<const char*>(numbers), count * sizeof(std::uint32_t));
}

/// The words of a vocabulary, in its order.
template <class E>
void PutWords(std::string_view key, io::JsonOut* json) {
  json->List(key);
  for (const std::string_view word : kWords<E>) json->String(word);
  json->Close(']');
}

}  // namespace

/// What a request says. A field of another kind than is asked for counts as not given.
class Service::Request {
 public:
  explicit Request(std::string_view text) : json_(Json::parse(text, nullptr, false)) {}

  bool ok() const { return json_.is_object(); }

  std::string_view Text(const char* key) const {
    const auto it = json_.find(key);
    return it != json_.end() && it->is_string() ? it->get_ref<const std::string&>()
                                                : std::string_view();
  }
  bool Flag(const char* key) const {
    const auto it = json_.find(key);
    return it != json_.end() && it->is_boolean() && it->get<bool>();
  }
  std::size_t Number(const char* key, std::size_t otherwise) const {
    const auto it = json_.find(key);
    return it != json_.end() && it->is_number_unsigned() ? it->get<std::size_t>() : otherwise;
  }
  std::vector<std::string> Texts(const char* key) const {
    const auto it = json_.find(key);
    return it != json_.end() ? TextsOf(*it) : std::vector<std::string>();
  }
  query::TopicsOfClaim Topics() const {
    return Text("topics") == "first" ? query::TopicsOfClaim::kFirst : query::TopicsOfClaim::kAll;
  }

  /// Errors: call, where there is no such facet.
  Result<query::ClaimFilter> Filter() const {
    query::ClaimFilter filter;
    const auto it = json_.find("filter");
    if (it == json_.end() || !it->is_object()) return filter;
    for (const auto& [word, values] : it->items()) {
      const auto facet = ParseWord<Facet>(word);
      if (!facet)
        return Problem{"call",
                       {},
                       0,
                       0,
                       "There is no facet " + Quoted(word) + ".",
                       "Name one of those that facets() returns."};
      filter.values[static_cast<std::size_t>(*facet)] = TextsOf(values);
    }
    return filter;
  }

  Result<reason::Scenario> Scenario(const Dataset& dataset) const {
    std::vector<Literal> supposed;
    std::vector<Problem> problems;
    for (const bool negate : {false, true})
      for (const std::string& word : Texts(negate ? "off" : "on")) {
        const Result<Literal> literal = reason::ReadLiteral(dataset, word);
        if (!literal.ok())
          problems.push_back(literal.problems()[0]);
        else
          supposed.push_back(negate ? !*literal : *literal);
      }
    if (!problems.empty()) return problems;
    return reason::MakeScenario(dataset, supposed, Flag("strict"));
  }

 private:
  static std::vector<std::string> TextsOf(const Json& json) {
    std::vector<std::string> texts;
    if (json.is_array())
      for (const Json& text : json)
        if (text.is_string()) texts.push_back(text.get_ref<const std::string&>());
    return texts;
  }

  Json json_;
};

Service::Service() = default;
Service::~Service() = default;

const Dataset& Service::dataset() const { return library_ ? library_->dataset : *dataset_; }

const Library& Service::library() {
  // Records stay where they are when a dataset moves, so what was built on them still holds.
  if (!library_) library_ = std::make_unique<Library>(std::move(*dataset_));
  return *library_;
}

const reason::Views& Service::views() {
  if (!views_) views_ = reason::BuildViews(dataset());
  return *views_;
}

const query::FacetTable& Service::facets(const Request& request) {
  if (!facets_ || topics_ != request.Topics()) {
    topics_ = request.Topics();
    facets_.emplace(dataset(), topics_);
    cells_.reset();
  }
  return *facets_;
}

bool Service::Call(std::string_view request, std::string_view payload, std::string* output) {
  output->clear();
  const Request read(request);
  if (!read.ok()) return Refuse("The request is no JSON object.", "Send one.", output);
  return Carry(read, payload, output);
}

bool Service::Carry(const Request& request, std::string_view payload, std::string* output) {
  const std::string_view what = request.Text("do");
  if (what == "open") return Open(request, payload, output);
  if (!dataset_ && !library_)
    return Refuse("No dataset is open.", "Open one that check() finds no errors in.", output);
  if (what == "ask") return Ask(request, output);
  if (what == "live") return Live(request, output);
  if (what == "suppose") return Suppose(request, output);
  if (what == "find") return Find(request, output);
  if (what == "values") return Values(request, output);
  if (what == "count") return Count(request, output);
  if (what == "cells") return Cells(request, output);
  if (what == "locate") return Locate(request, payload, output);
  if (what == "csv") return Csv(request, output);
  if (what == "page") {
    Page(output);
  } else if (what == "skeleton") {
    *output = ExportSkeleton(library(), request.Text("text"));
  } else if (what == "outline") {
    *output = ExportOutline(library());
  } else if (what == "canon") {
    *output = io::Save(dataset());
  } else if (what == "digest") {
    io::JsonOut json;
    json.Open('{');
    json.Text("sha256", library_ ? library_->digest() : io::Digest(dataset()));
    json.Close('}');
    *output = json.Take();
  } else {
    return Refuse("Nothing here does " + Quoted(what) + ".", "See core/wire/service.h.", output);
  }
  return true;
}

bool Service::Open(const Request& request, std::string_view file, std::string* output) {
  if (dataset_ || library_)
    return Refuse("A dataset is open already.", "Open the other one beside it.", output);
  Result<io::Loaded> loaded =
      io::Load(file, request.Text("limits") == "none" ? io::Limits::None() : io::Limits());
  const std::string counts = loaded.ok() ? CountsJson(loaded->dataset) : "null";
  // As `proviso check --json`: the counts before the rest.
  *output = "{\"counts\":" + counts + "," +
            ProblemsJson(loaded.ok() ? std::vector<Problem>() : loaded.problems(),
                         loaded.ok() ? loaded->warnings : Warnings())
                .substr(1);
  if (!loaded.ok()) return false;
  dataset_ = std::move(loaded->dataset);
  return true;
}

bool Service::Ask(const Request& request, std::string* output) {
  const Result<Literal> target = reason::ReadLiteral(dataset(), request.Text("target"));
  if (!target.ok()) return Refuse(target.problems(), output);
  const Result<reason::Scenario> scenario = request.Scenario(dataset());
  if (!scenario.ok()) return Refuse(scenario.problems(), output);
  const std::string_view path = request.Text("view");
  std::vector<reason::Answer> answers;
  if (path.empty()) {
    answers = reason::AskAll(dataset(), views(), *target, *scenario);
  } else {
    const auto view = reason::FindView(dataset(), views(), path);
    if (!view.ok()) return Refuse(view.problems(), output);
    answers.push_back(reason::Ask(dataset(), views(), *view, *target, *scenario));
  }
  *output = AnswersJson(dataset(), views(), answers, *scenario);
  return true;
}

bool Service::Live(const Request& request, std::string* output) {
  const Result<Literal> target = reason::ReadLiteral(dataset(), request.Text("target"));
  if (!target.ok()) return Refuse(target.problems(), output);
  live_.emplace(dataset(), views(), target->proposition());
  io::JsonOut json;
  json.Open('{');
  json.List("views");
  for (std::uint32_t i = 0; i < views().size(); ++i) {
    json.Open('[');
    for (const ActorId actor : PathOf(views(), reason::ViewIndex(i)))
      json.String(dataset()[actor].id);
    json.Close(']');
  }
  json.Close(']');
  PutWords<reason::Status>("statuses", &json);
  PutWords<reason::Direction>("directions", &json);
  json.List("strengths");
  for (const Modality word :
       {Modality::kWill, Modality::kVeryLikely, Modality::kLikely, Modality::kPossible})
    json.String(Word(word));
  json.Close(']');
  json.Close('}');
  *output = json.Take();
  return true;
}

bool Service::Suppose(const Request& request, std::string* output) {
  if (!live_) return Refuse("There is no outcome to answer on.", "Name one with live().", output);
  const Result<reason::Scenario> scenario = request.Scenario(dataset());
  if (!scenario.ok()) return Refuse(scenario.problems(), output);
  live_->Suppose(*scenario);
  output->reserve(live_->verdicts().size() * 4);
  for (const reason::Verdict& verdict : live_->verdicts()) {
    const char bytes[4] = {static_cast<char>(verdict.status), static_cast<char>(verdict.negated),
                           static_cast<char>(verdict.deficit),
                           static_cast<char>(verdict.direction)};
    output->append(bytes, 4);
  }
  return true;
}

bool Service::Find(const Request& request, std::string* output) {
  std::vector<Table> tables;
  for (const std::string& word : request.Texts("tables")) {
    const auto table = ParseWord<Table>(word);
    if (!table) return Refuse("There is no table " + Quoted(word) + ".", "Name one.", output);
    tables.push_back(*table);
  }
  if (tables.empty())
    for (std::size_t i = 0; i < kTableCount; ++i) tables.push_back(static_cast<Table>(i));
  if (!search_ || searched_ != tables) {
    search_.emplace(dataset(), tables);
    searched_ = std::move(tables);
  }
  const std::string_view words = request.Text("words");
  const std::vector<query::Hit> hits = search_->Find(words, request.Number("limit", 20));
  *output = HitsJson(dataset(), words, hits, hits.empty() ? search_->Nearest(words) : "");
  return true;
}

bool Service::Values(const Request& request, std::string* output) {
  io::JsonOut json;
  json.Open('{');
  for (std::size_t i = 0; i < query::kFacetCount; ++i) {
    json.List(kWords<Facet>[i]);
    for (const std::string_view value : facets(request).values(static_cast<Facet>(i)))
      json.String(value);
    json.Close(']');
  }
  json.Close('}');
  *output = json.Take();
  return true;
}

bool Service::Count(const Request& request, std::string* output) {
  const Result<query::ClaimFilter> filter = request.Filter();
  if (!filter.ok()) return Refuse(filter.problems(), output);
  facets(request).CountCodes(*filter, &counts_);
  for (const std::vector<std::uint32_t>& counts : counts_)
    PutNumbers(counts.data(), counts.size(), output);
  return true;
}

bool Service::Cells(const Request& request, std::string* output) {
  const std::vector<std::string> words = request.Texts("facets");
  std::array<Facet, 3> facets{};
  bool ok = words.size() == facets.size();
  for (std::size_t i = 0; ok && i < facets.size(); ++i) {
    const auto facet = ParseWord<Facet>(words[i]);
    ok = facet.has_value() && std::count(words.begin(), words.end(), words[i]) == 1;
    if (ok) facets[i] = *facet;
  }
  if (!ok)
    return Refuse("Cells are counted over three different facets.",
                  "Name three of those that facets() returns.", output);
  const query::FacetTable& table = this->facets(request);
  if (!cells_ || cell_facets_ != facets) {
    cells_ = table.CountCells(facets);
    cell_facets_ = facets;
  }
  static_assert(sizeof(query::FacetCell) == 4 * sizeof(std::uint32_t));
  PutNumbers(cells_->data(), 4 * cells_->size(), output);
  return true;
}

bool Service::Locate(const Request& request, std::string_view text, std::string* output) {
  const std::string_view id = request.Text("document");
  const RecordRef record = dataset().Find(id);
  if (!record || record.table != Table::kDocuments)
    return Refuse("The dataset has no document " + Quoted(id) + ".", "Name one by its id.", output);
  const Result<locate::ReaderText> read = locate::ReadText(text);
  if (!read.ok()) return Refuse(read.problems(), output);
  const DocumentId document(record.index);
  *output = LocateJson(dataset(), document, {}, locate::Locate(dataset(), document, *read), true);
  return true;
}

bool Service::Csv(const Request& request, std::string* output) {
  const auto table = ParseWord<Table>(request.Text("table"));
  if (!table)
    return Refuse("There is no table " + Quoted(request.Text("table")) + ".",
                  "Name one of those in `counts`.", output);
  *output = io::SaveCsv(dataset(), *table);
  return true;
}

void Service::Page(std::string* output) {
  io::JsonOut json;
  json.Open('[');
  for (const ExportedFile& file : ExportPages(library())) {
    json.Open('{');
    json.Text("path", file.path);
    json.Text("text", file.bytes);
    json.Close('}');
  }
  json.Close(']');
  *output = json.Take();
}

}  // namespace proviso::view
