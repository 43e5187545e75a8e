package dev.bide.verify.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LambdaExpressionTree.BodyKind;
import com.sun.source.tree.Tree;
import java.util.EnumSet;
import java.util.Set;

/** Finds statements in too many others. A method's own statements have depth 1; {@code else if} adds none. */
final class DeepNesting extends Scan {
    static final int LIMIT = 4;

    private static final Set<Tree.Kind> NESTING = EnumSet.of(
            Tree.Kind.FOR_LOOP,
            Tree.Kind.ENHANCED_FOR_LOOP,
            Tree.Kind.WHILE_LOOP,
            Tree.Kind.DO_WHILE_LOOP,
            Tree.Kind.SWITCH,
            Tree.Kind.SWITCH_EXPRESSION,
            Tree.Kind.TRY,
            Tree.Kind.SYNCHRONIZED);

    private int depth = 1;

    @Override
    public Void scan(Tree tree, SourceFile file) {
        if (tree == null || !NESTING.contains(tree.getKind())) {
            return super.scan(tree, file);
        }
        return inside(tree, file, () -> super.scan(tree, file));
    }

    @Override
    public Void visitIf(IfTree tree, SourceFile file) {
        scan(tree.getCondition(), file);
        inside(tree.getThenStatement(), file, () -> scan(tree.getThenStatement(), file));
        Tree otherwise = tree.getElseStatement();
        return otherwise == null || otherwise instanceof IfTree
                ? scan(otherwise, file)
                : inside(otherwise, file, () -> scan(otherwise, file));
    }

    @Override
    public Void visitLambdaExpression(LambdaExpressionTree tree, SourceFile file) {
        return tree.getBodyKind() == BodyKind.STATEMENT
                ? inside(tree, file, () -> super.visitLambdaExpression(tree, file))
                : super.visitLambdaExpression(tree, file);
    }

    @Override
    public Void visitClass(ClassTree tree, SourceFile file) {
        int outside = depth;
        depth = 1;
        super.visitClass(tree, file);
        depth = outside;
        return null;
    }

    private Void inside(Tree tree, SourceFile file, Runnable visit) {
        depth++;
        if (depth == LIMIT + 1) {
            breach(file, tree, "what is in here has depth " + depth);
        }
        visit.run();
        depth--;
        return null;
    }
}
