package dev.bide.cli;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/** Compiles one source file in memory, with lines and names for Bide's errors, for the JVM at hand. */
final class Compilation {
    private Compilation() {}

    static CompiledClasses of(Path file, ClassPath classPath, JavaCompiler compiler) {
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            // Without a source path of its own, javac looks for sources on the class path, too.
            files.setLocationFromPaths(StandardLocation.SOURCE_PATH, List.of());
            MemoryFiles memory = new MemoryFiles(files);
            SourceOrder order = new SourceOrder();
            StringWriter errors = new StringWriter();
            JavacTask task = (JavacTask)
                    compiler.getTask(errors, memory, null, options(classPath), null, files.getJavaFileObjects(file));
            task.addTaskListener(order);
            if (!task.call()) {
                throw Refusal.program(
                        file + " does not compile:\n" + errors.toString().stripTrailing());
            }
            return new CompiledClasses(memory.written(), order.topLevel());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> options(ClassPath classPath) {
        return List.of(
                "-g",
                "-parameters",
                "-proc:none",
                "-implicit:none",
                "-nowarn",
                "-Xlint:none",
                "-classpath",
                classPath.forCompiler());
    }

    /**
     * Notes in which order the classes stand in the source. The compiler writes a class after those it extends, so the order
     * of the class files does not tell.
     */
    private static final class SourceOrder implements TaskListener {
        private final List<String> topLevel = new ArrayList<>();

        @Override
        public void finished(TaskEvent event) {
            if (event.getKind() == TaskEvent.Kind.PARSE) {
                CompilationUnitTree source = event.getCompilationUnit();
                String prefix = source.getPackageName() == null ? "" : source.getPackageName() + ".";
                source.getTypeDecls().stream()
                        .filter(ClassTree.class::isInstance)
                        .forEach(type -> topLevel.add(prefix + ((ClassTree) type).getSimpleName()));
            }
        }

        List<String> topLevel() {
            return topLevel;
        }
    }
}
