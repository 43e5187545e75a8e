package dev.bide.store;

import dev.bide.schedule.Spill;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The results that one run has on disk, a file each. Its folder is made for the first of them. */
final class SpillArea implements Spill.Area {
    private static final int BUFFER = 64 << 10;

    /** Objects take about twice as much in memory as in a file. */
    private static final long IN_MEMORY = 2;

    private final Path directory;
    private final SameJvm sameJvm = new SameJvm();
    private @Nullable SpillRoom room;
    private boolean closed;

    SpillArea(Path directory) {
        this.directory = directory;
    }

    @Override
    public long bytes(Object result) {
        if (!(result instanceof Serializable)) {
            return -1;
        }
        Counting counted = new Counting();
        try (ObjectOutputStream out = sameJvm.writer(counted)) {
            out.writeObject(result);
        } catch (IOException unwritable) {
            return -1;
        }
        return IN_MEMORY * counted.bytes;
    }

    @Override
    public Spill.@Nullable Piece put(Object result) throws IOException {
        if (!(result instanceof Serializable)) {
            return null;
        }
        SpillRoom into = room();
        File file = into.newFile();
        boolean written = false;
        try {
            written = write(result, file);
        } finally {
            if (!written) {
                file.delete(); // else it goes with the folder
            }
            if (isClosed()) {
                into.close();
            }
        }
        return written ? new SpilledFile(file, sameJvm) : null;
    }

    /** Tells whether the result could be written; throws only what the disk is to blame for. */
    private boolean write(Object result, File file) throws IOException {
        try (SpillOutput disk = new SpillOutput(file)) {
            boolean written = false;
            try (ObjectOutputStream out = sameJvm.writer(new BufferedOutputStream(disk, BUFFER))) {
                out.writeObject(result);
                written = true;
            } catch (IOException itsOwn) {
                written = false;
            }
            disk.check();
            return written;
        }
    }

    private synchronized SpillRoom room() throws IOException {
        if (closed) {
            throw new IOException("the run is over");
        }
        SpillRoom made = room;
        if (made == null) {
            made = SpillRoom.in(directory);
            room = made;
        }
        return made;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public synchronized void close() {
        closed = true;
        SpillRoom made = room;
        room = null;
        if (made != null) {
            made.close();
        }
    }

    /** Counts what is written, and forgets it. */
    private static final class Counting extends OutputStream {
        private long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] b, int off, int len) {
            bytes += len;
        }
    }

    /** One result on disk. Its streams are not those of channels: an interrupt must not close them. */
    private record SpilledFile(File file, SameJvm sameJvm) implements Spill.Piece {
        @Override
        public Object fetch() throws IOException {
            try (InputStream disk = new FileInputStream(file);
                    ObjectInputStream in = sameJvm.reader(new BufferedInputStream(disk, BUFFER))) {
                return in.readObject();
            } catch (ClassNotFoundException impossible) {
                throw new IOException(impossible);
            }
        }

        @Override
        public void drop() {
            file.delete(); // else it goes with the folder
        }
    }
}
