// REFI-QDA, out: a project with its texts, and a codebook.
// Source: Project.xsd and Codebook.xsd, version 1.0; the REFI-QDA standard 1.5.

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "core/edit/lines.h"
#include "core/exchange/formats.h"
#include "core/exchange/guid.h"
#include "core/exchange/xml.h"
#include "core/sheets/zip.h"

namespace proviso::exchange {
namespace {

/// The groups of codes that a claim is coded with; none of them can be coded itself.
constexpr std::array<std::string_view, 4> kGroups{"About", "Holder", "How firmly", "Act"};
/// What is said of a text beside its words; read back by the same names.
constexpr std::array<std::string_view, 4> kVariables{"author", "date", "language", "address"};

using Codes = std::array<std::map<std::string, std::string>, 4>;  ///< Name → GUID, a group each.

std::string QdaAttribute(std::string_view name, std::string_view value) {
  return " " + std::string(name) + "=\"" + XmlText(value) + "\"";
}

std::string GuidIn(const Dataset& dataset, std::string_view name) {
  return Guid(std::string(dataset.info.id) + "/" + std::string(name));
}

/// What a claim is coded with, one word a group.
std::array<std::string, 4> CodesOf(const Dataset& dataset, const edit::Lines& lines,
                                   const Claim& claim) {
  return {lines.About(claim), std::string(dataset[claim.holder()].name),
          std::string(LevelCell(claim.modality)), std::string(ActCell(claim.act))};
}

void AddCodes(const Dataset& dataset, const edit::Lines& lines, const Claim& claim, Codes* codes) {
  const auto names = CodesOf(dataset, lines, claim);
  for (std::size_t g = 0; g < kGroups.size(); ++g)
    (*codes)[g].emplace(
        names[g], GuidIn(dataset, "code/" + std::string(kGroups[g]) + "/" + std::string(names[g])));
}

std::string CodesXml(const Dataset& dataset, const Codes& codes) {
  std::string xml = "<Codes>\n";
  for (std::size_t g = 0; g < kGroups.size(); ++g) {
    if (codes[g].empty()) continue;
    xml += "<Code" + QdaAttribute("guid", GuidIn(dataset, "group/" + std::string(kGroups[g]))) +
           QdaAttribute("name", kGroups[g]) + " isCodable=\"false\">\n";
    for (const auto& [name, guid] : codes[g])
      xml += "<Code" + QdaAttribute("guid", guid) + QdaAttribute("name", name) +
             " isCodable=\"true\"/>\n";
    xml += "</Code>\n";
  }
  return xml + "</Codes>\n";
}

std::string_view CoderOf(const Dataset& dataset, const Claim& claim) {
  return claim.coding.by.empty() ? dataset.info.coders[0] : claim.coding.by;
}

/// What stands in the group About is no code of other tools' making: what it cannot say is counted.
void TellLosses(const Dataset& dataset, std::size_t left, Written* written) {
  Losses losses(written);
  losses.Add(left, "claim is", "claims are", " left out: the text is not at hand.");
  losses.Add(CountSteps(dataset), "voice that passes something on is",
             "voices that pass something on are", " left out; the holders stay.");
  losses.Add(CountHedges(dataset), "claim loses", "claims lose", " the words that hedge it.");
  losses.Add(dataset.relations.size(), "relation is", "relations are", " left out.");
  losses.Add(dataset.events.size(), "event is", "events are", " left out.");
  const edit::Lines lines(dataset, edit::Lines::Reader::kHasLine);
  std::size_t unnamed = 0;
  for (std::uint32_t i = 0; i < dataset.propositions.size(); ++i)
    if (lines.Statement(PropositionId(i)) == dataset.propositions[i].id &&
        dataset.propositions[i].label != dataset.propositions[i].id)
      ++unnamed;
  losses.Add(unnamed, "statement stands", "statements stand",
             " by the id alone: another has the same name, or a bracket alone is in it.");
  std::size_t words = 0, hedged = 0;
  for (const Claim& claim : dataset.claims) {
    if (claim.about.kind != AboutKind::kProposition) ++words;
    // A push has a level only with the word that says so (I4), and hedges are left out.
    const bool leveled = claim.about.kind != AboutKind::kComparison &&
                         (claim.about.kind != AboutKind::kCondition ||
                          dataset[claim.about.condition].form == Form::kIf ||
                          dataset[claim.about.condition].form == Form::kOnlyIf ||
                          dataset[claim.about.condition].form == Form::kEvenIf);
    if (!leveled && claim.modality != Modality::kStated) ++hedged;
  }
  losses.Add(hedged, "claim has a level that", "claims have levels that",
             " only a hedge allows; read again they are drafts.");
  losses.Add(words, "claim has", "claims have",
             " a link, a ranking or a number only as the words of a code.");
}

}  // namespace

Result<Written> WriteQdpx(const Dataset& dataset, const Texts& texts) {
  const edit::Lines lines(dataset, edit::Lines::Reader::kHasLine);
  bool any = false;
  for (std::uint32_t i = 0; i < dataset.documents.size(); ++i)
    any = any || texts.Of(DocumentId(i)) != nullptr;
  if (!any)
    return CallProblem("A REFI-QDA project holds the texts, and none of them is at hand.",
                       "Give --text " + std::string(dataset.documents[0].id) + "=FILE.");
  Codes codes;
  std::map<std::string, std::string, std::less<>> users;
  std::size_t left = 0;
  const auto user = [&](std::string_view name) {
    return users.emplace(name, GuidIn(dataset, "user/" + std::string(name))).first->second;
  };
  const std::string first_user = user(dataset.info.coders[0]);
  for (const Claim& claim : dataset.claims) {
    if (texts.Of(DocumentOf(dataset, claim)) == nullptr) {
      ++left;
      continue;
    }
    AddCodes(dataset, lines, claim, &codes);
    user(CoderOf(dataset, claim));
  }

  std::vector<sheets::ZipEntry> files(1);
  std::string sources;
  for (std::uint32_t i = 0; i < dataset.documents.size(); ++i) {
    const TextMap* map = texts.Of(DocumentId(i));
    if (map == nullptr) continue;
    const Document& document = dataset.documents[i];
    const std::string guid = GuidIn(dataset, "source/" + std::string(document.id));
    files.emplace_back("sources/" + guid + ".txt", map->bytes());
    sources += "<TextSource" + QdaAttribute("guid", guid) + QdaAttribute("name", document.title) +
               QdaAttribute("plainTextPath", "internal://" + guid + ".txt") + ">\n";
    std::vector<const Claim*> claims;  // In the order of the text.
    for (const Claim& claim : dataset.claims)
      if (DocumentOf(dataset, claim) == DocumentId(i)) claims.push_back(&claim);
    std::stable_sort(claims.begin(), claims.end(), [&](const Claim* a, const Claim* b) {
      return dataset[a->passages[0]].start < dataset[b->passages[0]].start;
    });
    for (const Claim* one : claims) {
      const Claim& claim = *one;
      const auto names = CodesOf(dataset, lines, claim);
      const std::string by = user(CoderOf(dataset, claim));
      for (const PassageId id : claim.passages) {
        const auto place = texts.PlaceOf(dataset[id]);
        if (!place) continue;
        const std::string key = std::string(claim.id) + "/" + std::string(dataset[id].id);
        sources += "<PlainTextSelection" +
                   QdaAttribute("guid", GuidIn(dataset, "selection/" + key)) +
                   QdaAttribute("name", map->Slice(*place)) +
                   QdaAttribute("startPosition", std::to_string(place->start)) +
                   QdaAttribute("endPosition", std::to_string(place->end)) +
                   QdaAttribute("creatingUser", by) + "><Description>" + XmlText(claim.gloss) +
                   "</Description>";
        for (std::size_t g = 0; g < kGroups.size(); ++g)
          sources += "<Coding" +
                     QdaAttribute(
                         "guid", GuidIn(dataset, "coding/" + key + "/" + std::string(kGroups[g]))) +
                     QdaAttribute("creatingUser", by) + "><CodeRef" +
                     QdaAttribute("targetGUID", codes[g].find(names[g])->second) + "/></Coding>";
        sources += "</PlainTextSelection>\n";
      }
    }
    std::string authors;
    for (const ActorId author : document.creators)
      authors += (authors.empty() ? "" : "; ") + std::string(dataset[author].name);
    const std::array<std::string_view, 4> values{authors, document.published, document.language,
                                                 document.url};
    for (std::size_t v = 0; v < kVariables.size(); ++v)
      if (!values[v].empty())
        sources +=
            "<VariableValue><VariableRef" +
            QdaAttribute("targetGUID", GuidIn(dataset, "variable/" + std::string(kVariables[v]))) +
            "/><TextValue>" + XmlText(values[v]) + "</TextValue></VariableValue>\n";
    sources += "</TextSource>\n";
  }

  std::string xml =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<Project"
      " xmlns=\"urn:QDA-XML:project:1.0\"" +
      QdaAttribute("name", dataset.info.title) + " origin=\"Proviso\"" +
      QdaAttribute("creatingUserGUID", first_user) + ">\n<Users>\n";
  for (const auto& [name, guid] : users)
    xml += "<User" + QdaAttribute("guid", guid) + QdaAttribute("name", name) + "/>\n";
  xml += "</Users>\n";
  if (left < dataset.claims.size())
    xml += "<CodeBook>\n" + CodesXml(dataset, codes) + "</CodeBook>\n";
  xml += "<Variables>\n";
  for (const std::string_view name : kVariables)
    xml += "<Variable" + QdaAttribute("guid", GuidIn(dataset, "variable/" + std::string(name))) +
           QdaAttribute("name", name) + " typeOfVariable=\"Text\"/>\n";
  xml += "</Variables>\n<Sources>\n" + sources + "</Sources>\n</Project>\n";
  files[0] = {"project.qde", std::move(xml)};
  Written written;
  written.bytes = sheets::WriteZip(files);
  TellLosses(dataset, left, &written);
  written.lost.emplace_back("The project holds the texts in full: mind whose they are.");
  return written;
}

Result<Written> WriteQdc(const Dataset& dataset) {
  // Topics first, then what claims are about: what another coder would code with.
  std::string xml =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\" "
      "origin=\"Proviso\">\n<Codes>\n";
  const auto code = [&](std::string_view group, std::string_view id, std::string_view name,
                        std::string_view gloss) {
    xml += "<Code" +
           QdaAttribute("guid", GuidIn(dataset, std::string(group) + "/" + std::string(id))) +
           QdaAttribute("name", name) + " isCodable=\"true\"" +
           (gloss.empty() ? "/>\n" : "><Description>" + XmlText(gloss) + "</Description></Code>\n");
  };
  const auto group = [&](std::string_view name) {
    xml += "<Code" + QdaAttribute("guid", GuidIn(dataset, "group/" + std::string(name))) +
           QdaAttribute("name", name) + " isCodable=\"false\">\n";
  };
  if (dataset.topics.empty() && dataset.propositions.empty())
    return CallProblem("The dataset has neither topics nor statements, so there is no codebook.",
                       "Export the dataset itself: --to xlsx.");
  if (!dataset.topics.empty()) {
    group("Topic");
    for (const Topic& topic : dataset.topics) code("topic", topic.id, topic.label, topic.gloss);
    xml += "</Code>\n";
  }
  const edit::Lines lines(dataset, edit::Lines::Reader::kHasLine);
  if (!dataset.propositions.empty()) {
    group("About");
    for (std::uint32_t i = 0; i < dataset.propositions.size(); ++i) {
      const Proposition& one = dataset.propositions[i];
      const std::string name = lines.Statement(PropositionId(i));
      code("statement", one.id, name == one.id ? std::string(one.label) : name, one.gloss);
    }
    for (const Condition& link : dataset.conditions)
      code("link", link.id, lines.Link(link), link.gloss);
    xml += "</Code>\n";
  }
  xml += "</Codes>\n</CodeBook>\n";
  Written written;
  written.bytes = std::move(xml);
  Losses losses(&written);
  losses.Add(dataset.claims.size(), "claim is", "claims are", " left out: a codebook has none.");
  losses.Add(dataset.actors.size(), "voice is", "voices are", " left out.");
  return written;
}

}  // namespace proviso::exchange
