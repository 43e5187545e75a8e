package dev.bide.diagnostics.internal.file;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes a file so that nobody sees half of it: beside it first, then in its place. */
public final class WholeFile {
    private WholeFile() {}

    /** What is in a file. */
    @FunctionalInterface
    public interface Content {
        /**
         * Writes it.
         *
         * @param out where to
         * @throws IOException if that fails
         */
        void write(BufferedWriter out) throws IOException;
    }

    /**
     * Writes a file in UTF-8, over one that is there. Folders that are not there are made.
     *
     * @param file the file
     * @param content what is to be in it
     * @throws IOException if it cannot be written; then what was there is there still
     */
    public static void write(Path file, Content content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || Files.isDirectory(file)) {
            throw new IOException(file + " is a folder: give the name of a file");
        }
        makeFolders(folder);
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            writeInto(file, content);
            return;
        }
        Path part = folder.resolve(".bide-" + UUID.randomUUID() + ".part");
        try {
            try (BufferedWriter out = Files.newBufferedWriter(part, StandardOpenOption.CREATE_NEW)) {
                content.write(out);
            }
            move(part, file);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void makeFolders(Path folder) throws IOException {
        try {
            Files.createDirectories(folder);
        } catch (FileAlreadyExistsException inItsPlace) {
            throw new NotDirectoryException(inItsPlace.getMessage() + " is not a folder: give another one");
        }
    }

    /** A device or a pipe is written to: nothing may take its place. */
    private static void writeInto(Path device, Content content) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(device, StandardOpenOption.WRITE)) {
            content.write(out);
        }
    }

    private static void move(Path part, Path file) throws IOException {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException twoSteps) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
