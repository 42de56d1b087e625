// A text that was changed after it was coded: what became of its passages.

#include <algorithm>
#include <charconv>

#include "core/sheets/importer.h"

namespace proviso::sheets {
namespace {

using locate::Verdict;

std::uint32_t NumberIn(const JsonValue& record, std::string_view field) {
  std::uint32_t number = 0;
  if (const JsonValue* value = record.Find(field))
    std::from_chars(value->text().data(), value->text().data() + value->text().size(), number);
  return number;
}

/// The passages of one document as `Locate` wants them.
Dataset PassagesOf(const std::vector<JsonValue>& passages, const std::string& document,
                   std::vector<std::string>* ids) {
  Dataset dataset;
  dataset.documents.emplace_back().id = dataset.arena.Keep(document);
  for (const JsonValue& record : passages) {
    if (record.TextOf("document") != document) continue;
    Passage& passage = dataset.passages.emplace_back();
    passage.document = DocumentId(0);
    passage.start = NumberIn(record, "start");
    passage.end = NumberIn(record, "end");
    passage.letters = NumberIn(record, "letters");
    passage.sha256 = dataset.arena.Keep(record.TextOf("sha256"));
    std::vector<Text> sketch;
    if (const JsonValue* list = record.Find("sketch"))
      for (const JsonValue& hash : list->items()) sketch.push_back(dataset.arena.Keep(hash.text()));
    passage.sketch = dataset.arena.Keep(sketch);
    ids->emplace_back(record.TextOf("id"));
  }
  return dataset;
}

std::string CountsOf(const locate::Report& report) {
  const std::size_t all = report.findings.size();
  const std::uint32_t found = report.count(Verdict::kFound) + report.count(Verdict::kMoved);
  std::string words = std::to_string(found) + " of " + std::to_string(all) + " passages are found";
  const auto add = [&words](std::uint32_t count, const char* what) {
    if (count > 0) words += ", " + std::to_string(count) + (count == 1 ? " is " : " are ") + what;
  };
  add(report.count(Verdict::kAmbiguous), "ambiguous");
  add(report.count(Verdict::kAltered), "altered?");
  add(report.count(Verdict::kMissing) + report.count(Verdict::kUnchecked), "missing");
  return words;
}

}  // namespace

bool Importer::Relocate(const Row& row, DocumentSource* source) {
  ReadPassages();
  std::vector<std::string> ids;
  const Dataset dataset = PassagesOf(Records(Table::kPassages), source->id, &ids);
  const locate::Report report = locate::Locate(dataset, DocumentId(0), *source->text);
  const std::string what = source->id + ": this is not the text that was coded: another digest; " +
                           CountsOf(report) + ".";
  if (options_.base == nullptr) {
    Error(row, "file", what,
          "Use the coded text, or run import with --base to set the places anew; what is altered "
          "becomes a draft.");
    return false;
  }
  Note(row, "file", what, "The places are set anew; what is not found becomes a draft.");
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const locate::Finding& finding = report.findings[i];
    JsonValue* passage = FindRecord(ids[i]);
    const bool there = finding.verdict == Verdict::kFound || finding.verdict == Verdict::kMoved;
    if (!there) {
      lost_.insert(ids[i]);
      continue;
    }
    const auto locator =
        locate::MakeLocator(*source->text, finding.places[0].start, finding.places[0].end);
    if (!locator.ok()) continue;
    Forget(Table::kPassages, *passage);
    passage->Set("start", JsonValue::Number(locator->start));
    passage->Set("end", JsonValue::Number(locator->end));
    passage->Set("letters", JsonValue::Number(locator->letters));
    passage->Set("sha256", locator->sha256);
    passage->Set("sketch", JsonValue::List(locator->sketch));
    std::size_t number = 0;
    for (const locate::Place& paragraph : source->paragraphs)
      if (paragraph.start <= locator->start) ++number;
    passage->Set("paragraph", JsonValue::Number(static_cast<double>(number)));
    passage->Erase("quote");
    Remember(Table::kPassages, *passage);
  }
  return true;
}

/// Claims whose place is lost wait as drafts, without it.
void Importer::DraftTheLost() {
  if (lost_.empty()) return;
  const auto loses = [this](const JsonValue& record) {
    const JsonValue* passages = record.Find("passages");
    return passages != nullptr &&
           std::any_of(passages->items().begin(), passages->items().end(),
                       [this](const JsonValue& id) { return lost_.count(id.text()) > 0; });
  };
  std::set<std::string> waiting;
  auto& claims = Records(Table::kClaims);
  for (JsonValue& claim : claims) {
    if (!loses(claim)) continue;
    waiting.insert(std::string(claim.TextOf("id")));
    AddDraft(Table::kClaims, claim, {"passages"});
  }
  auto& relations = Records(Table::kRelations);
  for (JsonValue& relation : relations)
    if (waiting.count(std::string(relation.TextOf("from"))) > 0 ||
        waiting.count(std::string(relation.TextOf("to"))) > 0) {
      waiting.insert(std::string(relation.TextOf("id")));
      AddDraft(Table::kRelations, relation, {"from", "to", "passages"});
    }
  const auto drop = [&](std::vector<JsonValue>* records, const std::set<std::string>& ids) {
    records->erase(std::remove_if(records->begin(), records->end(),
                                  [&ids](const JsonValue& one) {
                                    return ids.count(std::string(one.TextOf("id"))) > 0;
                                  }),
                   records->end());
  };
  drop(&claims, waiting);
  drop(&relations, waiting);
  drop(&Records(Table::kPassages), lost_);
  for (JsonValue& event : Records(Table::kEvents))
    if (loses(event)) event.Erase("passages");
  for (JsonValue& relation : relations)
    if (loses(relation)) relation.Erase("passages");
  for (const std::string& id : waiting) {
    claims_seen_.erase(id);
    base_records_.erase(id);
  }
  for (std::size_t t = 0; t < kTableCount; ++t)
    for (std::size_t i = 0; i < tables_[t].size(); ++i)
      places_[std::string(tables_[t][i].TextOf("id"))] = {static_cast<Table>(t), i};
}

void Importer::AddDraft(Table table, const JsonValue& record,
                        const std::vector<std::string>& without) {
  JsonValue& draft = drafts_.Add(JsonValue::Object());
  draft.Set("id", JsonValue(record.TextOf("id")));
  draft.Set("table", JsonValue(Word(table)));
  JsonValue rest = record;
  rest.Erase("id");
  for (const std::string& field : without) rest.Erase(field);
  draft.Set("record", std::move(rest));
}

}  // namespace proviso::sheets
