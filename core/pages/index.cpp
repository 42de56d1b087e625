// The start page of the text version, and what a page shows before the explorer runs.

#include <algorithm>
#include <array>

#include "core/base/sort.h"
#include "core/pages/intro.h"
#include "core/pages/lists.h"
#include "core/pages/parts.h"
#include "core/state/cite.h"
#include "core/voice/answer_words.h"
#include "core/words/labels.h"

namespace proviso::view {

std::string IntroWords(const Dataset& dataset) {
  const std::string texts = Counted(dataset.documents.size(), "text", "texts");
  return "Who claims what in " + texts +
         ", on which conditions, how firmly, and where in the text. Proviso never says whether a "
         "claim is true; it says who says it.";
}

std::string CountWords(const Dataset& dataset) {
  return Counted(dataset.claims.size(), "claim", "claims") + ", " +
         Counted(dataset.actors.size(), "actor", "actors") + ", " +
         Counted(dataset.conditions.size(), "link", "links") + " between " +
         Counted(dataset.propositions.size(), "condition and outcome", "conditions and outcomes") +
         ", " + Counted(dataset.passages.size(), "passage", "passages") + " in " +
         Counted(dataset.documents.size(), "text", "texts") + ".";
}

std::array<std::vector<ConditionId>, 9> LinksBySign(const Site& site) {
  std::array<std::vector<ConditionId>, 9> by_sign;
  const PropositionId target = site.outcome.target;
  if (!target) return by_sign;
  const query::Index& index = site.library.index;
  for (const ConditionId id : index.conditions_to[target])
    by_sign[static_cast<std::size_t>(SignOf(site.dataset[id]))].push_back(id);
  return by_sign;
}

std::string SignHeading(Sign sign) {
  if (sign == Sign::kLevel) return "How likely, if it comes";
  if (sign == Sign::kNoEffect) return "Need not change it";
  return std::string(Label(sign));
}

std::string HolderWords(const Library& library, ConditionId id) {
  std::vector<std::string> holders;
  for (const ClaimId claim : library.index.claims_about_condition[id]) {
    std::string name(library.dataset[library.dataset[claim].holder()].name);
    if (std::find(holders.begin(), holders.end(), name) == holders.end())
      holders.push_back(std::move(name));
  }
  return JoinWords(holders);
}

namespace {

constexpr std::size_t kSkeletonLinks = 40;

/// The links that end at one matter near the outcome: for many a voice its main word on it.
struct CloseLinks {
  std::string heading;  ///< "A step before: China has more reason for it"
  std::vector<ConditionId> links;
};

std::vector<CloseLinks> LinksClose(const Library& library, PropositionId target) {
  std::vector<CloseLinks> close;
  std::vector<std::uint8_t> told(library.dataset.conditions.size(), 0);
  for (const auto& [matter, how] : library.views.near[target]) {
    if (how == Nearness::kEarlier) continue;
    CloseLinks one;
    one.heading = std::string(NearKey(how)) + ": " + std::string(library.dataset[matter].label);
    for (const ConditionId id : LinksAround(library, matter).to) {
      const Condition& link = library.dataset[id];
      const bool from_it =
          std::any_of(link.antecedents.begin(), link.antecedents.end(),
                      [target](Literal literal) { return literal.proposition() == target; });
      // What starts from the outcome says nothing on whether it comes.
      if (!from_it && told[id.index()]++ == 0) one.links.push_back(id);
    }
    if (!one.links.empty()) close.push_back(std::move(one));
  }
  return close;
}

void PutTexts(Sheet& sheet) {
  sheet.html.Leaf("h2", "The texts");
  const Within list(sheet.html, "ul", {{"class", "texts"}});
  for (std::uint32_t i = 0; i < sheet.dataset.documents.size(); ++i) {
    const Document& document = sheet.dataset.documents[i];
    const DocumentId id(i);
    const Within item(sheet.html, "li");
    sheet.html.Leaf("span", LetterOf(id), {{"class", i == 0 ? "ref first" : "ref"}});
    const Within body(sheet.html, "div");
    {
      const Within title(sheet.html, "p", {{"class", "gloss"}});
      const Within link(sheet.html, "a",
                        {{"href", sheet.From(sheet.site.AddressOf({Table::kDocuments, i}))},
                         {"lang", document.language},
                         {"dir", "auto"}});
      sheet.html.Text(document.title);
    }
    const Within line(sheet.html, "p", {{"class", "meta"}});
    for (std::size_t k = 0; k < document.creators.size(); ++k) {
      if (k > 0) sheet.html.Text(", ");
      sheet.LinkTo({Table::kActors, document.creators[k].index()});
    }
    if (!document.published.empty()) sheet.html.Text(" · " + DateWords(document.published));
    sheet.html.Text(" · " +
                    Counted(sheet.library.index.claims_in_document[id].size(), "claim", "claims"));
  }
  sheet.html.Line();
}

void PutOutcome(Sheet& sheet) {
  const PropositionId target = sheet.site.outcome.target;
  if (!target) return;
  {
    const Within heading(sheet.html, "h2");
    sheet.html.Text("What is linked to: ");
    sheet.LinkTo({Table::kPropositions, target.index()});
  }
  sheet.html.Leaf("p",
                  "Each link with everyone who says it. Voices stand side by side and are never "
                  "added up.",
                  {{"class", "meta"}});
  const auto by_sign = LinksBySign(sheet.site);
  std::size_t direct = 0;
  for (std::size_t i = 0; i < by_sign.size(); ++i) {
    direct += by_sign[i].size();
    if (by_sign[i].empty()) continue;
    const Within group(sheet.html, "section", {{"class", "group"}});
    PutConditions(sheet, SignHeading(static_cast<Sign>(i)), "h3", by_sign[i]);
  }
  for (const CloseLinks& close : LinksClose(sheet.library, target)) {
    direct += close.links.size();
    const Within group(sheet.html, "section", {{"class", "group"}});
    PutConditions(sheet, close.heading, "h3", close.links);
  }
  const std::size_t others = sheet.dataset.conditions.size() - direct;
  if (others > 0) {
    const Within more(sheet.html, "p");
    sheet.html.Text("Further back, " + Counted(others, "more link leads", "more links lead") +
                    " to these conditions or to other outcomes: ");
    sheet.LinkTo("conditions.html", "all links");
    sheet.html.Text(".");
  }
  PutClaims(sheet, "Said of it without any condition", "h3",
            sheet.library.index.claims_about_proposition[target]);
}

void PutQuestions(Sheet& sheet) {
  const auto& questions = sheet.dataset.questions;
  if (questions.empty()) return;
  sheet.html.Leaf("h2", "Questions to start with");
  sheet.html.Leaf("p", "Each opens the explorer at the place that answers it.",
                  {{"class", "meta"}});
  std::vector<const Question*> order;
  for (const Question& question : questions) order.push_back(&question);
  SortList(&order, [](const Question* a, const Question* b) {
    return (a->tour == 0 ? 8 : a->tour) < (b->tour == 0 ? 8 : b->tour);
  });
  const Within list(sheet.html, "ol", {{"class", "questions"}});
  for (const Question* question : order) {
    const Within item(sheet.html, "li", {{"id", question->id}});
    {
      const Within title(sheet.html, "h3");
      // Read and written again: what a link of the data says beyond a state goes no further.
      sheet.ExplorerLink(DecodeLink(question->state).state, question->title);
    }
    sheet.html.Leaf("p", question->text, {{"class", "reading"}, {"dir", "auto"}});
  }
  sheet.html.Line();
}

}  // namespace

void ExportIndex(const Site& site, std::vector<ExportedFile>* files) {
  Sheet sheet(site, "index.html", "Overview", "index.html");
  sheet.Title(site.dataset.info.title, IntroWords(site.dataset));
  if (!site.dataset.info.note.empty())
    sheet.html.Leaf("p", site.dataset.info.note, {{"dir", "auto"}});
  sheet.html.Leaf("p", CountWords(site.dataset), {{"class", "counts"}});
  PutTexts(sheet);
  PutOutcome(sheet);
  PutQuestions(sheet);
  {
    sheet.html.Leaf("h2", "How to read these pages");
    const Within p(sheet.html, "p");
    sheet.html.Text(
        "Every item names whose it is, the voices it comes through, the words by which "
        "the text hedges, and its place. What the signs and rulers mean is told under ");
    sheet.LinkTo("about.html#Signs", "Signs");
    sheet.html.Text("; who coded it, and how, under ");
    sheet.LinkTo("about.html", "About");
    sheet.html.Text(".");
  }
  files->push_back(sheet.Finish());
}

std::string ExportSkeleton(const Library& library, std::string_view text) {
  const Site site(library);
  const std::string folder(text);
  Html html;
  html.Leaf("h1", library.dataset.info.title, {{"dir", "auto"}});
  html.Leaf("p", IntroWords(library.dataset));
  {
    const Within counts(html, "p");
    html.Text(CountWords(library.dataset) + " ");
    html.Leaf("a", "Read everything as text", {{"href", folder + "index.html"}});
    html.Text(".");
  }
  if (!site.outcome.target) return html.Take();
  html.Line();
  html.Leaf("h2", "What is linked to: " + std::string(library.dataset[site.outcome.target].label),
            {{"dir", "auto"}});
  std::size_t shown = 0, all = 0;
  const auto by_sign = LinksBySign(site);
  for (std::size_t i = 0; i < by_sign.size(); ++i) {
    all += by_sign[i].size();
    if (by_sign[i].empty() || shown >= kSkeletonLinks) continue;
    html.Leaf("h3", SignHeading(static_cast<Sign>(i)));
    const Within list(html, "ul");
    for (const ConditionId id : by_sign[i]) {
      if (shown++ >= kSkeletonLinks) break;
      const Within item(html, "li");
      html.Leaf(
          "a", LinkSentence(library.dataset, library.dataset[id], library.say),
          {{"href", folder + site.AddressOf({Table::kConditions, id.index()})}, {"dir", "auto"}});
      const std::string holders = HolderWords(library, id);
      if (!holders.empty()) html.Leaf("span", " — " + holders, {{"dir", "auto"}});
    }
    html.Line();
  }
  for (const CloseLinks& close : LinksClose(library, site.outcome.target)) {
    all += close.links.size();
    if (shown >= kSkeletonLinks) continue;
    html.Leaf("h3", close.heading, {{"dir", "auto"}});
    const Within list(html, "ul");
    for (const ConditionId id : close.links) {
      if (shown++ >= kSkeletonLinks) break;
      const Within item(html, "li");
      html.Leaf(
          "a", LinkSentence(library.dataset, library.dataset[id], library.say),
          {{"href", folder + site.AddressOf({Table::kConditions, id.index()})}, {"dir", "auto"}});
      const std::string holders = HolderWords(library, id);
      if (!holders.empty()) html.Leaf("span", " — " + holders, {{"dir", "auto"}});
    }
    html.Line();
  }
  if (all > kSkeletonLinks) {
    const Within rest(html, "p");
    html.Leaf("a", "All " + std::to_string(all) + " of them",
              {{"href", folder + "conditions.html"}});
  }
  {
    const Within more(html, "p");
    constexpr std::array<std::array<std::string_view, 2>, 4> kMore{{{"documents.html", "Texts"},
                                                                    {"claims.html", "Claims"},
                                                                    {"actors.html", "Actors"},
                                                                    {"about.html", "About"}}};
    for (const auto& [path, words] : kMore) {
      if (path != kMore[0][0]) html.Text(" · ");
      html.Leaf("a", words, {{"href", folder + std::string(path)}});
    }
  }
  html.Line();
  return html.Take();
}

}  // namespace proviso::view
