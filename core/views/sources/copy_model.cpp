#include "core/views/sources/copy_model.h"

#include <algorithm>
#include <utility>

#include "core/base/sort.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

/// Gives each mark the lowest lane in which no earlier one still runs.
void SetLanes(std::vector<CopyMark>* marks) {
  std::vector<std::uint32_t> ends;
  for (CopyMark& mark : *marks) {
    std::size_t lane = 0;
    while (lane < ends.size() && ends[lane] > mark.start) ++lane;
    if (lane == ends.size()) ends.push_back(0);
    ends[lane] = mark.end;
    mark.lane = static_cast<std::uint32_t>(lane);
  }
}

/// What is coded at a passage, in words; at most so much that it can be listened to.
std::string CodedWords(const Library& library, std::span<const ClaimId> claims) {
  if (claims.empty()) return library.say("Nothing coded");
  std::string words = GlossOf(library, library.dataset[claims[0]]).plain();
  if (claims.size() > 1)
    words = library.say.Counted(claims.size() - 1, "{1} And {0} further claim",
                                "{1} And {0} further claims", {words});
  return words;
}

}  // namespace

CopyModel BuildCopyModel(const Library& library, const Session& session, CopyPtr copy) {
  const Dataset& dataset = library.dataset;
  const std::string& selection = session.state.selection;
  const DocumentId shown = ShownDocument(dataset, session.state);
  const Outcome outcome = FindOutcome(library, session.state.target);
  CopyModel model;
  std::uint32_t paragraph = 0;  // Of the last passage that is in the copy.
  for (const PassageId id : library.index.passages_of_document[shown]) {
    const Passage& passage = dataset[id];
    const std::span<const ClaimId> claims = library.index.claims_at_passage[id];
    const PassageCheck check = CheckOf(library, session, id);
    CopyMark mark;
    mark.id = passage.id;
    mark.sign = SignAt(library, outcome, claims);
    mark.state = check.state;
    mark.select = Select{claims.size() == 1 ? std::string(dataset[claims[0]].id) : mark.id};
    mark.selected = selection == mark.id;
    for (const ClaimId claim : claims) mark.selected |= selection == dataset[claim].id;
    const std::string coded = CodedWords(library, claims);
    const std::string said =
        library.say.Chain(Key("{0}: {1}"), {library.say.Capital(mark.sign.words), coded});
    const locate::Finding* finding = copy->Find(id);
    if (finding == nullptr || finding->places.empty()) {
      model.gaps.push_back({mark.id, paragraph, mark.sign, mark.state,
                            library.say("{0}: {1}. {2}##state, place, what is said",
                                        {check.words, RefOf(library, id).short_words, said}),
                            mark.selected, mark.select});
      continue;
    }
    mark.words = library.say("{0}. {1}", {check.words, said});
    for (std::size_t i = 0; i < finding->places.size(); ++i) {
      mark.place = static_cast<std::uint32_t>(i);
      mark.start = finding->places[i].start;
      mark.end = finding->places[i].end;
      model.marks.push_back(mark);
    }
    paragraph = copy->ParagraphAt(finding->places[0].start);
  }
  SortList(&model.marks, [](const CopyMark& a, const CopyMark& b) { return a.start < b.start; });
  SortList(&model.gaps,
           [](const CopyGap& a, const CopyGap& b) { return a.paragraph < b.paragraph; });
  SetLanes(&model.marks);
  const Say& say = library.say;
  model.facts = say("Your copy · {0}, {1} · shown with plain quotation marks and spaces",
                    {say.Counted(copy->paragraphs.size(), "{0} paragraph", "{0} paragraphs"),
                     say.Counted(copy->text.size(), "{0} character", "{0} characters")});
  model.copy = std::move(copy);
  return model;
}

}  // namespace proviso::view
