#include "tests/support/say.h"

#include <cstdio>
#include <cstdlib>
#include <map>
#include <sstream>
#include <tuple>

namespace proviso::test {
namespace {

std::string Trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(" \t") - begin + 1));
}

std::vector<std::string> Split(std::string_view text, char at) {
  std::vector<std::string> parts;
  for (;;) {
    const std::size_t cut = text.find(at);
    if (!Trim(text.substr(0, cut)).empty()) parts.push_back(Trim(text.substr(0, cut)));
    if (cut == std::string_view::npos) return parts;
    text.remove_prefix(cut + 1);
  }
}

/// What stands before the first `mark`, if it is there; the rest stays.
bool CutBefore(std::string* text, std::string_view mark, std::string* before) {
  const std::size_t at = text->find(mark);
  if (at == std::string::npos) return false;
  *before = Trim(std::string_view(*text).substr(0, at));
  *text = Trim(std::string_view(*text).substr(at + mark.size()));
  return true;
}

class Speaker {
 public:
  Dataset Take(std::string_view lines) {
    for (const std::string& line : Split(lines, '\n')) {
      line_ = line;
      Read(line);
    }
    FillLists();
    if (!BuildIdSlots(dataset_).empty()) Fail("an id is used twice");
    return std::move(dataset_);
  }

 private:
  [[noreturn]] void Fail(const char* why) const {
    std::fprintf(stderr, "tests/support/say: %s: %s\n", why, line_.c_str());
    std::abort();
  }

  Text Keep(std::string_view text) { return dataset_.arena.Keep(text); }

  template <class E>
  E Word(std::string_view word) {
    const auto value = ParseWord<E>(word);
    if (!value) Fail("no such word");
    return *value;
  }

  ActorId ActorNamed(const std::string& id) {
    const auto [at, fresh] =
        actors_.try_emplace(id, static_cast<std::uint32_t>(dataset_.actors.size()));
    if (fresh) {
      Actor actor;
      actor.id = actor.name = Keep(id);
      dataset_.actors.push_back(actor);
    }
    return ActorId(at->second);
  }

  PropositionId Named(const std::string& id) {
    if (id.empty() || id.find(' ') != std::string::npos) Fail("not a proposition");
    const auto [at, fresh] =
        propositions_.try_emplace(id, static_cast<std::uint32_t>(dataset_.propositions.size()));
    if (fresh) {
      Proposition proposition;
      proposition.id = proposition.label = Keep(id);
      dataset_.propositions.push_back(proposition);
    }
    return PropositionId(at->second);
  }

  Literal LiteralOf(const std::string& spelling) {
    const bool negated = !spelling.empty() && spelling[0] == '!';
    return Literal(Named(Trim(spelling.substr(negated ? 1 : 0))), negated);
  }

  std::vector<Literal> LiteralsOf(const std::string& spelling) {
    std::vector<Literal> literals;
    for (const std::string& one : Split(spelling, '&')) literals.push_back(LiteralOf(one));
    return literals;
  }

  void Read(const std::string& line) {
    std::istringstream words(line);
    std::string first;
    words >> first;
    if (first == "near") return ReadNear(words);
    if (first == "excludes") return ReadExcludes(words);
    if (first == "by") return ReadAttack(words);
    if (first == "lever" || first == "outcome") return ReadRole(first, words);
    ReadClaim(line);
  }

  void ReadRole(const std::string& role, std::istringstream& words) {
    for (std::string id; words >> id;)
      dataset_.propositions[Named(id).index()].role = Word<Role>(role);
  }

  void ReadNear(std::istringstream& words) {
    std::string from, to, how, word;
    if (!(words >> from >> word >> to >> word >> how)) Fail("near A to B as motive");
    near_[Named(from).index()].push_back({Named(to), Word<Nearness>(how)});
  }

  void ReadExcludes(std::istringstream& words) {
    std::string one, other;
    if (!(words >> one >> other)) Fail("excludes A B");
    excludes_[Named(one).index()].push_back(Named(other));
    excludes_[Named(other).index()].push_back(Named(one));
  }

  void ReadAttack(std::istringstream& words) {
    std::string who, verb, claim;
    if (!(words >> who >> verb >> claim)) Fail("by WHO attacks CLAIM");
    Relation relation;
    relation.id = Keep("r" + std::to_string(dataset_.relations.size() + 1));
    relation.type = Word<RelationType>(verb);
    relation.from = relation.to = ClaimNamed(claim);
    relation.by = ActorNamed(who);
    dataset_.relations.push_back(relation);
  }

  ClaimId ClaimNamed(const std::string& id) const {
    for (std::uint32_t i = 0; i < dataset_.claims.size(); ++i)
      if (dataset_.claims[i].id == id) return ClaimId(i);
    return {};
  }

  void ReadClaim(const std::string& line) {
    std::string rest = line;
    std::string path;
    if (!CutBefore(&rest, ":", &path)) Fail("no path");
    Claim claim;
    claim.id = Keep("c" + std::to_string(dataset_.claims.size() + 1));
    claim.gloss = Keep(line);
    std::vector<Step> steps = StepsOf(path);
    std::string options;
    if (!rest.empty() && rest.back() == ']') {
      options = rest.substr(rest.find('[') + 1);
      options.pop_back();
      rest = Trim(rest.substr(0, rest.find('[')));
    }
    const std::size_t comma = rest.find(',');
    std::string modality;
    if (comma != std::string::npos) {
      modality = Trim(rest.substr(comma + 1));
      rest = Trim(rest.substr(0, comma));
    }
    claim.modality = Modality::kWill;
    bool contrast = true;
    bool graded = false;
    for (const std::string& option : Split(options, ';')) {
      const std::size_t at = option.find('=');
      const std::string value = at == std::string::npos ? "" : option.substr(at + 1);
      const std::string key = option.substr(0, at);
      if (key == "act")
        claim.act = Word<Act>(value);
      else if (key == "kind")
        claim.kind = Word<ClaimKind>(value);
      else if (key == "evidence")
        claim.evidence = Word<Evidence>(value);
      else if (key == "hedge")
        steps.back().hedge = Keep(value);
      else if (key == "outer")
        steps.front().hedge = Keep(value);
      else if (key == "contrast")
        contrast = value != "no";
      else if (key == "graded")
        graded = true;
      else if (key == "id")
        claim.id = Keep(value);
      else
        Fail("no such option");
    }
    ReadContent(rest, contrast, graded, &claim);
    if (!modality.empty()) claim.modality = Word<Modality>(modality);
    claim.attribution = dataset_.arena.Keep(steps);
    claim.passages = dataset_.arena.Keep(std::vector<PassageId>{PassageFor(steps.front().actor)});
    dataset_.claims.push_back(claim);
  }

  std::vector<Step> StepsOf(const std::string& path) {
    std::vector<Step> steps;
    for (const std::string& part : Split(path, '>')) {
      std::istringstream words(part);
      std::string actor, stance;
      words >> actor >> stance;
      Step step;
      step.actor = ActorNamed(actor);
      step.stance = stance.empty() ? Stance::kAsserts : Word<Stance>(stance);
      steps.push_back(step);
    }
    if (steps.empty() || steps.back().stance != Stance::kAsserts) Fail("no holder");
    return steps;
  }

  PassageId PassageFor(ActorId author) {
    const auto [at, fresh] = documents_.try_emplace(
        author.index(), static_cast<std::uint32_t>(dataset_.documents.size()));
    if (fresh) {
      Document document;
      document.id = Keep("d-" + std::string(dataset_[author].id));
      document.title = document.id;
      document.creators = dataset_.arena.Keep(std::vector<ActorId>{author});
      dataset_.documents.push_back(document);
    }
    Passage passage;
    passage.id = Keep("p" + std::to_string(dataset_.passages.size() + 1));
    passage.document = DocumentId(at->second);
    passage.paragraph = static_cast<std::uint32_t>(dataset_.passages.size() + 1);
    passage.start = passage.paragraph * 100;
    passage.end = passage.start + 90;
    dataset_.passages.push_back(passage);
    return PassageId(static_cast<std::uint32_t>(dataset_.passages.size() - 1));
  }

  RecordRef Ranked(const std::string& name) {
    if (const ClaimId claim = ClaimNamed(name))
      return {Table::kConditions, dataset_[claim].about.condition.index()};
    return {Table::kPropositions, Named(name).index()};
  }

  void ReadContent(std::string text, bool contrast, bool graded, Claim* claim) {
    std::istringstream words(text);
    std::string first, more, over, less;
    words >> first;
    if (first == "rank") {
      words >> more >> over >> less;
      claim->about.kind = AboutKind::kComparison;
      claim->about.more = Ranked(more);
      if (!less.empty()) claim->about.less = Ranked(less);
      claim->modality = Modality::kStated;
      return;
    }
    const auto form = ParseWord<Form>(first);
    if (!form) {
      claim->about.kind = AboutKind::kProposition;
      claim->about.literal = LiteralOf(text);
      return;
    }
    std::string from = text.substr(first.size());
    std::string antecedents, to;
    if (!CutBefore(&from, "->", &antecedents)) Fail("no arrow");
    Condition link;
    link.form = *form;
    link.contrast = contrast;
    link.graded = graded;
    std::vector<Literal> unless;
    if (CutBefore(&from, " unless ", &to)) {
      unless = LiteralsOf(from);
    } else {
      to = from;
    }
    const std::vector<Literal> ante = LiteralsOf(antecedents);
    link.antecedents = dataset_.arena.Keep(ante);
    link.unless = dataset_.arena.Keep(unless);
    link.consequent = LiteralOf(to);
    const auto key = std::tuple(link.form, ante, unless, link.consequent, contrast, graded);
    const auto [at, fresh] =
        links_.try_emplace(key, static_cast<std::uint32_t>(dataset_.conditions.size()));
    if (fresh) {
      link.id = Keep("k" + std::to_string(dataset_.conditions.size() + 1));
      dataset_.conditions.push_back(link);
    }
    claim->about.kind = AboutKind::kCondition;
    claim->about.condition = ConditionId(at->second);
    if (*form != Form::kIf && *form != Form::kOnlyIf && *form != Form::kEvenIf)
      claim->modality = Modality::kStated;
  }

  void FillLists() {
    for (auto& [at, near] : near_) dataset_.propositions[at].near = dataset_.arena.Keep(near);
    for (auto& [at, partners] : excludes_)
      dataset_.propositions[at].excludes = dataset_.arena.Keep(partners);
  }

  using LinkKey = std::tuple<Form, std::vector<Literal>, std::vector<Literal>, Literal, bool, bool>;

  Dataset dataset_;
  std::string line_;
  std::map<std::string, std::uint32_t> actors_, propositions_;
  std::map<std::uint32_t, std::uint32_t> documents_;
  std::map<LinkKey, std::uint32_t> links_;
  std::map<std::uint32_t, std::vector<Near>> near_;
  std::map<std::uint32_t, std::vector<PropositionId>> excludes_;
};

}  // namespace

Dataset Say(std::string_view lines) { return Speaker().Take(lines); }

Literal Lit(const Dataset& dataset, std::string_view spelling) {
  const bool negated = !spelling.empty() && spelling[0] == '!';
  const RecordRef record = dataset.Find(spelling.substr(negated ? 1 : 0));
  if (!record || record.table != Table::kPropositions) {
    std::fprintf(stderr, "tests/support/say: no proposition %.*s\n",
                 static_cast<int>(spelling.size()), spelling.data());
    std::abort();
  }
  return Literal(PropositionId(record.index), negated);
}

std::vector<Literal> Lits(const Dataset& dataset, std::string_view spellings) {
  std::vector<Literal> literals;
  for (const std::string& one : Split(spellings, ' ')) literals.push_back(Lit(dataset, one));
  return literals;
}

}  // namespace proviso::test
