#include "core/sheets/export.h"

#include <algorithm>
#include <map>

#include "core/edit/line.h"
#include "core/edit/lines.h"
#include "core/io/canonical.h"
#include "core/io/json_value.h"
#include "core/io/save.h"
#include "core/locate/find_quote.h"
#include "core/sheets/columns.h"
#include "core/sheets/import.h"

namespace proviso::sheets {
namespace {

using io::JsonValue;

/// A list in one cell.
template <class Items, class Words>
std::string Listed(const Items& items, const Words& words) {
  std::string out;
  for (const auto& item : items) out += (out.empty() ? "" : "; ") + std::string(words(item));
  return out;
}

std::string Bracketed(Text words) {
  if (words.find_first_of(";[]()\"") == words.npos && words.find("“") == words.npos &&
      words.find("”") == words.npos && words.find("„") == words.npos)
    return std::string(words);
  return "[" + std::string(words) + "]";
}

std::string Texts(std::span<const Text> list) {
  return Listed(list, [](Text text) { return Bracketed(text); });
}

/// What a spreadsheet would take for a formula begins with "'".
std::string Guarded(std::string cell) {
  if (!cell.empty() && std::string_view("=+-@\t\r'").find(cell[0]) != std::string_view::npos)
    cell.insert(cell.begin(), '\'');
  return cell;
}

/// A sheet that is being filled: cells by heading.
class Filler {
 public:
  Filler(const Layout& layout, bool more) {
    sheet_.name = layout.name;
    sheet_.rows.resize(2);
    for (const Column& column : layout.columns) {
      if (more && column.heading == "id") Head("more", "(leave as it is)");
      Head(column.heading, column.about);
    }
  }

  void Begin() { sheet_.rows.emplace_back(columns_.size()); }
  void Set(std::string_view heading, std::string cell) {
    const auto column = columns_.find(heading);
    if (column != columns_.end()) sheet_.rows.back()[column->second] = Guarded(std::move(cell));
  }
  Sheet Take() { return std::move(sheet_); }

 private:
  void Head(std::string_view heading, std::string_view about) {
    columns_.emplace(heading, sheet_.rows[0].size());
    sheet_.rows[0].emplace_back(heading);
    sheet_.rows[1].emplace_back(about);
  }

  Sheet sheet_;
  std::map<std::string, std::size_t, std::less<>> columns_;
};

/// Short names of documents: the id without "d-", as long as that leads back.
std::string ShortName(const Document& document) {
  return std::string(document.id.substr(0, 2) == "d-" ? document.id.substr(2) : document.id);
}

class Exporter {
 public:
  Exporter(const Dataset& dataset, const TextOf& text)
      : dataset_(dataset), text_(text), lines_(dataset) {}

  Book Fill(const std::map<std::string, std::string>& more) {
    more_ = &more;
    Book book;
    for (const Layout& layout : Layouts()) {
      const bool any_more = std::any_of(more.begin(), more.end(), [&](const auto& one) {
        return SheetOf(one.first) == layout.name;
      });
      Filler filler(layout, any_more);
      const std::size_t rows = FillSheet(layout.name, &filler);
      if (layout.always || rows > 0) book.sheets.push_back(filler.Take());
    }
    return book;
  }

 private:
  std::string_view SheetOf(std::string_view id) const {
    constexpr std::string_view kSheets[] = {"documents", "passages", "actors",    "statements",
                                            "links",     "claims",   "relations", "events",
                                            "numbers",   "topics",   "questions"};
    const RecordRef record = dataset_.Find(id);
    return record ? kSheets[static_cast<std::size_t>(record.table)] : "";
  }

  template <class R, class Fill>
  std::size_t Rows(Table table, const std::vector<R>& records, Filler* filler, const Fill& fill) {
    for (const std::uint32_t i : io::RowOrder(table, records)) {
      filler->Begin();
      filler->Set("id", std::string(records[i].id));
      const auto more = more_->find(std::string(records[i].id));
      if (more != more_->end()) filler->Set("more", more->second);
      fill(records[i]);
    }
    return records.size();
  }

  std::size_t FillSheet(std::string_view name, Filler* f) {
    const Dataset& d = dataset_;
    const auto topics = [this](std::span<const TopicId> list) {
      return Listed(list, [this](TopicId id) { return lines_.Topic(id); });
    };
    const auto actors = [this](std::span<const ActorId> list) {
      return Listed(list, [this](ActorId id) { return lines_.Actor(id); });
    };
    const auto passages = [&d](std::span<const PassageId> list) {
      return Listed(list, [&d](PassageId id) { return d[id].id; });
    };
    if (name == "claims") {
      std::size_t number = 0;
      return Rows(Table::kClaims, d.claims, f, [&](const Claim& c) {
        f->Set("no.", std::to_string(++number));
        const DocumentId document = DocumentOf(d, c);
        if (document) f->Set("text", ShortName(d[document]));
        f->Set("quote", QuoteOf(c.passages));
        f->Set("who says", lines_.Chain(c));
        f->Set("about", lines_.About(c));
        constexpr std::string_view kLevels[] = {"will",     "very likely", "likely",
                                                "possible", "about even",  "leaves it open",
                                                "no level"};
        f->Set("how firmly", std::string(kLevels[static_cast<std::size_t>(c.modality)]));
        f->Set("hedge", Texts(c.hedges));
        f->Set("in our words", std::string(c.gloss));
        constexpr std::string_view kActs[] = {"",        "threatens", "promises", "red line",
                                              "demands", "asks",      "warns"};
        f->Set("act", std::string(kActs[static_cast<std::size_t>(c.act)]));
        if (c.has_evidence()) f->Set("evidence", std::string(Word(c.evidence)));
        f->Set("as of", std::string(c.as_of));
        f->Set("topics", topics(c.topics));
        if (c.given.has(13)) f->Set("kind", std::string(Word(c.kind)));
        if (c.given.has(7)) f->Set("basis", std::string(Word(c.basis)));
        if (c.coding.given.has(1)) f->Set("sure", std::string(Word(c.coding.confidence)));
        f->Set("read in", Listed(c.inferred, [](Inferred one) { return Word(one); }));
        if (c.given.has(12)) f->Set("tier", std::string(Word(c.tier)));
        f->Set("coder", std::string(c.coding.by));
        f->Set("note", std::string(c.coding.note));
        f->Set("passages", passages(c.passages));
      });
    }
    if (name == "documents")
      return Rows(Table::kDocuments, d.documents, f, [&](const Document& one) {
        f->Set("text", ShortName(one));
        f->Set("title", std::string(one.title));
        f->Set("author", actors(one.creators));
        f->Set("date", std::string(one.published));
        f->Set("where it appeared", std::string(one.container));
        f->Set("address", std::string(one.url));
        f->Set("language", std::string(one.language));
        f->Set("kind of text", std::string(one.genre));
        f->Set("may be quoted",
               one.quoting == Quoting::kNone ? std::string("no") : std::string(Word(one.quoting)));
        if (one.given.has(12)) f->Set("coded", one.coded == Coded::kComplete ? "all" : "part");
        f->Set("rights", std::string(one.rights));
        f->Set("notes", Texts(one.notes));
      });
    if (name == "actors")
      return Rows(Table::kActors, d.actors, f, [&](const Actor& one) {
        f->Set("name", std::string(one.name));
        f->Set("kind", std::string(Word(one.kind)));
        f->Set("also called", Texts(one.aliases));
        if (one.part_of) f->Set("part of", lines_.Actor(one.part_of));
        f->Set("same as", Texts(one.same_as));
        f->Set("not the same as", actors(one.distinct_from));
        f->Set("called in the text", Listed(one.affiliations, [&d](const Affiliation& as) {
                 return std::string(as.as) +
                        (as.passage ? " [" + std::string(d[as.passage].id) + "]" : "");
               }));
      });
    if (name == "statements")
      return Rows(Table::kPropositions, d.propositions, f, [&](const Proposition& one) {
        f->Set("statement", std::string(one.label));
        f->Set("kind", std::string(Word(one.kind)));
        if (one.given.has(7)) f->Set("role", std::string(Word(one.role)));
        f->Set("whose doing", actors(one.actors));
        f->Set("time window", std::string(one.window));
        f->Set("excludes",
               Listed(one.excludes, [this](PropositionId id) { return lines_.Statement(id); }));
        f->Set("near", Listed(one.near, [this](const Near& near) {
                 return std::string(Word(near.how)) + ": " + lines_.Statement(near.to);
               }));
        f->Set("topics", topics(one.topics));
        f->Set("in our words", std::string(one.gloss));
      });
    if (name == "topics")
      return Rows(Table::kTopics, d.topics, f, [&](const Topic& one) {
        f->Set("topic", std::string(one.label));
        f->Set("in our words", std::string(one.gloss));
      });
    if (name == "dataset") return FillInfo(f);
    if (name == "links")
      return Rows(Table::kConditions, d.conditions, f, [&](const Condition& one) {
        f->Set("link", lines_.Link(one));
        if (one.given.has(6)) f->Set("mechanism", std::string(Word(one.mechanism)));
        f->Set("topics", topics(one.topics));
        if (one.given.has(10)) f->Set("tier", std::string(Word(one.tier)));
        f->Set("in our words", std::string(one.gloss));
      });
    if (name == "relations")
      return Rows(Table::kRelations, d.relations, f, [&](const Relation& one) {
        f->Set("from", std::string(d[one.from].id));
        f->Set("type", std::string(Word(one.type)));
        f->Set("to", std::string(d[one.to].id));
        f->Set("by", one.by ? lines_.Actor(one.by) : "coder");
        if (one.given.has(5)) f->Set("scheme", std::string(Word(one.scheme)));
        if (one.given.has(7)) f->Set("strength", std::string(Word(one.strength)));
        f->Set("note", std::string(one.note));
        f->Set("passages", passages(one.passages));
      });
    if (name == "events")
      return Rows(Table::kEvents, d.events, f, [&](const Event& one) {
        f->Set("statement", lines_.Statement(one.proposition));
        if (one.given.has(6)) f->Set("status", std::string(Word(one.status)));
        f->Set("date", std::string(one.when));
        f->Set("place", std::string(one.place));
        std::string with;
        for (const Participant& who : one.participants)
          with += (with.empty() ? "" : ", ") + lines_.Actor(who.actor) + " (" +
                  std::string(who.role) + ")";
        f->Set("with", with);
        f->Set("basis", std::string(one.basis));
        f->Set("passages", passages(one.passages));
      });
    if (name == "numbers")
      return Rows(Table::kQuantities, d.quantities, f,
                  [&](const Quantity& one) { f->Set("number", edit::Lines::Number(one)); });
    if (name == "passages")
      return Rows(Table::kPassages, d.passages, f, [&](const Passage& one) {
        f->Set("document", std::string(d[one.document].id));
        f->Set("start", std::to_string(one.start));
        f->Set("end", std::to_string(one.end));
        f->Set("letters", std::to_string(one.letters));
        f->Set("sha256", std::string(one.sha256));
        f->Set("sketch", Texts(one.sketch));
        f->Set("section", std::string(one.section));
        if (one.paragraph > 0) f->Set("paragraph", std::to_string(one.paragraph));
        if (one.given.has(9)) f->Set("role", std::string(Word(one.role)));
        if (one.repeats) f->Set("repeats", std::string(d[one.repeats].id));
        if (one.given.has(11)) f->Set("quality", std::string(Word(one.quality)));
        f->Set("note", std::string(one.note));
      });
    if (name == "questions")
      return Rows(Table::kQuestions, d.questions, f, [&](const Question& one) {
        f->Set("title", std::string(one.title));
        f->Set("text", std::string(one.text));
        f->Set("state", std::string(one.state));
        if (one.tour > 0) f->Set("tour", std::to_string(one.tour));
      });
    return 0;
  }

  std::size_t FillInfo(Filler* f) {
    const auto line = [f](std::string_view field, std::string_view value) {
      if (value.empty()) return;
      f->Begin();
      f->Set("field", std::string(field));
      f->Set("value", std::string(value));
    };
    const DatasetInfo& info = dataset_.info;
    line("id", info.id);
    line("title", info.title);
    line("version", info.version);
    line("coders", Texts(info.coders));
    if (info.start) line("start", lines_.Statement(info.start));
    line("note", info.note);
    line("rights", info.rights);
    line("protocol", info.protocol);
    line("finished", info.finished);
    line("licence", info.licence);
    line("doi", info.doi);
    line("keywords", Texts(info.keywords));
    const auto more = more_->find("");
    if (more != more_->end()) line("more", more->second);
    if (const auto root = io::ReadJson(dataset_.extensions))
      for (const JsonValue::Member& member : root->members())
        line(member.first, member.second.Write());
    return 1;
  }

  /// The words of these passages, where they may be shown and are known.
  std::string QuoteOf(std::span<const PassageId> list) {
    std::string out;
    for (const PassageId id : list) {
      const Passage& passage = dataset_[id];
      if (dataset_[passage.document].quoting == Quoting::kNone) return "";
      std::string words(passage.quote);
      if (words.empty()) {
        const locate::ReaderText* text = TextFor(passage.document);
        if (text == nullptr || passage.end > text->norm1.size()) return "";
        words = locate::WordsAt(*text, {passage.start, passage.end});
      }
      out += (out.empty() ? "" : " […] ") + words;
    }
    return out;
  }

  const locate::ReaderText* TextFor(DocumentId document) {
    const auto known = texts_.find(document.index());
    if (known != texts_.end()) return known->second ? &*known->second : nullptr;
    auto& text = texts_[document.index()];
    const std::optional<std::string> bytes = text_ ? text_(document) : std::nullopt;
    if (!bytes) return nullptr;
    Result<locate::ReaderText> read = locate::ReadText(*bytes);
    if (read.ok() && locate::TextDigest(*read) == dataset_[document].text.sha256)
      text = std::move(*read);
    return text ? &*text : nullptr;
  }

  const Dataset& dataset_;
  const TextOf& text_;
  const edit::Lines lines_;
  const std::map<std::string, std::string>* more_ = nullptr;
  std::map<std::uint32_t, std::optional<locate::ReaderText>> texts_;
};

/// Records of a dataset by id, the member `dataset` under "".
std::map<std::string, JsonValue> RecordsOf(std::string_view bytes) {
  std::map<std::string, JsonValue> records;
  const std::optional<JsonValue> root = io::ReadJson(bytes);
  if (!root) return records;
  if (const JsonValue* info = root->Find("dataset")) records.emplace("", *info);
  for (const std::string_view name : kWords<Table>)
    if (const JsonValue* table = root->Find(name))
      for (const JsonValue& record : table->items()) records.emplace(record.TextOf("id"), record);
  return records;
}

/// The members of `wanted` that `got` has otherwise or not, and null for what it has too much.
JsonValue Difference(const JsonValue& wanted, const JsonValue& got) {
  JsonValue more = JsonValue::Object();
  for (const JsonValue::Member& member : wanted.members()) {
    const JsonValue* other = got.Find(member.first);
    if (other == nullptr || !(*other == member.second)) more.Set(member.first, member.second);
  }
  for (const JsonValue::Member& member : got.members())
    if (wanted.Find(member.first) == nullptr) more.Set(member.first, JsonValue());
  return more;
}

}  // namespace

Book ExportBook(const Dataset& dataset, const TextOf& text) {
  Exporter exporter(dataset, text);
  const std::string bytes = io::Save(dataset);
  const auto wanted = RecordsOf(bytes);
  // What the sheet cannot say is found by reading it back: `more` holds the rest, so that no field
  // of the format needs to be thought of here.
  std::map<std::string, std::string> more;
  for (const Document& document : dataset.documents) {
    const JsonValue* about = wanted.at(std::string(document.id)).Find("text");
    JsonValue rest = JsonValue::Object();
    rest.Set("text", *about);
    more[std::string(document.id)] = rest.Write();
  }
  for (int round = 0; round < 3; ++round) {
    Book book = exporter.Fill(more);
    ImportOptions options;
    options.limits = io::Limits::None();
    const Imported read = ImportBook(book, options);
    if (read.loaded && read.bytes == bytes) return book;
    const auto got = RecordsOf(read.bytes);
    for (const auto& [id, record] : wanted) {
      const auto other = got.find(id);
      // A record that did not come back is written out in full.
      const JsonValue rest =
          Difference(record, other == got.end() ? JsonValue::Object() : other->second);
      if (rest.members().empty()) continue;
      const auto old = more.find(id);
      JsonValue whole = old == more.end() ? JsonValue::Object() : *io::ReadJson(old->second);
      for (const JsonValue::Member& member : rest.members()) whole.Set(member.first, member.second);
      whole.Erase("id");
      more[id] = whole.Write();
    }
  }
  return exporter.Fill(more);
}

Book EmptyBook() {
  Book book;
  for (const Layout& layout : Layouts())
    if (layout.always) book.sheets.push_back(Filler(layout, false).Take());
  return book;
}

}  // namespace proviso::sheets
