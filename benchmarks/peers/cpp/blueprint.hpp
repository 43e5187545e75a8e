// A graph for every peer to build in its own way, and what its tasks do: the digests of Value.java.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <vector>

using Digest = std::uint64_t;

constexpr Digest MIX = 0x9E3779B97F4A7C15u;

// Task i depends on dependencies[start[i]] .. dependencies[start[i + 1] - 1], all lower than i. The last task is the
// root.
struct Blueprint {
    std::vector<int> start{0};
    std::vector<int> dependencies;

    int size() const { return static_cast<int>(start.size()) - 1; }

    int count(int task) const { return start[task + 1] - start[task]; }

    int add(std::initializer_list<int> on) { return add(std::vector<int>(on)); }

    int add(const std::vector<int>& on) {
        dependencies.insert(dependencies.end(), on.begin(), on.end());
        start.push_back(static_cast<int>(dependencies.size()));
        return size() - 1;
    }
};

// What task i gives, once its dependencies have theirs.
inline Digest call(const Blueprint& graph, const Digest* results, int i) {
    const int* on = graph.dependencies.data() + graph.start[i];
    switch (graph.count(i)) {
        case 0: return Digest(i) * MIX + 1;
        case 1: return (results[on[0]] ^ results[on[0]] >> 29) * MIX + 2;
        case 2: return (results[on[0]] * 31 + results[on[1]]) * MIX + 3;
        case 3: return ((results[on[0]] * 31 + results[on[1]]) * 31 + results[on[2]]) * MIX + 4;
        default: break;
    }
    Digest sum = 5;
    for (int k = 0; k < graph.count(i); k++) {
        sum = sum * 31 + results[on[k]];
    }
    return sum * MIX;
}

// The results of all tasks, one after the other.
inline std::vector<Digest> loop(const Blueprint& graph) {
    std::vector<Digest> results(graph.size());
    for (int i = 0; i < graph.size(); i++) {
        results[i] = call(graph, results.data(), i);
    }
    return results;
}
