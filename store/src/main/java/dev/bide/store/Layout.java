package dev.bide.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where things are in a store's directory: an entry is the file that has its key's digits as its name, in the folder
 * that has the first two. Whatever else lies there is left alone.
 *
 * @param root the directory
 */
record Layout(Path root) {
    private static final Pattern FOLDER = Pattern.compile("[0-9a-f]{2}");

    Path folder(ContentKey key) {
        return root.resolve(key.hex().substring(0, 2));
    }

    Path file(ContentKey key) {
        return folder(key).resolve(key.hex());
    }

    /** Makes the folder of a key, if need be; not the directory itself, for a new one would lack the marker. */
    Path makeFolder(ContentKey key) throws IOException {
        Path folder = folder(key);
        if (!Files.isDirectory(folder)) {
            try {
                Files.createDirectory(folder, ownerOnly("rwx------"));
                sync(root);
            } catch (FileAlreadyExistsException exists) {
                if (!Files.isDirectory(folder)) {
                    throw exists;
                }
            }
        }
        return folder;
    }

    /** Permissions for the owner alone, where the file system has such: what is stored is read back as trusted. */
    FileAttribute<?>[] ownerOnly(String permissions) {
        boolean posix = root.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** The folders that there are. */
    List<Path> folders() throws IOException {
        return list(root, FOLDER.asMatchPredicate());
    }

    /** The keys of all files in a folder that are named like entries. */
    static List<ContentKey> keys(Path folder) throws IOException {
        return list(folder, ContentKey::isHex).stream()
                .map(file -> new ContentKey(name(file)))
                .toList();
    }

    /** The size of an entry's file; 0 if there is none. */
    long size(ContentKey key) throws IOException {
        try {
            return Files.size(file(key));
        } catch (NoSuchFileException missing) {
            return 0;
        }
    }

    /** What the header of an entry's file tells, if there is such a file that we may read and its header is whole. */
    Optional<Entry> entry(ContentKey key) throws IOException {
        return Uninterrupted.call(() -> {
            try (EntryFile file = EntryFile.open(file(key), key)) {
                return Optional.of(file.entry());
            } catch (NoSuchFileException | AccessDeniedException | DamagedEntry unusable) {
                return Optional.empty();
            }
        });
    }

    /** What writers have not finished, in this process and others. */
    static List<Path> drafts(Path folder) throws IOException {
        return list(folder, Draft::isDraft);
    }

    private static List<Path> list(Path folder, Predicate<String> names) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> names.test(name(file))).toList();
        } catch (NoSuchFileException | NotDirectoryException nothing) {
            return List.of();
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /** Lets a rename in a folder outlast a power cut, where the system can; Windows opens no folders. */
    static void sync(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException unable) {
            // The entry is in its place; at worst it is missing after the power cut, and computed again.
        }
    }
}
