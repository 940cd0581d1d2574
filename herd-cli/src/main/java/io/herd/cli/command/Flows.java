package io.herd.cli.command;

import io.herd.action.Outcome;
import io.herd.cli.flow.Console;
import io.herd.cli.flow.Ending;
import io.herd.cli.render.Complaint;
import io.herd.cli.render.Exit;
import io.herd.cli.render.Report;
import io.herd.cli.render.View;
import io.herd.herd.Account;
import io.herd.herd.Deed;
import io.herd.herd.Opened;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Reports on streams that have ended: what they said has been printed, so only how is left. */
final class Flows {

    private Flows() {}

    /** With the process's own exit code, if that is how it ended. */
    static Report one(Opened opened, Function<Opened.Flowing, Ending> flow) {
        return switch (opened) {
            case Opened.Not(var deed) -> Deeds.report(List.of(deed));
            case Opened.Flowing flowing ->
                    switch (flow.apply(flowing)) {
                        case Ending.Exited(int code) -> silent(List.of(), new Exit(code));
                        case Ending.Complete _, Ending.Unread _ -> silent(List.of(), Exit.OK);
                        case Ending.Broken(var why) -> Deeds.report(List.of(broken(flowing, why)));
                    };
        };
    }

    /** Of those that have not begun it is told at once why, since others may go on for long. */
    static Report several(
            List<Opened> opened, Console console, Function<Opened.Flowing, Ending> flow) {
        var deeds = new ArrayList<Deed>();
        var complaints = new ArrayList<Complaint>();
        var flowing = new ArrayList<Opened.Flowing>();
        for (var one : opened) {
            switch (one) {
                case Opened.Not(var deed) -> {
                    deeds.add(deed);
                    Deeds.report(List.of(deed))
                            .complaints()
                            .forEach(it -> it.lines().forEach(console::tell));
                }
                case Opened.Flowing it -> flowing.add(it);
            }
        }
        var endings =
                flowing.stream()
                        .map(it -> CompletableFuture.supplyAsync(() -> flow.apply(it), Flows::run))
                        .toList();
        for (int i = 0; i < flowing.size(); i++) {
            if (endings.get(i).join() instanceof Ending.Broken(var why)) {
                var deed = broken(flowing.get(i), why);
                deeds.add(deed);
                complaints.addAll(Deeds.report(List.of(deed)).complaints());
            }
        }
        return silent(complaints, Deeds.report(deeds).exit());
    }

    private static void run(Runnable task) {
        Thread.ofPlatform().daemon().name("herd-flow").start(task);
    }

    private static Deed broken(Opened.Flowing flowing, Outcome why) {
        return new Deed.Tried(flowing.ref(), flowing.place(), why, flowing.account());
    }

    private static Report silent(List<Complaint> complaints, Exit exit) {
        return new Report(new View.Text(""), Account.none(), List.of(), complaints, exit);
    }
}
