package dev.bide.remote.codec;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what an engine refused, and the shortest way of fields to it. Only failures pay for it. It goes level by level with a queue of
 * its own, so depth is no matter.
 */
final class Search {
    /** After so many objects nobody wants to wait for a better message. */
    private static final int MOST = 1_000_000;

    private final Engine engine;
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Queue<Step> queue = new ArrayDeque<>();

    Search(Engine engine) {
        this.engine = engine;
    }

    /** One object on the way, with how it is reached: {@code name} is null for the root. */
    private record Step(@Nullable Step from, @Nullable String name, Object object) {}

    /** Who is at the end of the way and what to do, or null if nothing is found. */
    @Nullable
    Finding find(Object root) {
        visit(new Step(null, null, root));
        for (Step step = queue.poll(); step != null && seen.size() < MOST; step = queue.poll()) {
            Step here = step;
            Class<?> type = here.object().getClass();
            String advice = engine.refusal(type);
            if (advice != null) {
                return finding(root, here, advice);
            }
            Parts.of(here.object(), (name, part) -> visit(new Step(here, name, part)));
        }
        return null;
    }

    private void visit(Step step) {
        if (!Parts.isLeaf(step.object().getClass()) && seen.add(step.object())) {
            queue.add(step);
        }
    }

    private static Finding finding(Object root, Step last, String advice) {
        Class<?> type = root.getClass();
        String name = Lambda.isFunction(type) && last.from() != null ? null : nameOf(type);
        return new Finding(name, last.from() == null ? null : way(last), advice, fieldTo(last), isInThis(last));
    }

    private static String way(Step last) {
        List<String> words = new ArrayList<>();
        words.add(last.name() + " is a " + nameOf(last.object().getClass()));
        for (Step step = last.from(); step != null && step.name() != null; step = step.from()) {
            words.add(step.name() + " (a " + nameOf(step.object().getClass()) + ")");
        }
        Collections.reverse(words);
        return String.join(" > ", words);
    }

    /** The field nearest to the end that its user can leave out. */
    private static @Nullable String fieldTo(Step last) {
        for (Step step = last; step.from() != null; step = step.from()) {
            boolean isOfRecord = step.from().object() instanceof Record;
            String name = step.name();
            if (!isOfRecord && name != null && name.startsWith(Parts.FIELD) && name.indexOf('$') < 0) {
                return name.substring(Parts.FIELD.length());
            }
        }
        return null;
    }

    private static boolean isInThis(Step last) {
        boolean found = false;
        for (Step step = last; step != null; step = step.from()) {
            found |= Lambda.THIS.equals(step.name());
        }
        return found;
    }

    /** A name that a reader knows: of a function the interface, of an anonymous class what it extends. */
    static String nameOf(Class<?> type) {
        if (Lambda.isFunction(type)) {
            Class<?>[] interfaces = type.getInterfaces();
            return "function (" + (interfaces.length == 0 ? "?" : interfaces[0].getName()) + ")";
        }
        return type.getTypeName();
    }
}
