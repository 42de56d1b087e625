// The Argument Interchange Format, in: AIFdb's bare nodesets, and xAIF with its envelope.

#include <algorithm>
#include <map>
#include <utility>

#include "core/exchange/formats.h"
#include "core/exchange/xml.h"
#include "core/io/load.h"

namespace proviso::exchange {
namespace {

using io::JsonValue;

/// An id, which tools write as a text or as a number.
std::string IdIn(const JsonValue& object, std::string_view key) {
  const JsonValue* value = object.Find(key);
  if (value == nullptr) return "";
  return value->is_text() || value->kind() == JsonValue::Kind::kNumber ? value->text() : "";
}

/// Relations that one inference or conflict may stand for.
constexpr std::size_t kMostPairs = 1000;

struct AifNode {
  std::string id, type, text;
  std::vector<std::string> from, to;
  const JsonValue* json = nullptr;
};

/// Nodes and edges as one order, whatever the file's: for comparing two nodesets.
std::vector<std::string> Sorted(const JsonValue& aif) {
  std::vector<std::string> lines;
  if (const JsonValue* nodes = aif.Find("nodes"))
    for (const JsonValue& node : nodes->items())
      lines.push_back("n " + IdIn(node, "nodeID") + " " + std::string(node.TextOf("type")) + " " +
                      std::string(node.TextOf("text")));
  if (const JsonValue* edges = aif.Find("edges"))
    for (const JsonValue& edge : edges->items())
      lines.push_back("e " + IdIn(edge, "fromID") + " " + IdIn(edge, "toID"));
  std::sort(lines.begin(), lines.end());
  return lines;
}

/// The words of a page: xAIF keeps its text with marks around what nodes were made of.
std::string WithoutTags(std::string_view html) {
  const auto plain = PlainText(html, "text.html");
  return plain.ok() ? *plain : std::string(html);
}

class AifReader {
 public:
  explicit AifReader(const TakeOptions& options) : maker_(options) {}

  Result<Taken> Read(const JsonValue& root, const JsonValue& aif, std::string_view bytes) {
    const JsonValue* nodes = aif.Find("nodes");
    const JsonValue* edges = aif.Find("edges");
    if (nodes == nullptr || !nodes->is_list() || nodes->items().empty())
      return PlacedProblem("call", bytes, 0, "There are no nodes in the file.",
                           "Export a nodeset with its nodes and edges.");
    for (const JsonValue& json : nodes->items()) {
      AifNode node;
      node.id = IdIn(json, "nodeID");
      node.type = json.TextOf("type");
      node.text = TakenMaker::Clean(json.TextOf("text"), kGlossLength);
      node.json = &json;
      if (node.id.empty() || !nodes_.emplace(node.id, node).second)
        maker_.LeftOut("node without an id of its own", "nodes without ids of their own");
      else
        order_.push_back(node.id);
    }
    if (edges != nullptr)
      for (const JsonValue& edge : edges->items()) {
        const auto from = nodes_.find(IdIn(edge, "fromID")), to = nodes_.find(IdIn(edge, "toID"));
        if (from == nodes_.end() || to == nodes_.end()) {
          maker_.LeftOut("edge that leads nowhere", "edges that lead nowhere");
          continue;
        }
        from->second.to.push_back(to->first);
        to->second.from.push_back(from->first);
      }
    ReadPeople(aif);
    if (!FindText(root))
      return PlacedProblem("call", bytes, 0, "No node of the file has words.",
                           "Export a nodeset with its texts.");
    for (const std::string& id : order_)
      if (nodes_[id].type == "I") PutNode(nodes_[id]);
    for (const std::string& id : order_) {
      const AifNode& node = nodes_[id];
      if (node.type == "RA" || node.type == "CA") PutRelation(node);
    }
    KeepRest();
    return maker_.Finish("an AIF nodeset");
  }

 private:
  void ReadPeople(const JsonValue& aif) {
    std::map<std::string, std::string> names;
    if (const JsonValue* people = aif.Find("participants"))
      for (const JsonValue& one : people->items()) {
        std::string name(one.TextOf("firstname"));
        const std::string_view last = one.TextOf("surname");
        if (!last.empty()) name += (name.empty() ? "" : " ") + std::string(last);
        names.emplace(IdIn(one, "participantID"), TakenMaker::Clean(name, kNameLength));
      }
    if (const JsonValue* locutions = aif.Find("locutions"))
      for (const JsonValue& one : locutions->items()) {
        const auto name = names.find(IdIn(one, "personID"));
        if (name != names.end() && !name->second.empty())
          speakers_.emplace(IdIn(one, "nodeID"), name->second);
      }
  }

  /// The text that claims stand in: that of the envelope, one given, or the nodes' own words.
  bool FindText(const JsonValue& root) {
    std::string words;
    if (const JsonValue* text = root.Find("text")) {
      if (text->is_text()) words = WithoutTags(text->text());
      if (text->is_object()) words = WithoutTags(text->TextOf("txt"));
    }
    bool made = false;
    if (words.find_first_not_of(" \n\t") == std::string::npos) {
      words.clear();
      made = true;
      for (const char* type : {"L", "I"}) {
        if (!words.empty()) break;
        for (const std::string& id : order_)
          if (nodes_[id].type == type && !nodes_[id].text.empty())
            words += (words.empty() ? "" : "\n\n") + nodes_[id].text;
      }
    }
    if (words.empty()) return false;
    text_ = &maker_.Text("Argument map", std::string_view(words), "", "the text");
    if (!text_->map) return false;
    maker_.TextRow().Set("language", "en");
    maker_.TakenAs("text", "texts");
    if (made)
      maker_.Note("the file", "It holds no text, so the nodes’ words are taken for one.",
                  "Where there is a text, import it with --base and move the claims to it.");
    return true;
  }

  /// Who says what a node says: the speaker of a locution that asserts it.
  std::string SpeakerOf(const AifNode& node, const AifNode** locution) {
    for (const std::string& act_id : node.from) {
      const AifNode& act = nodes_[act_id];
      if (act.type != "YA") continue;
      for (const std::string& from : act.from) {
        const AifNode& said = nodes_[from];
        if (said.type != "L") continue;
        *locution = &said;
        const auto speaker = speakers_.find(from);
        if (speaker != speakers_.end()) return speaker->second;
        const std::size_t colon = said.text.find(':');
        if (colon != std::string::npos && colon > 0 && colon < 60)
          return TakenMaker::Clean(said.text.substr(0, colon), kNameLength);
        return "";
      }
    }
    return "";
  }

  std::optional<std::string> PlaceOf(const std::string& words, const std::string& place) {
    const auto findings = maker_.Find(*text_, words);
    if (findings.empty() || findings[0].empty()) return std::nullopt;
    return maker_.PassageAt(*text_, findings[0][0], place);
  }

  void PutNode(const AifNode& node) {
    const std::string place = "node " + TakenMaker::Clean(node.id, 40);
    if (node.text.empty()) {
      maker_.LeftOut("node without words", "nodes without words");
      return;
    }
    const AifNode* locution = nullptr;
    const std::string speaker = SpeakerOf(node, &locution);
    auto passage = PlaceOf(node.text, place);
    if (!passage && locution != nullptr) passage = PlaceOf(locution->text, place);
    JsonValue record = JsonValue::Object();
    if (passage) record.Set("passages", JsonValue::List({*passage}));
    std::string label = node.text;
    const bool negated = label.substr(0, 5) == "not: ";
    if (negated) label.erase(0, 5);
    const std::string statement = maker_.Statement(label, "", place);
    JsonValue about = JsonValue::Object();
    if (negated)
      about.Set("proposition", JsonValue::Object()).Set("not", statement);
    else
      about.Set("proposition", statement);
    record.Set("about", std::move(about));
    record.Set("gloss", node.text);
    JsonValue typed = JsonValue::Object();
    typed.SetText("attribution", speaker);
    if (!speaker.empty()) maker_.Actor(speaker, "person", place);
    claims_.emplace(node.id, maker_.NextDraftId());
    maker_.TakenAs("node", "nodes");
    maker_.Draft(std::move(record), std::move(typed),
                 "claim, since the format does not say how firmly",
                 "claims, since the format does not say how firmly");
  }

  void PutRelation(const AifNode& node) {
    const bool supports = node.type == "RA";
    bool any = false;
    // Each of its premises with each of its conclusions: two long lists would be millions.
    if (node.to.size() > 1 && node.from.size() > kMostPairs / node.to.size()) {
      maker_.LeftOut("inference or conflict between too many nodes",
                     "inferences and conflicts between too many nodes");
      return;
    }
    for (const std::string& from : node.from) {
      const auto a = claims_.find(from);
      if (a == claims_.end()) continue;
      for (const std::string& to : node.to) {
        const auto b = claims_.find(to);
        if (b == claims_.end() || a == b) continue;
        JsonValue record = JsonValue::Object();
        record.Set("type", supports ? "supports" : "attacks");
        record.Set("from", a->second);
        record.Set("to", b->second);
        record.Set("by", "coder");
        maker_.DraftRelation(std::move(record));
        any = true;
      }
    }
    if (any)
      maker_.TakenAs(supports ? "inference" : "conflict", supports ? "inferences" : "conflicts");
    else
      maker_.LeftOut("inference or conflict of other inferences",
                     "inferences and conflicts of other inferences");
  }

  /// What has no place here stays beside the dataset, as it was.
  void KeepRest() {
    JsonValue kept = JsonValue::List();
    for (const std::string& id : order_) {
      const AifNode& node = nodes_[id];
      if (node.type != "I" && node.type != "L" && node.type != "RA" && node.type != "CA" &&
          node.type != "YA")
        kept.Add(*node.json);
    }
    if (kept.items().empty()) return;
    maker_.TakenAs("node kept in “x-aif”", "nodes kept in “x-aif”", kept.items().size());
    maker_.Field("x-aif", kept.Write());
  }

  TakenMaker maker_;
  std::map<std::string, AifNode> nodes_;
  std::vector<std::string> order_;
  std::map<std::string, std::string> speakers_;  ///< By locution.
  std::map<std::string, std::string> claims_;    ///< By node: the draft's id.
  const TakenText* text_ = nullptr;
};

}  // namespace

Result<Taken> ReadAif(std::string_view bytes, const TakeOptions& options) {
  const Result<JsonValue> root = ReadJsonFile(bytes);
  if (!root.ok()) return root.problems();
  const JsonValue* aif = root->Find("AIF");
  if (aif == nullptr || !aif->is_object()) aif = &*root;
  // One of ours that nobody has changed comes back whole.
  if (const JsonValue* held = root->Find("x-proviso"); held != nullptr && options.base == nullptr) {
    Result<io::Loaded> loaded = io::Load(held->Write());
    if (!loaded.ok()) return loaded.problems();
    const Result<Written> again = WriteAif(loaded->dataset);
    const std::optional<JsonValue> ours = again.ok() ? io::ReadJson(again->bytes) : std::nullopt;
    if (ours && ours->Find("AIF") != nullptr && Sorted(*ours->Find("AIF")) == Sorted(*aif)) {
      TakenMaker maker(options);
      maker.TakenAs("claim from its own record", "claims from their own records",
                    loaded->dataset.claims.size());
      Taken taken = maker.Finish("an AIF nodeset of this program");
      taken.base = std::move(loaded->dataset);
      return taken;
    }
  }
  return AifReader(options).Read(*root, *aif, bytes);
}

}  // namespace proviso::exchange
