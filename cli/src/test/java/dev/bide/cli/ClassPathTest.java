package dev.bide.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathTest {
    @TempDir
    private Path folder;

    @Test
    void parse_star_standsForTheJarsOfAFolder() throws Exception {
        Path first = Files.createFile(folder.resolve("a.jar"));
        Path second = Files.createFile(folder.resolve("b.jar"));
        Files.createFile(folder.resolve("notes.txt"));
        ClassPath classPath = ClassPath.parse(folder + "/*" + File.pathSeparator + folder);
        assertThat(classPath.entries()).containsExactly(first, second, folder);
        assertThat(classPath.forCompiler())
                .startsWith(System.getProperty("java.class.path"))
                .endsWith(first + File.pathSeparator + second + File.pathSeparator + folder);
    }

    @Test
    void parse_missingEntry_isRefusedByName() {
        assertThatThrownBy(() -> ClassPath.parse("missing.jar"))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("--class-path: there is no 'missing.jar' here (");
    }
}
