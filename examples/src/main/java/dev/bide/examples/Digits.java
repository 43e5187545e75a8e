package dev.bide.examples;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.zip.GZIPInputStream;

/** Images of hand-written digits, 8 x 8 pixels each, and what they show. See {@code digits.txt} for their source. */
record Digits(List<Image> images) {
    /** How dark each pixel is, and the digit that was meant. */
    record Image(double[] pixels, double digit) {}

    /** Images to learn from and others to be examined with. */
    record Split(Digits train, Digits test) {}

    /** The first images of the data set, shuffled. */
    static Digits load(int images, long seed) throws IOException {
        InputStream file = Objects.requireNonNull(Digits.class.getResourceAsStream("digits.csv.gz"));
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(new GZIPInputStream(file))) {
            List<Image> all = new ArrayList<>(
                    rows.stream().limit(images).map(Digits::image).toList());
            Collections.shuffle(all, new Random(seed));
            return new Digits(all);
        }
    }

    private static Image image(CsvRecord row) {
        int last = row.getFieldCount() - 1;
        double[] pixels = row.getFields().subList(0, last).stream()
                .mapToDouble(Double::parseDouble)
                .toArray();
        return new Image(pixels, Double.parseDouble(row.getField(last)));
    }

    /** Every {@code folds}-th image is for the examination, from the {@code fold}-th on. */
    static Split split(Digits digits, int fold, int folds) {
        List<Image> train = new ArrayList<>();
        List<Image> test = new ArrayList<>();
        for (int i = 0; i < digits.images.size(); i++) {
            (i % folds == fold ? test : train).add(digits.images.get(i));
        }
        return new Split(new Digits(train), new Digits(test));
    }

    /** Brings each pixel into the range 0 to 1, as far as the images to learn from tell its range. */
    static Split scale(Split split) {
        double[] darkest = split.train.images.get(0).pixels.clone();
        for (Image image : split.train.images) {
            for (int p = 0; p < darkest.length; p++) {
                darkest[p] = Math.max(darkest[p], image.pixels[p]);
            }
        }
        return new Split(split.train.dividedBy(darkest), split.test.dividedBy(darkest));
    }

    private Digits dividedBy(double[] darkest) {
        List<Image> scaled = new ArrayList<>();
        for (Image image : images) {
            double[] pixels = image.pixels.clone();
            for (int p = 0; p < pixels.length; p++) {
                pixels[p] = darkest[p] == 0 ? 0 : pixels[p] / darkest[p];
            }
            scaled.add(new Image(pixels, image.digit));
        }
        return new Digits(scaled);
    }
}
