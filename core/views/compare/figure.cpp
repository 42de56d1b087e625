// The comparison as a picture for an article: as many points as have room, nine at most.

#include <algorithm>
#include <memory>
#include <utility>

#include "core/views/compare/scene.h"
#include "core/views/compare/stage.h"
#include "core/voice/phrases.h"

namespace proviso::view {
namespace {

constexpr std::size_t kMostPointsInFigure = 9;
/// Where fewer have room with what is said, each takes two lines without it.
constexpr std::size_t kFewPoints = 4;

/// A point shows what a side says first; how much more it says is counted.
void KeepFirst(const Say& say, CompareCell* cell) {
  if (cell->claims.size() <= 1) return;
  cell->rest = say("and {0} more", {std::to_string(cell->claims.size() - 1 + cell->left_out)});
  cell->claims.resize(1);
}

/// What the claims of a side draw, each once.
void AddMarks(const Say& say, const CompareCell& cell, Figure* figure) {
  for (const CompareClaim& claim : cell.claims) {
    if (std::find(figure->voices.begin(), figure->voices.end(), claim.mark) == figure->voices.end())
      figure->voices.push_back(claim.mark);
    SignMark mark = claim.sign;
    if (!IsDrawn(mark.sign) || mark.sign == Sign::kSilent || mark.words.empty()) continue;
    const auto same = [&mark](const SignMark& one) {
      return one.sign == mark.sign && one.other_step == mark.other_step &&
             one.inferred == mark.inferred && one.not_held == mark.not_held;
    };
    // The legend says itself who read it in, and who only reports it.
    if (mark.inferred || mark.not_held) {
      mark.words = say(Label(mark.sign));
      if (mark.other_step) mark.words = say("{0}, a step before##a sign", {mark.words});
    }
    if (std::none_of(figure->signs.begin(), figure->signs.end(), same))
      figure->signs.push_back(std::move(mark));
  }
}

}  // namespace

std::optional<Figure> CompareFigure(StageBuilder& builder, Rect room) {
  const Library& library = builder.library();
  const Say& say = library.say;
  auto model = std::make_shared<CompareModel>(
      BuildCompareModel(library, builder.session(), KeptComparison(builder)));
  if (!model->ready || model->rows.empty()) return std::nullopt;
  const std::size_t all = model->rows.size();
  if (all > kMostPointsInFigure) model->rows.resize(kMostPointsInFigure);
  for (CompareRow& row : model->rows) {
    KeepFirst(say, &row.a);
    KeepFirst(say, &row.b);
  }
  Sketch probe(builder.SpaceFor(room), "figure", Ink::kPaper);
  std::size_t drawn = DrawComparePoints(probe, *model, room, false);
  const bool terse = drawn < std::min(model->rows.size(), kFewPoints);
  if (terse) drawn = DrawTersePoints(probe, *model, room, false);
  if (drawn == 0) return std::nullopt;
  model->rows.resize(drawn);
  Figure figure;
  figure.headline = model->title;
  figure.dek = say.Join({model->a.title, model->b.title});
  for (const auto* tabs : {&model->both, &model->alone})
    for (const CompareTab& tab : *tabs)
      if (tab.chosen) figure.dek = say("{0}: {1}", {tab.words, figure.dek});
  if (drawn < all)
    figure.note = say("{0} of {1} points are drawn", {std::to_string(drawn), std::to_string(all)});
  for (const CompareRow& row : model->rows) {
    AddMarks(say, row.a, &figure);
    AddMarks(say, row.b, &figure);
  }
  figure.draw = [model, terse](Sketch& sketch, Rect at) {
    if (terse)
      DrawTersePoints(sketch, *model, at, true);
    else
      DrawComparePoints(sketch, *model, at, true);
  };
  return figure;
}

}  // namespace proviso::view
