package dev.bide.process;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One worker's process, from its start to its end. Safe to use from any thread. */
final class WorkerProcess {
    /** Hears of one worker; see {@link ProcessPool}. */
    interface Owner {
        /** It is there. */
        void joined(WorkerProcess worker);

        /** It has sent a message. */
        void said(WorkerProcess worker, ByteBuffer message);

        /** It is gone. Called last and once, joined or not. */
        void ended(WorkerProcess worker, boolean hadJoined, String cause);
    }

    /** Longer than any JVM takes to start, on however busy a machine. */
    private static final int SECONDS_TO_JOIN = 60;

    /** How long we wait for the last lines of a process that is gone; another that it started may still hold its output. */
    private static final long LAST_LINES_MILLIS = 40;

    /** How long a process that has closed its connection may take to end, on however busy a machine. */
    private static final long TO_END_MILLIS = 500;

    private final int number;
    private final ProcessBuilder builder;
    private final Token token;
    private final Sender sender;
    private final Owner owner;
    private final Output output;
    private final Tail tail = new Tail();

    private @Nullable Process process;
    private @Nullable Thread receiving;
    private @Nullable Thread guard;
    private boolean isOver;
    private boolean isAsked;
    private String why = "";

    WorkerProcess(int number, ProcessBuilder builder, Token token, SenderTo senders, Owner owner, Output output) {
        this.number = number;
        this.builder = builder;
        this.token = token;
        this.sender = senders.of(e -> Daemon.start("parting-" + number, this::hasLeft));
        this.owner = owner;
        this.output = output;
    }

    /** Makes the way to the worker, given who hears that it is broken. */
    interface SenderTo {
        Sender of(Consumer<IOException> broken);
    }

    int number() {
        return number;
    }

    String name() {
        return "worker " + number;
    }

    synchronized void start(long delayMillis) {
        guard = Daemon.start("guard-" + number, () -> guard(delayMillis));
    }

    void send(ByteBuffer... message) {
        sender.send(message);
    }

    /** The worker has connected; gives whether it was expected. */
    synchronized boolean welcome(SocketChannel channel) {
        if (isOver || receiving != null) {
            return false;
        }
        receiving = Daemon.start("receiver-" + number, () -> receive(channel));
        return true;
    }

    /** Ends it at once. The first reason given is what is told. */
    void dismiss(String reason) {
        synchronized (this) {
            if (why.isEmpty()) {
                why = reason;
            }
        }
        kill();
    }

    /** Asks it to end, with what its tasks have left to do at the end of their JVM. */
    synchronized void ask() {
        isAsked = true;
        isOver = true;
        notifyAll();
        if (process != null) {
            process.toHandle().destroy();
        }
    }

    /** Whether it is there to run tasks. */
    synchronized boolean isUp() {
        return receiving != null && !isOver;
    }

    synchronized void kill() {
        isOver = true;
        notifyAll();
        if (process != null) {
            process.toHandle().destroyForcibly();
        }
    }

    /** Waits for its end; gives whether it came. */
    boolean awaitEnd(long millis) throws InterruptedException {
        Thread waited;
        synchronized (this) {
            waited = guard;
        }
        if (waited == null || waited == Thread.currentThread()) {
            return true;
        }
        waited.join(Math.max(1, millis));
        return !waited.isAlive();
    }

    /** The whole life of the process, on a thread of its own. */
    private void guard(long delayMillis) {
        Process started;
        try {
            if (!awaitItsTurn(delayMillis)) {
                owner.ended(this, false, name() + " was not needed any more");
                return;
            }
            started = builder.start();
        } catch (IOException e) {
            owner.ended(this, false, name() + " could not be started: " + e.getMessage());
            return;
        }
        Thread out = Daemon.start("output-" + number, () -> Output.forward(started.getInputStream(), this::printed));
        Thread err = Daemon.start("errors-" + number, () -> Output.forward(started.getErrorStream(), this::complained));
        begin(started);
        try {
            if (!started.waitFor(SECONDS_TO_JOIN, TimeUnit.SECONDS) && receiver() == null) {
                dismiss("it had not joined after " + SECONDS_TO_JOIN + " s");
            }
            int exitCode = started.waitFor();
            Thread receiver = end();
            if (receiver != null) {
                receiver.join();
            }
            err.join(LAST_LINES_MILLIS);
            out.join(LAST_LINES_MILLIS);
            owner.ended(this, receiver != null, cause(started.pid(), exitCode));
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts this thread", e);
        }
    }

    /** Tells whether it is still to be started when the time has come. */
    private synchronized boolean awaitItsTurn(long delayMillis) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(delayMillis);
        try {
            for (long left = delayMillis; !isOver && left > 0; ) {
                wait(left);
                left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            }
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts this thread", e);
        }
        return !isOver;
    }

    private synchronized void begin(Process started) {
        process = started;
        if (isOver) {
            started.toHandle().destroyForcibly();
        }
        try (OutputStream in = started.getOutputStream()) {
            token.write(in);
        } catch (IOException e) {
            // It has ended already, as its guard is about to see.
        }
    }

    private synchronized @Nullable Thread receiver() {
        return receiving;
    }

    private synchronized @Nullable Thread end() {
        isOver = true;
        sender.close();
        return receiving;
    }

    private void receive(SocketChannel channel) {
        try {
            sender.open();
            owner.joined(this);
            new Receiver(channel, message -> owner.said(this, message)).readAll();
            hasLeft();
        } catch (IOException e) {
            dismiss("what it sent could not be read: " + e.getMessage());
        } catch (OutOfMemoryError e) {
            dismiss("the driver had no memory left for what it sent");
        } finally {
            if (!wasAsked()) {
                kill();
            }
        }
    }

    /** A process that closes its connection is ending, as a rule. What it ends with says more than a kill. */
    private void hasLeft() {
        Process left;
        synchronized (this) {
            left = process;
        }
        try {
            if (left != null && !wasAsked() && !left.waitFor(TO_END_MILLIS, TimeUnit.MILLISECONDS)) {
                dismiss("it left, perhaps by System.exit in a task, and did not end");
            }
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts this thread", e);
        }
    }

    private synchronized boolean wasAsked() {
        return isAsked;
    }

    private synchronized String cause(long pid, int exitCode) {
        String who = name() + " (pid " + pid + ") ";
        return who + (why.isEmpty() ? Ending.of(exitCode) : "was dismissed: " + why) + tail;
    }

    private void printed(String line) {
        tail.output(line);
        output.out().accept("[" + name() + "] " + line);
    }

    private void complained(String line) {
        tail.error(line);
        output.err().accept("[" + name() + "] " + line);
    }
}
