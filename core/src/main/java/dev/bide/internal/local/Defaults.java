package dev.bide.internal.local;

import dev.bide.schedule.Scheduler;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The default scheduler: the only state that all of a program shares. */
public final class Defaults {
    private static final String VARIABLE = "BIDE_SCHEDULER";
    private static final String PROPERTY = "bide.scheduler";
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
            chosen = new Unclosed(asTold());
            fromEnvironment = chosen;
        }
        return chosen;
    }

    /** What is wrong with a name is said together with where it stands. */
    private static Scheduler asTold() {
        String variable = System.getenv(VARIABLE);
        String name = variable != null ? variable : System.getProperty(PROPERTY);
        try {
            return name == null ? threads() : named(name);
        } catch (IllegalArgumentException | UnsupportedOperationException refused) {
            String where =
                    variable != null ? "the environment variable " + VARIABLE : "the system property " + PROPERTY;
            throw new IllegalArgumentException(where + " is '" + name + "': " + refused.getMessage(), refused);
        }
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
        Matcher threads = THREADS.matcher(Objects.requireNonNull(name, "the scheduler's name is null"));
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
