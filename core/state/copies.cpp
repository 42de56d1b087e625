#include "core/state/copies.h"

#include <algorithm>
#include <array>

#include "core/state/session.h"
#include "core/voice/voice.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

// One passage in so many is in a copy of a document letter for letter, or in some form; where less
// is, a person is asked. Some short passages look altered in any text, by chance.
constexpr std::uint32_t kLeastFound = 4, kLeastPresent = 2;

bool IsBlank(std::string_view line) {
  return line.find_first_not_of(" \t\r\f\v") == std::string_view::npos;
}

/// Where the paragraphs of `bytes` stand in its norm-1 form: divided at empty lines, or at every
/// line where there are none.
///
/// White space collapses to one space and nothing composes across it, so the paragraphs of the text
/// in norm-1 are the norm-1 of the paragraphs, joined by spaces.
std::vector<locate::Place> ParagraphsOf(std::string_view bytes, std::size_t length) {
  std::vector<std::string_view> lines;
  bool blank_lines = false, content = false, blank = false;
  for (std::size_t from = 0; from < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', from), bytes.size());
    lines.push_back(bytes.substr(from, end - from));
    const bool now = IsBlank(lines.back());
    // Only one between two lines divides: not those at the end of a file.
    blank_lines |= content && blank && !now;
    content |= !now;
    blank = now;
    from = end + 1;
  }
  std::vector<locate::Place> paragraphs;
  std::uint32_t at = 0;
  const auto add = [&](std::string_view block) {
    const auto size = static_cast<std::uint32_t>(Norm1(block).size());
    if (size == 0) return;
    if (!paragraphs.empty()) ++at;  // The space between.
    paragraphs.push_back({at, at + size});
    at += size;
  };
  const char* block = nullptr;
  for (const std::string_view line : lines) {
    if (block != nullptr && (IsBlank(line) || !blank_lines)) {
      add({block, static_cast<std::size_t>(line.data() - block)});
      block = nullptr;
    }
    if (block == nullptr && !IsBlank(line)) block = line.data();
  }
  if (block != nullptr) add({block, static_cast<std::size_t>(bytes.data() + bytes.size() - block)});
  // Were the rule above ever wrong, the text would be one paragraph, and every place still right.
  if (at != length) return {{0, static_cast<std::uint32_t>(length)}};
  return paragraphs;
}

bool Fits(const Copy& copy) {
  const auto passages = static_cast<std::uint32_t>(copy.report.findings.size());
  return copy.report.same_text || copy.found() * kLeastFound >= passages ||
         copy.present() * kLeastPresent >= passages;
}

std::string FoundWords(const Say& say, const Copy& copy) {
  return say.Counted(copy.report.findings.size(), "{1} of {0} passage found",
                     "{1} of {0} passages found", {std::to_string(copy.found())});
}

std::string NotReadable(const Say& say, const Problem& problem, std::string_view bytes) {
  const auto begins = [bytes](std::string_view with) {
    return bytes.substr(0, with.size()) == with;
  };
  if (problem.code != "syntax") return problem.rule + " " + problem.remedy;
  if (begins("%PDF"))
    return say("This is a PDF. Save its text as a plain text file and load that.");
  if (begins("PK\x03\x04") || begins("\xD0\xCF\x11\xE0"))
    return say(
        "This is a document of a word processor. Save it as plain text (UTF-8) and load that.");
  return say(
      "This text is not UTF-8: line {0}, column {1} is something else. If it is from an older "
      "Windows program, read it as Windows-1252; else save it as UTF-8 and load it again.",
      {std::to_string(problem.line), std::to_string(problem.column)});
}

void Keep(std::string_view document, CopyPtr copy, Copies* copies) {
  copies->by_document[std::string(document)] = std::move(copy);
  copies->offered.reset();
  copies->shown = true;
}

std::optional<DocumentId> DocumentNamed(const Dataset& dataset, std::string_view id) {
  const RecordRef record = dataset.Find(id);
  if (!record || record.table != Table::kDocuments) return std::nullopt;
  return DocumentId(record.index);
}

}  // namespace

const locate::Finding* Copy::Find(PassageId passage) const {
  // Findings are in the order of the table.
  const auto at = std::lower_bound(
      report.findings.begin(), report.findings.end(), passage,
      [](const locate::Finding& finding, PassageId id) { return finding.passage < id; });
  return at != report.findings.end() && at->passage == passage ? &*at : nullptr;
}

std::uint32_t Copy::ParagraphAt(std::uint32_t at) const {
  const auto after =
      std::upper_bound(paragraphs.begin(), paragraphs.end(), at,
                       [](std::uint32_t a, const locate::Place& p) { return a < p.start; });
  return static_cast<std::uint32_t>(std::max<std::ptrdiff_t>(1, after - paragraphs.begin()));
}

std::uint32_t Copy::found() const {
  return report.count(locate::Verdict::kFound) + report.count(locate::Verdict::kMoved) +
         report.count(locate::Verdict::kAmbiguous);
}

std::uint32_t Copy::present() const {
  return static_cast<std::uint32_t>(report.findings.size()) -
         report.count(locate::Verdict::kMissing) - report.count(locate::Verdict::kUnchecked);
}

std::string TextOfCopy(const Copy& copy) {
  std::string text;
  for (const locate::Place& one : copy.paragraphs) {
    if (!text.empty()) text += "\n\n";
    text += ToUtf8(std::u32string_view(copy.text).substr(one.start, one.end - one.start));
  }
  return text;
}

Result<CopyPtr> MakeCopy(const Library& library, DocumentId document, std::string_view bytes,
                         std::string_view name, std::uint32_t number) {
  Result<locate::ReaderText> text = locate::ReadText(bytes);
  if (!text) return text.problems();
  auto copy = std::make_shared<Copy>();
  copy->number = number;
  copy->name = name;
  copy->report = locate::Locate(library.dataset, document, *text);
  copy->text = std::move(text->norm1);
  copy->paragraphs = ParagraphsOf(bytes, copy->text.size());
  return CopyPtr(std::move(copy));
}

std::optional<DocumentId> TakeCopy(const Library& library, const OfferCopy& offer, Copies* copies) {
  const Dataset& dataset = library.dataset;
  const std::string bytes = FromUtf16(offer.bytes);
  const std::optional<DocumentId> asked = DocumentNamed(dataset, offer.document);
  OfferedCopy offered;
  offered.name = offer.name;
  if (dataset.documents.empty()) return std::nullopt;
  // The best fit of the documents that were not asked for, should the one asked for not fit.
  std::optional<DocumentId> best;
  const auto fit = [&](DocumentId id, CopyPtr* into) {
    Result<CopyPtr> made = MakeCopy(library, id, bytes, offer.name, copies->last + 1);
    if (made)
      *into = std::move(made).value();
    else
      offered.problem = NotReadable(library.say, made.problems().front(), bytes);
    return made.ok();
  };
  if (asked) {
    offered.document = offer.document;
    if (fit(*asked, &offered.copy) && Fits(*offered.copy)) {
      ++copies->last;
      Keep(offered.document, offered.copy, copies);
      return asked;
    }
  }
  for (std::uint32_t i = 0; offered.problem.empty() && i < dataset.documents.size(); ++i) {
    const DocumentId id(i);
    CopyPtr other;
    if (id == asked || !fit(id, &other)) continue;
    if (best && offered.other_copy->found() >= other->found()) continue;
    best = id;
    offered.other_copy = std::move(other);
  }
  if (best && Fits(*offered.other_copy) && offered.other_copy->found() > 0) {
    offered.other = dataset[*best].id;
    if (!asked) {
      ++copies->last;
      Keep(offered.other, offered.other_copy, copies);
      return best;
    }
  } else if (!asked && best) {  // It fits nothing: the likeliest is asked about.
    offered.document = dataset[*best].id;
    offered.copy = std::move(offered.other_copy);
  }
  if (offered.other.empty()) offered.other_copy = nullptr;
  if (offered.copy != nullptr) {
    ++copies->last;
    const Say& say = library.say;
    const DocumentId id = *DocumentNamed(dataset, offered.document);
    offered.problem = say("This does not look like text {0}, “{1}”: {2}.",
                          {LetterOf(id), dataset[id].title, FoundWords(say, *offered.copy)});
    if (!offered.other.empty())
      offered.problem =
          say("{0} {1}##sentences", {offered.problem, say("It looks like text {0}, “{1}”: {2}.",
                                                          {LetterOf(*best), dataset[*best].title,
                                                           FoundWords(say, *offered.other_copy)})});
  } else if (FirstInvalidUtf8(bytes) && bytes.size() <= locate::kLargestText) {
    offered.bytes = bytes;
  }
  copies->offered = std::move(offered);
  return std::nullopt;
}

std::optional<DocumentId> AnswerOffer(const Library& library, CopyAnswer answer, Copies* copies) {
  if (!copies->offered) return std::nullopt;
  OfferedCopy offered = *std::exchange(copies->offered, std::nullopt);
  std::string kept;
  if (answer == CopyAnswer::kReadAsWindows1252 && !offered.bytes.empty())
    return TakeCopy(library, {offered.document, offered.name, FromWindows1252(offered.bytes)},
                    copies);
  if (answer == CopyAnswer::kKeep && offered.copy != nullptr) {
    kept = offered.document;
    Keep(kept, offered.copy, copies);
  }
  if (answer == CopyAnswer::kKeepForOther && offered.other_copy != nullptr) {
    kept = offered.other;
    Keep(kept, offered.other_copy, copies);
  }
  return DocumentNamed(library.dataset, kept);
}

std::string FromWindows1252(std::string_view bytes) {
  constexpr std::array<char16_t, 32> kHigh{
      0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
      0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
      0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 16);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    AppendUtf8(byte >= 0x80 && byte < 0xA0 ? kHigh[byte - 0x80u] : char32_t{byte}, &text);
  }
  return text;
}

std::string FromUtf16(std::string_view bytes) {
  if (bytes.size() < 2) return std::string(bytes);
  const std::string_view mark = bytes.substr(0, 2);
  if (mark != "\xFF\xFE" && mark != "\xFE\xFF") return std::string(bytes);
  const std::size_t high = mark == "\xFE\xFF" ? 0 : 1;
  const auto unit = [&](std::size_t i) {
    return static_cast<char32_t>(static_cast<unsigned char>(bytes[i + high]) << 8 |
                                 static_cast<unsigned char>(bytes[i + 1 - high]));
  };
  std::string text;
  for (std::size_t i = 2; i + 1 < bytes.size(); i += 2) {
    char32_t c = unit(i);
    if (c >= 0xD800 && c < 0xDC00 && i + 3 < bytes.size()) {
      const char32_t low = unit(i + 2);
      if (low >= 0xDC00 && low < 0xE000) {
        c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
        i += 2;
      }
    }
    AppendUtf8(c >= 0xD800 && c < 0xE000 ? char32_t{0xFFFD} : c, &text);
  }
  return text;
}

}  // namespace proviso::view
