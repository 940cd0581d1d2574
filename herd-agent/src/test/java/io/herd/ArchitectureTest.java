package io.herd;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.herd.Rooms.only;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The drawing of docs/architecture.md: the rooms, which way the arrows point, and what each room
 * keeps to itself.
 */
@AnalyzeClasses(packages = "io.herd", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    /** Each room, and the rooms below it that it uses. */
    private static final String DRAWING =
            """
            action: api model
            agent: action api audit cluster cluster.jgroups cluster.socket cluster.transport concurrent docker docker.http engine engine.docker gateway guard json json.docker json.wire model policy stream template users
            audit: action api guard json.wire model policy
            cluster: action model stream
            cluster.jgroups: action cluster cluster.transport json.wire model stream
            cluster.socket: action cluster json.wire model stream
            cluster.transport: cluster model
            concurrent: model
            docker: action api cluster concurrent engine herd herd.answer herd.creation json json.api json.docker model stream
            docker.http: action api cluster cluster.socket cluster.transport concurrent docker engine http json.api model
            doctor: action cluster herd herd.answer model
            engine: action api model
            engine.docker: action api concurrent engine engine.docker.http engine.docker.layer json json.docker json.text model
            engine.docker.http: model
            gateway: action api cluster cluster.socket herd herd.answer herd.creation http json.docker json.dockermod json.text json.wire model template
            guard: action api engine json json.docker model policy
            herd: action cluster concurrent herd.answer herd.creation json json.docker model stream template
            herd.answer: action cluster concurrent json model
            herd.creation: action cluster concurrent herd.answer json.docker json.text model template
            http: api
            json: model
            json.api: json json.docker model
            json.docker: action json json.text json.wire model
            json.dockermod: json json.text model
            json.policy: json json.text policy
            json.text: json model
            json.wire: action api json json.text model
            policy: action api json.docker model
            stream: action json.text json.wire model
            template: json.text model
            users: json.policy json.text model policy
            """;

    @ArchTest
    static void theRoomsUseEachOtherAsDrawn(JavaClasses classes) {
        assertThat(Rooms.of("io.herd", classes)).isEqualTo(DRAWING);
    }

    @ArchTest
    static void noRoomIsCrowded(JavaClasses classes) {
        Rooms.assertNoneIsCrowded("io.herd", classes);
    }

    @ArchTest
    static final ArchRule noCycles = slices().matching("io.herd.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule jgroupsStaysInItsRoom = only("io.herd.cluster.jgroups", "org.jgroups..");

    @ArchTest
    static final ArchRule dockerJavaStaysInItsRoom =
            only("io.herd.engine.docker..", "com.github.dockerjava..");

    @ArchTest
    static final ArchRule commonsCompressStaysInItsRoom =
            only("io.herd.engine.docker.layer", "org.apache.commons.compress..");

    @ArchTest
    static final ArchRule gsonStaysInItsRoom = only("io.herd.json..", "com.google.gson..");

    @ArchTest
    static final ArchRule httpCoreStaysInItsRoom = only("io.herd.http", "org.apache.hc..");

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
        Rooms.assertNullMarked("io.herd", classes);
    }

    @ArchTest
    static final ArchRule nobodyPrints =
            noClasses()
                    .should()
                    .accessField(System.class, "out")
                    .orShould()
                    .accessField(System.class, "err");
}
