package dev.bide.graph;

/** Levenshtein's distance of two texts, by their first characters: how many edits make one into the other. */
final class EditDistance {
    private static final int COMPARED = 64;

    private EditDistance() {}

    static int between(String one, String other) {
        String a = one.substring(0, Math.min(COMPARED, one.length()));
        String b = other.substring(0, Math.min(COMPARED, other.length()));
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
