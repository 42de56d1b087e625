#include "core/window/around/top_scene.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "core/canvas/sketch.h"
#include "core/state/scenario.h"

namespace proviso::view {
namespace {

/// The views that have a tab of their own on a phone, as far as that has room.
constexpr std::array kPhoneViews{ViewId::kWhatIf, ViewId::kMatrix, ViewId::kClaims,
                                 ViewId::kSources};

/// The mark, and beside it the program's name or, where it has no tab, the view's.
float DrawMark(Sketch& sketch, const std::string& name, float x, float middle, bool named,
               float limit) {
  const float mark = sketch.Sign(Glyph::kMark, x, middle, 24);
  float right = x + mark;
  if (named) {
    right += sketch.S(11);
    // Large type on a small screen: smaller rather than over what stands beside it.
    Type type = Type::kH2;
    for (const Type smaller : {Type::kH3, Type::kBodyStrong})
      if (right + sketch.Width(type, name) > limit) type = smaller;
    const float top = middle - sketch.LineOf(type) / 2;
    right += sketch.Words(right, top, name, type, Ink::kInk, std::max(limit - right, 1.0f));
  }
  sketch.Add(MakeItem(ItemRole::kText, "top/name", name,
                      {x, std::round(middle - sketch.S(15)), right - x, sketch.S(30)}));
  return right;
}

float TabWidth(const Sketch& sketch, const TopTab& tab) {
  return std::ceil(sketch.Width(tab.current ? Type::kBodyStrong : Type::kBody, tab.label));
}

std::string MoreWords(const Sketch& sketch) { return sketch.Say("More"); }

/// The tabs of a phone, all of one width, with "More" beside them.
std::vector<const TopTab*> PhoneTabs(const Sketch& sketch, const TopModel& model, float width) {
  std::vector<const TopTab*> tabs;
  float widest = std::ceil(sketch.Width(Type::kControlStrong, MoreWords(sketch)));
  for (const ViewId view : kPhoneViews)
    for (const TopTab& tab : model.tabs) {
      if (tab.view != view) continue;
      widest = std::max(widest, std::ceil(sketch.Width(Type::kControlStrong, tab.label)));
      if ((widest + 4) * static_cast<float>(tabs.size() + 2) > width && !tabs.empty()) return tabs;
      tabs.push_back(&tab);
    }
  return tabs;
}

constexpr float kTabGap = 20, kLeastTabGap = 12;

// "More" and its arrow.
float MoreWidth(const Sketch& sketch) {
  return std::ceil(sketch.Width(Type::kBody, MoreWords(sketch))) + sketch.S(20);
}

/// Which views have a tab, and how far apart: all of them down to the least gap; else as many from
/// the left as leave room for More, the current one in the place of the last.
struct TabRow {
  std::vector<const TopTab*> tabs;
  float gap = 0;
  bool more = false;
};

TabRow FittingTabs(const Sketch& sketch, const TopModel& model, float room) {
  TabRow row;
  float all = 0;
  for (const TopTab& tab : model.tabs) {
    row.tabs.push_back(&tab);
    all += TabWidth(sketch, tab);
  }
  const float gaps = static_cast<float>(std::max<std::size_t>(row.tabs.size(), 2) - 1);
  row.gap = std::min(std::floor((room - all) / gaps), sketch.S(kTabGap));
  if (row.gap >= sketch.S(kLeastTabGap)) return row;
  row.more = true;
  row.gap = sketch.S(kTabGap);
  const float left = room - MoreWidth(sketch);
  row.tabs.clear();
  float used = 0;
  for (const TopTab& tab : model.tabs) {
    const float width = TabWidth(sketch, tab) + row.gap;
    if (used + width > left) break;
    row.tabs.push_back(&tab);
    used += width;
  }
  for (const TopTab& tab : model.tabs) {
    if (!tab.current || std::find(row.tabs.begin(), row.tabs.end(), &tab) != row.tabs.end())
      continue;
    const float width = TabWidth(sketch, tab) + row.gap;
    while (!row.tabs.empty() && used + width > left) {
      used -= TabWidth(sketch, *row.tabs.back()) + row.gap;
      row.tabs.pop_back();
    }
    row.tabs.push_back(&tab);
    used += width;
  }
  return row;
}

void AddTab(Sketch& sketch, const TopTab& tab, Rect rect, std::size_t at, std::size_t count) {
  Item item = MakeItem(ItemRole::kTab, "tab/" + std::string(Word(tab.view)), tab.label, rect);
  item.shortcut = tab.shortcut;
  item.selected = tab.current ? Tri::kYes : Tri::kNo;
  item.current = tab.current;
  item.press = tab.show;
  item.group = "tabs";
  item.pos = static_cast<std::uint32_t>(at) + 1;
  item.size = static_cast<std::uint32_t>(count);
  sketch.Add(std::move(item));
}

// The way to the views that have no tab: a list below it.
void DrawMore(Sketch& sketch, const TopModel& model, const std::vector<const TopTab*>& tabs,
              Rect rect, float x, float top) {
  const std::string words = MoreWords(sketch);
  const float used = sketch.Words(x, top, words, Type::kBody, Ink::kInkSoft);
  sketch.Sign(Glyph::kDown, x + used + sketch.S(8), rect.h / 2, 10, GlyphStyle::kPlain,
              Ink::kInkMute);
  std::string first;
  for (const TopTab& tab : model.tabs)
    if (first.empty() && std::find(tabs.begin(), tabs.end(), &tab) == tabs.end())
      first = "menu/" + std::string(Word(tab.view));
  Item item = MakeItem(ItemRole::kButton, "top/more", words, rect);
  item.description = sketch.Say("Further views");
  item.press = ShowChoices{"v", first};
  sketch.Add(std::move(item));
}

void DrawTabs(Sketch& sketch, const TopModel& model, float x, float room, float height) {
  const TabRow row = FittingTabs(sketch, model, room);
  const float gap = row.gap;
  sketch.Open(MakeItem(ItemRole::kTabList, "tabs", sketch.Say("Views")));
  const float top = std::round((height - sketch.LineOf(Type::kBody)) / 2);
  for (std::size_t i = 0; i < row.tabs.size(); ++i) {
    const TopTab& tab = *row.tabs[i];
    const float width = TabWidth(sketch, tab);
    sketch.Words(x, top, tab.label, tab.current ? Type::kBodyStrong : Type::kBody,
                 tab.current ? Ink::kInk : Ink::kInkSoft);
    if (tab.current) sketch.HRule(x, height - 3, width, Ink::kInk, 3);
    // The gaps belong to the targets.
    AddTab(sketch, tab, {x - gap / 2, 0, width + gap, height}, i, row.tabs.size());
    x += width + gap;
  }
  sketch.Close();
  if (row.more)
    DrawMore(sketch, model, row.tabs, {x - gap / 2, 0, MoreWidth(sketch) + gap / 2, height}, x,
             top);
}

float DrawSearch(Sketch& sketch, const Action& search, float right, float middle) {
  const float width = sketch.S(176), height = sketch.Control(34);
  const Rect box{right - width, std::round(middle - height / 2), width, height};
  sketch.Fill(box, Ink::kSurface, 6);
  sketch.Stroke(box, Ink::kControlLine, 1, 6);
  sketch.Words(box.x + sketch.S(11), middle - sketch.LineOf(Type::kControl) / 2, search.words,
               Type::kControl, Ink::kInkMute, width - sketch.S(60));
  if (!search.shortcut.empty()) sketch.KeyCap(box.right() - sketch.S(10), middle, "/");
  Item item = MakeItem(ItemRole::kButton, "top/search", search.words, box);
  item.press = search.command;
  item.shortcut = search.shortcut;
  sketch.Add(std::move(item));
  return box.x;
}

}  // namespace

Scene BuildTopScene(const TopModel& model, const Space& space) {
  Sketch sketch(space, "top", Ink::kPaper);
  const float height = space.height, middle = std::round((height - 1) / 2);
  sketch.HRule(0, height - 1, space.width, Ink::kLine);
  const float side = sketch.Control(34), half = std::round(middle - side / 2);
  const float margin = space.margin();
  const bool roomy = space.wide();
  std::string name = model.name;
  if (space.phone()) {
    const std::vector<const TopTab*> tabs = PhoneTabs(sketch, model, space.width);
    for (const TopTab& tab : model.tabs)
      if (tab.current && std::find(tabs.begin(), tabs.end(), &tab) == tabs.end()) name = tab.label;
  }
  const float name_right = DrawMark(sketch, name, margin, middle, space.phone() || roomy,
                                    space.width - margin - 2 * side - sketch.S(16));
  const float tabs_left = name_right + sketch.S(roomy ? 38 : 22);
  // Right to left what keeps its width; the tabs get what is left. Items come in reading order.
  float right = space.width - margin;
  const float menu_x = right - side + (space.phone() ? sketch.S(8) : 0);
  right = menu_x - sketch.S(8);
  ButtonSpec share;
  share.id = "top/share";
  share.words = sketch.Say("Share…");
  share.command = ShowDialog{Dialog::kShare};
  const float share_x = space.phone() ? right : right - sketch.ButtonWidth(share);
  if (!space.phone()) right = share_x - sketch.S(8);
  const float search_left = roomy ? right - sketch.S(176) : right - side;
  if (!space.phone())
    DrawTabs(sketch, model, tabs_left, search_left - sketch.S(roomy ? 24 : 16) - tabs_left, height);
  if (roomy)
    DrawSearch(sketch, model.search, right, middle);
  else
    sketch.IconButton(right - side, half, side, Glyph::kSearch, "top/search", model.search.words,
                      model.search.command, 20);
  if (!space.phone())
    sketch.Button(share_x, std::round(middle - sketch.ButtonHeight(share.kind) / 2), share);
  sketch.IconButton(menu_x, half, side, Glyph::kMenu, "top/menu", sketch.Say("Menu"),
                    ShowDialog{Dialog::kMenu}, 20);
  return sketch.Finish(height);
}

Scene BuildTabsScene(const TopModel& model, const Space& space) {
  Sketch sketch(space, "tabs", Ink::kPaper);
  sketch.HRule(0, 0, space.width, Ink::kLine);
  const std::vector<const TopTab*> tabs = PhoneTabs(sketch, model, space.width);
  const float width = space.width / static_cast<float>(tabs.size() + 1);
  const float top = std::round((space.height - sketch.LineOf(Type::kControl)) / 2);
  sketch.Open(MakeItem(ItemRole::kTabList, "tabs/list", sketch.Say("Views")));
  for (std::size_t i = 0; i < tabs.size(); ++i) {
    const float x = std::round(width * static_cast<float>(i));
    const bool current = tabs[i]->current;
    if (current) sketch.HRule(x, 0, width, Ink::kInk, 3);
    sketch.WordsCentred({x + 2, top, width - 4, sketch.LineOf(Type::kControl)}, tabs[i]->label,
                        current ? Type::kControlStrong : Type::kControl,
                        current ? Ink::kInk : Ink::kInkSoft);
    AddTab(sketch, *tabs[i], {x, 0, width, space.height}, i, tabs.size());
  }
  sketch.Close();
  const float x = std::round(width * static_cast<float>(tabs.size()));
  // The view on screen is one of those behind it.
  const bool behind =
      std::none_of(tabs.begin(), tabs.end(), [](const TopTab* tab) { return tab->current; });
  if (behind) sketch.HRule(x, 0, space.width - x, Ink::kInk, 3);
  sketch.WordsCentred({x + 2, top, width - 4, sketch.LineOf(Type::kControl)}, MoreWords(sketch),
                      behind ? Type::kControlStrong : Type::kControl,
                      behind ? Ink::kInk : Ink::kInkSoft);
  Item more = MakeItem(ItemRole::kButton, "tabs/more", sketch.Say("More"),
                       {x, 0, space.width - x, space.height});
  more.press = ShowDialog{Dialog::kMenu};
  sketch.Add(std::move(more));
  return sketch.Finish(space.height);
}

Scene BuildNoticesScene(const TopModel& model, const Space& space) {
  Sketch sketch(space, "notices", Ink::kAlteredTint);
  ButtonSpec dismiss;
  dismiss.id = "notices/dismiss";
  dismiss.words = sketch.Say("Dismiss");
  dismiss.kind = ButtonKind::kSmall;
  dismiss.command = model.dismiss_notices;
  const ButtonSpec here{"notices/take-over", sketch.Say("Edit here instead"), "", TakeOver{},
                        ButtonKind::kSmall};
  const float right = space.width - space.margin() - sketch.ButtonWidth(dismiss);
  float y = sketch.S(8);
  const float x = space.margin() + sketch.S(26);
  sketch.Sign(Glyph::kWarning, space.margin(), y + sketch.LineOf(Type::kControl) / 2, 18);
  sketch.Open(MakeItem(ItemRole::kStatus, "notices/lines", sketch.Say("Notices")));
  for (const std::string& notice : model.notices)
    y += sketch.Paragraph(x, y, right - sketch.S(16) - x, notice, Type::kControl) + sketch.S(2);
  sketch.Close();
  if (model.edited_elsewhere) {
    y += sketch.S(4);
    y += sketch.Button(x, y, here).h + sketch.S(2);
  }
  sketch.Button(right, sketch.S(6), dismiss);
  y = std::max(y + sketch.S(6), sketch.S(12) + sketch.ButtonHeight(ButtonKind::kSmall));
  sketch.HRule(0, y - 1, space.width, Ink::kLine);
  return sketch.Finish(y);
}

namespace {

// Undo and Redo say in full what they undo to those who ask; the buttons stay short.
void ShortenTo(std::string_view words, ButtonSpec* spec) {
  spec->name = spec->words;
  spec->words = std::string(words);
}

}  // namespace

Scene BuildScenarioScene(const ScenarioModel& model, const Space& space) {
  Sketch sketch(space, "scenario", Ink::kSunken);
  const float height = space.height, middle = std::round((height - 1) / 2);
  sketch.HRule(0, height - 1, space.width, Ink::kLine);
  const float button_top = std::round(middle - sketch.ButtonHeight(ButtonKind::kSmall) / 2);

  std::vector<ButtonSpec> right_side;
  // What there is least room for goes first.
  if (model.clear_filters)
    right_side.push_back(ButtonOf(*model.clear_filters, "scenario/", ButtonKind::kSmall));
  if (model.clear) right_side.push_back(ButtonOf(*model.clear, "scenario/", ButtonKind::kSmall));
  if (model.undo) {
    right_side.push_back(ButtonOf(*model.undo, "scenario/", ButtonKind::kSmall));
    ShortenTo(sketch.Say("Undo"), &right_side.back());
  }
  if (model.redo && !space.phone()) {
    right_side.push_back(ButtonOf(*model.redo, "scenario/", ButtonKind::kSmall));
    ShortenTo(sketch.Say("Redo"), &right_side.back());
  }
  ButtonSpec add = ButtonOf(model.add, "scenario/", ButtonKind::kSmall);
  const float add_width = sketch.ButtonWidth(add) + sketch.S(12);
  float right = space.width - space.margin();
  for (const ButtonSpec& spec : right_side) right -= sketch.ButtonWidth(spec) + sketch.S(8);
  const std::string suppose = sketch.Say("Suppose");
  const float titled =
      space.phone() ? 0 : std::ceil(sketch.Width(Type::kLabel, suppose)) + sketch.S(12);
  // Where words are long the way to the conditions goes before: they can be cleared there.
  while (!right_side.empty() && right - add_width < space.margin() + titled + sketch.S(24)) {
    right += sketch.ButtonWidth(right_side.front()) + sketch.S(8);
    right_side.erase(right_side.begin());
  }
  const float right_start = right + sketch.S(8);

  float x = space.margin();
  const float label = middle - sketch.LineOf(Type::kLabel) / 2;
  if (!space.phone()) sketch.Text(x, label, right - x, suppose, Type::kLabel, Ink::kInkSoft);
  x += titled;
  const float room = right - add_width;
  const std::size_t chips = model.supposed.size() + model.filters.size();
  ButtonSpec more;
  more.id = "scenario/more";
  more.kind = ButtonKind::kQuiet;
  more.words = sketch.Say("+{0} more", {std::to_string(chips)});
  const float counter = std::max(sketch.S(70), sketch.ButtonWidth(more) + sketch.S(4));
  if (model.supposed.empty()) {
    const float width =
        std::max(0.0f, room - x - sketch.S(10) - (chips > 0 ? counter : -sketch.S(2)));
    const std::string shown = space.phone() ? sketch.Say("Nothing supposed") : model.words;
    const float words = std::min(sketch.Width(Type::kControl, shown), width);
    sketch.Text(x, middle - sketch.LineOf(Type::kControl) / 2, width, shown, Type::kControl,
                Ink::kInkSoft);
    x += std::ceil(words) + sketch.S(10);
  }
  std::size_t drawn = 0;
  const float least = sketch.S(130);
  const float chip_top = std::round(middle - sketch.Control(34) / 2);
  for (const SupposedChip& chip : model.supposed) {
    const float left = room - x - (drawn + 1 < chips ? counter : 0);
    if (left < least) break;
    x += sketch.IfChip(x, chip_top, "scenario/if/" + chip.proposition, chip.prefix, chip.label,
                       chip.inspect, chip.remove, std::min(left, sketch.S(320))) +
         sketch.S(8);
    ++drawn;
  }
  if (drawn == model.supposed.size())
    for (const Action& filter : model.filters) {
      const float left = room - x - (drawn + 1 < chips ? counter : 0);
      if (left < sketch.S(90)) break;
      x += sketch.FilterChip(x, button_top, "scenario/filter/" + filter.key, filter.words,
                             filter.command, std::min(left, sketch.S(280))) +
           sketch.S(8);
      ++drawn;
    }
  if (drawn < chips) {
    more.words = sketch.Say("+{0} more", {std::to_string(chips - drawn)});
    more.command = ShowDialog{drawn < model.supposed.size() ? Dialog::kLevers : Dialog::kFilters};
    x += sketch.Button(x, button_top, more).w + sketch.S(4);
  }
  // In a narrow window the rest leads to the conditions as well, and stands alone.
  if (drawn == chips || x + sketch.ButtonWidth(add) <= right) sketch.Button(x, button_top, add);
  x = right_start;
  for (const ButtonSpec& spec : right_side) x += sketch.Button(x, button_top, spec).w + sketch.S(8);
  return sketch.Finish(height);
}

}  // namespace proviso::view
