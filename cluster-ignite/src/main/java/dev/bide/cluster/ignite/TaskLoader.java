package dev.bide.cluster.ignite;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds a driver's classes on a worker, Bide's and the tasks'. Ignite's own loader, which brings the bytes, gives up when the
 * thread is interrupted, as tasks are when they are cancelled or late; and a class that was not found once the JVM never
 * looks for again in that place of the code. This one asks on and lets the interrupt wait.
 *
 * <p>The JDK's and Ignite's classes are the node's. Others come from the driver even where the worker's class path has them, for those
 * may be older, and know another Bide; and from there if the driver has none.
 */
final class TaskLoader extends ClassLoader {
    private static final Set<String> BEFORE =
            Set.of(TaskLoader.class.getName(), Attach.class.getName(), Detach.class.getName());

    /** More of them than are ever lost in a row while a driver lives. */
    private static final int ATTEMPTS = 3;

    static {
        registerAsParallelCapable(); // before there is one
    }

    private static final TaskLoader HERE = new TaskLoader(TaskLoader.class.getClassLoader());

    private final ClassLoader ships;

    private TaskLoader(ClassLoader ships) {
        super(ships);
        this.ships = ships;
    }

    /** Calls a static method of {@link Desk} as this loader finds it. */
    static Object atDesk(String method, Object... arguments) {
        try {
            Class<?> desk = HERE.loadClass(TaskLoader.class.getPackageName() + ".Desk");
            for (Method candidate : desk.getDeclaredMethods()) {
                if (candidate.getName().equals(method)) {
                    candidate.setAccessible(true);
                    return candidate.invoke(null, arguments);
                }
            }
            throw new NoSuchMethodException(method);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(String.valueOf(e.getCause()), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e.toString(), e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            if (known != null) {
                return known;
            }
            if (BEFORE.contains(name)) {
                return ships.loadClass(name);
            }
            Class<?> local = local(name);
            return local != null && isTheNodes(local) ? local : shipped(name, local);
        }
    }

    private @Nullable Class<?> local(String name) {
        try {
            return name.startsWith("dev.bide.") ? null : Class.forName(name, false, ships.getParent());
        } catch (ClassNotFoundException | LinkageError none) {
            return null;
        }
    }

    private static boolean isTheNodes(Class<?> type) {
        String name = type.getName();
        String module = type.getModule().isNamed() ? type.getModule().getName() : "";
        return module.startsWith("java.")
                || module.startsWith("jdk.")
                || name.startsWith("org.apache.ignite.")
                || name.startsWith("javax.cache.");
    }

    private Class<?> shipped(String name, @Nullable Class<?> otherwise) throws ClassNotFoundException {
        byte[] bytes = bytes(fileOf(name));
        if (bytes != null) {
            return defineClass(name, bytes, 0, bytes.length);
        }
        if (otherwise == null) {
            throw new ClassNotFoundException(name + ", neither on this worker nor in the driver");
        }
        return otherwise;
    }

    private static String fileOf(String name) {
        return name.replace('.', '/') + ".class";
    }

    /** Null where the driver has none. Ignite gives nothing, too, if the answer was lost; then it is asked again. */
    private byte @Nullable [] bytes(String file) throws ClassNotFoundException {
        for (int i = 0; i < ATTEMPTS; i++) {
            byte[] bytes = answer(file);
            if (bytes != null || answer(fileOf(Attach.class.getName())) != null) {
                return bytes;
            }
        }
        throw new ClassNotFoundException(file + " did not come from the driver, which does not answer");
    }

    private byte @Nullable [] answer(String file) throws ClassNotFoundException {
        boolean interrupted = Thread.interrupted();
        try {
            byte[] bytes = asked(file);
            while (bytes == null && Thread.interrupted()) {
                interrupted = true;
                bytes = asked(file);
            }
            return bytes;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Files that lie among the classes: a library's tables, a program's words. */
    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        try {
            byte[] shipped = bytes(name);
            return shipped == null ? ships.getResourceAsStream(name) : new ByteArrayInputStream(shipped);
        } catch (ClassNotFoundException e) {
            return ships.getResourceAsStream(name);
        }
    }

    /** Past the worker's own class path, where another version of Bide may lie. */
    private byte @Nullable [] asked(String file) throws ClassNotFoundException {
        try {
            Method ask = ships.getClass().getDeclaredMethod("sendResourceRequest", String.class);
            ask.setAccessible(true);
            try (InputStream in = (InputStream) ask.invoke(ships, file)) {
                return in == null ? null : in.readAllBytes();
            }
        } catch (InvocationTargetException e) {
            if (Thread.currentThread().isInterrupted()) {
                return null; // that is why
            }
            throw new ClassNotFoundException(file + " did not come from the driver", e.getCause());
        } catch (ReflectiveOperationException | IOException e) {
            throw new ClassNotFoundException(file + " cannot be had from the driver", e);
        }
    }
}
