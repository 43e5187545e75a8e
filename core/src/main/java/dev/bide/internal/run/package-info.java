/**
 * What the runs of all engines share, wherever their tasks run: how listeners hear of them, how tasks answer an interrupt, how
 * they end and what they give then. And what else more than one module needs and no program.
 */
@NullMarked
package dev.bide.internal.run;

import org.jspecify.annotations.NullMarked;
