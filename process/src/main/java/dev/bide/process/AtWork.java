package dev.bide.process;

import dev.bide.remote.TaskId;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tasks that a worker's threads are at, in a file that the worker maps: however it dies, the system keeps what was written
 * last. A thread has eight bytes there, the complement of its task's run and number, so that nothing is no task. They are
 * written at once, so nobody reads halves of two tasks.
 */
final class AtWork {
    private static final VarHandle LONG = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final long LOW = 0xFFFF_FFFFL;

    private final MappedByteBuffer threads;

    private AtWork(MappedByteBuffer threads) {
        this.threads = threads;
    }

    /** For the worker. The file gets all of its bytes now: where a disk is full, a page without one ends the JVM. */
    static AtWork create(Path file, int threads) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer nothing = ByteBuffer.allocate(threads * Long.BYTES);
            while (nothing.hasRemaining()) {
                channel.write(nothing);
            }
            return new AtWork(channel.map(MapMode.READ_WRITE, 0, channel.size()));
        }
    }

    /** A thread begins a task, or has ended one if that is negative. */
    void note(int thread, int run, int task) {
        LONG.setOpaque(threads, thread * Long.BYTES, task < 0 ? 0 : ~((long) run << Integer.SIZE | task & LOW));
    }

    /** For the driver, when the worker is gone; {@code null} if there is nothing to read. */
    static @Nullable List<TaskId> read(Path file) {
        ByteBuffer threads;
        try {
            threads = ByteBuffer.wrap(Files.readAllBytes(file));
        } catch (IOException e) {
            return null;
        }
        List<TaskId> tasks = new ArrayList<>();
        while (threads.remaining() >= Long.BYTES) {
            long noted = threads.getLong();
            if (noted != 0) {
                tasks.add(new TaskId((int) (~noted >>> Integer.SIZE), (int) ~noted));
            }
        }
        return tasks;
    }
}
