package dev.bide.examples.guide;

import static dev.bide.Bide.*;

import dev.bide.Compiled;
import dev.bide.Delayed;
import dev.bide.DelayedList;
import dev.bide.Schedulers;
import dev.bide.event.Event;
import dev.bide.schedule.Run;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.Scheduler;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** Guide, page 4: where a graph runs, how to wait for it, and what it keeps. */
public final class Running {
    private Running() {}

    static int work(int x) {
        return x + 1;
    }

    static int small(int x) {
        return x % 7;
    }

    static int loud(int x) {
        System.out.println("loud " + x);
        return x + 1;
    }

    static void schedulers() {
        Delayed<Integer> result = task(Running::work).call(41);
        // [schedulers]
        result.compute(Schedulers.sync());
        try (Scheduler four = Schedulers.threads(4)) {
            System.out.println(result.compute(four));
        }
        // [/schedulers]
    }

    static void started() throws TimeoutException {
        Delayed<Integer> result = task(Running::work).call(41);
        // [start]
        Run<Integer> run = result.start(); // does not wait
        System.out.println(run.get(Duration.ofMinutes(1)) + " " + run.isDone());
        System.out.println(run.progress().done() + " of " + run.progress().total());
        System.out.println(run.toCompletableFuture().join()); // for code that wants a future
        // [/start]
    }

    static void roots() {
        // [roots]
        Delayed<Integer> shared = task(Running::loud).call(1);
        Delayed<Integer> twice = shared.then(x -> x * 2);
        Delayed<Integer> thrice = shared.then(x -> x * 3);
        System.out.println(compute(twice, thrice)); // one run: loud 1 once

        Delayed<Integer> kept = shared.persist(); // runs now
        System.out.println(kept.then(x -> x * 2).compute());
        System.out.println(kept.then(x -> x * 3).compute()); // loud does not run again
        // [/roots]
    }

    static void again() {
        // [again]
        Compiled<Integer> ready = task(Running::loud).call(1).compile(); // runs nothing
        System.out.println(ready.compute() + ready.compute());
        // [/again]
    }

    static void release() {
        // [release]
        DelayedList<Integer> loaded = task(Running::work).named("load").each(List.of(10, 20));
        DelayedList<Integer> small = task(Running::small).each(loaded);
        Set<Event.Step> shown = Set.of(Event.Step.STARTED, Event.Step.RELEASED);
        RunOptions told = RunOptions.defaults().listener(event -> {
            if (event instanceof Event.TaskEvent task && shown.contains(task.step())) {
                System.out.println(task.step() + " " + task.key());
            }
        });
        small.compute(Schedulers.sync(), told);
        // [/release]
    }

    // [nested-method]
    static int tree(int depth) {
        if (depth == 0) {
            return 1;
        }
        var tree = task(Running::tree);
        return tree.call(depth - 1).zip(tree.call(depth - 1), Integer::sum).compute(); // compute() inside a task
    }
    // [/nested-method]

    static void nested() {
        // [nested]
        try (Scheduler one = Schedulers.threads(1)) {
            System.out.println(task(Running::tree).call(5).compute(one)); // one thread is enough
        }
        // [/nested]
    }

    /**
     * Runs all of it.
     *
     * @param args not used
     * @throws TimeoutException if a sum takes a minute
     */
    public static void main(String[] args) throws TimeoutException {
        schedulers();
        started();
        roots();
        again();
        release();
        nested();
    }
}
