#include "core/exchange/qda_codes.h"

#include <utility>

#include "core/base/text.h"
#include "core/exchange/taken.h"

namespace proviso::exchange {

std::string GuidKey(std::string_view guid) {
  std::string key;
  for (const char c : guid)
    if (c != '{' && c != '}' && c != ' ')
      key += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return key;
}

std::size_t CountOf(const pugi::xml_node& parent, std::string_view name) {
  std::size_t count = 0;
  ForEachChild(parent, name, [&](const pugi::xml_node&) { ++count; });
  return count;
}

const QdaCode* CodeBook::Find(std::string_view guid) const {
  const auto found = by_guid_.find(GuidKey(guid));
  return found == by_guid_.end() ? nullptr : &codes_[found->second];
}

void CodeBook::Read(const pugi::xml_node& parent, const std::string& path) {
  ForEachChild(parent, "Code", [&](const pugi::xml_node& node) {
    QdaCode code;
    code.name = TakenMaker::Clean(AttributeOf(node, "name"), kGlossLength);
    // Sixty levels of long names would be paths of megabytes.
    code.path = path.empty() ? code.name : TakenMaker::Clean(path + "/" + code.name, kGlossLength);
    code.gloss = TakenMaker::Clean(WordsIn(ChildOf(node, "Description")), kGlossLength);
    code.leaf = !ChildOf(node, "Code");
    by_guid_.emplace(GuidKey(AttributeOf(node, "guid")), codes_.size());
    const std::string below = code.path;
    codes_.push_back(std::move(code));
    Read(node, below);
  });
}

CodeUse UsualUse(const QdaCode& code, bool ours) {
  const std::size_t slash = code.path.find('/');
  const std::string_view group = std::string_view(code.path).substr(0, slash);
  if (ours && slash != std::string::npos) {
    const std::string rest = code.path.substr(slash + 1);
    if (group == "About") return {CodeUse::Kind::kAbout, rest};
    if (group == "Holder") return {CodeUse::Kind::kHolder, rest};
    if (group == "How firmly") return {CodeUse::Kind::kLevel, rest};
    if (group == "Act") return {CodeUse::Kind::kAct, rest};
    if (group == "Topic") return {CodeUse::Kind::kTopic, rest};
  }
  // A topic's name keeps its groups: "Threat / Strike".
  std::string label;
  for (const char c : code.path) label += c == '/' ? std::string(" / ") : std::string(1, c);
  return {CodeUse::Kind::kTopic, CountCodePoints(label) <= kLabelLength ? label : code.name};
}

}  // namespace proviso::exchange
