package dev.bide.remote.worker;

import dev.bide.graph.Detached;
import dev.bide.graph.Hole;
import dev.bide.graph.Kind;
import dev.bide.graph.Node;
import dev.bide.graph.Plan;
import dev.bide.remote.codec.Codec;
import dev.bide.remote.codec.UndecodableException;
import dev.bide.remote.codec.UnencodableException;
import dev.bide.remote.internal.wire.Packing;
import dev.bide.remote.internal.wire.Reader;
import dev.bide.remote.internal.wire.Spec;
import dev.bide.remote.internal.wire.Tag;
import dev.bide.remote.internal.wire.Unpacking;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Runs the tasks of a batch, in the caller's thread. Whatever a task throws is its answer. What it gives is kept
 * before anybody is told of it.
 */
final class Turn {
    private static final @Nullable Object[] NOTHING = {};
    private static final int[] NONE = {};
    private static final byte[] NO_INPUTS = {};

    private final Post post;
    private final Codec codec;
    private final Batch batch;
    private final Answering answers;
    private final @Nullable Kept[] made;
    private @Nullable Detached plain;
    private byte[] plainSpec = NO_INPUTS;

    Turn(Post post, Batch batch, Answering answers) {
        this.post = post;
        this.codec = post.codec();
        this.batch = batch;
        this.answers = answers;
        this.made = new Kept[batch.size()];
    }

    /** Runs what is to run; what it leaves unanswered was not run. */
    void run() {
        int count = batch.tasks.thrown() == null ? batch.size() : Math.min(1, batch.size());
        for (int i = 0; i < count; i++) {
            Thread.interrupted(); // of the task before; who stops the batch says so before it interrupts
            if (batch.stopped || batch.run.isForgotten()) {
                return;
            }
            int[] missing = batch.tasks.thrown() == null ? missing(i) : NONE;
            if (missing.length > 0) {
                answers.inputMissing(missing);
            } else if (batch.tasks.thrown() == null && lacksOwn(i)) {
                answers.notRun();
            } else {
                post.atWork(batch.seat, batch.runNumber, batch.tasks.numbers()[i]);
                attempt(i);
                post.atWork(batch.seat, batch.runNumber, Batch.NONE);
            }
        }
    }

    private int[] missing(int task) {
        int[] sources = batch.tasks.sources()[task];
        for (int source : sources) {
            if (isMissing(source)) {
                int[] origins = batch.tasks.origins()[task];
                return IntStream.range(0, sources.length)
                        .filter(k -> isMissing(sources[k]))
                        .map(k -> origins[k])
                        .distinct()
                        .toArray();
            }
        }
        return NONE;
    }

    private boolean isMissing(int source) {
        return source == Batch.NOWHERE || source < 0 && batch.inputs[~source] == null;
    }

    private boolean lacksOwn(int task) {
        for (int source : batch.tasks.sources()[task]) {
            if (source >= 0 && made[source] == null) {
                return true;
            }
        }
        return false;
    }

    private Kept source(int source) {
        return Objects.requireNonNull(source >= 0 ? made[source] : batch.inputs[~source]);
    }

    private void attempt(int task) {
        long began = System.nanoTime();
        answers.begun(began);
        Detached call = null;
        @Nullable Object[] results = NOTHING;
        try {
            call = call(task);
            results = results(task);
            if (call.kind() == Tag.HOME_KIND) {
                home(task, call.filled(results)[0], began);
            } else {
                @Nullable Object given = call.call(results);
                long ended = System.nanoTime();
                gave(task, call, given, began, ended);
            }
        } catch (Throwable thrown) { // a task may throw anything
            threw(task, thrown, call, results, began);
        }
    }

    private Detached call(int task) {
        byte[] spec = batch.tasks.specs()[task];
        if (plain != null && Arrays.equals(spec, plainSpec)) {
            return plain;
        }
        Detached call = read("what this task calls, or is called with,", () -> read(spec));
        return batch.tasks.thrown() == null
                ? call
                : Detached.of(call.kind(), call.functions(), List.of(new Hole(0)), call.details());
    }

    /** Tasks with nothing of their own but what they need are the same call, if their bytes are the same. */
    private Detached read(byte[] spec) {
        boolean[] own = {false};
        Detached call = Spec.read(new Reader(spec), codec, this::shared, in -> {
            own[0] = true;
            return Unpacking.function(codec, batch.run, this::shared, in);
        });
        if (!own[0] && call.hasOnlyHoles()) {
            plain = call;
            plainSpec = spec;
        }
        return call;
    }

    private Object shared(int number) {
        return batch.run.shared(number, codec);
    }

    private @Nullable Object[] results(int task) {
        byte[] thrown = batch.tasks.thrown();
        if (thrown != null) {
            return new Object[] {
                read("what the task threw", () -> Objects.requireNonNull(codec.decode(thrown, 0, thrown.length)))
            };
        }
        int[] sources = batch.tasks.sources()[task];
        @Nullable Object[] results = new Object[sources.length];
        for (int k = 0; k < results.length; k++) {
            Kept kept = source(sources[k]);
            results[k] = kept.isRead() ? kept.value(codec) : read("an input of this task", () -> kept.value(codec));
        }
        return results;
    }

    /** Reads bytes, which can fail here in a way that it could not where they were made. */
    private <T extends @Nullable Object> T read(String what, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (UndecodableException failed) {
            String where = "on worker " + post.settings.name() + ", " + what + " ";
            throw new UndecodableException(where + failed.getMessage(), failed);
        }
    }

    private void gave(int task, Detached call, @Nullable Object given, long began, long ended) {
        if (call.kind() == Kind.GATHER && call.hasOnlyHoles()) {
            gathered(task, given);
        } else if (call.kind() != Kind.EXPAND) {
            keep(task, given);
        } else if (Plan.isValue((Node) Objects.requireNonNull(given))) {
            keep(task, Plan.valueOf((Node) given));
        } else {
            answers.grew(Packing.graph(codec, batch.run::handleOf, (Node) given), began, ended);
            return;
        }
        answers.done(Objects.requireNonNull(made[task]).size, began, ended);
    }

    private void home(int task, @Nullable Object argument, long began) {
        byte[] encoded = codec.encode(argument);
        keep(task, null);
        answers.home(encoded, began, System.nanoTime());
    }

    private void gathered(int task, @Nullable Object list) {
        long size = inputBytes(task);
        if (size < Kept.MOST_GATHERED) {
            put(task, Kept.gathered(list, size));
        } else {
            keep(task, list);
        }
    }

    private void keep(int task, @Nullable Object given) {
        Kept kept;
        try {
            kept = Kept.made(given, codec);
        } catch (UnencodableException refused) {
            throw unsendable(refused.ofResult());
        }
        put(task, kept);
    }

    private void put(int task, Kept kept) {
        batch.run.keep(KeptRun.key(batch.tasks.numbers()[task], batch.tasks.attempts()[task]), kept);
        made[task] = kept;
    }

    private long inputBytes(int task) {
        return Arrays.stream(batch.tasks.sources()[task])
                .mapToLong(source -> source(source).size)
                .sum();
    }

    /** Thrown by nothing of the user's, it has no stack that would tell anything. */
    private static IllegalStateException unsendable(UnencodableException refused) {
        IllegalStateException failure =
                new IllegalStateException("the result of this task " + refused.getMessage(), refused.getCause());
        failure.setStackTrace(new StackTraceElement[0]);
        return failure;
    }

    private void threw(int task, Throwable thrown, @Nullable Detached call, @Nullable Object[] results, long began) {
        long ended = System.nanoTime();
        byte[] inputs = call == null ? NO_INPUTS : inputs(task, call, results);
        answers.threw(Failing.thrown(codec, thrown), inputs, began, ended);
    }

    private byte[] inputs(int task, Detached call, @Nullable Object[] results) {
        if (results.length < call.needs()) {
            return NO_INPUTS;
        }
        return Failing.inputs(codec, call, results, batch.tasks.thrown() == null ? inputBytes(task) : 0);
    }
}
