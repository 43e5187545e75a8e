package dev.bide.remote.driver;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * A worker as the driver knows it. What it was told belongs to the driver's thread; the clock is written by the thread that
 * hears the worker, and read by the same.
 */
final class Peer {
    private static final int FORGOTTEN_AFTER = 64;

    final int number;
    final String name;
    final int threads;
    final String address;

    /** What tasks share that the worker has, by run. */
    private final Map<Integer, BitSet> known = new HashMap<>();

    private long offset;
    private long bestTrip = Long.MAX_VALUE;
    private int pongs;
    private boolean heard;

    Peer(int number, String name, int threads, String address) {
        this.number = number;
        this.name = name;
        this.threads = threads;
        this.address = address;
    }

    /** Whether the worker has yet to be told what is shared; it will be now. */
    boolean learns(int run, int number) {
        BitSet shared = known.computeIfAbsent(run, unknown -> new BitSet());
        boolean unknown = !shared.get(number);
        shared.set(number);
        return unknown;
    }

    void forget(int run) {
        known.remove(run);
    }

    /**
     * A ping came back: the worker's clock was read at some time between. Clocks that may be one are taken for one. The quickest
     * of some pings tells best, but clocks drift, so it counts for a while only.
     */
    void pong(long sent, long theirs, long now) {
        long trip = now - sent;
        pongs++;
        if (trip > bestTrip && pongs < FORGOTTEN_AFTER) {
            return;
        }
        bestTrip = trip;
        pongs = 0;
        long found = sent + trip / 2 - theirs;
        offset = Math.abs(found) <= trip ? 0 : found;
    }

    /** Whether it has answered for the first time now. */
    boolean isNew() {
        boolean first = !heard;
        heard = true;
        return first;
    }

    /** A time of the worker by the driver's clock. */
    long toOurs(long theirs) {
        return theirs + offset;
    }
}
