package io.herd.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.herd.Rooms.only;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.herd.Rooms;
import java.util.HashMap;

/** The upper half of the drawing in docs/architecture.md. */
@AnalyzeClasses(packages = "io.herd.cli", importOptions = DoNotIncludeTests.class)
class CliArchitectureTest {

    /** Each room, and the rooms of this half that it uses. */
    private static final String DRAWING =
            """
            command: command.container command.filter command.image command.keep command.option command.resource command.user config context flow manual names render report stream
            command.completion: command command.filter command.option config context manual names
            command.container: archive command.creation command.filter command.option context copy flow registry render report stream
            command.creation: command.option context
            command.filter: command.option
            command.image: command.filter command.option context copy registry render report
            command.keep: command.option context render
            command.option: config context copy flow registry render stream
            command.resource: command.filter command.option context render report
            command.user: command.option context render
            config: context
            context: flow render
            copy: archive flow render report stream
            flow: render
            front: process
            hosted: command context flow render shell terminal
            main: command command.completion context hosted manual render shell terminal training
            manual: render
            names: manual
            render: layout
            report: flow registry render
            shell: command command.completion context flow names render report
            stream: flow render report
            terminal: context flow process render shell
            """;

    @ArchTest
    static void theRoomsUseEachOtherAsDrawn(JavaClasses classes) {
        assertThat(Rooms.of("io.herd.cli", classes)).isEqualTo(DRAWING);
    }

    @ArchTest
    static void noRoomIsCrowded(JavaClasses classes) {
        Rooms.assertNoneIsCrowded("io.herd.cli", classes);
    }

    @ArchTest
    static void noTwoClassesHaveOneName(JavaClasses classes) {
        var names = new HashMap<String, String>();
        new ClassFileImporter()
                .importPackages("io.herd").stream()
                        .filter(JavaClass::isTopLevelClass)
                        .filter(it -> !it.getSimpleName().equals("package-info"))
                        .forEach(it ->
                                assertThat(names.put(it.getSimpleName(), it.getName()))
                                        .as("of the name of " + it.getName())
                                        .isNull());
        assertThat(names).hasSizeGreaterThan(classes.size() / 2);
    }

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("io.herd.cli.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule picocliStaysInItsRoom = only("io.herd.cli.command..", "picocli..");

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
        Rooms.assertNullMarked("io.herd.cli", classes);
    }
}
