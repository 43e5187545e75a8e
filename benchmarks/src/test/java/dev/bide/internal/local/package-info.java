/** JMH benchmarks of what the engine for local threads keeps to itself. */
@NullMarked
package dev.bide.internal.local;

import org.jspecify.annotations.NullMarked;
