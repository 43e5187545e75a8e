package dev.bide.graph;

import java.io.Serializable;

/**
 * Stands in a {@link Detached} call for a result that is not there yet.
 *
 * @param index which of the results that the call needs, from 0
 */
public record Hole(int index) implements Serializable {}
