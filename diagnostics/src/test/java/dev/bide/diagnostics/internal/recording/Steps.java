package dev.bide.diagnostics.internal.recording;

import static dev.bide.Bide.task;

import dev.bide.Task1;
import dev.bide.Task2;
import java.util.List;

/** Tasks to build graphs of. */
@SuppressWarnings("serial") // javac guards whatever a package named internal passes as a serialisable lambda
public final class Steps {
    private Steps() {}

    private static int same(int x) {
        return x;
    }

    private static int sum(int x, int y) {
        return x + y;
    }

    private static int add(List<Integer> all) {
        return all.stream().mapToInt(Integer::intValue).sum();
    }

    /** A task with one input. */
    public static Task1<Integer, Integer> step(String name) {
        return task(Steps::same).named(name);
    }

    /** A task with two inputs. */
    public static Task2<Integer, Integer, Integer> join(String name) {
        return task(Steps::sum).named(name);
    }

    /** A task with a list of inputs. */
    public static Task1<List<Integer>, Integer> total(String name) {
        return task(Steps::add).named(name);
    }
}
