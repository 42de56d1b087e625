// The event list of Discourse Network Analyzer, out and in.

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <utility>

#include "core/base/text.h"
#include "core/edit/line.h"
#include "core/edit/lines.h"
#include "core/exchange/dna.h"
#include "core/exchange/formats.h"
#include "core/exchange/xml.h"

namespace proviso::exchange {
namespace {

constexpr std::array<std::string_view, 15> kColumns{"statement_id",
                                                    "time",
                                                    "person",
                                                    "organization",
                                                    "concept",
                                                    "agreement",
                                                    "start_position",
                                                    "stop_position",
                                                    "text",
                                                    "coder",
                                                    "document_id",
                                                    "document_title",
                                                    "document_author",
                                                    "document_source",
                                                    "document_type"};

/// In quotation marks, with those inside doubled. A cell that a spreadsheet would take for a
/// formula has "'" before it.
std::string DnaCell(std::string_view words) {
  std::string cell = "\"";
  if (!words.empty() && std::string_view("=+-@\t\r'").find(words[0]) != std::string_view::npos)
    cell += '\'';
  for (const char c : words) {
    if (c == '"')
      cell += "\"\"";
    else
      cell += c == '\n' || c == '\r' ? ' ' : c;
  }
  return cell + "\"";
}

/// A day as DNA writes it; a year or a month is its first day, and that is counted.
std::string DnaTime(std::string_view date, std::size_t* rounded) {
  std::string day(date.substr(0, date.find_first_of("/~?%")));
  if (day.empty() || day[0] == '.') return "";
  if (day.size() != date.size() || day.size() < 10) ++*rounded;
  if (day.size() == 4) day += "-01";
  if (day.size() == 7) day += "-01";
  return day + " 00:00:00";
}

std::string Concept(const edit::Lines& lines, const Dataset& dataset, const Claim& claim) {
  if (claim.about.kind == AboutKind::kProposition) {
    // A statement that looks like a link goes into brackets.
    std::string label(dataset[claim.about.literal.proposition()].label);
    return label.substr(0, 3) == "IF " || label[0] == '[' ? "[" + label + "]" : label;
  }
  const Condition& link = dataset[claim.about.condition];
  if (link.form != Form::kIf) return lines.Link(link);
  const auto list = [&](std::span<const Literal> literals, std::string_view joint) {
    std::string out;
    for (const Literal one : literals)
      out += (out.empty() ? "" : std::string(joint)) + lines.Literal(one);
    return out;
  };
  return "IF " + list(link.antecedents, " AND ") + " THEN " + lines.Literal(link.consequent) +
         (link.unless.empty() ? "" : " UNLESS " + list(link.unless, " OR "));
}

std::optional<std::uint32_t> Position(std::string_view digits) {
  std::uint32_t value = 0;
  const char* end = digits.data() + digits.size();
  const auto read = std::from_chars(digits.data(), end, value);
  if (digits.empty() || read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return value;
}

/// "2014-03-05 00:00:00", "05-03-2014 …" or seconds since 1970 as a day, or nothing.
std::string Day(std::string_view time) {
  const auto digits = [&](std::size_t at, std::size_t count) {
    if (time.size() < at + count) return false;
    for (std::size_t i = at; i < at + count; ++i)
      if (time[i] < '0' || time[i] > '9') return false;
    return true;
  };
  if (digits(0, 4) && time.size() >= 10 && time[4] == '-' && digits(5, 2) && time[7] == '-' &&
      digits(8, 2))
    return std::string(time.substr(0, 10));
  if (digits(0, 2) && time.size() >= 10 && time[2] == '-' && digits(3, 2) && time[5] == '-' &&
      digits(6, 4))
    return std::string(time.substr(6, 4)) + "-" + std::string(time.substr(3, 2)) + "-" +
           std::string(time.substr(0, 2));
  return "";
}

}  // namespace

Result<Written> WriteDnaCsv(const Dataset& dataset, const Texts& texts) {
  const edit::Lines lines(dataset, edit::Lines::Reader::kHasLine);
  std::string csv;
  for (const std::string_view column : kColumns) csv += (csv.empty() ? "" : ";") + DnaCell(column);
  csv += '\n';
  std::size_t number = 0, left = 0, rounded = 0, unplaced = 0, levels = 0, links = 0;
  for (const Claim& claim : dataset.claims) {
    if (claim.about.kind != AboutKind::kProposition && claim.about.kind != AboutKind::kCondition) {
      ++left;
      continue;
    }
    if (claim.about.kind == AboutKind::kCondition) ++links;
    if (claim.modality != Modality::kWill && claim.modality != Modality::kStated) ++levels;
    const Actor& holder = dataset[claim.holder()];
    const bool person = holder.kind == ActorKind::kPerson || holder.kind == ActorKind::kUnnamed;
    const std::string_view whole = !person          ? holder.name
                                   : holder.part_of ? dataset[holder.part_of].name
                                                    : std::string_view();
    const bool against =
        claim.about.kind == AboutKind::kProposition && claim.about.literal.negated();
    for (const PassageId id : claim.passages) {
      const Passage& passage = dataset[id];
      const Document& document = dataset[passage.document];
      const auto place = texts.PlaceOf(passage);
      const TextMap* map = texts.Of(passage.document);
      if (!place) ++unplaced;
      const bool quoted = document.quoting != Quoting::kNone;
      const std::array<std::string, kColumns.size()> cells{
          std::to_string(++number),
          DnaTime(document.published, &rounded),
          std::string(person ? holder.name : std::string_view()),
          std::string(whole),
          Concept(lines, dataset, claim),
          against ? "0" : "1",
          place ? std::to_string(map->ToUtf16(place->start)) : "",
          place ? std::to_string(map->ToUtf16(place->end)) : "",
          quoted ? std::string(place ? map->Slice(*place) : passage.quote) : "",
          std::string(claim.coding.by.empty() ? dataset.info.coders[0] : claim.coding.by),
          std::to_string(passage.document.index() + 1),
          std::string(document.title),
          std::string(dataset[document.creators[0]].name),
          std::string(document.container),
          std::string(document.genre)};
      for (std::size_t i = 0; i < cells.size(); ++i) csv += (i == 0 ? "" : ";") + DnaCell(cells[i]);
      csv += '\n';
    }
  }
  Written written;
  written.bytes = std::move(csv);
  Losses losses(&written);
  losses.Add(levels, "claim loses", "claims lose", " how firmly it is held: DNA has no hedges.");
  losses.Add(CountSteps(dataset), "voice that passes something on is",
             "voices that pass something on are", " left out; the holders stay.");
  losses.Add(links, "link is", "links are", " only the name of a concept.");
  losses.Add(left, "ranking or number is", "rankings and numbers are", " left out.");
  losses.Add(unplaced, "place has", "places have", " no positions: the text is not at hand.");
  losses.Add(rounded, "date is", "dates are", " written as the first day of what is known.");
  return written;
}

Taken TakeDna(const std::vector<DnaStatement>& statements,
              const std::map<std::string, std::string>& documents, const TakeOptions& options,
              std::string_view kind) {
  TakenMaker maker(options);
  std::map<std::string, TakenText*> texts;
  std::size_t moved = 0;
  for (const DnaStatement& one : statements) {
    const std::string place = "statement " + (one.id.empty() ? std::to_string(one.row) : one.id);
    if (one.concept_name.empty()) {
      maker.LeftOut("statement without a concept", "statements without a concept");
      continue;
    }
    // Newspapers print many articles with the same title.
    const std::string key = one.document_id + "\n" + one.document;
    auto known = texts.find(key);
    if (known == texts.end()) {
      std::optional<std::string_view> bytes;
      const auto document = documents.find(one.document_id);
      if (document != documents.end() && !document->second.empty()) bytes = document->second;
      const std::string title = one.document.empty() ? "Text" : one.document;
      TakenText& text = maker.Text(title, bytes, "", place);
      maker.TextRow()
          .Set("author", one.author.empty() ? "" : maker.Actor(one.author, "person", place))
          .Set("date", Day(one.time))
          .Set("where it appeared", TakenMaker::Clean(one.source, kNameLength))
          .Set("kind of text", TakenMaker::Clean(one.type, 80));
      maker.TakenAs("text", "texts");
      known = texts.emplace(key, &text).first;
      if (!text.map)
        maker.Error(place, "The text “" + TakenMaker::Clean(title, 60) + "” is not in the file.",
                    "Give --text " + text.name + "=FILE, or import the .dna database.");
    }
    const TakenText& text = *known->second;
    if (!text.map) {
      maker.LeftOut("statement in a text that is not here",
                    "statements in texts that are not here");
      continue;
    }
    // Where the positions say, if the words stand there; else where the words stand.
    std::optional<std::string> passage;
    const bool sound = !FirstInvalidUtf8(one.text);
    const std::u32string letters = sound ? MakeSkeleton(Norm1(one.text)).letters : U"";
    if (one.start && one.stop && *one.stop > *one.start) {
      const locate::Place at{text.map->FromUtf16(*one.start), text.map->FromUtf16(*one.stop)};
      if (letters.empty() || MakeSkeleton(Norm1(text.map->Slice(at))).letters == letters)
        passage = maker.PassageOf(text, at, place);
    }
    if (!passage && !letters.empty()) {
      const auto findings = maker.Find(text, one.text);
      if (!findings.empty() && !findings[0].empty()) {
        passage = maker.PassageAt(text, findings[0][0], place);
        ++moved;
      }
    }
    if (!passage) {
      maker.LeftOut("statement whose place is not in the text",
                    "statements whose places are not in the texts");
      continue;
    }
    std::string holder;
    if (!one.person.empty()) {
      const bool known_person = maker.KnowsActor(one.person);
      const std::string whole =
          one.organization.empty() ? "" : maker.Actor(one.organization, "organisation", place);
      holder = maker.Actor(one.person, "person", place);
      if (!known_person && !whole.empty() && whole != holder)
        maker.ActorRow().Set("part of", whole);
    } else if (!one.organization.empty()) {
      holder = maker.Actor(one.organization, "organisation", place);
    }
    const bool against = one.agreement && !*one.agreement;
    const std::string named = TakenMaker::Clean(one.concept_name, kGlossLength);
    const bool link = named.substr(0, 3) == "IF " && named.find(" THEN ") != named.npos;
    const std::string label(link ? named : edit::Unbracketed(named));
    const std::string who = !one.person.empty()         ? one.person
                            : !one.organization.empty() ? one.organization
                                                        : "The author";
    if (link && against) {
      maker.LeftOut("statement against a link", "statements against links");
      continue;
    }
    const std::string about =
        link ? label : (against ? "not " : "") + maker.Statement(label, "", place);
    maker.Claim(place)
        .Set("text", text.name)
        .Set("passages", *passage)
        .Set("who says", holder)
        .Set("about", about)
        .Set("how firmly", "will")
        .Set("in our words",
             TakenMaker::Clean(who + (against ? " is against: " : " is for: ") + label,
                               kGlossLength))
        .Set("coder", TakenMaker::Clean(one.coder, 40))
        .Set("note", "DNA has no hedges.");
    maker.TakenAs("statement", "statements");
  }
  if (moved > 0)
    maker.Note("the file",
               std::to_string(moved) + (moved == 1 ? " statement was" : " statements were") +
                   " found by the words, since the positions are of another text.",
               "Look at them in the explorer.");
  return maker.Finish(kind);
}

Result<Taken> ReadDnaCsv(std::string_view bytes, const TakeOptions& options) {
  const auto rows = sheets::ReadCsv(bytes);
  if (!rows.ok()) return rows.problems();
  if (rows->empty())
    return PlacedProblem("syntax", bytes, 0, "The file is empty.", "Export the events again.");
  std::map<std::string, std::size_t> columns;
  for (std::size_t i = 0; i < (*rows)[0].size(); ++i) columns.emplace((*rows)[0][i], i);
  if (columns.count("concept") == 0)
    return PlacedProblem("call", bytes, 0, "There is no column “concept” in the first line.",
                         "Export the event list from DNA, with its variables.");
  std::vector<DnaStatement> statements;
  for (std::size_t r = 1; r < rows->size(); ++r) {
    const auto cell = [&](std::string_view heading) -> std::string {
      const auto column = columns.find(std::string(heading));
      if (column == columns.end() || column->second >= (*rows)[r].size()) return "";
      std::string_view words = edit::Trimmed((*rows)[r][column->second]);
      if (words.size() > 1 && words[0] == '\'' &&
          std::string_view("=+-@\t\r'").find(words[1]) != std::string_view::npos)
        words.remove_prefix(1);
      return std::string(words);
    };
    DnaStatement one;
    one.row = r + 1;
    one.id = cell("statement_id");
    one.time = cell("time");
    one.person = cell("person");
    one.organization = cell("organization");
    one.concept_name = cell("concept");
    one.text = cell("text");
    one.coder = cell("coder");
    const std::string agreement = cell("agreement");
    if (!agreement.empty())
      one.agreement = agreement != "0" && agreement != "false" && agreement != "no";
    one.start = Position(cell("start_position"));
    one.stop = Position(cell("stop_position"));
    one.document_id = cell("document_id");
    one.document = cell("document_title");
    one.author = cell("document_author");
    one.source = cell("document_source");
    one.section = cell("document_section");
    one.type = cell("document_type");
    statements.push_back(std::move(one));
  }
  return TakeDna(statements, {}, options, "an event list of DNA");
}

}  // namespace proviso::exchange
