#pragma once

#include <array>
#include <string>
#include <vector>

#include "core/view/frame.h"

namespace proviso::test {

/// A frame that some reader can have on screen, and where it stands.
struct Shot {
  std::string where;  ///< "timeline c-3, dialog 4"
  view::Session session;
};

/// Every view and every dialog, with what can be selected, supposed, filtered and asked in them.
inline std::vector<Shot> Shots(const view::Library& library) {
  using view::ViewId;
  std::vector<Shot> shots;
  const auto add = [&](std::string_view link, int dialog = 0, std::string_view words = {}) {
    Shot shot;
    shot.where = std::string(link) + (dialog == 0 ? "" : ", dialog " + std::to_string(dialog));
    std::vector<view::Effect> effects;
    view::OpenLink(library, link, shot.session, effects);
    shot.session.dialog = static_cast<view::Dialog>(dialog);
    shot.session.palette_words = words;
    shots.push_back(std::move(shot));
  };
  const Dataset& data = library.dataset;
  const auto id = [](const auto& records, std::size_t i) {
    return records.empty() ? std::string() : std::string(records[i % records.size()].id);
  };
  std::vector<std::string> levers;
  for (const Proposition& p : data.propositions)
    if (p.role == Role::kLever) levers.emplace_back(p.id);
  while (levers.size() < 3) levers.emplace_back("none");
  const std::string on = "on=" + levers[0] + "," + levers[1], off = "off=" + levers[2];
  for (const std::string_view view : {"what-if", "matrix", "claims", "actors", "map", "timeline",
                                      "compare", "sources", "questions"}) {
    const std::string link = "v=" + std::string(view);
    add(link);
    add(link + "&" + on + "&" + off + "&strict=1");
    add(link + "&list=1&" + on);
    add(link + "&sel=" + id(data.claims, 2));
    add(link + "&q=nothing%20fits%20this&from=2020&to=2019");
    add(link + "&from=2023-03&to=2023-05&sel=" + id(data.events, 0));
  }
  for (const std::string& record :
       {id(data.documents, 0), id(data.passages, 1), id(data.actors, 0), id(data.actors, 3),
        levers[0], id(data.conditions, 0), id(data.claims, 5), id(data.relations, 0),
        id(data.events, 1), id(data.quantities, 0), id(data.topics, 0), id(data.questions, 0),
        std::string("gone"), id(data.actors, 0) + "~" + levers[0],
        id(data.actors, 0) + "~" + id(data.actors, 1), std::string("gone~gone")})
    for (const std::string_view view : {"claims", "matrix", "map"})
      add("v=" + std::string(view) + "&sel=" + record);
  for (std::size_t i = 0; i < data.claims.size(); i += 19)
    add("v=claims&sel=" + id(data.claims, i));
  for (std::size_t i = 0; i < data.actors.size() && i < 9; ++i)
    add("v=what-if&" + on + "&why=" + id(data.actors, i));
  for (const std::string_view more :
       {"cols=propositions&rows=document", "cols=propositions&rows=kind&order=similarity",
        "rows=topic&hide-silent=1", "min=3", "min=99"})
    add("v=matrix&" + std::string(more));
  for (const std::string_view more : {"group=topic&sort=holder", "group=document", "group=holder"})
    add("v=claims&" + std::string(more));
  for (const std::string_view more : {"verdict=contradict", "verdict=only-a", "verdict=agree"})
    add("v=compare&" + std::string(more));
  add("v=compare&a=" + id(data.actors, 0) + "&b=" + id(data.actors, 1));
  add("v=compare&a=gone");
  add("v=sources&doc=" + id(data.documents, 1));
  add("v=sources&doc=gone");
  add("v=questions&step=gone&list=1");
  for (std::size_t i = 0; i < data.questions.size(); ++i)
    add("v=questions&step=" + id(data.questions, i));
  add("v=what-if&" + on + "&beside=1&beside-on=" + levers[2] + "&name=Calm&why=gone");
  add("v=outline&x=1&x=2&what=is&on=gone&" + off);
  add("v=map&steps=1&arrows=" + id(data.actors, 0) + "&" + on);
  for (int dialog = 1; dialog <= 11; ++dialog) add("v=claims&" + on + "&" + off, dialog);
  for (const std::string_view words : {"a", "b 1", "qqqqqq", ">", "@", "#", ">the"})
    add("v=claims", 1, words);
  return shots;
}

}  // namespace proviso::test
