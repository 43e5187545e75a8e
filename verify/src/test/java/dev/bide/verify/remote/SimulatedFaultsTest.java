package dev.bide.verify.remote;

import dev.bide.graph.Limit;
import dev.bide.remote.BrainOptions;
import dev.bide.schedule.RunOptions;
import dev.bide.testkit.Faults;
import dev.bide.testkit.Habits;
import dev.bide.testkit.RandomGraph;
import dev.bide.testkit.RandomGraphs;
import dev.bide.testkit.RunInvariants;
import dev.bide.testkit.SimulatedPool;
import dev.bide.testkit.SimulatedPool.Settings;
import dev.bide.testkit.SimulatedScheduler;
import dev.bide.verify.scale.CallWeb;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Random graphs on simulated workers that die, hang, leave and come, whose answers come twice or late: results and failures
 * are right, nothing is left behind, no limit is exceeded, every run ends, and the brain's invariants hold after each event.
 *
 * <p>{@code -Dbide.simulated=100000} says how many of each kind to try.
 */
@Timeout(value = 60, unit = TimeUnit.MINUTES) // if many are asked for; by default it takes seconds
class SimulatedFaultsTest {
    private static final long FIRST = 3_000_000;
    private static final int LARGEST = 120;
    private static final long LATENCY = 200_000;

    /** Fixed by the numbers of plan and task, so that a seed replays. */
    private static final Habits EVEN =
            (plan, task, attempt) -> 100_000 + (plan.size() * 7_919L + task * 104_729L + attempt * 31L) % 2_000_000;

    @Test
    void get_nothingGoesWrong_eachTaskRunsOnceAndTellsItsStory() {
        tryEach(FIRST, seed -> {
            SplittableRandom random = new SplittableRandom(seed);
            SimulatedPool pool = new SimulatedPool(settings(seed, random, Faults.NONE, EVEN, 3));
            RandomGraph graph = graph(seed, random);
            RunInvariants told = RunInvariants.inTurn();
            graph.check(new SimulatedScheduler(pool), options(random).listener(told));
            told.check();
            pool.settle();
        });
    }

    @Test
    void get_workersAreLost_resultsAndFailuresAreRight() {
        tryEach(2 * FIRST, seed -> {
            SplittableRandom random = new SplittableRandom(seed);
            SimulatedPool pool = new SimulatedPool(settings(seed, random, Faults.draw(random), EVEN, 3));
            graph(seed, random).checkAtLeastOnce(new SimulatedScheduler(pool), options(random));
            pool.settle();
        });
    }

    @Test
    void get_severalRunsOfTroubledTasks_eachTellsTheTruth() {
        tryEach(3 * FIRST, seed -> {
            SplittableRandom random = new SplittableRandom(seed);
            Random drawing = new Random(seed * 0x9E3779B97F4A7C15L);
            Limit limit = Limit.of("few", 1 + random.nextInt(2));
            boolean timed = drawing.nextBoolean();
            List<TroubledGraph> graphs = new ArrayList<>();
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                CallWeb web = CallWeb.draw(drawing, LARGEST);
                double doom = drawing.nextBoolean() ? 0 : drawing.nextDouble() * 0.5;
                graphs.add(new TroubledGraph("run" + i, web, drawing, drawing.nextDouble(), doom, timed, limit));
            }
            Faults faults = random.nextInt(4) == 0 ? Faults.NONE : Faults.draw(random);
            SimulatedPool pool = new SimulatedPool(
                    settings(seed, random, timed ? faults.punctual() : faults, new TroubledHabits(graphs), 5));
            SimulatedScheduler scheduler = new SimulatedScheduler(pool);
            List<TroubledRun> runs = graphs.stream()
                    .map(graph -> TroubledRun.start(graph, drawing, scheduler))
                    .toList();
            pool.steps(drawing.nextInt(60));
            runs.forEach(TroubledRun::cancelIfDrawn);
            runs.forEach(TroubledRun::check);
            pool.settle();
        });
    }

    private static RandomGraph graph(long seed, SplittableRandom random) {
        return random.nextBoolean() ? RandomGraphs.of(seed) : RandomGraphs.failing(seed, 2 + random.nextInt(20));
    }

    private static RunOptions options(SplittableRandom random) {
        RunOptions options = random.nextBoolean()
                ? RunOptions.defaults()
                : RunOptions.defaults().keepGoing();
        return random.nextInt(4) == 0 ? options.ahead(1 + random.nextInt(4)) : options;
    }

    private static Settings settings(long seed, SplittableRandom random, Faults faults, Habits habits, int deaths) {
        BrainOptions options = new BrainOptions(
                random.nextBoolean() ? 64 : 1,
                random.nextBoolean() ? 1024 : 64,
                Duration.ofNanos(random.nextBoolean() ? 10_000_000 : 1),
                deaths,
                Duration.ofMillis(500),
                Duration.ofSeconds(2),
                random.nextInt(3) == 0 ? Duration.ofMillis(1) : BrainOptions.NEVER,
                random.nextInt(3) == 0 ? 4096 : random.nextInt(8),
                seed);
        return new Settings(
                seed, 1 + random.nextInt(4), 1 + random.nextInt(2), faults, habits, options, true, false, LATENCY);
    }

    private static void tryEach(long first, LongConsumer check) {
        RandomGraphs.seeds(first, Long.getLong("bide.simulated", 700)).forEach(seed -> {
            try {
                check.accept(seed);
            } catch (RuntimeException | AssertionError wrong) {
                throw new AssertionError(
                        "seed " + seed + ": " + wrong.getMessage() + "\n  replay with -D" + RandomGraphs.SEED + "="
                                + seed,
                        wrong);
            }
        });
    }
}
