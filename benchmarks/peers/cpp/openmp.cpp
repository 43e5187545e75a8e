// OpenMP tasks with depend clauses, two threads: one makes the tasks while the other runs those that are ready, so
// there is but one time, of all together.

#include <omp.h>

#include "measure.hpp"

// Few dependencies are named one by one: the iterator, for any number, costs more.
static void spawn(const Blueprint& graph, Digest* results, int i) {
    const Blueprint* all = &graph;
    const int* on = graph.dependencies.data() + graph.start[i];
    int count = graph.count(i);
    if (count == 0) {
#pragma omp task firstprivate(all, results, i) depend(out : results[i])
        results[i] = call(*all, results, i);
    } else if (count == 1) {
#pragma omp task firstprivate(all, results, i) depend(in : results[on[0]]) depend(out : results[i])
        results[i] = call(*all, results, i);
    } else if (count == 2) {
#pragma omp task firstprivate(all, results, i) depend(in : results[on[0]], results[on[1]]) depend(out : results[i])
        results[i] = call(*all, results, i);
    } else if (count == 3) {
#pragma omp task firstprivate(all, results, i) depend(in : results[on[0]], results[on[1]], results[on[2]]) \
    depend(out : results[i])
        results[i] = call(*all, results, i);
    } else {
#pragma omp task firstprivate(all, results, i) depend(iterator(k = 0 : count), in : results[on[k]]) \
    depend(out : results[i])
        results[i] = call(*all, results, i);
    }
}

int main(int count, char** arguments) {
    omp_set_dynamic(0);
    omp_set_num_threads(2);
    std::printf("# OpenMP %d, compiler %s\n", _OPENMP, __VERSION__);
    return measure(count, arguments, "OpenMP tasks", [](const Blueprint& graph, Digest* results) {
        double begun = now();
#pragma omp parallel default(none) shared(graph, results)
#pragma omp single
        for (int i = 0; i < graph.size(); i++) {
            spawn(graph, results, i);
        }
        return Times{-1, now() - begun, -1};
    });
}
