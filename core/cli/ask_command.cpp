// proviso ask: what each holder's words imply on one outcome, once something is supposed.

#include "core/cli/ask_command.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "core/base/safe_text.h"
#include "core/cli/columns.h"
#include "core/cli/messages.h"
#include "core/cli/open.h"
#include "core/reason/answer.h"
#include "core/reason/scenario.h"
#include "core/voice/answer_words.h"
#include "core/voice/order.h"
#include "core/voice/phrases.h"
#include "core/voice/reply.h"
#include "core/voice/tense.h"
#include "core/voice/voice.h"
#include "core/wire/answer_json.h"
#include "core/words/labels.h"

namespace proviso::cli {
namespace {

/// The literal that a word names, or a refusal that also names the nearest proposition.
Result<Literal> ReadWord(const Dataset& dataset, const std::string& word) {
  Result<Literal> literal = reason::ReadLiteral(dataset, word);
  if (literal.ok()) return literal;
  std::vector<std::string> ids;
  for (const Proposition& proposition : dataset.propositions) ids.emplace_back(proposition.id);
  Problem problem = literal.problems().front();
  const std::string nearest = Nearest(word.substr(word.rfind('!') + 1), ids);
  if (!nearest.empty())
    problem.remedy = "Did you mean " + view::Quoted(nearest) + "? " + problem.remedy;
  return problem;
}

Result<reason::Scenario> ReadScenario(const Dataset& dataset, const AskOptions& options) {
  std::vector<Literal> supposed;
  std::vector<Problem> problems;
  const auto read = [&](const std::vector<std::string>& words, bool negate) {
    for (const std::string& word : words) {
      const Result<Literal> literal = ReadWord(dataset, word);
      if (!literal.ok()) {
        problems.push_back(literal.problems().front());
      } else {
        supposed.push_back(negate ? !*literal : *literal);
      }
    }
  };
  read(options.suppose, false);
  read(options.suppose_not, true);
  if (!problems.empty()) return problems;
  return reason::MakeScenario(dataset, supposed, options.strict);
}

/// What the answers speak of: the outcome, also where its negation is asked about.
std::string Heading(const view::Speech& in, Literal target) {
  const std::string outcome =
      "answer on " + view::Statement(in.dataset, Literal(target.proposition()), in.say);
  if (!target.negated()) return outcome;
  return outcome + ", asked as " + view::Statement(in.dataset, target, in.say);
}

/// A line for each view: what it answers, in the words of the explorer.
void PrintTable(const view::Speech& in, Literal target, const std::vector<reason::Answer>& answers,
                const reason::Scenario& scenario, const Console& console) {
  Columns rows({"view", Heading(in, target)});
  for (const reason::Answer& answer : answers) {
    std::string path;
    for (const ActorId actor : PathOf(in.views, answer.view))
      path += (path.empty() ? "" : ">") + std::string(in.dataset[actor].id);
    rows.Add({path, view::ReplyOf(in, answer, scenario).words});
  }
  rows.Print(console);
}

/// Those that answer first and last those that never speak of it; among each kind authors before
/// whom they quote and before hearsay, and there the firmer first; then as they were, by path.
void PutAnswersFirst(const view::Speech& in, const reason::Scenario& scenario,
                     std::vector<reason::Answer>* answers) {
  using Place = std::tuple<int, view::Distance, view::ReplyKind>;
  std::vector<std::pair<Place, reason::Answer>> ranked;
  for (reason::Answer& answer : *answers) {
    const view::ReplyKind kind = view::ReplyOf(in, answer, scenario).kind;
    int group = 0;
    if (kind == view::ReplyKind::kOneMore) group = 1;
    // What has been is near the matter: who speaks of it is not silent.
    if (kind == view::ReplyKind::kNothing) group = answer.near.empty() ? 3 : 2;
    ranked.emplace_back(Place(group, view::DistanceOf(in.views[answer.view]), kind),
                        std::move(answer));
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  answers->clear();
  for (auto& [place, answer] : ranked) answers->push_back(std::move(answer));
}

/// Which letter stands for which text, where places are told by letters.
void PrintLetters(const Dataset& dataset, const Console& console) {
  for (std::uint32_t i = 0; i < dataset.documents.size(); ++i)
    console.out(view::LetterOf(DocumentId(i)) + " = " +
                VisibleText(view::Quoted(dataset.documents[i].title)) + "\n");
}

/// One line for each lever that, turned once, would change the verdict.
void PrintChanges(const Dataset& dataset, const reason::Views& views, reason::ViewIndex view,
                  Literal target, const reason::Scenario& scenario, const Console& console) {
  const auto changes = view::ChangeLines(dataset, views, view, target, scenario);
  console.out("  What would change it\n");
  if (changes.empty()) console.out("    No single condition.\n");
  for (const view::ChangeLine& change : changes)
    console.out("    " + change.words + ": " + change.then + "\n");
}

}  // namespace

int RunAsk(const AskOptions& options, const Console& console) {
  const Opened<Dataset> opened = OpenDataset(options.common, console);
  if (!opened.value) return opened.exit_code;
  const Dataset& dataset = *opened.value;
  const Result<Literal> target = ReadWord(dataset, options.target);
  if (!target.ok()) return Refuse(console, target.problems()[0], options.common.json);
  const Result<reason::Scenario> scenario = ReadScenario(dataset, options);
  if (!scenario.ok()) {
    Tell(console, scenario.problems(), options.common.json);
    return kCallAtFault;
  }
  const reason::Views views = reason::BuildViews(dataset);
  std::vector<reason::Answer> answers;
  if (!options.view) {
    answers = reason::AskAll(dataset, views, *target, *scenario);
  } else {
    const auto view = reason::FindView(dataset, views, *options.view);
    if (!view.ok()) return Refuse(console, view.problems()[0], options.common.json);
    answers.push_back(reason::Ask(dataset, views, *view, *target, *scenario));
  }
  if (options.common.json) {
    Print(console, Json::parse(view::AnswersJson(dataset, views, answers, *scenario)));
    return kFine;
  }
  const std::vector<Tense> tenses = view::TensesOf(dataset);
  const view::Say say;
  const view::Speech in{dataset, views, tenses, say};
  PutAnswersFirst(in, *scenario, &answers);
  if (!options.why) {
    PrintTable(in, *target, answers, *scenario, console);
    return kFine;
  }
  PrintLetters(dataset, console);
  for (std::size_t i = 0; i < answers.size(); ++i) {
    console.out("\n" + VisibleText(view::WhyText(dataset, views, answers[i])));
    if (options.view) PrintChanges(dataset, views, answers[i].view, *target, *scenario, console);
  }
  return kFine;
}

}  // namespace proviso::cli
