#include <array>
#include <string>
#include <vector>

#include "core/window/dialogs/panels.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

struct ThemeChoice {
  ThemeId theme;
  std::string_view key, words;
};
constexpr std::array<ThemeChoice, 4> kThemes{{{ThemeId::kAuto, "auto", Key("Auto")},
                                              {ThemeId::kLight, "light", Key("Light")},
                                              {ThemeId::kDark, "dark", Key("Dark")},
                                              {ThemeId::kContrast, "contrast", Key("Contrast")}}};
constexpr std::array<std::uint16_t, 5> kPercents{100, 125, 150, 175, 200};

}  // namespace

Blocks SettingsPanel(const Session& session, const Say& say) {
  std::vector<SegmentChoice> themes, sizes;
  for (const ThemeChoice& theme : kThemes)
    themes.push_back({std::string(theme.key), say(theme.words), session.theme == theme.theme, false,
                      SetTheme{theme.theme}});
  for (const std::uint16_t percent : kPercents)
    sizes.push_back({std::to_string(percent), say("{0} %", {std::to_string(percent)}),
                     session.state.text_percent == percent, false, SetTextPercent{percent}});
  const bool strict = session.state.strict, keys = session.single_keys;
  const bool still = session.reduced_motion;
  return {
      Rule{Ink::kInk, 2},
      Gap{16},
      Choices{say("Theme"), "settings/theme", themes},
      Choices{say("Size of type"), "settings/size", sizes},
      Gap{6},
      Buttons{{"settings/language", LanguageWords(say), "", ShowDialog{Dialog::kLanguage}}},
      Gap{12},
      Switch{"settings/strict", say("Read strictly"),
             say("Leaves out what the coders read into “if”: that it makes a difference."), strict,
             SetStrict{!strict}},
      Switch{"settings/keys", say("Single keys"),
             say("Keys such as 1, S and ? do something by themselves. Turn them off if you speak "
                 "to your computer."),
             keys, SetSingleKeys{!keys}},
      Switch{"settings/motion", say("Reduced motion"),
             say("Nothing moves by itself, whatever the system says."), still,
             SetReducedMotion{!still}},
      Gap{18}};
}

}  // namespace proviso::view
