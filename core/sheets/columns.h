#pragma once

#include <string_view>
#include <vector>

namespace proviso::sheets {

/// A column of a sheet.
struct Column {
  std::string_view heading;
  std::string_view about;       ///< What row 2 says of it, with its brackets.
  std::string_view field = {};  ///< The member of the record that comes from it, for problems.
  std::string_view list = {};   ///< The drop-down: a name of `Lists`, or "sheet!" for its column A.
};

/// A sheet of the workbook: which columns, in which order, said once for reader, writer and
/// template.
struct Layout {
  std::string_view name;
  std::vector<Column> columns;
  std::size_t first = 0;  ///< So many columns a beginner needs; the others are folded away.
  bool always = true;     ///< Part of the empty workbook.
};

/// The sheets in the order of the workbook.
std::vector<Layout> Layouts();

/// The layout of that name, or none.
const Layout* FindLayout(const std::vector<Layout>& layouts, std::string_view name);

/// A drop-down's words.
struct Choices {
  std::string_view name;
  std::vector<std::string_view> words;
};
std::vector<Choices> Lists();

}  // namespace proviso::sheets
