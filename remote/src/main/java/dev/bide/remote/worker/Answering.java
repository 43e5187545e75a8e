package dev.bide.remote.worker;

import dev.bide.remote.internal.wire.Tag;
import dev.bide.remote.internal.wire.Writer;
import java.nio.ByteBuffer;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Tells the driver what came of the tasks of a batch: all at its end or, where that takes its time, what there is now and then, so
 * that others can go on with it, and what is at work. Written by the thread that is at work on the batch, told by that or by the timer.
 */
final class Answering {
    private static final long LATE = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long NOT = Long.MIN_VALUE;

    private final Post post;
    private final Batch batch;
    private Writer answers = new Writer();
    private int count;
    private int next;

    /** When the next task began, if it is at work and the driver has not been told. */
    private long began = NOT;

    private final ScheduledFuture<?> now;

    Answering(Post post, Batch batch) {
        this.post = post;
        this.batch = batch;
        this.now = post.timer.scheduleWithFixedDelay(this::tellIfAny, LATE, LATE, TimeUnit.NANOSECONDS);
    }

    /** Begins the answer of the next task. */
    private Writer answer(Writer out, int what) {
        return out.octet(what)
                .number(batch.tasks.numbers()[next])
                .number(batch.tasks.attempts()[next]);
    }

    private void answered() {
        count++;
        next++;
        began = NOT;
    }

    /** Of an answer that may be large nothing is written if there is no room for it. */
    private synchronized void whole(Writer answer) {
        answers.raw(answer.toBytes());
        answered();
    }

    synchronized void done(long bytes, long began, long ended) {
        answer(answers, Tag.DONE).number(bytes).number(began).number(ended);
        answered();
    }

    void grew(byte[] more, long began, long ended) {
        whole(answer(new Writer(), Tag.GREW).number(began).number(ended).bytes(more));
    }

    void home(byte[] argument, long began, long ended) {
        whole(answer(new Writer(), Tag.HOME).number(began).number(ended).bytes(argument));
    }

    void threw(byte[] thrown, byte[] inputs, long began, long ended) {
        whole(answer(new Writer(), Tag.THREW)
                .number(began)
                .number(ended)
                .bytes(thrown)
                .bytes(inputs));
    }

    synchronized void inputMissing(int... missing) {
        answer(answers, Tag.INPUT_MISSING).numbers(missing);
        answered();
    }

    synchronized void notRun() {
        answer(answers, Tag.NOT_RUN);
        answered();
    }

    /** The next task is at work: the driver hears of the first at once, if it has asked for that, and of any that takes its time. */
    synchronized void begun(long nanos) {
        began = nanos;
        if (batch.tasks.tellsStart() && next == 0) {
            started();
        }
    }

    private void started() {
        post.toDriver(new Writer()
                .octet(Tag.STARTED)
                .number(batch.number)
                .number(batch.tasks.numbers()[next])
                .number(began)
                .buffer());
        began = NOT;
    }

    private synchronized void tellIfAny() {
        if (count > 0) {
            tell(0);
        }
        if (began != NOT) {
            started();
        }
    }

    /** What has not been answered was not run. */
    synchronized void end() {
        now.cancel(false);
        while (next < batch.size()) {
            notRun();
        }
        tell(1);
    }

    private void tell(int last) {
        ByteBuffer head = new Writer()
                .octet(Tag.ANSWERED)
                .number(batch.number)
                .octet(last)
                .number(count)
                .buffer();
        post.toDriver(head, answers.buffer());
        answers = new Writer();
        count = 0;
    }
}
