#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/io/json_value.h"
#include "core/state/action.h"
#include "core/state/session.h"
#include "core/voice/voice.h"

namespace proviso::view {

/// One thing that is wrong with a file.
struct ProblemLine {
  bool error = false;
  std::string record;  ///< "claims, record 18"; "the file" for the whole.
  std::string place;   ///< "line 412, column 7 · /claims/17/modality"; or empty.
  std::string rule, remedy;
  std::string cell;   ///< Of a sheet: "claims!F7", which can be corrected here; or empty.
  std::string words;  ///< What is to be read there.
};

/// A code of another tool, and what it is taken for.
struct CodeChoice {
  std::string path;
  struct Use {
    std::string kind, label;  ///< "topic", "Topic"
    bool chosen = false;
    SetImport choose;
  };
  std::vector<Use> uses;
};

/// The dialog in which another dataset is opened.
struct OpenModel {
  std::string title;  ///< "Open a dataset"; "Not opened: 2 errors"; "Open with 3 warnings?"
  std::string lead;
  std::vector<std::string> told;   ///< What became of another tool's file, a sentence each.
  float share = -1;                ///< Of a file that is being read; below 0: none is.
  std::vector<ProblemLine> lines;  ///< Errors first; at most `kProblemsShown`.
  std::vector<CodeChoice> codes;   ///< At most `kProblemsShown`.
  std::string codes_more;          ///< "and 12 more"; or empty.
  std::string corrected;           ///< How many cells are read otherwise than they stand; or empty.
  std::string more;                ///< "and 62 more"; or empty.
  std::vector<Action> actions;
};
inline constexpr std::size_t kProblemsShown = 40;

OpenModel BuildOpenModel(const Library& library, const Session& session);

/// What a page tells of another tool's file: what it was, what was taken of it and left out, what
/// is wrong where; of the same file read `before`, what was said of it stays said.
/// Source: core/exchange/import_file.h, `ImportedJson`.
Opening OpeningOf(const io::JsonValue& report, const Opening* before = nullptr);

/// "169 claims, 46 links, 75 actors and 2 texts".
std::string CountsWords(const Dataset& dataset, const Say& say = {});

}  // namespace proviso::view
