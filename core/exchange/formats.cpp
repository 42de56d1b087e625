#include "core/exchange/formats.h"

#include <array>

#include "core/exchange/xml.h"
#include "core/sheets/zip.h"

namespace proviso::exchange {
namespace {

constexpr std::array<Format, 8> kFormats{{
    {"qdpx", "a REFI-QDA project",
     "qdpx, a REFI-QDA project, with the texts. Lost: chains but for the holder; hedges, "
     "relations, "
     "events; a link, a ranking or a number is the words of a code.",
     "qdpx, a REFI-QDA project. Codes become topics and selections drafts, unless --map says what "
     "the codes mean. Left out: pictures, recordings, films, cases, variables, sets, graphs; memos "
     "become notes."},
    {"qdc", "a REFI-QDA codebook",
     "qdc, a REFI-QDA codebook. Lost: everything but topics, statements and links.",
     "qdc, a REFI-QDA codebook, into the dataset that --base names. Left out: sets; levels of the "
     "tree become part of a topic’s name."},
    {"annotations", "Web Annotations",
     "annotations, Web Annotations (JSON-LD). Lost: nothing to this program; other tools see "
     "place, "
     "gloss and tags.",
     "annotations, Web Annotations and exports of Hypothesis. Tags become topics and annotations "
     "drafts, but for tags such as holder:NAME, level:WORDS, about:WORDS and what --map says. Left "
     "out: groups, annotations of whole pages; replies become notes."},
    {"csl", "CSL JSON", "csl, CSL JSON for reference managers. Lost: everything but documents.",
     "csl, CSL JSON of reference managers. Left out: everything but title, author, date, "
     "container, "
     "address, language and genre."},
    {"dna", "an event list of DNA",
     "dna, the event list (CSV) of Discourse Network Analyzer. Lost: how firmly; chains but for "
     "the "
     "holder; what a link is made of; rankings and numbers.",
     "dna, the event list (CSV) of Discourse Network Analyzer, with --text for its texts, or its "
     "database (.dna) where the program was built with SQLite. Every statement is taken as “will”, "
     "since DNA has no hedges. Left out: other variables."},
    {"graphml", "GraphML",
     "graphml, for Gephi, networkx and igraph. Lost: hedges, passages, what a number says; a chain "
     "is an attribute.",
     ""},
    {"argdown", "Argdown",
     "argdown, in its loose mode. Lost: chains, events, relations but for supports, attacks and "
     "undercuts; holders, levels and places are tags and data.",
     ""},
    {"aif", "an AIF nodeset",
     "aif, the Argument Interchange Format (xAIF). Lost: nothing to this program as long as nobody "
     "changes the nodes; other tools see who says what, without levels.",
     "aif, the Argument Interchange Format of AIFdb and xAIF. Every claim is a draft, since it has "
     "no levels. Nodes of other types are kept in “x-aif”."},
}};

bool Ends(std::string_view name, std::string_view ending) {
  return name.size() >= ending.size() && name.substr(name.size() - ending.size()) == ending;
}

std::string_view OfJson(std::string_view bytes) {
  const Result<io::JsonValue> root = ReadJsonFile(bytes);
  if (!root.ok()) {  // Damaged; its words may still tell.
    if (bytes.find("\"nodeID\"") != bytes.npos) return "aif";
    if (bytes.find("\"claims-dataset\"") != bytes.npos) return "";
    return bytes.find("\"selector\"") != bytes.npos || bytes.find("\"motivation\"") != bytes.npos
               ? "annotations"
           : bytes.find("\"issued\"") != bytes.npos ? "csl"
                                                    : "";
  }
  if (root->Find("format") != nullptr) return "";
  if (root->Find("AIF") != nullptr || root->Find("nodes") != nullptr) return "aif";
  for (const char* holder : {"annotations", "rows"})
    if (root->Find(holder) != nullptr) return "annotations";
  const io::JsonValue* first = &*root;
  if (const io::JsonValue* items = root->Find("items")) first = items;
  if (first->is_list() && !first->items().empty()) first = &first->items()[0];
  if (first->Find("target") != nullptr || first->Find("uri") != nullptr ||
      root->Find("@context") != nullptr)
    return "annotations";
  return first->Find("title") != nullptr || first->Find("issued") != nullptr ? "csl" : "";
}

}  // namespace

std::span<const Format> Formats() { return kFormats; }

std::string_view GuessFormat(std::string_view bytes, std::string_view name) {
  if (Ends(name, ".qdpx")) return "qdpx";
  if (Ends(name, ".qdc")) return "qdc";
  if (bytes.substr(0, 2) == "PK")
    return bytes.find(".qde") != bytes.npos && !Ends(name, ".xlsx") ? "qdpx" : "";
  std::string_view start = bytes.substr(0, 4096);
  if (start.substr(0, 3) == "\xEF\xBB\xBF") start.remove_prefix(3);
  const std::size_t first = start.find_first_not_of(" \t\r\n");
  if (first == start.npos) return "";
  if (start[first] == '<') return start.find("urn:QDA-XML:codebook") != start.npos ? "qdc" : "";
  if (start[first] == '{' || start[first] == '[') return OfJson(bytes);
  const std::string_view line = start.substr(0, start.find('\n'));
  if (line.find("statement_id") != line.npos && line.find("concept") != line.npos) return "dna";
  return "";
}

Result<Written> Write(std::string_view format, const Dataset& dataset, const Texts& texts) {
  if (texts.problem()) return *texts.problem();
  if (format == "qdpx") return WriteQdpx(dataset, texts);
  if (format == "qdc") return WriteQdc(dataset);
  if (format == "annotations") return WriteAnnotations(dataset, texts);
  if (format == "csl") return WriteCsl(dataset);
  if (format == "dna") return WriteDnaCsv(dataset, texts);
  if (format == "graphml") return WriteGraphMl(dataset);
  if (format == "argdown") return WriteArgdown(dataset);
  return WriteAif(dataset);
}

Result<Taken> Read(std::string_view format, std::string_view bytes, const TakeOptions& options) {
  if (format == "qdpx") return ReadQdpx(bytes, options);
  if (format == "qdc") return ReadQdc(bytes, options);
  if (format == "annotations") return ReadAnnotations(bytes, options);
  if (format == "csl") return ReadCsl(bytes, options);
  if (format == "dna") return ReadDnaCsv(bytes, options);
  if (format == "aif") return ReadAif(bytes, options);
  return CallProblem("This format is written and not read.",
                     "Import qdpx, qdc, annotations, csl, dna or aif.");
}

}  // namespace proviso::exchange
