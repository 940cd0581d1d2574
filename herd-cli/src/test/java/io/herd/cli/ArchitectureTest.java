package io.herd.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;

/** The upper half of the drawing in docs/architecture.md. */
@AnalyzeClasses(packages = "io.herd.cli", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule arrowsPointDown =
            layeredArchitecture()
                    .consideringOnlyDependenciesInLayers()
                    .layer("main")
                    .definedBy("io.herd.cli")
                    .layer("command")
                    .definedBy("io.herd.cli.command")
                    .layer("shell")
                    .definedBy("io.herd.cli.shell")
                    .layer("render")
                    .definedBy("io.herd.cli.render")
                    .layer("registry")
                    .definedBy("io.herd.cli.registry")
                    .layer("manual")
                    .definedBy("io.herd.cli.manual")
                    .layer("terminal")
                    .definedBy("io.herd.cli.terminal")
                    .layer("flow")
                    .definedBy("io.herd.cli.flow")
                    .layer("archive")
                    .definedBy("io.herd.cli.archive")
                    .layer("training")
                    .definedBy("io.herd.cli.training")
                    .whereLayer("training")
                    .mayOnlyBeAccessedByLayers("main")
                    .whereLayer("main")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("shell")
                    .mayOnlyBeAccessedByLayers("main", "terminal")
                    .whereLayer("command")
                    .mayOnlyBeAccessedByLayers("main", "shell", "terminal")
                    .whereLayer("render")
                    .mayOnlyBeAccessedByLayers("main", "command", "shell")
                    .whereLayer("flow")
                    .mayOnlyBeAccessedByLayers("main", "command", "shell", "terminal")
                    .whereLayer("registry")
                    .mayOnlyBeAccessedByLayers("command")
                    .whereLayer("archive")
                    .mayOnlyBeAccessedByLayers("command")
                    .whereLayer("archive")
                    .mayNotAccessAnyLayer()
                    .whereLayer("manual")
                    .mayOnlyBeAccessedByLayers("main", "command")
                    .whereLayer("terminal")
                    .mayOnlyBeAccessedByLayers("main");

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("io.herd.cli.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule picocliStaysInItsRoom = only("io.herd.cli.command", "picocli..");

    @ArchTest
    static final ArchRule jlineStaysInItsRoom = only("io.herd.cli.terminal", "org.jline..");

    @ArchTest
    static final ArchRule commonsCompressStaysInItsRoom =
            only("io.herd.cli.archive", "org.apache.commons..");

    @ArchTest
    static final ArchRule theAgentsLibrariesStayInTheirs =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.jgroups..",
                            "com.github.dockerjava..",
                            "com.google.gson..",
                            "com.sun.net.httpserver..",
                            "io.prometheus..");

    @ArchTest
    static final ArchRule onlyMainKnowsHowTheHerdIsReached =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("io.herd.cli")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("io.herd.cluster.jgroups", "io.herd.engine..");

    @ArchTest
    static final ArchRule commandsDoNotPrint =
            noClasses()
                    .should()
                    .accessField(System.class, "out")
                    .orShould()
                    .accessField(System.class, "err");

    @ArchTest
    static void everyRoomIsNullMarked(JavaClasses classes) {
        assertThat(classes.getPackage("io.herd.cli").getSubpackagesInTree())
                .allSatisfy(room ->
                        assertThat(room.isAnnotatedWith(NullMarked.class))
                                .as(room.getName())
                                .isTrue());
    }

    private static ArchRule only(String room, String library) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                // A room may still be empty: the shell comes later.
                .allowEmptyShould(true);
    }
}
