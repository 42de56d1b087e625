#pragma once

#include <cstddef>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace proviso::exchange {

Problem CallProblem(std::string rule, std::string remedy);
/// What is wrong with a file, at a byte of it.
Problem PlacedProblem(const char* code, std::string_view bytes, std::size_t offset,
                      std::string rule, std::string remedy);

/// Reads XML without anything that reaches outside it.
/// Errors: syntax, with line and column, for what is none and for a DOCTYPE; limit over 64 levels,
///         and over four million elements and attributes.
Result<bool> ReadXml(std::string_view bytes, pugi::xml_document* document);

/// The name without the prefix of its namespace, which programs choose as they like.
std::string_view LocalName(const pugi::xml_node& node);
/// The first child of that local name, or none.
pugi::xml_node ChildOf(const pugi::xml_node& parent, std::string_view name);
/// The attribute of that local name, or nothing.
std::string_view AttributeOf(const pugi::xml_node& node, std::string_view name);
/// The words in a node and everything below it.
std::string WordsIn(const pugi::xml_node& node);

template <class Use>
void ForEachChild(const pugi::xml_node& parent, std::string_view name, const Use& use) {
  for (pugi::xml_node child = parent.first_child(); child; child = child.next_sibling())
    if (LocalName(child) == name) use(child);
}

/// `text` as it stands between tags, or in an attribute in double quotation marks. What XML cannot
/// hold (control characters) becomes U+FFFD.
std::string XmlText(std::string_view text);

}  // namespace proviso::exchange
