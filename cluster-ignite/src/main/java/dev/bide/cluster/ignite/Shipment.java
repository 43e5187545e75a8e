package dev.bide.cluster.ignite;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Through it a driver's code goes to the workers. Ignite sends classes that the loader of the first closure finds, so the
 * closures are defined here, above the loader that sees the user's classes, wherever Bide itself lies. Each driver has its own:
 * two in one JVM never see each other's classes on a worker.
 */
final class Shipment extends ClassLoader {
    private static final Set<String> OWN =
            Set.of(Attach.class.getName(), Detach.class.getName(), TaskLoader.class.getName());
    private static final ClassLoader BIDE = Shipment.class.getClassLoader();

    Shipment(ClassLoader user) {
        super(user);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!OWN.contains(name)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            return known == null ? define(name) : known;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream in = BIDE.getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    /** What the user's loader does not see, Bide's may. */
    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        return BIDE.loadClass(name);
    }

    @Override
    protected @Nullable URL findResource(String name) {
        return BIDE.getResource(name);
    }
}
