package dev.bide.verify.architecture;

import static java.util.stream.Collectors.groupingBy;

import dev.bide.verify.architecture.SourceFile.Kind;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How large things may grow. What is generated is not read, so it may be of any size. */
class SizesTest {
    private static final int FILE_LIMIT = 600;
    private static final int MEDIAN_LIMIT = 150;
    private static final String SPLIT = "split it along its ideas, not its line numbers.";

    @Test
    void files_all_haveOneThingToDo() {
        new Rule("A class has one thing to do: a file has at most " + FILE_LIMIT + " lines.", SPLIT)
                .check(written()
                        .filter(file -> file.lines() > FILE_LIMIT)
                        .map(file -> file.path() + " has " + file.lines() + " lines")
                        .toList());
    }

    @Test
    void files_ofEachModule_areSmallInTheMedian() {
        Map<String, List<SourceFile>> modules = written().collect(groupingBy(SourceFile::module));

        new Rule("A class has one thing to do: a module's median file has at most " + MEDIAN_LIMIT + " lines.", SPLIT)
                .check(modules.keySet().stream()
                        .filter(module -> median(modules.get(module)) > MEDIAN_LIMIT)
                        .map(module -> module + ": " + median(modules.get(module)) + " lines")
                        .toList());
    }

    @Test
    void methods_all_fitOnAScreen() {
        new Rule("A method fits on a screen: it has at most " + LongMethods.LIMIT + " lines.", SPLIT)
                .check(House.breaches(written(), LongMethods::new));
    }

    @Test
    void statements_all_areNotNestedDeeply() {
        new Rule(
                        "Statements are at most " + DeepNesting.LIMIT + " deep, a method's own being the first.",
                        "leave early, or give what is inside a name and a method of its own.")
                .check(House.breaches(written(), DeepNesting::new));
    }

    private static int median(List<SourceFile> files) {
        int[] lines = files.stream().mapToInt(SourceFile::lines).sorted().toArray();
        return lines[lines.length / 2];
    }

    private static Stream<SourceFile> written() {
        return House.sources(Kind.MAIN, Kind.TEMPLATE, Kind.TEST);
    }
}
