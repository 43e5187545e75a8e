package accepted;

import static dev.bide.Bide.*;

import dev.bide.Delayed;
import dev.bide.DelayedList;
import dev.bide.Schedulers;
import dev.bide.schedule.Run;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.Scheduler;
import dev.bide.schedule.TaskFailedException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeoutException;

/** Asking for results. */
class Runs {
    static int fib(int n) {
        return n < 2
                ? n
                : on(task(Runs::fib).call(n - 1), task(Runs::fib).call(n - 2))
                        .call(Integer::sum)
                        .compute();
    }

    static Delayed<Integer> lazyFib(int n) {
        return n < 2 ? value(n) : value(n - 1).thenDelayed(Runs::lazyFib).zip(lazyFib(n - 2), Integer::sum);
    }

    static int run(Delayed<Integer> number, DelayedList<String> texts, ExecutorService executor)
            throws TimeoutException {
        int here = number.compute(Schedulers.sync());
        List<String> there =
                texts.compute(Schedulers.threads(4), RunOptions.defaults().keepGoing());
        DelayedList<String> kept = texts.persist();
        try (Scheduler scheduler = Schedulers.on(executor)) {
            Run<Integer> run = number.start(scheduler);
            CompletableFuture<Integer> future = run.toCompletableFuture();
            return run.cancel() ? here : run.get(Duration.ofSeconds(1));
        } catch (TaskFailedException e) {
            return e.attempts().size();
        }
    }
}
