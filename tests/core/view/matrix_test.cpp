#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "core/io/load.h"
#include "core/view/change_words.h"
#include "core/view/claims_model.h"
#include "core/view/frame.h"
#include "core/view/inspector_pair.h"
#include "core/view/keys.h"
#include "core/view/matrix_model.h"
#include "tests/core/view/harbour.h"
#include "tests/core/view/hostile.h"
#include "tests/support/files.h"

using namespace proviso;
using namespace proviso::view;
using nlohmann::json;

namespace {

const std::string& RealText() {
  static const std::string text = test::ReadFile("data/china-military-aid.json");
  return text;
}
const Library& Real() {
  static const Library library = [] {
    Result<io::Loaded> loaded = io::Load(RealText());
    REQUIRE(loaded.ok());
    return Library(std::move(loaded).value().dataset);
  }();
  return library;
}
const Library& HarbourOnce() {
  static const Library library = test::Harbour();
  return library;
}

/// A reader at the matrix.
struct Reader {
  const Library& library;
  Session session;

  explicit Reader(const Library& of) : library(of) { session.state.view = ViewId::kMatrix; }
  ViewState& state() { return session.state; }
  void Filter(query::Facet facet, std::vector<std::string> values) {
    state().filter.values[static_cast<std::size_t>(facet)] = std::move(values);
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

// Counting again, from the text of the file and without the library.

using Cells = std::map<std::pair<std::string, std::string>, std::set<std::string>>;

std::string Str(const json& word) { return word.get<std::string>(); }

std::string Plain(const json& literal) {
  return literal.is_string() ? Str(literal) : Str(literal.at("not"));
}

class Counter {
 public:
  Counter(const std::string& text, const std::string& target) : data_(json::parse(text)) {
    for (const json& link : data_["conditions"]) links_[Str(link["id"])] = &link;
    for (const json& passage : data_["passages"])
      document_[Str(passage["id"])] = Str(passage["document"]);
    target_ = target.empty() ? Str(data_["dataset"]["start"]) : target;
    reach_ = {target_};
    for (const json& p : data_["propositions"])
      for (const json& near : p.value("near", json::array()))
        if (near["to"] == target_) reach_.insert(Str(p["id"]));
    for (std::size_t before = 0; before != reach_.size();) {
      before = reach_.size();
      for (const auto& [id, link] : links_) {
        if (link->at("form") == "explains") {
          for (const json& effect : link->at("antecedents"))
            if (reach_.count(Plain(effect)) != 0) reach_.insert(Plain(link->at("consequent")));
        } else if (reach_.count(Plain(link->at("consequent"))) != 0) {
          for (const std::string& p : Sources(*link)) reach_.insert(p);
        }
      }
    }
  }

  Cells Count(const query::ClaimFilter& filter, bool links) const {
    Cells cells;
    for (const json& claim : data_["claims"]) {
      if (!Passes(claim, filter)) continue;
      for (const std::string& p : ColumnsOf(claim, links))
        cells[{Str(claim["attribution"].back()["actor"]), p}].insert(Str(claim["id"]));
    }
    return cells;
  }

 private:
  static std::set<std::string> Sources(const json& link) {
    std::set<std::string> sources;
    for (const json& from : link.at("antecedents")) sources.insert(Plain(from));
    for (const json& from : link.value("unless", json::array())) sources.insert(Plain(from));
    return sources;
  }
  bool Bears(const json& link) const {
    if (reach_.count(Plain(link.at("consequent"))) != 0) return true;
    if (link.at("form") != "explains") return false;
    for (const json& effect : link.at("antecedents"))
      if (reach_.count(Plain(effect)) != 0) return true;
    return false;
  }
  /// The propositions from which some link leads toward the outcome.
  bool IsCondition(const std::string& p) const {
    for (const auto& [id, link] : links_) {
      if (link->at("form") == "explains") {
        if (Plain(link->at("consequent")) != p) continue;
        for (const json& effect : link->at("antecedents"))
          if (reach_.count(Plain(effect)) != 0) return true;
      } else if (Sources(*link).count(p) != 0 && reach_.count(Plain(link->at("consequent"))) != 0) {
        return true;
      }
    }
    return false;
  }
  std::set<std::string> ColumnsOf(const json& claim, bool links) const {
    std::set<std::string> columns;
    const json& about = claim["about"];
    std::vector<std::string> sides;
    if (about.contains("comparison")) {
      sides.push_back(Str(about["comparison"]["more"]));
      if (about["comparison"].contains("less")) sides.push_back(Str(about["comparison"]["less"]));
    }
    if (!links) {
      if (about.contains("proposition")) columns.insert(Plain(about["proposition"]));
      for (const std::string& side : sides)
        if (links_.count(side) == 0) columns.insert(side);
      return columns;
    }
    if (about.contains("condition")) sides.push_back(Str(about["condition"]));
    bool bears = false;
    for (const std::string& side : sides) {
      const bool link = links_.count(side) != 0;
      bears |= link ? Bears(*links_.at(side)) : reach_.count(side) != 0;
      if (!link)
        columns.insert(side);
      else if (links_.at(side)->at("form") == "explains")
        columns.insert(Plain(links_.at(side)->at("consequent")));
      else
        columns.merge(Sources(*links_.at(side)));
    }
    std::set<std::string> kept;
    for (const std::string& p : columns)
      if (bears && p != target_ && IsCondition(p)) kept.insert(p);
    return kept;
  }
  bool Passes(const json& claim, const query::ClaimFilter& filter) const {
    const auto pass = [&](query::Facet facet, const std::set<std::string>& values) {
      const std::vector<std::string>& wanted = filter.values[static_cast<std::size_t>(facet)];
      return wanted.empty() || std::any_of(wanted.begin(), wanted.end(), [&](const auto& value) {
               return values.count(value) != 0;
             });
    };
    std::set<std::string> topics;
    for (const json& topic : claim.value("topics", json::array())) topics.insert(Str(topic));
    if (topics.empty()) topics.insert("none");
    std::string form = "none";
    if (claim["about"].contains("condition"))
      form = Str(links_.at(Str(claim["about"]["condition"]))->at("form"));
    return pass(query::Facet::kHolder, {Str(claim["attribution"].back()["actor"])}) &&
           pass(query::Facet::kDocument, {document_.at(Str(claim["passages"][0]))}) &&
           pass(query::Facet::kModality, {claim.value("modality", std::string("stated"))}) &&
           pass(query::Facet::kTopic, topics) && pass(query::Facet::kForm, {form});
  }

  json data_;
  std::map<std::string, const json*> links_;
  std::map<std::string, std::string> document_;
  std::string target_;
  std::set<std::string> reach_;
};

/// Checks every cell against the count, and what it opens. Returns how many claims the cells hold.
std::size_t CheckCells(Reader reader, const Counter& counter) {
  const bool links = reader.state().matrix_columns == MatrixColumns::kConditions;
  const Cells expected = counter.Count(reader.state().filter, links);
  const MatrixTable table = reader.Table();
  std::size_t found = 0, cells = 0;
  for (std::uint32_t r = 0; r < table.rows.size(); ++r)
    for (std::uint32_t c = 0; c < table.columns.size(); ++c) {
      const MatrixBox box = BoxOf(reader.library, reader.session, table, r, c);
      const std::size_t tilde = box.id.find('~');
      const auto counted = expected.find({box.id.substr(0, tilde), box.id.substr(tilde + 1)});
      const std::size_t count = counted == expected.end() ? 0 : counted->second.size();
      INFO(box.id << ": " << box.name);
      REQUIRE(box.claims == count);
      REQUIRE((box.gap == MatrixGap::kNone) == (count > 0));
      REQUIRE(!box.name.empty());
      if (count == 0) continue;
      ++cells;
      found += count;
      const InspectorModel opened = reader.Inspect(box.id);
      REQUIRE(!opened.related.empty());
      const RelatedList& list = opened.related.front();
      REQUIRE(list.title.find("(" + std::to_string(count) + ")") != std::string::npos);
      REQUIRE(list.rows.size() == std::min<std::size_t>(count, 12));
      for (const RelatedRow& row : list.rows) REQUIRE(counted->second.count(row.id) == 1);
      for (const Action& action : opened.actions) {
        if (action.words != "Show these claims" && action.words != "Show it among the claims")
          continue;
        const ClaimOrder order =
            OrderClaims(reader.library, std::get<SetState>(action.command).state);
        REQUIRE(order.claims.size() == count);
        for (const ClaimId id : order.claims)
          REQUIRE(counted->second.count(std::string(reader.library.dataset[id].id)) == 1);
      }
    }
  if (reader.state().min_count == 1) REQUIRE(cells == expected.size());
  return found;
}

}  // namespace

TEST_CASE("the number in a cell is the number of claims it opens, counted again from the file",
          "[matrix][property]") {
  struct Source {
    const Library& library;
    std::string text;
  };
  for (const Source& source :
       {Source{HarbourOnce(), std::string(test::kHarbour)}, Source{Real(), RealText()}}) {
    const Counter counter(source.text, "");
    Reader reader(source.library);
    for (const MatrixColumns columns : {MatrixColumns::kConditions, MatrixColumns::kPropositions}) {
      reader.state().matrix_columns = columns;
      reader.state().filter = {};
      CHECK(CheckCells(reader, counter) > 4);
      reader.state().hide_silent = true;
      reader.state().min_count = 2;
      reader.state().matrix_rows = MatrixRows::kDocument;
      CheckCells(reader, counter);
      reader.state().min_count = 1;
      // Every value of these facets alone, then two at once.
      const auto values = source.library.facets.Count({});
      for (const query::Facet facet : {query::Facet::kDocument, query::Facet::kTopic,
                                       query::Facet::kForm, query::Facet::kModality})
        for (const query::FacetValue& value : values[static_cast<std::size_t>(facet)]) {
          reader.state().filter = {};
          reader.Filter(facet, {std::string(value.value)});
          CheckCells(reader, counter);
          reader.Filter(query::Facet::kHolder,
                        {std::string(values[0][0].value), std::string(values[0].back().value)});
          CheckCells(reader, counter);
        }
    }
  }
}

TEST_CASE("another outcome has other conditions, counted the same way", "[matrix][property]") {
  Reader reader(Real());
  reader.state().target = "china-attacks-taiwan";
  CheckCells(reader, Counter(RealText(), "china-attacks-taiwan"));
  const std::vector<std::string> columns = reader.Columns();
  CHECK(std::find(columns.begin(), columns.end(), "china-attacks-taiwan") == columns.end());
}

TEST_CASE("a cell says direction, strength and place in words", "[matrix]") {
  Reader reader(HarbourOnce());
  CHECK(reader.Box("a-clerk", "storm-ends")->name == "More likely, very likely, A paragraph 2");
  CHECK(reader.Box("a-clerk", "fees-rise")->name == "Less likely, a pull, A paragraph 2");
  CHECK(reader.Box("a-vale", "dredger-comes")->word == "likely a pull");
  CHECK(reader.Box("a-vale", "dredger-comes")->parts[0].sign.other_step);
  CHECK(reader.Box("a-island", "storm-lasts")->word == "promise: will");
  CHECK(reader.Box("a-island", "storm-lasts")->parts[0].sign.sign == Sign::kNoEffect);
  CHECK(reader.Box("a-editor", "fees-rise")->word == "ranked lower");
  CHECK(reader.Box("a-crew", "trade-grows")->parts[0].sign.inferred);
  const MatrixBox guild = *reader.Box("a-guild", "channel-deep");
  CHECK(guild.parts[0].sign.not_held);
  CHECK(guild.word == "needed");
  reader.state().matrix_columns = MatrixColumns::kPropositions;
  CHECK(reader.Box("a-editor", "harbour-opens")->name == "Likely not, B paragraph 2");
  CHECK(reader.Box("a-editor", "harbour-opens")->parts[0].level->against == 2);
  CHECK(reader.Box("a-editor", "harbour-has-opened")->word == "no evidence so far");
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
  reader.state().filter = {};
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
  std::string text(test::kHarbour);
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
  CHECK(box.word == "possibly a pull / a pull");
  CHECK(box.claims == 2);
  CHECK(box.name ==
        "Mixed: More likely, possibly a pull, A paragraph 3; Less likely, a pull, A paragraph 2");
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
  CHECK(reader.Columns() == std::vector<std::string>{"fees-rise", "trade-grows", "channel-deep",
                                                     "dredger-comes", "storm-ends", "storm-lasts"});
  CHECK(reader.Rows().front() == "a-crew");
  reader.state().matrix_order = MatrixOrder::kCount;
  CHECK(reader.Rows().front() == "a-vale");
  CHECK(reader.Columns()[0] == "fees-rise");
  reader.state().matrix_rows = MatrixRows::kDocument;
  const MatrixTable table = reader.Table();
  CHECK(table.groups == std::vector<std::string>{"A Port log", "B Island post"});
  reader.state().matrix_rows = MatrixRows::kKind;
  CHECK(reader.Table().groups.front() == "Person");
  reader.state().matrix_rows = MatrixRows::kTopic;
  CHECK(reader.Table().groups.front() == "Money");
  Reader real(Real());
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
  reader.state().words = "nothing has these words";
  MatrixModel model = reader.Model();
  CHECK(model.empty == "No holder links these conditions.");
  CHECK(model.remedy->words == "Clear filters");
  reader.Do(model.remedy->command);
  CHECK(reader.Model().empty.empty());
  reader.state().min_count = 50;
  reader.Do(reader.Model().remedy->command);
  CHECK(reader.state().min_count == 1);
  reader.state().target = "moon-full";
  model = reader.Model();
  CHECK(model.empty == "No holder links a condition to “The moon is full”.");
  reader.Do(model.remedy->command);
  CHECK(reader.state().matrix_columns == MatrixColumns::kPropositions);
  CHECK(reader.Model().empty.empty());
  for (const float width : {1440.0f, 390.0f}) {
    Reader none(HarbourOnce());
    none.state().words = "nothing has these words";
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
  CHECK(std::get<OpenPlace>(cell.actions.front().command).id == "c-1");
  CHECK(std::get<Select>(cell.related[0].rows[0].open).id == "c-1");
  const auto suppose = std::find_if(cell.actions.begin(), cell.actions.end(),
                                    [](const Action& action) { return action.key == "suppose"; });
  REQUIRE(suppose != cell.actions.end());
  CHECK(std::get<CycleLever>(suppose->command).proposition == "storm-ends");
  CHECK(reader.Inspect("a-clerk~dredger-comes").lead ==
        "on “The dredger comes”. Says nothing on this.");
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
    heads += item.role == ItemRole::kColumnHeader && item.press ? 1 : 0;
    if (item.role != ItemRole::kCell) continue;
    ++cells;
    REQUIRE(items[static_cast<std::size_t>(item.parent)].role == ItemRole::kRow);
    const std::string selection = std::get<Select>(*item.press).id;
    Reader other = reader;
    other.Do(*item.press);
    const InspectorModel opened = *BuildInspectorModel(other.library, other.session);
    if (!item.double_press) continue;
    REQUIRE(std::holds_alternative<OpenPlace>(opened.actions.front().command));
    other.Do(opened.actions.front().command);
    CHECK(other.state().view == ViewId::kSources);
    CHECK(selection == opened.id);
  }
  CHECK(heads > 8);
  CHECK(cells % heads == 0);
}

TEST_CASE("arrow keys walk the whole grid; the columns move along", "[matrix][keys]") {
  Reader reader(Real());
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

TEST_CASE("the selected cell is brought into sight among the columns", "[matrix][frame]") {
  Reader reader(Real());
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
  const auto phone = [&] { return reader.Draw(390, 844, true); };
  Frame frame = phone();
  const Found title = FindItem(frame, "matrix/title");
  REQUIRE(title.item != nullptr);
  CHECK(title.item->name == "Crew members");
  CHECK(FindItem(frame, "matrix/previous").item->disabled);
  reader.Do(*FindItem(frame, "matrix/next").item->press);
  frame = phone();
  CHECK(FindItem(frame, "matrix/title").item->name == "Dr Vale");
  const Found cell = FindItem(frame, "matrix/cell/a-vale~dredger-comes");
  REQUIRE(cell.item != nullptr);
  CHECK(cell.item->name.find("The dredger comes: More likely") == 0);
  CHECK(std::get<Select>(*cell.item->press).id == "a-vale~dredger-comes");
  reader.Do(*FindItem(frame, "matrix/by/condition").item->press);
  frame = phone();
  CHECK(FindItem(frame, "matrix/by/condition").item->checked == Tri::kYes);
  CHECK(FindItem(frame, "matrix/title").item->name == "Trade grows");
  // What the settings change begins at its first again.
  reader.Do(SetField{"order", "count"});
  CHECK(FindItem(phone(), "matrix/title").item->name == "Harbour fees rise");
}

TEST_CASE("a matrix of 100,000 claims builds what is in sight", "[matrix][frame][scale]") {
  const Library library = test::HostileLibrary(100'000);
  Session session;
  session.state.view = ViewId::kMatrix;
  FrameCache cache;
  const Frame frame = BuildFrame(library, session, Viewport(), TableMeasure(), &cache);
  REQUIRE(cache.matrix.table.has_value());
  const Frame again = BuildFrame(library, session, Viewport(), TableMeasure(), &cache);
  CHECK(again.panels.size() == frame.panels.size());
}

TEST_CASE("deep in a long table the heads stand over it, and cover nothing that has the focus",
          "[matrix][frame][keys]") {
  Reader reader(Real());
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
