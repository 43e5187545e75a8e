package dev.bide.examples;

import dev.bide.examples.Readings.Reading;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/** What the readings of some stations come to. */
record WeatherReport(List<Line> lines) {
    /** One station; temperatures in degrees Celsius, without meaning if all rows were dropped. */
    record Line(
            String station,
            int rows,
            int dropped,
            int repaired,
            double mean,
            double coldest,
            double warmest,
            int frostDays) {
        static Line of(Readings readings) {
            List<Reading> kept = readings.list();
            DoubleSummaryStatistics temperature =
                    kept.stream().mapToDouble(Reading::temperature).summaryStatistics();
            long frostDays = kept.stream()
                    .filter(reading -> reading.temperature() < 0)
                    .map(reading -> reading.time().toLocalDate())
                    .distinct()
                    .count();
            return new Line(
                    readings.station(),
                    readings.rows(),
                    readings.rows() - kept.size(),
                    readings.repaired(),
                    temperature.getAverage(),
                    temperature.getMin(),
                    temperature.getMax(),
                    (int) frostDays);
        }

        private String text() {
            String counts = String.format(Locale.ROOT, "%-14s %7d %8d %9d", station, rows, dropped, repaired);
            String figures = String.format(Locale.ROOT, " %6.1f %8.1f %8.1f %11d", mean, coldest, warmest, frostDays);
            return dropped == rows ? counts : counts + figures;
        }
    }

    static WeatherReport of(List<Readings> stations) {
        return new WeatherReport(stations.stream().map(Line::of).toList());
    }

    /** The report for people to read. */
    List<String> text() {
        List<String> text = new ArrayList<>();
        text.add("station           rows  dropped  repaired   mean  coldest  warmest  frost days");
        lines.forEach(line -> text.add(line.text()));
        text.add(String.format(
                Locale.ROOT,
                "%-14s %7d %8d %9d",
                lines.size() + " stations",
                total(Line::rows),
                total(Line::dropped),
                total(Line::repaired)));
        return text;
    }

    private int total(ToIntFunction<Line> figure) {
        return lines.stream().mapToInt(figure).sum();
    }
}
