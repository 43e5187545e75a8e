package dev.bide.benchmarks.shapes;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was measured at one size, as text of at most 120 columns.
 *
 * @param results of all contenders on all shapes, shape by shape
 */
record Table(List<Measured> results) {
    /** A line for each contender on each shape. */
    String rows() {
        String heads = line("shape", "contender", Stream.of("build", "run", "total", "re-run", "ratio"));
        return Stream.concat(Stream.of(heads), results.stream().map(this::row)).collect(Collectors.joining());
    }

    private String row(Measured each) {
        String shape = each.shape().toString();
        Timing timing = each.timing();
        return timing == null
                ? line(shape, each.contender(), Stream.of("-: " + each.obstacle()))
                : line(
                        shape,
                        each.contender(),
                        Stream.of(
                                Figure.plain(timing.build()),
                                Figure.plain(timing.run()),
                                Figure.plain(timing.total()),
                                Figure.plain(timing.rerun()),
                                Figure.ratio(ratio(each))));
    }

    private static String line(String shape, String contender, Stream<String> cells) {
        return Grid.left(shape, 7)
                + Grid.left(contender, 25)
                + cells.map(cell -> String.format(Locale.ROOT, "%10s", cell)).collect(Collectors.joining())
                + "\n";
    }

    /** A line for each contender, with its ratio on each shape. */
    Grid ratios() {
        Grid grid = new Grid("total, as a ratio to " + Contenders.BASE, 10);
        results.forEach(each -> grid.put(each.contender(), each.shape(), Figure.ratio(ratio(each))));
        return grid;
    }

    private double ratio(Measured measured) {
        return results.stream()
                .filter(each ->
                        each.shape() == measured.shape() && each.contender().equals(Contenders.BASE))
                .mapToDouble(base -> measured.total() / base.total())
                .findFirst()
                .orElse(Double.NaN);
    }
}
