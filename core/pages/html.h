#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace proviso::view {

/// An attribute; one whose value is empty is left out.
struct Attribute {
  std::string_view name;
  std::string_view value;
};
using Attributes = std::initializer_list<Attribute>;

/// The `dir` of what says `text`: "auto" where something in it runs from right to left, else none,
/// for pages are in English, and hundreds of it would be a good part of a page in one file.
std::string_view DirectionOf(std::string_view text);

/// Writes HTML. Whatever comes from data passes `EncodeHtml`; names of elements and attributes come
/// from this program alone, so nothing in a dataset can become markup.
class Html {
 public:
  void Open(std::string_view element, Attributes attributes = {});
  void Close();
  void Text(std::string_view text);
  /// An element that holds only text.
  void Leaf(std::string_view element, std::string_view text, Attributes attributes = {});
  /// An element that cannot hold anything.
  void Empty(std::string_view element, Attributes attributes = {});
  /// A block of JSON for programs that read pages; no "<" is left in it, so it ends where it
  /// should.
  void Data(std::string_view type, std::string_view json);
  void Doctype() { out_ += "<!doctype html>\n"; }
  void Line() { out_ += '\n'; }

  std::string Take() { return std::move(out_); }
  const std::string& str() const { return out_; }

 private:
  void Begin(std::string_view element, Attributes attributes);

  std::string out_;
  std::vector<std::string_view> open_;
};

/// An element that is open as long as this lives, so that blocks of the program nest as the page
/// does.
class Within {
 public:
  Within(Html& html, std::string_view element, Attributes attributes = {}) : html_(html) {
    html_.Open(element, attributes);
  }
  ~Within() { html_.Close(); }
  Within(const Within&) = delete;
  Within& operator=(const Within&) = delete;

 private:
  Html& html_;
};

}  // namespace proviso::view
