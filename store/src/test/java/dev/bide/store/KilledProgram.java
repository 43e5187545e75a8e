package dev.bide.store;

import static dev.bide.Bide.task;

import dev.bide.Schedulers;
import dev.bide.Task1;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Squares 200 numbers in stored tasks and writes their sum to a file. Each task notes that it begins, in one write at the end of a
 * file, and what it saved can be told from the store: so others see what was computed twice, whenever it is killed.
 */
final class KilledProgram {
    static final int TASKS = 200;

    private KilledProgram() {}

    static Long square(Integer number, String log) throws IOException {
        Files.writeString(
                Path.of(log),
                number + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.APPEND);
        double work = number;
        for (int i = 0; i < 100_000; i++) {
            work = Math.sqrt(work * work + 1) - Math.sqrt(work * work + 2) + number;
        }
        return Math.round(work) * number;
    }

    static Long sum(List<Long> squares) {
        return squares.stream().mapToLong(n -> n).sum();
    }

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        String log = folder.resolve("computed").toString();
        Task1<Integer, Long> square =
                task((Integer number) -> square(number, log)).stored();
        try (var scheduler = Store.at(folder.resolve("store")).on(Schedulers.threads(2))) {
            Long sum = square.each(IntStream.range(0, TASKS).boxed().toList())
                    .then(KilledProgram::sum)
                    .compute(scheduler);
            Files.writeString(folder.resolve("sum"), sum.toString());
        }
    }
}
