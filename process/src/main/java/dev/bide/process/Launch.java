package dev.bide.process;

import java.io.File;
import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.module.ResolvedModule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * How to start a worker's JVM. All but the worker's own few words is in an argument file: a class path may be longer than a
 * command line, and a password among the system properties is nobody else's.
 *
 * @param arguments what is in the argument file
 * @param main what to run, as on the command line of {@code java}
 * @param environment variables beside the driver's
 */
record Launch(List<String> arguments, List<String> main, Map<String, String> environment) {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    /** They hold flags for any JVM. Those of the driver's that are for workers, too, are in the argument file. */
    private static final List<String> LEFT_OUT = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    static Launch of(Class<?> main, List<Path> classPath, List<String> flags, Map<String, String> environment) {
        List<String> arguments = new ArrayList<>(flags);
        if (!classPath.isEmpty()) {
            arguments.add("-cp");
            arguments.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
            return new Launch(arguments, List.of(main.getName()), environment);
        }
        if (!Objects.equals(main.getClassLoader(), ClassLoader.getSystemClassLoader())) {
            throw new IllegalStateException("workers find no Bide on this program's class path, for it was loaded by "
                    + main.getClassLoader() + "; name one with Processes.workers(n).classPath(..)");
        }
        arguments.add("-cp");
        arguments.add(System.getProperty("java.class.path", ""));
        if (!main.getModule().isNamed()) {
            return new Launch(arguments, List.of(main.getName()), environment);
        }
        arguments.add("--module-path");
        arguments.add(System.getProperty("jdk.module.path", ""));
        arguments.add("--add-modules");
        arguments.add(modules(ModuleLayer.boot().configuration()));
        return new Launch(arguments, List.of("-m", main.getModule().getName() + "/" + main.getName()), environment);
    }

    /** The process, not yet started, of one worker. */
    ProcessBuilder worker(Folder folder, int number, int threads) {
        List<String> command = new ArrayList<>();
        command.add(JAVA);
        command.add("@" + folder.file(Folder.ARGUMENTS));
        command.addAll(main);
        command.add(folder.toString());
        command.add(Integer.toString(number));
        command.add(Integer.toString(threads));
        ProcessBuilder process = new ProcessBuilder(command);
        process.environment().keySet().removeAll(LEFT_OUT);
        process.environment().putAll(environment);
        return process;
    }

    void writeArguments(Folder folder) throws IOException {
        ArgumentFile.write(folder.file(Folder.ARGUMENTS), arguments);
    }

    /** The program's modules. What the driver has resolved, a task in a worker may need. */
    private static String modules(Configuration configuration) {
        ModuleFinder system = ModuleFinder.ofSystem();
        return configuration.modules().stream()
                .map(ResolvedModule::name)
                .filter(name -> system.find(name).isEmpty())
                .sorted()
                .collect(Collectors.joining(","));
    }
}
