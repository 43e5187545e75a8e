/**
 * The rules of the house, held against the compiled classes (by ArchUnit) and against the sources (by javac's parser).
 *
 * <p>{@code *Test} says what holds where; a {@link dev.bide.verify.architecture.Scan} finds what breaks one rule in one
 * source file.
 */
package dev.bide.verify.architecture;
