package dev.bide.remote.internal.wire;

/**
 * The first byte of each message, and what follows it. {@code n*} is a count and as many; {@code bytes} a count and bytes; a
 * result is called by task and attempt.
 *
 * <p>The protocol, from driver to worker:
 *
 * <pre>
 * WELCOME    codec:text
 * SUBMIT     batch run flags
 *            n* holder:text                                     who else keeps inputs
 *            n* input: task attempt holder (0: this worker; else position in the list before, from 1)
 *            n* shared: id parcel                               functions and values that several tasks use, new to this worker
 *            n* task: number attempt spec n* origin             origin: the task that made each of its inputs, in the order of its holes
 *            if flags has FALLBACK: thrown:bytes                the tasks' specs are then those of their fallbacks
 * INTERRUPT  batch
 * RECALL     batch                                              as INTERRUPT, but the task at work goes on
 * RELEASE    run n* (task attempt)
 * FORGET     run
 * FETCH      fetch run n* (task attempt)
 * COPY       copy run holder:text n* (task attempt)
 * PING       nanos
 * CLASS_IS   request file:bytes                                 empty: there is no such class, or it is the worker's
 * ASK_FIRST                                                     ask for classes that the worker has, too
 * </pre>
 *
 * <p>From worker to driver:
 *
 * <pre>
 * STARTED    batch task began
 * ANSWERED   batch last:0|1 n* answer
 * FETCHED    fetch from n* (0 | 1 value:bytes)                  in the order of FETCH, in pieces: this one begins with that place
 * COPIED     copy n* missing-task
 * PONG       nanos:of the ping  nanos:of the worker
 * CLASS      request name:text sum                              of a class that the worker lacks; or has, with this CRC-32 of its file
 * </pre>
 *
 * <p>Between workers:
 *
 * <pre>
 * GET        request run n* (task attempt)
 * GOT        request from n* (0 | 1 value:bytes)                in pieces as FETCHED
 * </pre>
 */
public final class Tag {
    /** Driver to worker. */
    public static final int WELCOME = 1;

    /** Driver to worker. */
    public static final int SUBMIT = 2;

    /** Driver to worker. */
    public static final int INTERRUPT = 3;

    /** Driver to worker. */
    public static final int RELEASE = 4;

    /** Driver to worker. */
    public static final int FORGET = 5;

    /** Driver to worker. */
    public static final int FETCH = 6;

    /** Driver to worker. */
    public static final int COPY = 7;

    /** Driver to worker. */
    public static final int PING = 8;

    /** Driver to worker. */
    public static final int CLASS_IS = 9;

    /** Driver to worker. */
    public static final int ASK_FIRST = 10;

    /** Driver to worker. */
    public static final int RECALL = 11;

    /** Worker to driver. */
    public static final int STARTED = 17;

    /** Worker to driver. */
    public static final int ANSWERED = 18;

    /** Worker to driver. */
    public static final int FETCHED = 19;

    /** Worker to driver. */
    public static final int COPIED = 20;

    /** Worker to driver. */
    public static final int PONG = 21;

    /** Worker to driver. */
    public static final int CLASS = 22;

    /** Worker to worker. */
    public static final int GET = 33;

    /** Worker to worker. */
    public static final int GOT = 34;

    /** Stands for a kind in the spec of a task that the driver is to end: answer {@link #HOME} with its argument. */
    public static final int HOME_KIND = 255;

    /** Of {@link #SUBMIT}: tell when the first task begins. */
    public static final int TELL_START = 1;

    /** Of {@link #SUBMIT}: call the fallback, with what the task threw. */
    public static final int FALLBACK = 2;

    /** Answer: task attempt bytes began ended. */
    public static final int DONE = 1;

    /** Answer: task attempt began ended answered:bytes; more graph, by {@link Packing#graph}. */
    public static final int GREW = 2;

    /** Answer: task attempt began ended thrown:bytes inputs:bytes (none, or the list of them). */
    public static final int THREW = 3;

    /** Answer: task attempt n* missing-task. */
    public static final int INPUT_MISSING = 4;

    /** Answer: task attempt. */
    public static final int NOT_RUN = 5;

    /** Answer: task attempt began ended value:bytes; the driver is to call the function with it. */
    public static final int HOME = 6;

    private Tag() {}
}
