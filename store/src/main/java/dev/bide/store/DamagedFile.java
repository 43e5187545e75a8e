package dev.bide.store;

import java.nio.file.Path;

/**
 * An entry of a store that cannot be used.
 *
 * @param file where it is, or was
 * @param what what is the matter with it, as in "its checksum differs"
 * @param removed whether it was removed; the directory may be read-only, and a file that cannot be read stays
 */
public record DamagedFile(Path file, String what, boolean removed) {}
