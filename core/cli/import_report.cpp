#include "core/cli/import_report.h"

#include "core/base/safe_text.h"
#include "core/words/labels.h"

namespace proviso::cli {
namespace {

std::string PlaceWords(const sheets::CellProblem& one) {
  std::string words = one.sheet;
  if (!one.cell.empty()) words += (words.empty() ? "" : "!") + one.cell;
  return words.empty() ? "the sheets" : words;
}

}  // namespace

std::string CellProblemLine(const Console& console, const sheets::CellProblem& one) {
  std::string words = VisibleText(PlaceWords(one)) + ": ";
  words += one.note ? Paint(console, "1;33", "note") : Paint(console, "1;31", "error");
  const std::string& code = one.problem.code;
  if (code != "sheet" && code != "line" && code != "call") words += " " + code;
  words += ": " + VisibleText(one.problem.rule) + "\n";
  if (!one.problem.remedy.empty()) words += "    " + VisibleText(one.problem.remedy) + "\n";
  return words;
}

Json CellProblemJson(const sheets::CellProblem& one) {
  Json json = ProblemJson(one.problem);
  json["sheet"] = one.sheet;
  json["cell"] = one.cell;
  return json;
}

void ReportImport(const sheets::Imported& imported, const std::string& first_line, bool json,
                  const Console& console, const std::function<void(std::string_view)>& say) {
  const auto counts = [&] {
    return view::Counted(imported.rows, "row", "rows") + ": " +
           view::Counted(imported.claims, "claim", "claims") + ", " +
           view::Counted(imported.drafts, "draft", "drafts") + ". " +
           std::to_string(imported.added) + " new, " + std::to_string(imported.replaced) +
           " replaced, " + std::to_string(imported.unchanged) + " unchanged.\n";
  };
  if (json) {
    Json errors = Json::array(), warnings = Json::array();
    for (const sheets::CellProblem& one : imported.problems)
      (one.note ? warnings : errors).push_back(CellProblemJson(one));
    Json result = {{"errors", errors}, {"warnings", warnings}};
    if (imported.loaded)
      result["counts"] = Json{{"rows", imported.rows},         {"claims", imported.claims},
                              {"drafts", imported.drafts},     {"new", imported.added},
                              {"replaced", imported.replaced}, {"unchanged", imported.unchanged},
                              {"left", imported.left}};
    Print(console, result);
    return;
  }
  say(first_line + "\n");
  for (const sheets::CellProblem& one : imported.problems) say(CellProblemLine(console, one));
  if (!imported.loaded) {
    say("Nothing is written.\n");
    return;
  }
  say(counts());
  if (imported.left > 0)
    say(view::Counted(imported.left, "claim", "claims") +
        " of the base stand in no row; they stay.\n");
}

}  // namespace proviso::cli
