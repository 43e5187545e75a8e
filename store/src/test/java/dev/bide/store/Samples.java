package dev.bide.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;

/** Keys and payloads that every process can make again from their number. */
final class Samples {
    private Samples() {}

    static ContentKey key(long number) {
        try {
            byte[] text = Long.toString(number).getBytes(StandardCharsets.US_ASCII);
            return new ContentKey(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    static byte[] payload(long number, int length) {
        byte[] bytes = new byte[length];
        new Random(number).nextBytes(bytes);
        return bytes;
    }

    /** One of a length that depends on the number, up to a bound. */
    static byte[] anyPayload(long number, int bound) {
        return payload(number, new Random(~number).nextInt(bound));
    }
}
