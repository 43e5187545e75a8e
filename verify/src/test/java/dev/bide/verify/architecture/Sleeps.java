package dev.bide.verify.architecture;

import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import java.util.Set;
import javax.lang.model.element.Name;

/** Finds waits for time to pass. */
final class Sleeps extends Scan {
    private static final Set<String> SLEEPING = Set.of("sleep", "parkNanos", "parkUntil");

    @Override
    public Void visitMemberSelect(MemberSelectTree tree, SourceFile file) {
        check(tree, tree.getIdentifier(), file);
        return super.visitMemberSelect(tree, file);
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree tree, SourceFile file) {
        check(tree, tree.getName(), file);
        return super.visitMemberReference(tree, file);
    }

    private void check(Tree tree, Name name, SourceFile file) {
        if (SLEEPING.contains(name.toString())) {
            breach(file, tree, tree.toString());
        }
    }
}
