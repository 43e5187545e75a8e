package dev.bide.verify.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may know whom. */
class ArrowsTest {
    private static final CoreDrawing DRAWING = CoreDrawing.read();

    @Test
    void core_eachPackage_isInTheDrawing() {
        new Rule(DRAWING.rule(), "draw the package into CONTRIBUTING.md, above all that it knows.")
                .check(Core.packages().stream()
                        .filter(name -> !DRAWING.packages().contains(name))
                        .toList());
    }

    @Test
    void core_eachDependency_pointsDown() {
        new Rule(DRAWING.rule(), "move what is needed below the one who needs it, or let the upper one pass it down.")
                .check(Core.dependencies()
                        .filter(dependency -> Core.has(dependency.getTargetClass()))
                        .filter(dependency -> !DRAWING.allows(
                                dependency.getOriginClass().getPackageName(),
                                dependency
                                        .getTargetClass()
                                        .getBaseComponentType()
                                        .getPackageName()))
                        .map(Dependency::getDescription)
                        .toList());
    }

    @Test
    void core_outsideItself_knowsTheJdkAndJSpecifyOnly() {
        new Rule(
                        "core: the library; no dependency but JSpecify.",
                        "write the few lines that are needed, or move the class to a module that may have the library.")
                .check(Core.dependencies()
                        .filter(dependency -> !Core.has(dependency.getTargetClass()))
                        .filter(dependency -> !isAllowedLibrary(dependency.getTargetClass()))
                        .map(Dependency::getDescription)
                        .toList());
    }

    @Test
    void packages_inAllModules_haveNoCycles() {
        new Rule("No package cycles.", "move the class that closes the circle to the package that it serves.")
                .check(slices().assignedFrom(new EachPackage())
                        .should()
                        .beFreeOfCycles()
                        .evaluate(House.classes())
                        .getFailureReport()
                        .getDetails());
    }

    @Test
    void modules_inTheParentPom_areChecked() {
        String pom = House.text("verify/pom.xml");

        new Rule("The architecture test in verify holds for all modules.", "add it to verify/pom.xml, with scope test.")
                .check(House.modules().stream()
                        .filter(module -> !module.equals("verify"))
                        .filter(module -> !pom.contains("<artifactId>bide-" + module + "</artifactId>"))
                        .toList());
    }

    private static boolean isAllowedLibrary(JavaClass type) {
        JavaClass component = type.getBaseComponentType();
        return component.isPrimitive()
                || Stream.of("java.", "jdk.jfr.", "org.jspecify.").anyMatch(component.getName()::startsWith);
    }

    private static final class EachPackage implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "each package";
        }
    }
}
