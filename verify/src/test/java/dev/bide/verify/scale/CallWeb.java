package dev.bide.verify.scale;

import java.util.Arrays;
import java.util.Random;

/**
 * A random graph as numbers, drawn with a seed: call {@code i} depends on lower ones, {@code dependencies[start[i]] ..
 * dependencies[start[i + 1] - 1]}; a result may be used twice by a call. The last call takes all results that no other
 * takes, so that every call is needed.
 *
 * @param start where the dependencies of each call start, and one entry more
 * @param dependencies numbers of calls
 */
public record CallWeb(int[] start, int[] dependencies) {
    /** More dependencies than this are taken as a list. */
    static final int MOST_ARGUMENTS = 3;

    private static final int LARGEST = 1 << 17;
    private static final int WIDEST_LIST = 40;

    public int size() {
        return start.length - 1;
    }

    public int count(int call) {
        return start[call + 1] - start[call];
    }

    public int dependency(int call, int position) {
        return dependencies[start[call] + position];
    }

    /** Draws a graph: small or large, deep or wide, its calls near or far apart, some perhaps used by very many. */
    static CallWeb draw(Random random) {
        return draw(random, LARGEST);
    }

    /** As {@link #draw(Random)}, with so many calls at most. */
    public static CallWeb draw(Random random, int largest) {
        return new Drawing(random, largest).draw();
    }

    /** What a call should give: a digest of its number and of all that it was given. */
    public static long digest(int call, long... inputs) {
        long sum = call;
        for (long input : inputs) {
            sum = (sum ^ sum >>> 29) * 0x9E3779B97F4A7C15L + input;
        }
        return sum;
    }

    /** What the last call should give, by a plain loop. */
    long expected() {
        long[] results = new long[size()];
        for (int i = 0; i < results.length; i++) {
            long[] inputs = new long[count(i)];
            for (int k = 0; k < inputs.length; k++) {
                inputs[k] = results[dependency(i, k)];
            }
            results[i] = digest(i, inputs);
        }
        return results[results.length - 1];
    }

    /** A graph in the making. */
    private static final class Drawing {
        private final Random random;
        private final int size;
        private final int reach;
        private final int mostArguments;
        private final double leaves;
        private final double lists;
        private final double hubs;
        private final boolean[] used;
        private final int[] start;
        private int[] dependencies = new int[64];

        Drawing(Random random, int largest) {
            this.random = random;
            size = upTo(largest);
            reach = upTo(size);
            mostArguments = 1 + random.nextInt(MOST_ARGUMENTS);
            leaves = oneOf(0, 0.001, 0.1, 0.5, 1);
            lists = oneOf(0, 0, 0.001, 0.05);
            hubs = oneOf(0, 0, 0.01, 0.5);
            used = new boolean[size];
            start = new int[size + 1];
        }

        /** From one to the largest, each order of magnitude as often as the others. */
        private int upTo(int largest) {
            return (int) Math.exp(random.nextDouble() * Math.log(largest + 1));
        }

        private double oneOf(double... shares) {
            return shares[random.nextInt(shares.length)];
        }

        CallWeb draw() {
            for (int i = 0; i < size - 1; i++) {
                start[i + 1] = start[i];
                int count = i == 0 ? 0 : argumentCount();
                for (int k = 0; k < count; k++) {
                    add(i, random.nextDouble() < hubs ? hubOf(i) : i - 1 - random.nextInt(Math.min(i, reach)));
                }
            }
            start[size] = start[size - 1];
            for (int i = 0; i < size - 1; i++) {
                if (!used[i]) {
                    add(size - 1, i);
                }
            }
            return new CallWeb(start, Arrays.copyOf(dependencies, start[size]));
        }

        /** One of few, so that very many use it. */
        private static int hubOf(int call) {
            return call / 2 / 1024 * 1024;
        }

        private int argumentCount() {
            if (random.nextDouble() < leaves) {
                return 0;
            }
            return 1 + random.nextInt(random.nextDouble() < lists ? WIDEST_LIST : mostArguments);
        }

        private void add(int call, int dependency) {
            int end = start[call + 1]++;
            if (end == dependencies.length) {
                dependencies = Arrays.copyOf(dependencies, 2 * end);
            }
            dependencies[end] = dependency;
            used[dependency] = true;
        }
    }
}
