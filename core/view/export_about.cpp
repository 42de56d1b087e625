// Who coded, how, and what the signs mean.

#include <array>

#include "core/view/export_lists.h"
#include "core/view/export_parts.h"
#include "core/view/wording.h"

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
  struct Entry {
    Sign sign;
    std::string_view words;
  };
  constexpr std::array<Entry, 9> kEntries{
      {{Sign::kMore, "The holder links it to the outcome so that the outcome becomes more likely."},
       {Sign::kLess, "The other way: the outcome becomes less likely."},
       {Sign::kNoEffect, "Need not change it, in the holder’s own words."},
       {Sign::kPulled, "The holder names pulls both ways and does not say which wins."},
       {Sign::kUnstated, "Said to depend on it; in which direction is not said."},
       {Sign::kConflict, "The holder’s own words clash."},
       {Sign::kRanking, "Only compared with something else."},
       {Sign::kLevel, "Says how likely it is, and nothing of a difference that anything makes."},
       {Sign::kSilent, "Does not bear on the outcome. Silence is no opinion."}}};
  sheet.html.Leaf("h2", "Signs", {{"id", "Signs"}});
  sheet.html.Leaf(
      "p",
      "A sign says which way an item is said to push the outcome. A plain outline means "
      "that it bears on a step towards the outcome; a dashed one that the coder read "
      "the link in; a dashed one struck through that a voice reports it without "
      "sharing it.");
  const Within list(sheet.html, "dl", {{"class", "signs"}});
  for (const Entry& entry : kEntries) {
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
  sheet.html.Leaf("p",
                  "The ruler has four segments on either side of its centre: to the right how "
                  "firmly a thing is said to be so, to the left how firmly its opposite. A dotted "
                  "ruler means that no level is given: a pull or a ranking is not a level. No "
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

void PutVoices(Sheet& sheet) {
  sheet.html.Leaf("h2", "Voices and hedges");
  sheet.html.Leaf("p",
                  "A chain reads outward in: who writes, who is cited, whose view it is. The last "
                  "has the heavy frame and is the holder. The words between are the text’s own "
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
    facts.Line("SHA-256", site.library.digest);
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
                  "Everything is a paraphrase by the coder with the place it was read from. That "
                  "nothing is coded of a holder means that nothing was found, not that the holder "
                  "has no view.");
  PutSigns(sheet);
  PutStrengths(sheet);
  PutVoices(sheet);
  files->push_back(sheet.Finish());
}

}  // namespace proviso::view
