// Who coded, how, and what the signs mean.

#include <array>

#include "core/pages/lists.h"
#include "core/pages/parts.h"
#include "core/voice/tense.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

constexpr std::array<std::string_view, kTableCount> kTables{"Texts",
                                                            "Passages",
                                                            "Actors",
                                                            "Conditions and outcomes",
                                                            "Links",
                                                            "Claims",
                                                            "Relations between claims",
                                                            "Events",
                                                            "Figures",
                                                            "Topics",
                                                            "Questions"};

void PutSigns(Sheet& sheet) {
  struct SignLine {
    Sign sign;
    std::string_view words;
  };
  constexpr std::array<SignLine, 8> kEntries{
      {{Sign::kMore, "The voice links it to the outcome so that the outcome becomes more likely."},
       {Sign::kLess, "The other way: the outcome becomes less likely."},
       {Sign::kNoEffect, "Need not change it, in the voice’s own words."},
       {Sign::kPulled,
        "One voice gives a reason for it and one against, and does not say which wins."},
       {Sign::kUnstated, "The outcome is said to depend on it; which way is not said."},
       {Sign::kConflict, "A voice’s own words clash."},
       {Sign::kRanking, "Ranked against something else; how likely it is is not said."},
       {Sign::kSilent, "The voice says nothing on it. Silence is no opinion."}}};
  sheet.html.Leaf("h2", "Signs", {{"id", "Signs"}});
  sheet.html.Leaf(
      "p",
      "A sign says which way an item is said to push the outcome; what has no direction has no "
      "sign. A plain outline means that it bears on a step towards the outcome; a dashed one that "
      "the coders read the link in; a dashed one struck through that somebody in its chain doubts "
      "or disputes it.");
  const Within list(sheet.html, "dl", {{"class", "signs"}});
  for (const SignLine& entry : kEntries) {
    SignMark sign;
    sign.sign = entry.sign;
    sign.words = Label(entry.sign);
    const Within line(sheet.html, "div");
    {
      const Within term(sheet.html, "dt");
      PutSign(sheet, sign);
    }
    sheet.html.Leaf("dd", entry.words);
  }
}

void PutStrengths(Sheet& sheet) {
  sheet.html.Leaf("h2", "How firmly");
  sheet.html.Leaf(
      "p",
      "The ruler has four segments on either side of its centre: to the right how "
      "firmly a thing is said to be so, to the left how firmly its opposite. A dotted "
      "ruler means that how likely is not said: which way, or a ranking, is not how likely. No "
      "number stands here that an author did not give.");
  const Within list(sheet.html, "ul", {{"class", "plain strengths"}});
  for (const bool negated : {false, true})
    for (const Modality modality :
         {Modality::kWill, Modality::kVeryLikely, Modality::kLikely, Modality::kPossible}) {
      Strength strength;
      strength.ruler = Ruler::kSegments;
      (negated ? strength.against : strength.in_favour) =
          static_cast<std::uint8_t>(4 - static_cast<int>(modality));
      strength.words = LevelWords(modality, negated);
      const Within item(sheet.html, "li");
      PutStrength(sheet.html, strength);
    }
}

/// What a level is called of what was or is so.
void PutTenses(Sheet& sheet) {
  std::vector<std::string> words;
  for (const Tense tense : {Tense::kPresent, Tense::kPast})
    for (const bool negated : {false, true})
      words.push_back("“" + std::string(LevelWords(tense, Modality::kWill, negated)) + "”");
  sheet.html.Leaf("p", "What was or is so is no forecast. There the ruler’s ends read " +
                           JoinWords(words) +
                           "; a flat statement of fact reads “Stated as fact”, a flat denial "
                           "“Denied outright”. A strength that reaches the reader through two "
                           "voices or more reads “passed on”; what somebody in its chain doubts or "
                           "disputes has no ruler, and says who.");
}

void PutVoices(Sheet& sheet) {
  sheet.html.Leaf("h2", "Voices and hedges");
  sheet.html.Leaf("p",
                  "A chain reads outward in: who writes, who is cited, whose view it is. The last "
                  "has the heavy frame: it is the voice. The words between are the text’s own "
                  "where they stand in quotation marks. Who reports a view need not share it; a "
                  "stance that keeps a distance is set in bold.");
  const Within p(sheet.html, "p");
  sheet.html.Text("Words by which a text hedges are marked ");
  sheet.html.Leaf("em", "like this", {{"class", "hedge"}});
  sheet.html.Text(". They are part of what is said and are never dropped.");
}

}  // namespace

void ExportAbout(const Site& site, std::vector<ExportedFile>* files) {
  const DatasetInfo& info = site.dataset.info;
  Sheet sheet(site, "about.html", "About", "about.html");
  sheet.Title("About this dataset", info.note);
  {
    Facts facts(sheet);
    facts.Line("Title", info.title);
    facts.Line("Version", info.version);
    facts.Line("Rights", info.rights);
    Fact coders{"Coded by", {}};
    for (const Text coder : info.coders) coders.values.push_back({std::string(coder), {}});
    facts.Put({coders});
    facts.Line("Coding finished", info.finished.empty() ? "" : DateWords(info.finished));
    facts.Line("Protocol", info.protocol);
    facts.Line("Scale of strength", info.scale);
    facts.Line("Format", site.dataset.format_version);
    facts.Line("SHA-256", site.library.digest());
  }
  sheet.html.Leaf("h2", "What is in it");
  {
    Facts facts(sheet);
    for (std::size_t i = 0; i < kTableCount; ++i)
      facts.Line(kTables[i], std::to_string(site.dataset.count(static_cast<Table>(i))));
  }
  sheet.html.Leaf("h2", "What it does not say");
  sheet.html.Leaf("p",
                  "Nothing here says whether a claim is true, and nothing is added up over voices. "
                  "Everything is a paraphrase by the coders with the place it was read from. That "
                  "nothing is coded of a voice means that nothing was found, not that the voice "
                  "has no view.");
  PutSigns(sheet);
  PutStrengths(sheet);
  PutTenses(sheet);
  PutVoices(sheet);
  files->push_back(sheet.Finish());
}

}  // namespace proviso::view
