package dev.bide.verify.fuzz;

/** What stands for a result that there is none of. */
enum Outcome {
    FAILED
}
