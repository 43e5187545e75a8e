package dev.bide.store;

/**
 * What a result is stored under: the SHA-256 of all that it is computed from.
 *
 * @param hex 64 hexadecimal digits, in lower case
 */
public record ContentKey(String hex) {
    static final int DIGITS = 64;

    /**
     * Checks the digits: a key becomes the name of a file.
     *
     * @param hex the digits
     * @throws IllegalArgumentException if they are not 64 hexadecimal digits in lower case
     */
    public ContentKey {
        if (!isHex(hex)) {
            String shown = hex.length() <= 80 ? hex : hex.substring(0, 80) + "...";
            throw new IllegalArgumentException("a content key has " + DIGITS
                    + " hexadecimal digits in lower case, and '" + shown + "' is not that: give it a SHA-256");
        }
    }

    static boolean isHex(String text) {
        return text.length() == DIGITS && text.chars().allMatch(ContentKey::isDigit);
    }

    private static boolean isDigit(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }

    @Override
    public String toString() {
        return hex;
    }
}
