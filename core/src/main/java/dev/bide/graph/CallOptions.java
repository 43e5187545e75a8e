package dev.bide.graph;

import org.jspecify.annotations.Nullable;

/**
 * What one call says beyond its task: its own name or key, the line that made it, and what it waits for without needing
 * its result. Most calls have none, and then there is no object.
 *
 * @param name a name of its own, stronger than the task's
 * @param key the key that a raw graph gave it
 * @param site the line of the call
 * @param handling how a run is to handle this call, stronger than what its task says
 * @param after what must have run before
 */
record CallOptions(
        @Nullable String name, @Nullable Key key, @Nullable CallSite site, Handling handling, Node... after) {
    static final CallOptions NONE = new CallOptions(null, null, null, Handling.NONE);

    static @Nullable CallOptions at(@Nullable CallSite site) {
        return site == null ? null : new CallOptions(null, null, site, Handling.NONE);
    }

    static CallOptions keyed(Key key, @Nullable CallSite site) {
        return new CallOptions(null, key, site, Handling.NONE);
    }

    CallOptions named(String newName) {
        return new CallOptions(newName, key, site, handling, after);
    }

    CallOptions handled(Handling stronger) {
        return new CallOptions(name, key, site, stronger.orElse(handling), after);
    }

    CallOptions after(Node... more) {
        Node[] all = new Node[after.length + more.length];
        System.arraycopy(after, 0, all, 0, after.length);
        System.arraycopy(more, 0, all, after.length, more.length);
        return new CallOptions(name, key, site, handling, all);
    }

    /** What tells which call it is, and nothing of how and when it is run. */
    CallOptions nameAlone() {
        return new CallOptions(name, key, site, Handling.NONE);
    }

    CallOptions onlyAfter(Node... nodes) {
        return new CallOptions(name, key, site, handling, nodes);
    }
}
