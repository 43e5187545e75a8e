package dev.bide.diagnostics.internal.report;

import dev.bide.diagnostics.internal.picture.Graphs;
import dev.bide.diagnostics.internal.recording.Recording;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes reports of runs of several sizes and takes their pictures, to look at: {@code Samples <folder>}. */
final class Samples {
    private Samples() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        for (Map.Entry<String, SimulatedRun> sample : samples().entrySet()) {
            Recording recording = sample.getValue().recording();
            Path file = folder.resolve(sample.getKey() + ".html");
            long start = System.nanoTime();
            Report.write(recording, file);
            long millis = (System.nanoTime() - start) / 1_000_000;
            System.out.println(sample.getKey() + ": " + recording.tasks() + " tasks, " + Files.size(file) / 1000
                    + " kB, written in " + millis + " ms");
        }
        if (Browser.program().isPresent()) {
            takePictures(folder);
        }
    }

    private static Map<String, SimulatedRun> samples() {
        Map<String, SimulatedRun> samples = new LinkedHashMap<>();
        samples.put("10", cv(1, 2, 4));
        samples.put("10-failed", cv(1, 2, 4).failing(RunGraphs.failureOf("fit-2")));
        samples.put("1000", cv(8, 60, 8).retried(1));
        samples.put("1000-failed", cv(8, 60, 8).retried(1).failing(RunGraphs.failureOf("fit-337")));
        samples.put("1000-going", goingOn());
        samples.put("1000-threads", cv(8, 60, 100).threadForEachTask());
        samples.put("100000", cv(50, 1000, 16).scale(2e4).retried(0.2));
        samples.put(
                "100000-failed", cv(50, 1000, 16).scale(2e4).retried(0.2).failing(RunGraphs.failureOf("fit-34567")));
        samples.put("250000", cv(50, 2500, 16).scale(2e4));
        return samples;
    }

    private static SimulatedRun cv(int outer, int inner, int workers) {
        return new SimulatedRun(Graphs.crossValidation(outer, inner), workers);
    }

    private static SimulatedRun goingOn() {
        SimulatedRun run = cv(8, 60, 8).keepGoing().failing(RunGraphs.failureOf("refit-2", "no memory left"));
        for (int fit : new int[] {3, 77, 150, 151, 260, 301, 440}) {
            run.failing(RunGraphs.failureOf("fit-" + fit));
        }
        return run;
    }

    private static void takePictures(Path folder) throws Exception {
        try (Browser browser = Browser.open(Browser.program().orElseThrow())) {
            for (String sample : samples().keySet()) {
                for (boolean dark : new boolean[] {false, true}) {
                    BrowserPage page = browser.page(1400, 2400, dark);
                    page.load(folder.resolve(sample + ".html"), "");
                    page.screenshot(folder.resolve(sample + (dark ? "-dark.png" : "-light.png")));
                }
            }
        }
    }
}
