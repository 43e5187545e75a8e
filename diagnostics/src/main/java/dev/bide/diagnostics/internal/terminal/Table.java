package dev.bide.diagnostics.internal.terminal;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Cells in columns: numbers and times to the right, the rest to the left. */
public final class Table {
    private static final Pattern NUMBER = Pattern.compile("[-–]?[\\d.,]+( ?[%×a-zµ].*)?");

    private Table() {}

    /**
     * Sets cells in columns.
     *
     * @param rows as many cells in each; the first row may be a head
     * @return a line for each row
     */
    public static List<String> lines(List<List<String>> rows) {
        int columns = rows.isEmpty() ? 0 : rows.get(0).size();
        int[] widths = new int[columns];
        boolean[] right = new boolean[columns];
        Arrays.setAll(
                widths,
                c -> rows.stream().mapToInt(row -> width(row.get(c))).max().orElse(0));
        for (int c = 0; c < columns; c++) {
            int column = c;
            right[c] = rows.stream().skip(rows.size() > 1 ? 1 : 0).allMatch(row -> isNumber(row.get(column)));
        }
        return rows.stream().map(row -> line(row, widths, right)).toList();
    }

    private static boolean isNumber(String cell) {
        return cell.isEmpty() || NUMBER.matcher(cell).matches();
    }

    private static String line(List<String> row, int[] widths, boolean[] right) {
        StringBuilder line = new StringBuilder();
        for (int c = 0; c < widths.length; c++) {
            String fill = " ".repeat(widths[c] - width(row.get(c)));
            line.append(c == 0 ? "" : "  ");
            line.append(right[c] ? fill + row.get(c) : row.get(c) + fill);
        }
        return line.toString().stripTrailing();
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
