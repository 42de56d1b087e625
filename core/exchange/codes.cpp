#include "core/exchange/codes.h"

#include <array>
#include <utility>

namespace proviso::exchange {
namespace {

constexpr std::array<std::string_view, 6> kKinds{"topic", "about", "holder",
                                                 "level", "act",   "skip"};

}  // namespace

CodeUse UseOf(const io::JsonValue& map, std::string_view path, std::string_view name,
              CodeUse otherwise) {
  const io::JsonValue* codes = map.Find("codes");
  if (codes == nullptr) return otherwise;
  const io::JsonValue* entry = codes->Find(path);
  std::size_t longest = 0;
  if (entry == nullptr)
    for (const io::JsonValue::Member& one : codes->members()) {
      std::string_view pattern = one.first;
      if (pattern.empty() || pattern.back() != '*') continue;
      pattern.remove_suffix(1);
      if (path.substr(0, pattern.size()) != pattern || pattern.size() + 1 <= longest) continue;
      longest = pattern.size() + 1;
      entry = &one.second;
    }
  if (entry == nullptr) return otherwise;
  for (std::size_t i = 0; i < kKinds.size(); ++i)
    if (const io::JsonValue* value = entry->Find(kKinds[i]))
      return {static_cast<CodeUse::Kind>(i), value->is_text() ? value->text() : std::string(name)};
  return otherwise;
}

io::JsonValue EntryOf(const CodeUse& use, std::string_view name) {
  io::JsonValue entry = io::JsonValue::Object();
  entry.Set(kKinds[static_cast<std::size_t>(use.kind)],
            use.words == name ? io::JsonValue::Boolean(true) : io::JsonValue(use.words));
  return entry;
}

CodeMap::CodeMap(io::JsonValue* map) : codes_(&map->Set("codes", io::JsonValue::Object())) {}

void CodeMap::Tell(const std::string& path, const CodeUse& use, std::string_view name) {
  if (told_.insert(path).second) codes_->members().emplace_back(path, EntryOf(use, name));
}

void CodedStretch::Take(const CodeUse& use) {
  switch (use.kind) {
    case CodeUse::Kind::kTopic:
      topics.push_back(use.words);
      break;
    case CodeUse::Kind::kAbout:
      about.push_back(use.words);
      break;
    case CodeUse::Kind::kHolder:
      holder = use.words;
      break;
    case CodeUse::Kind::kLevel:
      level = use.words;
      break;
    case CodeUse::Kind::kAct:
      act = use.words;
      break;
    case CodeUse::Kind::kNothing:
      break;
  }
}

}  // namespace proviso::exchange
