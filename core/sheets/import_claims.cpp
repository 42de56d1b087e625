// The rows of the sheet claims: each a claim, or a draft with what could be read of it.

#include <algorithm>
#include <array>

#include "core/base/text.h"
#include "core/edit/chain.h"
#include "core/edit/line.h"
#include "core/io/report.h"
#include "core/sheets/importer.h"

namespace proviso::sheets {

using io::Quote;

namespace {

constexpr std::pair<std::string_view, std::string_view> kLevels[] = {
    {"will", "will"},         {"very likely", "very_likely"}, {"likely", "likely"},
    {"possible", "possible"}, {"about even", "even"},         {"leaves it open", "uncommitted"},
    {"no level", "stated"}};
constexpr std::pair<std::string_view, std::string_view> kActs[] = {
    {"threatens", "threat"}, {"promises", "promise"}, {"red line", "red_line"},
    {"demands", "demand"},   {"asks", "question"},    {"warns", "warning"}};

std::string FirstWords(std::string_view quote) {
  constexpr std::size_t kShown = 32;
  std::size_t at = 0;
  for (std::size_t n = 0; n < kShown && at < quote.size(); ++n) NextCodePoint(quote, &at);
  if (at < quote.size()) {  // At a word's end.
    const std::size_t space = quote.rfind(' ', at);
    if (space != quote.npos && space > 0) at = space;
  }
  return "“" + std::string(quote.substr(0, at)) + (at < quote.size() ? " …”" : "”");
}

std::size_t ParagraphOf(const DocumentSource& document, const locate::Place& place) {
  std::size_t number = 0;
  for (const locate::Place& paragraph : document.paragraphs)
    if (paragraph.start <= place.start) ++number;
  return number;
}

}  // namespace

const DocumentSource* Importer::DocumentNamed(const std::string& name) const {
  for (const DocumentSource& document : documents_)
    if (document.name == name || document.id == name ||
        edit::FoldName(document.name) == edit::FoldName(name))
      return &document;
  return name.empty() && documents_.size() == 1 ? &documents_[0] : nullptr;
}

std::string Importer::PassageAt(const locate::Place& place, const DocumentSource& document) {
  const Result<locate::Locator> locator =
      locate::MakeLocator(*document.text, place.start, place.end);
  JsonValue passage = JsonValue::Object();
  passage.Set("document", document.id);
  passage.Set("start", JsonValue::Number(locator->start));
  passage.Set("end", JsonValue::Number(locator->end));
  const auto known = passages_by_place_.find(PlaceKey(passage));
  if (known != passages_by_place_.end() && FindRecord(known->second) != nullptr)
    return known->second;
  std::string id = NextId(Table::kPassages);
  passage.Set("id", id);
  passage.Set("letters", JsonValue::Number(locator->letters));
  passage.Set("sha256", locator->sha256);
  passage.Set("sketch", JsonValue::List(locator->sketch));
  if (const std::size_t paragraph = ParagraphOf(document, place); paragraph > 0)
    passage.Set("paragraph", JsonValue::Number(static_cast<double>(paragraph)));
  PutRecord(Table::kPassages, std::move(passage), nullptr);
  return id;
}

std::optional<std::vector<std::string>> Importer::PlacesOf(const std::string& quote,
                                                           const DocumentSource& document,
                                                           const Row& row,
                                                           std::string_view heading) {
  auto findings = locate::FindQuote(*document.text, quote);
  const std::string file = document.file.empty() ? document.name : document.file;
  if (findings.empty()) {
    std::string remedy = "Copy the words from the text.";
    if (const auto nearest = locate::NearestPlace(*document.text, quote))
      remedy = "The nearest place reads “" + locate::WordsAt(*document.text, nearest->place) +
               "” (paragraph " + std::to_string(ParagraphOf(document, nearest->place)) + "). " +
               remedy;
    Error(row, heading, "These words are not in " + file + ": " + FirstWords(quote) + ".", remedy);
    return std::nullopt;
  }
  const std::string wanted = row["¶"];
  if (!wanted.empty()) {
    findings.erase(std::remove_if(findings.begin(), findings.end(),
                                  [&](const std::vector<locate::Place>& places) {
                                    return std::to_string(ParagraphOf(document, places[0])) !=
                                           wanted;
                                  }),
                   findings.end());
    if (findings.empty()) {
      Error(row, "¶", "These words do not stand in paragraph " + wanted + ".",
            "Correct the number, or empty the cell.");
      return std::nullopt;
    }
  } else if (findings.size() > 1) {
    std::string list;
    for (std::size_t i = 0; i < findings.size(); ++i)
      list += (i == 0                     ? ""
               : i + 1 == findings.size() ? " and "
                                          : ", ") +
              std::to_string(ParagraphOf(document, findings[i][0]));
    Note(row, heading, "These words stand in paragraphs " + list + "; the first is taken.",
         "Write the paragraph's number in the column ¶.");
  }
  std::vector<std::string> ids;
  for (const locate::Place& place : findings[0]) ids.push_back(PassageAt(place, document));
  return ids;
}

bool Importer::ReadPlaces(const Row& row, const DocumentSource* document, JsonValue* record) {
  const std::string quote = row["quote"];
  const std::vector<std::string> named = edit::SplitWords(row["passages"], ';');
  if (!quote.empty() && document != nullptr && document->text) {
    const auto ids = PlacesOf(quote, *document, row, "quote");
    if (!ids) return false;
    if (!named.empty() && named != *ids)
      Note(row, "quote", "The quote stands elsewhere than the passages; the quote counts.",
           "Empty the cell that is not meant.");
    record->Set("passages", JsonValue::List(*ids));
    return true;
  }
  if (!named.empty()) {
    record->Set("passages", JsonValue::List(named));
    return true;
  }
  if (document == nullptr)
    Error(row, "text", "There is no text " + Quote(row["text"]) + " in the sheet documents.",
          "Write the short name that its row there has.");
  else if (quote.empty())
    Error(row, "quote", "The row has no quote.", "Copy the words from the text.");
  else
    Error(row, "quote", "The text " + Quote(document->name) + " is not here to look the quote up.",
          "Put it beside the sheet, or give --text " + document->name + "=FILE.");
  return false;
}

bool Importer::ReadChainCell(const Row& row, const DocumentSource* document, JsonValue* record) {
  const auto voices = edit::ReadChain(row["who says"]);
  if (!voices.ok()) {
    Error(row, "who says", voices.problems()[0].rule, voices.problems()[0].remedy);
    return false;
  }
  if (document == nullptr || document->creators.empty()) return false;
  std::vector<std::pair<std::string, const edit::VoiceWords*>> steps;
  for (const edit::VoiceWords& voice : *voices) {
    const bool author = edit::Masked(voice.name) == "author";
    const std::string id = author ? document->creators[0] : Actor(voice.name, row, "who says");
    if (id.empty()) return false;
    steps.emplace_back(id, &voice);
  }
  const auto& creators = document->creators;
  if (steps.empty() ||
      std::find(creators.begin(), creators.end(), steps[0].first) == creators.end())
    steps.insert(steps.begin(), {creators[0], nullptr});
  JsonValue chain = JsonValue::List();
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const edit::VoiceWords* voice = steps[i].second;
    JsonValue& step = chain.Add(JsonValue::Object());
    step.Set("actor", steps[i].first);
    const Stance usual = i + 1 == steps.size() ? Stance::kAsserts : Stance::kReports;
    step.Set("stance", JsonValue(Word(voice && voice->stance ? *voice->stance : usual)));
    if (voice == nullptr) continue;
    step.SetText("cue", voice->cue);
    step.SetText("hedge", voice->hedge);
  }
  record->Set("attribution", std::move(chain));
  return true;
}

bool Importer::ReadAboutCell(const Row& row, JsonValue* record) {
  const edit::KnownWords known = Known();
  const auto words = edit::ReadAbout(row["about"], known);
  if (!words.ok()) {
    Error(row, "about", words.problems()[0].rule, words.problems()[0].remedy);
    return false;
  }
  JsonValue about = JsonValue::Object();
  const auto item = [&](const edit::ItemWords& one) {
    return JsonValue(one.link ? Link(*one.link, row, "about")
                              : Statement(one.statement.words, row, "about"));
  };
  switch (words->kind) {
    case edit::AboutWords::Kind::kStatement:
      about.Set("proposition", Literal(words->statement, row, "about"));
      break;
    case edit::AboutWords::Kind::kLink:
      about.Set("condition", Link(words->link, row, "about"));
      break;
    case edit::AboutWords::Kind::kRanking: {
      JsonValue comparison = JsonValue::Object();
      comparison.Set("more", item(words->more));
      if (words->less) comparison.Set("less", item(*words->less));
      about.Set("comparison", std::move(comparison));
      break;
    }
    case edit::AboutWords::Kind::kNumber:
      about.Set("quantity", Number(words->number, row));
      break;
  }
  record->Set("about", std::move(about));
  return true;
}

bool Importer::ReadLevel(const Row& row, JsonValue* record) {
  const std::string cell = row["how firmly"];
  const std::string folded = edit::Masked(cell);
  for (const auto& [words, level] : kLevels)
    if (folded == words || folded == level) {
      record->Set("modality", JsonValue(level));
      return true;
    }
  std::string choices;
  for (const auto& [words, level] : kLevels)
    choices += (choices.empty() ? "" : ", ") + std::string(words);
  Error(row, "how firmly",
        cell.empty() ? "Nothing says how firmly." : Quote(cell) + " is no word for how firmly.",
        "Choose: " + choices + "; numbers that an author gave are “number …” in about.");
  return false;
}

bool Importer::ReadWord(const Row& row, std::string_view heading, std::string_view field,
                        const std::string_view* words, std::size_t count, JsonValue* record) {
  const std::string cell = row[heading];
  if (cell.empty()) return true;
  for (std::size_t i = 0; i < count; ++i)
    if (edit::Masked(cell) == words[i]) {
      record->Set(field, JsonValue(words[i]));
      return true;
    }
  std::string choices;
  for (std::size_t i = 0; i < count; ++i) choices += (i == 0 ? "" : ", ") + std::string(words[i]);
  Error(row, heading, Quote(cell) + " is not one of the words of this column.",
        "Choose: " + choices + ".");
  return false;
}

/// I4, in the words of the sheet.
bool Importer::CheckLevel(const Row& row, const JsonValue& record) {
  const JsonValue* about = record.Find("about");
  const std::string_view level = record.TextOf("modality");
  if (about == nullptr || level.empty()) return true;
  std::string form;
  if (const std::string_view id = about->TextOf("condition"); !id.empty()) {
    if (const JsonValue* link = FindRecord(id)) form = link->TextOf("form");
  } else if (about->Find("comparison") != nullptr) {
    form = "rank";
  }
  const bool leveled = form.empty() || form == "if" || form == "onlyIf" || form == "evenIf";
  if (leveled && level == "stated") {
    Error(row, "how firmly",
          "A statement or an “if” has a level; “no level” does not go with it (I4).",
          "Choose how firmly, or “leaves it open”.");
    return false;
  }
  if (leveled || level == "stated" ||
      (record.Find("hedges") != nullptr && level != "even" && level != "uncommitted"))
    return true;
  const std::string what = form == "raises"   ? "“makes … more likely” says a direction"
                           : form == "lowers" ? "“makes … less likely” says a direction"
                           : form == "noEffect"
                               ? "“does not change” says that nothing depends on it"
                           : form == "bearsOn"  ? "“depends on” says no direction"
                           : form == "explains" ? "“explains” says why"
                                                : "A ranking has no level";
  Error(row, "how firmly",
        what + "; a level other than the hedge's own word does not go with it (I4).",
        "Choose “no level”, or write “if … then …”.");
  return false;
}

void Importer::ReadClaims() {
  std::size_t place = 0;
  for (const Row& row : rows_["claims"]) ReadClaim(row, ++place);
}

void Importer::ReadClaim(const Row& row, std::size_t place) {
  const std::string number = row["no."];
  std::string id = row["id"].empty() ? "" : RowId(row, Table::kClaims, "");
  if (id.empty()) {
    std::uint64_t n = 0;
    for (const char c : number)
      n = c >= '0' && c <= '9' && n < 1'000'000'000 ? n * 10 + static_cast<std::uint64_t>(c - '0')
                                                    : 0;
    id = edit::NumberedId(Table::kClaims, initials_, n > 0 ? n : place);
    if (Taken(id)) id = NextId(Table::kClaims);
  }
  if (!number.empty() && !claim_by_number_.emplace(number, id).second)
    Note(row, "no.", "The number " + number + " stands twice; the first row keeps it.",
         "Number the rows anew; “relates to” points at these numbers.");
  const std::size_t before = out_.problems.size();
  JsonValue record = JsonValue::Object();
  JsonValue typed = JsonValue::Object();
  record.Set("id", id);
  const DocumentSource* document = DocumentNamed(row["text"]);
  const auto part = [&](bool read, std::string_view heading, std::string_view field) {
    if (!read) typed.SetText(field, row[heading]);
    return read;
  };
  bool complete = part(ReadPlaces(row, document, &record), "quote", "passages");
  complete = part(ReadChainCell(row, document, &record), "who says", "attribution") && complete;
  complete = part(ReadAboutCell(row, &record), "about", "about") && complete;
  complete = part(ReadLevel(row, &record), "how firmly", "modality") && complete;
  const auto hedges = edit::SplitWords(row["hedge"], ';');
  if (!hedges.empty()) record.Set("hedges", JsonValue::List(hedges));
  // What an export wrote was accepted as it is; the loader says what it says of it.
  if (row["id"].empty()) complete = CheckLevel(row, record) && complete;
  if (const std::string act = edit::Masked(row["act"]); !act.empty() && act != "says") {
    bool known = false;
    for (const auto& [words, word] : kActs)
      if (act == words || act == word) known = true, record.Set("act", JsonValue(word));
    if (!known) {
      Error(row, "act", Quote(row["act"]) + " is no act.",
            "Choose: says, threatens, promises, red line, demands, asks, warns.");
      typed.Set("act", row["act"]);
      complete = false;
    }
  }
  const auto word = [&]<class E>(E, std::string_view heading, std::string_view field) {
    complete = part(ReadWord(row, heading, field, kWords<E>.data(), kWords<E>.size(), &record),
                    heading, field) &&
               complete;
  };
  word(Basis{}, "basis", "basis");
  record.SetText("asOf", row["as of"]);
  record.SetText("gloss", row["in our words"]);
  if (row["in our words"].empty()) {
    Error(row, "in our words", "The row does not say it in your own words.",
          "Write one short sentence.");
    complete = false;
  }
  JsonValue coding = JsonValue::Object();
  const std::string by = row["coder"];
  coding.SetText("by", by.empty() ? coder_ : by);
  complete = part(ReadWord(row, "sure", "confidence", kWords<Confidence>.data(),
                           kWords<Confidence>.size(), &coding),
                  "sure", "coding") &&
             complete;
  coding.SetText("note", row["note"]);
  if (!coding.members().empty()) record.Set("coding", std::move(coding));
  JsonValue topics = JsonValue::List();
  for (const std::string& topic : edit::SplitWords(row["topics"], ';'))
    topics.Add(Topic(topic, row, "topics"));
  if (!topics.items().empty()) record.Set("topics", std::move(topics));
  word(Tier{}, "tier", "tier");
  word(ClaimKind{}, "kind", "kind");
  word(Evidence{}, "evidence", "evidence");
  const auto inferred = edit::SplitWords(row["read in"], ';');
  if (!inferred.empty()) record.Set("inferred", JsonValue::List(inferred));
  AddRest(row, &record);
  for (std::size_t i = before; i < out_.problems.size(); ++i)
    complete = complete && out_.problems[i].note;

  if (complete) {
    claims_seen_.insert(id);
    if (!row["relates to"].empty()) relation_cells_.push_back({id, row});
    PutRecord(Table::kClaims, std::move(record), &row);
    return;
  }
  JsonValue& draft = drafts_.Add(JsonValue::Object());
  draft.Set(base_records_.count(id) > 0 ? "of" : "id", id);
  draft.Set("table", "claims");
  record.Erase("id");
  draft.Set("record", std::move(record));
  if (!typed.members().empty()) draft.Set("typed", std::move(typed));
  taken_.insert(id);
}

void Importer::ReadRelationCells() {
  for (const RelationCell& cell : relation_cells_) {
    for (const std::string& words : edit::SplitWords(cell.row["relates to"], ';')) {
      std::string_view rest = words;
      const std::string type(rest.substr(0, rest.find(' ')));
      rest = edit::Trimmed(rest.substr(type.size()));
      const std::string to(rest.substr(0, rest.find(' ')));
      rest = edit::Trimmed(rest.substr(to.size()));
      if (!to.empty() && ParseWord<RelationType>(type)) {
        JsonValue relation = JsonValue::Object();
        relation.Set("id", NextId(Table::kRelations));
        relation.Set("type", type);
        relation.Set("from", cell.claim);
        const auto claim = claim_by_number_.find(to);
        const std::string id = claim == claim_by_number_.end() ? to : claim->second;
        relation.Set("to", id);
        std::string by = "coder";
        if (rest.substr(0, 4) == "(by " && rest.back() == ')')
          by = Actor(edit::Trimmed(rest.substr(4, rest.size() - 5)), cell.row, "relates to");
        relation.Set("by", by);
        const auto place = places_.find(id);
        if (place != places_.end() && place->second.first == Table::kClaims) {
          PutRecord(Table::kRelations, std::move(relation), &cell.row);
        } else if (Taken(id)) {  // Of a draft: it waits with it.
          JsonValue& draft = drafts_.Add(JsonValue::Object());
          draft.Set("id", JsonValue(relation.TextOf("id")));
          draft.Set("table", "relations");
          taken_.insert(std::string(relation.TextOf("id")));
          relation.Erase("id");
          draft.Set("record", std::move(relation));
        } else {
          Error(cell.row, "relates to", "There is no claim " + Quote(to) + ".",
                "Write the number in the column no. of another row, or an id.");
        }
        continue;
      }
      Error(cell.row, "relates to", Quote(words) + " is no relation.",
            "Write “attacks 3” or “supports 4 (by A name)”; also undercuts, restates, refines, "
            "contrasts, sameOutcome.");
    }
  }
}

}  // namespace proviso::sheets
