#include "core/exchange/xml.h"

#include <algorithm>
#include <utility>

#include "core/base/text.h"

namespace proviso::exchange {
namespace {

constexpr int kDeepest = 64;
constexpr std::size_t kMostNodes = 4'000'000;

bool TooDeep(const pugi::xml_node& root) {
  int depth = 0;
  pugi::xml_node node = root;
  while (node) {
    if (node.first_child()) {
      node = node.first_child();
      if (++depth > kDeepest) return true;
      continue;
    }
    while (node && node != root && !node.next_sibling()) {
      node = node.parent();
      --depth;
    }
    if (!node || node == root) return false;
    node = node.next_sibling();
  }
  return false;
}

}  // namespace

Problem CallProblem(std::string rule, std::string remedy) {
  Problem problem;
  problem.code = "call";
  problem.rule = std::move(rule);
  problem.remedy = std::move(remedy);
  return problem;
}

Problem PlacedProblem(const char* code, std::string_view bytes, std::size_t offset,
                      std::string rule, std::string remedy) {
  Problem problem = CallProblem(std::move(rule), std::move(remedy));
  problem.code = code;
  const std::string_view before = bytes.substr(0, std::min(offset, bytes.size()));
  const std::size_t line = before.rfind('\n') + 1;  // npos + 1 is 0.
  problem.line = static_cast<std::uint32_t>(1 + std::count(before.begin(), before.end(), '\n'));
  problem.column = 1;
  for (const char c : before.substr(line))
    if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) ++problem.column;
  return problem;
}

Result<bool> ReadXml(std::string_view bytes, pugi::xml_document* document) {
  // Elements and attributes, whatever the encoding: a tree takes ten times the bytes of "<a/>".
  const std::size_t nodes = static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '<') +
                                                     std::count(bytes.begin(), bytes.end(), '='));
  if (nodes > kMostNodes)
    return PlacedProblem("limit", bytes, 0,
                         "The XML has more than four million elements and attributes.",
                         "Divide the project where it was made.");
  const pugi::xml_parse_result read = document->load_buffer(
      bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata | pugi::parse_doctype,
      pugi::encoding_auto);
  if (!read)
    return PlacedProblem(
        "syntax", bytes, static_cast<std::size_t>(std::max<std::ptrdiff_t>(read.offset, 0)),
        "This is no XML, or it is damaged: " + std::string(read.description()) + ".",
        "Export it again from where it was made.");
  for (const pugi::xml_node& node : document->children())
    if (node.type() == pugi::node_doctype)
      return PlacedProblem("syntax", bytes, std::min(bytes.find("<!DOCTYPE"), bytes.size()),
                           "The XML has a DOCTYPE, which is not read.",
                           "Take the line out: what it declares could reach outside the file.");
  if (TooDeep(*document))
    return PlacedProblem("limit", bytes, 0, "The XML is more than 64 levels deep.",
                         "Export it again with fewer levels.");
  const std::string_view spelt = document->document_element().name();
  if (spelt.empty())
    return PlacedProblem("syntax", bytes, bytes.size(), "The XML has no element.",
                         "Export it again from where it was made.");
  return true;
}

std::string_view LocalName(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  const std::size_t colon = name.find(':');
  return colon == name.npos ? name : name.substr(colon + 1);
}

pugi::xml_node ChildOf(const pugi::xml_node& parent, std::string_view name) {
  for (pugi::xml_node child = parent.first_child(); child; child = child.next_sibling())
    if (LocalName(child) == name) return child;
  return {};
}

std::string_view AttributeOf(const pugi::xml_node& node, std::string_view name) {
  for (pugi::xml_attribute one = node.first_attribute(); one; one = one.next_attribute()) {
    const std::string_view full = one.name();
    const std::size_t colon = full.find(':');
    if ((colon == full.npos ? full : full.substr(colon + 1)) == name) return one.value();
  }
  return {};
}

std::string WordsIn(const pugi::xml_node& node) {
  std::string words;
  for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata)
      words += child.value();
    else
      words += WordsIn(child);
  }
  return words;
}

std::string XmlText(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const auto byte = static_cast<unsigned char>(c);
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else if (c == '\n')
      out += "&#10;";
    else if (c == '\t')
      out += "&#9;";
    else if (byte < 0x20 || byte == 0x7F)
      out += "\xEF\xBF\xBD";
    else if (byte == 0xEF && i + 2 < text.size() &&
             static_cast<unsigned char>(text[i + 1]) == 0xBF &&
             static_cast<unsigned char>(text[i + 2]) >= 0xBE)
      out += "\xEF\xBF\xBD", i += 2;  // U+FFFE and U+FFFF.
    else
      out += c;
  }
  return out;
}

}  // namespace proviso::exchange
