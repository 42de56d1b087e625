// proviso diff: what one dataset adds, changes and takes away.

#include <array>

#include "core/base/safe_text.h"
#include "core/cli/arguments.h"
#include "core/cli/author_commands.h"
#include "core/cli/author_files.h"
#include "core/cli/messages.h"
#include "core/io/json_value.h"
#include "core/merge/diff.h"
#include "core/voice/answer_changes.h"
#include "core/words/labels.h"

namespace proviso::cli {
namespace {

using merge::RecordChange;

constexpr const char* kSigns[] = {"+", "~", "-"};
constexpr const char* kNames[] = {"added", "changed", "gone"};

/// A value as short as it can be read: texts without quotation marks.
std::string Shown(const std::string& json) {
  if (json.empty()) return "nothing";
  const std::optional<io::JsonValue> value = io::ReadJson(json);
  return VisibleText(value && value->is_text() ? value->text() : json);
}

std::string NameOf(const RecordChange& change) {
  return change.id.empty() ? change.table : change.id;
}

}  // namespace

int RunDiff(const Arguments& given, const Console& console) {
  Opened<Dataset> a = OpenNamed(given.Text("A"), given, console);
  if (!a.value) return a.exit_code;
  Opened<Dataset> b = OpenNamed(given.Text("B"), given, console);
  if (!b.value) return b.exit_code;
  const std::vector<RecordChange> changes = merge::Diff(*a.value, *b.value);
  const int exit_code = changes.empty() ? kFine : kDataAtFault;
  std::array<std::size_t, 3> counts{};
  for (const RecordChange& change : changes) ++counts[static_cast<std::size_t>(change.kind)];
  std::vector<view::AnswerChange> answers;
  if (!changes.empty())
    answers =
        view::AnswerChanges(view::Library(*std::move(a.value)), view::Library(*std::move(b.value)));
  if (given.Has("--json")) {
    Json list = Json::array();
    for (const RecordChange& change : changes) {
      Json one = {{"change", kNames[static_cast<std::size_t>(change.kind)]},
                  {"table", change.table},
                  {"id", change.id}};
      for (const RecordChange::Field& field : change.fields)
        one["fields"][field.name] = Json{
            {"before", field.before.empty() ? Json() : Json::parse(field.before, nullptr, false)},
            {"after", field.after.empty() ? Json() : Json::parse(field.after, nullptr, false)}};
      list.push_back(one);
    }
    Json replies = Json::array();
    const auto words = [](const std::string& reply) {
      return reply.empty() ? Json() : Json(reply);
    };
    for (const view::AnswerChange& one : answers)
      replies.push_back(Json{{"outcome", one.outcome},
                             {"view", one.path},
                             {"before", words(one.before)},
                             {"after", words(one.after)}});
    Print(console, Json{{"added", counts[0]},
                        {"changed", counts[1]},
                        {"gone", counts[2]},
                        {"records", list},
                        {"answers", replies}});
    return exit_code;
  }
  if (!given.Has("--stat"))
    for (const RecordChange& change : changes) {
      const std::string head =
          std::string(kSigns[static_cast<std::size_t>(change.kind)]) + " " + NameOf(change);
      if (given.Has("--ids") || change.fields.empty()) {
        console.out(head + "\n");
        continue;
      }
      for (const RecordChange::Field& field : change.fields)
        console.out(head + (field.name.empty() ? "" : " " + field.name) + ": " +
                    Shown(field.before) + " → " + Shown(field.after) + "\n");
    }
  if (!given.Has("--stat"))
    for (const view::AnswerChange& one : answers)
      console.out(VisibleText("? " + one.statement + ", " + one.voice + ": " +
                              (one.before.empty() ? "nothing" : one.before) + " → " +
                              (one.after.empty() ? "nothing" : one.after)) +
                  "\n");
  console.out(std::to_string(counts[0]) + " added, " + std::to_string(counts[1]) + " changed, " +
              std::to_string(counts[2]) + " gone.");
  if (!answers.empty())
    console.out(" " + view::Counted(answers.size(), "answer differs", "answers differ") + ".");
  console.out("\n");
  return exit_code;
}

}  // namespace proviso::cli
