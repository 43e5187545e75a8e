package dev.bide.graph;

import java.io.NotSerializableException;
import org.jspecify.annotations.Nullable;

/**
 * What a node calls that stands for a call in another JVM: there is nothing to call here.
 *
 * @param run the run that knows the call
 * @param number by which number
 */
@SuppressWarnings("serial") // refuses to be sent: it is nothing without its run
record Handle(Object run, int number) implements Fn0<@Nullable Object> {
    @Override
    public @Nullable Object apply() {
        throw new IllegalStateException(GraphErrors.HANDLE);
    }

    private Object writeReplace() throws NotSerializableException {
        throw new NotSerializableException(GraphErrors.HANDLE);
    }
}
