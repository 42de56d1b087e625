// What only the platform can do, asked of it.

#include <optional>
#include <string>
#include <utility>

#include "core/view/export_svg.h"
#include "core/view/print_json.h"
#include "imgui.h"
#include "shell/app.h"

namespace proviso::shell {
namespace {

void Tell(std::string sentence, view::Session* session) {
  if (!sentence.empty()) session->notices.push_back(std::move(sentence));
}

}  // namespace

void App::SetHost(view::Host host) {
  if (session_.host == host) return;
  session_.host = std::move(host);
  Dirty();
}

std::string App::PrintJson() {
  if (!library_ || !fonts_.ready()) return {};
  ImGui::SetCurrentContext(context_);
  return view::PrintJson(*library_, session_, fonts_);
}

void App::SavePicture(const view::Effect& effect) {
  if (effect.text == "svg") {
    dirty_ = true;  // The dialog has just gone.
    Tell(platform_.SaveFile(
             say_, effect.name, effect.type,
             view::FrameToSvg(frame(), colors_, fonts_, view::PictureOf(*library_, session_))),
         &session_);
  } else if (!platform_.SavePng(effect.name)) {
    Tell(say_("PNG is drawn by the explorer in a browser. Here the picture can be saved as SVG."),
         &session_);
  }
}

void App::RecallNotes() {
  if (const std::optional<std::string> text = platform_.RecallNotes(view::NotesKey(*library_)))
    Apply({view::RecallNotes{*text}});
}

void App::Carry(const view::Effect& effect) {
  switch (effect.kind) {
    case view::Effect::Kind::kCopy:
      return platform_.Copy(effect.text);
    case view::Effect::Kind::kOpenUrl:
      return platform_.OpenUrl(effect.text);
    case view::Effect::Kind::kPickFile:
      if (!platform_.PickFile(effect.text))
        session_.notices.push_back(say_("Drop the file on this window."));
      return;
    case view::Effect::Kind::kOpenAnyway: {
      if (waiting_ == nullptr) return;
      view::Opening opening = session_.opening;
      opening.stage = view::Opening::Stage::kOpened;
      Replace(std::move(waiting_));
      Apply({view::ShowDialog{view::Dialog::kOpen}});
      session_.opening = std::move(opening);
      return;
    }
    case view::Effect::Kind::kReturn:
      return Return();
    case view::Effect::Kind::kLanguage:
      return AskFor(effect.text);
    case view::Effect::Kind::kSaveFile:
      return Tell(platform_.SaveFile(say_, effect.name, effect.type, effect.text), &session_);
    case view::Effect::Kind::kSavePicture:
      return SavePicture(effect);
    case view::Effect::Kind::kPrint:
      if (!platform_.Print())
        Tell(say_("This program does not print. Save the view as a picture and print that."),
             &session_);
      return;
    case view::Effect::Kind::kStoreNotes:
      if (!platform_.StoreNotes(effect.name, effect.text)) Apply({view::NotesNotKept{}});
      return;
  }
}

}  // namespace proviso::shell
