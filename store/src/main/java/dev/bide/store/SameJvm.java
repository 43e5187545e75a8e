package dev.bide.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.InvalidClassException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Serialises for the JVM that reads it again: a class is written as a number and so comes back as the very same class,
 * whichever loader it is from, and no other than those that were written. So no filter of the program's is asked.
 */
final class SameJvm {
    private final Map<Class<?>, Integer> numbers = new HashMap<>();
    private final List<Class<?>> classes = new ArrayList<>();

    ObjectOutputStream writer(OutputStream to) throws IOException {
        return new Writer(to);
    }

    ObjectInputStream reader(InputStream from) throws IOException {
        return new Reader(from);
    }

    private synchronized int number(Class<?> type) {
        return numbers.computeIfAbsent(type, added -> {
            classes.add(added);
            return classes.size() - 1;
        });
    }

    private synchronized Class<?> type(int number) throws InvalidClassException {
        if (number < 0 || number >= classes.size()) {
            throw new InvalidClassException("class " + number + " was never written: the file is damaged");
        }
        return classes.get(number);
    }

    private final class Writer extends ObjectOutputStream {
        Writer(OutputStream to) throws IOException {
            super(to);
        }

        @Override
        protected void annotateClass(Class<?> type) throws IOException {
            writeInt(number(type));
        }

        @Override
        protected void annotateProxyClass(Class<?> type) throws IOException {
            writeInt(number(type));
        }
    }

    private final class Reader extends ObjectInputStream {
        Reader(InputStream from) throws IOException {
            super(from);
            setObjectInputFilter(asked -> ObjectInputFilter.Status.ALLOWED);
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass described) throws IOException {
            return type(readInt());
        }

        @Override
        protected Class<?> resolveProxyClass(String[] interfaces) throws IOException {
            return type(readInt());
        }
    }
}
