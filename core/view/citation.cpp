// Citations and tags: what leaves the explorer as text for other programs.

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "core/io/json_text.h"
#include "core/view/change_words.h"
#include "core/view/safe_text.h"
#include "core/view/share_model.h"
#include "core/view/wording.h"

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
      ForTex(VisibleText(StateWords(library, session.state))) + "; sha256 " + library.digest);
  put("url", ForTexUrl(link));
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
  put("note", StateWords(library, session.state) + "; sha256 " + library.digest);
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

std::string Encoded(std::string_view text) {
  std::string out;
  for (const char c : VisibleText(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      case '\n':
      case '\t':
        out += ' ';
        break;
      default:
        out += c;
    }
  }
  return out;
}

struct Tag {
  std::string out;
  void Put(std::string_view name, std::string_view value) {
    out += " " + std::string(name) + "=\"" + Encoded(value) + "\"";
  }
};

/// The folder of an address: all up to its last slash.
std::string Folder(std::string_view page) {
  page = page.substr(0, page.find_first_of("?#"));
  const std::size_t slash = page.rfind('/');
  return std::string(page.substr(0, slash == std::string_view::npos ? 0 : slash + 1));
}

struct Size {
  const char *width, *height;
};
constexpr std::array<Size, 3> kSizes{{{"480", "360"}, {"720", "480"}, {"960", "640"}}};
constexpr std::array<std::string_view, 4> kThemes{"auto", "light", "dark", "contrast"};

std::string Fallback(const Library& library, const Session& session) {
  Tag link{"<a"};
  link.Put("href", LinkTo(session.host, session.state));
  return link.out + ">" + Encoded(library.dataset.info.title) + "</a>";
}

bool HasAddress(const Session& session) {
  return SafeUrl(session.host.page) && session.host.page.compare(0, 4, "http") == 0;
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
          {dataset.info.title, dataset.info.version, library.digest});
  words = say("{0} {1}##sentences", {words, source});
  ViewState shown = session.state;
  if (record) shown.selection = dataset.IdOf(record);
  return VisibleText(words) + " " + LinkTo(session.host, shown);
}

std::string Citation(const Library& library, const Session& session, CiteForm form) {
  const std::string link = LinkTo(session.host, session.state);
  if (form == CiteForm::kBibTex) return BibTex(library, session, link);
  if (form == CiteForm::kCsl) return Csl(library, session, link);
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
           {info.version, library.digest}),
       session.host.today.empty() ? std::string()
                                  : say("Seen on {0}.", {DateWords(session.host.today, say)})});
  return words + " " + link;
}

std::string FrameTag(const Library& library, const Session& session) {
  if (!HasAddress(session)) return {};
  std::string source = Folder(session.host.page) + "embed.html";
  std::string query;
  if (session.share.theme != ThemeId::kAuto)
    query += "?theme=" + std::string(kThemes[static_cast<std::size_t>(session.share.theme)]);
  if (session.share.frozen) query += std::string(query.empty() ? "?" : "&") + "controls=none";
  const Size& size = kSizes[static_cast<std::size_t>(session.share.size)];
  Tag tag{"<iframe"};
  tag.Put("src", source + query + "#" + EncodeLink(session.state));
  tag.Put("title", library.dataset.info.title);
  tag.Put("width", size.width);
  tag.Put("height", size.height);
  tag.Put("loading", "lazy");
  tag.Put("sandbox", "allow-scripts allow-popups allow-downloads");
  tag.Put("allow", "clipboard-write; fullscreen");
  return tag.out + ">" + Fallback(library, session) + "</iframe>";
}

std::string ElementTag(const Library& library, const Session& session) {
  if (!HasAddress(session)) return {};
  const std::string folder = Folder(session.host.page);
  Tag script{"<script type=\"module\""};
  script.Put("src", folder + "auto.js");
  Tag tag{"<proviso-explorer"};
  tag.Put("src", session.host.dataset);
  tag.Put("label", library.dataset.info.title);
  tag.Put("state", EncodeLink(session.state));
  tag.Put("theme", kThemes[static_cast<std::size_t>(session.share.theme)]);
  if (session.share.frozen) tag.Put("controls", "none");
  return script.out + "></script>\n" + tag.out + ">" + Fallback(library, session) +
         "</proviso-explorer>";
}

}  // namespace proviso::view
