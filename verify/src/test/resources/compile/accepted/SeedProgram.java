package accepted;

import static dev.bide.Bide.*;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The first program of the design: load, clean, analyse, store. */
class SeedProgram {
    record Data(String text) {}

    record Report(int rows) {}

    static Data load(String file) throws IOException {
        return new Data(file);
    }

    static Data clean(Data data) {
        return data;
    }

    static Report analyze(List<Data> all) {
        return new Report(all.size());
    }

    static void store(Report report, Path out) throws IOException {}

    static void run(List<String> files, Path out) {
        var load = task(SeedProgram::load).retry(3);
        var clean = task(SeedProgram::clean);
        var analyze = task(SeedProgram::analyze);
        var store = action(SeedProgram::store);

        var loads = load.each(files);
        var cleaned = clean.each(loads);
        var analysis = analyze.call(cleaned);
        var result = store.call(analysis, out);

        result.visualize(Path.of("pipeline.svg"));
        result.compute();
    }
}
