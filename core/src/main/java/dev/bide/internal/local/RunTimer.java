package dev.bide.internal.local;

import dev.bide.internal.run.Deadline;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Calls back after a time, on one daemon thread that is there only while somebody waits for a call. */
final class RunTimer {
    private static final ScheduledThreadPoolExecutor TIMER = timer();

    private RunTimer() {}

    private static ScheduledThreadPoolExecutor timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "bide-timer");
            thread.setDaemon(true);
            return thread;
        });
        timer.setKeepAliveTime(1, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    static ScheduledFuture<?> after(Duration time, Runnable call) {
        return TIMER.schedule(call, Deadline.nanos(time), TimeUnit.NANOSECONDS);
    }
}
