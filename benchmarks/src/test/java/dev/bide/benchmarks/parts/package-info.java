/**
 * JMH benchmarks of Bide's parts: building one call, planning, ordering, and a run from start to result. Of what others
 * may not see there is one beside it, in the package of that name.
 */
@NullMarked
package dev.bide.benchmarks.parts;

import org.jspecify.annotations.NullMarked;
