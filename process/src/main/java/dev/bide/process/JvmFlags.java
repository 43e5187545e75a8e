package dev.bide.process;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** The flags that workers' JVMs are started with. */
final class JvmFlags {
    /** What decides which classes there are and what they may do: a task must meet the same in a worker as in the driver. */
    private static final List<String> HANDED_ON = List.of(
            "-D",
            "-ea",
            "-da",
            "-esa",
            "-dsa",
            "-enableassertions",
            "-disableassertions",
            "-enablesystemassertions",
            "-disablesystemassertions",
            "-Xss",
            "-Xbootclasspath/a:",
            "--add-opens=",
            "--add-exports=",
            "--add-reads=",
            "--add-modules=",
            "--limit-modules=",
            "--patch-module=",
            "--upgrade-module-path=",
            "--enable-native-access=",
            "--illegal-native-access=",
            "--sun-misc-unsafe-memory-access=",
            "--enable-final-field-mutation=",
            "--illegal-final-field-mutation=",
            "--enable-preview",
            "-XX:+IgnoreUnrecognizedVMOptions");

    /** Properties that belong to one JVM: what it was started with, and ports that it listens on. */
    private static final List<String> ITS_OWN = List.of(
            "-Djava.class.path=", "-Djdk.module.", "-Dsun.java.", "-Dcom.sun.management.", "-Djava.rmi.server.");

    /** Output is decoded as UTF-8, so it is encoded so, by old JDKs and new ones. */
    private static final List<String> OUTPUT = List.of(
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8",
            "-Dsun.stdout.encoding=UTF-8",
            "-Dsun.stderr.encoding=UTF-8");

    /** Keeps newer JVMs quiet about what the codec does; older ones lack the flag. */
    private static final List<String> QUIET =
            Runtime.version().feature() < 24 ? List.of() : List.of("--sun-misc-unsafe-memory-access=allow");

    private static final List<String> CHOSEN_ELSEWHERE = List.of("-cp", "-classpath", "--class-path", "-jar");

    private JvmFlags() {}

    /** All flags; the later ones win. */
    static List<String> all(String heap, List<String> chosen) {
        List<String> all = new ArrayList<>(OUTPUT);
        all.addAll(QUIET);
        all.addAll(inherited(ManagementFactory.getRuntimeMXBean().getInputArguments()));
        all.add(heap);
        all.addAll(chosen);
        return all;
    }

    /** Those flags of the driver's JVM that workers get, too. */
    static List<String> inherited(List<String> ofDriver) {
        return ofDriver.stream()
                .filter(flag -> HANDED_ON.stream().anyMatch(flag::startsWith))
                .filter(flag -> ITS_OWN.stream().noneMatch(flag::startsWith))
                .toList();
    }

    static String checked(String flag) {
        if (!flag.startsWith("-") || flag.equals("-")) {
            throw new IllegalArgumentException("jvmFlags: \"" + flag + "\" is no flag; each begins with a \"-\"");
        }
        if (CHOSEN_ELSEWHERE.stream().anyMatch(name -> flag.equals(name) || flag.startsWith(name + "="))) {
            throw new IllegalArgumentException("jvmFlags: \"" + flag + "\" is chosen by classPath(..)");
        }
        return flag;
    }
}
