#include "web/bridge.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/gzip.h"
#include "core/base/text.h"
#include "core/io/save.h"
#include "core/state/steps.h"
#include "core/voice/ahead.h"
#include "core/window/parts.h"
#include "core/wire/wire.h"
#include "shell/app.h"
#include "web/graphics.h"

namespace {

using proviso::shell::App;
using proviso::view::Message;

/// A hard bound over the loader's own: what the page may copy in at all.
constexpr std::size_t kMostInput = std::size_t{512} << 20;

constexpr std::array<std::string_view, 3> kCursors{"default", "pointer", "text"};

static_assert(static_cast<int>(App::Pointer::kMoved) == PROVISO_MOVED &&
              static_cast<int>(App::Pointer::kWheel) == PROVISO_WHEEL);

/// Keeps what only the page can do until it asks.
class PagePlatform final : public proviso::shell::Platform {
 public:
  std::optional<bool> Copy(std::string_view text) override {
    events.Tell("copy", text);
    return std::nullopt;  // The page tells.
  }
  void OpenUrl(std::string_view url) override { events.Tell("open", url); }
  bool SavePage(std::string_view name, std::string_view state) override {
    events.TellNamed("page", name, {}, state);
    return true;  // The page tells.
  }
  std::string SaveDataset(const proviso::view::Say&, std::string_view name, std::string_view bytes,
                          std::string_view digest) override {
    events.TellNamed("save-dataset", name, digest, bytes);
    return {};  // The page tells.
  }
  proviso::shell::TextField text_field() const override { return nullptr; }
  bool PickFile(std::string_view what) override {
    events.Tell("pick", what);
    return true;
  }
  std::string SaveFile(const proviso::view::Say& say, std::string_view name, std::string_view type,
                       std::string_view bytes) override {
    // Events are text.
    if (type == "image/png")
      events.TellNamed("save", name, "image/png;base64", proviso::Base64(bytes));
    else
      events.TellNamed("save", name, type, bytes);
    return say("Given to your browser to save: {0}.", {name});
  }
  bool SavePng(std::string_view name) override {
    events.Tell("png", name);
    return true;
  }
  bool ReadAgain(std::string_view help) override {
    events.Tell("again", help);
    return true;
  }
  bool AskFormats() override {
    events.Tell("formats", {});
    return true;
  }
  bool Export(std::string_view name, std::string_view format, std::string_view bytes) override {
    events.TellNamed("export", name, format, bytes);
    return true;  // The page tells.
  }
  bool Print() override {
    events.Tell("print", {});
    return true;
  }
  void Opened(std::string_view what) override { events.Tell("opened", what); }
  void HoldCopy(std::string_view key, std::string_view document, bool held) override {
    events.TellNamed("copy-held", key, document, held ? "here" : "");  // The page asks for it.
  }
  bool StoreNotes(std::string_view key, std::string_view text) override {
    events.TellNamed("notes", key, {}, text);
    return true;  // If it fails, the page says so.
  }
  std::optional<std::string> RecallNotes(std::string_view key) override {
    events.Tell("recall", key);
    return std::nullopt;
  }
  void KeepWork(std::string_view key, std::string_view bytes, std::string_view saved) override {
    events.TellNamed("work", key, saved, bytes);
  }
  void RecallWork(std::string_view key, bool now) override {
    events.TellNamed("recall-work", now ? "now" : "", {}, key);
  }
  void KeepText(std::string_view key, std::string_view document, std::string_view text) override {
    events.TellNamed("own", key, document, text);
  }
  void KeepTyping(std::string_view key, std::string_view typing) override {
    events.TellNamed("typing", key, {}, typing);
  }
  void OpenWork(std::string_view key) override { events.Tell("open-work", key); }
  void TakeOver(std::string_view key) override { events.Tell("take-over", key); }
  std::string Words(std::string_view language) override {
    events.Tell("language", language);
    return {};
  }
  bool Bring(std::string_view part) override {
    const auto missing = Find(part);
    if (missing == missing_.end()) return true;
    if (!std::exchange(missing->asked_for, true)) events.Tell("part", part);
    return false;
  }

  /// What the page says of a part: it comes "later", is "here", or could not be had.
  void HearOf(std::string_view part, std::string_view what) {
    const auto missing = Find(part);
    if (missing == missing_.end()) {
      if (what == "later") missing_.push_back({std::string(part)});
    } else if (what == "here") {
      missing_.erase(missing);
    } else {
      missing->asked_for = false;
    }
  }

  proviso::view::PageEvents events;

 private:
  struct Missing {
    std::string name;
    bool asked_for = false;
  };
  std::vector<Missing>::iterator Find(std::string_view part) {
    return std::find_if(missing_.begin(), missing_.end(),
                        [part](const Missing& one) { return one.name == part; });
  }
  std::vector<Missing> missing_;
};

/// A choice that the page has kept from an earlier visit.
proviso::view::Commands SettingOf(std::string_view what, std::string_view value) {
  if (what == "keys") return {proviso::view::SetSingleKeys{value != "off"}};
  if (what == "motion") return {proviso::view::SetReducedMotion{value == "on"}};
  const auto theme = proviso::ParseWord<proviso::view::ThemeId>(value);
  if (what == "theme" && theme) return {proviso::view::SetTheme{*theme}};
  return {};
}

proviso::view::TakeWork::What WhatOf(std::string_view word) {
  using What = proviso::view::TakeWork::What;
  return word == "kept"     ? What::kKept
         : word == "unkept" ? What::kNotKept
         : word == "newer"  ? What::kNewer
                            : What::kFound;
}

/// A line each: key, tabulator, title.
std::vector<proviso::view::KeptWork> WorksOf(std::string_view lines) {
  std::vector<proviso::view::KeptWork> works;
  while (!lines.empty()) {
    const std::string_view line = lines.substr(0, lines.find('\n'));
    const std::size_t end = line.find('\t');
    if (end != line.npos)
      works.push_back({std::string(line.substr(0, end)), std::string(line.substr(end + 1))});
    lines.remove_prefix(std::min(lines.size(), line.size() + 1));
  }
  return works;
}

App::SavedAs SavedAsOf(std::string_view word) {
  return word == "done"   ? App::SavedAs::kFile
         : word == "kept" ? App::SavedAs::kKept
         : word == "page" ? App::SavedAs::kNoPage
                          : App::SavedAs::kNoPicture;
}

App::Purpose PurposeOf(std::string_view word) {
  return word == "copy"       ? App::Purpose::kCopy
         : word == "dataset"  ? App::Purpose::kDataset
         : word == "version"  ? App::Purpose::kVersion
         : word == "coding"   ? App::Purpose::kCoding
         : word == "imported" ? App::Purpose::kImported
         : word == "again"    ? App::Purpose::kImportedAgain
         : word == "formats"  ? App::Purpose::kFormats
         : word == "text"     ? App::Purpose::kText
         : word == "beside"   ? App::Purpose::kBeside
         : word == "refused"  ? App::Purpose::kRefused
                              : App::Purpose::kAsItLooks;
}

}  // namespace

struct Proviso {
  explicit Proviso(proviso::web::Graphics* made) : app(platform), graphics(made) {}

  PagePlatform platform;
  App app;
  std::unique_ptr<proviso::web::Graphics> graphics;
  std::vector<std::uint8_t> input;
  std::shared_ptr<proviso::view::Prepared> ready;  ///< Takes the place of the next input.
  std::string output;
  double pixels_per_point = 1;
  double width = 0, height = 0;
  proviso::view::ViewState told_state;
  proviso::view::ThemeId told_theme = proviso::view::ThemeId::kAuto;
  std::uint64_t told_revision = ~std::uint64_t{0};
  bool told_keys = true, told_motion = false;
  App::Cursor told_cursor = App::Cursor::kArrow;
  std::uint32_t told_ring = 0;

  std::string_view text() const {
    return {reinterpret_cast<const char*>(input.data()), input.size()};
  }

  /// The library stays where it was made; what is said of it outlives that.
  proviso::view::Prepared TakeReady() {
    const std::shared_ptr<proviso::view::Prepared> made = std::exchange(ready, nullptr);
    proviso::view::Prepared taken{nullptr, made->errors, made->warnings};
    if (!made->library) return taken;
    proviso::view::OwnShared(*made->library);
    taken.library = {made, made->library.get()};
    return taken;
  }

  bool Carry(const Message& message) {
    switch (message.kind) {
      case Message::Kind::kPress: {
        const std::uint64_t before = app.revision();
        app.Press(message.item);
        return app.revision() != before;
      }
      case Message::Kind::kText:
        app.SetText(message.item, message.text);
        return true;
      case Message::Kind::kFocus:
        app.MoveFocus(message.item, message.text != "pointed");
        return true;
      case Message::Kind::kKey:
        return app.Key(message.key);
      case Message::Kind::kLink:
        app.SetLink(message.text);
        if (app.open()) TellChanges();
        return true;
      case Message::Kind::kPalette:
        app.SetColors({message.palette, message.item});
        return true;
      case Message::Kind::kScroll:
        app.Apply({proviso::view::ScrollTo{message.item, message.y}});
        return true;
      case Message::Kind::kExpect:
        return app.Expect(PurposeOf(message.item), message.text, message.size);
      case Message::Kind::kProgress:
        return app.Progress(message.y);
      case Message::Kind::kRelease:
        app.ReleaseAll();
        return true;
      case Message::Kind::kRestore:
        graphics->Restore();
        return true;
      case Message::Kind::kWelcome:
        app.Apply({proviso::view::OfferTour{true}});
        return true;
      case Message::Kind::kHost:
        app.SetHost({message.text, message.address, message.item, message.base, true, true});
        return true;
      case Message::Kind::kNotes:
        // Another dataset may have been opened since they were asked for.
        if (!app.open() || message.item != proviso::view::NotesKey(*app.library())) return false;
        app.Apply({proviso::view::RecallNotes{message.text, message.base}});
        return true;
      case Message::Kind::kCopied:
        app.Copied(message.text == "done");
        return true;
      case Message::Kind::kSaved:
        app.Saved(message.item, SavedAsOf(message.text));
        return true;
      case Message::Kind::kUnkept:
      case Message::Kind::kKept:
        app.Apply({proviso::view::NotesKept{message.kind == Message::Kind::kKept}});
        return true;
      case Message::Kind::kSetting:
        if (message.item == "language")
          app.AskFor(message.text);
        else
          app.Apply(SettingOf(message.item, message.text));
        return true;
      case Message::Kind::kWords:
        return app.TakeWords(message.text);
      case Message::Kind::kPart:
        platform.HearOf(message.item, message.text);
        if (message.text != "later") app.TakePart(message.item, message.text == "here");
        return true;
      case Message::Kind::kEditing:
        app.Apply({proviso::view::AllowEditing{message.text == "on", message.text == "elsewhere"}});
        if (!message.item.empty()) app.Apply({proviso::view::SetCoder{message.item}});
        return true;
      case Message::Kind::kWork:
        if (!app.Shows(message.item)) return false;
        app.Apply({proviso::view::TakeWork{message.text, message.address, WhatOf(message.base)}});
        return true;
      case Message::Kind::kWorks:
        app.Apply({proviso::view::SetWorks{WorksOf(message.text)}});
        return true;
      case Message::Kind::kProject:
        app.OpenProject(message.text, message.address);
        return true;
      case Message::Kind::kOwnText:
        if (!app.Shows(message.item)) return false;
        app.Apply({proviso::view::OfferCopy{message.address, {}, message.text, true}});
        return true;
      case Message::Kind::kTyping:
        if (!app.Shows(message.item)) return false;
        app.Apply({proviso::view::TakeTyping{message.text}});
        return true;
      case Message::Kind::kSearched:
        app.Searched();
        return true;
      case Message::Kind::kRestarted:
        app.Restarted();
        return true;
      case Message::Kind::kLimits:
        app.SetLimits(proviso::io::Lowered({}, message.text));
        return true;
    }
    return false;
  }

  void TakeOfDataset(int what) {
    output.clear();
    const proviso::view::Library* library = app.library();
    if (library == nullptr) return;
    if (what == PROVISO_SHEET) output = app.PrintJson();
    if (what == PROVISO_CANONICAL) output = proviso::io::Save(library->dataset);
    if (what == PROVISO_PICTURE) output = app.Picture();
    if (what == PROVISO_COPY) {
      const auto& copies = app.session().copies.by_document;
      const auto copy = copies.find(std::string(text()));
      if (copy != copies.end()) output = proviso::view::TextOfCopy(*copy->second);
    }
    if (what == PROVISO_FIGURE) output = app.Figure(text());
    if (what == PROVISO_PAGE) {
      const std::string_view state = text().substr(0, text().find('\n'));
      output = app.Page(text().substr(std::min(text().size(), state.size() + 1)), state);
      input = {};
    }
    if (what == PROVISO_FINDINGS) output = proviso::view::FindingsJson(*library, text());
    if (what == PROVISO_VERDICTS)
      output = proviso::view::VerdictsJson(*library, app.session().state);
    if (what == PROVISO_OVERVIEW) output = proviso::view::OverviewJson(*library);
    if (what == PROVISO_PARTS) {
      for (const std::string_view part :
           text() == "figure"  ? proviso::view::PartsOfFigure(app.session().state)
           : text() == "page"  ? proviso::view::kPublishParts
           : text() == "paper" ? proviso::view::Parts{proviso::view::kPaperPart}
                               : app.parts())
        if (!part.empty() && !platform.Bring(part)) output.append(part).append(1, ' ');
    }
  }

  void TellChanges() {
    const proviso::view::Session& session = app.session();
    if (session.state != told_state) {
      const bool new_place = !proviso::view::SamePlace(session.state, told_state);
      told_state = session.state;
      platform.events.TellLink(app.link(), new_place);
    }
    if (session.theme != told_theme) {
      told_theme = session.theme;
      platform.events.Tell("theme", proviso::Word(told_theme));
    }
    if (session.single_keys != told_keys) {
      told_keys = session.single_keys;
      platform.events.Tell("keys", told_keys ? "on" : "off");
    }
    if (session.reduced_motion != told_motion) {
      told_motion = session.reduced_motion;
      platform.events.Tell("motion", told_motion ? "on" : "off");
    }
    // The ring is the page's to draw; in which colour it can be seen is said here.
    if (const std::uint32_t ring = app.colors()[proviso::view::Ink::kFocus]; ring != told_ring) {
      told_ring = ring;
      platform.events.Tell("ring", proviso::view::HexOf(ring));
    }
    if (app.cursor() != told_cursor) {
      told_cursor = app.cursor();
      platform.events.Tell("cursor", kCursors[static_cast<std::size_t>(told_cursor)]);
    }
    const std::vector<char32_t> missing = app.TakeMissingCharacters();
    if (!missing.empty()) platform.events.TellGlyphs(missing);
  }
};

extern "C" {

Proviso* proviso_create(void) {
  auto self = std::make_unique<Proviso>(proviso::web::MakeGraphics());
  if (!self->graphics->Start(self->app)) return nullptr;
  return self.release();
}

void proviso_destroy(Proviso* self) { delete self; }

uint8_t* proviso_input(Proviso* self, size_t size) {
  if (size > kMostInput) return nullptr;
  self->input.resize(size);
  // A vector of nothing may have no address, and NULL means failure here.
  if (size == 0) self->input.reserve(1);
  return self->input.data();
}

int proviso_open(Proviso* self) {
  const App::OpenReport report =
      self->ready ? self->app.Open(self->TakeReady()) : self->app.Open(self->text());
  self->output = proviso::view::ProblemsJson(report.errors, report.warnings);
  self->input = {};
  // Whoever goes on from here at once has left this place, and does not come from the first one.
  if (report.ok()) self->TellChanges();
  return report.ok() ? 1 : 0;
}

int proviso_offer(Proviso* self) {
  const std::vector<std::uint8_t> input = std::exchange(self->input, {});
  const auto file =
      proviso::view::ParseFile({reinterpret_cast<const char*>(input.data()), input.size()});
  if (!file) return 0;
  if (self->ready)
    self->app.Offer(PurposeOf(file->purpose), file->name, self->TakeReady());
  else
    self->app.Offer(PurposeOf(file->purpose), file->name, file->bytes);
  return 1;
}

void proviso_take_ready(Proviso* self, ProvisoReady* ready, void (*release)(ProvisoReady* ready)) {
  const auto end = [release](proviso::view::Prepared* made) {
    release(reinterpret_cast<ProvisoReady*>(made));
  };
  self->ready = {reinterpret_cast<proviso::view::Prepared*>(ready), end};
}

int proviso_font(Proviso* self, int face) {
  if (face >= static_cast<int>(proviso::view::kFaceCount)) return 0;
  std::optional<proviso::view::Face> one;
  if (face >= 0) one = static_cast<proviso::view::Face>(face);
  return self->app.AddFont(one, self->text()) ? 1 : 0;
}

int proviso_send(Proviso* self) {
  const std::optional<Message> message = proviso::view::ParseMessage(self->text());
  return message && self->Carry(*message) ? 1 : 0;
}

void proviso_resize(Proviso* self, double width, double height, double pixels_per_point,
                    uint32_t flags) {
  self->width = width;
  self->height = height;
  self->pixels_per_point = pixels_per_point;
  using proviso::view::Bars;
  const Bars bars = (flags & PROVISO_NO_BARS) != 0    ? Bars::kNone
                    : (flags & PROVISO_FEW_BARS) != 0 ? Bars::kFew
                                                      : Bars::kAll;
  self->app.SetViewport(
      {static_cast<float>(width), static_cast<float>(height), (flags & PROVISO_COARSE_POINTER) != 0,
       (flags & PROVISO_REDUCED_MOTION) != 0, bars, (flags & PROVISO_EMBEDDED) != 0},
      static_cast<float>(pixels_per_point));
}

void proviso_pointer(Proviso* self, int kind, double x, double y, double dx, double dy) {
  const auto at_x = static_cast<float>(x), at_y = static_cast<float>(y);
  const auto by_x = static_cast<float>(dx), by_y = static_cast<float>(dy);
  if (kind >= PROVISO_MOVED && kind <= PROVISO_WHEEL)
    self->app.MovePointer(static_cast<App::Pointer>(kind), at_x, at_y, by_y,
                          kind == PROVISO_PRESSED && dx != 0);
  if (kind == PROVISO_FINGER) self->app.Drag(at_x, at_y, by_x, by_y);
  if (kind == PROVISO_PINCH) self->app.Zoom(at_x, at_y, by_x);
  if (kind == PROVISO_SWIPE) self->app.Swipe(at_x, at_y, by_x < 0);
  if (kind == PROVISO_HELD) self->app.Hold(at_x, at_y);
  if (kind == PROVISO_MENU) self->app.Menu(at_x, at_y);
}

double proviso_frame(Proviso* self, double now_ms) {
  const bool again = self->app.Frame(now_ms / 1000);
  self->graphics->Render(static_cast<int>(self->width * self->pixels_per_point + 0.5),
                         static_cast<int>(self->height * self->pixels_per_point + 0.5));
  self->TellChanges();
  if (again) return 0;
  // A little later rather than a frame too early.
  return self->app.wait() < 0 ? -1 : std::ceil(self->app.wait() * 1000) + 1;
}

size_t proviso_take(Proviso* self, int what) {
  using namespace proviso;
  switch (what) {
    case PROVISO_EVENTS:
      self->TellChanges();  // Also where nothing is drawn: the graphics may be lost.
      self->output = self->platform.events.TakeJson();
      break;
    case PROVISO_SEMANTICS:
      self->output.clear();
      if (self->told_revision == self->app.revision()) break;
      self->output = view::SemanticsJson(self->app.frame(), self->app.session());
      self->told_revision = self->app.revision();
      break;
    case PROVISO_LINK:
      self->output = self->app.link();
      break;
    default:
      if (what >= PROVISO_SHEET) self->TakeOfDataset(what);
  }
  return self->output.size();
}

const uint8_t* proviso_output(Proviso* self) {
  return reinterpret_cast<const uint8_t*>(self->output.data());
}

}  // extern "C"
