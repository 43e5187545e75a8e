package dev.bide.cli;

import static dev.bide.cli.Terminal.bide;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.cli.Terminal.Outcome;
import dev.bide.store.StoreFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreCommandTest {
    @TempDir
    private Path folder;

    private Path cheap;

    @BeforeEach
    void writeTwo() throws IOException {
        StoreFixture.write(folder, "train\nall", 90_000, 2000);
        cheap = StoreFixture.write(folder, "load", 2, 1000);
    }

    @Test
    void store_noCommand_showsTheCommands() {
        assertThat(bide("store").out()).contains("Usage: bide store", "ls ", "verify ", "gc ");
    }

    @Test
    void store_unknownCommandOrOption_saysWhatThereIs() {
        assertThat(bide("store", "rm")).isEqualTo(new Outcome(2, "", """
                bide: there is no command 'rm'. There are: ls, verify, gc.
                Try 'bide store --help'.
                """));
        assertThat(bide("store", "ls", "--all", folder)).isEqualTo(new Outcome(2, "", """
                bide: there is no option '--all'.
                Try 'bide store ls --help'.
                """));
    }

    @Test
    void ls_ofAStore_hasALineForEachResultAndASum() {
        Outcome outcome = bide("store", "ls", folder);
        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out().lines()).hasSize(4).allMatch(line -> line.length() <= 100);
        assertThat(outcome.out().lines().toList().get(0)).containsSubsequence("size", "uses", "cost", "key", "task");
        assertThat(outcome.out().lines().toList().get(1))
                .containsSubsequence("2.0 KiB", "0", "1 min 30 s", "train?all");
        assertThat(outcome.out().lines().toList().get(2))
                .containsSubsequence(
                        "1.1 KiB", "2.0 ms", cheap.getFileName().toString().substring(0, 16), "load");
        assertThat(outcome.out()).endsWith("\n2 results, 3.1 KiB\n");
    }

    @Test
    void ls_whereNoStoreIs_saysSoAndMakesNone() {
        Path typo = folder.resolve("typo");
        assertThat(bide("store", "ls", typo))
                .isEqualTo(new Outcome(
                        2, "", "bide: there is no directory " + typo + ". Name the one that the store is in\n"));
        assertThat(typo).doesNotExist();
    }

    @Test
    void verify_wholeAndDamaged_tellsByTheExitCode() throws IOException {
        assertThat(bide("store", "verify", folder)).isEqualTo(new Outcome(0, "whole: 2 results, 3.1 KiB\n", ""));
        byte[] bytes = Files.readAllBytes(cheap);
        bytes[bytes.length - 1]++;
        Files.write(cheap, bytes);
        assertThat(bide("store", "verify", folder))
                .isEqualTo(new Outcome(
                        1,
                        "damaged: " + cheap + ": its checksum differs. It was removed.\nwhole: 1 result, 2.0 KiB\n",
                        ""));
        assertThat(cheap).doesNotExist();
    }

    @Test
    void gc_withoutABound_removesOnlyWhatIsOfNoUse() throws IOException {
        assertThat(bide("store", "gc", folder))
                .isEqualTo(new Outcome(0, "removed: nothing\nleft: 2 results, 3.1 KiB\n", ""));
        Files.writeString(cheap, "torn");
        Files.writeString(cheap.resolveSibling("draft-1-2-3"), "half");
        assertThat(bide("store", "gc", folder))
                .isEqualTo(new Outcome(0, "removed: 1 damaged, 1 unfinished\nleft: 1 result, 2.0 KiB\n", ""));
    }

    @Test
    void gc_withABound_removesWhatIsWorthLeast() {
        assertThat(bide("store", "gc", "--most", "3K", folder))
                .isEqualTo(new Outcome(0, "removed: 1 result, 1.1 KiB\nleft: 1 result, 2.0 KiB\n", ""));
        assertThat(cheap).doesNotExist();
        assertThat(bide("store", "gc", "--most=0", folder).out()).endsWith("left: no results\n");
        assertThat(bide("store", "ls", folder)).isEqualTo(new Outcome(0, "no results\n", ""));
    }

    @Test
    void gc_boundThatIsNoSize_saysHowToWriteIt() {
        Outcome outcome = bide("store", "gc", "--most", "10X", folder);
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("--most", "write it like 500M, 10G or 1.5T, not '10X'");
    }
}
