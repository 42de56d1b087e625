#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>
#include <vector>

namespace proviso {

/// True if the first thing comes before the second; `context` is the caller's.
using ComesBefore = bool (*)(const void* a, const void* b, const void* context);

/// Puts `count` things of `size` bytes each in order; equal ones keep theirs. They are copied as
/// bytes.
///
/// Cost: n log n comparisons through a pointer. One machine code for all sorts that are not hot:
/// what a template makes anew for every type and order was a good part of a page's download.
void SortBytes(void* things, std::size_t count, std::size_t size, ComesBefore before,
               const void* context);

/// Sorts what stands between two pointers and owns no memory; equal elements stay in order.
template <class T, class Before>
void SortRange(T* begin, T* end, const Before& before) {
  static_assert(std::is_trivially_copyable_v<T>);
  SortBytes(
      begin, static_cast<std::size_t>(end - begin), sizeof(T),
      [](const void* a, const void* b, const void* context) {
        return static_cast<bool>((*static_cast<const Before*>(context))(*static_cast<const T*>(a),
                                                                        *static_cast<const T*>(b)));
      },
      &before);
}

/// Sorts a vector, equal elements staying in order, where speed matters less than size. Where a
/// large dataset is sorted while somebody waits: std::sort.
template <class T, class Before>
void SortList(std::vector<T>* list, const Before& before) {
  if constexpr (std::is_trivially_copyable_v<T>) {
    SortRange(list->data(), list->data() + list->size(), before);
  } else {
    // What owns memory is not moved as bytes: its places are sorted, then it is moved once.
    std::vector<const T*> places;
    for (const T& one : *list) places.push_back(&one);
    SortList(&places, [&before](const T* a, const T* b) { return before(*a, *b); });
    std::vector<T> sorted;
    sorted.reserve(list->size());
    for (const T* place : places)
      sorted.push_back(std::move((*list)[static_cast<std::size_t>(place - list->data())]));
    list->swap(sorted);
  }
}

/// The same by the elements' own order.
template <class T>
void SortList(std::vector<T>* list) {
  SortList(list, [](const T& a, const T& b) { return a < b; });
}

}  // namespace proviso
