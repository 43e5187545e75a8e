/** What a task costs on schedulers outside this JVM, through the public API. */
@NullMarked
package dev.bide.benchmarks.remote;

import org.jspecify.annotations.NullMarked;
