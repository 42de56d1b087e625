#include "core/state/copy_check.h"

#include <algorithm>
#include <cmath>

#include "core/base/sort.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

using locate::Finding;
using locate::Verdict;

constexpr std::size_t kPlacesAtMost = 6;

const Judgement* JudgementOf(const Library& library, const Session& session, const Copy& copy,
                             PassageId passage) {
  const auto at = session.judgements.find(std::string(library.dataset[passage].id));
  return at != session.judgements.end() && at->second.copy == copy.number ? &at->second : nullptr;
}

std::string ParagraphWords(const Copy& copy, const locate::Place& place) {
  return "¶" + std::to_string(copy.ParagraphAt(place.start));
}

std::string Times(const Say& say, std::size_t count) {
  return count == 2 ? say("twice") : say.Counted(count, "{0} time", "{0} times");
}

/// "7 of 8 marks agree"
std::string MarksWords(const Library& library, PassageId passage, const Finding& finding) {
  const std::size_t marks = library.dataset[passage].sketch.size();
  const auto agree =
      static_cast<std::size_t>(std::lround(finding.share * static_cast<double>(marks)));
  const Say& say = library.say;
  return say(agree == 1 ? "{0} of {1} agrees" : "{0} of {1} agree",
             {std::to_string(agree), say.Counted(marks, "{0} mark", "{0} marks")});
}

/// From what needs a person most to what needs none.
int Rank(CheckState state) {
  switch (state) {
    case CheckState::kAltered:
      return 0;
    case CheckState::kAmbiguous:
      return 1;
    case CheckState::kMissing:
      return 2;
    case CheckState::kRejected:
      return 3;
    case CheckState::kUnchecked:
      return 4;
    case CheckState::kAccepted:
      return 5;
    case CheckState::kChosen:
      return 6;
    case CheckState::kMoved:
      return 7;
    case CheckState::kFound:
      break;
  }
  return 8;
}

PassageCheck Judged(const Say& say, const Copy& copy, const Finding& finding,
                    const Judgement& judgement, PassageCheck check) {
  switch (judgement.verdict) {
    case Acceptance::kSameSense:
      return {CheckState::kAccepted, say("Other words; you accepted them as the same sense"),
              false};
    case Acceptance::kNotTheSame:
      return {CheckState::kRejected, say("Other words; not the same sense, you said"), false};
    case Acceptance::kThisPlace:
      if (judgement.place < finding.places.size())
        return {CheckState::kChosen,
                say("Found {0}; you chose the one in {1}",
                    {Times(say, finding.places.size()),
                     ParagraphWords(copy, finding.places[judgement.place])}),
                false};
      break;
    case Acceptance::kNone:
      break;
  }
  return check;
}

}  // namespace

std::string_view Label(CheckState state) {
  constexpr std::array<std::string_view, 9> kLabels{
      "not checked", "found",         "moved",           "ambiguous",   "altered?",
      "missing",     "chosen by you", "accepted by you", "not the same"};
  return kLabels[static_cast<std::size_t>(state)];
}

const Copy* CopyOf(const Library& library, const Session& session, PassageId passage) {
  if (session.copies.by_document.empty()) return nullptr;
  const auto at = session.copies.by_document.find(
      std::string(library.dataset[library.dataset[passage].document].id));
  return at == session.copies.by_document.end() ? nullptr : at->second.get();
}

PassageCheck CheckOf(const Library& library, const Session& session, PassageId passage) {
  const Say& say = library.say;
  const Copy* copy = CopyOf(library, session, passage);
  if (copy == nullptr) return {CheckState::kUnchecked, say("Not checked: load your copy"), false};
  PassageCheck check;
  const Finding* finding = copy->Find(passage);
  if (finding == nullptr) return check;
  switch (finding->verdict) {
    case Verdict::kUnchecked:
      return {CheckState::kUnchecked, say("Not checked: too short to seek in so long a copy"),
              false};
    case Verdict::kFound:
      return {CheckState::kFound, say("Found, letter for letter"), false};
    case Verdict::kMoved:
      return {CheckState::kMoved,
              say("Same words, now in {0}", {ParagraphWords(*copy, finding->places[0])}), false};
    case Verdict::kMissing:
      return {CheckState::kMissing, say("Not in your copy"), true};
    case Verdict::kAmbiguous:
      check = {CheckState::kAmbiguous,
               say("Found {0}. Which one?", {Times(say, finding->places.size())}), true};
      break;
    case Verdict::kAltered:
      check = {CheckState::kAltered,
               say("The wording is not the coder’s. {0}. Read it before you accept it.",
                   {MarksWords(library, passage, *finding)}),
               true};
      break;
  }
  const Judgement* judgement = JudgementOf(library, session, *copy, passage);
  return judgement == nullptr ? check : Judged(say, *copy, *finding, *judgement, std::move(check));
}

PassageCheck CheckOf(const Library& library, const Session& session, const Claim& claim) {
  PassageCheck worst;
  bool first = true;
  for (const PassageId passage : claim.passages) {
    PassageCheck check = CheckOf(library, session, passage);
    if (first || Rank(check.state) < Rank(worst.state)) worst = std::move(check);
    first = false;
  }
  return worst;
}

void Count(CheckState state, std::vector<StateCount>* counts) {
  for (StateCount& count : *counts)
    if (count.state == state) {
      ++count.count;
      return;
    }
  counts->push_back({state, 1, {}});
}

void FinishCounts(const Say& say, std::vector<StateCount>* counts) {
  SortList(counts, [](const StateCount& a, const StateCount& b) { return a.state < b.state; });
  for (StateCount& count : *counts)
    count.words =
        say("{0} {1}##number, state", {std::to_string(count.count), say(Label(count.state))});
}

DocumentId ShownDocument(const Dataset& dataset, const ViewState& state) {
  const RecordRef named = dataset.Find(state.document);
  return named && named.table == Table::kDocuments ? DocumentId(named.index) : DocumentId(0);
}

std::string TotalsWords(const Library& library, const Session& session, DocumentId document) {
  std::vector<StateCount> counts;
  for (const PassageId passage : library.index.passages_of_document[document])
    Count(CheckOf(library, session, passage).state, &counts);
  const Say& say = library.say;
  FinishCounts(say, &counts);
  std::string words;
  for (const StateCount& count : counts) words = say.Chain(Key("{0}, {1}"), {words, count.words});
  if (words.empty()) words = say("nothing is coded in it");
  return say(words.back() == '?' ? "Your copy of text {0}: {1}" : "Your copy of text {0}: {1}.",
             {LetterOf(document), words});
}

std::string NextProblem(const Library& library, const Session& session) {
  const Dataset& dataset = library.dataset;
  if (dataset.documents.empty()) return {};
  const auto passages = library.index.passages_of_document[ShownDocument(dataset, session.state)];
  const RecordRef selected = dataset.Find(session.state.selection);
  std::size_t from = 0;
  if (selected) {
    const PassageId here = FirstPassage(library, selected);
    const auto at = std::find(passages.begin(), passages.end(), here);
    if (at != passages.end()) from = static_cast<std::size_t>(at - passages.begin()) + 1;
  }
  for (std::size_t i = 0; i < passages.size(); ++i) {
    const PassageId passage = passages[(from + i) % passages.size()];
    if (CheckOf(library, session, passage).problem) return std::string(dataset[passage].id);
  }
  return {};
}

bool MayJudge(const Library& library, const Session& session, PassageId passage, Acceptance verdict,
              std::uint32_t place) {
  const Copy* copy = CopyOf(library, session, passage);
  const Finding* finding = copy == nullptr ? nullptr : copy->Find(passage);
  if (finding == nullptr) return false;
  switch (verdict) {
    case Acceptance::kNone:
      return true;
    case Acceptance::kThisPlace:
      return finding->verdict == Verdict::kAmbiguous && place < finding->places.size();
    default:
      return finding->verdict == Verdict::kAltered;
  }
}

std::optional<CheckQuestion> QuestionOf(const Library& library, const Session& session,
                                        PassageId passage) {
  const Copy* copy = CopyOf(library, session, passage);
  const Finding* finding = copy == nullptr ? nullptr : copy->Find(passage);
  if (finding == nullptr) return std::nullopt;
  const std::string id(library.dataset[passage].id);
  const PassageCheck check = CheckOf(library, session, passage);
  const Say& say = library.say;
  CheckQuestion question;
  question.state = check.state;
  const Action back{"take-back", say("Take it back"), AcceptPassage{id, Acceptance::kNone, 0}, "",
                    false};
  switch (check.state) {
    case CheckState::kAltered:
      question.title = say("Altered? The wording is not the coder’s");
      question.words =
          say("{0}, in {1} of your copy. A single “not” can do that. Read it before you accept it.",
              {MarksWords(library, passage, *finding), ParagraphWords(*copy, finding->places[0])});
      question.actions = {{"show", say("Show"), ShowCopy{true, id}, "", false},
                          {"same-sense", say("Same sense"),
                           AcceptPassage{id, Acceptance::kSameSense, 0}, "", false},
                          {"not-the-same", say("Not the same"),
                           AcceptPassage{id, Acceptance::kNotTheSame, 0}, "", false}};
      return question;
    case CheckState::kAmbiguous:
      question.title = check.words;
      question.words = say("The same words stand in several places of your copy.");
      question.actions = {{"show", say("Show"), ShowCopy{true, id}, "", false}};
      for (std::uint32_t i = 0; i < finding->places.size() && i < kPlacesAtMost; ++i)
        question.actions.push_back(
            {"place-" + std::to_string(i + 1),
             say("The one in {0}", {ParagraphWords(*copy, finding->places[i])}),
             AcceptPassage{id, Acceptance::kThisPlace, i}, "", false});
      return question;
    case CheckState::kAccepted:
    case CheckState::kRejected:
    case CheckState::kChosen:
      question.title = check.words;
      question.actions = {{"show", say("Show"), ShowCopy{true, id}, "", false}, back};
      return question;
    default:
      return std::nullopt;
  }
}

}  // namespace proviso::view
