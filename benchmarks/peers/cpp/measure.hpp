// Takes the times of one way to build and run the shapes, checks every result, and prints a row (rows.py) for each.
#pragma once

#include <malloc.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <sstream>
#include <string>
#include <vector>

#include "shapes.hpp"

// Nanoseconds; below zero is what cannot be told apart.
struct Times {
    double build, run, destroy;

    double total() const { return std::max(build, 0.0) + run + std::max(destroy, 0.0); }
};

inline double now() {
    return std::chrono::duration<double, std::nano>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

inline std::vector<std::string> words(const char* list) {
    std::vector<std::string> words;
    std::stringstream in(list);
    for (std::string word; std::getline(in, word, ',');) {
        words.push_back(word);
    }
    return words;
}

inline std::string field(double time, int tasks) {
    char text[32];
    std::snprintf(text, sizeof text, time < 0 ? "" : "%.1f", time / tasks);
    return text;
}

// One round of Round(graph, results) fills results and gives its times. Of all rounds but the first, which warms up,
// the one with the median total counts.
template <class Round>
void measure(const std::string& peer, const std::string& name, int n, int rounds, Round round) {
    Blueprint graph = shape(name, n);
    std::vector<Digest> right = loop(graph), results(graph.size());
    std::vector<Times> all;
    for (int i = 0; i <= rounds; i++) {
        std::fill(results.begin(), results.end(), 0);
        Times times = round(graph, results.data());
        if (results != right) {
            std::fprintf(stderr, "%s: wrong results in %s of %d tasks\n", peer.c_str(), name.c_str(), n);
            std::exit(1);
        }
        if (i > 0) {
            all.push_back(times);
        }
    }
    std::nth_element(all.begin(), all.begin() + all.size() / 2, all.end(),
                     [](const Times& a, const Times& b) { return a.total() < b.total(); });
    Times median = all[all.size() / 2];
    std::printf("%s,%s,%d,%s,%s,%s,%016llx\n", peer.c_str(), name.c_str(), n, field(median.build, graph.size()).c_str(),
                field(median.run, graph.size()).c_str(), field(median.destroy, graph.size()).c_str(),
                static_cast<unsigned long long>(right.back()));
    std::fflush(stdout);
}

// main's part: NAME SIZES SHAPES ROUNDS, lists with commas.
template <class Round>
int measure(int count, char** arguments, const std::string& peer, Round round) {
    if (count != 4) {
        std::fprintf(stderr, "usage: %s SIZES SHAPES ROUNDS\n", arguments[0]);
        return 2;
    }
    // The heap keeps the pages it has touched from round to round, as that of a JVM does.
    mallopt(M_MMAP_THRESHOLD, 1 << 30);
    mallopt(M_TRIM_THRESHOLD, -1);
    mallopt(M_TOP_PAD, 64 << 20);
    for (const std::string& size : words(arguments[1])) {
        for (const std::string& name : words(arguments[2])) {
            measure(peer, name, std::stoi(size), std::stoi(arguments[3]), round);
        }
    }
    return 0;
}
