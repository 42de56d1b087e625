#include "core/query/facet_value.h"

#include <catch2/catch_test_macros.hpp>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "tests/core/query/shown_facets.h"

namespace proviso::query {
namespace {

TEST_CASE("a claim counts for what it speaks of, and apart for what that is near to",
          "[query][facets]") {
  DatasetMaker make;
  const ActorId actor = make.AddActor("Actor");
  const PassageId passage = make.AddPassage(make.AddDocument("Title"));
  const PropositionId act = make.AddProposition("The act");
  const PropositionId motive = make.AddProposition("A motive for it");
  const PropositionId cause = make.AddProposition("A cause");
  make.dataset().propositions[motive.index()].near = make.Keep({Near{act, Nearness::kMotive}});
  const auto about = [&](Literal literal) {
    make[make.AddClaim(actor, passage)].about.literal = literal;
  };
  about(Literal(act, true));
  about(Literal(motive));
  const ConditionId link = make.AddCondition(Form::kRaises, {Literal(cause)}, Literal(motive));
  const ConditionId both = make.AddCondition(Form::kIf, {Literal(motive)}, Literal(act));
  for (const ConditionId id : {link, both}) {
    Claim& claim = make[make.AddClaim(actor, passage)];
    claim.about.kind = AboutKind::kCondition;
    claim.about.condition = id;
  }
  make[make.AddClaim(actor, passage)].about.kind = AboutKind::kQuantity;
  const Dataset& dataset = make.dataset();
  const FacetTable table(dataset);
  CHECK(Shown(table, {}, Facet::kProposition) == Strings{"none=1", "x1=4", "x2=3", "x3=1"});
  ClaimFilter filter;
  Of(filter, Facet::kProposition) = {"x1"};
  CHECK(Found(table, filter) == Numbers{0, 1, 2, 3});
  const auto near_of = [&](const ClaimFilter& under) {
    const auto counted = table.Count(under);
    return counted[static_cast<std::size_t>(Facet::kProposition)][1].near;
  };
  CHECK(near_of({}) == 2);
  ClaimFilter raises;
  Of(raises, Facet::kForm) = {"raises"};
  CHECK(near_of(raises) == 1);

  CHECK(NearMatterOf(dataset, dataset.claims[0], act).itself);
  CHECK(NearMatterOf(dataset, dataset.claims[3], act).itself);
  const NearMatter near = NearMatterOf(dataset, dataset.claims[2], act);
  CHECK_FALSE(near.itself);
  CHECK(near.about == motive);
  CHECK(near.how == Nearness::kMotive);
  // The other way nothing is near: what bears on the act is not about its motive.
  CHECK_FALSE(NearMatterOf(dataset, dataset.claims[0], motive).about);
}

TEST_CASE("of several near matters the first that a claim speaks of is named", "[query][facets]") {
  DatasetMaker make;
  const ActorId actor = make.AddActor("Actor");
  const PassageId passage = make.AddPassage(make.AddDocument("Title"));
  const PropositionId act = make.AddProposition("The act");
  const PropositionId motive = make.AddProposition("A motive for it");
  const PropositionId wider = make.AddProposition("Something wider");
  make.dataset().propositions[motive.index()].near = make.Keep({Near{act, Nearness::kMotive}});
  make.dataset().propositions[wider.index()].near = make.Keep({Near{act, Nearness::kWider}});
  const ConditionId link = make.AddCondition(Form::kIf, {Literal(wider)}, Literal(motive));
  make.dataset().conditions[link.index()].unless = make.Keep({Literal(act)});
  Claim& claim = make[make.AddClaim(actor, passage)];
  claim.about.kind = AboutKind::kCondition;
  claim.about.condition = link;
  // The consequent comes first; an exception is spoken of like anything else.
  CHECK(PropositionsOf(make.dataset(), claim) == std::vector<PropositionId>{motive, wider, act});
  CHECK(NearMatterOf(make.dataset(), claim, act).itself);
  make.dataset().conditions[link.index()].unless = {};
  CHECK(NearMatterOf(make.dataset(), claim, act).about == motive);
}

TEST_CASE("the direction of a link is that of its words, whatever its form", "[query][facets]") {
  DatasetMaker make;
  const ActorId actor = make.AddActor("Actor");
  const PassageId passage = make.AddPassage(make.AddDocument("Title"));
  const Literal a(make.AddProposition("A")), c(make.AddProposition("C"));
  struct Case {
    Form form;
    Literal from, to;
    Modality modality;
    const char* direction;
  };
  const Case cases[] = {{Form::kIf, a, c, Modality::kLikely, "more"},
                        {Form::kIf, a, !c, Modality::kLikely, "less"},
                        {Form::kIf, !a, c, Modality::kLikely, "more"},
                        {Form::kIf, a, c, Modality::kEven, "none"},
                        {Form::kIf, a, c, Modality::kUncommitted, "none"},
                        {Form::kOnlyIf, a, c, Modality::kWill, "more"},
                        {Form::kRaises, a, !c, Modality::kStated, "less"},
                        {Form::kLowers, a, c, Modality::kStated, "less"},
                        {Form::kLowers, a, !c, Modality::kStated, "more"},
                        {Form::kNoEffect, a, c, Modality::kStated, "no-effect"},
                        {Form::kEvenIf, a, c, Modality::kWill, "no-effect"},
                        {Form::kBearsOn, a, c, Modality::kStated, "not-said"},
                        {Form::kExplains, a, c, Modality::kStated, "more"},
                        {Form::kExplains, !a, c, Modality::kStated, "less"},
                        {Form::kExplains, !a, !c, Modality::kStated, "more"}};
  for (const Case& one : cases) {
    Claim& claim = make[make.AddClaim(actor, passage)];
    claim.about.kind = AboutKind::kCondition;
    claim.about.condition = make.AddCondition(one.form, {one.from}, one.to);
    claim.modality = one.modality;
  }
  ClaimValues of;
  for (std::size_t i = 0; i < std::size(cases); ++i) {
    CAPTURE(i);
    GetValues(make.dataset(), make.dataset().claims[i], Facet::kDirection, &of);
    CHECK(of.values == std::vector<std::string_view>{cases[i].direction});
  }
  // Read without contrast, an "if" says how likely, and nothing of a difference that it makes.
  make.dataset().conditions[0].contrast = false;
  GetValues(make.dataset(), make.dataset().claims[0], Facet::kDirection, &of);
  CHECK(of.values == std::vector<std::string_view>{"none"});
}

TEST_CASE("a claim is told as each of those before its holder tells it", "[query][facets]") {
  DatasetMaker make;
  const ActorId actor = make.AddActor("Actor");
  const PassageId passage = make.AddPassage(make.AddDocument("Title"));
  const auto chain = [&](std::initializer_list<Stance> stances) {
    std::vector<Step> steps;
    for (const Stance stance : stances) steps.push_back({actor, stance, {}, {}, {}});
    make[make.AddClaim(actor, passage)].attribution = make.dataset().arena.Keep(steps);
  };
  chain({Stance::kAsserts});
  chain({Stance::kReports, Stance::kDoubts, Stance::kAsserts});
  chain({Stance::kReports, Stance::kReports, Stance::kAsserts});
  const FacetTable table(make.dataset());
  CHECK(Shown(table, {}, Facet::kStance) == Strings{"asserts=1", "doubts=1", "reports=2"});
}

TEST_CASE("no evidence coded is not the word that there is none", "[query][facets]") {
  DatasetMaker make = ThreeClaims();
  make[ClaimId(1)].evidence = Evidence::kNoEvidence;
  make[ClaimId(1)].given.add(Claim::kEvidence);
  const FacetTable table(make.dataset());
  CHECK(Shown(table, {}, Facet::kEvidence) == Strings{"no-evidence=1", "none=2"});
}

TEST_CASE("a value's total is its count without any filter", "[query][facets]") {
  DatasetMaker make = ThreeClaims();
  const FacetTable table(make.dataset());
  ClaimFilter filter;
  Of(filter, Facet::kHolder) = {"a2"};
  Of(filter, Facet::kModality) = {"stated"};
  const auto filtered = table.Count(filter), all = table.Count({});
  for (std::size_t f = 0; f < kFacetCount; ++f)
    for (std::size_t i = 0; i < all[f].size(); ++i) CHECK(filtered[f][i].total == all[f][i].count);
}

}  // namespace
}  // namespace proviso::query
