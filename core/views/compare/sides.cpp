// What can stand on a side.

#include "core/state/sides.h"

#include <utility>

#include "core/base/sort.h"
#include "core/views/compare/model.h"
#include "core/voice/order.h"

namespace proviso::view {
namespace {

constexpr std::size_t kHoldersAtMost = 200;

}  // namespace

SidesModel BuildSidesModel(const Library& library, const Session& session) {
  const Dataset& dataset = library.dataset;
  const ViewState& state = session.state;
  const CompareSides sides = SidesOf(library, state);
  SidesModel model;
  const auto id_of = [&dataset](RecordRef record) {
    return record ? std::string(dataset.IdOf(record)) : std::string();
  };
  const auto add = [&](RecordRef record, std::size_t claims, std::vector<SideChoice>* list) {
    SideChoice choice;
    choice.id = dataset.IdOf(record);
    choice.name = NameOf(library, record);
    choice.note = library.say.Counted(claims, "{0} claim", "{0} claims");
    choice.is_a = record == sides.a;
    choice.is_b = record == sides.b;
    // What stands on the other side changes places with this one.
    ViewState next = state;
    next.side_a = choice.id;
    next.side_b = choice.is_b ? id_of(sides.a) : id_of(sides.b);
    choice.as_a = SetState{next};
    next.side_a = choice.is_a ? id_of(sides.b) : id_of(sides.a);
    next.side_b = choice.id;
    choice.as_b = SetState{std::move(next)};
    list->push_back(std::move(choice));
  };
  for (std::uint32_t i = 0; i < dataset.documents.size(); ++i)
    add({Table::kDocuments, i}, library.index.claims_in_document[DocumentId(i)].size(),
        &model.texts);
  std::vector<VoiceOrder> holders;
  for (std::uint32_t i = 0; i < dataset.actors.size(); ++i)
    if (!library.index.claims_held[ActorId(i)].empty())
      holders.push_back(OrderOf(library, ActorId(i)));
  SortList(&holders);
  for (std::size_t i = 0; i < holders.size() && i < kHoldersAtMost; ++i)
    add({Table::kActors, holders[i].index},
        library.index.claims_held[ActorId(holders[i].index)].size(), &model.holders);
  if (holders.size() > kHoldersAtMost)
    model.more = library.say("{0} voices with fewer claims",
                             {std::to_string(holders.size() - kHoldersAtMost)});
  return model;
}

}  // namespace proviso::view
