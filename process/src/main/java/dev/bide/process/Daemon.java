package dev.bide.process;

/** Threads that keep no JVM alive. */
final class Daemon {
    private Daemon() {}

    static Thread start(String name, Runnable work) {
        Thread thread = new Thread(null, work, "bide-" + name, 0, false);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
