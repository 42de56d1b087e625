#include "core/state/update_copies.h"

#include <utility>

#include "core/state/copy_check.h"
#include "core/state/update_state.h"
#include "core/voice/voice.h"

namespace proviso::view {

void CopiesUpdater::operator()(const AcceptPassage& command) const {
  const RecordRef record = dataset().Find(command.passage);
  if (!record || record.table != Table::kPassages) return;
  const PassageId passage(record.index);
  if (!MayJudge(library, session, passage, command.verdict, command.place)) return;
  Judgements next = session.judgements;
  if (command.verdict == Acceptance::kNone)
    next.erase(command.passage);
  else
    next[command.passage] = {CopyOf(library, session, passage)->number, command.verdict,
                             command.place};
  if (next == session.judgements) return;
  steps.Judge(std::move(next),
              say()("{0}: {1}", {RefOf(library, passage).words, say()(Label(command.verdict))}));
}

void CopiesUpdater::ShowTaken(std::optional<DocumentId> taken) const {
  const std::optional<OfferedCopy>& offered = session.copies.offered;
  ViewState next = session.state;
  std::string document = offered ? offered->document : std::string();
  if (taken) document = dataset()[*taken].id;
  // What is shown anyway needs no name in the link.
  if (!document.empty() &&
      (dataset().documents.empty() || document != dataset()[ShownDocument(dataset(), next)].id))
    next.document = std::move(document);
  if (taken || offered) next.view = ViewId::kSources;
  steps.Change(std::move(next));
  if (taken) {
    session.announcement = TotalsWords(library, session, *taken);
    effects.push_back({Effect::Kind::kHoldCopy, "here", std::string(dataset()[*taken].id)});
  }
  if (offered) session.announcement = offered->problem;
  if (taken) session.scroll.erase("stage");
}

void CopiesUpdater::operator()(const OfferCopy& command) const {
  if (!command.again) return ShowTaken(TakeCopy(library, command, &session.copies));
  const RecordRef record = dataset().Find(command.document);
  const auto had = session.copies.by_document.find(command.document);
  if (!record || record.table != Table::kDocuments ||
      (had != session.copies.by_document.end() && had->second->report.same_text))
    return;
  const std::optional<OfferedCopy> asked = session.copies.offered;
  std::optional<DocumentId> taken = TakeCopy(library, command, &session.copies);
  if (!taken) taken = AnswerOffer(library, CopyAnswer::kKeep, &session.copies);
  session.copies.offered = asked;
  if (taken) effects.push_back({Effect::Kind::kHoldCopy, "here", command.document});
}

void CopiesUpdater::operator()(const AnswerCopy& command) const {
  const bool asked = session.copies.offered.has_value();
  const auto taken = AnswerOffer(library, command.answer, &session.copies);
  if (asked && (taken || session.copies.offered)) ShowTaken(taken);
}

void CopiesUpdater::operator()(const DropCopy& command) const {
  if (session.copies.by_document.erase(command.document) == 0) return;
  session.copies.shown = false;
  session.scroll.erase("stage");
  session.announcement = say()("Your copy is taken away.");
  effects.push_back({Effect::Kind::kHoldCopy, {}, command.document});
}

void CopiesUpdater::operator()(const ShowCopy& command) const {
  if (session.copies.shown != command.shown) session.scroll.erase("stage");
  session.copies.shown = command.shown;
  session.coding.shown = false;
  if (!command.passage.empty()) StateUpdater{*this}(OpenPlace{command.passage});
}

}  // namespace proviso::view
