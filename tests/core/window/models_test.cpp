#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "core/state/cite.h"
#include "core/state/scenario.h"
#include "core/state/update.h"
#include "core/views/actors/rows.h"
#include "core/views/claims/model.h"
#include "core/views/sources/model.h"
#include "core/window/around/foot_model.h"
#include "core/window/around/inspector_model.h"
#include "core/window/around/top_model.h"
#include "core/window/dialogs/palette_model.h"
#include "core/window/dialogs/share_model.h"
#include "core/window/views.h"
#include "core/words/labels.h"
#include "tests/support/harbour.h"

using namespace proviso;
using namespace proviso::view;

namespace {

struct Desk {
  Library library = test::Harbour();
  Session session;

  void Filter(query::Facet facet, std::vector<std::string> values) {
    session.state.claims.filter.values[static_cast<std::size_t>(facet)] = std::move(values);
  }
  std::vector<std::string> Order() const {
    std::vector<std::string> ids;
    for (const ClaimId id : OrderClaims(library, session.state).claims)
      ids.emplace_back(library.dataset[id].id);
    return ids;
  }
  ClaimsModel Claims(std::uint32_t first = 0, std::uint32_t last = 1000) const {
    return BuildClaimsModel(library, session, OrderClaims(library, session.state), first, last);
  }
  PaletteModel Palette(std::string words) {
    session.palette_words = std::move(words);
    return BuildPaletteModel(library, session);
  }
  void Do(const Command& command) {
    std::vector<Effect> effects;
    Update(library, command, session, effects);
  }
};

const PaletteRow* Row(const PaletteModel& model, std::string_view group, std::string_view key) {
  for (const PaletteGroup& one : model.groups)
    for (const PaletteRow& row : one.rows)
      if (one.label == group && row.key == key) return &row;
  return nullptr;
}

bool HasFact(const InspectorModel& model, std::string_view label, std::string_view value) {
  return std::any_of(model.facts.begin(), model.facts.end(), [&](const Fact& fact) {
    return fact.label == label && std::any_of(fact.values.begin(), fact.values.end(),
                                              [&](const Link& link) { return link.text == value; });
  });
}

}  // namespace

TEST_CASE(
    "claims stand with what bears on the outcome first, nearer voices before passed-on ones, then "
    "by firmness and place",
    "[view][claims]") {
  const Desk desk;
  CHECK(desk.Order() == std::vector<std::string>{"c-1", "c-6", "c-2", "c-5", "c-11", "c-4", "c-9",
                                                 "c-3", "c-7", "c-8", "c-10", "c-12"});
}

TEST_CASE("claims can be sorted by place, holder and the coder's certainty", "[view][claims]") {
  Desk desk;
  desk.session.state.sort = ClaimSort::kPlace;
  CHECK(desk.Order().front() == "c-1");
  CHECK(desk.Order().back() == "c-11");
  desk.session.state.sort = ClaimSort::kHolder;
  CHECK(desk.Order().front() == "c-8");
  desk.session.state.sort = ClaimSort::kConfidence;
  CHECK(desk.Order().back() == "c-1");
}

TEST_CASE("groups cover the list without gaps and are headed with their counts", "[view][claims]") {
  Desk desk;
  desk.session.state.group = ClaimGroup::kTopic;
  const ClaimOrder order = OrderClaims(desk.library, desk.session.state);
  std::uint32_t next = 0;
  for (const ClaimSection& section : order.sections) {
    CHECK(section.first == next);
    next += section.count;
  }
  CHECK(next == order.claims.size());
  CHECK(order.sections.back().label == "No topic");
  const ClaimsModel model = desk.Claims();
  CHECK(model.rows[0].heading == "Money (1)");
  CHECK(model.rows[1].heading == "Water (2)");
  CHECK(model.rows[2].heading.empty());
}

TEST_CASE("only the rows that are asked for are made, and they are the same rows",
          "[view][claims]") {
  Desk desk;
  desk.session.state.group = ClaimGroup::kDocument;
  const ClaimsModel all = desk.Claims();
  const ClaimsModel some = desk.Claims(3, 7);
  REQUIRE(some.rows.size() == 4);
  CHECK(some.total == 12);
  for (std::size_t i = 0; i < 4; ++i) {
    CHECK(some.rows[i].id == all.rows[i + 3].id);
    CHECK(some.rows[i].heading == all.rows[i + 3].heading);
    CHECK(some.rows[i].row == i + 3);
  }
  CHECK(desk.Claims(40, 50).rows.empty());
}

TEST_CASE("the title counts what bears on the outcome only if all of it does", "[view][claims]") {
  Desk desk;
  CHECK(desk.Claims().title == "12 claims");
  CHECK(desk.Claims().subtitle.substr(0, 31) == "10 bear on: The harbour opens. ");
  desk.Filter(query::Facet::kHolder, {"a-clerk"});
  CHECK(desk.Claims().title == "2 claims that bear on: The harbour opens");
}

TEST_CASE("facets say how many claims each value would show", "[view][claims]") {
  Desk desk;
  desk.Filter(query::Facet::kDocument, {"d-log"});
  const ClaimsModel model = desk.Claims();
  REQUIRE(model.facets.size() == query::kFacetCount);
  const FacetGroup& holders = model.facets[0];
  REQUIRE(holders.choices.size() == 6);
  CHECK(holders.choices[0].label == "The editor");
  CHECK(holders.choices[0].count == 0);
  CHECK(holders.choices[1].label == "The clerk");
  CHECK(holders.choices[1].count == 2);
  const FacetGroup& documents = model.facets[1];
  CHECK(documents.filtered());
  CHECK(documents.choices[0].label == "B Island post");
  CHECK(documents.choices[0].count == 8);
  CHECK_FALSE(documents.choices[0].wanted);
  REQUIRE(model.chips.size() == 1);
  CHECK(model.chips[0].words == "Text: A Port log");

  desk.Do(model.chips[0].remove);
  CHECK(desk.session.state.claims.filter.empty());
}

TEST_CASE("an empty list names the filter to drop, and drops it", "[view][claims]") {
  Desk desk;
  desk.Filter(query::Facet::kHolder, {"a-clerk"});
  desk.Filter(query::Facet::kAct, {"promise"});
  ClaimsModel model = desk.Claims();
  CHECK(model.rows.empty());
  CHECK(model.empty == "No claim fits. The filter “Promise” leaves none.");
  REQUIRE(model.empty_remedy);
  desk.Do(model.empty_remedy->command);
  CHECK(desk.Claims().total == 2);

  desk.Filter(query::Facet::kHolder, {});
  desk.session.state.claims.words = "xylophone";
  model = desk.Claims();
  CHECK(model.empty.find("The words “xylophone” leave none.") != std::string::npos);
  REQUIRE(model.empty_remedy);
  desk.Do(model.empty_remedy->command);
  CHECK(desk.Claims().total == 12);
}

TEST_CASE("words filter the list and keep its order; blanks filter nothing", "[view][claims]") {
  Desk desk;
  desk.session.state.claims.words = "fees";
  CHECK(desk.Order() == std::vector<std::string>{"c-2", "c-9"});
  desk.session.state.claims.words = "  !? ";
  CHECK(desk.Order().size() == 12);
}

TEST_CASE("an actor's row counts what it holds and says how it is heard", "[view][actors]") {
  Desk desk;
  const ActorRow row = RowOfActor(desk.library, desk.session.state, ActorId(2), 5, 8);
  CHECK(row.name == "The editor");
  CHECK(row.counts == "Holds 5 claims, stands in 8");
  CHECK(HeardWords(desk.library, ActorId(0)) == "Author of A");
  CHECK(HeardWords(desk.library, ActorId(5)) == "Heard only through others, in A");
  const InspectorModel vale = BuildActorProfile(desk.library, desk.session, ActorId(5));
  CHECK(vale.title == "Dr Vale");
  CHECK(HasFact(vale, "Described as", "harbour engineer (A ¶3)"));
  REQUIRE(vale.related.size() == 2);
  CHECK(vale.related[0].title == "On: The harbour opens (1)");
  CHECK(vale.related[1].title == "What it is said to hold (2)");
  CHECK(vale.related[1].rows[0].note == "The clerk reports → Dr Vale");
}

TEST_CASE("sources draw paragraphs of true length with their passages as shares",
          "[view][sources]") {
  Desk desk;
  const SourcesModel model = BuildSourcesModel(desk.library, desk.session);
  REQUIRE(model.cards.size() == 2);
  CHECK(model.cards[0].line == "3 paragraphs · 4 coded passages");
  CHECK(model.cards[0].shown);
  REQUIRE(model.paragraphs.size() == 3);
  CHECK(model.paragraphs[0].note == "Heading, nothing coded");
  CHECK(model.paragraphs[1].length == 159);
  REQUIRE(model.paragraphs[1].bars.size() == 2);
  const PassageBar& first = model.paragraphs[1].bars[0];
  const PassageBar& second = model.paragraphs[1].bars[1];
  CHECK(first.start == (40 - 31) / 159.0f);
  CHECK(first.lane == 0);
  CHECK(second.lane == 1);
  CHECK(first.words == "Passage 1 of 2, 1 claim: More likely");
  REQUIRE(model.paragraphs[2].items.size() == 2);
  CHECK(model.paragraphs[2].items[0].holder == "Dr Vale");

  SECTION("a text without paragraphs is divided as its passages say") {
    desk.session.state.document = "d-post";
    desk.session.state.selection = "c-6";
    const SourcesModel post = BuildSourcesModel(desk.library, desk.session);
    REQUIRE(post.paragraphs.size() == 3);
    CHECK_FALSE(post.paragraphs[1].drawn_true);
    CHECK(post.paragraphs[1].selected);
    CHECK_FALSE(post.paragraphs[0].selected);
    CHECK(post.paragraphs[1].bars[0].selected);
  }
  SECTION("bars lie within their paragraph") {
    for (const SourceCard& card : model.cards) {
      desk.session.state.document = card.id;
      for (const SourceParagraph& p : BuildSourcesModel(desk.library, desk.session).paragraphs)
        for (const PassageBar& bar : p.bars) {
          CHECK(bar.start >= 0.0f);
          CHECK(bar.start < bar.end);
          CHECK(bar.end <= 1.0f);
        }
    }
  }
  SECTION("an unknown text is named and the first is shown") {
    desk.session.state.document = "d-99";
    const SourcesModel other = BuildSourcesModel(desk.library, desk.session);
    CHECK(other.shown == "d-log");
    CHECK(other.unknown.find("d-99") != std::string::npos);
  }
}

TEST_CASE("the inspector says something of every record", "[view][inspector]") {
  Desk desk;
  CHECK_FALSE(BuildInspectorModel(desk.library, desk.session));
  for (std::size_t t = 0; t < kTableCount; ++t)
    for (std::uint32_t i = 0; i < desk.library.dataset.count(static_cast<Table>(t)); ++i) {
      desk.session.state.selection = desk.library.dataset.IdOf({static_cast<Table>(t), i});
      const auto model = BuildInspectorModel(desk.library, desk.session);
      INFO(desk.session.state.selection);
      REQUIRE(model);
      CHECK(model->id == desk.session.state.selection);
      CHECK_FALSE(model->kind.empty());
      CHECK_FALSE((model->title.empty() && model->gloss.runs.empty()));
      CHECK_FALSE(model->actions.empty());
    }
  desk.session.state.selection = "c-99";
  REQUIRE(BuildInspectorModel(desk.library, desk.session));
  CHECK(BuildInspectorModel(desk.library, desk.session)->kind == "Not in this dataset");
}

TEST_CASE("a claim's inspector tells link, chain, coder's certainty and relations",
          "[view][inspector]") {
  Desk desk;
  desk.session.state.selection = "c-1";
  const InspectorModel model = *BuildInspectorModel(desk.library, desk.session);
  CHECK(model.kind == "Claim · Forecast");
  CHECK(HasFact(model, "Link", "If “The storm ends”, then “The harbour opens”"));
  CHECK(HasFact(model, "Hedges", "“almost certainly”"));
  CHECK(HasFact(model, "The coders’ certainty", "Low"));
  CHECK(HasFact(model, "Topics", "Water"));
  REQUIRE(model.related.size() == 1);
  CHECK(model.related[0].rows[0].note ==
        "That one → this one: Speaks against, as the coders read it");
  CHECK(model.actions[0].words == "Open paragraph");
  CHECK(model.actions[1].words == "Suppose: The storm ends");
  CHECK_FALSE(model.hidden);
}

TEST_CASE("a selection that filters hide can be shown again", "[view][inspector]") {
  Desk desk;
  desk.session.state.selection = "c-1";
  desk.Filter(query::Facet::kDocument, {"d-post"});
  auto model = BuildInspectorModel(desk.library, desk.session);
  REQUIRE(model->hidden);
  CHECK(model->hidden->words == "Hidden by filters. Show it");
  desk.Do(model->hidden->command);
  CHECK_FALSE(BuildInspectorModel(desk.library, desk.session)->hidden);
}

TEST_CASE("a citation names holder, chain, hedge, place, version, digest and link",
          "[view][inspector]") {
  Desk desk;
  const std::string words = CiteWords(desk.library, desk.session, desk.library.dataset.Find("c-3"));
  CHECK(words ==
        "The clerk (“tells us”) → Dr Vale: A dredger would [hedge: probably] deepen the channel. "
        "(text A, paragraph 3: Port log). Coded paraphrase in “The harbour (invented)”, version "
        "0.3, sha256 " +
            desk.library.digest() + ". #sel=c-3");
}

TEST_CASE("the palette finds conditions, claims, actors, places and what can be done",
          "[view][palette]") {
  Desk desk;
  const PaletteModel storm = desk.Palette("storm");
  const PaletteRow* lever = Row(storm, "Conditions", "storm-ends");
  REQUIRE(lever != nullptr);
  CHECK(lever->note == "open");
  // What is found opens; only what says so switches.
  REQUIRE(lever->command.Is<Select>());
  const PaletteRow* turn = Row(storm, "Go to and do", "suppose/storm-ends");
  REQUIRE(turn != nullptr);
  CHECK(turn->enter == "switch on");
  REQUIRE(Row(storm, "Claims", "c-1") != nullptr);

  desk.Do(turn->command);
  CHECK(LeverOf(desk.session.state, "storm-ends") == Lever::kOn);
  const PaletteModel again = desk.Palette("storm");
  CHECK(Row(again, "Conditions", "storm-ends")->note == "supposed: on");

  CHECK(Row(desk.Palette("vale"), "Actors", "a-vale") != nullptr);
  CHECK(Row(desk.Palette("a3"), "Places", "p-3") != nullptr);
  CHECK(Row(desk.Palette("B ¶2"), "Places", "p-6") != nullptr);
  CHECK(Row(desk.Palette("go cla"), "Go to and do", "view/claims") != nullptr);
  CHECK(Row(desk.Palette(""), "Go to and do", "view/actors") != nullptr);
}

TEST_CASE("a prefix asks the palette for one group alone", "[view][palette]") {
  Desk desk;
  const PaletteModel actions = desk.Palette("> undo");
  REQUIRE(actions.groups.size() == 1);
  CHECK(actions.groups[0].label == "Go to and do");
  const PaletteModel actors = desk.Palette("@editor");
  REQUIRE(actors.groups.size() == 1);
  CHECK(actors.groups[0].label == "Actors");
  const PaletteModel levers = desk.Palette("#");
  REQUIRE(levers.groups.size() == 1);
  CHECK(levers.groups[0].rows.size() == 5);
}

TEST_CASE("a palette that finds nothing names the nearest word", "[view][palette]") {
  Desk desk;
  const PaletteModel model = desk.Palette("hrabuorr");
  CHECK(model.groups.empty());
  CHECK(model.empty.substr(0, 28) == "No match for “hrabuorr”.");
}

TEST_CASE("only views that are there have tabs, and the theme goes round", "[view][top]") {
  Desk desk;
  const TopModel model = BuildTopModel(desk.library, desk.session);
  REQUIRE(model.tabs.size() == kViewCount);
  CHECK(model.tabs[0].current);
  for (std::size_t i = 0; i < model.tabs.size(); ++i) {
    CHECK(model.tabs[i].label == kViewRows[i].label);
    CHECK(model.tabs[i].shortcut == std::to_string(i + 1));
  }
  for (int i = 0; i < 4; ++i) desk.Do(BuildTopModel(desk.library, desk.session).theme.command);
  CHECK(desk.session.theme == ThemeId::kAuto);
}

TEST_CASE("the scenario bar shows suppositions and filters, each with its way out", "[view][top]") {
  Desk desk;
  desk.Do(Suppose{"storm-ends", Lever::kOn});
  desk.Do(Suppose{"fees-rise", Lever::kOff});
  desk.Do(ToggleFilter{query::Facet::kHolder, "a-vale"});
  ScenarioModel model = BuildScenarioModel(desk.library, desk.session);
  REQUIRE(model.supposed.size() == 2);
  CHECK(model.supposed[1].prefix == "if not");
  CHECK(model.supposed[1].label == "Harbour fees rise");
  REQUIRE(model.filters.size() == 1);
  REQUIRE(model.undo);
  CHECK(model.undo->words == "Undo: filter Voice: Dr Vale");
  for (const SupposedChip& chip : model.supposed) desk.Do(chip.remove);
  for (const Action& filter : model.filters) desk.Do(filter.command);
  CHECK(desk.session.state == ViewState{});
}

TEST_CASE("the foot names dataset, version and counts", "[view][foot]") {
  Desk desk;
  const FootModel model = BuildFootModel(
      desk.library, ViewOf(desk.session.state.view).legend(desk.library, desk.session));
  CHECK(model.dataset == "The harbour (invented), version 0.3");
  CHECK(model.counts == "12 claims · 6 actors · 7 links");
  CHECK(model.documents[0] == "A Port log, about 4 to 9 May 2031");
  CHECK_FALSE(model.legend.empty());
}
