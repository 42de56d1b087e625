#include "core/base/text_norm.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "core/base/text.h"
#include "core/base/unicode.h"

namespace proviso {
namespace {

constexpr bool IsWhiteSpace(char32_t c) {
  return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

/// A stretch of characters of combining class 0 that NFC keeps and that compose with nothing
/// before.
struct Stretch {
  char32_t first, last;
};
constexpr Stretch kStable[] = {
    {0x0000, 0x02FF}, {0x0370, 0x0373}, {0x0388, 0x0482},  {0x048A, 0x052F}, {0x0531, 0x058F},
    {0x05D0, 0x05EA}, {0x0620, 0x064A}, {0x1E00, 0x1EFF},  {0x2010, 0x2027}, {0x2030, 0x205E},
    {0x20A0, 0x20C0}, {0x3001, 0x3029}, {0x3041, 0x3094},  {0x309B, 0x30FF}, {0x3400, 0x9FFF},
    {0xAC00, 0xD7A3}, {0xFF01, 0xFF9D}, {0x20000, 0x2A6DF}};

/// Collapses white space while norm-1 text is written.
struct Writer {
  std::u32string out;
  bool space = false;

  void Put(char32_t c) {
    if (IsWhiteSpace(c)) {
      space = !out.empty();
      return;
    }
    if (space) out.push_back(U' ');
    space = false;
    out.push_back(c);
  }
};

}  // namespace

char32_t FoldMark(char32_t c) {
  switch (c) {
    case 0x00AD:
    case 0x200B:
    case 0x200C:
    case 0x200D:
    case 0x200E:
    case 0x200F:
    case 0x202A:
    case 0x202B:
    case 0x202C:
    case 0x202D:
    case 0x202E:
    case 0x2060:
    case 0x2066:
    case 0x2067:
    case 0x2068:
    case 0x2069:
    case 0xFEFF:
      return 0;
    case 0x0060:
    case 0x00B4:
    case 0x02B9:
    case 0x02BB:
    case 0x02BC:
    case 0x02BD:
    case 0x02CA:
    case 0x02CB:
    case 0x0374:
    case 0x1FEF:
    case 0x1FFD:
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2032:
    case 0x2034:
    case 0x2035:
    case 0x2037:
    case 0x2039:
    case 0x203A:
    case 0x2057:
    case 0x275B:
    case 0x275C:
    case 0x275F:
    case 0x276E:
    case 0x276F:
    case 0xFF07:
    case 0xFF40:
      return U'\'';
    case 0x00AB:
    case 0x00BB:
    case 0x02BA:
    case 0x02EE:
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x2033:
    case 0x2036:
    case 0x275D:
    case 0x275E:
    case 0x2760:
    case 0x2E42:
    case 0x301D:
    case 0x301E:
    case 0x301F:
    case 0xFF02:
    case 0x1F676:
    case 0x1F677:
    case 0x1F678:
      return U'"';
    case 0x02D7:
    case 0x2043:
    case 0x207B:
    case 0x208B:
    case 0x2212:
    case 0x2796:
      return U'-';
    default:
      return c >= 0x80 && IsDash(c) ? U'-' : c;
  }
}

std::u32string Norm1(std::string_view text) {
  Writer writer;
  writer.out.reserve(text.size());
  std::u32string run;
  std::u32string scratch;
  std::size_t at = 0;
  while (at < text.size()) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      writer.Put(byte == '`' ? U'\'' : char32_t{byte});
      ++at;
      continue;
    }
    // Nothing composes with an ASCII character that follows, so the text falls into runs; a mark at
    // the head of one may compose with the ASCII character before it.
    run.clear();
    while (at < text.size() && static_cast<unsigned char>(text[at]) >= 0x80) {
      const char32_t c = NextCodePoint(text, &at);
      if (c == 0x0149) {  // NFKC makes U+02BC of it, a letter, where an apostrophe is meant.
        run += U"'n";
      } else if (const char32_t folded = FoldMark(c); folded != 0) {
        run.push_back(folded);
      }
    }
    if (!run.empty() && !writer.out.empty() && !writer.space && CombiningClass(run.front()) != 0) {
      run.insert(run.begin(), writer.out.back());
      writer.out.pop_back();
    }
    Compose(Parts::kCompatible, &run, &scratch);
    for (const char32_t c : run) writer.Put(c);
  }
  return std::move(writer.out);
}

bool IsPlainlyNfc(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    const char32_t c = NextCodePoint(text, &at);
    if (c <= kStable[0].last) continue;
    const auto stretch = std::lower_bound(std::begin(kStable), std::end(kStable), c,
                                          [](Stretch s, char32_t x) { return s.last < x; });
    if (stretch == std::end(kStable) || c < stretch->first) return false;
  }
  return true;
}

std::string Nfc(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  std::u32string run;
  std::u32string scratch;
  std::size_t at = 0;
  while (at < text.size()) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      out.push_back(text[at++]);
      continue;
    }
    run.clear();
    if (!out.empty() && static_cast<unsigned char>(out.back()) < 0x80) {
      run.push_back(static_cast<unsigned char>(out.back()));
      out.pop_back();
    }
    while (at < text.size() && static_cast<unsigned char>(text[at]) >= 0x80)
      run.push_back(NextCodePoint(text, &at));
    Compose(Parts::kCanonical, &run, &scratch);
    for (const char32_t c : run) AppendUtf8(c, &out);
  }
  return out;
}

}  // namespace proviso
