package dev.bide.remote.codec;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * A place in the code that makes functions, found again in this JVM. The compiler has put a method into the class that makes
 * them from what they capture; it is called as Java's serialisation would.
 */
final class Site {
    private final Class<?> capturing;
    private final Method maker;
    private final String[] names;
    private final int kind;

    private Site(Class<?> capturing, String[] names, int kind) throws ReflectiveOperationException {
        this.capturing = capturing;
        this.names = names;
        this.kind = kind;
        try {
            maker = capturing.getDeclaredMethod("$deserializeLambda$", SerializedLambda.class);
        } catch (NoSuchMethodException none) {
            throw otherBuild(none);
        }
        maker.setAccessible(true);
    }

    static Site read(byte[] bytes, int from, int length, ClassLoader loader) throws ReflectiveOperationException {
        String[] names = new String[8];
        int kind = 0;
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, from, length))) {
            for (int i = 0; i < names.length; i++) {
                if (i == 4) {
                    kind = in.readByte();
                }
                names[i] = in.readUTF();
            }
        } catch (IOException damaged) {
            throw new IllegalArgumentException("the bytes are damaged: a function's place", damaged);
        }
        String name = names[0].replace('/', '.');
        if (Dangers.isDangerous(name)) {
            throw new SecurityException("a function of " + name + " is refused");
        }
        return new Site(Class.forName(name, false, loader), names, kind);
    }

    Object function(@Nullable Object[] captured) throws ReflectiveOperationException {
        SerializedLambda form = new SerializedLambda(
                capturing, names[1], names[2], names[3], kind, names[4], names[5], names[6], names[7], captured);
        try {
            return maker.invoke(null, form);
        } catch (InvocationTargetException failed) {
            Throwable cause = failed.getCause();
            if (cause instanceof IllegalArgumentException || cause instanceof ClassCastException) {
                throw otherBuild(cause);
            }
            throw failed;
        }
    }

    private IllegalArgumentException otherBuild(Throwable cause) {
        return new IllegalArgumentException(
                "the function " + names[0].replace('/', '.') + "::" + names[5] + " is not in this JVM's "
                        + capturing.getName() + ", which is of another build (" + cause
                        + "); use the same class path on all workers");
    }
}
