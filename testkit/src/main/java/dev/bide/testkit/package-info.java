/**
 * For those who write a scheduler, or test what runs on one: the contract suite that every scheduler passes, a check of each
 * run's events, random graphs with their expected results, an executor and a clock that move only when told.
 */
@NullMarked
package dev.bide.testkit;

import org.jspecify.annotations.NullMarked;
