package dev.bide.remote.worker;

import dev.bide.remote.internal.wire.MalformedException;
import dev.bide.remote.internal.wire.Reader;
import dev.bide.remote.internal.wire.Tag;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the message that asks for a batch. Nothing comes of one that is malformed. */
final class Submission {
    final long batch;
    final int run;
    final long[] inputs;
    final @Nullable String[] holders;
    final Map<Integer, byte[]> shared = new HashMap<>();
    final Batch.Tasks tasks;

    Submission(Reader in) {
        batch = in.number();
        run = in.small();
        int flags = in.small();
        String[] addresses = new String[in.count()];
        for (int i = 0; i < addresses.length; i++) {
            addresses[i] = in.text();
        }
        Map<Integer, Integer> places = new HashMap<>();
        inputs = new long[in.count()];
        holders = new String[inputs.length];
        for (int i = 0; i < inputs.length; i++) {
            int task = in.small();
            inputs[i] = KeptRun.key(task, in.small());
            holders[i] = holder(addresses, in.small());
            places.put(task, ~i);
        }
        for (int left = in.count(); left > 0; left--) {
            shared.put(in.small(), in.bytes());
        }
        tasks = tasks(in, flags, places);
        if (in.hasMore()) {
            throw new MalformedException("more follows what a batch has");
        }
    }

    private static @Nullable String holder(String[] addresses, int number) {
        if (number < 0 || number > addresses.length) {
            throw new MalformedException("holder " + number + " of " + addresses.length);
        }
        return number == 0 ? null : addresses[number - 1];
    }

    /** A task finds what it needs among the tasks before it, then among the inputs. */
    private static Batch.Tasks tasks(Reader in, int flags, Map<Integer, Integer> places) {
        int count = in.count();
        int[] numbers = new int[count];
        int[] attempts = new int[count];
        byte[][] specs = new byte[count][];
        int[][] origins = new int[count][];
        int[][] sources = new int[count][];
        for (int i = 0; i < count; i++) {
            numbers[i] = in.small();
            attempts[i] = in.small();
            specs[i] = in.bytes();
            origins[i] = in.numbers();
            sources[i] = new int[origins[i].length];
            for (int k = 0; k < origins[i].length; k++) {
                sources[i][k] = places.getOrDefault(origins[i][k], Batch.NOWHERE);
            }
            places.put(numbers[i], i);
        }
        byte[] thrown = (flags & Tag.FALLBACK) == 0 ? null : in.bytes();
        return new Batch.Tasks(numbers, attempts, specs, origins, sources, (flags & Tag.TELL_START) != 0, thrown);
    }
}
