/**
 * Writes a run as one HTML file that explains it, with no server and no network.
 *
 * <p>What must be readable anywhere (heading, findings, failures, tables) is written as plain HTML; what must be
 * explored (the task stream) is drawn by the page's scripts from columns of numbers. Page, style and scripts lie beside
 * these classes as resources, one idea a file, and are put together when a report is written.
 */
@NullMarked
package dev.bide.diagnostics.internal.report;

import org.jspecify.annotations.NullMarked;
