#pragma once

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "core/locate/locate.h"

namespace proviso::locate {

/// Codes passages of a text as a coder would: one document, its passages named by their wording.
class Coder {
 public:
  explicit Coder(std::string_view text) : text_(*ReadText(text)) {
    Document document;
    document.id = "d-text";
    document.text.code_points = static_cast<std::uint32_t>(text_.norm1.size());
    document.text.sha256 = dataset.arena.Keep(TextDigest(text_));
    dataset.documents.push_back(document);
  }

  /// Adds the first place at which `wording` stands.
  void Add(std::string_view wording, bool with_sketch = true) {
    const std::u32string wanted = Norm1(wording);
    const std::size_t at = text_.norm1.find(wanted);
    REQUIRE(at != std::u32string::npos);
    AddRange(static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + wanted.size()),
             with_sketch);
  }

  void AddRange(std::uint32_t start, std::uint32_t end, bool with_sketch = true) {
    const auto locator = MakeLocator(text_, start, end);
    REQUIRE(locator.ok());
    Passage passage;
    passage.document = DocumentId(0);
    passage.start = locator->start;
    passage.end = locator->end;
    passage.letters = locator->letters;
    passage.sha256 = dataset.arena.Keep(locator->sha256);
    std::vector<Text> sketch;
    for (const std::string& hash : locator->sketch) sketch.push_back(dataset.arena.Keep(hash));
    if (with_sketch) passage.sketch = dataset.arena.Keep(sketch);
    dataset.passages.push_back(passage);
  }

  Report Check(std::string_view copy) const {
    const auto text = ReadText(copy);
    REQUIRE(text.ok());
    return Locate(dataset, DocumentId(0), *text);
  }

  const ReaderText& text() const { return text_; }

  Dataset dataset;

 private:
  ReaderText text_;
};

/// The verdicts of a report in order, a letter each: f m ? a - u.
inline std::string Verdicts(const Report& report) {
  std::string letters;
  for (const Finding& finding : report.findings)
    letters += "ufm?a-"[static_cast<std::size_t>(finding.verdict)];
  return letters;
}

/// What stands at a place of a reader's copy, in norm-1.
inline std::string At(std::string_view copy, const Place& place) {
  return ToUtf8(std::u32string_view(Norm1(copy)).substr(place.start, place.end - place.start));
}

inline std::string Replace(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

inline std::string ReplaceAll(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
  return text;
}

}  // namespace proviso::locate
