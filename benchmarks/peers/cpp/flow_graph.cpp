// oneTBB's flow graph: one continue_node a task, two threads.

#include <tbb/flow_graph.h>
#include <tbb/global_control.h>
#include <tbb/version.h>

#include <deque>
#include <memory>

#include "measure.hpp"

using Node = tbb::flow::continue_node<tbb::flow::continue_msg>;

struct Flow {
    tbb::flow::graph graph;
    std::deque<Node> nodes;
};

static std::unique_ptr<Flow> build(const Blueprint& graph, Digest* results) {
    auto flow = std::make_unique<Flow>();
    for (int i = 0; i < graph.size(); i++) {
        flow->nodes.emplace_back(flow->graph, [&graph, results, i](const tbb::flow::continue_msg&) {
            results[i] = call(graph, results, i);
        });
        for (int k = graph.start[i]; k < graph.start[i + 1]; k++) {
            tbb::flow::make_edge(flow->nodes[graph.dependencies[k]], flow->nodes[i]);
        }
    }
    return flow;
}

static void run(const Blueprint& graph, Flow& flow) {
    for (int i = 0; i < graph.size(); i++) {
        if (graph.count(i) == 0) {
            flow.nodes[i].try_put(tbb::flow::continue_msg());
        }
    }
    flow.graph.wait_for_all();
}

int main(int count, char** arguments) {
    tbb::global_control two(tbb::global_control::max_allowed_parallelism, 2);
    std::printf("# oneTBB %d.%d.%d\n", TBB_VERSION_MAJOR, TBB_VERSION_MINOR, TBB_VERSION_PATCH);
    return measure(count, arguments, "oneTBB flow graph", [](const Blueprint& graph, Digest* results) {
        double begun = now();
        auto flow = build(graph, results);
        double built = now();
        run(graph, *flow);
        double ran = now();
        flow.reset();
        return Times{built - begun, ran - built, now() - ran};
    });
}
