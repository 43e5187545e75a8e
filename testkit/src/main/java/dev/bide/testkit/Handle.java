package dev.bide.testkit;

import java.io.InvalidObjectException;
import java.io.Serial;
import java.io.Serializable;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Where a fixture is, in a form that any codec can send.
 *
 * @param jvm the JVM that has it
 * @param port where that one answers, on loopback
 * @param id which one it is; nobody can guess it
 * @param kind the name of its class
 * @param copy a number that no other has: what depends on a fixture is no function of its bytes, and nobody shall take it for one
 */
record Handle(String jvm, int port, String id, String kind, long copy) implements Serializable {
    private static final AtomicLong COPIES = new AtomicLong();

    /** The same, told apart. */
    Handle another() {
        return new Handle(jvm, port, id, kind, COPIES.incrementAndGet());
    }

    /** The fixture itself where it is, elsewhere one that asks it. */
    @Serial
    private Object readResolve() throws InvalidObjectException {
        return Home.has(this) ? Home.get(id) : away();
    }

    private Fixture away() throws InvalidObjectException {
        return switch (kind) {
            case "Gate" -> new Gate(this);
            case "Tally" -> new Tally(this);
            case "Flaky" -> new Flaky(this);
            case "Notes" -> new Notes(this);
            case "Crowd" -> new Crowd(this);
            case "Calls" -> new Calls(this);
            case "Errand" -> new Errand(this);
            default -> throw new InvalidObjectException("no fixture is a " + kind);
        };
    }
}
