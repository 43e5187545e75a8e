package dev.bide.store;

import java.util.List;

/**
 * What was removed from a store, and what is left.
 *
 * @param evicted the entries that had to go for want of room, those that were worth least first
 * @param damaged entries whose header or length was wrong
 * @param drafts how many files there were that a process had not finished when it ended
 * @param entries how many entries are left
 * @param bytes how many bytes those have
 */
public record Collected(List<Entry> evicted, List<DamagedFile> damaged, long drafts, long entries, long bytes) {}
