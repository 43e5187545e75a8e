package dev.bide.remote.codec;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** How a function of one place in the code is taken apart: what is the same for all of them, and what each has captured. */
final class Lambda {
    /** The object in whose method a lambda was made, if that captured it. */
    static final String THIS = "captured this";

    private static final int MOST_SITE = 0xFFFF;
    private static final ClassValue<Lambda> OF = new ClassValue<>() {
        @Override
        protected Lambda computeValue(Class<?> type) {
            return new Lambda(writeReplace(type));
        }
    };
    private static final Object[] NOTHING = {};

    private final @Nullable Method writeReplace;
    private volatile byte @Nullable [] site;
    private volatile boolean capturesNothing;

    private Lambda(@Nullable Method writeReplace) {
        this.writeReplace = writeReplace;
    }

    /** Null if objects of the class are no functions that can be taken apart. */
    static @Nullable Lambda of(Class<?> type) {
        if (!type.isHidden() || !Serializable.class.isAssignableFrom(type)) {
            return null;
        }
        Lambda lambda = OF.get(type);
        return lambda.writeReplace == null ? null : lambda;
    }

    /** Whether a class is what a compiler makes of a lambda or a method reference. */
    static boolean isFunction(Class<?> type) {
        return type.isHidden() && type.isSynthetic();
    }

    private static @Nullable Method writeReplace(Class<?> type) {
        try {
            Method method = type.getDeclaredMethod("writeReplace");
            return method.trySetAccessible() ? method : null;
        } catch (NoSuchMethodException none) {
            return null;
        }
    }

    Object[] captured(Object function) throws ReflectiveOperationException {
        if (capturesNothing) {
            return NOTHING;
        }
        if (writeReplace == null || !(writeReplace.invoke(function) instanceof SerializedLambda form)) {
            throw new IllegalArgumentException("a function that does not say what it captures");
        }
        if (site == null) {
            site = write(form);
        }
        Object[] captured = new Object[form.getCapturedArgCount()];
        for (int i = 0; i < captured.length; i++) {
            captured[i] = form.getCapturedArg(i);
        }
        capturesNothing = captured.length == 0;
        return captured;
    }

    /** What a reader calls one of those captured; the compiler puts the object of an instance method first. */
    String nameOfCaptured(Object function, int index) throws ReflectiveOperationException {
        if (index > 0 || writeReplace == null || !(writeReplace.invoke(function) instanceof SerializedLambda form)) {
            return "captured argument " + (index + 1);
        }
        int kind = form.getImplMethodKind();
        if (kind == MethodHandleInfo.REF_invokeStatic || kind == MethodHandleInfo.REF_newInvokeSpecial) {
            return "captured argument 1";
        }
        return form.getImplMethodName().startsWith("lambda$") ? THIS : "the object whose method it is";
    }

    /** Where it is in the code; known once {@link #captured} was asked. */
    byte[] site() {
        byte[] known = site;
        if (known == null) {
            throw new IllegalStateException("ask for what is captured first");
        }
        return known;
    }

    private static byte[] write(SerializedLambda form) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(form.getCapturingClass());
            out.writeUTF(form.getFunctionalInterfaceClass());
            out.writeUTF(form.getFunctionalInterfaceMethodName());
            out.writeUTF(form.getFunctionalInterfaceMethodSignature());
            out.writeByte(form.getImplMethodKind());
            out.writeUTF(form.getImplClass());
            out.writeUTF(form.getImplMethodName());
            out.writeUTF(form.getImplMethodSignature());
            out.writeUTF(form.getInstantiatedMethodType());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        if (bytes.size() > MOST_SITE) {
            throw new IllegalArgumentException("the names of a function's types are longer than 64 KiB");
        }
        return bytes.toByteArray();
    }
}
