#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <string>

#include "core/canvas/frame.h"
#include "core/state/update.h"
#include "core/views/what_if/model.h"
#include "core/views/what_if/parts.h"
#include "core/window/build_frame.h"
#include "tests/support/harbour.h"
#include "tests/support/say.h"

using namespace proviso;
using namespace proviso::view;

namespace {

struct Desk {
  Library library = test::Harbour();
  Session session;
  WhatIfModel Build() const { return BuildWhatIfModel(library, session); }
};

const LeverRow* FindLever(const WhatIfModel& model, std::string_view id) {
  for (const LeverGroup& group : model.groups)
    for (const LeverRow& row : group.rows)
      if (row.id == id) return &row;
  return nullptr;
}

std::vector<std::string> Keys(const std::vector<ViewColumn>& columns) {
  std::vector<std::string> keys;
  for (const ViewColumn& column : columns) keys.push_back(column.key);
  return keys;
}

const ViewColumn* Column(const WhatIfModel& model, std::string_view key) {
  for (const ViewColumn& column : model.columns)
    if (column.key == key) return &column;
  return nullptr;
}

}  // namespace

TEST_CASE("the outcome is asked as a question, with what is supposed before it",
          "[view][what-if]") {
  Desk desk;
  WhatIfModel model = desk.Build();
  CHECK(model.question == "The harbour opens?");
  CHECK(model.supposed == 0);
  desk.session.state.on = {"storm-ends"};
  desk.session.state.off = {"fees-rise"};
  model = desk.Build();
  CHECK(model.supposition == "If “The storm ends” and it is not so that “Harbour fees rise”, then");
  CHECK(model.supposed == 2);
}

TEST_CASE("conditions that change how likely it is stand first, then those that push one way",
          "[view][what-if]") {
  Desk desk;
  const auto ids = [&] {
    std::vector<std::vector<std::string>> groups;
    for (const LeverGroup& group : desk.Build().groups) {
      groups.emplace_back();
      for (const LeverRow& row : group.rows) groups.back().push_back(row.id);
    }
    return groups;
  };
  const WhatIfModel model = desk.Build();
  std::vector<std::string> labels;
  for (const LeverGroup& group : model.groups) labels.push_back(group.label);
  CHECK(labels ==
        std::vector<std::string>{"Change how likely it is, or a step before it", "Push one way"});
  const auto before = ids();
  // Own words before quoted ones; and no switch moves a row.
  CHECK(before[0].front() == "storm-ends");
  CHECK(before[1].front() == "fees-rise");
  for (const LeverGroup& group : model.groups)
    for (const LeverRow& row : group.rows) {
      desk.session.state.on = {row.id};
      INFO(row.id);
      CHECK(ids() == before);
    }
}

TEST_CASE("a condition says in which texts it is linked; where there is one text, in none",
          "[view][what-if]") {
  const WhatIfModel model = Desk().Build();
  const LeverRow* storm = FindLever(model, "storm-ends");
  REQUIRE(storm != nullptr);
  REQUIRE(storm->marks[0].texts.size() == 1);
  CHECK(storm->marks[0].texts[0].letter == "A");
}

TEST_CASE("a lever shows who links it to the outcome, and which way", "[view][what-if]") {
  const WhatIfModel model = Desk().Build();
  const LeverRow* storm = FindLever(model, "storm-ends");
  REQUIRE(storm != nullptr);
  REQUIRE(storm->marks.size() == 1);
  CHECK(storm->marks[0].sign.sign == Sign::kMore);
  CHECK_FALSE(storm->marks[0].sign.other_step);
  CHECK(storm->marks[0].who == std::vector<std::string>{"The clerk"});
  CHECK(storm->who == "The clerk: more likely");

  CHECK(FindLever(model, "fees-rise")->marks[0].sign.sign == Sign::kLess);
  CHECK(FindLever(model, "storm-lasts")->marks[0].sign.sign == Sign::kNoEffect);

  SECTION("over a step that the same voice links on, the sign follows and is drawn as derived") {
    const LeverRow* dredger = FindLever(model, "dredger-comes");
    REQUIRE(dredger->marks.size() == 1);
    CHECK(dredger->marks[0].sign.sign == Sign::kMore);
    CHECK(dredger->marks[0].sign.other_step);
    CHECK(dredger->marks[0].sign.inferred);
    CHECK(dredger->marks[0].who == std::vector<std::string>{"Dr Vale, told by the clerk"});
    CHECK(dredger->who.find("by way of “The channel is deep enough”") != std::string::npos);
  }
  SECTION("of a near matter it is the sign of that step alone") {
    const LeverRow* trade = FindLever(model, "trade-grows");
    REQUIRE(trade->marks.size() == 1);
    CHECK(trade->marks[0].sign.other_step);
    CHECK(trade->who.find("of “The island wants the harbour open”") != std::string::npos);
  }
}

TEST_CASE("a lever that need not change the outcome is not told to have no effect",
          "[view][what-if]") {
  const Library library{test::Say("w: evenIf dip -> aid, likely\nw: noEffect dry -> aid")};
  Session session;
  session.state.target = "aid";
  const WhatIfModel model = BuildWhatIfModel(library, session);
  REQUIRE(FindLever(model, "dip") != nullptr);
  CHECK(FindLever(model, "dip")->who == "w: need not change it");
  CHECK(FindLever(model, "dry")->who == "w: no effect");
}

TEST_CASE("a lever that a supposition excludes is off by definition", "[view][what-if]") {
  Desk desk;
  desk.session.state.on = {"storm-ends"};
  const WhatIfModel model = desk.Build();
  CHECK(FindLever(model, "storm-ends")->lever == Lever::kOn);
  CHECK(FindLever(model, "storm-lasts")->off_by == "The storm ends");
  CHECK(FindLever(model, "fees-rise")->off_by.empty());
}

TEST_CASE("with nothing supposed, those answer who say it without a condition", "[view][what-if]") {
  const WhatIfModel model = Desk().Build();
  // Authors stand there whether they answer or not.
  CHECK(Keys(model.columns) == std::vector<std::string>{"a-clerk", "a-editor"});
  CHECK(model.columns[0].level.words == "Answers, for example, if “The storm ends”");
  CHECK(model.columns[0].level.ruler == Ruler::kAbsent);
  CHECK(model.columns[1].through == "own words");
  CHECK(model.columns[1].level.words == "Likely not");
  CHECK_FALSE(model.columns[1].direction);
  CHECK(model.columns[1].said[0].claim == "c-6");
  // Everybody else lacks one condition, and is told which.
  CHECK(Keys(model.one_away) == std::vector<std::string>{"a-clerk", "a-clerk/a-vale",
                                                         "a-editor/a-guild", "a-editor/a-crew",
                                                         "a-editor/a-island"});
  CHECK(model.one_away[0].missing[0].proposition == "storm-ends");
  CHECK(model.one_away[0].missing[0].words == "Answers, for example, if “The storm ends”");
  CHECK(model.one_away[1].missing[0].proposition == "channel-deep");
  CHECK(model.one_away[3].missing[0].words ==
        "Answers only if “Trade grows”, and then on a step before it");
  CHECK(model.one_away[4].missing[0].proposition == "storm-lasts");
}

TEST_CASE("a condition that is supposed is answered by whoever speaks of it, and by nobody else",
          "[view][what-if]") {
  Desk desk;
  desk.session.state.on = {"storm-ends"};
  WhatIfModel model = desk.Build();
  const ViewColumn* clerk = Column(model, "a-clerk");
  REQUIRE(clerk != nullptr);
  CHECK(clerk->level.words == "Very likely");
  CHECK(clerk->level.in_favour == 3);
  CHECK(clerk->level.in_favour_fill == Fill::kSolid);
  REQUIRE(clerk->direction);
  CHECK(clerk->direction->sign == Sign::kMore);
  REQUIRE(clerk->said.size() == 1);
  CHECK(clerk->said[0].lead == "If “The storm ends”");
  CHECK(clerk->why_words == "Why? 2 steps");
  CHECK(Column(model, "a-editor")->level.words == "Likely not");
  CHECK(Column(model, "a-editor/a-guild") == nullptr);

  SECTION("level and direction are two readings: a pull against it changes one of them") {
    desk.session.state.on = {"fees-rise", "storm-ends"};
    model = desk.Build();
    CHECK(Column(model, "a-clerk")->level.words == "Very likely");
    CHECK(Column(model, "a-clerk")->direction->sign == Sign::kPulled);
    CHECK(Column(model, "a-clerk")->said.size() == 2);
  }
  SECTION("off, a deterrent pulls the other way and gives no level") {
    desk.session.state.on = {};
    desk.session.state.off = {"fees-rise"};
    model = desk.Build();
    CHECK(Column(model, "a-clerk")->level.ruler == Ruler::kEmpty);
    CHECK(Column(model, "a-clerk")->direction->sign == Sign::kMore);
  }
  SECTION("what somebody on the way disputes is no likelihood, and says who disputes it") {
    desk.session.state.off = {"channel-deep"};
    model = desk.Build();
    for (const ViewColumn& column : model.columns) UNSCOPED_INFO(column.key);
    CHECK(model.columns.front().key == "a-clerk");
    const ViewColumn* guild = Column(model, "a-editor/a-guild");
    REQUIRE(guild != nullptr);
    CHECK(guild->level.words == "Will not; disputed by the editor");
    CHECK(guild->level.ruler == Ruler::kEmpty);
    CHECK(guild->said[0].note == "Disputed by the editor");
  }
  SECTION("over a step of the same voice, the pull is drawn as derived") {
    desk.session.state.on = {"dredger-comes"};
    model = desk.Build();
    REQUIRE(Column(model, "a-clerk/a-vale") != nullptr);
    CHECK(Column(model, "a-clerk/a-vale")->direction->sign == Sign::kMore);
    CHECK(Column(model, "a-clerk/a-vale")->direction->inferred);
  }
  SECTION("a cost that need not stop it is no effect, and a promise is the island's") {
    desk.session.state.on = {"storm-lasts"};
    model = desk.Build();
    const ViewColumn* island = Column(model, "a-editor/a-island");
    REQUIRE(island != nullptr);
    CHECK(island->level.words == "Will");
    CHECK(island->direction->words == "Need not change it");
    CHECK(island->said[0].note == "Promise");
  }
  SECTION("a near matter is told beside the answer and gives no level") {
    desk.session.state.on = {"trade-grows"};
    model = desk.Build();
    const ViewColumn* crew = Column(model, "a-editor/a-crew");
    REQUIRE(crew != nullptr);
    CHECK(crew->level.words == "A step before: “The island wants the harbour open”");
    REQUIRE(crew->near.size() == 1);
    CHECK(crew->near[0].line.words ==
          "A step before: “The island wants the harbour open”: possibly more likely, as "
          "ascribed, read in by the coders");
    REQUIRE(crew->near[0].said.size() == 1);
    CHECK(crew->near[0].said[0].claim == "c-8");
    CHECK(crew->near[0].said[0].note ==
          "Ascribed by the editor, who speaks for another’s mind. That this is the thinking of "
          "Crew members is itself a guess (“may believe”)");
  }
}

TEST_CASE("the outcome itself, supposed, is nobody's answer", "[view][what-if]") {
  Desk desk;
  desk.session.state.on = {"harbour-opens"};
  const WhatIfModel model = desk.Build();
  CHECK(model.columns.empty());
  CHECK(model.empty.find("You suppose the outcome itself") == 0);
}

TEST_CASE("where nobody answers, the levers that most voices link are offered", "[view][what-if]") {
  Desk desk;
  desk.session.state.target = "channel-deep";
  const WhatIfModel model = desk.Build();
  CHECK(Keys(model.columns) == std::vector<std::string>{"a-clerk", "a-editor"});
  REQUIRE(model.suggested.size() == 1);
  CHECK(model.suggested[0].id == "dredger-comes");
}

TEST_CASE("two scenarios stand side by side, and what differs is said", "[view][what-if]") {
  Desk desk;
  std::vector<Effect> effects;
  const auto act = [&](const Command& command) {
    Update(desk.library, command, desk.session, effects);
  };
  act(Suppose{"storm-ends", Lever::kOn});
  act(SetField{"name", "calm"});
  act(KeepBeside{});
  act(Suppose{"storm-ends", Lever::kOpen});
  act(Suppose{"fees-rise", Lever::kOn});
  WhatIfModel model = desk.Build();
  CHECK(model.beside_name == "calm");
  CHECK(model.beside_words == "“The storm ends”");
  const ViewColumn* clerk = Column(model, "a-clerk");
  REQUIRE(clerk != nullptr);
  REQUIRE(clerk->beside);
  CHECK(clerk->beside->level.words == "Very likely");
  CHECK(clerk->beside->differs);
  CHECK_FALSE(Column(model, "a-editor")->beside->differs);
  act(SwapBeside{});
  model = desk.Build();
  CHECK(model.name == "calm");
  CHECK(Column(model, "a-clerk")->level.words == "Very likely");
  act(DropBeside{});
  CHECK_FALSE(Column(desk.Build(), "a-clerk")->beside);
  act(Undo{});
  CHECK(Column(desk.Build(), "a-clerk")->beside);
}

TEST_CASE("at the start it is said who says how likely it is, and no opinions are counted",
          "[view][what-if]") {
  const WhatIfModel model = Desk().Build();
  CHECK(model.silent.empty());
  CHECK(model.later.empty());
  CHECK(model.lead.empty());
  CHECK(model.summary ==
        "As the texts stand, 1 voice says how likely it is: the editor. Voices stand side by side "
        "and are never added up.");
}

TEST_CASE("after a switch it is said how many voices changed, and of two what they say now",
          "[view][what-if]") {
  Desk desk;
  desk.session.state.on = {"storm-ends"};
  WhatIfModel model = desk.Build();
  CHECK(model.lead == "2 voices changed.");
  CHECK(model.summary.find("The clerk: very likely. The island: ") == 0);
  CHECK(model.columns.front().changed);
  CHECK_FALSE(model.columns.back().changed);
}

TEST_CASE("what was so up to the dates of writing is no answer", "[view][what-if]") {
  const WhatIfModel model = Desk().Build();
  REQUIRE(model.status.size() == 1);
  CHECK(model.status[0].claim == "c-7");
  CHECK(model.status[0].words == "No evidence so far");
  CHECK(model.status[0].as_of == "June 2031");
}

TEST_CASE("a filter hides columns and unsays nothing", "[view][what-if]") {
  Desk desk;
  desk.session.state.on = {"storm-ends"};
  desk.session.state.claims.filter.values[static_cast<std::size_t>(query::Facet::kTopic)] = {
      "t-money"};
  const WhatIfModel model = desk.Build();
  REQUIRE(model.columns.size() == 1);
  CHECK(model.columns[0].key == "a-clerk");
  CHECK(model.columns[0].level.words == "Very likely");
  CHECK(model.silent.empty());
}

TEST_CASE("signs join and follow one another as the tables say", "[view][what-if]") {
  CHECK(Joined(Sign::kMore, Sign::kLess) == Sign::kPulled);
  CHECK(Joined(Sign::kMore, Sign::kNoEffect) == Sign::kMore);
  CHECK(Joined(Sign::kNoEffect, Sign::kLess) == Sign::kLess);
  CHECK(Joined(Sign::kSilent, Sign::kNoEffect) == Sign::kNoEffect);
  CHECK(Chained(Sign::kLess, Sign::kLess) == Sign::kMore);
  CHECK(Chained(Sign::kMore, Sign::kLess) == Sign::kLess);
  CHECK(Chained(Sign::kPulled, Sign::kNoEffect) == Sign::kNoEffect);
  CHECK(Chained(Sign::kLess, Sign::kPulled) == Sign::kPulled);
}

TEST_CASE("of very many conditions those in sight are drawn, and stand where all would",
          "[view][what-if][frame]") {
  std::string talk;
  for (int i = 0; i < 300; ++i) talk += "w: if lever-" + std::to_string(i) + " -> aid, likely\n";
  const Library library{test::Say(talk)};
  Session session;
  session.state.target = "aid";
  const auto levers = [&](float height, float scroll) {
    session.scroll["side"] = scroll;
    Viewport viewport;
    viewport.height = height;
    std::map<std::string, float> places;
    const Frame frame = BuildFrame(library, session, viewport, TableMeasure());
    for (const Panel& panel : frame.panels)
      for (const Item& item : panel.scene.items)
        if (panel.id == "side" && item.id.ends_with(".label")) places[item.id] = item.rect.y;
    return places;
  };
  const std::map<std::string, float> all = levers(100'000, 0);
  CHECK(all.size() == 300);
  for (const float scroll : {0.0f, 5000.0f}) {
    const std::map<std::string, float> some = levers(900, scroll);
    CHECK(some.size() > 10);
    CHECK(some.size() < 80);
    for (const auto& [id, y] : some) CHECK(all.at(id) == y);
  }
}
