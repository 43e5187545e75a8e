/** What the runs of all engines share, wherever their tasks run: how listeners hear of them, how tasks answer an interrupt. */
@NullMarked
package dev.bide.internal.run;

import org.jspecify.annotations.NullMarked;
