package dev.bide.diagnostics.internal.report;

import java.io.ByteArrayOutputStream;
import java.util.Base64;

/** A column of numbers in few bytes: seven bits a byte, the least first; the eighth bit says that more follow. */
final class Varints {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Adds a number that is not negative. */
    void add(long number) {
        if (number < 0) {
            throw new IllegalArgumentException(number + " is negative");
        }
        long left = number;
        while (left > 0x7f) {
            bytes.write((int) (left & 0x7f | 0x80));
            left >>>= 7;
        }
        bytes.write((int) left);
    }

    /** Adds a number of either sign: those near 0 are short. */
    void addSigned(long number) {
        add(number < 0 ? -2 * number - 1 : 2 * number);
    }

    int size() {
        return bytes.size();
    }

    /** The column as text for the page. */
    String base64() {
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
