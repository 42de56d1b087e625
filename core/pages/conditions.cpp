// Propositions, which people know as conditions and outcomes, and the links between them.

#include <algorithm>

#include "core/pages/lists.h"
#include "core/pages/parts.h"
#include "core/state/cite.h"
#include "core/voice/phrases.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

/// Calls `put` for every record of a list that may need several pages.
template <class Put>
void ExportList(const Site& site, Table table, std::string_view title, std::string_view lead,
                std::string_view one, std::string_view many, const Put& put,
                std::vector<ExportedFile>* files) {
  const std::string_view list = Word(table);
  const std::size_t count = site.dataset.count(table);
  std::size_t first = 0;
  do {
    Sheet sheet(site, ListPath(list, first), title, ListPath(list, 0));
    sheet.Title(Counted(count, one, many), lead);
    sheet.Pager(list, first, count);
    const std::size_t last = std::min(first + kRecordsAPage, count);
    for (std::size_t i = first; i < last; ++i) {
      const RecordRef record{table, static_cast<std::uint32_t>(i)};
      const InspectorModel model = Inspect(site.library, record);
      const Within article(sheet.html, "article",
                           {{"class", "record"}, {"id", site.dataset.IdOf(record)}});
      sheet.html.Leaf("p", model.kind, {{"class", "kind"}});
      sheet.html.Leaf("h2", model.title, {{"class", "gloss"}, {"dir", "auto"}});
      const std::string gloss = model.gloss.plain();
      if (!gloss.empty() && gloss != model.title)
        sheet.html.Leaf("p", gloss, {{"class", "reading"}, {"dir", "auto"}});
      put(sheet, i, model);
      const Within foot(sheet.html, "p", {{"class", "meta"}});
      sheet.html.Leaf("a", site.dataset.IdOf(record),
                      {{"href", "#" + std::string(site.dataset.IdOf(record))}, {"class", "id"}});
    }
    sheet.Pager(list, first, count);
    files->push_back(sheet.Finish());
    first = last;
  } while (first < count);
}

/// Propositions that name `id` as near to them.
std::vector<std::vector<std::pair<PropositionId, Nearness>>> NearOnes(const Dataset& dataset) {
  std::vector<std::vector<std::pair<PropositionId, Nearness>>> of(dataset.propositions.size());
  for (std::uint32_t i = 0; i < dataset.propositions.size(); ++i)
    for (const Near& near : dataset.propositions[i].near)
      of[near.to.index()].emplace_back(PropositionId(i), near.how);
  return of;
}

}  // namespace

void ExportPropositions(const Site& site, std::vector<ExportedFile>* files) {
  const query::Index& index = site.library.index;
  const auto near = NearOnes(site.dataset);
  ExportList(
      site, Table::kPropositions, "Conditions and outcomes",
      "What can be so or not so: the conditions that somebody names, the outcomes they lead to, "
      "and the steps between. Nothing here is said to be the case; who says what is under each.",
      "condition or outcome", "conditions and outcomes",
      [&](Sheet& sheet, std::size_t i, const InspectorModel& model) {
        const PropositionId id(static_cast<std::uint32_t>(i));
        const RecordRef record{Table::kPropositions, id.index()};
        {
          Facts facts(sheet);
          facts.Put(model.facts);
          for (std::size_t k = 0; k < kWords<Nearness>.size(); ++k) {
            const Nearness how = static_cast<Nearness>(k);
            Fact fact{std::string(Label(how)) + " this", {}};
            for (const auto& [other, other_how] : near[i])
              if (other_how == how)
                fact.values.push_back({std::string(site.dataset[other].label),
                                       Select{std::string(site.dataset[other].id)}});
            facts.Put({fact});
          }
        }
        const LinksOf links = LinksAround(site.library, id);
        PutConditions(sheet, "Links to it", "h3", links.to);
        PutConditions(sheet, "Links from it", "h3", links.from);
        PutClaims(sheet, "Said of it", "h3", index.claims_about_proposition[id]);
        PutClaims(sheet, "Ranked", "h3", site.ComparisonsOf(record));
      },
      files);
}

void ExportConditions(const Site& site, std::vector<ExportedFile>* files) {
  ExportList(
      site, Table::kConditions, "Links",
      "What is said to follow from what, or to make it more or less likely. A link is only the "
      "content; who says it, how firmly and where stands under it.",
      "link", "links",
      [&](Sheet& sheet, std::size_t i, const InspectorModel& model) {
        const ConditionId id(static_cast<std::uint32_t>(i));
        SignMark sign;
        sign.sign = SignOf(site.dataset[id]);
        sign.words = Label(sign.sign);
        {
          const Within marks(sheet.html, "p", {{"class", "marks"}});
          PutSign(sheet, sign);
        }
        Facts(sheet).Put(model.facts);
        PutClaims(sheet, "Who says so", "h3", site.library.index.claims_about_condition[id]);
        PutClaims(sheet, "Ranked", "h3", site.ComparisonsOf({Table::kConditions, id.index()}));
      },
      files);
}

void ExportEvents(const Site& site, std::vector<ExportedFile>* files) {
  ExportList(
      site, Table::kEvents, "Events", "What is dated, with how closely the date is known.", "event",
      "events",
      [&](Sheet& sheet, std::size_t i, const InspectorModel& model) {
        Facts facts(sheet);
        facts.Put(model.facts);
        facts.Places(site.dataset.events[i].passages);
      },
      files);
}

void ExportQuantities(const Site& site, std::vector<ExportedFile>* files) {
  ExportList(
      site, Table::kQuantities, "Figures",
      "Numbers that the texts give. They are shown as given and never used to reckon with.",
      "figure", "figures",
      [&](Sheet& sheet, std::size_t i, const InspectorModel& model) {
        Facts(sheet).Put(model.facts);
        PutClaims(
            sheet, "Who gives it", "h3",
            site.library.index.claims_about_quantity[QuantityId(static_cast<std::uint32_t>(i))]);
      },
      files);
}

void ExportTopics(const Site& site, std::vector<ExportedFile>* files) {
  ExportList(
      site, Table::kTopics, "Topics", "What the claims are about, in groups that the coders made.",
      "topic", "topics",
      [&](Sheet& sheet, std::size_t i, const InspectorModel&) {
        const TopicId id(static_cast<std::uint32_t>(i));
        const auto has = [id](std::span<const TopicId> topics) {
          return std::find(topics.begin(), topics.end(), id) != topics.end();
        };
        std::vector<ConditionId> conditions;
        for (std::uint32_t k = 0; k < site.dataset.conditions.size(); ++k)
          if (has(site.dataset.conditions[k].topics)) conditions.emplace_back(k);
        query::ClaimFilter filter;
        filter.values[static_cast<std::size_t>(query::Facet::kTopic)] = {
            std::string(site.dataset[id].id)};
        PutConditions(sheet, "Links", "h3", conditions);
        std::vector<RecordRef> propositions;
        for (std::uint32_t k = 0; k < site.dataset.propositions.size(); ++k)
          if (has(site.dataset.propositions[k].topics))
            propositions.push_back({Table::kPropositions, k});
        if (!propositions.empty()) {
          sheet.html.Leaf("h3",
                          "Conditions and outcomes (" + std::to_string(propositions.size()) + ")");
          const Within list(sheet.html, "ul", {{"class", "plain"}});
          for (const RecordRef record : propositions) {
            const Within item(sheet.html, "li");
            sheet.LinkTo(record);
          }
        }
        PutClaims(sheet, "Claims", "h3", site.library.facets.Find(filter));
      },
      files);
}

}  // namespace proviso::view
