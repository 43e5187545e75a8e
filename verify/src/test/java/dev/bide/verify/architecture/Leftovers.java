package dev.bide.verify.architecture;

import com.sun.source.tree.CompilationUnitTree;
import java.util.regex.Pattern;

/** Finds comments about work that was put off. */
final class Leftovers extends Scan {
    private static final Pattern MARK = Pattern.compile("\\b(?:TODO|FIXME|XXX|HACK)\\b");

    @Override
    public Void visitCompilationUnit(CompilationUnitTree unit, SourceFile file) {
        Words.inComments(MARK, file.text()).forEach(mark -> breach(file, file.line(mark.start()), mark.group()));
        return null;
    }
}
