#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/text.h"
#include "core/base/unicode.h"
#include "core/locate/find_quote.h"

namespace proviso::locate {
namespace {

struct ShortForms {
  std::string_view language;
  std::u32string_view words;  ///< Folded, with a space before and behind each.
};

// What stands before a full stop that ends no sentence.
constexpr ShortForms kShortForms[] = {
    {"en",
     U" mr mrs ms dr prof st sr jr gen col lt sgt capt adm gov sen rep pres hon rev vs etc e.g i.e "
     U"approx dept est fig inc ltd co corp no nos p pp vol cf ca jan feb mar apr jun jul aug sep "
     U"sept oct nov dec u.s u.k u.n "},
    {"de",
     U" z.b d.h u.a usw bzw ca dr prof hr fr nr str st bd s vgl evtl ggf inkl max min mio mrd abs "
     U"art jh jan feb mär apr jun jul aug sep sept okt nov dez u s o sog i.d.r z b d h "},
    {"ru",
     U" т.е т.д т.п т.к и.о г гг в вв др пр см стр рис тыс млн млрд руб коп ул им акад проф ген "
     U"напр т е д п к "},
};

/// Of "de-AT" the list of "de"; of a language that is not known that of English.
std::u32string_view ShortFormsOf(std::string_view language) {
  const std::string_view stem = language.substr(0, language.find('-'));
  for (const ShortForms& forms : kShortForms)
    if (forms.language == stem) return forms.words;
  return kShortForms[0].words;
}

bool IsOneOf(char32_t c, std::u32string_view list) { return list.find(c) != list.npos; }

// Norm-1 has folded “…” into three full stops, 。 stays, and full-width ！？ are ! and ?.
bool EndsSentence(char32_t c) { return IsOneOf(c, U".!?…。｡！？"); }
bool Closes(char32_t c) { return IsOneOf(c, U"\"')]}」』》）”’"); }
bool Opens(char32_t c) { return IsOneOf(c, U"\"'([{「『《“‘¿¡-"); }

bool IsLowerCase(char32_t c) {
  std::u32string folded;
  AppendFolded(c, &folded);
  // A lower-case letter folds to itself and is not the fold of nothing: it has a capital.
  return folded.size() == 1 && folded[0] == c && IsWordCharacter(c) &&
         ((c >= U'a' && c <= U'z') || (c >= 0xDF && c <= 0x24F) || (c >= 0x3AC && c <= 0x3CE) ||
          (c >= 0x430 && c <= 0x45F));
}

/// The word that ends before `at`, folded, with the full stops inside it ("z.b").
std::u32string WordBefore(std::u32string_view norm1, std::uint32_t start, std::uint32_t at) {
  std::uint32_t from = at;
  while (from > start && (IsWordCharacter(norm1[from - 1]) || norm1[from - 1] == U'.')) --from;
  std::u32string word;
  for (const char32_t c : norm1.substr(from, at - from)) AppendFolded(c, &word);
  return word;
}

bool IsShortForm(std::u32string_view norm1, std::uint32_t start, std::uint32_t at,
                 std::u32string_view forms) {
  const std::u32string word = WordBefore(norm1, start, at);
  if (word.empty()) return false;
  const bool initial =
      word.size() == 1 && !(word[0] >= U'0' && word[0] <= U'9') && word[0] < 0x2E80 && word != U"i";
  return initial || forms.find(U' ' + word + U' ') != forms.npos;
}

}  // namespace

std::vector<Place> Sentences(std::u32string_view norm1, Place paragraph,
                             std::string_view language) {
  const std::u32string_view forms = ShortFormsOf(language);
  const auto end = std::min<std::uint32_t>(paragraph.end, static_cast<std::uint32_t>(norm1.size()));
  std::vector<Place> sentences;
  std::uint32_t start = paragraph.start;
  for (std::uint32_t at = start; at < end; ++at) {
    if (!EndsSentence(norm1[at])) continue;
    const std::uint32_t sign = at;
    while (at + 1 < end && (EndsSentence(norm1[at + 1]) || Closes(norm1[at + 1]))) ++at;
    std::uint32_t next = at + 1;
    const bool wide = norm1[sign] == U'。' || norm1[sign] == U'｡';  // No space stands behind it.
    if (next < end && norm1[next] == U' ')
      ++next;
    else if (next < end && !wide && !(norm1[sign] >= 0x3000) && norm1[next] < 0x2E80)
      continue;
    if (next < end && IsLowerCase(norm1[next])) continue;
    if (next < end && !IsWordCharacter(norm1[next]) && !Opens(norm1[next])) continue;
    if (next < end && norm1[sign] == U'.' && sign == at && IsShortForm(norm1, start, sign, forms))
      continue;
    sentences.push_back({start, at + 1});
    start = next;
    at = next == 0 ? 0 : next - 1;
  }
  if (start < end) sentences.push_back({start, end});
  return sentences;
}

}  // namespace proviso::locate
