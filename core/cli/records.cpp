#include "core/cli/records.h"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <unordered_map>
#include <utility>

#include "core/base/sort.h"
#include "core/cli/shape.h"
#include "core/io/save.h"
#include "core/model/date.h"
#include "core/voice/phrases.h"
#include "core/voice/voice.h"
#include "core/window/around/inspector_facts.h"
#include "core/words/labels.h"

namespace proviso::cli {
namespace {

/// "A ¶11, A ¶12"
std::string PlacesOf(const view::Library& library, const Claim& claim) {
  std::string words;
  for (const view::Ref& ref : view::RefsOf(library, claim))
    words += (words.empty() ? "" : ", ") + ref.short_words;
  return words;
}

/// "Author (reports) > Ministry"
std::string VoicesOf(const view::Library& library, const Claim& claim) {
  std::string words;
  for (const view::ChainStep& step : view::ChainOf(library, claim))
    words += step.name + (step.holder ? "" : " (" + step.link + ") > ");
  return words;
}

std::string AmountOf(const view::Library& library, QuantityId id) {
  view::InspectorModel model;
  view::InspectQuantity(library, view::Session(), id, &model);
  return model.facts.empty() ? "" : model.facts[0].values[0].text;
}

std::string Count(std::size_t count) { return std::to_string(count); }

}  // namespace

std::vector<std::string> HeadingsOf(Table table) {
  switch (table) {
    case Table::kDocuments:
      return {"id", "letter", "published", ">claims", "title"};
    case Table::kPassages:
      return {"id", "place", ">start", ">end", ">claims", "role"};
    case Table::kActors:
      return {"id", "kind", ">holds", ">stands in", "name"};
    case Table::kPropositions:
      return {"id", "kind", "role", "label"};
    case Table::kConditions:
      return {"id", "form", ">claims", "link"};
    case Table::kClaims:
      return {"id", "strength", "as of", "place", "voices", "paraphrase"};
    case Table::kRelations:
      return {"id", "type", "from", "to", "by"};
    case Table::kEvents:
      return {"id", "when", "status", "label"};
    case Table::kQuantities:
      return {"id", "given as", "as of", "measure"};
    case Table::kTopics:
      return {"id", "label"};
    case Table::kQuestions:
      break;
  }
  return {"id", ">tour", "title"};
}

void SortForListing(const Dataset& dataset, Table table, std::vector<std::uint32_t>* records) {
  if (table != Table::kEvents) return;
  constexpr std::int32_t kNever = std::numeric_limits<std::int32_t>::max();
  std::vector<std::array<std::int32_t, 2>> days(dataset.events.size(), {kNever, kNever});
  for (const std::uint32_t i : *records) {
    const std::optional<DateRange> date = ParseDate(dataset.events[i].when);
    if (!date) continue;
    // An open end is as far as its known one: "up to 2023" stands with 2023.
    const DatePoint known = date->from ? *date->from : date->to.value_or(DatePoint());
    days[i] = {known.first_day, date->to ? date->to->last_day : kNever};
  }
  SortList(records, [&days](std::uint32_t a, std::uint32_t b) {
    return std::pair(days[a], a) < std::pair(days[b], b);
  });
}

std::vector<std::string> CellsOf(const view::Library& library, RecordRef record, bool expand) {
  const Dataset& dataset = library.dataset;
  const query::Index& index = library.index;
  const std::uint32_t i = record.index;
  const std::string id(dataset.IdOf(record));
  const std::string name = view::NameOf(library, record);
  switch (record.table) {
    case Table::kDocuments:
      return {id, view::LetterOf(DocumentId(i)), std::string(dataset.documents[i].published),
              Count(index.claims_in_document[DocumentId(i)].size()), name};
    case Table::kPassages: {
      const Passage& passage = dataset.passages[i];
      return {id,
              view::RefOf(library, PassageId(i)).short_words,
              Count(passage.start),
              Count(passage.end),
              Count(index.claims_at_passage[PassageId(i)].size()),
              std::string(Word(passage.role))};
    }
    case Table::kActors:
      return {id, std::string(Word(dataset.actors[i].kind)),
              Count(index.claims_held[ActorId(i)].size()),
              Count(index.claims_mentioning[ActorId(i)].size()), name};
    case Table::kPropositions:
      return {id, std::string(Word(dataset.propositions[i].kind)),
              std::string(Word(dataset.propositions[i].role)), name};
    case Table::kConditions:
      return {id, std::string(Word(dataset.conditions[i].form)),
              Count(index.claims_about_condition[ConditionId(i)].size()),
              view::LinkSentence(dataset, dataset.conditions[i], library.say)};
    case Table::kClaims: {
      const Claim& claim = dataset.claims[i];
      return {id,
              view::StrengthOf(library, claim).words,
              std::string(claim.as_of),
              PlacesOf(library, claim),
              VoicesOf(library, claim),
              name};
    }
    case Table::kRelations: {
      const Relation& relation = dataset.relations[i];
      const auto claim = [&](ClaimId of) {
        return IdWords(dataset, {Table::kClaims, of.index()}, expand);
      };
      return {
          id, std::string(Word(relation.type)), claim(relation.from), claim(relation.to),
          relation.by ? IdWords(dataset, {Table::kActors, relation.by.index()}, expand) : "coder"};
    }
    case Table::kEvents:
      return {id, std::string(dataset.events[i].when), std::string(Word(dataset.events[i].status)),
              name};
    case Table::kQuantities:
      return {id, AmountOf(library, QuantityId(i)), std::string(dataset.quantities[i].as_of), name};
    case Table::kTopics:
      return {id, name};
    case Table::kQuestions:
      break;
  }
  const std::uint32_t tour = dataset.questions[i].tour;
  return {id, tour > 0 ? Count(tour) : "", name};
}

Json RecordsJson(const Dataset& dataset, Table table, const std::vector<std::uint32_t>& records) {
  const Json whole = Json::parse(io::Save(dataset), nullptr, false);
  const auto rows = whole.find(std::string(Word(table)));
  Json list = Json::array();
  if (rows == whole.end()) return list;
  std::unordered_map<std::string, const Json*> by_id;
  for (const Json& row : *rows) by_id.emplace(row["id"].get<std::string>(), &row);
  for (const std::uint32_t i : records)
    list.push_back(*by_id.at(std::string(dataset.IdOf({table, i}))));
  return list;
}

}  // namespace proviso::cli
