#include "core/io/free_value.h"

#include <algorithm>
#include <cmath>

#include "core/base/sort.h"
#include "core/base/text.h"
#include "core/io/json_text.h"

namespace proviso::io {
namespace {

constexpr double kLargestNumber = 1e15;

/// A member of an open object: `"key":value` in the output, without a comma.
struct Member {
  std::string key;
  std::size_t start = 0;
  std::uint32_t offset = 0;
};

struct Level {
  bool object = false;
  bool first = true;
  std::size_t start = 0;  ///< Of the container in the output.
  std::vector<Member> members;
};

/// Sorts the members of the object that ends with `out`, and reports keys that occur twice.
void SortMembers(Level* level, Report* report, std::string* out) {
  std::vector<Member>& members = level->members;
  const auto by_key = [](const Member& a, const Member& b) { return a.key < b.key; };
  const auto same_key = [](const Member& a, const Member& b) { return a.key == b.key; };
  if (members.empty()) return;
  const bool sorted = std::is_sorted(members.begin(), members.end(), by_key);
  std::vector<std::size_t> ends;
  if (!sorted) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < members.size(); ++i) order.push_back(i);
    SortList(&order,
             [&members](std::size_t a, std::size_t b) { return members[a].key < members[b].key; });
    std::string text;
    for (const std::size_t i : order) {
      const std::size_t end = i + 1 < members.size() ? members[i + 1].start - 1 : out->size();
      if (!text.empty()) text += ',';
      text.append(*out, members[i].start, end - members[i].start);
    }
    out->replace(members[0].start, std::string::npos, text);
    SortList(&members, by_key);
  }
  for (auto twin = std::adjacent_find(members.begin(), members.end(), same_key);
       twin != members.end(); twin = std::adjacent_find(twin + 1, members.end(), same_key))
    ReportDuplicateKey((twin + 1)->offset, twin->key, report);
}

}  // namespace

bool Scalars::ReportTooLong(std::uint32_t offset, std::size_t size) {
  report_.Error("limit", Spot::Byte(offset),
                "This string has " + Count(size) + " bytes; a string has at most " +
                    Count(limits_.string_bytes) + ".",
                "Shorten it.");
  return false;
}

void Scalars::Recompose(std::string_view* text) {
  nfc_ = Nfc(*text);
  if (nfc_ == *text) return;
  raw_characters_ = CountCodePoints(*text);
  recomposed_ = true;
  *text = nfc_;
}

bool Scalars::Number(JsonNumber* number) {
  const std::uint32_t offset = cursor_.offset();
  if (!cursor_.Number(number)) return false;
  if (std::fabs(number->value) <= kLargestNumber) return true;
  report_.Error(
      "limit", Spot::Byte(offset),
      "This number is " + Quote(cursor_.Since(offset)) + "; numbers lie between -1e15 and 1e15.",
      "Give it in a larger unit.");
  return false;
}

void ReportDuplicateKey(std::uint32_t offset, std::string_view key, Report* report) {
  report->Error("syntax", Spot::Byte(offset),
                "The key " + Quote(key) + " occurs twice in one object; a key occurs once.",
                "Remove one of the two.");
}

bool CheckKey(std::uint32_t offset, std::string_view key, const Limits& limits, Report* report) {
  if (key.size() <= limits.string_bytes) return true;
  report->Error("limit", Spot::Byte(offset),
                "This key has " + Count(key.size()) + " bytes; a string has at most " +
                    Count(limits.string_bytes) + ".",
                "Shorten it.");
  return false;
}

void ReportTooManyKeys(std::uint32_t offset, const Limits& limits, Report* report) {
  report->Error("limit", Spot::Byte(offset),
                "This object has more than " + Count(limits.keys) +
                    " keys; an object has at most " + Count(limits.keys) + ".",
                "Divide it into several objects.");
}

bool ReadFreeValue(JsonCursor* cursor, Scalars* scalars, const Limits& limits, Report* report,
                   std::uint32_t depth, std::string* out) {
  std::vector<Level> levels;
  for (;;) {
    const std::uint32_t offset = (static_cast<void>(cursor->Peek()), cursor->offset());
    switch (cursor->Peek()) {
      case JsonCursor::Kind::kObject:
      case JsonCursor::Kind::kArray: {
        if (depth + levels.size() + 1 > limits.depth) {
          report->Error("limit", Spot::Byte(offset),
                        "Objects and lists stand " + Count(depth + levels.size() + 1) +
                            " deep in one another; at most " + Count(limits.depth) + " may.",
                        "Flatten the value.");
          return false;
        }
        const bool object = cursor->Peek() == JsonCursor::Kind::kObject;
        levels.push_back({object, true, out->size(), {}});
        cursor->Enter();
        *out += object ? '{' : '[';
        break;
      }
      case JsonCursor::Kind::kString: {
        std::string_view text;
        if (scalars->String(&text)) AppendJsonString(text, out);
        break;
      }
      case JsonCursor::Kind::kNumber: {
        JsonNumber number;
        if (scalars->Number(&number)) AppendJsonNumber(number.value, out);
        break;
      }
      case JsonCursor::Kind::kBoolean: {
        bool value = false;
        if (cursor->Boolean(&value)) *out += value ? "true" : "false";
        break;
      }
      case JsonCursor::Kind::kNull:
        if (cursor->Null()) *out += "null";
        break;
      case JsonCursor::Kind::kEnd:
        return false;
    }
    if (cursor->failed() || report->full()) return false;

    // On to the next value: out of as many containers as end here.
    for (;;) {
      if (levels.empty()) return true;
      Level& level = levels.back();
      const bool first = level.first;
      if (level.object) {
        std::string_view key;
        if (cursor->NextKey(&level.first) && cursor->ReadKey(&key)) {
          if (level.members.size() == limits.keys) {
            ReportTooManyKeys(cursor->key_offset(), limits, report);
            return false;
          }
          if (!CheckKey(cursor->key_offset(), key, limits, report)) return false;
          if (!first) *out += ',';
          level.members.push_back(
              {cursor->wide() ? Nfc(key) : std::string(key), out->size(), cursor->key_offset()});
          AppendJsonString(level.members.back().key, out);
          *out += ':';
          break;
        }
      } else if (cursor->NextElement(&level.first)) {
        if (!first) *out += ',';
        break;
      }
      if (cursor->failed()) return false;
      if (level.object) SortMembers(&level, report, out);
      *out += level.object ? '}' : ']';
      levels.pop_back();
    }
  }
}

}  // namespace proviso::io
