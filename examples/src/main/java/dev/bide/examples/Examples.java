package dev.bide.examples;

import java.util.List;
import java.util.Optional;

/** The programs of this module. */
public final class Examples {
    private static final List<Example> ALL = List.of(
            new Example("pipeline", "load, clean, analyse and store a folder of CSV files", Pipeline::main),
            new Example(
                    "nested-cv",
                    "nested cross-validation: loops in loops, parallel without being rewritten",
                    NestedCrossValidation::main),
            new Example(
                    "randomized-svd",
                    "a blocked matrix algorithm: randomized SVD over tall-skinny QR",
                    RandomizedSvd::main),
            new Example("crawl", "a graph that grows as it runs: follow the links of a web site", Crawl::main),
            new Example("resume", "a pipeline that is killed half-way and goes on where it was", Resume::main));

    private Examples() {}

    /**
     * Gives all examples, simplest first.
     *
     * @return an unmodifiable list
     */
    public static List<Example> all() {
        return ALL;
    }

    /**
     * Gives the example with a name.
     *
     * @param name the name
     * @return the example, if there is one
     */
    public static Optional<Example> named(String name) {
        return ALL.stream().filter(example -> example.name().equals(name)).findFirst();
    }
}
