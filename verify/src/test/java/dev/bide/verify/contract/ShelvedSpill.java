package dev.bide.verify.contract;

import dev.bide.schedule.Spill;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Puts every result away as soon as no call has it, and gives the same object back: so a run must do with it exactly what it
 * does without. Notes whatever is asked of it at the wrong time.
 */
final class ShelvedSpill implements Spill {
    private final List<String> wrong = new CopyOnWriteArrayList<>();
    private final AtomicInteger closed = new AtomicInteger();
    private final AtomicLong put;

    ShelvedSpill(AtomicLong put) {
        this.put = put;
    }

    @Override
    public long bound() {
        return 0;
    }

    @Override
    public long least() {
        return 0;
    }

    @Override
    public Area open() {
        return new Shelf();
    }

    /** Once the run is over. */
    List<String> wrong() {
        List<String> all = new ArrayList<>(wrong);
        if (closed.get() != 1) {
            all.add("closed " + closed + " times");
        }
        return all;
    }

    private final class Shelf implements Area {
        private final Set<Kept> pieces = ConcurrentHashMap.newKeySet();

        @Override
        public long bytes(Object result) {
            return 1;
        }

        @Override
        public Piece put(Object result) {
            Kept piece = new Kept(this, result);
            pieces.add(piece);
            put.incrementAndGet();
            return piece;
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }

    private final class Kept implements Piece {
        private final Shelf shelf;
        private volatile @Nullable Object value;

        Kept(Shelf shelf, Object value) {
            this.shelf = shelf;
            this.value = value;
        }

        @Override
        public Object fetch() {
            Object there = value;
            if (there == null) {
                wrong.add("fetched after it was dropped");
                throw new IllegalStateException("dropped");
            }
            return there;
        }

        @Override
        public void drop() {
            if (!shelf.pieces.remove(this)) {
                wrong.add("dropped twice");
            }
            value = null;
        }
    }
}
