#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/state/session.h"
#include "tests/support/make_dataset.h"

namespace proviso::test {

/// Words that break layouts: long, unbreakable, empty-looking, of other scripts, or pretending.
inline const std::vector<std::string>& HostileWords() {
  static const std::vector<std::string> words{
      "Beijing",
      "The International Institute for the Study of Maritime Chokepoints, Transit Fees and Allied "
      "Regulatory Affairs of the Northern Archipelago",
      "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsvorsitz",
      "北京外国语大学国际关系学院长江中下游水运研究中心（驻布鲁塞尔联络处）",
      "Министерство иностранных дел и внешнеэкономических связей приморской области",
      "<b>&amp;\"quoted\" \\ % {} |",
      "a",
      "e\xCC\x81\xCC\x82\xCC\x83 with marks, 👩‍👩‍👧‍👦 and \xE2\x80\xAE turned",
      "x/y/z-and-so-on-and-so-forth-without-a-single-space-anywhere-in-it/at-all",
      "many     spaces\tand\nlines\r\nin one",
      "MMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMM",
  };
  return words;
}

inline const std::string& HostileWord(std::size_t i) {
  return HostileWords()[i % HostileWords().size()];
}

/// A dataset of `claims` claims in which every name, label and paraphrase is hostile, with all
/// forms of links, long chains and several texts.
inline view::Library HostileLibrary(std::size_t claims) {
  DatasetMaker make;
  Dataset& data = make.dataset();
  data.info.title = HostileWord(1);
  data.info.note = HostileWord(3);
  data.info.version = "1.0";
  const std::size_t count = HostileWords().size();
  for (std::size_t i = 0; i < count; ++i) {
    make.AddTopic(HostileWord(i));
    const ActorId actor = make.AddActor(HostileWord(i));
    data.actors[actor.index()].kind = static_cast<ActorKind>(i % 6);
  }
  for (std::size_t i = 0; i < 3; ++i) {
    const DocumentId id = make.AddDocument(HostileWord(i + 1), "2023-05-09/..");
    Document& document = data.documents[id.index()];
    const ActorId creator(static_cast<std::uint32_t>(i));
    document.creators = make.Keep({creator});
    document.text.code_points = 4000;
    std::vector<Paragraph> paragraphs;
    for (std::uint32_t p = 0; p < 8; ++p) {
      Paragraph paragraph;
      paragraph.start = p * 500;
      paragraph.end = paragraph.start + (p == 0 ? 40 : 499);
      paragraphs.push_back(paragraph);
    }
    document.text.paragraphs = data.arena.Keep(paragraphs);
  }
  const std::size_t propositions = count + 3;
  for (std::size_t i = 0; i < propositions; ++i) {
    const PropositionId id = make.AddProposition(HostileWord(i));
    Proposition& proposition = data.propositions[id.index()];
    proposition.role = i == 0 ? Role::kOutcome : Role::kLever;
    proposition.given.bits = ~0u;
    const TopicId topic(static_cast<std::uint32_t>(i % 4));
    proposition.topics = make.Keep({topic});
  }
  data.info.start = PropositionId(0);
  constexpr std::array<Form, 8> kForms{Form::kIf,     Form::kOnlyIf,  Form::kRaises,
                                       Form::kLowers, Form::kBearsOn, Form::kNoEffect,
                                       Form::kEvenIf, Form::kExplains};
  for (std::size_t i = 0; i + 1 < propositions; ++i)
    make.AddCondition(kForms[i % kForms.size()],
                      {Literal(PropositionId(static_cast<std::uint32_t>(i + 1)))},
                      Literal(PropositionId(0), i % 5 == 4));
  const std::size_t passages = std::min<std::size_t>(claims, 400);
  for (std::size_t i = 0; i < passages; ++i) {
    const auto start = static_cast<std::uint32_t>(i * 37 % 3900);
    const PassageId id = make.AddPassage(DocumentId(static_cast<std::uint32_t>(i % 3)), start,
                                         start + 20 + static_cast<std::uint32_t>(i % 200));
    data.passages[id.index()].paragraph = start / 500 + 1;
  }
  for (std::size_t i = 0; i < claims; ++i) {
    const auto holder = static_cast<std::uint32_t>(i % count);
    const ClaimId id =
        make.AddClaim(ActorId(holder), PassageId(static_cast<std::uint32_t>(i % passages)),
                      HostileWord(i) + " may, " + HostileWord(i + 3));
    Claim& claim = make[id];
    claim.hedges = make.KeepTexts({"may"});
    claim.modality = static_cast<Modality>(i % 6);
    if (i % 7 == 6) {
      claim.about.kind = AboutKind::kProposition;
      claim.about.literal = Literal(PropositionId(static_cast<std::uint32_t>(i % propositions)));
    } else {
      const auto link = static_cast<std::uint32_t>(i % data.conditions.size());
      claim.about.kind = AboutKind::kCondition;
      claim.about.condition = ConditionId(link);
      const Form form = data.conditions[link].form;
      if (form != Form::kIf && form != Form::kOnlyIf && form != Form::kEvenIf)
        claim.modality = Modality::kStated;
    }
    if (i % 3 == 1) {
      std::vector<Step> steps(i % 2 == 0 ? 3 : 2);
      for (std::size_t s = 0; s < steps.size(); ++s) {
        steps[s].actor = ActorId(static_cast<std::uint32_t>((i + s * 5) % count));
        steps[s].stance =
            s + 1 == steps.size() ? Stance::kAsserts : static_cast<Stance>(1 + (i + s) % 7);
      }
      claim.attribution = data.arena.Keep(steps);
    }
  }
  // Dates of every precision, far apart and on top of each other.
  const std::vector<std::string_view> dates{
      "1960",    "2023-03",    "2023-03~",   "2023-03-24", "2023-02-28/2023-04~",
      "1990/..", "../2023-05", "2023-03-24", "0043-01-01", "",
      "2023?",   "2022-11-30%"};
  for (std::size_t i = 0; i < 30; ++i) {
    Event event;
    event.id = make.Keep("e" + std::to_string(i + 1));
    event.proposition = PropositionId(static_cast<std::uint32_t>(i % propositions));
    event.when = dates[i % dates.size()];
    event.status = static_cast<EventStatus>(i % 4);
    event.passages = make.Keep({PassageId(static_cast<std::uint32_t>(i % passages))});
    data.events.push_back(event);
  }
  for (std::size_t i = 0; i < claims; i += 3) data.claims[i].as_of = dates[(i / 3) % dates.size()];
  for (std::size_t i = 0; i < propositions; i += 2)
    data.propositions[i].window = dates[i % dates.size()];
  BuildIdSlots(data);
  return view::Library(std::move(data));
}

}  // namespace proviso::test
