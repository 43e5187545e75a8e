package dev.bide.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Loads a program's classes from memory, before any of the same name on the class path, and with them what else is in their
 * packages, so that a copy of an example still sees its neighbours. The rest as usual.
 */
final class ProgramLoader extends URLClassLoader {
    private static final String CLASS_FILE = ".class";

    private final CompiledClasses classes;
    private final Set<String> packages = new HashSet<>();

    ProgramLoader(CompiledClasses classes, URL[] classPath) {
        super(classPath, ProgramLoader.class.getClassLoader());
        this.classes = classes;
        classes.topLevel().forEach(name -> packages.add(packageOf(name)));
    }

    private static String packageOf(String className) {
        return className.substring(0, Math.max(0, className.lastIndexOf('.')));
    }

    /** The classes that stand in no other, in the order of the source. */
    List<Class<?>> topLevelClasses() throws ClassNotFoundException {
        List<Class<?>> found = new ArrayList<>();
        for (String name : classes.topLevel()) {
            found.add(loadClass(name));
        }
        return found;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            byte[] bytes = bytes(name);
            return bytes == null ? super.loadClass(name, resolve) : defineClass(name, bytes, 0, bytes.length);
        }
    }

    /** Gives class files that are in memory, too: a store tells by them whether code has changed. */
    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        byte[] compiled = name.endsWith(CLASS_FILE)
                ? classes.bytes()
                        .get(name.substring(0, name.length() - CLASS_FILE.length())
                                .replace('/', '.'))
                : null;
        return compiled == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(compiled);
    }

    private byte @Nullable [] bytes(String name) throws ClassNotFoundException {
        byte[] compiled = classes.bytes().get(name);
        if (compiled != null || !packages.contains(packageOf(name))) {
            return compiled;
        }
        try (InputStream file = getResourceAsStream(name.replace('.', '/') + CLASS_FILE)) {
            return file == null ? null : file.readAllBytes();
        } catch (IOException unreadable) {
            throw new ClassNotFoundException(name, unreadable);
        }
    }
}
