package dev.bide.examples.guide;

import static dev.bide.Bide.*;

import dev.bide.Delayed;
import dev.bide.Schedulers;

/** Guide, page 6: graphs that grow as they run. */
public final class Growing {
    private Growing() {}

    // [model]
    record Model(int rounds, double score) {}

    static Model train(int rounds) {
        System.out.println("train " + rounds);
        return new Model(rounds, 1 - 1.0 / rounds);
    }
    // [/model]

    static void retrain() {
        // [retrain]
        var train = task(Growing::train);
        Delayed<Model> first = train.call(4);
        Delayed<Model> good = first.thenDelayed(m -> m.score() > 0.9 ? value(m) : train.call(m.rounds() * 4));
        System.out.println(good.compute());
        // [/retrain]
    }

    // [loop-method]
    static Delayed<Double> sqrt(double x, double guess) {
        Delayed<Double> better = on(x, guess).call((n, g) -> (g + n / g) / 2);
        return better.thenDelayed(b -> Math.abs(b - guess) < 1e-12 ? value(b) : sqrt(x, b));
    }

    static Delayed<Integer> countDown(int from) {
        return on(from).call(n -> n - 1).thenDelayed(n -> n == 0 ? value(n) : countDown(n));
    }
    // [/loop-method]

    static void loop() {
        // [loop]
        System.out.println(sqrt(2, 1).compute());
        System.out.println(countDown(100_000).compute()); // no stack is used up, and memory stays constant
        // [/loop]
    }

    // [fibonacci-method]
    static Delayed<Integer> fibonacci(int n) {
        if (n < 2) {
            return value(n);
        }
        return on(n).call(k -> k - 1).thenDelayed(k -> fibonacci(k).zip(fibonacci(k - 1), Integer::sum));
    }
    // [/fibonacci-method]

    static void recursion() {
        // [fibonacci]
        System.out.println(fibonacci(15).compute());
        // [/fibonacci]
    }

    static void shared() {
        // [shared]
        Delayed<Model> data = task(Growing::train).call(2);
        Delayed<Double> both =
                data.then(Model::score).thenDelayed(s -> data.then(m -> m.score() + s)); // data is captured
        System.out.println(both.compute(Schedulers.sync()));
        // [/shared]
    }

    /**
     * Runs all of it.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        retrain();
        loop();
        recursion();
        shared();
    }
}
