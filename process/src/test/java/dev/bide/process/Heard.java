package dev.bide.process;

import dev.bide.remote.TaskId;
import dev.bide.remote.WorkerPool;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** All that a pool tells, in the order told. */
final class Heard implements WorkerPool.Listener {
    private final BlockingQueue<Word> words = new LinkedBlockingQueue<>();

    /** Something told of a worker. */
    record Word(String what, int worker, String text, ByteBuffer bytes) {}

    @Override
    public void joined(int worker, String name, int threads, String address) {
        words.add(new Word("joined", worker, name + " " + threads + " " + address, ByteBuffer.allocate(0)));
    }

    @Override
    public void lost(int worker, String cause, @Nullable List<TaskId> running) {
        words.add(new Word(
                "lost",
                worker,
                cause + (running == null || running.isEmpty() ? "" : " at " + running),
                ByteBuffer.allocate(0)));
    }

    @Override
    public void said(int worker, ByteBuffer message) {
        String text = message.remaining() > 100_000
                ? ""
                : StandardCharsets.UTF_8.decode(message.duplicate()).toString();
        words.add(new Word("said", worker, text, message));
    }

    @Override
    public void failed(String why) {
        words.add(new Word("failed", 0, why, ByteBuffer.allocate(0)));
    }

    /** The next word, which has to be such a one. */
    Word next(String what) {
        Word word = next();
        if (!word.what().equals(what)) {
            throw new AssertionError("expected " + what + ", heard " + word);
        }
        return word;
    }

    Word next() {
        try {
            Word word = words.poll(30, TimeUnit.SECONDS);
            if (word == null) {
                throw new AssertionError("nothing heard");
            }
            return word;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    boolean isEmpty() {
        return words.isEmpty();
    }
}
