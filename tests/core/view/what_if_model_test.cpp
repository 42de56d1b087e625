#include "core/view/what_if_model.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "core/view/what_if_views.h"
#include "tests/core/view/harbour.h"

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
  CHECK(model.supposition == "If “The storm ends” and not “Harbour fees rise”, then");
  CHECK(model.supposed == 2);
}

TEST_CASE("levers stand by topic; those that move only a near matter stand apart",
          "[view][what-if]") {
  const WhatIfModel model = Desk().Build();
  std::vector<std::string> labels;
  for (const LeverGroup& group : model.groups) labels.push_back(group.label);
  CHECK(labels ==
        std::vector<std::string>{"Money", "Water", "Other conditions", "Move only a near matter"});
  CHECK(model.groups[0].rows[0].id == "fees-rise");
  CHECK(model.groups[3].rows[0].id == "trade-grows");
}

TEST_CASE("a lever shows who links it to the outcome, and which way", "[view][what-if]") {
  const WhatIfModel model = Desk().Build();
  const LeverRow* storm = FindLever(model, "storm-ends");
  REQUIRE(storm != nullptr);
  REQUIRE(storm->marks.size() == 1);
  CHECK(storm->marks[0].sign.sign == Sign::kMore);
  CHECK_FALSE(storm->marks[0].sign.other_step);
  CHECK(storm->marks[0].who == std::vector<std::string>{"The clerk"});
  CHECK(storm->who == "The clerk: More likely");

  CHECK(FindLever(model, "fees-rise")->marks[0].sign.sign == Sign::kLess);
  CHECK(FindLever(model, "storm-lasts")->marks[0].sign.sign == Sign::kNoEffect);

  SECTION("over a step that the same voice links on, the sign follows and is drawn as derived") {
    const LeverRow* dredger = FindLever(model, "dredger-comes");
    REQUIRE(dredger->marks.size() == 1);
    CHECK(dredger->marks[0].sign.sign == Sign::kMore);
    CHECK(dredger->marks[0].sign.other_step);
    CHECK(dredger->marks[0].sign.inferred);
    CHECK(dredger->marks[0].who == std::vector<std::string>{"Dr Vale, through The clerk"});
    CHECK(dredger->who.find("by way of “The channel is deep enough”") != std::string::npos);
  }
  SECTION("of a near matter it is the sign of that step alone") {
    const LeverRow* trade = FindLever(model, "trade-grows");
    REQUIRE(trade->marks.size() == 1);
    CHECK(trade->marks[0].sign.other_step);
    CHECK(trade->who.find("of “The island wants the harbour open”") != std::string::npos);
  }
}

TEST_CASE("a lever that a supposition excludes is off by definition", "[view][what-if]") {
  Desk desk;
  desk.session.state.on = {"storm-ends"};
  const WhatIfModel model = desk.Build();
  CHECK(FindLever(model, "storm-ends")->lever == Lever::kOn);
  CHECK(FindLever(model, "storm-lasts")->off_by == "The storm ends");
  CHECK(FindLever(model, "fees-rise")->off_by.empty());
}

TEST_CASE("each voice that speaks to the outcome has a column of its own", "[view][what-if]") {
  const WhatIfModel model = Desk().Build();
  REQUIRE(model.columns.size() == 5);
  std::vector<std::string> keys;
  for (const ViewColumn& column : model.columns) keys.push_back(column.key);
  // Firmest first, a pull after every level, and last what the editor disputes.
  CHECK(keys == std::vector<std::string>{"a-editor/a-island", "a-clerk", "a-editor",
                                         "a-clerk/a-vale", "a-editor/a-guild"});

  const ViewColumn* clerk = Column(model, "a-clerk");
  REQUIRE(clerk != nullptr);
  CHECK(clerk->through == "in own voice");
  REQUIRE(clerk->said.size() == 2);
  CHECK(clerk->said[0].claim == "c-1");
  CHECK(clerk->said[0].lead == "If “The storm ends”");
  CHECK(clerk->said[1].lead == "“Harbour fees rise” makes it less likely");
  REQUIRE(clerk->direction);
  CHECK(clerk->direction->sign == Sign::kPulled);
  CHECK_FALSE(clerk->level);

  const ViewColumn* editor = Column(model, "a-editor");
  REQUIRE(editor != nullptr);
  REQUIRE(editor->level);
  CHECK(editor->level->words == "Likely not");
  CHECK_FALSE(editor->direction);

  const ViewColumn* guild = Column(model, "a-editor/a-guild");
  REQUIRE(guild != nullptr);
  CHECK(guild->through == "through The editor");
  CHECK(guild->said[0].note == "The editor disputes it");
  CHECK(Column(model, "a-editor/a-island")->said[0].note == "Promise");
}

TEST_CASE("who says nothing is named, with what they speak of instead", "[view][what-if]") {
  const WhatIfModel model = Desk().Build();
  REQUIRE(model.silent.size() == 1);
  CHECK(model.silent[0].name == "Crew members");
  CHECK(model.silent[0].note == "speaks of a near matter");
  CHECK(model.counts == "5 voices speak to it, 1 says nothing on it. Voices are never added up.");
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
  desk.session.state.filter.values[static_cast<std::size_t>(query::Facet::kTopic)] = {"t-money"};
  const WhatIfModel model = desk.Build();
  REQUIRE(model.columns.size() == 1);
  CHECK(model.columns[0].key == "a-clerk");
  CHECK(model.columns[0].said.size() == 2);
  CHECK(model.silent.empty());
}

TEST_CASE("endorsing takes a content on; reporting, doubting and asking do not",
          "[view][what-if]") {
  const Library library = test::Harbour();
  const std::vector<View> views = ViewsOf(library);
  for (const View& view : views) {
    CHECK_FALSE(view.path.empty());
    CHECK(std::is_sorted(view.claims.begin(), view.claims.end()));
  }
  const auto claims = [&](std::vector<ActorId> path) {
    for (const View& view : views)
      if (view.path == path) return view.claims.size();
    return std::size_t{99};
  };
  const ActorId clerk(library.dataset.Find("a-clerk").index);
  const ActorId vale(library.dataset.Find("a-vale").index);
  CHECK(claims({clerk}) == 2);
  CHECK(claims({clerk, vale}) == 2);
  CHECK(claims({vale}) == 99);
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
