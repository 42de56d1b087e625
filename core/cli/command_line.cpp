// The words of the command line: which commands and options there are, and what --help says.

#include <CLI/CLI.hpp>
#include <algorithm>
#include <functional>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "core/base/version.h"
#include "core/cli/ask_command.h"
#include "core/cli/commands.h"
#include "core/cli/compare_command.h"
#include "core/cli/messages.h"
#include "core/view/wording.h"

namespace proviso::cli {
namespace {

constexpr const char* kAbout =
    "Who claims what, on which conditions: checks, lists, searches and exports datasets of coded "
    "claims.\nEvery command reads FILE in full (“-” is the standard input) and changes nothing but "
    "what -o names.";
constexpr const char* kExitCodes =
    "Exit codes: 0 fine; 1 the data is at fault; 2 the call is at fault (no such command, option, "
    "id,\nfacet or value, or a file that is not there).\n\n"
    "Start with:  proviso check data/china-military-aid.json\n"
    "Then:        proviso list --help";
constexpr const char* kWhere = "Only what claims with this value need; may be given again";

/// One command: its options live here while the line is read.
struct Command {
  CLI::App* app = nullptr;
  std::function<int(const Console&)> run;
};

class CommandLine {
 public:
  CommandLine() : app_(kAbout, "proviso") {
    app_.set_version_flag("--version", std::string(Version()), "Print the version");
    app_.set_help_flag("-h,--help", "Print this help");
    app_.footer(kExitCodes);
    app_.get_formatter()->column_width(30);
    AddCheck();
    AddCanon();
    AddList();
    AddFacets();
    AddFind();
    AddAsk();
    AddCompare();
    AddLocate();
    AddPage();
  }

  int Run(const std::vector<std::string>& arguments, const Console& console) {
    const bool json = std::find(arguments.begin(), arguments.end(), "--json") != arguments.end();
    if (arguments.empty()) {
      console.err(app_.help());
      return kCallAtFault;
    }
    if (const auto problem = UnknownCommand(arguments[0])) return Refuse(console, *problem, json);
    try {
      app_.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
    } catch (const CLI::Success& success) {
      std::ostringstream out, err;
      app_.exit(success, out, err);
      console.out(out.str());
      return kFine;
    } catch (const CLI::ParseError& error) {
      return Refuse(console, Explain(error, arguments), json);
    }
    for (const Command& command : commands_) {
      if (!command.app->parsed()) continue;
      common_.limits = no_limits_ == "none" ? io::Limits::None() : io::Limits();
      return command.run(console);
    }
    return kCallAtFault;
  }

 private:
  std::vector<std::string> Names() const {
    std::vector<std::string> names;
    for (const Command& command : commands_) names.push_back(command.app->get_name());
    return names;
  }

  std::optional<Problem> UnknownCommand(const std::string& word) const {
    const std::vector<std::string> names = Names();
    if (word.empty() || word[0] == '-') return std::nullopt;
    if (std::find(names.begin(), names.end(), word) != names.end()) return std::nullopt;
    return CallProblem("There is no command " + view::Quoted(word) + ".", MeantWords(word, names));
  }

  /// What CLI11 found wrong, with the option that was likely meant and where to read on.
  Problem Explain(const CLI::ParseError& error, const std::vector<std::string>& arguments) const {
    std::string rule = error.what(), remedy;
    if (rule.empty() || rule.back() != '.') rule += ".";
    const CLI::App* at = &app_;
    for (const Command& command : commands_)
      if (command.app->get_name() == arguments[0]) at = command.app;
    std::vector<std::string> options;
    for (const CLI::Option* option : at->get_options())
      for (const std::string& name : option->get_lnames()) options.push_back("--" + name);
    for (const std::string& word : arguments) {
      if (word.rfind("--", 0) != 0) continue;
      const std::string name = word.substr(0, word.find('='));
      if (std::find(options.begin(), options.end(), name) != options.end()) continue;
      rule = "There is no option " + view::Quoted(name) + " here.";
      const std::string nearest = Nearest(name, options);
      if (!nearest.empty()) remedy = "Did you mean " + nearest + "? ";
      break;
    }
    const std::string help =
        at == &app_ ? "proviso --help" : "proviso " + at->get_name() + " --help";
    return CallProblem(std::move(rule), remedy + "Read: " + help);
  }

  CLI::App* Add(const char* name, const char* about, const char* examples,
                std::function<int(const Console&)> run) {
    CLI::App* app = app_.add_subcommand(name, about);
    app->footer(examples);
    app->add_flag("--json", common_.json, "Print JSON for other programs");
    app->add_option("--limits", no_limits_,
                    "“none” lifts the limits on the size of files and of what is in them")
        ->type_name("none|usual")
        ->check(CLI::IsMember({"none", "usual"}).description(""));
    commands_.push_back({app, std::move(run)});
    return app;
  }

  void AddFile(CLI::App* app) {
    app->add_option("FILE", common_.file, "A dataset; “-” is the standard input")
        ->required()
        ->type_name("");
  }

  void AddCheck() {
    CLI::App* app = Add(
        "check", "Count what is in a dataset and say what is wrong with it",
        "Prints each error and warning with its code (syntax, limit, version, schema, I1 … I15), "
        "line and\ncolumn, JSON Pointer, rule and remedy. Exits with 1 if a file has errors; "
        "warnings are\nfine, unless --strict.\n\n"
        "--json prints {\"counts\", \"errors\", \"warnings\"}; \"counts\" is null for a file with "
        "errors. With\n--text also \"texts\": how many passages were found in each. For several "
        "files it prints an array of\nsuch objects, each with its \"file\".\n\n"
        "Examples:\n"
        "  proviso check mine.json\n"
        "  proviso check data/bad/*.json --json\n"
        "  proviso check mine.json --text d-news=news.txt --text d-blog=blog.txt",
        [this](const Console& console) {
          check_.common = common_;
          return RunCheck(check_, console);
        });
    app->add_option("FILE", check_.files, "Datasets; “-” is the standard input")
        ->required()
        ->type_name("...");
    app->add_option("--text", check_.texts,
                    "The text of a document: also check places and wording against it")
        ->type_name("DOC=FILE")
        ->expected(1)
        ->take_all();
    app->add_flag("--strict", check_.strict, "Take warnings for errors");
  }

  void AddCanon() {
    CLI::App* app =
        Add("canon", "Write a dataset in its one canonical spelling",
            "Equal datasets have equal canonical bytes; a dataset's digest is their SHA-256.\n"
            "--json prints {\"sha256\", \"bytes\"} instead of the bytes.\n\n"
            "Examples:\n"
            "  proviso canon mine.json -o mine.json\n"
            "  proviso canon mine.json | sha256sum",
            [this](const Console& console) {
              canon_.common = common_;
              return RunCanon(canon_, console);
            });
    AddFile(app);
    app->add_option("-o,--out", canon_.out, "Write here, not to the standard output")
        ->type_name("FILE");
  }

  void AddList() {
    CLI::App* app = Add(
        "list", "List the records of one table",
        "TABLE is documents, passages, actors, propositions, conditions, claims, relations, "
        "events,\nquantities, topics or questions.\n\n"
        "--where filters claims. In another table it leaves the records that a passing claim "
        "needs:\ndocuments and passages it stands in, actors in its chain, conditions and "
        "quantities it is about or\nranks, propositions in those or by themselves, events of such "
        "propositions, relations between two\npassing claims, topics. "
        "FACET is holder, document, topic, modality, act, kind, form or\nyear; the same facet "
        "given "
        "again means “or”, another facet “and”; “proviso facets” lists the values.\n\n"
        "--json prints an array of records exactly as in the canonical form of the dataset; --csv\n"
        "the same as a table for spreadsheets and other programs (data/FORMAT.md, “CSV”).\n\n"
        "Examples:\n"
        "  proviso list data/china-military-aid.json actors\n"
        "  proviso list mine.json claims --where modality=likely --where modality=very_likely\n"
        "  proviso list mine.json conditions --where document=d-blog --where topic=t-taiwan "
        "--json\n"
        "  proviso list mine.json claims --csv > claims.csv",
        [this](const Console& console) {
          list_.common = common_;
          return RunList(list_, console);
        });
    AddFile(app);
    app->add_option("TABLE", list_.table, "What to list")->required()->type_name("");
    AddWhere(app, &list_.where);
    app->add_flag("--csv", list_.csv, "Print CSV, all fields of the records");
  }

  void AddFacets() {
    CLI::App* app = Add("facets", "List what --where can name, with counts of claims",
                        "A count is of the claims that the value would show under the other "
                        "facets' filters.\n\n"
                        "Examples:\n"
                        "  proviso facets mine.json\n"
                        "  proviso facets mine.json --where holder=a-hart --json",
                        [this](const Console& console) {
                          facets_.common = common_;
                          return RunFacets(facets_, console);
                        });
    AddFile(app);
    AddWhere(app, &facets_.where);
  }

  void AddFind() {
    CLI::App* app = Add(
        "find", "Search labels, names, paraphrases, titles and hedges",
        "Finds records with all words, or where there is none, with at least one. The last word "
        "may be the\nbeginning of one; case, accents and one slip of the pen a word do not "
        "matter. Best first.\n"
        "--json prints {\"words\", \"hits\": [{\"table\", \"id\", \"name\"}]} and, if nothing was "
        "found, \"nearest\".\n\n"
        "Examples:\n"
        "  proviso find mine.json taiwan\n"
        "  proviso find mine.json weapons deliver --in claims,propositions --limit 5",
        [this](const Console& console) {
          find_.common = common_;
          return RunFind(find_, console);
        });
    AddFile(app);
    app->add_option("WORDS", find_.words, "What to look for")->required()->type_name("...");
    app->add_option("--in", find_.tables, "Only in these tables, divided by commas")
        ->type_name("TABLES")
        ->delimiter(',')
        ->expected(1)
        ->take_all();
    app->add_option("--limit", find_.limit, "At most so many records (20)")->type_name("N");
  }

  void AddAsk() {
    CLI::App* app = Add(
        "ask", "Ask what each holder's own words imply, once something is supposed",
        "LIT is a proposition's id, “!id” for its negation. Each view answers by itself: a level "
        "(how firmly), a\ndirection (which way), or why it gives no level. Nobody's words are "
        "added "
        "to anybody else's.\n--json prints an array, one object a view, sorted by path.\n\n"
        "Examples:\n"
        "  proviso ask data/china-military-aid.json --target china-sends-weapons\n"
        "  proviso ask mine.json --target arms --suppose ties,rivalry --not '!calm' --why\n"
        "  proviso ask mine.json --target '!arms' --suppose ties --view 'a-author>a-hart' --json",
        [this](const Console& console) {
          ask_.common = common_;
          return RunAsk(ask_, console);
        });
    AddFile(app);
    app->add_option("--target", ask_.target, "What is asked about")->required()->type_name("LIT");
    const auto add_list = [app](const char* name, std::vector<std::string>* list,
                                const char* about) {
      app->add_option(name, *list, about)
          ->type_name("LIT,LIT")
          ->delimiter(',')
          ->expected(1)
          ->take_all();
    };
    add_list("--suppose", &ask_.suppose, "Suppose that this is so; may be given again");
    add_list("--not", &ask_.suppose_not, "Suppose that this is not so");
    CLI::Option* view =
        app->add_option("--view", ask_.view, "Only this view: actor ids joined by “>”")
            ->type_name("PATH");
    app->add_flag("--all", ask_.all, "All views, as without --view")->excludes(view);
    app->add_flag("--why", ask_.why, "Say in plain words how each answer comes about");
    app->add_flag("--strict", ask_.strict,
                  "Read “if” as saying nothing of the case without, and no claim as more specific");
  }

  void AddCompare() {
    CLI::App* app = Add(
        "compare", "Compare two texts or two holders, point by point",
        "A and B are ids of documents or actors; without them, the first two documents. A point "
        "is a\nproposition that either side speaks of, outright or through a link to it. The first "
        "that holds counts:\nonly A or only B speaks of it; they contradict; they pull apart; the "
        "same outcome under other conditions;\nthey agree. What both are silent about is not "
        "listed.\n--json prints {\"a\", \"b\", \"counts\", \"points\"}.\n\n"
        "Examples:\n"
        "  proviso compare data/china-military-aid.json\n"
        "  proviso compare mine.json d-news d-blog --json\n"
        "  proviso compare mine.json a-hart a-raska",
        [this](const Console& console) {
          compare_.common = common_;
          return RunCompare(compare_, console);
        });
    AddFile(app);
    app->add_option("A", compare_.a, "A document or an actor")->type_name("");
    app->add_option("B", compare_.b, "Another")->type_name("");
  }

  void AddLocate() {
    CLI::App* app = Add(
        "locate", "Look the passages up in your own copies of the texts",
        "A passage is found (where the coder had it), moved (the same words elsewhere), ambiguous "
        "(several\ntimes), altered? (much of it, in other words: read it yourself) or missing. "
        "Places are in\ncharacters of the normalised text. Exits with 1 if a passage is altered "
        "or missing.\n\n"
        "Examples:\n"
        "  proviso locate mine.json --text d-news=news.txt\n"
        "  proviso locate mine.json --text d-news=news.txt --text d-blog=blog.txt --json",
        [this](const Console& console) {
          locate_.common = common_;
          return RunLocate(locate_, console);
        });
    AddFile(app);
    app->add_option("--text", locate_.texts, "The text of a document")
        ->required()
        ->type_name("DOC=FILE")
        ->expected(1)
        ->take_all();
  }

  void AddPage() {
    CLI::App* app = Add(
        "page", "Write the text version: plain pages that need no script",
        "Writes index.html, style.css and a page for each document and actor into a folder; files "
        "of the\nsame name are replaced, others left. The folder belongs beside the explorer's "
        "index.html.\n"
        "--skeleton writes only the fragment that a page shows before the explorer runs.\n\n"
        "Examples:\n"
        "  proviso page mine.json -o site/text\n"
        "  proviso page mine.json --skeleton --text text/ -o skeleton.html",
        [this](const Console& console) {
          page_.common = common_;
          return RunPage(page_, console);
        });
    AddFile(app);
    app->add_option("-o,--out", page_.out, "The folder; with --skeleton, a file")
        ->type_name("PATH");
    app->add_flag("--skeleton", page_.skeleton, "Only the fragment for the explorer's page");
    app->add_option("--text", page_.text, "Where the skeleton's links find the pages (text/)")
        ->type_name("FOLDER");
  }

  void AddWhere(CLI::App* app, std::vector<std::string>* where) {
    app->add_option("--where", *where, kWhere)->type_name("FACET=VALUE")->expected(1)->take_all();
  }

  CLI::App app_;
  std::vector<Command> commands_;
  CommonOptions common_;
  std::string no_limits_ = "usual";
  CheckOptions check_;
  CanonOptions canon_;
  ListOptions list_;
  FacetsOptions facets_;
  FindOptions find_;
  AskOptions ask_;
  CompareOptions compare_;
  LocateOptions locate_;
  PageOptions page_;
};

}  // namespace

int RunCommand(const std::vector<std::string>& arguments, const Console& console) {
  return CommandLine().Run(arguments, console);
}

}  // namespace proviso::cli
