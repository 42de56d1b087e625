#include "core/views/compare/parts.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace proviso::view {
namespace {

constexpr float kSegment = 7.75f;  // Of the ruler, which is 86 wide.
constexpr float kBetween = 9;      // Under a claim.

float HeadLine(const Sketch& sketch) {
  return std::max(sketch.S(20), sketch.coarse() ? sketch.RefChipHeight() : 0);
}

// Where the parts of a claim's first line stand: place, mark and voice at the left, how likely or
// which way at the right, under the voice where both do not fit beside each other.
struct HeadPlaces {
  std::vector<Run> voice, level;
  float voice_left = 0, voice_room = 0;
  float level_left = 0, level_room = 0;  ///< Of the words.
  float marks = 0;                       ///< Width of ruler and sign.
  float first = 0, second = 0;           ///< Heights of the lines; `second` 0: one line.
};

HeadPlaces PlacesOf(const Sketch& sketch, const CompareClaim& claim, float width) {
  HeadPlaces at;
  at.voice = {Run{claim.voice, Type::kControlStrong}};
  at.level = {Run{
      claim.level,
      claim.likely && claim.strength.ruler == Ruler::kSegments ? Type::kControlStrong : Type::kMeta,
      claim.likely && claim.strength.ruler == Ruler::kSegments ? Ink::kInk : Ink::kInkSoft}};
  const float chip = claim.refs.empty() ? 0 : sketch.RefChipWidth(claim.refs.front()) + sketch.S(8);
  at.voice_left = chip + sketch.S(13) + sketch.S(6);
  at.voice_room = std::max(width - at.voice_left, sketch.S(60));
  if (claim.likely) at.marks += sketch.S(8) + sketch.RulerWidth(kSegment);
  if (IsDrawn(claim.sign.sign)) at.marks += sketch.S(8) + sketch.S(18);
  const float voice = std::ceil(sketch.Width(Type::kControlStrong, claim.voice));
  const float level = std::ceil(sketch.Width(at.level.front().type, claim.level));
  at.first = HeadLine(sketch);
  if (at.voice_left + voice + sketch.S(12) + level + at.marks <= width) {
    at.level_left = width - at.marks - level;
    at.level_room = level;
    return at;
  }
  at.first += sketch.FlowHeight(at.voice, at.voice_room) - sketch.LineOf(Type::kControlStrong);
  at.level_room = std::max(width - at.marks, sketch.S(60));
  if (level <= at.level_room) {
    at.level_left = width - at.marks - level;
    at.level_room = level;
  }
  at.second = std::max(sketch.S(20), sketch.FlowHeight(at.level, at.level_room));
  return at;
}

float Measure(const Sketch& sketch, const CompareClaim& claim, float width) {
  const HeadPlaces at = PlacesOf(sketch, claim, width);
  return at.first + at.second + 1 + sketch.FlowHeight(RunsOf(claim.gloss), width);
}

std::string ClaimName(const Sketch& sketch, const CompareClaim& claim) {
  std::vector<std::string> sentences{claim.gloss.plain(), sketch.Say("{0}.", {claim.told})};
  for (const std::string* words : {&claim.strength.words, &claim.sign.words})
    if (!words->empty()) sentences.push_back(sketch.Say("{0}.", {*words}));
  return sketch.say().Chain(Key("{0} {1}##sentences"), sentences);
}

float DrawClaim(Sketch& sketch, const CompareClaim& claim, const std::string& id, float x, float y,
                float width) {
  const float height = Measure(sketch, claim, width);
  const HeadPlaces at = PlacesOf(sketch, claim, width);
  const Rect rect{x, y, width, std::max(height, sketch.target())};
  if (claim.selected) {
    const Rect ground{x - sketch.S(9), y - sketch.S(4), width + sketch.S(12), rect.h + sketch.S(8)};
    sketch.Fill(ground, Ink::kAccentTint);
    sketch.Fill({ground.x, ground.y, 3, ground.h}, Ink::kAccent);
  }
  Item item = MakeItem(ItemRole::kButton, id, ClaimName(sketch, claim), rect);
  item.press = claim.select;
  item.double_press = claim.open;
  item.selected = claim.selected ? Tri::kYes : Tri::kNo;
  item.group = "compare";
  sketch.Add(std::move(item));
  const float line = HeadLine(sketch), middle = y + line / 2;
  if (!claim.refs.empty()) {
    sketch.RefChip(x, std::round(middle - sketch.RefChipHeight() / 2), claim.refs.front(),
                   id + ".ref");
    sketch.scene().items.back().group = "compare-refs";
  }
  sketch.Voice(claim.mark, x + at.voice_left - sketch.S(19), middle, 13);
  const float text = (line - sketch.LineOf(Type::kControlStrong)) / 2;
  sketch.Flowed(x + at.voice_left, y + text, at.voice, at.voice_room);
  const float level = at.second > 0 ? y + at.first : y;
  const float level_line = at.second > 0 ? sketch.S(20) : line;
  sketch.Flowed(x + at.level_left, level + (level_line - sketch.LineOf(at.level.front().type)) / 2,
                at.level, at.level_room);
  float mark = x + width - at.marks;
  if (claim.likely) {
    mark += sketch.S(8);
    sketch.LevelRuler(mark, level + level_line / 2, claim.strength, kSegment);
  }
  if (IsDrawn(claim.sign.sign))
    sketch.Sign(claim.sign, x + width - sketch.S(18), level + level_line / 2, 18);
  sketch.Flowed(x, y + at.first + at.second + 1, RunsOf(claim.gloss), width);
  return height;
}

std::vector<Run> NoteRuns(const std::string& note) {
  return {Run{note, Type::kCaption, Ink::kInkMute}};
}

float NotesHeight(const Sketch& sketch, const CompareRow& row, float width) {
  float height = 0;
  for (const std::string& note : row.notes) height += sketch.FlowHeight(NoteRuns(note), width);
  return height;
}

float DrawCentred(Sketch& sketch, const std::vector<Run>& runs, float x, float y, float width) {
  const Flow flow = FlowText(sketch.measure(), sketch.scale(), runs, width);
  for (const Line& line : flow.lines) {
    std::string words;
    for (const Piece& piece : line.pieces) words += piece.text;
    sketch.WordsCentred({x, y, width, flow.line_height}, words, runs.front().type,
                        runs.front().ink);
    y += flow.line_height;
  }
  return flow.height();
}

}  // namespace

void DrawVerdictSign(Sketch& sketch, CompareClass verdict, float x, float middle) {
  const float half = sketch.S(24) / 2;
  switch (verdict) {
    case CompareClass::kContradict:
      sketch.Sign(Glyph::kConflict, x - half, middle, 24);
      return;
    case CompareClass::kPullApart:
      sketch.Sign(Glyph::kPullApart, x - half, middle, 24);
      return;
    case CompareClass::kSameOutcome:
      sketch.Sign(Glyph::kMark, x - half, middle, 24);
      return;
    case CompareClass::kAgree:
      sketch.Sign(Glyph::kAgree, x - half, middle, 24);
      return;
    case CompareClass::kSameMatter:
    case CompareClass::kOnlyA:
    case CompareClass::kOnlyB:
      break;
  }
  // A box for each side, full where it speaks.
  const float w = sketch.S(12), h = sketch.S(20), y = std::round(middle - h / 2);
  const auto box = [&](Rect rect, bool speaks) {
    if (speaks)
      sketch.Fill(rect, Ink::kInk, 2);
    else
      sketch.Put(StrokeShape(rect, Ink::kInkMute, 1.5f, 2, 3, 3));
  };
  box({std::round(x - w) - 1, y, w, h}, verdict != CompareClass::kOnlyB);
  box({std::round(x) + 1, y, w, h}, verdict != CompareClass::kOnlyA);
}

float CompareCellHeight(const Sketch& sketch, const CompareCell& cell, float width) {
  float height = 0;
  for (const CompareClaim& claim : cell.claims)
    height += Measure(sketch, claim, width) + sketch.S(kBetween);
  if (!cell.rest.empty()) height += sketch.LineOf(Type::kCaption) + sketch.S(kBetween);
  if (!cell.silent.empty())
    height += std::max(sketch.LineOf(Type::kMeta), sketch.S(22)) + sketch.S(kBetween);
  return height;
}

void DrawCompareCell(Sketch& sketch, const CompareCell& cell, const std::string& id,
                     const std::string& name, float x, float y, float width) {
  sketch.Open(
      MakeItem(ItemRole::kCell, id, name, {x, y, width, CompareCellHeight(sketch, cell, width)}));
  for (const CompareClaim& claim : cell.claims)
    y += DrawClaim(sketch, claim, id + "/" + claim.id, x, y, width) + sketch.S(kBetween);
  if (!cell.rest.empty())
    sketch.Text(x, y, width, cell.rest, Type::kCaption, Ink::kInkMute, id + ".rest");
  if (!cell.silent.empty()) {
    const float middle = y + sketch.S(11);
    const float sign = sketch.Sign(Glyph::kSilent, x, middle, 20);
    sketch.Text(x + sign + sketch.S(8), std::round(middle - sketch.LineOf(Type::kMeta) / 2),
                width - sign - sketch.S(8), cell.silent, Type::kMeta, Ink::kInkMute,
                id + ".silent");
  }
  sketch.Close();
}

float VerdictHeight(const Sketch& sketch, const CompareRow& row, float width, bool beside) {
  const float room = beside ? width : width - sketch.S(40);
  float height = sketch.FlowHeight({{row.words, Type::kControlStrong}}, room);
  height += NotesHeight(sketch, row, room);
  if (beside) return sketch.S(26) + height + sketch.S(8);
  return std::max({height, sketch.S(30), sketch.target()});
}

void DrawVerdict(Sketch& sketch, const CompareRow& row, const std::string& id, float x, float y,
                 float width, bool beside) {
  const Rect rect{x, y, width,
                  std::max(VerdictHeight(sketch, row, width, beside), sketch.target())};
  sketch.Open(MakeItem(ItemRole::kCell, id + "/verdict", row.words, rect));
  std::string name = sketch.Say("{0}: {1}", {row.told, row.title});
  for (const std::string& note : row.notes) name = sketch.Say("{0}. {1}", {name, note});
  Item item = MakeItem(ItemRole::kButton, id + "/verdict/open", std::move(name), rect);
  item.description = sketch.Say("All that either side says about it");
  item.press = row.open;
  item.selected = row.selected ? Tri::kYes : Tri::kNo;
  item.group = "compare";
  sketch.Add(std::move(item));
  sketch.Close();
  const std::vector<Run> words{{row.words, Type::kControlStrong}};
  if (beside) {
    DrawVerdictSign(sketch, row.verdict, x + width / 2, y + sketch.S(12));
    float at = y + sketch.S(26);
    at += DrawCentred(sketch, words, x, at, width);
    for (const std::string& note : row.notes)
      at += DrawCentred(sketch, NoteRuns(note), x, at, width);
    return;
  }
  const float left = x + sketch.S(40), room = width - sketch.S(40);
  const float text = sketch.FlowHeight(words, room) + NotesHeight(sketch, row, room);
  DrawVerdictSign(sketch, row.verdict, x + sketch.S(15), y + rect.h / 2);
  float at = y + std::round((rect.h - text) / 2);
  at += sketch.Flowed(left, at, words, room);
  for (const std::string& note : row.notes) at += sketch.Flowed(left, at, NoteRuns(note), room);
}

}  // namespace proviso::view
