/** Runs as traces of OpenTelemetry. */
@NullMarked
package dev.bide.opentelemetry;

import org.jspecify.annotations.NullMarked;
