package dev.bide.verify.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import dev.bide.verify.architecture.SourceFile.Kind;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The classes of the module core, those that are generated too. */
final class Core {
    private static final String INTERNAL = "dev.bide.internal.";
    private static final Set<String> PACKAGES = sources()
            .filter(file -> !file.packageName().equals("null"))
            .map(SourceFile::packageName)
            .collect(Collectors.toCollection(TreeSet::new));

    private Core() {}

    static Set<String> packages() {
        return PACKAGES;
    }

    static boolean has(JavaClass type) {
        return PACKAGES.contains(type.getBaseComponentType().getPackageName());
    }

    static Stream<JavaClass> classes() {
        return House.classes().stream().filter(Core::has);
    }

    static Stream<Dependency> dependencies() {
        return classes().flatMap(type -> type.getDirectDependenciesFromSelf().stream());
    }

    static Stream<JavaClass> classesOutsideInternal() {
        return classes().filter(type -> !type.getPackageName().startsWith(INTERNAL));
    }

    static Stream<SourceFile> sourcesOutsideInternal() {
        return sources().filter(file -> !file.packageName().startsWith(INTERNAL));
    }

    private static Stream<SourceFile> sources() {
        return House.sources(Kind.MAIN, Kind.GENERATED)
                .filter(file -> file.module().equals("core"));
    }
}
