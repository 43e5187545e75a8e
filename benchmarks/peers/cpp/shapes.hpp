// The six shapes, task for task and edge for edge those of Shape.java: the same digest of the root says so.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "blueprint.hpp"

namespace shapes {

constexpr int LAYERS = 100;

// java.util.Random, whose sequence is part of its specification.
class JavaRandom {
    static constexpr std::uint64_t MASK = (std::uint64_t(1) << 48) - 1;
    std::uint64_t seed;

    std::int64_t next() {
        seed = (seed * 0x5DEECE66D + 0xB) & MASK;
        return static_cast<std::int64_t>(seed >> 17);
    }

public:
    explicit JavaRandom(std::uint64_t seed) : seed((seed ^ 0x5DEECE66D) & MASK) {}

    int below(std::int32_t bound) {
        std::int64_t bits = next();
        if ((bound & (bound - 1)) == 0) {
            return static_cast<int>(bound * bits >> 31);
        }
        while (bits - bits % bound + bound - 1 > INT32_MAX) {
            bits = next();
        }
        return static_cast<int>(bits % bound);
    }

    std::vector<int> shuffled(std::vector<int> numbers) {
        for (int i = static_cast<int>(numbers.size()) - 1; i > 0; i--) {
            std::swap(numbers[i], numbers[below(i + 1)]);
        }
        return numbers;
    }
};

inline std::vector<int> range(int from, int to, int step = 1) {
    std::vector<int> numbers;
    for (int i = from; i < to; i += step) {
        numbers.push_back(i);
    }
    return numbers;
}

inline Blueprint fan(int n) {
    Blueprint graph;
    for (int i = 0; i < n - 1; i++) {
        graph.add({});
    }
    graph.add(range(0, n - 1));
    return graph;
}

inline Blueprint chain(int n) {
    Blueprint graph;
    graph.add({});
    for (int i = 1; i < n; i++) {
        graph.add({i - 1});
    }
    return graph;
}

inline Blueprint tree(int n) {
    Blueprint graph;
    std::vector<int> level;
    for (int i = 0; i < n / 2; i++) {
        level.push_back(graph.add({}));
    }
    while (level.size() > 1) {
        std::vector<int> above;
        for (std::size_t i = 0; i < level.size(); i += 2) {
            above.push_back(i + 1 < level.size() ? graph.add({level[i], level[i + 1]}) : level[i]);
        }
        level = above;
    }
    return graph;
}

inline Blueprint wave(int n) {
    Blueprint graph;
    int side = static_cast<int>(std::sqrt(n));
    for (int i = 0; i < side * side; i++) {
        bool above = i >= side, left = i % side > 0;
        graph.add(above && left ? std::vector<int>{i - side, i - 1}
                  : above       ? std::vector<int>{i - side}
                  : left        ? std::vector<int>{i - 1}
                                : std::vector<int>{});
    }
    return graph;
}

inline Blueprint layer(int n) {
    Blueprint graph;
    JavaRandom random(n);
    int width = std::max(1, n / LAYERS);
    for (int i = 0; i < width; i++) {
        graph.add({});
    }
    for (int first = 0; first < width * (LAYERS - 1); first += width) {
        for (int needed : random.shuffled(range(first, first + width))) {
            int a = first + random.below(width), b = first + random.below(width);
            graph.add({needed, a, b});
        }
    }
    graph.add(range(width * (LAYERS - 1), width * LAYERS));
    return graph;
}

inline Blueprint pipe(int n) {
    Blueprint graph;
    for (int i = 0; i < n / 2; i++) {
        int loaded = graph.add({});
        graph.add({loaded});
    }
    int analysed = graph.add(range(1, graph.size(), 2));
    graph.add({analysed});
    return graph;
}

}  // namespace shapes

inline Blueprint shape(const std::string& name, int n) {
    static const std::map<std::string, std::function<Blueprint(int)>> all = {
        {"fan", shapes::fan},   {"chain", shapes::chain}, {"tree", shapes::tree},
        {"wave", shapes::wave}, {"layer", shapes::layer}, {"pipe", shapes::pipe}};
    return all.at(name)(n);
}
