#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <set>
#include <string>

#include "core/canvas/kept.h"
#include "core/state/change_words.h"
#include "core/views/matrix/model.h"
#include "core/window/build_frame.h"
#include "tests/support/hostile.h"
#include "tests/support/matrix_reader.h"
#include "tests/support/say.h"

namespace proviso::test {

TEST_CASE("a cell says direction, strength and place in words", "[matrix]") {
  Reader reader(HarbourOnce());
  CHECK(reader.Box("a-clerk", "storm-ends")->name == "More likely, very likely, A paragraph 2");
  CHECK(reader.Box("a-clerk", "fees-rise")->name == "Less likely, A paragraph 2");
  CHECK(reader.Box("a-vale", "dredger-comes")->word == "more likely (likely)");
  CHECK(reader.Box("a-vale", "dredger-comes")->parts[0].sign.other_step);
  CHECK(reader.Box("a-island", "storm-lasts")->word == "promise: will");
  CHECK(reader.Box("a-island", "storm-lasts")->parts[0].sign.sign == Sign::kNoEffect);
  CHECK(reader.Box("a-editor", "fees-rise")->word == "ranks lower");
  CHECK(reader.Box("a-crew", "trade-grows")->parts[0].sign.inferred);
  const MatrixBox guild = *reader.Box("a-guild", "channel-deep");
  CHECK(guild.parts[0].sign.not_held);
  CHECK(guild.word == "needed");
  reader.state().matrix_columns = MatrixColumns::kPropositions;
  CHECK(reader.Box("a-editor", "harbour-opens")->name == "Likely not, B paragraph 2");
  CHECK(reader.Box("a-editor", "harbour-opens")->parts[0].level->against == 2);
  CHECK(reader.Box("a-editor", "harbour-has-opened")->word == "no evidence so far");
}

TEST_CASE("a column says the negation where that alone is linked, with the signs as they are said",
          "[matrix][bundled]") {
  const Library& library = Real();
  Reader reader(library);
  const MatrixTable table = reader.Table();
  std::size_t turned = 0;
  for (std::uint32_t i = 0; i < table.columns.size(); ++i) {
    const PropositionId p = table.columns[i].proposition;
    bool plain = false, negated = false;
    for (std::uint32_t c = 0; c < library.dataset.claims.size(); ++c)
      for (const MatrixMark& mark :
           MarksOf(library, table.outcome, MatrixColumns::kConditions, library.dataset.claims[c]))
        if (mark.column == p) (mark.turned ? negated : plain) = true;
    CHECK(table.columns[i].turned == (negated && !plain));
    const std::string label = HeadOf(library, reader.session, table, i).label;
    CHECK((label == library.dataset[p].label) == !table.columns[i].turned);
    turned += table.columns[i].turned ? 1u : 0u;
  }
  REQUIRE(turned > 0);
  // Without a stake of its own China is less likely to arm Russia: nobody says what a stake does.
  CHECK(reader.Box("a-blog-author", "china-security-stake")->parts[0].sign.sign == Sign::kLess);
}

TEST_CASE("silent, not coded and hidden are three things, and none is uncommitted", "[matrix]") {
  Reader reader(HarbourOnce());
  // Text A is coded in full, text B in part.
  CHECK(reader.Box("a-clerk", "dredger-comes")->gap == MatrixGap::kSilent);
  CHECK(reader.Box("a-editor", "dredger-comes")->gap == MatrixGap::kNotCoded);
  CHECK(reader.Box("a-clerk", "dredger-comes")->name !=
        reader.Box("a-editor", "dredger-comes")->name);
  CHECK(reader.Model().not_coded);
  reader.Filter(query::Facet::kModality, {"very_likely", "likely"});
  reader.Filter(query::Facet::kDocument, {"d-log"});
  CHECK(reader.Box("a-clerk", "storm-ends")->gap == MatrixGap::kNone);
  CHECK(reader.Box("a-vale", "dredger-comes")->gap == MatrixGap::kNone);
  CHECK(reader.Box("a-vale", "storm-ends")->gap == MatrixGap::kSilent);
  reader.state().claims.filter = {};
  reader.Filter(query::Facet::kForm, {"lowers", "raises"});
  // The clerk's word on the storm is there, but the filter hides it: that is no silence.
  reader.state().target = "harbour-opens";
  CHECK_FALSE(reader.Box("a-clerk", "storm-ends").has_value());
  reader.Filter(query::Facet::kForm, {"lowers", "raises", "none"});
  CHECK(reader.Box("a-clerk", "storm-ends")->gap == MatrixGap::kHidden);
  CHECK(reader.Box("a-clerk", "storm-ends")->name == "1 claim hidden by filters");
  Reader levels(HarbourOnce());
  levels.state().matrix_columns = MatrixColumns::kPropositions;
  const MatrixBox open = *levels.Box("a-editor", "harbour-has-opened");
  CHECK(open.gap == MatrixGap::kNone);
  CHECK(open.parts[0].level->ruler == Ruler::kRing);
}

TEST_CASE("a cell with two signs stays mixed: both are drawn, named and open their claims",
          "[matrix]") {
  std::string text(kHarbour);
  const std::string after = "\"gloss\": \"Higher fees keep the harbour shut.\"";
  const std::size_t at = text.find("  {\"id\": \"c-3\"");
  REQUIRE(text.find(after) != std::string::npos);
  text.insert(at,
              "  {\"id\": \"c-2b\", \"passages\": [\"p-3\"], \"attribution\": [{\"actor\": "
              "\"a-clerk\", \"stance\": \"asserts\"}], \"about\": {\"condition\": \"k-8\"}, "
              "\"modality\": \"possible\", \"gloss\": \"Fees could also pay for tugs.\"},\n");
  const std::size_t link = text.find("  {\"id\": \"k-7\"");
  text.insert(link,
              "  {\"id\": \"k-8\", \"form\": \"raises\", \"antecedents\": [\"fees-rise\"], "
              "\"consequent\": \"harbour-opens\"},\n");
  Result<io::Loaded> loaded = io::Load(text);
  REQUIRE(loaded.ok());
  const Library library(std::move(loaded).value().dataset);
  Reader reader(library);
  const MatrixBox box = *reader.Box("a-clerk", "fees-rise");
  REQUIRE(box.parts.size() == 2);
  CHECK(box.parts[0].sign.sign == Sign::kMore);
  CHECK(box.parts[1].sign.sign == Sign::kLess);
  CHECK(box.word == "more likely (possibly) / less likely");
  CHECK(box.claims == 2);
  CHECK(box.name == "Mixed: More likely (possibly), A paragraph 3; Less likely, A paragraph 2");
  CHECK(reader.Model().mixed);
  const InspectorModel opened = reader.Inspect(box.id);
  REQUIRE(opened.related.front().rows.size() == 2);
  CHECK_FALSE(opened.sign.has_value());
  const Frame frame = reader.Draw();
  std::set<Ink> fills;
  const Found cell = FindItem(frame, "matrix/cell/a-clerk~fees-rise");
  REQUIRE(cell.item != nullptr);
  for (const Shape& shape : cell.panel->scene.shapes)
    if (shape.kind == ShapeKind::kFill && cell.item->rect.Contains(shape.rect.x + 1, shape.rect.y))
      fills.insert(shape.ink);
  CHECK(fills.count(Ink::kMoreTint) == 1);
  CHECK(fills.count(Ink::kLessTint) == 1);
}

TEST_CASE("columns stand under their themes; rows in groups, with the silent at the end",
          "[matrix]") {
  Reader reader(HarbourOnce());
  reader.state().matrix_rows = MatrixRows::kVoices;
  CHECK(reader.Columns() == std::vector<std::string>{"fees-rise", "trade-grows", "channel-deep",
                                                     "dredger-comes", "storm-ends", "storm-lasts"});
  // Authors before whom they quote.
  CHECK(reader.Rows().front() == "a-clerk");
  reader.state().matrix_order = MatrixOrder::kCount;
  CHECK(reader.Rows().front() == "a-clerk");
  CHECK(reader.Columns()[0] == "fees-rise");
  reader.state().matrix_rows = MatrixRows::kDocument;
  const MatrixTable table = reader.Table();
  CHECK(table.groups == std::vector<std::string>{"A Port log", "B Island post"});
  reader.state().matrix_rows = MatrixRows::kKind;
  CHECK(reader.Table().groups.front() == "Person");
  reader.state().matrix_rows = MatrixRows::kTopic;
  CHECK(reader.Table().groups.front() == "Money");
  Reader real(Real());
  real.state().matrix_rows = MatrixRows::kVoices;
  const MatrixTable all = real.Table();
  REQUIRE(all.silent > 10);
  bool silent = false;
  for (const MatrixRow& row : all.rows) {
    silent |= row.claims == 0;
    CHECK((row.claims == 0) == silent);
  }
  real.state().hide_silent = true;
  CHECK(real.Table().rows.size() + all.silent == all.rows.size());
  CHECK(real.Model().silent->words.find("silent in all these columns") != std::string::npos);
}

TEST_CASE("few voices stand across, authors first, and conditions down by what they do",
          "[matrix]") {
  Reader reader(HarbourOnce());
  const MatrixTable table = reader.Table();
  REQUIRE(table.down);
  // What changes how likely it is, then what pushes, then what counts, then what works further
  // back; in each own words before quoted.
  MatrixEffect last = MatrixEffect::kLikelihood;
  for (const MatrixColumn& column : table.columns) {
    CHECK(column.effect >= last);
    last = column.effect;
  }
  CHECK(table.columns.front().effect == MatrixEffect::kLikelihood);
  CHECK(reader.Columns().front() == "storm-ends");
  Distance distance = Distance::kOwn;
  for (std::uint32_t i = 0; i < table.speaking(); ++i) {
    const MatrixHolder holder = HolderOf(reader.library, reader.session, table, i);
    CHECK(holder.mark.distance >= distance);
    CHECK_FALSE(holder.texts.empty());
    distance = holder.mark.distance;
  }
  // Turned by hand, and back.
  reader.Do(reader.Model().turn.command);
  CHECK_FALSE(reader.Table().down);
  CHECK(reader.Model().turn.words == "Conditions down");
  reader.Do(reader.Model().turn.command);
  CHECK(reader.Table().down);
}

TEST_CASE("the words of a group of conditions have room beside its rows, however few", "[matrix]") {
  int groups = 0;
  for (const Actor& actor : Real().dataset.actors)
    for (const int percent : {100, 200}) {
      Reader reader(Real());
      reader.state().text_percent = static_cast<std::uint16_t>(percent);
      reader.Filter(query::Facet::kHolder, {std::string(actor.id)});
      const Frame frame = reader.Draw(1280, 5000);
      const Item* before = nullptr;
      for (const Panel& panel : frame.panels)
        for (const Item& item : panel.scene.items) {
          if (panel.id != "stage" || item.role != ItemRole::kRowHeader ||
              item.id.rfind("matrix/group/", 0) != 0)
            continue;
          INFO(item.id << " " << actor.id << " " << percent);
          if (before != nullptr) CHECK(before->rect.bottom() <= item.rect.y);
          before = &item;
          ++groups;
        }
    }
  CHECK(groups > 10);
}

TEST_CASE("with more than twelve voices across they stand down of themselves", "[matrix]") {
  std::string lines;
  for (int i = 0; i < 13; ++i) lines += "v" + std::to_string(i) + ": if rain -> flood, likely\n";
  const Library many{test::Say(lines)};
  Reader reader(many);
  reader.state().target = "flood";
  CHECK(reader.Rows().size() == 13);
  CHECK_FALSE(reader.Table().down);
  reader.state().matrix_rows = MatrixRows::kConditions;
  CHECK(reader.Table().down);
  // More voices than fit move along, with the heads.
  const Frame frame = reader.Draw();
  CHECK(FindItem(frame, "matrix/columns/on").item != nullptr);
  reader.session.focus = CellItem("v0", "rain");
  for (int i = 1; i < 13; ++i) reader.Press("ArrowRight");
  CHECK(reader.session.focus == CellItem("v12", "rain"));
  CHECK(FindItem(reader.Draw(), reader.session.focus).item != nullptr);
}

TEST_CASE("the silent are folded into one column that puts them down", "[matrix][frame]") {
  Reader reader(Real());
  reader.state().matrix_rows = MatrixRows::kConditions;
  const MatrixTable table = reader.Table();
  const Frame frame = reader.Draw();
  const Found folded = FindItem(frame, "matrix/silent");
  REQUIRE(folded.item != nullptr);
  CHECK(folded.item->name.find("silent in all these columns") != std::string::npos);
  reader.Do(*folded.item->press);
  CHECK_FALSE(reader.Table().down);
  CHECK(reader.Table().rows.size() > table.speaking());
}

TEST_CASE("a least count drops columns and rows with fewer claims, and can be undone", "[matrix]") {
  Reader reader(Real());
  const std::size_t columns = reader.Columns().size();
  reader.Do(reader.Model().more->command);
  CHECK(reader.state().min_count == 2);
  const MatrixTable table = reader.Table();
  CHECK(table.columns.size() < columns);
  CHECK(table.columns.size() + table.dropped == columns);
  for (const MatrixColumn& column : table.columns) CHECK(column.claims >= 2);
  for (const MatrixRow& row : table.rows) CHECK(row.claims >= 2);
  CHECK(reader.Model().least_words == "At least 2 claims");
  CHECK(reader.session.announcement == "At least 2 claims.");
  reader.Do(Undo{});
  CHECK(reader.Columns().size() == columns);
  CHECK_FALSE(reader.Model().fewer.has_value());
}

TEST_CASE("similarity puts holders next to each other who stand alike", "[matrix]") {
  Reader reader(Real());
  reader.state().hide_silent = true;
  const std::vector<std::string> by_name = reader.Rows();
  const auto shared_steps = [&] {
    const MatrixTable table = reader.Table();
    int shared = 0;
    for (std::uint32_t r = 1; r < table.rows.size(); ++r)
      for (std::uint32_t c = 0; c < table.columns.size(); ++c) {
        const MatrixCell* a = table.At(r - 1, c);
        const MatrixCell* b = table.At(r, c);
        shared += a != nullptr && b != nullptr && a->count > 0 && b->count > 0;
      }
    return shared;
  };
  const int before = shared_steps();
  reader.state().matrix_order = MatrixOrder::kSimilarity;
  CHECK(shared_steps() > before);
  std::vector<std::string> similar = reader.Rows(), sorted = by_name;
  CHECK(similar == reader.Rows());
  std::sort(similar.begin(), similar.end());
  std::sort(sorted.begin(), sorted.end());
  CHECK(similar == sorted);
}

TEST_CASE("a matrix without cells says so and offers what helps", "[matrix]") {
  Reader reader(HarbourOnce());
  reader.state().claims.words = "nothing has these words";
  MatrixModel model = reader.Model();
  CHECK(model.empty == "No voice links these conditions.");
  CHECK(model.remedy->words == "Clear filters");
  reader.Do(model.remedy->command);
  CHECK(reader.Model().empty.empty());
  reader.state().min_count = 50;
  reader.Do(reader.Model().remedy->command);
  CHECK(reader.state().min_count == 1);
  reader.state().target = "moon-full";
  model = reader.Model();
  CHECK(model.empty == "No voice links a condition to “The moon is full”.");
  reader.Do(model.remedy->command);
  CHECK(reader.state().matrix_columns == MatrixColumns::kPropositions);
  CHECK(reader.Model().empty.empty());
  for (const float width : {1440.0f, 390.0f}) {
    Reader none(HarbourOnce());
    none.state().claims.words = "nothing has these words";
    CHECK(FindItem(none.Draw(width), "matrix/clear-filters").item != nullptr);
  }
}

TEST_CASE("a pair opens what joins it: cell, link and two actors", "[matrix][pair]") {
  Reader reader(HarbourOnce());
  InspectorModel cell = reader.Inspect("a-clerk~storm-ends");
  CHECK(cell.title == "The clerk");
  CHECK(cell.lead == "on “The storm ends”");
  CHECK(cell.sign->words == "More likely");
  CHECK(cell.strength->words == "Very likely");
  CHECK(cell.actions.front().command.As<OpenPlace>()->id == "c-1");
  CHECK((cell.related[0].rows[0].open).As<Select>()->id == "c-1");
  const auto suppose = std::find_if(cell.actions.begin(), cell.actions.end(),
                                    [](const Action& action) { return action.key == "suppose"; });
  REQUIRE(suppose != cell.actions.end());
  CHECK((suppose->command).As<CycleLever>()->proposition == "storm-ends");
  CHECK(reader.Inspect("a-clerk~dredger-comes").lead ==
        "on “The dredger comes”. Says nothing on it.");
  CHECK(reader.Inspect("a-editor~dredger-comes").lead.find("Not coded") != std::string::npos);
  CHECK(reader.Inspect("a-vale~k-3").related[0].rows[0].id == "c-3");
  const InspectorModel actors = reader.Inspect("a-clerk~a-vale");
  CHECK(actors.related[0].title == "“The clerk” passes on “Dr Vale” (2)");
  const InspectorModel about = reader.Inspect("a-editor~a-island");
  REQUIRE(about.related.size() == 2);
  CHECK(about.related[1].title == "“The editor” speaks about “The island” (1)");
  CHECK(reader.Inspect("a-clerk~a-crew").related.empty());
  CHECK(reader.Inspect("a-clerk~gone").kind == "Not in this dataset");
  reader.Filter(query::Facet::kHolder, {"a-editor"});
  CHECK(reader.Inspect("a-clerk~storm-ends").hidden.has_value());
  CHECK(NameOfId(reader.library, "a-clerk~storm-ends") == "The clerk and The storm ends");
}

TEST_CASE("the matrix is a table whose cells lead to the passage in two actions",
          "[matrix][frame]") {
  Reader reader(Real());
  const Frame frame = reader.Draw();
  const Found table = FindItem(frame, "matrix/table");
  REQUIRE(table.item != nullptr);
  CHECK(table.item->role == ItemRole::kTable);
  const std::vector<Item>& items = table.panel->scene.items;
  std::size_t cells = 0, heads = 0;
  for (const Item& item : items) {
    heads += item.role == ItemRole::kColumnHeader && item.press ? 1u : 0u;
    if (item.role != ItemRole::kCell) continue;
    ++cells;
    REQUIRE(items[static_cast<std::size_t>(item.parent)].role == ItemRole::kRow);
    const std::string selection = (item.press)->As<Select>()->id;
    Reader other = reader;
    other.Do(*item.press);
    const InspectorModel opened = *BuildInspectorModel(other.library, other.session);
    if (!item.double_press) continue;
    REQUIRE(opened.actions.front().command.Is<OpenPlace>());
    other.Do(opened.actions.front().command);
    CHECK(other.state().view == ViewId::kSources);
    CHECK(selection == opened.id);
  }
  CHECK(heads >= 8);
  CHECK(cells % heads == 0);
}

TEST_CASE("arrow keys walk the whole grid; the columns move along", "[matrix][keys]") {
  Reader reader(Real());
  reader.state().matrix_rows = MatrixRows::kVoices;
  const std::vector<std::string> columns = reader.Columns();
  const std::string actor = reader.Rows()[1];
  REQUIRE(columns.size() > 15);
  reader.session.focus = CellItem(actor, columns[0]);
  for (std::size_t i = 1; i < columns.size(); ++i) {
    reader.Press("ArrowRight");
    REQUIRE(reader.session.focus == CellItem(actor, columns[i]));
    REQUIRE(FindItem(reader.Draw(), reader.session.focus).item != nullptr);
  }
  reader.Press("Home");
  CHECK(reader.session.focus == CellItem(actor, columns[0]));
  CHECK(FindItem(reader.Draw(), reader.session.focus).item != nullptr);
  reader.Press("End");
  CHECK(reader.session.focus == CellItem(actor, columns.back()));
  reader.Press("ArrowLeft");
  CHECK(reader.session.focus == CellItem(actor, columns[columns.size() - 2]));
  reader.Press("Home");
  reader.Press("ArrowUp");
  CHECK(reader.session.focus == CellItem(reader.Rows()[0], columns[0]));
  reader.Press("ArrowUp");
  CHECK(reader.session.focus == HeadItem(columns[0]));
  reader.Press("ArrowDown");
  for (std::size_t i = 1; i < reader.Rows().size(); ++i) reader.Press("ArrowDown");
  CHECK(reader.session.focus == CellItem(reader.Rows().back(), columns[0]));
  reader.Press("ArrowLeft");
  CHECK(reader.session.focus == HolderItem(reader.Rows().back()));
}

TEST_CASE("Enter opens a cell, once more its paragraph; O opens it from the inspector",
          "[matrix][keys]") {
  Reader reader(HarbourOnce());
  reader.session.focus = CellItem("a-clerk", "storm-ends");
  reader.Press("Enter");
  CHECK(reader.state().selection == "a-clerk~storm-ends");
  Reader same = reader;
  same.Press("Enter");
  CHECK(same.state().view == ViewId::kSources);
  reader.Press("o");
  CHECK(reader.state().view == ViewId::kSources);
  CHECK(reader.state().selection == "c-1");
}

TEST_CASE("a holder's profile and a condition lead to the matrix, where they are marked",
          "[matrix][frame]") {
  for (const char* id : {"a-vale", "dredger-comes"}) {
    Reader reader(HarbourOnce());
    reader.state().view = ViewId::kClaims;
    const InspectorModel model = reader.Inspect(id);
    const auto show = std::find_if(model.actions.begin(), model.actions.end(),
                                   [](const Action& one) { return one.key == "show-matrix"; });
    REQUIRE(show != model.actions.end());
    reader.Do(show->command);
    CHECK(reader.state().view == ViewId::kMatrix);
    const Frame frame = reader.Draw();
    const Found mark =
        FindItem(frame, *id == 'a' ? HolderItem("a-vale") : HeadItem("dredger-comes"));
    REQUIRE(mark.item != nullptr);
    CHECK(mark.item->selected == Tri::kYes);
  }
}

TEST_CASE("the selected cell is brought into sight among the columns", "[matrix][frame]") {
  Reader reader(Real());
  reader.state().matrix_rows = MatrixRows::kVoices;
  const std::string last = reader.Columns().back();
  const std::string actor = reader.Rows()[0];
  CHECK(FindItem(reader.Draw(), CellItem(actor, last)).item == nullptr);
  reader.state().selection = actor + "~" + last;
  const Frame frame = reader.Draw();
  const Found cell = FindItem(frame, CellItem(actor, last));
  REQUIRE(cell.item != nullptr);
  CHECK(cell.item->selected == Tri::kYes);
}

TEST_CASE("a phone shows one holder or one condition at a time", "[matrix][frame]") {
  Reader reader(HarbourOnce());
  reader.state().matrix_rows = MatrixRows::kVoices;
  const auto phone = [&] { return reader.Draw(390, 844, true); };
  Frame frame = phone();
  const Found title = FindItem(frame, "matrix/title");
  REQUIRE(title.item != nullptr);
  CHECK(title.item->name == "The clerk");
  CHECK(FindItem(frame, "matrix/previous").item->disabled);
  for (int i = 0; i < 3; ++i) {  // Past the editor and the crew.
    reader.Do(*FindItem(frame, "matrix/next").item->press);
    frame = phone();
  }
  CHECK(FindItem(frame, "matrix/title").item->name == "Dr Vale");
  const Found cell = FindItem(frame, "matrix/cell/a-vale~dredger-comes");
  REQUIRE(cell.item != nullptr);
  CHECK(cell.item->name.find("The dredger comes: More likely") == 0);
  CHECK((cell.item->press)->As<Select>()->id == "a-vale~dredger-comes");
  reader.Do(*FindItem(frame, "matrix/by/condition").item->press);
  frame = phone();
  CHECK(FindItem(frame, "matrix/by/condition").item->checked == Tri::kYes);
  CHECK(FindItem(frame, "matrix/title").item->name == "Harbour fees rise");
  reader.Do(*FindItem(frame, "matrix/next").item->press);
  CHECK(FindItem(phone(), "matrix/title").item->name == "Trade grows");
  // What the settings change begins at its first again.
  reader.Do(SetField{"order", "count"});
  CHECK(FindItem(phone(), "matrix/title").item->name == "Harbour fees rise");
}

TEST_CASE("a matrix of 100,000 claims builds what is in sight", "[matrix][frame][scale]") {
  const Library library = HostileLibrary(100'000);
  Session session;
  session.state.view = ViewId::kMatrix;
  FrameCache cache;
  const Frame frame = BuildFrame(library, session, Viewport(), TableMeasure(), &cache);
  REQUIRE(cache.Kept<MatrixCache>().table.has_value());
  const Frame again = BuildFrame(library, session, Viewport(), TableMeasure(), &cache);
  CHECK(again.panels.size() == frame.panels.size());
}

TEST_CASE("deep in a long table the heads stand over it, and cover nothing that has the focus",
          "[matrix][frame][keys]") {
  Reader reader(Real());
  reader.state().matrix_rows = MatrixRows::kVoices;
  const auto covers = [&](const Frame& frame) {
    for (const Panel& panel : frame.panels)
      if (panel.id == "heads") return panel.rect.bottom();
    return 0.0f;
  };
  CHECK(covers(reader.Draw()) == 0.0f);
  reader.session.scroll["stage"] = 1e6f;
  Frame frame = reader.Draw();
  CHECK(covers(frame) > 0.0f);
  CHECK(FindItem(frame, "heads/" + reader.Columns()[0]).item->press.has_value());
  reader.session.focus = CellItem(reader.Rows().back(), reader.Columns()[0]);
  for (int i = 0; i < 25; ++i) {
    reader.Press("ArrowUp");
    frame = reader.Draw();
    const Found cell = FindItem(frame, reader.session.focus);
    REQUIRE(cell.item != nullptr);
    REQUIRE(cell.panel->rect.y + cell.item->rect.y - cell.panel->scroll_y + 0.5f >=
            std::max(cell.panel->rect.y, covers(frame)));
  }
}

TEST_CASE("deep among conditions the voices stand over them", "[matrix][frame]") {
  Reader reader(Real());
  reader.session.scroll["stage"] = 1e6f;
  const Frame frame = reader.Draw(1440, 500);
  const Found head = FindItem(frame, "heads/a-blog-author");
  REQUIRE(head.item != nullptr);
  CHECK(head.panel->rect.y > 0);
  CHECK(head.item->press.has_value());
}

}  // namespace proviso::test
