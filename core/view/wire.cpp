#include "core/view/wire.h"

#include <array>
#include <nlohmann/json.hpp>

namespace proviso::view {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 9> kKinds{"press",   "text",   "focus",   "key",    "link",
                                                 "palette", "scroll", "release", "restore"};
constexpr std::array<std::string_view, 3> kPalettes{"light", "dark", "contrast"};
constexpr std::array<std::string_view, 7> kLandmarks{
    "banner", "navigation", "main", "complementary", "contentinfo", "region", "dialog"};
constexpr std::array<std::string_view, 32> kRoles{
    "text",         "heading",   "button",  "link",     "tab",      "checkbox",  "radiogroup",
    "radio",        "searchbox", "textbox", "list",     "listitem", "table",     "row",
    "columnheader", "rowheader", "cell",    "img",      "group",    "tablist",   "listbox",
    "option",       "combobox",  "menu",    "menuitem", "status",   "separator", "tree",
    "treeitem",     "slider",    "switch",  "figure"};

/// Text that JSON can carry whatever bytes a dataset had.
std::string Dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string String(const Json& json, const char* key) {
  const auto it = json.find(key);
  return it != json.end() && it->is_string() ? it->get<std::string>() : std::string();
}

bool Flag(const Json& json, const char* key) {
  const auto it = json.find(key);
  return it != json.end() && it->is_boolean() && it->get<bool>();
}

template <std::size_t N>
std::optional<std::size_t> IndexOf(const std::array<std::string_view, N>& words,
                                   std::string_view word) {
  for (std::size_t i = 0; i < N; ++i)
    if (words[i] == word) return i;
  return std::nullopt;
}

Json RectJson(const Rect& rect) { return Json::array({rect.x, rect.y, rect.w, rect.h}); }

void PutTri(Json& json, const char* key, Tri value) {
  if (value == Tri::kNotApplicable) return;
  json[key] = value == Tri::kYes ? "true" : value == Tri::kNo ? "false" : "mixed";
}

void PutText(Json& json, const char* key, const std::string& value) {
  if (!value.empty()) json[key] = value;
}

Json ItemJson(const Item& item) {
  Json json;
  json["id"] = item.id;
  json["role"] = kRoles[static_cast<std::size_t>(item.role)];
  json["name"] = item.name;
  json["rect"] = RectJson(item.rect);
  if (item.parent >= 0) json["parent"] = item.parent;
  PutText(json, "description", item.description);
  if (item.editable()) json["value"] = item.value;
  PutText(json, "placeholder", item.placeholder);
  PutText(json, "shortcut", item.shortcut);
  PutText(json, "group", item.group);
  if (item.level != 0) json["level"] = item.level;
  if (item.pos != 0) json["pos"] = item.pos;
  if (item.size != 0) json["size"] = item.size;
  PutTri(json, "checked", item.checked);
  PutTri(json, "expanded", item.expanded);
  PutTri(json, "selected", item.selected);
  if (item.current) json["current"] = true;
  if (item.disabled) json["disabled"] = true;
  if (item.press) json["use"] = true;
  return json;
}

Json ProblemJson(const Problem& problem) {
  return Json{{"code", problem.code},     {"pointer", problem.pointer}, {"line", problem.line},
              {"column", problem.column}, {"rule", problem.rule},       {"remedy", problem.remedy}};
}

}  // namespace

std::optional<Message> ParseMessage(std::string_view bytes) {
  const Json json = Json::parse(bytes, nullptr, false);
  if (!json.is_object()) return std::nullopt;
  const auto kind = IndexOf(kKinds, String(json, "do"));
  if (!kind) return std::nullopt;
  Message message;
  message.kind = static_cast<Message::Kind>(*kind);
  message.item = String(json, "item");
  message.text = String(json, "text");
  message.key = {String(json, "key"), Flag(json, "shift"), Flag(json, "ctrl"), Flag(json, "alt"),
                 Flag(json, "field")};
  if (const auto y = json.find("y"); y != json.end() && y->is_number()) message.y = y->get<float>();
  if (message.kind == Message::Kind::kPalette) {
    const auto palette = IndexOf(kPalettes, message.text);
    if (!palette) return std::nullopt;
    message.palette = static_cast<Palette>(*palette);
  }
  return message;
}

std::string SemanticsJson(const Frame& frame, const Session& session) {
  Json json;
  json["focus"] = session.focus;
  json["announcement"] = session.announcement;
  json["panels"] = Json::array();
  for (const Panel& panel : frame.panels) {
    Json out{{"id", panel.id},
             {"landmark", kLandmarks[static_cast<std::size_t>(panel.landmark)]},
             {"name", panel.name},
             {"rect", RectJson(panel.rect)},
             {"scroll", panel.scroll_y},
             {"height", panel.scene.height}};
    if (panel.modal) out["modal"] = true;
    out["items"] = Json::array();
    for (const Item& item : panel.scene.items) out["items"].push_back(ItemJson(item));
    json["panels"].push_back(std::move(out));
  }
  return Dump(json);
}

void PageEvents::Tell(std::string_view type, std::string_view text) {
  events_.push_back(Dump(Json{{"type", type}, {"text", text}}));
}

void PageEvents::TellLink(std::string_view link, bool new_place) {
  events_.push_back(Dump(Json{{"type", "link"}, {"text", link}, {"place", new_place}}));
}

void PageEvents::TellGlyphs(const std::vector<char32_t>& characters) {
  Json codes = Json::array();
  for (const char32_t c : characters) codes.push_back(static_cast<std::uint32_t>(c));
  events_.push_back(Dump(Json{{"type", "glyphs"}, {"codes", std::move(codes)}}));
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
  Json json{{"errors", Json::array()}, {"warnings", Json::array()}};
  for (const Problem& problem : errors) json["errors"].push_back(ProblemJson(problem));
  for (const Problem& problem : warnings) json["warnings"].push_back(ProblemJson(problem));
  return Dump(json);
}

}  // namespace proviso::view
