// How a `ViewState` is written into and read from the fragment of an address.

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "core/base/text.h"
#include "core/view/view_state.h"

namespace proviso::view {
namespace {

// A link can be of any length and content; what is wrong with it is told up to here.
constexpr std::size_t kNoticesAtMost = 20;
constexpr std::size_t kShownBytes = 40;

void AppendEncoded(std::string_view text, std::string* out) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '.' || c == '_' || c == '~';
    if (plain) {
      out->push_back(c);
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out->push_back('%');
      out->push_back(kDigits[byte >> 4]);
      out->push_back(kDigits[byte & 15u]);
    }
  }
}

std::string Encoded(std::string_view text) {
  std::string out;
  AppendEncoded(text, &out);
  return out;
}

std::string EncodedList(const std::vector<std::string>& list) {
  std::string out;
  for (const std::string& item : list) {
    if (!out.empty()) out.push_back(',');
    AppendEncoded(item, &out);
  }
  return out;
}

std::optional<unsigned> HexDigit(char c) {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a') + 10;
  if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A') + 10;
  return std::nullopt;
}

/// None if an escape is cut short or the bytes are not UTF-8.
std::optional<std::string> Decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out.push_back(text[i]);
      continue;
    }
    if (i + 2 >= text.size()) return std::nullopt;
    const std::optional<unsigned> high = HexDigit(text[i + 1]);
    const std::optional<unsigned> low = HexDigit(text[i + 2]);
    if (!high || !low) return std::nullopt;
    out.push_back(static_cast<char>(*high << 4 | *low));
    i += 2;
  }
  if (FirstInvalidUtf8(out)) return std::nullopt;
  return out;
}

std::optional<std::vector<std::string>> DecodedList(std::string_view text) {
  std::vector<std::string> list;
  while (true) {
    const std::size_t comma = text.find(',');
    std::optional<std::string> item = Decoded(text.substr(0, comma));
    if (!item) return std::nullopt;
    if (!item->empty()) list.push_back(*std::move(item));
    if (comma == std::string_view::npos) return list;
    text.remove_prefix(comma + 1);
  }
}

/// A part as it can be shown: short, and of printable ASCII only, since it may be any bytes.
std::string Shown(std::string_view part) {
  std::string out;
  for (const char c : part.substr(0, kShownBytes)) out.push_back(c >= ' ' && c < 127 ? c : '?');
  if (part.size() > kShownBytes) out += "…";
  return out;
}

bool ReadId(std::string_view value, std::string* field) {
  std::optional<std::string> text = Decoded(value);
  if (!text) return false;
  *field = *std::move(text);
  return true;
}

bool ReadList(std::string_view value, std::vector<std::string>* field) {
  std::optional<std::vector<std::string>> list = DecodedList(value);
  if (!list) return false;
  *field = *std::move(list);
  return true;
}

template <class E>
bool ReadWord(std::string_view value, E* field) {
  const std::optional<E> word = ParseWord<E>(value);
  if (word) *field = *word;
  return word.has_value();
}

bool ReadPercent(std::string_view value, std::uint16_t* field) {
  if (value.size() != 3) return false;
  unsigned number = 0;
  for (const char c : value) {
    if (c < '0' || c > '9') return false;
    number = number * 10 + static_cast<unsigned>(c - '0');
  }
  if (number < 100 || number > 200) return false;
  *field = static_cast<std::uint16_t>(number);
  return true;
}

bool Read(std::string_view key, std::string_view value, bool* known, ViewState* state) {
  *known = true;
  if (key == "v") return ReadWord(value, &state->view);
  if (key == "t") return ReadId(value, &state->target);
  if (key == "on") return ReadList(value, &state->on);
  if (key == "off") return ReadList(value, &state->off);
  if (key == "strict") return state->strict = value == "1";
  if (key == "sel") return ReadId(value, &state->selection);
  if (key == "doc") return ReadId(value, &state->document);
  if (key == "q") return ReadId(value, &state->words);
  if (key == "sort") return ReadWord(value, &state->sort);
  if (key == "group") return ReadWord(value, &state->group);
  if (key == "text") return ReadPercent(value, &state->text_percent);
  if (const std::optional<query::Facet> facet = ParseWord<query::Facet>(key))
    return ReadList(value, &state->filter.values[static_cast<std::size_t>(*facet)]);
  *known = false;
  return false;
}

}  // namespace

std::string EncodeLink(const ViewState& given) {
  ViewState state = given;
  Normalise(&state);
  const ViewState plain;
  std::vector<std::pair<std::string_view, std::string>> parts;
  const auto add = [&parts](std::string_view key, std::string value) {
    if (!value.empty()) parts.emplace_back(key, std::move(value));
  };
  if (state.view != plain.view) add("v", std::string(Word(state.view)));
  add("t", Encoded(state.target));
  add("on", EncodedList(state.on));
  add("off", EncodedList(state.off));
  if (state.strict) add("strict", "1");
  add("sel", Encoded(state.selection));
  add("doc", Encoded(state.document));
  add("q", Encoded(state.words));
  if (state.sort != plain.sort) add("sort", std::string(Word(state.sort)));
  if (state.group != plain.group) add("group", std::string(Word(state.group)));
  if (state.text_percent != plain.text_percent) add("text", std::to_string(state.text_percent));
  for (std::size_t i = 0; i < query::kFacetCount; ++i)
    add(Word(static_cast<query::Facet>(i)), EncodedList(state.filter.values[i]));

  std::sort(parts.begin(), parts.end());
  std::string out;
  for (const auto& [key, value] : parts) {
    if (!out.empty()) out.push_back('&');
    out.append(key).append("=").append(value);
  }
  return out;
}

DecodedLink DecodeLink(std::string_view fragment) {
  DecodedLink link;
  if (!fragment.empty() && fragment.front() == '#') fragment.remove_prefix(1);
  std::vector<std::string_view> seen;
  std::size_t untold = 0;
  const auto note = [&link, &untold](std::string sentence) {
    if (link.notices.size() < kNoticesAtMost)
      link.notices.push_back(std::move(sentence));
    else
      ++untold;
  };
  while (!fragment.empty()) {
    const std::size_t end = fragment.find('&');
    const std::string_view part = fragment.substr(0, end);
    fragment.remove_prefix(end == std::string_view::npos ? fragment.size() : end + 1);
    if (part.empty()) continue;
    const std::size_t equals = part.find('=');
    const std::string_view key = part.substr(0, equals);
    const std::string_view value =
        equals == std::string_view::npos ? std::string_view() : part.substr(equals + 1);
    bool known = false;
    if (std::find(seen.begin(), seen.end(), key) != seen.end()) {
      note("The link says “" + Shown(key) + "” twice; the first counts.");
    } else if (Read(key, value, &known, &link.state)) {
      seen.push_back(key);
    } else if (known) {
      note("The link's “" + Shown(part) + "” cannot be read and was left out.");
    } else {
      note("The link's “" + Shown(part) + "” means nothing here and was left out.");
    }
  }
  std::sort(link.state.off.begin(), link.state.off.end());
  for (const std::string& id : link.state.on)
    if (std::binary_search(link.state.off.begin(), link.state.off.end(), id))
      note("The link supposes “" + Shown(id) + "” both on and off; on counts.");
  if (untold > 0)
    link.notices.push_back("Further parts of the link were left out: " + std::to_string(untold) +
                           ".");
  Normalise(&link.state);
  return link;
}

}  // namespace proviso::view
