package dev.bide.remote.internal.wire;

import dev.bide.graph.Transit;
import dev.bide.remote.codec.Codec;
import dev.bide.remote.codec.UnencodableException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * The parcels that several calls use. A large value that functions capture or calls are given goes along with the first that has
 * it; for all others it goes apart, once, and they say its number: a data set that a thousand calls look at is written twice and
 * not a thousand times. It is then one object there, as it is here.
 *
 * <p>Values are told apart by identity. Not safe for use by several threads at once.
 */
public final class Sharing {
    /** No number. */
    static final int NONE = -1;

    /** Smaller ones are quicker to write again than to look up. */
    private static final int LARGE = 1 << 10;

    private static final int SEEN = -2;
    private static final int NEVER = -3;

    private final Codec codec;
    private final boolean on;
    private final IdentityHashMap<Object, Integer> values = new IdentityHashMap<>();
    private final List<byte[]> parcels = new ArrayList<>();

    /** What was asked for since something was written last, and went along. */
    private final List<Object> along = new ArrayList<>();

    private int[] used = {};

    private Sharing(Codec codec, boolean on) {
        this.codec = codec;
        this.on = on;
    }

    /**
     * Begins with no parcels.
     *
     * @param codec makes bytes of functions and values
     * @return what is shared from now on
     */
    public static Sharing with(Codec codec) {
        return new Sharing(codec, true);
    }

    /**
     * Shares nothing: everything goes along.
     *
     * @param codec makes bytes of functions and values
     * @return nothing shared
     */
    public static Sharing none(Codec codec) {
        return new Sharing(codec, false);
    }

    /** Makes the bytes of a function or value; what it captured may go apart. If they are many, what went along is known from now on. */
    byte[] encode(Object value) {
        byte[] bytes = codec.encode(value);
        if (bytes.length >= LARGE) {
            along.forEach(part -> values.putIfAbsent(part, SEEN));
        }
        along.clear();
        return bytes;
    }

    /** The number of a value that goes apart, {@link #NONE} if it goes along. */
    int numberOf(Object value) {
        if (!on || isSmall(value)) {
            return NONE;
        }
        int number = values.getOrDefault(value, NONE);
        if (number == NONE) {
            along.add(value);
        } else if (number == SEEN) {
            number = add(value);
            values.put(value, number);
        }
        if (number >= 0) {
            use(number);
        }
        return Math.max(NONE, number);
    }

    private static boolean isSmall(Object value) {
        return value instanceof Number
                || value instanceof Boolean
                || value instanceof Character
                || value instanceof Enum<?>
                || value instanceof String text && text.length() < LARGE;
    }

    /** One that holds calls of the graph belongs to whoever captured it. */
    @SuppressWarnings("try") // open, it lets no call of the graph in, and nothing go apart
    private int add(Object value) {
        try (Transit none = new Transit() {}) {
            byte[] bytes = codec.encode(value);
            return bytes.length < LARGE ? NEVER : add(Packing.plain(bytes));
        } catch (UnencodableException holdsCalls) {
            return NEVER;
        }
    }

    /**
     * Adds what several calls use.
     *
     * @param parcel what {@link Unpacking#function} reads
     * @return its number
     */
    public int add(byte[] parcel) {
        parcels.add(parcel);
        return parcels.size() - 1;
    }

    /**
     * Gives what was added.
     *
     * @param number its number
     * @return what {@link Unpacking#function} reads
     */
    public byte[] parcel(int number) {
        return parcels.get(number);
    }

    List<byte[]> parcels() {
        return parcels;
    }

    private void use(int number) {
        if (Arrays.stream(used).noneMatch(known -> known == number)) {
            used = Arrays.copyOf(used, used.length + 1);
            used[used.length - 1] = number;
        }
    }

    /**
     * Gives the numbers that were said since this was asked before.
     *
     * @return each once
     */
    public int[] used() {
        int[] said = used;
        used = new int[0];
        return said;
    }
}
