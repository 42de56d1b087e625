#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/canvas/frame.h"
#include "core/window/keys.h"

namespace proviso::view {

// What a page and an explorer say to each other, as JSON. Source: web/README.md, "Messages".

/// What a page tells an explorer; `kind` says which fields count.
struct Message {
  enum class Kind : std::uint8_t {
    kPress,     ///< `item`
    kText,      ///< `item`, `text`
    kFocus,     ///< `item`; empty: none; `text` "pointed": not to be scrolled into sight
    kKey,       ///< `key`
    kLink,      ///< `text`: a fragment
    kPalette,   ///< `palette`; `item`: the page's own colours, as `Colors` reads them.
    kScroll,    ///< `item`: a panel, `y`
    kExpect,    ///< `item`: "copy", "dataset", "text" or empty; `text`: the file's name; `size`.
    kProgress,  ///< `y`: the share of that file that is here.
    kRelease,   ///< The pointer and the keys left: nothing is held any more.
    kRestore,   ///< The graphics context is back.
    kHost,      ///< `text`: the page's address; `item`: the date; `address`: the dataset's;
                ///< `base`: that of the page that teaches coding.
    kNotes,     ///< `item`: the key that was asked for; `text`: what is kept under it; `base`:
                ///< what was known to be kept before.
    kUnkept,    ///< Notes cannot be kept.
    kCopied,    ///< `text`: "done" or "failed"; the last text that was to be copied.
    kSaved,     ///< `item`: a file's name; `text`: "done", "kept" (by the page), "failed" (a
                ///< picture) or "page" (which could not be had).
    kSetting,   ///< `item`: "theme", "keys", "motion", "language"; `text`: what the reader chose
                ///< before.
    kWelcome,   ///< Somebody is here for the first time: the tour is offered.
    kWords,     ///< `text`: the catalogue of a language that was asked for.
    kLimits,    ///< `text`: what `io::Lowered` reads.
    kEditing,   ///< `text`: "on" or "off"; `item`: the coder's initials, or empty.
    kWork,      ///< `item`: the key that was asked for; `text`: the dataset that was kept under it;
                ///< `address`: the digest that a file has of it; `base`: "kept", "unkept", "newer".
    kWorks,     ///< `text`: what is kept: a line each, key, tabulator, title.
    kProject,   ///< `item`, `text`, `address`: of what was kept, to be gone on with.
    kOwnText,   ///< `item`: the key; `address`: a document; `text`: its own text.
    kTyping,    ///< `item`: the key; `text`: what was being written.
    kPart,      ///< `item`: a part of the program; `text`: it comes "later", is "here" or "failed".
    kKept,      ///< Notes can be kept again.
    kRestarted,  ///< The program had to begin anew, and what was open is here again.
    kSearched    ///< The reader opened the browser's own search.
  } kind = Kind::kPress;
  std::string item, text, address, base;
  KeyPress key;
  Palette palette = Palette::kLight;
  float y = 0;
  std::uint64_t size = 0;  ///< Bytes.
};

}  // namespace proviso::view

namespace proviso {
/// The member "do" of each; web/README.md lists them with their fields, and a test holds both and
/// what the page sends against each other.
template <>
inline constexpr std::array<std::string_view, 30> kWords<view::Message::Kind>{
    "press",    "text",    "focus",   "key",    "link",      "palette", "scroll", "expect",
    "progress", "release", "restore", "host",   "notes",     "unkept",  "copied", "saved",
    "setting",  "welcome", "words",   "limits", "editing",   "work",    "works",  "project",
    "own",      "typing",  "part",    "kept",   "restarted", "searched"};
}  // namespace proviso

namespace proviso::view {

/// A file as a page hands it over: what it is for ("copy", "dataset", or empty), its name, and its
/// bytes, with a line feed after each of the first two.
struct GivenFile {
  std::string_view purpose, name, bytes;
};
std::optional<GivenFile> ParseFile(std::string_view input);

/// Reads one message, or none if it is not exactly of the form above.
std::optional<Message> ParseMessage(std::string_view json);

/// The semantic tree of a frame: panels with their items (`stop`: Tab stops there), the focus, the
/// announcement.
std::string SemanticsJson(const Frame& frame, const Session& session);

/// What an explorer tells its page, kept until the page asks.
class PageEvents {
 public:
  /// type: "copy", "open", "pick", "cursor", "ring", "theme", "keys", "motion", "language",
  /// "recall", "png", "print", "part", "take-over", "opened" (given, made or first).
  void Tell(std::string_view type, std::string_view text);
  /// type: "save" with a file's name and media type, "save-dataset" with its name and digest,
  /// "page" with its name, "notes" with their key, "copy-held" with the key and the document.
  void TellNamed(std::string_view type, std::string_view name, std::string_view media,
                 std::string_view text);
  /// The state has a new link; a new place is a step of the browser's history.
  void TellLink(std::string_view link, bool new_place);
  /// Characters that no font has yet.
  void TellGlyphs(const std::vector<char32_t>& characters);
  /// All that was told since the last call, as a JSON array.
  std::string TakeJson();

 private:
  std::vector<std::string> events_;  ///< Each one JSON object.
};

/// A report of problems as `proviso check --json` prints it, without the counts.
std::string ProblemsJson(const std::vector<Problem>& errors, const Warnings& warnings);

/// {"title", "digest", "counts"}: the open dataset, with how many records each table has.
std::string OverviewJson(const Library& library);

/// {"hits": [{"table", "id", "name"}], "nearest"?}: at most 50 records that hold `words`, best
/// first; a word that there is, if none does.
std::string FindingsJson(const Library& library, std::string_view words);

/// {"target", "answers": [{"view": [actor ids], "status", "literal"?, "direction"?}]}: every view's
/// verdict on the outcome of `state` under what it supposes; nothing if there is no outcome.
std::string VerdictsJson(const Library& library, const ViewState& state);

}  // namespace proviso::view
