package dev.bide.examples;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.SplittableRandom;

/** A made-up station that measures every ten minutes, as well and as badly as real ones do. */
record WeatherStation(String name, double yearlyMean, long seed) {
    private static final double READINGS_A_DAY = 24 * 6;

    /** Writes a CSV file of some readings from New Year on; the same station writes the same file. */
    void write(int readings, Path folder) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        LocalDateTime time = LocalDateTime.of(2025, 1, 1, 0, 0);
        double weather = 0;
        int outage = 0;
        try (CsvWriter csv = CsvWriter.builder().build(folder.resolve(name + ".csv"))) {
            csv.writeRecord("station", "time", "temperature", "humidity", "wind", "pressure", "remark");
            for (int i = 0; i < readings; i++) {
                weather = 0.995 * weather + random.nextDouble(-0.5, 0.5);
                outage = random.nextInt(5000) == 0 ? 30 : Math.max(0, outage - 1);
                String temperature = outage > 0 ? "" : flawed(celsius(i, weather), random);
                write(csv, row(time.plusMinutes(10L * i), temperature, weather, random), random);
            }
        }
    }

    private double celsius(int reading, double weather) {
        double day = reading / READINGS_A_DAY;
        double season = -9 * Math.cos(2 * Math.PI * (day - 15) / 365);
        double hour = -4 * Math.cos(2 * Math.PI * (day - 0.1));
        return yearlyMean + season + hour + weather;
    }

    private String[] row(LocalDateTime time, String temperature, double weather, SplittableRandom random) {
        long humidity = Math.round(70 - 2 * weather + random.nextDouble(10));
        String remark = random.nextInt(2000) == 0 ? "gauge \"B\" frozen, heated" : "";
        return new String[] {
            name,
            time.toString(),
            temperature,
            Long.toString(Math.min(100, humidity)),
            decimal(random.nextDouble(4) * random.nextDouble(4)),
            decimal(1013 + weather),
            remark
        };
    }

    /** One in a hundred is missing, and now and then the sensor sends its error code. */
    private static String flawed(double celsius, SplittableRandom random) {
        int luck = random.nextInt(1000);
        return luck < 5 ? "" : luck < 10 ? "NA" : luck < 12 ? "-999.9" : decimal(celsius);
    }

    /** One row in two thousand is cut off, another sent twice. */
    private static void write(CsvWriter csv, String[] row, SplittableRandom random) {
        int luck = random.nextInt(2000);
        if (luck == 0) {
            csv.writeRecord(row[0], row[1]);
            return;
        }
        csv.writeRecord(row);
        if (luck == 1) {
            csv.writeRecord(row);
        }
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
