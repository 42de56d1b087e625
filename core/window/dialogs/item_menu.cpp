#include <string>
#include <utility>

#include "core/state/cite.h"
#include "core/voice/answers.h"
#include "core/voice/voice.h"
#include "core/window/dialogs/panels.h"
#include "core/window/dialogs/title.h"

namespace proviso::view {

Blocks ItemMenuPanel(const Library& library, const Session& session) {
  const Say& say = library.say;
  const ItemMenu& of = session.item_menu;
  const RecordRef record = library.dataset.Find(of.record);
  Options menu{
      ItemRole::kMenu, "item-menu/list", say(DialogName(Dialog::kItemMenu)), "item-menu", {}};
  const auto add = [&](const char* id, std::string words, Command command,
                       std::string shortcut = {}) {
    menu.options.push_back(
        {id, std::move(words), std::move(command), false, "", std::move(shortcut)});
  };
  if (!of.words.empty())
    add("item-menu/copy", say("Copy"), CopyText{of.words, say("the words"), true});
  if (record)
    add("item-menu/cite", say("Copy with reference"),
        CopyText{CiteWords(library, session, record), say("a citation"), true});
  if (record && FirstPassage(library, record))
    add("item-menu/open", say("Open passage"), OpenPlace{of.record});
  if (std::string path = record ? PathOfRecord(library, record) : std::string(); !path.empty()) {
    ViewState why = session.state;
    why.view = ViewId::kWhatIf;
    why.selection.clear();
    why.why = std::move(path);
    add("item-menu/why", say("Why?"), SetState{std::move(why)});
  }
  ViewState here = session.state;
  if (record) here.selection = of.record;
  // Of a reader's own file there is none.
  if (std::string link = LinkTo(session, here); !link.empty())
    add("item-menu/link", say("Copy link"),
        CopyText{std::move(link), say("the link to this view"), true});
  // A finger has no Escape.
  add("dialog/close", say("Close"), ShowDialog{Dialog::kNone}, "Escape");
  return {std::move(menu)};
}

}  // namespace proviso::view
