package dev.bide.benchmarks.shapes;

import dev.bide.benchmarks.output.JsonFile;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whole graphs of six shapes, run by Bide and by others, side by side in one JVM. */
@Command(
        name = "shapes",
        description = "Runs graphs of six shapes with Bide and with others, side by side, and prints times and ratios.",
        sortOptions = false)
final class Shapes implements Callable<Integer> {
    /** Before anything counts, so that the compiler has seen all contenders on all shapes. */
    private static final Rounds WARM_UP = new Rounds(1, Duration.ofMillis(150));

    private static final int WARM_UP_SIZE = 10_000;

    @Option(names = "--sizes", split = ",", description = "Tasks of a graph, about (default: ${DEFAULT-VALUE}).")
    private List<Integer> sizes = List.of(10_000, 100_000, 1_000_000);

    @Option(names = "--shapes", split = ",", description = "Of ${COMPLETION-CANDIDATES} (default: all).")
    private List<Shape> shapes = List.of(Shape.values());

    @Option(names = "--only", split = ",", description = "Words in the names of those to run (default: all run).")
    private List<String> only = List.of();

    @Option(names = "--rounds", description = "Rounds that count (default: ${DEFAULT-VALUE}).")
    private int rounds = 9;

    @Option(names = "--round-millis", description = "How long each runs in a round (default: ${DEFAULT-VALUE}).")
    private int roundMillis = 40;

    @Option(names = "--workers", description = "Threads (default: ${DEFAULT-VALUE}).")
    private int workers = 2;

    @Option(names = "--memory", description = "Tasks to take footprints of, or 0 (default: ${DEFAULT-VALUE}).")
    private int memory = 1_000_000;

    @Option(names = "--real-work", paramLabel = "MICROS", description = "Tasks that work so long, instead of all that.")
    private int micros;

    @Option(names = "--start-up", description = "Small and first graphs, instead of all that.")
    private boolean startUp;

    @Mixin
    private final Cores cores = new Cores();

    @Mixin
    private final JsonFile json = new JsonFile();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    @SuppressWarnings("UnusedVariable") // picocli itself acts on it
    private boolean help;

    private Shapes() {}

    /** Ends the JVM with the exit code, whatever threads others have left. */
    public static void main(String... arguments) {
        System.exit(new CommandLine(new Shapes())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Report report = new Report(json, rounds, workers);
        if (cores.wanted()) {
            cores.report(shapes, report);
        } else if (startUp) {
            startUp(report);
        } else if (micros > 0) {
            realWork(report);
        } else {
            sideBySide(report);
            footprints(report);
        }
        report.write();
        return CommandLine.ExitCode.OK;
    }

    private void sideBySide(Report report) throws IOException {
        List<Measured> all = new ArrayList<>();
        List<Contender> contenders = Contenders.named(only, workers);
        System.err.println("warming up");
        shapes.forEach(shape -> WARM_UP.measure(shape, WARM_UP_SIZE, contenders));
        for (int size : sizes) {
            List<Measured> results = new ArrayList<>();
            for (Shape shape : shapes) {
                System.err.println("running: " + shape + " of " + Figure.whole(size));
                results.addAll(new Rounds(rounds, Duration.ofMillis(roundMillis)).measure(shape, size, contenders));
            }
            all.addAll(results);
            report.put("shapes", all);
            report.write();
            report.print("n = " + Figure.whole(size) + ": ns a task; ratio of total to " + Contenders.BASE);
            report.print(new Table(results).rows());
            report.print(new Table(results).ratios());
        }
        contenders.forEach(Contender::close);
    }

    private void footprints(Report report) throws Exception {
        if (memory > 0) {
            System.err.println("running: footprints");
            List<Footprint> footprints = Memory.measure(memory, shapes, only, workers);
            report.put("memory", footprints);
            report.print(Footprint.grid(memory, footprints));
        }
    }

    private void realWork(Report report) throws Exception {
        List<SpeedUp> speedUps = new RealWork(rounds, workers).measure(micros, shapes);
        report.put("micros", micros);
        report.put("realWork", speedUps);
        report.print(SpeedUp.table(micros, workers, speedUps));
    }

    private void startUp(Report report) throws Exception {
        StartUp measuring = new StartUp(workers);
        List<WarmStart> warm = measuring.warm(shapes);
        report.put("warm", warm);
        report.print(WarmStart.table(warm));
        double cold = measuring.coldMillis();
        report.put("coldMillis", cold);
        report.print("first graph of 10,000 tasks in a new JVM: " + Figure.plain(cold) + " ms");
        StartUp.FirstResult first = measuring.first();
        report.put("firstResultMillis", first);
        report.print(first);
    }
}
