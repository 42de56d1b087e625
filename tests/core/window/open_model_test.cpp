#include "core/window/dialogs/open_model.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "core/canvas/frame.h"
#include "core/io/load.h"
#include "core/state/update.h"
#include "tests/support/files.h"
#include "tests/support/harbour.h"

namespace proviso::view {
namespace {

Opening Refused(const std::string& bytes) {
  Opening opening;
  opening.stage = Opening::Stage::kRefused;
  opening.name = "second.json";
  const Result<io::Loaded> loaded = io::Load(bytes);
  REQUIRE_FALSE(loaded.ok());
  opening.errors = loaded.problems();
  return opening;
}

}  // namespace

TEST_CASE("a refused file is told line by line: where, what is wrong, what to do", "[open]") {
  const Library library = test::Harbour();
  Session session;
  std::string bytes(test::kHarbour);
  bytes.replace(bytes.find("\"very_likely\""), 13, "\"0.9\"");
  bytes.replace(bytes.find("\"antecedents\": [\"fees-rise\"]"), 28,
                "\"antecedents\": [\"fees-ri\"]");
  session.opening = Refused(bytes);
  const OpenModel model = BuildOpenModel(library, session);
  REQUIRE(model.lines.size() >= 1);
  CHECK(model.title.find("Not opened: ") == 0);
  CHECK(model.lead.find("What you were looking at is unchanged.") != std::string::npos);
  CHECK(model.lead.find("second.json") != std::string::npos);
  bool modality = false;
  for (const ProblemLine& line : model.lines) {
    CHECK(line.error);
    CHECK_FALSE(line.rule.empty());
    CHECK_FALSE(line.remedy.empty());
    if (line.record == "claims, record 1") {
      modality = true;
      CHECK(line.place.find("line ") == 0);
      CHECK(line.place.find(", column ") != std::string::npos);
      CHECK(line.place.find(" · /claims/0/modality") != std::string::npos);
    }
  }
  CHECK(modality);
  CHECK(model.more.empty());
}

TEST_CASE("of many problems the first are shown and the rest counted", "[open]") {
  const Library library = test::Harbour();
  Session session;
  session.opening.stage = Opening::Stage::kRefused;
  for (int i = 0; i < 102; ++i) {
    Problem problem;
    problem.pointer = i % 2 == 0 ? "/claims/" + std::to_string(i) + "/gloss" : "";
    problem.rule = "Rule.";
    problem.remedy = "Remedy.";
    (i < 30 ? session.opening.errors : session.opening.warnings).push_back(problem);
  }
  const OpenModel model = BuildOpenModel(library, session);
  CHECK(model.title == "Not opened: 30 errors");
  REQUIRE(model.lines.size() == kProblemsShown);
  CHECK(model.more == "and 62 more");
  CHECK(model.lines[29].error);
  CHECK_FALSE(model.lines[30].error);
  CHECK(model.lines[1].record == "the file");
  CHECK(model.lines[2].record == "claims, record 3");
  CHECK(model.lines[2].place == "/claims/2/gloss");
  // The report that is copied has them all.
  for (const Action& action : model.actions)
    if (action.key == "copy-report") {
      const std::string& text = (action.command).As<CopyText>()->text;
      CHECK(text.find("/claims/100/gloss") != std::string::npos);
    }
}

TEST_CASE("warnings alone are a question, and only then is there something to open anyway",
          "[open]") {
  const Library library = test::Harbour();
  Session session;
  std::vector<Effect> effects;
  Update(library, OpenAnyway{}, session, effects);
  CHECK(effects.empty());
  session.opening.stage = Opening::Stage::kWarned;
  session.opening.warnings.resize(3);
  const OpenModel model = BuildOpenModel(library, session);
  CHECK(model.title == "Open with 3 warnings?");
  REQUIRE(model.actions.size() >= 2);
  CHECK(model.actions[0].words == "Open with 3 warnings");
  Update(library, model.actions[0].command, session, effects);
  REQUIRE(effects.size() == 1);
  CHECK(effects[0].kind == Effect::Kind::kOpenAnyway);
}

TEST_CASE("opening the dialog starts anew, and choosing a file is the platform’s", "[open]") {
  const Library library = test::Harbour();
  Session session;
  std::vector<Effect> effects;
  session.opening.stage = Opening::Stage::kRefused;
  Update(library, ShowDialog{Dialog::kOpen}, session, effects);
  CHECK(session.opening.stage == Opening::Stage::kAsk);
  const OpenModel model = BuildOpenModel(library, session);
  CHECK(model.actions.size() == 1);
  Update(library, model.actions[0].command, session, effects);
  REQUIRE(effects.size() == 1);
  CHECK(effects[0].kind == Effect::Kind::kPickFile);
  CHECK(effects[0].text == "dataset");
  Update(library, ReturnToDataset{}, session, effects);
  CHECK(effects.size() == 1);  // There is none to go back to.
  session.previous = "The bundled one";
  CHECK(BuildOpenModel(library, session).actions.at(1).words == "Go back to “The bundled one”");
  Update(library, ReturnToDataset{}, session, effects);
  CHECK(effects.size() == 2);
}

}  // namespace proviso::view
