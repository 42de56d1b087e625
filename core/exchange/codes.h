#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/io/json_value.h"

namespace proviso::exchange {

/// What a code or a tag of another tool is taken for.
struct CodeUse {
  enum class Kind { kTopic, kAbout, kHolder, kLevel, kAct, kNothing } kind = Kind::kTopic;
  std::string words;  ///< The topic's name, what a claim is about, who holds it, how firmly …
};

/// What `map` (of `--map`) says of the code with this path ("Threat/Strike"): the entry of this
/// path, else that of the longest "…/*" that fits, else `otherwise`. An entry is an object with one
/// of "topic", "about", "holder", "level", "act", "skip"; true stands for the code's own name.
CodeUse UseOf(const io::JsonValue& map, std::string_view path, std::string_view name,
              CodeUse otherwise);

/// The entry that says so.
io::JsonValue EntryOf(const CodeUse& use, std::string_view name);

/// The entries of a map that is being guessed: the first use of each path.
class CodeMap {
 public:
  /// Puts "codes" into `map`, which must stay where it is.
  explicit CodeMap(io::JsonValue* map);
  void Tell(const std::string& path, const CodeUse& use, std::string_view name);

 private:
  io::JsonValue* codes_;
  std::set<std::string> told_;  ///< A tree of JSON would look at all of them for each.
};

/// What the codes of one stretch of text say together.
struct CodedStretch {
  std::vector<std::string> about, topics;
  std::string holder, level, act;

  void Take(const CodeUse& use);
};

}  // namespace proviso::exchange
