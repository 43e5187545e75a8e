package dev.bide.cli;

import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * A source file, compiled: calls the main of the class named like the file, else of the first class that has one.
 *
 * @param loader the loader of its classes
 * @param main where it starts
 */
record SourceProgram(ProgramLoader loader, MainMethod main) implements Program {
    static SourceProgram compile(Path file, ClassPath classPath) throws ClassNotFoundException {
        CompiledClasses classes = Compilation.of(file, classPath, compiler());
        ProgramLoader loader = new ProgramLoader(classes, classPath.urls());
        return new SourceProgram(loader, mainOf(file, loader.topLevelClasses()));
    }

    /** Asked for before {@link Compilation}, which cannot even be loaded where there is none. */
    static JavaCompiler compiler() {
        JavaCompiler found = ToolProvider.getSystemJavaCompiler();
        if (found == null) {
            throw Refusal.program("the Java in " + System.getProperty("java.home") + " has no compiler: it is a JRE."
                    + " Install a JDK, 17 or newer, and let JAVA_HOME name it.");
        }
        return found;
    }

    private static MainMethod mainOf(Path file, List<Class<?>> types) {
        String name = file.getFileName().toString().replaceFirst("\\.java$", "");
        return types.stream()
                .filter(type -> type.getSimpleName().equals(name))
                .flatMap(type -> MainMethod.of(type).stream())
                .findFirst()
                .or(() -> types.stream()
                        .flatMap(type -> MainMethod.of(type).stream())
                        .findFirst())
                .orElseThrow(() -> Refusal.program(
                        file + " has no main. Give a class in it: public static void main(String... args)"));
    }

    @Override
    public void start(String... arguments) throws Throwable {
        Thread.currentThread().setContextClassLoader(loader);
        main.call(arguments);
    }
}
