package dev.bide.remote.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.bide.remote.codec.Luggage.Connection;
import dev.bide.remote.codec.Luggage.Loader;
import dev.bide.remote.codec.Luggage.Sendable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.lang.invoke.MethodHandles;
import java.lang.ref.WeakReference;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Timer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be sent is refused by its name, with the way to it and what to do. */
abstract class RefusalLaw extends CodecLaw {
    RefusalLaw(CodecContract contract) {
        super(contract);
    }

    static Stream<Object> alive() throws IOException {
        return Stream.of(
                Thread.currentThread(),
                new Luggage.Ticker(),
                new ByteArrayInputStream(new byte[1]),
                new StringBuilder("x").chars(),
                new StringReader("x"),
                new Socket(),
                new WeakReference<>("x"),
                new ThreadLocal<>(),
                Runtime.getRuntime(),
                ClassLoader.getSystemClassLoader(),
                Executors.newCachedThreadPool(),
                new FutureTask<>(() -> 1),
                MethodHandles.lookup(),
                new Connection(),
                new Object() {
                    @SuppressWarnings("unused")
                    final Thread hidden = Thread.currentThread();
                },
                (Function<Object, Object>) x -> x,
                new CountDownLatch(1),
                List.of(1).iterator(),
                new Timer(true));
    }

    @ParameterizedTest
    @MethodSource("alive")
    void encode_alive_isRefusedByName(Object alive) {
        assertThatExceptionOfType(UnencodableException.class)
                .isThrownBy(() -> codec().encode(alive))
                .withMessageStartingWith("can't be sent to another JVM: ");
        assertThatExceptionOfType(UnencodableException.class)
                .isThrownBy(() -> codec().encode(new Object[] {1, alive}))
                .withMessageContaining("element 1");
    }

    @Test
    void encode_aliveWithin_namesThePath() {
        Loader loader = new Loader(new Connection(), List.of());
        Sendable<Integer, Object> function = x -> loader.things.get(x);

        assertThatExceptionOfType(UnencodableException.class)
                .isThrownBy(() -> codec().encode(function))
                .withMessage("can't be sent to another JVM: captured argument 1 (a " + Loader.class.getName()
                        + ") > field connection is a " + Connection.class.getName()
                        + "; make the class Serializable, or open it inside the task");
    }

    @Test
    void encode_aliveInContainers_namesThePath() {
        Loader loader = new Loader(null, new ArrayList<>(List.of(1, Map.of("k", Thread.currentThread()))));

        assertThatExceptionOfType(UnencodableException.class)
                .isThrownBy(() -> codec().encode(loader))
                .withMessageContaining(
                        "field things (a java.util.ArrayList) > element 1 (a java.util.ImmutableCollections$Map1) >"
                                + " the value of key k is a java.lang.Thread");
    }

    private final Thread mine = Thread.currentThread();

    @Test
    void encode_lambdaUsesThis_saysSoAndHowToAvoidIt() {
        Sendable<Integer, Integer> function = x -> mine.getName().length() + x;
        Sendable<Thread, Boolean> bound = mine::equals;

        assertThatExceptionOfType(UnencodableException.class)
                .isThrownBy(() -> codec().encode(function))
                .withMessageStartingWith("can't be sent to another JVM: captured this ")
                .withMessageEndingWith(
                        "; a static method, or a local variable that holds what is needed, captures no this");
        assertThatExceptionOfType(UnencodableException.class)
                .isThrownBy(() -> codec().encode(bound))
                .withMessageStartingWith(
                        "can't be sent to another JVM: the object whose method it is is a java.lang.Thread; ");
    }

    @Test
    void encode_alive_namesTheFieldThatCouldBeTransientIfThereIsOne() {
        Thread local = Thread.currentThread();
        Sendable<Integer, Integer> function = x -> local.getName().length() + x;
        Object holder = new Loader(null, List.of(local));

        assertThatExceptionOfType(UnencodableException.class)
                .isThrownBy(() -> codec().encode(function))
                .withMessageEndingWith("captured argument 1 is a java.lang.Thread; open or make it inside the task");
        assertThatExceptionOfType(UnencodableException.class)
                .isThrownBy(() -> codec().encode(holder))
                .withMessageEndingWith("open or make it inside the task, or let the field things be transient");
        assertThatExceptionOfType(UnencodableException.class)
                .isThrownBy(() -> codec().encode(new Luggage.Held(local)))
                .withMessageEndingWith("field what is a java.lang.Thread; open or make it inside the task");
    }

    @Test
    void encode_alive_isToldOfAsArgumentAndAsResult() {
        Thread alive = Thread.currentThread();
        UnencodableException itself = refusal(alive);
        UnencodableException within = refusal(new Loader(null, List.of(alive)));

        assertThat(itself.ofArgument(2))
                .hasMessage("can't be sent to another JVM: argument 2 is a java.lang.Thread; open or make it inside the"
                        + " task");
        assertThat(within.ofArgument(1))
                .hasMessageContaining(": argument 1 (a " + Loader.class.getName() + ") > field things (a ");
        assertThat(itself.ofResult())
                .hasMessage(
                        "can't be sent to another JVM: it is a java.lang.Thread; return what you read from it, or use"
                                + " it in the same task");
        assertThat(refusal(new Connection()).ofResult()).hasMessageEndingWith("or use it in the same task");
    }

    private UnencodableException refusal(Object value) {
        return catchThrowableOfType(UnencodableException.class, () -> codec().encode(value));
    }

    @Test
    void encode_functionThatCannotTravel_saysHowItCould() {
        Function<Integer, Integer> plain = x -> x;
        Sendable<Integer, Integer> outer = x -> plain.apply(x);

        assertThatExceptionOfType(UnencodableException.class)
                .isThrownBy(() -> codec().encode(outer))
                .withMessageContaining(
                        "captured argument 1 is a function (java.util.function.Function); let its interface extend");
    }
}
