#include "core/window/around/top_model.h"

#include <array>

#include "core/state/brush.h"
#include "core/state/change_words.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

constexpr int kThemes = kWords<ThemeId>.size();

}  // namespace

TopModel BuildTopModel(const Library& library, const Session& session) {
  const Say& say = library.say;
  TopModel model;
  model.name = "Proviso";
  model.dataset_title = library.dataset.info.title;
  for (const ViewRow& row : kViewRows)
    model.tabs.push_back({row.view, say(row.label), std::to_string(model.tabs.size() + 1),
                          row.view == session.state.view, ShowView{row.view}});
  model.search = {"search", say("Search"), ShowDialog{Dialog::kPalette}, "/", false};
  model.share = {"share", say("Share…"), ShowDialog{Dialog::kShare}, "", false};
  const auto next = static_cast<ThemeId>((static_cast<int>(session.theme) + 1) % kThemes);
  model.theme = {"theme", say("Theme: {0}", {say(Label(session.theme))}), SetTheme{next}, "",
                 false};
  model.keys = {"keys", say("All keys"), ShowDialog{Dialog::kKeys}, "?", false};
  model.notices = session.notices;
  model.dismiss_notices = DismissNotices{};
  model.edited_elsewhere = session.edited_elsewhere;
  return model;
}

}  // namespace proviso::view
