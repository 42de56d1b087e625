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

Result<Begun> BeginDataset(const BeginWords& words, const Say& say,
                           const std::function<bool(const std::string&)>& taken) {
  const auto said = [&](BeginField field) {
    return std::string(edit::Trimmed(words[static_cast<std::size_t>(field)]));
  };
  const std::string& bytes = words[static_cast<std::size_t>(BeginField::kText)];
  const Result<locate::ReaderText> text = locate::ReadText(bytes);
  if (!text) return text.problems();
  std::string language = said(BeginField::kLanguage);
  const TextShape shape = ShapeOf(bytes, language);
  if (shape.paragraphs.empty())
    return LineFault(say("There is no text yet."),
                     say("Paste or write the text that is to be coded."));
  std::string title = said(BeginField::kTitle);
  if (title.empty()) title = shape.heading;
  if (title.empty())
    return LineFault(say("The text has no title yet."), say("Write what it is called."));
  const std::string coder = edit::Initials(said(BeginField::kCoder));
  if (coder.empty())
    return LineFault(say("It is not said yet who codes."),
                     say("Write your initials: two letters will do."));
  const std::string when = DateOf(said(BeginField::kWhen));
  if (when.empty() && !said(BeginField::kWhen).empty())
    return LineFault(say("The date cannot be read."),
                     say("Write 2026-03-06, March 2026 or about 2020."));
  if (language.empty()) language = "en";

  const std::string question = said(BeginField::kQuestion);
  Begun begun;
  begun.coder = coder;
  begun.document = edit::MakeId(Table::kDocuments, title, Free);
  JsonValue root = JsonValue::Object();
  root.Set("format", "claims-dataset");
  root.Set("formatVersion", "1.0");
  JsonValue& info = root.Set("dataset", JsonValue::Object());
  info.Set("id", edit::MakeId(Table::kPropositions, title, taken));
  info.Set("title", title);
  info.Set("version", "1.0");
  JsonValue& coding = info.Set("coding", JsonValue::Object());
  coding.Set("scale", "modality-1");
  coding.Set("coders", JsonValue::List({coder}));

  JsonValue& document = root.Set("documents", JsonValue::List()).Add(JsonValue::Object());
  document.Set("id", begun.document);
  document.Set("title", title);
  // Somebody wrote it, whoever that is.
  const std::string who = said(BeginField::kWho);
  JsonValue actor = JsonValue::Object();
  actor.Set("id", edit::MakeId(Table::kActors, who.empty() ? "author of " + title : who, Free));
  actor.Set("kind", who.empty() ? "unnamed" : "person");
  actor.Set("name", who.empty() ? say("Author of “{0}”", {title}) : who);
  document.Set("creators", JsonValue::List({std::string(actor.TextOf("id"))}));
  document.SetText("published", when);
  document.Set("language", language);
  document.Set("text", TextMember(*text, shape));
  root.Set("passages", JsonValue::List());
  root.Set("actors", JsonValue::List()).Add(std::move(actor));
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
