package dev.bide.graph;

import org.jspecify.annotations.Nullable;

/**
 * What the tasks of a plan are called. Names and keys are found when they are first asked for, for most runs ask for neither;
 * two threads that ask at once may both find them, and find the same.
 */
final class Naming {
    private final NodePieces nodes;
    private volatile @Nullable Names names;
    private volatile @Nullable Keys keys;
    private volatile @Nullable Before before;

    Naming(NodePieces nodes) {
        this.nodes = nodes;
    }

    /** Where the tasks were in the plan that this one takes the place of; the same places, if there are none. */
    private record Before(Naming naming, int @Nullable [] places) {
        Keys keys(Names names) {
            Keys keys = naming.keys();
            return places == null ? keys : keys.moved(names, places);
        }
    }

    /** Lets the tasks go by the keys that they have in another plan; the names are this plan's own. */
    void keyedLike(Naming other, int @Nullable [] places) {
        before = new Before(other, places);
    }

    /** The key that a task was given, or its name with a number where several share it. */
    Key key(int task) {
        Key given = nodes.get(task).key();
        return given != null ? given : keys().of(task);
    }

    private Keys keys() {
        Keys known = keys;
        if (known == null) {
            Before moved = before;
            known = moved == null ? Keys.of(nodes, names()) : moved.keys(names());
            keys = known;
        }
        return known;
    }

    Names names() {
        Names known = names;
        if (known == null) {
            known = Names.of(nodes);
            names = known;
        }
        return known;
    }
}
