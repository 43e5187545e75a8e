package dev.bide.testkit;

import dev.bide.event.Event;
import dev.bide.event.Event.TaskEvent;
import dev.bide.event.RunListener;
import dev.bide.schedule.RunOptions;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Hears what happens to each task, in turn, as {@code STEP attempt}. */
final class HeardSteps implements RunListener {
    private final Map<String, Queue<String>> byName = new ConcurrentHashMap<>();

    @Override
    public void on(Event event) {
        if (event instanceof TaskEvent of) {
            byName.computeIfAbsent(of.name(), name -> new ConcurrentLinkedQueue<>())
                    .add(of.step() + " " + of.attempt());
        }
    }

    /** Options like these, heard here. */
    RunOptions of(RunOptions options) {
        return options.listener(this);
    }

    List<String> of(String task) {
        return List.copyOf(byName.getOrDefault(task, new ConcurrentLinkedQueue<>()));
    }

    /** How often a step was told, of whatever task and attempt. */
    int count(String step) {
        return (int) byName.values().stream()
                .flatMap(Queue::stream)
                .filter(told -> told.startsWith(step + " "))
                .count();
    }
}
