package dev.bide.graph;

/**
 * Stands for the result of a node in the arguments of another, while a raw graph is being built.
 *
 * @param key the key of the node
 */
public record Ref(Key key) {}
