#include "core/words/languages.h"

#include <array>

namespace proviso::view {
namespace {

constexpr std::array<Language, 4> kLanguages{
    {{"en", "English", ""},
     {"de", "Deutsch", "noch von niemandem geprüft, der die Sprache spricht"},
     {"ru", "Русский", "ещё не проверено носителем языка"},
     {"zh", "简体中文", "尚未经母语者审校"}}};

}  // namespace

std::span<const Language> Languages() { return kLanguages; }

const Language* LanguageNamed(std::string_view code) {
  for (const Language& language : kLanguages)
    if (language.code == code) return &language;
  return nullptr;
}

}  // namespace proviso::view
