package dev.bide.process;

import dev.bide.remote.worker.Inbox;
import dev.bide.remote.worker.WorkerNode;
import dev.bide.remote.worker.WorkerSettings;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/**
 * A worker. It is told its folder, number and threads as arguments and the token on standard input. The end of either of its
 * connections with the driver is the driver's end: it ends at once then, whatever its tasks are doing.
 */
final class WorkerMain {
    private static final int FAILED = 1;

    private WorkerMain() {}

    /** Called by the driver's {@link Launch}. */
    public static void main(String[] args) {
        run(args, WorkerNode::new);
    }

    static void run(String[] args, Inbox.Maker maker) {
        orDie(() -> {
            begin(new Folder(Path.of(args[0])), Integer.parseInt(args[1]), Integer.parseInt(args[2]), maker);
            return null;
        });
    }

    /** A worker that cannot go on as it should says why and ends, so that another can take its place. */
    static void orDie(Callable<?> work) {
        try {
            work.call();
        } catch (Throwable e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(FAILED);
        }
    }

    private static void begin(Folder folder, int number, int threads, Inbox.Maker maker)
            throws IOException, InterruptedException {
        Token token = Token.read(new FileInputStream(FileDescriptor.in));
        System.setIn(InputStream.nullInputStream());
        if (token == null) {
            end(folder, number);
            return;
        }
        ClassLoader loader = ClassLoader.getSystemClassLoader();
        Thread.currentThread().setContextClassLoader(loader);
        AtWork atWork = AtWork.create(folder.file(Folder.tasksOf(number)), threads);
        Connections connections =
                new Connections(folder, token, number, atWork, Postman.start(), () -> end(folder, number));
        Door door = Door.at(folder.socket(Folder.nameOf(number)), token, connections, Door.PATIENCE);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(door, connections), "bide-exit"));
        connections.open(maker.make(new WorkerSettings("worker " + number, threads, loader), connections));
        door.answer();
        new CountDownLatch(1).await();
    }

    /** A JVM waits a third of a second for threads that wait for a connection, so it had better have none when it ends. */
    private static void close(Door door, Connections connections) {
        door.close();
        connections.close();
    }

    private static void end(Folder folder, int number) {
        folder.leave(number);
        Runtime.getRuntime().halt(0);
    }
}
