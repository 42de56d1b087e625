#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/canvas/colors.h"
#include "core/canvas/frame.h"
#include "core/canvas/kept.h"
#include "core/io/load.h"
#include "core/state/edit_request.h"
#include "core/state/session.h"
#include "core/voice/prepare.h"
#include "core/window/keys.h"
#include "core/window/parts.h"
#include "shell/fonts.h"
#include "shell/hovering.h"
#include "shell/motion.h"
#include "shell/painter.h"
#include "shell/platform.h"
#include "shell/selecting.h"

struct ImGuiContext;

namespace proviso::shell {

/// One explorer: a library, a session, and the picture of it.
///
/// Data flows one way: session → frame → paint; what the pointer, the keys and the page do comes
/// back as commands and is applied by `view::Update` alone. Owns its ImGui context, so that several
/// explorers live in one process; every public function makes that context the current one.
class App {
 public:
  explicit App(Platform& platform);
  ~App();
  App(const App&) = delete;
  App& operator=(const App&) = delete;

  /// What opening a dataset came to: with errors, what was open before stays open.
  struct OpenReport {
    std::vector<Problem> errors;
    Warnings warnings;
    bool ok() const { return errors.empty(); }
  };
  /// Opens what the program itself shows first; a reader's files come through `Offer`.
  OpenReport Open(std::string_view bytes) { return Open(view::Prepare(bytes, limits_)); }
  /// The same of what was made ready elsewhere.
  OpenReport Open(view::Prepared prepared);
  bool open() const { return library_ != nullptr; }

  /// The limits for every file from now on, whoever gives it.
  void SetLimits(const io::Limits& limits) { limits_ = limits; }

  /// What only the platform knows; told at the start, and again when it changes.
  void SetHost(view::Host host);

  /// What `Platform::Copy` came to, where it told nothing at once; the page shows what it could not
  /// copy.
  void Copied(bool done);

  /// What `Platform::SavePng`, `SavePage` or `SaveDataset` came to, where the page tells later.
  enum class SavedAs : std::uint8_t { kFile, kKept, kNoPicture, kNoPage };
  void Saved(std::string_view name, SavedAs how);

  /// What a page puts on paper, as JSON: a picture of the view laid out for a page, and what is
  /// supposed and filtered. Source: web/README.md, "Messages".
  std::string PrintJson();

  /// What a file is for: a reader's copy of a text, a dataset, a text to begin with, a version of
  /// the open dataset to be compared with it, a coding to be merged with it, or whichever it looks
  /// like; kImported: what the page has made of another tool's file, kFormats: what it writes for
  /// others, both as JSON (core/exchange/import_file.h). kRefused: it could not be read, and its
  /// bytes are the reason in words.
  enum class Purpose : std::uint8_t {
    kAsItLooks,
    kCopy,
    kDataset,
    kText,
    kBeside,  ///< A text of the sheet that is looked at.
    kVersion,
    kCoding,
    kImported,
    kImportedAgain,  ///< With what the reader has said of it meanwhile.
    kFormats,
    kRefused
  };

  /// A file of so many bytes is about to come. False if it is not wanted, or too large, which is
  /// then said on screen: nothing of it need be read.
  bool Expect(Purpose purpose, std::string_view name, std::uint64_t bytes);
  /// Of the file that was expected, this share is here; false once the reader wants it no more.
  bool Progress(float share);
  /// Takes a file that the reader gave. A dataset with errors leaves the open one as it is; one
  /// with warnings waits for an answer; the one that was open first can be gone back to.
  void Offer(Purpose purpose, std::string_view name, std::string_view bytes);
  /// The same of a file that was made ready elsewhere, as the dataset that it looked like.
  void Offer(Purpose purpose, std::string_view name, view::Prepared prepared);
  /// The browser's own search was opened, which finds what is on screen: the reader is told of
  /// ours.
  void Searched();
  /// The program had to begin anew, and what was open is here again: the reader is told.
  void Restarted();

  /// Adds a font to one face, or behind all of them if `face` is none; false if it is no font.
  bool AddFont(std::optional<view::Face> face, std::string_view bytes);
  /// Characters that were asked for since the last call and that no font has.
  std::vector<char32_t> TakeMissingCharacters() { return fonts_.TakeMissing(); }
  void SetViewport(const view::Viewport& viewport, float pixels_per_point);
  /// What is drawn in from now on; see `view::Colors`.
  void SetColors(const view::Colors& colors);
  const view::Colors& colors() const { return colors_; }

  /// The interface in this language from now on, if it is one of `view::Languages`: at once, or
  /// when its words come. May be called before a dataset is open.
  void AskFor(std::string_view language);
  /// Takes the words of a language that the reader chose. False, and nothing on screen changes, if
  /// they are not wanted any more or are no catalogue; a notice tells the reader of the latter.
  bool TakeWords(std::string_view json);

  /// Applies what a person did, from whichever side it came.
  void Apply(const view::Commands& commands);
  void Press(std::string_view item);
  /// Moves the focus to an item, or nowhere; not to what an open dialog covers. Brings the item
  /// into sight unless it was pointed at.
  void MoveFocus(std::string_view item, bool into_sight = true);
  void SetText(std::string_view item, std::string text);
  /// Returns false if the key is not ours.
  bool Key(const view::KeyPress& key);
  void SetLink(std::string_view fragment);

  /// The parts of the program that what is shown takes.
  view::Parts parts() const { return view::PartsFor(*library_, session_, viewport_); }
  /// Goes on with a dataset that was begun here, from its bytes and the digest that a file has.
  void OpenProject(std::string_view bytes, std::string_view saved);
  /// Whether the dataset that is shown is kept under this key.
  bool Shows(std::string_view key) const {
    return library_ != nullptr && view::NotesKey(*library_) == key;
  }

  /// A part of the program that was asked of the platform is here now, or cannot be had: then the
  /// reader is told, and goes back to where it is not needed.
  void TakePart(std::string_view part, bool here);

  /// Feeds the pointer, where the platform's own Dear ImGui backend does not. `shift`: of a press.
  enum class Pointer : std::uint8_t { kMoved, kPressed, kReleased, kLeft, kWheel };
  void MovePointer(Pointer what, float x, float y, float notches, bool shift = false);
  /// A finger over the drawing or list at a place, moved by so much; two fingers zoom by `factor`.
  void Drag(float x, float y, float dx, float dy);
  void Zoom(float x, float y, float factor);
  /// A finger drew quickly over a place, to the left or to the right.
  void Swipe(float x, float y, bool left);
  /// A finger stays at a place: what is there is explained, else its menu opens.
  void Hold(float x, float y);
  /// The menu of what stands at a place is asked for.
  void Menu(float x, float y);
  /// Lets go of every key and button: the keyboard or the window was left.
  void ReleaseAll();

  enum class Cursor : std::uint8_t { kArrow, kHand, kText };
  Cursor cursor() const;

  /// Makes this explorer's ImGui context the current one, for a renderer's sake.
  void MakeCurrent() const;

  /// Draws one frame into ImGui's draw data (the platform renders it) and applies what the pointer
  /// did. Returns true if the picture has changed since and needs another frame.
  bool Frame(double seconds);
  /// After such a `Frame`: seconds until the picture changes by itself; below 0: it does not.
  double wait() const { return wait_; }

  /// The frame as last built; rebuilt first if anything changed, and all that it needs is here.
  const view::Frame& frame();
  /// The same as an SVG document.
  std::string Picture();
  /// The view as a picture for an article: "wide", "square" or "column", then ".svg" or ".png".
  /// Empty: nothing is open, or a part that draws it is not here.
  std::string Figure(std::string_view kind);
  /// The dataset in `program`, the page that holds the explorer in one file; it opens on `state`, a
  /// link's fragment. Empty: nothing is open, `program` is no such page, or what fills it is not
  /// here.
  std::string Page(std::string_view program, std::string_view state);

  const view::Library* library() const { return library_.get(); }
  const view::Session& session() const { return session_; }
  std::string link() const;
  /// Grows with every change on screen.
  std::uint64_t revision() const { return revision_; }
  ImGuiContext* context() const { return context_; }

 private:
  void Dirty() {
    dirty_ = true;
    ++revision_;
  }

  Platform& platform_;
  ImGuiContext* context_ = nullptr;
  Fonts fonts_;
  std::shared_ptr<view::Library> library_;
  view::Session session_;
  bool shift_pressed_ = false;  ///< As the pointer went down.
  view::Viewport viewport_{0, 0};
  view::Colors colors_;
  io::Limits limits_;
  struct Shown {
    std::shared_ptr<view::Library> library;
    view::Session session;
  };
  bool Bring(const view::Parts& parts);
  void BringPointed(const view::Item* item);
  bool Complete() { return !library_ || Bring(parts()); }
  void Carry(const view::Effect& effect);
  void Refuse(std::string_view name, std::vector<Problem> errors,
              view::Wanted wanted = view::Wanted::kDataset);
  void OfferDataset(Purpose purpose, std::string_view name, view::Prepared prepared);
  void OfferImported(std::string_view name, std::string_view bytes, bool again);
  Purpose Meant(Purpose purpose) const;
  /// What is on screen, as SVG; the part that draws it is here.
  std::string Drawn(const view::Picture& picture);
  void SavePicture(const view::Effect& effect);
  void SaveFigure(const view::Effect& effect);
  void SaveData(const view::Effect& effect);
  void RecallNotes();
  void Speak(view::Say say);
  void OfferState(std::string_view name, std::string_view bytes);
  void OfferNotes(std::string_view name, std::string_view bytes);
  void Replace(std::shared_ptr<view::Library> library);
  void CarryEdits(std::vector<view::Effect>* effects);
  void CarryEdit(const view::EditRequestPtr& request);
  void Begin(const view::Effect& effect);
  void Rebuild();
  void FollowWork();
  void KeepVersion(std::uint32_t version, std::shared_ptr<view::Library> library);
  void Return();
  void ShowOpening(view::Opening opening);
  void DropCard();
  void Explain();
  void FollowPointer();
  bool CopySelected();
  void ForgetCopied();

  view::Say say_;                             ///< The language of every library here.
  std::optional<Shown> home_;                 ///< Opened first, while another is shown.
  std::shared_ptr<view::Library> waiting_;    ///< Read with warnings.
  std::weak_ptr<const view::Library> given_;  ///< That of the file that was offered last.
  Purpose asked_ = Purpose::kAsItLooks;       ///< Of the file that is dropped next.
  /// The last libraries of the dataset that is edited, so that undo mostly builds nothing.
  struct Version {
    std::uint32_t version = 0;
    std::shared_ptr<view::Library> library;
  };
  static constexpr std::size_t kMostVersions = 8;
  std::vector<Version> versions_;
  std::string work_key_;                     ///< Whose work was asked for.
  bool work_asked_ = false;                  ///< It was asked for because it is being edited.
  bool merges_ = false;                      ///< A coding was asked for, to be merged with it.
  view::ProjectPtr kept_;                    ///< As the platform keeps it.
  std::string typing_;                       ///< What is being written, as the platform keeps it.
  std::vector<view::EditRequestPtr> edits_;  ///< Wait for the part that carries them out.
  std::string language_ = "en";              ///< Asked for last.
  view::Commands early_;                     ///< Given before a dataset was open.
  std::optional<view::Effect> figure_;       ///< A picture to be saved when what draws it is here.
  view::Commands held_;                      ///< Given while a part that they take was on its way.
  static constexpr std::size_t kMostHeldKeys = 16;
  std::vector<view::KeyPress> held_keys_;  ///< Pressed while a part of the program was on its way.
  view::Frame frame_;
  std::string pointed_;                         ///< The item under the pointer.
  view::ViewId shown_ = view::ViewId::kWhatIf;  ///< In it.
  view::FrameCache cache_;
  std::string copying_;  ///< What was last given to be copied.
  Hovering hovering_;
  Motion motion_;
  Selecting selecting_;
  std::vector<std::string> linked_;  ///< Show the same as what the pointer is on.
  bool moves_ = false;               ///< There is a picture that something can move from.
  bool no_cards_ = false;            ///< What makes cards could not be had.
  bool no_embed_ = false;            ///< Nor the card for somebody's page.
  double wait_ = -1, copied_until_ = -1;
  bool dirty_ = true;
  bool keyboard_last_ = false;
  bool focus_by_keys_ = false;  ///< Not through the pointer.
  bool follow_focus_ = false;   ///< The next frame has what has the focus in sight.
  double last_seconds_ = 0;
  std::uint64_t revision_ = 0;
};

}  // namespace proviso::shell
