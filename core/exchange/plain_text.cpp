// Texts of other programs as plain text: pages, and documents of word processors.

#include <array>
#include <charconv>
#include <utility>

#include "core/base/text.h"
#include "core/exchange/formats.h"
#include "core/exchange/xml.h"
#include "core/sheets/zip.h"

namespace proviso::exchange {
namespace {

bool HasEnding(std::string_view name, std::string_view ending) {
  if (name.size() < ending.size()) return false;
  for (std::size_t i = 0; i < ending.size(); ++i) {
    const char c = name[name.size() - ending.size() + i];
    if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c) != ending[i]) return false;
  }
  return true;
}

/// Collects paragraphs: white space is one space, paragraphs are parted by a blank line.
class Paragraphs {
 public:
  void Text(std::string_view words) {
    for (const char c : words) {
      const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f';
      if (!space)
        line_ += c;
      else if (!line_.empty() && line_.back() != ' ')
        line_ += ' ';
    }
  }
  void End() {
    while (!line_.empty() && line_.back() == ' ') line_.pop_back();
    if (!line_.empty()) text_ += (text_.empty() ? "" : "\n\n") + line_;
    line_.clear();
  }
  std::string Take() {
    End();
    if (!text_.empty()) text_ += '\n';
    return std::move(text_);
  }

 private:
  std::string line_, text_;
};

struct Entity {
  std::string_view name;
  char32_t c;
};
constexpr std::array<Entity, 24> kEntities{
    {{"amp", '&'},       {"lt", '<'},       {"gt", '>'},       {"quot", '"'},     {"apos", '\''},
     {"nbsp", ' '},      {"ndash", 0x2013}, {"mdash", 0x2014}, {"lsquo", 0x2018}, {"rsquo", 0x2019},
     {"ldquo", 0x201C},  {"rdquo", 0x201D}, {"bdquo", 0x201E}, {"laquo", 0xAB},   {"raquo", 0xBB},
     {"hellip", 0x2026}, {"auml", 0xE4},    {"ouml", 0xF6},    {"uuml", 0xFC},    {"szlig", 0xDF},
     {"eacute", 0xE9},   {"euro", 0x20AC},  {"shy", 0xAD},     {"sect", 0xA7}}};

/// "&amp;" and "&#8217;" at `*at`, which moves behind it; what is none stays as it is.
std::string Reference(std::string_view html, std::size_t* at) {
  const std::size_t end = html.find(';', *at);
  if (end == html.npos || end - *at > 12) return std::string(1, html[(*at)++]);
  std::string_view name = html.substr(*at + 1, end - *at - 1);
  char32_t c = 0;
  if (!name.empty() && name[0] == '#') {
    const bool hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
    name.remove_prefix(hex ? 2 : 1);
    std::uint32_t value = 0;
    std::from_chars(name.data(), name.data() + name.size(), value, hex ? 16 : 10);
    if (value >= 0x20 && value < 0x110000 && (value < 0xD800 || value > 0xDFFF)) c = value;
  } else {
    for (const Entity& one : kEntities)
      if (one.name == name) c = one.c;
  }
  if (c == 0) return std::string(1, html[(*at)++]);
  *at = end + 1;
  std::string out;
  AppendUtf8(c, &out);
  return out;
}

bool IsOneOf(std::string_view name, std::string_view list) {
  for (std::string_view rest = list; !rest.empty();) {
    const std::size_t space = std::min(rest.find(' '), rest.size());
    if (rest.substr(0, space) == name) return true;
    rest.remove_prefix(std::min(space + 1, rest.size()));
  }
  return false;
}

/// What a reader of the page sees, without what stands around its text. Pages are seldom sound XML,
/// so tags are read one by one.
std::string FromHtml(std::string_view html) {
  Paragraphs text;
  std::string_view silent;  // The element whose words are not read.
  for (std::size_t at = 0; at < html.size();) {
    if (html.substr(at, 4) == "<!--") {
      const std::size_t end = html.find("-->", at);
      at = end == html.npos ? html.size() : end + 3;
      continue;
    }
    if (html[at] == '<' && at + 1 < html.size() &&
        (html[at + 1] == '/' || html[at + 1] == '!' || html[at + 1] == '?' ||
         (html[at + 1] >= 'a' && html[at + 1] <= 'z') ||
         (html[at + 1] >= 'A' && html[at + 1] <= 'Z'))) {
      std::size_t end = at + 1;
      for (char quote = 0; end < html.size(); ++end) {
        const char c = html[end];
        if (quote != 0)
          quote = c == quote ? static_cast<char>(0) : quote;
        else if (c == '"' || c == '\'')
          quote = c;
        else if (c == '>')
          break;
      }
      const bool closes = html[at + 1] == '/';
      std::string name;
      for (std::size_t i = at + (closes ? 2 : 1); i < end; ++i) {
        const char c = html[i];
        if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))) break;
        name += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
      }
      constexpr std::string_view kSilent = "script style head nav noscript template svg";
      if (silent.empty() && !closes && IsOneOf(name, kSilent)) {
        for (std::string_view rest = kSilent; !rest.empty();) {
          const std::size_t space = std::min(rest.find(' '), rest.size());
          if (rest.substr(0, space) == name) silent = rest.substr(0, space);
          rest.remove_prefix(std::min(space + 1, rest.size()));
        }
      } else if (closes && silent == name) {
        silent = {};
      }
      if (IsOneOf(name,
                  "p div br h1 h2 h3 h4 h5 h6 li ul ol table tr blockquote section article header "
                  "footer main aside figure figcaption pre hr dd dt body title"))
        text.End();
      else if (IsOneOf(name, "td th"))
        text.Text(" ");
      at = end < html.size() ? end + 1 : end;
      continue;
    }
    if (html[at] == '&') {
      const std::string words = Reference(html, &at);
      if (silent.empty()) text.Text(words);
      continue;
    }
    if (silent.empty()) text.Text(html.substr(at, 1));
    ++at;
  }
  return text.Take();
}

/// Word: paragraphs with the text as it is after tracked changes; footnotes and headers stay out.
void WordBlocks(const pugi::xml_node& node, Paragraphs* text) {
  for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
    const std::string_view name = LocalName(child);
    if (name == "t") {
      text->Text(WordsIn(child));
    } else if (name == "tab" || name == "br" || name == "cr") {
      text->Text(" ");
    } else if (name == "p") {
      WordBlocks(child, text);
      text->End();
    } else if (name != "del" && name != "delText" && name != "instrText" && name != "moveFrom" &&
               name != "Fallback") {
      WordBlocks(child, text);
    }
  }
}

/// OpenDocument: headings and paragraphs; what was deleted, notes and comments stay out.
void OdtBlocks(const pugi::xml_node& node, Paragraphs* text) {
  for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
    if (child.type() == pugi::node_pcdata) {
      const std::string_view parent = LocalName(node);
      if (parent != "text" && parent != "body") text->Text(child.value());
      continue;
    }
    const std::string_view name = LocalName(child);
    if (name == "s" || name == "tab" || name == "line-break") {
      text->Text(" ");
    } else if (name == "p" || name == "h") {
      OdtBlocks(child, text);
      text->End();
    } else if (name != "tracked-changes" && name != "note" && name != "annotation") {
      OdtBlocks(child, text);
    }
  }
}

Result<std::string> FromArchive(std::string_view bytes, bool word) {
  Result<std::vector<sheets::ZipEntry>> entries = sheets::ReadZip(bytes);
  if (!entries.ok()) return entries.problems();
  const std::string part = word ? "word/document.xml" : "content.xml";
  for (const sheets::ZipEntry& entry : *entries) {
    if (entry.first != part) continue;
    pugi::xml_document document;
    if (const auto read = ReadXml(entry.second, &document); !read.ok()) {
      Problem problem = read.problems()[0];
      problem.pointer = part;
      return problem;
    }
    Paragraphs text;
    if (word)
      WordBlocks(document.document_element(), &text);
    else
      OdtBlocks(document.document_element(), &text);
    return text.Take();
  }
  return CallProblem(
      "The archive holds no text (" + part + ").",
      word ? "Save it as a Word document (.docx)." : "Save it as an OpenDocument text (.odt).");
}

}  // namespace

Result<std::string> PlainText(std::string_view bytes, std::string_view name) {
  Result<std::string> text = std::string(bytes);
  if (HasEnding(name, ".docx") || HasEnding(name, ".odt")) {
    text = FromArchive(bytes, HasEnding(name, ".docx"));
  } else if (HasEnding(name, ".html") || HasEnding(name, ".htm") || HasEnding(name, ".xhtml")) {
    if (const auto bad = FirstInvalidUtf8(bytes))
      return PlacedProblem("syntax", bytes, *bad, "The page is not UTF-8.",
                           "Save it as UTF-8 and give it again.");
    text = FromHtml(bytes);
  } else if (HasEnding(name, ".pdf") || bytes.substr(0, 5) == "%PDF-") {
    return CallProblem("A PDF is not read here.",
                       "Run “pdftotext FILE.pdf”, or open it in the explorer, and give the text.");
  } else if (HasEnding(name, ".doc") || HasEnding(name, ".rtf")) {
    return CallProblem("Old Word documents and RTF are not read.", "Save it as .docx or .odt.");
  }
  if (text.ok() && text->find_first_not_of(" \n\r\t") == std::string::npos)
    return CallProblem("The text is empty.", "Give a file that has words.");
  return text;
}

}  // namespace proviso::exchange
