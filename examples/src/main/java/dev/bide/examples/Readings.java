package dev.bide.examples;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a weather station has measured.
 *
 * @param station its name
 * @param rows how many rows its file has, unreadable ones too
 * @param repaired how many temperatures were filled in
 * @param list what could be read and kept
 */
record Readings(String station, int rows, int repaired, List<Reading> list) {
    private static final Duration LONGEST_GAP = Duration.ofHours(4);

    /** One row; a temperature that is missing is NaN. */
    record Reading(LocalDateTime time, double temperature) {
        boolean isPlausible() {
            return temperature > -60 && temperature < 60;
        }

        long until(Reading later) {
            return Duration.between(time, later.time).toMinutes();
        }
    }

    /** Reads a file by the names of its columns; rows that are cut off or have no time are counted and left out. */
    static Readings read(Path file) throws IOException {
        CsvReaderBuilder format = CsvReader.builder()
                .detectBomHeader(true)
                .allowMissingFields(true)
                .allowExtraFields(true);
        List<Reading> readings = new ArrayList<>();
        int rows = 0;
        try (CsvReader<NamedCsvRecord> csv = format.ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : csv) {
                rows++;
                reading(row).ifPresent(readings::add);
            }
        }
        return new Readings(file.getFileName().toString().replace(".csv", ""), rows, 0, readings);
    }

    private static Optional<Reading> reading(NamedCsvRecord row) {
        if (row.getFieldCount() != row.getHeader().size()) {
            return Optional.empty();
        }
        try {
            LocalDateTime time = LocalDateTime.parse(row.getField("time"));
            return Optional.of(new Reading(time, number(row.getField("temperature"))));
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.replace(',', '.'));
        } catch (NumberFormatException missing) {
            return Double.NaN;
        }
    }

    /** Leaves out readings that were sent twice or late. */
    Readings inOrder() {
        List<Reading> kept = new ArrayList<>();
        LocalDateTime last = LocalDateTime.MIN;
        for (Reading reading : list) {
            if (reading.time.isAfter(last)) {
                kept.add(reading);
                last = reading.time;
            }
        }
        return new Readings(station, rows, repaired, kept);
    }

    /** Fills short gaps in the temperature along a straight line and leaves out the readings of longer ones. */
    Readings withoutGaps() {
        List<Reading> kept = new ArrayList<>();
        int filled = 0;
        int last = -1;
        for (int i = 0; i < list.size(); i++) {
            if (!list.get(i).isPlausible()) {
                continue;
            }
            if (last >= 0 && list.get(last).until(list.get(i)) <= LONGEST_GAP.toMinutes()) {
                kept.addAll(filled(last, i));
                filled += i - last - 1;
            }
            kept.add(list.get(i));
            last = i;
        }
        return new Readings(station, rows, repaired + filled, kept);
    }

    private List<Reading> filled(int from, int to) {
        Reading start = list.get(from);
        double slope = (list.get(to).temperature - start.temperature) / start.until(list.get(to));
        return list.subList(from + 1, to).stream()
                .map(gap -> new Reading(gap.time, start.temperature + slope * start.until(gap)))
                .toList();
    }
}
