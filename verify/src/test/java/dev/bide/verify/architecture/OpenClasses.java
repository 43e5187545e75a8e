package dev.bide.verify.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Finds classes that anyone may extend though nobody thought of it. */
final class OpenClasses extends Scan {
    private static final Set<Modifier> DECIDED = Set.of(Modifier.FINAL, Modifier.ABSTRACT, Modifier.SEALED);

    @Override
    public Void visitClass(ClassTree tree, SourceFile file) {
        boolean isClass = tree.getKind() == Tree.Kind.CLASS;
        if (isClass && tree.getModifiers().getFlags().stream().noneMatch(DECIDED::contains)) {
            breach(file, tree, "class " + tree.getSimpleName() + " is open");
        }
        return super.visitClass(tree, file);
    }

    /** A class without a name cannot be extended; what is in its body can. */
    @Override
    public Void visitNewClass(NewClassTree tree, SourceFile file) {
        scan(tree.getArguments(), file);
        return tree.getClassBody() == null ? null : scan(tree.getClassBody().getMembers(), file);
    }
}
