// proviso merge: two codings of the same texts become one.

#include <algorithm>

#include "core/cli/arguments.h"
#include "core/cli/author_commands.h"
#include "core/cli/author_files.h"
#include "core/cli/messages.h"
#include "core/merge/merge.h"
#include "core/sheets/book.h"
#include "core/words/labels.h"

namespace proviso::cli {
namespace {

/// Decisions by the id of the claim: columns id, took, note.
Result<std::map<std::string, merge::Decision>> ReadDecisions(const std::string& path,
                                                             const Console& console) {
  std::map<std::string, merge::Decision> decisions;
  if (path.empty()) return decisions;
  const Result<std::string> bytes = console.read(path, 16u << 20);
  if (!bytes.ok()) return bytes.problems();
  const auto rows = sheets::ReadCsv(*bytes);
  if (!rows.ok()) return rows.problems();
  if (rows->empty()) return decisions;
  const auto& heads = (*rows)[0];
  const auto column = [&heads](std::string_view name) {
    return static_cast<std::size_t>(std::find(heads.begin(), heads.end(), name) - heads.begin());
  };
  const std::size_t id = column("id"), took = column("took"), note = column("note");
  if (id == heads.size() || took == heads.size())
    return CallProblem(view::Quoted(path) + " has no columns id and took.",
                       "Its first line is id,took,note; took is a, b, both or left out.");
  for (std::size_t r = 1; r < rows->size(); ++r) {
    const auto& row = (*rows)[r];
    const auto cell = [&row](std::size_t i) { return i < row.size() ? row[i] : std::string(); };
    if (cell(id).empty()) continue;
    const std::string choice = cell(took);
    if (choice != "a" && choice != "b" && choice != "both" && choice != "left out")
      return CallProblem(
          view::Quoted(choice) + " in line " + std::to_string(r + 1) + " is no decision.",
          "Write a, b, both or left out.");
    decisions[cell(id)] = {choice, cell(note)};
  }
  return decisions;
}

}  // namespace

int RunMerge(const Arguments& given, const Console& console) {
  const bool json = given.Has("--json");
  const Opened<Dataset> a = OpenNamed(given.Text("A"), given, console);
  if (!a.value) return a.exit_code;
  const Opened<Dataset> b = OpenNamed(given.Text("B"), given, console);
  if (!b.value) return b.exit_code;
  Opened<Dataset> base;
  merge::MergeOptions options;
  if (given.Has("--base")) {
    base = OpenNamed(given.Text("--base"), given, console);
    if (!base.value) return base.exit_code;
    options.base = &*base.value;
  }
  options.limits = given.Text("--limits") == "none" ? io::Limits::None() : io::Limits();
  if (const std::string prefer = given.Text("--prefer"); prefer != "none") options.prefer = prefer;
  auto decisions = ReadDecisions(given.Text("--decisions"), console);
  if (!decisions.ok()) return Refuse(console, decisions.problems()[0], json);
  options.decisions = std::move(*decisions);
  const Result<merge::MergedCodings> merged = merge::Merge(*a.value, *b.value, options);
  if (!merged.ok()) {
    if (merged.problems()[0].code == "call") return Refuse(console, merged.problems()[0], json);
    Tell(console, merged.problems(), json);
    return kDataAtFault;
  }
  const std::string out = given.Text("--out");
  if (ToStandardOutput(out) && !json)
    console.out(merged->bytes);
  else if (!ToStandardOutput(out))
    if (const auto problem = WriteFile(console, out, merged->bytes, given.Has("--replace")))
      return Refuse(console, *problem, json);
  const int exit_code = merged->undecided > 0 ? kDataAtFault : kFine;
  if (json) {
    Print(console, Json{{"pairs", merged->pairs},
                        {"same", merged->same},
                        {"decided", merged->decided},
                        {"undecided", merged->undecided}});
    return exit_code;
  }
  const auto& say = ToStandardOutput(out) ? console.err : console.out;
  say(view::Counted(merged->pairs, "pair", "pairs") + ": " + std::to_string(merged->same) +
      " the same. " + std::to_string(merged->decided) + " decided, " +
      std::to_string(merged->undecided) + " to decide.\n");
  if (merged->undecided > 0)
    say("What is to decide stands among the drafts, in no answer; decide with --decisions FILE.csv "
        "(id,took,note) or --prefer.\n");
  return exit_code;
}

}  // namespace proviso::cli
