// proviso say: every sentence that is composed of a dataset's names and labels, to be read through.

#include "core/cli/say_command.h"

#include <set>
#include <utility>

#include "core/base/safe_text.h"
#include "core/cli/messages.h"
#include "core/cli/open.h"
#include "core/state/change_words.h"
#include "core/views/questions/model.h"
#include "core/views/what_if/model.h"
#include "core/views/what_if/why_model.h"
#include "core/voice/chain_words.h"
#include "core/voice/compare_words.h"
#include "core/voice/voice.h"
#include "core/window/around/inspector_facts.h"

namespace proviso::cli {
namespace {

using view::Answers;
using view::Library;
using view::Session;
using view::ViewState;

/// Collects what models say, under one supposition after another.
class Reader {
 public:
  explicit Reader(const Library& library) : library_(library) {}

  std::vector<std::string> Run() {
    for (const PropositionId target : Targets()) ReadOutcome(target);
    for (const Question& question : library_.dataset.questions) {
      const ViewState state = view::DecodeLink(question.state).state;
      if (state.view == view::ViewId::kWhatIf) ReadState(state);
    }
    ReadRecords();
    return {sentences_.begin(), sentences_.end()};
  }

 private:
  void Say(std::string_view sentence) {
    if (sentence.find(' ') != std::string_view::npos) sentences_.insert(std::string(sentence));
  }

  std::vector<PropositionId> Targets() const {
    std::vector<PropositionId> targets;
    for (std::uint32_t i = 0; i < library_.dataset.propositions.size(); ++i)
      if (library_.dataset.propositions[i].role == Role::kOutcome) targets.emplace_back(i);
    if (const PropositionId start = StartOutcome(library_.dataset); start && targets.empty())
      targets.push_back(start);
    return targets;
  }

  void ReadOutcome(PropositionId target) {
    ViewState state;
    state.target = library_.dataset[target].id;
    ReadState(state);
    const reason::Reach reach = reason::ReachOf(library_.dataset, library_.views, target);
    for (const PropositionId lever : Levers(library_.dataset, target)) {
      if (lever == target || reach.of_proposition[lever.index()] == reason::Reach::kNothing)
        continue;
      const std::string id(library_.dataset[lever].id);
      for (const bool off : {false, true}) {
        ViewState turned = state;
        (off ? turned.off : turned.on) = {id};
        ReadState(turned);
        Say(view::ChangeWords(library_, state, turned));
      }
    }
  }

  void ReadState(const ViewState& state) {
    Session session;
    session.state = state;
    session.state.as_list = true;  // With the conditions that change nothing.
    const view::WhatIfModel model =
        view::BuildWhatIfModel(library_, session, &answers_, &beside_, &before_);
    Say(model.supposition);
    Say(model.question);
    Say(model.lead);
    Say(model.summary);
    for (const view::ChartLane& lane : model.chart.lanes)
      for (const view::ChartRow& row : lane.rows) {
        Say(row.through);
        Say(row.says.word);
      }
    for (const view::TrayLine& line : model.tray) Say(line.lead + " " + line.words);
    Say(model.empty);
    for (const view::LeverGroup& group : model.groups) {
      Say(group.label);
      for (const view::LeverRow& row : group.rows) {
        Say(row.who);
        Say(row.note);
      }
    }
    const std::set<std::string> changed = Changed(state);
    for (const auto* columns : {&model.columns, &model.one_away})
      for (const view::ViewColumn& column : *columns)
        if (changed.empty() || changed.count(column.key) != 0) ReadColumn(session, column);
    for (const auto* list : {&model.later, &model.silent})
      for (const view::SilentHolder& holder : *list)
        if (!holder.note.empty()) Say(holder.name + " (" + holder.note + ")");
    for (const view::StatusLine& line : model.status) Say(line.words);
  }

  /// Whose answers the suppositions change: the others say what they say with nothing supposed.
  /// Empty: nothing is supposed.
  std::set<std::string> Changed(const ViewState& state) {
    std::set<std::string> keys;
    if (state.on.empty() && state.off.empty()) return keys;
    keys.insert("");
    for (const reason::ViewIndex view : view::ChangedReplies(library_, &before_, &answers_)) {
      std::string key;
      for (const ActorId actor : reason::PathOf(library_.views, view))
        key.append(key.empty() ? "" : "/").append(library_.dataset[actor].id);
      keys.insert(std::move(key));
    }
    return keys;
  }

  void ReadColumn(Session session, const view::ViewColumn& column) {
    Say(column.name + ", " + column.through);
    Say(column.level.words);
    if (column.direction) Say(column.direction->words);
    Say(column.reply);
    Say(column.lead);
    Say(column.why_words);
    for (const std::string& note : column.notes) Say(note);
    for (const view::Missing& missing : column.missing) Say(missing.words);
    for (const view::Said& said : column.said) ReadSaid(said);
    for (const view::NearSaid& near : column.near) {
      Say(near.line.words);
      for (const view::Said& said : near.said) ReadSaid(said);
    }
    std::string path;
    for (const std::string& actor : column.path) path += (path.empty() ? "" : ">") + actor;
    session.state.why = path;
    const auto view = reason::FindView(library_.dataset, library_.views, path);
    const reason::Answer& answer = answers_.Of(library_, *view);
    for (const view::WhyLine& line : view::WhyLines(library_.dataset, library_.views, answer))
      Say(view::LineWords(library_.dataset, line, {}, false));
    const auto why = view::BuildWhyModel(library_, session, &answers_);
    for (const view::WhySection& section : why->sections) {
      Say(section.title);
      Say(section.aside);
    }
    for (const view::WhyChange& change : why->changes) Say(change.words + ": " + change.then);
  }

  void ReadSaid(const view::Said& said) {
    Say(said.lead);
    Say(said.note);
    Say(said.strength.words);
    Say(said.sign.words);
  }

  void ReadRecords() {
    const Dataset& dataset = library_.dataset;
    const view::Outcome outcome = view::FindOutcome(library_, "");
    for (const Condition& link : dataset.conditions)
      Say(view::LinkSentence(dataset, link, library_.say));
    for (const Claim& claim : dataset.claims) {
      Say(view::ChainWords(library_.say, view::ChainOf(library_, claim)));
      Say(view::StrengthOf(library_, claim).words);
      Say(view::SignOf(library_, outcome, claim).words);
      for (std::size_t i = 0; i < claim.attribution.size(); ++i)
        Say(view::TellingWords(dataset, claim, i, library_.say));
    }
    if (dataset.documents.size() > 1) {
      const view::Comparison both =
          view::Compare(library_, {Table::kDocuments, 0}, {Table::kDocuments, 1});
      for (const view::CompareUnit& unit : both.units) {
        const view::PointWords words = view::WordsOf(library_, unit, "A", "B");
        Say(words.title);
        Say(words.matter);
        Say(words.verdict);
      }
    }
    for (std::uint32_t i = 0; i < dataset.actors.size(); ++i)
      Say(view::HeardWords(library_, ActorId(i)));
  }

  const Library& library_;
  Answers answers_, beside_, before_;
  std::set<std::string> sentences_;
};

}  // namespace

std::vector<std::string> SentencesOf(const Library& library) { return Reader(library).Run(); }

int RunSay(const SayOptions& options, const Console& console) {
  Opened<Dataset> opened = OpenDataset(options.common, console);
  if (!opened.value) return opened.exit_code;
  const Library library(*std::move(opened.value));
  const std::vector<std::string> sentences = SentencesOf(library);
  if (options.common.json) {
    Json json = Json::array();
    for (const std::string& sentence : sentences) json.push_back(sentence);
    Print(console, json);
    return kFine;
  }
  for (const std::string& sentence : sentences) console.out(VisibleText(sentence) + "\n");
  return kFine;
}

}  // namespace proviso::cli
