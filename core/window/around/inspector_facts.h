#pragma once

#include <span>
#include <string_view>

#include "core/state/action.h"
#include "core/window/around/inspector_model.h"

namespace proviso::view {

// What the inspector says of one record of each table; parts of `BuildInspectorModel`.

/// Of whichever table it is: title, facts, what is said of it. Without what can be done with it.
void InspectRecord(const Library& library, const Session& session, RecordRef record,
                   InspectorModel* model);

void InspectClaim(const Library& library, const Session& session, ClaimId id,
                  InspectorModel* model);
void InspectProposition(const Library& library, const Session& session, PropositionId id,
                        InspectorModel* model);
void InspectCondition(const Library& library, const Session& session, ConditionId id,
                      InspectorModel* model);
void InspectActor(const Library& library, const Session& session, ActorId id,
                  InspectorModel* model);
void InspectPassage(const Library& library, const Session& session, PassageId id,
                    InspectorModel* model);
void InspectDocument(const Library& library, const Session& session, DocumentId id,
                     InspectorModel* model);
void InspectEvent(const Library& library, EventId id, InspectorModel* model);
void InspectQuantity(const Library& library, const Session& session, QuantityId id,
                     InspectorModel* model);
void InspectTopic(const Library& library, const Session& session, TopicId id,
                  InspectorModel* model);
void InspectRelation(const Library& library, RelationId id, InspectorModel* model);

/// Adds a line, unless it has no value.
void AddFact(std::string_view label, std::string_view value, InspectorModel* model,
             FactKey key = FactKey::kNone);
/// Adds a line that leads to records, unless there are none.
void AddLinks(const Library& library, std::string_view label, std::span<const RecordRef> records,
              InspectorModel* model);

/// A row for a claim, with a note where an outer voice does not share it.
RelatedRow RowOf(const Library& library, const Outcome& outcome, ClaimId id);

/// Adds the claims, at most a dozen, with `more` for the rest; nothing where there is none.
void AddClaims(const Library& library, const Outcome& outcome, std::string_view title,
               std::span<const ClaimId> claims, std::optional<Action> more, InspectorModel* model);

/// The claim list with `value` as the facet's only filter, from `state`.
Command ShowClaims(const ViewState& state, query::Facet facet, std::string_view value);

}  // namespace proviso::view
