package dev.bide.remote.codec;

import java.io.Closeable;
import java.io.Serializable;
import java.util.List;
import java.util.function.Function;

/** Classes of users, to be sent. */
final class Luggage {
    private Luggage() {}

    /** A function that can be sent. */
    interface Sendable<T, R> extends Function<T, R>, Serializable {}

    record Point(int x, double y, String name) implements Serializable {
        int plus(int other) {
            return x + other;
        }
    }

    record Range<T extends Comparable<T>>(T from, T to) implements Serializable {
        Range {
            if (from.compareTo(to) > 0) {
                throw new IllegalArgumentException("upside down");
            }
        }
    }

    record Nested(Range<Integer> range, List<Point> points) implements Serializable {}

    record NotSerializable(int number, String text) {}

    enum Operation {
        PLUS {
            @Override
            int on(int a, int b) {
                return a + b;
            }
        },
        TIMES {
            @Override
            int on(int a, int b) {
                return a * b;
            }
        };

        abstract int on(int a, int b);
    }

    /** A constructor that does not take every message, and a message made of more than that. */
    static final class TrimmedFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TrimmedFailure(String message) {
            super(message.trim());
        }

        @Override
        public String getMessage() {
            return "trimmed: " + super.getMessage();
        }
    }

    static final class CodedFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;
        final int code;
        final Point where;

        CodedFailure(String message, int code, Point where) {
            super(message);
            this.code = code;
            this.where = where;
        }
    }

    /** Written as its name, read as the one of that name. */
    static final class Unit implements Serializable {
        private static final long serialVersionUID = 1L;
        static final Unit METRE = new Unit("metre");
        final transient String name;

        private Unit(String name) {
            this.name = name;
        }

        private Object writeReplace() {
            return new Named(name);
        }

        private record Named(String name) implements Serializable {
            private Object readResolve() {
                return METRE.name.equals(name) ? METRE : new Unit(name);
            }
        }
    }

    static final class Link implements Serializable {
        private static final long serialVersionUID = 1L;
        Link next;
        int number;

        @SuppressWarnings("serial")
        List<Object> others;
    }

    static final class Plain {
        int number = 7;
        final String text;
        transient Thread thread = Thread.currentThread();

        Plain(String text) {
            this.text = text;
        }
    }

    static class Counter implements Serializable {
        private static final long serialVersionUID = 1L;
        int start;

        class Step implements Serializable {
            private static final long serialVersionUID = 1L;

            int next() {
                return start + 1;
            }
        }
    }

    static final class Connection implements Closeable {
        @Override
        public void close() {}
    }

    static final class Loader implements Serializable {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial")
        final List<Object> things;

        @SuppressWarnings("serial")
        final Object connection;

        Loader(Object connection, List<Object> things) {
            this.connection = connection;
            this.things = things;
        }
    }

    record Held(Object what) implements Serializable {}

    static final class Ticker extends Thread {}
}
