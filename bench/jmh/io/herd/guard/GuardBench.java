package io.herd.guard;

import io.herd.action.Action;
import io.herd.action.Action.CreateContainer;
import io.herd.action.Action.ListContainers;
import io.herd.action.Action.StopContainer;
import io.herd.engine.Engine;
import io.herd.model.Caller;
import io.herd.model.Caller.By;
import io.herd.model.Deadline;
import io.herd.model.NodeName;
import io.herd.model.RawJson;
import io.herd.policy.Policy;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What the guard costs an action, without what the daemon takes to describe a container: its
 * description is there, with 60 variables, as long as it often is.
 */
@State(Scope.Benchmark)
public class GuardBench {

    private static final Caller ROOT = new Caller("root", By.SOCKET, "a");
    private static final Caller JANE = new Caller("jane", By.SOCKET, "a");
    private static final Action STOP = new StopContainer("ab".repeat(32), Optional.empty());
    private static final Action LIST = new ListContainers(true);
    private static final Action CREATE =
            new CreateContainer(
                    Optional.of("web"),
                    new RawJson(
                            """
                            {"Image":"busybox","Cmd":["sleep","100"],"Env":["A=b","C=d"],
                             "Labels":{"app":"web"},"ExposedPorts":{"80/tcp":{}},
                             "HostConfig":{"Memory":100000000,"PortBindings":{"80/tcp":[{"HostPort":"8080"}]},
                              "RestartPolicy":{"Name":"on-failure","MaximumRetryCount":3}}}
                            """),
                    true);

    private Guard guard;

    @Setup
    public void daemon() {
        var variables = "\"VARIABLE_NAME=some value of usual length\",".repeat(60);
        var description =
                new RawJson(
                        "{\"Id\":\"%s\",\"Config\":{\"Env\":[%s\"X=y\"],\"Labels\":{\"herd.owner\":\"jane\"}}}"
                                .formatted("ab".repeat(32), variables));
        var engine =
                (Engine)
                        Proxy.newProxyInstance(
                                GuardBench.class.getClassLoader(),
                                new Class<?>[] {Engine.class},
                                (_, _, _) -> description);
        guard = new Guard(new NodeName("a"), engine, () -> Policy.USUAL, false);
    }

    @Benchmark
    public Object guardOfAnAdminsStop() throws Exception {
        return guard.admit(ROOT, STOP, Deadline.in(Duration.ofMinutes(1)));
    }

    @Benchmark
    public Object guardOfAnOwnersStop() throws Exception {
        return guard.admit(JANE, STOP, Deadline.in(Duration.ofMinutes(1)));
    }

    @Benchmark
    public Object guardOfAnOwnersList() throws Exception {
        return guard.admit(JANE, LIST, Deadline.in(Duration.ofMinutes(1)));
    }

    @Benchmark
    public Object guardOfAnAdminsForm() throws Exception {
        return guard.admit(ROOT, CREATE, Deadline.in(Duration.ofMinutes(1)));
    }

    @Benchmark
    public Object guardOfAnOwnersForm() throws Exception {
        return guard.admit(JANE, CREATE, Deadline.in(Duration.ofMinutes(1)));
    }
}
