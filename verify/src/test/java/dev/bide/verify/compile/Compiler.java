package dev.bide.verify.compile;

import dev.bide.Bide;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.jspecify.annotations.NullMarked;

/** A compiler that programs with Bide are written for, with the core on its class path. */
enum Compiler {
    /** The compiler of the running JDK at its own language level; goes on after a type error to find them all. */
    JAVAC {
        @Override
        JavaCompiler compiler() {
            return ToolProvider.getSystemJavaCompiler();
        }

        @Override
        Stream<String> options() {
            return Stream.of("-XDshould-stop.ifError=FLOW");
        }
    },

    /** The compiler of Eclipse and of VS Code, at Bide's baseline. */
    ECJ {
        @Override
        JavaCompiler compiler() {
            return new EclipseCompiler();
        }

        @Override
        Stream<String> options() {
            return Stream.of("--release", "17");
        }
    };

    abstract JavaCompiler compiler();

    abstract Stream<String> options();

    /** Compiles the sources together and gives the errors, in the order of their places. */
    List<CompileError> errors(List<Path> sources) {
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        JavaCompiler compiler = compiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(found, Locale.ENGLISH, null);
                JavaFileManager discarding = new DiscardingFiles(files)) {
            Iterable<? extends JavaFileObject> units = files.getJavaFileObjectsFromPaths(sources);
            compiler.getTask(Writer.nullWriter(), discarding, found, allOptions(), null, units)
                    .call();
            return errors(found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Works on a copy: to spell out a message javac may load a class, and then collect what it has to say of that. */
    private static List<CompileError> errors(DiagnosticCollector<JavaFileObject> found) {
        return List.copyOf(found.getDiagnostics()).stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(CompileError::of)
                .sorted(Comparator.comparing(CompileError::file).thenComparingLong(CompileError::line))
                .toList();
    }

    private List<String> allOptions() {
        String classPath = home(Bide.class) + File.pathSeparator + home(NullMarked.class);
        return Stream.concat(options(), Stream.of("-proc:none", "-classpath", classPath))
                .toList();
    }

    private static Path home(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
