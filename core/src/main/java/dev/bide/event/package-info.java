/** What a run tells while it goes: events, and those who listen. */
@NullMarked
package dev.bide.event;

import org.jspecify.annotations.NullMarked;
