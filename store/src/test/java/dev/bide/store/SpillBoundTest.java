package dev.bide.store;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.on;
import static dev.bide.Bide.task;
import static dev.bide.Bide.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Delayed;
import dev.bide.DelayedList;
import dev.bide.Schedulers;
import dev.bide.Task1;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.Scheduler;
import dev.bide.schedule.Spill;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How much stays in memory, and what goes. */
class SpillBoundTest {
    private static final int BLOCK = 1 << 20;
    private static final int BLOCKS = 40;

    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger mostInMemory = new AtomicInteger();
    private final Recording spill = new Recording(4L * BLOCK + BLOCK / 2);

    /** Keeps what is put, and notes in which order. */
    private static final class Recording implements Spill, Spill.Area {
        private final long bound;
        private final List<Object> put = new CopyOnWriteArrayList<>();
        private final Set<Object> fetched = ConcurrentHashMap.newKeySet();
        private boolean full;

        Recording(long bound) {
            this.bound = bound;
        }

        @Override
        public long bound() {
            return bound;
        }

        @Override
        public long least() {
            return BLOCK;
        }

        @Override
        public Area open() {
            return this;
        }

        @Override
        public long bytes(Object result) {
            return -1;
        }

        @Override
        public Piece put(Object result) throws IOException {
            if (full) {
                throw new IOException("the place is full");
            }
            put.add(result);
            return new Piece() {
                @Override
                public Object fetch() {
                    fetched.add(result);
                    return result;
                }

                @Override
                public void drop() {
                    // The order is all that is asked for.
                }
            };
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }

    private byte[] block(int number) {
        made.incrementAndGet();
        byte[] block = new byte[BLOCK];
        block[0] = (byte) number;
        return block;
    }

    private int first(byte[] block) {
        mostInMemory.accumulateAndGet(made.get() - spill.put.size(), Math::max);
        return block[0];
    }

    //  block  block  block ..     each is needed again after all of them are there
    //   |  \   |  \   |  \
    // first | first| first|
    //    \  |  |   |  /   |
    //      sum ----+------+---- again, again, ..
    private Delayed<Integer> graph() {
        Task1<Integer, byte[]> block = task(this::block);
        Task1<byte[], Integer> first = task(this::first);
        List<Integer> numbers = IntStream.range(0, BLOCKS).boxed().toList();
        DelayedList<byte[]> blocks = block.each(numbers);
        Delayed<Integer> sum = first.each(blocks).then(SpillBoundTest::sum);
        List<Delayed<Integer>> again = new ArrayList<>();
        blocks.forEach(each -> again.add(on(each, sum).call((bytes, all) -> bytes[0] + all)));
        return gather(again).then(SpillBoundTest::sum);
    }

    private static int sum(List<Integer> all) {
        return all.stream().mapToInt(each -> each).sum();
    }

    private static int expected() {
        int sum = BLOCKS * (BLOCKS - 1) / 2;
        return sum + BLOCKS * sum;
    }

    private void computeUnder(Scheduler scheduler, int workers) {
        int result = graph().compute(scheduler, RunOptions.defaults().spill(spill));

        assertThat(result).isEqualTo(expected());
        assertThat(mostInMemory.get()).isBetween(4, 4 + 2 * workers);
        assertThat(spill.put).doesNotHaveDuplicates();
        assertThat(spill.fetched).hasSizeGreaterThan(BLOCKS / 2);
    }

    @Test
    void compute_moreThanTheBoundOnSync_keepsTheBoundAndWhatCallsNeed() {
        computeUnder(Schedulers.sync(), 1);
    }

    @Test
    void compute_moreThanTheBoundOnThreads_keepsTheBoundAndWhatCallsNeed() {
        try (Scheduler threads = Schedulers.threads(2)) {
            computeUnder(threads, 3);
        }
    }

    @Test
    void compute_moreThanTheBoundOnAnExecutor_keepsTheBoundAndWhatCallsNeed() {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try (Scheduler threads = Schedulers.on(pool)) {
            computeUnder(threads, 3);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void compute_lessThanTheBound_putsNothing() {
        Recording large = new Recording((BLOCKS + 2L) * BLOCK);

        assertThat(graph().compute(Schedulers.sync(), RunOptions.defaults().spill(large)))
                .isEqualTo(expected());
        assertThat(large.put).isEmpty();
    }

    @Test
    void compute_placeIsFull_goesOnInMemory() {
        spill.full = true;

        assertThat(graph().compute(Schedulers.sync(), RunOptions.defaults().spill(spill)))
                .isEqualTo(expected());
        assertThat(spill.put).isEmpty();
    }

    //  b0 - first - b1 - first - .. b5 - first     made in this order
    //   |            |               |     |
    //   +-- u0 ------+-- u1 ---- .. u5 ----+       and used in this order, when all are there
    @Test
    void compute_severalCouldGo_theOneNeededLastGoes() {
        Recording two = new Recording(2L * BLOCK + BLOCK / 2);
        List<Delayed<byte[]>> blocks = new ArrayList<>();
        Delayed<Integer> made = value(0);
        for (int i = 0; i < 6; i++) {
            Delayed<byte[]> block = on(i, made).call((number, before) -> block(number));
            blocks.add(block);
            made = block.then(this::first);
        }
        Delayed<Integer> used = made;
        for (Delayed<byte[]> block : blocks) {
            used = on(used, block).call((sum, bytes) -> sum + bytes[0]);
        }

        assertThat(used.compute(Schedulers.sync(), RunOptions.defaults().spill(two)))
                .isEqualTo(20);
        assertThat(two.put).extracting(block -> (int) ((byte[]) block)[0]).containsExactly(1, 2, 3, 4);
    }

    //  b0 - first - b1 - first - .. b7 - first     made in this order, so that b7 and one other stay
    //   |     b4  b5  b6             |     |
    //   |       \  |  /              |     |
    //   |        some ---------------+-----+
    //   |         |                  |
    //   +-- u0 ---+-- u1 ---- .. u7 -+           each is needed once more
    @Test
    void compute_inputsAreReadBack_othersMakeRoomForThem() {
        Recording two = new Recording(2L * BLOCK + BLOCK / 2);
        List<Delayed<byte[]>> blocks = new ArrayList<>();
        Delayed<Integer> made = value(0);
        for (int i = 0; i < 8; i++) {
            Delayed<byte[]> block = on(i, made).call((number, before) -> block(number));
            blocks.add(block);
            made = block.then(this::first);
        }
        AtomicInteger inMemory = new AtomicInteger();
        Delayed<Integer> used = on(made, blocks.get(4), blocks.get(5), blocks.get(6))
                .call((last, x, y, z) -> {
                    inMemory.set(this.made.get() - two.put.size() + two.fetched.size());
                    return last + x[0] + y[0] + z[0];
                });
        for (Delayed<byte[]> block : blocks) {
            used = on(used, block).call((sum, bytes) -> sum + bytes[0]);
        }

        assertThat(used.compute(Schedulers.sync(), RunOptions.defaults().spill(two)))
                .isEqualTo(7 + 15 + 28);
        assertThat(inMemory).hasValue(3);
    }
}
