package dev.bide.examples.guide;

import static dev.bide.Bide.*;

import dev.bide.Delayed;
import dev.bide.DelayedList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Guide, page 3: many calls at once, and delayeds inside other things. */
public final class ListsAndMaps {
    private ListsAndMaps() {}

    static int square(int x) {
        return x * x;
    }

    static int scaled(int x, int factor) {
        return x * factor;
    }

    // [sum]
    static int sum(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).sum();
    }
    // [/sum]

    static void lists() {
        // [each]
        DelayedList<Integer> squares = task(ListsAndMaps::square).each(List.of(1, 2, 3, 4));
        DelayedList<Integer> tens = task(ListsAndMaps::scaled).each(squares, 10); // the first argument varies
        DelayedList<String> texts = tens.each(n -> "<" + n + ">");
        System.out.println(texts.compute());

        Delayed<Integer> sum = task(ListsAndMaps::sum).call(squares); // a Delayed<List<Integer>> too
        System.out.println(sum.compute() + ", the last of " + squares.size() + " is "
                + squares.get(3).compute());
        // [/each]
    }

    static void gathering() {
        // [gather]
        Map<String, Delayed<Integer>> byName = new LinkedHashMap<>();
        for (int i = 1; i < 8; i++) {
            if (i % 2 == 1) {
                byName.put("square of " + i, task(ListsAndMaps::square).call(i));
            }
        }
        Delayed<Map<String, Integer>> map = gather(byName);
        DelayedList<Integer> list = gather(byName.values());
        System.out.println(
                map.compute() + ", sum " + list.then(ListsAndMaps::sum).compute());
        // [/gather]
    }

    // [hidden-method]
    record Order(String city, Object amount) {}

    static int amounts(Collection<Order> orders) {
        return orders.stream().mapToInt(order -> (Integer) order.amount()).sum();
    }
    // [/hidden-method]

    static void hidden() {
        // [hidden]
        Delayed<Integer> big = task(ListsAndMaps::square).call(30);
        List<Order> orders = List.of(new Order("Oslo", 12), new Order("Lima", big)); // a Delayed inside a record
        System.out.println(task(ListsAndMaps::amounts).call(orders).compute());
        // [/hidden]
    }

    // [box]
    static final class Box {
        final Delayed<Integer> content;

        Box(Delayed<Integer> content) {
            this.content = content;
        }
    }

    static String open(Box box) {
        return "a box of " + box.content.compute();
    }
    // [/box]

    static void refused() {
        // [refused]
        var open = task(ListsAndMaps::open);
        var box = new Box(task(ListsAndMaps::square).call(5));
        try {
            open.call(box);
        } catch (IllegalArgumentException refused) {
            System.out.println(refused.getMessage());
        }
        System.out.println(open.call(value(box)).compute());
        // [/refused]
    }

    /**
     * Runs all of it.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        lists();
        gathering();
        hidden();
        refused();
    }
}
