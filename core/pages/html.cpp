#include "core/pages/html.h"

#include "core/base/safe_text.h"
#include "core/base/text.h"

namespace proviso::view {

std::string_view DirectionOf(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = NextCodePoint(text, &at);
    // The blocks that Unicode keeps for such scripts.
    if ((c >= 0x590 && c <= 0x8ff) || (c >= 0xfb1d && c <= 0xfdff) ||
        (c >= 0xfe70 && c <= 0xfeff) || (c >= 0x10800 && c <= 0x10fff) ||
        (c >= 0x1e800 && c <= 0x1efff))
      return "auto";
  }
  return {};
}

void Html::Begin(std::string_view element, Attributes attributes) {
  out_ += '<';
  out_ += element;
  for (const Attribute& attribute : attributes) {
    if (attribute.value.empty()) continue;
    out_ += ' ';
    out_ += attribute.name;
    out_ += "=\"";
    out_ += EncodeHtml(attribute.value);
    out_ += '"';
  }
  out_ += '>';
}

void Html::Open(std::string_view element, Attributes attributes) {
  Begin(element, attributes);
  open_.push_back(element);
}

void Html::Close() {
  out_ += "</";
  out_ += open_.back();
  out_ += '>';
  open_.pop_back();
}

void Html::Text(std::string_view text) { out_ += EncodeHtml(text); }

void Html::Leaf(std::string_view element, std::string_view text, Attributes attributes) {
  Open(element, attributes);
  Text(text);
  Close();
}

void Html::Empty(std::string_view element, Attributes attributes) { Begin(element, attributes); }

void Html::Data(std::string_view type, std::string_view json) {
  Open("script", {{"type", type}});
  for (const char c : json) {
    if (c == '<')
      out_ += "\\u003c";
    else
      out_ += c;
  }
  Close();
}

}  // namespace proviso::view
