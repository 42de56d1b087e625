#include <algorithm>
#include <utility>

#include "core/author/begin.h"
#include "core/base/safe_text.h"
#include "core/state/coded_text.h"
#include "core/state/update_author.h"

namespace proviso::view {

void BeginUpdater::operator()(const TypeBegin& command) const {
  if (!session.beginning.shown) return;
  session.beginning.words[static_cast<std::size_t>(command.field)] = command.words;
  session.beginning.problem.clear();
  if (command.field != BeginField::kText || command.words.empty()) return;
  if (command.words.compare(0, 5, "%PDF-") == 0) {
    session.beginning.words[static_cast<std::size_t>(BeginField::kText)].clear();
    session.beginning.problem = say()(
        "A PDF is not read here: it holds pages, not words in their order. Open it, mark all, "
        "copy, and paste the words here; or make a text of it: pdftotext FILE.");
    session.announcement = session.beginning.problem;
    return;
  }
  // What is pasted is text; a file may be of another encoding.
  const Result<locate::ReaderText> text = locate::ReadText(command.words);
  if (text.ok()) return;
  session.beginning.words[static_cast<std::size_t>(BeginField::kText)].clear();
  const Problem& problem = text.problems().front();
  session.beginning.problem =
      say()("{0} {1}##sentences", {VisibleText(problem.rule), VisibleText(problem.remedy)});
  session.announcement = session.beginning.problem;
}

void BeginUpdater::operator()(const BeginProject&) const {
  Beginning& beginning = session.beginning;
  if (beginning.adding) return AddText();
  const auto taken = [&](const std::string& id) {
    return id == dataset().info.id ||
           std::any_of(session.works.begin(), session.works.end(),
                       [&](const KeptWork& work) { return work.key == id; });
  };
  const Result<Begun> begun = BeginDataset(beginning.words, say(), taken);
  if (!begun) {
    const Problem& problem = begun.problems().front();
    beginning.problem =
        say()("{0} {1}##sentences", {VisibleText(problem.rule), VisibleText(problem.remedy)});
    session.announcement = beginning.problem;
    return;
  }
  session.coding.coder = begun->coder;
  const std::string text = beginning.words[static_cast<std::size_t>(BeginField::kText)];
  beginning = {};
  effects.push_back({Effect::Kind::kBegin, begun->bytes, begun->document, text});
}

void BeginUpdater::AddText() const {
  Beginning& beginning = session.beginning;
  const Result<AddedText> added = AddDocument(library, beginning.words);
  if (!added) {
    const Problem& problem = added.problems().front();
    beginning.problem =
        say()("{0} {1}##sentences", {VisibleText(problem.rule), VisibleText(problem.remedy)});
    session.announcement = beginning.problem;
    return;
  }
  const std::string text = beginning.words[static_cast<std::size_t>(BeginField::kText)];
  EditRequest request;
  // What is being written about another text is kept as a draft.
  request.steps = CodeUpdater{*this}.DraftSteps(true);
  request.steps.insert(request.steps.end(), added->steps.begin(), added->steps.end());
  request.done = say()("a text added");
  request.after = EditRequest::After::kTextAdded;
  request.record = added->document;
  FormUpdater{*this}.Send(std::move(request));
  effects.push_back({Effect::Kind::kOwnText, "keep", added->document, text});
}

void BeginUpdater::AddQuoting(const std::string& quoting, std::vector<edit::Step>* made) const {
  const RecordRef record = dataset().Find(session.editing.record);
  if (!record || record.table != Table::kDocuments) return;
  const DocumentId document(record.index);
  const Quoting next = ParseWord<Quoting>(quoting).value_or(Quoting::kNone);
  const CopyPtr copy = CodedCopy(library, session, document);
  std::optional<CodeText> text;
  if (copy != nullptr) text = ReadCoded(library, document, *copy);
  // Taken away before the document forbids them, put there once it allows them: all is one step.
  for (const PassageId id : library.index.passages_of_document[document]) {
    const Passage& passage = dataset()[id];
    if (next == Quoting::kNone && !passage.quote.empty())
      made->push_back(edit::Set{std::string(passage.id), "/quote", {}});
    if (next != Quoting::kNone && passage.quote.empty() && text)
      made->push_back(
          edit::Set{std::string(passage.id), "/quote",
                    io::JsonValue(text->WordsAt({passage.start, passage.end})).Write()});
  }
  const std::string of(dataset()[document].id);
  const bool held = !dataset()[document].text.content.empty();
  if (next != Quoting::kAll && held) made->push_back(edit::Set{of, "/text/content", {}});
  if (next == Quoting::kNone && !made->empty())
    Note(say()(
        "The words of this text are taken out of the dataset as well. Undo brings them back."));
  if (next == Quoting::kAll && !held && text)
    made->push_back(
        edit::Set{of, "/text/content", ContentOf(text->text, text->paragraphs).Write()});
}

}  // namespace proviso::view
