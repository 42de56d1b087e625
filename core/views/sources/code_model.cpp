#include "core/views/sources/code_model.h"

#include <algorithm>
#include <utility>

#include "core/edit/line.h"
#include "core/state/change_words.h"
#include "core/state/copy_check.h"
#include "core/voice/answer_words.h"
#include "core/voice/answers.h"
#include "core/voice/phrases.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

constexpr std::size_t kMostAnswers = 6;
constexpr std::size_t kClaimsInPassing = 2000;  // More are not asked with every letter.
constexpr std::size_t kTolerated = 3, kWarned = 7;

/// All that is written of a claim, to tell whether it is another one.
std::string KeyOf(const ClaimLines& claim, const Say& say) {
  std::string key = std::string(say.language()) + (claim.settled ? "+" : "-") +
                    std::to_string(claim.document.index());
  const auto add = [&key](std::string_view part) { key.append("\x1f").append(part); };
  for (const locate::Place place : claim.places)
    key += " " + std::to_string(place.start) + " " + std::to_string(place.end);
  for (const std::string& line : claim.lines) add(line);
  add(claim.coder);
  add(claim.id);
  for (const std::string& hedge : claim.hedges) add(hedge);
  return key;
}

/// Tries the claim aside, if it is another one than before. Where there are many claims it is only
/// looked through, as if its words were there: those that are missing are proposed as it is saved.
void TryClaim(const Library& library, const CodeText& text, ClaimLines claim, CodeKept* kept) {
  std::string key = KeyOf(claim, library.say);
  if (kept->claim == key) return;
  kept->claim = std::move(key);
  kept->aside = nullptr;
  const bool few = library.dataset.claims.size() <= kClaimsInPassing;
  std::string& words = claim.lines[static_cast<std::size_t>(CodeField::kWords)];
  if (!few && edit::Trimmed(words).empty()) words = "…";
  kept->made = MakeClaim(library, text, claim, few);
  if (few && !kept->made.fault()) kept->aside = WithClaim(library, kept->made.steps);
}

void AddSentences(const Library& library, DocumentId document, CodeModel* model) {
  const std::vector<bool> coded = CodedSentences(library, document, *model->text);
  for (std::size_t i = 0; i < coded.size(); ++i) {
    CodeSentence sentence;
    sentence.place = model->text->sentences[i];
    sentence.words = model->text->WordsAt(sentence.place);
    sentence.coded = coded[i];
    sentence.note = library.say(coded[i] ? "Coded" : "Not coded");
    sentence.marked = model->mark && model->mark->start == sentence.place.start &&
                      model->mark->end == sentence.place.end;
    model->coded += coded[i] ? 1u : 0u;
    model->sentences.push_back(std::move(sentence));
  }
}

void AddFields(const Library& library, const Session& session, CodeModel* model) {
  const Say& say = library.say;
  const Names names(library, session.coding.coder);
  for (std::size_t i = 0; i < kCodeFieldCount; ++i) {
    const CodeLine& line = session.coding.lines[i];
    CodeFieldModel& field = model->fields[i];
    field.field = static_cast<CodeField>(i);
    field.problem = session.coding.problems[i];
    field.typed = line.typed;
    switch (field.field) {
      case CodeField::kWho:
        field.name = say("Who says");
        field.hint =
            say("The last one says it. “doubts …” before a name says how it is passed on.");
        break;
      case CodeField::kAbout:
        field.name = say("About");
        field.hint = say("if … then …, unless …, makes … more likely, rank … over …, number …");
        break;
      case CodeField::kFirm:
        field.name = say("How firmly");
        continue;
      case CodeField::kWords:
        field.name = say("In our words");
        continue;
    }
    field.parts = PartsOf(field.field, line.taken, names.known());
    if (!line.typed.empty()) field.matches = CodeMatches(library, field.field, line.typed);
  }
}

void AddLevels(const Library& library, const Session& session, CodeModel* model) {
  const Say& say = library.say;
  const Coding& coding = session.coding;
  const std::string about = WholeLine(CodeField::kAbout, coding.lines[1]);
  const std::array<bool, 7> allowed = LevelsFor(library, about, !coding.hedges.empty());
  const CodeLine& line = coding.lines[static_cast<std::size_t>(CodeField::kFirm)];
  for (std::size_t i = 0; i < allowed.size(); ++i) {
    const auto level = static_cast<Modality>(i);
    model->levels.push_back({std::string(Word(level)), say(LevelWords(level, false)),
                             line.taken == Word(level), allowed[i]});
  }
  if (!line.own && !line.taken.empty() && !coding.hedges.empty())
    model->level_note = say("proposed from {0}", {say.Quoted(coding.hedges.front())});
  const std::size_t run = LongestRun(*model->text, coding.lines[3].typed);
  const Document& document = library.dataset[ShownDocument(library.dataset, session.state)];
  model->words_warned = run >= kWarned && document.quoting == Quoting::kNone;
  if (run >= kTolerated && document.quoting == Quoting::kNone)
    model->words_note = say.Counted(run, "{0} word in a row is the text’s own",
                                    "{0} words in a row are the text’s own");
}

/// What the claim changes: the answers with it in the dataset, and before.
void AddAnswers(const Library& library, const Session& session, const Library& aside,
                std::string_view claim, CodeModel* model) {
  const RecordRef there = aside.dataset.Find(claim);
  if (!there) return;
  const Claim& written = aside.dataset.claims[there.index];
  // The outcome, if a path leads there; else what the claim itself is about.
  const Outcome outcome = FindOutcome(aside, session.state.target);
  const auto asked_of = [&](PropositionId of) {
    const bool leads = outcome.target && (of == outcome.target || outcome.leads[of.index()] != 0);
    return Literal(leads ? outcome.target : of);
  };
  Literal asked;
  std::vector<std::string> on, off;
  if (written.about.kind == AboutKind::kCondition) {
    const Condition& link = aside.dataset[written.about.condition];
    asked = asked_of(link.consequent.proposition());
    // What it depends on is supposed to show it; off for what must be there.
    for (const Literal literal : link.antecedents) {
      const bool so = literal.negated() == (link.form == Form::kOnlyIf);
      (so ? on : off).emplace_back(aside.dataset[literal.proposition()].id);
    }
  } else if (written.about.kind == AboutKind::kProposition) {
    asked = asked_of(written.about.literal.proposition());
  }
  // `!` turns a literal.
  if (asked == Literal()) return;
  const std::string id(aside.dataset[asked.proposition()].id);
  model->outcome = aside.dataset[asked.proposition()].label;
  const auto scenario = [&](const Library& in) { return ScenarioOf(in.dataset, on, off, false); };
  const auto answer = [&](const Library& in, ActorId actor, PropositionId of) {
    std::string words;
    const reason::Scenario supposed = scenario(in);
    for (std::uint32_t i = 0; i < in.views.size() && words.empty(); ++i) {
      const reason::ViewIndex view(i);
      if (in.views[view].actor != actor) continue;
      const reason::Answer one = reason::Ask(in.dataset, in.views, view, Literal(of), supposed);
      words = ReplyOf(SpeechOf(in), one, supposed).words;
    }
    return words;
  };
  const RecordRef before_target = library.dataset.Find(id);
  for (std::uint32_t i = 0; i < aside.dataset.actors.size(); ++i) {
    const ActorId actor(i);
    CodeAnswer one;
    one.holder = actor == written.holder();
    one.voice = aside.dataset[actor].name;
    one.now = answer(aside, actor, asked.proposition());
    const RecordRef known = library.dataset.Find(aside.dataset[actor].id);
    if (known && before_target)
      one.before = answer(library, ActorId(known.index), PropositionId(before_target.index));
    if (!one.holder && one.now == one.before) continue;
    model->answers.push_back(std::move(one));
  }
  std::stable_sort(model->answers.begin(), model->answers.end(),
                   [](const CodeAnswer& a, const CodeAnswer& b) { return a.holder && !b.holder; });
  if (model->answers.size() > kMostAnswers) model->answers.resize(kMostAnswers);
}

void AddChecks(const Library& library, const Session& session, const ClaimSteps& made,
               CodeModel* model) {
  const Say& say = library.say;
  if (model->mark) {
    const auto found = locate::FindQuote(model->text->text, model->text->WordsAt(*model->mark));
    model->checks.push_back(
        {found.size() <= 1
             ? say("The words stand once in the text")
             : say.Counted(found.size(), "The words stand {0} time in the text: this place is kept",
                           "The words stand {0} times in the text: this place is kept"),
         true});
    // Somebody may have coded these words already.
    for (const PassageId id :
         library.index.passages_of_document[ShownDocument(library.dataset, session.state)]) {
      const Passage& passage = library.dataset[id];
      if (passage.start != model->mark->start || passage.end != model->mark->end) continue;
      const std::size_t claims = library.index.claims_at_passage[id].size();
      if (claims > 0)
        model->checks.push_back({say.Counted(claims, "{0} claim stands on these words already",
                                             "{0} claims stand on these words already"),
                                 true});
    }
  }
  for (std::size_t i = 0; i < kCodeFieldCount; ++i)
    if (!made.problems[i].empty())
      model->checks.push_back({say("{0}: {1}", {model->fields[i].name, made.problems[i]}), false});
  if (!made.fault() && model->outcome.empty() && model->answers.empty() && made.steps.empty())
    return;
  if (!made.fault()) model->checks.push_back({say("Nothing is missing"), true});
}

}  // namespace

CodeModel BuildCodeModel(const Library& library, const Session& session, CodeKept* kept) {
  const Dataset& dataset = library.dataset;
  const Say& say = library.say;
  CodeModel model;
  if (dataset.documents.empty()) return model;
  const DocumentId shown = ShownDocument(dataset, session.state);
  model.title = dataset[shown].title;
  model.coder = session.coding.coder;
  for (std::uint32_t i = 0; i < dataset.documents.size(); ++i)
    model.texts.push_back(
        {std::string(dataset.documents[i].id), std::string(dataset.documents[i].title),
         ShowDocument{std::string(dataset.documents[i].id)}, DocumentId(i) == shown});
  model.copy = CodedCopy(library, session);
  for (const DraftLines& draft : DraftsOf(library)) {
    std::string place =
        draft.passages.empty() ? say("Draft") : RefOf(library, draft.passages[0]).short_words;
    model.drafts.push_back({draft.id,
                            say("{0} {1}: {2}##place, who says, what is missing",
                                {place, draft.lines[0], MissingOf(library, draft)}),
                            OpenDraft{draft.id}, session.coding.draft == draft.id});
    for (const PassageId id : draft.passages)
      if (dataset[id].document == shown && library.index.claims_at_passage[id].empty())
        model.unsaved.push_back({dataset[id].start, dataset[id].end});
  }
  model.teach = session.host.teach;
  if (model.copy == nullptr) {
    model.missing = session.copies.by_document.count(std::string(dataset[shown].id)) > 0
                        ? say("Your copy is another text. Code only in the text that the dataset "
                              "knows, letter for letter.")
                        : say("Load the text to code in it. It stays on this machine.");
    return model;
  }
  if (kept->copy != model.copy->number || kept->text == nullptr) {
    kept->text = std::make_shared<const CodeText>(ReadCoded(library, shown, *model.copy));
    kept->copy = model.copy->number;
    kept->claim.clear();
  }
  model.text = kept->text;
  model.marks = BuildCopyModel(library, session, model.copy);
  const bool marked = IsMarkedShown(library, session);
  if (marked) {
    model.mark = session.coding.mark;
    model.more = session.coding.more;
  }
  AddSentences(library, shown, &model);
  model.facts = say("{0} of {1} coded##sentences",
                    {std::to_string(model.coded),
                     say.Counted(model.sentences.size(), "{0} sentence", "{0} sentences")});
  model.writing = marked && session.coding.writing;
  model.field = session.coding.field;
  if (!model.writing) return model;
  AddFields(library, session, &model);
  AddLevels(library, session, &model);
  TryClaim(library, *model.text, LinesOf(library, session), kept);
  const ClaimSteps& made = kept->made;
  if (kept->aside != nullptr) {
    const RecordRef claim = kept->aside->dataset.Find(made.id);
    CodeFieldModel& words = model.fields[static_cast<std::size_t>(CodeField::kWords)];
    if (claim) words.hint = ProposeWords(*kept->aside, kept->aside->dataset.claims[claim.index]);
    AddAnswers(library, session, *kept->aside, made.id, &model);
  }
  AddChecks(library, session, made, &model);
  return model;
}

}  // namespace proviso::view
