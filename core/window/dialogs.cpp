#include "core/window/dialogs.h"

#include <algorithm>
#include <cmath>

#include "core/canvas/choice.h"
#include "core/canvas/glyph.h"
#include "core/state/scenario.h"
#include "core/views/map/graph.h"
#include "core/window/around/top_model.h"
#include "core/window/dialogs/panels.h"
#include "core/window/dialogs/title.h"

namespace proviso::view {
namespace {

/// The setting whose values are listed; none where a command names no setting.
std::optional<Choice> ChosenFrom(const StageBuilder& builder) {
  const Library& library = builder.library();
  const ViewState& state = builder.state();
  const std::string& key = builder.session().choosing;
  if (key == "arrows") return ArrowsChoice(library, state, MapVoices(library, state));
  return ChoiceOf(library, state, key);
}

Scene PanelScene(const Space& space, const char* id, const std::string& title,
                 const Blocks& blocks) {
  Sketch sketch(space, id, Ink::kSurface);
  const float x = DialogMargin(space);
  Column column{sketch, x, DrawDialogTitle(sketch, title, space), space.width - 2 * x};
  Draw(column, blocks);
  return column.Finish(0);
}

/// The views that have no tab in the bar, as a list.
Scene HiddenViews(StageBuilder& builder, const Space& space) {
  Sketch sketch(space, "choices", Ink::kSurface);
  const float x = sketch.S(14);
  Column column{sketch, x, sketch.S(6), space.width - 2 * x};
  TopModel top = BuildTopModel(builder.library(), builder.session());
  std::erase_if(top.tabs, [&](const TopTab& tab) {
    return FindItem(builder.frame(), "tab/" + std::string(Word(tab.view))).item != nullptr;
  });
  if (top.tabs.empty()) top = BuildTopModel(builder.library(), builder.session());
  Draw(column, ViewsPanel(top, builder.library().say));
  return column.Finish(6);
}

Scene DialogScene(StageBuilder& builder, Dialog dialog, const Space& space) {
  const Library& library = builder.library();
  const Session& session = builder.session();
  const Say& say = library.say;
  const std::string title = say(DialogName(dialog));
  switch (dialog) {
    case Dialog::kPalette:
      return BuildPaletteScene(BuildPaletteModel(library, session), session.focus, space);
    case Dialog::kKeys:
      return PanelScene(space, "keys", title, KeysPanel(say));
    case Dialog::kShare:
      return PanelScene(space, "share", title, SharePanel(BuildShareModel(library, session), say));
    case Dialog::kNotes:
      return PanelScene(space, "notes", title, NotesPanel(BuildNotesModel(library, session), say));
    case Dialog::kSettings:
      return PanelScene(space, "settings", title, SettingsPanel(session, say));
    case Dialog::kAbout:
      return PanelScene(space, "about", title, AboutPanel(library));
    case Dialog::kFilters:
      return BuildFiltersDialogScene(builder, space);
    case Dialog::kLevers:
      return BuildLeversDialogScene(
          BuildWhatIfModel(library, session, &builder.cache().answers, &builder.cache().beside,
                           &builder.cache().before),
          BuildScenarioModel(library, session), space);
    case Dialog::kSides:
      return PanelScene(space, "sides", title, SidesPanel(BuildSidesModel(library, session), say));
    case Dialog::kChoices:
      if (session.choosing == "v") return HiddenViews(builder, space);
      if (const auto choice = ChosenFrom(builder))
        return PanelScene(space, "choices", choice->name, ChoicesPanel(*choice));
      return DialogScene(builder, Dialog::kMenu, space);
    case Dialog::kMenu:
      return PanelScene(space, "menu", title,
                        MenuPanel(session, BuildTopModel(library, session), !builder.wide(), say));
    case Dialog::kItemMenu: {
      Sketch sketch(space, "item-menu", Ink::kSurface);
      Column column{sketch, 2, 2, space.width - 4};
      Draw(column, ItemMenuPanel(library, session));
      return column.Finish(2);
    }
    case Dialog::kLanguage:
      return PanelScene(space, "language", title, LanguagePanel(session, say));
    case Dialog::kOpen: {
      const OpenModel model = BuildOpenModel(library, session);
      return PanelScene(space, "open", model.title, OpenPanel(model, say));
    }
    case Dialog::kPublish: {
      // By way of a pointer that may change: whatever is put into its caller would be no part.
      decltype(&PublishScene) volatile draw = PublishScene;
      return draw(builder, space);
    }
    case Dialog::kVersions: {
      decltype(&VersionsScene) volatile draw = VersionsScene;
      return draw(builder, space);
    }
    default:
      return PanelScene(space, "dialog", say(DialogName(Dialog::kNotice)),
                        NoticesPanel(BuildTopModel(library, session), say));
  }
}

// A list of problems is a table, and wide.
bool HasReport(const StageBuilder& builder) {
  const Opening::Stage stage = builder.session().opening.stage;
  return stage == Opening::Stage::kRefused || stage == Opening::Stage::kWarned;
}

}  // namespace

void AddDialog(StageBuilder& builder) {
  const Dialog dialog = builder.session().dialog;
  const Viewport& window = builder.frame().viewport;
  const float wanted = builder.S(dialog == Dialog::kPalette                      ? 720
                                 : dialog == Dialog::kShare                      ? 780
                                 : dialog == Dialog::kChoices                    ? 440
                                 : dialog == Dialog::kNotes                      ? 640
                                 : dialog == Dialog::kPublish                    ? 1074
                                 : dialog == Dialog::kVersions                   ? 900
                                 : dialog == Dialog::kOpen && HasReport(builder) ? 1060
                                                                                 : 560);
  Rect rect;
  rect.w = builder.phone() ? window.width : std::min(wanted, window.width - 48);
  rect.x = std::round((window.width - rect.w) / 2);
  rect.y = builder.phone() ? 0 : std::round(std::min(98.0f, window.height / 9));
  float room = builder.phone() ? window.height : window.height - 2 * rect.y;
  // On a phone a sheet: what it covers shows above it.
  const bool sheet = builder.phone() && dialog != Dialog::kPalette;
  if (sheet) {
    rect.y = std::round(window.height * 0.15f);
    room = window.height - rect.y;
  }
  if (dialog == Dialog::kLevers && !builder.phone()) {
    rect.x = 0;
    rect.w = std::min(builder.S(320), window.width);
    rect.y = 0;
    room = window.height;
  }
  const bool items = dialog == Dialog::kItemMenu && !builder.phone();
  const bool program = dialog == Dialog::kMenu && !builder.phone() && builder.bars() == Bars::kAll;
  if (items || program) {
    rect.w = std::min(builder.S(items ? 260 : 300), window.width);
    room = window.height;
  }
  // What a button of the bar leads to hangs below it.
  const Found more = FindItem(builder.frame(), "top/more");
  if (dialog == Dialog::kChoices && builder.session().choosing == "v" && more.item != nullptr) {
    rect.w = builder.S(200);
    rect.x = std::min(more.item->rect.x, window.width - rect.w - 8);
    rect.y = more.panel->rect.bottom() - 3;
    room = window.height - rect.y - 8;
  }
  if (program) {
    rect.x = std::max(0.0f, window.width - builder.SpaceFor(rect).margin() - rect.w);
    rect.y = builder.Bar(56) - 8;
    room = window.height - rect.y;
  }
  rect.h = std::round(room);
  Space measured = builder.SpaceFor(rect);
  Scene scene = DialogScene(builder, dialog, measured);
  if (!(builder.phone() && dialog == Dialog::kPalette) &&
      !(dialog == Dialog::kLevers && !builder.phone()))
    rect.h = std::min(rect.h, std::ceil(scene.height));
  if (sheet) rect.y = window.height - rect.h;
  if (items) {
    // Where it was asked for, inside the window.
    const ItemMenu& of = builder.session().item_menu;
    rect.x = std::round(std::clamp(of.x, 0.0f, std::max(0.0f, window.width - rect.w)));
    rect.y = std::round(std::clamp(of.y, 0.0f, std::max(0.0f, window.height - rect.h)));
  }
  Panel& panel = builder.Add("dialog", Landmark::kDialog, builder.Say(DialogName(dialog)), rect,
                             Ink::kSurface, [&](const Space&) { return scene; });
  panel.modal = true;
  panel.light = dialog == Dialog::kItemMenu || program;
  panel.scene.shapes.push_back(StrokeShape({0, panel.scroll_y, rect.w, rect.h}, Ink::kInk, 2));
}

}  // namespace proviso::view
