package dev.bide.cli;

import static dev.bide.cli.Terminal.bide;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.cli.Terminal.Outcome;
import org.junit.jupiter.api.Test;

class MainTest {
    @Test
    void main_noCommand_showsTheCommands() {
        Outcome outcome = bide();
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).contains("run ", "graph ", "store ", "examples ");
    }

    @Test
    void main_help_fitsTheTerminalWithoutColours() {
        for (String command : new String[] {
            "run", "graph", "store", "store ls", "store verify", "store gc", "examples", "worker", "cluster"
        }) {
            Outcome outcome = bide((Object[]) (command + " --help").split(" "));
            assertThat(outcome.code()).isZero();
            assertThat(outcome.out()).startsWith("Usage: bide " + command).doesNotContain("\u001b");
            assertThat(outcome.out().lines()).allMatch(line -> line.length() <= 80, "at most 80 characters");
        }
    }

    @Test
    void main_version_showsBidesAndJavas() {
        Outcome outcome = bide("--version");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).startsWith("bide ").contains("\nJava " + Runtime.version());
    }

    @Test
    void main_unknownCommand_listsTheCommands() {
        Outcome outcome = bide("rum");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).isEqualTo("""
                bide: there is no command 'rum'. There are: run, rerun, graph, store, examples, worker, cluster.
                Try 'bide --help'.
                """);
    }

    @Test
    void main_programWithoutCommand_suggestsRun() {
        assertThat(bide("Pipeline.java").err()).contains("Did you mean: bide run Pipeline.java\n");
        assertThat(bide("nested-cv").err()).contains("Did you mean: bide run nested-cv\n");
    }

    @Test
    void main_unknownOption_saysWhereTheProgramsGo() {
        Outcome outcome = bide("run", "Pipeline.java", "--folds");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err())
                .contains("there is no option '--folds'", "bide run Pipeline.java -- --folds", "bide run --help");
    }

    @Test
    void examples_listed_haveALineEach() {
        Outcome outcome = bide("examples");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out().lines()).anyMatch(line -> line.matches("nested-cv {2,}\\S.*"));
    }
}
