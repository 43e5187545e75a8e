package dev.bide.verify.fuzz;

/** Text that any terminal, editor and file shows on one line. */
final class OneLine {
    private OneLine() {}

    /** Whether there is no control character in a text, no break of a line and no half of a pair. */
    static boolean holds(String text) {
        return text.codePoints().noneMatch(c -> switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> false;
        });
    }
}
