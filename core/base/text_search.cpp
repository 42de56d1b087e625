#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "core/base/text.h"
#include "core/base/text_norm.h"
#include "core/base/unicode.h"

namespace proviso {
namespace {

/// For each ASCII character its lower-case letter or digit, or 0 where a word ends.
constexpr std::array<char, 128> MakeAscii() {
  std::array<char, 128> folded{};
  for (char c = '0'; c <= '9'; ++c) folded[static_cast<std::size_t>(c)] = c;
  for (char c = 'a'; c <= 'z'; ++c) {
    folded[static_cast<std::size_t>(c)] = c;
    folded[static_cast<std::size_t>(c - 32)] = c;
  }
  return folded;
}
constexpr std::array<char, 128> kAscii = MakeAscii();

/// Marks that people leave out when they type: Latin, Greek and Cyrillic diacritics, Hebrew points,
/// Arabic vowel signs. Vowel signs of Indic scripts and kana voicing make other words: they stay.
constexpr bool IsLeftOut(char32_t c) {
  if (c < 0x0300) return false;
  return c <= 0x036F || (c >= 0x0483 && c <= 0x0489) || (c >= 0x0591 && c <= 0x05BD) ||
         c == 0x05BF || c == 0x05C1 || c == 0x05C2 || c == 0x05C4 || c == 0x05C5 || c == 0x05C7 ||
         (c >= 0x0610 && c <= 0x061A) || (c >= 0x064B && c <= 0x065F) || c == 0x0670 ||
         (c >= 0x06D6 && c <= 0x06DC) || (c >= 0x06DF && c <= 0x06E4) || c == 0x06E7 ||
         c == 0x06E8 || (c >= 0x06EA && c <= 0x06ED) || (c >= 0x1AB0 && c <= 0x1AFF) ||
         (c >= 0x1DC0 && c <= 0x1DFF) || (c >= 0x20D0 && c <= 0x20FF) ||
         (c >= 0xFE20 && c <= 0xFE2F);
}

/// The plain letters for a case-folded letter whose stroke or hook Unicode does not take off.
std::string_view PlainLetters(char32_t c) {
  switch (c) {
    case 0x00E6:
      return "ae";
    case 0x00F0:
    case 0x0111:
    case 0x018C:
    case 0x0221:
    case 0x0256:
    case 0x0257:
      return "d";
    case 0x00F8:
    case 0x0275:
      return "o";
    case 0x00FE:
      return "th";
    case 0x0127:
    case 0x2C68:
      return "h";
    case 0x0131:
    case 0x0268:
    case 0x1D7B:
      return "i";
    case 0x0138:
    case 0x0199:
    case 0x2C6A:
      return "k";
    case 0x0142:
    case 0x019A:
    case 0x026B:
    case 0x026C:
    case 0x026D:
    case 0x2C61:
      return "l";
    case 0x014B:
    case 0x019E:
    case 0x0272:
    case 0x0273:
      return "n";
    case 0x0153:
      return "oe";
    case 0x0167:
    case 0x01AB:
    case 0x01AD:
    case 0x0288:
    case 0x2C66:
      return "t";
    case 0x0180:
    case 0x0183:
    case 0x0253:
      return "b";
    case 0x0188:
    case 0x023C:
      return "c";
    case 0x0192:
      return "f";
    case 0x01A5:
    case 0x1D7D:
      return "p";
    case 0x01B4:
    case 0x024F:
      return "y";
    case 0x01B6:
    case 0x0225:
    case 0x0240:
    case 0x2C6C:
      return "z";
    case 0x01E5:
    case 0x0260:
      return "g";
    case 0x0237:
    case 0x0249:
      return "j";
    case 0x023F:
      return "s";
    case 0x0247:
      return "e";
    case 0x024B:
      return "q";
    case 0x024D:
    case 0x027D:
      return "r";
    case 0x0289:
      return "u";
    case 0x028B:
      return "v";
    case 0x2C65:
      return "a";
    case 0x2C73:
      return "w";
    default:
      return {};
  }
}

constexpr bool IsHangulSyllable(char32_t c) { return c >= 0xAC00 && c <= 0xD7A3; }
constexpr bool IsHangulJamo(char32_t c) { return c >= 0x1100 && c <= 0x11FF; }

/// Writes words with one space between.
struct FormWriter {
  std::string out;
  bool space = false;
  bool composes = false;  ///< Something was written that may belong to the character before it.

  void Break() { space = !out.empty(); }
  void Begin() {
    if (space) out.push_back(' ');
    space = false;
  }
  void PutAscii(char32_t c) {
    if (const char folded = kAscii[c]; folded != 0) {
      Begin();
      out.push_back(folded);
    } else {
      Break();
    }
  }
  /// Takes all ASCII from `at` on and returns where it ends.
  ///
  /// Nearly all that is ever folded passes here; checking the capacity once a run, not once a
  /// character, halves the time.
  std::size_t PutAsciiRun(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && static_cast<unsigned char>(text[end]) < 0x80) ++end;
    std::size_t used = out.size();
    out.resize(used + (end - at) + 1);
    char* to = out.data();
    for (; at < end; ++at) {
      const char folded = kAscii[static_cast<unsigned char>(text[at])];
      if (folded == 0) {
        space = used != 0;
        continue;
      }
      if (space) to[used++] = ' ';
      space = false;
      to[used++] = folded;
    }
    out.resize(used);
    return at;
  }
  void Put(char32_t c) {
    if (c < 0x80) return PutAscii(c);
    if (IsLeftOut(c)) return;
    if (const std::string_view plain = PlainLetters(c); !plain.empty()) {
      Begin();
      out.append(plain);
      return;
    }
    if (FoldMark(c) != c || !IsWordCharacter(c)) return Break();
    composes = composes || IsMark(c) || IsHangulJamo(c);
    Begin();
    AppendUtf8(c, &out);
  }
};

}  // namespace

std::string FoldForSearch(std::string_view text) {
  FormWriter writer;
  writer.out.reserve(text.size() + text.size() / 8);
  std::u32string parts;
  std::size_t at = 0;
  while (at < text.size()) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      at = writer.PutAsciiRun(text, at);
      continue;
    }
    const char32_t c = NextCodePoint(text, &at);
    const char32_t folded = FoldMark(c);
    if (folded == 0) continue;
    if (folded != c || IsHangulSyllable(c)) {
      writer.Put(folded);
      continue;
    }
    parts.clear();
    AppendParts(c, Parts::kFolded, &parts);
    for (const char32_t part : parts) writer.Put(part);
  }
  return writer.composes ? Nfc(writer.out) : std::move(writer.out);
}

}  // namespace proviso
