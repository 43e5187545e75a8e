package dev.bide.remote.codec;

import java.nio.file.Path;
import org.apache.fory.context.ReadContext;
import org.apache.fory.context.WriteContext;
import org.apache.fory.resolver.TypeResolver;
import org.apache.fory.serializer.Serializer;
import org.apache.fory.serializer.SerializerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Decides once per class what Fory does with it: refuse what is alive, write paths as text and exceptions in Java's form, and the library's own way for the
 * rest. A refusal is a serialiser, so that a field of such a type may well be null.
 */
final class ForySerializers implements SerializerFactory {
    @Override
    public @Nullable Serializer<?> createSerializer(TypeResolver resolver, Class<?> type) {
        if (Path.class.isAssignableFrom(type)) {
            return new OfPath(resolver, type);
        }
        if (Dangers.refusal(type) != null) {
            return new Refusing(resolver, type);
        }
        return InJavaForm.isNeededFor(type) ? new InJavaForm(resolver, type) : null;
    }

    private static final class Refusing extends Serializer<Object> {
        @SuppressWarnings("unchecked")
        Refusing(TypeResolver resolver, Class<?> type) {
            super(resolver.getConfig(), (Class<Object>) type);
        }

        @Override
        public void write(WriteContext context, Object value) {
            throw refused();
        }

        @Override
        public Object read(ReadContext context) {
            throw refused();
        }

        private IllegalArgumentException refused() {
            return new IllegalArgumentException("an object of " + type.getName() + " is refused");
        }
    }

    private static final class OfPath extends Serializer<Object> {
        @SuppressWarnings("unchecked")
        OfPath(TypeResolver resolver, Class<?> type) {
            super(resolver.getConfig(), (Class<Object>) type);
        }

        @Override
        public void write(WriteContext context, Object value) {
            context.writeString(PathText.of((Path) value));
        }

        @Override
        public Object read(ReadContext context) {
            return PathText.path(context.readString());
        }
    }
}
