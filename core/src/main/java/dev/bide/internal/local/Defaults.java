package dev.bide.internal.local;

import dev.bide.schedule.Scheduler;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The default scheduler: the only state that all of a program shares. */
public final class Defaults {
    private static final Pattern THREADS = Pattern.compile("threads\\((\\d{1,6})\\)");

    private static volatile @Nullable Scheduler set;
    private static volatile @Nullable Scheduler fromEnvironment;

    private Defaults() {}

    /** Made when first asked for. */
    private static final class Shared {
        static final Scheduler THREADS =
                new Unclosed(new ThreadPool(Runtime.getRuntime().availableProcessors()));
    }

    /**
     * Gives the pool for all.
     *
     * @return the pool
     */
    public static Scheduler threads() {
        return Shared.THREADS;
    }

    /**
     * Sets the default.
     *
     * @param scheduler the default, or {@code null} for what the environment says
     */
    public static void set(@Nullable Scheduler scheduler) {
        set = scheduler;
    }

    /**
     * Gives the default.
     *
     * @return code before environment before system property before {@code threads()}
     */
    public static Scheduler scheduler() {
        Scheduler chosen = set;
        if (chosen == null) {
            chosen = fromEnvironment;
        }
        if (chosen == null) {
            chosen = new Unclosed(named(nameOr("threads")));
            fromEnvironment = chosen;
        }
        return chosen;
    }

    private static String nameOr(String otherwise) {
        String variable = System.getenv("BIDE_SCHEDULER");
        return variable != null ? variable : System.getProperty("bide.scheduler", otherwise);
    }

    /**
     * Gives the scheduler of the run whose task the calling thread is in, else the default.
     *
     * @return the scheduler
     */
    public static Scheduler current() {
        Slot slot = Slot.current();
        return slot == null ? scheduler() : slot.run.hands.scheduler();
    }

    /**
     * Gives the scheduler with a name.
     *
     * @param name {@code sync}, {@code threads}, {@code threads(n)} or {@code virtualThreads}
     * @return the scheduler
     */
    public static Scheduler named(String name) {
        Matcher threads = THREADS.matcher(name);
        if (threads.matches()) {
            return new ThreadPool(Integer.parseInt(threads.group(1)));
        }
        return switch (name) {
            case "sync" -> CallerThread.INSTANCE;
            case "threads" -> threads();
            case "virtualThreads" -> VirtualThreads.scheduler();
            default ->
                throw new IllegalArgumentException("there is no scheduler '" + name
                        + "'. Use sync, threads, threads(<number>) or virtualThreads.");
        };
    }
}
