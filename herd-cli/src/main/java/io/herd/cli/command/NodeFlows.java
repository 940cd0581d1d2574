package io.herd.cli.command;

import io.herd.action.Outcome;
import io.herd.action.Result;
import io.herd.cli.flow.Console;
import io.herd.cli.flow.Ending;
import io.herd.cli.render.Exit;
import io.herd.cli.render.Report;
import io.herd.cli.render.View;
import io.herd.herd.Account;
import io.herd.herd.Outcomes;
import io.herd.model.NodeName;
import io.herd.stream.Opening;
import io.herd.stream.Session;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

/**
 * The same stream of several nodes, a thread for each. Of a node whose stream does not begin or
 * breaks it is told at once, since the others may go on for long.
 */
final class NodeFlows {

    private final Console console;
    private final Map<NodeName, Outcome> outcomes = new TreeMap<>();
    private final Map<NodeName, CompletableFuture<Ending>> endings = new TreeMap<>();

    private NodeFlows(Console console) {
        this.console = console;
    }

    /** How many have begun. */
    static int open(Map<NodeName, Opening> openings) {
        return (int) openings.values().stream().filter(Opening.Open.class::isInstance).count();
    }

    static NodeFlows start(
            Map<NodeName, Opening> openings,
            Console console,
            BiFunction<NodeName, Session, Ending> flow) {
        var flows = new NodeFlows(console);
        openings.forEach((node, opening) -> {
            switch (opening) {
                case Opening.Not(var why) -> flows.lost(node, why);
                case Opening.Open(var session) ->
                        flows.endings.put(
                                node,
                                CompletableFuture.supplyAsync(
                                        () -> flow.apply(node, session), NodeFlows::run));
            }
        });
        flows.endings.forEach((node, ending) -> {
            var _ = ending.thenAccept(it -> flows.ended(node, it));
        });
        return flows;
    }

    private static void run(Runnable task) {
        Thread.ofPlatform().daemon().name("herd-flow").start(task);
    }

    private void ended(NodeName node, Ending ending) {
        switch (ending) {
            case Ending.Broken(var why) -> lost(node, why);
            case Ending.Complete _, Ending.Exited _, Ending.Unread _ -> {}
        }
    }

    private synchronized void lost(NodeName node, Outcome why) {
        outcomes.put(node, why);
        console.tell("herd: node " + node + ": " + Outcomes.trouble(why).orElse("lost"));
    }

    /** Waits until all have ended. */
    Report report() {
        endings.values().forEach(CompletableFuture::join);
        synchronized (this) {
            endings.keySet()
                    .forEach(node ->
                            outcomes.putIfAbsent(node, new Outcome.Done(new Result.Nothing())));
            return new Report(new View.Text(""), Account.none(), List.of(), List.of(), exit());
        }
    }

    private Exit exit() {
        var account = Account.of(outcomes);
        if (account.complete()) {
            return Exit.OK;
        }
        return account.answered().isEmpty() ? Exit.FAILED : Exit.PARTIAL;
    }
}
