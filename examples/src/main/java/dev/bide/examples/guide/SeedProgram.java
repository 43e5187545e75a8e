package dev.bide.examples.guide;

import static dev.bide.Bide.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The README's program: load and clean each file, analyse all of them together, store the report. */
public final class SeedProgram {
    private SeedProgram() {}

    record Report(int rows, double mean) {}

    static List<String> load(Path file) throws IOException {
        return Files.readAllLines(file);
    }

    static List<Integer> clean(List<String> lines) {
        return lines.stream()
                .map(line -> line.substring(line.indexOf(',') + 1).strip())
                .filter(amount -> !amount.isEmpty())
                .map(Integer::valueOf)
                .toList();
    }

    static Report analyze(List<List<Integer>> files) {
        List<Integer> all = files.stream().flatMap(List::stream).toList();
        return new Report(
                all.size(), all.stream().mapToInt(Integer::intValue).average().orElse(0));
    }

    static void store(Report report, Path file) throws IOException {
        Files.writeString(file, report.rows() + " rows, mean " + report.mean());
    }

    static void run(List<Path> files, Path report, Path drawing) {
        // [seed]
        var load = task(SeedProgram::load).retry(3); // static List<String> load(Path file) throws IOException
        var clean = task(SeedProgram::clean); // static List<Integer> clean(List<String> lines)
        var analyze = task(SeedProgram::analyze); // static Report analyze(List<List<Integer>> files)
        var store = action(SeedProgram::store); // static void store(Report report, Path file) throws IOException

        var loads = load.each(files); // DelayedList<List<String>>: one call for each file, and nothing has run
        var cleaned = clean.each(loads); // DelayedList<List<Integer>>
        var analysis = analyze.call(cleaned); // Delayed<Report>: a DelayedList<T> is a Delayed<List<T>>
        var result = store.call(analysis, report); // a Delayed and a plain argument, both typed

        result.visualize(drawing); // still nothing has run
        result.compute(); // all of it runs, in parallel
        // [/seed]
    }

    /**
     * Runs it on three small files.
     *
     * @param args not used
     * @throws IOException if the files cannot be written or read
     */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("bide-guide");
        List<Path> files = List.of(folder.resolve("april.csv"), folder.resolve("may.csv"), folder.resolve("june.csv"));
        Files.writeString(files.get(0), "oslo,12\nlima,30\n");
        Files.writeString(files.get(1), "oslo,18\nlima,\nriga,6\n");
        Files.writeString(files.get(2), "riga,24\n");
        Path report = folder.resolve("report.txt");
        Path drawing = folder.resolve("pipeline.mmd");
        run(files, report, drawing);
        System.out.println(Files.readString(drawing));
        System.out.println(Files.readString(report));
    }
}
