package dev.bide.verify.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The scans find what they are for, and nothing else. */
class ScansTest {
    private static final String PATH = "core/src/main/java/A.java";

    @Test
    void longMethods_oneLineTooMany_isFound() {
        String most = "\n".repeat(LongMethods.LIMIT - 1);

        assertThat(scan(LongMethods::new, "class A { void fits() {" + most + "} }"))
                .isEmpty();
        assertThat(scan(LongMethods::new, "class A { void grew() {\n" + most + "} }"))
                .containsExactly(PATH + ":1: grew has 41 lines");
    }

    @Test
    void deepNesting_fifthLevel_isFoundOnce() {
        String deep = """
                class A {
                    void deep(int n) {
                        for (;;) {
                            if (n > 0) {
                                while (n > 1) {
                                    if (n > 2) {
                                        if (n > 3) {}
                                    }
                                }
                            }
                        }
                    }
                }
                """;

        assertThat(scan(DeepNesting::new, deep)).containsExactly(PATH + ":6: what is in here has depth 5");
    }

    @Test
    void deepNesting_elseIfAndNestedClass_addNothing() {
        String flat = """
                class A {
                    void flat(int n) {
                        try {
                            if (n > 0) {} else if (n > 1) {} else if (n > 2) {} else { while (n > 4) {} }
                            new Object() { void other() { if (n > 5) { while (n > 6) {} } } };
                        } finally {}
                    }
                }
                """;

        assertThat(scan(DeepNesting::new, flat)).isEmpty();
    }

    @Test
    void openClasses_neitherFinalNorAbstract_isFound() {
        String classes = """
                final class A {
                    static class Open {}
                    abstract static class Decided {}
                    record Pair(int left, int right) {}
                    Object nameless = new Object() {};
                }
                """;

        assertThat(scan(OpenClasses::new, classes)).containsExactly(PATH + ":2: class Open is open");
    }

    @Test
    void vagueNames_ofTypeAndPackage_areFound() {
        assertThat(scan(VagueNames::new, "package dev.bide.util; class TaskHelper { class Implied {} }"))
                .containsExactly(PATH + ":1: dev.bide.util", PATH + ":1: TaskHelper");
    }

    @Test
    void forbiddenWords_inNamesAndComments_areFound() {
        String words = """
                /** Goes to the children, or to a child JVM. */
                class A {
                    int firstChild; // not the "parent"
                    String text = "// parent";
                    Object fine = path.getParent();
                }
                """;

        assertThat(scan(ForbiddenWords::new, words))
                .containsExactly(
                        PATH + ":1: a comment says children",
                        PATH + ":3: a comment says parent",
                        PATH + ":3: the name firstChild");
    }

    @Test
    void leftovers_inCommentsOnly_areFound() {
        assertThat(scan(Leftovers::new, "class A { String s = \"TODO\"; /* FIXME */ }"))
                .containsExactly(PATH + ":1: FIXME");
    }

    @Test
    void sleeps_callAndReference_areFound() {
        assertThat(scan(Sleeps::new, "class A { { Thread.sleep(1); then(Thread::sleep); } }"))
                .hasSize(2);
    }

    @Test
    void testNames_twoParts_isFound() {
        assertThat(scan(TestNames::new, "class A { @Test void call_twice() {} @Test void call_twice_same() {} }"))
                .containsExactly(PATH + ":1: call_twice");
    }

    @Test
    void monitors_blockAndMethod_areFound() {
        assertThat(scan(Monitors::new, "class A { synchronized void f() { synchronized (this) {} } }"))
                .hasSize(2);
    }

    @Test
    void check_withBreaches_quotesTheRuleAndSaysHowToMendIt() {
        Rule rule = new Rule("No package cycles.", "cut one.");

        assertThatThrownBy(() -> rule.check(List.of("a knows b", "b knows a")))
                .hasMessageContainingAll("No package cycles.", "Broken 2 times", "- b knows a", "To mend it: cut one.");
    }

    private static List<String> scan(Supplier<Scan> scan, String text) {
        SourceFile file = SourceFile.parse(List.of(new SourceText(PATH, text))).get(0);
        return scan.get().over(file);
    }
}
