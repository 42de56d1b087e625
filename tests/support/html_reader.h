#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace proviso::test {

/// An element of a page that was read back, in the order of the page.
struct Element {
  std::string name;
  std::map<std::string, std::string> attributes;
  std::string parent;
  std::string text;  ///< All text inside it, decoded.
};

/// A page read as strictly as it is written: every attribute quoted, every element closed in its
/// turn, no stray mark of markup in text.
struct Page {
  std::vector<Element> elements;
  std::vector<std::string> faults;

  const Element* First(std::string_view name) const {
    for (const Element& element : elements)
      if (element.name == name) return &element;
    return nullptr;
  }
  std::size_t Count(std::string_view name) const {
    return static_cast<std::size_t>(
        std::count_if(elements.begin(), elements.end(),
                      [name](const Element& element) { return element.name == name; }));
  }
};

class HtmlReader {
 public:
  explicit HtmlReader(std::string_view html) : html_(html) {}

  Page Read() {
    constexpr std::string_view kDoctype = "<!doctype html>";
    if (html_.substr(0, kDoctype.size()) == kDoctype) at_ = kDoctype.size();
    while (at_ < html_.size() && page_.faults.size() < 10) {
      if (html_[at_] != '<') {
        ReadText();
      } else if (html_.substr(at_, 2) == "</") {
        ReadEnd();
      } else {
        ReadStart();
      }
    }
    for (const std::size_t open : open_) Fault("never closed: " + page_.elements[open].name);
    return std::move(page_);
  }

 private:
  void Fault(const std::string& what) {
    page_.faults.push_back(what + " at " + std::to_string(at_) + ": " +
                           std::string(html_.substr(at_, 60)));
  }

  std::string Decode(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '>' || text[i] == '<' || text[i] == '"' || text[i] == '\'')
        Fault("bare mark in text");
      if (text[i] != '&') {
        out += text[i];
        continue;
      }
      const std::size_t end = text.find(';', i);
      const std::string_view name =
          end == std::string_view::npos ? "" : text.substr(i + 1, end - i - 1);
      if (name == "amp")
        out += '&';
      else if (name == "lt")
        out += '<';
      else if (name == "gt")
        out += '>';
      else if (name == "quot")
        out += '"';
      else if (name == "#39")
        out += '\'';
      else
        Fault("unknown reference");
      if (end != std::string_view::npos) i = end;
    }
    return out;
  }

  void ReadText() {
    const std::size_t end = std::min(html_.find('<', at_), html_.size());
    const std::string text = Decode(html_.substr(at_, end - at_));
    for (const std::size_t open : open_) page_.elements[open].text += text;
    at_ = end;
  }

  void ReadEnd() {
    const std::size_t end = html_.find('>', at_);
    const std::string name(html_.substr(at_ + 2, end - at_ - 2));
    if (open_.empty() || page_.elements[open_.back()].name != name)
      Fault("closes what is not open");
    else
      open_.pop_back();
    at_ = end + 1;
  }

  static bool IsName(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || (c >= 'A' && c <= 'Z');
  }

  std::string ReadName() {
    const std::size_t from = at_;
    while (at_ < html_.size() && IsName(html_[at_])) ++at_;
    if (at_ == from) {
      Fault("no name");
      ++at_;
    }
    return std::string(html_.substr(from, at_ - from));
  }

  void ReadStart() {
    ++at_;
    Element element;
    element.name = ReadName();
    while (at_ < html_.size() && html_[at_] == ' ') {
      ++at_;
      const std::string name = ReadName();
      if (html_.substr(at_, 2) != "=\"") {
        Fault("attribute without a quoted value");
        break;
      }
      const std::size_t end = html_.find('"', at_ + 2);
      if (!element.attributes.emplace(name, Decode(html_.substr(at_ + 2, end - at_ - 2))).second)
        Fault("attribute twice");
      at_ = end + 1;
    }
    if (at_ >= html_.size() || html_[at_] != '>') Fault("tag without an end");
    ++at_;
    if (!open_.empty()) element.parent = page_.elements[open_.back()].name;
    CheckPlace(element);
    const bool empty = element.name == "meta" || element.name == "link";
    const bool raw = element.name == "script";
    page_.elements.push_back(std::move(element));
    if (raw) {  // No reference is one there; it ends at the first "</".
      const std::size_t end = std::min(html_.find("</", at_), html_.size());
      page_.elements.back().text = std::string(html_.substr(at_, end - at_));
      at_ = end;
    }
    if (!empty) open_.push_back(page_.elements.size() - 1);
  }

  static bool OneOf(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
  }

  /// The part of HTML's content model that browsers repair silently.
  void CheckPlace(const Element& element) {
    const bool phrasing = OneOf(element.name, {"a", "em", "strong", "span", "code", "svg", "path"});
    if (OneOf(element.parent, {"p", "h1", "h2", "h3", "h4", "a", "span", "em", "strong", "code"}) &&
        !phrasing)
      Fault("block in a " + element.parent);
    if (OneOf(element.parent, {"ul", "ol"}) && element.name != "li") Fault("list without an item");
    if (element.name == "li" && !OneOf(element.parent, {"ul", "ol"})) Fault("item without a list");
    if (element.parent == "dl" && element.name != "div") Fault("dl without a div");
    if (element.parent == "tr" && !OneOf(element.name, {"th", "td"})) Fault("row without a cell");
    if (element.name != "a") return;
    for (const std::size_t open : open_)
      if (page_.elements[open].name == "a") Fault("link in a link");
  }

  std::string_view html_;
  std::size_t at_ = 0;
  Page page_;
  std::vector<std::size_t> open_;
};

inline Page ReadHtml(std::string_view html) { return HtmlReader(html).Read(); }

}  // namespace proviso::test
