package dev.bide.benchmarks.shapes;

/** The least a JVM can do: for comparison with {@link ColdTree}. */
final class Bare {
    private Bare() {}

    public static void main(String... arguments) {
        System.out.println(arguments.length);
    }
}
