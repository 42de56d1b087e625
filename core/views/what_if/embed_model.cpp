#include <algorithm>
#include <set>
#include <utility>

#include "core/state/cite.h"
#include "core/state/scenario.h"
#include "core/views/what_if/embed.h"
#include "core/voice/phrases.h"

namespace proviso::view {
namespace {

constexpr std::size_t kVoices = 3;

EmbedCondition ConditionOf(const Library& library, const LeverRow& row) {
  EmbedCondition condition;
  condition.id = row.id;
  condition.label = row.label;
  const RecordRef record = library.dataset.Find(row.id);
  if (!row.turned && record && record.table == Table::kPropositions)
    condition.label = ShortName(library.dataset, PropositionId(record.index));
  condition.who = row.who;
  condition.settled = !row.off_by.empty();
  // What is excluded is not so; where the row says its negation, that is.
  condition.lever = !condition.settled ? row.lever : row.turned ? Lever::kOn : Lever::kOff;
  condition.set_off = row.set_off;
  condition.set_open = row.set_open;
  condition.set_on = row.set_on;
  return condition;
}

/// The first by order; what is supposed is among them, in the place of the last that is not.
std::vector<const LeverRow*> ShownRows(const std::vector<LeverGroup>& groups, std::size_t most,
                                       std::size_t* all) {
  std::vector<const LeverRow*> rows;
  for (const LeverGroup& group : groups)
    for (const LeverRow& row : group.rows) {
      ++*all;
      if (rows.size() < most) {
        rows.push_back(&row);
        continue;
      }
      if (row.lever == Lever::kOpen) continue;
      const auto last = std::find_if(rows.rbegin(), rows.rend(), [](const LeverRow* one) {
        return one->lever == Lever::kOpen;
      });
      if (last == rows.rend()) continue;
      rows.erase(std::next(last).base());
      rows.push_back(&row);
    }
  return rows;
}

EmbedVoice VoiceOf(const ViewColumn& column) {
  EmbedVoice voice;
  voice.key = column.key;
  voice.name = column.name;
  voice.through = column.through;
  voice.mark = column.mark;
  voice.changed = column.changed;
  if (!column.close) voice.level = column.level;
  if (column.direction) {
    voice.sign = column.direction;
    voice.way = column.direction->words;
  } else if (!column.near.empty()) {
    const NearSaid& near = column.near.front();
    if (IsDrawn(near.line.sign.sign) && near.line.sign.sign != Sign::kSilent)
      voice.sign = near.line.sign;
    voice.way = near.title;
    voice.way_word = near.word;
    voice.way_hedge = near.hedge;
  }
  const auto take = [&voice](const std::vector<Said>& said) {
    for (const Said& one : said)
      if (!voice.ref && !one.refs.empty()) voice.ref = one.refs.front();
  };
  take(column.said);
  for (const NearSaid& near : column.near) take(near.said);
  voice.reply = column.reply;
  voice.why = column.why;
  voice.open_actor = column.open_actor;
  return voice;
}

}  // namespace

EmbedModel BuildEmbedModel(const Library& library, const Session& session, CardSize size,
                           const WhatIfModel& model) {
  const Say& say = library.say;
  EmbedModel card;
  card.question = model.question.empty() ? say("What if") : model.question;
  card.empty = model.empty;
  if (model.supposed > 0) card.lead = say("If this happens, then");
  std::size_t all = 0;
  for (const LeverRow* row : ShownRows(model.groups, size == CardSize::kFour ? 4 : 3, &all))
    card.conditions.push_back(ConditionOf(library, *row));
  if (all > card.conditions.size())
    card.more = say("{0} more…##conditions", {std::to_string(all - card.conditions.size())});
  std::set<std::string> shown;
  for (std::size_t i = 0; i < std::min(kVoices, model.columns.size()); ++i) {
    card.voices.push_back(VoiceOf(model.columns[i]));
    if (!model.columns[i].path.empty()) shown.insert(model.columns[i].path.back());
  }
  const OtherVoices others = OthersThan(model, shown);
  if (others.speak > 0)
    card.speak = say.Counted(others.speak, "{0} more speaks of it", "{0} more speak of it");
  card.others = OtherWords(say, others, true);
  for (const TrayLine& line : model.tray)
    for (const TrayVoice& voice : line.voices)
      if (!card.needs && line.kind == TrayKind::kOneMore && voice.needs) card.needs = voice;
  card.coded = CodedWords(library);
  const std::size_t stop = card.coded.rfind(". ");
  card.checked = stop == std::string::npos ? card.coded : card.coded.substr(stop + 2);
  const ScenarioModel scenario = BuildScenarioModel(library, session);
  card.undo = scenario.undo;
  if (!session.back.empty()) card.back = Action{"back", say("Back"), Back{}, "", false};
  if (const std::string link = LinkTo(session, session.state); link.compare(0, 4, "http") == 0)
    card.whole = OpenUrl{link};
  ShareChoices choices = session.share;
  choices.tab = ShareTab::kCite;
  card.cite = Share{choices};
  return card;
}

}  // namespace proviso::view
