package dev.bide.store;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Writes a file and remembers whether the disk failed: a class that cannot write itself throws an IOException, too. */
final class SpillOutput extends OutputStream {
    private final FileOutputStream file;
    private @Nullable IOException failure;

    SpillOutput(File file) throws IOException {
        this.file = new FileOutputStream(file);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] b, int off, int len) throws IOException {
        if (failure != null) {
            throw new IOException("the file is broken off", failure); // not the same: it will be suppressed in that one
        }
        try {
            file.write(b, off, len);
        } catch (IOException broken) {
            failure = broken;
            throw broken;
        }
    }

    /** Throws if something could not be written. */
    void check() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
