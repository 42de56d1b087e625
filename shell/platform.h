#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/canvas/frame.h"

namespace proviso::shell {

/// Draws a text field over an item's rectangle, and adds what was typed to the commands.
using TextField = void (*)(const view::Item& item, const view::Rect& rect,
                           view::Commands& commands);

/// What only the platform can do for the explorer. One implementation a platform, chosen by CMake.
class Platform {
 public:
  virtual ~Platform() = default;

  /// Puts `text` on the clipboard. Returns whether that was done; none: `App::Copied` tells later.
  virtual std::optional<bool> Copy(std::string_view text) = 0;

  /// Opens an address outside, after asking; only https, http and mailto are ever passed.
  virtual void OpenUrl(std::string_view url) = 0;

  /// How a text field is drawn; null where the page lays real inputs over the items' rectangles.
  virtual TextField text_field() const = 0;

  /// Lets the reader choose a file, which comes back through `App::Offer`: "copy" or "dataset".
  /// False if this platform has no way to; then files can only be dropped on the window.
  virtual bool PickFile(std::string_view what) = 0;

  /// Saves bytes under a name. Returns what to tell the reader about it, or nothing.
  virtual std::string SaveFile(const view::Say& say, std::string_view name, std::string_view type,
                               std::string_view bytes) = 0;

  /// Draws the screen, twice as fine, and saves it as PNG. False if this platform cannot.
  virtual bool SavePng(std::string_view name) = 0;

  /// Saves the dataset that is edited, all of it; `digest` is its own. What is told is as of
  /// `SaveFile`, or `App::Saved` hears of it.
  virtual std::string SaveDataset(const view::Say& say, std::string_view name,
                                  std::string_view bytes, std::string_view /*digest*/) {
    return SaveFile(say, name, "application/json", bytes);
  }

  /// Saves what `App::Page` makes of the page that holds the program in one file and of `state`.
  /// False if this platform has no such page; else `App::Saved` hears what came of it.
  virtual bool SavePage(std::string_view /*name*/, std::string_view /*state*/) { return false; }

  /// Reads the file of another tool that was looked at once more, with what the reader says of it;
  /// it comes through `App::Offer`. False if this platform reads none.
  virtual bool ReadAgain(std::string_view /*help*/) { return false; }

  /// Asks what can be written for other tools; it comes through `App::Offer`, or never. False if
  /// this platform writes nothing for them.
  virtual bool AskFormats() { return false; }
  /// Writes the dataset `bytes` in such a format, as a file whose name begins so; `App::Saved`
  /// hears what came of it. False if this platform cannot.
  virtual bool Export(std::string_view /*name*/, std::string_view /*format*/,
                      std::string_view /*bytes*/) {
    return false;
  }

  /// Prints what `PrintJson` says. False if this platform cannot.
  virtual bool Print() = 0;

  /// Another dataset is shown from now on: "given", that of the last file that was offered; "made"
  /// here of something else; "first", what was open first is shown again.
  virtual void Opened(std::string_view) {}
  /// The reader gave a copy of a document of the dataset of this key, or took it away. A platform
  /// that outlives the program gives it back.
  virtual void HoldCopy(std::string_view, std::string_view, bool) {}

  /// Keeps a reader's notes under a key; an empty text takes them away. False if nothing can be
  /// kept here.
  virtual bool StoreNotes(std::string_view key, std::string_view text) = 0;

  /// Notes that were kept under a key, or empty. None: they come later, as a command, or never.
  virtual std::optional<std::string> RecallNotes(std::string_view key) = 0;

  /// Keeps what somebody is editing under a dataset's key, with the digest of the file that has it.
  /// A platform that keeps nothing leaves these two as they are.
  virtual void KeepWork(std::string_view, std::string_view, std::string_view) {}
  /// Asks for it; it comes as `TakeWork`, empty where there is none, or never. `now`: it is about
  /// to be edited; else it is only of use where something was kept before.
  virtual void RecallWork(std::string_view, bool) {}
  /// Keeps the text of a document of what was begun here.
  virtual void KeepText(std::string_view, std::string_view, std::string_view) {}
  /// Keeps what is being written and is no edit yet; see `view::TypingOf`.
  virtual void KeepTyping(std::string_view, std::string_view) {}
  /// Asks for what was begun here under a key; it comes through `App::OpenProject`, or never.
  virtual void OpenWork(std::string_view) {}

  /// Asks whoever edits the dataset of this key elsewhere to leave it to this explorer.
  virtual void TakeOver(std::string_view) {}

  /// The catalogue of words of a language, as its file has it; empty where it comes later, through
  /// `App::TakeWords`, or is not there. Told of English as well, which needs none.
  virtual std::string Words(std::string_view language) = 0;

  /// True if this part of the program is here (core/window/parts.h). Else it is fetched, unless it
  /// is on its way already, and `App::TakePart` hears what came of it.
  virtual bool Bring(std::string_view) { return true; }
};

}  // namespace proviso::shell
