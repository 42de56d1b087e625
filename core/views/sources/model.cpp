#include "core/views/sources/model.h"

#include <algorithm>
#include <set>

#include "core/base/sort.h"
#include "core/state/change_words.h"
#include "core/views/sources/extents.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

bool Stands(const Extent& extent, const Passage& passage) {
  return extent.drawn_true ? passage.start < extent.end && passage.end > extent.start
                           : passage.paragraph == extent.number;
}

/// Gives each bar the lowest lane in which no earlier bar still runs.
void SetLanes(std::vector<PassageBar>* bars) {
  SortList(bars, [](const PassageBar& a, const PassageBar& b) { return a.start < b.start; });
  std::vector<float> ends;
  for (PassageBar& bar : *bars) {
    std::size_t lane = 0;
    while (lane < ends.size() && ends[lane] > bar.start) ++lane;
    if (lane == ends.size()) ends.push_back(0);
    ends[lane] = bar.end;
    bar.lane = static_cast<std::uint32_t>(lane);
  }
}

SourceItem ItemOf(const Library& library, const Session& session, const Outcome& outcome,
                  ClaimId id) {
  const Claim& claim = library.dataset[id];
  SourceItem item;
  item.check = CheckOf(library, session, claim);
  item.id = claim.id;
  item.sign = SignOf(library, outcome, claim);
  item.gloss = GlossOf(library, claim);
  item.holder = library.dataset[claim.holder()].name;
  item.mark = MarkOf(claim);
  if (const std::string disputed = DisputedWords(library, id); !disputed.empty())
    item.holder = library.say("{0}. {1}", {item.holder, disputed});
  item.near = BearingOf(library, outcome, claim) != Bearing::kBackground;
  item.selected = session.state.selection == claim.id;
  item.select = Select{item.id};
  return item;
}

SourceParagraph ParagraphOf(const Library& library, const Session& session, const Outcome& outcome,
                            const Extent& extent, std::span<const PassageId> passages) {
  const Dataset& dataset = library.dataset;
  const ViewState& state = session.state;
  const Say& say = library.say;
  SourceParagraph paragraph;
  paragraph.number = extent.number;
  paragraph.words = say(extent.number > 0 ? "Paragraph {0}" : "No paragraph given",
                        {std::to_string(extent.number)});
  paragraph.length = std::max(1u, extent.end - extent.start);
  paragraph.drawn_true = extent.drawn_true;
  const auto share = [&](std::uint32_t at) {
    const std::uint32_t inside = std::clamp(at, extent.start, extent.start + paragraph.length);
    return static_cast<float>(inside - extent.start) / static_cast<float>(paragraph.length);
  };
  std::set<ClaimId> listed;
  for (const PassageId id : passages) {
    const Passage& passage = dataset[id];
    if (passage.start >= extent.end) break;
    if (!Stands(extent, passage)) continue;
    const std::span<const ClaimId> claims = library.index.claims_at_passage[id];
    PassageBar bar;
    bar.id = passage.id;
    bar.start = share(passage.start);
    bar.end = share(passage.end);
    bar.from_before = passage.start < extent.start;
    bar.goes_on = passage.end > extent.end;
    bar.sign = SignAt(library, outcome, claims);
    SetKind(library, outcome, passage, claims, bar.sign.sign, &bar);
    bar.claims = static_cast<std::uint32_t>(claims.size());
    bar.selected = state.selection == passage.id;
    bar.select = Select{bar.id};
    bar.check = CheckOf(library, session, id);
    if (!bar.from_before) Count(bar.check.state, &paragraph.counts);
    for (const ClaimId claim : claims) {
      if (state.selection == dataset[claim].id) bar.selected = true;
      // A claim is listed where it begins to stand; one with several passages once a paragraph.
      if (!bar.from_before && listed.insert(claim).second) {
        paragraph.items.push_back(ItemOf(library, session, outcome, claim));
        paragraph.items.back().start = bar.start;
      }
    }
    paragraph.selected = paragraph.selected || bar.selected;
    paragraph.bars.push_back(std::move(bar));
  }
  SetLanes(&paragraph.bars);
  for (std::size_t i = 0; i < paragraph.bars.size(); ++i) {
    PassageBar& bar = paragraph.bars[i];
    bar.words = say.Chain(Key("{0}: {1}"),
                          {say("Passage {0} of {1}, {2}",
                               {std::to_string(i + 1), std::to_string(paragraph.bars.size()),
                                say.Counted(bar.claims, "{0} claim", "{0} claims")}),
                           bar.sign.words});
    if (bar.check.state != CheckState::kUnchecked)
      bar.words = say("{0}. {1}", {bar.words, bar.check.words});
  }
  FinishCounts(say, &paragraph.counts);
  if (!paragraph.bars.empty())
    paragraph.said = say.Counted(paragraph.bars.size(), "{0} passage", "{0} passages");
  for (const StateCount& count : paragraph.counts)
    paragraph.said = say.Chain(Key("{0}, {1}"), {paragraph.said, count.words});
  if (extent.role != PassageRole::kBody) paragraph.note = say(Label(extent.role));
  if (paragraph.bars.empty())
    paragraph.note =
        say(paragraph.note.empty() ? "Nothing coded" : "{0}, nothing coded", {paragraph.note});
  return paragraph;
}

std::string FactsOf(const Library& library, const Document& document) {
  std::vector<std::string> creators;
  for (const ActorId creator : document.creators)
    creators.emplace_back(library.dataset[creator].name);
  std::string facts = library.say.Join(creators);
  if (!document.published.empty()) facts += " · " + DateWords(document.published, library.say);
  return facts + " · " + library.say(Label(document.coded));
}

CopyBox QuestionBox(const Library& library, const OfferedCopy& offered) {
  const Say& say = library.say;
  CopyBox box;
  box.question = true;
  box.title = say(offered.copy != nullptr ? "Another text?" : "This cannot be read");
  box.words = offered.problem;
  const auto answer = [&box](std::string key, std::string words, CopyAnswer what) {
    box.actions.push_back({std::move(key), std::move(words), AnswerCopy{what}, "", false});
  };
  if (offered.other_copy != nullptr) {
    const RecordRef other = library.dataset.Find(offered.other);
    answer("keep-for-other", say("Use it for text {0}", {LetterOf(DocumentId(other.index))}),
           CopyAnswer::kKeepForOther);
  }
  if (offered.copy != nullptr) answer("keep-anyway", say("Keep it anyway"), CopyAnswer::kKeep);
  if (!offered.bytes.empty())
    answer("windows-1252", say("Read it as Windows-1252"), CopyAnswer::kReadAsWindows1252);
  answer("leave-copy", say("Leave it"), CopyAnswer::kLeave);
  return box;
}

CopyBox BoxFor(const Library& library, const Session& session, DocumentId shown, const Copy* copy) {
  if (session.copies.offered) return QuestionBox(library, *session.copies.offered);
  const Say& say = library.say;
  const Action choose{"choose-copy", say("Load your copy…"), PickFile{Wanted::kCopy}, "", false};
  CopyBox box;
  if (copy == nullptr) {
    box.title = say("Drop your copy of text {0} here", {LetterOf(shown)});
    box.words = say(
        "or paste it. We look for each coded passage in it. The text stays on this machine and is "
        "not in the link, the export or the dataset.");
    box.actions = {choose};
    return box;
  }
  box.title = say("Your copy of text {0}", {LetterOf(shown)});
  box.words = say.Chain(
      Key("{0}. {1}"),
      {copy->name, say(copy->report.same_text
                           ? "Letter for letter the coder’s text. It stays on this machine."
                           : "Not letter for letter the coder’s text. It stays on this machine.")});
  box.actions = {{"choose-copy", say("Choose another…"), PickFile{Wanted::kCopy}, "", false},
                 {"drop-copy", say("Remove my copy"),
                  DropCopy{std::string(library.dataset[shown].id)}, "", false}};
  return box;
}

}  // namespace

CopyPtr ShownCopy(const Library& library, const Session& session) {
  if (library.dataset.documents.empty() || session.copies.by_document.empty()) return nullptr;
  const auto at = session.copies.by_document.find(
      std::string(library.dataset[ShownDocument(library.dataset, session.state)].id));
  return at == session.copies.by_document.end() ? nullptr : at->second;
}

SignMark SignAt(const Library& library, const Outcome& outcome, std::span<const ClaimId> claims) {
  SignMark best;
  best.sign = Sign::kNone;
  for (const ClaimId id : claims) {
    const SignMark sign = SignOf(library, outcome, library.dataset[id]);
    if (sign.sign == Sign::kNone) continue;
    if (best.sign == Sign::kNone || (best.other_step && !sign.other_step)) best = sign;
  }
  if (claims.empty()) best.words = library.say("nothing coded");
  return best;
}

namespace {

/// What is listed beside the passages, and what could be.
void AddScopes(const Library& library, const Session& session, const Outcome& outcome,
               OnOutcome* kept, SourcesModel* model) {
  const Say& say = library.say;
  const auto listed = session.scroll.find(std::string(kSourcesListed));
  const float value = listed == session.scroll.end() ? 0 : listed->second;
  OnOutcome anew;
  if (kept == nullptr) kept = &anew;
  if (!kept->claims || kept->target != outcome.target) {
    kept->target = outcome.target;
    kept->claims = 0;
    for (const Claim& claim : library.dataset.claims)
      *kept->claims += BearingOf(library, outcome, claim) != Bearing::kBackground ? 1u : 0u;
  }
  const std::uint32_t near = *kept->claims;
  model->heading = say.Counted(library.dataset.documents.size(), "{0} text, at true length",
                               "{0} texts, at true length");
  model->all = value == 1 || near == 0;
  model->opened = value > 1 ? static_cast<std::uint32_t>(value) - 1 : 0;
  if (near == 0) return;
  const auto add = [&](std::string key, std::string_view words, std::size_t count, float to) {
    model->scopes.push_back(
        {std::move(key), say("{0} {1}##name, number", {say(words), std::to_string(count)}),
         ScrollTo{std::string(kSourcesListed), to}, "", model->all == (to == 1)});
  };
  add("near", Key("On this outcome"), near, 0);
  add("all", Key("Everything coded"), library.dataset.claims.size(), 1);
}

}  // namespace

namespace {

/// The paragraph that a phone shows: where something is selected; else the one gone to; else the
/// first that says which way the outcome is pushed, says something on it, or has a passage.
std::size_t ParagraphAt(const Session& session, const SourcesModel& model) {
  const auto found = session.scroll.find(std::string(kSourcesPhonePlace));
  const auto& list = model.paragraphs;
  const auto first = [&](const auto& fits) {
    return static_cast<std::size_t>(std::find_if(list.begin(), list.end(), fits) - list.begin());
  };
  const auto near = [](const SourceParagraph& paragraph) {
    return std::any_of(paragraph.items.begin(), paragraph.items.end(),
                       [](const SourceItem& item) { return item.near; });
  };
  std::size_t at = first([](const SourceParagraph& one) { return one.selected; });
  if (at == list.size() && found != session.scroll.end())
    return std::min(static_cast<std::size_t>(std::max(found->second, 0.0f)),
                    std::max<std::size_t>(list.size(), 1) - 1);
  if (at == list.size())
    at = first([](const SourceParagraph& one) {
      return std::any_of(one.bars.begin(), one.bars.end(),
                         [](const PassageBar& bar) { return bar.kind == PassageKind::kWay; });
    });
  if (at == list.size()) at = first(near);
  if (at == list.size()) at = first([](const SourceParagraph& one) { return !one.bars.empty(); });
  return at == list.size() ? 0 : at;
}

}  // namespace

SourcesModel BuildSourcesModel(const Library& library, const Session& session, OnOutcome* kept) {
  const Dataset& dataset = library.dataset;
  const ViewState& state = session.state;
  const Say& say = library.say;
  SourcesModel model;
  if (dataset.documents.empty()) {
    model.empty = say("This dataset has no texts.");
    return model;
  }
  const DocumentId shown = ShownDocument(dataset, state);
  if (!state.document.empty() && state.document != dataset[shown].id)
    model.unknown = say("This dataset has no text “{0}”; the first is shown.",
                        {NameOfId(library, state.document)});
  const Outcome outcome = FindOutcome(library, state.target);
  model.cards = SourceCards(library, session, outcome);
  const std::vector<Extent> extents = ExtentsOf(library, shown);
  const std::span<const PassageId> passages = library.index.passages_of_document[shown];
  std::size_t from = 0;  // Both lists are in reading order, so that neither is walked twice.
  for (const Extent& extent : extents) {
    while (from < passages.size() && dataset[passages[from]].end <= extent.start) ++from;
    model.paragraphs.push_back(
        ParagraphOf(library, session, outcome, extent, passages.subspan(from)));
  }
  model.at = ParagraphAt(session, model);
  model.shown = dataset[shown].id;
  AddScopes(library, session, outcome, kept, &model);
  model.title = say("{0}: {1}", {dataset[shown].title,
                                 say.Counted(extents.size(), "{0} paragraph", "{0} paragraphs")});
  model.facts = FactsOf(library, dataset[shown]);
  const CopyPtr copy = ShownCopy(library, session);
  model.box = BoxFor(library, session, shown, copy.get());
  model.copy_shown = session.copies.shown;
  model.may_code = session.editing_allowed;
  model.coding = session.coding.shown;
  if (const std::string next = NextProblem(library, session); !next.empty())
    model.problem = Action{"next-problem", say("Next problem"), OpenPlace{next}, "N", false};
  if (copy == nullptr)
    model.why_bars =
        say("The texts are not ours to republish. Bars show length and place. Load a copy to read "
            "the words here.");
  model.state_words = say.Counted(passages.size(), "{0} passage", "{0} passages");
  if (copy != nullptr)
    for (const StateCount& count : model.cards[shown.index()].totals)
      model.state_words = say.Chain(Key("{0}, {1}"), {model.state_words, count.words});
  if (copy == nullptr)
    model.state_words =
        say("{0}, not checked: load your copy to read the words", {model.state_words});
  if (passages.empty()) model.empty = say("No passage of this text is coded.");
  return model;
}

}  // namespace proviso::view
