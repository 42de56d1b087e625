#include "core/io/invariants.h"

#include <algorithm>
#include <limits>
#include <string>
#include <vector>

#include "core/base/hash.h"
#include "core/base/sha256.h"
#include "core/base/text.h"

namespace proviso::io {
namespace {

using std::string;

template <class R>
std::uint32_t Size(const std::vector<R>& table) {
  return static_cast<std::uint32_t>(table.size());
}

string Path(const char* field, std::size_t item) {
  return "/" + string(field) + "/" + std::to_string(item);
}

string Tick(std::string_view word) { return "`" + string(word) + "`"; }

/// What every check is given; `Sound` guards against saying twice what is wrong once.
struct Check {
  const Dataset& dataset;
  Report& report;

  bool Sound(Table table, std::uint32_t index) const {
    return report.errors() == 0 || !report.Broken({table, index});
  }
  void Error(const char* code, Table table, std::uint32_t index, string path, string rule,
             string remedy) const {
    report.Error(code, Spot::Field({table, index}, std::move(path)), std::move(rule),
                 std::move(remedy));
  }
  void Warn(const char* code, Table table, std::uint32_t index, string path, string rule,
            string remedy) const {
    report.Warn(code, Spot::Field({table, index}, std::move(path)), std::move(rule),
                std::move(remedy));
  }
};

const Condition* ConditionOf(const Dataset& dataset, const Claim& claim) {
  const bool about = claim.about.kind == AboutKind::kCondition && claim.about.condition;
  return about ? &dataset[claim.about.condition] : nullptr;
}

// --- I2 ----------------------------------------------------------------------------------------

/// Nobody is part of himself, through however many wholes.
void CheckWholes(const Check& check) {
  const auto& actors = check.dataset.actors;
  std::vector<std::uint32_t> seen(actors.size(), std::numeric_limits<std::uint32_t>::max());
  for (std::uint32_t i = 0; i < Size(actors); ++i) {
    for (ActorId a(i); a; a = actors[a.index()].part_of) {
      if (seen[a.index()] < i) break;  // From there on it was followed before.
      if (seen[a.index()] == i) {
        check.Error("I2", Table::kActors, i, "/partOf",
                    "Following `partOf` from here leads back to the same actor.",
                    "Remove one link of the circle.");
        break;
      }
      seen[a.index()] = i;
    }
  }
}

// --- I3 ----------------------------------------------------------------------------------------

void CheckAttribution(const Check& check, std::uint32_t i, const Claim& claim) {
  const auto& steps = claim.attribution;
  for (std::size_t s = 0; s < steps.size(); ++s) {
    const bool last = s + 1 == steps.size();
    if ((steps[s].stance == Stance::kAsserts) == last) continue;
    check.Error("I3", Table::kClaims, i, Path("attribution", s) + "/stance",
                last ? "The last step says " + Tick(Word(steps[s].stance)) +
                           "; the holder, who stands last, asserts."
                     : string("A step before the last asserts; only the holder, who stands last, "
                              "asserts."),
                last ? "Write `asserts`, or add the holder after this step."
                     : "Choose what this actor does with the holder's words, such as `reports`.");
  }
  if (steps.empty() || claim.passages.empty() || !steps[0].actor || !claim.passages[0]) return;
  const DocumentId document = check.dataset[claim.passages[0]].document;
  if (!document || !check.Sound(Table::kDocuments, document.index())) return;
  const auto& creators = check.dataset[document].creators;
  if (std::find(creators.begin(), creators.end(), steps[0].actor) != creators.end()) return;
  check.Error("I3", Table::kClaims, i, "/attribution/0/actor",
              "The first step is " + Quote(check.dataset[steps[0].actor].id) +
                  ", who is no creator of " + Quote(check.dataset[document].id) +
                  "; an attribution starts with the author of the words.",
              "Start with a creator of the document, or add this actor to its `creators`.");
}

// --- I4 ----------------------------------------------------------------------------------------

/// Influences, comparisons and diagnoses state no level of their own; everything else does.
void CheckModality(const Check& check, std::uint32_t i, const Claim& claim) {
  const Condition* condition = ConditionOf(check.dataset, claim);
  if (condition != nullptr && !check.Sound(Table::kConditions, claim.about.condition.index()))
    return;
  if (claim.about.kind == AboutKind::kCondition && condition == nullptr) return;
  bool level = claim.about.kind != AboutKind::kComparison;
  if (condition != nullptr)
    level = condition->form == Form::kIf || condition->form == Form::kOnlyIf ||
            condition->form == Form::kEvenIf;
  const bool stated = claim.modality == Modality::kStated;
  const bool open = claim.modality == Modality::kEven || claim.modality == Modality::kUncommitted;
  if (level ? !stated : !open) return;
  string subject = "A claim about ";
  switch (claim.about.kind) {
    case AboutKind::kProposition:
      subject += "a proposition";
      break;
    case AboutKind::kQuantity:
      subject += "a quantity";
      break;
    case AboutKind::kComparison:
      subject += "a comparison";
      break;
    case AboutKind::kCondition:
      subject += "a link of form " + Tick(Word(condition->form));
      break;
  }
  if (level)
    check.Error("I4", Table::kClaims, i, "/modality",
                subject + " is `stated`; it has a level, from `will` to `uncommitted`.",
                "Choose the level that the words give; a flat statement is `will`.");
  else
    check.Error("I4", Table::kClaims, i, "/modality",
                subject + " is " + Tick(Word(claim.modality)) +
                    "; it is `stated`, or carries the word of its hedge.",
                "Write `stated`, or `possible`, `likely`, `very_likely` or `will` as hedged.");
}

// --- I5 ----------------------------------------------------------------------------------------

void CheckCondition(const Check& check, std::uint32_t i, const Condition& condition) {
  const auto find = [](std::span<const Literal> list, std::size_t end, PropositionId proposition) {
    for (std::size_t k = 0; k < end; ++k)
      if (list[k] && list[k].proposition() == proposition) return k;
    return list.size();
  };
  const auto& antecedents = condition.antecedents;
  for (std::size_t k = 0; k < antecedents.size(); ++k) {
    const PropositionId proposition = antecedents[k].proposition();
    if (!proposition) continue;
    const string id = Quote(check.dataset[proposition].id);
    if (condition.consequent && proposition == condition.consequent.proposition())
      check.Error("I5", Table::kConditions, i, Path("antecedents", k),
                  "The consequent " + id + " is among the antecedents; nothing depends on itself.",
                  "Remove it there, or name the earlier matter as a proposition of its own.");
    if (find(antecedents, k, proposition) < k)
      check.Error("I5", Table::kConditions, i, Path("antecedents", k),
                  "The antecedents hold " + id + " and its negation; both cannot be so.",
                  "Remove one of the two, or make two links.");
  }
  for (std::size_t k = 0; k < condition.unless.size(); ++k) {
    const PropositionId proposition = condition.unless[k].proposition();
    if (!proposition || find(antecedents, antecedents.size(), proposition) == antecedents.size())
      continue;
    check.Error("I5", Table::kConditions, i, Path("unless", k),
                "`unless` names " + Quote(check.dataset[proposition].id) +
                    ", which is an antecedent; an exception is something else.",
                "Remove it from `unless` or from `antecedents`.");
  }
}

// --- I6 ----------------------------------------------------------------------------------------

/// True if `actor`, or a whole that it is part of, is in `list`.
bool SpeaksFor(const Dataset& dataset, ActorId actor, std::span<const ActorId> list) {
  // Wholes of wholes: a circle is an error of its own, so no chain is longer than the table.
  for (std::size_t steps = 0; actor && steps <= dataset.actors.size(); ++steps) {
    if (std::find(list.begin(), list.end(), actor) != list.end()) return true;
    actor = dataset[actor].part_of;
  }
  return false;
}

void CheckCommitment(const Check& check, std::uint32_t i, const Claim& claim) {
  const bool promise = claim.act == Act::kPromise;
  if (!promise && claim.act != Act::kThreat && claim.act != Act::kRedLine) return;
  const bool proposition = claim.about.kind == AboutKind::kProposition;
  if (claim.about.kind != AboutKind::kCondition && !(promise && proposition)) {
    check.Error("I6", Table::kClaims, i, "/about",
                "The act is " + Tick(Word(claim.act)) +
                    (promise ? "; a promise is about a link or a proposition."
                             : "; it says what happens if: it is about a link."),
                "Make it a claim about a condition, or choose another act.");
    return;
  }
  const Condition* condition = ConditionOf(check.dataset, claim);
  const Literal done = proposition            ? claim.about.literal
                       : condition != nullptr ? condition->consequent
                                              : Literal();
  if (!done.proposition() || claim.attribution.empty() || !claim.holder()) return;
  if (!check.Sound(Table::kPropositions, done.proposition().index())) return;
  const Proposition& deed = check.dataset[done.proposition()];
  if (SpeaksFor(check.dataset, claim.holder(), deed.actors)) return;
  check.Warn("I6", Table::kClaims, i, "/act",
             "Speaks for another: " + Quote(check.dataset[claim.holder()].id) +
                 " commits to what " + Quote(deed.id) + " does not name as theirs.",
             "Add the holder to the proposition's `actors`, or choose another act.");
}

// --- I7 ----------------------------------------------------------------------------------------

void CheckParagraphs(const Check& check, std::uint32_t i, const Document& document) {
  const auto& paragraphs = document.text.paragraphs;
  if (paragraphs.empty()) return;
  std::uint32_t at = 0;
  for (std::size_t k = 0; k < paragraphs.size(); ++k) {
    const Paragraph& paragraph = paragraphs[k];
    // norm-1 has no two spaces in a row and none at its ends.
    const bool meets = paragraph.start == at || (k > 0 && paragraph.start == at + 1);
    if (!meets || paragraph.end <= paragraph.start || paragraph.end > document.text.code_points) {
      check.Error("I7", Table::kDocuments, i, "/text" + Path("paragraphs", k),
                  "This paragraph does not follow the one before it; paragraphs stand in order and "
                  "cover the text but for single spaces between them.",
                  "Correct `start` and `end`, in code points of norm-1.");
      return;
    }
    at = paragraph.end;
  }
  if (at != document.text.code_points)
    check.Error("I7", Table::kDocuments, i, "/text/paragraphs",
                "The paragraphs end at " + Count(at) + ", the text at " +
                    Count(document.text.code_points) + "; they cover the whole text.",
                "Add the missing paragraphs.");
}

void CheckPassage(const Check& check, std::uint32_t i, const Passage& passage) {
  if (passage.start >= passage.end) {
    check.Error("I7", Table::kPassages, i, "/end",
                "The passage ends at " + Count(passage.end) + " and starts at " +
                    Count(passage.start) + "; it must end after its start.",
                "Correct `start` and `end`, in code points of norm-1.");
  }
  if (passage.document && check.Sound(Table::kDocuments, passage.document.index())) {
    const DocumentText& text = check.dataset[passage.document].text;
    if (passage.end > text.code_points)
      check.Error("I7", Table::kPassages, i, "/end",
                  "The passage ends at " + Count(passage.end) + ", but its document has " +
                      Count(text.code_points) + " code points.",
                  "Correct `end`, or the document's `codePoints`.");
    if (!text.paragraphs.empty() && passage.paragraph > text.paragraphs.size())
      check.Warn("I7", Table::kPassages, i, "/paragraph",
                 "The passage stands in paragraph " + Count(passage.paragraph) +
                     ", but its document lists " + Count(text.paragraphs.size()) + ".",
                 "Correct `paragraph`; paragraphs are numbered from 1.");
  }
  if (passage.letters < 12)
    check.Warn("I7", Table::kPassages, i, "/letters",
               "The passage has " + Count(passage.letters) +
                   " letters; with fewer than 12 it is hard to find again.",
               "Take in more of the sentence.");
}

/// A passage that repeats another repeats no copy of itself.
void CheckRepeats(const Check& check) {
  const auto& passages = check.dataset.passages;
  std::vector<std::uint32_t> seen(passages.size(), std::numeric_limits<std::uint32_t>::max());
  for (std::uint32_t i = 0; i < Size(passages); ++i) {
    for (PassageId p(i); p; p = passages[p.index()].repeats) {
      if (seen[p.index()] < i) break;
      if (seen[p.index()] == i) {
        check.Error("I7", Table::kPassages, i, "/repeats",
                    "Following `repeats` from here leads back to the same passage.",
                    "Remove `repeats` from the passage that is the original.");
        break;
      }
      seen[p.index()] = i;
    }
  }
}

/// The same words twice in one document are told apart by a mark, or a reader is led to either.
///
/// A table of passages by digest. Digests that were made to collide end the search: it only warns.
void CheckTwins(const Check& check) {
  const auto& passages = check.dataset.passages;
  constexpr std::uint32_t kFree = std::numeric_limits<std::uint32_t>::max();
  constexpr int kCrowded = 1000;
  std::size_t size = 16;
  while (size < passages.size() * 2) size *= 2;
  std::vector<std::uint32_t> slots(size, kFree);
  for (std::uint32_t i = 0; i < Size(passages); ++i) {
    const Passage& passage = passages[i];
    if (passage.repeats || passage.role == PassageRole::kRepeat || passage.sha256.empty()) continue;
    // Spread, or a sentence that stands in thousands of documents would fill slots in a row.
    const std::uint32_t spread = passage.document.index() * 0x9E3779B1u;
    std::size_t at = (TextKey(passage.sha256).hash + (spread ^ spread >> 16)) & (size - 1);
    for (int steps = 0; slots[at] != kFree; at = (at + 1) & (size - 1)) {
      const Passage& other = passages[slots[at]];
      if (other.document == passage.document && other.sha256 == passage.sha256) break;
      if (++steps > kCrowded) return;
    }
    if (slots[at] == kFree) {
      slots[at] = i;
      continue;
    }
    check.Warn(
        "I7", Table::kPassages, i, "/sha256",
        "Another passage of this document has the same digest; one of them should be marked.",
        "Give the later one `repeats`, or the role `repeat`.");
  }
}

// --- I8 ----------------------------------------------------------------------------------------

void CheckOneDocument(const Check& check, std::uint32_t i, const Claim& claim) {
  DocumentId document;
  for (std::size_t k = 0; k < claim.passages.size(); ++k) {
    if (!claim.passages[k]) continue;
    const DocumentId found = check.dataset[claim.passages[k]].document;
    if (!document) document = found;
    if (!found || found == document) continue;
    check.Error("I8", Table::kClaims, i, Path("passages", k),
                "The claim's passages lie in " + Quote(check.dataset[document].id) + " and " +
                    Quote(check.dataset[found].id) + "; a claim stands in one document.",
                "Make one claim for each document.");
    return;
  }
}

// --- I9 ----------------------------------------------------------------------------------------

/// That every claim has a passage is the reader's to check; here, that everything is claimed.
void CheckUse(const Check& check) {
  const Dataset& dataset = check.dataset;
  std::vector<bool> propositions(dataset.propositions.size());
  std::vector<bool> conditions(dataset.conditions.size());
  const auto use = [&](Literal literal) {
    if (literal) propositions[literal.proposition().index()] = true;
  };
  const auto use_either = [&](RecordRef record) {
    if (!record) return;
    if (record.table == Table::kConditions) conditions[record.index] = true;
    if (record.table == Table::kPropositions) propositions[record.index] = true;
  };
  for (const Condition& condition : dataset.conditions) {
    for (const Literal literal : condition.antecedents) use(literal);
    for (const Literal literal : condition.unless) use(literal);
    use(condition.consequent);
  }
  for (const Claim& claim : dataset.claims) {
    use(claim.about.literal);
    if (claim.about.condition) conditions[claim.about.condition.index()] = true;
    use_either(claim.about.more);
    use_either(claim.about.less);
  }
  for (const Event& event : dataset.events) use(Literal(event.proposition));

  constexpr char kRemedy[] = "Remove it, or correct the id where it was meant.";
  for (std::uint32_t i = 0; i < Size(dataset.propositions); ++i)
    if (!propositions[i])
      check.Warn("I9", Table::kPropositions, i, "",
                 "No claim, link, comparison or event uses the proposition " +
                     Quote(dataset.propositions[i].id) + ".",
                 kRemedy);
  for (std::uint32_t i = 0; i < Size(dataset.conditions); ++i)
    if (!conditions[i])
      check.Warn(
          "I9", Table::kConditions, i, "",
          "No claim or comparison uses the condition " + Quote(dataset.conditions[i].id) + ".",
          kRemedy);
}

// --- I10 ---------------------------------------------------------------------------------------

void CheckExclusions(const Check& check) {
  const auto& propositions = check.dataset.propositions;
  for (std::uint32_t i = 0; i < Size(propositions); ++i) {
    const auto& excludes = propositions[i].excludes;
    for (std::size_t k = 0; k < excludes.size(); ++k) {
      const PropositionId other = excludes[k];
      if (!other || !check.Sound(Table::kPropositions, other.index())) continue;
      const auto& back = propositions[other.index()].excludes;
      const bool self = other.index() == i;
      if (!self && std::find(back.begin(), back.end(), PropositionId(i)) != back.end()) continue;
      check.Error("I10", Table::kPropositions, i, Path("excludes", k),
                  self ? string("A proposition excludes itself; it could never be so.")
                       : Quote(propositions[i].id) + " excludes " +
                             Quote(propositions[other.index()].id) +
                             ", but not the other way round; exclusion holds both ways.",
                  self ? "Remove it." : "Add the exclusion there, or remove it here.");
    }
  }
}

// --- I16 ---------------------------------------------------------------------------------------

/// Words of a text stand only where they may, and are those of their place.
void CheckQuote(const Check& check, std::uint32_t i, const Passage& passage) {
  if (passage.quote.empty() || !passage.document ||
      !check.Sound(Table::kDocuments, passage.document.index()))
    return;
  const Document& document = check.dataset[passage.document];
  if (document.quoting == Quoting::kNone) {
    check.Error("I16", Table::kPassages, i, "/quote",
                "The passage has a `quote`, but the words of " + Quote(document.id) +
                    " must not stand in the dataset: its `quoting` is none.",
                "Remove the quote, or write `quoting` if the words may be shown.");
    return;
  }
  const std::u32string letters = MakeSkeleton(Norm1(passage.quote)).letters;
  if (letters.size() == passage.letters && Sha256Hex(ToUtf8(letters)) == passage.sha256) return;
  check.Error("I16", Table::kPassages, i, "/quote",
              "The letters of `quote` are not those of the passage: another number or digest.",
              "Copy the words from the text, from the first letter of the place to the last.");
}

void CheckContent(const Check& check, std::uint32_t i, const Document& document) {
  if (document.text.content.empty()) return;
  if (document.quoting != Quoting::kAll) {
    check.Error("I16", Table::kDocuments, i, "/text/content",
                "The document holds its text, but its `quoting` is " +
                    Tick(Word(document.quoting)) +
                    "; the whole text may stand here only if it is "
                    "`all`.",
                "Remove `content`, or write `quoting` if the text may be shown.");
    return;
  }
  string joined;
  for (const Text paragraph : document.text.content) joined.append(paragraph).append(" ");
  const std::u32string norm1 = Norm1(joined);
  if (norm1.size() == document.text.code_points &&
      Sha256Hex(ToUtf8(MakeSkeleton(norm1).letters)) == document.text.sha256)
    return;
  check.Error("I16", Table::kDocuments, i, "/text/content",
              "`content` is not the text that was coded: another length or digest.",
              "Put the coded text in, one item a paragraph.");
}

// --- I11, I12, I13 -----------------------------------------------------------------------------

void CheckRelation(const Check& check, std::uint32_t i, const Relation& relation) {
  if (relation.type != RelationType::kUndercuts || !relation.to) return;
  if (check.dataset[relation.to].about.kind == AboutKind::kCondition ||
      !check.Sound(Table::kClaims, relation.to.index()))
    return;
  check.Error("I11", Table::kRelations, i, "/to",
              "The relation undercuts " + Quote(check.dataset[relation.to].id) +
                  ", which is about no link; only a link can be undercut.",
              "Write `attacks`, or name a claim about a condition.");
}

void CheckQuantity(const Check& check, std::uint32_t i, const Quantity& quantity) {
  const auto above = [](const std::optional<double>& a, const std::optional<double>& b) {
    return a && b && *a > *b;
  };
  if (above(quantity.low, quantity.value) || above(quantity.value, quantity.high) ||
      above(quantity.low, quantity.high))
    check.Error("I12", Table::kQuantities, i, "",
                "`low`, `value` and `high` are out of order; none is above the next.",
                "Put them in rising order.");
}

void CheckEvent(const Check& check, std::uint32_t i, const Event& event) {
  if (!event.proposition || !check.Sound(Table::kPropositions, event.proposition.index())) return;
  const Proposition& proposition = check.dataset[event.proposition];
  if (proposition.kind == PropositionKind::kEvent) return;
  check.Error("I13", Table::kEvents, i, "/proposition",
              "The proposition " + Quote(proposition.id) + " is of kind " +
                  Tick(Word(proposition.kind)) + "; what happens on a date is of kind `event`.",
              "Make its kind `event`, or name another proposition.");
}

void CheckClaim(const Check& check, std::uint32_t i, const Claim& claim) {
  CheckAttribution(check, i, claim);
  CheckModality(check, i, claim);
  CheckCommitment(check, i, claim);
  CheckOneDocument(check, i, claim);
}

/// Runs `check_record` on every record of a table that is not broken.
template <class R, class F>
void ForEach(const Check& check, Table table, const std::vector<R>& records, F check_record) {
  for (std::uint32_t i = 0; i < Size(records) && !check.report.full(); ++i)
    if (check.Sound(table, i)) check_record(check, i, records[i]);
}

}  // namespace

void CheckInvariants(const Dataset& dataset, Report* report) {
  const Check check{dataset, *report};
  ForEach(check, Table::kDocuments, dataset.documents, CheckParagraphs);
  ForEach(check, Table::kPassages, dataset.passages, CheckPassage);
  ForEach(check, Table::kDocuments, dataset.documents, CheckContent);
  ForEach(check, Table::kPassages, dataset.passages, CheckQuote);
  CheckRepeats(check);
  CheckTwins(check);
  CheckWholes(check);
  CheckExclusions(check);
  ForEach(check, Table::kConditions, dataset.conditions, CheckCondition);
  ForEach(check, Table::kClaims, dataset.claims, CheckClaim);
  ForEach(check, Table::kRelations, dataset.relations, CheckRelation);
  ForEach(check, Table::kEvents, dataset.events, CheckEvent);
  ForEach(check, Table::kQuantities, dataset.quantities, CheckQuantity);
  CheckUse(check);
}

}  // namespace proviso::io
