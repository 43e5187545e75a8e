package dev.bide.benchmarks.shapes;

import dev.bide.benchmarks.output.JsonFile;
import dev.bide.benchmarks.output.Machine;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prints what is found as it is found, and keeps it for a file. */
final class Report {
    private final Map<String, Object> all = new LinkedHashMap<>();
    private final JsonFile file;

    /** Begins with where the figures are taken. */
    Report(JsonFile file, int rounds, int workers) {
        this.file = file;
        Machine machine = Machine.here();
        List<String> libraries = Libraries.names();
        all.put("machine", machine);
        all.put("libraries", libraries);
        all.put("rounds", rounds);
        all.put("workers", workers);
        print(machine);
        print("beside     " + String.join(", ", libraries));
        print("how        medians of " + rounds + " rounds, " + workers + " workers\n");
    }

    /** Notes what belongs into the file. */
    void put(String name, Object results) {
        all.put(name, results);
    }

    void print(Object text) {
        System.out.println(text);
    }

    void write() throws IOException {
        file.write(all);
    }
}
