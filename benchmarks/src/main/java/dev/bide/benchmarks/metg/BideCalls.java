package dev.bide.benchmarks.metg;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.on;

import dev.bide.Delayed;
import dev.bide.DelayedList;
import dev.bide.Schedulers;
import dev.bide.schedule.Scheduler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Bide through its typed API on {@code threads(n)}: a call takes up to five results as arguments, more as a list. */
final class BideCalls implements Contender {
    private final Scheduler scheduler;

    BideCalls(int workers) {
        scheduler = Schedulers.threads(workers);
    }

    @Override
    public List<Output> run(Cells cells) {
        return build(cells).compute(scheduler);
    }

    private static DelayedList<Output> build(Cells cells) {
        List<Delayed<Output>> ends = new ArrayList<>(cells.ends());
        Delayed<Output>[] before = row(cells.width());
        Delayed<Output>[] now = row(cells.width());
        for (Cell[] row : cells.rows()) {
            for (Cell cell : row) {
                Delayed<Output> call = call(cell, before);
                now[cell.x()] = call;
                if (cell.end() >= 0) {
                    ends.add(call);
                }
            }
            Delayed<Output>[] spare = before;
            before = now;
            now = spare;
        }
        return gather(ends);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Delayed<Output>[] row(int width) {
        return new Delayed[width];
    }

    private static Delayed<Output> call(Cell cell, Delayed<Output>[] before) {
        int[] in = cell.inputs();
        return switch (in.length) {
            case 0 -> on(cell).call(Cell::start);
            case 1 -> on(before[in[0]]).call(cell::one);
            case 2 -> on(before[in[0]], before[in[1]]).call(cell::two);
            case 3 -> on(before[in[0]], before[in[1]], before[in[2]]).call(cell::three);
            case 4 ->
                on(before[in[0]], before[in[1]], before[in[2]], before[in[3]]).call(cell::four);
            case 5 ->
                on(before[in[0]], before[in[1]], before[in[2]], before[in[3]], before[in[4]])
                        .call(cell::five);
            default ->
                gather(Arrays.stream(in).mapToObj(p -> before[p]).toList()).then(cell::all);
        };
    }

    @Override
    public void close() {
        scheduler.close();
    }
}
