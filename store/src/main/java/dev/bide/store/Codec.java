package dev.bide.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.NotSerializableException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import org.jspecify.annotations.Nullable;

/** Turns results into bytes and back, by Java's serialisation. */
final class Codec {
    /** Java reads objects that hold each other recursively; a stack is not much deeper than this. */
    private static final int MOST_DEPTH = 10_000;

    /** What is not in proportion to the bytes: a map makes room for more than it holds. */
    private static final int ROOM = 4;

    private static final int SMALL = 1024;

    private Codec() {}

    /** A result that cannot be turned into bytes; the message says what to do. */
    static final class NotStorable extends Exception {
        private static final long serialVersionUID = 1L;

        NotStorable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    static byte[] encode(@Nullable Object result) throws NotStorable {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(result);
        } catch (NotSerializableException refused) {
            throw new NotStorable(
                    refused.getMessage() + " is not Serializable. Let it implement java.io.Serializable, or leave"
                            + " stored() and pure() out.",
                    refused);
        } catch (IOException | RuntimeException failed) {
            throw new NotStorable(
                    "its serialisation threw " + failed + ". Mend it, or leave stored() and pure() out.", failed);
        } catch (StackOverflowError deep) {
            throw new NotStorable(
                    "its objects hold each other too deep for Java's serialisation. Put them into a list, or leave"
                            + " stored() and pure() out.",
                    deep);
        }
        return bytes.toByteArray();
    }

    static @Nullable Object decode(byte[] bytes) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ContextInput(new ByteArrayInputStream(bytes))) {
            in.setObjectInputFilter(info -> check(info, bytes.length));
            return in.readObject();
        }
    }

    /** What is larger than its bytes can tell is a bomb and no result. */
    private static ObjectInputFilter.Status check(ObjectInputFilter.FilterInfo info, int bytes) {
        long most = (long) ROOM * bytes + SMALL;
        boolean fits = info.depth() <= MOST_DEPTH && info.references() <= most && info.arrayLength() <= most;
        return fits ? ObjectInputFilter.Status.UNDECIDED : ObjectInputFilter.Status.REJECTED;
    }

    /** Finds classes where the program that runs the task does. */
    private static final class ContextInput extends ObjectInputStream {
        private final @Nullable ClassLoader loader = Thread.currentThread().getContextClassLoader();

        ContextInput(InputStream in) throws IOException {
            super(in);
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
            if (loader != null) {
                try {
                    return Class.forName(description.getName(), false, loader);
                } catch (ClassNotFoundException primitiveOrElsewhere) {
                    return super.resolveClass(description);
                }
            }
            return super.resolveClass(description);
        }
    }
}
