package dev.bide.remote.codec;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.OutputStream;
import java.io.Serializable;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Java's serialisation, bounded by the length of what is read, and with a filter of the user's if there is one. */
final class JdkEngine implements Engine {
    static final String NAME = "jdk";

    /** What is not in proportion to the bytes: a map makes room for more than it holds. */
    private static final int ROOM = 4;

    private static final int SMALL = 1024;

    private final @Nullable ObjectInputFilter filter;
    private final ClassLoader loader;

    JdkEngine(@Nullable ObjectInputFilter filter) {
        this(filter, ClassLoader.getSystemClassLoader());
    }

    JdkEngine(@Nullable ObjectInputFilter filter, ClassLoader loader) {
        this.filter = filter;
        this.loader = loader;
    }

    @Override
    public byte[] write(Object value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(Plain.ENGINE);
        try (ObjectOutputStream out = new Output(bytes)) {
            out.writeObject(value);
        }
        return bytes.toByteArray();
    }

    @Override
    public Object read(byte[] bytes, int from, int length) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new Input(new ByteArrayInputStream(bytes, from, length), loader)) {
            ObjectInputFilter own = info -> check(info, length);
            in.setObjectInputFilter(filter == null ? own : ObjectInputFilter.merge(filter, own));
            Object value = in.readObject();
            if (in.read() >= 0) {
                throw new IllegalArgumentException("the bytes are damaged: there are too many");
            }
            return Objects.requireNonNull(value, "a null that this codec does not write");
        }
    }

    /** What is larger than its bytes can tell is a bomb. */
    private static ObjectInputFilter.Status check(ObjectInputFilter.FilterInfo info, int bytes) {
        long most = (long) ROOM * bytes + SMALL;
        Class<?> type = info.serialClass();
        boolean fits = info.references() <= most && info.arrayLength() <= most;
        return fits && (type == null || !Dangers.isDangerous(type.getName()))
                ? ObjectInputFilter.Status.UNDECIDED
                : ObjectInputFilter.Status.REJECTED;
    }

    @Override
    public Engine with(ClassLoader other) {
        return new JdkEngine(filter, other);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public @Nullable String refusal(Class<?> type) {
        if (type.isArray() || Path.class.isAssignableFrom(type)) {
            return null;
        }
        if (Dangers.isDangerous(type.getName())) {
            return Dangers.adviceFor(type);
        }
        if (Serializable.class.isAssignableFrom(type)) {
            return null;
        }
        if (Lambda.isFunction(type)) {
            return Dangers.lambdaAdvice();
        }
        return Dangers.isOfJdk(type)
                ? Dangers.adviceFor(type)
                : "make the class Serializable, or open it inside the task";
    }

    @Override
    public boolean functionsAreFree() {
        return filter == null;
    }

    /** Paths are not Serializable, but everybody has them. */
    private static final class Output extends ObjectOutputStream {
        Output(OutputStream out) throws IOException {
            super(out);
            enableReplaceObject(true);
        }

        @Override
        protected Object replaceObject(Object value) {
            return value instanceof Path path ? new WrittenPath(PathText.of(path)) : value;
        }
    }

    /** What stands for a path in the stream. */
    private record WrittenPath(String text) implements Serializable {
        private Object readResolve() {
            return PathText.path(text);
        }
    }

    private static final class Input extends ObjectInputStream {
        private static final Map<String, Class<?>> PRIMITIVE = Stream.of(
                        boolean.class,
                        byte.class,
                        short.class,
                        char.class,
                        int.class,
                        long.class,
                        float.class,
                        double.class,
                        void.class)
                .collect(Collectors.toUnmodifiableMap(Class::getName, type -> type));

        private final ClassLoader loader;

        Input(InputStream in, ClassLoader loader) throws IOException {
            super(in);
            this.loader = loader;
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass description) throws ClassNotFoundException {
            Class<?> primitive = PRIMITIVE.get(description.getName());
            return primitive != null ? primitive : Class.forName(description.getName(), false, loader);
        }

        @Override
        protected Class<?> resolveProxyClass(String[] names) throws ClassNotFoundException {
            Class<?>[] interfaces = new Class<?>[names.length];
            for (int i = 0; i < names.length; i++) {
                interfaces[i] = Class.forName(names[i], false, loader);
            }
            return Proxy.newProxyInstance(loader, interfaces, (proxy, method, arguments) -> null)
                    .getClass();
        }
    }
}
