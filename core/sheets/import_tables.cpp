// The sheets beside claims, row by row.

#include <algorithm>
#include <array>

#include "core/base/text.h"
#include "core/edit/line.h"
#include "core/io/report.h"
#include "core/model/date.h"
#include "core/sheets/importer.h"

namespace proviso::sheets {

using io::Quote;

namespace {

/// A number for a field of the passages, or the words as they are: `Load` says what is wrong.
JsonValue NumberOr(const std::string& cell) {
  const std::optional<double> value = io::ReadJsonNumber(cell);
  return value ? JsonValue::Number(*value) : JsonValue(cell);
}

/// A first paragraph that ends no sentence and is no longer than a line or two.
bool IsHeading(const locate::ReaderText& text, const std::vector<locate::Place>& paragraphs) {
  constexpr std::uint32_t kLongest = 160;
  if (paragraphs.size() < 2 || paragraphs[0].end > kLongest) return false;
  const char32_t last = text.norm1[paragraphs[0].end - 1];
  return std::u32string_view(U".!?…。！？:;").find(last) == std::u32string_view::npos;
}

}  // namespace

void Importer::ReadTopics() {
  for (const Row& row : rows_["topics"]) {
    const std::string label = row["topic"];
    JsonValue topic = JsonValue::Object();
    const std::string given = row["id"];
    std::string id;
    if (given.empty()) {
      const auto known = Lookup(&topics_, label, row, "topic", false);
      id = known ? *known : RowId(row, Table::kTopics, label);
    } else {
      id = RowId(row, Table::kTopics, label);
    }
    topic.Set("id", id);
    topic.Set("label", label);
    topic.SetText("gloss", row["in our words"]);
    AddRest(row, &topic);
    LearnRecord(Table::kTopics, topic);
    PutRecord(Table::kTopics, std::move(topic), &row);
  }
}

void Importer::ReadActors() {
  std::vector<std::string> ids;
  for (const Row& row : rows_["actors"]) {  // Names first: a row may name one that is below it.
    const std::string name = row["name"];
    JsonValue actor = JsonValue::Object();
    std::string id;
    const auto known = row["id"].empty() ? Lookup(&actors_, name, row, "name", false)
                                         : std::optional<std::string>();
    id = known && !known->empty() ? *known : RowId(row, Table::kActors, name);
    actor.Set("id", id);
    const std::string kind = row["kind"];
    actor.Set("kind", kind.empty() ? std::string("person") : kind);
    actor.Set("name", name);
    const std::vector<std::string> aliases = edit::SplitWords(row["also called"], ';');
    if (!aliases.empty()) actor.Set("aliases", JsonValue::List(aliases));
    LearnRecord(Table::kActors, actor);
    PutRecord(Table::kActors, std::move(actor), &row);
    ids.push_back(std::move(id));
  }
  std::size_t at = 0;
  for (const Row& row : rows_["actors"]) {
    const std::string id = ids[at++];
    JsonValue actor = *FindRecord(id);
    if (const std::string whole = row["part of"]; !whole.empty())
      actor.Set("partOf", Actor(whole, row, "part of"));
    if (const auto same = edit::SplitWords(row["same as"], ';'); !same.empty())
      actor.Set("sameAs", JsonValue::List(same));
    JsonValue others = JsonValue::List();
    for (const std::string& other : edit::SplitWords(row["not the same as"], ';'))
      others.Add(Actor(other, row, "not the same as"));
    if (!others.items().empty()) actor.Set("distinctFrom", std::move(others));
    JsonValue called = JsonValue::List();
    for (const edit::Span& part : edit::SplitLine(row["called in the text"], ';')) {
      const std::string cell = row["called in the text"];
      const std::string words = cell.substr(part.begin, part.end - part.begin);
      JsonValue& one = called.Add(JsonValue::Object());
      const std::size_t open = words.rfind(" [");
      const bool placed = open != std::string::npos && words.back() == ']';
      one.Set("as", std::string(edit::Trimmed(placed ? words.substr(0, open) : words)));
      if (placed) one.Set("passage", words.substr(open + 2, words.size() - open - 3));
    }
    if (!called.items().empty()) actor.Set("affiliations", std::move(called));
    AddRest(row, &actor);
    PutRecord(Table::kActors, std::move(actor), &row);
  }
}

void Importer::ReadDocuments() {
  std::string language = "en";
  for (const JsonValue& known : Records(Table::kDocuments)) {  // Of the base.
    DocumentSource source;
    source.id = known.TextOf("id");
    source.name = source.id.substr(0, 2) == "d-" ? source.id.substr(2) : source.id;
    if (const JsonValue* creators = known.Find("creators"))
      for (const JsonValue& creator : creators->items()) source.creators.push_back(creator.text());
    documents_.push_back(std::move(source));
  }
  for (const Row& row : rows_["documents"]) {
    const std::string name = row["text"];
    const std::string given = row["id"];
    DocumentSource source;
    source.name = name;
    source.file = row["file"];
    source.id = given.empty() ? "d-" + edit::MakeId(Table::kPropositions, name,
                                                    [](const std::string&) { return false; })
                              : RowId(row, Table::kDocuments, name);
    JsonValue document = JsonValue::Object();
    document.Set("id", source.id);
    std::string title = row["title"];
    if (title.empty()) {
      title = name;
      Note(row, "title", "The text has no title; " + Quote(name) + " is taken.", "Write it.");
    }
    document.Set("title", title);
    JsonValue creators = JsonValue::List();
    for (const std::string& author : edit::SplitWords(row["author"], ';')) {
      source.creators.push_back(Actor(author, row, "author"));
      creators.Add(source.creators.back());
    }
    if (source.creators.empty()) {
      const std::string author = "Author of " + title;
      Note(row, "author", "The text has no author; " + Quote(author) + " is taken.", "Write it.");
      source.creators.push_back(Actor(author, row, "author"));
      FindRecord(source.creators[0])->Set("kind", "unnamed");
      creators.Add(source.creators[0]);
    }
    document.Set("creators", std::move(creators));
    document.SetText("published", row["date"]);
    document.SetText("container", row["where it appeared"]);
    document.SetText("url", row["address"]);
    if (const std::string said = row["language"]; !said.empty())
      language = said;
    else
      Note(row, "language", "No language is given; “" + language + "” is taken.", "Write it.");
    document.Set("language", language);
    document.SetText("rights", row["rights"]);
    document.SetText("genre", row["kind of text"]);
    const auto notes = edit::SplitWords(row["notes"], ';');
    if (!notes.empty()) document.Set("notes", JsonValue::List(notes));
    const std::string coded = row["coded"];
    if (coded == "all" || coded == "part")
      document.Set("coded", coded == "all" ? "complete" : "partial");
    else if (!coded.empty())
      Error(row, "coded", Quote(coded) + " is no word for how much is coded.",
            "Choose: all, part."),
          fatal_ = true;
    const std::string quoting = row["may be quoted"];
    if (quoting == "passages" || quoting == "all")
      document.Set("quoting", quoting);
    else if (!quoting.empty() && quoting != "no")
      Error(row, "may be quoted", Quote(quoting) + " does not say whether it may be quoted.",
            "Choose: no, passages, all."),
          fatal_ = true;
    AddRest(row, &document);  // Its `text` holds where no copy is at hand.

    const std::optional<std::string> bytes =
        options_.text ? options_.text(name, source.file) : std::nullopt;
    const JsonValue* known = document.Find("text");
    if (known == nullptr && FindRecord(source.id) != nullptr) {
      if (const JsonValue* old = FindRecord(source.id)->Find("text")) {
        document.Set("text", *old);
        known = document.Find("text");
      }
    }
    if (bytes) {
      Result<locate::ReaderText> text = locate::ReadText(*bytes);
      if (!text.ok()) {
        Error(row, "file", text.problems()[0].rule, text.problems()[0].remedy);
        fatal_ = true;
        continue;
      }
      source.text = std::move(*text);
      source.paragraphs = locate::Paragraphs(*bytes);
      const std::string digest = locate::TextDigest(*source.text);
      if (known != nullptr && known->TextOf("sha256") != digest) {
        if (!Relocate(row, &source)) {
          fatal_ = true;
          continue;
        }
        known = nullptr;  // It is described anew.
      }
      if (known == nullptr) {
        JsonValue about = JsonValue::Object();
        about.Set("normalisation", "norm-1");
        about.Set("codePoints", JsonValue::Number(static_cast<double>(source.text->norm1.size())));
        about.Set("sha256", digest);
        JsonValue& paragraphs = about.Set("paragraphs", JsonValue::List());
        for (const locate::Place& place : source.paragraphs) {
          JsonValue& one = paragraphs.Add(JsonValue::Object());
          one.Set("start", JsonValue::Number(place.start));
          one.Set("end", JsonValue::Number(place.end));
          if (&place == source.paragraphs.data() && IsHeading(*source.text, source.paragraphs))
            one.Set("role", "heading");
        }
        document.Set("text", std::move(about));
      }
    } else if (known == nullptr) {
      const std::string file = source.file.empty() ? name + ".txt" : source.file;
      Error(
          row, "file", "There is no file " + Quote(file) + " beside the sheet.",
          "Put it into the folder of the sheet or into texts/, or give --text " + name + "=FILE.");
      fatal_ = true;
      continue;
    }
    PutRecord(Table::kDocuments, std::move(document), &row);
    const auto old = std::find_if(documents_.begin(), documents_.end(),
                                  [&](const DocumentSource& one) { return one.id == source.id; });
    if (old != documents_.end())
      *old = std::move(source);
    else
      documents_.push_back(std::move(source));
  }
}

void Importer::ReadStatements() {
  std::vector<std::string> ids;
  for (const Row& row : rows_["statements"]) {
    const std::string label = row["statement"];
    const auto known = row["id"].empty() ? Lookup(&statements_, label, row, "statement", false)
                                         : std::optional<std::string>();
    JsonValue statement = JsonValue::Object();
    std::string id = known && !known->empty() ? *known : RowId(row, Table::kPropositions, label);
    statement.Set("id", id);
    statement.Set("label", label);
    const std::string kind = row["kind"];
    statement.Set("kind", kind.empty() ? std::string("event") : kind);
    LearnRecord(Table::kPropositions, statement);
    PutRecord(Table::kPropositions, std::move(statement), &row);
    ids.push_back(std::move(id));
  }
  std::size_t at = 0;
  for (const Row& row : rows_["statements"]) {
    const std::string id = ids[at++];
    JsonValue statement = *FindRecord(id);
    statement.SetText("gloss", row["in our words"]);
    const auto list = [&](std::string_view heading, std::string_view field, const auto& make) {
      JsonValue items = JsonValue::List();
      for (const std::string& words : edit::SplitWords(row[heading], ';'))
        items.Add(make(words, row, heading));
      if (!items.items().empty()) statement.Set(field, std::move(items));
    };
    const auto actor = [this](const std::string& words, const Row& r, std::string_view heading) {
      return JsonValue(Actor(words, r, heading));
    };
    const auto topic = [this](const std::string& words, const Row& r, std::string_view heading) {
      return JsonValue(Topic(words, r, heading));
    };
    const auto other = [this](const std::string& words, const Row& r, std::string_view heading) {
      return JsonValue(Statement(words, r, heading));
    };
    list("whose doing", "actors", actor);
    statement.SetText("window", row["time window"]);
    list("excludes", "excludes", other);
    statement.SetText("role", row["role"]);
    list("topics", "topics", topic);
    JsonValue near = JsonValue::List();
    for (const std::string& cell : edit::SplitWords(row["near"], ';')) {
      const std::size_t colon = cell.find(':');
      if (colon == std::string::npos) {
        Error(row, "near", Quote(cell) + " does not say how near.",
              "Write “narrower: A statement”; also wider, motive, earlier.");
        continue;
      }
      JsonValue& one = near.Add(JsonValue::Object());
      one.Set("to",
              Statement(edit::Trimmed(std::string_view(cell).substr(colon + 1)), row, "near"));
      one.Set("how", std::string(edit::Trimmed(std::string_view(cell).substr(0, colon))));
    }
    if (!near.items().empty()) statement.Set("near", std::move(near));
    AddRest(row, &statement);
    PutRecord(Table::kPropositions, std::move(statement), &row);
    for (const std::string& cell : edit::SplitWords(row["happened"], ';'))
      ReadHappened(cell, id, row);
  }
  // Named on one side, written on both.
  std::vector<std::pair<std::string, std::string>> pairs;
  for (const JsonValue& statement : Records(Table::kPropositions))
    if (const JsonValue* excludes = statement.Find("excludes"))
      for (const JsonValue& other : excludes->items())
        pairs.emplace_back(other.text(), statement.TextOf("id"));
  for (const auto& [of, id] : pairs) {
    JsonValue* statement = FindRecord(of);
    if (statement == nullptr) continue;
    if (statement->Find("excludes") == nullptr) statement->Set("excludes", JsonValue::List());
    JsonValue& list = *statement->Find("excludes");
    if (std::none_of(list.items().begin(), list.items().end(),
                     [id = id](const JsonValue& item) { return item.text() == id; }))
      list.Add(id);
  }
}

std::optional<JsonValue> Importer::Participants(const std::string& cell, const Row& row,
                                                std::string_view heading) {
  JsonValue list = JsonValue::List();
  for (const edit::Span& part : edit::SplitLine(cell, ',')) {
    const std::string words = cell.substr(part.begin, part.end - part.begin);
    const std::size_t open = edit::Masked(words).rfind('(');
    if (open == std::string::npos || words.back() != ')') {
      Error(row, heading, Quote(words) + " does not say in which role.",
            "Write “Ilse Brandt (speaker)”.");
      return std::nullopt;
    }
    JsonValue& one = list.Add(JsonValue::Object());
    one.Set("actor", Actor(edit::Trimmed(std::string_view(words).substr(0, open)), row, heading));
    one.Set("role", words.substr(open + 1, words.size() - open - 2));
  }
  return list;
}

void Importer::ReadHappened(const std::string& cell, const std::string& statement, const Row& row) {
  std::string_view words = cell;
  const std::string status(words.substr(0, words.find(' ')));
  if (!ParseWord<EventStatus>(status)) {
    Error(row, "happened", Quote(cell) + " is no event.",
          "Write “happened 2026-03-05 at a place with A name (role)”; also expected, alleged, "
          "hypothetical.");
    return;
  }
  words = edit::Trimmed(words.substr(status.size()));
  JsonValue event = JsonValue::Object();
  event.Set("id", NextId(Table::kEvents));
  event.Set("proposition", statement);
  if (!words.empty() && ((words[0] >= '0' && words[0] <= '9') || words.substr(0, 2) == "..")) {
    const std::string date(words.substr(0, words.find(' ')));
    event.Set("when", date);
    words = edit::Trimmed(words.substr(date.size()));
  }
  std::size_t with = words.rfind(" with ");
  if (words.substr(0, 5) == "with ") with = 0;
  std::optional<JsonValue> participants;
  if (with != words.npos) {
    participants = Participants(
        std::string(edit::Trimmed(words.substr(with + (with == 0 ? 5 : 6)))), row, "happened");
    words = edit::Trimmed(words.substr(0, with));
  }
  if (words.substr(0, 3) == "at ") event.Set("place", std::string(edit::Trimmed(words.substr(3))));
  if (participants) event.Set("participants", std::move(*participants));
  event.Set("status", status);
  PutRecord(Table::kEvents, std::move(event), &row);
}

void Importer::ReadPassages() {
  if (passages_read_) return;
  passages_read_ = true;
  static constexpr std::string_view kFields[] = {"document", "start",   "end",       "letters",
                                                 "sha256",   "section", "paragraph", "role",
                                                 "repeats",  "quality", "note"};
  for (const Row& row : rows_["passages"]) {
    JsonValue passage = JsonValue::Object();
    passage.Set("id", RowId(row, Table::kPassages, ""));
    for (const std::string_view field : kFields) {
      const std::string cell = row[field];
      if (cell.empty()) continue;
      const bool number =
          field == "start" || field == "end" || field == "letters" || field == "paragraph";
      passage.Set(field, number ? NumberOr(cell) : JsonValue(cell));
    }
    const auto sketch = edit::SplitWords(row["sketch"], ';');
    if (!sketch.empty()) passage.Set("sketch", JsonValue::List(sketch));
    AddRest(row, &passage);
    PutRecord(Table::kPassages, std::move(passage), &row);
  }
}

void Importer::ReadLinks() {
  for (const Row& row : rows_["links"]) {
    const std::string cell = row["link"];
    const auto words = edit::ReadLink(cell, Known());
    if (!words.ok() || !*words) {
      Error(row, "link", words.ok() ? Quote(cell) + " is no link." : words.problems()[0].rule,
            words.ok() ? "Write “if A then B”." : words.problems()[0].remedy);
      fatal_ = true;
      continue;
    }
    JsonValue link = LinkRecord(**words, row, "link");
    link.Set("id", RowId(row, Table::kConditions, ""));
    link.SetText("mechanism", row["mechanism"]);
    link.SetText("gloss", row["in our words"]);
    JsonValue topics = JsonValue::List();
    for (const std::string& topic : edit::SplitWords(row["topics"], ';'))
      topics.Add(Topic(topic, row, "topics"));
    if (!topics.items().empty()) link.Set("topics", std::move(topics));
    link.SetText("tier", row["tier"]);
    AddRest(row, &link);
    PutRecord(Table::kConditions, std::move(link), &row);
  }
}

void Importer::ReadNumbers() {
  for (const Row& row : rows_["numbers"]) {
    const std::string cell = row["number"];
    const auto words = edit::ReadAbout(cell, Known());
    if (!words.ok() || words->kind != edit::AboutWords::Kind::kNumber) {
      Error(row, "number", Quote(cell) + " is no number.",
            "Write “number riders = about 400 people a weekend”.");
      fatal_ = true;
      continue;
    }
    JsonValue number = NumberRecord(words->number);
    const std::string said = number.Write();
    number.Set("id", RowId(row, Table::kQuantities, ""));
    numbers_by_words_.emplace(said, number.TextOf("id"));
    AddRest(row, &number);
    PutRecord(Table::kQuantities, std::move(number), &row);
  }
}

void Importer::ReadRelations() {
  for (const Row& row : rows_["relations"]) {
    JsonValue relation = JsonValue::Object();
    relation.Set("id", RowId(row, Table::kRelations, ""));
    relation.Set("type", row["type"]);
    for (const char* end : {"from", "to"}) {
      const std::string cell = row[end];
      const auto claim = claim_by_number_.find(cell);
      relation.Set(end, claim == claim_by_number_.end() ? cell : claim->second);
    }
    const std::string by = row["by"];
    relation.Set("by", by.empty() || by == "coder" ? "coder" : Actor(by, row, "by"));
    relation.SetText("scheme", row["scheme"]);
    const auto passages = edit::SplitWords(row["passages"], ';');
    if (!passages.empty()) relation.Set("passages", JsonValue::List(passages));
    relation.SetText("strength", row["strength"]);
    relation.SetText("note", row["note"]);
    AddRest(row, &relation);
    PutRecord(Table::kRelations, std::move(relation), &row);
  }
}

void Importer::ReadEvents() {
  for (const Row& row : rows_["events"]) {
    JsonValue event = JsonValue::Object();
    event.Set("id", RowId(row, Table::kEvents, ""));
    event.Set("proposition", Statement(row["statement"], row, "statement"));
    event.SetText("when", row["date"]);
    event.SetText("place", row["place"]);
    if (const std::string cell = row["with"]; !cell.empty())
      if (auto participants = Participants(cell, row, "with"))
        event.Set("participants", std::move(*participants));
    event.SetText("basis", row["basis"]);
    event.SetText("status", row["status"]);
    std::vector<std::string> passages = edit::SplitWords(row["passages"], ';');
    if (const std::string quote = row["quote"]; !quote.empty() && passages.empty())
      if (const DocumentSource* document = DocumentNamed(row["text"]); document && document->text)
        if (const auto found = PlacesOf(quote, *document, row, "quote")) passages = *found;
    if (!passages.empty()) event.Set("passages", JsonValue::List(passages));
    AddRest(row, &event);
    PutRecord(Table::kEvents, std::move(event), &row);
  }
}

void Importer::ReadQuestions() {
  for (const Row& row : rows_["questions"]) {
    JsonValue question = JsonValue::Object();
    question.Set("id", RowId(row, Table::kQuestions, row["title"]));
    for (const char* field : {"title", "text", "state"}) question.Set(field, row[field]);
    if (const std::string tour = row["tour"]; !tour.empty()) question.Set("tour", NumberOr(tour));
    AddRest(row, &question);
    PutRecord(Table::kQuestions, std::move(question), &row);
  }
}

}  // namespace proviso::sheets
