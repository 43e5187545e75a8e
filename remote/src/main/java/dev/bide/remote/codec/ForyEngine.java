package dev.bide.remote.codec;

import java.util.concurrent.ConcurrentLinkedDeque;
import org.apache.fory.Fory;
import org.apache.fory.logging.LoggerFactory;
import org.apache.fory.memory.MemoryBuffer;
import org.apache.fory.memory.MemoryUtils;
import org.jspecify.annotations.Nullable;

/**
 * Apache Fory in Java mode. An instance serves one thread at a time; they are kept for the next, last used first, and there are
 * never more than threads that encoded or decoded at once. The first is made when it is needed: its classes take
 * longer to load than a JVM takes to start.
 *
 * <p>It generates no code: a class would cost a compilation of 100 ms and more at its first use in every JVM, against 0.3 µs
 * an object without.
 */
final class ForyEngine implements Engine {
    static final String NAME = "fory";

    /** Far more than people nest, far less than a thread's stack. */
    private static final int MOST_DEPTH = 100_000;

    /** Elements that take no byte of their own; the library's bound, 8192, is less than what a run may return. */
    private static final int MOST_UNBACKED = 1_000_000;

    static {
        Module own = ForyEngine.class.getModule();
        Module library = ModuleLayer.boot()
                .findModule("org.apache.fory.core")
                .orElseGet(() -> ClassLoader.getSystemClassLoader().getUnnamedModule());
        own.addReads(library);
    }

    private final ClassLoader loader;
    private final ConcurrentLinkedDeque<Fory> idle = new ConcurrentLinkedDeque<>();

    ForyEngine() {
        this(ClassLoader.getSystemClassLoader());
    }

    private ForyEngine(ClassLoader loader) {
        this.loader = loader;
    }

    @Override
    public byte[] write(Object value) {
        Fory fory = take();
        MemoryBuffer buffer = fory.getBuffer();
        buffer.writerIndex(0);
        buffer.writeByte(Plain.ENGINE);
        fory.serialize(buffer, value);
        byte[] bytes = buffer.getBytes(0, buffer.writerIndex());
        fory.resetBuffer();
        idle.addFirst(fory);
        return bytes;
    }

    /** Where Fory does not find a class by our loader it tries the thread's, which may have another of that name. */
    @Override
    public Object read(byte[] bytes, int from, int length) {
        Fory fory = take();
        MemoryBuffer buffer = MemoryUtils.wrap(bytes, from, length);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        Object value;
        try {
            thread.setContextClassLoader(loader);
            value = fory.deserialize(buffer);
        } finally {
            thread.setContextClassLoader(before);
        }
        if (buffer.readerIndex() != length) {
            throw new IllegalArgumentException(
                    "the bytes are damaged: " + (length - buffer.readerIndex()) + " too many");
        }
        idle.addFirst(fory);
        return value;
    }

    /** One that failed is not given back: nobody knows what it was in the middle of. */
    private Fory take() {
        Fory fory = idle.pollFirst();
        return fory != null ? fory : make();
    }

    private Fory make() {
        LoggerFactory.disableLogging();
        Fory fory = Fory.builder()
                .withXlang(false)
                .withCompatible(false)
                .withRefTracking(true)
                .requireClassRegistration(false)
                .withTypeChecker((resolver, name) -> !Dangers.isDangerous(name))
                .withMaxDepth(MOST_DEPTH)
                .withMaxGraphMemoryBytes(Runtime.getRuntime().maxMemory())
                .withMaxUnbackedContainerItems(MOST_UNBACKED)
                .withNumberCompressed(true)
                .registerGuavaTypes(false)
                .withCodegen(false)
                .withClassLoader(loader)
                .build();
        fory.registerSerializerFactory(new ForySerializers());
        return fory;
    }

    @Override
    public Engine with(ClassLoader other) {
        return new ForyEngine(other);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public @Nullable String refusal(Class<?> type) {
        return Dangers.refusal(type);
    }

    @Override
    public boolean functionsAreFree() {
        return true;
    }
}
