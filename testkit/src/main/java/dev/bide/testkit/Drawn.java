package dev.bide.testkit;

import dev.bide.Delayed;

/** A call of a random graph, and what it should give. */
record Drawn(Delayed<?> delayed, Formula formula) {}
