package io.herd;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
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

/**
 * The drawing of docs/architecture.md: the rooms, which way the arrows point, and what each room
 * keeps to itself.
 */
@AnalyzeClasses(packages = "io.herd", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule arrowsPointDown =
            layeredArchitecture()
                    .consideringOnlyDependenciesInLayers()
                    .layer("agent")
                    .definedBy("io.herd.agent")
                    .layer("gateway")
                    .definedBy("io.herd.gateway")
                    .layer("doctor")
                    .definedBy("io.herd.doctor")
                    .layer("herd")
                    .definedBy("io.herd.herd")
                    .layer("cluster.jgroups")
                    .definedBy("io.herd.cluster.jgroups")
                    .layer("cluster.socket")
                    .definedBy("io.herd.cluster.socket")
                    .layer("cluster")
                    .definedBy("io.herd.cluster")
                    .layer("stream")
                    .definedBy("io.herd.stream")
                    .layer("engine.docker")
                    .definedBy("io.herd.engine.docker")
                    .layer("engine")
                    .definedBy("io.herd.engine")
                    .layer("template")
                    .definedBy("io.herd.template")
                    .layer("json")
                    .definedBy("io.herd.json")
                    .layer("action")
                    .definedBy("io.herd.action")
                    .layer("model")
                    .definedBy("io.herd.model")
                    .whereLayer("agent")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("gateway")
                    .mayOnlyBeAccessedByLayers("agent")
                    .whereLayer("gateway")
                    .mayOnlyAccessLayers("herd", "template", "json", "action", "model")
                    .whereLayer("doctor")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("doctor")
                    .mayOnlyAccessLayers("herd", "cluster", "action", "model")
                    .whereLayer("herd")
                    .mayOnlyBeAccessedByLayers("agent", "gateway", "doctor")
                    .whereLayer("cluster.jgroups")
                    .mayOnlyBeAccessedByLayers("agent")
                    .whereLayer("cluster.socket")
                    .mayOnlyBeAccessedByLayers("agent")
                    .whereLayer("cluster")
                    .mayOnlyBeAccessedByLayers(
                            "agent", "doctor", "herd", "cluster.jgroups", "cluster.socket")
                    .whereLayer("stream")
                    .mayOnlyBeAccessedByLayers(
                            "agent", "herd", "cluster", "cluster.jgroups", "cluster.socket")
                    .whereLayer("engine.docker")
                    .mayOnlyBeAccessedByLayers("agent")
                    .whereLayer("engine")
                    .mayOnlyBeAccessedByLayers("agent", "engine.docker")
                    .whereLayer("template")
                    .mayOnlyBeAccessedByLayers("agent", "gateway", "herd")
                    .whereLayer("json")
                    .mayOnlyBeAccessedByLayers(
                            "agent",
                            "gateway",
                            "herd",
                            "cluster.jgroups",
                            "cluster.socket",
                            "stream",
                            "engine.docker",
                            "template")
                    .whereLayer("action")
                    .mayOnlyAccessLayers("model");

    @ArchTest
    static final ArchRule noCycles = slices().matching("io.herd.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule jgroupsStaysInItsRoom = only("io.herd.cluster.jgroups", "org.jgroups..");

    @ArchTest
    static final ArchRule dockerJavaStaysInItsRoom =
            only("io.herd.engine.docker", "com.github.dockerjava..");

    @ArchTest static final ArchRule gsonStaysInItsRoom = only("io.herd.json", "com.google.gson..");

    @ArchTest
    static final ArchRule theHttpServerStaysInItsRoom =
            only("io.herd.gateway", "com.sun.net.httpserver..");

    @ArchTest
    static final ArchRule prometheusStaysInItsRoom = only("io.herd.gateway", "io.prometheus..");

    @ArchTest
    static final ArchRule theModelKnowsOnlyItselfAndTheJdk =
            classes()
                    .that()
                    .resideInAPackage("io.herd.model")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage("io.herd.model", "java..", "org.jspecify..");

    @ArchTest
    static void everyRoomIsNullMarked(JavaClasses classes) {
        assertThat(classes.getPackage("io.herd").getSubpackagesInTree())
                .filteredOn(room -> !room.getClasses().isEmpty())
                .allSatisfy(room ->
                        assertThat(room.isAnnotatedWith(NullMarked.class))
                                .as(room.getName())
                                .isTrue());
    }

    @ArchTest
    static final ArchRule nobodyPrints =
            noClasses()
                    .should()
                    .accessField(System.class, "out")
                    .orShould()
                    .accessField(System.class, "err");

    private static ArchRule only(String room, String library) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }
}
