package dev.bide.testkit;

import dev.bide.graph.Fn0;
import dev.bide.graph.Travelling;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A JVM with the class path of this one that calls what it is sent, each call in a thread of its own. Who waits for a call
 * and is interrupted has the call interrupted, and waits on for what comes of that. It ends with this JVM.
 */
public final class OtherJvm implements AutoCloseable {
    private final Process process;
    private final Wire wire;
    private final AtomicLong calls = new AtomicLong();
    private final Map<Long, CompletableFuture<Reply>> waiting = new ConcurrentHashMap<>();

    private OtherJvm(Process process) {
        this.process = process;
        this.wire = new Wire(
                new DataInputStream(new BufferedInputStream(process.getInputStream())),
                new DataOutputStream(new BufferedOutputStream(process.getOutputStream())));
    }

    /** What came of a call. */
    private record Reply(boolean failed, @Nullable Object value) implements Serializable {}

    /** Starts one. */
    public static OtherJvm start() throws IOException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherJvm.class.getName()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        OtherJvm jvm = new OtherJvm(process);
        daemon("replies", jvm::hear);
        return jvm;
    }

    private static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void hear() {
        try {
            while (true) {
                CompletableFuture<Reply> call = waiting.remove(wire.in().readLong());
                call.complete((Reply) Travelling.read(wire.read(), List.of()));
            }
        } catch (IOException over) {
            waiting.values().forEach(call -> call.completeExceptionally(over));
        }
    }

    /** Calls a function there. */
    @SuppressWarnings("unchecked")
    public <T extends @Nullable Object> T call(Fn0<T> function) throws Exception {
        long id = calls.incrementAndGet();
        CompletableFuture<Reply> reply = new CompletableFuture<>();
        waiting.put(id, reply);
        wire.write(id, Travelling.bytes(function));
        Reply came = awaited(id, reply);
        if (came.failed()) {
            Travelling.rethrow((Throwable) came.value());
        }
        return (T) came.value();
    }

    private Reply awaited(long id, CompletableFuture<Reply> reply) throws IOException {
        while (true) {
            try {
                return reply.get();
            } catch (InterruptedException interrupted) {
                wire.write(id, new byte[0]);
            } catch (ExecutionException lost) {
                throw new IOException("the other JVM has gone", lost);
            }
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    /** Frames: the number of a call, the length, so many bytes. */
    private record Wire(DataInputStream in, DataOutputStream out) {
        synchronized void write(long id, byte[] bytes) throws IOException {
            out.writeLong(id);
            out.writeInt(bytes.length);
            out.write(bytes);
            out.flush();
        }

        byte[] read() throws IOException {
            return in.readNBytes(in.readInt());
        }
    }

    /** Calls what comes, and interrupts what is named without a function. */
    public static void main(String... arguments) throws IOException {
        PrintStream replies = System.out;
        System.setOut(System.err);
        Wire wire = new Wire(
                new DataInputStream(new BufferedInputStream(System.in)),
                new DataOutputStream(new BufferedOutputStream(replies)));
        Map<Long, Thread> running = new HashMap<>();
        while (true) {
            long id = wire.in().readLong();
            byte[] function = wire.read();
            if (function.length > 0) {
                running.put(id, daemon("call " + id, () -> serve(wire, id, function)));
            } else {
                running.get(id).interrupt();
            }
        }
    }

    private static void serve(Wire wire, long id, byte[] function) {
        try {
            wire.write(id, Travelling.bytes(reply(function)));
        } catch (IOException over) {
            Runtime.getRuntime().halt(1);
        }
    }

    private static Reply reply(byte[] function) {
        try {
            Object result = ((Fn0<?>) Travelling.read(function, List.of())).apply();
            return new Reply(false, Travelling.read(Travelling.bytes(result), List.of()));
        } catch (Throwable failed) {
            return new Reply(true, failed);
        }
    }
}
