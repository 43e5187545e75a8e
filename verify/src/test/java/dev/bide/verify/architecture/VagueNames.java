package dev.bide.verify.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.Tree;
import java.util.Set;

/** Finds types and packages named after nothing in particular. */
final class VagueNames extends Scan {
    private static final Set<String> VAGUE = Set.of(
            "util",
            "utils",
            "utility",
            "utilities",
            "common",
            "commons",
            "helper",
            "helpers",
            "impl",
            "manager",
            "managers");

    @Override
    public Void visitPackage(PackageTree tree, SourceFile file) {
        check(tree, file.packageName(), file);
        return super.visitPackage(tree, file);
    }

    @Override
    public Void visitClass(ClassTree tree, SourceFile file) {
        check(tree, tree.getSimpleName().toString(), file);
        return super.visitClass(tree, file);
    }

    private void check(Tree tree, String name, SourceFile file) {
        if (Words.of(name).stream().anyMatch(VAGUE::contains)) {
            breach(file, tree, name);
        }
    }
}
