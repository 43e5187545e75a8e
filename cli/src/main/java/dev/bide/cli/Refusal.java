package dev.bide.cli;

import picocli.CommandLine.ExitCode;

/** A command cannot do what it was asked; the message says why, and what to do instead. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private Refusal(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    /** The command was called wrongly. */
    static Refusal usage(String message) {
        return new Refusal(message, ExitCode.USAGE);
    }

    /** The command was called rightly, and the program or the machine is not fit for it. */
    static Refusal program(String message) {
        return new Refusal(message, ExitCode.SOFTWARE);
    }

    /** Prints a refusal as its message alone; anything else is a bug of this command line and keeps its stack. */
    static int report(Exception thrown) {
        if (thrown instanceof Refusal refusal) {
            System.err.println("bide: " + refusal.getMessage());
            return refusal.exitCode;
        }
        thrown.printStackTrace();
        return ExitCode.SOFTWARE;
    }
}
