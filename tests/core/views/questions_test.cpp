#include <catch2/catch_test_macros.hpp>
#include <set>
#include <string>

#include "core/base/text.h"
#include "core/canvas/frame.h"
#include "core/state/update.h"
#include "core/views/questions/model.h"
#include "core/window/around/top_model.h"
#include "core/window/build_frame.h"
#include "core/window/dialogs/palette_model.h"
#include "core/window/views.h"
#include "tests/support/files.h"
#include "tests/support/harbour.h"

namespace proviso::view {
namespace {

const Library& Bundled() {
  static const Library library = [] {
    Result<io::Loaded> loaded = io::Load(test::ReadFile("data/china-military-aid.json"));
    REQUIRE(loaded.ok());
    return Library(std::move(loaded).value().dataset);
  }();
  return library;
}

/// Runs of letters, digits and apostrophes.
std::size_t WordsIn(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool letter = static_cast<unsigned char>(c) > ' ' && c != '-';
    if (letter && !inside) ++words;
    inside = letter;
  }
  return words;
}

QuestionsModel Model(const Library& library, const Session& session) {
  const QuestionId shown = ShownQuestion(library.dataset, session.state);
  const bool open = shown && CanOpen(library, shown);
  return BuildQuestionsModel(
      library, session,
      open ? FindEvidence(kViews, library, StateOfQuestion(library, shown, session.state))
           : ShownClaims());
}

/// A shape or item of the view's own panels: not the bars, not a sentence that there is nothing.
bool ShowsSomething(const Library& library, const ViewState& state) {
  Session session;
  session.state = state;
  const Frame frame = BuildFrame(library, session, Viewport(), TableMeasure());
  std::size_t items = 0;
  for (const Panel& panel : frame.panels)
    if (panel.id == "stage") items += panel.scene.items.size();
  for (const Panel& panel : frame.panels)
    for (const Item& item : panel.scene.items)
      if (panel.id == "stage" && item.id.find("/empty") != std::string::npos) return false;
  return items > 5;
}

TEST_CASE("every bundled question is short, opens without a notice, and shows something",
          "[questions][bundled]") {
  const Library& library = Bundled();
  REQUIRE(library.dataset.questions.size() >= 15);
  std::set<std::uint32_t> steps;
  std::set<std::string> titles, states;
  for (std::uint32_t i = 0; i < library.dataset.questions.size(); ++i) {
    const Question& question = library.dataset.questions[i];
    INFO(question.id);
    CHECK(question.title.size() <= 72);
    CHECK(question.title.back() == '?');
    CHECK(WordsIn(question.text) <= 60);
    CHECK(question.text.size() <= 400);
    CHECK(titles.insert(std::string(question.title)).second);
    CHECK(states.insert(std::string(question.state)).second);
    if (question.tour != 0) CHECK(steps.insert(question.tour).second);
    const DecodedLink link = DecodeLink(question.state);
    CHECK(link.notices.empty());
    CHECK(EncodeLink(link.state) == question.state);
    CHECK(CanOpen(library, QuestionId(i)));
    Session session;
    std::vector<Effect> effects;
    Update(library, SetState{StateOfQuestion(library, QuestionId(i), ViewState())}, session,
           effects);
    CHECK(session.notices.empty());
    CHECK(session.state.view == link.state.view);
    CHECK_FALSE(FindEvidence(kViews, library, session.state).claims.empty());
    CHECK(ShowsSomething(library, session.state));
  }
  CHECK(steps == std::set<std::uint32_t>{1, 2, 3, 4, 5, 6, 7});
}

TEST_CASE("the walk goes through the tour in order, then through the others, and back",
          "[questions]") {
  const Library& library = Bundled();
  Session session;
  session.state.view = ViewId::kQuestions;
  std::vector<Effect> effects;
  const std::size_t count = library.dataset.questions.size();
  std::vector<std::string> seen;
  for (std::size_t i = 0; i < count; ++i) {
    const QuestionsModel model = Model(library, session);
    seen.push_back(model.shown);
    CHECK(model.tour.size() == 7);
    CHECK(model.tour.size() + model.further.size() == count);
    if (i < 7) CHECK(model.place == "Question " + std::to_string(i + 1) + " of 7");
    CHECK(model.back.has_value() == (i > 0));
    REQUIRE(model.next.has_value() == (i + 1 < count));
    if (model.next) Update(library, model.next->command, session, effects);
  }
  CHECK(std::set<std::string>(seen.begin(), seen.end()).size() == count);
  Update(library, Model(library, session).back->command, session, effects);
  CHECK(session.state.step == seen[count - 2]);
  Update(library, Back{}, session, effects);
  CHECK(session.state.step == seen[count - 1]);
}

TEST_CASE("Go there opens the answer, and Back leads to the same question again", "[questions]") {
  const Library& library = Bundled();
  Session session;
  session.state.view = ViewId::kQuestions;
  session.state.text_percent = 150;
  std::vector<Effect> effects;
  Update(library, Model(library, session).next->command, session, effects);
  const QuestionsModel model = Model(library, session);
  REQUIRE(model.go);
  Update(library, model.go->command, session, effects);
  CHECK(session.state.view != ViewId::kQuestions);
  CHECK(session.state.text_percent == 150);
  CHECK(session.state.step == model.shown);
  Update(library, ShowView{ViewId::kQuestions}, session, effects);
  CHECK(Model(library, session).shown == model.shown);
  Update(library, Back{}, session, effects);
  Update(library, Back{}, session, effects);
  CHECK(session.state.view == ViewId::kQuestions);
  CHECK(Model(library, session).shown == model.shown);
}

TEST_CASE("the evidence is counted, and each claim of it leads to its passage", "[questions]") {
  const Library& library = Bundled();
  Session session;
  session.state.view = ViewId::kQuestions;
  for (const Question& question : library.dataset.questions) {
    session.state.step = question.id;
    session.state.as_list = false;
    const QuestionId id = ShownQuestion(library.dataset, session.state);
    if (!CanOpen(library, id)) continue;
    INFO(question.id);
    const std::size_t count =
        FindEvidence(kViews, library, StateOfQuestion(library, id, session.state)).claims.size();
    QuestionsModel model = Model(library, session);
    CHECK(model.evidence_title.rfind(std::to_string(count) + " claim", 0) == 0);
    CHECK(model.evidence.size() == std::min(count, kEvidenceRows));
    for (const EvidenceRow& row : model.evidence) {
      CHECK_FALSE(row.holder.empty());
      CHECK_FALSE(row.refs.empty());
      CHECK((row.select).As<Select>()->id == row.id);
    }
    CHECK(model.see.has_value() == (count > kEvidenceRows));
    session.state.as_list = true;
    CHECK(Model(library, session).evidence.size() == std::min<std::size_t>(count, 300));
  }
}

/// The harbour with its one question changed.
Library Asking(std::string_view state) {
  std::string json(test::kHarbour);
  const std::string_view old = "v=what-if&on=storm-ends";
  json.replace(json.find(old), old.size(), state);
  Result<io::Loaded> loaded = io::Load(json);
  REQUIRE(loaded.ok());
  return Library(std::move(loaded).value().dataset);
}

TEST_CASE("a step that this dataset cannot build says so", "[questions]") {
  Session session;
  session.state.view = ViewId::kQuestions;
  CHECK(Model(Asking("on=storm-ends"), session).unanswered.empty());
  for (const char* state :
       {"on=storm-gone", "v=claims&holder=a-nobody", "sel=a-vale~gone&v=claims", "v=somewhere",
        "t=gone", "v=claims&doc=d-gone", "a=x&v=compare", "q=zzzz&v=claims"}) {
    INFO(state);
    const Library library = Asking(state);
    const QuestionsModel model = Model(library, session);
    CHECK(model.unanswered == "This dataset has no answer to this question.");
    CHECK_FALSE(model.go);
    CHECK(model.heading == "What opens it?");
    const Frame frame = BuildFrame(library, session, Viewport(), TableMeasure());
    CHECK(FindItem(frame, "question/unanswered").item != nullptr);
  }
  session.state.step = "gone";
  CHECK_FALSE(Model(Asking("on=storm-ends"), session).unknown.empty());
}

TEST_CASE("the palette lists the questions and opens their states", "[questions][palette]") {
  const Library& library = Bundled();
  Session session;
  std::vector<Effect> effects;
  Update(library, ShowDialog{Dialog::kPalette}, session, effects);
  const auto rows = [&](const char* words) {
    session.palette_words = words;
    for (const PaletteGroup& group : BuildPaletteModel(library, session).groups)
      if (group.label == "Questions") return group.rows;
    return std::vector<PaletteRow>();
  };
  std::size_t ready = 0;
  for (std::uint32_t i = 0; i < library.dataset.questions.size(); ++i)
    if (CanOpen(library, QuestionId(i))) ++ready;
  CHECK(ready >= 15);
  CHECK(rows("").size() == ready);
  CHECK(rows("@").empty());
  const std::vector<PaletteRow> found = rows("Russian victory");
  REQUIRE(found.size() == 1);
  Update(library, found[0].command, session, effects);
  CHECK(session.dialog == Dialog::kNone);
  CHECK(session.state.on == std::vector<std::string>{"russia-wins"});
  CHECK(session.state.step == found[0].key);
}

}  // namespace
}  // namespace proviso::view
