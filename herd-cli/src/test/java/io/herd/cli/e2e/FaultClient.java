package io.herd.cli.e2e;

import io.herd.cli.faults.History.Call;
import io.herd.cli.faults.Work;
import io.herd.cli.faults.Work.Way;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * One client of a herd in which things break: does its work by real commands, and notes what each
 * told.
 */
final class FaultClient {

    // Deadlines in ms, and what a command may need beside them: to start on a busy machine, and to
    // join.
    private static final long DEADLINE = 6_000;
    // That of an agent that is asked by HTTP.
    private static final long USUAL = 30_000;
    private static final long STARTING = 4_000;
    private static final long JOINING = 16_000;
    // Of a creation: some instances one after the other, each tried where the first node failed.
    private static final long CREATING = 30_000;

    // How long output is followed.
    private static final long FOLLOWED = 3_000;

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Lab lab;
    private final Way way;
    private final long seed;
    private final LongSupplier clock;
    private final List<String> known = new ArrayList<>();
    private int number;

    /**
     * @param clock ms since the run's beginning
     */
    FaultClient(Lab lab, Way way, long seed, LongSupplier clock) {
        this.lab = lab;
        this.way = way;
        this.seed = seed;
        this.clock = clock;
    }

    Call work(Work work) {
        number++;
        return switch (work.kind()) {
            case CREATE -> create(work.kind(), 1 + work.choice() % 4, "");
            case CREATE_NAMED -> create(work.kind(), 1, "n" + work.choice() % 6);
            case LIST -> list();
            case EVENTS ->
                    simple(work.kind(), "", soon("events", "--since", "5s", "--until", "0s"));
            case STOP -> toOne(work, "stop", "-t", "0");
            case REMOVE -> toOne(work, "rm", "-f");
            case EXEC -> toOne(work, "exec");
            case LOGS -> toOne(work, "logs");
            case FOLLOW -> toOne(work, "logs", "-f");
        };
    }

    /** The same creation once more, as a client that joins. */
    Call again(Call creation) {
        return ended(
                creation.kind(),
                creation.command(),
                STARTING + JOINING + CREATING,
                creation.wanted(),
                creation.request(),
                creation.name(),
                "");
    }

    private Call create(Work.Kind kind, int count, String name) {
        if (way == Way.GATEWAY_C) {
            return list();
        }
        if (way == Way.DOCKER_B) {
            var command = new ArrayList<>(List.of("create"));
            if (!name.isEmpty()) {
                command.addAll(List.of("--name", name));
            }
            command.addAll(List.of("busybox", "sleep", "1000"));
            return made(ended(kind, command, STARTING + CREATING, 1, "", name, ""));
        }
        var request = "f%d-%s-%d".formatted(seed, way, number);
        var command = new ArrayList<>(List.of("create", "--template", "test", "--start", "--json"));
        command.addAll(List.of("-n", Integer.toString(count), "--request-id", request));
        command.addAll(List.of("--create-timeout", "5s"));
        if (!name.isEmpty()) {
            command.addAll(List.of("--name", name));
        }
        return made(
                ended(kind, command, STARTING + joining() + CREATING, count, request, name, ""));
    }

    private Call made(Call call) {
        known.addAll(call.answer().containers());
        return call;
    }

    private Call list() {
        return switch (way) {
            case GATEWAY_C ->
                    simple(Work.Kind.LIST, "", "{\"action\": \"list-containers\", \"all\": true}");
            case DOCKER_B -> simple(Work.Kind.LIST, "", "ps", "-aq", "--no-trunc");
            case JOINED, BESIDE_A, BESIDE_B ->
                    simple(Work.Kind.LIST, "", soon("ps", "-a", "--json"));
        };
    }

    private Call toOne(Work work, String... command) {
        if (known.isEmpty() || way == Way.GATEWAY_C) {
            return list();
        }
        var id =
                work.kind() == Work.Kind.REMOVE
                        ? known.remove(work.choice() % known.size())
                        : known.get(work.choice() % known.size());
        var whole = new ArrayList<>(Arrays.asList(soon(command)));
        whole.add(id);
        if (work.kind() == Work.Kind.EXEC) {
            whole.addAll(List.of("echo", "here"));
        }
        return simple(work.kind(), id, whole.toArray(String[]::new));
    }

    private Call simple(Work.Kind kind, String target, String... command) {
        var time =
                switch (way) {
                    case JOINED, BESIDE_A, BESIDE_B -> joining() + 2 * DEADLINE;
                    case GATEWAY_C, DOCKER_B -> USUAL;
                };
        return ended(kind, List.of(command), STARTING + time, 0, "", "", target);
    }

    // Docker has no deadlines.
    private String[] soon(String... command) {
        var all = new ArrayList<>(Arrays.asList(command));
        if (way != Way.DOCKER_B) {
            all.addAll(List.of("--deadline", DEADLINE / 1000 + "s"));
        }
        return all.toArray(String[]::new);
    }

    private long joining() {
        return way == Way.JOINED ? JOINING : 0;
    }

    private Call ended(
            Work.Kind kind,
            List<String> command,
            long limit,
            int wanted,
            String request,
            String name,
            String target) {
        long begun = clock.getAsLong();
        var ran = start(command);
        if (kind == Work.Kind.FOLLOW && !FaultRun.waitFor(() -> !ran.alive(), FOLLOWED)) {
            ran.terminate();
        }
        var over = FaultRun.waitFor(() -> !ran.alive(), limit + STARTING);
        long ended = clock.getAsLong();
        if (!over) {
            ran.close();
        }
        if (way == Way.GATEWAY_C) {
            // It is no load test.
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return new Call(
                way,
                kind,
                command,
                begun,
                ended,
                limit,
                wanted,
                request,
                name,
                target,
                FaultAnswer.of(way, kind, ran.await()));
    }

    private Run start(List<String> command) {
        var words = command.toArray(String[]::new);
        return switch (way) {
            case JOINED -> lab.start(words);
            case BESIDE_A -> lab.startBeside("a", words);
            case BESIDE_B -> lab.startBeside("b", words);
            case GATEWAY_C -> new Curl(lab).start("c", words[0]);
            case DOCKER_B ->
                    Run.start(
                            Map.of(
                                    "DOCKER_HOST",
                                    "unix://"
                                            + lab.agentSocket("b")
                                                    .resolveSibling("herd-docker.sock")),
                            Lab.command("docker", words));
        };
    }
}
