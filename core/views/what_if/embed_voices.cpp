// Who answers, in the card.

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/canvas/column.h"
#include "core/canvas/sketch.h"
#include "core/views/what_if/embed_parts.h"

namespace proviso::view {
namespace {

// How likely: a ruler above its words, or the words alone. Returns the height.
float DrawLevel(Sketch& sketch, const EmbedVoice& voice, const EmbedLook& look, float x, float y,
                float width, bool draw) {
  const Strength& level = voice.level;
  if (level.words.empty()) return 0;
  const bool ruled = level.ruler == Ruler::kSegments || level.ruler == Ruler::kRing;
  Run words{level.words, ruled ? look.strong : Type::kMeta, ruled ? Ink::kInk : Ink::kInkSoft};
  // A flat “will” is no hedge.
  words.hedge = level.ruler == Ruler::kSegments && level.in_favour < 4 && level.against < 4;
  const float ruler = ruled ? sketch.S(18) : 0;
  if (draw && ruled) sketch.LevelRuler(x, y + sketch.S(7), level, look.segment);
  const std::vector<Run> runs{words};
  if (draw) return ruler + sketch.Paragraph(x, y + ruler, width, runs);
  return ruler + sketch.FlowHeight(runs, width);
}

std::vector<Run> WayRuns(const Sketch& sketch, const EmbedVoice& voice) {
  std::vector<Run> runs;
  if (voice.way_word.empty()) {
    runs.push_back({voice.way, Type::kControlStrong, Ink::kInk});
    return runs;
  }
  runs.push_back(
      {sketch.Say("{0}: ##before what is said", {voice.way}), Type::kControlStrong, Ink::kInk});
  runs.push_back({voice.way_word, Type::kControlStrong, Ink::kInk, voice.way_hedge});
  return runs;
}

// A voice: who, how likely, which way, where. Returns the height. With room for references its
// parts can be used; else all of it is one button.
float DrawVoice(Sketch& sketch, const EmbedVoice& voice, const EmbedLook& look, float x, float y,
                float width) {
  const float mark = sketch.S(look.mark);
  const float inner = width - mark;
  // All columns grow and shrink with the card.
  const float wanted = sketch.S(look.margin == 20 ? 680 : 448);
  const float share = width / wanted;
  const float name = std::floor(sketch.S(look.name) * share);
  const float level = std::floor(sketch.S(look.level) * share);
  const float refs = look.refs > 0 ? sketch.S(look.refs) : 0;
  const float pad = sketch.S(10);
  const float way = inner - name - level - refs;
  const std::vector<Run> name_runs{{voice.name, look.strong, Ink::kInk}};
  const bool through = look.refs > 0;
  const float name_text = sketch.FlowHeight(name_runs, name - pad);
  const std::vector<Run> through_runs{{voice.through, Type::kCaption, Ink::kInkMute}};
  const float name_height =
      name_text + (through ? sketch.FlowHeight(through_runs, name - pad) + sketch.S(2) : 0);
  const float level_height = DrawLevel(sketch, voice, look, 0, 0, level - pad, false);
  const std::vector<Run> way_runs = WayRuns(sketch, voice);
  const float sign = voice.sign ? sketch.S(28) : 0;
  const float way_height = voice.way.empty() ? 0 : sketch.FlowHeight(way_runs, way - sign - pad);
  const float line = std::max(sketch.target(), sketch.LineOf(Type::kMeta));
  const float refs_height = refs > 0 ? sketch.RefChipHeight() + line : 0;
  const float height = std::max({name_height + sketch.S(12), level_height + sketch.S(12),
                                 way_height + sketch.S(12), refs_height, sketch.S(look.row - 1)});
  const auto top = [&](float part) { return std::round(y + (height - part) / 2); };
  const std::string id = "answer/" + voice.key;
  const std::string told = sketch.Say("{0}: {1}", {voice.name, voice.reply});
  if (voice.changed)
    sketch.Fill({x - sketch.S(look.margin) / 2, y + sketch.S(10), 3, height - sketch.S(20)},
                Ink::kInk);
  sketch.Open(MakeItem(ItemRole::kGroup, id, sketch.Say("{0}, {1}", {voice.name, voice.through}),
                       {x, y, width, height}));
  sketch.Voice(voice.mark, x, y + std::round(height / 2), 15);
  const float at = x + mark;
  sketch.Flowed(at, top(name_height), name_runs, name - pad);
  if (through)
    sketch.Flowed(at, top(name_height) + name_text + sketch.S(2), through_runs, name - pad);
  if (refs > 0) {
    Item link = MakeItem(ItemRole::kLink, id + ".name", voice.name,
                         {at, y, name - pad, std::max(height, sketch.target())});
    if (voice.changed) link.description = sketch.Say("Changed by the last switch");
    link.press = voice.open_actor;
    sketch.Add(std::move(link));
  }
  float from = at + name;
  if (refs > 0) {
    DrawLevel(sketch, voice, look, from, top(level_height), level - pad, true);
  } else {
    // One item says the whole row.
    const std::size_t items = sketch.scene().items.size();
    DrawLevel(sketch, voice, look, from, top(level_height), level - pad, true);
    sketch.scene().items.resize(items);
  }
  from += level;
  if (voice.sign) sketch.Sign(*voice.sign, from, y + std::round(height / 2), 20);
  if (way_height > 0) {
    if (refs > 0)
      sketch.Paragraph(from + sign, top(way_height), way - sign - pad, way_runs);
    else
      sketch.Flowed(from + sign, top(way_height), way_runs, way - sign - pad);
  }
  const float right = x + width;
  if (refs > 0) {
    const float start = top(refs_height);
    if (voice.ref)
      sketch.RefChip(right - sketch.RefChipWidth(*voice.ref), start, *voice.ref, id + ".ref");
    const std::string why = sketch.Say("Why?");
    const float used = std::max(std::ceil(sketch.Width(Type::kMeta, why)), 1.0f);
    sketch.LinkText(
        right - used,
        start + sketch.RefChipHeight() + std::round((line - sketch.LineOf(Type::kMeta)) / 2), why,
        Type::kMeta, id + ".why", voice.why, used + 1,
        sketch.Say("{0} {1}##a question, whose answer", {why, voice.name}));
  } else {
    Item row = MakeItem(ItemRole::kButton, id + ".why", told, {x, y, width, height});
    row.description = sketch.Say("Why?");
    row.press = voice.why;
    sketch.Add(std::move(row));
  }
  sketch.Close();
  return height;
}

}  // namespace

float DrawEmbedVoices(Sketch& sketch, const EmbedModel& model, const EmbedLook& look, float x,
                      float y, float width) {
  for (const EmbedVoice& voice : model.voices) {
    y += DrawVoice(sketch, voice, look, x, y, width);
    sketch.HRule(x, y, width, Ink::kLine);
    y += 1;
  }
  return y;
}

}  // namespace proviso::view
