#include "shell/app.h"

#include <algorithm>
#include <utility>

#include "core/canvas/picture.h"
#include "core/state/update.h"
#include "core/window/build_frame.h"
#include "core/window/keys.h"
#include "core/words/languages.h"
#include "imgui.h"
#include "imgui_internal.h"

namespace proviso::shell {

App::App(Platform& platform) : platform_(platform) {
  context_ = ImGui::CreateContext();
  ImGui::SetCurrentContext(context_);
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigInputTextCursorBlink = false;  // A blinking caret would keep the frame loop awake.
  // Keys are `view::OnKey`'s, but for what is typed into fields of ImGui's own.
  if (platform_.text_field() == nullptr) io.ConfigFlags |= ImGuiConfigFlags_NoKeyboard;
}

App::~App() {
  ImGui::SetCurrentContext(context_);
  ImGui::DestroyContext(context_);
}

App::OpenReport App::Open(view::Prepared prepared) {
  if (!prepared.library) return {std::move(prepared.errors), {}};
  library_ = std::move(prepared.library);
  library_->say = say_;
  session_ = view::FreshSession(session_);
  cache_ = view::FrameCache();
  moves_ = false;
  versions_.clear();
  held_.clear();
  edits_.clear();
  home_.reset();
  waiting_.reset();
  work_key_.clear();
  asked_ = Purpose::kAsItLooks;
  merges_ = false;
  RecallNotes();
  Apply(std::exchange(early_, {}));
  FollowWork();
  Dirty();
  return {{}, std::move(prepared.warnings)};
}

bool App::AddFont(std::optional<view::Face> face, std::string_view bytes) {
  ImGui::SetCurrentContext(context_);
  Dirty();  // Widths have changed.
  return face ? fonts_.Add(*face, bytes) : fonts_.AddBehindAll(bytes);
}

void App::SetViewport(const view::Viewport& viewport, float pixels_per_point) {
  ImGui::SetCurrentContext(context_);
  ImGuiIO& io = ImGui::GetIO();
  if (viewport == viewport_ && io.DisplayFramebufferScale.x == pixels_per_point) return;
  viewport_ = viewport;
  if (no_embed_) viewport_.embedded = false;
  io.DisplaySize = {viewport.width, viewport.height};
  io.DisplayFramebufferScale = {pixels_per_point, pixels_per_point};
  Dirty();
}

void App::SetColors(const view::Colors& colors) {
  colors_ = colors;
  Dirty();
}

void App::Apply(const view::Commands& commands) {
  if (!library_) early_.insert(early_.end(), commands.begin(), commands.end());
  if (!library_ || commands.empty()) return;
  for (const view::Command& command : commands) {
    // An edit that waits may be what adds the document of a text.
    const bool behind = !edits_.empty() && command.Is<view::OfferCopy>();
    if (Bring(view::PartsOf(command)) && !behind) continue;
    held_.insert(held_.end(), commands.begin(), commands.end());
    return;
  }
  std::vector<view::Effect> effects;
  for (const view::Command& command : commands) {
    const bool typing = !session_.editing.typing.empty();
    view::LeaveField(*library_, command, session_, effects);
    CarryEdits(&effects);
    std::string said;
    if (typing && session_.editing.typing.empty()) said = session_.announcement;
    view::Update(*library_, command, session_, effects);
    CarryEdits(&effects);
    if (session_.announcement.empty()) session_.announcement = std::move(said);
  }
  for (const view::Effect& effect : effects) Carry(effect);
  FollowWork();
  Dirty();
  Complete();  // What is missing is asked for at once, even if nobody draws.
}

// What comes next is done with the records as they are then.
void App::CarryEdits(std::vector<view::Effect>* effects) {
  while (!effects->empty() && (effects->back().kind == view::Effect::Kind::kEdit ||
                               effects->back().kind == view::Effect::Kind::kRebuild)) {
    const view::Effect effect = std::move(effects->back());
    effects->pop_back();
    Carry(effect);
  }
}

bool App::Bring(const view::Parts& parts) {
  bool here = true;
  for (const std::string_view part : parts)
    if (!part.empty() && !platform_.Bring(part)) here = false;
  return here;
}

// Whoever points at what leads to a part waits less for it. Once: it may not be there to be had.
void App::BringPointed(const view::Item* item) {
  const std::string_view id = item == nullptr ? std::string_view() : item->id;
  if (id == pointed_) return;
  pointed_ = id;
  if (item != nullptr && item->press && !item->disabled)
    Bring(view::PartsAfter(session_, *item->press));
}

void App::TakePart(std::string_view part, bool here) {
  if (part == view::kCardPart) {
    no_cards_ = !here;  // Nobody waits for it, and nobody is told.
    return Dirty();
  }
  if (part == view::kEmbedPart && !here) {
    no_embed_ = true;  // All of What if does it as well, with more scrolling.
    viewport_.embedded = false;
    return Dirty();
  }
  if (here) {
    Dirty();
    if (library_ != nullptr && figure_) SaveFigure(view::Effect(*figure_));
    // What comes behind an edit is done with the records as they are then.
    for (const view::EditRequestPtr& request : std::exchange(edits_, {})) CarryEdit(request);
    Apply(std::exchange(held_, {}));
    if (library_ == nullptr || held_keys_.empty() || !Complete()) return;
    // One may lead to a part that is not here either; those behind it are then held again.
    for (const view::KeyPress& key : std::exchange(held_keys_, {})) Key(key);
    return;
  }
  held_keys_.clear();
  if (!library_) return;
  view::Commands back = view::WithoutPart(*library_, session_, part, shown_);
  const bool edits = !std::exchange(edits_, {}).empty();
  const bool held = !std::exchange(held_, {}).empty() || edits;
  const bool saving = figure_.has_value();
  figure_.reset();
  if (back.empty() && !held && !saving) return;  // Nobody waits.
  back.push_back(
      view::Tell{say_("A part of the program could not be fetched. Check the network connection "
                      "and try again, or load the page anew.")});
  Apply(back);
}

void App::Press(std::string_view item) {
  const view::Found found = view::FindItem(frame(), item);
  if (found.item == nullptr || !found.item->press || found.item->disabled) return;
  follow_focus_ = true;
  Apply({*found.item->press});
}

void App::MoveFocus(std::string_view item, bool into_sight) {
  const std::vector<view::Panel>& panels = frame().panels;
  const bool covered = !panels.empty() && panels.back().modal &&
                       view::FindItem(frame_, item).panel != &panels.back();
  if (covered && !item.empty()) return;
  focus_by_keys_ = true;
  if (into_sight) follow_focus_ = true;
  Apply({view::Focus{std::string(item)}});
}

void App::SetText(std::string_view item, std::string text) {
  const view::Found found = view::FindItem(frame(), item);
  if (found.item == nullptr || !found.item->editable() || !found.item->press) return;
  Apply({view::WithText(*found.item->press, std::move(text))});
}

namespace {

/// Whether a key may mean something to the explorer; all others are the page's at any time.
bool MayBeOurs(const view::KeyPress& key) {
  return key.key != "Tab" && !key.alt &&
         (!key.ctrl || key.key == "k" || key.key == "y" || key.key == "z" || key.key == "Z");
}

}  // namespace

bool App::Key(const view::KeyPress& key) {
  if (!library_) return false;
  if (key.key == "Escape" && hovering_.open()) {
    hovering_.Close();
    DropCard();
    return true;
  }
  if (key.ctrl && !key.shift && !key.alt && (key.key == "c" || key.key == "C"))
    return !key.in_text_field && CopySelected();
  // Chords mean the same wherever one is, whatever of that is not here yet.
  if (!Complete() && !(key.ctrl && held_keys_.empty())) {
    // What it means depends on what comes: it is carried out then.
    if (key.in_text_field || !MayBeOurs(key) || held_keys_.size() >= kMostHeldKeys) return false;
    held_keys_.push_back(key);
    return true;
  }
  const view::Commands commands = view::OnKey(*library_, session_, frame(), key);
  keyboard_last_ = focus_by_keys_ = true;
  if (!commands.empty()) hovering_.Close();
  follow_focus_ = key.key == "Enter" || key.key == " ";  // Other keys scroll, or scroll themselves.
  Apply(commands);
  return !commands.empty();
}

void App::AskFor(std::string_view language) {
  if (view::LanguageNamed(language) == nullptr) return;
  language_ = language;
  Apply({view::UseLanguage{language_}});
  const std::string words = platform_.Words(language);
  if (language == "en")
    Speak({});
  else if (!words.empty())
    TakeWords(words);
  Dirty();
}

void App::Speak(view::Say say) {
  say_ = std::move(say);
  if (library_) library_->say = say_;
  for (const Version& version : versions_) version.library->say = say_;
  if (home_) home_->library->say = say_;
  if (waiting_) waiting_->say = say_;
}

bool App::TakeWords(std::string_view json) {
  Result<std::shared_ptr<const view::Catalogue>> words = view::Catalogue::Read(json);
  if (!words) {
    language_ = say_.language();  // What is spoken is what is said to be chosen.
    Apply({view::UseLanguage{language_},
           view::Tell{say_("The words of this language cannot be used: {0}",
                           {words.problems().front().rule})}});
    return false;
  }
  if ((*words)->language() != language_) return false;
  Speak(view::Say(std::move(*words)));
  Dirty();
  return true;
}

void App::SetLink(std::string_view fragment) { Apply({view::FollowLink{std::string(fragment)}}); }

std::string App::link() const { return view::EncodeLink(session_.state); }

const view::Frame& App::frame() {
  ImGui::SetCurrentContext(context_);
  if (dirty_ && library_ && fonts_.ready() && Complete()) {
    view::Frame next = view::BuildFrame(*library_, session_, viewport_, fonts_, &cache_);
    // What had the focus may have gone with what it did; whoever has keys alone goes on from there.
    if (!session_.focus.empty() && view::FindItem(next, session_.focus).item == nullptr) {
      std::string focus = view::FocusAfter(frame_, next, session_.focus);
      if (!focus.empty()) {
        std::vector<view::Effect> none;
        view::Update(*library_, view::KeepFocus{std::move(focus)}, session_, none);
        next = view::BuildFrame(*library_, session_, viewport_, fonts_, &cache_);
      }
    }
    const auto scrolled = [&](const view::Commands& commands) {
      if (commands.empty()) return;
      std::vector<view::Effect> none;
      for (const view::Command& command : commands)
        view::Update(*library_, command, session_, none);
      next = view::BuildFrame(*library_, session_, viewport_, fonts_, &cache_);
    };
    if (moves_ && shown_ == session_.state.view && next.viewport == frame_.viewport)
      scrolled(view::StayInPlace(frame_, next, session_.focus));
    // What a key did may have moved or lengthened what stands above: the focus stays in sight.
    if (follow_focus_) scrolled(view::IntoSight(next, session_.focus));
    follow_focus_ = false;
    const bool glides = shown_ == session_.state.view && moves_ && !next.viewport.reduced_motion &&
                        next.viewport == frame_.viewport && next.text_scale == frame_.text_scale;
    motion_.Follow(next, glides, last_seconds_);
    moves_ = true;
    frame_ = std::move(next);
    shown_ = session_.state.view;
    dirty_ = false;
    Explain();
  }
  return frame_;
}

std::string App::Picture() {
  if (!Bring({view::kPaperPart})) return {};
  return Drawn({});
}

void App::MakeCurrent() const { ImGui::SetCurrentContext(context_); }

bool App::Frame(double seconds) {
  ImGui::SetCurrentContext(context_);
  ImGuiIO& io = ImGui::GetIO();
  // True elapsed time: a clamp would turn two clicks ten idle seconds apart into a double click.
  io.DeltaTime = static_cast<float>(std::max(seconds - last_seconds_, 1e-4));
  last_seconds_ = seconds;
  wait_ = -1;
  if (!fonts_.ready()) return dirty_;  // ImGui would want a font of its own to draw nothing with.
  ForgetCopied();
  ImGui::NewFrame();
  frame();
  if (io.MouseClicked[0]) keyboard_last_ = focus_by_keys_ = false;
  FollowPointer();
  const view::Frame& picture = frame_;
  const TextField text_field = platform_.text_field();
  PaintOptions options;
  options.colors = colors_;
  options.focus = session_.focus;
  options.show_focus = keyboard_last_ && text_field != nullptr;
  options.text_field = text_field;
  options.shift = shift_pressed_ || io.KeyShift;
  options.linked = linked_;
  const bool moving = motion_.Moves(seconds);
  if (moving) options.motion = &motion_;
  options.selecting = &selecting_;
  Painted painted = Paint(picture, options, fonts_);
  ImGui::Render();
  BringPointed(view::ItemAt(picture, io.MousePos.x, io.MousePos.y).item);
  const auto sooner = [this](double seconds_left) {
    if (seconds_left >= 0) wait_ = wait_ < 0 ? seconds_left : std::min(wait_, seconds_left);
  };
  sooner(painted.wait);
  sooner(hovering_.Wait(seconds));
  if (!session_.copied.empty()) sooner(std::max(0.0, copied_until_ - seconds));
  if (!painted.commands.empty() && io.MouseReleased[0]) hovering_.Close();
  Apply(painted.commands);
  // A press and a release that came together are seen in two frames.
  if (picture.settling) Dirty();
  return moving || (dirty_ && Complete()) || context_->InputEventsQueue.Size > 0;
}

}  // namespace proviso::shell
