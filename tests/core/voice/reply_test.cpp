// What a voice says on an outcome is said once and in one place, whoever shows it.

#include "core/voice/reply.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include "core/cli/say_command.h"
#include "core/pages/page.h"
#include "core/state/update.h"
#include "core/views/what_if/model.h"
#include "core/views/what_if/stage.h"
#include "core/views/what_if/why_model.h"
#include "core/voice/tense.h"
#include "core/window/around/inspector_model.h"
#include "core/wire/answer_json.h"
#include "tests/core/cli/fake_console.h"
#include "tests/core/reason/ask.h"
#include "tests/core/reason/bundled.h"
#include "tests/support/files.h"
#include "tests/support/harbour.h"
#include "tests/support/random_talk.h"

namespace proviso::test {
namespace {

using namespace proviso::view;

const Library& Ours() {
  static const Library library(Bundled::Read());
  return library;
}

bool Has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

const std::vector<std::string>& Sentences() {
  static const std::vector<std::string> sentences = cli::SentencesOf(Ours());
  return sentences;
}

/// A state with up to three conditions of the start's outcome supposed.
ViewState RandomState(const Library& library, Dice* dice) {
  const std::vector<PropositionId> levers = Levers(library.dataset, StartOutcome(library.dataset));
  ViewState state;
  const std::uint32_t count = dice->Below(4);
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::string id(library.dataset[dice->Pick(levers)].id);
    (dice->Chance(70) ? state.on : state.off).push_back(id);
  }
  Normalise(&state);
  return state;
}

Session Supposing(std::vector<std::string> on, std::string target = {}) {
  Session session;
  session.state.on = std::move(on);
  session.state.target = std::move(target);
  return session;
}

std::vector<const ViewColumn*> AllColumns(const WhatIfModel& model) {
  std::vector<const ViewColumn*> all;
  for (const ViewColumn& column : model.columns) all.push_back(&column);
  for (const ViewColumn& column : model.one_away) all.push_back(&column);
  return all;
}

const ViewColumn* ColumnOf(const WhatIfModel& model, std::string_view key) {
  for (const ViewColumn* column : AllColumns(model))
    if (column->key == key) return column;
  return nullptr;
}

std::string PathOf(const ViewColumn& column) {
  std::string path;
  for (const std::string& actor : column.path) path += (path.empty() ? "" : ">") + actor;
  return path;
}

/// What the profile of an actor says on the outcome, one line a way in which he is heard.
std::vector<std::string> ProfileLines(const Library& library, const Session& session,
                                      std::string_view actor) {
  Session on_actor;
  on_actor.state = session.state;
  on_actor.state.selection = std::string(actor);
  std::vector<std::string> lines;
  const auto model = BuildInspectorModel(library, on_actor);
  for (const Fact& fact : model->facts)
    if (fact.label == "On the outcome")
      for (const Link& value : fact.values) lines.push_back(value.text);
  return lines;
}

bool AnyBegins(const std::vector<std::string>& lines, std::string_view words) {
  return std::any_of(lines.begin(), lines.end(),
                     [&](const std::string& line) { return line.rfind(words, 0) == 0; });
}

/// The one reply of a path in `Told`.
Reply Ask(const Told& told, std::string_view path, std::string_view target,
          std::string_view supposed = "") {
  const std::vector<Tense> tenses = TensesOf(told.data);
  const view::Say say;
  return ReplyOf({told.data, told.views, tenses, say}, told.Ask(path, target, supposed),
                 told.Suppose(supposed));
}

/// Every reason of an answer, a line each.
std::string Why(const Told& told, std::string_view path, std::string_view target,
                std::string_view supposed) {
  return WhyText(told.data, told.views, told.Ask(path, target, supposed), view::Say());
}

}  // namespace

TEST_CASE("what is said of a voice is the same wherever it is said, whatever is supposed",
          "[view][reply][bundled]") {
  const Library& library = Ours();
  Program program;
  program.files["d.json"] = ReadFile("data/china-military-aid.json");
  Dice dice(11);
  Answers answers, beside, before;
  for (int round = 0; round < 6; ++round) {
    Session session;
    session.state = RandomState(library, &dice);
    const PropositionId target = StartOutcome(library.dataset);
    const reason::Scenario scenario =
        ScenarioOf(library.dataset, session.state.on, session.state.off, false);
    const WhatIfModel model = BuildWhatIfModel(library, session, &answers, &beside, &before);
    std::vector<std::string> ask{"ask", "d.json", "--target",
                                 std::string(library.dataset[target].id)};
    for (const std::string& id : session.state.on) ask.insert(ask.end(), {"--suppose", id});
    for (const std::string& id : session.state.off) ask.insert(ask.end(), {"--not", id});
    REQUIRE(program.Run(ask) == 0);
    const std::string table = program.out;
    const auto json = nlohmann::json::parse(AnswersJson(
        library.dataset, library.views,
        reason::AskAll(library.dataset, library.views, Literal(target), scenario), scenario));
    std::set<std::string> named;
    for (const ViewColumn* column : AllColumns(model)) {
      INFO(EncodeLink(session.state) << " " << column->key);
      const std::string path = PathOf(*column);
      // The profile, unless he is heard in more ways than it lists.
      const auto lines = ProfileLines(library, session, column->path.back());
      if (lines.size() < 3) CHECK(AnyBegins(lines, column->reply));
      // The command line.
      const std::size_t at = ("\n" + table).find("\n" + path + " ");
      REQUIRE(at != std::string::npos);
      const std::string line = table.substr(at, table.find('\n', at) - at);
      CHECK(Has(line, column->reply));
      // Other programs.
      const auto same = std::find_if(json.begin(), json.end(), [&](const auto& one) {
        return one["view"] == nlohmann::json(column->path);
      });
      REQUIRE(same != json.end());
      CHECK((*same)["words"] == column->reply);
      // The reasons.
      session.state.why = path;
      const auto why = BuildWhyModel(library, session, &answers);
      session.state.why.clear();
      REQUIRE_FALSE(why->sections.empty());
      if (column->level.ruler == Ruler::kSegments || column->level.ruler == Ruler::kRing)
        CHECK(Has(why->sections.front().title, ": " + library.say.Inside(column->level.words)));
      for (const Said& said : column->said) named.insert(said.claim);
      for (const NearSaid& near : column->near)
        for (const Said& said : near.said) named.insert(said.claim);
    }
    // The claims behind a question are those that the columns name.
    if (model.more_columns == 0)
      for (const ClaimId id : BehindWhatIf(library, session.state))
        CHECK(named.count(std::string(library.dataset[id].id)) == 1);
  }
}

TEST_CASE("the text version says of each voice what the explorer says with nothing supposed",
          "[view][reply][bundled]") {
  const Library& library = Ours();
  const WhatIfModel model = BuildWhatIfModel(library, Session());
  const std::vector<ExportedFile> files = ExportPages(library);
  std::size_t looked = 0;
  for (const ViewColumn* column : AllColumns(model)) {
    const std::string& words = column->reply;
    if (words.find_first_of("&<>'\"") != std::string::npos) continue;
    const auto lines = ProfileLines(library, Session(), column->path.back());
    if (!AnyBegins(lines, words)) continue;  // Heard in more ways than a profile lists.
    const auto page = std::find_if(files.begin(), files.end(), [&](const ExportedFile& file) {
      return Has(file.path, column->path.back() + ".html");
    });
    REQUIRE(page != files.end());
    CHECK(Has(page->bytes, words));
    ++looked;
  }
  CHECK(looked > 2);
}

TEST_CASE("a voice that answers is never said to be silent until something is supposed",
          "[view][reply][bundled]") {
  const Session session = Supposing({"us-strengthens-taiwan-ties"});
  const WhatIfModel model = BuildWhatIfModel(Ours(), session);
  const ViewColumn* author = ColumnOf(model, "a-blog-author");
  REQUIRE(author != nullptr);
  CHECK(author->level.words == "Very likely");
  CHECK(ProfileLines(Ours(), session, "a-blog-author").front().rfind("Very likely; ", 0) == 0);
}

TEST_CASE("only those say nothing whatever is supposed whom nothing moves",
          "[view][reply][bundled]") {
  const Library& library = Ours();
  const WhatIfModel start = BuildWhatIfModel(library, Session());
  REQUIRE_FALSE(start.silent.empty());
  for (const SilentHolder& holder : start.silent) CHECK(holder.id != "a-news-author");
  std::set<std::string> silent;
  for (const SilentHolder& holder : start.silent) silent.insert(holder.id);
  std::vector<reason::ViewIndex> theirs;
  for (std::uint32_t i = 0; i < library.views.size(); ++i)
    if (silent.count(std::string(library.dataset[library.views.rows[i].actor].id)) != 0)
      theirs.emplace_back(i);
  const Literal target(StartOutcome(library.dataset));
  const auto replies = [&](const ViewState& state) {
    const reason::Scenario scenario =
        ScenarioOf(library.dataset, state.on, state.off, state.strict);
    std::vector<std::string> words;
    for (const reason::ViewIndex view : theirs)
      words.push_back(ReplyOf(SpeechOf(library),
                              reason::Ask(library.dataset, library.views, view, target, scenario),
                              scenario)
                          .words);
    return words;
  };
  const std::vector<std::string> open = replies({});
  Dice dice(5);
  for (const PropositionId lever : Levers(library.dataset, target.proposition()))
    for (const bool off : {false, true}) {
      if (lever == target.proposition()) continue;
      ViewState state;
      auto& supposed = off ? state.off : state.on;
      supposed.emplace_back(library.dataset[lever].id);
      INFO(EncodeLink(state));
      CHECK(replies(state) == open);
    }
  for (int round = 0; round < 20; ++round) {
    const ViewState state = RandomState(library, &dice);
    INFO(EncodeLink(state));
    CHECK(replies(state) == open);
  }
}

TEST_CASE("an answer on a near matter has its words, its gloss, its place and its reasons",
          "[view][reply][bundled]") {
  const Session session = Supposing({"us-china-relations-worsen"});
  Answers answers, beside, before;
  const WhatIfModel model = BuildWhatIfModel(Ours(), session, &answers, &beside, &before);
  const ViewColumn* author = ColumnOf(model, "a-news-author");
  REQUIRE(author != nullptr);
  CHECK(author->level.ruler == Ruler::kAbsent);
  CHECK(author->level.words == "Asks, and leaves it open");
  const auto near = std::find_if(author->near.begin(), author->near.end(), [](const auto& one) {
    return one.line.proposition == "china-incentive-arms";
  });
  REQUIRE(near != author->near.end());
  REQUIRE_FALSE(near->said.empty());
  CHECK(near->said[0].claim == "c-n-worse-arms");
  CHECK_FALSE(near->said[0].text.plain().empty());
  REQUIRE_FALSE(near->said[0].refs.empty());
  CHECK(near->said[0].refs[0].paragraph == 14);
  Session asked = session;
  asked.state.why = "a-news-author";
  const auto why = BuildWhyModel(Ours(), asked, &answers);
  const auto section = std::find_if(why->sections.begin(), why->sections.end(), [](const auto& s) {
    return s.key == "near/china-incentive-arms";
  });
  REQUIRE(section != why->sections.end());
  const auto step = std::find_if(section->rows.begin(), section->rows.end(),
                                 [](const WhyRow& row) { return row.mark == WhyMark::kStep; });
  REQUIRE(step != section->rows.end());
  CHECK(step->place.has_value());
  CHECK_FALSE(step->refs.empty());
  CHECK(Has(section->rows.back().text.plain(), "is no forecast"));
  // The question about it shows what it is about.
  bool told = false;
  for (const ClaimId id : BehindWhatIf(Ours(), session.state))
    told = told || Ours().dataset[id].id == "c-n-worse-arms";
  CHECK(told);
}

TEST_CASE("what would change an answer counts the answer on a near matter", "[view][reply]") {
  Session session;
  session.state.why = "a-editor>a-crew";
  const Library harbour = Harbour();
  Answers answers;
  const auto why = BuildWhyModel(harbour, session, &answers);
  REQUIRE(why->changes.size() == 1);
  CHECK(why->changes[0].lever == "trade-grows");
  CHECK(Has(why->changes[0].then, "A step before: “The island wants the harbour open”"));
}

TEST_CASE("the head counts the voices that changed, and no opinions", "[view][reply][bundled]") {
  const WhatIfModel start = BuildWhatIfModel(Ours(), Session());
  CHECK(start.lead.empty());
  const WhatIfModel then = BuildWhatIfModel(Ours(), Supposing({"us-strengthens-taiwan-ties"}));
  CHECK(then.lead == "1 voice changed.");
  const ViewColumn* author = ColumnOf(then, "a-blog-author");
  REQUIRE(author != nullptr);
  CHECK(Has(then.summary, author->name + ": very likely"));
  // Told of somebody who does not believe it, a likelihood has words and no ruler.
  std::size_t likelihoods = 0;
  for (const ViewColumn& column : start.columns)
    likelihoods += column.level.ruler == Ruler::kSegments || Has(column.level.words, "oubted by");
  REQUIRE(likelihoods > 1);
  CHECK(Has(start.summary, std::to_string(likelihoods) + " voices say how likely it is"));
}

TEST_CASE("a hedge on the telling is about the telling, and a booster is no doubt",
          "[view][reply]") {
  const Told told(
      "w reports > v: aid, likely [hedge=reportedly]\n"
      "w imputes > u: aid, likely [hedge=may believe]\nw imputes > t: aid, likely [hedge=evident]");
  const view::Say say;
  const auto words = [&](std::size_t claim) {
    return TellingWords(told.data, told.data.claims[claim], 1, say);
  };
  std::set<std::string> all{words(0), words(1), words(2)};
  CHECK(all.count("That this comes from v is itself only reported (“reportedly”)") == 1);
  CHECK(all.count("That this is the thinking of u is itself a guess (“may believe”)") == 1);
  CHECK(all.count("That this comes from t is told as plain (“evident”)") == 1);
}

TEST_CASE("a link that explains leads from its cause", "[view][reply]") {
  const Library library(Say("w: explains attack -> crossing"));
  Session session;
  session.state.selection = std::string(library.dataset.conditions[0].id);
  const auto model = BuildInspectorModel(library, session);
  std::string facts;
  for (const Fact& fact : model->facts) facts += fact.label + "=" + fact.values[0].text + ";";
  CHECK(Has(facts, "Would explain=attack;"));
  CHECK(Has(facts, "Cause=crossing;"));
  const LinksOf links = LinksAround(library, PropositionId(library.dataset.Find("crossing").index));
  CHECK(links.from.size() == 1);
  CHECK(links.to.empty());
}

TEST_CASE("a link with a negation reads as its paraphrase", "[view][reply][bundled]") {
  const Dataset& data = Ours().dataset;
  for (const Condition& link : data.conditions) {
    const bool negated =
        link.consequent.negated() || std::any_of(link.antecedents.begin(), link.antecedents.end(),
                                                 [](Literal literal) { return literal.negated(); });
    const std::string words = LinkSentence(data, link, view::Say());
    INFO(words);
    CHECK_FALSE(Has(words, "ot “"));
    if (!negated) continue;
    CHECK_FALSE(Has(words, "it is not so that"));
    CHECK_FALSE(Has(words, "not: "));
  }
}

TEST_CASE("the overview shows the main links onto what is near the outcome",
          "[view][reply][bundled]") {
  std::string index;
  for (const ExportedFile& file : ExportPages(Ours()))
    if (file.path == "index.html") index = file.bytes;
  CHECK(Has(index, "A step before: "));
  CHECK(Has(index, "#k-n-worse-arms"));
  const std::string skeleton = ExportSkeleton(Ours(), "text/");
  CHECK(Has(skeleton, "#k-n-worse-arms"));
}

TEST_CASE("what a voice says so far is told, in its words, where the next step is needed",
          "[view][reply][bundled]") {
  const WhatIfModel model = BuildWhatIfModel(Ours(), Session());
  const ViewColumn* author = ColumnOf(model, "a-blog-author");
  REQUIRE(author != nullptr);
  CHECK(
      Has(author->reply,
          "(so far, in the words of the blog’s author: “US is already strengthening its ties with "
          "Taiwan”, A ¶11)"));
  // Of somebody who does not say so it is not said, and nobody is made to say that it goes on.
  const Told told("w: if ties -> aid\nv: ties-now\nw: noise\nnear ties-now to ties as earlier");
  CHECK_FALSE(Has(Ask(told, "w", "aid").words, "so far"));
  const Told says("w: if ties -> aid\nw: ties-now\nnear ties-now to ties as earlier");
  CHECK(Has(Ask(says, "w", "aid").words, "(so far, in the words of w: “ties-now”, "));
}

TEST_CASE("a voice that would only say which way is not said to answer how likely",
          "[view][reply]") {
  const Told way("w: raises tw -> aid");
  CHECK(Has(Ask(way, "w", "aid").words, "Says only which way, if “tw”"));
  const Told level("w: if tw -> aid, likely");
  CHECK(Has(Ask(level, "w", "aid").words, "Answers only if “tw”"));
  const Told counts("w: bearsOn asia -> aid");
  CHECK(Has(Ask(counts, "w", "aid").words, "Says only that it counts, if “asia”"));
  CHECK(Ask(counts, "w", "aid", "asia").words ==
        "Not how likely; counts, but which way is not said");
}

TEST_CASE("a push is as firm as its words, and a chain as its weakest link", "[view][reply]") {
  const Told one("w: raises tw -> aid, possible");
  CHECK(Ask(one, "w", "aid", "tw").words == "Which way, not how likely; possibly more likely");
  CHECK(Ask(one, "w", "aid", "!tw").words == "Which way, not how likely; possibly less likely");
  CHECK(Has(Why(one, "w", "aid", "tw"), "Possibly makes “aid” more likely."));
  const Told chain("w: raises far -> tw, likely\nw: raises tw -> aid");
  CHECK(Ask(chain, "w", "aid", "far").words == "Which way, not how likely; probably more likely");
  // What has no effect makes nothing firmer.
  const Told none("w: raises tw -> aid, possible\nw: noEffect dry -> aid");
  CHECK(Has(Ask(none, "w", "aid", "tw dry").words, "possibly more likely"));
  // Around a ring it is still as firm as the way that leads onto it.
  const Told ring(
      "w: raises far -> a, possible\nw: raises a -> b\nw: raises b -> a\nw: raises b -> aid");
  CHECK(Has(Ask(ring, "w", "aid", "far").words, "possibly more likely"));
  // One firm word for it makes it firm; the level of an "if" is no hedge on its push.
  const Told two("w: raises tw -> aid, possible\nw: raises nato -> aid");
  CHECK(Ask(two, "w", "aid", "tw nato").words == "Which way, not how likely; more likely");
  CHECK(Ask(Told("w: if tw -> aid, possible"), "w", "aid", "tw").words == "Possible; more likely");
}

TEST_CASE("a reason tells even if, a cause and whose reading it is as what they are",
          "[view][reply]") {
  const std::string even = Why(Told("w: evenIf pun -> aid, possible"), "w", "aid", "pun");
  CHECK(Has(even, "Even if “pun”: “aid”: possible."));
  CHECK(Has(even, "Need not change “aid”."));
  CHECK_FALSE(Has(even, "If “pun”, then"));
  CHECK_FALSE(Has(even, "no effect"));
  const std::string cause = Why(Told("w: explains attack -> line"), "w", "attack", "line");
  CHECK(Has(cause, "“attack”: its cause, if it comes. That it comes is not said."));
  const std::string mind = Why(Told("w imputes > us: aid, likely"), "w>us", "aid", "");
  CHECK(Has(mind, "So, “aid”: likely so, ascribed to us ("));
  CHECK_FALSE(Has(mind, "in the words of us"));
  CHECK(Has(Why(Told("w reports > us: aid, likely"), "w>us", "aid", ""), "in the words of us ("));
}

TEST_CASE("a link that the coders read in is told as read in", "[view][reply][bundled]") {
  const auto has = [](std::string_view sentence) {
    return std::any_of(Sentences().begin(), Sentences().end(),
                       [&](const std::string& one) { return Has(one, sentence); });
  };
  CHECK(
      has("Makes “China sends weapons to Russia” more likely. The link is read in by the coders."));
  CHECK(has("Which way is read in by the coders."));
}

TEST_CASE("conditions that change no voice's answer are folded, and change none",
          "[view][reply][bundled]") {
  const Library& library = Ours();
  Session session;
  session.state.as_list = true;
  const WhatIfModel model = BuildWhatIfModel(library, session);
  REQUIRE(model.groups.back().idle);
  std::vector<std::string> idle;
  for (const LeverRow& row : model.groups.back().rows) idle.push_back(row.id);
  REQUIRE_FALSE(idle.empty());
  session.state.as_list = false;
  CHECK(BuildWhatIfModel(library, session).groups.back().rows.empty());
  Dice dice(3);
  const PropositionId target = StartOutcome(library.dataset);
  Answers with, without;
  for (int round = 0; round < 10; ++round) {
    ViewState state = RandomState(library, &dice);
    without.Follow(library, target, ScenarioOf(library.dataset, state.on, state.off, false));
    const std::string lever = dice.Pick(idle);
    if (LeverOf(state, lever) != Lever::kOpen) continue;
    state.on.push_back(lever);
    with.Follow(library, target, ScenarioOf(library.dataset, state.on, state.off, false));
    INFO(lever);
    CHECK(ChangedReplies(library, &without, &with).empty());
  }
  // And whatever is offered as linked changes somebody's answer, by itself or beside what else one
  // of its links needs.
  for (const LeverGroup& group : model.groups) {
    if (group.idle) continue;
    for (const LeverRow& row : group.rows) {
      INFO(row.id);
      const PropositionId lever(library.dataset.Find(row.id).index);
      std::vector<ViewState> grounds(1);
      for (const Condition& link : library.dataset.conditions) {
        ViewState ground;
        bool names = false;
        for (const Literal literal : link.antecedents) {
          names = names || literal.proposition() == lever;
          if (literal.proposition() != lever)
            (literal.negated() ? ground.off : ground.on)
                .push_back(std::string(library.dataset[literal.proposition()].id));
        }
        if (names && link.antecedents.size() > 1) grounds.push_back(ground);
      }
      bool changes = false;
      for (const ViewState& ground : grounds) {
        without.Follow(library, target, ScenarioOf(library.dataset, ground.on, ground.off, false));
        for (const bool off : {false, true}) {
          ViewState state = ground;
          (off ? state.off : state.on).push_back(row.id);
          with.Follow(library, target, ScenarioOf(library.dataset, state.on, state.off, false));
          changes = changes || with.verdicts() != without.verdicts() ||
                    !ChangedReplies(library, &without, &with).empty();
        }
      }
      CHECK(changes);
    }
  }
}

TEST_CASE("a condition whose two steps no single voice holds takes two voices", "[view][reply]") {
  Library library(Say("w: raises far -> middle\nv: raises middle -> aid\nv: raises tw -> aid"));
  Session session;
  session.state.target = "aid";
  session.state.as_list = true;
  const WhatIfModel model = BuildWhatIfModel(library, session);
  std::string note;
  for (const LeverGroup& group : model.groups)
    for (const LeverRow& row : group.rows)
      if (row.id == "far") note = row.note;
  CHECK(Has(note, "two voices"));
}

TEST_CASE("who finds no evidence so far is told with that word, not as leaving it open",
          "[view][reply]") {
  Dataset dataset = Say("w: aid, uncommitted [evidence=no-evidence]\nx: aid, uncommitted");
  dataset.claims[0].given.add(Claim::kEvidence);
  const Library library(std::move(dataset));
  const Literal aid(PropositionId(library.dataset.Find("aid").index));
  const auto none = reason::MakeScenario(library.dataset, {}, false);
  REQUIRE(none.ok());
  std::string why[2];
  for (const reason::Answer& answer : reason::AskAll(library.dataset, library.views, aid, *none))
    why[library.dataset[library.views[answer.view].actor].id == "w" ? 0 : 1] =
        WhyText(library.dataset, library.views, answer, library.say);
  INFO(why[0] << why[1]);
  CHECK(Has(why[0], ": no evidence so far, in the words of "));
  CHECK(Has(why[0], "    No evidence so far: "));
  CHECK_FALSE(Has(why[0], "eft open"));
  CHECK(Has(why[1], ": left open by "));
  CHECK(Has(why[1], "    Left open: "));
}

TEST_CASE("one person named by a common noun has an article inside a sentence", "[view][reply]") {
  Dataset dataset = Say("w: aid");
  const auto inside = [&dataset](std::string_view name, ActorKind kind) {
    dataset.actors[0].name = dataset.arena.Keep(name);
    dataset.actors[0].kind = kind;
    return NameInside(dataset, ActorId(0), view::Say());
  };
  CHECK(inside("Chinese foreign ministry spokesman, May 2023", ActorKind::kPerson) ==
        "the Chinese foreign ministry spokesman, May 2023");
  for (const std::string_view name :
       {"Bashar al-Assad", "Joe Biden", "China’s neighbour", "writer", "Russian experts"})
    CHECK(inside(name, ActorKind::kPerson) == name);
  CHECK(inside("A writer", ActorKind::kPerson) == "a writer");
  CHECK(inside("US intelligence", ActorKind::kOrganisation) == "US intelligence");
}

TEST_CASE("no answer and no reason names an internal id", "[view][reply][bundled]") {
  for (const std::string& sentence : Sentences()) {
    INFO(sentence);
    for (const std::string_view prefix : {"c-n-", "c-b-", "k-n-", "k-b-", "p-n-", "p-b-"})
      CHECK_FALSE(Has(sentence, prefix));
  }
}

TEST_CASE("composed sentences are those that were read through", "[view][reply][golden]") {
  // proviso say data/china-military-aid.json > tests/golden/sentences.txt, then read what differs.
  std::string said;
  for (const std::string& sentence : Sentences()) said += sentence + "\n";
  CHECK(said == ReadFile("tests/golden/sentences.txt"));
}

}  // namespace proviso::test
