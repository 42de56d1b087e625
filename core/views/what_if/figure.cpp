// The chart of all voices as a picture for an article: at most nine rows, those that the
// suppositions changed first.

#include <algorithm>
#include <memory>
#include <utility>

#include "core/views/what_if/chart_scene.h"
#include "core/views/what_if/model.h"
#include "core/views/what_if/stage.h"
#include "core/voice/phrases.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

constexpr std::size_t kMostRowsInFigure = 9;
constexpr float kFigureRow = 38, kFigureStepRow = 29, kFigureAxis = 46, kFigureLane = 24;

/// Leaves `most` rows of a lane, in their order: those that changed, then the first.
void KeepRows(ChartLane* lane, std::size_t most) {
  if (lane->rows.size() <= most) return;
  std::vector<std::uint8_t> keep(lane->rows.size());
  std::size_t left = most;
  for (const bool changed : {true, false})
    for (std::size_t i = 0; i < keep.size() && left > 0; ++i)
      if (keep[i] == 0 && lane->rows[i].before.has_value() == changed) {
        keep[i] = 1;
        --left;
      }
  std::vector<ChartRow> rows;
  for (std::size_t i = 0; i < keep.size(); ++i)
    if (keep[i] != 0) rows.push_back(std::move(lane->rows[i]));
  lane->rows = std::move(rows);
}

template <class Mark, class Same>
void AddOnce(std::vector<Mark>* marks, Mark mark, const Same& same) {
  for (const Mark& one : *marks)
    if (same(one, mark)) return;
  marks->push_back(std::move(mark));
}

}  // namespace

std::optional<Figure> WhatIfFigure(StageBuilder& builder, Rect room) {
  const Library& library = builder.library();
  const Say& say = library.say;
  const ViewState& state = builder.state();
  FrameCache& cache = builder.cache();
  WhatIfModel model =
      BuildWhatIfModel(library, builder.session(), &cache.answers, &cache.beside, &cache.before);
  auto chart = std::make_shared<ChartModel>(std::move(model.chart));
  std::size_t all = 0;
  for (ChartLane& lane : chart->lanes) all += lane.rows.size() + lane.more;
  if (all == 0) return std::nullopt;
  const Sketch probe(builder.SpaceFor(room), "figure", Ink::kPaper);
  const float rows = room.h - probe.S(kFigureAxis) - probe.S(kFigureLane);
  const std::size_t most = std::clamp<std::size_t>(
      static_cast<std::size_t>(rows / probe.S(kFigureRow)), 3, kMostRowsInFigure);
  // The outcome itself has more than half of the room, and what the other does not need.
  if (chart->lanes.size() > 1) {
    const std::size_t second = std::min(chart->lanes[1].rows.size(), most * 4 / 9);
    KeepRows(&chart->lanes[0], most - second);
    KeepRows(&chart->lanes[1], most - std::min(most, chart->lanes[0].rows.size()));
  } else {
    KeepRows(&chart->lanes[0], most);
  }
  Figure figure;
  figure.headline = model.question;
  if (model.supposed > 0) figure.headline = say("{0} {1}##sentences", {model.question, model.lead});
  const std::string supposed = SupposedWords(library, state.on, state.off);
  const std::string texts = TextsWords(library);
  figure.dek = supposed.empty()
                   ? say("What the voices in {0} say of it.", {texts})
                   : say("What the voices in {0} say of it if {1}.", {texts, supposed});
  std::size_t drawn = 0, first = 0;
  for (const ChartLane& lane : chart->lanes) drawn += lane.rows.size();
  for (const ChartLane& lane : chart->lanes)
    for (const ChartRow& row : lane.rows) {
      AddOnce(&figure.voices, row.mark,
              [](const VoiceMark& a, const VoiceMark& b) { return a == b; });
      if (row.before) figure.before = say("Before##the answer before the last switch");
      if (!row.says.direction) continue;
      SignMark mark = *row.says.direction;
      mark.other_step = mark.other_step || row.near;
      mark.words = say(Label(mark.sign));
      if (mark.other_step) mark.words = say("{0}, a step before##a sign", {mark.words});
      AddOnce(&figure.signs, std::move(mark), [](const SignMark& a, const SignMark& b) {
        return a.sign == b.sign && a.other_step == b.other_step && a.inferred == b.inferred &&
               a.not_held == b.not_held;
      });
    }
  if (drawn < all)
    figure.note = say("{0} of {1} answers are drawn", {std::to_string(drawn), std::to_string(all)});
  first = chart->lanes[0].rows.size();
  ChartLook look;
  look.usable = false;
  // Rows share the room that there is, as far as that still looks like a table.
  const float wanted = static_cast<float>(first) * probe.S(kFigureRow) +
                       static_cast<float>(drawn - first) * probe.S(kFigureStepRow);
  const float stretch = std::clamp(rows / std::max(wanted, 1.0f), 1.0f, 1.35f);
  look.row = kFigureRow * stretch;
  look.step_row = kFigureStepRow * stretch;
  figure.draw = [chart, look](Sketch& sketch, Rect at) {
    std::vector<ChartPlace> places;
    DrawChart(sketch, at, *chart, look, &places);
  };
  return figure;
}

}  // namespace proviso::view
