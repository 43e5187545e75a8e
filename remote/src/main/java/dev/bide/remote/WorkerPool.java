package dev.bide.remote;

import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an engine offers to run graphs on: child JVMs, a cluster. It moves messages that it need not understand, and tells who
 * comes and goes. It must not retry anything by itself: the {@link Brain} owns retry, placement and recomputation.
 *
 * <p>Safe to use from any thread; no method but {@link #close} blocks.
 */
public interface WorkerPool extends AutoCloseable {
    /**
     * Hears of workers. May be called by any thread; of one worker it hears one thing at a time, that it joined first, that it
     * is lost last.
     */
    interface Listener {
        /**
         * A worker is there.
         *
         * @param worker its number, which no other ever had in this pool
         * @param name what people call it
         * @param threads how many tasks it runs at a time
         * @param address how other workers reach it
         */
        void joined(int worker, String name, int threads, String address);

        /**
         * A worker is gone.
         *
         * @param worker its number
         * @param cause what is known of that
         * @param running the tasks that were at work there, or {@code null} if the engine cannot tell
         */
        void lost(int worker, String cause, @Nullable List<TaskId> running);

        /**
         * A worker has sent a message.
         *
         * @param worker its number
         * @param message the message, the listener's to keep; those of one worker come in the order in which it sent them
         */
        void said(int worker, ByteBuffer message);

        /**
         * No worker is there, and none will come any more.
         *
         * @param why what to say of that
         */
        void failed(String why);
    }

    /**
     * Begins. Called once.
     *
     * @param listener hears of the workers that are there, and then of those that come
     */
    void start(Listener listener);

    /**
     * Sends a message to a worker, behind those sent before. Dropped if the worker is lost.
     *
     * @param worker its number
     * @param message the parts of one message, not to be changed any more
     */
    void send(int worker, ByteBuffer... message);

    /**
     * Ends a worker, as hard as it takes, and tells that it is lost.
     *
     * @param worker its number
     * @param why what to say of it
     */
    void dismiss(int worker, String why);

    /** Ends all workers that this pool started; nothing is heard of it any more. */
    @Override
    void close();
}
