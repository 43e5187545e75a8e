package dev.bide.benchmarks.metg;

/** A system mixed something up: its figures are worth nothing. */
final class WrongInputException extends RuntimeException {
    private static final long serialVersionUID = 1;

    WrongInputException(String message) {
        super(message);
    }
}
