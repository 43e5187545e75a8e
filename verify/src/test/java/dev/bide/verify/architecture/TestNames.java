package dev.bide.verify.architecture;

import com.sun.source.tree.MethodTree;
import java.util.Set;

/** Finds tests that are not named {@code method_situation_outcome}. */
final class TestNames extends Scan {
    private static final Set<String> TESTS =
            Set.of("Test", "ParameterizedTest", "RepeatedTest", "FuzzTest", "TestFactory", "TestTemplate");
    private static final String NAME = "[a-z][A-Za-z0-9]*_[a-z][A-Za-z0-9]*_[a-z][A-Za-z0-9]*";

    @Override
    public Void visitMethod(MethodTree method, SourceFile file) {
        boolean isTest = method.getModifiers().getAnnotations().stream()
                .anyMatch(annotation ->
                        TESTS.contains(annotation.getAnnotationType().toString()));
        if (isTest && !method.getName().toString().matches(NAME)) {
            breach(file, method, method.getName().toString());
        }
        return super.visitMethod(method, file);
    }
}
