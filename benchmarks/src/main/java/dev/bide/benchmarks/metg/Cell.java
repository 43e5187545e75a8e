package dev.bide.benchmarks.metg;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One task: it looks at its inputs, works, and says who it is.
 *
 * @param t its timestep
 * @param x its point
 * @param inputs the points of the timestep before whose outputs it gets, in this sequence; not to be changed
 * @param end its number among the tasks on which no other depends, or -1
 * @param iterations how long it works
 */
record Cell(int t, int x, int[] inputs, int end, int iterations) {
    Output start() {
        expectCount(0);
        return work();
    }

    Output one(Output a) {
        expectCount(1);
        expect(a, 0);
        return work();
    }

    Output two(Output a, Output b) {
        expectCount(2);
        expect(a, 0);
        expect(b, 1);
        return work();
    }

    Output three(Output a, Output b, Output c) {
        expectCount(3);
        expect(a, 0);
        expect(b, 1);
        expect(c, 2);
        return work();
    }

    Output four(Output a, Output b, Output c, Output d) {
        expectCount(4);
        expect(a, 0);
        expect(b, 1);
        expect(c, 2);
        expect(d, 3);
        return work();
    }

    Output five(Output a, Output b, Output c, Output d, Output e) {
        expectCount(5);
        expect(a, 0);
        expect(b, 1);
        expect(c, 2);
        expect(d, 3);
        expect(e, 4);
        return work();
    }

    Output all(List<Output> outputs) {
        expectCount(outputs.size());
        for (int k = 0; k < inputs.length; k++) {
            expect(outputs.get(k), k);
        }
        return work();
    }

    /** Finds its inputs itself, among the outputs of the timestep before. */
    Output from(@Nullable Output[] before) {
        for (int k = 0; k < inputs.length; k++) {
            expect(before[inputs[k]], k);
        }
        return work();
    }

    private void expectCount(int count) {
        if (count != inputs.length) {
            throw new WrongInputException("%s got %d inputs instead of %d".formatted(name(), count, inputs.length));
        }
    }

    private void expect(@Nullable Output input, int k) {
        if (input == null || input.t() != t - 1 || input.x() != inputs[k]) {
            throw new WrongInputException(
                    "%s got %s instead of the output of (%d, %d)".formatted(name(), input, t - 1, inputs[k]));
        }
    }

    private Output work() {
        if (Double.isNaN(Kernel.run(iterations))) {
            throw new ArithmeticException("the kernel of " + name() + " gave no number");
        }
        return new Output(t, x);
    }

    private String name() {
        return "the task (" + t + ", " + x + ")";
    }
}
