#include "core/state/cite.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/safe_text.h"
#include "core/io/json_text.h"
#include "core/io/save.h"
#include "core/state/brush.h"
#include "core/state/change_words.h"
#include "core/state/filter_words.h"
#include "core/state/state_file.h"
#include "core/voice/chain_words.h"
#include "core/voice/voice.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

std::string ForTex(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') {
      out += "\\textbackslash{}";
    } else if (c == '~' || c == '^') {
      out += std::string("\\") + c + "{}";
    } else {
      if (std::string_view("{}%#&_$").find(c) != std::string_view::npos) out += '\\';
      out += c;
    }
  }
  return out;
}

/// Braces would end the field; an address may have none.
std::string ForTexUrl(std::string_view url) {
  std::string out;
  for (const char c : url) out += c == '{' ? "%7B" : c == '}' ? "%7D" : std::string(1, c);
  return out;
}

/// The year in which the coding was finished, else the one in which it is looked at.
std::string Year(const Library& library, const Session& session) {
  std::string_view date = library.dataset.info.finished;
  if (date.size() < 4) date = session.host.today;
  return std::string(date.substr(0, 4));
}

std::string WithLink(std::string words, const std::string& link) {
  return link.empty() ? words : words + " " + link;
}

std::string BibTex(const Library& library, const Session& session, const std::string& link) {
  const DatasetInfo& info = library.dataset.info;
  std::string out = "@misc{" + std::string(info.id) + ",\n";
  const auto put = [&out](std::string_view name, std::string value) {
    if (!value.empty()) out += "  " + std::string(name) + " = {" + value + "},\n";
  };
  put("title", "{" + ForTex(VisibleText(info.title)) + "}");
  put("year", Year(library, session));
  put("version", ForTex(info.version));
  put("note",
      ForTex(VisibleText(StateWords(library, session.state))) + "; sha256 " + library.digest());
  put("url", link.empty() ? link : ForTexUrl(link));
  put("urldate", ForTex(session.host.today));
  return out + "}";
}

std::string Csl(const Library& library, const Session& session, const std::string& link) {
  const DatasetInfo& info = library.dataset.info;
  std::string out = "[{";
  const auto put = [&out](std::string_view name, std::string_view value) {
    if (value.empty()) return;
    if (out.back() != '{') out += ',';
    out += "\n  \"" + std::string(name) + "\": ";
    io::AppendJsonString(value, &out);
  };
  put("id", info.id);
  put("type", "dataset");
  put("title", VisibleText(info.title));
  put("version", info.version);
  put("note", StateWords(library, session.state) + "; sha256 " + library.digest());
  put("URL", link);
  const auto date = [&out](std::string_view name, std::string_view day) {
    out += ",\n  \"" + std::string(name) + "\": {\"date-parts\": [[";
    bool first = true;
    for (std::size_t from = 0; from < day.size();) {
      const std::size_t end = std::min(day.find('-', from), day.size());
      while (from + 1 < end && day[from] == '0') ++from;
      out += (first ? "" : ", ") + std::string(day.substr(from, end - from));
      first = false;
      from = end + 1;
    }
    out += "]]}";
  };
  const std::string year = Year(library, session);
  if (!year.empty()) date("issued", year);
  if (!session.host.today.empty()) date("accessed", session.host.today);
  return out + "\n}]";
}

std::string FileName(const Library& library, std::string_view tail) {
  return std::string(library.dataset.info.id) + std::string(tail);
}

}  // namespace

std::string CiteWords(const Library& library, const Session& session, RecordRef record) {
  const Dataset& dataset = library.dataset;
  const Say& say = library.say;
  std::string words;
  if (record.table == Table::kClaims && record) {
    const Claim& claim = dataset.claims[record.index];
    for (const ChainStep& step : ChainOf(library, claim))
      words += step.holder ? say("{0}: ##before what is said", {step.name})
                           : say("{0} ({1})", {step.name, step.link}) + " → ";
    for (const WordRun& run : GlossOf(library, claim).runs)
      words += run.hedge ? say("[hedge: {0}]", {run.text}) : run.text;
    std::vector<std::string> places;
    for (const Ref& ref : RefsOf(library, claim)) places.push_back(ref.words);
    words = say("{0} ({1}: {2}).##what is said, where, in which text",
                {words, say.Join(places), dataset[DocumentOf(dataset, claim)].title});
  } else if (record) {
    words = say("{0} “{1}”.##kind of record, name",
                {say(Label(record.table)), NameOf(library, record)});
  } else {
    words = StateWords(library, session.state);
    for (const StateLine& line : StateLines(library, session.state))
      words = say("{0}; {1}", {words, say("{0}: {1}", {line.label, line.words})});
    words = say("{0}.", {words});
  }
  const std::string source =
      say(dataset.info.version.empty() ? "Coded paraphrase in “{0}”, sha256 {2}."
                                       : "Coded paraphrase in “{0}”, version {1}, sha256 {2}.",
          {dataset.info.title, dataset.info.version, library.digest()});
  words = say("{0} {1}##sentences", {words, source});
  ViewState shown = session.state;
  if (record) shown.selection = dataset.IdOf(record);
  return WithLink(VisibleText(words), LinkTo(session, shown));
}

std::string CitationAs(const Library& library, const Session& session, CiteForm form) {
  const std::string link = LinkTo(session, session.state);
  if (form == CiteForm::kBibTex) return BibTex(library, session, link);
  if (form == CiteForm::kCsl) return Csl(library, session, link);
  return Citation(library, session);
}

std::string Citation(const Library& library, const Session& session) {
  const std::string link = LinkTo(session, session.state);
  const DatasetInfo& info = library.dataset.info;
  std::string words = VisibleText(info.title);
  // A title may be a question.
  const char last = words.empty() ? '.' : words.back();
  const Say& say = library.say;
  if (last != '.' && last != '?' && last != '!') words = say("{0}.", {words});
  words = say.Chain(
      Key("{0} {1}##sentences"),
      {words, say("{0}.", {VisibleText(StateWords(library, session.state))}),
       say(info.version.empty() ? "Proviso dataset, sha256 {1}."
                                : "Proviso dataset {0}, sha256 {1}.",
           {info.version, library.digest()}),
       session.host.today.empty() ? std::string()
                                  : say("Seen on {0}.", {DateWords(session.host.today, say)})});
  return WithLink(std::move(words), link);
}

std::string LinkTo(const Session& session, const ViewState& state) {
  return session.previous.empty() ? session.host.page + "#" + EncodeLink(state) : std::string();
}

std::string StateWords(const Library& library, const ViewState& state) {
  const Say& say = library.say;
  std::vector<std::string> more;
  const std::size_t supposed = state.on.size() + state.off.size();
  if (supposed > 0)
    more.push_back(say.Counted(supposed, "{0} condition supposed", "{0} conditions supposed"));
  if (!state.claims.filter.empty() || !state.claims.words.empty() ||
      !BrushWords(state, say).empty())
    more.push_back(say("filters"));
  const bool at = !state.selection.empty();
  return say(more.empty() ? (at ? "View “{0}”, at “{2}”" : "View “{0}”")
                          : (at ? "View “{0}”, with {1}, at “{2}”" : "View “{0}”, with {1}"),
             {say(Label(state.view)), say.Join(more), NameOfId(library, state.selection)});
}

std::vector<StateLine> StateLines(const Library& library, const ViewState& state) {
  const Say& say = library.say;
  std::vector<StateLine> lines;
  const auto names = [&](const std::vector<std::string>& ids) {
    std::vector<std::string> list;
    for (const std::string& id : ids) list.push_back(say.Quoted(NameOfId(library, id)));
    return say.Join(list);
  };
  const auto add = [&](std::string_view label, std::string words, std::string_view of = {}) {
    if (!words.empty()) lines.push_back({say(label, {of}), std::move(words)});
  };
  const PropositionId target = FindOutcome(library, state.target).target;
  if (target) add(Key("Asked about"), say.Quoted(library.dataset[target].label));
  add(Key("Supposed"), names(state.on));
  add(Key("Supposed not"), names(state.off));
  if (state.on.empty() && state.off.empty()) add("Supposed", say("nothing##supposed"));
  if (state.strict) add(Key("Reading"), say("strict: “if” is not taken to make a difference"));
  for (std::size_t i = 0; i < query::kFacetCount; ++i) {
    const auto facet = static_cast<query::Facet>(i);
    std::vector<std::string> values;
    for (const std::string& value : state.claims.filter.values[i])
      values.push_back(FilterValueWords(library, facet, value));
    add(Key("Filter, {0}"), say.Join(values, "{0} or {1}"), say(Label(facet)));
  }
  if (!state.claims.words.empty()) add(Key("Filter, words"), say.Quoted(state.claims.words));
  add(Key("Filter, dates"), BrushWords(state, say));
  return lines;
}

std::string ErrorReport(const Library& library, const Session& session, RecordRef record) {
  const Dataset& dataset = library.dataset;
  const DatasetInfo& info = dataset.info;
  const Say& say = library.say;
  std::string words =
      say("Coding error in {0} {1}", {say(Label(record.table)), dataset.IdOf(record)}) + "\n" +
      say("Dataset: {0} ({1}), version {2}", {info.title, info.id, info.version}) + "\n" +
      say("{0}: {1}", {say("Digest (SHA-256)"), library.digest()}) + "\n";
  if (const PassageId id = FirstPassage(library, record)) {
    const Passage& passage = dataset[id];
    words += say("Locator: passage {0}, {1}, characters {2} to {3} of the norm-1 text of {4}",
                 {passage.id, RefOf(library, id).words, std::to_string(passage.start),
                  std::to_string(passage.end), dataset[passage.document].id}) +
             "\n";
  }
  if (const std::string link = LinkTo(session, session.state); !link.empty())
    words += say("Link: {0}##address", {link}) + "\n";
  return words + say("What is wrong: ");
}

Effect SavedFile(const Library& library, const Session& session, Saved what) {
  using Kind = Effect::Kind;
  const std::string view = "-" + std::string(Word(session.state.view));
  constexpr const char* kJson = "application/json";
  const DatasetInfo& info = library.dataset.info;
  switch (what) {
    case Saved::kDataset:
      return {Kind::kSaveDataset, io::Save(library.dataset), FileName(library, ".json"), kJson};
    case Saved::kState:
      return {Kind::kSaveFile,
              WriteState({std::string(info.id), std::string(info.version), library.digest(),
                          EncodeLink(session.state)}),
              FileName(library, view + "-state.json"), kJson};
    case Saved::kNotes:
      return {Kind::kSaveFile, WriteNotes(*session.notes, info.id),
              FileName(library, "-notes.json"), kJson};
    case Saved::kSvg:
      return {Kind::kSavePicture, "svg", FileName(library, view + ".svg"), "image/svg+xml"};
    case Saved::kPng:
      break;
    case Saved::kFigureSvg:
      return {Kind::kSavePicture, "wide.svg", FileName(library, view + "-picture.svg"),
              "image/svg+xml"};
    case Saved::kFigurePng:
      return {Kind::kSavePicture, "wide.png", FileName(library, view + "-picture.png"),
              "image/png"};
    case Saved::kFigureSquare:
      return {Kind::kSavePicture, "square.png", FileName(library, view + "-square.png"),
              "image/png"};
    case Saved::kOneFile:
      return {Kind::kSavePage,
              session.dialog == Dialog::kPublish && session.publishing.as_now
                  ? EncodeLink(session.state)
                  : std::string(),
              FileName(library, ".html"), "text/html"};
    case Saved::kData:
      return {Kind::kSaveData, "json", FileName(library, ".json"), kJson};
    case Saved::kClaims:
      return {Kind::kSaveData, "csv", FileName(library, "-claims.csv"), "text/csv;header=present"};
    case Saved::kFigureColumn:
      return {Kind::kSavePicture, "column.png", FileName(library, view + "-narrow.png"),
              "image/png"};
  }
  return {Kind::kSavePicture, "png", FileName(library, view + ".png"), "image/png"};
}

}  // namespace proviso::view
