package dev.bide.internal.local;

import dev.bide.schedule.Scheduler;
import dev.bide.schedule.SchedulerProvider;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The default scheduler: the only state that all of a program shares. */
public final class Defaults {
    private static final String VARIABLE = "BIDE_SCHEDULER";
    private static final String PROPERTY = "bide.scheduler";
    private static final Pattern NAME = Pattern.compile("(\\w+)(?:\\((\\d{1,6})\\))?");

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
     * @param name {@code sync}, {@code threads}, {@code threads(n)}, {@code virtualThreads}, or what a {@link SchedulerProvider}
     *     is called
     * @return the scheduler
     */
    public static Scheduler named(String name) {
        Matcher parts = NAME.matcher(Objects.requireNonNull(name, "the scheduler's name is null"));
        if (!parts.matches()) {
            throw unknown(name);
        }
        String number = parts.group(2);
        Integer workers = number == null ? null : Integer.valueOf(number);
        if (workers != null) {
            return parts.group(1).equals("threads")
                    ? new ThreadPool(workers)
                    : provider(name, parts.group(1)).start(workers);
        }
        return switch (name) {
            case "sync" -> CallerThread.INSTANCE;
            case "threads" -> threads();
            case "virtualThreads" -> VirtualThreads.scheduler();
            default -> provider(name, name).start(null);
        };
    }

    private static SchedulerProvider provider(String name, String kind) {
        return providers()
                .filter(provider -> provider.name().equals(kind))
                .findFirst()
                .orElseThrow(() -> unknown(name));
    }

    private static Stream<SchedulerProvider> providers() {
        return ServiceLoader.load(SchedulerProvider.class).stream().map(ServiceLoader.Provider::get);
    }

    private static IllegalArgumentException unknown(String name) {
        String others = providers()
                .map(provider -> ", " + provider.name() + ", " + provider.name() + "(<number>)")
                .sorted()
                .collect(Collectors.joining());
        return new IllegalArgumentException("there is no scheduler '" + name + "'. Use sync, threads, threads(<number>)"
                + others + " or virtualThreads." + elsewhere(name));
    }

    private static String elsewhere(String name) {
        if (name.startsWith("processes")) {
            return " Child JVMs come with the jar bide-process.";
        }
        return name.startsWith("ignite") ? " Clusters come with the jar bide-cluster-ignite." : "";
    }
}
