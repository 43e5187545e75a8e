/** What every benchmark's figures come with: where they were taken, and a file of them for other programs. */
@NullMarked
package dev.bide.benchmarks.output;

import org.jspecify.annotations.NullMarked;
