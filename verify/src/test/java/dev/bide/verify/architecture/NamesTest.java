package dev.bide.verify.architecture;

import dev.bide.verify.architecture.SourceFile.Kind;
import org.junit.jupiter.api.Test;

/** One word for one thing. */
class NamesTest {
    @Test
    void types_all_areNamedAfterWhatTheyAre() {
        new Rule(
                        "A class is named after what it is. No util, common, helper, impl or manager in a name.",
                        "say what it holds or does; if that takes an \"and\", make two of it.")
                .check(House.breaches(House.sources(), VagueNames::new));
    }

    @Test
    void words_ofTheGraph_areTheHousesWords() {
        new Rule(
                        "One word for one thing: dependency and dependents (never parent, child, upstream).",
                        "call it a dependency, or a dependent.")
                .check(House.breaches(House.sources(Kind.MAIN, Kind.TEMPLATE, Kind.GENERATED), ForbiddenWords::new));
    }

    @Test
    void comments_all_promiseNothing() {
        new Rule("What is in the tree is done: no TODO, no FIXME.", "do it, or open an issue and delete the comment.")
                .check(House.breaches(House.sources(), Leftovers::new));
    }
}
