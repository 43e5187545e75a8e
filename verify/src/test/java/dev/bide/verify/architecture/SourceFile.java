package dev.bide.verify.architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** A parsed source file; its path begins with its module. */
record SourceFile(String path, String text, CompilationUnitTree unit, SourcePositions positions) {
    /** What a source file is for. */
    enum Kind {
        MAIN("src/main/java/"),
        TEMPLATE("src/main/arity/"),
        GENERATED("target/generated-sources/"),
        TEST("src/test/java/");

        private final String folder;

        Kind(String folder) {
            this.folder = folder;
        }

        /** Where a module has sources of this kind. */
        String folder() {
            return folder;
        }
    }

    static List<SourceFile> parse(List<SourceText> texts) {
        JavacTask task = (JavacTask)
                ToolProvider.getSystemJavaCompiler().getTask(null, null, null, List.of("-proc:none"), null, texts);
        SourcePositions positions = Trees.instance(task).getSourcePositions();
        List<SourceFile> parsed = new ArrayList<>();
        try {
            for (CompilationUnitTree unit : task.parse()) {
                JavaFileObject file = unit.getSourceFile();
                String text = file.getCharContent(true).toString();
                parsed.add(new SourceFile(file.getName(), text, unit, positions));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parsed;
    }

    String module() {
        return path.substring(0, path.indexOf('/'));
    }

    String packageName() {
        return String.valueOf(unit.getPackageName());
    }

    Kind kind() {
        return Stream.of(Kind.values())
                .filter(kind -> path.startsWith(kind.folder(), module().length() + 1))
                .findFirst()
                .orElseThrow();
    }

    int lines() {
        return (int) text.lines().count();
    }

    long firstLine(Tree tree) {
        return line(positions.getStartPosition(unit, tree));
    }

    long lastLine(Tree tree) {
        return line(positions.getEndPosition(unit, tree));
    }

    /** The line of a position in the text. */
    long line(long position) {
        return unit.getLineMap().getLineNumber(position);
    }
}
