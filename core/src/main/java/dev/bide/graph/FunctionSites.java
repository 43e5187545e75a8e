package dev.bide.graph;

import org.jspecify.annotations.Nullable;

/**
 * The lines at which a function without a task was called: the first one, and a budget for those after it.
 *
 * <p>Kept once for each class of function; the JVM makes one class for each lambda or method reference in the source.
 *
 * @param first the line of the first call
 * @param calls the budget of the calls
 */
record FunctionSites(@Nullable CallSite first, CallSite.Budget calls) {
    private static final ClassValue<FunctionSites> SITES = new ClassValue<>() {
        @Override
        protected FunctionSites computeValue(Class<?> type) {
            return new FunctionSites(CallSite.here(), new CallSite.Budget());
        }
    };

    static FunctionSites of(Object function) {
        return SITES.get(function.getClass());
    }
}
