package dev.bide.diagnostics.internal.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Text in a box, broken into lines.
 *
 * @param lines what to write
 * @param width of the longest line
 */
record Label(List<String> lines, double width) {
    static final double FONT_SIZE = 13;
    static final double LINE_HEIGHT = 16;

    private static final int LONGEST_LINE = 32;
    private static final int MOST_LINES = 3;
    private static final int LONGEST = LONGEST_LINE * MOST_LINES - 12;

    /** The advance of each character from ' ' to '~' in DejaVu Sans, the widest of the usual fonts, in 1/100 of its size. */
    private static final String WIDTHS =
            "32404684649578273939508432363234646464646464646464643434848484539968697077635877752929"
                    + "665686757960796963617368996961693934398450506163556362356363282858289763616363415239"
                    + "63598259595264346484";

    private static final double GUESSED_WIDTH = 0.7;

    static Label of(String text) {
        List<String> lines = broken(shortened(text));
        return new Label(
                List.copyOf(lines),
                lines.stream().mapToDouble(Label::width).max().orElse(0));
    }

    /** This label with more lines under it. */
    Label above(String note) {
        if (note.isEmpty()) {
            return this;
        }
        Label below = of(note);
        List<String> all = new ArrayList<>(lines);
        all.addAll(below.lines);
        return new Label(List.copyOf(all), Math.max(width, below.width));
    }

    /** Keys differ at their ends, so the middle goes. */
    private static int[] shortened(String text) {
        int[] points = text.codePoints().toArray();
        if (points.length <= LONGEST) {
            return points;
        }
        String head = new String(points, 0, LONGEST * 2 / 3);
        int tail = LONGEST / 3;
        return (head + "…" + new String(points, points.length - tail, tail))
                .codePoints()
                .toArray();
    }

    private static List<String> broken(int[] points) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        while (points.length - from > LONGEST_LINE && lines.size() < MOST_LINES - 1) {
            int to = breakAfter(points, from);
            lines.add(new String(points, from, to - from).strip());
            from = to;
        }
        lines.add(new String(points, from, points.length - from).strip());
        return lines;
    }

    /** After the last comma in the line, else where the last word ends; the line's end if that is too far from it. */
    private static int breakAfter(int[] points, int from) {
        int end = from + LONGEST_LINE;
        return last(end, at -> points[at - 1] == ' ' && points[at - 2] == ',')
                .orElseGet(() -> last(end, at -> endsWord(points, at)).orElse(end));
    }

    private static OptionalInt last(int end, IntPredicate good) {
        return IntStream.iterate(end, at -> at > end - LONGEST_LINE / 2, at -> at - 1)
                .filter(good)
                .findFirst();
    }

    private static boolean endsWord(int[] points, int at) {
        boolean newWord = Character.isUpperCase(points[at]) && Character.isLowerCase(points[at - 1]);
        return newWord || !Character.isLetterOrDigit(points[at - 1]);
    }

    static double width(String line) {
        return FONT_SIZE * line.codePoints().mapToDouble(Label::advance).sum();
    }

    private static double advance(int point) {
        if (point >= ' ' && point <= '~') {
            int at = (point - ' ') * 2;
            return Integer.parseInt(WIDTHS, at, at + 2, 10) / 100.0;
        }
        return point >= 0x1100 ? wideOrNot(point) : GUESSED_WIDTH;
    }

    private static double wideOrNot(int point) {
        boolean punctuation = point >= 0x2000 && point < 0x2100;
        return punctuation || Character.getType(point) == Character.NON_SPACING_MARK ? GUESSED_WIDTH : 1.1;
    }
}
