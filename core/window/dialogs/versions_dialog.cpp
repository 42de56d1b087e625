#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "core/window/dialogs/panels.h"
#include "core/window/dialogs/title.h"
#include "core/window/dialogs/versions_model.h"

namespace proviso::view {
namespace {

/// The model, kept as long as both versions and all that it is worded from are the same.
struct KeptVersions {
  const Library* other = nullptr;
  bool later = false;
  std::size_t most = 0;
  ViewState state;
  Say say;
  VersionsModel model;
};

const VersionsModel& ModelOf(StageBuilder& builder) {
  const Versions& versions = builder.session().versions;
  std::optional<KeptVersions>& kept = builder.cache().Kept<std::optional<KeptVersions>>();
  const ViewState& state = builder.state();
  const Say& say = builder.library().say;
  // With another dataset, or one that was edited, the cache is another one.
  if (!kept || kept->other != versions.other.get() || kept->later != versions.later ||
      kept->most != versions.most || !(kept->state == state) || !(kept->say == say))
    kept = KeptVersions{versions.other.get(),
                        versions.later,
                        versions.most,
                        state,
                        say,
                        BuildVersionsModel(builder.library(), builder.session())};
  return kept->model;
}

struct KindRow {
  Glyph glyph;
  std::string_view word;
};
KindRow KindOf(VersionRow::Kind kind) {
  switch (kind) {
    case VersionRow::Kind::kNew:
      return {Glyph::kFound, Key("New##of a record")};
    case VersionRow::Kind::kChanged:
      return {Glyph::kAltered, Key("Changed##of a record")};
    case VersionRow::Kind::kGone:
      break;
  }
  return {Glyph::kMissing, Key("Gone##of a record")};
}

std::string Change(const Column& column, const std::string& before, const std::string& after) {
  const std::string none = column.Say("nothing");
  return column.Say("{0} → {1}", {before.empty() ? none : before, after.empty() ? none : after});
}

/// Words, leading somewhere where they can.
void DrawName(Column& column, const std::string& words, const std::string& id, const Command& go,
              bool leads, const std::string& name) {
  if (leads)
    column.Link(words, Type::kControlStrong, id, go, 0, name);
  else
    column.Words(words, Type::kControlStrong);
}

void DrawRecord(Column& column, const VersionRow& row, const std::string& group) {
  Sketch& sketch = column.sketch;
  const std::string id = "versions/" + group + "/" + row.key;
  const KindRow kind = KindOf(row.kind);
  const std::string word = column.Say(kind.word);
  sketch.Open(MakeItem(ItemRole::kListItem, id, column.Say("{0}: {1}", {word, row.name})));
  column.Gap(9);
  const float mark = column.S(26), wide = column.S(84);
  const bool beside = column.width >= column.S(560);
  sketch.Sign(kind.glyph, column.x, column.y + sketch.LineOf(Type::kControlStrong) / 2, 16);
  Column head = column.Part(mark, beside ? wide : column.width - mark);
  head.Words(word, Type::kMeta, Ink::kInkSoft);
  Column right = beside ? column.Inset(mark + wide) : column.Inset(mark);
  if (!beside) right.Past(head);
  const bool leads = row.go.Is<Select>() || row.go.Is<OpenOther>() || row.go.Is<ShowDialog>();
  DrawName(right, row.name, id + "/go", row.go, leads,
           row.here ? row.name : column.Say("{0}: open it in the other file", {row.name}));
  right.Words(row.note, Type::kMeta, Ink::kInkMute);
  for (const VersionField& field : row.fields) {
    right.Gap(2);
    right.Words(column.Say("{0}: {1}", {field.label, Change(column, field.before, field.after)}),
                Type::kMeta, Ink::kInkSoft);
  }
  column.Past(head);
  column.Past(right);
  column.Gap(9);
  sketch.Close();
  column.Rule();
}

void DrawAnswers(Column& column, const VersionsModel& model) {
  if (model.answers.empty()) return;
  Sketch& sketch = column.sketch;
  column.Gap(18);
  column.Heading(column.Say("Answers that differ"), Type::kH3, 2);
  column.Words(model.answers_note, Type::kMeta, Ink::kInkMute, "versions/supposed");
  column.Gap(6);
  column.Rule(Ink::kInk, 2);
  sketch.Open(MakeItem(ItemRole::kList, "versions/answers", column.Say("Answers that differ")));
  for (std::size_t i = 0; i < model.answers.size(); ++i) {
    const VersionAnswer& answer = model.answers[i];
    const std::string id = "versions/answer/" + std::to_string(i + 1);
    sketch.Open(MakeItem(ItemRole::kListItem, id, answer.voice));
    column.Gap(9);
    DrawName(column, answer.voice, id + "/go", answer.go, true,
             column.Say(answer.go.Is<SetState>() ? Key("{0}: the reasons")
                                                 : Key("{0}: open it in the other file"),
                        {answer.voice}));
    column.Words(Change(column, answer.before, answer.after), Type::kControl);
    column.Words(answer.statement, Type::kMeta, Ink::kInkMute);
    column.Gap(9);
    sketch.Close();
    column.Rule();
  }
  sketch.Close();
}

void DrawGroup(Column& column, const VersionGroup& group) {
  Sketch& sketch = column.sketch;
  column.Gap(18);
  column.Heading(column.Say("{0}: {1}", {group.label, group.counts}), Type::kH3, 2);
  column.Gap(6);
  column.Rule(Ink::kInk, 2);
  if (group.rows.empty()) return;
  sketch.Open(MakeItem(ItemRole::kList, "versions/" + group.key, group.label));
  for (const VersionRow& row : group.rows) DrawRecord(column, row, group.key);
  sketch.Close();
}

/// Which of the two came later.
void DrawOrder(Column& column, const Session& session, const VersionsModel& model) {
  const std::size_t most = session.versions.most;
  std::vector<SegmentChoice> choices{{"later", column.Say("The file is the later one"), model.later,
                                      true, SetVersions{true, most}},
                                     {"earlier", column.Say("The file is the earlier one"),
                                      !model.later, true, SetVersions{false, most}}};
  column.Gap(10);
  column.Choice("versions/order", column.Say("Which came later"), choices);
}

}  // namespace

Scene VersionsScene(StageBuilder& builder, const Space& space) {
  Sketch sketch(space, "versions", Ink::kSurface);
  const std::string title = builder.Say(DialogName(Dialog::kVersions));
  const float x = DialogMargin(space);
  Column column{sketch, x, DrawDialogTitle(sketch, title, space), space.width - 2 * x};
  if (builder.session().versions.other == nullptr) {
    column.Words(builder.Say("Choose a file of another version of this dataset."), Type::kControl,
                 Ink::kInkSoft, "versions/lead");
    column.Gap(14);
    column.Buttons({{"versions/choose", builder.Say("Choose a file…"), "",
                     PickFile{Wanted::kVersion}, ButtonKind::kMain}});
    return column.Finish(24);
  }
  const VersionsModel& model = ModelOf(builder);
  column.y -= column.S(4);
  column.Words(model.lead, Type::kControl, Ink::kInkSoft, "versions/lead");
  if (!model.warning.empty()) {
    column.Gap(8);
    column.Signed(Glyph::kWarning, 16, 26, model.warning, Type::kControl, "versions/warning");
  }
  if (!model.same) DrawOrder(column, builder.session(), model);
  column.Gap(12);
  column.Rule(Ink::kInk, 3);
  column.Gap(10);
  column.Words(model.counts, Type::kControlStrong, Ink::kInk, "versions/counts");
  DrawAnswers(column, model);
  for (const VersionGroup& group : model.groups) DrawGroup(column, group);
  column.Gap(18);
  column.Buttons(ButtonsOf(model.actions, "versions/"));
  return column.Finish(24);
}

}  // namespace proviso::view
