#include <string>
#include <utility>

#include "core/window/dialogs/panels.h"
#include "core/window/dialogs/title.h"
#include "core/words/languages.h"

namespace proviso::view {

std::string LanguageWords(const Say& say) {
  const Language* language = LanguageNamed(say.language());
  return say("Language: {0}", {language != nullptr ? language->name : say.language()});
}

namespace {

void AddViews(const TopModel& top, Options* menu) {
  for (const TopTab& tab : top.tabs)
    menu->options.push_back({"menu/" + std::string(Word(tab.view)), tab.label, tab.show,
                             tab.current, "", tab.shortcut});
}

}  // namespace

Blocks ViewsPanel(const TopModel& top, const Say& say) {
  Options list{ItemRole::kMenu, "views/list", say("Further views"), "menu", {}};
  AddViews(top, &list);
  return {std::move(list)};
}

Blocks MenuPanel(const Session& session, const TopModel& top, bool tabs, const Say& say) {
  Options menu{ItemRole::kMenu, "menu/list", say("Views and more"), "menu", {}};
  const auto add = [&](const char* id, std::string words, Command command) {
    menu.options.push_back({id, std::move(words), std::move(command)});
  };
  // What stands nowhere else first.
  add("menu/.open", say("Open a dataset…"), ShowDialog{Dialog::kOpen});
  add("menu/.versions", say("Compare with another version…"), PickFile{Wanted::kVersion});
  if (session.editing_allowed) {
    add("menu/.begin", say("New from a text…"), ShowBegin{true});
    add("menu/.code", say("Code a text"), ShowCode{true});
    if (session.coding.shown) add("menu/.add-text", say("Add a text…"), ShowBegin{true, true});
    add("menu/.merge", say("Merge with another coding…"), PickFile{Wanted::kCoding});
  }
  if (session.editing_allowed && !session.host.teach.empty())
    add("menu/.teach", say("Learn to code: three claims in ten minutes…"),
        OpenUrl{session.host.teach});
  if (!session.previous.empty())
    add("menu/.back", say("Go back to “{0}”", {session.previous}), ReturnToDataset{});
  add("menu/.about", say(DialogName(Dialog::kAbout)), ShowDialog{Dialog::kAbout});
  add("menu/.notes", say("Notes and bookmarks…"), ShowDialog{Dialog::kNotes});
  add("menu/.settings", say("Settings…"), ShowDialog{Dialog::kSettings});
  add("menu/.language", LanguageWords(say), ShowDialog{Dialog::kLanguage});
  add("menu/.keys", say("Keys"), ShowDialog{Dialog::kKeys});
  menu.options.back().shortcut = "?";
  add("menu/.print", say("Print…"), view::Print{});
  if (!tabs) return {Rule{Ink::kInk, 2}, std::move(menu), Gap{22}};
  // Where not all tabs have room, all views are here, and what else the bar leaves out.
  add("menu/.share", say("Share…"), ShowDialog{Dialog::kShare});
  AddViews(top, &menu);
  return {Rule{Ink::kInk, 2}, std::move(menu), Gap{22}};
}

Blocks LanguagePanel(const Session& session, const Say& say) {
  Options list{
      ItemRole::kRadioGroup, "language/list", say(DialogName(Dialog::kLanguage)), "language", {}};
  // In the language itself, and in one that is sure to be read.
  for (const Language& language : Languages())
    list.options.push_back(
        {"language/" + std::string(language.code), std::string(language.name),
         SetLanguage{std::string(language.code)}, session.language == language.code,
         language.unreviewed.empty()
             ? ""
             : std::string(language.unreviewed) + " · not yet reviewed by a speaker"});
  return {Rule{Ink::kInk, 2}, std::move(list), Gap{10},
          Prose{say("What the coders wrote stays in the language of the dataset."), Type::kCaption,
                Ink::kInkMute},
          Gap{22}};
}

}  // namespace proviso::view
