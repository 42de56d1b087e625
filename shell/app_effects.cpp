// What only the platform can do, asked of it.

#include <optional>
#include <string>
#include <utility>

#include "core/canvas/picture.h"
#include "core/figure/compose.h"
#include "core/io/save.h"
#include "core/pages/publish.h"
#include "core/state/update.h"
#include "core/wire/paper.h"
#include "imgui.h"
#include "shell/app.h"

namespace proviso::shell {
void App::SetHost(view::Host host) {
  if (session_.host != host || !library_) Apply({view::SetHost{std::move(host)}});
}

void App::Copied(bool done) {
  if (library_ && !copying_.empty()) Apply({view::Copied{copying_, {}, done}});
}

void App::Saved(std::string_view name, SavedAs how) {
  if (!library_) return;
  switch (how) {
    case SavedAs::kFile:
      return Apply({view::Happened{say_("Given to your browser to save: {0}.", {name})}});
    case SavedAs::kKept:
      return Apply({view::Happened{say_("Given to this page to keep: {0}.", {name})}});
    case SavedAs::kNoPicture:
      return Apply({view::Tell{say_("Not saved: the picture could not be made.")}});
    case SavedAs::kNoPage:
      return Apply(
          {view::Tell{say_("Not saved: the page for it could not be fetched. Check the network "
                           "connection and try again.")}});
  }
}

std::string App::PrintJson() {
  if (!library_ || !fonts_.ready() || !Complete() || !Bring({view::kPaperPart})) return {};
  ImGui::SetCurrentContext(context_);
  // By way of a pointer that may change: whatever is put into its caller would be no part.
  decltype(&view::PrintJson) volatile draw = view::PrintJson;
  return draw(*library_, session_, fonts_);
}

std::string App::Figure(std::string_view kind) {
  if (!library_ || !fonts_.ready()) return {};
  if (!Bring(view::PartsOfFigure(session_.state))) return {};
  ImGui::SetCurrentContext(context_);
  // By way of a pointer that may change: whatever is put into its caller would be no part.
  decltype(&view::FigureFile) volatile draw = view::FigureFile;
  return draw(*library_, session_, kind, colors_, fonts_.Files());
}

void App::SaveFigure(const view::Effect& effect) {
  const std::string bytes = Figure(effect.text);
  figure_.reset();
  if (bytes.empty())
    figure_ = effect;  // Once what draws it is here.
  else
    Apply({view::Happened{platform_.SaveFile(say_, effect.name, effect.type, bytes)}});
}

std::string App::Page(std::string_view program, std::string_view state) {
  if (!library_ || program.empty() || !Bring(view::kPublishParts)) return {};
  // By way of a pointer that may change: whatever is put into its caller would be no part.
  decltype(&view::PageInOneFile) volatile fill = view::PageInOneFile;
  return fill(*library_, program, {{}, std::string(state)}).value_or(std::string());
}

void App::SaveData(const view::Effect& effect) {
  decltype(&view::DataToPublish) volatile make = view::DataToPublish;
  const std::string bytes = make(*library_, effect.text);
  Apply({view::Happened{platform_.SaveFile(say_, effect.name, effect.type, bytes)}});
}

std::string App::Drawn(const view::Picture& picture) {
  return view::FrameToSvg(frame(), colors_, fonts_, picture);
}

void App::SavePicture(const view::Effect& effect) {
  if (effect.text != "svg" && effect.text != "png") return SaveFigure(effect);
  if (effect.text == "svg") {
    dirty_ = true;  // The dialog has just gone.
    const std::string picture = Drawn(view::PictureOf(*library_, session_));
    Apply({view::Happened{platform_.SaveFile(say_, effect.name, effect.type, picture)}});
  } else if (!platform_.SavePng(effect.name)) {
    Apply({view::Tell{
        say_("PNG is drawn by the explorer in a browser. Here the picture can be saved as SVG.")}});
  }
}

void App::RecallNotes() {
  if (const std::optional<std::string> text = platform_.RecallNotes(view::NotesKey(*library_)))
    Apply({view::RecallNotes{*text, {}}});
}

void App::Carry(const view::Effect& effect) {
  switch (effect.kind) {
    case view::Effect::Kind::kCopy:
      copying_ = effect.name;
      copied_until_ = -1;
      if (const std::optional<bool> done = platform_.Copy(effect.text))
        Apply({view::Copied{effect.name, *done ? std::string() : effect.text, *done}});
      return;
    case view::Effect::Kind::kOpenUrl:
      return platform_.OpenUrl(effect.text);
    case view::Effect::Kind::kPickFile:
      if (effect.text == Word(view::Wanted::kCoding)) merges_ = true;
      if (platform_.PickFile(effect.text)) return;
      asked_ = effect.text == Word(view::Wanted::kVersion)  ? Purpose::kVersion
               : effect.text == Word(view::Wanted::kCoding) ? Purpose::kCoding
                                                            : Purpose::kAsItLooks;
      return Apply({view::Tell{say_("Drop the file on this window.")}});
    case view::Effect::Kind::kOpenAnyway: {
      if (waiting_ == nullptr) return;
      view::Opening opening = session_.opening;
      opening.stage = view::Opening::Stage::kOpened;
      Replace(std::move(waiting_));
      return ShowOpening(std::move(opening));
    }
    case view::Effect::Kind::kReturn:
      return Return();
    case view::Effect::Kind::kLanguage:
      return AskFor(effect.text);
    case view::Effect::Kind::kSaveFile:
      return Apply(
          {view::Happened{platform_.SaveFile(say_, effect.name, effect.type, effect.text)}});
    case view::Effect::Kind::kSaveDataset:
      return Apply({view::Happened{
          platform_.SaveDataset(say_, effect.name, effect.text, library_->digest())}});
    case view::Effect::Kind::kSaveData:
      return SaveData(effect);
    case view::Effect::Kind::kSavePage:
      if (!platform_.SavePage(effect.name, effect.text))
        Apply({view::Tell{
            say_("Not saved: this program has no page to put the dataset into. “proviso "
                 "publish FILE --single PAGE” makes one.")}});
      return;
    case view::Effect::Kind::kSavePicture:
      return SavePicture(effect);
    case view::Effect::Kind::kPrint:
      if (!platform_.Print())
        Apply({view::Tell{
            say_("This program does not print. Save the view as a picture and print that.")}});
      return;
    case view::Effect::Kind::kEdit:
      return CarryEdit(effect.edit);
    case view::Effect::Kind::kRebuild:
      return Rebuild();
    case view::Effect::Kind::kBegin:
      return Begin(effect);
    case view::Effect::Kind::kOwnText:
      if (!library_->dataset.Find(effect.name)) return;  // The edit that adds it was refused.
      if (!effect.text.empty())
        platform_.KeepText(view::NotesKey(*library_), effect.name, effect.type);
      // What the dataset holds anyway leads nobody away from where he is.
      return Apply({view::OfferCopy{effect.name, {}, effect.type, effect.text.empty()}});
    case view::Effect::Kind::kOpenWork:
      return platform_.OpenWork(effect.text);
    case view::Effect::Kind::kReadAgain:
      if (!platform_.ReadAgain(effect.text))
        Apply({view::Tell{say_("The command line reads it: proviso import FILE.")}});
      return;
    case view::Effect::Kind::kFormats:
    case view::Effect::Kind::kExport:
      if (effect.kind == view::Effect::Kind::kFormats
              ? !platform_.AskFormats()
              : !platform_.Export(effect.name, effect.type, io::Save(library_->dataset)))
        Apply({view::Tell{say_("The command line writes it: proviso export FILE.")}});
      return;
    case view::Effect::Kind::kOpenOther: {
      const std::shared_ptr<view::Library> other = session_.versions.other;
      if (other == nullptr || other == library_) return;
      // What was open first can be gone back to, edits and all; what was opened since cannot.
      if (home_ && session_.project != nullptr && session_.project->saved != library_->digest())
        return Apply({view::ShowDialog{view::Dialog::kNone},
                      view::Tell{say_("What you changed is not saved yet. Save the dataset, then "
                                      "open the other one.")}});
      other->say = say_;
      Replace(other);
      return Apply({view::Select{effect.text}});
    }
    case view::Effect::Kind::kHoldCopy:
      return platform_.HoldCopy(view::NotesKey(*library_), effect.name, !effect.text.empty());
    case view::Effect::Kind::kTakeOver:
      return platform_.TakeOver(effect.text);
    case view::Effect::Kind::kStoreNotes:
      if (!platform_.StoreNotes(effect.name, effect.text)) Apply({view::NotesKept{}});
      return;
  }
}

}  // namespace proviso::shell
