#include "core/views/questions/model.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/sort.h"
#include "core/state/change_words.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

constexpr std::size_t kAllEvidence = 300;

/// "Seven questions".
std::string CountTitle(const Say& say, std::size_t count) {
  constexpr std::array<std::string_view, 8> kLabels{
      "No questions",   "One question",   "Two questions", "Three questions",
      "Four questions", "Five questions", "Six questions", "Seven questions"};
  return count < kLabels.size() ? say(kLabels[count])
                                : say.Counted(count, "{0} question", "{0} questions");
}

bool KnowsAll(const Library& library, const ViewState& state) {
  for (const std::string_view id : NamedRecords(state))
    if (!library.dataset.Find(id)) return false;
  for (std::size_t i = 0; i < query::kFacetCount; ++i)
    for (const std::string& value : state.claims.filter.values[i])
      if (!library.facets.Knows(static_cast<query::Facet>(i), value)) return false;
  return true;
}

/// What kind of word a claim is.
std::string NoteOf(const Library& library, const Claim& claim) {
  if (claim.has_evidence()) return library.say(Label(claim.evidence));
  if (claim.act != Act::kAssertive) return library.say(Label(claim.act));
  return StrengthOf(library, claim).words;
}

std::string WhereWords(const Library& library, const ViewState& state) {
  const Say& say = library.say;
  std::vector<std::string> supposed;
  for (const std::string& id : state.on) supposed.push_back(say.Quoted(NameOfId(library, id)));
  for (const std::string& id : state.off)
    supposed.push_back(say("“{0}” off", {NameOfId(library, id)}));
  return say(supposed.empty() ? "Answered in {0}." : "Answered in {0}, supposing {1}.",
             {say(Label(state.view)), say.Join(supposed)});
}

Command ShowStep(const Dataset& dataset, QuestionId question) {
  return SetField{"step", std::string(dataset[question].id)};
}

EvidenceRow RowOf(const Library& library, const ViewState& state, ClaimId id) {
  const Claim& claim = library.dataset[id];
  EvidenceRow row;
  row.id = claim.id;
  row.holder = library.dataset[claim.holder()].name;
  row.gloss = GlossOf(library, claim);
  row.note = NoteOf(library, claim);
  row.refs = RefsOf(library, claim);
  row.selected = state.selection == claim.id;
  row.select = Select{row.id};
  row.open = OpenPlace{row.id};
  return row;
}

void AddEvidence(const Library& library, const ViewState& state, const ShownClaims& evidence,
                 QuestionsModel* model) {
  const std::size_t count = evidence.claims.size();
  model->evidence_title =
      library.say.Counted(count, "{0} claim behind this", "{0} claims behind this");
  const std::size_t most = state.as_list ? kAllEvidence : kEvidenceRows;
  for (std::size_t i = 0; i < count && i < most; ++i)
    model->evidence.push_back(RowOf(library, state, evidence.claims[i]));
  if (count > most) model->rest = library.say("and {0} more", {std::to_string(count - most)});
  if (count > kEvidenceRows)
    model->see = state.as_list
                     ? Action{"see", library.say("Show fewer"), SetField{"list", ""}, "", false}
                     : Action{"see", library.say("See these {0} claims", {std::to_string(count)}),
                              SetField{"list", "1"}, "", false};
}

}  // namespace

std::vector<QuestionId> QuestionsInOrder(const Dataset& dataset) {
  std::vector<QuestionId> order;
  for (std::uint32_t i = 0; i < dataset.questions.size(); ++i) order.emplace_back(i);
  const auto place = [&dataset](QuestionId id) { return dataset[id].tour - 1u; };  // 0: the last.
  SortList(&order, [&place](QuestionId a, QuestionId b) { return place(a) < place(b); });
  return order;
}

QuestionId ShownQuestion(const Dataset& dataset, const ViewState& state) {
  const RecordRef named = dataset.Find(state.step);
  if (named && named.table == Table::kQuestions) return QuestionId(named.index);
  const std::vector<QuestionId> order = QuestionsInOrder(dataset);
  return order.empty() ? QuestionId() : order.front();
}

ViewState StateOfQuestion(const Library& library, QuestionId question, const ViewState& now) {
  ViewState state = DecodeLink(library.dataset[question].state).state;
  state.text_percent = now.text_percent;
  state.step = library.dataset[question].id;
  return state;
}

bool CanOpen(const Library& library, QuestionId question) {
  const DecodedLink link = DecodeLink(library.dataset[question].state);
  return link.notices.empty() && KnowsAll(library, link.state);
}

QuestionsModel BuildQuestionsModel(const Library& library, const Session& session,
                                   const ShownClaims& evidence) {
  const Dataset& dataset = library.dataset;
  const ViewState& state = session.state;
  const Say& say = library.say;
  QuestionsModel model;
  const QuestionId shown = ShownQuestion(dataset, state);
  if (!shown) {
    model.title = say("Questions");
    model.empty =
        say(dataset.claims.empty() ? "Nothing is open. Open a dataset or load the example."
                                   : "This dataset brings no questions.");
    return model;
  }
  if (!state.step.empty() && !dataset.Find(state.step))
    model.unknown = say("This dataset has no question “{0}”; this is the first.", {state.step});
  const std::vector<QuestionId> order = QuestionsInOrder(dataset);
  std::size_t at = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const Question& question = dataset[order[i]];
    QuestionChoice choice;
    choice.id = question.id;
    choice.title = question.title;
    choice.number = question.tour;
    choice.shown = order[i] == shown;
    choice.show = ShowStep(dataset, order[i]);
    if (choice.shown) at = i;
    (question.tour != 0 ? model.tour : model.further).push_back(std::move(choice));
  }
  model.title = CountTitle(say, model.tour.empty() ? order.size() : model.tour.size());
  model.lead = say("A short walk through the case. Leave it anywhere: what you see stays.");

  const Question& question = dataset[shown];
  model.shown = question.id;
  model.heading = question.title;
  model.text = question.text;
  const std::size_t tour = model.tour.size();
  model.place = question.tour != 0
                    ? say("Question {0} of {1}", {std::to_string(at + 1), std::to_string(tour)})
                    : say("Further question {0} of {1}",
                          {std::to_string(at + 1 - tour), std::to_string(model.further.size())});
  if (at + 1 < order.size()) {
    const Question& next = dataset[order[at + 1]];
    model.next =
        Action{"next", say("Next: {0}", {next.title}), ShowStep(dataset, order[at + 1]), "", true};
  }
  if (at > 0) model.back = Action{"back", say("Back"), ShowStep(dataset, order[at - 1]), "", false};
  if (!CanOpen(library, shown) || evidence.claims.empty()) {
    model.unanswered = say("This dataset has no answer to this question.");
    model.text.clear();
    return model;
  }
  const ViewState there = StateOfQuestion(library, shown, state);
  model.where = WhereWords(library, there);
  model.go = Action{"go", say("Go there: {0}", {say(Label(there.view))}), SetState{there}, "",
                    !model.next.has_value()};
  AddEvidence(library, state, evidence, &model);
  return model;
}

}  // namespace proviso::view
