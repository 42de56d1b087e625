#include "core/edit/chain.h"

#include <utility>

#include "core/io/report.h"

namespace proviso::edit {
namespace {

/// Takes a leading word off.
std::string TakeFirstWord(std::string_view* words) {
  *words = Trimmed(*words);
  std::size_t end = 0;
  while (end < words->size() && (*words)[end] != ' ' && (*words)[end] != ',' &&
         (*words)[end] != '"' && static_cast<unsigned char>((*words)[end]) < 0x80)
    ++end;
  std::string word(words->substr(0, end));
  *words = Trimmed(words->substr(end));
  return word;
}

/// Takes what stands in quotation marks off, if that comes next.
std::optional<std::string> TakeQuoted(std::string_view* words) {
  *words = Trimmed(*words);
  for (const std::string_view open : {"\"", "“", "„"}) {
    if (words->substr(0, open.size()) != open) continue;
    const std::string_view rest = words->substr(open.size());
    std::size_t end = rest.npos, size = 0;
    for (const std::string_view close : {"\"", "”", "“"}) {
      if ((open == "\"") != (close == "\"")) continue;
      if (const std::size_t at = rest.find(close); at < end) {
        end = at;
        size = close.size();
      }
    }
    if (end == rest.npos) return std::nullopt;
    std::string quoted(rest.substr(0, end));
    *words = Trimmed(rest.substr(end + size));
    return quoted;
  }
  return std::nullopt;
}

/// Reads what stands in the brackets behind a name: stance, cue, then hedge.
std::optional<Problem> ReadManner(std::string_view manner, VoiceWords* voice) {
  const std::string whole(manner);
  std::string word = TakeFirstWord(&manner);
  if (!word.empty() && word != "hedge") {
    voice->stance = ParseWord<Stance>(word);
    if (!voice->stance)
      return LineProblem(io::Quote(word) + " is no stance.",
                         "Choose: " + io::OneOf(kWords<Stance>.data(), kWords<Stance>.size()) +
                             "; a name with brackets of its own goes into square ones.");
    if (auto cue = TakeQuoted(&manner)) voice->cue = *cue;
    if (!manner.empty() && manner[0] == ',') manner.remove_prefix(1);
    word = TakeFirstWord(&manner);
  } else if (word.empty()) {
    if (auto cue = TakeQuoted(&manner)) voice->cue = *cue;
    if (!manner.empty() && manner[0] == ',') manner.remove_prefix(1);
    word = TakeFirstWord(&manner);
  }
  if (word == "hedge") {
    if (auto hedge = TakeQuoted(&manner)) voice->hedge = *hedge;
    word.clear();
  }
  if (word.empty() && manner.empty()) return std::nullopt;
  return LineProblem("“(" + whole + ")” cannot be read behind a name.",
                     "Write (stance \"the text's word\", hedge \"its hedge\").");
}

}  // namespace

Result<std::vector<VoiceWords>> ReadChain(std::string_view line) {
  std::vector<VoiceWords> voices;
  for (const Span& part : SplitLine(line, '>')) {
    VoiceWords& voice = voices.emplace_back();
    voice.span = part;
    std::string_view words = line.substr(part.begin, part.end - part.begin);
    const std::size_t open = Masked(words).find('(');
    if (open != std::string::npos && words.back() == ')') {
      const std::string_view manner = words.substr(open + 1, words.size() - open - 2);
      if (auto problem = ReadManner(manner, &voice)) return *problem;
      words = words.substr(0, open);
    }
    voice.name = Unbracketed(words);
    if (voice.name.empty())
      return LineProblem("A voice has no name.", "Write who it is before the brackets.");
  }
  return voices;
}

}  // namespace proviso::edit
