#include "core/state/coded_text.h"

#include <algorithm>

#include "core/author/form_value.h"
#include "core/edit/line.h"
#include "core/edit/lines.h"
#include "core/state/copy_check.h"

namespace proviso::view {
namespace {

constexpr std::size_t kMostMatches = 7;

}  // namespace

CopyPtr CodedCopy(const Library& library, const Session& session) {
  if (library.dataset.documents.empty()) return nullptr;
  return CodedCopy(library, session, ShownDocument(library.dataset, session.state));
}

CopyPtr CodedCopy(const Library& library, const Session& session, DocumentId document) {
  const auto copy = session.copies.by_document.find(std::string(library.dataset[document].id));
  if (copy == session.copies.by_document.end() || !copy->second->report.same_text) return nullptr;
  return copy->second;
}

std::optional<DocumentId> MarkedDocument(const Library& library, const Session& session) {
  const Coding& coding = session.coding;
  const RecordRef record = library.dataset.Find(coding.document);
  if (!record || record.table != Table::kDocuments) return std::nullopt;
  const DocumentId document(record.index);
  const std::uint32_t size = library.dataset[document].text.code_points;
  const auto stands = [size](locate::Place place) { return place.end <= size; };
  if (coding.mark && !stands(*coding.mark)) return std::nullopt;
  if (!std::all_of(coding.more.begin(), coding.more.end(), stands)) return std::nullopt;
  return document;
}

bool IsMarkedShown(const Library& library, const Session& session) {
  const std::optional<DocumentId> marked = MarkedDocument(library, session);
  return marked && *marked == ShownDocument(library.dataset, session.state);
}

CodeText ReadCoded(const Library& library, DocumentId shown, const Copy& copy) {
  const Document& document = library.dataset[shown];
  std::vector<locate::Place> paragraphs;
  for (const Paragraph& one : document.text.paragraphs) paragraphs.push_back({one.start, one.end});
  return ReadCodeText(copy.text, paragraphs.empty() ? copy.paragraphs : std::move(paragraphs),
                      document.language);
}

std::string WholeLine(CodeField field, const CodeLine& line) {
  if (field == CodeField::kFirm) return line.taken;
  if (line.taken.empty() || line.typed.empty()) return line.taken + line.typed;
  return line.taken + (field == CodeField::kWho ? " > " : " ") + line.typed;
}

ClaimLines LinesOf(const Library& library, const Session& session) {
  const Coding& coding = session.coding;
  ClaimLines claim;
  claim.document =
      MarkedDocument(library, session).value_or(ShownDocument(library.dataset, session.state));
  claim.places = coding.more;
  if (coding.mark) claim.places.push_back(*coding.mark);
  for (std::size_t i = 0; i < kCodeFieldCount; ++i)
    claim.lines[i] = WholeLine(static_cast<CodeField>(i), coding.lines[i]);
  const Names names(library, coding.coder);
  const std::string& typed = coding.lines[static_cast<std::size_t>(CodeField::kAbout)].typed;
  for (const LinePart& part : PartsOf(CodeField::kAbout, typed, names.known()))
    claim.settled =
        claim.settled && (part.keyword || names.Knows(Table::kPropositions, part.words));
  claim.hedges = coding.hedges;
  claim.coder = coding.coder;
  claim.id = coding.draft;
  return claim;
}

std::vector<bool> CodedSentences(const Library& library, DocumentId document,
                                 const CodeText& text) {
  std::vector<bool> coded(text.sentences.size(), false);
  for (const PassageId id : library.index.passages_of_document[document]) {
    if (library.index.claims_at_passage[id].empty()) continue;
    const Passage& passage = library.dataset[id];
    for (std::size_t i = 0; i < coded.size(); ++i)
      if (passage.start < text.sentences[i].end && passage.end > text.sentences[i].start)
        coded[i] = true;
  }
  return coded;
}

std::vector<CodeMatch> CodeMatches(const Library& library, CodeField field,
                                   std::string_view typed) {
  std::vector<CodeMatch> matches;
  const Names names(library, "");
  const std::vector<LinePart> parts = PartsOf(field, typed, names.known());
  if (parts.empty() || parts.back().keyword) return matches;
  std::string_view words = parts.back().words;
  const edit::Lines lines(library.dataset);
  const Table table = field == CodeField::kWho ? Table::kActors : Table::kPropositions;
  for (const NameMatch& one : MatchesOf(library, table, words, kMostMatches)) {
    const RecordRef record = library.dataset.Find(one.id);
    matches.push_back({field == CodeField::kWho ? lines.Actor(ActorId(record.index))
                                                : lines.Statement(PropositionId(record.index)),
                       one.name, one.uses, false});
  }
  if (!names.Knows(table, words))
    matches.push_back({AsPart(field, words), std::string(words), 0, true});
  return matches;
}

}  // namespace proviso::view
