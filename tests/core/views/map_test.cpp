// The map: what is drawn, what it says, where it stands.
#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <set>
#include <string>

#include "core/canvas/camera.h"
#include "core/canvas/frame.h"
#include "core/canvas/kept.h"
#include "core/state/update.h"
#include "core/views/map/model.h"
#include "core/views/map/scene.h"
#include "core/window/around/inspector_model.h"
#include "core/window/build_frame.h"
#include "tests/support/files.h"
#include "tests/support/harbour.h"
#include "tests/support/make_dataset.h"

namespace proviso::view {
namespace {

Library Bundled() {
  Result<io::Loaded> loaded = io::Load(test::ReadFile("data/china-military-aid.json"));
  REQUIRE(loaded.ok());
  return Library(std::move(loaded).value().dataset);
}

/// The harbour with links of every kind: two antecedents, an exception, negated ends, a diagnosis,
/// a dependence.
Library Knots() {
  std::string text(test::kHarbour);
  const auto after = [&text](std::string_view mark, std::string_view more) {
    const std::size_t at = text.find(mark);
    REQUIRE(at != std::string::npos);
    text.insert(at + mark.size(), more);
  };
  after(R"("antecedents": ["storm-lasts"], "consequent": "harbour-opens"})", R"(,
  {"id": "k-8", "form": "raises", "antecedents": ["fees-rise", "trade-grows"], "unless": ["storm-lasts"], "consequent": "channel-deep"},
  {"id": "k-9", "form": "raises", "antecedents": [{"not": "dredger-comes"}], "consequent": {"not": "harbour-opens"}},
  {"id": "k-a", "form": "bearsOn", "antecedents": ["moon-full"], "consequent": "harbour-opens"})");
  after(R"("gloss": "About forty ships wait.", "kind": "statistic"})", R"(,
  {"id": "c-13", "passages": ["p-8"], "attribution": [{"actor": "a-editor", "stance": "asserts"}], "about": {"condition": "k-8"}, "modality": "stated", "gloss": "So it is said."},
  {"id": "c-14", "passages": ["p-8"], "attribution": [{"actor": "a-editor", "stance": "asserts"}], "about": {"condition": "k-9"}, "modality": "stated", "gloss": "So it is said."},
  {"id": "c-15", "passages": ["p-8"], "attribution": [{"actor": "a-editor", "stance": "asserts"}], "about": {"condition": "k-a"}, "modality": "stated", "gloss": "So it is said."},
  {"id": "c-16", "passages": ["p-1"], "attribution": [{"actor": "a-clerk", "stance": "asserts"}], "about": {"condition": "k-4"}, "modality": "stated", "gloss": "So it is said."})");
  Result<io::Loaded> loaded = io::Load(text);
  for (std::size_t i = 0; !loaded.ok() && i < loaded.problems().size(); ++i)
    UNSCOPED_INFO(loaded.problems()[i].pointer << " " << loaded.problems()[i].rule);
  REQUIRE(loaded.ok());
  return Library(std::move(loaded).value().dataset);
}

struct Map {
  explicit Map(Library made) : library(std::move(made)) { session.state.view = ViewId::kMap; }

  MapGraph Graph() const { return BuildMapGraph(library, session.state); }
  MapModel Model(bool listed = false) const {
    const MapGraph graph = Graph();
    return BuildMapModel(library, session, graph, MapVoices(library, session.state),
                         LightMap(library, session.state, graph), listed);
  }
  const MapArrowWords& Arrow(const MapModel& model, std::string_view id) const {
    for (const MapArrowWords& arrow : model.arrows)
      if (arrow.id == id) return arrow;
    FAIL("no arrow " << id);
    return model.arrows[0];
  }
  Frame Draw(float width = 1440, float height = 900, FrameCache* cache = nullptr) const {
    Viewport viewport;
    viewport.width = width;
    viewport.height = height;
    return BuildFrame(library, session, viewport, TableMeasure(), cache);
  }
  void Do(const Command& command) {
    std::vector<Effect> effects;
    Update(library, command, session, effects);
  }

  Library library;
  Session session;
};

std::set<std::string> Ids(const MapModel& model) {
  std::set<std::string> ids;
  for (const MapArrowWords& arrow : model.arrows) ids.insert(arrow.id);
  return ids;
}

std::vector<const Item*> MapItems(const Frame& frame) {
  std::vector<const Item*> items;
  for (const Panel& panel : frame.panels)
    if (panel.id == "stage")
      for (const Item& item : panel.scene.items)
        if (item.role == ItemRole::kTreeItem) items.push_back(&item);
  return items;
}

TEST_CASE("the map has an arrow for each link that somebody makes and that leads to the outcome",
          "[view][map]") {
  const Map map(test::Harbour());
  const MapModel model = map.Model();
  // All seven lead there; k-6 to a motive, which is near the outcome and marked as that.
  CHECK(Ids(model) == std::set<std::string>{"k-1", "k-2", "k-3", "k-4", "k-5", "k-6", "k-7"});
  for (const MapNode& node : model.nodes) {
    CHECK(node.id != "moon-full");
    CHECK(node.outcome == (node.id == "harbour-opens"));
    if (node.id == "island-eager") CHECK(node.caption == "A step before");
  }
  CHECK(model.empty.empty());
}

TEST_CASE("a box says the negation where that alone is linked", "[view][map][bundled]") {
  const Map map(Bundled());
  const MapGraph graph = map.Graph();
  const MapModel model = map.Model();
  std::vector<std::set<bool>> linked(graph.nodes.size());
  for (const MapArrow& arrow : graph.arrows) {
    const Condition& link = map.library.dataset[arrow.condition];
    const auto add = [&](Literal literal) {
      const auto at = std::find(graph.nodes.begin(), graph.nodes.end(), literal.proposition());
      linked[static_cast<std::size_t>(at - graph.nodes.begin())].insert(literal.negated());
    };
    for (const Literal literal : link.antecedents) add(literal);
    for (const Literal literal : link.unless) add(literal);
    add(link.consequent);
  }
  std::size_t turned = 0;
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    const bool negation = linked[i] == std::set<bool>{true} && graph.nodes[i] != graph.target;
    INFO(model.nodes[i].label);
    if (negation || model.nodes[i].brings.empty())  // A step before has its short name.
      CHECK((model.nodes[i].label != map.library.dataset[graph.nodes[i]].label) == negation);
    turned += negation ? 1 : 0;
  }
  CHECK(turned > 0);
  // No arrow is marked "not" at a box that says the negation already.
  for (const MapArrow& arrow : graph.arrows)
    for (const std::vector<MapEnd>* ends : {&arrow.tails, &arrow.unless, &arrow.heads})
      for (const MapEnd& end : *ends)
        if (graph.turned[end.node] != 0) CHECK_FALSE(end.negated);
}

TEST_CASE("each form of link has its own words, and negated ends are said and marked",
          "[view][map]") {
  const Map map(Knots());
  const MapModel model = map.Model();
  CHECK(map.Arrow(model, "k-1").sentence ==
        "If “The storm ends”, then “The harbour opens”, says the clerk");
  CHECK(map.Arrow(model, "k-2").sign.sign == Sign::kLess);
  CHECK(map.Arrow(model, "k-5").word == "only if");
  CHECK(map.Arrow(model, "k-7").word == "even if");
  CHECK(map.Arrow(model, "k-7").sign.sign == Sign::kNoEffect);
  CHECK(map.Arrow(model, "k-a").word == "bears on");
  CHECK(map.Arrow(model, "k-8").sentence ==
        "“Harbour fees rise” and “Trade grows” raise “The channel is deep enough”, unless “The "
        "storm lasts”, says the editor");
  // The sign is that toward what the head's box says: opening is made less likely.
  CHECK(map.Arrow(model, "k-9").sentence ==
        "Not “The dredger comes” raises not “The harbour opens”, says the editor");
  CHECK(map.Arrow(model, "k-9").sign.sign == Sign::kLess);
  // One link by two holders is one arrow with a count.
  CHECK(map.Arrow(model, "k-4").voice == "2 voices");
  CHECK(map.Arrow(model, "k-4").sentence.find("Dr Vale and the clerk") != std::string::npos);
  // Disputed on its way: dashed, and its sign struck through.
  CHECK(map.Arrow(model, "k-5").dashed);
  CHECK(map.Arrow(model, "k-5").sign.not_held);
  CHECK_FALSE(map.Arrow(model, "k-1").dashed);
  CHECK(map.Arrow(model, "k-6").dashed);  // Its sign is read in.
}

std::multiset<std::string> DrawnWords(const Frame& frame) {
  std::multiset<std::string> words;
  for (const Panel& panel : frame.panels)
    if (panel.id == "stage" || panel.id == "map-columns")
      for (const Shape& shape : panel.scene.shapes)
        if (shape.kind == ShapeKind::kText) words.insert(shape.text);
  return words;
}

TEST_CASE("a drawn map shows not, and, unless and the words of forms", "[view][map]") {
  const Map map(Knots());
  const std::multiset<std::string> words = DrawnWords(map.Draw());
  CHECK(words.count("not") == 1);  // Before a condition; what the head says is in the sign.
  CHECK(words.count("and") == 1);
  CHECK(words.count("unless") == 1);
  for (const char* head : {"Further back", "Conditions", "A step before", "Outcome"})
    CHECK(words.count(head) == 1);
  CHECK(words.count("only if") == 1);
  CHECK(words.count("even if") == 1);
  CHECK(words.count("way not said") == 1);
}

TEST_CASE("one link, one lane: each stands once, beside its condition or further back",
          "[view][map]") {
  for (const bool knots : {true, false}) {
    const Map map(knots ? Knots() : Bundled());
    const MapGraph graph = map.Graph();
    std::multiset<std::uint32_t> arrows;
    std::set<std::uint32_t> boxes;
    std::uint32_t last = kNoMapIndex;
    for (const MapLane& lane : graph.lanes.lanes) {
      if (lane.arrow == kNoMapIndex) continue;
      arrows.insert(lane.arrow);
      // The lanes of a box stand together.
      if (lane.box != last) CHECK(boxes.insert(lane.box).second);
      last = lane.box;
    }
    CHECK(boxes.size() == graph.lanes.boxes.size());
    for (const MapFeeder& feeder : graph.lanes.feeders) {
      arrows.insert(feeder.arrow);
      CHECK(feeder.box != feeder.under);
    }
    CHECK(arrows.size() == graph.arrows.size());
    for (std::uint32_t i = 0; i < graph.arrows.size(); ++i) CHECK(arrows.count(i) == 1);
  }
}

TEST_CASE("conditions that say how likely stand first, then those that push, then the rest",
          "[view][map][bundled]") {
  const Map map(Bundled());
  const MapGraph graph = map.Graph();
  std::map<std::uint32_t, int> best;  // By box.
  for (const MapLane& lane : graph.lanes.lanes) {
    const Form form = map.library.dataset[graph.arrows[lane.arrow].condition].form;
    const bool level = form == Form::kIf || form == Form::kOnlyIf || form == Form::kEvenIf;
    const int rank = level ? 0 : form == Form::kBearsOn || form == Form::kExplains ? 2 : 1;
    const auto at = best.emplace(lane.box, rank).first;
    at->second = std::min(at->second, rank);
  }
  int before = 0;
  for (const auto& [box, rank] : best) {
    CHECK(rank >= before);
    before = rank;
  }
  CHECK(before == 2);
}

TEST_CASE("the word inside the outcome is how likely, else which way, else how near",
          "[view][map]") {
  const Map map(Knots());
  const MapModel model = map.Model();
  CHECK(map.Arrow(model, "k-1").brings == map.library.say.Inside(map.Arrow(model, "k-1").firmness));
  CHECK(map.Arrow(model, "k-2").brings == "less likely");
  CHECK(map.Arrow(model, "k-a").brings == "way not said");
  for (const MapNode& node : model.nodes)
    CHECK(node.brings == (node.id == "island-eager" ? "a step before" : ""));
}

TEST_CASE(
    "with nothing supposed every line is plain; then what carries it is heavy, the rest faint",
    "[view][map]") {
  Map map(Knots());
  const auto count = [&] {
    std::array<std::size_t, 3> found{};  // Faint, plain, heavy.
    for (const Panel& panel : map.Draw().panels)
      if (panel.id == "stage")
        for (const Shape& shape : panel.scene.shapes) {
          if (shape.kind != ShapeKind::kLine) continue;
          const bool faint = shape.ink == Ink::kMoreFaint || shape.ink == Ink::kLessFaint ||
                             shape.ink == Ink::kInkFaint;
          ++found[faint ? 0 : shape.width == 4 ? 2 : 1];
        }
    return found;
  };
  const auto before = count();
  CHECK(before[0] == 0);
  CHECK(before[1] > 8);
  CHECK(before[2] == 0);
  map.Do(Suppose{"dredger-comes", Lever::kOn});
  const auto after = count();
  CHECK(after[0] > 0);
  CHECK(after[2] > 0);
}

TEST_CASE("what is supposed is carried along the arrows of whoever says so", "[view][map]") {
  Map map(Knots());
  for (const MapArrowWords& arrow : map.Model().arrows) CHECK_FALSE(arrow.heavy);
  map.Do(Suppose{"dredger-comes", Lever::kOn});
  const MapModel model = map.Model();
  CHECK(map.Arrow(model, "k-3").heavy);
  CHECK(map.Arrow(model, "k-4").heavy);
  CHECK(map.Arrow(model, "k-4").name.find("Carries what you suppose, for Dr Vale") !=
        std::string::npos);
  CHECK_FALSE(map.Arrow(model, "k-1").heavy);
  CHECK_FALSE(map.Arrow(model, "k-2").heavy);
  for (const MapNode& node : model.nodes) {
    if (node.id == "dredger-comes") CHECK(node.name == "If “The dredger comes”, as you suppose");
    if (node.id == "channel-deep") CHECK(node.reached);
    if (node.id == "fees-rise") CHECK_FALSE(node.reached);
  }
  // The motive lights up although it says nothing on the act.
  map.Do(Suppose{"trade-grows", Lever::kOn});
  CHECK(map.Arrow(map.Model(), "k-6").heavy);
}

TEST_CASE("nothing on the map moves when a lever does", "[view][map]") {
  Map map(Bundled());
  FrameCache cache;
  std::vector<std::pair<std::string, Rect>> places;
  const Frame before = map.Draw(1440, 900, &cache);
  for (const Item* item : MapItems(before)) places.emplace_back(item->id, item->rect);
  REQUIRE(places.size() > 20);
  map.Do(Suppose{"us-china-relations-worsen", Lever::kOn});
  map.Do(Suppose{"us-warns-china", Lever::kOff});
  for (FrameCache* with : {&cache, static_cast<FrameCache*>(nullptr)}) {
    const Frame frame = map.Draw(1440, 900, with);
    const std::vector<const Item*> items = MapItems(frame);
    REQUIRE(items.size() == places.size());
    for (std::size_t i = 0; i < items.size(); ++i) {
      CHECK(items[i]->id == places[i].first);
      CHECK(items[i]->rect.x == places[i].second.x);
      CHECK(items[i]->rect.y == places[i].second.y);
    }
  }
}

TEST_CASE("the arrows are those that a count from the dataset gives, under any voice and step",
          "[view][map]") {
  Map map(Bundled());
  const Dataset& data = map.library.dataset;
  const auto expected = [&](std::string_view voice, std::uint32_t most) {
    const PropositionId target = FindOutcome(map.library, map.session.state.target).target;
    const auto made = [&](std::uint32_t link) {
      return std::any_of(data.claims.begin(), data.claims.end(), [&](const Claim& claim) {
        return claim.about.kind == AboutKind::kCondition && claim.about.condition.index() == link &&
               (voice.empty() || data[claim.holder()].id == voice);
      });
    };
    // Distances, by rounds over all links until nothing changes.
    std::map<std::uint32_t, std::uint32_t> steps{{target.index(), 0}};
    for (std::uint32_t i = 0; i < data.propositions.size() && most != 0; ++i)
      for (const Near& near : data.propositions[i].near) {
        bool led = false;
        for (std::uint32_t l = 0; l < data.conditions.size(); ++l)
          led |= data.conditions[l].form != Form::kExplains && made(l) &&
                 data.conditions[l].consequent.proposition().index() == i &&
                 data.conditions[l].antecedents[0].proposition() != target;
        if (near.to == target && led) steps.emplace(i, 1);
      }
    std::set<std::string> arrows;
    for (std::uint32_t round = 0; round < 12; ++round)
      for (std::uint32_t l = 0; l < data.conditions.size(); ++l) {
        const Condition& link = data.conditions[l];
        if (link.form == Form::kExplains || !made(l)) continue;
        const auto head = steps.find(link.consequent.proposition().index());
        if (head == steps.end() || head->second >= most) continue;
        arrows.insert(std::string(link.id));
        for (const Literal from : link.antecedents) {
          const auto [at, fresh] = steps.emplace(from.proposition().index(), head->second + 1);
          at->second = std::min(at->second, head->second + 1);
        }
      }
    return arrows;
  };
  CHECK(Ids(map.Model()) == expected("", 99));
  CHECK(Ids(map.Model()).size() > 12);
  for (std::uint16_t steps = 1; steps <= 3; ++steps) {
    map.session.state.steps = steps;
    CHECK(Ids(map.Model()) == expected("", steps));
  }
  map.session.state.steps = 0;
  const std::vector<ActorId> voices = MapVoices(map.library, map.session.state);
  REQUIRE(voices.size() > 3);
  for (const ActorId voice : voices) {
    map.session.state.arrows = data[voice].id;
    const MapModel model = map.Model();
    CHECK(Ids(model) == expected(map.session.state.arrows, 99));
    for (const MapArrowWords& arrow : model.arrows) CHECK(arrow.voice == data[voice].name);
  }
}

TEST_CASE("filters hide arrows, and an emptied map says how to fill it again", "[view][map]") {
  Map map(test::Harbour());
  map.Do(ToggleFilter{query::Facet::kTopic, "t-money"});
  CHECK(Ids(map.Model()) == std::set<std::string>{"k-2"});
  map.Do(SetWords{"no claim has these words"});
  const MapModel model = map.Model();
  CHECK(model.arrows.empty());
  CHECK(model.empty == "No link leads to “The harbour opens” with what is shown.");
  REQUIRE(model.remedy);
  const Frame frame = map.Draw();
  REQUIRE(FindItem(frame, "map/show-all").item != nullptr);
  map.Do(*FindItem(frame, "map/show-all").item->press);
  CHECK(map.Model().arrows.size() == 7);
}

TEST_CASE("where no path leads from what is supposed, the nearest break is named", "[view][map]") {
  Map map(test::Harbour());
  map.Do(Suppose{"dredger-comes", Lever::kOn});
  CHECK(map.Model().broken.empty());
  // Hidden by whose arrows are drawn: the arrow that is missing is named.
  map.Do(SetField{"arrows", "a-guild"});
  const MapModel hidden = map.Model();
  CHECK(hidden.broken ==
        "No path from these conditions to this outcome. The way goes on to “The channel is deep "
        "enough”, but that arrow is hidden: Dr Vale makes it.");
  REQUIRE(hidden.remedy);
  map.Do(hidden.remedy->command);
  CHECK(map.Model().broken.empty());
  // No text goes on: how far the links lead is named.
  map.Do(SetField{"t", "channel-deep", true});
  map.Do(ClearSuppositions{});
  map.Do(Suppose{"trade-grows", Lever::kOn});
  CHECK(map.Model().broken ==
        "No path from these conditions to this outcome. The links lead as far as “The island wants "
        "the harbour open”, and no text goes on from there.");
  map.Do(ClearSuppositions{});
  map.Do(Suppose{"moon-full", Lever::kOn});
  CHECK(map.Model().broken.find("No text says what follows from “The moon is full”.") !=
        std::string::npos);
  CHECK(FindItem(map.Draw(), "map/broken").item != nullptr);
}

TEST_CASE("the list has every arrow once, under what it leads to", "[view][map]") {
  for (const bool harbour : {true, false}) {
    const Map map(harbour ? Knots() : Bundled());
    const MapModel model = map.Model();
    for (const std::vector<MapRow>* rows : {&model.rows, &model.list}) {
      std::set<std::uint32_t> arrows, nodes;
      std::uint16_t level = 0;
      for (const MapRow& row : *rows) {
        CHECK((row.arrow ? arrows : nodes).insert(row.index).second);
        CHECK(row.level <= level + 1);
        CHECK(row.pos <= row.size);
        level = row.level;
      }
      CHECK(arrows.size() == model.arrows.size());
      if (rows == &model.rows) CHECK(nodes.size() == model.nodes.size());
    }
  }
}

TEST_CASE("a press on an arrow or a box selects it, and two actions lead to the passage",
          "[view][map]") {
  Map map(Bundled());
  const Frame frame = map.Draw();
  const std::vector<const Item*> items = MapItems(frame);
  for (const Item* item : items) {
    CHECK_FALSE(item->name.empty());
    REQUIRE(item->press);
    const std::string id = (item->press)->As<Select>()->id;
    const RecordRef record = map.library.dataset.Find(id);
    REQUIRE(record);
    if (record.table != Table::kConditions) continue;
    map.session.state.selection = id;
    const auto inspector = BuildInspectorModel(map.library, map.session);
    REQUIRE(inspector);
    CHECK(inspector->actions.at(0).key == "open-paragraph");
  }
}

TEST_CASE("arrow keys reach every item of a drawing, and all of it fits a wide window",
          "[view][map]") {
  const Map map(Bundled());
  const Frame frame = map.Draw();
  for (const Panel& panel : frame.panels) {
    if (panel.id != "stage") continue;
    REQUIRE(panel.camera);
    CHECK(panel.camera->percent >= 62);
    for (const Item& item : panel.scene.items)
      if (item.role == ItemRole::kTreeItem) {
        CHECK(item.group == "map");
        CHECK(item.rect.x >= 0);
        CHECK(item.rect.right() <= panel.rect.w);
      }
  }
}

/// A dataset with so many conditions of one outcome, each with a label of some 80 characters.
Library Wide(int links) {
  test::DatasetMaker make;
  const PassageId passage = make.AddPassage(make.AddDocument("One text"));
  const PropositionId outcome = make.AddProposition("It comes to that in the end");
  make.dataset().propositions[0].role = Role::kOutcome;
  const ActorId voice = make.AddActor("A commission with a rather long name of its own");
  for (int i = 0; i < links; ++i) {
    const PropositionId from =
        make.AddProposition("Condition " + std::to_string(i) +
                            " of the many that a long document can name, with a label of eighty");
    About about;
    about.kind = AboutKind::kCondition;
    about.condition = make.AddCondition(Form::kRaises, {Literal(from)}, Literal(outcome));
    make[make.AddClaim(voice, passage, "So it is said.")].about = about;
  }
  BuildIdSlots(make.dataset());
  return Library(std::move(make.dataset()));
}

TEST_CASE("past forty lanes one row says how many more there are, and opens in place",
          "[view][map][scale]") {
  Map map(Wide(300));
  Frame frame = map.Draw();
  CHECK(MapItems(frame).size() == 1 + 40 * 2 + 1);
  const Found more = FindItem(frame, "map/more");
  REQUIRE(more.item != nullptr);
  CHECK(more.item->name == "260 more links");
  const std::size_t shapes = more.panel->scene.shapes.size();
  CHECK(shapes < 400);  // Only what is in sight.
  map.Do(*more.item->press);
  frame = map.Draw();
  CHECK(FindItem(frame, "map/more").item == nullptr);
  CHECK(MapItems(frame).size() > 300);
  CHECK(FindItem(frame, "map/tree").panel->scene.shapes.size() < 400);
}

TEST_CASE("no word of the map is cut, and no box lies on another, at any width and size",
          "[view][map]") {
  for (const int which : {0, 1, 2})
    for (const int percent : {100, 200})
      for (const float width : {700.0f, 1024.0f, 1440.0f, 1920.0f})
        for (const int zoom : {0, 50, 200}) {
          Map map(which == 0 ? Bundled() : which == 1 ? Knots() : Wide(12));
          map.session.state.text_percent = static_cast<std::uint16_t>(percent);
          map.session.state.camera.percent = static_cast<std::uint16_t>(zoom);
          map.Do(Suppose{which == 0 ? "us-china-relations-worsen" : "dredger-comes", Lever::kOn});
          const Frame frame = map.Draw(width, 900);
          std::vector<Rect> words;
          for (const Panel& panel : frame.panels)
            if (panel.id == "stage" && panel.camera)
              for (const Shape& shape : panel.scene.shapes)
                if (shape.kind == ShapeKind::kText) {
                  INFO(shape.text << " " << width << " " << percent << " " << zoom);
                  CHECK(shape.text.find("…") == std::string::npos);
                  for (const Rect& other : words) {
                    const bool meet = std::min(other.right(), shape.rect.right()) -
                                              std::max(other.x, shape.rect.x) >
                                          1.5f &&
                                      std::min(other.bottom(), shape.rect.bottom()) -
                                              std::max(other.y, shape.rect.y) >
                                          1.5f;
                    CHECK_FALSE(meet);
                  }
                  words.push_back(shape.rect);
                }
        }
}

TEST_CASE("a picture is composed of the same drawing with columns of its own", "[view][map]") {
  Map map(Bundled());
  map.Do(Suppose{"us-china-relations-worsen", Lever::kOn});
  const MapGraph graph = map.Graph();
  const MapModel model = map.Model();
  const TableMeasure measure;
  Space space{measure};
  space.width = 1200;
  space.height = 675;
  Sketch sketch(space, "picture", Ink::kPaper);
  MapColumns columns;
  columns.conditions_x = 32;
  columns.conditions = 332;
  columns.steps_x = 635;
  columns.steps = 170;
  columns.outcome_x = 872;
  columns.outcome = 296;
  columns.lane = 50;
  columns.space = 6;
  columns.two_lines = true;
  const MapPlaces places = PlaceMap(sketch, model, graph, columns, 146, 9, true);
  CHECK(places.lanes.size() == 9);
  CHECK(places.left_out == graph.lanes.lanes.size() - 9);
  CHECK(std::is_sorted(places.lanes.begin(), places.lanes.end()));
  bool lit = false;
  for (const std::uint32_t lane : places.lanes)
    lit |= model.arrows[graph.lanes.lanes[lane].arrow].heavy;
  CHECK(lit);
  DrawMap(sketch, model, graph, columns, places, 0, 675);
  CHECK(sketch.scene().shapes.size() > 60);
}

TEST_CASE("no word of the outcome is broken: long ones stand smaller", "[view][map]") {
  test::DatasetMaker make;
  const auto cause = make.AddProposition("It rains");
  const auto effect = make.AddProposition("Demilitarisation is agreed upon");
  const ConditionId link = make.AddCondition(Form::kIf, {Literal(cause)}, Literal(effect));
  const ClaimId claim = make.AddClaim(make.AddActor("Ann"),
                                      make.AddPassage(make.AddDocument("A text")), "If so, so.");
  make[claim].about.condition = link;
  BuildIdSlots(make.dataset());
  Map map(Library(std::move(make.dataset())));
  const MapGraph graph = map.Graph();
  const MapModel model = map.Model();
  const TableMeasure measure;
  Space space{measure};
  space.width = 1240;
  space.height = 600;
  const Sketch sketch(space, "picture", Ink::kPaper);
  const MapPlaces places =
      PlaceMap(sketch, model, graph, ColumnsOfMap(sketch, graph, 0, 1240), 146, 9, true);
  std::string words;
  for (const std::string& line : places.outcome_words.lines) words += line + " ";
  CHECK(words == "Demilitarisation is agreed upon ");
  CHECK(places.outcome_type != Type::kH3);
}

TEST_CASE("the map is zoomed between a half and twice by buttons, and fits again", "[view][map]") {
  Map map(Bundled());
  for (int i = 0; i < 9; ++i) map.Do(*FindItem(map.Draw(), "map/zoom-in").item->press);
  CHECK(map.session.state.camera.percent == 200);
  for (int i = 0; i < 9; ++i) map.Do(*FindItem(map.Draw(), "map/zoom-out").item->press);
  CHECK(map.session.state.camera.percent == 50);
  map.Do(*FindItem(map.Draw(), "map/fit").item->press);
  CHECK(map.session.state.camera == Camera{});
}

TEST_CASE("a phone has the map as one drawing from top to bottom, nothing to switch on",
          "[view][map]") {
  for (const bool bundled : {true, false}) {
    Map map(bundled ? Bundled() : Knots());
    map.Do(Suppose{bundled ? "us-china-relations-worsen" : "dredger-comes", Lever::kOn});
    const Frame frame = map.Draw(390, 844);
    CHECK(FindItem(frame, "map/list").item == nullptr);
    const std::vector<const Item*> items = MapItems(frame);
    const MapModel model = map.Model();
    REQUIRE(items.size() == model.list.size());
    float y = 0;
    for (const Item* item : items) {
      CHECK(item->rect.y > y);
      CHECK(item->rect.h >= 24);
      CHECK(item->rect.right() <= 390);
      y = item->rect.y;
    }
    for (const Panel& panel : frame.panels)
      if (panel.id == "stage")
        for (const Shape& shape : panel.scene.shapes)
          CHECK(shape.text.find("…") == std::string::npos);
  }
}

TEST_CASE("Show on map leads to the record, and to another outcome only where it must",
          "[view][map]") {
  Map map(Bundled());
  const auto show = [&](std::string_view id) {
    map.Do(ShowView{ViewId::kClaims});
    map.Do(Select{std::string(id)});
    const auto inspector = BuildInspectorModel(map.library, map.session);
    REQUIRE(inspector);
    for (const Action& action : inspector->actions)
      if (action.key == "show-on-map") {
        map.Do(action.command);
        return true;
      }
    return false;
  };
  REQUIRE(show("us-warns-china"));
  CHECK(map.session.state.view == ViewId::kMap);
  CHECK(map.session.state.target.empty());
  CHECK(FindItem(map.Draw(), "map/node/us-warns-china").item->selected == Tri::kYes);
  REQUIRE(show("k-b-resolve-camps"));
  CHECK(map.session.state.target == "crisis-resolved");
  CHECK(FindItem(map.Draw(), "map/arrow/k-b-resolve-camps").item->selected == Tri::kYes);
  CHECK_FALSE(show("biden-speaks"));  // In no link.
  REQUIRE(show("a-hart"));
  CHECK(map.session.state.arrows == "a-hart");
}

TEST_CASE("every link and lever of the dataset can be shown on the map", "[view][map]") {
  Map map(Bundled());
  const Dataset& data = map.library.dataset;
  for (std::uint32_t i = 0; i < data.conditions.size(); ++i) {
    const RecordRef record{Table::kConditions, i};
    const auto state = MapStateOf(map.library, {}, record);
    CHECK(state.has_value() == !map.library.index.claims_about_condition[ConditionId(i)].empty());
    if (!state) continue;
    map.session.state = *state;
    INFO(data.conditions[i].id);
    CHECK(Ids(map.Model()).count(std::string(data.conditions[i].id)) == 1);
  }
}

}  // namespace
}  // namespace proviso::view
