#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <optional>
#include <string>

#include "core/base/sha256.h"
#include "core/io/drafts.h"
#include "core/io/save.h"
#include "core/sheets/export.h"
#include "core/sheets/import.h"
#include "core/sheets/xlsx.h"
#include "core/sheets/zip.h"
#include "tests/support/files.h"

namespace proviso::sheets {
namespace {

using test::ReadFile;

constexpr const char* kFolder = "tests/golden/night-bus/";

Book CsvBook(const std::string& folder) {
  Book book;
  for (const char* name : {"claims", "documents", "actors", "statements", "topics", "dataset"}) {
    auto rows = ReadCsv(ReadFile(folder + name + ".csv"));
    REQUIRE(rows.ok());
    book.sheets.push_back({name, std::move(*rows)});
  }
  return book;
}

Book NightBus() { return CsvBook(kFolder); }

std::string Text() { return ReadFile(std::string(kFolder) + "night-bus.txt"); }

Imported Import(const Book& book, const Dataset* base = nullptr) {
  ImportOptions options;
  options.base = base;
  options.text = [](const std::string&, const std::string& file) -> std::optional<std::string> {
    if (file != "night-bus.txt") return std::nullopt;
    return Text();
  };
  return ImportBook(book, options);
}

/// The cell under a heading in the row whose first cell is `key`.
std::string& Cell(Book* book, const std::string& sheet, const std::string& key,
                  const std::string& heading) {
  for (Sheet& one : book->sheets) {
    if (one.name != sheet) continue;
    for (auto& row : one.rows) {
      if (row.empty() || row[0] != key) continue;
      for (std::size_t i = 0; i < one.rows[0].size(); ++i)
        if (one.rows[0][i] == heading) {
          row.resize(std::max(row.size(), i + 1));
          return row[i];
        }
    }
  }
  FAIL("no cell " << sheet << " " << key << " " << heading);
  return book->sheets[0].rows[0][0];
}

/// "claims!F7 note: rule | remedy", of the first problem of that cell.
std::string Said(const Imported& imported, const std::string& cell) {
  for (const CellProblem& one : imported.problems)
    if (one.sheet + "!" + one.cell == cell)
      return std::string(one.note ? "note: " : "error: ") + one.problem.rule + " | " +
             one.problem.remedy;
  return "nothing";
}

Dataset Open(const std::string& bytes) {
  auto loaded = io::Load(bytes);
  REQUIRE(loaded.ok());
  return std::move(loaded->dataset);
}

}  // namespace

TEST_CASE("the worked example's sheets give the golden dataset, to the byte", "[sheets][golden]") {
  const Imported imported = Import(NightBus());
  for (const CellProblem& one : imported.problems)
    UNSCOPED_INFO(one.sheet << "!" << one.cell << ": " << one.problem.rule);
  REQUIRE(imported.loaded);
  CHECK(imported.bytes == ReadFile(std::string(kFolder) + "night-bus.json"));
  CHECK(Sha256Hex(imported.bytes) ==
        "5f66aabfa4168b4d0506d628c31191ab74a4aabe1b4e129ca209c6151ac42b78");
  CHECK(imported.rows == 10);
  CHECK(imported.claims == 10);
  CHECK(imported.drafts == 0);
  CHECK(imported.added == 10);
}

TEST_CASE("the second coder's sheets give the second golden dataset", "[sheets][golden]") {
  const Imported imported = Import(CsvBook(std::string(kFolder) + "km/"));
  REQUIRE(imported.loaded);
  CHECK(imported.bytes == ReadFile(std::string(kFolder) + "night-bus-km.json"));
}

TEST_CASE("the workbook that another program made says the same", "[sheets][xlsx][golden]") {
  const auto book = ReadXlsx(ReadFile(std::string(kFolder) + "night-bus.xlsx"), "night-bus.xlsx");
  REQUIRE(book.ok());
  CHECK(book->notes.empty());
  CHECK(Import(*book).bytes == ReadFile(std::string(kFolder) + "night-bus.json"));
}

TEST_CASE("a workbook that is written is read again, cell for cell", "[sheets][xlsx]") {
  Book book = NightBus();
  Cell(&book, "claims", "1", "note") = "a < b & \"c\"\n  two  spaces ’ ünï";
  const std::string bytes = WriteXlsx(book);
  CHECK(bytes == WriteXlsx(book));
  const auto again = ReadXlsx(bytes, "x.xlsx");
  REQUIRE(again.ok());
  REQUIRE(again->sheets.size() == book.sheets.size());
  for (std::size_t s = 0; s < book.sheets.size(); ++s) {
    CHECK(again->sheets[s].name == book.sheets[s].name);
    for (std::size_t r = 0; r < book.sheets[s].rows.size(); ++r) {
      auto wanted = book.sheets[s].rows[r];
      auto got =
          r < again->sheets[s].rows.size() ? again->sheets[s].rows[r] : std::vector<std::string>();
      wanted.resize(std::max(wanted.size(), got.size()));
      got.resize(wanted.size());
      CHECK(got == wanted);
    }
  }
}

TEST_CASE("out and in again: the same canonical bytes, by CSV and by workbook",
          "[sheets][property]") {
  for (const char* name :
       {"data/samples/everything.json", "data/samples/worked-example.json",
        "data/samples/minimal.json", "data/samples/scripts.json",
        "tests/golden/night-bus/night-bus.json", "data/china-military-aid.json"}) {
    INFO(name);
    const std::string bytes = io::Save(Open(ReadFile(name)));
    const Book book = ExportBook(Open(bytes));
    ImportOptions options;
    const Imported plain = ImportBook(book, options);
    for (const CellProblem& one : plain.problems)
      if (!one.note) UNSCOPED_INFO(one.sheet << "!" << one.cell << ": " << one.problem.rule);
    CHECK(plain.bytes == bytes);
    const auto workbook = ReadXlsx(WriteXlsx(book), "x.xlsx");
    REQUIRE(workbook.ok());
    CHECK(ImportBook(*workbook, options).bytes == bytes);
    Book csv;
    for (const Sheet& sheet : book.sheets)
      csv.sheets.push_back({sheet.name, *ReadCsv(WriteCsv(sheet.rows))});
    CHECK(ImportBook(csv, options).bytes == bytes);
  }
}

TEST_CASE("most of a dataset stands in columns that people read", "[sheets]") {
  const Book book = ExportBook(Open(ReadFile(std::string(kFolder) + "night-bus.json")));
  Book copy = book;
  CHECK(Cell(&copy, "claims", "1", "about") ==
        "if The region pays half then The night bus runs next year unless The drivers strike");
  CHECK(Cell(&copy, "claims", "1", "who says") == "Ilse Brandt");
  CHECK(Cell(&copy, "claims", "1", "how firmly") == "will");
  CHECK(Cell(&copy, "claims", "1", "quote").empty());  // It may not be quoted.
  for (const Sheet& sheet : book.sheets) {
    const bool more =
        std::find(sheet.rows[0].begin(), sheet.rows[0].end(), "more") != sheet.rows[0].end();
    CHECK(more == (sheet.name == "documents"));  // Only the text's own description.
  }
}

TEST_CASE("quotes stand in the sheet where the text is here and may be quoted", "[sheets]") {
  std::string bytes = ReadFile(std::string(kFolder) + "night-bus.json");
  const std::string coded = "\"coded\": \"complete\"";
  bytes.replace(bytes.find(coded), coded.size(), coded + ",\"quoting\":\"passages\"");
  bytes.replace(bytes.find("\"1.0\""), 5, "\"1.1\"");
  const Dataset dataset = Open(bytes);
  Book book = ExportBook(dataset, [](DocumentId) { return Text(); });
  CHECK(Cell(&book, "claims", "3", "quote") ==
        "Without new drivers, she added, the bus cannot run at all");
  CHECK(ImportBook(book, {}).bytes == io::Save(dataset));
}

TEST_CASE("rows with ids replace what a base has; rows without are new", "[sheets]") {
  const Dataset base = Open(ReadFile(std::string(kFolder) + "night-bus.json"));
  Book book = ExportBook(base);
  const Imported same = Import(book, &base);
  CHECK(same.bytes == io::Save(base));
  CHECK(same.unchanged == 10);
  Cell(&book, "claims", "1", "in our words") = "Half the money and no strike: then it stays.";
  for (Sheet& sheet : book.sheets)
    if (sheet.name == "claims") sheet.rows.pop_back();
  const Imported changed = Import(book, &base);
  CHECK(changed.replaced == 1);
  CHECK(changed.unchanged == 8);
  CHECK(changed.left == 1);
}

// --- The ten likeliest mistakes ----------------------------------------------------------------

TEST_CASE("mistake 1: the quote was typed, not copied", "[sheets][mistakes]") {
  Book book = NightBus();
  Cell(&book, "claims", "2", "quote") =
      "Without any new drivers, she added, the bus cannot run at all";
  const Imported imported = Import(book);
  CHECK(Said(imported, "claims!C4") ==
        "error: These words are not in night-bus.txt: “Without any new drivers, she …”. | The "
        "nearest place reads “Without new drivers, she added, the bus cannot run at all” "
        "(paragraph 2). Copy the words from the text.");
  REQUIRE(imported.loaded);
  CHECK(imported.claims == 9);
  CHECK(imported.drafts == 1);
  const auto drafts = io::Drafts(imported.loaded->dataset);
  REQUIRE(drafts.size() == 1);
  CHECK(drafts[0].id == "c-lm-2");
  CHECK(drafts[0].damage.empty());
  CHECK(drafts[0].typed.TextOf("passages").substr(0, 11) == "Without any");
  CHECK(drafts[0].record.TextOf("modality") == "will");
}

TEST_CASE("mistake 2: the quote occurs twice", "[sheets][mistakes]") {
  Book book = NightBus();
  ImportOptions options;
  options.text = [](const std::string&, const std::string&) {
    return std::optional(Text() +
                         "\n\nWithout new drivers, she added, the bus cannot run at all.\n");
  };
  Imported imported = ImportBook(book, options);
  CHECK(
      Said(imported, "claims!C4") ==
      "note: These words stand in paragraphs 2 and 6; the first is taken. | Write the paragraph's "
      "number in the column ¶.");
  CHECK(imported.drafts == 0);
  Cell(&book, "claims", "2", "¶") = "6";
  imported = ImportBook(book, options);
  CHECK(Said(imported, "claims!C4") == "nothing");
  const Dataset& dataset = imported.loaded->dataset;
  CHECK(dataset.passages[dataset.Find("p-lm-2").index].paragraph == 6);
}

TEST_CASE("mistake 3: the text's file is not found", "[sheets][mistakes]") {
  Book book = NightBus();
  Cell(&book, "documents", "bus", "file") = "night bus.txt";
  const Imported imported = Import(book);
  CHECK(Said(imported, "documents!I3") ==
        "error: There is no file “night bus.txt” beside the sheet. | Put it into the folder of the "
        "sheet or into texts/, or give --text bus=FILE.");
  CHECK_FALSE(imported.loaded);
}

TEST_CASE("mistake 4: a level as a number", "[sheets][mistakes]") {
  Book book = NightBus();
  Cell(&book, "claims", "5", "how firmly") = "0.7";
  const Imported imported = Import(book);
  CHECK(Said(imported, "claims!F7") ==
        "error: “0.7” is no word for how firmly. | Choose: will, very likely, likely, possible, "
        "about "
        "even, leaves it open, no level; numbers that an author gave are “number …” in about.");
  CHECK(imported.drafts == 1);
}

TEST_CASE("mistake 5: unless with and", "[sheets][mistakes]") {
  Book book = NightBus();
  Cell(&book, "claims", "4", "about") =
      "if not The night bus runs next year then The drivers strike unless A and B";
  CHECK(
      Said(Import(book), "claims!E6") ==
      "error: “unless A and B” can mean two things. | “unless A or B” keeps the link from holding "
      "if either is so; for both together make one statement.");
}

TEST_CASE("mistake 6: a level on a push, and none on an if", "[sheets][mistakes]") {
  Book book = NightBus();
  Cell(&book, "claims", "5", "hedge").clear();
  CHECK(
      Said(Import(book), "claims!F7") ==
      "error: “makes … more likely” says a direction; a level other than the hedge's own word does "
      "not go with it (I4). | Choose “no level”, or write “if … then …”.");
  book = NightBus();
  Cell(&book, "claims", "1", "how firmly") = "no level";
  CHECK(Said(Import(book), "claims!F3").find("(I4)") != std::string::npos);
}

TEST_CASE("mistake 7: somebody spelt two ways", "[sheets][mistakes]") {
  Book book = NightBus();
  for (Sheet& sheet : book.sheets)
    if (sheet.name == "actors") sheet.rows.push_back({"Ilse Brand", "person"});
  const Imported imported = Import(book);
  const std::string cell = "actors!A" + std::to_string(book.sheets[2].rows.size());
  CHECK(Said(imported, cell) ==
        "note: “Ilse Brand” and “Ilse Brandt” (A4) differ by one letter. | If they are one, write "
        "one of them in “also called” of the other.");
  CHECK(imported.drafts == 0);
}

TEST_CASE("mistake 8: a date turned into a day by the spreadsheet", "[sheets][xlsx][mistakes]") {
  // A workbook as a spreadsheet saves it: 46082 is 1 March 2026, shown as “mmm yyyy”.
  const std::string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const std::string head = "<?xml version=\"1.0\"?>";
  const auto workbook = [&](const std::string& properties, const std::string& serial) {
    return WriteZip(
        {{"xl/workbook.xml",
          head + "<x:workbook xmlns:x=\"" + main + "\" xmlns:r=\"r\">" + properties +
              "<x:sheets><x:sheet name=\"claims\" sheetId=\"1\" r:id=\"rId1\"/></x:sheets>"
              "</x:workbook>"},
         {"xl/_rels/workbook.xml.rels",
          head + "<Relationships><Relationship Id=\"rId1\" Type=\"t/worksheet\" "
                 "Target=\"worksheets/sheet1.xml\"/></Relationships>"},
         {"xl/styles.xml",
          head + "<styleSheet xmlns=\"" + main +
              "\"><numFmts><numFmt numFmtId=\"164\" formatCode=\"mmm\\ yyyy\"/></numFmts><cellXfs>"
              "<xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"14\"/></cellXfs>"
              "</styleSheet>"},
         {"xl/worksheets/sheet1.xml",
          head + "<worksheet xmlns=\"" + main +
              "\"><sheetData><row r=\"3\"><c r=\"L3\" s=\"1\"><v>" + serial +
              "</v></c><c r=\"M3\" s=\"2\"><v>" + serial +
              "</v></c><c r=\"N3\"><f>1+1</f><v>2</v></c><c r=\"O3\"><f>1+1</f></c></row>"
              "</sheetData></worksheet>"}});
  };
  const auto book = ReadXlsx(workbook("", "46082"), "x.xlsx");
  REQUIRE(book.ok());
  const auto& row = book->sheets[0].rows[2];
  CHECK(row[11] == "2026-03");
  CHECK(row[12] == "2026-03-01");
  CHECK(row[13] == "2");
  REQUIRE(book->notes.size() == 2);
  CHECK(book->notes[0].sheet == "claims");
  CHECK(book->notes[0].cell == "L3");
  CHECK(book->notes[0].note);
  CHECK(book->notes[0].problem.rule ==
        "This cell is a date of the spreadsheet, 1 March 2026; its format shows no day, so 2026-03 "
        "is taken.");
  CHECK(book->notes[0].problem.remedy == "Format the column as text.");
  CHECK_FALSE(book->notes[1].note);  // The formula without a value.
  const auto old = ReadXlsx(workbook("<x:workbookPr date1904=\"1\"/>", "44620"), "x.xlsx");
  REQUIRE(old.ok());
  CHECK(old->sheets[0].rows[2][12] == "2026-03-01");
}

TEST_CASE("mistake 9: another file than the sheet", "[sheets][xlsx][mistakes]") {
  const auto said = [](std::string_view bytes, std::string_view name) {
    const auto book = ReadXlsx(bytes, name);
    REQUIRE_FALSE(book.ok());
    return book.problems()[0].rule + " | " + book.problems()[0].remedy;
  };
  const std::string ole = "\xD0\xCF\x11\xE0 and more";
  CHECK(said(ole, "coding.xls") ==
        "“coding.xls” is an old Excel file, which is not read. | Save it as .xlsx.");
  CHECK(said(ole, "coding.xlsx").find("Remove the password") != std::string::npos);
  CHECK(said(WriteZip({{"mimetype", "x"}}), "a.ods").find("OpenDocument") != std::string::npos);
  CHECK(said("no,text", "a.xlsx") == "“a.xlsx” is no workbook. | Give an .xlsx file.");
  CHECK(said(WriteZip({{"a.txt", "x"}}), "a.xlsx").find("no workbook") != std::string::npos);
}

TEST_CASE("mistake 10: a text that was changed after coding", "[sheets][mistakes]") {
  Book book = ExportBook(Open(ReadFile(std::string(kFolder) + "night-bus.json")));
  Cell(&book, "documents", "bus", "file") = "night-bus.txt";
  CHECK(Import(book).loaded);
  ImportOptions options;
  options.text = [](const std::string&, const std::string&) {
    std::string text = Text();
    text.replace(text.find("cannot run at all"), 17, "may run all the same");
    return std::optional(text);
  };
  const Imported imported = ImportBook(book, options);
  CHECK_FALSE(imported.loaded);
  CHECK(
      Said(imported, "documents!I3")
          .find("d-bus: this is not the text that was coded: another digest; 9 of 10 passages are "
                "found") != std::string::npos);
}

TEST_CASE("with a base, the places of a changed text are set anew", "[sheets]") {
  const Dataset base = Open(ReadFile(std::string(kFolder) + "night-bus.json"));
  ImportOptions options;
  options.base = &base;
  options.text = [](const std::string&, const std::string&) {
    std::string text = "A line more\n\n" + Text();
    text.replace(text.find("cannot run at all"), 17, "may run all the same");
    return std::optional(text);
  };
  const Imported imported = ImportBook(NightBus(), options);
  CHECK(Said(imported, "documents!I3").find("note: d-bus: this is not the text") == 0);
  REQUIRE(imported.loaded);
  const Dataset& dataset = imported.loaded->dataset;
  const Passage& moved = dataset.passages[dataset.Find("p-lm-1").index];
  CHECK(moved.start == 34 + 12);
  CHECK_FALSE(dataset.Find("p-lm-2"));  // Its words have changed.
  const auto drafts = io::Drafts(dataset);
  REQUIRE_FALSE(drafts.empty());
  CHECK(drafts[0].damage.empty());
}

// --- Damaged files ------------------------------------------------------------------------------

TEST_CASE("a damaged workbook is an error, never more", "[sheets][xlsx]") {
  const std::string whole = ReadFile(std::string(kFolder) + "night-bus.xlsx");
  std::size_t refused = 0;
  for (std::size_t i = 0; i < 100; ++i) {
    std::string bytes = whole;
    if (i % 2 == 0)
      bytes.resize(whole.size() * i / 100);
    else
      bytes[whole.size() * i / 100] = static_cast<char>(bytes[whole.size() * i / 100] ^ 0x55);
    const auto book = ReadXlsx(bytes, "x.xlsx");
    if (book.ok()) continue;
    ++refused;
    CHECK_FALSE(book.problems()[0].rule.empty());
    CHECK_FALSE(book.problems()[0].remedy.empty());
  }
  CHECK(refused > 90);
}

TEST_CASE("an archive that leads elsewhere, or swells, is refused", "[sheets][zip]") {
  CHECK(ReadZip(WriteZip({{"a", "b"}})).ok());
  for (const char* name : {"../a", "/a", "a\\b", "a\nb"})
    CHECK_FALSE(ReadZip(WriteZip({{name, "b"}})).ok());
  CHECK_FALSE(ReadZip("").ok());
  std::string many = WriteZip(std::vector<ZipEntry>(201, {"a", ""}));
  CHECK(ReadZip(many).problems()[0].code == "limit");
}

TEST_CASE("CSV: quotation marks, line ends, other dividers, byte order mark", "[sheets][csv]") {
  const auto rows = [](std::string_view bytes) { return *ReadCsv(bytes); };
  using Rows = std::vector<std::vector<std::string>>;
  CHECK(rows("a,b\n\"x,\"\"y\"\"\nz\",\n") == Rows{{"a", "b"}, {"x,\"y\"\nz", ""}});
  CHECK(rows("\xEF\xBB\xBF"
             "a;b\r\n1;2,5") == Rows{{"a", "b"}, {"1", "2,5"}});
  CHECK(rows("a\tb\n") == Rows{{"a", "b"}});
  CHECK(rows("").empty());
  CHECK(ReadCsv("a\n\"b").problems()[0].line == 2);
  CHECK_FALSE(ReadCsv("\xFF").ok());
  const Rows all{{"a", "b,c", "d\"e", "f\ng", ""}, {"=1"}};
  CHECK(rows(WriteCsv(all)) == all);
}

TEST_CASE("a cell like a formula is written with a sign that reading takes away", "[sheets]") {
  std::string bytes = ReadFile(std::string(kFolder) + "night-bus.json");
  const std::string title = "Night bus may stay, if others pay";
  bytes.replace(bytes.find(title), title.size(), "=1+1");
  Book book = ExportBook(Open(bytes));
  CHECK(Cell(&book, "documents", "bus", "title") == "'=1+1");
  CHECK(ImportBook(book, {}).bytes == io::Save(Open(bytes)));
}

}  // namespace proviso::sheets
