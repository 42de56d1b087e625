#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace proviso::test {

/// Numbers that are the same on every machine; distributions of the library are not.
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : engine_(seed) {}
  std::uint32_t Below(std::uint32_t n) { return static_cast<std::uint32_t>(engine_() % n); }
  bool Chance(std::uint32_t percent) { return Below(100) < percent; }
  template <class T>
  const T& Pick(const std::vector<T>& from) {
    return from[Below(static_cast<std::uint32_t>(from.size()))];
  }
  template <class T>
  void Shuffle(std::vector<T>* items) {
    for (std::size_t i = items->size(); i > 1; --i)
      std::swap((*items)[i - 1], (*items)[Below(static_cast<std::uint32_t>(i))]);
  }

 private:
  std::mt19937 engine_;
};

// One draw a statement wherever draws follow one another: the order in which a compiler works out
// arguments and operands is its own.

/// What some people say about a few propositions a, b, c …, as lines for `Say`: every form, act and
/// strength, exceptions, negations, loops, and chains of attribution. Claims carry ids of their
/// own.
inline std::vector<std::string> RandomTalk(Dice* dice, int propositions, int claims) {
  const std::vector<std::string> forms{"if",      "if",     "if",      "if",
                                       "onlyIf",  "raises", "lowers",  "noEffect",
                                       "bearsOn", "evenIf", "explains"};
  const std::vector<std::string> levels{"will",     "very_likely", "likely", "likely",
                                        "possible", "possible",    "even",   "uncommitted"};
  const std::vector<std::string> paths{"w",
                                       "w",
                                       "w",
                                       "w reports > v",
                                       "w endorses > v",
                                       "w doubts > u endorses > v",
                                       "w endorses > u reports > t"};
  const auto name = [&] {
    return std::string(1, char('a' + dice->Below(static_cast<std::uint32_t>(propositions))));
  };
  const auto literal = [&](const std::string& p) { return (dice->Chance(25) ? "!" : "") + p; };
  std::vector<std::string> lines;
  for (int i = 0; i < claims; ++i) {
    std::string line = dice->Pick(paths) + ": ";
    const std::string to = name();
    const std::string form = dice->Pick(forms);
    const bool pulls = form == "raises" || form == "lowers" || form == "noEffect" ||
                       form == "bearsOn" || form == "explains";
    std::string options = "id=k" + std::to_string(100 + i);
    if (dice->Chance(20)) {
      line += literal(to);
      line += ", " + dice->Pick(levels);
    } else {
      std::string used = to;
      line += form + " ";
      for (int n = dice->Chance(25) ? 2 : 1; n > 0; --n) {
        std::string from = name();
        while (used.find(from) != std::string::npos)
          from = char('a' + (from[0] - 'a' + 1) % propositions);
        line += (used.size() > 1 ? " & " : "") + literal(from);
        used += from;
      }
      line += " -> " + literal(to);
      if (dice->Chance(20)) {
        const std::string exception = name();
        if (used.find(exception) == std::string::npos) line += " unless " + literal(exception);
      }
      if (!pulls) line += ", " + dice->Pick(levels);
      if (form == "if" && dice->Chance(15)) options += "; contrast=no";
    }
    if (dice->Chance(4)) options += "; act=question";
    if (dice->Chance(4)) options += "; kind=normative";
    if (dice->Chance(4)) options += "; act=threat";
    lines.push_back(line + " [" + options + "]");
  }
  return lines;
}

inline std::string Joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

}  // namespace proviso::test
