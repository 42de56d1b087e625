#include "core/window/keys.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

#include "core/canvas/camera.h"
#include "core/canvas/neighbour.h"
#include "core/state/pair.h"
#include "core/state/sides.h"
#include "core/views/claims/model.h"
#include "core/views/sources/code.h"
#include "core/voice/answers.h"
#include "core/voice/compare.h"
#include "core/voice/voice.h"
#include "core/window/around/key_help.h"
#include "core/window/views.h"

namespace proviso::view {
namespace {

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
  if (session.editing.shown() || !session.editing.noting.empty()) return {ShowForm{}};
  if (session.beginning.shown) return {ShowBegin{false}};
  // What only says that something is done goes by itself.
  const std::size_t passing = session.happened.empty() ? 0 : 1;
  if (session.notices.size() > passing) return {DismissNotices{}};
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

/// In a field of a form Enter takes what is typed, and the arrow leads to what it may mean.
Commands InForm(const Frame& frame, const Session& session, std::string_view key) {
  const Found field = FindItem(frame, session.focus);
  if (field.item == nullptr || !field.item->press) return {};
  if (field.item->press->Is<SetImport>() && key == "Enter") return {ReadAgain{}};
  const auto* typed = field.item->press->As<TypeField>();
  if (typed == nullptr) return {};
  Commands commands;
  if (key == "Enter") commands.push_back(EditField{typed->path, field.item->value});
  if (key == "ArrowDown")
    for (const Item& item : field.panel->scene.items)
      if (item.role == ItemRole::kOption &&
          item.id.substr(0, session.focus.size()) == session.focus) {
        AddFocus(frame, *field.panel, item, &commands);
        break;
      }
  return commands;
}

Commands Arrow(const Frame& frame, const Session& session, Way way) {
  Commands commands;
  const Found found = FindItem(frame, session.focus);
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
    if (tab >= kViewCount) return {};
    return {ShowView{static_cast<ViewId>(tab)}};
  }
  const std::string& selection = session.state.selection;
  if (letter == 'o' && PairOf(selection)) {
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
  if (letter == 'e' && session.editing_allowed && !PairOf(selection) &&
      library.dataset.Find(selection))
    return {ShowForm{selection}};
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
  const View& view = ViewOf(session.state.view);
  // A mark in a text is moved with more keys than anything else.
  const bool marks = session.coding.mark.has_value() && view.on_key != nullptr &&
                     (key.key == "ArrowLeft" || key.key == "ArrowRight" || key.key == "Escape");
  if (marks && session.dialog == Dialog::kNone && !session.editing.shown()) {
    Commands own = view.on_key(library, session, frame, key);
    if (!own.empty()) return own;
  }
  if (key.alt || key.key.empty()) return {};
  if (key.ctrl) {  // Nothing of a part of the program: nobody waits for one here.
    const bool z = key.key == "z" || key.key == "Z";
    if ((key.key == "k" || key.key == "K") && !key.shift && session.dialog != Dialog::kPalette)
      return {ShowDialog{Dialog::kPalette}};
    // Wherever one is in what is edited; elsewhere the browser saves its page.
    if ((key.key == "s" || key.key == "S") && !key.shift && session.editing_allowed &&
        (IsCoding(session) || session.editing.open_for_typing()))
      return {Save{session.dialog == Dialog::kPublish ? Saved::kData : Saved::kDataset}};
    // A text field undoes its own typing.
    if (z && !key.in_text_field && session.dialog == Dialog::kNone)
      return {key.shift ? Command(Redo{}) : Command(Undo{})};
    return {};
  }
  if (key.key == "Escape") return Escape(session, key);
  if (key.key == "ContextMenu" || (key.key == "F10" && key.shift))
    return ItemMenuOf(frame, session);
  if (key.in_text_field) {
    Commands own = InForm(frame, session, key.key);
    if (own.empty() && session.coding.writing && view.on_key != nullptr)
      own = view.on_key(library, session, frame, key);
    return own.empty() ? InPalette(frame, session, key.key) : own;
  }
  if (view.on_key != nullptr) {
    Commands own = view.on_key(library, session, frame, key);
    if (!own.empty()) return own;
  }
  if (const std::optional<Way> way = WayOf(key.key)) return Arrow(frame, session, *way);
  if (key.key == "PageUp") return Page(frame, session, -1);
  if (key.key == "PageDown") return Page(frame, session, 1);
  if (key.key == "Enter") return Press(library, session, frame, false);
  if (key.key == " ") return Press(library, session, frame, true);
  return Letter(library, session, frame, key.key, key.shift);
}

std::string RecordAround(const Panel& panel, const Item& item, std::string_view selection) {
  const std::vector<Item>& items = panel.scene.items;
  for (const Item* one = &item;;) {
    if (const std::string_view record = RecordOf(*one); !record.empty()) return std::string(record);
    if (one->parent < 0) break;
    one = &items[static_cast<std::size_t>(one->parent)];
  }
  return panel.id == "inspector" ? std::string(selection) : std::string();
}

namespace {

Commands MenuOf(const Panel& panel, const Item& item, std::string_view selection, float x,
                float y) {
  if (item.editable()) return {};
  return {ShowItemMenu{{RecordAround(panel, item, selection), item.name, x, y}}};
}

}  // namespace

Commands ItemMenuAt(const Frame& frame, std::string_view selection, float x, float y) {
  if (Modal(frame) != nullptr) return {};
  for (auto panel = frame.panels.rbegin(); panel != frame.panels.rend(); ++panel) {
    if (panel->rect.Contains(x, y)) {
      const float px = x - panel->rect.x, py = y - panel->rect.y + panel->scroll_y;
      for (auto item = panel->scene.items.rbegin(); item != panel->scene.items.rend(); ++item)
        if (!item->name.empty() && item->rect.Contains(px, py))
          return MenuOf(*panel, *item, selection, x, y);
      return {};
    }
  }
  return {};
}

Commands ItemMenuOf(const Frame& frame, const Session& session) {
  const Found found = FindItem(frame, session.focus);
  if (found.item == nullptr || Modal(frame) != nullptr) return {};
  const Rect& rect = found.item->rect;
  return MenuOf(*found.panel, *found.item, session.state.selection,
                found.panel->rect.x + rect.x + std::min(rect.w / 2, 40.0f),
                found.panel->rect.y + rect.bottom() - found.panel->scroll_y);
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

Commands StayInPlace(const Frame& before, const Frame& now, std::string_view focus) {
  const auto stage = [](const Frame& frame) { return PanelOf(frame, "stage"); };
  const Panel *was = stage(before), *is = stage(now);
  if (was == nullptr || is == nullptr || is->camera) return {};
  const bool lower = is->mark && is->rect.bottom() < was->rect.bottom();
  if (was->rect.w == is->rect.w && !lower) return {};
  const auto in = [](const Panel& panel, std::string_view id) -> const Item* {
    for (const Item& item : panel.scene.items)
      if (item.id == id) return &item;
    return nullptr;
  };
  // What has the focus was pressed; else what is selected is what one looks at.
  std::string_view id = in(*is, focus) != nullptr ? focus : std::string_view();
  for (const Item& item : is->scene.items)
    if (id.empty() && item.selected == Tri::kYes && item.focusable()) id = item.id;
  const Item *there = id.empty() ? nullptr : in(*was, id),
             *here = id.empty() ? nullptr : in(*is, id);
  float y = is->scroll_y;
  if (there != nullptr && here != nullptr) {
    const float stood = there->rect.y - was->scroll_y;
    if (stood + there->rect.h >= 0 && stood <= was->rect.h)
      y = here->rect.y - (stood + was->rect.y - is->rect.y);
  }
  // What is marked does not lie under what has come below it; its beginning, if it is too high.
  if (lower)
    y = std::min(std::max(y, is->mark->bottom + kScrollRoom - is->rect.h),
                 is->mark->top - kScrollRoom);
  Commands commands;
  AddScroll(*is, y, &commands);
  return commands;
}

Commands IntoSight(const Frame& frame, std::string_view item) {
  Commands commands;
  const Found found = FindItem(frame, item);
  if (found.item == nullptr) return commands;
  AddFocus(frame, *found.panel, *found.item, &commands);
  if (commands.size() == 1) commands.clear();  // The focus alone, which it has.
  return commands;
}

}  // namespace proviso::view
