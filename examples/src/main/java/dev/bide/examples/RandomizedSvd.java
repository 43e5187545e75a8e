package dev.bide.examples;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.on;
import static dev.bide.Bide.task;

import dev.bide.Delayed;
import dev.bide.DelayedList;
import dev.bide.Schedulers;
import dev.bide.examples.Matrix.Qr;
import dev.bide.examples.Matrix.Svd;
import dev.bide.schedule.Scheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The largest singular values of a tall matrix and their vectors, from a few random combinations of its columns (Halko,
 * Martinsson and Tropp, 2011), block by block.
 *
 * <p>Rounds of going from rows to columns and back make the result better. Each round is built on the one before; asking
 * for the results of all of them runs every step once.
 */
public final class RandomizedSvd {
    private static final int RANK = 16;
    private static final int SPARE = 8;
    private static final int ROUNDS = 2;
    private static final int RUNS = 3;

    /** A product {@code u s v'}, with {@code u} still to be multiplied by {@code q}, and its distance from the matrix. */
    record Approximation(DelayedList<Matrix> q, Delayed<Svd> small, Delayed<Double> error) {
        DelayedList<Matrix> u() {
            return task(Matrix::times).each(q, small.then(Svd::u));
        }
    }

    private RandomizedSvd() {}

    /** The approximations after no round, one, two and so on. */
    static List<Approximation> approximations(DelayedList<Matrix> a, Delayed<Matrix> noise, int rank, int rounds) {
        var times = task(Matrix::times);
        var results = new ArrayList<Approximation>();
        var columns = noise;
        for (int round = 0; round <= rounds; round++) {
            var q = TallQr.of(times.each(a, columns)).q();
            results.add(approximation(a, q, rank));
            // After the last round nobody asks for these, and so they are never computed.
            columns = transposedTimes(a, q).then(Matrix::qr).then(Qr::q);
        }
        return results;
    }

    private static Approximation approximation(DelayedList<Matrix> a, DelayedList<Matrix> q, int rank) {
        var small = on(transposedTimes(q, a), rank).call(Matrix::svd);
        var product = small.then(Svd::product);
        var misses = new ArrayList<Delayed<Double>>();
        for (int i = 0; i < a.size(); i++) {
            misses.add(on(a.get(i), q.get(i), product).call(RandomizedSvd::miss));
        }
        return new Approximation(q, small, gather(misses).then(RandomizedSvd::norm));
    }

    /** The product of two matrices in blocks of rows, the first one transposed: blocks times blocks, and their sum. */
    private static Delayed<Matrix> transposedTimes(DelayedList<Matrix> a, DelayedList<Matrix> b) {
        List<Delayed<Matrix>> sums = new ArrayList<>();
        for (int i = 0; i < a.size(); i++) {
            sums.add(a.get(i).zip(b.get(i), Matrix::transposedTimes));
        }
        while (sums.size() > 1) {
            List<Delayed<Matrix>> pairs = new ArrayList<>();
            for (int i = 0; i < sums.size(); i += 2) {
                pairs.add(i + 1 == sums.size() ? sums.get(i) : sums.get(i).zip(sums.get(i + 1), Matrix::plus));
            }
            sums = pairs;
        }
        return sums.get(0);
    }

    private static double miss(Matrix a, Matrix q, Matrix product) {
        return a.minus(q.times(product)).norm();
    }

    private static double norm(List<Double> parts) {
        return Math.sqrt(parts.stream().mapToDouble(part -> part * part).sum());
    }

    static double error(Matrix whole, Svd svd) {
        return whole.minus(svd.product()).norm();
    }

    /** Random combinations of the columns: some more than wanted, so that it takes bad luck to miss one that counts. */
    static Delayed<Matrix> noise(DecayingMatrix matrix) {
        return task(Matrix::gaussian).call(matrix.columns(), RANK + SPARE, ~matrix.seed());
    }

    public static void main(String[] args) throws Exception {
        try (Scheduler scheduler = Options.of(args).scheduler()) {
            DecayingMatrix matrix = new DecayingMatrix(32, 500, 256, 1936);
            System.out.println("a matrix of " + matrix.rows() + " x " + matrix.columns() + " in " + matrix.blocks()
                    + " blocks, seed " + matrix.seed() + "; wanted: rank " + RANK);
            DelayedList<Matrix> a = matrix.delayed().persist(scheduler);
            List<Approximation> approximations = approximations(a, noise(matrix), RANK, ROUNDS);
            DelayedList<Double> errors =
                    gather(approximations.stream().map(Approximation::error).toList());

            Matrix whole = Matrix.stack(a.compute());
            Timed<Double> direct = Timed.of(() -> error(whole, whole.svd(RANK)));
            Timed<List<Double>> sequence = Timed.best(RUNS, () -> errors.compute(Schedulers.sync()));
            Timed<List<Double>> tasks = Timed.best(RUNS, () -> errors.compute(scheduler));
            double least = matrix.leastError(RANK);
            System.out.printf(Locale.ROOT, "least error possible   %.6f%n", least);
            print("direct SVD", direct.result(), least);
            for (int round = 0; round <= ROUNDS; round++) {
                print("randomized, " + round + " rounds", tasks.result().get(round), least);
            }
            System.out.println("direct SVD, one thread: " + direct.text());
            System.out.println("randomized, in sequence: " + sequence.text(direct));
            System.out.println("randomized, " + scheduler + ": " + tasks.text(sequence) + "; "
                    + errors.graph().keys().size() + " tasks; the same bit for bit: "
                    + tasks.result().equals(sequence.result()));
        }
    }

    private static void print(String method, double error, double least) {
        System.out.printf(Locale.ROOT, "%-20s   %.6f   %.4f times that%n", method, error, error / least);
    }
}
