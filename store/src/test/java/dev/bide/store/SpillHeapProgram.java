package dev.bide.store;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.on;
import static dev.bide.Bide.task;

import dev.bide.Delayed;
import dev.bide.DelayedList;
import dev.bide.Schedulers;
import dev.bide.Task1;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.Scheduler;
import dev.bide.schedule.TaskFailedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Needs 200 MB of live results, whatever the heap: each block is needed again after all of them were there. */
final class SpillHeapProgram {
    private static final int BLOCKS = 200;
    private static final int LONGS = (1 << 20) / Long.BYTES;

    private SpillHeapProgram() {}

    private static long[] block(int number) {
        long[] block = new long[LONGS];
        Arrays.fill(block, number);
        return block;
    }

    private static long sum(List<Long> all) {
        return all.stream().mapToLong(n -> n).sum();
    }

    /** Is given the directory to spill to, if any. */
    public static void main(String[] arguments) {
        RunOptions options = arguments.length == 0
                ? RunOptions.defaults()
                : RunOptions.defaults().spill(SpillFolder.at(Path.of(arguments[0])));
        Task1<Integer, long[]> block = task(SpillHeapProgram::block);
        DelayedList<long[]> blocks =
                block.each(IntStream.range(0, BLOCKS).boxed().toList());
        Delayed<Long> first = task((long[] each) -> each[0]).each(blocks).then(SpillHeapProgram::sum);
        List<Delayed<Long>> again = new ArrayList<>();
        blocks.forEach(each -> again.add(on(each, first).call((longs, all) -> longs[LONGS - 1] + all)));
        Delayed<Long> sum = gather(again).then(SpillHeapProgram::sum);
        try (Scheduler threads = Schedulers.threads(2)) {
            System.out.println(sum.compute(threads, options));
        } catch (TaskFailedException failed) {
            System.out.println(failed.getCause().getClass().getName());
        }
    }
}
