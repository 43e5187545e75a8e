package dev.bide.store;

import dev.bide.graph.Recipe;

/**
 * Why there is no content key for a call, nor for any that needs it.
 *
 * @param task which call it is
 * @param what what is wrong with it, and what to do
 */
record Refusal(String task, String what) {
    /** What to say to whoever wants to store a call. */
    String message(Recipe wanted) {
        String asked = wanted.where();
        return "the result of task " + asked + " cannot be stored: "
                + (asked.equals(task) ? what : "it needs task " + task + ", and there " + what);
    }
}
