#include <array>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "core/view/dialog_scene.h"
#include "core/view/wording.h"

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

// A box to tick with a sentence under it. Returns the height.
float DrawSwitch(Sketch& sketch, const char* id, std::string_view words, std::string_view sentence,
                 bool on, Command turn, float x, float y, float width) {
  const float start = y;
  y += sketch.CheckRow(x, y, width, id, sketch.Say(words), "", on, std::move(turn));
  y += sketch.Paragraph(x + sketch.S(24), y, width - sketch.S(24), sketch.Say(sentence),
                        Type::kCaption, Ink::kInkMute);
  return y + sketch.S(8) - start;
}

}  // namespace

float DrawChoices(Sketch& sketch, const std::string& label, const std::string& id,
                  const std::vector<SegmentChoice>& choices, float x, float y, float width) {
  const float segment = sketch.SegmentWidth(choices);
  const float words = sketch.Width(Type::kControl, label) + sketch.S(16);
  const float height = sketch.Control(28);
  if (words + segment <= width) {
    sketch.Words(x, y + (height - sketch.LineOf(Type::kControl)) / 2, label, Type::kControl,
                 Ink::kInk);
    sketch.Segment(x + width - segment, y, id, label, choices);
    return height + sketch.S(8);
  }
  float used = sketch.LineOf(Type::kControl) + sketch.S(4);
  sketch.Words(x, y, label, Type::kControl, Ink::kInk, width);
  if (segment <= width) {
    sketch.Segment(x, y + used, id, label, choices);
    return used + height + sketch.S(8);
  }
  // Too wide for a phone at large type: one button that goes round.
  std::size_t at = 0;
  for (std::size_t i = 0; i < choices.size(); ++i)
    if (choices[i].chosen) at = i;
  const SegmentChoice& next = choices[(at + 1) % choices.size()];
  ButtonSpec spec;
  spec.id = id;
  spec.words = choices[at].words;
  spec.name = sketch.Say("{0}: {1}", {label, choices[at].words});
  spec.description = sketch.Say("Next: {0}", {next.words});
  spec.command = next.choose;
  spec.drop_arrow = true;
  spec.kind = ButtonKind::kSmall;
  spec.max_width = width;
  sketch.Button(x, y + used, spec);
  return used + height + sketch.S(8);
}

Scene BuildSettingsScene(const Session& session, const Space& space) {
  Sketch sketch(space, "settings", Ink::kSurface);
  const float x = DialogMargin(space), width = space.width - 2 * x;
  float y = DrawDialogTitle(sketch, sketch.Say(DialogName(Dialog::kSettings)), space);
  sketch.HRule(x, y, width, Ink::kInk, 2);
  y += 2 + sketch.S(16);
  std::vector<SegmentChoice> themes, sizes;
  for (const ThemeChoice& theme : kThemes)
    themes.push_back({std::string(theme.key), sketch.Say(theme.words), session.theme == theme.theme,
                      false, SetTheme{theme.theme}});
  y += DrawChoices(sketch, sketch.Say("Theme"), "settings/theme", themes, x, y, width);
  for (const std::uint16_t percent : kPercents)
    sizes.push_back({std::to_string(percent), sketch.Say("{0} %", {std::to_string(percent)}),
                     session.state.text_percent == percent, false, SetTextPercent{percent}});
  y += DrawChoices(sketch, sketch.Say("Size of type"), "settings/size", sizes, x, y, width) +
       sketch.S(6);
  ButtonSpec language;
  language.id = "settings/language";
  language.words = LanguageWords(space.say);
  language.command = ShowDialog{Dialog::kLanguage};
  language.max_width = width;
  y += sketch.Button(x, y, language).h + sketch.S(12);
  y += DrawSwitch(sketch, "settings/strict", Key("Read strictly"),
                  Key("Leaves out what the coder reads into “if”: that it makes a difference."),
                  session.state.strict, SetStrict{!session.state.strict}, x, y, width);
  y += DrawSwitch(
      sketch, "settings/keys", Key("Single keys"),
      Key("Keys such as 1, S and ? do something by themselves. Turn them off if you speak "
          "to your computer."),
      session.single_keys, SetSingleKeys{!session.single_keys}, x, y, width);
  y += DrawSwitch(sketch, "settings/motion", Key("Reduced motion"),
                  Key("Nothing moves by itself, whatever the system says."), session.reduced_motion,
                  SetReducedMotion{!session.reduced_motion}, x, y, width);
  return sketch.Finish(std::ceil(y) + sketch.S(18));
}

}  // namespace proviso::view
