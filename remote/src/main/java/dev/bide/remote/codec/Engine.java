package dev.bide.remote.codec;

import org.jspecify.annotations.Nullable;

/** A library that turns objects into bytes and back. Safe from any thread. Whatever it throws is translated by its caller. */
interface Engine {
    String name();

    /** Room for a mark of the caller's is left in front: the first byte is not the engine's. */
    byte[] write(Object value) throws Exception;

    Object read(byte[] bytes, int from, int length) throws Exception;

    /** The same engine with classes of another loader, and nothing shared that would hold either. */
    Engine with(ClassLoader loader);

    /** Why no object of a class is sent and what to do instead, or null if the class is no obstacle. */
    @Nullable
    String refusal(Class<?> type);

    /** Whether functions may go round the engine; not if somebody wants to be asked about each class. */
    boolean functionsAreFree();
}
