// Texts of other programs as plain text: pages, and documents of word processors.

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
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
constexpr std::array<Entity, 36> kEntities{
    {{"amp", '&'},       {"lt", '<'},        {"gt", '>'},        {"quot", '"'},
     {"apos", '\''},     {"OElig", 0x152},   {"oelig", 0x153},   {"Scaron", 0x160},
     {"scaron", 0x161},  {"Yuml", 0x178},    {"ensp", ' '},      {"emsp", ' '},
     {"thinsp", ' '},    {"zwnj", 0x200C},   {"zwj", 0x200D},    {"ndash", 0x2013},
     {"mdash", 0x2014},  {"lsquo", 0x2018},  {"rsquo", 0x2019},  {"sbquo", 0x201A},
     {"ldquo", 0x201C},  {"rdquo", 0x201D},  {"bdquo", 0x201E},  {"dagger", 0x2020},
     {"bull", 0x2022},   {"hellip", 0x2026}, {"permil", 0x2030}, {"prime", 0x2032},
     {"lsaquo", 0x2039}, {"rsaquo", 0x203A}, {"euro", 0x20AC},   {"trade", 0x2122},
     {"larr", 0x2190},   {"rarr", 0x2192},   {"minus", 0x2212},  {"ne", 0x2260}}};
/// U+00A0 to U+00FF, in their order.
constexpr std::string_view kLatin1 =
    "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn "
    "sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave "
    "Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml "
    "ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN "
    "szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave "
    "iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute "
    "ucirc uuml yacute thorn yuml";
/// What pages mean by &#128; to &#159;: the characters of Windows-1252. Source: the HTML standard,
/// "numeric character reference end state".
constexpr std::array<char32_t, 32> kWindows{
    0x20AC, 0,      0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6,  0x2030, 0x160,
    0x2039, 0x152,  0,      0x17D,  0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0,      0x17E,  0x178};

/// Where `name` stands in a list that spaces part, counted from 0, or none.
std::optional<std::uint32_t> PlaceIn(std::string_view name, std::string_view list) {
  for (std::uint32_t place = 0; !list.empty(); ++place) {
    const std::size_t space = std::min(list.find(' '), list.size());
    if (list.substr(0, space) == name) return place;
    list.remove_prefix(std::min(space + 1, list.size()));
  }
  return std::nullopt;
}

char32_t Named(std::string_view name) {
  for (const Entity& one : kEntities)
    if (one.name == name) return one.c;
  const auto place = PlaceIn(name, kLatin1);
  return !place ? 0 : *place == 0 ? U' ' : U'\u00A0' + *place;
}

char32_t Numbered(std::string_view digits) {
  const bool hex = !digits.empty() && (digits[0] == 'x' || digits[0] == 'X');
  if (hex) digits.remove_prefix(1);
  std::uint32_t value = 0;
  const char* end = digits.data() + digits.size();
  const auto read = std::from_chars(digits.data(), end, value, hex ? 16 : 10);
  if (read.ec != std::errc() || read.ptr != end) return 0;
  if (value >= 0x80 && value < 0xA0) return kWindows[value - 0x80];
  return value >= 0x20 && value < 0x110000 && (value < 0xD800 || value > 0xDFFF) ? value : 0;
}

/// "&amp;" and "&#8217;" at `*at`, which moves behind it; what is none stays as it is.
std::string Reference(std::string_view html, std::size_t* at) {
  constexpr std::size_t kLongest = 12;
  const std::size_t size = html.substr(*at, kLongest).find(';');
  if (size == html.npos || size < 2) return std::string(1, html[(*at)++]);
  const std::string_view name = html.substr(*at + 1, size - 1);
  const char32_t c = name[0] == '#' ? Numbered(name.substr(1)) : Named(name);
  if (c == 0) return std::string(1, html[(*at)++]);
  *at += size + 1;
  std::string out;
  AppendUtf8(c, &out);
  return out;
}

bool IsOneOf(std::string_view name, std::string_view list) {
  return PlaceIn(name, list).has_value();
}

char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

/// Where `</name` stands from `at` on, or the end: what a script says is no markup.
std::size_t ClosingTag(std::string_view html, std::size_t at, std::string_view name) {
  for (; (at = html.find("</", at)) != html.npos; at += 2) {
    std::size_t same = 0;
    while (same < name.size() && at + 2 + same < html.size() &&
           Lower(html[at + 2 + same]) == name[same])
      ++same;
    if (same == name.size()) return at;
  }
  return html.size();
}

/// What a reader of the page sees, without what stands around its text. Pages are seldom sound XML,
/// so tags are read one by one.
std::string FromHtml(std::string_view html) {
  Paragraphs text;
  std::string silent;  // The element whose words are not read.
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
        const char c = Lower(html[i]);
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))) break;
        name += c;
      }
      if (!closes && IsOneOf(name, "script style")) {
        at = ClosingTag(html, std::min(end + 1, html.size()), name);
        continue;
      }
      if (silent.empty() && !closes && IsOneOf(name, "head nav noscript template svg"))
        silent = name;
      else if ((closes && silent == name) || (silent == "head" && name == "body"))
        silent.clear();
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
  const std::string part = word ? "word/document.xml" : "content.xml";
  const auto wanted = [&part](std::string_view name) { return name == part; };
  Result<std::vector<sheets::ZipEntry>> entries = sheets::ReadZip(bytes, {wanted, 1});
  if (!entries.ok()) return entries.problems();
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
