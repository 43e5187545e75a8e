package dev.bide.verify.architecture;

import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;

/** Walks through one source file and notes what breaks a rule. For one use. */
abstract class Scan extends TreeScanner<Void, SourceFile> {
    private final List<String> breaches = new ArrayList<>();

    final List<String> over(SourceFile file) {
        scan(file.unit(), file);
        return breaches;
    }

    final void breach(SourceFile file, Tree where, String what) {
        breach(file, file.firstLine(where), what);
    }

    final void breach(SourceFile file, long line, String what) {
        breaches.add(file.path() + ":" + line + ": " + what);
    }
}
