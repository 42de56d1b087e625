#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "core/canvas/scene.h"
#include "core/io/load.h"
#include "core/query/facet_value.h"
#include "core/state/change_words.h"
#include "core/state/cite.h"
#include "core/state/scenario.h"
#include "core/state/update.h"
#include "core/views/claims/model.h"
#include "core/views/claims/scene.h"
#include "core/window/around/inspector_model.h"
#include "core/window/dialogs/palette_model.h"
#include "tests/support/files.h"
#include "tests/support/harbour.h"

namespace proviso::view {
namespace {

using query::Facet;
using Json = nlohmann::ordered_json;

Library Read(const std::string& bytes) {
  Result<io::Loaded> loaded = io::Load(bytes);
  REQUIRE(loaded.ok());
  return Library(std::move(loaded).value().dataset);
}

const Library& Bundled() {
  static const Library library = Read(test::ReadFile("data/china-military-aid.json"));
  return library;
}

/// A reader of the claim list.
struct Desk {
  const Library& library;
  Session session{};

  Desk& Do(const Command& command) {
    std::vector<Effect> effects;
    Update(library, command, session, effects);
    return *this;
  }
  ClaimsModel Model() const {
    return BuildClaimsModel(library, session, OrderClaims(library, session.state), 0, 1000);
  }
  FacetGroup Group(Facet facet) const {
    for (FacetGroup& group : Model().facets)
      if (group.facet == facet) return group;
    FAIL("no such facet");
    return {};
  }
  const ClaimRow& Row(const ClaimsModel& model, std::string_view id) const {
    const auto at = std::find_if(model.rows.begin(), model.rows.end(),
                                 [id](const ClaimRow& row) { return row.id == id; });
    REQUIRE(at != model.rows.end());
    return *at;
  }
};

std::vector<std::string> Values(const FacetGroup& group) {
  std::vector<std::string> values;
  for (const FacetChoice& choice : group.choices) values.push_back(choice.value);
  return values;
}

/// Where each item of a scene stands, by id.
std::map<std::string, Rect> Places(const Scene& scene) {
  std::map<std::string, Rect> places;
  for (const Item& item : scene.items)
    if (!item.id.empty()) places.emplace(item.id, item.rect);
  return places;
}

const Item& ItemOf(const Scene& scene, std::string_view id) {
  const auto at = std::find_if(scene.items.begin(), scene.items.end(),
                               [id](const Item& item) { return item.id == id; });
  REQUIRE(at != scene.items.end());
  return *at;
}

Space SpaceOf(const TextMeasure& measure, float width, WidthClass size = WidthClass::kWide) {
  Space space{measure};
  space.width = width;
  space.height = 900;
  space.size = size;
  return space;
}

}  // namespace

TEST_CASE("facet lists keep all their values in their order while one ticks", "[view][claims]") {
  Desk desk{Bundled()};
  std::map<Facet, std::vector<std::string>> at_first;
  for (const FacetGroup& group : desk.Model().facets) at_first[group.facet] = Values(group);
  // Many shown first of many; few claims then pass.
  const std::vector<std::string> holders = at_first[Facet::kHolder];
  REQUIRE(holders.size() == 12);
  desk.Do(ToggleFilter{Facet::kHolder, holders[5]}).Do(SetWords{"weapons"});
  desk.Do(ToggleFilter{Facet::kDirection, "less"});
  for (const FacetGroup& group : desk.Model().facets) {
    CAPTURE(group.label);
    CHECK(Values(group) == at_first[group.facet]);
  }
  // By count without a filter, whatever the counts are now.
  const query::FacetTable& table = Bundled().facets;
  std::uint32_t before = 0xFFFFFFFFu;
  for (const std::string& holder : holders) {
    query::ClaimFilter filter;
    filter.values[static_cast<std::size_t>(Facet::kHolder)] = {holder};
    const auto count = static_cast<std::uint32_t>(table.Find(filter).size());
    CHECK(count <= before);
    before = count;
  }
}

TEST_CASE("nothing in the list of facets moves while one ticks", "[view][claims]") {
  const TableMeasure measure;
  for (const bool coarse : {false, true}) {
    Desk desk{Bundled()};
    Space space = SpaceOf(measure, 272);
    space.coarse = coarse;
    const auto places = [&] { return Places(BuildFacetsScene(desk.Model(), space)); };
    const std::map<std::string, Rect> before = places();
    const std::vector<std::string> stances = Values(desk.Group(Facet::kStance));
    const std::vector<std::string> topics = Values(desk.Group(Facet::kTopic));
    for (std::size_t i = 0; i < 2; ++i) {
      desk.Do(ToggleFilter{Facet::kStance, stances[i]}).Do(ToggleFilter{Facet::kTopic, topics[i]});
      std::map<std::string, Rect> after = places();
      for (const auto& [id, rect] : before) {
        CAPTURE(id);
        REQUIRE(after.count(id) == 1);
        // The box around a group reaches as far as its button "All", which comes with the first
        // tick.
        if (id.find("facet/") == 0 && id.find('/', 6) == id.npos) continue;
        CHECK(after[id].y == rect.y);
      }
    }
  }
}

TEST_CASE("two values of one facet are said to be joined by or", "[view][claims]") {
  Desk desk{test::Harbour()};
  desk.Do(ToggleFilter{Facet::kHolder, "a-clerk"});
  CHECK(desk.session.undo.back().done == "filter Voice: The clerk");
  CHECK(desk.Model().chips[0].words == "Voice: The clerk");
  CHECK(desk.Group(Facet::kHolder).wanted == 1);
  desk.Do(ToggleFilter{Facet::kHolder, "a-vale"}).Do(ToggleFilter{Facet::kAct, "assertive"});
  CHECK(desk.session.undo[1].done == "filter Voice: or Dr Vale");
  const ClaimsModel model = desk.Model();
  REQUIRE(model.chips.size() == 3);
  CHECK(model.chips[1].words == "or Voice: Dr Vale");
  CHECK(model.chips[2].words == "Act: Statement");
  const auto bar = BuildScenarioModel(desk.library, desk.session).filters;
  REQUIRE(bar.size() == 3);
  CHECK(bar[1].words == "or Voice: Dr Vale");
  const TableMeasure measure;
  const Scene scene = BuildFacetsScene(model, SpaceOf(measure, 272));
  const auto has = [&scene](std::string_view name) {
    return std::any_of(scene.items.begin(), scene.items.end(),
                       [name](const Item& item) { return item.name == name; });
  };
  CHECK(has("Voice: any of these"));
  CHECK_FALSE(has("Act: any of these"));
}

TEST_CASE("one button clears filters, words and dates", "[view][claims]") {
  Desk desk{test::Harbour()};
  const TableMeasure measure;
  const auto scene = [&] {
    ClaimsModel model;
    float selected = 0;
    return BuildClaimListScene(desk.library, desk.session,
                               OrderClaims(desk.library, desk.session.state), SpaceOf(measure, 900),
                               &model, &selected);
  };
  CHECK_FALSE(desk.Model().clear);
  desk.Do(ToggleFilter{Facet::kHolder, "a-clerk"})
      .Do(SetWords{"harbour"})
      .Do(SetBrush{"2031", "2032"});
  const Item button = ItemOf(scene(), "claims/clear-all");
  CHECK(button.name == "Clear all filters");
  REQUIRE(button.press);
  // In a narrow window the facets are a dialog, which has one of its own.
  const Scene narrow = BuildFacetsScene(desk.Model(), SpaceOf(measure, 360, WidthClass::kPhone));
  CHECK(ItemOf(narrow, "facets/clear-all").name == "Clear all filters");
  desk.Do(*button.press);
  CHECK(desk.session.state.claims.empty());
  CHECK(desk.Model().total == 12);
}

TEST_CASE("a row says what it speaks of instead of what is asked for", "[view][claims]") {
  Desk desk{test::Harbour()};
  desk.Do(ToggleFilter{Facet::kProposition, "harbour-opens"});
  const ClaimsModel model = desk.Model();
  CHECK(model.total == 8);
  CHECK(desk.Row(model, "c-1").near.empty());
  CHECK(desk.Row(model, "c-7").near ==
        "Near it: “The harbour has opened already”, the same matter earlier");
  CHECK(desk.Row(model, "c-8").near ==
        "Near it: “The island wants the harbour open”, a motive or readiness for it");
  CHECK(model.chips[0].words == "Speaks of: The harbour opens, or what is near it");
  const FacetGroup group = desk.Group(Facet::kProposition);
  CHECK(group.choices[0].value == "harbour-opens");
  CHECK(group.choices[0].counted == "8, 2 near");
  // Words leave fewer, and of those as well it is said how many are only near.
  desk.Do(SetWords{"eager"});
  CHECK(desk.Group(Facet::kProposition).choices[0].counted == "1, 1 near");
  desk.Do(SetWords{"fees"});
  CHECK(desk.Group(Facet::kProposition).choices[0].counted == "1, 0 near");
  desk.Do(SetWords{});
  // Who asks for the motive as well is answered by it.
  desk.Do(ToggleFilter{Facet::kProposition, "island-eager"});
  CHECK(desk.Row(desk.Model(), "c-8").near.empty());
  // In the list itself, for the eye and for the ear.
  const TableMeasure measure;
  ClaimsModel built;
  float selected = 0;
  const Scene scene =
      BuildClaimListScene(desk.library, desk.session, OrderClaims(desk.library, desk.session.state),
                          SpaceOf(measure, 900), &built, &selected);
  CHECK(ItemOf(scene, "claim/c-7").name.find("Near it: “The harbour has opened") !=
        std::string::npos);
}

TEST_CASE("the direction that is filtered by is the sign that is drawn", "[view][claims]") {
  for (const char* file : {"data/china-military-aid.json", "data/samples/everything.json"}) {
    const Library library = Read(test::ReadFile(file));
    std::size_t drawn = 0;
    for (const Proposition& target : library.dataset.propositions) {
      const Outcome outcome = FindOutcome(library, target.id);
      for (const Claim& claim : library.dataset.claims) {
        const Sign sign = SignOf(library, outcome, claim).sign;
        query::ClaimValues of;
        query::GetValues(library.dataset, claim, Facet::kDirection, &of);
        const auto is = [&of](std::string_view value) {
          return std::find(of.values.begin(), of.values.end(), value) != of.values.end();
        };
        CAPTURE(file, target.id, claim.id);
        drawn += sign != Sign::kSilent ? 1 : 0;
        if (sign == Sign::kMore) CHECK(is("more"));
        if (sign == Sign::kLess) CHECK(is("less"));
        if (sign == Sign::kNoEffect) CHECK(is("no-effect"));
        if (sign == Sign::kUnstated) CHECK(is("not-said"));
        // A diagnostic link points where its arrow ends, if that bears on what is asked.
        const bool explains = claim.about.kind == AboutKind::kCondition &&
                              library.dataset[claim.about.condition].form == Form::kExplains;
        if ((sign == Sign::kLevel && !explains) || sign == Sign::kRanking) CHECK(is("none"));
      }
    }
    CHECK(drawn > 0);
  }
}

TEST_CASE("a keyword finds, and is shown as what it is", "[view][claims]") {
  Json data = Json::parse(test::kHarbour);
  data["formatVersion"] = "1.1";
  data["actors"][5]["keywords"] = Json::array({"hydrologist"});
  data["passages"][4]["keywords"] = Json::array({"draught", "keel"});
  data["propositions"][8]["keywords"] = Json::array({"gale"});
  const Library library = Read(data.dump());
  Desk desk{library};
  desk.Do(SetWords{"keel"});
  const ClaimsModel model = desk.Model();
  REQUIRE(model.rows.size() == 1);
  CHECK(model.rows[0].id == "c-5");
  CHECK(model.rows[0].keywords == "Keyword: keel");

  const auto note = [&](std::string_view words, std::string_view key) {
    desk.session.palette_words = words;
    const PaletteModel palette = BuildPaletteModel(library, desk.session);
    for (const PaletteGroup& group : palette.groups)
      for (const PaletteRow& row : group.rows)
        if (row.key == key) return row.note;
    return std::string("no row");
  };
  CHECK(note("hydrologist", "a-vale") == "Person · Keyword: hydrologist");
  CHECK(note("gal", "storm-lasts") == "open · Keyword: gale");
  CHECK(note("draught keel", "c-5") == "Pilots’ guild · Keywords: draught and keel");
  CHECK(note("storm", "storm-lasts") == "open");

  const auto keywords = [&](std::string_view id) {
    desk.Do(Select{std::string(id)});
    const auto inspector = BuildInspectorModel(library, desk.session);
    REQUIRE(inspector);
    for (const Fact& fact : inspector->facts)
      if (fact.label == "Keywords") return fact.values[0].text;
    return std::string();
  };
  CHECK(keywords("a-vale") == "hydrologist");
  CHECK(keywords("storm-lasts") == "gale");
  CHECK(keywords("p-5") == "draught and keel");
  CHECK(keywords("c-5") == "draught and keel");
  CHECK(keywords("a-clerk").empty());
}

TEST_CASE("the inspector of a statement leads to the claims that speak of it", "[view][claims]") {
  Desk desk{test::Harbour()};
  desk.Do(Select{"channel-deep"});
  const auto inspector = BuildInspectorModel(desk.library, desk.session);
  REQUIRE(inspector);
  const auto action = std::find_if(inspector->actions.begin(), inspector->actions.end(),
                                   [](const Action& one) { return one.key == "show-claims"; });
  REQUIRE(action != inspector->actions.end());
  desk.Do(action->command);
  CHECK(desk.session.state.view == ViewId::kClaims);
  CHECK(desk.Model().total == 3);
}

}  // namespace proviso::view
