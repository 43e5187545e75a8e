package dev.bide.schedule;

import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to run a task that threw.
 *
 * @param number which attempt, from 1
 * @param worker the name of the thread that made it
 * @param time how long it took; of the first attempt that is known only in a run that somebody listens to
 * @param failure what it threw
 */
public record Attempt(int number, String worker, @Nullable Duration time, Throwable failure) implements Serializable {}
