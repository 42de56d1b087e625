// The whole dataset in one fragment, for a page that has no others beside it.

#include <string>
#include <vector>

#include "core/base/safe_text.h"
#include "core/base/version.h"
#include "core/pages/intro.h"
#include "core/pages/parts.h"
#include "core/pages/publish.h"
#include "core/voice/phrases.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

void PutLinks(Html& html, const Library& library, const std::vector<ConditionId>& links) {
  const Within list(html, "ul");
  for (const ConditionId id : links) {
    const Condition& condition = library.dataset[id];
    std::string words = LinkSentence(library.dataset, condition, library.say);
    const std::string holders = HolderWords(library, id);
    if (!holders.empty()) words += " — " + holders;
    html.Leaf("li", words, {{"id", condition.id}, {"dir", DirectionOf(words)}});
  }
  html.Line();
}

void PutClaim(Html& html, const Library& library, const Site& site, ClaimId id) {
  const Claim& claim = library.dataset[id];
  const HedgedText gloss = GlossOf(library, claim);
  std::string voices;
  for (const ChainStep& step : ChainOf(library, claim)) {
    voices += step.name;
    if (step.holder) break;
    voices += (step.link.empty() ? "" : " (" + step.link + ")") + " → ";
  }
  const Within item(html, "li", {{"id", claim.id}, {"dir", DirectionOf(voices + gloss.plain())}});
  html.Leaf("b", voices);
  html.Text(": ");
  PutHedged(html, gloss);
  std::vector<std::string> places;
  for (const Ref& ref : RefsOf(library, claim)) places.push_back(ref.short_words);
  std::string marks = SignOf(library, site.outcome, claim).words;
  for (const std::string& words : {StrengthOf(library, claim).words, JoinWords(places)})
    if (!words.empty()) marks += (marks.empty() ? "" : " · ") + words;
  html.Text(" (" + marks + ")");
}

void PutText(Html& html, const Library& library, const Site& site, DocumentId id) {
  const Document& document = library.dataset[id];
  html.Leaf("h2", "Text " + LetterOf(id) + ": " + std::string(document.title),
            {{"id", document.id}, {"dir", "auto"}, {"lang", document.language}});
  if (!document.url.empty()) {
    const Within line(html, "p");
    PutUrl(html, document.url);
  }
  html.Line();
  const Within list(html, "ol");
  for (const ClaimId claim : site.claims_in_order())
    if (DocumentOf(library.dataset, library.dataset[claim]) == id)
      PutClaim(html, library, site, claim);
  html.Line();
}

}  // namespace

std::string ExportOutline(const Library& library) {
  const Dataset& dataset = library.dataset;
  const Site site(library);
  Html html;
  html.Leaf("h1", dataset.info.title, {{"dir", "auto"}});
  html.Leaf("p", IntroWords(dataset));
  if (!dataset.info.note.empty()) html.Leaf("p", dataset.info.note, {{"dir", "auto"}});
  html.Leaf("p", CountWords(dataset));
  html.Line();
  std::vector<bool> told(dataset.conditions.size());
  if (site.outcome.target) {
    html.Leaf("h2", "What is linked to: " + std::string(dataset[site.outcome.target].label),
              {{"dir", "auto"}});
    const auto by_sign = LinksBySign(site);
    for (std::size_t i = 0; i < by_sign.size(); ++i) {
      if (by_sign[i].empty()) continue;
      html.Leaf("h3", SignHeading(static_cast<Sign>(i)));
      PutLinks(html, library, by_sign[i]);
      for (const ConditionId id : by_sign[i]) told[id.index()] = true;
    }
  }
  std::vector<ConditionId> others;
  for (std::uint32_t i = 0; i < dataset.conditions.size(); ++i)
    if (!told[i]) others.emplace_back(i);
  if (!others.empty()) {
    html.Leaf("h2", "Further links");
    PutLinks(html, library, others);
  }
  for (std::uint32_t i = 0; i < dataset.documents.size(); ++i)
    PutText(html, library, site, DocumentId(i));
  const Within foot(html, "p");
  html.Text("Dataset " + std::string(dataset.info.id));
  if (!dataset.info.version.empty()) html.Text(", version " + std::string(dataset.info.version));
  html.Text(", SHA-256 " + library.digest() + ". " + std::string(dataset.info.rights) +
            " Written by Proviso " + std::string(Version()) + ".");
  return html.Take();
}

}  // namespace proviso::view
