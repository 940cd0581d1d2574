package io.herd.policy;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.herd.action.Action;
import io.herd.action.Streaming;
import io.herd.json.wire.WireTest;
import io.herd.model.Caller;
import io.herd.model.Caller.By;
import io.herd.model.NodeName;
import io.herd.policy.Rights.Ruled;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OperationTest {

    private static final Caller JANE = new Caller("jane", By.TOKEN, "a");

    /**
     * A new action or stream must be put here: what it is called, what it is done to, whether it
     * changes something, and who may do it where nothing else is said.
     */
    @Test
    void thisIsWhatEveryActionIsAndWhoMayDoIt() {
        var actions =
                WireTest.actions()
                        .filter(it -> !(it.asked() instanceof Action.CallDaemon))
                        .map(it -> row(it.asked().getClass(), Operation.of(it)));
        var streams =
                WireTest.streams()
                        .filter(it -> !(it.asked() instanceof Streaming.Relay))
                        .map(it -> row(it.asked().getClass(), Operation.of(it)));

        assertThat(
                        Stream.concat(actions, streams)
                                .distinct()
                                .sorted()
                                .collect(joining("\n", "", "\n")))
                .isEqualTo(
                        """
                        Attach: *container.attach, Containers, owner
                        CommitContainer: *container.commit, Containers, admins
                        ConnectNetwork: *network.connect, Connected, owner
                        CopyIn: *container.cp, Containers, owner
                        CopyOut: container.cp, Containers, owner
                        CreateContainer: *container.create, NewContainer, owner
                        CreateContainer: *container.run, NewContainer, owner
                        CreateResource: *volume.create, NewResource, owner
                        DescribeDaemon: system.info, Node, owner
                        DescribeNode: node.inspect, Nothing, everybody
                        DiffContainer: container.diff, Containers, owner
                        DisconnectNetwork: *network.disconnect, Disconnected, owner
                        Events: system.events, Filtered, owner
                        ExamineNode: node.inspect, Nothing, everybody
                        Exec: *container.exec, Command, owner
                        ExportContainer: container.export, Containers, owner
                        FetchImage: *image.pull, Images, owner
                        FindContainers: container.ls, Matching, owner
                        ForgetGone: *node.forget, Node, admins
                        IfRegistered: container.ls, Filtered, owner
                        ImageHistory: image.history, Node, owner
                        InspectContainer: container.inspect, Containers, owner
                        InspectImage: image.inspect, Node, owner
                        InspectResource: network.inspect, Resource, owner
                        KillContainer: *container.kill, Containers, owner
                        Leave: , Herd, admins
                        ListContainers: container.ls, Filtered, owner
                        ListGone: node.inspect, Nothing, everybody
                        ListImages: image.ls, Node, owner
                        ListResources: network.ls, Filtered, owner
                        ListResources: volume.ls, Filtered, owner
                        LoadImages: *image.load, Node, admins
                        Logs: container.logs, Containers, owner
                        MeasureDisk: system.df, Node, admins
                        PauseContainer: *container.pause, Containers, owner
                        PruneBuilds: *builder.prune, Node, admins
                        PruneContainers: *container.prune, Filtered, owner
                        PruneImages: *image.prune, Node, admins
                        PruneResources: *network.prune, Filtered, owner
                        PruneResources: *volume.prune, Filtered, owner
                        PullImage: *image.pull, Images, owner
                        PushImage: *image.push, Images, admins
                        RemoveContainer: *container.rm, Containers, owner
                        RemoveImage: *image.rm, Images, admins
                        RemoveResource: *volume.rm, Resource, owner
                        RenameContainer: *container.rename, Containers, owner
                        RestartContainer: *container.restart, Containers, owner
                        SaveImages: image.save, Images, admins
                        SetPool: *node.unregister, Node, admins
                        StartContainer: *container.start, Containers, owner
                        StartExec: *container.exec, Command, owner
                        StatPath: container.cp, Containers, owner
                        Stats: container.stats, Containers, owner
                        StopContainer: *container.stop, Containers, owner
                        TagImage: *image.tag, Images, admins
                        TellTime: node.inspect, Nothing, everybody
                        TopContainer: container.top, Containers, owner
                        UnpauseContainer: *container.unpause, Containers, owner
                        UpdateContainer: *container.update, Resources, owner
                        UpdateLabels: *node.update, Node, admins
                        Wait: container.wait, Containers, owner
                        """);
    }

    private static String row(Class<?> kind, Operation<?> operation) {
        return "%s: %s%s, %s, %s"
                .formatted(
                        kind.getSimpleName(),
                        operation.changes() ? "*" : "",
                        operation.word(),
                        operation.on().getClass().getSimpleName(),
                        who(operation));
    }

    private static String who(Operation<?> operation) {
        if (operation.on() instanceof Affected.Nothing<?>) {
            return "everybody";
        }
        var rights = (Ruled) Policy.USUAL.rights(JANE, new NodeName("a"));
        return rights.about(operation.word()).isEmpty() ? "admins" : "owner";
    }

    @Test
    void everyWordIsKnownToPolicies() {
        var words =
                Stream.concat(
                                WireTest.actions().map(it -> Operation.of(it).word()),
                                WireTest.streams().map(it -> Operation.of(it).word()))
                        .filter(it -> !it.isEmpty());

        assertThat(words).allMatch(Operation::isKnown);
        assertThat(Rule.HARMLESS).allMatch(Operation::isKnown);
        assertThat(Operation.WORDS).isSorted();
    }
}
