package dev.bide.verify.architecture;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.SynchronizedTree;
import javax.lang.model.element.Modifier;

/** Finds the keyword {@code synchronized}. */
final class Monitors extends Scan {
    @Override
    public Void visitSynchronized(SynchronizedTree tree, SourceFile file) {
        breach(file, tree, "a synchronized block");
        return super.visitSynchronized(tree, file);
    }

    @Override
    public Void visitMethod(MethodTree method, SourceFile file) {
        if (method.getModifiers().getFlags().contains(Modifier.SYNCHRONIZED)) {
            breach(file, method, method.getName() + " is synchronized");
        }
        return super.visitMethod(method, file);
    }
}
