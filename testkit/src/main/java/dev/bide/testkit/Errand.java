package dev.bide.testkit;

import java.util.function.LongSupplier;

/** What a task has done, or looked up, in the test's JVM. */
final class Errand extends Fixture {
    private static final long serialVersionUID = 1L;

    private final transient LongSupplier work;

    /** Work that gives a number and takes no time. */
    Errand(LongSupplier work) {
        this.work = work;
    }

    Errand(Handle home) {
        super(home);
        this.work = () -> {
            throw new AssertionError("the work is done elsewhere");
        };
    }

    @Override
    long answer(String question, String about) {
        if (!question.equals("run")) {
            throw unknown(question);
        }
        return work.getAsLong();
    }

    /** In a task: has it done. */
    int run() {
        return (int) ask("run");
    }
}
