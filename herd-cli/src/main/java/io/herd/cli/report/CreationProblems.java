package io.herd.cli.report;

import static java.util.stream.Collectors.joining;

import io.herd.action.Failure;
import io.herd.action.Outcome;
import io.herd.action.Outcome.Failed;
import io.herd.cli.render.Complaint;
import io.herd.herd.answer.ErrorCode;
import io.herd.herd.answer.Outcomes;
import io.herd.herd.creation.CreateRequest;
import io.herd.herd.creation.Instance;
import io.herd.herd.creation.Instance.Attempt;
import io.herd.herd.creation.Instance.Made;
import io.herd.herd.creation.Instance.Missing;
import io.herd.herd.creation.Instance.Undone;
import io.herd.herd.creation.Instance.Unsure;
import io.herd.json.docker.ContainerJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Complaints about instances that were not created as requested. */
final class CreationProblems {

    private CreationProblems() {}

    static List<Complaint> of(CreateRequest order, Instance instance) {
        return switch (instance) {
            case Made made -> notStarted(made);
            case Missing missing -> List.of(missing(order, missing));
            case Undone undone -> undone(undone);
            case Unsure unsure -> List.of(unsure(order, unsure));
        };
    }

    private static List<Complaint> notStarted(Made made) {
        return made.created().startFailure().stream().map(why -> notStarted(made, why)).toList();
    }

    private static Complaint notStarted(Made made, Failure why) {
        return new Complaint(
                        made.created().id(),
                        "instance %d on %s %s %.12s but not started: %s"
                                .formatted(
                                        made.number(),
                                        made.node(),
                                        made.existed() ? "is there as" : "was created as",
                                        made.created().id(),
                                        why.message()))
                .as(ErrorCode.of(new Outcome.Failed(why)));
    }

    private static Complaint missing(CreateRequest order, Missing missing) {
        var subject = subject(missing.name(), missing.number());
        if (missing.attempts().isEmpty()) {
            return new Complaint(
                    subject, subject + ": no node can take it", Optional.of("see 'herd node ls'"));
        }
        var message = missing.failures();
        var mayExist = missing.attempts().stream().filter(Attempt::open).findAny();
        return new Complaint(
                        subject,
                        subject + ": " + message,
                        mayExist.map(attempt ->
                                        "it may exist on %s: look there for the label herd.request=%s"
                                                .formatted(attempt.node(), order.request()))
                                .or(() -> missingImage(order, missing)))
                .as(ErrorCode.of(missing.attempts().getFirst().outcome()));
    }

    private static Optional<String> missingImage(CreateRequest order, Missing missing) {
        return missing.attempts().stream().allMatch(CreationProblems::lacksImage)
                ? ContainerJson.image(order.form())
                        .map("fetch it with 'herd image pull %s'"::formatted)
                : Optional.empty();
    }

    private static boolean lacksImage(Attempt attempt) {
        return attempt.outcome() instanceof Failed(var failure)
                && failure.message().startsWith("No such image");
    }

    private static List<Complaint> undone(Undone undone) {
        var made = undone.made();
        var which =
                "%s on %s (%.12s)"
                        .formatted(
                                subject(made.name(), made.number()),
                                made.node(),
                                made.created().id());
        var complaints = new ArrayList<>(notStarted(made));
        complaints.add(
                undone.remains()
                        ? new Complaint(
                                        made.created().id(),
                                        which
                                                + " could not be removed again: "
                                                + Outcomes.trouble(undone.removal()).orElse(""),
                                        Optional.of(
                                                "remove it with 'herd container rm -f %.12s'"
                                                        .formatted(made.created().id())))
                                .as(ErrorCode.of(undone.removal()))
                        : new Complaint(
                                made.created().id(),
                                which + " was removed again, since not all could be made"));
        return complaints;
    }

    private static Complaint unsure(CreateRequest order, Unsure unsure) {
        var subject = subject(unsure.name(), unsure.number());
        var silent =
                unsure.silent().keySet().stream().map(node -> node.value()).collect(joining(", "));
        return new Complaint(
                        subject,
                        "%s was not created: it may be on %s, which did not say"
                                .formatted(subject, silent),
                        Optional.of(
                                "give the same command, with --request-id %s, when %s is back"
                                        .formatted(order.request(), silent)))
                .as(ErrorCode.UNREACHABLE);
    }

    private static String subject(Optional<String> name, int number) {
        return name.orElse("instance " + number);
    }
}
