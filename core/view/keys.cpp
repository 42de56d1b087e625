#include "core/view/keys.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

#include "core/view/answers.h"
#include "core/view/camera.h"
#include "core/view/claims_model.h"
#include "core/view/compare.h"
#include "core/view/copy_check.h"
#include "core/view/matrix_model.h"
#include "core/view/palette_model.h"
#include "core/view/top_model.h"
#include "core/view/voice_model.h"

namespace proviso::view {
namespace {

enum class Way : std::uint8_t { kLeft, kRight, kUp, kDown, kFirst, kLast };

std::optional<Way> WayOf(std::string_view key) {
  if (key == "ArrowLeft") return Way::kLeft;
  if (key == "ArrowRight") return Way::kRight;
  if (key == "ArrowUp") return Way::kUp;
  if (key == "ArrowDown") return Way::kDown;
  if (key == "Home") return Way::kFirst;
  if (key == "End") return Way::kLast;
  return std::nullopt;
}

/// How far `to` lies from `from` in one direction; negative if it does not lie there. Sideways
/// distance counts more, so that a column is walked before its neighbour.
float Distance(const Rect& from, const Rect& to, Way way) {
  constexpr float kSideways = 6;
  const float dx = to.x + to.w / 2 - (from.x + from.w / 2);
  const float dy = to.y + to.h / 2 - (from.y + from.h / 2);
  const bool across = way == Way::kLeft || way == Way::kRight;
  const float ahead = across ? (way == Way::kRight ? dx : -dx) : (way == Way::kDown ? dy : -dy);
  // What overlaps in the other direction is in the same row or column.
  const float gap = across ? std::max({0.0f, to.y - from.bottom(), from.y - to.bottom()})
                           : std::max({0.0f, to.x - from.right(), from.x - to.right()});
  const float least = across ? std::min(from.w, to.w) / 4 : std::min(from.h, to.h) / 4;
  return ahead < std::max(1.0f, least) ? -1.0f : ahead + kSideways * gap;
}

/// The item of the group to which an arrow leads, or none.
const Item* Neighbour(const Panel& panel, const Item& at, Way way) {
  const Item* best = nullptr;
  float nearest = 0;
  // Along a line of time, sideways is earlier and later.
  const bool in_order = panel.along_x && (way == Way::kLeft || way == Way::kRight);
  for (const Item& item : panel.scene.items) {
    if (item.group != at.group || !item.focusable()) continue;
    if (in_order) {
      if (way == Way::kRight && &item > &at) return &item;
      if (way == Way::kLeft && &item < &at) best = &item;
      continue;
    }
    if (way == Way::kFirst) return &item;
    if (way == Way::kLast) {
      best = &item;
      continue;
    }
    const float distance = Distance(at.rect, item.rect, way);
    if (&item == &at || distance < 0 || (best != nullptr && distance >= nearest)) continue;
    best = &item;
    nearest = distance;
  }
  return best;
}

float LowestScroll(const Panel& panel) { return std::max(0.0f, panel.scene.height - panel.rect.h); }

void AddScroll(const Panel& panel, float y, Commands* commands) {
  y = std::clamp(y, 0.0f, LowestScroll(panel));
  if (y != panel.scroll_y) commands->push_back(ScrollTo{panel.id, y});
}

/// How much of the top of `panel` is covered by heads that stand over it.
float Covered(const Frame& frame, const Panel& panel) {
  float covered = 0;
  for (const Panel& over : frame.panels)
    if (&over > &panel && !over.modal && over.rect.y == panel.rect.y &&
        over.rect.x == panel.rect.x && over.rect.h < panel.rect.h)
      covered = over.rect.h;
  return covered;
}

/// Focuses `item` and brings it into sight.
void AddFocus(const Frame& frame, const Panel& panel, const Item& item, Commands* commands) {
  commands->push_back(Focus{item.id});
  if (panel.camera) {
    const float x = item.rect.x + item.rect.w / 2;
    const float y = item.rect.y + item.rect.h / 2 - panel.scroll_y;
    if (x >= 0 && y >= 0 && x < panel.rect.w && y < panel.rect.h) return;
    for (Command& command : Pan(panel, panel.rect.w / 2 - x, panel.rect.h / 2 - y))
      commands->push_back(std::move(command));
    return;
  }
  const float covered = Covered(frame, panel);
  if (item.rect.y < panel.scroll_y + covered)
    AddScroll(panel, item.rect.y - covered, commands);
  else if (item.rect.bottom() > panel.scroll_y + panel.rect.h)
    AddScroll(panel, item.rect.bottom() - panel.rect.h, commands);
}

const Panel* Modal(const Frame& frame) {
  for (auto panel = frame.panels.rbegin(); panel != frame.panels.rend(); ++panel)
    if (panel->modal) return &*panel;
  return nullptr;
}

const Panel* PanelOf(const Frame& frame, std::string_view id) {
  for (const Panel& panel : frame.panels)
    if (panel.id == id) return &panel;
  return nullptr;
}

Commands Escape(const Session& session, const KeyPress& key) {
  if (session.dialog != Dialog::kNone) return {ShowDialog{Dialog::kNone}};
  if (key.in_text_field) return {Focus{}};
  if (!session.notices.empty()) return {DismissNotices{}};
  if (!session.state.selection.empty()) return {Select{}};
  if (!session.state.why.empty()) return {SetField{"why", ""}};
  if (!session.focus.empty()) return {Focus{}};
  return {};
}

/// In the palette the field keeps the words while arrows and Enter serve the list under it.
Commands InPalette(const Frame& frame, const Session& session, std::string_view key) {
  const Panel* dialog = Modal(frame);
  if (dialog == nullptr || session.dialog != Dialog::kPalette) return {};
  for (const Item& item : dialog->scene.items) {
    if (item.editable() || !item.focusable() || item.group.empty()) continue;
    Commands commands;
    if (key == "ArrowDown") AddFocus(frame, *dialog, item, &commands);
    if (key == "Enter") commands.push_back(*item.press);
    return commands;
  }
  return {};
}

/// Sideways in the matrix: past the columns in sight they move along, and Home and End go to the
/// ends of a row. Empty where the arrow means what it does in every group.
Commands AcrossMatrix(const Library& library, const Session& session, const Found& found, Way way) {
  if (found.item == nullptr || found.item->group != kMatrixGroup ||
      (found.item->role != ItemRole::kCell && found.item->role != ItemRole::kColumnHeader) ||
      way == Way::kUp || way == Way::kDown)
    return {};
  const std::vector<Item>& items = found.panel->scene.items;
  const std::string prefix = HeadItem("");
  std::vector<std::string_view> heads;
  for (const Item& item : items)
    if (item.id.compare(0, prefix.size(), prefix) == 0)
      heads.push_back(std::string_view(item.id).substr(prefix.size()));
  const bool ends = way == Way::kFirst || way == Way::kLast;
  if (!ends && Neighbour(*found.panel, *found.item, way) != nullptr) return {};
  constexpr std::int64_t kAll = 1'000'000;
  const std::int64_t by = way == Way::kLeft    ? -1
                          : way == Way::kRight ? 1
                          : way == Way::kFirst ? -kAll
                                               : kAll;
  return MoveInMatrix(library, session, found.item->id, by, heads);
}

Commands Arrow(const Library& library, const Frame& frame, const Session& session, Way way) {
  Commands commands;
  const Found found = FindItem(frame, session.focus);
  Commands across = AcrossMatrix(library, session, found, way);
  if (!across.empty()) return across;
  if (found.item != nullptr && !found.item->group.empty()) {
    if (const Item* to = Neighbour(*found.panel, *found.item, way)) {
      if (to != found.item) AddFocus(frame, *found.panel, *to, &commands);
      // Arrows in a group of radio buttons choose, as they do everywhere.
      if (to != found.item && to->role == ItemRole::kRadio && to->press)
        commands.push_back(*to->press);
      return commands;
    }
    if (session.dialog == Dialog::kPalette && way == Way::kUp) {
      commands.push_back(Focus{std::string(kPaletteField)});
      return commands;
    }
  }
  constexpr float kLine = 48;
  const Panel* stage = found.panel == nullptr ? PanelOf(frame, "stage") : found.panel;
  if (stage != nullptr && stage->camera && Modal(frame) == nullptr) {
    const float dx = way == Way::kLeft ? kLine : (way == Way::kRight ? -kLine : 0);
    const float dy = way == Way::kUp ? kLine : (way == Way::kDown ? -kLine : 0);
    return Pan(*stage, dx, dy);
  }
  if (found.panel == nullptr) return commands;
  const float y = found.panel->scroll_y;
  if (way == Way::kUp) AddScroll(*found.panel, y - kLine, &commands);
  if (way == Way::kDown) AddScroll(*found.panel, y + kLine, &commands);
  if (way == Way::kFirst) AddScroll(*found.panel, 0, &commands);
  if (way == Way::kLast) AddScroll(*found.panel, LowestScroll(*found.panel), &commands);
  return commands;
}

Commands Page(const Frame& frame, const Session& session, float step) {
  const Panel* panel = FindItem(frame, session.focus).panel;
  if (const Panel* modal = Modal(frame)) panel = modal;
  if (panel == nullptr || LowestScroll(*panel) == 0) panel = PanelOf(frame, "stage");
  Commands commands;
  if (panel != nullptr) AddScroll(*panel, panel->scroll_y + step * panel->rect.h * 0.9f, &commands);
  return commands;
}

/// The lever that the selection stands for, by id; empty if none.
std::string SelectedLever(const Library& library, const Session& session) {
  const PropositionId p = Supposable(library, library.dataset.Find(session.state.selection));
  return p ? std::string(library.dataset[p].id) : std::string();
}

Commands Press(const Library& library, const Session& session, const Frame& frame, bool space) {
  const Item* item = FindItem(frame, session.focus).item;
  if (item == nullptr || item->disabled) {
    const std::string lever = space && session.focus.empty() && Modal(frame) == nullptr
                                  ? SelectedLever(library, session)
                                  : std::string();
    return lever.empty() ? Commands{} : Commands{CycleLever{lever}};
  }
  if (!space && item->selected == Tri::kYes && item->double_press) return {*item->double_press};
  // The space bar scrolls a page from a link; it is not how links are followed.
  if (!item->press || item->editable() || (space && item->role == ItemRole::kLink)) return {};
  return {*item->press};
}

/// The reasons of the answer of the view that a selected actor or claim stands for.
Commands Explain(const Library& library, std::string_view selection) {
  const std::string path = PathOfRecord(library, library.dataset.Find(selection));
  return path.empty() ? Commands{}
                      : Commands{ShowView{ViewId::kWhatIf}, SetField{"why", EncodedText(path)}};
}

Commands Letter(const Library& library, const Session& session, const Frame& frame,
                std::string_view key, bool shift) {
  constexpr float kZoomStep = 1.25f;
  if (!session.single_keys || Modal(frame) != nullptr) return {};
  if (key == "/") return {ShowDialog{Dialog::kPalette}};
  if (key == "?") return {ShowDialog{Dialog::kKeys}};
  if (key.size() != 1) return {};
  const char letter =
      key[0] >= 'A' && key[0] <= 'Z' ? static_cast<char>(key[0] - 'A' + 'a') : key[0];
  if (letter >= '1' && letter <= '9') {
    const std::size_t tab = static_cast<std::size_t>(letter - '1');
    if (tab >= PresentViews().size()) return {};
    return {ShowView{PresentViews()[tab]}};
  }
  const std::string& selection = session.state.selection;
  if (letter == 'o' && selection.find('~') != std::string::npos) {
    // Of what joins two records the inspector says which place is meant.
    const Item* open = FindItem(frame, "inspector/open-paragraph").item;
    return open != nullptr && open->press ? Commands{*open->press} : Commands{};
  }
  if (letter == 'o' && !selection.empty()) return {OpenPlace{selection}};
  if (letter == 's') {
    const std::string lever = SelectedLever(library, session);
    return lever.empty() ? Commands{} : Commands{CycleLever{lever}};
  }
  if (letter == 'x' && (!session.state.on.empty() || !session.state.off.empty()))
    return {ClearSuppositions{}};
  if (letter == 'f') return {ShowView{ViewId::kClaims}, Focus{std::string(kClaimWordsField)}};
  if (letter == 'c') {
    std::optional<ViewState> compare =
        CompareStateOf(library, session.state, library.dataset.Find(selection));
    if (compare) return {SetState{*std::move(compare)}};
    return {ShowView{ViewId::kCompare}};
  }
  if (letter == 'n' && session.state.view == ViewId::kSources) {
    const std::string next = NextProblem(library, session);
    return next.empty() ? Commands{} : Commands{OpenPlace{next}};
  }
  if (letter == 'w' && !selection.empty()) return Explain(library, selection);
  const Panel* stage = PanelOf(frame, "stage");
  if (stage != nullptr && stage->camera && letter == 'z')
    return Zoom(*stage, shift ? 1 / kZoomStep : kZoomStep, stage->rect.x + stage->rect.w / 2,
                stage->rect.y + stage->rect.h / 2);
  if (stage != nullptr && stage->camera && letter == '0') return {SetCamera{}};
  return {};
}

}  // namespace

Commands OnKey(const Library& library, const Session& session, const Frame& frame,
               const KeyPress& key) {
  if (key.alt || key.key.empty()) return {};
  if (key.ctrl) {
    const bool z = key.key == "z" || key.key == "Z";
    if ((key.key == "k" || key.key == "K") && !key.shift && session.dialog != Dialog::kPalette)
      return {ShowDialog{Dialog::kPalette}};
    // A text field undoes its own typing.
    if (z && !key.in_text_field && Modal(frame) == nullptr)
      return {key.shift ? Command(Redo{}) : Command(Undo{})};
    return {};
  }
  if (key.key == "Escape") return Escape(session, key);
  if (key.in_text_field) return InPalette(frame, session, key.key);
  if (const std::optional<Way> way = WayOf(key.key)) return Arrow(library, frame, session, *way);
  if (key.key == "PageUp") return Page(frame, session, -1);
  if (key.key == "PageDown") return Page(frame, session, 1);
  if (key.key == "Enter") return Press(library, session, frame, false);
  if (key.key == " ") return Press(library, session, frame, true);
  return Letter(library, session, frame, key.key, key.shift);
}

std::string FocusAfter(const Frame& before, const Frame& now, const std::string& focus) {
  const Found had = FindItem(before, focus);
  if (had.item == nullptr) return std::string();
  const auto stays = [&now, &had](const Item& item) {
    const Found one = FindItem(now, item.id);
    return one.item != nullptr && one.item->focusable() && one.panel->id == had.panel->id;
  };
  const std::vector<Item>& old = had.panel->scene.items;
  const auto at = old.begin() + (had.item - old.data());
  const auto next = std::find_if(at, old.end(), stays);
  if (next != old.end()) return next->id;
  const auto last = std::find_if(std::make_reverse_iterator(at), old.rend(), stays);
  if (last != old.rend()) return last->id;
  const Item* found = nullptr;
  for (const Panel& panel : now.panels)
    for (const Item& item : panel.scene.items) {
      if (panel.id != "stage" || !item.focusable()) continue;
      if (item.selected == Tri::kYes) return item.id;
      if (found == nullptr) found = &item;
    }
  return found == nullptr ? std::string() : found->id;
}

std::string NextTabStop(const Frame& frame, const std::string& focus, int step) {
  const Panel* modal = Modal(frame);
  std::vector<const Item*> stops;
  std::size_t current = 0;
  bool known = false;
  for (const Panel& panel : frame.panels) {
    if (modal != nullptr && &panel != modal) continue;
    const std::vector<Item>& items = panel.scene.items;
    std::vector<std::string_view> groups;
    for (const Item& item : items) {
      if (!item.focusable()) continue;
      const Item* stop = &item;
      if (!item.group.empty()) {
        if (std::find(groups.begin(), groups.end(), item.group) != groups.end()) continue;
        groups.push_back(item.group);
        // A group is entered where it was left, else at what is chosen in it, else at its first.
        int best = 0;
        for (const Item& other : items) {
          if (other.group != item.group || !other.focusable()) continue;
          const bool chosen =
              other.current || other.checked == Tri::kYes || other.selected == Tri::kYes;
          const int rank = other.id == focus ? 2 : (chosen ? 1 : 0);
          if (rank <= best) continue;
          best = rank;
          stop = &other;
        }
      }
      if (stop->id == focus) {
        current = stops.size();
        known = true;
      }
      stops.push_back(stop);
    }
  }
  if (stops.empty()) return std::string();
  if (!known) return step > 0 ? stops.front()->id : stops.back()->id;
  if (step > 0) return current + 1 < stops.size() ? stops[current + 1]->id : std::string();
  return current > 0 ? stops[current - 1]->id : std::string();
}

std::vector<KeyHelpLine> KeyHelp(const Say& say) {
  return {
      {say("1 to {0}##keys", {std::to_string(PresentViews().size())}), say("Go to a view")},
      {say("/ or Ctrl K (Cmd K)##keys"), say("Search, and all that can be done")},
      {"?", say("This list")},
      {"Tab, Shift Tab", say("Next and previous control")},
      {say("← → ↑ ↓, Home, End##keys"), say("Move within a list or a group")},
      {"Page Up, Page Down", say("Scroll")},
      {"Enter", say("Open; once more: the paragraph")},
      {say("Space##keys"), say("Switch a condition: open, on, off")},
      {"O", say("The original place of what is selected")},
      {"S", say("Suppose what is selected")},
      {"X", say("Clear what is supposed")},
      {"F", say("Filter the claims by words")},
      {"C", say("Compare the texts, on what is selected")},
      {"N", say("In Sources: the next passage that needs you")},
      {"W", say("Why: the reasons of whoever is selected")},
      {"Z, Shift Z, 0", say("Zoom in, zoom out, fit")},
      {say("Ctrl Z (Cmd Z)##keys"), say("Undo")},
      {say("Ctrl Shift Z (Cmd Shift Z)##keys"), say("Redo")},
      {"Esc", say("Close the innermost thing; then give the keyboard back to the page")},
  };
}

}  // namespace proviso::view
