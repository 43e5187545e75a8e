package dev.bide.process;

import dev.bide.process.Heard.Word;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A pool of workers that do what messages say, and all that it tells. */
final class EchoPool implements AutoCloseable {
    final Heard heard = new Heard();
    final List<String> printed = new CopyOnWriteArrayList<>();
    final List<String> complained = new CopyOnWriteArrayList<>();
    private final ProcessPool pool;

    private EchoPool(int workers, int threads, Launch launch) {
        pool = new ProcessPool(workers, threads, launch, new Output(printed::add, complained::add));
    }

    static EchoPool of(int workers) {
        return of(Processes.workers(workers), workers);
    }

    static EchoPool of(ProcessWorkers choice, int workers) {
        EchoPool made = new EchoPool(workers, 1, choice.launch(EchoWorker.class));
        made.pool.start(made.heard);
        return made;
    }

    ProcessPool pool() {
        return pool;
    }

    /** Sends an order and a text. */
    void send(int worker, byte order, String text) {
        byte[] bytes = (" " + text).getBytes(StandardCharsets.UTF_8);
        bytes[0] = order;
        pool.send(worker, ByteBuffer.wrap(bytes));
    }

    /** What a worker answers to a question. */
    String ask(int worker, String what) {
        send(worker, EchoWorker.TELL, what);
        Word answer = heard.next("said");
        if (answer.worker() != worker) {
            throw new AssertionError("asked worker " + worker + ", heard " + answer);
        }
        return answer.text();
    }

    ProcessHandle processOf(int worker) {
        return ProcessHandle.of(Long.parseLong(ask(worker, "pid"))).orElseThrow();
    }

    @Override
    public void close() {
        pool.close();
    }
}
