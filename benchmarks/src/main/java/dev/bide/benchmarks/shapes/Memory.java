package dev.bide.benchmarks.shapes;

import dev.bide.benchmarks.shapes.Contender.Built;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes the footprint of a graph, in a JVM of its own: its tasks count themselves, and nobody has left anything
 * there.
 */
final class Memory {
    private static final int SMALL = 1_000;

    /** For figures to the byte: no regions, no large buffers that count as in use, no dead objects left lying. */
    private static final List<String> EXACT = List.of(
            "-XX:+UseSerialGC",
            "-XX:-ResizeTLAB",
            "-XX:TLABSize=16k",
            "-XX:MarkSweepDeadRatio=0",
            "-XX:MarkSweepAlwaysCompactCount=1");

    private final Milestones milestones;

    private Memory(Milestones milestones) {
        this.milestones = milestones;
    }

    /** Starts the JVMs, each with a heap like this one's, and gives what they find. */
    static List<Footprint> measure(int size, List<Shape> shapes, List<String> only, int workers) throws Exception {
        List<String> flags = new ArrayList<>(EXACT);
        flags.add("-Xms" + Runtime.getRuntime().maxMemory());
        flags.add("-Xmx" + Runtime.getRuntime().maxMemory());
        List<Footprint> footprints = new ArrayList<>();
        for (Contender contender : Contenders.named(only, workers)) {
            for (Shape shape : shapes) {
                if (Obstacle.of(contender, shape, size).isEmpty()) {
                    String line = new NewJvm(flags)
                            .lines(
                                    Memory.class,
                                    contender.name(),
                                    shape.name(),
                                    Integer.toString(size),
                                    Integer.toString(workers))
                            .get(0);
                    footprints.add(Footprint.parse(line));
                }
            }
            contender.close();
        }
        return footprints;
    }

    /** For {@link #measure}: a contender's name, a shape, its size, how many workers. */
    public static void main(String... arguments) throws Exception {
        Shape shape = Shape.valueOf(arguments[1]);
        Milestones milestones = new Milestones(LiveHeap::bytes);
        Payload.choose(milestones);
        Contender contender = Contenders.all(Integer.parseInt(arguments[3])).stream()
                .filter(each -> each.name().equals(arguments[0]))
                .findFirst()
                .orElseThrow();
        Blueprint graph = shape.of(Integer.parseInt(arguments[2]));
        System.out.println(
                new Memory(milestones).footprint(contender, shape, graph).line());
        System.exit(0);
    }

    private Footprint footprint(Contender contender, Shape shape, Blueprint graph) throws Exception {
        milestones.rest();
        contender.build(shape.of(SMALL)).run();
        long before = LiveHeap.bytes();
        double tasks = graph.size();
        double built = built(contender, graph) - before;
        double running = running(contender, graph) - before;
        double allocated = allocated(contender, graph);
        return new Footprint(shape, contender.name(), allocated / tasks, built / tasks, running / tasks);
    }

    // Each look has a method of its own: the frame of one that has held a graph may go on holding it.

    private static long built(Contender contender, Blueprint graph) throws Exception {
        Built built = contender.build(graph);
        try {
            if (contender.eager()) {
                built.run();
            }
            return LiveHeap.bytes();
        } finally {
            Reference.reachabilityFence(built);
        }
    }

    private long running(Contender contender, Blueprint graph) throws Exception {
        milestones.reset(graph.size());
        Built built = contender.build(graph);
        try {
            built.run();
        } finally {
            Reference.reachabilityFence(built);
        }
        if (milestones.started() != graph.size()) {
            throw new IllegalStateException(
                    contender.name() + " ran " + milestones.started() + " tasks of " + graph.size());
        }
        return milestones.highest();
    }

    private long allocated(Contender contender, Blueprint graph) throws Exception {
        milestones.rest();
        long before = LiveHeap.allocated();
        Built built = contender.build(graph);
        long allocated = LiveHeap.allocated() - before;
        built.run();
        return allocated;
    }
}
