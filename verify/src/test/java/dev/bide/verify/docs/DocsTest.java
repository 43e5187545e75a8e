package dev.bide.verify.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What README, guide and spec show is what there is: a block of Java is a region of a program in the examples, the block of
 * output after it is what that program prints, links lead to files, names in code font exist.
 */
class DocsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path PROGRAMS = ROOT.resolve("examples/src/main/java/dev/bide/examples/guide");
    private static final Set<String> PRINTED = Set.of("text", "mermaid", "dot");

    private static final Map<GuideProgram, String> OUTPUTS = new HashMap<>();
    private static List<GuideProgram> programs = List.of();

    @BeforeAll
    static void findPrograms() throws IOException, ClassNotFoundException {
        programs = GuideProgram.in(PROGRAMS);
    }

    static List<Page> pages() throws IOException {
        List<Path> files = new ArrayList<>(List.of(ROOT.resolve("README.md")));
        for (String folder : List.of("docs/guide", "docs/spec")) {
            try (Stream<Path> found = Files.list(ROOT.resolve(folder))) {
                found.filter(file -> file.toString().endsWith(".md")).sorted().forEach(files::add);
            }
        }
        return files.stream().map(Page::read).toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void javaBlock_ofAPage_isARegionOfAProgram(Page page) {
        for (Page.Block block : page.blocks()) {
            if (block.language().equals("java")) {
                assertThat(quoted(block))
                        .as(
                                "%s: no region of a program in %s holds this block. Change the program, run spotless:apply,"
                                        + " and copy the region here as it is:%n%s",
                                page.at(block.line()), PROGRAMS, block.text())
                        .isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void outputBlock_afterJava_isWhatTheProgramPrints(Page page) throws ReflectiveOperationException {
        List<GuideProgram> last = List.of();
        for (Page.Block block : page.blocks()) {
            if (block.language().equals("java")) {
                last = quoted(block);
            } else if (PRINTED.contains(block.language())) {
                check(page, block, last);
            }
        }
    }

    private static void check(Page page, Page.Block block, List<GuideProgram> programs)
            throws ReflectiveOperationException {
        if (programs.isEmpty()) {
            fail(
                    "%s: no program is quoted before this block of output. Quote the one that prints it, or leave the fence's"
                            + " language out if nothing prints it.",
                    page.at(block.line()));
        }
        for (GuideProgram program : programs) {
            assertThat("\n" + output(program))
                    .as(
                            "%s: %s prints something else. Run it and copy what it prints.",
                            page.at(block.line()), program.type().getName())
                    .contains("\n" + block.text() + "\n");
        }
    }

    private static List<GuideProgram> quoted(Page.Block block) {
        return programs.stream().filter(program -> program.holds(block.text())).toList();
    }

    private static String output(GuideProgram program) throws ReflectiveOperationException {
        String known = OUTPUTS.get(program);
        if (known == null) {
            known = program.output();
            OUTPUTS.put(program, known);
        }
        return known;
    }

    @ParameterizedTest
    @MethodSource("pages")
    void link_relative_leadsToAFile(Page page) {
        for (Page.Found link : page.links()) {
            String target = link.text().replaceAll("#.*", "");
            if (!target.isEmpty() && !target.contains(":")) {
                assertThat(page.file().resolveSibling(target).normalize())
                        .as("%s: the link (%s) leads nowhere. Mend its path.", page.at(link.line()), link.text())
                        .exists();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void codeFont_names_exist(Page page) throws IOException, URISyntaxException, ClassNotFoundException {
        CodeFont codeFont = new CodeFont(Api.of(programs));
        List<String> unknown = page.code().stream()
                .flatMap(code -> codeFont.unknown(code.text()).stream()
                        .map(name -> page.at(code.line()) + ": " + name + " in `" + code.text() + "`"))
                .toList();
        assertThat(unknown)
                .as(
                        "names that are neither Bide's, nor the guide's, nor the JDK's. Write the name that exists, with as many"
                                + " arguments as it takes; two dots stand for any number.")
                .isEmpty();
    }
}
