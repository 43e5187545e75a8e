package dev.bide.examples;

import dev.bide.graph.Act1;

/**
 * A program of this module.
 *
 * @param name what to ask for it by
 * @param idea what it shows, in a line
 * @param main the program, given its command line
 */
public record Example(String name, String idea, Act1<String[]> main) {}
