/** Graphs on simulated workers to which everything happens: the brain keeps its promises. */
@NullMarked
package dev.bide.verify.remote;

import org.jspecify.annotations.NullMarked;
