// proviso publish --data: a dataset as an archive keeps it.

#include "core/cli/publish_data.h"

#include <algorithm>
#include <array>
#include <set>

#include "core/base/sha256.h"
#include "core/base/version.h"
#include "core/cli/author_files.h"
#include "core/cli/data_package.h"
#include "core/cli/messages.h"
#include "core/edit/lines.h"
#include "core/io/drafts.h"
#include "core/io/json_text.h"
#include "core/io/load.h"
#include "core/io/save.h"
#include "core/sheets/export.h"
#include "core/sheets/zip.h"
#include "core/words/labels.h"

namespace proviso::cli {
namespace {

/// A text as YAML spells it: a JSON string is one.
std::string Yaml(std::string_view text) {
  std::string out;
  io::AppendJsonString(text, &out);
  return out;
}

/// Words in one line of Markdown that mean themselves.
std::string Plain(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (std::string_view("\\`*_[]<>#|").find(c) != std::string_view::npos) out += '\\';
    out += c == '\n' || c == '\r' ? ' ' : c;
  }
  return out;
}

/// Source: Citation File Format 1.2.0.
std::string Citation(const Dataset& dataset) {
  const DatasetInfo& info = dataset.info;
  std::string cff =
      "cff-version: 1.2.0\n"
      "message: \"If you use this dataset, please cite it as below.\"\n"
      "type: dataset\n"
      "title: " +
      Yaml(info.title) + "\nversion: " + Yaml(info.version) + "\nauthors:\n";
  for (const Maker& one : info.creators) {
    cff += "  - name: " + Yaml(one.name) + "\n";
    if (!one.orcid.empty())
      cff += "    orcid: " +
             Yaml((one.orcid.find("://") == one.orcid.npos ? "https://orcid.org/" : "") +
                  std::string(one.orcid)) +
             "\n";
  }
  if (info.creators.empty())
    for (const Text coder : info.coders) cff += "  - name: " + Yaml(coder) + "\n";
  if (!info.note.empty()) cff += "abstract: " + Yaml(info.note) + "\n";
  if (!info.doi.empty()) cff += "doi: " + Yaml(info.doi) + "\n";
  if (!info.licence.empty()) cff += "license: " + Yaml(info.licence) + "\n";
  if (info.finished.size() == 10 && info.finished.find('/') == info.finished.npos)
    cff += "date-released: " + Yaml(info.finished) + "\n";
  if (!info.keywords.empty()) {
    cff += "keywords:\n";
    for (const Text word : info.keywords) cff += "  - " + Yaml(word) + "\n";
  }
  return cff;
}

std::string ReadMe(const Dataset& dataset, std::string_view digest,
                   const std::vector<sheets::ZipEntry>& files) {
  const DatasetInfo& info = dataset.info;
  std::string out = "# " + Plain(info.title) + "\n\n";
  if (!info.note.empty()) out += Plain(info.note) + "\n\n";
  out += "Version " + Plain(info.version) + ". " +
         view::Counted(dataset.claims.size(), "claim", "claims") + " of " +
         view::Counted(dataset.actors.size(), "voice", "voices") + " in " +
         view::Counted(dataset.documents.size(), "text", "texts") + "; " +
         view::Counted(dataset.conditions.size(), "link", "links") + " between " +
         view::Counted(dataset.propositions.size(), "statement", "statements") + ". Coded by ";
  for (std::size_t i = 0; i < info.coders.size(); ++i)
    out += (i == 0 ? "" : ", ") + Plain(info.coders[i]);
  out += ".\n\nThe dataset says who says what, how firmly and where; never whether it is true.\n";
  if (!info.protocol.empty()) out += "\n## How it was coded\n\n" + Plain(info.protocol) + "\n";
  if (!info.rights.empty() || !info.licence.empty()) {
    out += "\n## Rights\n\n";
    if (!info.licence.empty()) out += "Licence: " + Plain(info.licence) + ". ";
    out += Plain(info.rights) + "\n";
  }
  out += "\n## Texts\n\n";
  for (const Document& document : dataset.documents) {
    out += "- " + Plain(document.title);
    if (!document.container.empty()) out += ", " + Plain(document.container);
    if (!document.published.empty()) out += ", " + Plain(document.published);
    out += document.quoting == Quoting::kNone  ? ". Its words are not in the dataset."
           : document.quoting == Quoting::kAll ? ". Its words may stand in the dataset."
                                               : ". Quotations from it may stand in the dataset.";
    out += "\n";
  }
  out += "\n## Files\n\n- `dataset.json`: everything, SHA-256 `" + std::string(digest) +
         "`\n- `codebook.md`: what the codes mean\n- `CITATION.cff`: how to cite it\n"
         "- `datapackage.json`: what the columns of the sheets are\n";
  for (const sheets::ZipEntry& file : files)
    if (file.first.substr(0, 7) == "sheets/") out += "- `" + file.first + "`\n";
  return out + "\nWritten by Proviso " + std::string(Version()) + ".\n";
}

std::string CodeBook(const Dataset& dataset) {
  std::string out = "# Codebook\n\n## How firmly\n\n| level | claims |\n| --- | --- |\n";
  for (std::size_t level = 0; level < kWords<Modality>.size(); ++level) {
    const auto count = std::count_if(
        dataset.claims.begin(), dataset.claims.end(),
        [level](const Claim& claim) { return static_cast<std::size_t>(claim.modality) == level; });
    out += "| " + std::string(view::LevelWords(static_cast<Modality>(level), false)) + " (`" +
           std::string(kWords<Modality>[level]) + "`) | " + std::to_string(count) + " |\n";
  }
  const auto entry = [&out](std::string_view id, std::string_view name, std::string_view gloss) {
    out += "- **" + Plain(name) + "** (`" + std::string(id) + "`)";
    if (!gloss.empty()) out += ": " + Plain(gloss);
    out += "\n";
  };
  if (!dataset.topics.empty()) {
    out += "\n## Topics\n\n";
    for (const Topic& one : dataset.topics) entry(one.id, one.label, one.gloss);
  }
  out += "\n## Statements\n\n";
  for (const Proposition& one : dataset.propositions) entry(one.id, one.label, one.gloss);
  if (!dataset.conditions.empty()) {
    const edit::Lines lines(dataset);
    out += "\n## Links\n\n";
    for (const Condition& one : dataset.conditions) entry(one.id, lines.Link(one), one.gloss);
  }
  out += "\n## Voices\n\n";
  for (const Actor& one : dataset.actors) entry(one.id, one.name, view::Label(one.kind));
  return out;
}

}  // namespace

int PublishData(const std::string& path, const Dataset& given, bool replace, bool json,
                const Console& console) {
  // Drafts are nobody's business but their author's.
  const std::size_t drafts = io::CountDrafts(given);
  Result<io::Loaded> loaded = io::LoadWithoutDrafts(given);
  if (!loaded.ok()) {
    Tell(console, loaded.problems(), json);
    return kDataAtFault;
  }
  const Dataset& dataset = loaded->dataset;
  const std::string bytes = io::Save(dataset);
  const std::string digest = Sha256Hex(bytes);
  const sheets::Book book = sheets::ExportBook(dataset);
  std::vector<sheets::ZipEntry> csv;
  for (const sheets::Sheet& sheet : book.sheets)
    csv.emplace_back(sheet.name, sheets::WriteCsv(sheet.rows));
  Json package = DataPackage(dataset, csv, book);
  for (Json& resource : package["resources"])
    resource["path"] = "sheets/" + resource["path"].get<std::string>();
  std::vector<sheets::ZipEntry> files{{"dataset.json", bytes},
                                      {"datapackage.json", package.dump(1) + "\n"},
                                      {"CITATION.cff", Citation(dataset)},
                                      {"codebook.md", CodeBook(dataset)}};
  for (const sheets::ZipEntry& sheet : csv)
    files.emplace_back("sheets/" + sheet.first + ".csv", sheet.second);
  files.emplace_back("README.md", ReadMe(dataset, digest, files));
  if (const auto problem = WriteFile(console, path, sheets::WriteZip(files), replace))
    return Refuse(console, *problem, json);
  if (json) {
    Json list = Json::array();
    for (const sheets::ZipEntry& file : files)
      list.push_back(Json{{"path", file.first}, {"bytes", file.second.size()}});
    Print(console, Json{{"files", std::move(list)}, {"sha256", digest}, {"drafts", drafts}});
    return kFine;
  }
  for (const sheets::ZipEntry& file : files)
    console.out("    " + file.first + "  " + view::Counted(file.second.size(), "byte", "bytes") +
                "\n");
  if (drafts > 0) console.out(view::Counted(drafts, "draft is", "drafts are") + " left out.\n");
  const DatasetInfo& info = dataset.info;
  std::vector<std::string> missing;
  if (info.creators.empty()) missing.emplace_back("creators");
  if (info.licence.empty()) missing.emplace_back("a licence");
  if (info.keywords.empty()) missing.emplace_back("keywords");
  if (!missing.empty())
    console.out("Archives ask for " + view::JoinWords(missing) +
                ", which the dataset does not name.\n");
  console.out(path + " can be put into an archive as it is. SHA-256 of dataset.json: " + digest +
              "\n");
  return kFine;
}

}  // namespace proviso::cli
