package dev.bide.benchmarks.shapes;

import static dev.bide.Bide.task;

import dev.bide.Delayed;
import dev.bide.Schedulers;
import dev.bide.Task1;
import dev.bide.Task2;

/**
 * The first graph of a JVM: a tree, or, if the number of tasks is even, a tree and one task more. It is built without
 * a blueprint, for that would load classes that are part of the price. Prints the nanoseconds from the first use of
 * Bide to the result.
 */
final class ColdTree {
    private ColdTree() {}

    /** For {@link StartUp}: how many tasks, how many workers. */
    public static void main(String... arguments) {
        System.out.println(nanos(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1])));
    }

    static long nanos(int n, int workers) {
        long start = System.nanoTime();
        Task1<Value, Value> leaf = task(Value::leaf);
        Task1<Value, Value> one = task(Value::one);
        Task2<Value, Value, Value> two = task(Value::two);
        @SuppressWarnings({"unchecked", "rawtypes"})
        Delayed<Value>[] calls = new Delayed[n];
        int leaves = n / 2;
        for (int i = 0; i < n; i++) {
            int first = 2 * (i - leaves);
            if (i < leaves) {
                calls[i] = leaf.call(new Value(i));
            } else if (first + 1 < i) {
                calls[i] = two.call(calls[first], calls[first + 1]);
            } else {
                calls[i] = one.call(calls[first]);
            }
        }
        Value result = calls[n - 1].compute(Schedulers.threads(workers));
        long nanos = System.nanoTime() - start;
        if (!result.equals(expected(n))) {
            throw new IllegalStateException("wrong result: " + result);
        }
        return nanos;
    }

    private static Value expected(int n) {
        Value[] values = new Value[n];
        int leaves = n / 2;
        for (int i = 0; i < n; i++) {
            int first = 2 * (i - leaves);
            if (i < leaves) {
                values[i] = Value.leaf(new Value(i));
            } else if (first + 1 < i) {
                values[i] = Value.two(values[first], values[first + 1]);
            } else {
                values[i] = Value.one(values[first]);
            }
        }
        return values[n - 1];
    }
}
