#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/io/load.h"
#include "core/view/frame.h"
#include "core/view/keys.h"
#include "core/view/session.h"
#include "shell/fonts.h"
#include "shell/painter.h"
#include "shell/platform.h"

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
  OpenReport Open(std::string_view bytes);
  bool open() const { return library_ != nullptr; }

  /// What is accepted from now on, of whoever gives it.
  void SetLimits(const io::Limits& limits) { limits_ = limits; }

  /// What only the platform knows; told at the start, and again when it changes.
  void SetHost(view::Host host);

  /// What a page puts on paper, as JSON: a picture of the view laid out for a page, and what is
  /// supposed and filtered. Source: web/README.md, "Messages".
  std::string PrintJson();

  /// What a file is for: a reader's copy of a text, a dataset, or whichever it looks like.
  enum class Purpose : std::uint8_t { kAsItLooks, kCopy, kDataset };

  /// A file of so many bytes is about to come. False if it is not wanted, or too large, which is
  /// then said on screen: nothing of it need be read.
  bool Expect(Purpose purpose, std::string_view name, std::uint64_t bytes);
  /// Of the file that was expected, this share is here.
  void Progress(float share);
  /// Takes a file that the reader gave. A dataset with errors leaves what is open as it is; one
  /// with warnings waits for an answer; the one that was open first can be gone back to.
  void Offer(Purpose purpose, std::string_view name, std::string_view bytes);

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
  /// Takes the words of a language that was asked for. False, and what is on screen stays, if they
  /// are not wanted any more or are no catalogue; a reader is told of the latter.
  bool TakeWords(std::string_view json);

  /// Applies what a person did, from whichever side it came.
  void Apply(const view::Commands& commands);
  void Press(std::string_view item);
  /// Moves the focus to an item, or nowhere; not to what an open dialog covers.
  void MoveFocus(std::string_view item);
  void SetText(std::string_view item, std::string text);
  /// Returns false if the key is not ours.
  bool Key(const view::KeyPress& key);
  void SetLink(std::string_view fragment);

  /// Feeds the pointer, where the platform's own Dear ImGui backend does not. `shift`: of a press.
  enum class Pointer : std::uint8_t { kMoved, kPressed, kReleased, kLeft, kWheel };
  void MovePointer(Pointer what, float x, float y, float notches, bool shift = false);
  /// A finger over the drawing or list at a place, moved by so much; two fingers zoom by `factor`.
  void Drag(float x, float y, float dx, float dy);
  void Zoom(float x, float y, float factor);
  /// A finger drew quickly over a place, to the left or to the right.
  void Swipe(float x, float y, bool left);
  /// Lets go of every key and button: the keyboard or the window was left.
  void ReleaseAll();

  enum class Cursor : std::uint8_t { kArrow, kHand, kText };
  Cursor cursor() const;

  /// Makes this explorer's ImGui context the current one, for a renderer's sake.
  void MakeCurrent() const;

  /// Draws one frame into ImGui's draw data (the platform renders it) and applies what the pointer
  /// did. Returns true if the picture has changed since and another frame is wanted.
  bool Frame(double seconds);

  /// The frame as last built; rebuilt first if anything changed.
  const view::Frame& frame();
  /// The same as an SVG document.
  std::string Picture();

  const view::Library* library() const { return library_.get(); }
  const view::Session& session() const { return session_; }
  std::string link() const;
  /// Grows with every change of what is on screen.
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
  std::unique_ptr<view::Library> library_;
  view::Session session_;
  bool shift_pressed_ = false;  ///< As the pointer went down.
  view::Viewport viewport_{0, 0};
  view::Colors colors_;
  io::Limits limits_;
  struct Shown {
    std::unique_ptr<view::Library> library;
    view::Session session;
  };
  void Carry(const view::Effect& effect);
  void Refuse(std::string_view name, std::vector<Problem> errors);
  void SavePicture(const view::Effect& effect);
  void RecallNotes();
  void Speak(view::Say say);
  void OfferState(std::string_view name, std::string_view bytes);
  void OfferNotes(std::string_view name, std::string_view bytes);
  void Replace(std::unique_ptr<view::Library> library);
  void Return();

  view::Say say_;                           ///< What every library here is told in.
  std::optional<Shown> home_;               ///< Opened first, while another is shown.
  std::unique_ptr<view::Library> waiting_;  ///< Read with warnings.
  std::string pending_link_;                ///< Read when a dataset is open.
  view::Frame frame_;
  view::FrameCache cache_;
  bool dirty_ = true;
  bool keyboard_last_ = false;
  double last_seconds_ = 0;
  std::uint64_t revision_ = 0;
};

}  // namespace proviso::shell
