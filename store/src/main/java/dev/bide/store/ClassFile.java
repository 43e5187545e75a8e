package dev.bide.store;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The file that holds the code of a class.
 *
 * @param hash its SHA-256, or {@code null} if it cannot be read
 */
record ClassFile(byte @Nullable [] hash) {
    private static final ClassValue<ClassFile> FILES = new ClassValue<>() {
        @Override
        protected ClassFile computeValue(Class<?> type) {
            return new ClassFile(read(type));
        }
    };

    private static byte @Nullable [] read(Class<?> type) {
        try (InputStream file = type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
            if (file == null) {
                return null;
            }
            byte[] bytes = file.readAllBytes();
            return new Sink().raw(bytes, 0, bytes.length).end();
        } catch (IOException unreadable) {
            return null;
        }
    }

    static ClassFile of(Class<?> type) {
        ClassFile file = FILES.get(type);
        if (file.hash == null) {
            throw Unkeyable.because("a function of the class " + type.getName()
                    + ", whose class file cannot be read. Give the task a version(..), which stands for its code");
        }
        return file;
    }
}
