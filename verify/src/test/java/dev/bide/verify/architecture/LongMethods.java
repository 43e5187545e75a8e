package dev.bide.verify.architecture;

import com.sun.source.tree.MethodTree;

/** Finds methods with too many lines, from the first of the signature to the closing brace. */
final class LongMethods extends Scan {
    static final int LIMIT = 40;

    @Override
    public Void visitMethod(MethodTree method, SourceFile file) {
        long lines = file.lastLine(method) - file.firstLine(method) + 1;
        if (lines > LIMIT) {
            breach(file, method, method.getName() + " has " + lines + " lines");
        }
        return super.visitMethod(method, file);
    }
}
