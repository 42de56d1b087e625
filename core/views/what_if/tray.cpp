// Who has no row in the chart: who says which way alone, who lacks one condition, who speaks only
// of what has been, who says nothing.

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "core/base/sort.h"
#include "core/views/what_if/parts.h"

namespace proviso::view {
namespace {

constexpr std::size_t kNamesInLine = 6;  // Beyond, the line says how many and opens.

std::string KeyOf(const ViewColumn& column) { return "row/" + column.key; }

/// The line `kind` of `voices`; their names where they are few, else how many.
void Put(const Library& library, const ViewState& state, TrayKind kind, std::string key,
         std::string lead, std::string counted, std::vector<TrayVoice> voices, WhatIfModel* model) {
  if (voices.empty()) return;
  const Say& say = library.say;
  TrayLine line;
  line.kind = kind;
  line.lead = std::move(lead);
  line.opened = std::find(state.opened.begin(), state.opened.end(), key) != state.opened.end();
  std::vector<std::string> names;
  std::set<std::string_view> told;
  for (const TrayVoice& voice : voices)
    if (told.insert(voice.name).second) names.push_back(voice.name);
  const bool named = kind == TrayKind::kSpeaks || (counted.empty() && names.size() <= kNamesInLine);
  line.words = named ? say.Chain(Key("{0}, {1}##of a list"), names)
                     : say.Counted(names.size(), "{0} voice.", "{0} voices.");
  if (!counted.empty()) line.words = std::move(counted);
  if (kind != TrayKind::kSpeaks) {
    line.show = Toggle(library, state, key, 0);
    line.show->words = line.opened ? say("Show fewer") : say(named ? "Show" : "Show names");
  }
  line.voices = std::move(voices);
  model->tray.push_back(std::move(line));
}

/// "4 on “Weapons sent by March 2023”, 2 on “China considers weapons”": each voice once.
std::string PastWords(const Library& library, const WhatIfModel& model,
                      const std::set<std::string>& holders) {
  std::vector<std::pair<std::string, std::size_t>> matters;
  std::set<std::string> told;
  for (const StatusLine& line : model.status) {
    if (holders.count(line.holder) == 0 || !told.insert(line.holder).second) continue;
    const auto at = std::find_if(matters.begin(), matters.end(),
                                 [&](const auto& one) { return one.first == line.matter; });
    if (at == matters.end())
      matters.emplace_back(line.matter, 1);
    else
      ++at->second;
  }
  SortList(&matters, [](const auto& a, const auto& b) {
    return std::tie(b.second, a.first) < std::tie(a.second, b.first);
  });
  constexpr std::size_t kMatters = 2;
  std::vector<std::string> parts;
  std::size_t rest = 0;
  for (std::size_t i = 0; i < matters.size(); ++i) {
    if (i < kMatters)
      parts.push_back(library.say("{0} on “{1}”##how many voices, what of",
                                  {std::to_string(matters[i].second), matters[i].first}));
    else
      rest += matters[i].second;
  }
  if (rest > 0) parts.push_back(library.say("{0} on other matters", {std::to_string(rest)}));
  return library.say("{0}.", {library.say.Chain(Key("{0}, {1}##of a list"), parts)});
}

}  // namespace

void AddTray(const Library& library, const ViewState& state, WhatIfModel* model) {
  const Say& say = library.say;
  std::set<std::string> seated;
  for (const ChartLane& lane : model->chart.lanes)
    for (const ChartRow& row : lane.rows) seated.insert(row.id.substr(0, row.id.find('~')));
  std::vector<TrayVoice> voices;
  for (const ChartRow& row : model->chart.speaking) {
    TrayVoice voice;
    voice.key = row.id;
    voice.name = row.name;
    voice.note = row.reply;
    voice.sign = row.says.direction;
    voice.changed = row.before.has_value();
    voice.open = row.why;
    voices.push_back(std::move(voice));
  }
  Put(library, state, TrayKind::kSpeaks, "speaks", say("Speak of it without saying how likely:"),
      {}, std::move(voices), model);
  voices.clear();
  for (const ViewColumn& column : model->one_away) {
    if (seated.count(KeyOf(column)) != 0) continue;
    TrayVoice voice;
    voice.key = KeyOf(column);
    voice.name = column.name;
    voice.note = column.through;
    if (!column.missing.empty()) voice.needs = column.missing.front();
    voice.open = column.open_actor;
    voices.push_back(std::move(voice));
  }
  Put(library, state, TrayKind::kOneMore, "one-more", say("Would answer on one more condition:"),
      {}, std::move(voices), model);
  voices.clear();
  std::set<std::string> taken;  // Who stands in a row or a line already.
  const auto take = [&taken](const std::string& key) {
    taken.insert(key.substr(key.rfind('/') + 1));
  };
  for (const std::string& key : seated) take(key);
  for (const TrayLine& line : model->tray)
    for (const TrayVoice& voice : line.voices) take(voice.key);
  std::set<std::string> past;
  for (const StatusLine& line : model->status) {
    if (taken.count(line.holder) != 0 || !past.insert(line.holder).second) continue;
    TrayVoice voice;
    voice.key = "row/" + line.holder;
    voice.name = line.name;
    voice.open = Select{line.holder};
    voices.push_back(std::move(voice));
  }
  std::vector<TrayVoice> silent;
  for (const auto* list : {&model->later, &model->silent})
    for (const SilentHolder& holder : *list) {
      if (taken.count(holder.id) != 0 || past.count(holder.id) != 0) continue;
      TrayVoice voice;
      voice.key = "row/" + holder.id;
      voice.name = holder.name;
      voice.note = holder.note;
      voice.open = holder.open;
      silent.push_back(std::move(voice));
    }
  const std::string counted = voices.empty() ? std::string() : PastWords(library, *model, past);
  Put(library, state, TrayKind::kPast, "past", say("Speak only of what has been:"), counted,
      std::move(voices), model);
  Put(library, state, TrayKind::kSilent, std::string(kSilentKey), say("Say nothing on it:"), {},
      std::move(silent), model);
}

}  // namespace proviso::view
