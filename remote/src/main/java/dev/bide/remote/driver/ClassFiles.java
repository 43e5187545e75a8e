package dev.bide.remote.driver;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Finds the files of classes for workers that lack them, by the loaders of the functions that were sent. Safe to use from any thread. */
final class ClassFiles {
    private static final byte[] NOTHING = {};

    private final Set<ClassLoader> loaders =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private final Runnable onOther;
    private volatile boolean others;

    /** Makes one that tells when there are classes for the first time that are not the program's own class path's. */
    ClassFiles(Runnable onOther) {
        this.onOther = onOther;
        loaders.add(ClassFiles.class.getClassLoader());
    }

    /** Functions of this loader are about to be sent. */
    void add(@Nullable ClassLoader loader) {
        if (loader == null || !loaders.add(loader) || others || isOfClassPath(loader)) {
            return;
        }
        others = true;
        onOther.run();
    }

    /** Whether there are classes that are not the class path's. */
    boolean others() {
        return others;
    }

    @SuppressWarnings("ReferenceEquality") // loaders have no other
    private static boolean isOfClassPath(ClassLoader loader) {
        ClassLoader known = ClassLoader.getSystemClassLoader();
        while (known != null && known != loader) {
            known = known.getParent();
        }
        return known == loader;
    }

    /** The file of a class; empty if there is none, or it has this sum. Other loaders than the class path's come first. */
    byte[] of(String name, long sum) {
        byte[] file = of(name);
        CRC32 crc = new CRC32();
        crc.update(file);
        return crc.getValue() == sum ? NOTHING : file;
    }

    private byte[] of(String name) {
        for (ClassLoader loader : all()) {
            try (InputStream file = loader.getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (file != null) {
                    return file.readAllBytes();
                }
            } catch (IOException unreadable) {
                return NOTHING;
            }
        }
        return NOTHING;
    }

    /** Loads what any of these loaders knows: what workers send is of classes that they were sent. */
    ClassLoader loader(ClassLoader own) {
        return new ClassLoader(own) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                for (ClassLoader loader : all()) {
                    Class<?> found = found(loader, name);
                    if (found != null) {
                        return found;
                    }
                }
                throw new ClassNotFoundException(name);
            }
        };
    }

    private static @Nullable Class<?> found(ClassLoader loader, String name) {
        try {
            return loader.loadClass(name);
        } catch (ClassNotFoundException itIsAnothers) {
            return null;
        }
    }

    /** The class path's last. */
    private List<ClassLoader> all() {
        List<ClassLoader> all;
        synchronized (loaders) {
            all = new ArrayList<>(loaders);
        }
        all.sort(Comparator.comparing(ClassFiles::isOfClassPath));
        return all;
    }
}
