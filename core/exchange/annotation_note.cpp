#include "core/exchange/annotation_note.h"

#include <charconv>
#include <cstdint>
#include <string_view>

namespace proviso::exchange {
namespace {

using io::JsonValue;

/// The items of a list, or the value itself as the only one: JSON-LD writes both.
std::vector<const JsonValue*> AsList(const JsonValue* value) {
  std::vector<const JsonValue*> out;
  if (value == nullptr || value->is_null()) return out;
  if (!value->is_list()) return {value};
  for (const JsonValue& item : value->items()) out.push_back(&item);
  return out;
}

std::string TextOrFirst(const JsonValue* value) {
  for (const JsonValue* one : AsList(value))
    if (one->is_text()) return one->text();
  return "";
}

std::uint32_t WholeOf(const JsonValue& object, std::string_view key) {
  const JsonValue* value = object.Find(key);
  if (value == nullptr || value->kind() != JsonValue::Kind::kNumber) return 0;
  const auto number = io::ReadJsonNumber(value->text());
  return number && *number >= 0 && *number < 4e9 ? static_cast<std::uint32_t>(*number) : 0;
}

void ReadSelector(const JsonValue& selector, Note* note) {
  const std::string_view type = selector.TextOf("type");
  if (type == "TextQuoteSelector") {
    note->exact = selector.TextOf("exact");
    note->prefix = selector.TextOf("prefix");
    note->suffix = selector.TextOf("suffix");
    note->placed = true;
  } else if (type == "TextPositionSelector") {
    note->position = {WholeOf(selector, "start"), WholeOf(selector, "end")};
    note->placed = true;
  } else if (type == "FragmentSelector" && !note->position) {
    std::string_view value = selector.TextOf("value");
    if (value.substr(0, 5) != "char=") return;
    value.remove_prefix(5);
    locate::Place place;
    const char* end = value.data() + value.size();
    const auto first = std::from_chars(value.data(), end, place.start);
    if (first.ec != std::errc() || first.ptr == end || *first.ptr != ',') return;
    if (std::from_chars(first.ptr + 1, end, place.end).ec != std::errc()) return;
    note->position = place;
    note->placed = true;
  }
}

}  // namespace

Note ReadNote(const JsonValue& json) {
  Note note;
  note.id = json.TextOf("id");
  note.record = json.Find("record");
  note.uri = json.TextOf("uri");
  note.utf16 = !note.uri.empty();  // Hypothesis, which counts as JavaScript does.
  note.user = json.TextOf("user");
  if (note.user.substr(0, 5) == "acct:") note.user = note.user.substr(5, note.user.find('@') - 5);
  if (note.user.empty())
    for (const JsonValue* creator : AsList(json.Find("creator")))
      note.user = creator->is_text() ? creator->text() : std::string(creator->TextOf("name"));
  note.text = json.TextOf("text");
  for (const JsonValue* tag : AsList(json.Find("tags")))
    if (tag->is_text()) note.tags.push_back(tag->text());
  const auto references = AsList(json.Find("references"));
  if (!references.empty() && references[0]->is_text()) note.reply_to = references[0]->text();
  if (json.TextOf("motivation") == "replying" && note.reply_to.empty())
    note.reply_to = TextOrFirst(json.Find("target"));
  const std::string_view group = json.TextOf("group");
  note.in_group = !group.empty() && group != "__world__";
  if (const JsonValue* document = json.Find("document"))
    note.title = TextOrFirst(document->Find("title"));
  for (const JsonValue* body : AsList(json.Find("body"))) {
    if (body->is_text()) continue;  // A page elsewhere.
    const std::string value(body->TextOf("value"));
    if (body->TextOf("purpose") == "tagging")
      note.tags.push_back(value);
    else if (!value.empty() && body->TextOf("format") != "application/json")
      note.text += (note.text.empty() ? "" : " ") + value;
  }
  const auto targets = AsList(json.Find("target"));
  if (!targets.empty()) {
    const JsonValue& target = *targets[0];
    if (target.is_text()) {
      if (note.uri.empty()) note.uri = target.text();
    } else {
      if (note.uri.empty()) {
        const JsonValue* source = target.Find("source");
        note.uri = source != nullptr && source->is_object() ? std::string(source->TextOf("id"))
                                                            : TextOrFirst(source);
      }
      for (const JsonValue* selector : AsList(target.Find("selector")))
        if (selector->is_object()) ReadSelector(*selector, &note);
    }
  }
  return note;
}

bool GatherNotes(const JsonValue& root, int depth, std::vector<const JsonValue*>* out) {
  if (depth > 4) return false;
  if (root.is_list()) {
    bool any = false;
    for (const JsonValue& item : root.items()) any = GatherNotes(item, depth + 1, out) || any;
    return any || root.items().empty();
  }
  if (!root.is_object()) return false;
  for (const char* holder : {"annotations", "rows", "items", "first"})
    if (const JsonValue* inner = root.Find(holder);
        inner != nullptr && (inner->is_list() || inner->is_object()))
      return GatherNotes(*inner, depth + 1, out);
  if (root.Find("target") == nullptr && root.Find("uri") == nullptr) return false;
  out->push_back(&root);
  return true;
}

}  // namespace proviso::exchange
