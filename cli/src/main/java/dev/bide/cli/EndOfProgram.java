package dev.bide.cli;

/**
 * Ends a program that waits for a result, when its command has what it wanted. An {@code Error}, so that {@code catch
 * (Exception)} lets it pass.
 */
final class EndOfProgram extends Error {
    private static final long serialVersionUID = 1L;

    EndOfProgram(String why) {
        super(why, null, false, false);
    }
}
