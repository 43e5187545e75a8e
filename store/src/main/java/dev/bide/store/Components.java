package dev.bide.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads the components of records. */
final class Components {
    private static final ClassValue<Method[]> ACCESSORS = new ClassValue<>() {
        @Override
        protected Method[] computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getAccessor)
                    .peek(Method::trySetAccessible)
                    .toArray(Method[]::new);
        }
    };

    private Components() {}

    static @Nullable Object[] of(Record record) {
        Method[] accessors = ACCESSORS.get(record.getClass());
        @Nullable Object[] values = new Object[accessors.length];
        try {
            for (int i = 0; i < values.length; i++) {
                values[i] = accessors[i].invoke(record);
            }
        } catch (IllegalAccessException shut) {
            throw Unkeyable.because("a " + record.getClass().getTypeName() + ", whose module keeps it shut. Open its"
                    + " package to dev.bide.store");
        } catch (InvocationTargetException thrown) {
            throw Unkeyable.because("a " + record.getClass().getTypeName() + ", whose accessor threw "
                    + thrown.getCause() + ". Mend it");
        }
        return values;
    }
}
