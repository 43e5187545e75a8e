package dev.bide.cluster.ignite;

import java.util.concurrent.Callable;

/** A task that is interrupted before it needs a class for the first time. */
final class Interrupted implements Callable<String> {
    private static final class NeededLate {
        private static String word() {
            return "found";
        }
    }

    @Override
    public String call() {
        Thread.currentThread().interrupt();
        return NeededLate.word() + ", interrupted " + Thread.interrupted();
    }
}
