#pragma once

#include <catch2/catch_test_macros.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/canvas/frame.h"
#include "core/io/load.h"
#include "core/state/update.h"
#include "core/views/matrix/model.h"
#include "core/window/around/inspector_model.h"
#include "core/window/build_frame.h"
#include "core/window/keys.h"
#include "tests/support/files.h"
#include "tests/support/harbour.h"

namespace proviso::test {

using namespace proviso::view;

/// The bundled dataset, as text and loaded.
inline const std::string& RealText() {
  static const std::string text = ReadFile("data/china-military-aid.json");
  return text;
}
inline const Library& Real() {
  static const Library library = [] {
    Result<io::Loaded> loaded = io::Load(RealText());
    REQUIRE(loaded.ok());
    return Library(std::move(loaded).value().dataset);
  }();
  return library;
}
inline const Library& HarbourOnce() {
  static const Library library = Harbour();
  return library;
}

/// A reader at the matrix.
struct Reader {
  const Library& library;
  Session session;

  explicit Reader(const Library& of) : library(of) { session.state.view = ViewId::kMatrix; }
  ViewState& state() { return session.state; }
  void Filter(query::Facet facet, std::vector<std::string> values) {
    state().claims.filter.values[static_cast<std::size_t>(facet)] = std::move(values);
  }
  MatrixTable Table() const { return BuildMatrixTable(library, session.state); }
  MatrixModel Model() const { return BuildMatrixModel(library, session, Table()); }
  void Do(const Command& command) {
    std::vector<Effect> effects;
    Update(library, command, session, effects);
  }
  Frame Draw(float width = 1440, float height = 900, bool coarse = false) const {
    Viewport viewport;
    viewport.width = width;
    viewport.height = height;
    viewport.coarse_pointer = coarse;
    return BuildFrame(library, session, viewport, TableMeasure());
  }
  std::optional<MatrixBox> Box(std::string_view actor, std::string_view proposition) const {
    const MatrixTable table = Table();
    for (std::uint32_t r = 0; r < table.rows.size(); ++r)
      for (std::uint32_t c = 0; c < table.columns.size(); ++c)
        if (library.dataset[table.rows[r].actor].id == actor &&
            library.dataset[table.columns[c].proposition].id == proposition)
          return BoxOf(library, session, table, r, c);
    return std::nullopt;
  }
  std::vector<std::string> Rows() const {
    std::vector<std::string> ids;
    for (const MatrixRow& row : Table().rows) ids.emplace_back(library.dataset[row.actor].id);
    return ids;
  }
  std::vector<std::string> Columns() const {
    std::vector<std::string> ids;
    for (const MatrixColumn& column : Table().columns)
      ids.emplace_back(library.dataset[column.proposition].id);
    return ids;
  }
  InspectorModel Inspect(std::string id) {
    state().selection = std::move(id);
    return *BuildInspectorModel(library, session);
  }
  void Press(std::string key) {
    const Frame frame = Draw();
    KeyPress press;
    press.key = std::move(key);
    for (const Command& command : OnKey(library, session, frame, press)) Do(command);
  }
};

}  // namespace proviso::test
