package dev.bide.cluster.ignite;

import java.util.UUID;
import org.apache.ignite.lang.IgniteCallable;
import org.apache.ignite.lang.IgniteRunnable;

/**
 * What a driver sends by Ignite's compute grid. Workers get all code through the loader of these.
 *
 * @param loader of the closures; sees the classes of tasks, too
 */
record Closures(ClassLoader loader) {
    /** For a node that serves Bide alone: classes that only the user's loader sees go to the workers, too. */
    static Closures apart(ClassLoader user) {
        return new Closures(new Shipment(user));
    }

    /**
     * For a node that others use, too. Ignite takes code from a second loader of a node that sees the same classes for a
     * newer version of the first one's, which would break the others' closures: a loader of our own only if there is no way
     * without.
     */
    static Closures beside(ClassLoader user) {
        ClassLoader bide = Closures.class.getClassLoader();
        return user.equals(bide) ? new Closures(bide) : apart(user);
    }

    @SuppressWarnings("unchecked")
    IgniteCallable<Integer> attach(String topic, UUID driver, int worker, String maker) {
        return (IgniteCallable<Integer>) make(Attach.class.getName(), topic, driver, worker, maker);
    }

    IgniteRunnable detach(String topic, UUID driver, int worker) {
        return (IgniteRunnable) make(Detach.class.getName(), topic, driver, worker);
    }

    private Object make(String name, Object... arguments) {
        try {
            var constructor = loader.loadClass(name).getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(name + " cannot be made", e);
        }
    }
}
