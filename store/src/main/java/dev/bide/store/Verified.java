package dev.bide.store;

import java.util.List;

/**
 * What a check of a store has found.
 *
 * @param whole how many entries are as they were written
 * @param bytes how many bytes those have
 * @param damaged the others
 */
public record Verified(long whole, long bytes, List<DamagedFile> damaged) {}
