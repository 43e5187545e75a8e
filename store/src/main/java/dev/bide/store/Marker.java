package dev.bide.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The file that says that a directory is a store, and of which format. Bide deletes files in no other. */
final class Marker {
    static final String NAME = "bide-store";

    private static final int FORMAT = 1;
    private static final String TEXT = NAME + " " + FORMAT + "\n"
            + "This directory holds results of Bide's tasks. They are computed again if they are gone.\n"
            + "To see what is in it: bide store ls DIRECTORY\n";

    private static final Pattern FIRST_LINE = Pattern.compile(NAME + " (\\d{1,6})\\R[\\s\\S]*");

    /** What lies in directories that people call empty. */
    private static final Set<String> NOTHING = Set.of("lost+found", ".DS_Store", "Thumbs.db", "desktop.ini");

    private Marker() {}

    /** Makes a directory a store, unless it is one already. */
    static Layout claim(Path directory) {
        Layout layout = new Layout(directory.toAbsolutePath());
        Path root = layout.root();
        refuseFile(root);
        try {
            if (!Files.isDirectory(root)) {
                Files.createDirectories(root, layout.ownerOnly("rwx------"));
            }
            if (!isMarked(root)) {
                refuseForeign(root);
                refuseUnwritable(root);
                write(layout);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    "could not make the store " + root + ": " + Complaints.reason(failed)
                            + ". See that this user may write there and the disk has room, or name another directory",
                    failed);
        }
        refuseUnwritable(root);
        return layout;
    }

    /** Finds a store that is there. */
    static Layout find(Path directory) {
        Layout layout = new Layout(directory.toAbsolutePath());
        Path root = layout.root();
        refuseFile(root);
        try {
            if (!Files.isDirectory(root)) {
                throw new IllegalArgumentException(
                        "there is no directory " + root + ". Name the one that the store is in");
            }
            if (!isMarked(root)) {
                throw new IllegalArgumentException(root + " is not a store: it has no file '" + NAME
                        + "'. Name the directory that the program gives to Store.at(..)");
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "could not read the store " + root + ": " + Complaints.reason(unreadable)
                            + ". See that this user may read it",
                    unreadable);
        }
        return layout;
    }

    private static void refuseFile(Path root) {
        if (Files.exists(root) && !Files.isDirectory(root)) {
            throw new IllegalArgumentException(
                    root + " is a file, and a store is a directory. Name a directory, or one that is not there yet");
        }
    }

    private static void refuseForeign(Path root) throws IOException {
        try (Stream<Path> files = Files.list(root)) {
            String foreign = files.map(Layout::name)
                    .filter(name -> !NOTHING.contains(name) && !Draft.isDraft(name))
                    .findFirst()
                    .orElse(null);
            // Another process may have made it a store since we looked.
            if (foreign != null && !isMarked(root)) {
                throw new IllegalArgumentException(root + " is not empty and not a store: it holds '" + foreign
                        + "', and no file '" + NAME
                        + "'. Bide deletes files in its store; name a directory that is empty"
                        + " or not there yet");
            }
        }
    }

    private static void refuseUnwritable(Path root) {
        if (!Files.isWritable(root)) {
            throw new UncheckedIOException(
                    "the store " + root + " cannot be written by this user (" + System.getProperty("user.name")
                            + "), so no result would be kept. Make it writable, or copy it (cp -r) to where it is, and"
                            + " name the copy",
                    new AccessDeniedException(root.toString()));
        }
    }

    /** Whether there is a marker. Throws if it is not one that we can read. */
    private static boolean isMarked(Path root) throws IOException {
        String text;
        try (InputStream in = Files.newInputStream(root.resolve(NAME))) {
            text = new String(in.readNBytes(TEXT.length()), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException missing) {
            return false;
        }
        int format = format(text)
                .orElseThrow(() -> new IllegalArgumentException("the file '" + NAME + "' in " + root
                        + " is not what Bide writes there, so it may be no store. Name another directory, or, if it is"
                        + " a store, delete it: its results are then computed again"));
        if (format > FORMAT) {
            throw new IllegalArgumentException("the store " + root + " was made by a newer Bide: its format is "
                    + format + ", and this Bide knows " + FORMAT + ". Use that Bide, or name another directory");
        }
        return true;
    }

    private static OptionalInt format(String text) {
        Matcher line = FIRST_LINE.matcher(text);
        return line.matches() ? OptionalInt.of(Integer.parseInt(line.group(1))) : OptionalInt.empty();
    }

    private static void write(Layout layout) throws IOException {
        Uninterrupted.call(() -> {
            try (Draft draft = Draft.in(layout.root(), layout)) {
                draft.channel().write(ByteBuffer.wrap(TEXT.getBytes(StandardCharsets.US_ASCII)));
                draft.keepAs(layout.root().resolve(NAME));
            }
            return true;
        });
    }
}
