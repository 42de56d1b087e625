// The words of the command line: which commands and options there are, and what is said of them.

#include "core/cli/command_table.h"

#include <string>

#include "core/cli/ask_command.h"
#include "core/cli/author_commands.h"
#include "core/cli/commands.h"
#include "core/cli/compare_command.h"
#include "core/cli/help.h"
#include "core/cli/say_command.h"
#include "core/model/dataset.h"
#include "core/state/view_state.h"

namespace proviso::cli {
namespace {

Argument File() {
  return {"FILE", "A dataset; “-” is the standard input", true, false, Offer::kFiles};
}

Option Switch(std::string_view name, std::string_view about) {
  return {name, 0, Takes::kNothing, {}, about};
}

Option Where() {
  return {"--where", 0, Takes::kTexts, "FACET=VALUE",
          "Only what claims with this value need; may be given again"};
}

Option Fields() {
  return {"--fields", 0, Takes::kList, "NAME,NAME",
          "Only these fields, as data/FORMAT.md names them, in this order"};
}

Option Limit(std::string_view about) { return {"--limit", 0, Takes::kNumber, "N", about}; }

std::vector<std::string_view> TableWords() { return {kWords<Table>.begin(), kWords<Table>.end()}; }

CommonOptions Common(const Arguments& given) {
  CommonOptions common;
  common.file = given.Text("FILE");
  common.json = given.Has("--json");
  common.limits = given.Text("--limits") == "none" ? io::Limits::None() : io::Limits();
  return common;
}

Command Check() {
  Command command{"check", "Count what is in a dataset and say what is wrong with it"};
  command.arguments = {{"FILE", "Datasets; “-” is the standard input", true, true, Offer::kFiles}};
  command.options = {{"--text", 0, Takes::kTexts, "DOC=FILE",
                      "The text of a document: also check places and wording against it"},
                     Switch("--drafts", "List the drafts"),
                     Switch("--strict", "Treat warnings and drafts as errors")};
  command.notes = {
      "Prints each error and warning with its code (syntax, limit, version, schema, I1 … I16, "
      "draft), "
      "line and column, JSON Pointer, rule and remedy. Exits with 1 if any file has errors; "
      "warnings are fine, unless --strict.",
      "--json prints {\"counts\", \"errors\", \"warnings\"}; \"counts\" is null for a file with "
      "errors. With --text also \"texts\": how many passages were found in each. For several "
      "files it prints an array of such objects, each with its \"file\"."};
  command.examples = {"check mine.json", "check data/bad/*.json --json",
                      "check mine.json --text d-news=news.txt --text d-blog=blog.txt"};
  command.run = [](const Arguments& given, const Console& console) {
    return RunCheck({Common(given), given.Texts("FILE"), given.Texts("--text"),
                     given.Has("--strict"), given.Has("--drafts")},
                    console);
  };
  return command;
}

Command Canon() {
  Command command{"canon", "Write a dataset in its one canonical spelling"};
  command.arguments = {File()};
  command.options = {{"--out", 'o', Takes::kText, "FILE", "Write here, not to the standard output",
                      false, Offer::kFiles}};
  command.notes = {
      "Equal datasets have equal canonical bytes; a dataset’s digest is their SHA-256.",
      "--json prints {\"sha256\", \"bytes\"} instead of the bytes."};
  command.examples = {"canon mine.json -o mine.json", "canon mine.json | sha256sum"};
  command.run = [](const Arguments& given, const Console& console) {
    return RunCanon({Common(given), given.Text("--out")}, console);
  };
  return command;
}

Command List() {
  Command command{"list", "List the records of one table"};
  command.arguments = {File(), {"TABLE", "What to list", true, false, Offer::kWords, TableWords()}};
  command.options = {Where(),
                     Limit("At most so many records"),
                     Fields(),
                     Switch("--expand", "Names beside ids"),
                     Switch("--csv", "Print CSV, all fields of the records"),
                     Switch("--jsonl", "Print JSON, one record a line")};
  command.rules = {
      {"--csv", "--json"}, {"--csv", "--jsonl"}, {"--jsonl", "--json"}, {"--csv", "--expand"}};
  command.notes = {
      "TABLE is documents, passages, actors, propositions, conditions, claims, relations, "
      "events, quantities, topics or questions.",
      "--where filters claims. In another table it leaves the records that a passing claim "
      "needs: documents and passages it stands in, actors in its chain, conditions and "
      "quantities it is about or ranks, propositions in those or by themselves, events of such "
      "propositions, relations between two passing claims, topics. FACET is holder, document, "
      "topic, proposition, direction, modality, stance, evidence, act, kind, form or year; the "
      "same facet given again means “or”, another facet “and”; “proviso facets” lists the values.",
      "proposition=ID passes the claims that speak of it, outright or through a link, and those "
      "about something that the coder calls near it, which a column of its own names. "
      "direction=more passes every link that makes its consequence more likely, whatever its form "
      "(less, no-effect, not-said likewise). stance=reports passes what somebody before the holder "
      "reports (endorses, doubts, disputes, imputes, downgrades, distances likewise); "
      "stance=asserts what its author says in his own words.",
      "Events come by date, those without one last.",
      "--json prints an array of records exactly as in the canonical form of the dataset, --jsonl "
      "the same one a line; --csv as a table for spreadsheets and other programs (data/FORMAT.md, "
      "“CSV”). --expand writes {\"id\", \"name\"} where the form has an id."};
  command.examples = {
      "list data/china-military-aid.json actors",
      "list mine.json claims --where modality=likely --where modality=very_likely",
      "list mine.json conditions --where document=d-blog --where topic=t-taiwan --json",
      "list mine.json claims --where direction=more --where stance=disputes",
      "list mine.json claims --fields id,asOf,attribution,gloss --expand --limit 10",
      "list mine.json events --jsonl",
      "list mine.json claims --csv > claims.csv"};
  command.run = [](const Arguments& given, const Console& console) {
    return RunList({Common(given), given.Text("TABLE"), given.Texts("--where"), given.Has("--csv"),
                    given.Has("--jsonl"), given.Number("--limit", 0), given.Texts("--fields"),
                    given.Has("--expand")},
                   console);
  };
  return command;
}

Command Facets() {
  Command command{"facets", "List what --where can name, with counts of claims"};
  command.arguments = {File()};
  command.options = {Where()};
  command.notes = {
      "A count is of the claims that the value would show under the other facets’ filters; of a "
      "proposition it has those about something near as well, and says how many they are."};
  command.examples = {"facets mine.json", "facets mine.json --where holder=a-hart --json"};
  command.run = [](const Arguments& given, const Console& console) {
    return RunFacets({Common(given), given.Texts("--where")}, console);
  };
  return command;
}

Command Find() {
  Command command{"find", "Search labels, names, paraphrases, titles, hedges and keywords"};
  command.arguments = {File(), {"WORDS", "What to look for", true, true}};
  command.options = {
      {"--in", 0, Takes::kList, "TABLE,TABLE", "Only in these tables, divided by commas", false,
       Offer::kWords, TableWords()},
      Where(),
      Limit("At most so many records (20)"),
      Fields(),
      Switch("--expand", "Names beside ids; in JSON without --fields the whole records"),
      Switch("--jsonl", "Print JSON, one record a line")};
  command.rules = {{"--jsonl", "--json"}};
  command.notes = {
      "Finds records with all words, or where there is none, with at least one. The last word "
      "may be the beginning of one; case, accents and one typo per word do not matter. Best "
      "first. Exits with 1 if nothing is found.",
      "Keywords are words by which the coder expects a record to be looked for; those that a "
      "search meets are shown as such. --where leaves of what is found the records that passing "
      "claims need, as in “proviso list”.",
      "--json prints {\"words\", \"hits\": [{\"table\", \"id\", \"name\", \"keywords\"?}]} and, if "
      "nothing was found, \"nearest\"; --fields adds these fields of the records; --jsonl prints "
      "the hits alone, one a line."};
  command.examples = {"find mine.json taiwan",
                      "find mine.json weapons deliver --in claims,propositions --limit 5",
                      "find mine.json aid --in claims --fields asOf,attribution --expand"};
  command.run = [](const Arguments& given, const Console& console) {
    return RunFind({Common(given), given.Texts("WORDS"), given.Texts("--in"),
                    given.Texts("--where"), given.Number("--limit", FindOptions().limit),
                    given.Has("--jsonl"), given.Texts("--fields"), given.Has("--expand")},
                   console);
  };
  return command;
}

Command Ask() {
  Command command{"ask", "Ask what each holder’s own words imply, once something is supposed"};
  command.arguments = {File()};
  command.options = {
      {"--target", 0, Takes::kText, "LIT", "What is asked about", true},
      {"--suppose", 0, Takes::kList, "LIT,LIT", "Suppose that this is so; may be given again"},
      {"--not", 0, Takes::kList, "LIT,LIT", "Suppose that this is not so"},
      {"--view", 0, Takes::kText, "PATH", "Only this view: actor ids joined by “>”"},
      Switch("--all", "All views, as without --view"),
      Switch("--why", "Say in plain words how each answer comes about"),
      Switch("--strict",
             "Read “if” as saying nothing of the case without, and no claim as more specific")};
  command.rules = {{"--all", "--view"}};
  command.notes = {
      "LIT is a proposition’s id, “!id” for its negation. Each view answers by itself: a level "
      "(how firmly), a direction (which way), or why it gives no level. Nobody’s words are added "
      "to anybody else’s. Views that answer come first, then those that lack one condition, then "
      "those that speak of what has been, then those that never speak of it; among each kind "
      "authors before whom they quote, and hearsay last.",
      "--json prints an array, one object a view, sorted by path, each with its reasons."};
  command.examples = {
      "ask data/china-military-aid.json --target china-sends-weapons",
      "ask mine.json --target arms --suppose ties,rivalry --not '!calm' --why",
      "ask mine.json --target '!arms' --suppose ties --view 'a-author>a-hart' --json"};
  command.run = [](const Arguments& given, const Console& console) {
    AskOptions options;
    options.common = Common(given);
    options.target = given.Text("--target");
    options.suppose = given.Texts("--suppose");
    options.suppose_not = given.Texts("--not");
    if (given.Has("--view")) options.view = given.Text("--view");
    options.strict = given.Has("--strict");
    options.why = given.Has("--why");
    return RunAsk(options, console);
  };
  return command;
}

Command Compare() {
  Command command{"compare", "Compare two texts or two holders, point by point"};
  command.arguments = {File(), {"A", "A document or an actor", false}, {"B", "Another", false}};
  command.notes = {
      "A and B are ids of documents or actors; without them, the first two documents. A point is "
      "a proposition that either side speaks of, outright or through a link to it. The first "
      "that holds counts: only A or only B speaks of it; they contradict; they pull apart; the "
      "same outcome under other conditions; they agree. What both are silent about is not listed.",
      "--json prints {\"a\", \"b\", \"counts\", \"points\"}."};
  command.examples = {"compare data/china-military-aid.json",
                      "compare mine.json d-news d-blog --json", "compare mine.json a-hart a-raska"};
  command.run = [](const Arguments& given, const Console& console) {
    return RunCompare({Common(given), given.Text("A"), given.Text("B")}, console);
  };
  return command;
}

Command Locate() {
  Command command{"locate", "Look the passages up in your own copies of the texts"};
  command.arguments = {File()};
  command.options = {{"--text", 0, Takes::kTexts, "DOC=FILE", "The text of a document", true}};
  command.notes = {
      "A passage is found (where the coder had it), moved (the same words elsewhere), ambiguous "
      "(several times), altered? (much of it, in other words: read it yourself) or missing. "
      "Places are in characters of the normalised text. Exits with 1 if a passage is altered or "
      "missing."};
  command.examples = {"locate mine.json --text d-news=news.txt",
                      "locate mine.json --text d-news=news.txt --text d-blog=blog.txt --json"};
  command.run = [](const Arguments& given, const Console& console) {
    return RunLocate({Common(given), given.Texts("--text")}, console);
  };
  return command;
}

Command Page() {
  Command command{"page", "Write the text version: plain pages that need no script"};
  command.arguments = {File()};
  command.options = {{"--out", 'o', Takes::kText, "PATH", "The folder; with --skeleton, a file",
                      false, Offer::kFolders},
                     Switch("--skeleton", "Only the fragment for the explorer’s page"),
                     {"--text", 0, Takes::kText, "FOLDER",
                      "Where the skeleton’s links find the pages (text/)", false, Offer::kFolders}};
  command.rules = {{"--text", "--skeleton", true}};
  command.notes = {
      "Writes index.html, style.css and a page for each document and actor into a folder, which "
      "it makes if there is none; files of the same name are replaced, others left. The folder "
      "belongs beside the explorer’s index.html.",
      "--skeleton writes only the fragment that a page shows before the explorer runs."};
  command.examples = {"page mine.json -o site/text",
                      "page mine.json --skeleton --text text/ -o skeleton.html"};
  command.run = [](const Arguments& given, const Console& console) {
    return RunPage({Common(given), given.Text("--out"), given.Has("--skeleton"),
                    given.Text("--text", PageOptions().text)},
                   console);
  };
  return command;
}

Command SayAll() {
  Command command{"say", "Print every sentence that is composed of a dataset’s names and labels"};
  command.arguments = {File()};
  command.notes = {
      "One sentence a line, sorted, each once: what the explorer, the text version and “ask” say "
      "with nothing supposed, with each condition on and off, and for each question. Read it "
      "through before you publish a dataset: a line that no careful person would write asks for "
      "another label, a short name, or clauses for “if” (ifTrue, ifFalse).",
      "--json prints an array of the sentences."};
  command.examples = {"say data/china-military-aid.json", "say mine.json > said.txt"};
  command.run = [](const Arguments& given, const Console& console) {
    return RunSay({Common(given)}, console);
  };
  return command;
}

Command Picture() {
  Command command{"picture", "Draw a view as a picture: SVG that needs no fonts, or PNG"};
  command.arguments = {File()};
  command.options = {
      {"--view",
       0,
       Takes::kWord,
       "VIEW",
       "What it shows",
       false,
       Offer::kWords,
       {kWords<view::ViewId>.begin(), kWords<view::ViewId>.end()}},
      {"--state", 0, Takes::kText, "STATE",
       "What is supposed and chosen: a link’s part behind “#”"},
      {"--size", 0, Takes::kText, "WxH", "In points (1200x675)"},
      {"--theme",
       0,
       Takes::kWord,
       "THEME",
       "Its colours (light)",
       false,
       Offer::kWords,
       {"light", "dark", "contrast"}},
      {"--ratio", 0, Takes::kNumber, "N", "Points of a PNG to one of the picture (1)"},
      {"--out", 'o', Takes::kText, "FILE", "Ends in .svg or .png", false, Offer::kFiles},
      {"--program", 0, Takes::kText, "DIR", "Where the page’s program is, which has the fonts",
       false, Offer::kFolders},
      Switch("--screen", "The whole window as it is on screen, not a picture for an article"),
      Switch("--embedded", "With --screen: as in somebody’s page, where it has little room")};
  command.notes = {
      "A picture for an article has a headline, what is supposed, the drawing without controls, a "
      "legend, the texts, and who coded them. 1200x675, 1080x1080 and 640x800 are made for it. "
      "What has no room is counted in words.",
      "--json prints {\"path\", \"bytes\", \"title\", \"alt\"}; “alt” tells the picture to who "
      "cannot see it.",
      "Letters are drawn as shapes, so that the picture looks the same wherever it is "
      "put."};
  command.examples = {"picture mine.json --view map -o map.svg",
                      "picture mine.json --view what-if --state on=us-warns-china -o voices.png"};
  command.run = [](const Arguments& given, const Console& console) {
    return RunPicture({Common(given), given.Text("--view"), given.Text("--state"),
                       given.Text("--size", "1200x675"), given.Text("--theme"),
                       given.Number("--ratio", 1), given.Text("--out"), given.Text("--program"),
                       given.Has("--screen"), given.Has("--embedded")},
                      console);
  };
  return command;
}

Command Publish() {
  Command command{"publish",
                  "Write what others can open: a whole site, or one page with all in it"};
  command.arguments = {File()};
  command.options = {
      {"--out", 'o', Takes::kText, "DIR", "A site: a folder for any web server", false,
       Offer::kFolders},
      {"--single", 0, Takes::kText, "FILE.html", "One page with program, fonts and data in it",
       false, Offer::kFiles},
      {"--data", 0, Takes::kText, "FILE.zip",
       "Data for an archive: dataset, sheets, codebook, how to cite it", false, Offer::kFiles},
      {"--open", 0, Takes::kText, "STATE", "What it shows first: a link’s part behind “#”"},
      {"--address", 0, Takes::kText, "URL",
       "Where it will be read; previews elsewhere need it to show a picture"},
      {"--program", 0, Takes::kText, "DIR", "Where the page’s program is", false, Offer::kFolders},
      Switch("--replace", "Also replace files that Proviso did not write")};
  command.rules = {{"--out", "--single"}, {"--out", "--data"}, {"--single", "--data"}};
  command.notes = {
      "-o makes the folder if there is none: start page with title and description, explorer, text "
      "version, a page for frames on other sites, a picture for previews, and the dataset. Any "
      "server of files can serve it; web/HOSTING.md says what each header is good for.",
      "--single opens by double click, without a network. What can be read without a script is in "
      "it too.",
      "--data needs no program: dataset.json, sheets/ as CSV, datapackage.json, CITATION.cff, "
      "codebook.md and README.md. Drafts are left out, and quotations stand in it only where the "
      "text may be quoted.",
      "The page’s program is looked for beside this one; npx proviso brings it along.",
      "--json prints {\"files\": [{\"path\", \"bytes\"}], \"sha256\"}."};
  command.examples = {
      "publish mine.json -o site", "publish mine.json --single mine.html",
      "publish mine.json --data mine.zip",
      "publish mine.json -o site --address https://example.org/claims --open v=map"};
  command.run = [](const Arguments& given, const Console& console) {
    return RunPublish({Common(given), given.Text("--out"), given.Text("--single"),
                       given.Text("--program"), given.Text("--address"), given.Text("--open"),
                       given.Has("--replace"), given.Text("--data")},
                      console);
  };
  return command;
}

Command Help() {
  Command command{"help", "Say what a command does and takes"};
  command.arguments = {{"COMMAND", "Without one, what commands there are", false}};
  command.options = {Switch("--man", "Print the manual page of all commands"),
                     {"--completion",
                      0,
                      Takes::kWord,
                      "bash|zsh|fish",
                      "Print what this shell completes words with",
                      false,
                      Offer::kWords,
                      {"bash", "zsh", "fish"}}};
  command.rules = {{"--man", "--completion"}};
  command.notes = {
      "“cmake --install” puts the manual page and the completions where the system looks for "
      "them; these options are for other places."};
  command.examples = {
      "help find", "help --man | man -l -",
      "help --completion bash > ~/.local/share/bash-completion/completions/proviso"};
  command.run = RunHelp;
  return command;
}

Command ProgramVersion() {
  Command command{"version", "Print the version"};
  command.run = RunVersion;
  command.examples = {"version"};
  return command;
}

}  // namespace

const Option* Command::Find(std::string_view option) const {
  for (const Option& one : options)
    if (option == one.name ||
        (option.size() == 2 && one.letter != 0 && option[0] == '-' && option[1] == one.letter))
      return &one;
  return nullptr;
}

std::vector<Command> Commands() {
  std::vector<Command> commands{Check(),   Canon(),  List(), Facets(), Find(),    Ask(),
                                Compare(), Locate(), Page(), SayAll(), Picture(), Publish()};
  for (Command& command : AuthorCommands()) commands.push_back(std::move(command));
  for (Command& command : commands) {  // All of these read a dataset.
    command.options.push_back(Switch("--json", "Print JSON for other programs"));
    command.options.push_back(
        {"--limits",
         0,
         Takes::kWord,
         "none|usual",
         "“none” lifts the limits on the size of files and of what is in them",
         false,
         Offer::kWords,
         {"none", "usual"}});
  }
  commands.push_back(Help());
  commands.push_back(ProgramVersion());
  return commands;
}

std::vector<std::string_view> ProgramNotes() {
  return {
      "Who claims what, on which conditions: checks, lists, searches and exports datasets of "
      "coded claims.",
      "Every command reads FILE in full (“-” is the standard input) and changes nothing but what "
      "-o names."};
}

std::vector<std::pair<int, std::string_view>> ExitCodes() {
  return {
      {kFine, "fine"},
      {kDataAtFault, "the data is at fault, or “find” found nothing"},
      {kCallAtFault,
       "the call is at fault: no such command, option, id, facet or value, or a file that is not "
       "there"}};
}

}  // namespace proviso::cli
