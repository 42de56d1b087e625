// Where an arrow key leads past what is in sight.

#include <algorithm>
#include <cstdint>

#include "core/state/pair.h"
#include "core/views/matrix/model.h"

namespace proviso::view {

Commands MoveInMatrix(const Library& library, const Session& session, std::string_view item,
                      std::int64_t by, const std::vector<std::string_view>& shown) {
  const MatrixTable table = BuildMatrixTable(library, session.state);
  // What stands across: voices where conditions stand down, else conditions.
  const auto count =
      static_cast<std::int64_t>(table.down ? table.speaking() : table.columns.size());
  const auto id_of = [&](std::int64_t place) -> std::string_view {
    const auto at = static_cast<std::size_t>(place);
    return table.down ? library.dataset[table.rows[at].actor].id
                      : library.dataset[table.columns[at].proposition].id;
  };
  const auto place_of = [&](std::string_view id) {
    std::int64_t place = 0;
    while (place < count && id_of(place) != id) ++place;
    return place;
  };
  // Of a cell, what stands across and what stands down.
  std::string_view across = item.substr(item.rfind('/') + 1), down;
  if (const std::optional<IdPair> pair = PairOf(across)) {
    down = table.down ? pair->second : pair->first;
    across = table.down ? pair->first : pair->second;
  }
  const std::int64_t at = place_of(across);
  if (at == count || shown.empty()) return {};
  const std::int64_t to = std::clamp<std::int64_t>(at + by, 0, count - 1);
  if (to == at) return {};
  Commands commands;
  const std::int64_t low = place_of(shown.front());
  const auto wide = static_cast<std::int64_t>(shown.size());
  const std::int64_t start = to < low ? to : (to >= low + wide ? to - wide + 1 : low);
  if (start != low)
    commands.push_back(ScrollTo{std::string(kMatrixFirstColumn), static_cast<float>(start)});
  const std::string_view there = id_of(to);
  commands.push_back(Focus{down.empty() ? (table.down ? HolderItem(there) : HeadItem(there))
                           : table.down ? CellItem(there, down)
                                        : CellItem(down, there)});
  return commands;
}

}  // namespace proviso::view
