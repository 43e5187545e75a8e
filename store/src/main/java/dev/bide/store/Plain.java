package dev.bide.store;

/** Puts numbers, truth values, strings and classes into a {@link Sink}, and arrays of primitives. */
final class Plain {
    private Plain() {}

    static void put(Object value, Sink to) {
        if (value instanceof String text) {
            to.tag(Tag.STRING).text(text);
        } else if (value instanceof Integer number) {
            to.tag(Tag.INT).number(number);
        } else if (value instanceof Long number) {
            to.tag(Tag.LONG).number(number);
        } else if (value instanceof Double number) {
            to.tag(Tag.DOUBLE).number(Double.doubleToRawLongBits(number));
        } else if (value instanceof Boolean truth) {
            to.tag(truth ? Tag.TRUE : Tag.FALSE);
        } else if (value instanceof Float number) {
            to.tag(Tag.FLOAT).number(Float.floatToRawIntBits(number));
        } else if (value instanceof Character letter) {
            to.tag(Tag.CHAR).number((short) letter.charValue());
        } else if (value instanceof Byte number) {
            to.tag(Tag.BYTE).number(number);
        } else if (value instanceof Short number) {
            to.tag(Tag.SHORT).number(number);
        } else {
            to.tag(Tag.CLASS).text(((Class<?>) value).getName());
        }
    }

    static void putItems(Object array, Sink to) {
        if (array instanceof byte[] items) {
            to.raw(items, 0, items.length);
        } else if (array instanceof double[] items) {
            for (double item : items) {
                to.number(Double.doubleToRawLongBits(item));
            }
        } else if (array instanceof int[] items) {
            for (int item : items) {
                to.number(item);
            }
        } else if (array instanceof long[] items) {
            for (long item : items) {
                to.number(item);
            }
        } else if (array instanceof float[] items) {
            for (float item : items) {
                to.number(Float.floatToRawIntBits(item));
            }
        } else {
            putSmallItems(array, to);
        }
    }

    private static void putSmallItems(Object array, Sink to) {
        if (array instanceof char[] items) {
            for (char item : items) {
                to.number((short) item);
            }
        } else if (array instanceof short[] items) {
            for (short item : items) {
                to.number(item);
            }
        } else {
            for (boolean item : (boolean[]) array) {
                to.number((byte) (item ? 1 : 0));
            }
        }
    }
}
