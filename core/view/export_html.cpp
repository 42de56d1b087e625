#include "core/view/export_html.h"

#include "core/view/safe_text.h"

namespace proviso::view {

std::string EncodeHtml(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : VisibleText(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
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

}  // namespace proviso::view
