/** What is written down of a run while it goes: who hears the events, and what there is to read afterwards. */
@NullMarked
package dev.bide.diagnostics.internal.recording;

import org.jspecify.annotations.NullMarked;
