#include "core/views/map/model.h"

#include <algorithm>

#include "core/base/sort.h"
#include "core/state/change_words.h"
#include "core/voice/answer_words.h"
#include "core/voice/order.h"
#include "core/voice/phrases.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

bool ReadIn(const Claim& claim) {
  return std::any_of(claim.inferred.begin(), claim.inferred.end(), [](Inferred what) {
    return what == Inferred::kSign || what == Inferred::kLink;
  });
}

std::string_view WordOf(Form form) {
  switch (form) {
    case Form::kOnlyIf:
      return Key("only if##on an arrow");
    case Form::kEvenIf:
      return Key("even if##on an arrow");
    case Form::kExplains:
      return Key("explains##on an arrow");
    case Form::kBearsOn:
      return Key("bears on##on an arrow");
    case Form::kNoEffect:
      return Key("no effect##on an arrow");
    default:
      return {};
  }
}

/// The words of one map.
class Writer {
 public:
  Writer(const Library& library, const Session& session, const MapGraph& graph,
         const MapLight& light)
      : library_(library),
        data_(library.dataset),
        say_(library.say),
        state_(session.state),
        graph_(graph),
        light_(light) {}

  MapModel Write(const std::vector<ActorId>& voices, bool listed) {
    model_.title = say_("From conditions to the outcome");
    model_.subtitle = say_(
        "One arrow is one link that a voice makes. Heavy: it carries what you suppose. Dashed: "
        "read "
        "in by the coders, or reported, not shared. Dotted: close to the outcome, but not the "
        "act.");
    model_.letters = data_.documents.size() > 1;
    model_.supposed = !state_.on.empty() || !state_.off.empty();
    if (graph_.cut)
      model_.subtitle =
          say_("{0} {1}##sentences",
               {say_("Too much leads there: only the nearest is drawn."), model_.subtitle});
    AddNodes();
    for (std::uint32_t i = 0; i < graph_.arrows.size(); ++i) AddArrow(i);
    model_.rows = Rows(true);
    model_.list = Rows(false);
    AddTools(voices, listed);
    AddBreak();
    return std::move(model_);
  }

 private:
  std::string LabelOf(const MapEnd& end) const { return MapLabel(library_, graph_, end.node); }

  std::string Words(const std::vector<MapEnd>& ends, std::string_view last = "{0} and {1}") const {
    std::vector<std::string> words;
    for (const MapEnd& end : ends)
      words.push_back(say_(end.negated ? "not “{0}”" : "“{0}”", {LabelOf(end)}));
    return say_.Join(words, last);
  }

  void AddNodes() {
    for (std::uint32_t i = 0; i < graph_.nodes.size(); ++i) {
      const Proposition& p = data_[graph_.nodes[i]];
      MapNode node;
      node.id = p.id;
      node.label = MapLabel(library_, graph_, i);
      node.outcome = graph_.nodes[i] == graph_.target;
      if (std::find(graph_.near.begin(), graph_.near.end(), i) != graph_.near.end())
        for (const Near& near : p.near)
          if (near.to == graph_.target) {
            node.caption = say_(NearKey(near.how));
            node.brings = say_.Inside(NearKey(near.how));
            if (graph_.turned[i] == 0) node.label = say_.Capital(ShortName(data_, graph_.nodes[i]));
          }
      node.lever = LeverOf(state_, p.id);
      node.reached = i < light_.nodes.size() && light_.nodes[i] != 0;
      node.selected = state_.selection == p.id;
      node.select = Select{node.id};
      node.name = node.label;
      if (node.outcome) node.name = say_("Outcome: {0}", {node.name});
      if (node.lever != Lever::kOpen) {
        node.as_said = (node.lever == Lever::kOn) == (graph_.turned[i] == 0);
        node.name = say_(node.as_said ? "If “{0}”, as you suppose" : "If not “{0}”, as you suppose",
                         {node.label});
      }
      if (!node.caption.empty()) node.name = say_("{0}. {1}", {node.name, node.caption});
      if (node.reached && !node.outcome)
        node.name = say_("{0}. What you suppose is carried here", {node.name});
      model_.nodes.push_back(std::move(node));
    }
  }

  std::string Sentence(const MapArrow& arrow, const Condition& link) const {
    const bool one = arrow.tails.size() <= 1;
    std::string_view key;
    switch (link.form) {
      case Form::kIf:
        key = Key("If {0}, then {1}");
        break;
      case Form::kOnlyIf:
        key = Key("{1} only if {0}");
        break;
      case Form::kEvenIf:
        key = Key("{1} even if {0}");
        break;
      case Form::kRaises:
        key = one ? Key("{0} raises {1}") : Key("{0} raise {1}");
        break;
      case Form::kLowers:
        key = one ? Key("{0} lowers {1}") : Key("{0} lower {1}");
        break;
      case Form::kNoEffect:
        key = one ? Key("{0} makes no difference to {1}") : Key("{0} make no difference to {1}");
        break;
      case Form::kBearsOn:
        key = one ? Key("{0} bears on {1}, which way is not said")
                  : Key("{0} bear on {1}, which way is not said");
        break;
      case Form::kExplains:
        key = one ? Key("{0} explains {1} afterwards") : Key("{0} explain {1} afterwards");
        break;
    }
    const std::string words = say_(key, {Words(arrow.tails), Words(arrow.heads)});
    return arrow.unless.empty()
               ? words
               : say_("{0}, unless {1}", {words, Words(arrow.unless, Key("{0} or {1}"))});
  }

  std::string Names(const std::vector<ActorId>& actors) const { return MapNames(library_, actors); }

  void AddArrow(std::uint32_t index) {
    const MapArrow& arrow = graph_.arrows[index];
    const Condition& link = data_[arrow.condition];
    const auto all = [&](const auto& holds) {
      return std::all_of(arrow.claims.begin(), arrow.claims.end(),
                         [&](ClaimId id) { return holds(data_[id]); });
    };
    const bool read_in = all(ReadIn), played_down = all(KeptApart);
    const bool open = all([](const Claim& claim) {
      return claim.modality == Modality::kUncommitted || claim.modality == Modality::kEven;
    });
    MapArrowWords words;
    words.id = link.id;
    words.sign.sign = SignOf(link);
    // Read strictly, "if" says how likely and makes no difference by itself.
    if (state_.strict && link.form == Form::kIf) words.sign.sign = Sign::kLevel;
    const MapEnd& head = arrow.heads[0];
    if (link.form == Form::kExplains)
      words.sign.sign = head.negated ? Sign::kLess : Sign::kMore;
    else if (graph_.turned[head.node] != 0)
      words.sign.sign = Flipped(words.sign.sign);
    words.sign.inferred = read_in;
    words.sign.not_held = all(Rejected);
    words.sign.words = say_(Label(words.sign.sign));
    const std::string_view word = WordOf(link.form);
    words.word = open ? say_("left open") : word.empty() ? std::string() : say_(word);
    words.voice = arrow.holders.size() == 1
                      ? std::string(data_[arrow.holders[0]].name)
                      : say_.Counted(arrow.holders.size(), "{0} voice", "{0} voices");
    std::vector<std::string> tails, bars;
    for (const MapEnd& end : arrow.tails)
      tails.push_back(end.negated ? say_("not “{0}”", {LabelOf(end)}) : LabelOf(end));
    for (const MapEnd& end : arrow.unless)
      bars.push_back(end.negated ? say_("not “{0}”", {LabelOf(end)}) : say_.Quoted(LabelOf(end)));
    words.from = say_.Join(tails);
    if (!bars.empty())
      words.from = say_("{0}, unless {1}", {words.from, say_.Join(bars, Key("{0} or {1}"))});
    const bool one_voice = arrow.holders.size() == 1 && !IsPlural(data_[arrow.holders[0]]);
    words.sentence = say_(one_voice ? "{0}, says {1}" : "{0}, say {1}",
                          {say_.Capital(Sentence(arrow, link)), Names(arrow.holders)});
    const ClaimId nearest = *std::min_element(
        arrow.claims.begin(), arrow.claims.end(),
        [this](ClaimId a, ClaimId b) { return OrderOf(library_, a) < OrderOf(library_, b); });
    words.firmness = StrengthOf(library_, data_[nearest]).words;
    words.label = data_[data_[nearest].holder()].name;
    if (arrow.holders.size() > 1)
      words.label =
          say_("{0} and {1} more", {words.label, std::to_string(arrow.holders.size() - 1)});
    if (const Step* doubt = DoubtOf(data_[nearest]); doubt != nullptr && words.sign.not_held)
      words.label =
          say_("{0}, {1}",
               {words.label, say_.Inside(StanceBy(data_, doubt->stance, doubt->actor, say_))});
    words.brings =
        !words.word.empty() && link.form != Form::kBearsOn && link.form != Form::kNoEffect
            ? words.word
        : link.form == Form::kIf      ? say_.Inside(words.firmness)
        : link.form == Form::kBearsOn ? say_("way not said")
                                      : say_.Inside(Label(words.sign.sign));
    std::vector<std::string> places;
    // Where whoever is named says so comes first.
    for (const bool first : {true, false})
      for (const ClaimId id : arrow.claims)
        for (Ref& ref : RefsOf(library_, data_[id])) {
          if ((id == nearest) != first) continue;
          places.push_back(ref.words);
          words.refs.push_back(std::move(ref));
        }
    words.name = words.sentence;
    if (!places.empty()) words.name = say_("{0} ({1})", {words.name, say_.Join(places)});
    if (open) words.name = say_("{0}. Left open", {words.name});
    if (read_in) words.name = say_("{0}. Read in by the coders", {words.name});
    if (played_down) words.name = say_("{0}. Reported, not shared", {words.name});
    if (index < light_.arrows.size() && !light_.arrows[index].empty()) {
      words.heavy = true;
      words.name =
          say_("{0}. Carries what you suppose, for {1}", {words.name, Names(light_.arrows[index])});
    }
    words.dashed = read_in || played_down || open;
    words.dashed_why =
        say_.Chain(Key("{0}, {1}"), {read_in ? say_("read in by the coders") : std::string(),
                                     played_down ? say_("reported, not shared") : std::string()});
    words.selected = state_.selection == link.id;
    words.select = Select{words.id};
    model_.arrows.push_back(std::move(words));
  }

  /// Lines under each other, depth first from the outcome.
  std::vector<MapRow> Rows(bool nodes_too) const {
    std::vector<MapRow> rows;
    if (graph_.nodes.empty() || model_.nodes.empty()) return rows;
    std::vector<std::vector<std::uint32_t>> into(graph_.nodes.size());
    // In the order of lanes; and steps before the outcome where the first of theirs stands.
    std::vector<std::uint32_t> order, near = graph_.near;
    std::vector<std::uint32_t> first(graph_.nodes.size(), kNoMapIndex);
    for (std::uint32_t i = 0; i < graph_.lanes.lanes.size(); ++i) {
      const MapLane& lane = graph_.lanes.lanes[i];
      if (lane.arrow != kNoMapIndex) order.push_back(lane.arrow);
      if (lane.step != kNoMapIndex) first[lane.step] = std::min(first[lane.step], i);
    }
    SortList(&near, [&first](std::uint32_t a, std::uint32_t b) { return first[a] < first[b]; });
    for (const MapFeeder& feeder : graph_.lanes.feeders) order.push_back(feeder.arrow);
    for (const std::uint32_t i : order)
      for (const MapEnd& head : graph_.arrows[i].heads) into[head.node].push_back(i);
    std::vector<std::uint8_t> seen(graph_.nodes.size(), 0), listed(graph_.arrows.size(), 0);
    std::vector<MapRow> open;  // To come, the next one last.
    const auto add_all = [&open](std::vector<MapRow> under) {
      for (std::size_t i = 0; i < under.size(); ++i) {
        under[i].pos = static_cast<std::uint32_t>(i) + 1;
        under[i].size = static_cast<std::uint32_t>(under.size());
      }
      open.insert(open.end(), under.rbegin(), under.rend());
    };
    const auto collect = [&](std::uint32_t node, std::uint16_t level, std::vector<MapRow>* under) {
      for (const std::uint32_t arrow : into[node])
        if (listed[arrow] == 0) {
          listed[arrow] = 1;
          under->push_back({true, arrow, level, 1, 1});
        }
    };
    for (std::uint32_t i = 0; i < graph_.nodes.size(); ++i)
      if (graph_.nodes[i] == graph_.target) {
        seen[i] = 1;
        open.push_back({false, i, 1, 1, 1});
      }
    while (!open.empty()) {
      const MapRow row = open.back();
      open.pop_back();
      rows.push_back(row);
      const auto level = static_cast<std::uint16_t>(row.level + 1);
      std::vector<MapRow> under;
      if (!row.arrow) {
        collect(row.index, level, &under);
        if (model_.nodes[row.index].outcome)
          for (const std::uint32_t step : near)
            if (seen[step] == 0) {
              seen[step] = 1;
              under.push_back({false, step, level, 1, 1});
            }
      } else {
        const MapArrow& arrow = graph_.arrows[row.index];
        for (const std::vector<MapEnd>* ends : {&arrow.tails, &arrow.unless, &arrow.heads})
          for (const MapEnd& end : *ends) {
            if (seen[end.node] != 0) continue;
            seen[end.node] = 1;
            if (nodes_too)
              under.push_back({false, end.node, level, 1, 1});
            else
              collect(end.node, level, &under);
          }
      }
      add_all(std::move(under));
    }
    return rows;
  }

  void AddTools(const std::vector<ActorId>& voices, bool listed) {
    Choice arrows = ArrowsChoice(library_, state_, voices);
    if (arrows.values.size() > 1) model_.choices.push_back(std::move(arrows));
    if (std::optional<Choice> steps = ChoiceOf(library_, state_, "steps"))
      model_.choices.push_back(std::move(*steps));
    ViewState other = state_;
    other.as_list = !listed;
    other.camera = {};
    model_.list_or_drawing = {"list", say_(listed ? "Draw it" : "As a list"),
                              SetState{std::move(other)}, "", false};
  }

  bool Filtered() const {
    return !state_.claims.empty() || !state_.arrows.empty() || state_.steps != 0;
  }

  void OfferAll() {
    if (Filtered())
      model_.remedy =
          Action{"show-all", say_("Show everybody’s arrows"), SetState{WholeMap(state_)}, "", true};
  }

  void AddBreak() {
    if (!graph_.target) {
      model_.empty = say_("This dataset has no outcome to draw a map for.");
      return;
    }
    if (graph_.arrows.empty()) {
      model_.empty = say_(Filtered() ? "No link leads to “{0}” with what is shown."
                                     : "No link leads to “{0}” in these texts.",
                          {data_[graph_.target].label});
      OfferAll();
      return;
    }
    std::vector<PropositionId> supposed;
    for (const std::vector<std::string>* ids : {&state_.on, &state_.off})
      for (const std::string& id : *ids) {
        const RecordRef record = data_.Find(id);
        if (record && record.table == Table::kPropositions)
          supposed.push_back(PropositionId(record.index));
      }
    if (supposed.empty()) return;
    for (const PropositionId p : supposed)
      if (std::binary_search(graph_.nodes.begin(), graph_.nodes.end(), p)) return;
    bool hidden = false;
    model_.broken =
        say_("{0} {1}##sentences", {say_("No path from these conditions to this outcome."),
                                    MapBreakWords(library_, state_, supposed, &hidden)});
    if (hidden) OfferAll();
  }

  const Library& library_;
  const Dataset& data_;
  const Say& say_;
  const ViewState& state_;
  const MapGraph& graph_;
  const MapLight& light_;
  MapModel model_;
};

}  // namespace

MapModel BuildMapModel(const Library& library, const Session& session, const MapGraph& graph,
                       const std::vector<ActorId>& voices, const MapLight& light, bool listed) {
  return Writer(library, session, graph, light).Write(voices, listed);
}

}  // namespace proviso::view
