// proviso check: counts, errors and warnings of one or several files.

#include <algorithm>
#include <utility>

#include "core/base/safe_text.h"
#include "core/cli/columns.h"
#include "core/cli/messages.h"
#include "core/cli/open.h"
#include "core/cli/text_report.h"
#include "core/io/check_text.h"
#include "core/io/drafts.h"
#include "core/wire/report_json.h"
#include "core/words/labels.h"

namespace proviso::cli {
namespace {

struct Checked {
  std::string file;
  std::optional<Dataset> dataset;
  std::vector<Problem> errors, warnings;
  std::vector<TextReport> texts;
  std::vector<io::Draft> drafts;
  int exit_code = kFine;
};

Json CountsJson(const std::optional<Dataset>& dataset) {
  if (!dataset) return nullptr;
  return Json::parse(view::CountsJson(*dataset));
}

Json CheckedJson(const Checked& checked, const CheckOptions& options) {
  Json json = Json::object();
  if (options.files.size() > 1) json["file"] = checked.file;
  json["counts"] = CountsJson(checked.dataset);
  json["errors"] = ProblemsJson(checked.errors);
  json["warnings"] = ProblemsJson(checked.warnings);
  if (options.drafts) {
    json["drafts"] = Json::array();
    for (const io::Draft& draft : checked.drafts)
      json["drafts"].push_back(Json::parse(draft.whole.Write()));
  } else if (!checked.drafts.empty()) {
    json["drafts"] = checked.drafts.size();
  }
  if (options.texts.empty() || !checked.dataset) return json;
  json["texts"] = Json::array();
  for (const TextReport& text : checked.texts)
    json["texts"].push_back(TextReportJson(*checked.dataset, text, false));
  return json;
}

/// "draft c-lm-12 of claims, not yet readable: about “if the state mov”"
std::string DraftWords(const io::Draft& draft) {
  std::string words = "draft " + (draft.id.empty() ? draft.of : draft.id) + " of " + draft.table;
  if (!draft.damage.empty()) return VisibleText(words + ", damaged: " + draft.damage) + "\n";
  if (!draft.choice.is_null()) words += ", two readings to choose from";
  for (const io::JsonValue::Member& member : draft.typed.members())
    words += (&member == draft.typed.members().data() ? ", not yet readable: " : ", ") +
             member.first + " " + view::Quoted(member.second.text());
  return VisibleText(words) + "\n";
}

void PrintChecked(const Checked& checked, bool drafts, const Console& console) {
  console.out(Paint(console, "1", checked.file) + "\n");
  if (checked.dataset) {
    Columns counts({"table", ">records"});
    for (std::size_t i = 0; i < kTableCount; ++i)
      counts.Add({std::string(kWords<Table>[i]),
                  std::to_string(checked.dataset->count(static_cast<Table>(i)))});
    counts.Print(console);
    if (!checked.drafts.empty())
      console.out(view::Counted(checked.drafts.size(), "draft", "drafts") + "\n");
    if (drafts)
      for (const io::Draft& draft : checked.drafts) console.out(DraftWords(draft));
  }
  for (const Problem& problem : checked.errors)
    console.out(ProblemWords(console, checked.file, problem, false));
  for (const Problem& problem : checked.warnings)
    console.out(ProblemWords(console, checked.file, problem, true));
  for (const TextReport& text : checked.texts)
    console.out(TextReportWords(*checked.dataset, text) + "\n");
  const std::string verdict =
      (checked.errors.empty() ? "No errors"
                              : view::Counted(checked.errors.size(), "error", "errors")) +
      ", " +
      (checked.warnings.empty() ? "no warnings"
                                : view::Counted(checked.warnings.size(), "warning", "warnings"));
  console.out(Paint(console, checked.errors.empty() ? "32" : "31", verdict + ".") + "\n");
}

void CheckTexts(const CheckOptions& options, const Console& console, Checked* checked) {
  const auto texts = OpenTexts(*checked->dataset, options.texts, options.common, console);
  checked->exit_code = texts.exit_code;
  if (!texts.value) return;
  for (const DocumentFile& text : *texts.value) {
    io::TextCheck found = io::CheckAgainstText(*checked->dataset, text.document, text.bytes);
    for (Problem& problem : found.errors) checked->errors.push_back(std::move(problem));
    for (Problem& problem : found.warnings) checked->warnings.push_back(std::move(problem));
    // A text that cannot be read has been told of just now.
    if (auto report = LocateText(*checked->dataset, text); report.ok())
      checked->texts.push_back(std::move(*report));
  }
}

Checked CheckFile(const std::string& file, const CheckOptions& options, const Console& console) {
  Checked checked;
  checked.file = file;
  const Result<std::string> bytes = console.read(file, options.common.limits.bytes);
  if (!bytes.ok()) {
    Tell(console, bytes.problems(), options.common.json);
    checked.exit_code = kCallAtFault;
    return checked;
  }
  Result<io::Loaded> loaded = io::Load(*bytes, options.common.limits);
  if (loaded.ok()) {
    checked.dataset = std::move(loaded->dataset);
    checked.warnings = std::move(loaded->warnings);
    checked.drafts = io::Drafts(*checked.dataset);
    CheckTexts(options, console, &checked);
  } else {
    checked.errors = loaded.problems();
  }
  const bool at_fault = !checked.errors.empty() ||
                        (options.strict && !(checked.warnings.empty() && checked.drafts.empty()));
  if (checked.exit_code == kFine && at_fault) checked.exit_code = kDataAtFault;
  return checked;
}

}  // namespace

int RunCheck(const CheckOptions& options, const Console& console) {
  if (options.files.size() > 1 && !options.texts.empty())
    return Refuse(console,
                  CallProblem("--text belongs to one dataset, but there are " +
                                  std::to_string(options.files.size()) + " files.",
                              "Check each file with its texts by itself."),
                  options.common.json);
  int exit_code = kFine;
  Json reports = Json::array();
  for (const std::string& file : options.files) {
    const Checked checked = CheckFile(file, options, console);
    exit_code = std::max(exit_code, checked.exit_code);
    if (checked.exit_code == kCallAtFault) continue;
    if (options.common.json)
      reports.push_back(CheckedJson(checked, options));
    else
      PrintChecked(checked, options.drafts, console);
  }
  if (options.common.json && options.files.size() > 1) Print(console, reports);
  if (options.common.json && options.files.size() == 1 && !reports.empty())
    Print(console, reports[0]);
  return exit_code;
}

}  // namespace proviso::cli
