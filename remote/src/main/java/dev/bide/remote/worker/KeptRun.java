package dev.bide.remote.worker;

import dev.bide.graph.Detached;
import dev.bide.graph.Node;
import dev.bide.remote.codec.Codec;
import dev.bide.remote.internal.wire.Handles;
import dev.bide.remote.internal.wire.MalformedException;
import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What a worker keeps of a run: results, what tasks share, and what stands for the calls that functions captured. Safe to use
 * from any thread; under its lock nothing but maps is touched.
 */
final class KeptRun implements Handles {
    private static final long LOW = 0xFFFF_FFFFL;

    private final Map<Long, Kept> results = new HashMap<>();
    private final Map<Integer, Shared> shared = new HashMap<>();
    private final Map<Integer, Node> handles = new HashMap<>();
    private final Map<Node, Integer> lists = new WeakHashMap<>();
    private volatile boolean forgotten;

    /** Names a result. */
    static long key(int task, int attempt) {
        return (long) task << Integer.SIZE | attempt & LOW;
    }

    static int task(long key) {
        return (int) (key >> Integer.SIZE);
    }

    static int attempt(long key) {
        return (int) key;
    }

    synchronized @Nullable Kept get(long key) {
        return results.get(key);
    }

    synchronized void keep(long key, Kept result) {
        if (!forgotten) {
            results.put(key, result);
        }
    }

    synchronized void release(long key) {
        results.remove(key);
    }

    synchronized void learn(int number, byte[] parcel) {
        if (!forgotten) {
            shared.putIfAbsent(number, new Shared(parcel));
        }
    }

    /** For threads that may run user code. */
    Object shared(int number, Codec codec) {
        Shared found;
        synchronized (this) {
            found = shared.get(number);
        }
        if (found == null) {
            throw new MalformedException("a task uses what is shared as " + number + ", which never came");
        }
        return found.get(codec, this, other -> shared(other, codec));
    }

    /** The one node that stands for a call of the run. */
    @Override
    public synchronized Node node(int handle) {
        return handles.computeIfAbsent(handle, unknown -> Detached.handle(this, unknown));
    }

    @Override
    public synchronized void became(int handle, Node node) {
        lists.put(node, handle);
    }

    synchronized int handleOf(Node node) {
        Integer list = lists.get(node);
        return list == null ? Detached.handleNumber(this, node) : list;
    }

    /** Lets go of all, and keeps nothing from now on. */
    synchronized void forget() {
        forgotten = true;
        results.clear();
        shared.clear();
        handles.clear();
    }

    boolean isForgotten() {
        return forgotten;
    }
}
