#include "core/author/coding.h"

#include <algorithm>
#include <utility>

#include "core/edit/line.h"
#include "core/edit/lines.h"
#include "core/edit/make_id.h"
#include "core/io/drafts.h"
#include "core/voice/clause.h"
#include "core/voice/phrases.h"
#include "core/voice/tense.h"
#include "core/voice/voice.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

using io::JsonValue;

/// The members of a draft's `typed`, in the order of the fields.
constexpr std::array<std::string_view, kCodeFieldCount> kTypedNames{"attribution", "about",
                                                                    "modality", "gloss"};

std::string FaultOf(const std::vector<Problem>& problems, const Say& say) {
  return say("{0} {1}##sentences", {problems.front().rule, problems.front().remedy});
}

/// The passage at a place: the record that is there, else one of its own.
std::string PassageAt(const Library& library, const CodeText& text, DocumentId document,
                      locate::Place place, Names* names, std::vector<edit::Step>* steps) {
  const Dataset& dataset = library.dataset;
  const Result<locate::Locator> locator = locate::MakeLocator(text.text, place.start, place.end);
  if (!locator) return {};
  for (const PassageId id : library.index.passages_of_document[document])
    if (dataset[id].start == locator->start && dataset[id].end == locator->end)
      return std::string(dataset[id].id);
  JsonValue passage = JsonValue::Object();
  passage.Set("id", names->NextId(Table::kPassages));
  passage.Set("document", JsonValue(dataset[document].id));
  passage.Set("start", JsonValue::Number(locator->start));
  passage.Set("end", JsonValue::Number(locator->end));
  passage.Set("letters", JsonValue::Number(locator->letters));
  passage.Set("sha256", locator->sha256);
  passage.Set("sketch", JsonValue::List(locator->sketch));
  std::size_t paragraph = 0;
  for (const Paragraph& one : dataset[document].text.paragraphs)
    if (one.start <= locator->start) ++paragraph;
  if (paragraph > 0) passage.Set("paragraph", JsonValue::Number(static_cast<double>(paragraph)));
  if (dataset[document].quoting != Quoting::kNone)
    passage.Set("quote", text.WordsAt({locator->start, locator->end}));
  steps->push_back(edit::Put{Table::kPassages, passage.Write()});
  return std::string(passage.TextOf("id"));
}

JsonValue PassagesOf(const Library& library, const CodeText& text, const ClaimLines& claim,
                     Names* names, std::vector<edit::Step>* steps) {
  JsonValue passages = JsonValue::List();
  for (const locate::Place place : claim.places) {
    std::string id = PassageAt(library, text, claim.document, place, names, steps);
    if (!id.empty()) passages.Add(std::move(id));
  }
  return passages;
}

}  // namespace

std::optional<CodeField> ClaimSteps::fault() const {
  for (std::size_t i = 0; i < problems.size(); ++i)
    if (!problems[i].empty()) return static_cast<CodeField>(i);
  return std::nullopt;
}

ClaimSteps MakeClaim(const Library& library, const CodeText& text, const ClaimLines& claim,
                     bool propose) {
  const Say& say = library.say;
  ClaimSteps made;
  Names names(library, claim.coder);
  const auto problem = [&](CodeField field) -> std::string& {
    return made.problems[static_cast<std::size_t>(field)];
  };
  std::vector<edit::Step> places;
  JsonValue passages = PassagesOf(library, text, claim, &names, &places);
  if (passages.items().empty())
    problem(CodeField::kWho) = say("No words are marked. Mark the words that say it.");
  const Result<JsonValue> chain = names.ChainOf(claim[CodeField::kWho], claim.document, true);
  if (!chain) problem(CodeField::kWho) = FaultOf(chain.problems(), say);
  const Result<JsonValue> about = names.AboutOf(claim[CodeField::kAbout], claim.settled);
  if (!about) problem(CodeField::kAbout) = FaultOf(about.problems(), say);
  const std::string& level = claim[CodeField::kFirm];
  if (!ParseWord<Modality>(level))
    problem(CodeField::kFirm) = say("Nothing says how firmly. Choose a level.");
  const std::string_view words = edit::Trimmed(claim[CodeField::kWords]);
  if (words.empty() && !propose)
    problem(CodeField::kWords) = say("Say it in a sentence of your own.");
  made.id = claim.id.empty() ? names.NextId(Table::kClaims) : claim.id;
  if (made.fault()) return made;
  made.steps = std::move(places);
  made.steps.insert(made.steps.end(), names.made().begin(), names.made().end());
  JsonValue record = JsonValue::Object();
  record.Set("id", made.id);
  record.Set("passages", std::move(passages));
  record.Set("attribution", *chain);
  record.Set("about", *about);
  record.Set("modality", level);
  if (!claim.hedges.empty()) record.Set("hedges", JsonValue::List(claim.hedges));
  record.Set("gloss", words.empty() ? JsonValue("…") : JsonValue(words));
  if (const std::string initials = edit::Initials(claim.coder); !initials.empty()) {
    JsonValue coding = JsonValue::Object();
    coding.Set("by", initials);
    record.Set("coding", std::move(coding));
  }
  made.steps.push_back(edit::Put{Table::kClaims, record.Write()});
  if (!words.empty()) return made;
  // The words come from what the claim says, which only a library knows how to say.
  const std::shared_ptr<const Library> aside = WithClaim(library, made.steps);
  if (aside == nullptr) return made;
  const RecordRef there = aside->dataset.Find(made.id);
  record.Set("gloss", ProposeWords(*aside, aside->dataset.claims[there.index]));
  made.steps.back() = edit::Put{Table::kClaims, record.Write()};
  return made;
}

ClaimSteps MakeDraft(const Library& library, const CodeText& text, const ClaimLines& claim) {
  ClaimSteps made;
  Names names(library, claim.coder);
  made.id = claim.id.empty() ? names.NextId(Table::kClaims) : claim.id;
  JsonValue record = JsonValue::Object(), typed = JsonValue::Object(), draft = JsonValue::Object();
  JsonValue passages = PassagesOf(library, text, claim, &names, &made.steps);
  if (!passages.items().empty()) record.Set("passages", std::move(passages));
  for (std::size_t i = 0; i < kCodeFieldCount; ++i)
    typed.SetText(kTypedNames[i], edit::Trimmed(claim.lines[i]));
  draft.Set("id", made.id);
  draft.Set("record", std::move(record));
  draft.Set("table", "claims");
  draft.Set("typed", std::move(typed));
  JsonValue all = JsonValue::List();
  for (io::Draft& one : io::Drafts(library.dataset))
    if (one.id != made.id || one.id.empty()) all.Add(std::move(one.whole));
  all.Add(std::move(draft));
  made.steps.push_back(edit::PutExtension{"x-drafts", all.Write()});
  return made;
}

std::vector<DraftLines> DraftsOf(const Library& library) {
  std::vector<DraftLines> drafts;
  for (const io::Draft& one : io::Drafts(library.dataset)) {
    if (one.id.empty() || one.table != Word(Table::kClaims) || !one.damage.empty()) continue;
    DraftLines draft;
    draft.id = one.id;
    if (const JsonValue* passages = one.record.Find("passages"))
      for (const JsonValue& id : passages->items()) {
        const RecordRef passage = library.dataset.Find(id.text());
        if (passage && passage.table == Table::kPassages)
          draft.passages.push_back(PassageId(passage.index));
      }
    for (std::size_t i = 0; i < kCodeFieldCount; ++i)
      draft.lines[i] = one.typed.TextOf(kTypedNames[i]);
    if (draft.lines[2].empty()) draft.lines[2] = one.record.TextOf("modality");
    if (draft.lines[3].empty()) draft.lines[3] = one.record.TextOf("gloss");
    drafts.push_back(std::move(draft));
  }
  return drafts;
}

std::string MissingOf(const Library& library, const DraftLines& draft) {
  const Say& say = library.say;
  if (draft.passages.empty()) return say("which words?##a draft");
  if (draft.lines[0].empty()) return say("who says it?##a draft");
  if (draft.lines[1].empty()) return say("about what?##a draft");
  if (draft.lines[2].empty()) return say("how firmly?##a draft");
  return say("to be looked at##a draft");
}

std::vector<edit::Step> WithoutDraft(const Library& library, std::string_view id) {
  JsonValue all = JsonValue::List();
  for (io::Draft& one : io::Drafts(library.dataset))
    if (one.id != id) all.Add(std::move(one.whole));
  return {edit::PutExtension{"x-drafts", all.items().empty() ? std::string() : all.Write()}};
}

std::string ProposeWho(const Library& library, DocumentId document, std::string_view words) {
  const Dataset& dataset = library.dataset;
  const edit::Lines lines(dataset);
  const std::string text = " " + edit::FoldName(words) + " ";
  std::vector<std::pair<std::size_t, ActorId>> found;
  const auto& creators = dataset[document].creators;
  for (std::uint32_t i = 0; i < dataset.actors.size(); ++i) {
    const ActorId id(i);
    if (std::find(creators.begin(), creators.end(), id) != creators.end()) continue;
    // Organisations and states are named as often because something is said of them.
    if (dataset[id].kind != ActorKind::kPerson && dataset[id].kind != ActorKind::kUnnamed) continue;
    const auto at = [&](Text name) {
      const std::string folded = edit::FoldName(name);
      return folded.empty() ? text.npos : text.find(" " + folded + " ");
    };
    std::size_t first = at(dataset[id].name);
    for (const Text alias : dataset[id].aliases) first = std::min(first, at(alias));
    if (first != text.npos) found.emplace_back(first, id);
  }
  std::sort(found.begin(), found.end());
  std::string line = lines.Actor(creators[0]);
  for (const auto& [at, id] : found) line += " > " + lines.Actor(id);
  return line;
}

std::string ProposeWords(const Library& with_claim, const Claim& claim) {
  const Dataset& dataset = with_claim.dataset;
  const Say& say = with_claim.say;
  switch (claim.about.kind) {
    case AboutKind::kCondition:
      return say("{0}.", {say.Capital(LinkSentence(dataset, dataset[claim.about.condition], say))});
    case AboutKind::kProposition:
      return say("{0}: {1}.##level, statement", {say(LevelWords(with_claim, claim)),
                                                 dataset[claim.about.literal.proposition()].label});
    case AboutKind::kQuantity:
      return say("{0}.", {edit::Lines::Number(dataset[claim.about.quantity])});
    case AboutKind::kComparison:
      break;
  }
  return say("{0}.", {say.Capital(edit::Lines(dataset).About(claim))});
}

std::shared_ptr<const Library> WithClaim(const Library& library,
                                         const std::vector<edit::Step>& steps) {
  Result<edit::Edited> edited = edit::Apply(library.dataset, steps);
  if (!edited) return nullptr;
  auto aside = std::make_shared<Library>(std::move(edited->loaded.dataset));
  aside->say = library.say;
  return aside;
}

std::array<bool, 7> LevelsFor(const Library& library, std::string_view about, bool hedged) {
  std::array<bool, 7> allowed;
  allowed.fill(true);
  const Names names(library, "");
  const Result<edit::AboutWords> words = edit::ReadAbout(about, names.known());
  if (!words) return allowed;
  using Kind = edit::AboutWords::Kind;
  const Form form = words->link.form;
  const bool direction =
      words->kind == Kind::kRanking || (words->kind == Kind::kLink && form != Form::kIf &&
                                        form != Form::kOnlyIf && form != Form::kEvenIf);
  for (std::size_t i = 0; i < allowed.size(); ++i) {
    const auto level = static_cast<Modality>(i);
    const bool none = level == Modality::kStated;
    const bool open = level == Modality::kEven || level == Modality::kUncommitted;
    if (words->kind == Kind::kNumber) continue;
    allowed[i] = direction ? none || (hedged && !open) : !none;
  }
  return allowed;
}

std::size_t LongestRun(const CodeText& text, std::string_view words) {
  const std::vector<std::u32string> own = Words(Norm1(words));
  if (own.empty()) return 0;
  std::vector<std::u32string> theirs;
  const auto& starts = text.text.word_starts;
  const std::u32string& letters = text.text.skeleton.letters;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : letters.size();
    theirs.push_back(letters.substr(starts[i], end - starts[i]));
  }
  // The usual table of two rows: how long the run is that ends at both words.
  std::vector<std::size_t> before(theirs.size() + 1, 0), now(theirs.size() + 1, 0);
  std::size_t longest = 0;
  for (const std::u32string& word : own) {
    for (std::size_t i = 0; i < theirs.size(); ++i) {
      now[i + 1] = theirs[i] == word ? before[i] + 1 : 0;
      longest = std::max(longest, now[i + 1]);
    }
    std::swap(before, now);
  }
  return longest;
}

}  // namespace proviso::view
