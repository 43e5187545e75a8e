package dev.bide.cli;

import static dev.bide.cli.Terminal.bide;
import static dev.bide.cli.Terminal.file;
import static dev.bide.cli.Terminal.source;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.cli.Terminal.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
    @TempDir
    private Path folder;

    @Test
    void run_sourceFile_getsItsArguments() {
        Path file = source(folder, "Sum.java", """
                class Sum {
                    static int add(int a, int b) { return a + b; }
                    public static void main(String... args) {
                        System.out.println(task(Sum::add).call(args.length, value(1)).compute() + String.join(",", args));
                    }
                }""");
        assertThat(bide("run", file, "a", "--", "-b", "--", "@c")).isEqualTo(new Outcome(0, "5a,-b,--,@c\n", ""));
    }

    @Test
    void run_fileInAPackage_startsTheClassNamedLikeTheFile() {
        Path file = file(folder, "Second.java", """
                package com.acme;
                class First { public static void main(String[] args) { System.out.println("first"); } }
                class Second { public static void main(String[] args) { System.out.println(Second.class.getName()); } }
                """);
        assertThat(bide("run", file)).isEqualTo(new Outcome(0, "com.acme.Second\n", ""));
    }

    @Test
    void run_noClassNamedLikeTheFile_startsTheFirstThatHasAMain() {
        Path file = file(folder, "all.java", """
                class Data extends Base { static class Inner { public static void main(String[] a) { } } }
                class One extends Base { public static void main(String[] a) { System.out.println("one"); } }
                class Two { public static void main(String[] a) { System.out.println("two"); } }
                class Base { public static void main(String[] a) { System.out.println("base"); } }
                """);
        assertThat(bide("run", file)).isEqualTo(new Outcome(0, "one\n", ""));
    }

    @Test
    void run_instanceMainWithoutParameter_isCalled() {
        Path file = file(folder, "Short.java", "class Short { void main() { System.out.println(\"short\"); } }");
        assertThat(bide("run", file)).isEqualTo(new Outcome(0, "short\n", ""));
    }

    @Test
    void run_noMain_saysWhatToWrite() {
        Path file = file(folder, "None.java", "class None {}");
        assertThat(bide("run", file))
                .isEqualTo(new Outcome(
                        1,
                        "",
                        "bide: " + file
                                + " has no main. Give a class in it: public static void main(String... args)\n"));
    }

    @Test
    void run_classNamedLikeOneOfBides_isTheProgramsOwn() {
        Path file = file(folder, "Examples.java", """
                package dev.bide.examples;
                public class Examples {
                    public static void main(String[] a) {
                        System.out.println(Thread.currentThread().getContextClassLoader() == Examples.class.getClassLoader());
                    }
                }
                """);
        assertThat(bide("run", file)).isEqualTo(new Outcome(0, "true\n", ""));
    }

    @Test
    void run_fileInAPackageOfTheClassPath_seesItsNeighbours() {
        Path file = file(folder, "Copy.java", """
                package dev.bide.cli;
                class Copy {
                    public static void main(String[] a) { System.out.println(new ClassPath(java.util.List.of())); }
                }
                """);
        assertThat(bide("run", file)).isEqualTo(new Outcome(0, "ClassPath[entries=[]]\n", ""));
    }

    @Test
    void run_example_getsItsArguments() {
        assertThat(bide("run", "crawl", "--", "--scheduler", "sync").out()).contains("sync: ");
    }

    @Test
    void run_store_keepsWhatIsStored() {
        Path file = source(folder, "Kept.java", """
                class Kept {
                    static int ran(int n) { System.out.println("ran"); return n + 1; }
                    public static void main(String[] a) { System.out.println(task(Kept::ran).stored().call(1).compute()); }
                }""");
        String store = folder.resolve("kept").toString();

        assertThat(bide("run", "--store", store, file)).isEqualTo(new Outcome(0, "ran\n2\n", ""));
        assertThat(bide("run", "--store", store, file)).isEqualTo(new Outcome(0, "2\n", ""));
        assertThat(bide("run", "--store", store, "--summary", file).err()).contains("(1 resumed)");
    }

    @Test
    void run_scheduler_becomesTheDefault() {
        Path file = source(folder, "Where.java", """
                class Where {
                    public static void main(String[] a) {
                        System.out.println(dev.bide.Schedulers.defaultScheduler());
                        System.out.println(on(1).call(x -> Thread.currentThread().getName()).compute());
                    }
                }""");
        assertThat(bide("run", file, "--scheduler", "sync").out())
                .isEqualTo("sync\n" + Thread.currentThread().getName() + "\n");
        assertThat(bide("run", "-s", "threads(2)", file).out()).startsWith("threads(2)\n");
    }

    @Test
    void run_unknownScheduler_listsThem() {
        Path file = file(folder, "Unrun.java", "class Unrun { void main() { System.out.println(1); } }");
        Outcome outcome = bide("run", file, "--scheduler", "fast");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .startsWith("bide: there is no scheduler 'fast'")
                .contains("sync, threads");
    }

    @Test
    void run_missingFile_saysWhereItLooked() {
        Outcome outcome = bide("run", "Missing.java");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualTo("bide: there is no file 'Missing.java' here ("
                        + Path.of("").toAbsolutePath() + ")\n");
    }

    @Test
    void run_unknownExample_listsTheExamples() {
        Outcome outcome = bide("run", "nested");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("bide: 'nested' is no source file").contains("nested-cv");
    }

    @Test
    void run_fileOfAnotherKind_isNoProgram() {
        Path file = file(folder, "data.csv", "1,2");
        assertThat(bide("run", file).err()).startsWith("bide: '" + file + "' is no source file (they end in .java)");
    }

    @Test
    void run_compileError_showsFileAndLine() {
        Path file = file(folder, "Broken.java", "class Broken {\n    int x = \"text\";\n}\n");
        assertThat(bide("run", file)).isEqualTo(new Outcome(1, "", """
                        bide: %1$s does not compile:
                        %1$s:2: error: incompatible types: String cannot be converted to int
                            int x = "text";
                                    ^
                        1 error
                        """.formatted(file)));
    }

    @Test
    void run_classPath_servesCompilerAndProgram() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes/com/acme"));
        Files.write(classes.resolve("Lib.class"), library());
        Path file = file(folder, "User.java", """
                class User { public static void main(String[] a) { System.out.println(com.acme.Lib.hello()); } }""");
        assertThat(bide("run", file).err()).contains("package com.acme does not exist");
        assertThat(bide("run", file, "--class-path", folder.resolve("classes")))
                .isEqualTo(new Outcome(0, "hello\n", ""));
    }

    private byte[] library() {
        Path file = file(folder, "Lib.java", """
                package com.acme;
                public class Lib { public static String hello() { return "hello"; } }""");
        return Compilation.of(file, ClassPath.parse(""), SourceProgram.compiler())
                .bytes()
                .get("com.acme.Lib");
    }
}
