package dev.bide.graph;

/**
 * The dependencies of a graph turned about: who needs each task, as compressed rows.
 *
 * @param start where the dependents of each task start, with one more entry for the end of the last
 * @param rows the dependents of all tasks, lowest first, one entry for each use
 */
record Dependents(int[] start, int[] rows) {
    /**
     * Turns rows of dependencies about. O(tasks + dependencies).
     *
     * @param dependencyStart where the dependencies of each task start, and one more entry
     * @param dependencies their numbers; what stands behind the last row is left alone
     */
    static Dependents of(int[] dependencyStart, int[] dependencies) {
        int size = dependencyStart.length - 1;
        int[] start = new int[size + 1];
        for (int p = 0; p < dependencyStart[size]; p++) {
            start[dependencies[p] + 1]++;
        }
        for (int i = 0; i < size; i++) {
            start[i + 1] += start[i];
        }
        return new Dependents(start, fill(start, dependencyStart, dependencies));
    }

    /** The start of each row serves as the cursor, and is restored by a shift at the end. */
    private static int[] fill(int[] start, int[] dependencyStart, int[] dependencies) {
        int size = start.length - 1;
        int[] rows = new int[start[size]];
        for (int i = 0; i < size; i++) {
            for (int p = dependencyStart[i]; p < dependencyStart[i + 1]; p++) {
                rows[start[dependencies[p]]++] = i;
            }
        }
        System.arraycopy(start, 0, start, 1, size);
        start[0] = 0;
        return rows;
    }
}
