#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"

namespace proviso::view {

// English stands in the code and is the key: `say("Undid: {0}", {done})`. Every sentence is one
// template, so that another language can order its words as it must; nothing is glued from pieces.
// A key may end in "##" and a remark, which is never shown: it tells two uses of the same English
// apart, or tells a translator what stands there. Source: web/words/README.md.

/// The words of one language, as web/words/<language>.json has them.
///
/// One buffer and one sorted vector over it: some 1,300 templates cost 100 kB and one allocation
/// each. A map of strings was the other way, with a node and two strings a template.
class Catalogue {
 public:
  /// Reads a catalogue, wherever it comes from: a file with a form that its language does not have,
  /// a placeholder that the English lacks, or a character that could hide or reorder what stands
  /// around it is refused as a whole.
  ///
  /// Errors: "syntax", "limit" or "words", with the place and what to do.
  static Result<std::shared_ptr<const Catalogue>> Read(std::string_view json);

  const std::string& language() const { return language_; }  ///< As BCP 47 has it: "de".
  const std::string& name() const { return name_; }          ///< In the language: "Deutsch".
  bool reviewed() const { return reviewed_; }                ///< By somebody who speaks it well.

  /// The translation of `key`; none: empty.
  std::string_view Find(std::string_view key, std::size_t form = 0) const;
  /// Which form of a counted template the language uses for `count`.
  std::size_t FormOf(std::size_t count) const;

 private:
  /// How many forms a counted template has, and when each is used.
  enum class Plural : std::uint8_t {
    kSame,   ///< One form: Chinese.
    kOne,    ///< One for 1, another for all else: English, German.
    kSlavic  ///< For 1, 21, 31 …; for 2 to 4, 22 …; for all else: Russian.
  };
  struct Entry {
    std::uint32_t key = 0, key_size = 0, text = 0, text_size = 0, form = 0;
  };
  std::string_view KeyOf(const Entry& entry) const {
    return std::string_view(bytes_).substr(entry.key, entry.key_size);
  }
  class Reader;

  std::string language_, name_;
  bool reviewed_ = false;
  Plural plural_ = Plural::kOne;
  std::string bytes_;
  std::vector<Entry> entries_;  ///< By key, then form.
};

/// The language of the interface: English, or a catalogue over it. Cheap to copy; English stands in
/// for what a catalogue lacks.
class Say {
 public:
  using Args = std::initializer_list<std::string_view>;

  Say() = default;
  explicit Say(std::shared_ptr<const Catalogue> catalogue) : catalogue_(std::move(catalogue)) {}

  /// The words of `key`, with {0} … {9} replaced.
  std::string operator()(std::string_view key, Args args = {}) const;

  /// The same with a number: {0} is `count`, `args` follow from {1}. The catalogue has it as
  /// "one|many".
  std::string Counted(std::size_t count, std::string_view one, std::string_view many,
                      Args args = {}) const;

  /// "a", "a and b", "a, b and c"; `last` is the template that adds the last.
  std::string Join(const std::vector<std::string>& words,
                   std::string_view last = "{0} and {1}") const;

  /// `parts` one after the other, each two through `pair`; empty ones are left out.
  std::string Chain(std::string_view pair, const std::vector<std::string>& parts) const;

  /// “text”
  std::string Quoted(std::string_view text) const { return (*this)("“{0}”", {text}); }

  /// The words of `key` as they stand inside a sentence: "More likely" as "more likely". A
  /// catalogue may have the English with a small letter as a key of its own, where a noun keeps its
  /// capital.
  std::string Inside(std::string_view key) const;

  /// `text` with a capital at its beginning, where its script has them.
  std::string Capital(std::string_view text) const;

  std::string_view language() const {
    return catalogue_ ? std::string_view(catalogue_->language()) : "en";
  }
  bool reviewed() const { return !catalogue_ || catalogue_->reviewed(); }

  friend bool operator==(const Say& a, const Say& b) { return a.catalogue_ == b.catalogue_; }

 private:
  std::shared_ptr<const Catalogue> catalogue_;
};

/// Marks a key that other code passes to `Say`, for the tool that collects keys.
constexpr std::string_view Key(std::string_view english) { return english; }

}  // namespace proviso::view
