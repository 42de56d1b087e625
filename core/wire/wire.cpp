#include "core/wire/wire.h"

#include <array>
#include <cmath>
#include <utility>

#include "core/io/json_cursor.h"
#include "core/io/json_out.h"
#include "core/query/search.h"
#include "core/voice/answers.h"
#include "core/voice/voice.h"
#include "core/window/tab_stops.h"

namespace proviso::view {
namespace {

using io::JsonOut;

constexpr std::array<std::string_view, 3> kPalettes{"light", "dark", "contrast"};
constexpr std::array<std::string_view, 8> kLandmarks{
    "banner", "navigation", "main", "complementary", "contentinfo", "region", "dialog", "tooltip"};
constexpr std::array<std::string_view, 33> kRoles{
    "text",         "heading",   "button",  "link",     "tab",      "checkbox",  "radiogroup",
    "radio",        "searchbox", "textbox", "list",     "listitem", "table",     "row",
    "columnheader", "rowheader", "cell",    "img",      "group",    "tablist",   "listbox",
    "option",       "combobox",  "menu",    "menuitem", "status",   "separator", "tree",
    "treeitem",     "slider",    "switch",  "figure",   "textarea"};

constexpr std::size_t kMostFindings = 50;

template <std::size_t N>
std::optional<std::size_t> IndexOf(const std::array<std::string_view, N>& words,
                                   std::string_view word) {
  for (std::size_t i = 0; i < N; ++i)
    if (words[i] == word) return i;
  return std::nullopt;
}

void PutBox(JsonOut& json, std::string_view key, const Rect& rect) {
  json.List(key);
  for (const float side : {rect.x, rect.y, rect.w, rect.h}) json.Points(side);
  json.Close(']');
}

void PutTri(JsonOut& json, std::string_view key, Tri value) {
  if (value == Tri::kNotApplicable) return;
  json.Text(key, value == Tri::kYes ? "true" : value == Tri::kNo ? "false" : "mixed");
}

/// The tables of a panel some cell of which can be used: each is a grid to a person, and its cells
/// are a grid's.
std::vector<bool> GridsOf(const std::vector<Item>& items) {
  std::vector<bool> grids(items.size(), false);
  for (const Item& item : items) {
    if (item.role != ItemRole::kCell || !item.press) continue;
    std::int32_t above = item.parent;
    while (above >= 0 && items[static_cast<std::size_t>(above)].role != ItemRole::kTable)
      above = items[static_cast<std::size_t>(above)].parent;
    if (above >= 0) grids[static_cast<std::size_t>(above)] = true;
  }
  return grids;
}

/// The role's word; `grids` as GridsOf.
std::string_view RoleOf(const std::vector<Item>& items, std::size_t i,
                        const std::vector<bool>& grids) {
  const ItemRole role = items[i].role;
  if (role == ItemRole::kTable && grids[i]) return "grid";
  if (role == ItemRole::kCell)
    for (std::int32_t above = items[i].parent; above >= 0;
         above = items[static_cast<std::size_t>(above)].parent)
      if (grids[static_cast<std::size_t>(above)]) return "gridcell";
  return kRoles[static_cast<std::size_t>(role)];
}

void PutItem(JsonOut& json, const Item& item, std::string_view role, bool stop) {
  json.Open('{');
  json.Text("id", item.id);
  json.Text("role", role);
  json.Text("name", item.name);
  PutBox(json, "rect", item.rect);
  if (item.parent >= 0) json.Number("parent", item.parent);
  json.TextIfAny("description", item.description);
  if (item.editable()) json.Text("value", item.value);
  json.TextIfAny("placeholder", item.placeholder);
  json.TextIfAny("shortcut", item.shortcut);
  const std::pair<const char*, std::int64_t> counts[] = {
      {"level", item.level}, {"pos", item.pos}, {"size", item.size}};
  for (const auto& [key, count] : counts)
    if (count != 0) json.Number(key, count);
  PutTri(json, "checked", item.checked);
  PutTri(json, "expanded", item.expanded);
  PutTri(json, "selected", item.selected);
  if (item.current) json.Flag("current", true);
  if (item.disabled) json.Flag("disabled", true);
  if (item.press) json.Flag("use", true);
  if (stop) json.Flag("stop", true);
  json.Close('}');
}

template <class Problems>
void PutProblems(JsonOut& json, std::string_view key, const Problems& problems) {
  json.List(key);
  for (const Problem& problem : problems) {
    json.Open('{');
    json.Text("code", problem.code);
    json.Text("pointer", problem.pointer);
    json.Number("line", problem.line);
    json.Number("column", problem.column);
    json.Text("rule", problem.rule);
    json.Text("remedy", problem.remedy);
    json.Close('}');
  }
  json.Close(']');
}

/// Takes the value of member `key`. Returns false for what no message holds: lists, objects.
bool ReadMember(const std::string& key, io::JsonCursor& cursor, Message* message,
                std::string* kind) {
  using Kind = io::JsonCursor::Kind;
  switch (cursor.Peek()) {
    case Kind::kString: {
      std::string_view text;
      if (!cursor.String(&text)) return false;
      if (key == "do") *kind = text;
      if (key == "item") message->item = text;
      if (key == "text") message->text = text;
      if (key == "address") message->address = text;
      if (key == "base") message->base = text;
      if (key == "key") message->key.key = text;
      return true;
    }
    case Kind::kBoolean: {
      bool value = false;
      if (!cursor.Boolean(&value)) return false;
      if (key == "shift") message->key.shift = value;
      if (key == "ctrl") message->key.ctrl = value;
      if (key == "alt") message->key.alt = value;
      if (key == "field") message->key.in_text_field = value;
      return true;
    }
    case Kind::kNumber: {
      io::JsonNumber number;
      if (!cursor.Number(&number)) return false;
      if (key == "size") {
        if (number.value < 0 || number.value > 1e15) return false;
        message->size = static_cast<std::uint64_t>(number.value);
        return true;
      }
      if (std::fabs(number.value) > 1e9) return false;
      if (key == "y") message->y = static_cast<float>(number.value);
      return true;
    }
    case Kind::kNull:
      return cursor.Null();
    case Kind::kObject:
    case Kind::kArray:
    case Kind::kEnd:
      return false;
  }
  return false;
}

}  // namespace

std::optional<Message> ParseMessage(std::string_view bytes) {
  io::JsonCursor cursor(bytes);
  if (!cursor.Opens('{')) return std::nullopt;
  cursor.Enter();
  Message message;
  std::string kind_word;
  std::string_view key;
  for (bool first = true; cursor.NextKey(&first);)
    if (!cursor.ReadKey(&key) || !ReadMember(std::string(key), cursor, &message, &kind_word))
      return std::nullopt;
  cursor.Finish();
  const auto kind = ParseWord<Message::Kind>(kind_word);
  if (cursor.failed() || !kind) return std::nullopt;
  message.kind = *kind;
  if (message.kind == Message::Kind::kPalette) {
    const auto palette = IndexOf(kPalettes, message.text);
    if (!palette) return std::nullopt;
    message.palette = static_cast<Palette>(*palette);
  }
  return message;
}

std::optional<GivenFile> ParseFile(std::string_view input) {
  const std::size_t first = input.find('\n');
  if (first == std::string_view::npos) return std::nullopt;
  const std::size_t second = input.find('\n', first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  return GivenFile{input.substr(0, first), input.substr(first + 1, second - first - 1),
                   input.substr(second + 1)};
}

std::string SemanticsJson(const Frame& frame, const Session& session) {
  JsonOut json;
  json.Open('{');
  json.Text("language", frame.language);
  json.Text("focus", session.focus);
  json.Text("announcement", session.announcement);
  if (!session.undo.empty()) json.Flag("undo", true);
  if (!session.redo.empty()) json.Flag("redo", true);
  json.List("panels");
  const auto put = [&json, &session](const Panel& panel) {
    json.Open('{');
    json.Text("id", panel.id);
    json.Text("landmark", kLandmarks[static_cast<std::size_t>(panel.landmark)]);
    json.Text("name", panel.name);
    PutBox(json, "rect", panel.rect);
    json.Length("scroll", panel.scroll_y);
    json.Length("height", panel.scene.height);
    if (panel.modal) json.Flag("modal", true);
    if (panel.camera) json.Flag("camera", true);
    json.List("items");
    const std::vector<Item>& items = panel.scene.items;
    const std::vector<bool> grids = GridsOf(items);
    const std::vector<bool> stops = TabStops(items, session.focus);
    for (std::size_t i = 0; i < items.size(); ++i)
      PutItem(json, items[i], RoleOf(items, i, grids), stops[i]);
    json.Close(']');
    json.Close('}');
  };
  for (const Panel& panel : frame.panels) put(panel);
  if (frame.card) put(*frame.card);
  json.Close(']');
  json.Close('}');
  return json.Take();
}

void PageEvents::Tell(std::string_view type, std::string_view text) {
  JsonOut json;
  json.Open('{');
  json.Text("type", type);
  json.Text("text", text);
  json.Close('}');
  events_.push_back(json.Take());
}

void PageEvents::TellNamed(std::string_view type, std::string_view name, std::string_view media,
                           std::string_view text) {
  JsonOut json;
  json.Open('{');
  json.Text("type", type);
  json.Text("name", name);
  json.TextIfAny("media", media);
  json.Text("text", text);
  json.Close('}');
  events_.push_back(json.Take());
}

void PageEvents::TellLink(std::string_view link, bool new_place) {
  JsonOut json;
  json.Open('{');
  json.Text("type", "link");
  json.Text("text", link);
  json.Flag("place", new_place);
  json.Close('}');
  events_.push_back(json.Take());
}

void PageEvents::TellGlyphs(const std::vector<char32_t>& characters) {
  JsonOut json;
  json.Open('{');
  json.Text("type", "glyphs");
  json.List("codes");
  for (const char32_t c : characters) json.Whole(c);
  json.Close(']');
  json.Close('}');
  events_.push_back(json.Take());
}

std::string PageEvents::TakeJson() {
  std::string json = "[";
  for (const std::string& event : events_) {
    if (json.size() > 1) json += ',';
    json += event;
  }
  events_.clear();
  return json + ']';
}

std::string ProblemsJson(const std::vector<Problem>& errors, const Warnings& warnings) {
  JsonOut json;
  json.Open('{');
  PutProblems(json, "errors", errors);
  PutProblems(json, "warnings", warnings);
  json.Close('}');
  return json.Take();
}

std::string OverviewJson(const Library& library) {
  JsonOut json;
  json.Open('{');
  json.Text("title", library.dataset.info.title);
  json.Text("digest", library.digest());
  json.Object("counts");
  for (std::size_t i = 0; i < kTableCount; ++i)
    json.Number(kWords<Table>[i],
                static_cast<std::int64_t>(library.dataset.count(static_cast<Table>(i))));
  json.Close('}');
  json.Close('}');
  return json.Take();
}

std::string FindingsJson(const Library& library, std::string_view words) {
  JsonOut json;
  json.Open('{');
  json.List("hits");
  const std::vector<query::Hit> hits = library.everything().Find(words, kMostFindings);
  for (const query::Hit& hit : hits) {
    json.Open('{');
    json.Text("table", Word(hit.record.table));
    json.Text("id", library.dataset.IdOf(hit.record));
    json.Text("name", NameOf(library, hit.record));
    json.Close('}');
  }
  json.Close(']');
  if (hits.empty()) json.TextIfAny("nearest", library.everything().Nearest(words));
  json.Close('}');
  return json.Take();
}

std::string VerdictsJson(const Library& library, const ViewState& state) {
  const Dataset& dataset = library.dataset;
  const PropositionId target = FindOutcome(library, state.target).target;
  if (!target) return {};
  Answers answers;
  answers.Follow(library, target, ScenarioOf(dataset, state.on, state.off, state.strict));
  JsonOut json;
  json.Open('{');
  json.Text("target", dataset[target].id);
  json.List("answers");
  std::uint32_t at = 0;
  for (const reason::Verdict& verdict : answers.verdicts()) {
    const reason::ViewIndex view(at++);
    json.Open('{');
    json.List("view");
    for (const ActorId actor : PathOf(library.views, view)) json.String(dataset[actor].id);
    json.Close(']');
    json.Text("status", Word(verdict.status));
    if (verdict.status == reason::Status::kPredicted || verdict.status == reason::Status::kAssumed)
      json.Text("literal", (verdict.negated ? "!" : "") + std::string(dataset[target].id));
    if (verdict.direction != reason::Direction::kNone)
      json.Text("direction", Word(verdict.direction));
    json.Close('}');
  }
  json.Close(']');
  json.Close('}');
  return json.Take();
}

}  // namespace proviso::view
