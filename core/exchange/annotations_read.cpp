// Web Annotations in: of the W3C's model, of Hypothesis' interface and its exports.

#include <algorithm>
#include <map>
#include <utility>

#include "core/base/text.h"
#include "core/edit/line.h"
#include "core/exchange/annotation_note.h"
#include "core/exchange/coded_claim.h"
#include "core/exchange/formats.h"
#include "core/exchange/xml.h"
#include "core/io/load.h"

namespace proviso::exchange {
namespace {

using io::JsonValue;

/// So many letters on either side tell twins apart.
constexpr std::size_t kAroundLetters = 200;

/// The letters of what stands before or behind a quotation, the nearest of them.
std::u32string AroundLetters(const std::string& words, bool before) {
  if (FirstInvalidUtf8(words)) return U"";
  std::u32string letters = MakeSkeleton(Norm1(words)).letters;
  if (letters.size() > kAroundLetters)
    letters = before ? letters.substr(letters.size() - kAroundLetters)
                     : letters.substr(0, kAroundLetters);
  return letters;
}

/// True if these letters stand right before the place, or right behind it; no letters stand
/// everywhere.
bool StandBefore(const locate::ReaderText& text, std::uint32_t start,
                 const std::u32string& letters) {
  const auto& origin = text.skeleton.origin;
  const auto end = static_cast<std::size_t>(std::lower_bound(origin.begin(), origin.end(), start) -
                                            origin.begin());
  return end >= letters.size() &&
         text.skeleton.letters.compare(end - letters.size(), letters.size(), letters) == 0;
}
bool StandBehind(const locate::ReaderText& text, std::uint32_t end, const std::u32string& letters) {
  const auto& origin = text.skeleton.origin;
  const auto from = static_cast<std::size_t>(std::lower_bound(origin.begin(), origin.end(), end) -
                                             origin.begin());
  return text.skeleton.letters.compare(from, letters.size(), letters) == 0;
}

constexpr DraftCauses kNoteCauses{
    {"claim, since no tag says what it is about", "claims, since no tags say what they are about"},
    {"claim, since no tag says how firmly", "claims, since no tags say how firmly"},
    {"claim, since the annotation has no words of its own",
     "claims, since the annotations have no words of their own"}};

class NoteReader {
 public:
  explicit NoteReader(const TakeOptions& options) : options_(options), maker_(options) {}

  void Read(const std::vector<Note>& notes) {
    std::map<std::string, std::string> replies;
    for (const Note& note : notes)
      if (!note.reply_to.empty()) {
        std::string& words = replies[note.reply_to];
        words += (words.empty() ? "" : " · ") + note.user + ": " + note.text;
      }
    std::size_t number = 0, answered = 0, groups = 0;
    for (const Note& note : notes) {
      const std::string place = "annotation " + std::to_string(++number);
      if (!note.reply_to.empty()) {
        ++answered;
        continue;
      }
      if (note.in_group) ++groups;
      if (!note.placed) {
        maker_.LeftOut("annotation of a whole page", "annotations of whole pages");
        continue;
      }
      const auto reply = replies.find(note.id);
      ReadOne(note, reply == replies.end() ? "" : reply->second, place);
    }
    maker_.TakenAs("reply as a note", "replies as notes", answered);
    maker_.LeftOut("name of a group", "names of groups", groups);
    if (utf16_)
      maker_.Note("the file", "Places are counted in units of UTF-16, as browsers count.",
                  "Nothing has to be done.");
    if (unsure_ > 0)
      maker_.Note("the file",
                  std::to_string(unsure_) +
                      (unsure_ == 1 ? " quotation stands" : " quotations stand") +
                      " more than once, and nothing around tells which is meant; the first is "
                      "taken.",
                  "Look at them in the explorer.");
  }

  TakenMaker& maker() { return maker_; }

 private:
  TakenText& TextOf(const Note& note, const std::string& place) {
    const std::string key = note.uri.empty() ? note.title : note.uri;
    const auto known = texts_.find(key);
    if (known != texts_.end()) return *known->second;
    TakenText& text =
        maker_.Text(note.title.empty() ? key : note.title, std::nullopt, note.uri, place);
    maker_.TakenAs("text", "texts");
    texts_.emplace(key, &text);
    return text;
  }

  std::optional<std::string> PlaceOf(const Note& note, const TakenText& text,
                                     const std::string& place) {
    if (!text.map) return std::nullopt;
    const TextMap& map = *text.map;
    std::optional<locate::Place> said = note.position;
    if (said && note.utf16) {
      utf16_ = true;
      said = locate::Place{map.FromUtf16(said->start), map.FromUtf16(said->end)};
    }
    if (note.exact.empty() || FirstInvalidUtf8(note.exact))
      return said ? maker_.PassageOf(text, *said, place) : std::nullopt;
    const auto findings = maker_.Find(text, note.exact);
    if (findings.empty() || findings[0].empty()) return std::nullopt;
    const std::u32string before = AroundLetters(note.prefix, true);
    const std::u32string behind = AroundLetters(note.suffix, false);
    const auto at = said ? map.FromFile(*said) : std::nullopt;
    const locate::Place* chosen = nullptr;
    for (const auto& places : findings) {
      const locate::Place& one = places[0];
      if (!StandBefore(map.text(), one.start, before) || !StandBehind(map.text(), one.end, behind))
        continue;
      if (chosen == nullptr || (at && one.start == at->start)) chosen = &one;
    }
    if (chosen == nullptr) {
      chosen = &findings[0][0];
      if (findings.size() > 1) ++unsure_;
    } else if (findings.size() > 1 && note.prefix.empty() && note.suffix.empty() && !said) {
      ++unsure_;
    }
    return maker_.PassageAt(text, *chosen, place);
  }

  void ReadOne(const Note& note, const std::string& reply, const std::string& place) {
    const TakenText& text = TextOf(note, place);
    const auto passage = PlaceOf(note, text, place);
    if (!passage && text.map) {
      maker_.Error(
          place,
          "Its words are not in " + text.name + ": “" + TakenMaker::Clean(note.exact, 40) + "”.",
          "Give the text as it was annotated.");
      maker_.LeftOut("annotation whose words are not in the text",
                     "annotations whose words are not in the text");
      return;
    }
    if (!passage) {
      maker_.LeftOut("annotation of a text that is not here",
                     "annotations of texts that are not here");
      return;
    }
    maker_.TakenAs("annotation", "annotations");
    CodedStretch stretch;
    std::string paths;
    if (!map_) map_.emplace(&maker_.out().map);
    for (const std::string& tag : note.tags) {
      std::string name = TakenMaker::Clean(tag, kGlossLength);
      CodeUse usual{CodeUse::Kind::kTopic, name};
      for (const auto& [prefix, kind] :
           {std::pair{std::string_view("code:"), CodeUse::Kind::kTopic},
            std::pair{std::string_view("holder:"), CodeUse::Kind::kHolder},
            std::pair{std::string_view("level:"), CodeUse::Kind::kLevel},
            std::pair{std::string_view("about:"), CodeUse::Kind::kAbout},
            std::pair{std::string_view("act:"), CodeUse::Kind::kAct}})
        if (name.substr(0, prefix.size()) == prefix)
          usual = {kind, std::string(edit::Trimmed(name.substr(prefix.size())))};
      const std::string path =
          name.substr(0, 5) == "code:" ? std::string(edit::Trimmed(name.substr(5))) : name;
      if (path.empty()) continue;
      const CodeUse use = UseOf(options_.map, path, usual.words, usual);
      map_->Tell(path, use, use.words);
      stretch.Take(use);
      paths += (paths.empty() ? "" : "; ") + path;
    }
    const std::string about = stretch.about.empty() ? "" : stretch.about[0];
    if (stretch.about.size() > 1)
      maker_.LeftOut("further statement of an annotation", "further statements of annotations",
                     stretch.about.size() - 1);
    PutCodedClaim({text.name,
                   {*passage},
                   TakenMaker::Clean(note.user, 40),
                   about,
                   std::move(paths),
                   TakenMaker::Clean(note.text, kGlossLength),
                   TakenMaker::Clean(reply, kGlossLength),
                   place,
                   std::move(stretch)},
                  kNoteCauses, &maker_);
  }

  const TakeOptions& options_;
  TakenMaker maker_;
  std::map<std::string, TakenText*> texts_;
  std::optional<CodeMap> map_;
  bool utf16_ = false;
  std::size_t unsure_ = 0;
};

/// The dataset that an export of ours holds, with those claims whose annotations are still there.
Result<Dataset> Restored(const JsonValue& dataset, const std::vector<Note>& notes,
                         std::size_t* count) {
  JsonValue root = dataset;
  JsonValue claims = JsonValue::List();
  std::map<std::string, bool> there;
  for (const Note& note : notes)
    if (note.record != nullptr && there.emplace(note.record->TextOf("id"), true).second)
      claims.Add(*note.record);
  *count = claims.items().size();
  root.Set("claims", std::move(claims));
  if (JsonValue* relations = root.Find("relations"); relations != nullptr && relations->is_list()) {
    auto& items = relations->items();
    items.erase(std::remove_if(items.begin(), items.end(),
                               [&](const JsonValue& one) {
                                 return there.count(std::string(one.TextOf("from"))) == 0 ||
                                        there.count(std::string(one.TextOf("to"))) == 0;
                               }),
                items.end());
  }
  Result<io::Loaded> loaded = io::Load(root.Write());
  if (!loaded.ok()) return loaded.problems();
  return std::move(loaded->dataset);
}

/// How many annotations somebody has given another gloss or other tags than their records have.
std::size_t CountChanged(const Dataset& dataset, const std::vector<Note>& notes) {
  std::size_t changed = 0;
  for (const Note& note : notes) {
    if (note.record == nullptr) continue;
    const RecordRef ref = dataset.Find(note.record->TextOf("id"));
    if (!ref || ref.table != Table::kClaims) continue;
    const Claim& claim = dataset.claims[ref.index];
    const std::vector<std::string> tags = TagsOf(dataset, claim);
    if (note.text != claim.gloss || note.tags != tags) ++changed;
  }
  return changed;
}

}  // namespace

Result<Taken> ReadAnnotations(std::string_view bytes, const TakeOptions& options) {
  const Result<JsonValue> root = ReadJsonFile(bytes);
  if (!root.ok()) return root.problems();
  std::vector<const JsonValue*> found;
  if (!GatherNotes(*root, 0, &found))
    return PlacedProblem("call", bytes, 0, "The file holds no annotations.",
                         "Export them as Web Annotations, or as JSON from Hypothesis.");
  std::vector<Note> notes, strange;
  for (const JsonValue* one : found) {
    notes.push_back(ReadNote(*one));
    if (notes.back().record == nullptr) strange.push_back(notes.back());
  }
  const JsonValue* held = root->Find("dataset");
  if (held == nullptr || !held->is_object()) {
    NoteReader reader(options);
    reader.Read(notes);
    return reader.maker().Finish("Web Annotations");
  }
  if (options.base != nullptr)
    return CallProblem("The file holds its dataset, and --base names another.",
                       "Leave --base out, then merge the two with “proviso merge”.");
  std::size_t count = 0;
  Result<Dataset> dataset = Restored(*held, notes, &count);
  if (!dataset.ok()) return dataset.problems();
  TakeOptions with_base = options;
  with_base.base = &*dataset;
  NoteReader reader(with_base);
  reader.Read(strange);
  if (const std::size_t changed = CountChanged(*dataset, notes); changed > 0)
    reader.maker().Note("the file",
                        std::to_string(changed) +
                            (changed == 1 ? " annotation says" : " annotations say") +
                            " something else than the record beside it; the records are taken.",
                        "To take what was written elsewhere, delete “record” there and import "
                        "again: it becomes a draft.");
  reader.maker().TakenAs("claim from its own record", "claims from their own records", count);
  Taken taken = reader.maker().Finish("Web Annotations of this program");
  taken.base = std::move(*dataset);
  return taken;
}

}  // namespace proviso::exchange
