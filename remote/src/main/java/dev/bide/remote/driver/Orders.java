package dev.bide.remote.driver;

import dev.bide.graph.Detached;
import dev.bide.graph.Handling;
import dev.bide.graph.Hole;
import dev.bide.graph.Plan;
import dev.bide.remote.Command;
import dev.bide.remote.internal.wire.Sharing;
import dev.bide.remote.internal.wire.Spec;
import dev.bide.remote.internal.wire.Tag;
import dev.bide.remote.internal.wire.Writer;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Does what the brain says: sends it to workers, or tells the run. Belongs to the driver's thread. */
final class Orders {
    private final Driver driver;
    private final Places places;

    Orders(Driver driver) {
        this.driver = driver;
        this.places = new Places(driver);
    }

    void carryOut(Command command) {
        if (command instanceof Command.Submit submit) {
            submit(submit);
        } else if (command instanceof Command.Release release) {
            send(
                    release.worker(),
                    results(new Writer().octet(Tag.RELEASE), release.run(), release.tasks(), release.attempts()));
        } else if (command instanceof Command.Tell tell) {
            tell(tell);
        } else if (command instanceof Command.Fetch fetch) {
            driver.hearing().expect(fetch);
            send(fetch.worker(), fetch(fetch.fetch(), fetch.run(), fetch.tasks(), fetch.attempts()));
        } else if (command instanceof Command.WakeAt wake) {
            driver.wakeAt(wake.nanos());
        } else if (command instanceof Command.Ping ping) {
            send(ping.worker(), new Writer().octet(Tag.PING).number(System.nanoTime()));
        } else if (command instanceof Command.Grow grow) {
            grow(grow);
        } else if (command instanceof Command.End end) {
            end(end);
        } else {
            carryOutRarely(command);
        }
    }

    private void carryOutRarely(Command command) {
        if (command instanceof Command.Interrupt interrupt) {
            send(interrupt.worker(), new Writer().octet(Tag.INTERRUPT).number(interrupt.batch()));
        } else if (command instanceof Command.Recall recall) {
            send(recall.worker(), new Writer().octet(Tag.RECALL).number(recall.batch()));
        } else if (command instanceof Command.Forget forget) {
            forget(forget);
        } else if (command instanceof Command.Copy copy) {
            copy(copy);
        } else if (command instanceof Command.Dismiss dismiss) {
            driver.pool.dismiss(dismiss.worker(), dismiss.why());
        } else if (command instanceof Command.Enter enter) {
            places.enter(enter.run(), enter.task(), enter.limit());
        } else if (command instanceof Command.Withdraw withdraw) {
            places.withdraw(withdraw.run(), withdraw.task(), withdraw.limit());
        } else if (command instanceof Command.Leave leave) {
            leave.limit().leave();
        } else if (command instanceof Command.Fail fail) {
            RemoteRun<?> run = driver.runs.get(fail.run());
            if (run != null) {
                run.failures.failed(fail.task(), fail.attempts(), fail.mostAttempts());
            }
        }
    }

    private void send(int worker, Writer message) {
        driver.pool.send(worker, message.buffer());
    }

    /** Asks for results. */
    static Writer fetch(long number, int run, int[] tasks, int[] attempts) {
        return results(new Writer().octet(Tag.FETCH).number(number), run, tasks, attempts);
    }

    private static Writer results(Writer out, int run, int[] tasks, int[] attempts) {
        out.number(run);
        return named(out, tasks, attempts);
    }

    private static Writer named(Writer out, int[] tasks, int[] attempts) {
        out.number(tasks.length);
        for (int i = 0; i < tasks.length; i++) {
            out.number(tasks[i]).number(attempts[i]);
        }
        return out;
    }

    private void forget(Command.Forget forget) {
        Peer peer = driver.peers.get(forget.worker());
        if (peer != null) {
            peer.forget(forget.run());
            send(forget.worker(), new Writer().octet(Tag.FORGET).number(forget.run()));
        }
    }

    private void copy(Command.Copy copy) {
        Peer from = driver.peers.get(copy.from());
        Writer out = new Writer().octet(Tag.COPY).number(copy.copy()).number(copy.run());
        out.text(from == null ? "" : from.address);
        send(copy.worker(), named(out, copy.tasks(), copy.attempts()));
    }

    private void tell(Command.Tell tell) {
        RemoteRun<?> run = driver.runs.get(tell.run());
        if (run != null && run.delivery != null) {
            run.delivery.deliver(tell.event());
        }
    }

    private void grow(Command.Grow grow) {
        RemoteRun<?> run = driver.runs.get(grow.run());
        if (run == null) {
            return;
        }
        try {
            run.graph.grow(grow.first(), grow.plan());
        } catch (IllegalArgumentException unsendable) {
            driver.breakUp(run, unsendable);
        }
    }

    private void end(Command.End end) {
        RemoteRun<?> run = driver.runs.get(end.run());
        if (run != null) {
            driver.hearing().forget(end.run());
            run.progress(end.progress());
            run.ended(end);
        }
    }

    // ---------------------------------------------------------------- batches

    private void submit(Command.Submit submit) {
        RemoteRun<?> run = driver.runs.get(submit.run());
        Peer peer = driver.peers.get(submit.worker());
        if (run == null || peer == null) {
            return;
        }
        BitSet read = driver.hearing().expect(submit, run);
        int[] tasks = submit.tasks();
        if (read.cardinality() == tasks.length) {
            return;
        }
        Writer out = new Writer().octet(Tag.SUBMIT).number(submit.batch()).number(submit.run());
        boolean timed = submit.thrown() == null
                && tasks.length == 1
                && run.graph.handling(tasks[0], run.options.handling()).timeout() != null;
        out.octet((timed ? Tag.TELL_START : 0) | (submit.thrown() == null ? 0 : Tag.FALLBACK));
        inputs(out, submit);
        shared(out, submit, run, peer);
        out.number(tasks.length - read.cardinality());
        for (int i = read.nextClearBit(0); i < tasks.length; i = read.nextClearBit(i + 1)) {
            task(out, run, tasks[i], submit.attempts()[i], submit.thrown() != null);
        }
        if (submit.thrown() != null) {
            out.bytes(encoded(submit.thrown()));
        }
        send(submit.worker(), out);
        driver.publish(run);
    }

    private void inputs(Writer out, Command.Submit submit) {
        int[] holders = submit.inputHolders();
        int[] others = new int[holders.length];
        int[] index = new int[holders.length];
        int count = 0;
        for (int i = 0; i < holders.length; i++) {
            int found = holders[i] == submit.worker() ? -1 : 0;
            while (found >= 0 && found < count && others[found] != holders[i]) {
                found++;
            }
            if (found == count) {
                others[count++] = holders[i];
            }
            index[i] = found + 1;
        }
        out.number(count);
        for (int i = 0; i < count; i++) {
            Peer holder = driver.peers.get(others[i]);
            out.text(holder == null ? "" : holder.address);
        }
        out.number(holders.length);
        for (int i = 0; i < holders.length; i++) {
            out.number(submit.inputs()[i]).number(submit.inputAttempts()[i]).number(index[i]);
        }
    }

    private static void shared(Writer out, Command.Submit submit, RemoteRun<?> run, Peer peer) {
        Writer unknown = new Writer();
        int count = 0;
        for (int task : submit.tasks()) {
            for (int number : run.graph.usedBy(task)) {
                if (peer.learns(submit.run(), number)) {
                    unknown.number(number).bytes(run.graph.shares.parcel(number));
                    count++;
                }
            }
        }
        out.number(count).append(unknown);
    }

    private void task(Writer out, RemoteRun<?> run, int task, int attempt, boolean fallback) {
        RunGraph graph = run.graph;
        int base = graph.base(task);
        out.number(task).number(attempt);
        if (fallback) {
            out.bytes(fallback(run, task)).number(0);
            return;
        }
        out.bytes(graph.spec(task));
        Plan plan = graph.planOf(task);
        int from = plan.dependencyStart()[task - base];
        int to = plan.dependencyStart()[task - base + 1];
        boolean grown = graph.hasGrown();
        out.number(to - from);
        for (int at = from; at < to; at++) {
            int dependency = base + plan.dependencies()[at];
            out.number(grown ? driver.brain.origin(run.number, dependency) : dependency);
        }
    }

    private byte[] fallback(RemoteRun<?> run, int task) {
        Handling handling = run.graph.handling(task, run.options.handling());
        Object function = Objects.requireNonNull(handling.fallback());
        Detached call = Detached.of(1, List.of(function), List.of(new Hole(0)), List.of());
        Sharing none = Sharing.none(driver.codec);
        return Spec.of(none, call, any -> -1, any -> run.graph.shares.pack(any, false, none));
    }

    private byte[] encoded(@Nullable Throwable thrown) {
        return driver.codec.encode(thrown);
    }
}
