#include <algorithm>
#include <cmath>

#include "core/view/choice_scene.h"
#include "core/view/dialog_scene.h"
#include "core/view/frame_builder.h"
#include "core/view/glyph.h"
#include "core/view/open_scene.h"

namespace proviso::view {
namespace {

Scene DialogScene(FrameBuilder& builder, Dialog dialog, const Space& space) {
  switch (dialog) {
    case Dialog::kPalette:
      return BuildPaletteScene(BuildPaletteModel(builder.library(), builder.session()),
                               builder.session().focus, space);
    case Dialog::kKeys:
      return BuildKeysScene(space);
    case Dialog::kShare:
      return BuildShareScene(BuildShareModel(builder.library(), builder.session()), space);
    case Dialog::kNotes:
      return BuildNotesScene(BuildNotesModel(builder.library(), builder.session()), space);
    case Dialog::kSettings:
      return BuildSettingsScene(builder.session(), space);
    case Dialog::kAbout:
      return BuildAboutScene(builder.library(), space);
    case Dialog::kFilters: {
      return BuildFiltersDialogScene(
          BuildClaimsModel(builder.library(), builder.session(), OrderOf(builder), 0, 0), space);
    }
    case Dialog::kLevers:
      return BuildLeversDialogScene(
          BuildWhatIfModel(builder.library(), builder.session(), &builder.cache().answers,
                           &builder.cache().beside),
          builder.scenario(), space);
    case Dialog::kSides:
      return BuildSidesScene(BuildSidesModel(builder.library(), builder.session()), space);
    case Dialog::kChoices:
      if (const auto choice =
              ChoiceOf(builder.library(), builder.state(), builder.session().choosing))
        return BuildChoicesScene(*choice, space);
      return BuildMenuScene(builder.session(), builder.top(), space);
    case Dialog::kMenu:
      return BuildMenuScene(builder.session(), builder.top(), space);
    case Dialog::kLanguage:
      return BuildLanguageScene(builder.session(), space);
    case Dialog::kOpen:
      return BuildOpenScene(BuildOpenModel(builder.library(), builder.session()), space);
    default:
      return BuildNoticesDialogScene(builder.top(), space);
  }
}

// A list of problems is a table, and wide.
bool HasReport(const FrameBuilder& builder) {
  const Opening::Stage stage = builder.session().opening.stage;
  return stage == Opening::Stage::kRefused || stage == Opening::Stage::kWarned;
}

}  // namespace

void AddDialog(FrameBuilder& builder) {
  const Dialog dialog = builder.session().dialog;
  const Viewport& window = builder.frame().viewport;
  const float wanted = builder.S(dialog == Dialog::kPalette                      ? 720
                                 : dialog == Dialog::kShare                      ? 780
                                 : dialog == Dialog::kChoices                    ? 440
                                 : dialog == Dialog::kNotes                      ? 640
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
    rect.w = std::min(builder.S(360), window.width);
    rect.y = 0;
    room = window.height;
  }
  rect.h = std::round(room);
  Space measured = builder.SpaceFor(rect);
  Scene scene = DialogScene(builder, dialog, measured);
  if (!(builder.phone() && dialog == Dialog::kPalette) &&
      !(dialog == Dialog::kLevers && !builder.phone()))
    rect.h = std::min(rect.h, std::ceil(scene.height));
  if (sheet) rect.y = window.height - rect.h;
  Panel& panel = builder.Add("dialog", Landmark::kDialog, builder.Say(DialogName(dialog)), rect,
                             Ink::kSurface, [&](const Space&) { return scene; });
  panel.modal = true;
  panel.scene.shapes.push_back(StrokeShape({0, panel.scroll_y, rect.w, rect.h}, Ink::kInk, 2));
}

}  // namespace proviso::view
