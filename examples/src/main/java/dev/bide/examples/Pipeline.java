package dev.bide.examples;

import static dev.bide.Bide.action;
import static dev.bide.Bide.task;

import dev.bide.Delayed;
import dev.bide.event.Event.Step;
import dev.bide.event.Event.TaskEvent;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.Scheduler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Loads, cleans, analyses and stores a folder of weather stations' files: four ordinary methods, four lines that make tasks
 * of them, four that call the tasks. No line says what may run beside what; that follows from what each call needs.
 */
public final class Pipeline {
    private static final int RUNS = 3;

    private Pipeline() {}

    static Delayed<?> delayed(List<String> files, Path out) {
        var load = task(Pipeline::load).retry(3);
        var clean = task(Pipeline::clean);
        var analyze = task(Pipeline::analyze);
        var store = action(Pipeline::store);

        var loads = load.each(files);
        var cleaned = clean.each(loads);
        var analysis = analyze.call(cleaned);
        return store.call(analysis, out);
    }

    static Readings load(String file) throws IOException {
        return Readings.read(Path.of(file));
    }

    static Readings clean(Readings readings) {
        return readings.inOrder().withoutGaps();
    }

    static WeatherReport analyze(List<Readings> stations) {
        return WeatherReport.of(stations);
    }

    static void store(WeatherReport report, Path out) throws IOException {
        Files.write(out, report.text());
    }

    /** The same without Bide. */
    static Path inSequence(List<String> files, Path out) throws IOException {
        List<Readings> cleaned = new ArrayList<>();
        for (String file : files) {
            cleaned.add(clean(load(file)));
        }
        store(analyze(cleaned), out);
        return out;
    }

    public static void main(String[] args) throws Exception {
        Options options = Options.of(args, "--data");
        try (Scheduler scheduler = options.scheduler()) {
            Path folder = options.path("--data").orElseGet(WeatherFiles::defaultFolder);
            List<String> files = WeatherFiles.in(folder, WeatherFiles.A_YEAR, scheduler);
            Path out = folder.resolve("report.txt");
            System.out.println(files.size() + " files, " + WeatherFiles.megabytes(files) + " MB, in " + folder
                    + "; the generator's seed is " + WeatherFiles.SEED);

            Timed<Path> sequence = Timed.best(RUNS, () -> inSequence(files, out));
            System.out.println("in sequence: " + sequence.text());
            Set<String> threads = ConcurrentHashMap.newKeySet();
            RunOptions watched = RunOptions.defaults().listener(event -> {
                if (event instanceof TaskEvent task
                        && task.step() == Step.STARTED
                        && task.name().equals("load")) {
                    threads.add(task.worker());
                }
            });
            Timed<?> tasks = Timed.best(RUNS, () -> delayed(files, out).compute(scheduler, watched));
            System.out.println(scheduler + ": " + tasks.text(sequence) + "; " + files.size() + " loads on "
                    + threads.size() + " threads");
            System.out.println();
            System.out.print(Files.readString(out));
        }
    }
}
