package dev.bide.remote.worker;

import dev.bide.remote.codec.Codec;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Gives results to the driver and to other workers. What is at hand goes at once; where bytes have to be made by user
 * code, or many, a thread of its own does that.
 */
final class Serving {
    private static final System.Logger LOG = System.getLogger("dev.bide");
    private static final int THREADS = 2;

    /** How many bytes of results a message has at most, if it has several. */
    private static final long PIECE = 64 << 20;

    private static final long IDLE_SECONDS = 5;

    private final Post post;
    private final ExecutorService threads;

    Serving(Post post) {
        this.post = post;
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), this::thread);
        pool.allowCoreThreadTimeOut(true);
        this.threads = pool;
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, post.settings.name() + "-serving");
        thread.setDaemon(true);
        thread.setContextClassLoader(post.settings.loader());
        return thread;
    }

    /**
     * Sends results.
     *
     * @param address to whom, {@code null} for the driver
     * @param tag the message
     * @param number the number of the request
     * @param results what to send; {@code null} where there is none
     */
    void serve(@Nullable String address, int tag, long number, @Nullable Kept[] results) {
        @Nullable ByteBuffer[] values = new ByteBuffer[results.length];
        boolean all = true;
        for (int i = 0; i < results.length; i++) {
            Kept result = results[i];
            values[i] = result == null ? null : result.bytesAtHand(post.codec(), Message.LARGE);
            all &= result == null || values[i] != null;
        }
        if (all) {
            send(address, tag, number, values);
            return;
        }
        Codec codec = post.codec();
        try {
            threads.execute(() -> {
                for (int i = 0; i < results.length; i++) {
                    Kept result = results[i];
                    values[i] = result == null || values[i] != null ? values[i] : encoded(result, codec);
                }
                send(address, tag, number, values);
            });
        } catch (RejectedExecutionException closed) {
            LOG.log(Level.DEBUG, "a closed worker serves nothing", closed);
        }
    }

    /** In pieces, so that many large results are not one message that nobody can hold. */
    private void send(@Nullable String address, int tag, long number, @Nullable ByteBuffer[] values) {
        for (int from = 0; from < values.length; ) {
            int to = endOfPiece(values, from);
            Message message = new Message(tag, number).count(from).count(to - from);
            for (ByteBuffer value : Arrays.asList(values).subList(from, to)) {
                if (value == null) {
                    message.missing();
                } else {
                    message.value(value);
                }
            }
            post.send(address, message.parts());
            from = to;
        }
    }

    private static int endOfPiece(@Nullable ByteBuffer[] values, int from) {
        long size = 0;
        int to = from;
        while (to < values.length && (to == from || size + sizeOf(values[to]) <= PIECE)) {
            size += sizeOf(values[to]);
            to++;
        }
        return to;
    }

    private static int sizeOf(@Nullable ByteBuffer value) {
        return value == null ? 0 : value.remaining();
    }

    /** It could be made into bytes when it was new; if its task's objects are changed since then, it may be no more. */
    private static @Nullable ByteBuffer encoded(Kept result, Codec codec) {
        try {
            return result.encoded(codec);
        } catch (Throwable failed) { // user code writes it, and may throw anything
            LOG.log(Level.WARNING, "a result that is kept can't be sent any more, and counts as lost", failed);
            return null;
        }
    }

    void close() {
        threads.shutdownNow();
    }
}
