// CSL JSON: documents alone, out and in.
// Source: csl-data.json of the Citation Style Language, 1.0.2.

#include <array>
#include <map>
#include <utility>

#include "core/edit/make_id.h"
#include "core/exchange/formats.h"
#include "core/exchange/xml.h"
#include "core/io/json_text.h"
#include "core/io/save.h"
#include "core/model/date.h"

namespace proviso::exchange {
namespace {

using io::JsonValue;

/// "2023-03-24" as [2023, 3, 24].
JsonValue DateParts(std::string_view date) {
  JsonValue parts = JsonValue::List();
  while (!date.empty()) {
    const std::size_t dash = std::min(date.find('-'), date.size());
    const auto number =
        io::ReadJsonNumber(date[0] == '0' ? date.substr(1, dash - 1) : date.substr(0, dash));
    if (!number) return JsonValue::List();
    parts.Add(JsonValue::Number(*number));
    date.remove_prefix(std::min(dash + 1, date.size()));
  }
  return parts;
}

std::string TwoDigits(std::string_view number) {
  return number.size() == 1 ? "0" + std::string(number) : std::string(number);
}

/// The number or the digits of a part of a date; other programs write both.
std::string OnePart(const JsonValue& parts) {
  std::string date;
  std::size_t at = 0;
  for (const JsonValue& part : parts.items()) {
    if (at >= 3) break;
    const std::string& digits = part.text();
    if (digits.empty() || digits.find_first_not_of("0123456789") != std::string::npos ||
        digits == "0")
      break;
    if (at == 0 && digits.size() != 4) return "";
    date += (at == 0 ? "" : "-") + (at == 0 ? digits : TwoDigits(digits));
    ++at;
  }
  return date;
}

std::string Published(const JsonValue* issued) {
  if (issued == nullptr) return "";
  if (issued->is_text()) return issued->text();  // EDTF, from 1.1 on.
  // Words, unless they are a date as this program writes it.
  if (const std::string_view words = issued->TextOf("literal"); ParseDate(words))
    return std::string(words);
  const JsonValue* parts = issued->Find("date-parts");
  if (parts == nullptr || !parts->is_list() || parts->items().empty()) return "";
  const JsonValue* circa = issued->Find("circa");
  const bool about = circa != nullptr && circa->text() != "false" && circa->text() != "0";
  std::string date = OnePart(parts->items()[0]);
  if (date.empty()) return "";
  if (about) date += '~';
  if (parts->items().size() > 1)
    if (const std::string end = OnePart(parts->items()[1]); !end.empty())
      date += "/" + end + (about ? "~" : "");
  return date;
}

JsonValue Issued(std::string_view published) {
  JsonValue issued = JsonValue::Object();
  const std::size_t slash = published.find('/');
  std::string_view first = published.substr(0, slash);
  std::string_view second = slash == published.npos ? "" : published.substr(slash + 1);
  if (first != ".." && second != "..") {
    bool circa = false;
    for (std::string_view* one : {&first, &second})
      if (!one->empty() && std::string_view("~?%").find(one->back()) != std::string_view::npos) {
        circa = true;
        one->remove_suffix(1);
      }
    JsonValue& parts = issued.Set("date-parts", JsonValue::List());
    parts.Add(DateParts(first));
    if (!second.empty()) parts.Add(DateParts(second));
    if (circa) issued.Set("circa", JsonValue::Boolean(true));
  }
  // What the parts cannot say: open ends, other doubts than “about”, doubt of one end alone.
  if (Published(&issued) != published) issued.Set("literal", published);
  return issued;
}

std::string NameOf(const JsonValue& name) {
  if (name.is_text()) return name.text();
  std::string whole(name.TextOf("literal"));
  if (!whole.empty()) return whole;
  for (const char* part : {"given", "non-dropping-particle", "family", "suffix"})
    if (const std::string_view words = name.TextOf(part); !words.empty())
      whole += (whole.empty() ? "" : " ") + std::string(words);
  return whole;
}

constexpr std::array<std::string_view, 12> kRead{
    "id",  "type",     "title", "author", "issued", "container-title",
    "URL", "language", "DOI",   "genre",  "custom", "note"};

}  // namespace

Result<Written> WriteCsl(const Dataset& dataset) {
  JsonValue list = JsonValue::List();
  for (const Document& document : dataset.documents) {
    JsonValue& item = list.Add(JsonValue::Object());
    item.Set("id", document.id);
    item.Set("type", "document");
    item.Set("title", document.title);
    JsonValue& authors = item.Set("author", JsonValue::List());
    for (const ActorId author : document.creators)
      authors.Add(JsonValue::Object()).Set("literal", dataset[author].name);
    if (!document.published.empty()) item.Set("issued", Issued(document.published));
    item.SetText("container-title", document.container);
    item.SetText("URL", document.url);
    item.SetText("language", document.language);
    item.SetText("genre", document.genre);
  }
  Written written;
  io::AppendIndented(list.Write(), 0, &written.bytes);
  written.bytes += '\n';
  Losses losses(&written);
  losses.Add(dataset.claims.size(), "claim is", "claims are",
             " left out: the format holds documents alone.");
  losses.Add(dataset.propositions.size() + dataset.conditions.size(), "statement or link is",
             "statements and links are", " left out.");
  return written;
}

Result<Taken> ReadCsl(std::string_view bytes, const TakeOptions& options) {
  const Result<JsonValue> root = ReadJsonFile(bytes);
  if (!root.ok()) return root.problems();
  const JsonValue* list = root->is_list() ? &*root : root->Find("items");
  if (list == nullptr || !list->is_list())
    return PlacedProblem("call", bytes, 0, "The file is no list of items.",
                         "Export it as CSL JSON.");
  std::optional<JsonValue> base;
  if (options.base != nullptr) base = io::ReadJson(io::Save(*options.base));
  std::map<std::string_view, const JsonValue*> records;  // Of the base, by their ids.
  if (base && base->Find("documents") != nullptr)
    for (const JsonValue& one : base->Find("documents")->items())
      records.emplace(one.TextOf("id"), &one);
  TakenMaker maker(options);
  std::size_t number = 0, other = 0;
  for (const JsonValue& item : list->items()) {
    const std::string place = "item " + std::to_string(++number);
    if (!item.is_object()) {
      maker.LeftOut("item that is none", "items that are none");
      continue;
    }
    const std::string title = TakenMaker::Clean(item.TextOf("title"), kNameLength);
    std::string id(item.TextOf("id"));
    if (const JsonValue* said = item.Find("id"); said != nullptr) id = said->text();
    if (title.empty()) {
      maker.Error(place, "The item has no title.", "Write it where the list was made.");
      maker.LeftOut("item without a title", "items without a title");
      continue;
    }
    for (const JsonValue::Member& member : item.members()) {
      bool read = false;
      for (const std::string_view name : kRead) read = read || member.first == name;
      if (!read) ++other;
    }
    std::string address(item.TextOf("URL"));
    if (address.empty() && !item.TextOf("DOI").empty())
      address = "https://doi.org/" + std::string(item.TextOf("DOI"));
    std::vector<std::string> authors;
    if (const JsonValue* names = item.Find("author"); names != nullptr)
      for (const JsonValue& name : names->items())
        if (const std::string one = TakenMaker::Clean(NameOf(name), kNameLength); !one.empty())
          authors.push_back(maker.Actor(one, "person", place));
    const std::string published = Published(item.Find("issued"));
    const std::string container = TakenMaker::Clean(item.TextOf("container-title"), kNameLength);
    const std::string language(item.TextOf("language"));
    const std::string genre = TakenMaker::Clean(item.TextOf("genre"), 80);
    maker.TakenAs("document", "documents");
    // A document of the base keeps what the list does not say.
    const Document* in_base = maker.Known(address, id);
    if (in_base == nullptr) in_base = maker.Known("", title);
    if (in_base != nullptr) {
      const JsonValue* known = records[in_base->id];
      JsonValue record = *known;
      record.Erase("id");
      record.Set("title", title);
      if (!authors.empty()) record.Set("creators", JsonValue::List(authors));
      record.SetText("published", published);
      record.SetText("container", container);
      record.SetText("url", address);
      record.SetText("language", language);
      record.SetText("genre", genre);
      const std::string own(known->TextOf("id"));
      maker.Add("documents", place)
          .Set("id", own)
          .Set("text", own.substr(0, 2) == "d-" ? own.substr(2) : own)
          .Set("title", title)
          .Set("language", std::string(record.TextOf("language")))
          .Set("author", record.Find("creators")->items().empty()
                             ? ""
                             : record.Find("creators")->items()[0].text())
          .Set("more", record.Write());
      continue;
    }
    const std::string name = id.empty() ? title : id;
    maker.Text(name, std::nullopt, address, place);
    std::string list_of;
    for (const std::string& author : authors) list_of += (list_of.empty() ? "" : "; ") + author;
    maker.TextRow()
        .Set("title", title)
        .Set("author", list_of)
        .Set("date", published)
        .Set("where it appeared", container)
        .Set("language", language.empty() ? "en" : language)
        .Set("kind of text", genre);
  }
  maker.LeftOut("field of another kind", "fields of other kinds", other);
  return maker.Finish("CSL JSON");
}

}  // namespace proviso::exchange
