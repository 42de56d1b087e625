// REFI-QDA, in: projects of other programs.

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <set>
#include <utility>

#include "core/base/text.h"
#include "core/edit/line.h"
#include "core/edit/make_id.h"
#include "core/exchange/coded_claim.h"
#include "core/exchange/formats.h"
#include "core/exchange/qda_codes.h"
#include "core/sheets/zip.h"

namespace proviso::exchange {
namespace {

using io::JsonValue;
using pugi::xml_node;

/// The words of a note: in the project, or in a file of its own.
std::string NoteWords(const xml_node& note, const std::map<std::string, std::string>& files) {
  std::string words = WordsIn(ChildOf(note, "PlainTextContent"));
  const std::string path(AttributeOf(note, "plainTextPath"));
  constexpr std::string_view kInternal = "internal://";
  if (words.empty() && path.substr(0, kInternal.size()) == kInternal) {
    const auto file = files.find("sources/" + path.substr(kInternal.size()));
    if (file != files.end()) words = file->second;
  }
  if (words.empty()) words = WordsIn(ChildOf(note, "Description"));
  if (words.empty()) words = AttributeOf(note, "name");
  return TakenMaker::Clean(words, kGlossLength);
}

/// Each is a claim of its own with all the selection's topics.
constexpr std::size_t kMostAbouts = 100;

constexpr DraftCauses kCodeCauses{
    {"claim, since no code says what it is about",
     "claims, since no code says what they are about"},
    {"claim, since no code says how firmly", "claims, since no code says how firmly"},
    {"claim, since nobody has described the selection in words of their "
     "own",
     "claims, since nobody has described the selections in words of "
     "their own"}};

class ProjectReader {
 public:
  ProjectReader(std::vector<sheets::ZipEntry> entries, const TakeOptions& options)
      : options_(options), maker_(options) {
    for (sheets::ZipEntry& entry : entries)
      files_.emplace(std::move(entry.first), std::move(entry.second));
  }

  Result<Taken> Read() {
    std::string name;
    for (const auto& [path, bytes] : files_)
      if (path.size() > 4 && path.substr(path.size() - 4) == ".qde" &&
          path.find('/') == std::string::npos)
        name = path;
    if (name.empty())
      return CallProblem("The archive holds no project of REFI-QDA (project.qde).",
                         "Export it as “REFI-QDA Project” (.qdpx).");
    if (name != "project.qde")
      maker_.Note(name,
                  "The project is called “" + TakenMaker::Clean(name, 60) +
                      "” where the standard says project.qde; it is read.",
                  "Nothing has to be done.");
    file_ = name;
    pugi::xml_document document;
    const std::string& xml = files_[name];
    if (const auto read = ReadXml(xml, &document); !read.ok()) {
      Problem problem = read.problems()[0];
      problem.pointer = name;
      return problem;
    }
    const xml_node project = document.document_element();
    if (LocalName(project) != "Project") {
      Problem problem = PlacedProblem("call", xml, 0, "The root of " + name + " is no Project.",
                                      "Export it as “REFI-QDA Project” (.qdpx).");
      problem.pointer = name;
      return problem;
    }
    ours_ = AttributeOf(project, "origin") == "Proviso";
    maker_.Field("title", TakenMaker::Clean(AttributeOf(project, "name"), kNameLength));
    ReadUsers(project);
    const CodeBook codes(ChildOf(ChildOf(project, "CodeBook"), "Codes"));
    codes_ = &codes;
    TellMap();
    ForEachChild(ChildOf(project, "Variables"), "Variable", [&](const xml_node& one) {
      variables_.emplace(GuidKey(AttributeOf(one, "guid")),
                         edit::FoldName(AttributeOf(one, "name")));
    });
    ForEachChild(ChildOf(project, "Notes"), "Note", [&](const xml_node& one) {
      notes_.emplace(GuidKey(AttributeOf(one, "guid")), NoteWords(one, files_));
    });
    const xml_node sources = ChildOf(project, "Sources");
    for (xml_node source = sources.first_child(); source; source = source.next_sibling())
      ReadAnySource(source);
    TellRest(project);
    Taken taken = maker_.Finish("a REFI-QDA project");
    return taken;
  }

 private:
  void ReadUsers(const xml_node& project) {
    std::set<std::string> names;
    ForEachChild(ChildOf(project, "Users"), "User", [&](const xml_node& user) {
      std::string name = TakenMaker::Clean(AttributeOf(user, "name"), 40);
      if (name.empty()) name = TakenMaker::Clean(AttributeOf(user, "id"), 40);
      if (name.empty()) return;
      for (char& c : name)
        if (c == ';') c = ',';
      users_.emplace(GuidKey(AttributeOf(user, "guid")), name);
      names.insert(name);
    });
    if (names.size() == 1) maker_.Coder(*names.begin());
    if (names.size() < 2) return;
    std::string list;
    for (const std::string& name : names) list += (list.empty() ? "" : "; ") + name;
    maker_.Field("coders", list);
  }

  CodeUse Use(const QdaCode& code) const {
    return UseOf(options_.map, code.path, code.name, UsualUse(code, ours_));
  }

  void TellMap() {
    CodeMap map(&maker_.out().map);
    for (const QdaCode& code : codes_->codes())
      if (code.leaf) map.Tell(code.path, Use(code), code.name);
    maker_.TakenAs("code", "codes", codes_->codes().size());
  }

  std::string Coder(std::string_view guid) const {
    const auto user = users_.find(GuidKey(guid));
    return user == users_.end() ? "" : user->second;
  }

  void ReadAnySource(const xml_node& source) {
    const std::string_view kind = LocalName(source);
    if (kind == "TextSource") {
      ReadText(source, std::string(AttributeOf(source, "name")));
    } else if (kind == "PDFSource" && ChildOf(source, "Representation")) {
      maker_.LeftOut("stretch marked on a page of a PDF", "stretches marked on pages of a PDF",
                     CountOf(source, "PDFSelection"));
      ReadText(ChildOf(source, "Representation"), std::string(AttributeOf(source, "name")));
    } else if (kind == "PDFSource") {
      maker_.LeftOut("PDF without its text", "PDFs without their text");
    } else if (kind == "PictureSource") {
      maker_.LeftOut("picture", "pictures");
    } else if (kind == "AudioSource") {
      maker_.LeftOut("recording", "recordings");
    } else if (kind == "VideoSource") {
      maker_.LeftOut("film", "films");
    }
  }

  void ReadText(const xml_node& source, std::string title) {
    if (title.empty()) title = "Text " + std::to_string(++untitled_);
    const std::string place = file_ + ", text “" + TakenMaker::Clean(title, 60) + "”";
    std::optional<std::string> bytes;
    if (const xml_node content = ChildOf(source, "PlainTextContent")) bytes = WordsIn(content);
    const std::string path(AttributeOf(source, "plainTextPath"));
    constexpr std::string_view kInternal = "internal://";
    if (!bytes && path.substr(0, kInternal.size()) == kInternal) {
      const std::string inner = path.substr(kInternal.size());
      for (const std::string& name : {"sources/" + inner, "Sources/" + inner, inner})
        if (const auto file = files_.find(name); file != files_.end() && !bytes)
          bytes = file->second;
    }
    std::map<std::string, std::string> about;
    ForEachChild(source, "VariableValue", [&](const xml_node& value) {
      const auto variable =
          variables_.find(GuidKey(AttributeOf(ChildOf(value, "VariableRef"), "targetGUID")));
      if (variable != variables_.end())
        about[variable->second] = TakenMaker::Clean(WordsIn(value), kGlossLength);
    });
    TakenText& text =
        maker_.Text(title, bytes ? std::optional<std::string_view>(*bytes) : std::nullopt,
                    about["address"], place);
    const std::size_t selections = CountOf(source, "PlainTextSelection");
    if (!text.map) {
      maker_.Error(place, "The project does not hold this text.",
                   "Export it with its texts, or give --text " + text.name + "=FILE.");
      maker_.LeftOut("selection in a text that is not here",
                     "selections in texts that are not here", selections);
      return;
    }
    maker_.TakenAs("text", "texts");
    maker_.TextRow()
        .Set("author", Authors(about["author"], place))
        .Set("date", about["date"])
        .Set("language", about["language"].empty() ? Default("language") : about["language"])
        .Set("notes", NotesOf(source));
    maker_.LeftOut("code on a whole text", "codes on whole texts", CountOf(source, "Coding"));
    std::size_t number = 0;
    ForEachChild(source, "PlainTextSelection", [&](const xml_node& selection) {
      ReadSelection(selection, text, place + ", selection " + std::to_string(++number));
    });
    maker_.TakenAs("selection", "selections", selections);
    FinishClaim();
  }

  /// The ids of authors that a variable names, for a cell.
  std::string Authors(const std::string& names, const std::string& place) {
    std::string ids;
    for (const std::string& name : edit::SplitWords(names, ';'))
      ids += (ids.empty() ? "" : "; ") + maker_.Actor(edit::Unbracketed(name), "person", place);
    return ids;
  }

  std::string Default(std::string_view field) const {
    const JsonValue* defaults = options_.map.Find("defaults");
    return defaults == nullptr ? "" : std::string(defaults->TextOf(field));
  }

  /// The words of the notes that a thing refers to.
  std::string NotesOf(const xml_node& node) {
    std::string words;
    ForEachChild(node, "NoteRef", [&](const xml_node& ref) {
      const auto note = notes_.find(GuidKey(AttributeOf(ref, "targetGUID")));
      if (note == notes_.end()) return;
      used_notes_.insert(note->first);
      std::string one = note->second;
      for (char& c : one)
        if (c == ';') c = ',';
      words += (words.empty() ? "" : "; ") + one;
    });
    return words;
  }

  static std::uint32_t Offset(std::string_view digits) {
    std::uint32_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
  }

  /// Where the selection lies. Programs differ in whether the last position is the last character
  /// or the one behind it, so its own words decide.
  std::optional<std::string> PlaceOf(const xml_node& selection, const TakenText& text,
                                     const std::string& place) {
    const locate::Place said{Offset(AttributeOf(selection, "startPosition")),
                             Offset(AttributeOf(selection, "endPosition"))};
    const std::string_view words = AttributeOf(selection, "name");
    const std::u32string letters =
        FirstInvalidUtf8(words) ? U"" : MakeSkeleton(Norm1(words)).letters;
    const std::array<locate::Place, 2> candidates{said, {said.start, said.end + 1}};
    if (!letters.empty()) {
      for (const locate::Place& one : candidates) {
        const auto here = MakeSkeleton(Norm1(text.map->Slice(one))).letters;
        if (here == letters) return maker_.PassageOf(text, one, place);
      }
      const auto findings = maker_.Find(text, words);
      const auto norm1 = text.map->FromFile({said.start, text.map->size()});
      const std::uint32_t near = norm1 ? norm1->start : 0;
      const locate::Place* nearest = nullptr;
      const auto distance = [near](const locate::Place& one) {
        return one.start > near ? one.start - near : near - one.start;
      };
      for (const auto& places : findings)
        if (places.size() == 1 && (nearest == nullptr || distance(places[0]) < distance(*nearest)))
          nearest = &places[0];
      if (nearest != nullptr && letters.size() >= 12) {
        ++moved_;
        return maker_.PassageAt(text, *nearest, place);
      }
    }
    if (said.end <= said.start || said.start >= text.map->size()) return std::nullopt;
    return maker_.PassageOf(text, said, place);
  }

  void ReadSelection(const xml_node& selection, const TakenText& text, const std::string& place) {
    const auto passage = PlaceOf(selection, text, place);
    if (!passage) {
      maker_.LeftOut("selection without a letter", "selections without a letter");
      return;
    }
    // The codes of one user on one stretch are one claim.
    std::vector<std::pair<std::string, CodedStretch>> stretches;
    std::map<std::string, std::string> paths;
    ForEachChild(selection, "Coding", [&](const xml_node& coding) {
      const QdaCode* code = codes_->Find(AttributeOf(ChildOf(coding, "CodeRef"), "targetGUID"));
      if (code == nullptr) {
        maker_.LeftOut("coding with a code that is not in the codebook",
                       "codings with codes that are not in the codebook");
        return;
      }
      std::string by = Coder(AttributeOf(coding, "creatingUser"));
      if (by.empty()) by = Coder(AttributeOf(selection, "creatingUser"));
      auto at = std::find_if(stretches.begin(), stretches.end(),
                             [&](const auto& one) { return one.first == by; });
      if (at == stretches.end()) at = stretches.insert(at, {by, CodedStretch()});
      at->second.Take(Use(*code));
      paths[by] += (paths[by].empty() ? "" : "; ") + code->path;
    });
    const std::string gloss =
        TakenMaker::Clean(WordsIn(ChildOf(selection, "Description")), kGlossLength);
    const std::string note = NotesOf(selection);
    if (stretches.empty())
      stretches.emplace_back(Coder(AttributeOf(selection, "creatingUser")), CodedStretch());
    for (const auto& [by, stretch] : stretches) {
      std::vector<std::string> abouts = stretch.about;
      if (abouts.empty()) abouts.emplace_back();
      if (abouts.size() > kMostAbouts) {
        maker_.LeftOut("code on a selection that has a hundred",
                       "codes on selections with hundreds", abouts.size() - kMostAbouts);
        abouts.resize(kMostAbouts);
      }
      for (const std::string& about : abouts) {
        CodedClaim claim{text.name, {*passage}, by, about, paths[by], gloss, note, place, stretch};
        // In our own projects a claim with several passages is several selections.
        if (ours_ && pending_ && pending_->SameBut(claim)) {
          pending_->passages.push_back(*passage);
          continue;
        }
        FinishClaim();
        pending_ = std::move(claim);
      }
    }
  }

  void FinishClaim() {
    if (!pending_) return;
    PutCodedClaim(*pending_, kCodeCauses, &maker_);
    pending_.reset();
  }

  void TellRest(const xml_node& project) {
    if (moved_ > 0)
      maker_.Note(file_,
                  std::to_string(moved_) + (moved_ == 1 ? " selection lies" : " selections lie") +
                      " elsewhere than their positions say; they were found by their words.",
                  "Look at them: the program that wrote them counts otherwise.");
    std::size_t unused = 0;
    for (const auto& [guid, words] : notes_)
      if (used_notes_.count(guid) == 0) ++unused;
    maker_.TakenAs("memo as a note", "memos as notes", used_notes_.size());
    maker_.LeftOut("memo that no selection or text refers to",
                   "memos that no selections or texts refer to", unused);
    const auto left = [&](std::string_view group, std::string_view item, std::string_view one,
                          std::string_view many) {
      maker_.LeftOut(one, many, CountOf(ChildOf(project, group), item));
    };
    left("Cases", "Case", "case", "cases");
    left("Links", "Link", "link between memos or selections", "links between memos or selections");
    left("Sets", "Set", "set of codes", "sets of codes");
    left("Graphs", "Graph", "graph", "graphs");
    std::size_t variables = 0;
    for (const auto& [guid, name] : variables_)
      if (name != "author" && name != "date" && name != "language" && name != "address")
        ++variables;
    maker_.LeftOut("variable", "variables", variables);
  }

  const TakeOptions& options_;
  TakenMaker maker_;
  std::map<std::string, std::string> files_, users_, variables_, notes_;
  std::set<std::string> used_notes_;
  const CodeBook* codes_ = nullptr;
  std::string file_;
  std::optional<CodedClaim> pending_;
  bool ours_ = false;
  std::size_t untitled_ = 0, moved_ = 0;
};

}  // namespace

Result<Taken> ReadQdpx(std::string_view bytes, const TakeOptions& options) {
  // Pictures, recordings and the originals of texts stay packed.
  const sheets::ZipWanted wanted{[](std::string_view name) {
                                   const std::string_view ending = name.substr(
                                       name.size() - std::min<std::size_t>(name.size(), 4));
                                   return ending == ".qde" || ending == ".txt";
                                 },
                                 10'000};
  Result<std::vector<sheets::ZipEntry>> entries = sheets::ReadZip(bytes, wanted);
  if (!entries.ok()) return entries.problems();
  return ProjectReader(std::move(*entries), options).Read();
}

}  // namespace proviso::exchange
