// The network of actors: who is joined to whom, what it says, where it stands.
#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "core/canvas/camera.h"
#include "core/canvas/frame.h"
#include "core/canvas/kept.h"
#include "core/state/update.h"
#include "core/views/actors/cache.h"
#include "core/views/actors/labels.h"
#include "core/views/actors/model.h"
#include "core/views/actors/sides.h"
#include "core/views/claims/model.h"
#include "core/window/around/inspector_model.h"
#include "core/window/build_frame.h"
#include "core/window/keys.h"
#include "tests/support/harbour.h"
#include "tests/support/make_dataset.h"
#include "tests/support/matrix_reader.h"
#include "tests/support/random_talk.h"

namespace proviso::view {
namespace {

using Json = nlohmann::json;
using Pair = std::pair<std::string, std::string>;
using Counts = std::map<Pair, std::set<std::string>>;  // Claims by their two actors.

struct Desk {
  const Library& library;
  Session session;

  explicit Desk(const Library& of) : library(of) { session.state.view = ViewId::kActors; }
  ViewState& state() { return session.state; }
  ActorsGraph Graph() const { return BuildActorsGraph(library, session.state); }
  void Do(const Command& command) {
    std::vector<Effect> effects;
    Update(library, command, session, effects);
  }
  Frame Draw(float width = 1440, float height = 900, FrameCache* cache = nullptr) const {
    Viewport viewport;
    viewport.width = width;
    viewport.height = height;
    return BuildFrame(library, session, viewport, TableMeasure(), cache);
  }
  void Press(const std::string& item, float width = 1440, float height = 900) {
    const Frame frame = Draw(width, height);
    const Found found = FindItem(frame, item);
    INFO(item);
    REQUIRE(found.item != nullptr);
    REQUIRE(found.item->press);
    Do(*found.item->press);
  }
  std::set<std::string> Names() const {
    std::set<std::string> ids;
    for (const ActorId node : Graph().nodes) ids.emplace(library.dataset[node].id);
    return ids;
  }
};

Counts Edges(const Desk& desk, EdgeKind kind) {
  Counts counts;
  const ActorsGraph graph = desk.Graph();
  const Dataset& data = desk.library.dataset;
  for (const ActorsEdge& edge : graph.edges)
    if (edge.kind == kind)
      for (const ClaimId id : edge.claims)
        counts[{std::string(data[graph.nodes[edge.from]].id),
                std::string(data[graph.nodes[edge.to]].id)}]
            .emplace(data[id].id);
  return counts;
}

std::string Said(const Json& text) { return text.get<std::string>(); }

std::string Spelt(const Json& literal) {
  return literal.is_string() ? literal.get<std::string>() : literal["not"].get<std::string>();
}

// The same, counted from the file itself.
Counts Recount(EdgeKind kind, const std::set<std::string>& documents) {
  const Json data = Json::parse(test::RealText());
  std::map<std::string, Json> propositions, links, passages;
  for (const Json& p : data["propositions"]) propositions[Said(p["id"])] = p;
  for (const Json& k : data["conditions"]) links[Said(k["id"])] = k;
  for (const Json& p : data["passages"]) passages[Said(p["id"])] = p;
  Counts counts;
  std::map<std::string, std::map<std::string, std::set<std::string>>> positions;
  for (const Json& claim : data["claims"]) {
    const std::string id = Said(claim["id"]);
    if (documents.count(Said(passages[Said(claim["passages"][0])]["document"])) == 0) continue;
    const Json& chain = claim["attribution"];
    const std::string holder = Said(chain.back()["actor"]);
    for (std::size_t i = 0; i + 1 < chain.size(); ++i)
      if (kind == EdgeKind::kReports)
        counts[{Said(chain[i]["actor"]), Said(chain[i + 1]["actor"])}].insert(id);
    std::set<std::string> spoken;
    const auto add_link = [&](const Json& link) {
      for (const char* field : {"antecedents", "unless"})
        if (link.contains(field))
          for (const Json& literal : link[field]) spoken.insert(Spelt(literal));
      spoken.insert(Spelt(link["consequent"]));
    };
    const Json& about = claim["about"];
    const std::string modality = Said(claim["modality"]);
    const bool firm = modality != "even" && modality != "uncommitted";
    if (about.contains("proposition")) {
      spoken.insert(Spelt(about["proposition"]));
      if (firm && modality != "stated") positions[about["proposition"].dump()][holder].insert(id);
    }
    if (about.contains("condition")) {
      const Json& link = links[Said(about["condition"])];
      add_link(link);
      const std::string form = Said(link["form"]);
      const bool denied = link["consequent"].is_object();
      if (firm && (form == "if" || form == "raises" || form == "onlyIf" || form == "lowers")) {
        // "If" without a difference has no direction.
        const bool more = (form != "lowers") != denied;
        if (form != "if" || link.value("contrast", true))
          positions[Spelt(link["consequent"]) + (more ? "+" : "-")][holder].insert(id);
      }
    }
    if (about.contains("comparison"))
      for (const auto& [side, record] : about["comparison"].items()) {
        if (propositions.count(Said(record))) spoken.insert(Said(record));
        if (links.count(Said(record))) add_link(links[Said(record)]);
      }
    if (kind == EdgeKind::kAbout)
      for (const std::string& p : spoken)
        for (const Json& actor : propositions[p].value("actors", Json::array()))
          if (Said(actor) != holder) counts[{holder, Said(actor)}].insert(id);
  }
  if (kind == EdgeKind::kPositions)
    for (const auto& [position, holders] : positions)
      for (const auto& [a, of_a] : holders)
        for (const auto& [b, of_b] : holders)
          if (a < b) {
            counts[{a, b}].insert(of_a.begin(), of_a.end());
            counts[{a, b}].insert(of_b.begin(), of_b.end());
          }
  return counts;
}

std::vector<const Item*> TreeItems(const Frame& frame) {
  std::vector<const Item*> items;
  for (const Panel& panel : frame.panels)
    if (panel.id == "stage")
      for (const Item& item : panel.scene.items)
        if (item.role == ItemRole::kTreeItem) items.push_back(&item);
  return items;
}

TEST_CASE("edges of every kind are those that a count from the file gives, under any filter",
          "[view][actors]") {
  Desk desk(test::Real());
  desk.state().hidden_edges.clear();
  for (const EdgeKind kind : {EdgeKind::kReports, EdgeKind::kAbout, EdgeKind::kPositions}) {
    INFO(Word(kind));
    CHECK(Edges(desk, kind) == Recount(kind, {"d-blog", "d-news"}));
    CHECK(Edges(desk, kind).size() > 8);
    for (const std::string document : {"d-blog", "d-news"}) {
      Desk filtered = desk;
      filtered.Do(ToggleFilter{query::Facet::kDocument, document});
      CHECK(Edges(filtered, kind) == Recount(kind, {document}));
    }
  }
}

/// Who says what of whom, at random.
Library RandomVoices(test::Dice* dice) {
  test::DatasetMaker make;
  const PassageId passage = make.AddPassage(make.AddDocument("One text"));
  std::vector<ActorId> actors;
  for (std::uint32_t i = 0, n = 2 + dice->Below(7); i < n; ++i)
    actors.push_back(make.AddActor("Voice " + std::to_string(i)));
  std::vector<PropositionId> matters;
  for (std::uint32_t i = 0, n = 1 + dice->Below(5); i < n; ++i) {
    matters.push_back(make.AddProposition("Matter " + std::to_string(i)));
    if (dice->Chance(60)) {
      const ActorId first = dice->Pick(actors), second = dice->Pick(actors);
      make.dataset().propositions.back().actors = make.Keep({first, second});
    }
  }
  for (std::uint32_t i = 0, n = 1 + dice->Below(50); i < n; ++i) {
    const ClaimId id = make.AddClaim(dice->Pick(actors), passage, "It is so.");
    std::vector<Step> chain(1 + dice->Below(4));
    for (Step& step : chain) {
      step.actor = dice->Pick(actors);
      step.stance = static_cast<Stance>(dice->Below(8));
    }
    Claim& claim = make[id];
    claim.attribution = make.dataset().arena.Keep(std::span<const Step>(chain));
    const PropositionId matter = dice->Pick(matters);
    claim.about.literal = Literal(matter, dice->Chance(30));
    claim.modality = static_cast<Modality>(dice->Below(7));
  }
  BuildIdSlots(make.dataset());
  return Library(std::move(make.dataset()));
}

/// An edge by a plain count.
struct PlainEdge {
  std::set<ClaimId> claims;
  std::array<std::uint32_t, 3> lines{};
  std::uint32_t doubted = 0;
};
using PlainEdges = std::map<std::tuple<EdgeKind, ActorId, ActorId>, PlainEdge>;

PlainEdges PlainCount(const Dataset& data) {
  PlainEdges edges;
  const auto holds = [&](std::uint32_t i) {
    const Modality modality = data.claims[i].modality;
    return modality != Modality::kEven && modality != Modality::kUncommitted &&
           modality != Modality::kStated;
  };
  for (std::uint32_t i = 0; i < data.claims.size(); ++i) {
    const Claim& claim = data.claims[i];
    for (std::size_t k = 0; k + 1 < claim.attribution.size(); ++k) {
      const Step& step = claim.attribution[k];
      const ActorId next = claim.attribution[k + 1].actor;
      if (step.actor == next) continue;
      PlainEdge& edge = edges[{EdgeKind::kReports, step.actor, next}];
      edge.claims.insert(ClaimId(i));
      ++edge.lines[static_cast<std::size_t>(LineStyleOf(step.stance))];
      edge.doubted += Rejects(step.stance) ? 1u : 0u;
    }
    for (const ActorId of : data[claim.about.literal.proposition()].actors)
      if (of != claim.holder())
        edges[{EdgeKind::kAbout, claim.holder(), of}].claims.insert(ClaimId(i));
    for (std::uint32_t j = 0; j < data.claims.size(); ++j) {
      const Claim& other = data.claims[j];
      if (!holds(i) || !holds(j) || !(claim.holder() < other.holder()) ||
          claim.about.literal != other.about.literal)
        continue;
      PlainEdge& edge = edges[{EdgeKind::kPositions, claim.holder(), other.holder()}];
      edge.claims.insert({ClaimId(i), ClaimId(j)});
    }
  }
  return edges;
}

TEST_CASE("edges of random claims are those of a plain count", "[view][actors]") {
  test::Dice dice(31);
  for (int round = 0; round < 150; ++round) {
    const Library library = RandomVoices(&dice);
    const PlainEdges plain = PlainCount(library.dataset);
    std::array<std::uint32_t, kEdgeKinds> counts{};
    for (const auto& [key, edge] : plain) ++counts[static_cast<std::size_t>(std::get<0>(key))];
    Desk desk(library);
    // Of what is not drawn no edge is made.
    CHECK(desk.Graph().edges.size() == counts[static_cast<std::size_t>(EdgeKind::kReports)]);
    desk.state().hidden_edges.clear();
    const ActorsGraph graph = desk.Graph();
    REQUIRE(graph.edges.size() == plain.size());
    auto expected = plain.begin();
    for (const ActorsEdge& edge : graph.edges) {
      REQUIRE(std::tuple(edge.kind, graph.nodes[edge.from], graph.nodes[edge.to]) ==
              expected->first);
      const PlainEdge& one = expected->second;
      CHECK(edge.claims == std::vector<ClaimId>(one.claims.begin(), one.claims.end()));
      CHECK(edge.doubted == one.doubted);
      if (edge.kind == EdgeKind::kReports)
        CHECK(static_cast<std::size_t>(edge.line) ==
              static_cast<std::size_t>(std::max_element(one.lines.begin(), one.lines.end()) -
                                       one.lines.begin()));
      ++expected;
    }
  }
}

TEST_CASE("whoever speaks is drawn, and his mark counts what he holds", "[view][actors]") {
  const Desk desk(test::Real());
  const ActorsGraph graph = desk.Graph();
  std::map<std::string, std::uint32_t> held;
  std::set<std::string> heard;
  for (const Claim& claim : desk.library.dataset.claims) {
    ++held[std::string(desk.library.dataset[claim.holder()].id)];
    for (const Step& step : claim.attribution) heard.emplace(desk.library.dataset[step.actor].id);
  }
  CHECK(desk.Names() == heard);
  for (std::size_t i = 0; i < graph.nodes.size(); ++i)
    CHECK(graph.held[i] == held[std::string(desk.library.dataset[graph.nodes[i]].id)]);
  CHECK(graph.nodes.size() + graph.rest.size() == desk.library.dataset.actors.size());
}

TEST_CASE("it begins with who quotes whom; each other kind of line is drawn alone at a press",
          "[view][actors]") {
  Desk desk(test::Real());
  const auto kinds = [&] {
    std::set<EdgeKind> drawn;
    for (const ActorsEdge& edge : desk.Graph().edges) drawn.insert(edge.kind);
    return drawn;
  };
  CHECK(EncodeLink(desk.session.state) == "v=actors");
  CHECK(kinds() == std::set<EdgeKind>{EdgeKind::kReports});
  desk.Press("network/kinds/about");
  CHECK(kinds() == std::set<EdgeKind>{EdgeKind::kAbout});
  desk.Press("network/kinds/positions");
  CHECK(kinds() == std::set<EdgeKind>{EdgeKind::kPositions});
  CHECK(DecodeLink(EncodeLink(desk.session.state)).state == desk.session.state);
  desk.Press("network/kinds/reports");
  CHECK(EncodeLink(desk.session.state) == "v=actors");
  // A link can have several.
  desk.Do(SetField{"no-edges", ""});
  CHECK(kinds().size() == 3);
}

TEST_CASE("an edge says who does what, how often, and what became of it", "[view][actors]") {
  Desk desk(test::HarbourOnce());
  desk.state().hidden_edges.clear();
  const ActorsGraph graph = desk.Graph();
  std::map<std::string, ActorsEdgeWords> words;
  for (std::uint32_t i = 0; i < graph.edges.size(); ++i) {
    ActorsEdgeWords one = WordsOfEdge(desk.library, desk.session.state, graph, i);
    words[one.id] = one;
  }
  CHECK(words["edge/reports/a-clerk~a-vale"].sentence == "The clerk reports Dr Vale: 2 claims");
  CHECK(words["edge/reports/a-clerk~a-vale"].places == "A ¶3");
  CHECK(words["edge/reports/a-clerk~a-vale"].under == "reports Dr Vale: 2 claims");
  CHECK(words["edge/reports/a-editor~a-guild"].sentence ==
        "The editor disputes Pilots’ guild: 1 claim");
  CHECK(words["edge/about/a-clerk~a-island"].sentence ==
        "The clerk speaks about The island: 2 claims");
  // Both say that a deeper channel or the end of the storm opens the harbour.
  CHECK(words["edge/positions/a-clerk~a-vale"].sentence ==
        "The clerk shares positions with Dr Vale: 2 claims. Both name what makes it likelier that "
        "the harbour opens");
  for (const ActorsEdge& edge : graph.edges) {
    const Text from = desk.library.dataset[graph.nodes[edge.from]].id;
    const Text to = desk.library.dataset[graph.nodes[edge.to]].id;
    if (edge.kind != EdgeKind::kReports) continue;
    if (from == "a-editor" && to == "a-guild") {
      CHECK(edge.line == LineStyle::kDashed);
      CHECK(edge.doubted == 1);
    } else {
      CHECK(edge.line == (to == "a-crew" ? LineStyle::kDotted : LineStyle::kSolid));
      CHECK(edge.doubted == 0);
    }
  }
}

TEST_CASE("what is left open, or not said, is no shared position", "[view][actors]") {
  Desk desk(test::HarbourOnce());
  desk.state().hidden_edges.clear();
  for (const auto& [pair, claims] : Edges(desk, EdgeKind::kPositions)) {
    CHECK(claims.count("c-7") == 0);  // Leaves it open.
    CHECK(claims.count("c-9") == 0);  // Ranks.
    CHECK(claims.size() >= 2);
  }
}

TEST_CASE("a focus of so many steps keeps whoever can be reached in them", "[view][actors]") {
  Desk desk(test::Real());
  const Counts edges = Edges(desk, EdgeKind::kReports);
  desk.Do(Select{"a-biden"});
  std::set<std::string> reached{"a-biden"};
  desk.Press("voices/profile");
  desk.Press("inspector/neighbours");
  for (int steps = 1; steps <= 3; ++steps) {
    std::set<std::string> further = reached;
    for (const auto& [pair, claims] : edges) {
      if (reached.count(pair.first)) further.insert(pair.second);
      if (reached.count(pair.second)) further.insert(pair.first);
    }
    reached = further;
    CHECK(desk.state().steps == steps);
    CHECK(desk.Names() == reached);
    if (steps < 3) desk.Press("network/further");
  }
  CHECK(reached.size() > 20);
  // A claim of his keeps the focus; nothing selected has none, and says how to get one.
  desk.Do(SetField{"steps", "1"});
  const std::set<std::string> near = desk.Names();
  desk.Do(Select{std::string(desk.library
                                 .dataset[desk.library.index.claims_held[ActorId(
                                     desk.library.dataset.Find("a-biden").index)][0]]
                                 .id)});
  CHECK(desk.Names() == near);
  desk.Do(Select{});
  CHECK(desk.Names().size() == 38);
  CHECK(FindItem(desk.Draw(), "network/cut").item->name.find("Select an actor") !=
        std::string::npos);
  desk.Press("network/all-steps");
  CHECK(FindItem(desk.Draw(), "network/cut").item == nullptr);
}

TEST_CASE("a lasso draws what lies in it alone, and buttons do the same", "[view][actors]") {
  Desk desk(test::Real());
  // In the network, which draws any other lines than who quotes whom.
  desk.Do(SetField{"no-edges", "about"});
  desk.state().camera.percent = 60;
  const Frame frame = desk.Draw();
  const Found biden = FindItem(frame, "actor/a-biden");
  REQUIRE(biden.item != nullptr);
  REQUIRE(biden.panel->drag == DragKind::kLasso);
  const Rect& mark = biden.item->rect;
  std::set<std::string> inside;
  const Rect box{mark.x - 150, mark.y - 150, 300 + mark.w, 300 + mark.h};
  for (const Item* item : TreeItems(frame))
    if (item->id.compare(0, 6, "actor/") == 0 &&
        box.Contains(item->rect.x + item->rect.w / 2, item->rect.y + item->rect.h / 2))
      inside.insert(item->id.substr(6));
  REQUIRE(inside.size() > 1);
  REQUIRE(inside.size() < 30);
  for (const Command& command : Dragged(*biden.panel, box)) desk.Do(command);
  CHECK(desk.Names() == inside);
  desk.Press("network/everybody");
  CHECK(desk.Names().size() == 38);

  desk.Do(SetField{"no-edges", "about,positions"});
  desk.Do(Select{"a-biden"});
  desk.Press("voices/profile");
  desk.Press("inspector/only");
  CHECK(desk.Names() == std::set<std::string>{"a-biden"});
  desk.Press("inspector/expand");
  CHECK(desk.Names() == std::set<std::string>{"a-biden", "a-biden-sources", "a-blog-author"});
  desk.Do(Select{"a-biden-sources"});
  desk.Press("voices/profile");
  desk.Press("inspector/leave-out");
  CHECK(desk.Names() == std::set<std::string>{"a-biden", "a-blog-author"});
  desk.Press("inspector/draw");
  CHECK(desk.Names().size() == 3);
}

TEST_CASE("a pin holds its actor whatever is drawn, moves by buttons, and lets go",
          "[view][actors]") {
  Desk desk(test::Real());
  desk.Do(SetField{"no-edges", ""});
  desk.state().camera.percent = 60;
  desk.Do(Select{"a-hart"});
  desk.Press("network/pin");
  REQUIRE(desk.state().pins.size() == 1);
  const auto pin = PinOf(desk.session.state, "a-hart");
  REQUIRE(pin);
  desk.Press("network/pin-right");
  desk.Press("network/pin-down");
  CHECK(PinOf(desk.session.state, "a-hart")->x == pin->x + 24);
  CHECK(PinOf(desk.session.state, "a-hart")->y == pin->y + 24);
  const auto place = [&](FrameCache* cache) {
    desk.Draw(1440, 900, cache);
    const ActorsCache& network = cache->Kept<ActorsCache>();
    for (std::size_t i = 0; i < network.graph.nodes.size(); ++i)
      if (desk.library.dataset[network.graph.nodes[i]].id == "a-hart")
        return network.drawing.places[i];
    return layout::ForcePlace();
  };
  FrameCache cache;
  for (const char* kinds : {"about", "", "reports"}) {
    desk.Do(SetField{"no-edges", kinds});
    CHECK(place(&cache).x == static_cast<float>(pin->x + 24));
    CHECK(place(&cache).y == static_cast<float>(pin->y + 24));
  }
  CHECK(FindItem(desk.Draw(), "actor/a-hart").item->name.find("Pinned") != std::string::npos);
  desk.Press("network/let-go");
  CHECK(desk.state().pins.empty());
  CHECK_FALSE(ReadPin("a-hart@1"));
  CHECK_FALSE(ReadPin("@1@2"));
  CHECK_FALSE(ReadPin("a@1@x"));
  CHECK(ReadPin("a@-1@20")->x == -1);
}

TEST_CASE("the drawing and the list have the same tree of items", "[view][actors]") {
  for (const bool real : {true, false})
    for (const char* kinds : {"about,positions", "", "reports"}) {
      Desk desk(real ? test::Real() : test::HarbourOnce());
      desk.Do(SetField{"no-edges", kinds});
      desk.state().camera.percent = 60;  // Many lines begin with the list.
      const Frame drawn = desk.Draw();
      desk.Press("network/as");
      const Frame listed = desk.Draw(1440, 60'000);
      const std::vector<const Item*> in_drawing = TreeItems(drawn), in_list = TreeItems(listed);
      REQUIRE(in_drawing.size() <= in_list.size());
      for (std::size_t i = 0; i < in_drawing.size(); ++i) {
        CHECK(in_drawing[i]->id == in_list[i]->id);
        CHECK(in_drawing[i]->level == in_list[i]->level);
        CHECK(in_drawing[i]->pos == in_list[i]->pos);
      }
      CHECK(in_list.size() - in_drawing.size() == desk.Graph().rest.size());
      const ActorsGraph graph = desk.Graph();
      CHECK(in_drawing.size() == graph.nodes.size() + graph.edges.size());
      desk.Press("network/as");
      CHECK(TreeItems(desk.Draw()).size() == in_drawing.size());
    }
}

TEST_CASE("a small window begins with the list and draws on request", "[view][actors]") {
  Desk desk(test::HarbourOnce());
  const auto offers = [&] { return FindItem(desk.Draw(390, 844), "network/as").item->name; };
  CHECK(offers() == "Draw it");
  desk.Press("network/as", 390, 844);
  CHECK(offers() == "As a list");
  CHECK(FindItem(desk.Draw(390, 844), "actor/a-vale").item != nullptr);
  desk.Press("network/as", 390, 844);
  CHECK(offers() == "Draw it");
}

TEST_CASE("more than 150 actors begin with the list; drawn, no frame waits for them",
          "[view][actors][scale]") {
  test::DatasetMaker make;
  const DocumentId document = make.AddDocument("One text");
  const PassageId passage = make.AddPassage(document);
  make.AddProposition("It is so");
  std::vector<ActorId> actors;
  for (int i = 0; i < 900; ++i) actors.push_back(make.AddActor("Voice " + std::to_string(i)));
  make.dataset().documents[0].creators = make.Keep({actors[0]});
  for (std::size_t i = 1; i < actors.size(); ++i) {
    const ClaimId claim = make.AddClaim(actors[i], passage, "It is so.");
    Step by, of;
    by.actor = actors[i / 9];
    by.stance = Stance::kReports;
    of.actor = actors[i];
    make[claim].attribution = make.Keep({by, of});
    make[claim].about.literal = Literal(PropositionId(0));
  }
  BuildIdSlots(make.dataset());
  const Library library(std::move(make.dataset()));
  Desk desk(library);
  desk.Do(SetField{"no-edges", "positions"});
  FrameCache cache;
  Frame frame = desk.Draw(1440, 900, &cache);
  CHECK_FALSE(frame.settling);
  CHECK_FALSE(FindItem(frame, "actors/list").panel->camera);
  CHECK(TreeItems(frame).size() < 80);
  desk.Press("network/as");
  frame = desk.Draw(1440, 900, &cache);
  CHECK(frame.settling);
  CHECK(FindItem(frame, "actors/list").panel->camera);
  int frames = 1;
  while (frame.settling && frames < 5000) {
    frame = desk.Draw(1440, 900, &cache);
    ++frames;
  }
  CHECK(frames > 3);
  CHECK_FALSE(frame.settling);
  // What came of it in steps is what comes of it at once.
  const Frame at_once = desk.Draw();
  const std::vector<const Item*> a = TreeItems(frame), b = TreeItems(at_once);
  REQUIRE(a.size() == b.size());
  for (std::size_t i = 0; i < a.size(); ++i) CHECK(a[i]->rect.x == b[i]->rect.x);
}

TEST_CASE("a picture depends on the state, not on the way that led there", "[view][actors]") {
  Desk desk(test::Real());
  FrameCache cache;
  const auto places = [&](FrameCache* with) {
    std::vector<Point> all;
    const Frame frame = desk.Draw(1440, 900, with);
    CHECK_FALSE(frame.settling);
    for (const Item* item : TreeItems(frame)) all.push_back({item->rect.x, item->rect.y});
    return all;
  };
  const auto same = [](const std::vector<Point>& a, const std::vector<Point>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](Point p, Point q) { return p.x == q.x && p.y == q.y; });
  };
  desk.state().camera.percent = 60;
  desk.Do(SetField{"no-edges", "about"});
  const std::vector<Point> first = places(&cache);
  desk.Do(SetField{"no-edges", ""});
  desk.Do(ToggleFilter{query::Facet::kDocument, "d-blog"});
  CHECK(same(places(&cache), places(nullptr)));
  desk.Do(ClearFilters{});
  CHECK(same(places(&cache), places(nullptr)));
  desk.Do(SetField{"no-edges", "about"});
  CHECK(same(places(&cache), first));
}

TEST_CASE("names do not lie on each other or on marks", "[view][actors]") {
  for (const bool real : {true, false})
    for (const char* kinds : {"about,positions", ""})
      for (const float width : {1440.0f, 1024.0f, 760.0f}) {
        Desk desk(real ? test::Real() : test::HarbourOnce());
        if (real && *kinds == '\0') continue;  // Begins with the list.
        desk.Do(SetField{"no-edges", kinds});
        const Frame frame = desk.Draw(width, 1200);
        std::vector<Rect> words, marks;
        for (const Panel& panel : frame.panels) {
          if (panel.id != "stage") continue;
          for (const Shape& shape : panel.scene.shapes) {
            const bool ring = shape.kind == ShapeKind::kRing || shape.kind == ShapeKind::kStroke;
            if (ring && shape.rect.w < 40) marks.push_back(shape.rect);  // No button.
            const bool letter = shape.type == Type::kH2 || shape.text.size() <= 1;
            if (shape.kind == ShapeKind::kText && !letter) words.push_back(shape.rect);
          }
        }
        CHECK(words.size() > 5);
        const auto meet = [](const Rect& a, const Rect& b) {
          return std::min(a.right(), b.right()) - std::max(a.x, b.x) > 1 &&
                 std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y) > 1;
        };
        INFO(width << " " << kinds << real);
        for (std::size_t i = 0; i < words.size(); ++i) {
          for (std::size_t j = 0; j < i; ++j) CHECK_FALSE(meet(words[i], words[j]));
          for (const Rect& mark : marks) CHECK_FALSE(meet(words[i], mark));
        }
      }
}

TEST_CASE("every voice stands once, at the side of who alone tells it, between those who all do",
          "[view][actors]") {
  for (const bool real : {true, false}) {
    const Desk desk(real ? test::Real() : test::HarbourOnce());
    const ActorsGraph graph = desk.Graph();
    const ActorsSides sides = BuildActorsSides(desk.library, graph);
    std::multiset<std::uint32_t> nodes, edges;
    std::set<std::uint32_t> authors;
    for (const ActorsSide& side : sides.sides) authors.insert(side.author);
    const auto told_by = [&](std::uint32_t node) {
      std::set<std::uint32_t> from;
      for (const ActorsEdge& edge : graph.edges)
        if (edge.to == node && authors.count(edge.from) != 0) from.insert(edge.from);
      return from;
    };
    const auto see = [&](const ActorsVoice& voice) {
      nodes.insert(voice.node);
      if (voice.edge == kNoActors) return;
      edges.insert(voice.edge);
      CHECK(graph.edges[voice.edge].to == voice.node);
      CHECK(graph.edges[voice.edge].from == voice.teller);
    };
    for (const ActorsSide& side : sides.sides) {
      nodes.insert(side.author);
      for (const ActorsStance& stance : side.stances)
        for (const ActorsVoice& voice : stance.voices) {
          see(voice);
          CHECK(told_by(voice.node) == (voice.depth == 0 ? std::set<std::uint32_t>{side.author}
                                                         : std::set<std::uint32_t>{}));
        }
    }
    for (const ActorsShared& one : sides.shared) {
      CHECK(told_by(one.voices[0].node).size() == one.edges.size());
      CHECK(one.edges.size() > 1);
      edges.insert(one.edges.begin(), one.edges.end());
      for (const ActorsVoice& voice : one.voices) see(voice);
    }
    nodes.insert(sides.alone.begin(), sides.alone.end());
    edges.insert(sides.others.begin(), sides.others.end());
    CHECK(nodes.size() == graph.nodes.size());
    CHECK(std::set<std::uint32_t>(nodes.begin(), nodes.end()).size() == nodes.size());
    CHECK(edges.size() == graph.edges.size());
    CHECK(std::set<std::uint32_t>(edges.begin(), edges.end()).size() == edges.size());
  }
}

TEST_CASE("authors stand in the middle, each voice on its own author's side, its name whole",
          "[view][actors]") {
  const Desk desk(test::Real());
  const Frame frame = desk.Draw();
  const auto x = [&](std::string_view id) {
    const Item* item = FindItem(frame, "actor/" + std::string(id)).item;
    REQUIRE(item != nullptr);
    return item->rect.x + item->rect.w / 2;
  };
  const float a = x("a-blog-author"), b = x("a-news-author");
  CHECK(a < b);
  CHECK(x("a-biden") < a);
  CHECK(x("a-hart") > b);
  std::string drawn;
  for (const Panel& panel : frame.panels)
    if (panel.id == "stage")
      for (const Shape& shape : panel.scene.shapes)
        if (shape.kind == ShapeKind::kText) {
          CHECK(shape.text.find("…") == std::string::npos);
          drawn += shape.text + " ";
        }
  CHECK(drawn.find("Michael Raska") != std::string::npos);
}

/// Texts with an author each, who quotes so many voices of one claim.
/// `each_other`: each author quotes the authors of the three texts before as well.
Library Texts(int texts, int voices, bool each_other = false) {
  test::DatasetMaker make;
  make.AddProposition("It is so");
  const ActorId both = make.AddActor("A voice that all of them quote");
  std::vector<ActorId> authors;
  for (int t = 0; t < texts; ++t) {
    const DocumentId document = make.AddDocument("Text " + std::to_string(t));
    const PassageId passage = make.AddPassage(document);
    const ActorId author = make.AddActor("The author of text " + std::to_string(t));
    make.dataset().documents[static_cast<std::size_t>(t)].creators = make.Keep({author});
    const auto quote = [&](ActorId voice) {
      const ClaimId claim = make.AddClaim(voice, passage, "It is so.");
      Step by, of;
      by.actor = author;
      by.stance = Stance::kReports;
      of.actor = voice;
      make[claim].attribution = make.Keep({by, of});
      make[claim].about.literal = Literal(PropositionId(0));
    };
    for (int v = 0; v < voices; ++v)
      quote(make.AddActor("Voice " + std::to_string(v) + " of text " + std::to_string(t)));
    quote(both);
    for (std::size_t i = authors.size(); each_other && i > 0 && i + 3 > authors.size(); --i)
      quote(authors[i - 1]);
    authors.push_back(author);
  }
  BuildIdSlots(make.dataset());
  return Library(std::move(make.dataset()));
}

TEST_CASE("past 24 rows a side ends in one that says how many more, and opens in place",
          "[view][actors][scale]") {
  const Library library = Texts(1, 100);
  Desk desk(library);
  Frame frame = desk.Draw();
  CHECK(TreeItems(frame).size() == 1 + 2 * 23);
  std::string more;
  for (const Panel& panel : frame.panels)
    for (const Item& item : panel.scene.items)
      if (item.id.compare(0, 12, "actors-more-") == 0) more = item.id;
  REQUIRE(FindItem(frame, more).item != nullptr);
  CHECK(FindItem(frame, more).item->name == "78 more with one claim each");
  desk.Press(more);
  frame = desk.Draw();
  CHECK(FindItem(frame, more).item == nullptr);
  CHECK(TreeItems(frame).size() == 1 + 2 * 101);
}

TEST_CASE("of many texts each is a group that opens", "[view][actors][scale]") {
  const Library library = Texts(20, 10);
  Desk desk(library);
  Frame frame = desk.Draw();
  std::vector<std::string> groups;
  for (const Panel& panel : frame.panels)
    if (panel.id == "stage")
      for (const Item& item : panel.scene.items)
        if (item.id.compare(0, 12, "actors-open-") == 0) groups.push_back(item.id);
  CHECK(groups.size() == 20);
  const std::size_t before = TreeItems(frame).size();
  desk.Press(groups[1]);
  CHECK(TreeItems(desk.Draw()).size() == before + 20);
  desk.Press(groups[1]);
  CHECK(TreeItems(desk.Draw()).size() == before);
  // Whoever is looked for is there, wherever he stands.
  desk.Do(Select{std::string(library.dataset.actors.back().id)});
  CHECK(FindItem(desk.Draw(), "actor/" + desk.state().selection).item != nullptr);
}

TEST_CASE("of many texts each name says who tells it, authors among them, and how many more do",
          "[view][actors][scale]") {
  const Library library = Texts(40, 2, true);
  for (const float width : {1000.0f, 1440.0f, 2200.0f}) {
    Desk desk(library);
    const Frame frame = desk.Draw(width, 4000);
    const ActorsGraph graph = desk.Graph();
    std::size_t told = 0, authors = 0;
    std::vector<Rect> boxes;
    for (const Panel& panel : frame.panels)
      for (const Item& item : panel.scene.items) {
        if (panel.id != "stage" || item.id.rfind("edge/reports/", 0) != 0) continue;
        INFO(item.id << " " << width);
        CHECK(item.rect.x >= 0);
        CHECK(item.rect.right() <= panel.rect.w);
        const std::string of = item.id.substr(item.id.find('~') + 1);
        const auto to = std::find_if(graph.nodes.begin(), graph.nodes.end(), [&](ActorId node) {
          return of == std::string(library.dataset[node].id);
        });
        REQUIRE(to != graph.nodes.end());
        const bool author = graph.author[static_cast<std::size_t>(to - graph.nodes.begin())] != 0;
        const bool shared = of == "a1";
        if (author) ++authors;
        if (!author && !shared) continue;
        ++told;
        // Beside the name, and on no other.
        const Found name = FindItem(frame, "actor/" + of);
        REQUIRE(name.item != nullptr);
        CHECK(item.rect.x >= name.item->rect.right());
        for (const Rect& other : boxes)
          CHECK((item.rect.x >= other.right() - 0.01f || other.x >= item.rect.right() - 0.01f ||
                 item.rect.y >= other.bottom() || other.y >= item.rect.bottom()));
        boxes.push_back(item.rect);
      }
    CHECK(authors == 1 + 2 + 3 * 37);
    CHECK(told > authors);
    bool more = false;
    for (const Panel& panel : frame.panels)
      for (const Shape& shape : panel.scene.shapes)
        more |= panel.id == "stage" && !shape.text.empty() && shape.text[0] == '+';
    // Forty tell the one whom all quote: so many letters have room in the widest alone.
    INFO(width);
    CHECK(more == (width < 2000));
  }
}

TEST_CASE("who speaks of whom opens as a list past forty lines", "[view][actors]") {
  Desk desk(test::Real());
  desk.Press("network/kinds/about");
  REQUIRE(desk.Graph().edges.size() > 40);
  CHECK(FindItem(desk.Draw(), "network/as").item->name == "Draw it");
  Desk few(test::HarbourOnce());
  few.Press("network/kinds/about");
  REQUIRE(few.Graph().edges.size() <= 40);
  CHECK(FindItem(few.Draw(), "network/as").item->name == "As a list");
}

TEST_CASE(
    "the list beside the drawing tells what each voice says now; the chosen row opens in place",
    "[view][actors]") {
  Desk desk(test::Real());
  desk.Do(Suppose{"us-china-relations-worsen", Lever::kOn});
  Frame frame = desk.Draw();
  const Found title = FindItem(frame, "voices/title");
  REQUIRE(title.item != nullptr);
  CHECK(title.panel->id == "inspector");
  std::vector<std::string> order;
  for (const Item& item : title.panel->scene.items)
    if (item.id.compare(0, 6, "voice/") == 0) order.push_back(item.id);
  REQUIRE(order.size() > 10);
  CHECK(order[0] == "voice/a-blog-author");
  CHECK(order[1] == "voice/a-news-author");
  CHECK(FindItem(frame, "voices/profile").item == nullptr);
  desk.Press("voice/a-hart");
  CHECK(desk.state().selection == "a-hart");
  frame = desk.Draw();
  REQUIRE(FindItem(frame, "voices/profile").item != nullptr);
  CHECK(FindItem(frame, "voice/a-hart").item->selected == Tri::kYes);
  CHECK(FindItem(frame, "inspector/title").item == nullptr);
  desk.Press("voices/profile");
  CHECK(FindItem(desk.Draw(), "inspector/title").item->name == "Brian Hart");
  // The next one that is chosen opens in the list again.
  desk.Do(Select{"a-biden"});
  REQUIRE(FindItem(desk.Draw(), "voices/map").item != nullptr);
  desk.Press("voices/map");
  CHECK(desk.state().view == ViewId::kMap);
  CHECK(desk.state().arrows == "a-biden");
}

TEST_CASE("a name that found no room comes when one zooms in", "[view][actors]") {
  Desk desk(test::Real());
  desk.Do(SetField{"no-edges", "about"});
  const auto names = [&](std::uint16_t percent) {
    desk.state().camera = {0, 0, percent};
    std::set<std::string> shown;
    for (const Panel& panel : desk.Draw(1440, 900).panels)
      if (panel.id == "stage")
        for (const Shape& shape : panel.scene.shapes)
          if (shape.kind == ShapeKind::kText && shape.ink == Ink::kInkMute)
            shown.insert(shape.text);
    return shown.size();
  };
  std::vector<LabelWish> wishes;
  for (int i = 0; i < 5; ++i) {
    LabelWish wish;
    wish.mark = {100.0f + static_cast<float>(i) * 12, 100, 10, 10};
    wish.width = 60;
    wish.height = 17;
    wishes.push_back(wish);
  }
  const Rect box{0, 0, 400, 300};
  const auto placed = [&] {
    const auto places = PlaceLabels(wishes, {}, {}, box);
    return std::count_if(places.begin(), places.end(),
                         [](const std::optional<Rect>& place) { return place.has_value(); });
  };
  CHECK(placed() < 5);
  CHECK(PlaceLabels(wishes, {}, {}, box)[0].has_value());  // The first wish goes first.
  for (std::size_t i = 0; i < 5; ++i) wishes[i].mark.x = 20 + static_cast<float>(i) * 75;
  CHECK(placed() == 5);
  CHECK(names(20) <= names(70));
}

TEST_CASE("a label keeps off lines where it can", "[view][actors]") {
  LabelWish wish;
  wish.mark = {100, 100, 20, 20};
  wish.width = 60;
  wish.height = 17;
  const Rect box{0, 0, 300, 300};
  const Stretch down{{110, 123}, {110, 300}};
  const auto place = PlaceLabels({wish}, {down}, {}, box)[0];
  REQUIRE(place);
  CHECK_FALSE(Crosses(down, *place));
  CHECK(Crosses({{0, 0}, {100, 100}}, {40, 40, 10, 10}));
  CHECK_FALSE(Crosses({{0, 0}, {100, 0}}, {40, 40, 10, 10}));
}

TEST_CASE("from every node and every edge two actions lead to the passage", "[view][actors]") {
  for (const bool real : {true, false}) {
    Desk desk(real ? test::Real() : test::HarbourOnce());
    desk.Do(SetField{"no-edges", ""});
    const ActorsGraph graph = desk.Graph();
    std::vector<std::pair<Command, std::vector<ClaimId>>> all;
    for (std::uint32_t i = 0; i < graph.nodes.size(); ++i)
      all.emplace_back(WordsOfNode(desk.library, desk.session.state, graph, i).select,
                       std::vector<ClaimId>());
    for (std::uint32_t i = 0; i < graph.edges.size(); ++i)
      all.emplace_back(WordsOfEdge(desk.library, desk.session.state, graph, i).select,
                       graph.edges[i].claims);
    for (const auto& [select, claims] : all) {
      Desk reader = desk;
      reader.Do(select);
      INFO(reader.session.state.selection);
      const auto inspector = BuildInspectorModel(reader.library, reader.session);
      REQUIRE(inspector);
      std::optional<Command> open;
      for (const Action& action : inspector->actions)
        if (action.key == "open-paragraph") open = action.command;
      for (const RelatedList& list : inspector->related)
        for (const RelatedRow& row : list.rows)
          if (!open && !row.refs.empty()) open = OpenPlace{row.refs[0].passage};
      if (claims.empty() && inspector->related.empty()) continue;  // Only named, by no claim.
      REQUIRE(open);
      reader.Do(*open);
      CHECK(reader.session.state.view == ViewId::kSources);
      // The edge's claims are those that the inspector lists, but for the end of long lists.
      std::set<std::string> listed;
      bool cut = false;
      for (const RelatedList& list : inspector->related) {
        for (const RelatedRow& row : list.rows) listed.insert(row.id);
        cut |= list.rows.size() >= 12;
      }
      for (const ClaimId claim : claims)
        if (!cut) CHECK(listed.count(std::string(reader.library.dataset[claim].id)) == 1);
    }
  }
}

TEST_CASE("arrow keys go to the nearest neighbour and keys zoom", "[view][actors]") {
  Desk desk(test::Real());
  const auto press = [&](std::string key) {
    const Frame frame = desk.Draw();
    KeyPress what;
    what.key = std::move(key);
    for (const Command& command : OnKey(desk.library, desk.session, frame, what)) desk.Do(command);
  };
  desk.session.focus = "actor/a-blog-author";
  std::set<std::string> seen;
  for (const char* key : {"ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown"}) {
    desk.session.focus = "actor/a-blog-author";
    press(key);
    CHECK(desk.session.focus != "actor/a-blog-author");
    seen.insert(desk.session.focus);
  }
  CHECK(seen.size() >= 3);
  desk.Do(SetField{"no-edges", "about"});
  desk.state().camera.percent = 60;
  press("z");
  const std::uint16_t near = desk.state().camera.percent;
  CHECK(near > 0);
  press("Z");
  CHECK(desk.state().camera.percent != near);
  press("0");
  CHECK(desk.state().camera.percent == 0);
}

TEST_CASE("where filters leave nobody, it says so and how to get them back", "[view][actors]") {
  Desk desk(test::HarbourOnce());
  desk.Do(SetWords{"xyzzy"});
  CHECK(desk.Graph().nodes.empty());
  const Frame frame = desk.Draw();
  REQUIRE(FindItem(frame, "actors/empty").item != nullptr);
  CHECK(FindItem(frame, "actors/empty").item->name == "Nobody speaks in what is shown.");
  desk.Press("network/show-all");
  CHECK(desk.Names().size() == 6);
}

}  // namespace
}  // namespace proviso::view
