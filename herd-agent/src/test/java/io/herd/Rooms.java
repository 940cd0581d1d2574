package io.herd;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;

/** The packages below a root, drawn as text, and what holds for all of them. */
public final class Rooms {

    // Files that somebody can have in mind.
    private static final int MOST = 35;

    private Rooms() {}

    /** A line for each that uses others: {@code room: others}, all in the order of their names. */
    public static String of(String root, JavaClasses classes) {
        Map<String, Set<String>> uses = new TreeMap<>();
        for (var from : classes) {
            from.getDirectDependenciesFromSelf().stream()
                    .map(Dependency::getTargetClass)
                    .map(JavaClass::getPackageName)
                    .filter(to -> isBelow(root, to) && !to.equals(from.getPackageName()))
                    .forEach(to ->
                            uses.computeIfAbsent(
                                            name(root, from.getPackageName()), _ -> new TreeSet<>())
                                    .add(name(root, to)));
        }
        return uses.entrySet().stream()
                .map(it -> it.getKey() + ": " + String.join(" ", it.getValue()) + "\n")
                .collect(joining());
    }

    /** How many files each has. */
    private static Map<String, Long> sizes(String root, JavaClasses classes) {
        Map<String, Long> sizes = new TreeMap<>();
        classes.stream()
                .filter(JavaClass::isTopLevelClass)
                .map(JavaClass::getPackageName)
                .filter(room -> isBelow(root, room))
                .forEach(room -> sizes.merge(name(root, room), 1L, Long::sum));
        return sizes;
    }

    public static void assertNoneIsCrowded(String root, JavaClasses classes) {
        assertThat(sizes(root, classes))
                .allSatisfy((room, files) -> assertThat(files).as(room).isLessThanOrEqualTo(MOST));
    }

    public static void assertNullMarked(String root, JavaClasses classes) {
        assertThat(classes.getPackage(root).getSubpackagesInTree())
                .filteredOn(room -> !room.getClasses().isEmpty())
                .allSatisfy(room ->
                        assertThat(room.isAnnotatedWith(NullMarked.class))
                                .as(room.getName())
                                .isTrue());
    }

    /** Nobody knows the library but this room. */
    public static ArchRule only(String room, String library) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }

    private static boolean isBelow(String root, String room) {
        return room.equals(root) || room.startsWith(root + ".");
    }

    private static String name(String root, String room) {
        return room.equals(root) ? "main" : room.substring(root.length() + 1);
    }
}
