package io.herd.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.herd.action.Action;
import io.herd.action.Action.CreateContainer;
import io.herd.action.Action.CreateResource;
import io.herd.action.Action.FindContainers;
import io.herd.action.Action.InspectContainer;
import io.herd.action.Action.ListContainers;
import io.herd.action.Action.OnBehalf;
import io.herd.action.Action.RemoveContainer;
import io.herd.action.Action.RemoveResource;
import io.herd.action.Failure;
import io.herd.action.Failure.Kind;
import io.herd.action.Outcome;
import io.herd.action.Outcome.Done;
import io.herd.action.Outcome.Failed;
import io.herd.action.Result;
import io.herd.action.Result.Created;
import io.herd.action.Result.Match;
import io.herd.action.Result.Matches;
import io.herd.action.Result.Quality;
import io.herd.action.Streaming;
import io.herd.audit.Audit;
import io.herd.engine.MemoryEngine;
import io.herd.guard.Guard;
import io.herd.json.policy.BadPolicyException;
import io.herd.json.policy.PolicyJson;
import io.herd.model.Caller;
import io.herd.model.Caller.By;
import io.herd.model.Deadline;
import io.herd.model.NodeName;
import io.herd.model.RawJson;
import io.herd.model.ResourceKind;
import io.herd.policy.Policy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Jane and Bob are no admins; Root is one. */
class GuardedNodeTest {

    private static final NodeName A = new NodeName("a");
    private static final Caller JANE = new Caller("jane", By.TOKEN, "b");
    private static final Caller BOB = new Caller("bob", By.SOCKET, "a");
    private static final Caller ROOT = new Caller("root", By.SOCKET, "a");
    private static final RawJson FORM = new RawJson("{\"Image\":\"busybox\"}");

    private final MemoryEngine engine = new MemoryEngine("busybox", "reg/dev/app:1");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private Path log;

    private Policy policy = Policy.USUAL;

    @SuppressWarnings("NullAway.Init")
    private GuardedNode node;

    @SuppressWarnings("NullAway.Init")
    private Guard guard;

    @BeforeEach
    void begin() {
        log = directory.resolve("audit.log");
        guard = new Guard(A, engine, () -> policy, true);
        node =
                new GuardedNode(
                        new LocalNode(A, engine),
                        guard,
                        Optional.of(new Audit(log, A, InstantSource.system())));
    }

    @Test
    void whatSomebodyCreatesIsHisOwn() throws Exception {
        assertThat(owner(created(JANE, "web"))).contains("\"herd.owner\":\"jane\"");
        assertThat(owner(created(ROOT, "db"))).contains("\"herd.owner\":\"root\"");
        done(JANE, new CreateResource(ResourceKind.VOLUME, new RawJson("{\"Name\":\"v\"}")));
        assertThat(engine.resources().inspect(ResourceKind.VOLUME, "v", soon()).text())
                .contains("\"herd.owner\":\"jane\"");
    }

    /** Of an admin likewise: else an image's label, or a template's, would give it to somebody. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Image\":\"busybox\",\"Labels\":{\"herd.owner\":\"bob\"}}",
                "{\"Image\":\"busybox\",\"Labels\":{\"Herd.Owner\":\"bob\"}}",
                "{\"Image\":\"busybox\",\"Labels\":{\" herd.owner \":\"bob\"}}",
                "{\"Image\":\"busybox\",\"Labels\":{\"herd\\u002eowner\":\"bob\"}}",
                "{\"Image\":\"busybox\",\"labels\":{\"a\":\"b\"}}",
                "{\"Image\":\"busybox\",\"Labels\":{},\"LABELS\":{\"a\":\"b\"}}",
                "{\"Image\":\"busybox\",\"Label\\u017f\":{\"a\":\"b\"}}",
                "{\"Image\":\"busybox\",\"HostConfig\":{\"Mounts\":[{\"Type\":\"volume\",\"Target\":\"/x\",\"VolumeOptions\":{\"Labels\":{\"herd.owner\":\"bob\"}}}]}}",
                "[]",
            })
    void aFormThatBringsTheLabelIsRefused(String form) {
        var create = new CreateContainer(Optional.empty(), new RawJson(form), false);

        assertThat(denied(JANE, create)).contains("the form is refused: ");
        assertThat(denied(ROOT, create)).contains("the form is refused: ");
    }

    @Test
    void anothersLooksDifferentOnlyForWhoIsNoAdmin() throws Exception {
        var bobs = created(BOB, "web");

        assertThat(denied(JANE, new RemoveContainer(bobs, true, true)))
                .isEqualTo(
                        "rule 'own' does not let 'jane' do container.rm: %s is bob's"
                                .formatted(bobs.substring(0, 12)));
        assertThat(denied(JANE, new InspectContainer(bobs))).contains("container.inspect");
        done(ROOT, new InspectContainer(bobs));
        done(BOB, new RemoveContainer(bobs, true, true));
    }

    @Test
    void whatIsNobodysIsAdmins() throws Exception {
        var id = engine.create(Optional.of("old"), FORM, soon()).id();

        assertThat(denied(JANE, new RemoveContainer(id, true, true))).contains("is nobody's");
        done(ROOT, new RemoveContainer(id, true, true));
    }

    @Test
    void aListHasOnlyWhatIsHisOwn() throws Exception {
        var janes = created(JANE, "web");
        var bobs = created(BOB, "db");

        assertThat(document(JANE, new ListContainers(true))).contains(janes).doesNotContain(bobs);
        assertThat(document(ROOT, new ListContainers(true))).contains(janes, bobs);
        var bobsLabel = Map.of("label", List.of("herd.owner=bob"));
        assertThat(document(JANE, new ListContainers(true, false, bobsLabel))).isEqualTo("[]");
        assertThat(document(JANE, new Action.IfRegistered(new ListContainers(true))))
                .contains(janes)
                .doesNotContain(bobs);
    }

    @Test
    void anAdminSeesHisOwnAloneIfHeWants() throws Exception {
        var bobs = created(BOB, "db");
        var roots = created(ROOT, "web");
        var mine = new ListContainers(true, false, Map.of("mine", List.of("true")));

        assertThat(document(ROOT, mine)).contains(roots).doesNotContain(bobs);
        assertThat(document(BOB, mine)).contains(bobs).doesNotContain(roots);
    }

    @Test
    void theBeginningOfAnIdFitsHisOwnAlone() throws Exception {
        engine.nextId("ab".repeat(32)).nextId("ab".repeat(31) + "cd");
        var janes = created(JANE, "web");
        var bobs = created(BOB, "db");

        assertThat(matches(JANE, "abab"))
                .containsExactly(new Match(janes, "web", Quality.ID_PREFIX));
        assertThat(matches(JANE, "db")).containsExactly(new Match(bobs, "db", Quality.ANOTHERS));
        assertThat(matches(JANE, bobs)).containsExactly(new Match(bobs, "db", Quality.ANOTHERS));
        assertThat(matches(ROOT, "db")).containsExactly(new Match(bobs, "db", Quality.NAME));
    }

    @Test
    void aNameIsNoWayToAContainer() throws Exception {
        created(JANE, "web");

        // It may be another's by the time that it is done.
        assertThat(denied(JANE, new RemoveContainer("web", true, true)))
                .contains("'web' is no full id");
    }

    @Test
    void aContainerRenamedToLookLikeAnothersIsNotHis() throws Exception {
        var janes = created(JANE, "mine");
        var bobs = created(BOB, "web");
        done(BOB, new Action.RenameContainer(bobs, "other"));
        done(JANE, new Action.RenameContainer(janes, "web"));

        assertThat(denied(BOB, new RemoveContainer(janes, true, true))).contains("is jane's");
        assertThat(denied(JANE, new RemoveContainer(bobs, true, true))).contains("is bob's");
    }

    @Test
    void aContainerThatCouldBecomeRootIsForAdmins() throws Exception {
        var create =
                new CreateContainer(
                        Optional.empty(),
                        new RawJson("{\"Image\":\"busybox\",\"HostConfig\":{\"Privileged\":true}}"),
                        true);

        assertThat(denied(JANE, create))
                .isEqualTo(
                        "rule 'own' does not let 'jane' do container.run: HostConfig.Privileged is true, which is for admins alone");
        done(ROOT, create);
    }

    @Test
    void aContainerMountsOnlyHisOwnVolumes() throws Exception {
        done(BOB, new CreateResource(ResourceKind.VOLUME, new RawJson("{\"Name\":\"bobs\"}")));
        done(JANE, new CreateResource(ResourceKind.VOLUME, new RawJson("{\"Name\":\"janes\"}")));

        assertThat(denied(JANE, mounting("bobs"))).contains("the volume 'bobs' is bob's");
        assertThat(denied(JANE, mounting("none")))
                .contains("there is no volume 'none': create it first");
        done(JANE, mounting("janes"));
        done(ROOT, mounting("bobs"));
    }

    private static CreateContainer mounting(String volume) {
        return new CreateContainer(
                Optional.empty(),
                new RawJson(
                        "{\"Image\":\"busybox\",\"HostConfig\":{\"Binds\":[\"%s:/x\"]}}"
                                .formatted(volume)),
                false);
    }

    @Test
    void anothersVolumeIsNotTakenByCreatingItAgain() throws Exception {
        var create = new CreateResource(ResourceKind.VOLUME, new RawJson("{\"Name\":\"v\"}"));
        done(BOB, create);

        assertThat(denied(JANE, create)).contains("the volume 'v' is bob's");
        assertThat(denied(JANE, new RemoveResource(ResourceKind.VOLUME, "v", true)))
                .contains("the volume 'v' is bob's");
        done(BOB, create);
    }

    @Test
    void whileAVolumeIsLookedAtAndMountedNobodyPutsAnotherInItsPlace() throws Exception {
        done(JANE, new CreateResource(ResourceKind.VOLUME, new RawJson("{\"Name\":\"v\"}")));
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var order = new CopyOnWriteArrayList<Class<?>>();
        var local = new LocalNode(A, engine);
        var slow =
                new GuardedNode(
                        (action, deadline) -> {
                            if (action.asked() instanceof CreateContainer) {
                                begun.countDown();
                                await(go);
                            }
                            order.add(action.asked().getClass());
                            return local.handle(action, deadline);
                        },
                        guard,
                        Optional.empty());

        var mounting =
                Thread.ofVirtual()
                        .start(() -> slow.handle(new OnBehalf(JANE, mounting("v")), soon()));
        await(begun);
        var removing =
                Thread.ofVirtual()
                        .start(() ->
                                slow.handle(
                                        new OnBehalf(
                                                ROOT,
                                                new RemoveResource(ResourceKind.VOLUME, "v", true)),
                                        soon()));
        Awaitility.await().until(() -> removing.getState() == Thread.State.TIMED_WAITING);
        go.countDown();
        mounting.join();
        removing.join();

        assertThat(order).containsExactly(CreateContainer.class, RemoveResource.class);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aContainerIsOnlyInHisOwnNetworksAndByTheirIds() throws Exception {
        done(BOB, new CreateResource(ResourceKind.NETWORK, new RawJson("{\"Name\":\"bobs\"}")));
        done(JANE, new CreateResource(ResourceKind.NETWORK, new RawJson("{\"Name\":\"janes\"}")));

        assertThat(denied(JANE, in("bobs"))).contains("the network 'bobs' is bob's");
        assertThat(denied(JANE, in("host"))).contains("HostConfig.NetworkMode is \"host\"");
        var id = ((Created) done(JANE, in("janes"))).id();
        assertThat(engine.inspect(id, soon()).text())
                .containsPattern("\"NetworkMode\":\"[0-9a-f]{64}\"");
        var connect = new RawJson("{\"Container\":\"%s\"}".formatted(id));
        assertThat(denied(JANE, new Action.ConnectNetwork("bobs", connect)))
                .contains("the network 'bobs' is bob's");
        assertThat(denied(BOB, new Action.ConnectNetwork("bobs", connect))).contains("is jane's");
        done(JANE, new Action.ConnectNetwork("janes", connect));
    }

    private static CreateContainer in(String network) {
        return new CreateContainer(
                Optional.empty(),
                new RawJson(
                        "{\"Image\":\"busybox\",\"HostConfig\":{\"NetworkMode\":\"%s\"}}"
                                .formatted(network)),
                false);
    }

    @Test
    void pruningRemovesHisOwnAlone() throws Exception {
        var janes = created(JANE, "web");
        var bobs = created(BOB, "db");

        assertThat(document(JANE, new Action.PruneContainers())).contains(janes);
        done(ROOT, new InspectContainer(bobs));
        done(BOB, new CreateResource(ResourceKind.VOLUME, new RawJson("{\"Name\":\"v\"}")));
        done(JANE, new Action.PruneResources(ResourceKind.VOLUME, true, Map.of()));
        assertThat(document(BOB, new Action.ListResources(ResourceKind.VOLUME, Map.of())))
                .contains("\"v\"");
        assertThat(document(JANE, new Action.ListResources(ResourceKind.VOLUME, Map.of())))
                .doesNotContain("\"v\"");
    }

    @Test
    void theIdOfAnothersRequestIsNotGuessed() {
        assertThat(denied(JANE, requested("deploy-42")))
                .contains("the request id 'deploy-42' may be another's: use a UUID");
        assertThat(denied(JANE, requested("bob-42"))).contains("'jane-'");
        done(JANE, requested("jane-42"));
        done(JANE, requested("123e4567-e89b-42d3-a456-426614174000"));
        done(ROOT, requested("deploy-42"));
    }

    private static CreateContainer requested(String id) {
        return new CreateContainer(
                Optional.empty(),
                new RawJson(
                        "{\"Image\":\"busybox\",\"Labels\":{\"herd.request\":\"%s\"}}"
                                .formatted(id)),
                false);
    }

    @Test
    void whatIsTheNodesIsForAdmins() {
        assertThat(denied(JANE, new Action.PruneBuilds(true, Map.of())))
                .isEqualTo("no rule lets 'jane' do builder.prune on 'a'");
        assertThat(denied(JANE, new Action.ForgetGone(new NodeName("x")))).contains("node.forget");
        assertThat(denied(JANE, new Action.RemoveImage("busybox", false))).contains("image.rm");
        assertThat(denied(JANE, new Action.Leave(new NodeName("b"), "h:1"))).contains("no rule");
        done(JANE, new Action.DescribeNode());
        done(JANE, new Action.InspectImage("busybox"));
    }

    @Test
    void aPolicySaysMore() throws Exception {
        policy =
                read(
                        """
                        {"rules": [
                          {"name": "watch", "users": ["jane"], "whose": "all",
                           "actions": ["container.ls", "container.logs"]},
                          {"name": "dev", "users": ["@dev"], "nodes": ["a"],
                           "images": ["reg/dev/*"], "limits": {"memory": "1m", "pids": 9}},
                          {"name": "elsewhere", "users": ["*"], "nodes": ["b"]}
                        ]}
                        """);
        var dev = new Caller("joe", By.TOKEN, "a", List.of("dev"));
        var roots = created(ROOT, "web");

        assertThat(document(JANE, new ListContainers(true))).contains(roots);
        assertThat(denied(JANE, new InspectContainer(roots)))
                .isEqualTo("no rule lets 'jane' do container.inspect on 'a'");
        assertThat(denied(dev, create("busybox", "\"Memory\":1,\"PidsLimit\":9")))
                .contains("rule 'dev'", "the image 'busybox' is none of those that it names");
        assertThat(denied(dev, create("reg/dev/app:1", "\"Memory\":1048577,\"PidsLimit\":9")))
                .contains("it allows at most --memory 1048576");
        assertThat(denied(dev, create("reg/dev/app:1", "\"PidsLimit\":9")))
                .contains("it allows at most --memory 1048576");
        assertThat(denied(dev, create("reg/dev/app:1", "\"Memory\":1,\"PidsLimit\":-1")))
                .contains("it allows at most --pids-limit 9");
        assertThat(
                        denied(
                                dev,
                                create(
                                        "reg/dev/app:1",
                                        "\"Memory\":1,\"MemorySwap\":-1,\"PidsLimit\":9")))
                .contains("--memory-swap");
        assertThat(
                        denied(
                                dev,
                                create(
                                        "reg/dev/app:1",
                                        "\"Memory\":1,\"PidsLimit\":9,\"RestartPolicy\":{\"Name\":\"always\"}")))
                .contains("always starts again");
        var id =
                ((Created) done(dev, create("reg/dev/app:1", "\"Memory\":1,\"PidsLimit\":9"))).id();
        assertThat(denied(dev, new Action.UpdateContainer(id, new RawJson("{\"PidsLimit\":-1}"))))
                .contains("it allows at most --pids-limit 9");
        done(dev, new Action.UpdateContainer(id, new RawJson("{\"PidsLimit\":8}")));
    }

    private static Policy read(String json) throws BadPolicyException {
        return PolicyJson.read(json);
    }

    private static CreateContainer create(String image, String host) {
        return new CreateContainer(
                Optional.empty(),
                new RawJson("{\"Image\":\"%s\",\"HostConfig\":{%s}}".formatted(image, host)),
                false);
    }

    @Test
    void aCommandAsAnotherUserOrPrivilegedIsForWhomAPolicyLets() throws Exception {
        var id = created(JANE, "web");
        done(JANE, new Action.StartContainer(id));

        assertThat(denied(JANE, exec(id, Optional.of("0"), false))).contains("as another user");
        assertThat(denied(JANE, exec(id, Optional.empty(), true))).contains("privileged");
        done(JANE, exec(id, Optional.empty(), false));
        policy = read("{\"rules\":[{\"users\":[\"*\"],\"grants\":[\"exec-user\"]}]}");
        done(JANE, exec(id, Optional.of("0"), false));
    }

    private static Action exec(String id, Optional<String> user, boolean privileged) {
        return new Action.StartExec(
                new Streaming.Exec(
                        id,
                        List.of("true"),
                        List.of(),
                        Optional.empty(),
                        user,
                        privileged,
                        Optional.empty(),
                        false,
                        Optional.empty()));
    }

    @Test
    void whatAnAgentAsksByItselfIsDone() {
        assertThat(node.handle(new Action.MeasureDisk(), soon())).isInstanceOf(Done.class);
        assertThat(denied(JANE, new Action.MeasureDisk())).contains("system.df");
    }

    @Test
    void denialsAreNotedAndCounted() throws Exception {
        var bobs = created(BOB, "web");
        denied(JANE, new InspectContainer(bobs));

        assertThat(guard.denials()).isEqualTo(1);
        assertThat(Files.readAllLines(log).getLast())
                .endsWith(
                        "\"caller\":\"jane\",\"by\":\"token\",\"at\":\"b\",\"action\":\"container.inspect\",\"object\":\"%s\",\"owner\":\"bob\",\"rule\":\"own\",\"outcome\":\"denied\"}"
                                .formatted(bobs));
    }

    @Test
    void whoseItIsThatAnAdminChangesIsNoted() throws Exception {
        done(ROOT, new RemoveContainer(created(BOB, "web"), true, true));

        assertThat(Files.readAllLines(log).getLast())
                .contains("\"owner\":\"bob\",\"rule\":\"admins\",\"outcome\":\"done\"");
    }

    private String created(Caller caller, String name) {
        return ((Created) done(caller, new CreateContainer(Optional.of(name), FORM, false))).id();
    }

    private String owner(String id) throws Exception {
        return engine.inspect(id, soon()).text();
    }

    private String document(Caller caller, Action action) {
        return ((Result.Document) done(caller, action)).body().text();
    }

    private List<Match> matches(Caller caller, String reference) {
        return ((Matches) done(caller, new FindContainers(reference))).matches();
    }

    private Result done(Caller caller, Action action) {
        var outcome = ask(caller, action);
        assertThat(outcome).isInstanceOf(Done.class);
        return ((Done) outcome).result();
    }

    private String denied(Caller caller, Action action) {
        var outcome = ask(caller, action);
        assertThat(outcome).isInstanceOf(Failed.class);
        Failure failure = ((Failed) outcome).failure();
        assertThat(failure.kind()).isEqualTo(Kind.FORBIDDEN);
        return failure.message();
    }

    private Outcome ask(Caller caller, Action action) {
        return node.handle(new OnBehalf(caller, action), soon());
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(10));
    }
}
