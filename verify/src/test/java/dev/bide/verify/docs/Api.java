package dev.bide.verify.docs;

import dev.bide.Bide;
import dev.bide.cluster.ignite.IgniteScheduler;
import dev.bide.diagnostics.Diagnostics;
import dev.bide.micrometer.BideMetrics;
import dev.bide.opentelemetry.BideTracing;
import dev.bide.process.Processes;
import dev.bide.remote.Brain;
import dev.bide.store.Inventory;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The names that a page may use: the public types of the exported packages of core and of the modules for users, of the guide's programs and of the JDK. */
final class Api {
    private static final List<String> JDK = List.of(
            "java.lang",
            "java.util",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "java.util.function",
            "java.util.stream",
            "java.nio.file",
            "java.io",
            "java.time");

    private static final List<Class<?>> MODULES = List.of(
            Bide.class,
            Diagnostics.class,
            BideMetrics.class,
            BideTracing.class,
            Inventory.class,
            Brain.class,
            Processes.class,
            IgniteScheduler.class);

    private final Map<String, Class<?>> types = new HashMap<>();

    /** Several may have one simple name. */
    private final List<Class<?>> all = new ArrayList<>();

    private Api() {}

    static Api of(List<GuideProgram> programs) throws IOException, URISyntaxException, ClassNotFoundException {
        Api api = new Api();
        for (Class<?> module : MODULES) {
            for (String name : exportedClasses(module)) {
                Class<?> type = Class.forName(name, false, module.getClassLoader());
                if (Modifier.isPublic(type.getModifiers())) {
                    api.add(type);
                }
            }
        }
        for (GuideProgram program : programs) {
            api.add(program.type());
            Arrays.stream(program.type().getDeclaredClasses()).forEach(api::add);
        }
        return api;
    }

    private void add(Class<?> type) {
        types.putIfAbsent(type.getSimpleName(), type);
        all.add(type);
    }

    private static List<String> exportedClasses(Class<?> ofModule) throws IOException, URISyntaxException {
        Path place = Path.of(
                ofModule.getProtectionDomain().getCodeSource().getLocation().toURI());
        Optional<ModuleReference> found =
                ModuleFinder.of(place).findAll().stream().findFirst();
        if (found.isEmpty()) {
            return classesBeside(ofModule, place);
        }
        ModuleReference module = found.get();
        List<String> packages = module.descriptor().isAutomatic()
                ? List.of(ofModule.getPackageName())
                : module.descriptor().exports().stream()
                        .map(export -> export.source())
                        .toList();
        try (ModuleReader reader = module.open();
                Stream<String> entries = reader.list()) {
            return entries.filter(entry -> entry.endsWith(".class"))
                    .map(entry -> entry.replace(".class", "").replace('/', '.'))
                    .filter(name -> packages.contains(name.substring(0, Math.max(0, name.lastIndexOf('.')))))
                    .toList();
        }
    }

    /** A folder that is no module, for want of a module-info: its package is there for all. */
    private static List<String> classesBeside(Class<?> type, Path place) throws IOException {
        Path folder = place.resolve(type.getPackageName().replace('.', '/'));
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class"))
                    .map(name -> type.getPackageName() + "." + name.replace(".class", ""))
                    .toList();
        }
    }

    /** The type with this simple name, if any page may use it. */
    Optional<Class<?>> type(String simpleName) {
        return Optional.<Class<?>>ofNullable(types.get(simpleName))
                .or(() -> JDK.stream()
                        .flatMap(name -> load(name + "." + simpleName))
                        .findFirst());
    }

    private static Stream<Class<?>> load(String name) {
        try {
            return Stream.of(Class.forName(name, false, Api.class.getClassLoader()));
        } catch (ClassNotFoundException | NoClassDefFoundError unknown) {
            return Stream.empty();
        }
    }

    /** Whether some type of Bide or of the guide has such a method; a negative number of arguments fits every method. */
    boolean method(String name, int arguments) {
        return all.stream().anyMatch(type -> method(type, name, arguments));
    }

    boolean method(Class<?> type, String name, int arguments) {
        return methods(type).stream()
                .anyMatch(method -> method.getName().equals(name)
                        && (arguments < 0 || method.isVarArgs() || method.getParameterCount() == arguments));
    }

    /** The public methods; of the guide's programs all. */
    private static List<Method> methods(Class<?> type) {
        List<Method> methods = new ArrayList<>(Arrays.asList(type.getMethods()));
        if (type.getPackageName().equals(GuideProgram.PACKAGE)) {
            methods.addAll(Arrays.asList(type.getDeclaredMethods()));
        }
        return methods;
    }

    /** Whether a type has a member with this name, whatever it is. */
    boolean member(Class<?> type, String name) {
        return name.equals("new")
                || method(type, name, -1)
                || Arrays.stream(type.getFields()).map(Field::getName).anyMatch(name::equals)
                || Arrays.stream(type.getClasses()).map(Class::getSimpleName).anyMatch(name::equals);
    }

    /** Whether this is the name of a constant, as of an enum. */
    boolean constant(String name) {
        return all.stream()
                .flatMap(type -> Arrays.stream(type.getFields()))
                .anyMatch(field -> field.getName().equals(name));
    }
}
