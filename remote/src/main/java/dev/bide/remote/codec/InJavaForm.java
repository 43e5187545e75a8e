package dev.bide.remote.codec;

import java.io.IOException;
import java.util.Map;
import org.apache.fory.context.ReadContext;
import org.apache.fory.context.WriteContext;
import org.apache.fory.resolver.TypeResolver;
import org.apache.fory.serializer.ExceptionSerializers.ExceptionSerializer;
import org.apache.fory.serializer.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes an object by Java's serialisation inside Fory's bytes. For exceptions: Fory calls their constructors with null, and
 * writes what {@code getMessage()} says as if it were the message it is made of. For the few of the JDK that write other
 * fields than they have. An exception that holds what Java's serialisation refuses is left to Fory.
 */
final class InJavaForm extends Serializer<Object> {
    private final JdkEngine engine;
    private final @Nullable Serializer<Object> otherwise;

    @SuppressWarnings("unchecked")
    InJavaForm(TypeResolver resolver, Class<?> type) {
        super(resolver.getConfig(), (Class<Object>) type);
        engine = new JdkEngine(null, resolver.getClassLoader());
        otherwise = Throwable.class.isAssignableFrom(type)
                ? (Serializer<Object>)
                        (Serializer<?>) new ExceptionSerializer<>(resolver, type.asSubclass(Throwable.class))
                : null;
    }

    /** Whether a class of the JDK names fields to be written that it does not have. */
    static boolean isNeededFor(Class<?> type) {
        if (Throwable.class.isAssignableFrom(type)) {
            return true;
        }
        try {
            return Dangers.isOfJdk(type)
                    && !Iterable.class.isAssignableFrom(type)
                    && !Map.class.isAssignableFrom(type)
                    && type.getDeclaredField("serialPersistentFields") != null;
        } catch (NoSuchFieldException none) {
            return false;
        }
    }

    @Override
    public void write(WriteContext context, Object value) {
        byte[] bytes;
        try {
            bytes = engine.write(value);
        } catch (IOException refused) {
            if (otherwise == null) {
                throw new IllegalArgumentException(refused.toString(), refused);
            }
            context.getBuffer().writeBoolean(false);
            otherwise.write(context, value);
            return;
        }
        context.getBuffer().writeBoolean(true);
        context.getBuffer().writeVarUInt32(bytes.length);
        context.getBuffer().writeBytes(bytes);
    }

    @Override
    public Object read(ReadContext context) {
        if (context.getBuffer().readBoolean()) {
            int length = context.getBuffer().readVarUInt32();
            context.getBuffer().checkReadableBytes(length);
            byte[] bytes = context.getBuffer().readBytes(length);
            try {
                return engine.read(bytes, 1, length - 1);
            } catch (IOException | ClassNotFoundException failed) {
                throw new IllegalArgumentException(failed.toString(), failed);
            }
        }
        if (otherwise == null) {
            throw new IllegalArgumentException("the bytes are damaged: a " + type.getName());
        }
        return otherwise.read(context);
    }
}
