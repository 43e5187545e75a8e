package dev.bide.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/**
 * The beginning of an entry's file. All numbers are big-endian:
 *
 * <pre>
 *   0  magic "BideStor"      20  CRC32C                 72  length of the payload
 *   8  version               24  key                    80  length of the task's name, in bytes
 *  12  uses                  56  cost in nanoseconds    84  the task's name in UTF-8
 *  16  uses, all bits turned 64  written (ms, epoch)        then the payload
 * </pre>
 *
 * <p>The checksum is that of the payload and then of the header without uses and checksum. Uses are changed in place,
 * so they are not part of it: they are written twice, and count as none where the two do not fit together.
 *
 * @param key what the entry is stored under
 * @param task the task's name, short enough to be written
 * @param cost how many nanoseconds the task took
 * @param written milliseconds since the epoch
 * @param payload how many bytes the payload has
 */
record Header(ContentKey key, String task, long cost, long written, long payload) {
    static final int USES = 12;
    static final int CRC = 20;
    static final int FIXED = 84;

    private static final long MAGIC = 0x42696465_53746f72L;
    private static final int VERSION = 1;
    private static final int KEY = 24;
    private static final int LONGEST_NAME = 512;
    private static final HexFormat HEX = HexFormat.of();

    /** What a file begins with, and what is in it beside the header. */
    record Found(Header header, int uses, int crc) {}

    /** A header with a name and a cost that fit into it; the length of the payload need not be known yet. */
    static Header of(ContentKey key, String task, Duration cost) {
        return new Header(key, shortened(task), nanos(cost), System.currentTimeMillis(), 0);
    }

    static long nanos(Duration cost) {
        boolean fits = cost.toSeconds() < Long.MAX_VALUE / 1_000_000_000L;
        return fits ? Math.max(0, cost.toNanos()) : Long.MAX_VALUE;
    }

    private static String shortened(String name) {
        int most = LONGEST_NAME / 4;
        if (name.length() <= most) {
            return name;
        }
        int end = Character.isHighSurrogate(name.charAt(most - 2)) ? most - 2 : most - 1;
        return name.substring(0, end) + "…";
    }

    Header withPayload(long length) {
        return new Header(key, task, cost, written, length);
    }

    /** How many bytes there are before the payload. */
    int length() {
        return FIXED + task.getBytes(StandardCharsets.UTF_8).length;
    }

    /** The checksum of an entry. Takes the checksum of its payload, and uses it up. */
    int checksum(CRC32C ofPayload) {
        byte[] bytes = encoded(0);
        ofPayload.update(bytes, 0, USES);
        ofPayload.update(bytes, KEY, bytes.length - KEY);
        return (int) ofPayload.getValue();
    }

    /** The header of an entry that nobody has used yet. */
    byte[] encoded(int checksum) {
        byte[] name = task.getBytes(StandardCharsets.UTF_8);
        ByteBuffer buffer = ByteBuffer.allocate(FIXED + name.length);
        buffer.putLong(MAGIC).putInt(VERSION).put(uses(0)).putInt(checksum);
        buffer.put(HEX.parseHex(key.hex())).putLong(cost).putLong(written).putLong(payload);
        buffer.putInt(name.length).put(name);
        return buffer.array();
    }

    /** The field of the uses. */
    static ByteBuffer uses(int uses) {
        return ByteBuffer.allocate(8).putInt(uses).putInt(~uses).flip();
    }

    /** Reads the header of a file, which must be as long as it says and hold an entry of that key. */
    static Found read(FileChannel file, ContentKey key) throws IOException, DamagedEntry {
        long size = file.size();
        ByteBuffer fixed = bytes(file, 0, (int) Math.min(FIXED, size));
        if (size < FIXED) {
            throw new DamagedEntry("it is torn, with " + size + " bytes");
        }
        checkKind(fixed, key);
        int uses = fixed.getInt(USES);
        int name = fixed.getInt(FIXED - 4);
        long payload = fixed.getLong(72);
        if (name < 0 || name > LONGEST_NAME || payload != size - FIXED - name) {
            throw new DamagedEntry("it is torn: its " + size + " bytes are not as many as its header says");
        }
        String task = StandardCharsets.UTF_8.decode(bytes(file, FIXED, name)).toString();
        Header header = new Header(key, task, fixed.getLong(56), fixed.getLong(64), payload);
        return new Found(header, uses >= 0 && fixed.getInt(USES + 4) == ~uses ? uses : 0, fixed.getInt(CRC));
    }

    private static void checkKind(ByteBuffer fixed, ContentKey key) throws DamagedEntry {
        if (fixed.getLong(0) != MAGIC) {
            throw new DamagedEntry("it does not begin as an entry of Bide does");
        }
        int version = fixed.getInt(8);
        if (version != VERSION) {
            throw new DamagedEntry("its format is " + version + ", and this Bide reads " + VERSION);
        }
        byte[] digest = new byte[key.hex().length() / 2];
        fixed.get(KEY, digest);
        if (!HEX.formatHex(digest).equals(key.hex())) {
            throw new DamagedEntry("it holds the result of another key");
        }
    }

    private static ByteBuffer bytes(FileChannel file, long position, int length) throws IOException, DamagedEntry {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        EntryFile.fill(file, buffer, position);
        return buffer.flip();
    }

    /** How many bytes the whole entry has. */
    long bytes() {
        return length() + payload;
    }

    /** Describes the entry whose file begins so. */
    Entry entry(int uses) {
        return new Entry(key, task, Duration.ofNanos(cost), bytes(), uses, Instant.ofEpochMilli(written));
    }
}
