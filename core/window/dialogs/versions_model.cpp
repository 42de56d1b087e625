#include "core/window/dialogs/versions_model.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/author/form.h"
#include "core/base/safe_text.h"
#include "core/io/drafts.h"
#include "core/merge/diff.h"
#include "core/voice/answer_changes.h"
#include "core/voice/phrases.h"
#include "core/voice/voice.h"

namespace proviso::view {
namespace {

using merge::RecordChange;

constexpr std::size_t kLongestValue = 300;  ///< Bytes of a value that is shown.

/// The two versions in the order of time.
struct Both {
  const Library& before;
  const Library& after;
  const Library& open;  ///< The one that is shown.
};

std::string_view TableHeading(Table table) {
  constexpr std::array<std::string_view, kTableCount> kTableHeadings{
      "Texts",  "Passages", "Actors", "Statements", "Links", "Claims", "Relations##of claims",
      "Events", "Numbers",  "Topics", "Questions"};
  return kTableHeadings[static_cast<std::size_t>(table)];
}

bool IsUnder(std::string_view path, std::string_view name) {
  return path.size() > name.size() && path[0] == '/' && path.substr(1, name.size()) == name &&
         (path.size() == name.size() + 1 || path[name.size() + 1] == '/');
}

std::string Shown(std::string_view words) { return CutText(VisibleText(words), kLongestValue); }

/// The rows of two forms that say otherwise, below one member of the record.
void AddFormFields(const RecordForm& before, const RecordForm& after, std::string_view name,
                   std::vector<VersionField>* fields) {
  const auto is_value = [](const FormField& field) {
    return field.kind != FieldKind::kGroup && field.kind != FieldKind::kItem;
  };
  for (const FormField& field : after.fields) {
    if (!IsUnder(field.path, name) || !is_value(field)) continue;
    const FormField* was = before.Find(field.path);
    const std::string words = was != nullptr ? ReadWords(*was) : std::string();
    const std::string now = ReadWords(field);
    if (words != now) fields->push_back({field.label, Shown(words), Shown(now)});
  }
  for (const FormField& field : before.fields)
    if (IsUnder(field.path, name) && is_value(field) && after.Find(field.path) == nullptr &&
        !field.words.empty())
      fields->push_back({field.label, Shown(ReadWords(field)), {}});
}

RecordForm FormOf(const Library& library, const RecordChange& change) {
  if (change.table == "dataset") return BuildInfoForm(library);
  return BuildForm(library, library.dataset.Find(change.id));
}

std::string DraftsWords(const Library& library, const Say& say) {
  const std::size_t count = io::CountDrafts(library.dataset);
  return count == 0 ? std::string() : say.Counted(count, "{0} draft", "{0} drafts");
}

/// What a changed record has otherwise, field by field.
std::vector<VersionField> FieldsOf(const Both& both, const RecordChange& change) {
  const Say& say = both.open.say;
  std::vector<VersionField> fields;
  if (change.table.empty()) {
    if (change.id == "x-drafts")
      fields.push_back(
          {say("Drafts"), DraftsWords(both.before, say), DraftsWords(both.after, say)});
    return fields;
  }
  const RecordForm before = FormOf(both.before, change), after = FormOf(both.after, change);
  for (const RecordChange::Field& field : change.fields) {
    const std::size_t had = fields.size();
    AddFormFields(before, after, field.name, &fields);
    if (fields.size() > had) continue;
    const std::string_view label = FieldLabel(field.name);
    fields.push_back({label.empty() ? VisibleText(field.name) : say(label), Shown(field.before),
                      Shown(field.after)});
  }
  return fields;
}

VersionRow RowOf(const Both& both, const RecordChange& change, const std::string& file) {
  const Say& say = both.open.say;
  VersionRow row;
  row.kind = change.kind == RecordChange::Kind::kAdded  ? VersionRow::Kind::kNew
             : change.kind == RecordChange::Kind::kGone ? VersionRow::Kind::kGone
                                                        : VersionRow::Kind::kChanged;
  row.key = change.id.empty() ? change.table : change.id;
  if (change.kind == RecordChange::Kind::kChanged || change.table.empty())
    row.fields = FieldsOf(both, change);
  if (change.table == "dataset") {
    row.name = say("What the dataset says of itself");
    row.go = ShowDialog{Dialog::kAbout};
    return row;
  }
  if (change.table.empty()) {
    row.name = change.id == "x-drafts" ? say("Drafts") : VisibleText(change.id);
    return row;
  }
  row.here = static_cast<bool>(both.open.dataset.Find(change.id));
  const Library& other = &both.open == &both.after ? both.before : both.after;
  const Library& in = row.here ? both.open : other;
  const RecordRef record = in.dataset.Find(change.id);
  row.name = NameOf(in.dataset, record, say);
  if (record.table == Table::kClaims) {
    const Claim& claim = in.dataset.claims[record.index];
    row.note = say("{0}, {1}##whose claim, where",
                   {in.dataset[claim.holder()].name, PlaceWords(in.dataset, claim, say)});
  }
  if (row.here)
    row.go = Select{change.id};
  else
    row.go = OpenOther{change.id};
  if (!row.here)
    row.note =
        row.note.empty() ? say("only in {0}", {file}) : say("{0} · only in {1}", {row.note, file});
  return row;
}

std::string CountWords(const Say& say, const std::array<std::size_t, 3>& counts) {
  std::vector<std::string> parts;
  if (counts[0] > 0) parts.push_back(say("{0} new##records", {std::to_string(counts[0])}));
  if (counts[1] > 0) parts.push_back(say("{0} changed##records", {std::to_string(counts[1])}));
  if (counts[2] > 0) parts.push_back(say("{0} gone##records", {std::to_string(counts[2])}));
  return say.Chain(Key("{0}, {1}##of a list"), parts);
}

void AddAnswers(const Both& both, const Session& session, VersionsModel* model) {
  const ViewState& state = session.state;
  for (const AnswerChange& change :
       AnswerChanges(both.before, both.after, state.on, state.off, state.strict)) {
    VersionAnswer answer{change.statement, change.voice, change.before, change.after, {}};
    const bool in_open =
        (&both.open == &both.after) ? !change.after.empty() : !change.before.empty();
    if (in_open) {
      ViewState next = state;
      next.view = ViewId::kWhatIf;
      next.target = change.outcome;
      next.why = change.path;
      answer.go = SetState{std::move(next)};
    } else {
      answer.go = OpenOther{change.path.substr(change.path.rfind('>') + 1)};
    }
    model->answers.push_back(std::move(answer));
  }
  if (!state.on.empty() || !state.off.empty())
    model->answers_note = both.open.say("As you suppose, in both: {0}.",
                                        {SupposedWords(both.open, state.on, state.off)});
}

}  // namespace

VersionsModel BuildVersionsModel(const Library& library, const Session& session) {
  const Say& say = library.say;
  const Versions& versions = session.versions;
  versions.other->say = say;  // The values of both are worded alike.
  const Library& other = *versions.other;
  const Both both{versions.later ? library : other, versions.later ? other : library, library};
  VersionsModel model;
  model.later = versions.later;
  model.lead = versions.later
                   ? say("What {0} has otherwise than the dataset that is open.", {versions.name})
                   : say("What the dataset that is open has otherwise than {0}.", {versions.name});
  if (other.dataset.info.id != library.dataset.info.id)
    model.warning = say("{0} is another dataset, “{1}”: hardly anything in it will be the same.",
                        {versions.name, other.dataset.info.title});
  const std::vector<RecordChange> changes = merge::Diff(both.before.dataset, both.after.dataset);
  model.same = changes.empty();
  std::array<std::size_t, 3> all{};
  std::size_t listed = 0;
  std::string table = "-";
  std::array<std::size_t, 3> counts{};
  const auto close = [&] {
    if (!model.groups.empty()) model.groups.back().counts = CountWords(say, counts);
    counts = {};
  };
  for (const RecordChange& change : changes) {
    const std::size_t kind = change.kind == RecordChange::Kind::kAdded     ? 0u
                             : change.kind == RecordChange::Kind::kChanged ? 1u
                                                                           : 2u;
    if (change.table != table || model.groups.empty()) {
      close();
      table = change.table;
      VersionGroup group;
      group.key = table.empty() ? "more" : table;
      const auto known = ParseWord<Table>(table);
      group.label =
          known ? say(TableHeading(*known))
                : say(table.empty() ? Key("What programs keep in it") : Key("The dataset itself"));
      model.groups.push_back(std::move(group));
    }
    ++all[kind];
    ++counts[kind];
    if (listed < versions.most) {
      model.groups.back().rows.push_back(RowOf(both, change, versions.name));
      ++listed;
    }
  }
  close();
  model.hidden = changes.size() - listed;
  if (!model.same) AddAnswers(both, session, &model);
  model.counts =
      model.same
          ? say("Nothing differs: both have the same digest.")
          : say("{0} {1}##sentences",
                {say("{0}.", {CountWords(say, all)}),
                 model.answers.empty() ? say("No answer differs.")
                                       : say.Counted(model.answers.size(), "{0} answer differs.",
                                                     "{0} answers differ.")});
  if (model.hidden > 0)
    model.actions.push_back(
        {"more", say("Show {0} more", {std::to_string(std::min<std::size_t>(model.hidden, 200))}),
         SetVersions{versions.later, versions.most + 200}, "", false});
  model.actions.push_back(
      {"choose", say("Choose another file…"), PickFile{Wanted::kVersion}, "", false});
  model.actions.push_back({"open", say("Open {0}", {versions.name}), OpenOther{}, "", false});
  model.actions.push_back({"close", say("Close"), ShowDialog{Dialog::kNone}, "", false});
  return model;
}

}  // namespace proviso::view
