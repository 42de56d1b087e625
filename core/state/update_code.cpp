#include <algorithm>
#include <utility>

#include "core/edit/hedges.h"
#include "core/edit/line.h"
#include "core/edit/make_id.h"
#include "core/state/coded_text.h"
#include "core/state/copy_check.h"
#include "core/state/update_author.h"

namespace proviso::view {
namespace {

constexpr std::size_t Index(CodeField field) { return static_cast<std::size_t>(field); }

/// The text that is coded, read anew; none: nothing is.
struct CodedText {
  CopyPtr copy;
  CodeText text;
  explicit operator bool() const { return copy != nullptr; }
};

CodedText ShownText(const Updating& with) {
  CodedText shown{CodedCopy(with.library, with.session), {}};
  if (shown)
    shown.text =
        ReadCoded(with.library, ShownDocument(with.dataset(), with.session.state), *shown.copy);
  return shown;
}

bool IsHere(const Updating& with) { return IsMarkedShown(with.library, with.session); }

/// Something is written, and about the shown text.
bool Writes(const Updating& with) { return with.session.coding.writing && IsHere(with); }

std::string TextLanguage(const Updating& with) {
  return std::string(with.dataset()[ShownDocument(with.dataset(), with.session.state)].language);
}

/// What the marked words propose, in the fields that the coder has not touched.
void Propose(const Updating& with, const CodeText& text) {
  Coding& coding = with.session.coding;
  if (!coding.mark || !IsHere(with)) return;
  const std::string words = text.WordsAt(*coding.mark);
  CodeLine& who = coding.lines[Index(CodeField::kWho)];
  if (!who.own)
    who.taken = ProposeWho(with.library, ShownDocument(with.dataset(), with.session.state), words);
  CodeLine& firm = coding.lines[Index(CodeField::kFirm)];
  if (firm.own) return;
  const edit::LevelProposal level = edit::ProposeLevel(words, TextLanguage(with));
  firm.taken = level.modality ? std::string(Word(*level.modality)) : std::string();
  coding.hedges = level.modality ? level.cues : std::vector<std::string>();
}

/// Nothing is written any more; the mark stays.
void Close(Session& session) {
  Coding& coding = session.coding;
  coding.writing = false;
  coding.lines = {};
  coding.problems = {};
  coding.hedges.clear();
  coding.more.clear();
  coding.draft.clear();
  coding.match = 0;
}

/// True if something is written that would be lost.
bool Written(const Coding& coding) {
  if (!coding.draft.empty()) return true;
  return std::any_of(coding.lines.begin(), coding.lines.end(), [](const CodeLine& line) {
    return line.own && !(line.taken.empty() && line.typed.empty());
  });
}

/// What is written as a draft, of whichever text; without steps where nothing is. `places`: with
/// the words that are marked.
ClaimSteps DraftOf(const Updating& with, bool places = true) {
  const Session& session = with.session;
  const std::optional<DocumentId> document = MarkedDocument(with.library, session);
  const CopyPtr copy = document ? CodedCopy(with.library, session, *document) : nullptr;
  if (copy == nullptr || !session.coding.writing || !Written(session.coding)) return {};
  ClaimLines lines = LinesOf(with.library, session);
  if (!places) lines.places.clear();
  return MakeDraft(with.library, ReadCoded(with.library, *document, *copy), lines);
}

/// What is written is kept while something else is gone on with.
void LayAside(const Updating& with) {
  ClaimSteps made = DraftOf(with);
  if (!made.steps.empty()) {
    EditRequest request;
    request.steps = std::move(made.steps);
    request.done = with.say()("draft {0} kept", {made.id});
    FormUpdater{with}.Send(std::move(request));
  }
  Close(with.session);
}

void Mark(const Updating& with, const CodeText& text, locate::Place place, bool from_end = false) {
  Coding& coding = with.session.coding;
  const Text& shown = with.dataset()[ShownDocument(with.dataset(), with.session.state)].id;
  if (coding.document != shown) LayAside(with);
  if (!IsHere(with)) coding.more.clear();
  coding.document = shown;
  coding.from_end = from_end;
  coding.mark = place;
  if (coding.writing) Propose(with, text);
  with.session.announcement = with.say()("Marked: {0}.", {with.say().Quoted(text.WordsAt(place))});
}

/// The field that is written in is brought into sight with what its words may mean.
void ShowField(Session& session) { session.scroll.erase("dock"); }

/// Back to the sentence in which the mark begins.
void FocusText(const Updating& with) {
  const CodedText shown = ShownText(with);
  const auto& mark = with.session.coding.mark;
  const auto at =
      shown && mark && IsHere(with) ? SentenceAt(shown.text, mark->start) : std::nullopt;
  with.session.focus = at ? "code/s/" + std::to_string(*at) : std::string();
}

}  // namespace

std::string_view CodeItem(CodeField field) {
  constexpr std::array<std::string_view, kCodeFieldCount> kItems{"code/who", "code/about",
                                                                 "code/firm", "code/words"};
  return kItems[Index(field)];
}

void CodeUpdater::operator()(const MarkStretch& command) const {
  const CodedText shown = ShownText(*this);
  if (!shown) return;
  if (const auto mark = MarkBetween(shown.text, command.start, command.end))
    Mark(*this, shown.text, *mark);
}

void CodeUpdater::operator()(const MarkSentence& command) const {
  const CodedText shown = ShownText(*this);
  if (!shown) return;
  if (const auto at = SentenceAt(shown.text, command.at))
    Mark(*this, shown.text, shown.text.sentences[*at]);
}

void CodeUpdater::operator()(const StepSentence& command) const {
  const CodedText shown = ShownText(*this);
  if (!shown || shown.text.sentences.empty()) return;
  const std::vector<bool> coded =
      CodedSentences(library, ShownDocument(dataset(), session.state), shown.text);
  const auto& mark = session.coding.mark;
  const auto size = static_cast<std::ptrdiff_t>(coded.size());
  std::ptrdiff_t at = command.by > 0 ? -1 : size;
  if (mark && IsHere(*this)) {
    at = static_cast<std::ptrdiff_t>(*SentenceAt(shown.text, mark->start));
  }
  for (std::ptrdiff_t step = 0; step < size; ++step) {
    at = (at + (command.by > 0 ? 1 : -1) + size) % size;
    const auto index = static_cast<std::size_t>(at);
    if (command.uncoded && coded[index]) continue;
    session.scroll.erase("stage");  // It is brought into sight.
    Mark(*this, shown.text, shown.text.sentences[index]);
    if (!Writes(*this)) session.focus = "code/s/" + std::to_string(index);
    return;
  }
  session.announcement = say()("Every sentence of this text is coded.");
}

void CodeUpdater::operator()(const MoveMark& command) const {
  const CodedText shown = ShownText(*this);
  if (!shown || !session.coding.mark || !IsHere(*this)) return;
  Mark(*this, shown.text,
       MovedMark(shown.text, *session.coding.mark, command.end, command.unit, command.by),
       !command.end);
}

void CodeUpdater::operator()(const DropMark&) const {
  if (!IsHere(*this)) return;
  if (Written(session.coding)) return (*this)(KeepDraft{});
  Close(session);
  session.coding.mark.reset();
}

void CodeUpdater::operator()(const BeginClaim&) const {
  const CodedText shown = ShownText(*this);
  if (!shown) return;
  if (!session.coding.mark || !IsHere(*this)) (*this)(StepSentence{1, true});
  if (!session.coding.mark || !IsHere(*this)) return;
  if (!session.coding.writing) Close(session);  // Of what went on in another tab something is left.
  session.coding.writing = true;
  Propose(*this, shown.text);
  (*this)(FocusCode{CodeField::kWho});
}

void CodeUpdater::operator()(const AddPassage&) const {
  Coding& coding = session.coding;
  if (!Writes(*this) || !coding.mark) return;
  coding.more.push_back(*coding.mark);
  session.announcement = say()("These words are kept. Mark the further ones.");
}

void CodeUpdater::operator()(const FocusCode& command) const {
  Coding& coding = session.coding;
  if (!Writes(*this)) return;
  coding.field = command.field;
  coding.match = 0;
  ShowField(session);
  session.focus = CodeItem(command.field);
}

void CodeUpdater::operator()(const SetCodeField& command) const {
  Coding& coding = session.coding;
  if (!Writes(*this)) return;
  CodeLine& line = coding.lines[Index(command.field)];
  line.own = true;
  coding.problems[Index(command.field)].clear();
  coding.match = 0;
  coding.field = command.field;
  if (command.field == CodeField::kFirm) {
    if (line.taken != command.words) coding.hedges.clear();
    line.taken = command.words;
    // The cue stays if what it proposed was chosen.
    if (!coding.mark) return;
    const CodedText shown = ShownText(*this);
    if (!shown) return;
    const edit::LevelProposal level =
        edit::ProposeLevel(shown.text.WordsAt(*coding.mark), TextLanguage(*this));
    if (level.modality && Word(*level.modality) == command.words) coding.hedges = level.cues;
    return;
  }
  line.typed = command.words;
  if (command.field != CodeField::kWords) ShowField(session);
}

void CodeUpdater::operator()(const TakeMatch& command) const {
  Coding& coding = session.coding;
  if (!Writes(*this) || command.field == CodeField::kFirm) return;
  CodeLine& line = coding.lines[Index(command.field)];
  line.own = true;
  coding.problems[Index(command.field)].clear();
  coding.match = 0;
  // In the place of the last part of what is typed; keywords before it stay.
  const Names names(library, coding.coder);
  const std::vector<LinePart> parts = PartsOf(command.field, line.typed, names.known());
  std::string before;
  if (!parts.empty())
    before = line.typed.substr(0, parts.back().keyword ? parts.back().end : parts.back().begin);
  if (command.words == line.typed) before.clear();  // All of it, whatever it holds.
  const std::string_view joint = command.field == CodeField::kWho ? " > " : " ";
  const auto add = [&](std::string_view words) {
    words = edit::Trimmed(words);
    if (words.empty()) return;
    if (!line.taken.empty()) line.taken += joint;
    line.taken += words;
  };
  if (command.field == CodeField::kWho && !before.empty() && edit::Trimmed(before).back() == '>')
    before = edit::Trimmed(before).substr(0, edit::Trimmed(before).size() - 1);
  add(before);
  add(command.words);
  line.typed.clear();
  coding.field = command.field;
  ShowField(session);
}

void CodeUpdater::operator()(const TakeBack& command) const {
  CodeLine& line = session.coding.lines[Index(command.field)];
  if (!line.typed.empty() || line.taken.empty() || command.field == CodeField::kFirm) return;
  const Names names(library, session.coding.coder);
  const std::vector<LinePart> parts = PartsOf(command.field, line.taken, names.known());
  if (parts.empty()) return;
  line.own = true;
  line.typed = parts.back().words;
  line.taken = std::string(edit::Trimmed(line.taken.substr(0, parts.back().begin)));
  if (command.field == CodeField::kWho && !line.taken.empty() && line.taken.back() == '>')
    line.taken = std::string(edit::Trimmed(line.taken.substr(0, line.taken.size() - 1)));
}

void CodeUpdater::operator()(const SaveClaim& command) const {
  const CodedText shown = ShownText(*this);
  Coding& coding = session.coding;
  if (!shown || !Writes(*this)) return;
  const ClaimSteps made = MakeClaim(library, shown.text, LinesOf(library, session), true);
  coding.problems = made.problems;
  if (const auto fault = made.fault()) {
    (*this)(FocusCode{*fault});
    session.announcement = made.problems[Index(*fault)];
    return;
  }
  EditRequest request;
  request.steps = made.steps;
  request.done = say()("claim {0} saved", {made.id});
  request.after = command.next ? EditRequest::After::kNextSentence : EditRequest::After::kStay;
  FormUpdater{*this}.Send(std::move(request));
}

void CodeUpdater::operator()(const KeepDraft&) const {
  const CodedText shown = ShownText(*this);
  if (!shown || !Writes(*this)) return;
  if (!Written(session.coding)) {
    Close(session);
    FocusText(*this);
    return;
  }
  ClaimSteps made = MakeDraft(library, shown.text, LinesOf(library, session));
  EditRequest request;
  request.steps = std::move(made.steps);
  request.done = say()("draft {0} kept", {made.id});
  request.after = EditRequest::After::kDraft;
  FormUpdater{*this}.Send(std::move(request));
}

void CodeUpdater::operator()(const OpenDraft& command) const {
  for (const DraftLines& draft : DraftsOf(library)) {
    if (draft.id != command.id) continue;
    if (session.coding.writing && session.coding.draft == draft.id) {
      ViewState there = session.state;
      there.document = session.coding.document;
      if (!IsHere(*this)) steps.Change(std::move(there));
      return;
    }
    LayAside(*this);
    Coding& coding = session.coding;
    coding.mark.reset();
    session.scroll.erase("stage");  // What it is of is brought into sight.
    coding.document = dataset()[ShownDocument(dataset(), session.state)].id;
    if (!draft.passages.empty()) {
      const Passage& last = dataset()[draft.passages.back()];
      ViewState next = session.state;
      next.document = coding.document = dataset()[last.document].id;
      if (ShownDocument(dataset(), session.state) != last.document) steps.Change(std::move(next));
      for (const PassageId id : draft.passages)
        coding.more.push_back({dataset()[id].start, dataset()[id].end});
      coding.mark = coding.more.back();
      coding.more.pop_back();
    }
    for (std::size_t i = 0; i < kCodeFieldCount; ++i) {
      coding.lines[i].own = !draft.lines[i].empty();
      (static_cast<CodeField>(i) == CodeField::kWords ? coding.lines[i].typed
                                                      : coding.lines[i].taken) = draft.lines[i];
    }
    coding.draft = draft.id;
    coding.shown = coding.writing = true;
    if (const CodedText shown = ShownText(*this)) Propose(*this, shown.text);
    CodeField first = CodeField::kWho;
    while (first != CodeField::kWords && !draft.lines[Index(first)].empty())
      first = static_cast<CodeField>(Index(first) + 1);
    return (*this)(FocusCode{first});
  }
}

void CodeUpdater::operator()(const DropDraft& command) const {
  EditRequest request;
  request.steps = WithoutDraft(library, command.id);
  request.done = say()("draft {0} dropped", {command.id});
  // A claim that is written stays, unless it is this one.
  const bool other = session.coding.writing && session.coding.draft != command.id;
  request.after = other ? EditRequest::After::kField : EditRequest::After::kDraft;
  FormUpdater{*this}.Send(std::move(request));
}

std::vector<edit::Step> CodeUpdater::DraftSteps(bool places) const {
  return DraftOf(*this, places).steps;
}

void CodeUpdater::ForgetText() const {
  Coding& coding = session.coding;
  if (coding.document.empty() || dataset().Find(coding.document)) return;
  Close(session);
  coding.mark.reset();
  coding.document.clear();
}

void CodeUpdater::ProposeAnew() const {
  if (const CodedText shown = ShownText(*this)) Propose(*this, shown.text);
}

void CodeUpdater::Saved(const EditRequest& request) const {
  switch (request.after) {
    case EditRequest::After::kField:
    case EditRequest::After::kCloseForm:
    case EditRequest::After::kTextAdded:
      return;
    case EditRequest::After::kMerged:
      return CodingsUpdater{*this}.Merged();
    case EditRequest::After::kDraft:
    case EditRequest::After::kStay:
      Close(session);
      FocusText(*this);
      return;
    case EditRequest::After::kNextSentence: {
      const std::string said = session.announcement;
      Close(session);
      (*this)(StepSentence{1, true});
      session.announcement = say()("{0} {1}##sentences", {said, session.announcement});
      return;
    }
  }
}

}  // namespace proviso::view
