package dev.bide.verify.contract;

import java.util.Set;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Leaves out the laws that take long where each scheduler is a cluster's, and that say little about clusters which the others do
 * not say. {@code -Dbide.contracts=all} has them all, as the profile {@code stress} does.
 */
final class Reduced implements ExecutionCondition {
    private static final boolean ALL = "all".equals(System.getProperty("bide.contracts"));
    private static final Set<String> LONG = Set.of(
            "Depth",
            "Limits",
            "Random",
            "RetryWaits",
            "Timeouts",
            "compute_inATaskAfterClose_isRefusedAndTheRunEnds",
            "thenDelayed_fibonacciByRecursion_givesTheResult",
            "thenDelayed_loopOfManySteps_needsNoStack",
            "thenDelayed_loopThatGoesOnAfterEachStep_needsNoStack");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        String name = context.getTestMethod()
                .map(java.lang.reflect.Method::getName)
                .orElseGet(() -> context.getRequiredTestClass().getSimpleName());
        return ALL || !LONG.contains(name)
                ? ConditionEvaluationResult.enabled("short")
                : ConditionEvaluationResult.disabled("takes long: -Dbide.contracts=all runs it");
    }
}
