#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/author/begin_field.h"
#include "core/base/result.h"
#include "core/edit/apply.h"
#include "core/io/json_value.h"
#include "core/locate/locate.h"
#include "core/voice/library.h"
#include "core/words/say.h"

namespace proviso::view {

/// A dataset to begin with: a text, and nothing coded in it yet.
struct Begun {
  std::string bytes;     ///< Canonical.
  std::string document;  ///< The id of the text.
  std::string coder;     ///< Whose initials numbered ids carry.
};

/// What is made of the words that somebody gave.
///
/// `taken`: ids of datasets that are kept already, so that none is written over.
/// Errors: line, with what is missing or cannot be read; those of `io::Load`.
Result<Begun> BeginDataset(const BeginWords& words, const Say& say,
                           const std::function<bool(const std::string&)>& taken);

/// A further text of a dataset: the steps that put it, and whoever wrote it, if nobody is known by
/// that name.
struct AddedText {
  std::string document;
  std::vector<edit::Step> steps;
};
/// Errors: line, with what is missing or cannot be read, or where the text is there already.
Result<AddedText> AddDocument(const Library& library, const BeginWords& words);

/// The paragraphs of a text as a dataset holds them.
io::JsonValue ContentOf(const locate::ReaderText& text,
                        const std::vector<locate::Place>& paragraphs);

/// What a text looks like before it is taken in.
struct TextShape {
  std::vector<locate::Place> paragraphs;
  std::size_t sentences = 0;
  std::string heading;  ///< The first paragraph, if it is a heading.
};
/// None for bytes that are no text.
TextShape ShapeOf(const std::string& text, const std::string& language);

}  // namespace proviso::view
