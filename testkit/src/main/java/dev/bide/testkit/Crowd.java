package dev.bide.testkit;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts how many tasks are inside at the same time. */
final class Crowd extends Fixture {
    private static final long serialVersionUID = 1L;
    private static final long STAY = 100_000;

    private final transient AtomicInteger inside = new AtomicInteger();
    private final transient AtomicInteger most = new AtomicInteger();
    private final transient AtomicInteger all = new AtomicInteger();

    Crowd() {}

    Crowd(Handle home) {
        super(home);
    }

    @Override
    long answer(String question, String about) {
        return switch (question) {
            case "enter" -> entered();
            case "leave" -> inside.decrementAndGet();
            default -> throw unknown(question);
        };
    }

    private int entered() {
        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
        return all.incrementAndGet();
    }

    /** In a task: comes in, stays for a moment, leaves. */
    <T> T visit(T result) {
        enter();
        long end = System.nanoTime() + STAY;
        while (System.nanoTime() - end < 0) {
            Thread.onSpinWait();
        }
        leave();
        return result;
    }

    void enter() {
        ask("enter");
    }

    void leave() {
        ask("leave");
    }

    int most() {
        onlyHere();
        return most.get();
    }

    int all() {
        onlyHere();
        return all.get();
    }
}
