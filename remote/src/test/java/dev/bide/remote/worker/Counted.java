package dev.bide.remote.worker;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts how often one is read and written, and knows who wrote it. */
final class Counted implements Serializable {
    static final AtomicInteger READ = new AtomicInteger();
    static final AtomicInteger WRITTEN = new AtomicInteger();
    static volatile String writer = "";

    private static final long serialVersionUID = 1L;

    private void writeObject(ObjectOutputStream out) throws IOException {
        WRITTEN.incrementAndGet();
        writer = Thread.currentThread().getName();
        out.defaultWriteObject();
        out.write(new byte[8 << 10]);
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        in.readNBytes(8 << 10);
        READ.incrementAndGet();
    }
}
