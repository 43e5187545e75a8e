package dev.bide.remote.worker;

import dev.bide.remote.internal.wire.MalformedException;
import dev.bide.remote.internal.wire.Tag;
import dev.bide.remote.internal.wire.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The results that were asked of other workers and have not come. Several that want the same share one request. Safe
 * to use from any thread; takers are given results under the lock here, and told that they have all without it.
 */
final class Requests {
    private static final long[] NONE = {};

    private final Post post;
    private final Map<Wanted, List<Want>> awaited = new HashMap<>();
    private final Map<Long, Request> open = new HashMap<>();
    private long last;

    /** Somebody who wants results. */
    interface Taker {
        /**
         * Takes a result.
         *
         * @param index which of those wanted
         * @param result the result, {@code null} if it cannot be had
         */
        void take(int index, @Nullable Kept result);

        /** All were taken. */
        void ready();
    }

    /** A result: runs are the same if they are the same object. */
    private record Wanted(KeptRun run, long key) {}

    /** One result that somebody waits for. */
    private record Want(Wait waiting, int index) {}

    /** What was asked of one worker. It comes in pieces, in that order. */
    private static final class Request {
        final long number;
        final String address;
        final int run;
        final List<Wanted> wanted = new ArrayList<>();
        int settled;

        Request(long number, String address, int run) {
            this.number = number;
            this.address = address;
            this.run = run;
        }
    }

    private static final class Wait {
        final Taker taker;
        int left;

        Wait(Taker taker) {
            this.taker = taker;
        }
    }

    Requests(Post post) {
        this.post = post;
    }

    /**
     * Gets results for somebody.
     *
     * @param number the number of the run
     * @param run the run
     * @param keys which results
     * @param holders the address of a worker that has each, {@code null} where that is this one
     * @param taker who wants them; is given them in this call or later, by any thread
     */
    void want(int number, KeptRun run, long[] keys, @Nullable String[] holders, Taker taker) {
        Wait wait = new Wait(taker);
        Map<String, Request> asked = new LinkedHashMap<>();
        boolean ready;
        synchronized (this) {
            for (int i = 0; i < keys.length; i++) {
                want(number, new Wanted(run, keys[i]), holders[i], new Want(wait, i), asked);
            }
            ready = wait.left == 0;
        }
        asked.values().forEach(this::send);
        if (ready) {
            taker.ready();
        }
    }

    private void want(int run, Wanted wanted, @Nullable String holder, Want want, Map<String, Request> asked) {
        Kept kept = wanted.run.get(wanted.key);
        List<Want> others = kept == null ? awaited.get(wanted) : null;
        if (kept != null || others == null && holder == null) {
            want.waiting.taker.take(want.index, kept);
            return;
        }
        want.waiting.left++;
        if (others != null) {
            others.add(want);
        } else if (holder != null) {
            awaited.put(wanted, new ArrayList<>(List.of(want)));
            Request request = asked.computeIfAbsent(holder, address -> new Request(++last, address, run));
            open.put(request.number, request);
            request.wanted.add(wanted);
        }
    }

    private void send(Request request) {
        Writer out = new Writer().octet(Tag.GET).number(request.number).number(request.run);
        out.number(request.wanted.size());
        for (Wanted wanted : request.wanted) {
            out.number(KeptRun.task(wanted.key)).number(KeptRun.attempt(wanted.key));
        }
        post.toPeer(request.address, out.buffer());
    }

    /** What another worker answered, beginning with some place; nothing if that is late. */
    void got(String address, long number, int from, List<@Nullable Kept> results) {
        List<Taker> ready;
        boolean fits;
        synchronized (this) {
            Request request = open.get(number);
            if (request == null || !request.address.equals(address)) {
                return;
            }
            fits = from == request.settled && !results.isEmpty() && results.size() <= request.wanted.size() - from;
            ready = fits ? settle(request, results) : giveUp(request);
        }
        ready.forEach(Taker::ready);
        if (!fits) {
            throw new MalformedException(
                    address + " answered a request with " + results.size() + " results from " + from);
        }
    }

    /** What was asked of a worker cannot be had. */
    void lost(String address) {
        List<Taker> ready = new ArrayList<>();
        synchronized (this) {
            for (long number : numbers(address)) {
                Request request = open.get(number);
                if (request != null) {
                    ready.addAll(giveUp(request));
                }
            }
        }
        ready.forEach(Taker::ready);
    }

    private long[] numbers(String address) {
        return open.isEmpty()
                ? NONE
                : open.values().stream()
                        .filter(request -> request.address.equals(address))
                        .mapToLong(request -> request.number)
                        .toArray();
    }

    /** What has not come will not. */
    private List<Taker> giveUp(Request request) {
        return settle(request, Collections.nCopies(request.wanted.size() - request.settled, null));
    }

    private List<Taker> settle(Request request, List<@Nullable Kept> results) {
        List<Taker> ready = new ArrayList<>();
        for (Kept result : results) {
            Wanted wanted = request.wanted.get(request.settled++);
            if (result != null) {
                wanted.run.keep(wanted.key, result);
            }
            for (Want want : awaited.getOrDefault(wanted, List.of())) {
                want.waiting.taker.take(want.index, result);
                if (--want.waiting.left == 0) {
                    ready.add(want.waiting.taker);
                }
            }
            awaited.remove(wanted);
        }
        if (request.settled == request.wanted.size()) {
            open.remove(request.number);
        }
        return ready;
    }

    synchronized void close() {
        open.clear();
        awaited.clear();
    }
}
