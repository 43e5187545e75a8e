package dev.bide.examples.guide;

import static dev.bide.Bide.*;

import dev.bide.Delayed;
import dev.bide.Task1;
import dev.bide.Task2;
import java.util.Locale;

/** Guide, page 2: every way to make a task, and every way to call one. */
public final class TasksAndCalls {
    private TasksAndCalls() {}

    // [record]
    record Range(int low, int high) {}

    static Range range(String text) {
        String[] ends = text.split("-");
        return new Range(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]));
    }

    static void say(Range range) {
        System.out.println("from " + range.low() + " to " + range.high());
    }
    // [/record]

    static void tasks() {
        // [tasks]
        var range = task(TasksAndCalls::range); // a static method
        var upper = task((String s) -> s.toUpperCase(Locale.ROOT)); // a lambda with its types written
        var length = task(String::length); // a method of its argument
        var say = action(TasksAndCalls::say); // a void method

        var shout = upper.call("bide");
        System.out.println(shout.zip(length.call(shout), (s, n) -> s + " has " + n + " letters")
                .compute());
        say.call(range.call("3-9")).compute();
        // [/tasks]
    }

    static void overloads() {
        // [overloads]
        Task2<Integer, Integer, Integer> max = Task2.of(Math::max); // the declared type picks the overload
        Task1<Integer, String> text = Task1.of(String::valueOf);

        Delayed<Integer> seven = max.call(3, 7);
        Delayed<Integer> nine = on(seven, 9).call(Math::max); // the arguments pick it
        System.out.println(text.call(nine).compute());
        // [/overloads]
    }

    static void onArguments() {
        Delayed<Range> range = task(TasksAndCalls::range).call("3-9");
        // [on]
        Delayed<Integer> size = on(range, 1).call((r, one) -> r.high() - r.low() + one); // types inferred
        Delayed<?> said = on(size).run(n -> System.out.println("size " + n));
        Delayed<?> done = on("done").run(System.out::println).after(said); // after it, without needing its result
        done.compute();
        // [/on]

        // [then]
        Delayed<Integer> low = range.then(Range::low);
        Delayed<Integer> high = range.then(Range::high);
        System.out.println(low.zip(high, Integer::sum).compute()); // range ran once
        // [/then]
    }

    static void names() {
        // [names]
        var parse = task(TasksAndCalls::range);
        Delayed<Range> first = parse.call("1-2");
        Delayed<Range> second = parse.call("3-4").named("the second range");
        Delayed<Boolean> apart = on(first, second).call((a, b) -> a.high() < b.low());
        System.out.println(apart.graph().keys());
        // [/names]
    }

    /**
     * Runs all of it.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        tasks();
        overloads();
        onArguments();
        names();
    }
}
