package dev.bide.examples;

import static dev.bide.Bide.action;

import dev.bide.schedule.Scheduler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A folder of weather stations' files: large ones that are made from a seed and small ones that come with the examples. */
final class WeatherFiles {
    static final int A_YEAR = 365 * 24 * 6;
    static final long SEED = 2025;

    private static final List<String> NAMES = List.of(
            "summit",
            "pass",
            "moor",
            "quarry",
            "forest",
            "reservoir",
            "valley",
            "airfield",
            "island",
            "lighthouse",
            "harbour",
            "vineyard");

    private WeatherFiles() {}

    /** In a checkout, with what is built there; elsewhere, with the temporary files. */
    static Path defaultFolder() {
        boolean checkout = Files.exists(Path.of("pom.xml")) && Files.isWritable(Path.of("."));
        return checkout
                ? Path.of("target", "pipeline-data")
                : Path.of(System.getProperty("java.io.tmpdir"), "bide-pipeline-data");
    }

    /** Gives the CSV files of a folder, which is made if it is not there: as a whole or not at all. */
    static List<String> in(Path folder, int readings, Scheduler scheduler) throws IOException {
        if (Files.notExists(folder)) {
            Path outer = Files.createDirectories(folder.toAbsolutePath().getParent());
            Path unfinished = Files.createTempDirectory(outer, "unfinished");
            action(WeatherStation::write).each(stations(), readings, unfinished).compute(scheduler);
            copyShipped(unfinished);
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::toString)
                    .filter(name -> name.endsWith(".csv"))
                    .sorted()
                    .toList();
        }
    }

    static long megabytes(List<String> files) throws IOException {
        long bytes = 0;
        for (String file : files) {
            bytes += Files.size(Path.of(file));
        }
        return bytes / 1_000_000;
    }

    private static List<WeatherStation> stations() {
        return IntStream.range(0, NAMES.size())
                .mapToObj(i -> new WeatherStation(NAMES.get(i), 1 + i, SEED + i))
                .toList();
    }

    private static void copyShipped(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(Shipped.path("stations"))) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName().toString()));
            }
        }
    }
}
