// proviso locator: the place of words in a text, as a record to paste.

#include <charconv>

#include "core/cli/arguments.h"
#include "core/cli/author_commands.h"
#include "core/cli/author_files.h"
#include "core/cli/messages.h"
#include "core/io/json_value.h"
#include "core/locate/find_quote.h"
#include "core/words/labels.h"

namespace proviso::cli {
namespace {

using io::JsonValue;

/// On one line, with spaces, as people write it.
std::string Spaced(const JsonValue& value) {
  std::string out;
  if (value.is_object()) {
    for (const JsonValue::Member& member : value.members())
      out += (out.empty() ? "" : ", ") + JsonValue(member.first).Write() + ": " +
             Spaced(member.second);
    return "{" + out + "}";
  }
  if (!value.is_list()) return value.Write();
  for (const JsonValue& item : value.items()) out += (out.empty() ? "" : ", ") + Spaced(item);
  return "[" + out + "]";
}

JsonValue Count(std::size_t number) { return JsonValue::Number(static_cast<double>(number)); }

std::size_t ParagraphOf(const std::vector<locate::Place>& paragraphs, std::uint32_t start) {
  std::size_t number = 0;
  for (const locate::Place& one : paragraphs)
    if (one.start <= start) ++number;
  return number;
}

JsonValue PassageRecord(const locate::Locator& locator, const std::string& document,
                        const std::vector<locate::Place>& paragraphs) {
  JsonValue record = JsonValue::Object();
  record.SetText("document", document);
  record.Set("start", Count(locator.start));
  record.Set("end", Count(locator.end));
  record.Set("letters", Count(locator.letters));
  record.Set("sha256", locator.sha256);
  record.Set("sketch", JsonValue::List(locator.sketch));
  record.Set("paragraph", Count(ParagraphOf(paragraphs, locator.start)));
  return record;
}

JsonValue DocumentRecord(const locate::ReaderText& text,
                         const std::vector<locate::Place>& paragraphs) {
  JsonValue record = JsonValue::Object();
  record.Set("normalisation", "norm-1");
  record.Set("codePoints", Count(text.norm1.size()));
  record.Set("sha256", locate::TextDigest(text));
  JsonValue& list = record.Set("paragraphs", JsonValue::List());
  for (const locate::Place& place : paragraphs) {
    JsonValue& one = list.Add(JsonValue::Object());
    one.Set("start", Count(place.start));
    one.Set("end", Count(place.end));
  }
  return record;
}

std::optional<locate::Place> RangeOf(std::string_view words) {
  locate::Place place;
  const std::size_t colon = words.find(':');
  if (colon == words.npos) return std::nullopt;
  const auto read = [](std::string_view digits, std::uint32_t* out) {
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), *out);
    return error == std::errc() && end == digits.data() + digits.size();
  };
  if (!read(words.substr(0, colon), &place.start) || !read(words.substr(colon + 1), &place.end))
    return std::nullopt;
  return place;
}

}  // namespace

int RunLocator(const Arguments& given, const Console& console) {
  const bool json = given.Has("--json");
  const int ways = (given.Has("--quote") ? 1 : 0) + (given.Has("--range") ? 1 : 0) +
                   (given.Has("--document") ? 1 : 0);
  if (ways != 1)
    return Refuse(console,
                  CallProblem("What is to be located is not said once.",
                              "Give one of --quote WORDS, --range START:END, --document."),
                  json);
  const std::string file = given.Text("TEXT");
  const Result<std::string> bytes = console.read(file, locate::kLargestText);
  if (!bytes.ok()) return Refuse(console, bytes.problems()[0], json);
  const Result<locate::ReaderText> text = locate::ReadText(*bytes);
  const auto at_fault = [&](const Problem& problem) {
    if (json)
      Tell(console, {problem}, true);
    else
      console.err(ProblemWords(console, file, problem, false));
    return kDataAtFault;
  };
  if (!text.ok()) return at_fault(text.problems()[0]);
  const std::vector<locate::Place> paragraphs = locate::Paragraphs(*bytes);
  const auto print = [&](const JsonValue& record) {
    if (json)
      Print(console, Json::parse(record.Write()));
    else
      console.out(Spaced(record) + "\n");
    return kFine;
  };
  if (given.Has("--document")) return print(DocumentRecord(*text, paragraphs));

  std::vector<locate::Place> places;
  if (given.Has("--range")) {
    const std::optional<locate::Place> range = RangeOf(given.Text("--range"));
    if (!range)
      return Refuse(console,
                    CallProblem(view::Quoted(given.Text("--range")) + " is no range.",
                                "Write START:END in code points of norm-1, like 34:192."),
                    json);
    places.push_back(*range);
  } else {
    const std::string quote = given.Text("--quote");
    const auto findings = locate::FindQuote(*text, quote);
    if (findings.empty()) {
      std::string remedy = "Copy the words from the text.";
      if (const auto nearest = locate::NearestPlace(*text, quote))
        remedy = "The nearest place reads " + view::Quoted(locate::WordsAt(*text, nearest->place)) +
                 " (paragraph " + std::to_string(ParagraphOf(paragraphs, nearest->place.start)) +
                 "). " + remedy;
      return at_fault(CallProblem("These words are not in the text.", remedy));
    }
    if (findings.size() > 1) {
      std::string list;
      for (const auto& finding : findings)
        list += (list.empty() ? "" : ", ") + std::to_string(finding[0].start) + ":" +
                std::to_string(finding[0].end) + " (paragraph " +
                std::to_string(ParagraphOf(paragraphs, finding[0].start)) + ")";
      return at_fault(CallProblem(
          "These words stand " + std::to_string(findings.size()) + " times: " + list + ".",
          "Take in more of the sentence, or give one of these places with "
          "--range."));
    }
    places = findings[0];
  }
  std::vector<JsonValue> records;
  for (const locate::Place& place : places) {
    const Result<locate::Locator> locator = locate::MakeLocator(*text, place.start, place.end);
    if (!locator.ok()) return at_fault(locator.problems()[0]);
    records.push_back(PassageRecord(*locator, given.Text("--in"), paragraphs));
  }
  if (records.size() == 1) return print(records[0]);
  JsonValue list = JsonValue::List();  // Words with […] between them: a record a piece.
  for (JsonValue& record : records) list.Add(std::move(record));
  return print(list);
}

}  // namespace proviso::cli
