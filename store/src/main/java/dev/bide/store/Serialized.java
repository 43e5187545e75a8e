package dev.bide.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.lang.invoke.SerializedLambda;
import org.jspecify.annotations.Nullable;

/**
 * Puts an object into a {@link Sink} as Java's serialisation writes it. Inside it everything of which more is known goes by
 * its content: the bytes of a hash table tell of hash codes, which may be those of identity.
 */
final class Serialized extends ObjectOutputStream {
    /** What the JDK writes in the place of its immutable collections, in an order that chance decides anew in each JVM. */
    private static final String IMMUTABLE = "java.util.CollSer";

    private final Values values;

    private Serialized(Values values, OutputStream out) throws IOException {
        super(out);
        this.values = values;
        enableReplaceObject(true);
    }

    /** Stands for something that went in by its content. */
    private record Hashed(byte[] hash) implements Serializable {}

    static void put(Values values, Object object, Sink to) {
        to.tag(Tag.SERIALIZED);
        try (Serialized out = new Serialized(values, into(to))) {
            out.writeObject(object);
        } catch (NotSerializableException refused) {
            throw Unkeyable.because(
                    "a " + refused.getMessage()
                            + (object.getClass().getName().equals(refused.getMessage())
                                    ? ""
                                    : " (in a " + object.getClass().getTypeName() + ")")
                            + ", which is not Serializable. Make it so, or pass numbers, strings, enums, records, collections or files");
        } catch (IOException failed) {
            throw Unkeyable.because(
                    "a " + object.getClass().getTypeName() + ", whose serialisation threw " + failed + ". Mend it");
        } catch (StackOverflowError deep) {
            throw Unkeyable.because("a " + object.getClass().getTypeName() + ", whose objects hold each other too deep"
                    + " for Java's serialisation. Pass it in a flatter form, or as a file");
        }
    }

    private static OutputStream into(Sink to) {
        return new OutputStream() {
            @Override
            public void write(int b) {
                to.number((byte) b);
            }

            @Override
            public void write(byte[] bytes, int from, int count) {
                to.raw(bytes, from, count);
            }
        };
    }

    @Override
    protected @Nullable Object replaceObject(@Nullable Object object) throws IOException {
        if (object == null || object instanceof Hashed) {
            return object;
        }
        if (object instanceof SerializedLambda lambda) {
            return new Hashed(values.functions().of(lambda));
        }
        if (object.getClass().getName().equals(IMMUTABLE)) {
            return new Hashed(values.hash(collection(object)));
        }
        return switch (Shape.of(object.getClass())) {
            case PLAIN, ENUM, SERIALIZABLE, NONE -> object;
            case ARRAY -> object;
            default -> new Hashed(values.hashed(sink -> values.put(object, sink)));
        };
    }

    /** The immutable collection that a stand-in stands for: reading it is the only way to see what is in it. */
    private static Object collection(Object standIn) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(standIn);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        } catch (ClassNotFoundException elsewhere) {
            throw new IOException("an immutable collection cannot be read back", elsewhere);
        }
    }
}
