/** What the brain of the schedulers outside this JVM costs, and how well it keeps workers busy: in virtual time. */
@NullMarked
package dev.bide.benchmarks.brain;

import org.jspecify.annotations.NullMarked;
