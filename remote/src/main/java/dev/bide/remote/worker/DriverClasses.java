package dev.bide.remote.worker;

import dev.bide.graph.Node;
import dev.bide.remote.internal.wire.Reader;
import dev.bide.remote.internal.wire.Tag;
import dev.bide.remote.internal.wire.Writer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32;

/**
 * Loads the classes that only the driver has: those that a program made as it ran, or that are not on the worker's class path. The
 * driver says when it has classes of its own under names that may be here too; from then on it is asked first, and its class
 * is taken where the two differ, with the rest of its package.
 *
 * <p>Classes are asked for by the threads of tasks, never by those that bring messages, for these bring the answer.
 */
final class DriverClasses extends ClassLoader {
    private static final long PATIENCE_SECONDS = 30;
    private static final byte[] NOTHING = {};

    static {
        registerAsParallelCapable();
    }

    private final Post post;
    private final AtomicLong count = new AtomicLong();
    private final Map<Long, CompletableFuture<byte[]>> asked = new ConcurrentHashMap<>();
    private final Set<String> unknown = ConcurrentHashMap.newKeySet();
    private final Set<String> packages = ConcurrentHashMap.newKeySet();
    private volatile boolean first;

    DriverClasses(Post post, ClassLoader own) {
        super(own);
        this.post = post;
    }

    /** From now on the driver may have other classes than this worker under the same names. */
    void askFirst() {
        first = true;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!first || isOfBideOrPlatform(name)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            byte[] here = fileHere(name);
            if (here.length == 0) {
                return super.loadClass(name, resolve);
            }
            byte[] there = ask(name, crc(here));
            boolean neighbour = packages.contains(packageOf(name));
            if (there.length == 0 && !neighbour) {
                return super.loadClass(name, resolve);
            }
            return defined(name, there.length == 0 ? here : there);
        }
    }

    /** Bide's own classes must be one with the worker's. */
    private static boolean isOfBideOrPlatform(String name) {
        return name.startsWith("java.") || isWith(Node.class, name) || isWith(DriverClasses.class, name);
    }

    /** Whether a class is in the same jar, or folder, as one of Bide's. */
    private static boolean isWith(Class<?> one, String name) {
        if (!name.startsWith("dev.bide.")) {
            return false;
        }
        URL there = one.getResource("/" + fileOf(name));
        return there != null && there.toString().equals(rootOf(one) + fileOf(name));
    }

    private static String rootOf(Class<?> one) {
        String file = fileOf(one.getName());
        String url = String.valueOf(one.getResource("/" + file));
        return url.substring(0, url.length() - file.length());
    }

    private byte[] fileHere(String name) {
        try (InputStream file = getParent().getResourceAsStream(fileOf(name))) {
            return file == null ? NOTHING : file.readAllBytes();
        } catch (IOException unreadable) {
            return NOTHING;
        }
    }

    private static String fileOf(String name) {
        return name.replace('.', '/') + ".class";
    }

    private static String packageOf(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    private static long crc(byte[] file) {
        CRC32 crc = new CRC32();
        crc.update(file);
        return crc.getValue();
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] file = unknown.contains(name) ? NOTHING : ask(name, -1);
        if (file.length == 0) {
            unknown.add(name);
            throw new ClassNotFoundException(name);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? defined(name, file) : loaded;
        }
    }

    private Class<?> defined(String name, byte[] file) {
        packages.add(packageOf(name));
        return defineClass(name, file, 0, file.length);
    }

    /** The driver's file of a class; nothing if it has none, or one with the same sum. */
    private byte[] ask(String name, long sum) {
        long number = count.getAndIncrement();
        CompletableFuture<byte[]> answer = new CompletableFuture<>();
        asked.put(number, answer);
        post.toDriver(new Writer()
                .octet(Tag.CLASS)
                .number(number)
                .text(name)
                .number(sum)
                .buffer());
        byte[] file = awaited(answer);
        asked.remove(number);
        return file;
    }

    /** A task that is interrupted now would be left with half a class. */
    private static byte[] awaited(CompletableFuture<byte[]> answer) {
        boolean interrupted = false;
        while (true) {
            try {
                byte[] file = answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
                return file;
            } catch (InterruptedException later) {
                interrupted = true;
            } catch (ExecutionException | TimeoutException unanswered) {
                return NOTHING;
            }
        }
    }

    /** The driver has answered. */
    void take(Reader in) {
        CompletableFuture<byte[]> answer = asked.remove(in.number());
        if (answer != null) {
            answer.complete(in.bytes());
        }
    }
}
