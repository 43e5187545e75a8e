package dev.bide.verify.architecture;

import static java.util.stream.Collectors.toMap;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import dev.bide.verify.architecture.SourceFile.Kind;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Test;

/** What a type lets others do. */
class TypesTest {
    @Test
    void classes_all_areFinalOrMeantToBeExtended() {
        new Rule(
                        "A class is final, sealed or abstract.",
                        "make it final, or abstract with a comment that says how to extend it.")
                .check(House.breaches(House.sources(Kind.MAIN, Kind.TEMPLATE, Kind.GENERATED), OpenClasses::new));
    }

    @Test
    void publicTypes_ofEachModule_areExportedOrInternal() {
        Map<String, List<String>> exports = House.sources(Kind.MAIN)
                .filter(file -> file.path().endsWith("/module-info.java"))
                .collect(toMap(SourceFile::module, file -> House.matches("exports\\s+([\\w.]+)", file.text())));

        new Rule(
                        "module-info says what is exported: a public type is in such a package, or in an internal one.",
                        "make the type package-private, move it, or export its package.")
                .check(House.sources(Kind.MAIN, Kind.GENERATED)
                        .filter(file -> exports.containsKey(file.module()))
                        .filter(file -> file.unit().getModule() == null)
                        .filter(file -> isHidden(file.packageName(), exports.get(file.module())))
                        .flatMap(TypesTest::publicTypes)
                        .toList());
    }

    private static boolean isHidden(String packageName, List<String> exported) {
        return !exported.contains(packageName) && !packageName.contains(".internal");
    }

    private static Stream<String> publicTypes(SourceFile file) {
        return file.unit().getTypeDecls().stream()
                .filter((Tree type) -> type instanceof ClassTree declared
                        && declared.getModifiers().getFlags().contains(Modifier.PUBLIC))
                .map(type -> file.path() + ":" + file.firstLine(type));
    }
}
