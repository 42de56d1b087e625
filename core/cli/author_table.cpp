// The words of the commands for those who make datasets.

#include "core/cli/author_commands.h"
#include "core/cli/command_table.h"
#include "core/exchange/formats.h"

namespace proviso::cli {
namespace {

Option Switch(std::string_view name, std::string_view about) {
  return {name, 0, Takes::kNothing, {}, about};
}

Option Out(std::string_view value, std::string_view about, bool required, Offer offer) {
  return {"--out", 'o', Takes::kText, value, about, required, offer};
}

Option Text() {
  return {"--text",
          0,
          Takes::kTexts,
          "DOC=FILE",
          "The text of a document; without DOC= by the file’s name",
          false,
          Offer::kFiles};
}

Option Replace() { return Switch("--replace", "Replace a file that this program did not make"); }

Command New() {
  Command command{"new", "Make a folder with a coding sheet to begin with"};
  command.arguments = {
      {"DIR", "The folder; it is made", true, false, Offer::kFolders},
      {"TEXT", "Texts to code (.txt in UTF-8, .html, .docx, .odt)", false, true, Offer::kFiles}};
  command.options = {
      {"--title", 0, Takes::kText, "T", "What the dataset is about"},
      {"--coder", 0, Takes::kText, "INITIALS", "Who codes; part of the ids"},
      {"--language", 0, Takes::kText, "TAG", "Of the texts: en, de, ru, zh (en)"},
      Switch("--replace", "Replace a coding sheet that is there; its rows are lost")};
  command.notes = {"Writes coding.xlsx, texts/ and README.txt, and says the next command."};
  command.examples = {"new night-bus --coder lm night-bus.txt"};
  command.run = RunNew;
  return command;
}

Command Locator() {
  Command command{"locator", "Print the place of words in a text, as a record to paste"};
  command.arguments = {{"TEXT", "A text; “-” is the standard input", true, false, Offer::kFiles}};
  command.options = {{"--quote", 0, Takes::kText, "WORDS", "The words; […] parts pieces"},
                     {"--range", 0, Takes::kText, "START:END", "Code points of norm-1, half-open"},
                     Switch("--document", "The text’s own description, for documents"),
                     {"--in", 0, Takes::kText, "DOCUMENT", "The id of the document"}};
  command.notes = {
      "Words are found by their letters: layout, hyphens, quotation marks and case do not matter. "
      "Exits with 1 if they are not there, or more than once; then all places are listed."};
  command.examples = {"locator night-bus.txt --quote 'the bus cannot run at all' --in d-bus",
                      "locator night-bus.txt --document"};
  command.run = RunLocator;
  return command;
}

Command Import() {
  Command command{"import", "Turn coding sheets, or another tool’s file, into a dataset"};
  command.arguments = {{"FILE",
                        "A workbook (.xlsx), sheets (.csv), a folder of them, texts, or one file "
                        "of another tool",
                        true, true, Offer::kFiles}};
  std::vector<std::string_view> formats{"csv", "xlsx", "text"};
  for (const exchange::Format& one : exchange::Formats())
    if (!one.in.empty()) formats.push_back(one.name);
  command.options = {
      Out("FILE", "The dataset; “-” is the standard output", false, Offer::kFiles),
      {"--from", 0, Takes::kWord, "FORMAT", "What the file is, where that is not seen", false,
       Offer::kWords, formats},
      Text(),
      {"--base", 0, Takes::kText, "FILE", "A dataset whose records the rows with their ids replace",
       false, Offer::kFiles},
      {"--map", 0, Takes::kText, "FILE",
       "JSON: our names for columns (“columns”), what codes mean (“codes”)", false, Offer::kFiles},
      {"--write-map", 0, Takes::kText, "FILE", "Write such a file, with what was guessed", false,
       Offer::kFiles},
      {"--coder", 0, Takes::kText, "INITIALS", "Where the sheet names none"},
      {"--check-into", 0, Takes::kText, "FILE",
       "A copy of the workbook with what is wrong in its cells", false, Offer::kFiles},
      Switch("--strict", "Write nothing if a row cannot be read"),
      Switch("--dry-run", "Write nothing, only say what would be"),
      Replace()};
  command.notes = {
      "Texts are looked for beside the sheet and in texts/. A row that cannot be read becomes a "
      "draft with what could be; the others are claims. Exits with 1 then. Each problem is told by "
      "its cell, with what to do.",
      "--json prints {\"errors\", \"warnings\", \"counts\"}, each problem with \"sheet\" and "
      "\"cell\"; for another tool’s file \"sheet\" is the place in it.",
      "“codes” in the file for --map gives a code, by its path or that of all below it "
      "(“Threat/*”), a meaning: topic, about, holder, level, act or skip; data/FORMAT.md, “Other "
      "tools”, has it in full. Formats of other tools:"};
  for (const exchange::Format& one : exchange::Formats())
    if (!one.in.empty()) command.notes.push_back(one.in);
  command.examples = {"import night-bus/coding.xlsx -o night-bus/night-bus.json",
                      "import sheets/ -o mine.json --text bus=night-bus.txt --strict",
                      "import coding.xlsx -o - --base mine.json --check-into coding.check.xlsx",
                      "import project.qdpx --dry-run --write-map map.json",
                      "import project.qdpx -o mine.json --map map.json"};
  command.run = RunImport;
  return command;
}

Command Export() {
  Command command{"export", "Write a dataset as sheets, or for another tool"};
  command.arguments = {
      {"FILE", "A dataset; “-” is the standard input", true, false, Offer::kFiles}};
  std::vector<std::string_view> formats{"csv", "xlsx"};
  for (const exchange::Format& one : exchange::Formats())
    if (!one.out.empty()) formats.push_back(one.name);
  command.options = {{"--to", 0, Takes::kWord, "FORMAT", "csv, xlsx, or another tool’s (below)",
                      true, Offer::kWords, formats},
                     Out("PATH", "A file; for csv a folder", false, Offer::kFiles),
                     Text(),
                     {"--only", 0, Takes::kList, "TABLE,TABLE", "Only these sheets"},
                     Replace()};
  command.notes = {
      "Importing the sheets again gives the same dataset, to the byte. Quotes stand in them where "
      "the text is given and may be quoted.",
      "Formats of other tools; what is lost is also told, by count, when they are written:"};
  for (const exchange::Format& one : exchange::Formats())
    if (!one.out.empty()) command.notes.push_back(one.out);
  command.examples = {"export mine.json --to xlsx -o mine.xlsx",
                      "export mine.json --to qdpx -o mine.qdpx --text d-news=news.txt",
                      "export mine.json --to csv -o sheets/ --text d-news=news.txt",
                      "export mine.json --to csv --only claims"};
  command.run = RunExport;
  return command;
}

std::vector<Argument> TwoFiles() {
  return {{"A", "A dataset", true, false, Offer::kFiles},
          {"B", "Another", true, false, Offer::kFiles}};
}

Command Diff() {
  Command command{"diff", "Say what one dataset has otherwise than another"};
  command.arguments = TwoFiles();
  command.options = {Switch("--stat", "Only the counts"),
                     Switch("--ids", "Only which records, not what changed in them")};
  command.notes = {
      "“+” is in B alone, “-” in A alone, “~” in both, otherwise; “?” is a voice that answers "
      "otherwise with nothing supposed. Spelling does not count: what is compared is the canonical "
      "form. Exits with 1 if they differ."};
  command.examples = {"diff yesterday.json today.json", "diff a.json b.json --stat"};
  command.run = RunDiff;
  return command;
}

Command Merge() {
  Command command{"merge", "Make one dataset of two codings of the same texts"};
  command.arguments = TwoFiles();
  command.options = {Out("FILE", "The dataset; “-” is the standard output", true, Offer::kFiles),
                     {"--base", 0, Takes::kText, "FILE",
                      "What both began with: what one side changed is taken", false, Offer::kFiles},
                     {"--prefer",
                      0,
                      Takes::kWord,
                      "a|b|none",
                      "Decide what is left by this rule",
                      false,
                      Offer::kWords,
                      {"a", "b", "none"}},
                     {"--decisions", 0, Takes::kText, "FILE",
                      "CSV with id,took,note; took: a, b, both, left out", false, Offer::kFiles},
                     Replace()};
  command.notes = {
      "What both say is taken once. A pair that differs, and a claim that one has alone, becomes a "
      "draft with both readings, in no answer, until it is decided. Exits with 1 as long as "
      "something is left to decide."};
  command.examples = {"merge lm.json km.json -o both.json",
                      "merge lm.json km.json -o both.json --decisions decided.csv"};
  command.run = RunMerge;
  return command;
}

Command Agree() {
  Command command{"agree", "Say how far two codings of the same texts agree"};
  command.arguments = TwoFiles();
  command.options = {
      {"--by", 0, Takes::kText, "FIELD", "Also who says what against what in this field"},
      {"--weights", 0, Takes::kList, "FIELD=N,FIELD=N",
       "Also the weighted mean of the shares that agree"},
      Switch("--csv", "Print CSV"),
      {"--resamples", 0, Takes::kNumber, "N", "How often pairs are drawn again (1000)"}};
  command.rules = {{"--csv", "--json"}, {"--csv", "--weights"}};
  command.notes = {
      "For each field: pairs, how many are the same, Krippendorff’s alpha, and between which "
      "values "
      "95 of 100 alphas lie when the pairs are drawn again. Krippendorff asks for 0.800, and for "
      "0.667 where conclusions are tentative; here no figure is called good. Unmatched claims "
      "stand "
      "beside the figures and are in none of them. There is no figure for all fields together."};
  command.examples = {"agree lm.json km.json", "agree lm.json km.json --by 'how firmly'",
                      "agree lm.json km.json --weights 'holder=2,how firmly=1'"};
  command.run = RunAgree;
  return command;
}

}  // namespace

std::vector<Command> AuthorCommands() {
  return {New(), Locator(), Import(), Export(), Diff(), Merge(), Agree()};
}

}  // namespace proviso::cli
