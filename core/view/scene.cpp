#include "core/view/scene.h"

#include <utility>

namespace proviso::view {

Command WithText(const Command& prototype, std::string text) {
  if (std::holds_alternative<SetWords>(prototype)) return SetWords{std::move(text)};
  if (std::holds_alternative<SetPaletteWords>(prototype)) return SetPaletteWords{std::move(text)};
  if (std::holds_alternative<NameBookmark>(prototype)) return NameBookmark{std::move(text)};
  if (const auto* note = std::get_if<SetNote>(&prototype))
    return SetNote{note->record, std::move(text)};
  if (const auto* field = std::get_if<SetField>(&prototype))
    return SetField{field->key, EncodedText(text)};
  return prototype;
}

}  // namespace proviso::view
