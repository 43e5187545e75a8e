/**
 * The engine for local threads: the only place in core with threads and clocks.
 *
 * <p>A {@link dev.bide.internal.local.LocalRun} holds what a run knows and applies the laws; a {@code Ready} chooses the
 * next task among those that are ready; {@code Hands} bring threads to a run that has work.
 */
@NullMarked
package dev.bide.internal.local;

import org.jspecify.annotations.NullMarked;
