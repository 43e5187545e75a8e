package dev.bide.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key is the same in every run of the program: no hash code of identity, no order of a hash table is in it. */
class KeysInOtherJvmsTest {
    @TempDir
    private Path folder;

    @Test
    void keys_differentCalls_areDifferent() {
        List<String> keys =
                Battery.keys().lines().map(line -> line.split(" ")[1]).toList();

        assertThat(new HashSet<>(keys)).hasSameSizeAs(keys);
    }

    @Test
    void keys_sameCallsMadeAgain_areTheSame() {
        assertThat(Battery.keys()).isEqualTo(Battery.keys());
    }

    // Random numbers, the address, always 1, a counter: what HotSpot can take for the hash code of identity.
    @ParameterizedTest
    @ValueSource(strings = {"-XX:hashCode=0", "-XX:hashCode=1", "-XX:hashCode=2", "-XX:hashCode=3"})
    void keys_otherJvmWithOtherHashCodes_areTheSame(String hashCodes) throws IOException, InterruptedException {
        List<String> flags = List.of("-XX:+UnlockExperimentalVMOptions", hashCodes, "-Xshare:off");

        assertThat(OtherJvm.output(flags, Battery.class, folder.resolve("log")).lines())
                .containsExactlyElementsOf(Battery.keys().lines().toList());
    }
}
