package io.herd.cli.report;

import io.herd.action.Answers;
import io.herd.action.Failure.Kind;
import io.herd.action.Outcome;
import io.herd.action.Outcome.Failed;
import io.herd.cli.registry.Login;
import io.herd.cli.registry.Registry;
import io.herd.cli.render.Complaint;
import io.herd.cli.render.Exit;
import io.herd.cli.render.Item;
import io.herd.cli.render.Report;
import io.herd.cli.render.View;
import io.herd.herd.answer.Coverage;
import io.herd.herd.answer.ErrorCode;
import io.herd.herd.answer.ReadAnswers;
import io.herd.json.docker.ImageJson;
import io.herd.json.wire.AnswerJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reports on an image that nodes were to pull from its registry, or to push to it. */
public final class PullReport {

    private PullReport() {}

    /**
     * Prints a line for each node that has the image now; complains once if the registry denied
     * access.
     */
    public static Report report(String image, Login login, Answers answers) {
        var items = new ArrayList<Item>();
        var read =
                ReadAnswers.of(
                        answers,
                        (node, body) -> {
                            var line = node + ": " + ImageJson.progress(body);
                            items.add(new Item(node.value(), AnswerJson.withNode(body, node)));
                            return line;
                        });
        return new Report(
                new View.Lines("results", read.all(), items),
                Coverage.of(read.answers()),
                notes(image, login),
                denial(image, login, read.answers()).stream().toList(),
                exit(read.answers()));
    }

    /** What the user is told of a login that cannot be read. */
    public static List<String> notes(String image, Login login) {
        return switch (login) {
            case Login.Unreadable(String why) ->
                    List.of("asked without a login at %s: %s".formatted(Registry.of(image), why));
            case Login.Known _, Login.None _ -> List.of();
        };
    }

    private static Optional<Complaint> denial(String image, Login login, Answers answers) {
        if (answers.byNode().values().stream().noneMatch(PullReport::denied)) {
            return Optional.empty();
        }
        var registry = Registry.of(image);
        var what =
                switch (login) {
                    case Login.Known _ -> "the registry %s refuses this login";
                    case Login.None _, Login.Unreadable _ -> "the registry %s wants a login";
                };
        return Optional.of(
                new Complaint(
                                image,
                                what.formatted(registry),
                                Optional.of(
                                        "use '%s', then try again"
                                                .formatted(registry.loginCommand())))
                        .as(ErrorCode.DENIED));
    }

    private static Exit exit(Answers answers) {
        var outcomes = answers.byNode().values();
        return !outcomes.isEmpty() && outcomes.stream().allMatch(PullReport::denied)
                ? Exit.DENIED
                : NodeReport.exit(answers);
    }

    private static boolean denied(Outcome outcome) {
        return outcome instanceof Failed(var failure) && failure.kind() == Kind.DENIED;
    }
}
