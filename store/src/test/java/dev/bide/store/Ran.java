package dev.bide.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What ran since it was last asked: functions that capture nothing note it here. */
final class Ran {
    private static final Queue<String> ALL = new ConcurrentLinkedQueue<>();

    private Ran() {}

    static <T> T note(String what, T result) {
        ALL.add(what);
        return result;
    }

    /** In the order of the alphabet. */
    static List<String> take() {
        List<String> all = new ArrayList<>();
        for (String each = ALL.poll(); each != null; each = ALL.poll()) {
            all.add(each);
        }
        Collections.sort(all);
        return all;
    }
}
