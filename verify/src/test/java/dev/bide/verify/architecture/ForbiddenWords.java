package dev.bide.verify.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.Name;

/** Finds other words for dependency and dependent, in names and in comments. A JVM or a process may be a child. */
final class ForbiddenWords extends Scan {
    private static final Set<String> WORDS = Set.of("parent", "parents", "child", "children", "upstream", "downstream");
    private static final Pattern IN_COMMENT =
            Pattern.compile("(?i)\\b(?:parents?|child(?:ren)?|(?:up|down)stream)\\b(?! (?:JVM|process))");

    @Override
    public Void visitCompilationUnit(CompilationUnitTree unit, SourceFile file) {
        Words.inComments(IN_COMMENT, file.text())
                .forEach(word -> breach(file, file.line(word.start()), "a comment says " + word.group()));
        return super.visitCompilationUnit(unit, file);
    }

    @Override
    public Void visitClass(ClassTree tree, SourceFile file) {
        check(tree, tree.getSimpleName(), file);
        return super.visitClass(tree, file);
    }

    @Override
    public Void visitMethod(MethodTree tree, SourceFile file) {
        check(tree, tree.getName(), file);
        return super.visitMethod(tree, file);
    }

    @Override
    public Void visitVariable(VariableTree tree, SourceFile file) {
        check(tree, tree.getName(), file);
        return super.visitVariable(tree, file);
    }

    private void check(Tree tree, Name name, SourceFile file) {
        if (Words.of(name).stream().anyMatch(WORDS::contains)) {
            breach(file, tree, "the name " + name);
        }
    }
}
