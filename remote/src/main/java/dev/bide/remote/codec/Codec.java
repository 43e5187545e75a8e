package dev.bide.remote.codec;

import java.io.ObjectInputFilter;
import org.jspecify.annotations.Nullable;

/**
 * Turns values and functions into bytes and back, for another JVM of the same class path. Safe from any thread.
 *
 * <p>A value keeps its shape: what was shared or held itself inside it does so again. Nothing is shared between two values.
 * What is alive (a thread, a stream, a lock, a connection) is refused when it is encoded.
 *
 * <p>Reading bytes makes objects of the classes they name, and functions are code. Read only what comes from a JVM that may
 * run code in this one: a known-dangerous class is refused, but that is a seat belt and no wall.
 */
public interface Codec {
    /**
     * Turns one value or function into bytes that need no others.
     *
     * @param value the value; may be {@code null}
     * @return its bytes, the caller's to keep
     * @throws UnencodableException if it cannot be sent; the message says which part, and what to do
     */
    byte[] encode(@Nullable Object value) throws UnencodableException;

    /**
     * Turns bytes back into the value, with classes of this codec's loader.
     *
     * @param bytes an array that holds them; not kept, not changed
     * @param from index of the first
     * @param length how many
     * @return the value
     * @throws UndecodableException if they are damaged, or need a class that is missing or refused
     */
    @Nullable
    Object decode(byte[] bytes, int from, int length) throws UndecodableException;

    /**
     * The same codec, reading classes by another loader.
     *
     * @param loader where classes are looked up
     * @return a codec that makes the same bytes
     */
    Codec with(ClassLoader loader);

    /**
     * What {@link #named} finds it by.
     *
     * @return "fory" or "jdk"
     */
    String name();

    /**
     * The codec of a name, so that both ends use the same.
     *
     * @param name what {@link #name()} gave at the other end
     * @return the codec, reading classes by the calling thread's context class loader
     * @throws IllegalArgumentException if there is none
     */
    static Codec named(String name) {
        return switch (name) {
            case ForyEngine.NAME -> fory();
            case JdkEngine.NAME -> jdk();
            default ->
                throw new IllegalArgumentException("There is no codec named " + name + ". There are " + ForyEngine.NAME
                        + " and " + JdkEngine.NAME + ".");
        };
    }

    /**
     * Apache Fory: fast, and classes need not be Serializable as long as what they hold is no more than data.
     *
     * @return the codec, reading classes by the calling thread's context class loader
     * @throws IllegalStateException if the library is not there
     */
    static Codec fory() {
        requireFory();
        return of(new ForyEngine());
    }

    /**
     * Java's serialisation: slower, strict about Serializable, without dependencies.
     *
     * @return the codec, reading classes by the calling thread's context class loader
     */
    static Codec jdk() {
        return of(new JdkEngine(null));
    }

    /**
     * Java's serialisation with a filter on what it reads.
     *
     * @param filter asked for each class that is read, functions included
     * @return the codec, reading classes by the calling thread's context class loader
     */
    static Codec jdk(ObjectInputFilter filter) {
        return of(new JdkEngine(filter));
    }

    /** Else the JVM would name the first class that it misses, and not the artifact. */
    private static void requireFory() {
        try {
            Class.forName("org.apache.fory.Fory", false, Codec.class.getClassLoader());
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(
                    "Apache Fory is not there, which makes bytes of what is sent to other JVMs: put org.apache.fory:fory-core"
                            + " on the class path (Maven brings it with bide-remote); on the module path, say"
                            + " --add-modules org.apache.fory.core",
                    missing);
        }
    }

    private static Codec of(Engine engine) {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return new EngineCodec(engine, context != null ? context : ClassLoader.getSystemClassLoader());
    }
}
