package dev.bide.benchmarks.metg;

import dev.bide.benchmarks.output.JsonFile;
import dev.bide.benchmarks.output.Machine;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command: measures, prints tables, writes JSON. */
@Command(
        name = "metg",
        showDefaultValues = true,
        sortOptions = false,
        description = "Finds the smallest tasks with which each system keeps half of the machine's speed: METG, our"
                + " implementation of the patterns of Slaughter et al., \"Task Bench\", SC'20.")
final class Metg implements Callable<Integer> {
    private static final int FIRST_ROUNDS = 20;
    private static final int MORE_ROUNDS = 5;

    @Option(
            names = "--patterns",
            split = ",",
            paramLabel = "PATTERN",
            defaultValue = "stencil_1d,tree,nearest,fft",
            description = "Of ${COMPLETION-CANDIDATES}.")
    private List<Pattern> patterns = List.of();

    @Option(
            names = "--width",
            split = ",",
            paramLabel = "N",
            showDefaultValue = CommandLine.Help.Visibility.NEVER,
            description = "Points of a timestep. 32 and the number of workers by default.")
    private List<Integer> widths = List.of();

    @Option(names = "--steps", paramLabel = "N", defaultValue = "1000", description = "Timesteps.")
    private int steps;

    @Option(
            names = "--workers",
            paramLabel = "N",
            showDefaultValue = CommandLine.Help.Visibility.NEVER,
            description = "Threads. As many as there are processors by default.")
    private int workers = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--radix",
            paramLabel = "N",
            defaultValue = "5",
            description = "Dependencies of a task of nearest, spread and random_nearest at most.")
    private int radix;

    @Option(
            names = "--systems",
            split = ",",
            paramLabel = "SYSTEM",
            defaultValue = "bide,futures,loop",
            description = "Of ${COMPLETION-CANDIDATES}.")
    private List<Contenders> systems = List.of();

    @Option(
            names = "--repetitions",
            paramLabel = "N",
            defaultValue = "5",
            description = "Runs of each length of tasks; the median counts. Fewer where they take seconds.")
    private int repetitions;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            defaultValue = "1.5",
            description = "How long each system runs each graph before it is measured.")
    private double warmUp;

    @Option(names = "--curve", description = "Prints the efficiency at each length of tasks, too.")
    private boolean curve;

    @Mixin
    private final JsonFile json = new JsonFile();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    @Spec
    private @Nullable CommandSpec spec;

    private final Map<Grid, Map<String, Curve>> graphs = new LinkedHashMap<>();

    static CommandLine commandLine() {
        return new CommandLine(new Metg()).setCaseInsensitiveEnumValuesAllowed(true);
    }

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    @Override
    public Integer call() throws Exception {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        refuseNonsense(command);
        PrintWriter out = command.getOut();
        Machine machine = Machine.here();
        out.println(machine);
        out.printf(Locale.ROOT, "%d workers, median of %d runs, build and run together%n", workers, repetitions);
        out.flush();
        double peak = measure(out);
        out.printf(Locale.ROOT, "%npeak: %.2f GFLOP/s, bare loop on %d threads%n%n", peak * 1e-9, workers);
        Report report = new Report(peak);
        if (curve) {
            graphs.forEach((grid, curves) -> out.println(report.curves(grid, curves) + "\n"));
        }
        out.println(report.table(systems.stream().map(Contenders::toString).toList(), graphs));
        out.flush();
        json.write(Figures.of(machine, workers, repetitions, peak, graphs));
        return 0;
    }

    private void refuseNonsense(CommandLine command) {
        boolean positive =
                steps > 0 && workers > 0 && repetitions > 0 && widths.stream().allMatch(width -> width > 0);
        if (!positive || radix < 0) {
            throw new ParameterException(
                    command, "--steps, --width, --workers and --repetitions are at least 1, --radix at least 0.");
        }
    }

    /** Fills the curves; gives the peak. */
    private double measure(PrintWriter out) throws Exception {
        Map<String, Contender> contenders = new LinkedHashMap<>();
        systems.forEach(system -> contenders.put(system.toString(), system.open(workers)));
        try (Peak peak = new Peak(workers)) {
            peak.measure(FIRST_ROUNDS);
            for (Grid grid : grids()) {
                peak.measure(MORE_ROUNDS);
                Sweep sweep = new Sweep(grid, contenders, workers, repetitions, peak.flops());
                sweep.warmUp(warmUp);
                Map<String, Curve> curves = sweep.curves();
                graphs.put(grid, curves);
                Report soFar = new Report(peak.flops());
                curves.forEach((name, each) -> out.println("measured " + grid + ", " + name + ": " + soFar.metg(each)));
                out.flush();
            }
            return peak.flops();
        } finally {
            contenders.values().forEach(Contender::close);
        }
    }

    private List<Grid> grids() {
        List<Grid> grids = new ArrayList<>();
        List<Integer> chosen = widths.isEmpty() ? List.of(32, workers) : widths;
        patterns.forEach(pattern -> chosen.forEach(width -> grids.add(new Grid(pattern, steps, width, radix))));
        return grids;
    }
}
