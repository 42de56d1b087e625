#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/author/begin_field.h"
#include "core/author/coding_field.h"
#include "core/locate/locate.h"
#include "core/model/dataset.h"

namespace proviso::view {

struct OwnVersion;

// A dataset that is being made. There is no mutable model: an edit changes records, the whole is
// checked and becomes a new `Library` (core/edit/apply.h), and undo keeps bytes.

/// What the dataset's bytes are, and what a coder needs beside them.
struct Project {
  std::string bytes;  ///< Canonical.
  std::uint32_t version =
      0;                     ///< Of the bytes; undo goes back to earlier ones. 0: as it was opened.
  std::uint32_t newest = 0;  ///< The highest version given so far.
  std::string saved;         ///< The bytes' digest when a file was last made; empty: never.
};
using ProjectPtr = std::shared_ptr<const Project>;

/// The form of a record, as far as it is open.
struct Editing {
  std::string record;          ///< Whose form is open; empty: none, or a new record's.
  std::optional<Table> fresh;  ///< The table of a record that is yet to be.
  std::map<std::string, std::string> typed;  ///< Words of fields that are not taken yet, by path.
  std::map<std::string, std::string> problems;  ///< What is wrong with them, by path.
  std::string typing;     ///< The field that is typed in; it is taken when it is left.
  std::string open;       ///< The field whose list of words is open.
  std::string added;      ///< The list of objects that has an empty item at its end.
  bool removing = false;  ///< What goes with the record is shown, and asked.
  bool joining = false;   ///< The record to join it with is asked for.
  bool info = false;      ///< In the place of a record: what the dataset says of itself.
  /// Of two codings: `record` is a pair of which a version of one's own is written.
  std::shared_ptr<const OwnVersion> own;
  std::string noting;  ///< The row of two codings whose note is typed.

  bool shown() const { return !record.empty() || fresh.has_value(); }
  bool open_for_typing() const { return shown() || info || !noting.empty(); }
};

/// A line that a coder writes: what is understood stands as chips before what is typed.
struct CodeLine {
  std::string taken, typed;
  bool own = false;  ///< The coder has changed it; else it is proposed anew with the mark.
};

/// Where a coder stands in a text.
struct Coding {
  bool shown = false;                 ///< Sources shows the text to be coded.
  std::string document;               ///< Whose text is marked, and what is written is about.
  std::optional<locate::Place> mark;  ///< Norm-1 code points, from a letter to a letter.
  bool from_end = false;              ///< The edge that Shift and an arrow move is the start.
  std::vector<locate::Place> more;    ///< Further passages of the claim that is written.
  bool writing = false;               ///< The four fields are open.
  CodeField field = CodeField::kWho;
  std::array<CodeLine, kCodeFieldCount> lines;  ///< kFirm: a word of the format in `taken`.
  std::vector<std::string> hedges;              ///< The cues that the proposed level comes from.
  std::string draft;                            ///< The draft that is gone on with.
  std::array<std::string, kCodeFieldCount> problems;
  std::string coder;      ///< Whose initials numbered ids carry.
  std::size_t match = 0;  ///< The match that Enter takes.
};

/// A text from which a dataset is to be made.
struct Beginning {
  bool shown = false;
  bool adding = false;  ///< It becomes a further text of the dataset that is open.
  BeginWords words;
  std::string problem;  ///< Why it cannot be made yet.
};

/// A dataset that was begun here and is kept by the platform.
struct KeptWork {
  std::string key, title;
};

}  // namespace proviso::view
