package dev.bide.store;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** What a shelf says in the log about entries that it cannot use: once of each, and of many that there are more. */
final class Complaints {
    private static final int MOST = 10;

    /** How Linux, macOS and Windows say that a disk, or a user's share of it, is full. */
    private static final Pattern FULL =
            Pattern.compile("no space|not enough space|quota|too large", Pattern.CASE_INSENSITIVE);

    private final Path root;
    private final Set<String> subjects = ConcurrentHashMap.newKeySet();

    Complaints(Path root) {
        this.root = root;
    }

    void damaged(ContentKey key, DamagedEntry damaged, boolean removed) {
        say(
                key.hex(),
                "the store " + root + " holds a damaged entry, " + key.hex() + ": " + damaged.what() + ". "
                        + (removed ? "It was removed" : "It is passed over, for it cannot be removed")
                        + ", and its result is computed again. To check the others: bide store verify " + root);
    }

    void unreadable(ContentKey key, IOException failed) {
        say(
                key.hex(),
                "the store " + root + " cannot read its entry " + key.hex() + ": " + reason(failed)
                        + ". Its result is computed again. See that this user may read all files there");
    }

    void tooLarge(ContentKey key, String task, long bytes, long most) {
        say(
                key.hex(),
                "the store " + root + " does not keep the result of task " + shown(task) + ": it has " + bytes
                        + " bytes, and the store may have " + most
                        + " in all. Give the store more room, or do not mark the task");
    }

    /** Said of files that nobody waits for: old drafts, and entries that had to go. */
    void cannotClear(IOException failed) {
        say(
                "",
                "the store " + root + " could not clear up: " + place(failed) + reason(failed)
                        + ". See that this user may read and write all files there");
    }

    /** What to throw where an entry could not be written. */
    IOException unwritten(String task, IOException failed) {
        String reason = reason(failed);
        String remedy;
        if (FULL.matcher(reason).find()) {
            remedy = "Make room there, or name a directory on another disk. To keep less: bide store gc" + " --most 1G "
                    + root;
        } else if (!Files.isDirectory(root)) {
            remedy = "The directory is gone. Let nobody delete or move it while a program uses it";
        } else {
            remedy = "See that this user may write all folders there";
        }
        return new IOException(
                "the store " + root + " could not keep the result of task " + shown(task) + ": " + reason + ". "
                        + remedy,
                failed);
    }

    /** A name in one line, whatever it is made of. */
    private static String shown(String task) {
        return task.replaceAll("\\p{Cntrl}", "?");
    }

    private void say(String subject, String text) {
        if (subjects.size() > MOST || !subjects.add(subject)) {
            return;
        }
        String more = subjects.size() > MOST ? ". There is more of this kind, which is not told one by one" : "";
        System.getLogger("dev.bide.store").log(Level.WARNING, text + more);
    }

    /** The file that is concerned, and a colon, if the failure tells of one. */
    static String place(IOException failed) {
        return failed instanceof FileSystemException named ? named.getFile() + ": " : "";
    }

    /** What went wrong, without the file's name, which the JDK often gives as the whole message. */
    static String reason(IOException failed) {
        if (failed instanceof NoSuchFileException) {
            return "it is not there";
        }
        if (failed instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failed instanceof NotDirectoryException || failed instanceof FileAlreadyExistsException) {
            return "there is a file in the way";
        }
        if (failed instanceof FileSystemException named && named.getReason() != null) {
            return named.getReason();
        }
        String message = failed.getMessage();
        return message == null ? failed.getClass().getSimpleName() : message;
    }
}
