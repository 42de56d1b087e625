#pragma once

#include <catch2/catch_test_macros.hpp>
#include <string_view>
#include <utility>

#include "core/io/load.h"
#include "core/state/session.h"

namespace proviso::test {

/// A small invented dataset that has one of everything that a view can show: two texts, of which
/// one has paragraphs; a doubter, a mind read by another, a promise, a ranking, a figure;
/// conditions that exclude each other; a near matter and an earlier one; an asked question.
inline constexpr std::string_view kHarbour = R"json({
 "format": "claims-dataset",
 "formatVersion": "1.0",
 "dataset": {"id": "harbour", "title": "The harbour (invented)", "rights": "CC0-1.0", "coding": {"scale": "modality-1", "coders": ["kk"], "finished": "2026-11"}, "start": "harbour-opens", "version": "0.3"},
 "documents": [
  {"id": "d-log", "title": "Port log", "creators": ["a-clerk"], "published": "2031-05-04/2031-05-09~", "language": "en", "text": {"normalisation": "norm-1", "codePoints": 320, "sha256": "836ff184e7b41b1e13cb5fd89fa1de98dbbab99e9d2918913ff43b86a5c7c213", "paragraphs": [{"start": 0, "end": 30, "role": "heading"}, {"start": 31, "end": 190, "role": "body"}, {"start": 191, "end": 320, "role": "body"}]}, "coded": "complete"},
  {"id": "d-post", "title": "Island post", "creators": ["a-editor"], "published": "2031-06", "language": "en", "text": {"normalisation": "norm-1", "codePoints": 310, "sha256": "72231043bc1807e6f740b235eb7511ecb33255a6a375435631196de8a9750d4b"}}
 ],
 "passages": [
  {"id": "p-1", "document": "d-log", "start": 40, "end": 120, "letters": 75, "sha256": "1dee6e3ec67dc8033b3363d93f46f1affea85aa403abe01a03fc6c21cbff1c15", "paragraph": 2},
  {"id": "p-2", "document": "d-log", "start": 100, "end": 180, "letters": 75, "sha256": "b97db4a9f43296157fb1a5d38cebdac478d0e91ed7b8dc1ae2effe1e29e64354", "paragraph": 2},
  {"id": "p-3", "document": "d-log", "start": 200, "end": 260, "letters": 55, "sha256": "094f5333853b2f386477c4e46cb8aec3e0c611be46ebd7381d034e95eb72a7b4", "paragraph": 3},
  {"id": "p-4", "document": "d-log", "start": 262, "end": 300, "letters": 33, "sha256": "99df86594a989227b8e6259f70b08976812537c20486717a3d0158788155b1f0", "paragraph": 3},
  {"id": "p-5", "document": "d-post", "start": 10, "end": 80, "letters": 65, "sha256": "014b941a777483aa912a7b54fcce863f8a0235690ff51bf971f433b1e83cc673", "paragraph": 1},
  {"id": "p-6", "document": "d-post", "start": 90, "end": 150, "letters": 55, "sha256": "c432836760e319b0f0491c09a9c68bbc2a8225d139720f2dbc9dc92d1d53d19d", "paragraph": 2},
  {"id": "p-7", "document": "d-post", "start": 160, "end": 220, "letters": 55, "sha256": "a8a56438d73bf03615692371468bbca25f550a81120b8784c23bcf702c60548c", "paragraph": 2},
  {"id": "p-8", "document": "d-post", "start": 230, "end": 300, "letters": 65, "sha256": "c7902d77ad80c5b23aebedf826526795bc0be33737b114e141ecdc1a2a2a7605", "paragraph": 3}
 ],
 "actors": [
  {"id": "a-clerk", "kind": "person", "name": "The clerk"},
  {"id": "a-crew", "kind": "unnamed", "name": "Crew members"},
  {"id": "a-editor", "kind": "person", "name": "The editor", "aliases": ["Editor-in-chief"]},
  {"id": "a-guild", "kind": "organisation", "name": "Pilots’ guild", "partOf": "a-island"},
  {"id": "a-island", "kind": "state", "name": "The island"},
  {"id": "a-vale", "kind": "person", "name": "Dr Vale", "affiliations": [{"as": "harbour engineer", "passage": "p-3"}]}
 ],
 "propositions": [
  {"id": "channel-deep", "label": "The channel is deep enough", "kind": "state", "role": "intermediate", "topics": ["t-water"]},
  {"id": "dredger-comes", "label": "The dredger comes", "kind": "event", "role": "lever", "topics": ["t-water"]},
  {"id": "fees-rise", "label": "Harbour fees rise", "kind": "action", "role": "lever", "topics": ["t-money"]},
  {"id": "harbour-has-opened", "label": "The harbour has opened already", "kind": "event", "role": "background", "near": [{"to": "harbour-opens", "how": "earlier"}]},
  {"id": "harbour-opens", "label": "The harbour opens", "kind": "action", "actors": ["a-island"], "role": "outcome"},
  {"id": "island-eager", "label": "The island wants the harbour open", "kind": "motive", "role": "intermediate", "near": [{"to": "harbour-opens", "how": "motive"}]},
  {"id": "moon-full", "label": "The moon is full", "kind": "state", "role": "background"},
  {"id": "storm-ends", "label": "The storm ends", "kind": "event", "role": "lever", "excludes": ["storm-lasts"]},
  {"id": "storm-lasts", "label": "The storm lasts", "kind": "event", "role": "lever", "excludes": ["storm-ends"]},
  {"id": "trade-grows", "label": "Trade grows", "kind": "event", "role": "lever", "topics": ["t-money"]}
 ],
 "conditions": [
  {"id": "k-1", "form": "if", "antecedents": ["storm-ends"], "consequent": "harbour-opens"},
  {"id": "k-2", "form": "lowers", "antecedents": ["fees-rise"], "consequent": "harbour-opens"},
  {"id": "k-3", "form": "raises", "antecedents": ["dredger-comes"], "consequent": "channel-deep"},
  {"id": "k-4", "form": "raises", "antecedents": ["channel-deep"], "consequent": "harbour-opens"},
  {"id": "k-5", "form": "onlyIf", "antecedents": ["channel-deep"], "consequent": "harbour-opens"},
  {"id": "k-6", "form": "raises", "antecedents": ["trade-grows"], "consequent": "island-eager"},
  {"id": "k-7", "form": "evenIf", "antecedents": ["storm-lasts"], "consequent": "harbour-opens"}
 ],
 "claims": [
  {"id": "c-1", "passages": ["p-1"], "attribution": [{"actor": "a-clerk", "stance": "asserts"}], "about": {"condition": "k-1"}, "modality": "very_likely", "hedges": ["almost certainly"], "gloss": "Once the storm is over, the harbour will Almost Certainly open.", "coding": {"by": "kk", "confidence": "low"}, "topics": ["t-water"], "kind": "prediction"},
  {"id": "c-2", "passages": ["p-2"], "attribution": [{"actor": "a-clerk", "stance": "asserts"}], "about": {"condition": "k-2"}, "modality": "stated", "gloss": "Higher fees keep the harbour shut.", "topics": ["t-money"]},
  {"id": "c-3", "passages": ["p-3", "p-4"], "attribution": [{"actor": "a-clerk", "stance": "reports", "cue": "tells us"}, {"actor": "a-vale", "stance": "asserts"}], "about": {"condition": "k-3"}, "modality": "likely", "hedges": ["probably", "perhaps"], "gloss": "A dredger would probably deepen the channel.", "topics": ["t-water"]},
  {"id": "c-4", "passages": ["p-4"], "attribution": [{"actor": "a-clerk", "stance": "reports"}, {"actor": "a-vale", "stance": "asserts"}], "about": {"condition": "k-4"}, "modality": "stated", "gloss": "A deeper channel helps the harbour to open."},
  {"id": "c-5", "passages": ["p-5"], "attribution": [{"actor": "a-editor", "stance": "disputes"}, {"actor": "a-guild", "stance": "asserts"}], "about": {"condition": "k-5"}, "modality": "will", "gloss": "No deep channel, no harbour, say the pilots."},
  {"id": "c-6", "passages": ["p-6"], "attribution": [{"actor": "a-editor", "stance": "asserts"}], "about": {"proposition": {"not": "harbour-opens"}}, "modality": "likely", "gloss": "The harbour will not likely open.", "hedges": ["likely"], "kind": "prediction", "asOf": "2031-06"},
  {"id": "c-7", "passages": ["p-7"], "attribution": [{"actor": "a-editor", "stance": "asserts"}], "about": {"proposition": "harbour-has-opened"}, "modality": "uncommitted", "evidence": "no-evidence", "gloss": "Nobody has seen a ship go in so far.", "asOf": "2031-06"},
  {"id": "c-8", "passages": ["p-7"], "attribution": [{"actor": "a-editor", "stance": "imputes", "hedge": "may believe"}, {"actor": "a-crew", "stance": "asserts"}], "about": {"condition": "k-6"}, "modality": "possible", "gloss": "Crews think that growing trade could make the island eager.", "hedges": ["could"], "inferred": ["sign"]},
  {"id": "c-9", "passages": ["p-8"], "attribution": [{"actor": "a-editor", "stance": "asserts"}], "about": {"comparison": {"more": "storm-ends", "less": "fees-rise"}}, "modality": "stated", "gloss": "The weather matters more than fees."},
  {"id": "c-10", "passages": ["p-8"], "attribution": [{"actor": "a-editor", "stance": "asserts"}], "about": {"proposition": "moon-full"}, "modality": "will", "gloss": "The moon was full.", "kind": "fact"},
  {"id": "c-11", "passages": ["p-8"], "attribution": [{"actor": "a-editor", "stance": "reports"}, {"actor": "a-island", "stance": "asserts"}], "about": {"condition": "k-7"}, "modality": "will", "act": "promise", "gloss": "The island vows to open the harbour, storm or no storm."},
  {"id": "c-12", "passages": ["p-6"], "attribution": [{"actor": "a-editor", "stance": "asserts"}], "about": {"quantity": "q-1"}, "modality": "will", "gloss": "About forty ships wait.", "kind": "statistic"}
 ],
 "relations": [
  {"id": "r-1", "type": "attacks", "from": "c-6", "to": "c-1", "by": "coder"}
 ],
 "events": [
  {"id": "e-1", "proposition": "harbour-has-opened", "when": "2031-05", "status": "hypothetical", "passages": ["p-7"]}
 ],
 "quantities": [
  {"id": "q-1", "measure": "Ships that wait", "value": 40, "approx": "about", "unit": "ships"}
 ],
 "topics": [
  {"id": "t-money", "label": "Money"},
  {"id": "t-water", "label": "Water"}
 ],
 "questions": [
  {"id": "q-tour", "title": "What opens it?", "text": "See what the storm does.", "state": "v=what-if&on=storm-ends", "tour": 1}
 ]
}
)json";

/// The dataset as a library; the test fails where it does not load.
inline view::Library Harbour() {
  Result<io::Loaded> loaded = io::Load(kHarbour);
  for (std::size_t i = 0; !loaded.ok() && i < loaded.problems().size(); ++i)
    UNSCOPED_INFO(loaded.problems()[i].code << " " << loaded.problems()[i].pointer << " "
                                            << loaded.problems()[i].rule);
  REQUIRE(loaded.ok());
  return view::Library(std::move(loaded).value().dataset);
}

}  // namespace proviso::test
