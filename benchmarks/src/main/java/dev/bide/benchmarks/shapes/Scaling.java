package dev.bide.benchmarks.shapes;

import dev.bide.graph.Plan;
import java.util.List;
import java.util.function.Function;

/**
 * How much faster a simulated run by some workers is than one by a single worker, and how much any run could be.
 *
 * @param shape the graph's shape
 * @param grain work in each task, in nanoseconds
 * @param cores how many workers, each with a core of its own
 * @param cold with all that comes before the run of a new graph
 * @param coldMost what the longest path and the work allow there
 * @param compiled the same for a graph that is compiled
 * @param compiledMost what the longest path and the work allow there
 */
record Scaling(Shape shape, long grain, int cores, double cold, double coldMost, double compiled, double compiledMost) {
    private static final int WIDTH = 12;

    static Scaling of(Shape shape, Plan plan, Costs costs, int cores) {
        Extent extent = Extent.of(plan, costs);
        long taken = Simulation.nanos(plan, costs, cores);
        long least = extent.least(cores);
        long serial = costs.serial() * plan.size();
        long counts = costs.compiled() * plan.size();
        return new Scaling(
                shape,
                costs.grain(),
                cores,
                ratio(serial + extent.work(), serial + taken),
                ratio(serial + extent.work(), serial + least),
                ratio(counts + extent.work(), counts + taken),
                ratio(counts + extent.work(), counts + least));
    }

    private static double ratio(long alone, long together) {
        return (double) alone / together;
    }

    static String grids(List<Scaling> ofOneGrain) {
        String title = "tasks of " + Figure.whole((double) ofOneGrain.get(0).grain) + " ns, ";
        return grid(title + "cold graph", ofOneGrain, each -> cell(each.cold, each.coldMost))
                + "\n"
                + grid(title + "compiled graph", ofOneGrain, each -> cell(each.compiled, each.compiledMost));
    }

    private static String grid(String title, List<Scaling> scalings, Function<Scaling, String> cell) {
        Grid grid = new Grid(title, WIDTH);
        scalings.forEach(each -> grid.put("cores: " + each.cores, each.shape, cell.apply(each)));
        return grid.toString();
    }

    private static String cell(double reached, double most) {
        return Figure.plain(reached) + "/" + Figure.plain(most);
    }
}
