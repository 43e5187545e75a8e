package dev.bide.remote.codec;

import dev.bide.graph.Transit;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values that need no library: null, boxed, strings, arrays of numbers, and functions that capture only such. One mark, then the
 * content, little-endian, so that an array is one copy of memory.
 */
final class Plain {
    static final byte ENGINE = 0;
    private static final byte NULL = 1;
    private static final byte TRUE = 2;
    private static final byte FALSE = 3;
    private static final byte BYTE = 4;
    private static final byte SHORT = 5;
    private static final byte CHAR = 6;
    private static final byte INT = 7;
    private static final byte LONG = 8;
    private static final byte FLOAT = 9;
    private static final byte DOUBLE = 10;
    private static final byte LATIN_1 = 11;
    private static final byte UTF_16 = 12;
    private static final byte BYTES = 13;
    private static final byte INTS = 14;
    private static final byte LONGS = 15;
    private static final byte FLOATS = 16;
    private static final byte DOUBLES = 17;
    private static final byte FUNCTION = 18;

    /** A function some of whose captured values go apart: each is plain, {@link #APART} or one of {@link #OTHERS}. */
    private static final byte FUNCTION_IN_PARTS = 19;

    private static final byte APART = 20;
    private static final byte OTHERS = 21;

    private static final Object[] NOTHING = {};

    private Plain() {}

    /** The bytes of a plain value, or null if an engine has to write it. */
    static byte @Nullable [] encode(@Nullable Object value, Engine engine) throws Exception {
        if (value == null) {
            return new byte[] {NULL};
        }
        Room room = new Room();
        if (scalar(value, room) || array(value, room)) {
            return room.bytes();
        }
        Lambda lambda = engine.functionsAreFree() ? Lambda.of(value.getClass()) : null;
        if (lambda == null) {
            return null;
        }
        Object[] captured = lambda.captured(value);
        int[] apart = apart(captured);
        if (apart.length > 0) {
            functionInParts(lambda, captured, apart, engine, room);
            return room.bytes();
        }
        return function(lambda, captured, room) ? room.bytes() : null;
    }

    private static boolean scalar(@Nullable Object value, Room room) {
        if (value instanceof Integer number) {
            room.of(INT, 4).putInt(number);
        } else if (value instanceof String text) {
            string(text, room);
        } else if (value instanceof Double number) {
            room.of(DOUBLE, 8).putDouble(number);
        } else if (value instanceof Long number) {
            room.of(LONG, 8).putLong(number);
        } else if (value instanceof Boolean truth) {
            room.of(truth ? TRUE : FALSE, 0);
        } else if (value == null) {
            room.of(NULL, 0);
        } else if (value instanceof Float number) {
            room.of(FLOAT, 4).putFloat(number);
        } else if (value instanceof Character letter) {
            room.of(CHAR, 2).putChar(letter);
        } else if (value instanceof Short number) {
            room.of(SHORT, 2).putShort(number);
        } else if (value instanceof Byte number) {
            room.of(BYTE, 1).put(number);
        } else {
            return false;
        }
        return true;
    }

    /** Latin-1 as it is; all else in chars, because halves of surrogate pairs must arrive too. */
    private static void string(String text, Room room) {
        byte[] latin = text.getBytes(StandardCharsets.ISO_8859_1);
        if (new String(latin, StandardCharsets.ISO_8859_1).equals(text)) {
            room.sized(LATIN_1, latin.length, 1).put(latin);
        } else {
            ByteBuffer to = room.sized(UTF_16, text.length(), 2);
            to.asCharBuffer().put(text);
            to.position(to.position() + 2 * text.length());
        }
    }

    /** Arrays are captured by engines only: there, it matters whether two are the same. */
    private static boolean array(Object value, Room room) {
        if (value instanceof double[] numbers) {
            room.sized(DOUBLES, numbers.length, 8).asDoubleBuffer().put(numbers);
        } else if (value instanceof byte[] numbers) {
            room.sized(BYTES, numbers.length, 1).put(numbers);
        } else if (value instanceof int[] numbers) {
            room.sized(INTS, numbers.length, 4).asIntBuffer().put(numbers);
        } else if (value instanceof long[] numbers) {
            room.sized(LONGS, numbers.length, 8).asLongBuffer().put(numbers);
        } else if (value instanceof float[] numbers) {
            room.sized(FLOATS, numbers.length, 4).asFloatBuffer().put(numbers);
        } else {
            return false;
        }
        room.full();
        return true;
    }

    private static boolean function(Object value, Room room) throws ReflectiveOperationException {
        Lambda lambda = Lambda.of(value.getClass());
        return lambda != null && function(lambda, lambda.captured(value), room);
    }

    private static boolean function(Lambda lambda, Object[] captured, Room room) throws ReflectiveOperationException {
        if (captured.length > Byte.MAX_VALUE) {
            return false;
        }
        begin(FUNCTION, lambda, captured.length, room);
        for (Object each : captured) {
            if (!scalar(each, room) && !function(each, room)) {
                return false;
            }
        }
        return true;
    }

    /** What is neither plain nor goes apart is written by the engine together, so that what these share they still share. */
    private static void functionInParts(Lambda lambda, Object[] captured, int[] apart, Engine engine, Room room)
            throws Exception {
        begin(FUNCTION_IN_PARTS, lambda, captured.length, room);
        List<Object> others = new ArrayList<>();
        for (int i = 0; i < captured.length; i++) {
            if (apart[i] >= 0) {
                room.of(APART, 4).putInt(apart[i]);
            } else if (!scalar(captured[i], room)) {
                room.of(OTHERS, 0);
                others.add(captured[i]);
            }
        }
        byte[] bytes = others.isEmpty() ? new byte[1] : engine.write(others.toArray());
        room.sized(OTHERS, bytes.length - 1, 1).put(bytes, 1, bytes.length - 1);
    }

    /** The numbers of what goes apart; none if nothing does. All are asked for, so that all are known. */
    private static int[] apart(Object... captured) {
        int[] numbers = new int[captured.length];
        boolean any = false;
        for (int i = 0; i < numbers.length && numbers.length <= Byte.MAX_VALUE; i++) {
            numbers[i] = captured[i] == null ? -1 : Transit.numberApart(captured[i]);
            any |= numbers[i] >= 0;
        }
        return any ? numbers : new int[0];
    }

    private static void begin(byte mark, Lambda lambda, int captured, Room room) {
        byte[] site = lambda.site();
        room.of(mark, 3 + site.length).putShort((short) site.length).put(site).put((byte) captured);
    }

    static @Nullable Object decode(ByteBuffer in, Sites sites, Engine engine) throws Exception {
        in.order(ByteOrder.LITTLE_ENDIAN);
        byte mark = in.get();
        return switch (mark) {
            case NULL -> null;
            case TRUE -> true;
            case FALSE -> false;
            case BYTE -> in.get();
            case SHORT -> in.getShort();
            case CHAR -> in.getChar();
            case INT -> in.getInt();
            case LONG -> in.getLong();
            case FLOAT -> in.getFloat();
            case DOUBLE -> in.getDouble();
            case LATIN_1 -> latin1(in);
            case UTF_16 -> utf16(in);
            case FUNCTION, FUNCTION_IN_PARTS -> function(in, sites, engine);
            case APART -> Transit.valueApart(in.getInt());
            case OTHERS -> OTHERS;
            default -> decodeArray(mark, in);
        };
    }

    private static Object decodeArray(byte mark, ByteBuffer in) {
        return switch (mark) {
            case BYTES -> {
                byte[] bytes = new byte[length(in, 1)];
                in.get(bytes);
                yield bytes;
            }
            case INTS -> {
                int[] ints = new int[length(in, 4)];
                in.asIntBuffer().get(ints);
                yield skip(in, 4 * ints.length, ints);
            }
            case LONGS -> {
                long[] longs = new long[length(in, 8)];
                in.asLongBuffer().get(longs);
                yield skip(in, 8 * longs.length, longs);
            }
            case FLOATS -> {
                float[] floats = new float[length(in, 4)];
                in.asFloatBuffer().get(floats);
                yield skip(in, 4 * floats.length, floats);
            }
            case DOUBLES -> {
                double[] doubles = new double[length(in, 8)];
                in.asDoubleBuffer().get(doubles);
                yield skip(in, 8 * doubles.length, doubles);
            }
            default -> throw new IllegalArgumentException("the bytes are damaged: they begin with " + mark);
        };
    }

    private static Object skip(ByteBuffer in, int bytes, Object value) {
        in.position(in.position() + bytes);
        return value;
    }

    /** Never more than there are bytes for. */
    private static int length(ByteBuffer in, int width) {
        int length = in.getInt();
        if (length < 0 || length > in.remaining() / width) {
            throw new IllegalArgumentException(
                    "the bytes are damaged: a length of " + length + " with " + in.remaining() + " bytes left");
        }
        return length;
    }

    private static String latin1(ByteBuffer in) {
        int length = length(in, 1);
        String text = new String(in.array(), in.arrayOffset() + in.position(), length, StandardCharsets.ISO_8859_1);
        in.position(in.position() + length);
        return text;
    }

    private static String utf16(ByteBuffer in) {
        char[] chars = new char[length(in, 2)];
        in.asCharBuffer().get(chars);
        in.position(in.position() + 2 * chars.length);
        return new String(chars);
    }

    private static Object function(ByteBuffer in, Sites sites, Engine engine) throws Exception {
        boolean inParts = in.get(in.position() - 1) == FUNCTION_IN_PARTS;
        int length = in.getShort() & 0xFFFF;
        if (length > in.remaining()) {
            throw new IllegalArgumentException("the bytes are damaged: a function is cut off");
        }
        Site site = sites.at(in.array(), in.arrayOffset() + in.position(), length);
        in.position(in.position() + length);
        int count = in.get();
        if (count < 0 || count > in.remaining()) {
            throw new IllegalArgumentException("the bytes are damaged: a function captures " + count);
        }
        @Nullable Object[] captured = new @Nullable Object[count];
        BitSet others = new BitSet();
        for (int i = 0; i < count; i++) {
            if (in.get(in.position()) == OTHERS) {
                others.set(i);
            }
            captured[i] = decode(in, sites, engine);
        }
        if (inParts) {
            others(in, engine, captured, others);
        }
        return site.function(captured);
    }

    private static void others(ByteBuffer in, Engine engine, @Nullable Object[] captured, BitSet which)
            throws Exception {
        in.get();
        int length = length(in, 1);
        Object[] others =
                length == 0 ? NOTHING : (Object[]) engine.read(in.array(), in.arrayOffset() + in.position(), length);
        in.position(in.position() + length);
        if (others.length != which.cardinality()) {
            throw new IllegalArgumentException("the bytes are damaged: a function lacks some that it captured");
        }
        int next = 0;
        for (int i = which.nextSetBit(0); i >= 0; i = which.nextSetBit(i + 1)) {
            captured[i] = others[next++];
        }
    }
}
