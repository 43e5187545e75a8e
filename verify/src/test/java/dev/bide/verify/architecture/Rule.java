package dev.bide.verify.architecture;

import java.util.Collection;

/**
 * A rule of the house.
 *
 * @param words the rule, as the house says it
 * @param mend what to do about a breach
 */
record Rule(String words, String mend) {
    /** Fails with the rule, its breaches and the way to mend them, if there are any. */
    void check(Collection<String> breaches) {
        if (!breaches.isEmpty()) {
            throw new AssertionError("""
                    The house (CONTRIBUTING.md) has a rule:

                        %s

                    Broken %d times:

                      - %s

                    To mend it: %s
                    """.formatted(
                            words.replace("\n", "\n    "), breaches.size(), String.join("\n  - ", breaches), mend));
        }
    }
}
