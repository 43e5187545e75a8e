package dev.bide.process;

import dev.bide.internal.run.Shutdown;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** What the driver of a pool holds besides its workers: the folder, its door, its postman, and a hook for the JVM's end. */
final class Home {
    /** What workers are given to end by themselves, and then the system to end them. */
    private static final long TO_END_MILLIS = 1_000;

    private final Folder folder;
    private final Token token;
    private final Postman postman;
    private final Door door;
    private final Thread hook;

    private Home(Folder folder, Token token, Postman postman, Door door, Thread hook) {
        this.folder = folder;
        this.token = token;
        this.postman = postman;
        this.door = door;
        this.hook = hook;
    }

    static Home open(Launch launch, Door.Host host, Runnable atExit) throws IOException {
        Folder folder = Folder.create();
        try {
            launch.writeArguments(folder);
            Token token = Token.create();
            Door door = Door.at(folder.socket(Folder.DRIVER), token, host, Door.PATIENCE);
            Home home = new Home(folder, token, Postman.start(), door, new Thread(() -> exit(atExit), "bide-exit"));
            Runtime.getRuntime().addShutdownHook(home.hook);
            door.answer();
            return home;
        } catch (IOException e) {
            folder.remove();
            throw e;
        }
    }

    /** Runs that are cancelled now need their workers to tell how they ended. */
    private static void exit(Runnable then) {
        Shutdown.awaitRuns();
        then.run();
    }

    Folder folder() {
        return folder;
    }

    Token token() {
        return token;
    }

    Sender sender(int worker, Consumer<IOException> broken) {
        return new Sender(folder.socket(Folder.nameOf(worker)), Door.hello(token, ProcessPool.DRIVER), postman, broken);
    }

    /** Ends the workers and removes everything. */
    void close(List<WorkerProcess> workers) {
        door.close();
        workers.forEach(WorkerProcess::ask);
        boolean isInterrupted = Thread.interrupted();
        try {
            if (!haveEnded(workers)) {
                workers.forEach(WorkerProcess::kill);
                haveEnded(workers);
            }
        } catch (InterruptedException e) {
            workers.forEach(WorkerProcess::kill);
            isInterrupted = true;
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
        postman.close();
        folder.remove();
        removeHook();
    }

    static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }

    private static boolean haveEnded(List<WorkerProcess> workers) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(TO_END_MILLIS);
        boolean have = true;
        for (WorkerProcess worker : workers) {
            have &= worker.awaitEnd(TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime()));
        }
        return have;
    }

    private void removeHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is ending, and this is that hook.
        }
    }
}
