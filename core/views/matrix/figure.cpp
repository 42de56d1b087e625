// The matrix as a picture for an article: at most nine conditions, and as many voices as have room.

#include <algorithm>
#include <utility>

#include "core/views/matrix/scene.h"
#include "core/views/matrix/stage.h"
#include "core/voice/phrases.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

constexpr std::uint32_t kMostRowsOfMatrix = 9;

void AddSign(const Library& library, const MatrixPart& part, Figure* figure) {
  if (!part.drawn || part.level || !IsDrawn(part.sign.sign)) return;
  SignMark mark = part.sign;
  mark.words = library.say(Label(mark.sign));
  if (mark.other_step) mark.words = library.say("{0}, a step before##a sign", {mark.words});
  const auto same = [&mark](const SignMark& one) {
    return one.sign == mark.sign && one.other_step == mark.other_step &&
           one.inferred == mark.inferred && one.not_held == mark.not_held;
  };
  if (std::none_of(figure->signs.begin(), figure->signs.end(), same))
    figure->signs.push_back(std::move(mark));
}

}  // namespace

std::optional<Figure> MatrixFigure(StageBuilder& builder, Rect room) {
  const Library& library = builder.library();
  const Session& session = builder.session();
  const Say& say = library.say;
  const MatrixTable& table = builder.cache().Kept<MatrixCache>().Of(library, builder.state());
  if (!table.down || table.columns.empty() || table.speaking() == 0) return std::nullopt;
  Sketch probe(builder.SpaceFor(room), "figure", Ink::kPaper);
  const MatrixDrawn drawn =
      DrawMatrixDown(probe, library, session, table, kMostRowsOfMatrix, room, false);
  if (drawn.rows == 0) return std::nullopt;
  const MatrixModel model = BuildMatrixModel(library, session, table);
  Figure figure;
  figure.headline = model.title;
  const std::string texts = TextsWords(library);
  const std::string supposed = SupposedWords(library, builder.state().on, builder.state().off);
  figure.dek = supposed.empty()
                   ? say("What the voices in {0} say of it.", {texts})
                   : say("What the voices in {0} say of it if {1}.", {texts, supposed});
  const std::size_t rows = table.columns.size();
  const std::size_t voices = table.speaking();
  if (drawn.rows < rows || drawn.voices < voices)
    figure.note = say("{0} of {1} rows and {2} of {3} voices are drawn",
                      {std::to_string(drawn.rows), std::to_string(rows),
                       std::to_string(drawn.voices), std::to_string(voices)});
  for (std::uint32_t row = 0; row < drawn.voices; ++row) {
    const MatrixHolder holder = HolderOf(library, session, table, row);
    if (std::find(figure.voices.begin(), figure.voices.end(), holder.mark) == figure.voices.end())
      figure.voices.push_back(holder.mark);
    for (std::uint32_t column = 0; column < drawn.rows; ++column)
      for (const MatrixPart& part : BoxOf(library, session, table, row, column).parts)
        AddSign(library, part, &figure);
  }
  figure.draw = [&library, &session, &table, rows = drawn.rows](Sketch& sketch, Rect at) {
    DrawMatrixDown(sketch, library, session, table, rows, at, true);
  };
  return figure;
}

}  // namespace proviso::view
