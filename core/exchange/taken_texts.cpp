// Texts that are taken over, and places in them.

#include <algorithm>

#include "core/edit/make_id.h"
#include "core/exchange/taken.h"

namespace proviso::exchange {
namespace {

/// Of all texts together: an archive can name one file ten thousand times, and a text takes twenty
/// times its bytes while it is searched.
constexpr std::size_t kMostText = 32u << 20;

}  // namespace

const Document* TakenMaker::Known(std::string_view address, const std::string& name) const {
  if (by_id_.empty()) return nullptr;
  if (const auto at = by_address_.find(std::string(address)); at != by_address_.end())
    return at->second;
  if (const auto at = by_id_.find(name); at != by_id_.end()) return at->second;
  const auto at = by_title_.find(edit::FoldName(name));
  return at == by_title_.end() ? nullptr : at->second;
}

bool TakenMaker::Spend(std::size_t letters) {
  constexpr std::size_t kMost = 1'000'000'000u;  // Letters; some seconds.
  if (letters > kMost - spent_) return false;
  spent_ += letters;
  return true;
}

std::vector<std::vector<locate::Place>> TakenMaker::Find(const TakenText& text,
                                                         std::string_view words) {
  if (!text.map) return {};
  if (!Spend(text.map->text().skeleton.letters.size() + words.size())) {
    ++not_sought_;
    return {};
  }
  return locate::FindQuote(text.map->text(), words);
}

TakenText& TakenMaker::Text(std::string_view title, std::optional<std::string_view> bytes,
                            std::string_view address, std::string_view place) {
  TakenText text;
  const std::string shown = Clean(title, kNameLength);
  std::optional<std::string> given;
  // A document of the base is known by its address or its title.
  const Document* known = Known(address, shown);
  if (known != nullptr) {
    text.id = known->id;
  } else {
    text.id = "d-" + edit::MakeId(Table::kPropositions, shown, [this](const std::string& id) {
                return taken_.count("d-" + id) > 0;
              });
  }
  taken_.insert(text.id);
  text.name = text.id.substr(0, 2) == "d-" ? text.id.substr(2) : text.id;
  if (bytes) given = std::string(*bytes);
  if (!given && options_.text) {
    for (const std::string& name : {text.name, text.id, std::string(address), std::string(title)})
      if (!given && !name.empty()) given = options_.text(name);
  }
  if (!given && known != nullptr && !known->text.content.empty()) {
    given = "";
    for (const proviso::Text paragraph : known->text.content)
      *given += (given->empty() ? "" : "\n\n") + std::string(paragraph);
  }
  if (given && given->size() > kMostText - std::min(kMostText, text_bytes_)) {
    Error(place, "The texts are longer than 32 MiB together; “" + shown + "” is not read.",
          "Divide the file where it was made.");
  } else if (given) {
    text_bytes_ += given->size();
    Result<TextMap> map = TextMap::Make(*given);
    if (map.ok() && !map->text().skeleton.letters.empty()) {
      out_.texts.emplace_back(text.name, map->bytes());
      text.paragraphs = locate::Paragraphs(map->bytes());
      text.map = std::move(*map);
    } else {
      Error(place, map.ok() ? "The text “" + shown + "” is empty." : map.problems()[0].rule,
            map.ok() ? "Export it with its text, or give --text " + text.name + "=FILE."
                     : map.problems()[0].remedy);
    }
  }
  text_row_ = known == nullptr;
  if (known == nullptr) {
    Row row = Add("documents", place);
    row.Set("id", text.id).Set("text", text.name).Set("title", shown);
    if (address.size() <= 2000 && address.find(' ') == address.npos &&
        address.find("://") != address.npos)
      row.Set("address", address);
  }
  texts_.push_back(std::move(text));
  return texts_.back();
}

std::optional<std::string> TakenMaker::PassageOf(const TakenText& text, locate::Place file,
                                                 std::string_view place) {
  if (!text.map) return std::nullopt;
  const auto norm1 = text.map->FromFile(file);
  return norm1 ? PassageAt(text, *norm1, place) : std::nullopt;
}

std::optional<std::string> TakenMaker::PassageAt(const TakenText& text, locate::Place norm1,
                                                 std::string_view place) {
  if (!text.map) return std::nullopt;
  // A digest takes some twenty times what reading does.
  if (!Spend(20 * std::size_t{norm1.end - norm1.start})) {
    ++not_sought_;
    return std::nullopt;
  }
  const auto locator = locate::MakeLocator(text.map->text(), norm1.start, norm1.end);
  if (!locator.ok()) return std::nullopt;
  const std::string start = std::to_string(locator->start), end = std::to_string(locator->end);
  const std::string key = text.id + ' ' + start + ' ' + end;
  const auto known = passages_.find(key);
  if (known != passages_.end()) return known->second;
  std::uint64_t number = passages_.size() + 1;
  std::string id = edit::NumberedId(Table::kPassages, initials_, number);
  while (taken_.count(id) > 0) id = edit::NumberedId(Table::kPassages, initials_, ++number);
  taken_.insert(id);
  passages_.emplace(key, id);
  std::string sketch;
  for (const std::string& one : locator->sketch) sketch += (sketch.empty() ? "" : "; ") + one;
  const auto paragraph =
      std::upper_bound(text.paragraphs.begin(), text.paragraphs.end(), locator->start,
                       [](std::uint32_t at, const locate::Place& one) { return at < one.start; });
  Add("passages", place)
      .Set("id", id)
      .Set("document", text.id)
      .Set("start", start)
      .Set("end", end)
      .Set("letters", std::to_string(locator->letters))
      .Set("sha256", locator->sha256)
      .Set("sketch", sketch)
      .Set("paragraph", paragraph == text.paragraphs.begin()
                            ? ""
                            : std::to_string(paragraph - text.paragraphs.begin()));
  return id;
}

}  // namespace proviso::exchange
