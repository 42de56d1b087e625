#include <algorithm>
#include <map>
#include <string>

#include "core/base/text.h"
#include "core/sheets/columns.h"
#include "core/sheets/xlsx.h"
#include "core/sheets/zip.h"

namespace proviso::sheets {
namespace {

constexpr std::string_view kHead =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view kPackage = "http://schemas.openxmlformats.org/package/2006/";
constexpr std::string_view kOffice =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::size_t kLastRow = 1000;  ///< So far drop-downs reach.

/// Styles by their place in `Styles`.
enum Style { kPlain, kHeading, kAbout, kCell, kGrey, kTinted };

std::string Styles() {
  std::string out(kHead);
  out += "<styleSheet xmlns=\"" + std::string(kMain) + "\">";
  out +=
      "<fonts count=\"4\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
      "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font>"
      "<font><sz val=\"9\"/><color rgb=\"FF62676F\"/><name val=\"Calibri\"/></font>"
      "<font><sz val=\"10\"/><color rgb=\"FF857F70\"/><name val=\"Calibri\"/></font></fonts>"
      "<fills count=\"4\"><fill><patternFill patternType=\"none\"/></fill>"
      "<fill><patternFill patternType=\"gray125\"/></fill>"
      "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFF2EFE7\"/>"
      "<bgColor indexed=\"64\"/></patternFill></fill>"
      "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFF9D9CF\"/>"
      "<bgColor indexed=\"64\"/></patternFill></fill></fills>"
      "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
      "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"
      "</cellStyleXfs><cellXfs count=\"6\">"
      "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>";
  const auto xf = [&out](int font, int fill, bool wraps) {
    // 49 is "text": nothing that is typed turns into a day or a formula.
    out += "<xf numFmtId=\"49\" fontId=\"" + std::to_string(font) + "\" fillId=\"" +
           std::to_string(fill) +
           "\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" "
           "applyFont=\"1\" applyFill=\"1\"";
    out += wraps ? " applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>" : "/>";
  };
  xf(1, 2, false);
  xf(2, 2, true);
  xf(0, 0, true);
  xf(3, 0, true);
  xf(0, 3, true);
  return out +
         "</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" "
         "builtinId=\"0\"/></cellStyles></styleSheet>";
}

/// XML 1.0 has no control characters; what is one becomes U+FFFD.
std::string Escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else if (c == '\r')
      out += "&#13;";
    else if (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n')
      out += "\xEF\xBF\xBD";
    else
      out += c;
  }
  return out;
}

std::string CellXml(const std::string& at, const std::string& words, int style) {
  const std::string head = "<c r=\"" + at + "\" s=\"" + std::to_string(style) + "\"";
  if (words.empty()) return head + "/>";
  return head + " t=\"inlineStr\"><is><t xml:space=\"preserve\">" + Escaped(words) +
         "</t></is></c>";
}

double WidthOf(std::string_view heading) {
  constexpr std::pair<std::string_view, double> kWidths[] = {
      {"quote", 52},    {"who says", 28}, {"about", 46}, {"in our words", 40}, {"statement", 34},
      {"title", 34},    {"name", 26},     {"no.", 6},    {"text", 10},         {"how firmly", 15},
      {"hedge", 18},    {"value", 48},    {"check", 44}, {"note", 24},         {"notes", 24},
      {"happened", 34}, {"¶", 5},         {"link", 60},  {"number", 60}};
  for (const auto& [name, width] : kWidths)
    if (name == heading) return width;
  return 16;
}

std::string ListName(std::string_view list) {
  std::string name = "list_" + std::string(list);
  std::replace(name.begin(), name.end(), ' ', '_');
  return name;
}

std::string SheetXml(const Sheet& sheet, const Layout* layout, bool first,
                     const std::set<std::pair<std::string, std::string>>& tinted) {
  std::string columns, rules;
  std::size_t rule_count = 0;
  const auto& heads = sheet.rows[0];
  for (std::size_t i = 0; i < heads.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    const bool folded = layout != nullptr && layout->first > 0 && i >= layout->first &&
                        heads[i] != "id" && heads[i] != "check";
    columns += "<col min=\"" + number + "\" max=\"" + number + "\" width=\"" +
               std::to_string(static_cast<int>(WidthOf(heads[i]))) + "\" customWidth=\"1\"" +
               (folded ? " outlineLevel=\"1\" hidden=\"1\"" : "") + "/>";
    if (layout == nullptr) continue;
    for (const Column& column : layout->columns) {
      if (column.heading != heads[i] || column.list.empty()) continue;
      const std::string letters = ColumnLetters(i);
      const std::string last = std::to_string(kLastRow);
      const std::string from = column.list.back() == '!'
                                   ? std::string(column.list) + "$A$3:$A$" + last
                                   : ListName(column.list);
      rules +=
          "<dataValidation type=\"list\" allowBlank=\"1\" showErrorMessage=\"1\" "
          "errorStyle=\"warning\" errorTitle=\"Not in the list\" error=\"Choose from the "
          "list, or check will say what is meant.\" sqref=\"" +
          letters + "3:" + letters + last + "\"><formula1>" + from + "</formula1></dataValidation>";
      ++rule_count;
    }
  }
  std::string body;
  for (std::size_t r = 0; r < sheet.rows.size(); ++r) {
    const std::string number = std::to_string(r + 1);
    body += "<row r=\"" + number + "\"" + (r == 1 ? " ht=\"48\" customHeight=\"1\"" : "") + ">";
    for (std::size_t i = 0; i < sheet.rows[r].size(); ++i) {
      const std::string at = CellName(i, r);
      const std::string head = i < heads.size() ? heads[i] : "";
      const bool grey = head == "id" || head == "check" || head == "passages" || head == "more";
      int style = r == 0 ? kHeading : r == 1 ? kAbout : grey ? kGrey : kCell;
      if (tinted.count({sheet.name, at}) > 0) style = kTinted;
      body += CellXml(at, sheet.rows[r][i], style);
    }
    body += "</row>";
  }
  std::string out(kHead);
  out += "<worksheet xmlns=\"" + std::string(kMain) +
         "\"><sheetPr><outlinePr summaryRight=\"0\"/></sheetPr><sheetViews><sheetView "
         "workbookViewId=\"0\"" +
         (first ? " tabSelected=\"1\"" : "") +
         "><pane xSplit=\"1\" ySplit=\"2\" topLeftCell=\"B3\" activePane=\"bottomRight\" "
         "state=\"frozen\"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\" "
         "outlineLevelCol=\"1\"/><cols>" +
         columns + "</cols><sheetData>" + body + "</sheetData>";
  if (rule_count > 0)
    out += "<dataValidations count=\"" + std::to_string(rule_count) + "\">" + rules +
           "</dataValidations>";
  return out + "</worksheet>";
}

std::string ListsXml() {
  const std::vector<Choices> lists = Lists();
  std::size_t depth = 0;
  for (const Choices& list : lists) depth = std::max(depth, list.words.size());
  std::string body;
  for (std::size_t r = 0; r <= depth; ++r) {
    body += "<row r=\"" + std::to_string(r + 1) + "\">";
    for (std::size_t i = 0; i < lists.size(); ++i)
      if (r == 0 || r <= lists[i].words.size())
        body += CellXml(CellName(i, r), std::string(r == 0 ? lists[i].name : lists[i].words[r - 1]),
                        kPlain);
    body += "</row>";
  }
  return std::string(kHead) + "<worksheet xmlns=\"" + std::string(kMain) + "\"><sheetData>" + body +
         "</sheetData></worksheet>";
}

}  // namespace

std::string WriteXlsx(const Book& book,
                      const std::set<std::pair<std::string, std::string>>& tinted) {
  const std::vector<Layout> layouts = Layouts();
  const std::size_t count = book.sheets.size() + 1;
  const auto number = [](std::size_t i) { return std::to_string(i); };
  std::string types(kHead), workbook(kHead), rels(kHead);
  types += "<Types xmlns=\"" + std::string(kPackage) +
           "content-types\"><Default Extension=\"rels\" "
           "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default "
           "Extension=\"xml\" ContentType=\"application/xml\"/>";
  const std::string kind =
      "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.";
  types += "<Override PartName=\"/xl/workbook.xml\" " + kind + "sheet.main+xml\"/>";
  types += "<Override PartName=\"/xl/styles.xml\" " + kind + "styles+xml\"/>";
  workbook += "<workbook xmlns=\"" + std::string(kMain) + "\" xmlns:r=\"" + std::string(kOffice) +
              "\"><sheets>";
  rels += "<Relationships xmlns=\"" + std::string(kPackage) + "relationships\">";
  for (std::size_t i = 1; i <= count; ++i) {
    const bool lists = i == count;
    types += "<Override PartName=\"/xl/worksheets/sheet" + number(i) + ".xml\" " + kind +
             "worksheet+xml\"/>";
    workbook += "<sheet name=\"" + Escaped(lists ? "lists" : book.sheets[i - 1].name) +
                "\" sheetId=\"" + number(i) + "\"" + (lists ? " state=\"hidden\"" : "") +
                " r:id=\"rId" + number(i) + "\"/>";
    rels += "<Relationship Id=\"rId" + number(i) + "\" Type=\"" + std::string(kOffice) +
            "/worksheet\" Target=\"worksheets/sheet" + number(i) + ".xml\"/>";
  }
  types += "</Types>";
  rels += "<Relationship Id=\"rId" + number(count + 1) + "\" Type=\"" + std::string(kOffice) +
          "/styles\" Target=\"styles.xml\"/></Relationships>";
  workbook += "</sheets><definedNames>";
  const std::vector<Choices> lists = Lists();
  std::map<std::string, std::string> names;  // In the order that spreadsheets want.
  for (std::size_t i = 0; i < lists.size(); ++i) {
    const std::string letters = "$" + ColumnLetters(i) + "$";
    names[ListName(lists[i].name)] =
        "lists!" + letters + "2:" + letters + number(lists[i].words.size() + 1);
  }
  for (const auto& [name, range] : names)
    workbook += "<definedName name=\"" + name + "\">" + range + "</definedName>";
  workbook += "</definedNames></workbook>";

  std::vector<ZipEntry> files;
  files.emplace_back("[Content_Types].xml", types);
  files.emplace_back("_rels/.rels",
                     std::string(kHead) + "<Relationships xmlns=\"" + std::string(kPackage) +
                         "relationships\"><Relationship Id=\"rId1\" Type=\"" +
                         std::string(kOffice) +
                         "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
  files.emplace_back("xl/workbook.xml", workbook);
  files.emplace_back("xl/_rels/workbook.xml.rels", rels);
  files.emplace_back("xl/styles.xml", Styles());
  for (std::size_t i = 1; i < count; ++i) {
    const Sheet& sheet = book.sheets[i - 1];
    files.emplace_back("xl/worksheets/sheet" + number(i) + ".xml",
                       SheetXml(sheet, FindLayout(layouts, sheet.name), i == 1, tinted));
  }
  files.emplace_back("xl/worksheets/sheet" + number(count) + ".xml", ListsXml());
  return WriteZip(files);
}

}  // namespace proviso::sheets
