/**
 * Which calls compile and which are refused, on the running JDK's javac and on ECJ.
 *
 * <p>The expectations are data, in {@code src/test/resources/compile}: {@code patterns} holds tables of call patterns,
 * {@code accepted} programs that compile, {@code refused} programs whose marked lines do not.
 */
package dev.bide.verify.compile;
