package dev.bide.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bide.process.Heard.Word;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProcessPoolTest {
    @Test
    void start_twoWorkers_joinUnderTheirNamesAndAnswer() {
        try (EchoPool pool = EchoPool.of(2)) {
            Set<String> names = new TreeSet<>();
            for (int i = 0; i < 2; i++) {
                Word joined = pool.heard.next("joined");
                names.add(joined.worker() + ": " + joined.text());
            }

            assertThat(names).containsExactly("1: worker 1 1 w1", "2: worker 2 1 w2");
            assertThat(pool.ask(2, "settings")).isEqualTo("worker 2 1");
            assertThat(pool.ask(1, "loader")).isEqualTo("true");
            assertThatThrownBy(() -> pool.pool().start(pool.heard)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void send_manyPartsOfAllSizes_comeBackAsOneMessage() {
        try (EchoPool pool = EchoPool.of(1)) {
            pool.heard.next("joined");
            byte[] large = new byte[9_000_001];
            for (int i = 0; i < large.length; i++) {
                large[i] = (byte) (i * 31 >> 3);
            }
            ByteBuffer parts = ByteBuffer.wrap(large).asReadOnlyBuffer();
            ByteBuffer direct =
                    ByteBuffer.allocateDirect(3).put(new byte[] {7, 8, 9}).flip();

            pool.pool().send(1, bytes(EchoWorker.ECHO), parts, ByteBuffer.allocate(0), direct);
            pool.pool().send(1, bytes(EchoWorker.ECHO));

            ByteBuffer back = pool.heard.next("said").bytes();
            assertThat(back.remaining()).isEqualTo(1 + large.length + 3);
            assertThat(back.slice(1, large.length)).isEqualTo(ByteBuffer.wrap(large));
            assertThat(back.get(back.remaining() - 1)).isEqualTo((byte) 9);
            assertThat(pool.heard.next("said").bytes().remaining()).isEqualTo(1);
            assertThat(parts.position()).isZero();
        }
    }

    private static void sendEach(EchoPool pool, int id, int count) {
        for (int i = 0; i < count; i++) {
            ByteBuffer order = ByteBuffer.allocate(9 + i % 700);
            pool.pool().send(1, order.put(0, EchoWorker.ECHO).putInt(1, id).putInt(5, i));
        }
    }

    @Test
    void send_manyThreadsAtOnce_keepTheOrderOfEach() {
        try (EchoPool pool = EchoPool.of(1)) {
            pool.heard.next("joined");
            int threads = 4;
            int each = 5_000;
            List<CompletableFuture<Void>> sending = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int id = thread;
                sending.add(CompletableFuture.runAsync(
                        () -> sendEach(pool, id, each), work -> Daemon.start("sending", work)));
            }

            int[] next = new int[threads];
            for (int i = 0; i < threads * each; i++) {
                ByteBuffer back = pool.heard.next("said").bytes();
                assertThat(back.getInt(5)).isEqualTo(next[back.getInt(1)]++);
                assertThat(back.remaining()).isEqualTo(9 + back.getInt(5) % 700);
            }
            sending.forEach(CompletableFuture::join);
        }
    }

    @Test
    void worker_killed_isLostSoonWithItsCauseAndReplaced() {
        try (EchoPool pool = EchoPool.of(1)) {
            pool.heard.next("joined");
            ProcessHandle process = pool.processOf(1);
            pool.send(1, EchoWorker.COMPLAIN, "no more of this é");
            assertThat(pool.ask(1, "settings")).isNotEmpty();

            long before = System.nanoTime();
            process.destroyForcibly();
            Word lost = pool.heard.next("lost");
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before);

            assertThat(lost.text())
                    .startsWith("worker 1 (pid " + process.pid() + ") was killed by signal 9")
                    .endsWith("its last errors:\n    no more of this é");
            assertThat(millis).as("milliseconds, on a busy machine").isLessThan(1_000);
            assertThat(pool.heard.next("joined").text()).isEqualTo("worker 2 1 w2");
            assertThat(pool.ask(2, "settings")).isEqualTo("worker 2 1");
            pool.pool().send(1, bytes(EchoWorker.ECHO));
            pool.pool().dismiss(1, "it is gone already");
            assertThat(pool.heard.isEmpty()).isTrue();
        }
    }

    @Test
    void worker_killedAtATask_isLostWithThat() {
        try (EchoPool pool = EchoPool.of(1)) {
            pool.heard.next("joined");
            ProcessHandle process = pool.processOf(1);
            pool.send(1, EchoWorker.NOTE, "14");
            assertThat(pool.ask(1, "settings")).isNotEmpty();

            process.destroyForcibly();

            assertThat(pool.heard.next("lost").text()).endsWith(" at [TaskId[run=3, task=14]]");
        }
    }

    @Test
    void worker_endsItself_isLostWithItsExitCode() {
        try (EchoPool pool = EchoPool.of(1)) {
            pool.heard.next("joined");
            pool.send(1, EchoWorker.EXIT, "42");

            assertThat(pool.heard.next("lost").text()).endsWith("ended with exit code 42");
        }
    }

    @Test
    void worker_throws_isLostWithTheException() {
        try (EchoPool pool = EchoPool.of(1)) {
            pool.heard.next("joined");
            pool.send(1, EchoWorker.THROW, "");

            assertThat(pool.heard.next("lost").text())
                    .contains("exit code 1")
                    .contains("IllegalStateException: told to throw");
        }
    }

    @Test
    void dismiss_stoppedWorker_endsIt() throws Exception {
        try (EchoPool pool = EchoPool.of(1)) {
            pool.heard.next("joined");
            ProcessHandle process = pool.processOf(1);
            new ProcessBuilder("kill", "-STOP", "" + process.pid()).start().waitFor();

            pool.pool().send(1, ByteBuffer.allocate(20_000_000));
            pool.pool().dismiss(1, "it was silent for 2 s");

            assertThat(pool.heard.next("lost").text())
                    .isEqualTo("worker 1 (pid " + process.pid() + ") was dismissed: it was silent for 2 s");
            assertThat(process.isAlive()).isFalse();
            assertThat(pool.heard.next("joined").worker()).isEqualTo(2);
        }
    }

    @Test
    void output_ofWorkers_isForwardedLineByLine() {
        try (EchoPool pool = EchoPool.of(1)) {
            pool.heard.next("joined");
            pool.send(1, EchoWorker.PRINT, "eins\nzwei ü");
            pool.send(1, EchoWorker.COMPLAIN, "x".repeat(Output.LONGEST + 1));
            pool.send(1, EchoWorker.EXIT, "0");
            pool.heard.next("lost");

            assertThat(pool.printed).containsExactly("[worker 1] eins", "[worker 1] zwei ü");
            assertThat(pool.complained).containsExactly("[worker 1] " + "x".repeat(Output.LONGEST), "[worker 1] x");
        }
    }

    @Test
    void close_busyWorkers_endsThemAndTellsNothingMore() {
        EchoPool pool = EchoPool.of(2);
        pool.heard.next("joined");
        pool.heard.next("joined");
        pool.send(1, EchoWorker.DEAF, "");
        List<ProcessHandle> processes = List.of(pool.processOf(1), pool.processOf(2));
        Path folder = ArgumentsOf.folder(processes.get(0));
        assertThat(folder).isDirectory();

        pool.close();
        pool.close();

        assertThat(processes).noneMatch(ProcessHandle::isAlive);
        assertThat(Files.exists(folder)).isFalse();
        assertThat(pool.heard.isEmpty()).isTrue();
        pool.pool().send(1, bytes(EchoWorker.ECHO));
    }

    @Test
    void start_workersThatCannotRun_failsClearly() {
        try (EchoPool pool = EchoPool.of(Processes.workers(3).jvmFlags("-XX:NoSuchFlag"), 3)) {
            assertThat(pool.heard.next("failed").text())
                    .contains("2 workers in a row ended before they had joined")
                    .contains("Unrecognized VM option 'NoSuchFlag'");
        }
    }

    private static ByteBuffer bytes(byte order) {
        return ByteBuffer.wrap(new String(new char[] {(char) order}).getBytes(StandardCharsets.UTF_8));
    }
}
