package dev.bide.remote.worker;

import dev.bide.graph.Detached;
import dev.bide.graph.Fn0;
import dev.bide.graph.Fn1;
import dev.bide.graph.Fn2;
import dev.bide.graph.Hole;
import dev.bide.graph.Kind;
import dev.bide.graph.Node;
import dev.bide.remote.internal.wire.Packing;
import dev.bide.remote.internal.wire.Sharing;
import dev.bide.remote.internal.wire.Spec;
import dev.bide.remote.internal.wire.Tag;
import dev.bide.remote.internal.wire.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** Writes the message that asks for a batch. All attempts are first ones. */
final class Asking {
    private final Office.Side to;
    private final long batch;
    private final int run;
    private int flags;
    private final List<String> holders = new ArrayList<>();
    private final Writer inputs = new Writer();
    private int inputCount;
    private final Writer functions = new Writer();
    private int functionCount;
    private final Writer tasks = new Writer();
    private int taskCount;
    private byte[] thrown = {};

    Asking(Office.Side to, long batch, int run) {
        this.to = to;
        this.batch = batch;
        this.run = run;
    }

    Asking tellStart() {
        flags |= Tag.TELL_START;
        return this;
    }

    Asking thrown(Throwable failure) {
        flags |= Tag.FALLBACK;
        thrown = Office.CODEC.encode(failure);
        return this;
    }

    /** A result that another has, or this one if there is no name. */
    Asking input(int task, String holder) {
        if (!holder.isEmpty()) {
            holders.add(holder);
        }
        inputs.number(task).number(1).number(holder.isEmpty() ? 0 : holders.size());
        inputCount++;
        return this;
    }

    Asking function(int number, Object function) {
        return parcel(number, Packing.function(Sharing.none(Office.CODEC), node -> -1, function));
    }

    Asking parcel(int number, byte[] parcel) {
        functions.number(number).bytes(parcel);
        functionCount++;
        return this;
    }

    Asking spec(int task, byte[] spec, int... origins) {
        tasks.number(task).number(1).bytes(spec).numbers(origins);
        taskCount++;
        return this;
    }

    private static byte[] spec(int kind, int holes, Object function, int shared, ToIntFunction<Node> handles) {
        List<Object> arguments = new ArrayList<>();
        for (int i = 0; i < holes; i++) {
            arguments.add(new Hole(i));
        }
        List<Object> called = kind == Tag.HOME_KIND || kind == Kind.GATHER ? List.of() : List.of(function);
        return Spec.of(
                Sharing.none(Office.CODEC),
                Detached.of(kind, called, arguments, List.of()),
                any -> shared,
                any -> Packing.function(Sharing.none(Office.CODEC), handles, any));
    }

    Asking call(int task, Fn0<?> function) {
        return spec(task, spec(0, 0, function, -1, node -> -1));
    }

    <A> Asking call(int task, Fn1<A, ?> function, int origin) {
        return spec(task, spec(1, 1, function, -1, node -> -1), origin);
    }

    <A, B> Asking call(int task, Fn2<A, B, ?> function, int first, int second) {
        return spec(task, spec(2, 2, function, -1, node -> -1), first, second);
    }

    Asking callShared(int task, int function, int... origins) {
        return spec(task, spec(origins.length, origins.length, "", function, node -> -1), origins);
    }

    <A> Asking expand(int task, Fn1<A, ?> function, ToIntFunction<Node> handles, int origin) {
        return spec(task, spec(Kind.EXPAND, 1, function, -1, handles), origin);
    }

    Asking home(int task, int origin) {
        return spec(task, spec(Tag.HOME_KIND, 1, "", -1, node -> -1), origin);
    }

    Asking gather(int task, int... origins) {
        return spec(task, spec(Kind.GATHER, origins.length, "", -1, node -> -1), origins);
    }

    byte[] bytes() {
        Writer out = new Writer().octet(Tag.SUBMIT).number(batch).number(run).number(flags);
        out.number(holders.size());
        holders.forEach(out::text);
        out.number(inputCount).raw(inputs.toBytes());
        out.number(functionCount).raw(functions.toBytes());
        out.number(taskCount).raw(tasks.toBytes());
        return (flags & Tag.FALLBACK) == 0 ? out.toBytes() : out.bytes(thrown).toBytes();
    }

    void send() {
        to.say(new Writer().raw(bytes()));
    }

    List<Office.Answer> answers() {
        send();
        return to.answers(batch);
    }
}
