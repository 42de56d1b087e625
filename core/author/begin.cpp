#include "core/author/begin.h"

#include <string_view>
#include <utility>

#include "core/author/form_value.h"
#include "core/author/names.h"
#include "core/edit/line.h"
#include "core/edit/make_id.h"
#include "core/io/json_value.h"
#include "core/io/load.h"
#include "core/io/save.h"
#include "core/locate/find_quote.h"

namespace proviso::view {
namespace {

using io::JsonValue;

bool Free(const std::string&) { return false; }

bool EndsAsSentence(const locate::ReaderText& text, locate::Place place) {
  return std::u32string_view(U".!?…。！？:;,").find(text.norm1[place.end - 1]) !=
         std::u32string_view::npos;
}

JsonValue TextMember(const locate::ReaderText& text, const TextShape& shape) {
  JsonValue about = JsonValue::Object();
  about.Set("normalisation", "norm-1");
  about.Set("codePoints", JsonValue::Number(static_cast<double>(text.norm1.size())));
  about.Set("sha256", locate::TextDigest(text));
  JsonValue& paragraphs = about.Set("paragraphs", JsonValue::List());
  for (const locate::Place& place : shape.paragraphs) {
    JsonValue& one = paragraphs.Add(JsonValue::Object());
    one.Set("start", JsonValue::Number(place.start));
    one.Set("end", JsonValue::Number(place.end));
    if (&place == shape.paragraphs.data() && !shape.heading.empty()) one.Set("role", "heading");
  }
  return about;
}

}  // namespace

TextShape ShapeOf(const std::string& text, const std::string& language) {
  TextShape shape;
  const Result<locate::ReaderText> read = locate::ReadText(text);
  if (!read || read->norm1.empty()) return shape;
  shape.paragraphs = locate::Paragraphs(text);
  for (const locate::Place& place : shape.paragraphs)
    shape.sentences += locate::Sentences(read->norm1, place, language).size();
  if (shape.paragraphs.size() < 2 || EndsAsSentence(*read, shape.paragraphs.front())) return shape;
  const locate::Place& first = shape.paragraphs.front();
  constexpr std::uint32_t kLongestHeading = 200;
  if (first.end - first.start <= kLongestHeading &&
      locate::Sentences(read->norm1, first, language).size() == 1)
    shape.heading = locate::WordsAt(*read, first);
  return shape;
}

JsonValue ContentOf(const locate::ReaderText& text, const std::vector<locate::Place>& paragraphs) {
  JsonValue content = JsonValue::List();
  for (const locate::Place& place : paragraphs) content.Add(locate::WordsAt(text, place));
  return content;
}

namespace {

/// A text with what is said of it, as far as that holds for the first of a dataset and for others.
struct GivenText {
  std::string title, who, language;
  JsonValue document = JsonValue::Object();  ///< Without id and creators.
};

/// `language`: where none is given.
Result<GivenText> ReadGiven(const BeginWords& words, const Say& say, std::string_view language) {
  const auto said = [&](BeginField field) {
    return std::string(edit::Trimmed(words[static_cast<std::size_t>(field)]));
  };
  const std::string& bytes = words[static_cast<std::size_t>(BeginField::kText)];
  const Result<locate::ReaderText> text = locate::ReadText(bytes);
  if (!text) return text.problems();
  GivenText given;
  given.language = said(BeginField::kLanguage);
  if (given.language.empty()) given.language = language;
  const TextShape shape = ShapeOf(bytes, given.language);
  if (shape.paragraphs.empty())
    return LineFault(say("There is no text yet."),
                     say("Paste or write the text that is to be coded."));
  given.title = said(BeginField::kTitle);
  if (given.title.empty()) given.title = shape.heading;
  if (given.title.empty())
    return LineFault(say("The text has no title yet."), say("Write what it is called."));
  const std::string when = DateOf(said(BeginField::kWhen));
  if (when.empty() && !said(BeginField::kWhen).empty())
    return LineFault(say("The date cannot be read."),
                     say("Write 2026-03-06, March 2026 or about 2020."));
  given.who = said(BeginField::kWho);
  JsonValue about = TextMember(*text, shape);
  const auto quoting = ParseWord<Quoting>(said(BeginField::kQuoting)).value_or(Quoting::kNone);
  if (quoting == Quoting::kAll) about.Set("content", ContentOf(*text, shape.paragraphs));
  given.document.Set("title", given.title);
  given.document.SetText("published", when);
  given.document.Set("language", given.language);
  given.document.Set("text", std::move(about));
  if (quoting != Quoting::kNone) given.document.Set("quoting", Word(quoting));
  return given;
}

/// Somebody wrote it, whoever that is.
JsonValue AuthorOf(const GivenText& given, const Say& say) {
  JsonValue actor = JsonValue::Object();
  actor.Set("kind", given.who.empty() ? "unnamed" : "person");
  actor.Set("name", given.who.empty() ? say("Author of “{0}”", {given.title}) : given.who);
  return actor;
}

JsonValue WithId(std::string_view id, JsonValue record) {
  JsonValue whole = JsonValue::Object();
  whole.Set("id", id);
  for (JsonValue::Member& member : record.members())
    whole.Set(member.first, std::move(member.second));
  return whole;
}

}  // namespace

Result<AddedText> AddDocument(const Library& library, const BeginWords& words) {
  const Say& say = library.say;
  const Dataset& dataset = library.dataset;
  const std::string_view before =
      dataset.documents.empty() ? std::string_view("en") : dataset.documents.back().language;
  Result<GivenText> given = ReadGiven(words, say, before);
  if (!given) return given.problems();
  const std::string_view digest = given->document.Find("text")->TextOf("sha256");
  for (const Document& one : dataset.documents)
    if (one.text.sha256 == digest)
      return LineFault(
          say("These words are here already, as “{0}”.", {one.title}),
          say("Give another text. To have this one twice would count every voice twice."));
  Names names(library, {});
  AddedText added;
  added.document = names.IdOf(Table::kDocuments, given->title);
  std::string author;
  if (!given->who.empty() && names.Knows(Table::kActors, given->who)) {
    const Result<std::string> known = names.Find(Table::kActors, given->who);
    if (!known) return known.problems();
    author = *known;
  } else {
    author =
        names.IdOf(Table::kActors, given->who.empty() ? "author of " + given->title : given->who);
    added.steps.push_back(edit::Put{Table::kActors, WithId(author, AuthorOf(*given, say)).Write()});
  }
  given->document.Set("creators", JsonValue::List({author}));
  added.steps.push_back(
      edit::Put{Table::kDocuments, WithId(added.document, std::move(given->document)).Write()});
  return added;
}

Result<Begun> BeginDataset(const BeginWords& words, const Say& say,
                           const std::function<bool(const std::string&)>& taken) {
  const auto said = [&](BeginField field) {
    return std::string(edit::Trimmed(words[static_cast<std::size_t>(field)]));
  };
  Result<GivenText> given = ReadGiven(words, say, "en");
  if (!given) return given.problems();
  const std::string& title = given->title;
  const std::string coder = edit::Initials(said(BeginField::kCoder));
  if (coder.empty())
    return LineFault(say("It is not said yet who codes."),
                     say("Write your initials: two letters will do."));

  const std::string question = said(BeginField::kQuestion);
  Begun begun;
  begun.coder = coder;
  begun.document = edit::MakeId(Table::kDocuments, title, Free);
  JsonValue root = JsonValue::Object();
  root.Set("format", "claims-dataset");
  root.Set("formatVersion", "1.1");  // As low as its fields let it be, once it is written.
  JsonValue& info = root.Set("dataset", JsonValue::Object());
  info.Set("id", edit::MakeId(Table::kPropositions, title, taken));
  info.Set("title", title);
  info.Set("version", "1.0");
  JsonValue& coding = info.Set("coding", JsonValue::Object());
  coding.Set("scale", "modality-1");
  coding.Set("coders", JsonValue::List({coder}));

  const std::string author =
      edit::MakeId(Table::kActors, given->who.empty() ? "author of " + title : given->who, Free);
  given->document.Set("creators", JsonValue::List({author}));
  root.Set("documents", JsonValue::List()).Add(WithId(begun.document, std::move(given->document)));
  root.Set("passages", JsonValue::List());
  root.Set("actors", JsonValue::List()).Add(WithId(author, AuthorOf(*given, say)));
  JsonValue& statements = root.Set("propositions", JsonValue::List());
  if (!question.empty()) {
    JsonValue& asked = statements.Add(JsonValue::Object());
    const std::string id = edit::MakeId(Table::kPropositions, question, Free);
    asked.Set("id", id);
    asked.Set("label", question);
    asked.Set("kind", "event");
    asked.Set("role", "outcome");
    root.Find("dataset")->Set("start", id);
  }
  root.Set("conditions", JsonValue::List());
  root.Set("claims", JsonValue::List());
  const Result<io::Loaded> loaded = io::Load(root.Write());
  if (!loaded) return loaded.problems();
  begun.bytes = io::Save(loaded->dataset);
  return begun;
}

}  // namespace proviso::view
