#include "core/canvas/scene.h"

#include <utility>

namespace proviso::view {

Command WithText(const Command& prototype, std::string text) {
  if (prototype.Is<SetPaletteWords>()) return SetPaletteWords{std::move(text)};
  if (prototype.Is<NameBookmark>()) return NameBookmark{std::move(text)};
  if (const auto* note = prototype.As<SetNote>()) return SetNote{note->record, std::move(text)};
  if (const auto* field = prototype.As<SetField>()) return SetField{field->key, EncodedText(text)};
  if (const auto* field = prototype.As<TypeField>()) return TypeField{field->path, std::move(text)};
  if (const auto* field = prototype.As<SetCodeField>())
    return SetCodeField{field->field, std::move(text)};
  if (const auto* field = prototype.As<TypeBegin>())
    return TypeBegin{field->field, std::move(text)};
  if (const auto* cell = prototype.As<SetImport>())
    return SetImport{cell->place, std::move(text), cell->code};
  if (prototype.Is<SetCoder>()) return SetCoder{std::move(text)};
  return prototype;
}

}  // namespace proviso::view
