package dev.bide.diagnostics.internal.terminal;

import dev.bide.event.ConcurrentListener;
import dev.bide.event.Event;
import dev.bide.event.Event.RunEnded;
import dev.bide.event.Event.RunStarted;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Shows how far a run has come, once it has taken a second: lines that are written over on a terminal; elsewhere a plain
 * line, one each ten percent or thirty seconds.
 */
public final class ProgressDisplay extends ConcurrentListener {
    static final long FIRST = Duration.ofSeconds(1).toNanos();
    static final long AT_LATEST = Duration.ofSeconds(30).toNanos();
    private static final int EACH_PERCENT = 10;
    private static final long LOOK = Duration.ofMillis(200).toNanos();

    private final @Nullable String title;
    private final boolean followed;
    private final Supplier<Terminal> where;
    private final ProgressCounts counts = new ProgressCounts();
    private final CountDownLatch over = new CountDownLatch(1);

    // Under the lock of this.
    private @Nullable Terminal terminal;
    private long start;
    private String name = "";
    private int written;
    private int lastPercent;
    private long lastLine;
    private boolean ended;
    private long settled;
    private long settledAt;

    /**
     * Makes a display for one run.
     *
     * @param title what to call it, or {@code null} for the key of its root
     * @param followed whether the end of the run is told by another, so that nothing need stay
     */
    public ProgressDisplay(@Nullable String title, boolean followed) {
        this(title, followed, Terminal::standardError);
    }

    ProgressDisplay(@Nullable String title, boolean followed, Supplier<Terminal> where) {
        super(ProgressCounts.STEPS);
        this.title = title;
        this.followed = followed;
        this.where = where;
    }

    @Override
    public void on(Event event) {
        counts.on(event);
        if (event instanceof RunStarted started) {
            begin(started);
            Thread thread = new Thread(this::watch, "bide-progress");
            thread.setDaemon(true);
            thread.start();
        } else if (event instanceof RunEnded) {
            end(event.nanos());
        }
    }

    private synchronized void begin(RunStarted started) {
        start = started.nanos();
        lastLine = start;
        name = title != null ? title : started.plan().key(started.plan().root()).toString();
    }

    private void watch() {
        try {
            long wait = FIRST;
            while (!over.await(wait, TimeUnit.NANOSECONDS)) {
                show(System.nanoTime());
                wait = LOOK;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private ProgressText text(long now) {
        ProgressText text = new ProgressText(name, counts.names(), now - start, settledAt);
        if (text.settled() == settled) {
            return text;
        }
        settled = text.settled();
        settledAt = now - start;
        return new ProgressText(name, text.names(), text.elapsed(), settledAt);
    }

    /** Shows the state at a time, if it is time for that. */
    synchronized void show(long now) {
        if (ended || now - start < FIRST) {
            return;
        }
        Terminal to = terminal == null ? where.get() : terminal;
        terminal = to;
        ProgressText text = text(now);
        if (to.inPlace() && to.claim(this)) {
            List<String> lines = text.lines();
            to.printOver(written, lines);
            written = lines.size();
        } else if (text.percent() / EACH_PERCENT > lastPercent / EACH_PERCENT || now - lastLine >= AT_LATEST) {
            to.print(List.of(text.line()));
            lastPercent = text.percent();
            lastLine = now;
        }
    }

    /** The lines go; where nobody else tells how the run ended, one stays. */
    private synchronized void end(long now) {
        ended = true;
        over.countDown();
        if (terminal != null && (written > 0 || !followed)) {
            String last = text(now).last();
            if (written > 0) {
                terminal.printOver(written, followed ? List.of() : List.of(last));
            } else {
                terminal.print(List.of(last));
            }
        }
        if (terminal != null) {
            terminal.release(this);
        }
    }
}
