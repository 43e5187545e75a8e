package dev.bide.testkit;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What tasks have noted, in turn. */
final class Notes extends Fixture {
    private static final long serialVersionUID = 1L;

    private final transient Queue<String> noted = new ConcurrentLinkedQueue<>();

    Notes() {}

    Notes(Handle home) {
        super(home);
    }

    @Override
    long answer(String question, String about) {
        if (!question.equals("note")) {
            throw unknown(question);
        }
        noted.add(about);
        return 0;
    }

    /** In a task: notes something, and gives it. */
    String add(String note) {
        ask("note", note);
        return note;
    }

    List<String> all() {
        onlyHere();
        return List.copyOf(noted);
    }
}
