package dev.bide.store;

import dev.bide.Bide;
import dev.bide.graph.Node;
import dev.bide.graph.Plan;
import dev.bide.graph.Recipe;
import dev.bide.graph.Rewriting;
import dev.bide.graph.Rewriting.Change;
import dev.bide.graph.Rewriting.Ran;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the store has to do with one run. The graph is rewritten before the run starts, and so is each addition to it when a
 * task answers with one, by the same rewriting: a call that several of them need stays one call.
 */
final class StoredRun {
    private final Shelf shelf;
    private final ContentKeys keys;
    private final Rewriting rewriting = new Rewriting(this::change);
    private final Warnings warnings = new Warnings();

    /** One thread at a time works at the keys and the rewriting. */
    private final ReentrantLock lock = new ReentrantLock();

    StoredRun(Store store) {
        this.shelf = store.shelf();
        this.keys = new ContentKeys(store.byContent());
    }

    Plan of(Plan plan) {
        return alone(() -> rewriting.of(plan), plan.expanding());
    }

    private <T> T alone(Supplier<T> work, boolean more) {
        lock.lock();
        try {
            T result = work.get();
            if (more) {
                rewriting.letGo();
            }
            return result;
        } finally {
            keys.letGo();
            lock.unlock();
        }
    }

    private Change change(Recipe call) {
        if (call.expands()) {
            return Change.around(body -> {
                Node answer = (Node) Objects.requireNonNull(body.apply());
                return alone(() -> rewriting.of(answer), true);
            });
        }
        if (!Resuming.isToStore(call.options())) {
            return Change.NONE;
        }
        ContentKeys.Made made = keys.of(call.node());
        if (made.refusal() != null) {
            if (call.options().stored()) {
                throw new IllegalArgumentException(made.refusal().message(call));
            }
            return Change.NONE;
        }
        ContentKey key = made.key();
        return shelf.has(key) ? Change.resumed(key, () -> read(call, key)) : saving(call, key);
    }

    // ---------------------------------------------------------------- there already

    /** The result, or where it cannot be read after all the call that computes it. */
    private Node read(Recipe call, ContentKey key) {
        byte[] payload = shelf.read(key);
        if (payload != null) {
            try {
                return Bide.value(Codec.decode(payload));
            } catch (IOException
                    | ClassNotFoundException
                    | RuntimeException
                    | LinkageError
                    | StackOverflowError unreadable) {
                warnings.unreadable(call, unreadable);
            }
        }
        return alone(() -> rewriting.of(call.node(), saving(call, key)), false);
    }

    // ---------------------------------------------------------------- to be saved

    private Change saving(Recipe call, ContentKey key) {
        return Change.around(body -> {
            long began = System.nanoTime();
            Object result = body.apply();
            Duration took = body instanceof Ran ran ? ran.took() : Duration.ofNanos(System.nanoTime() - began);
            save(call, key, took, result);
            return result;
        });
    }

    /** Whatever keeps it from being saved, the task has its result. */
    private void save(Recipe call, ContentKey key, Duration cost, @Nullable Object result) {
        try {
            shelf.write(key, call.name(), cost, Codec.encode(result));
        } catch (Codec.NotStorable refused) {
            warnings.notSaved(call, refused);
        } catch (IOException failed) {
            warnings.notSaved(failed);
        } catch (RuntimeException | OutOfMemoryError failed) {
            warnings.notSaved(call, failed);
        }
    }
}
