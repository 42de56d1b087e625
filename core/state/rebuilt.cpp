#include "core/state/rebuilt.h"

#include <algorithm>
#include <type_traits>
#include <utility>

#include "core/base/text.h"
#include "core/voice/library.h"

namespace proviso::view {

void RecheckCopies(const Library& library, Copies* copies) {
  copies->by_document.merge(std::exchange(copies->aside, {}));
  for (auto at = copies->by_document.begin(); at != copies->by_document.end();) {
    const RecordRef document = library.dataset.Find(at->first);
    const Result<locate::ReaderText> text = locate::ReadText(ToUtf8(at->second->text));
    if (!document || document.table != Table::kDocuments || !text) {
      copies->aside.insert(copies->by_document.extract(at++));
      continue;
    }
    auto copy = std::make_shared<Copy>(*at->second);
    copy->report = locate::Locate(library.dataset, DocumentId(document.index), *text);
    at->second = std::move(copy);
    ++at;
  }
}

void ForgetRecords(const std::set<std::string>& gone, ViewState* state) {
  if (gone.empty()) return;
  VisitFields(*state, [&](FieldKey key, auto& field, auto...) {
    using Field = std::remove_reference_t<decltype(field)>;
    const bool filter = ParseWord<query::Facet>(key.word).has_value();
    if (key.names == Naming::kNothing && !filter) return;
    if constexpr (std::is_same_v<Field, std::string>) {
      // Of a pair, either.
      const std::size_t joint = field.find('~');
      if (gone.count(field.substr(0, joint)) > 0 ||
          (joint != field.npos && gone.count(field.substr(joint + 1)) > 0))
        field.clear();
    } else if constexpr (std::is_same_v<Field, std::vector<std::string>>) {
      field.erase(std::remove_if(field.begin(), field.end(),
                                 [&](const std::string& id) { return gone.count(id) > 0; }),
                  field.end());
    }
  });
}

}  // namespace proviso::view
