package io.herd.gateway;

import static java.util.stream.Collectors.joining;

import io.herd.herd.Herd;
import io.herd.herd.answer.NoSuchNodeException;
import io.herd.herd.answer.Outcomes;
import io.herd.herd.answer.Selector;
import io.herd.herd.creation.CreateOptions;
import io.herd.herd.creation.CreateRequest;
import io.herd.herd.creation.Creation;
import io.herd.herd.creation.Instance;
import io.herd.herd.creation.Instance.Attempt;
import io.herd.herd.creation.Instance.Made;
import io.herd.herd.creation.Instance.Missing;
import io.herd.herd.creation.Instance.Undone;
import io.herd.herd.creation.Instance.Unsure;
import io.herd.json.docker.ContainerJson;
import io.herd.json.dockermod.BadRequestException;
import io.herd.json.dockermod.DockerModForm;
import io.herd.json.dockermod.DockerModRequest.BodyForm;
import io.herd.json.dockermod.DockerModRequest.Create;
import io.herd.json.dockermod.DockerModRequest.ImageForm;
import io.herd.json.dockermod.DockerModRequest.TemplateForm;
import io.herd.json.wire.EnvelopeJson;
import io.herd.model.NodeName;
import io.herd.model.RawJson;
import io.herd.template.TemplateException;
import io.herd.template.Templates;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Handles create requests: containers from a template, an image or a body, spread over the herd.
 */
final class CreateHandler {

    private final Herd herd;
    private final Templates templates;
    private final CreateOptions options;

    /**
     * @param timeout time limit for creating one container, if it differs from that of other
     *     requests
     */
    CreateHandler(Herd herd, Templates templates, Optional<Duration> timeout) {
        this.herd = herd;
        this.templates = templates;
        this.options = new CreateOptions(false, false, timeout, List.of());
    }

    RawJson answer(Create request) throws ProblemException, NoSuchNodeException {
        var order = order(request);
        var creation = create(order);
        if (creation.instances().stream().noneMatch(Made.class::isInstance)) {
            throw new ProblemException(problem(order, creation, creation.instances().getFirst()));
        }
        var answers =
                creation.instances().stream().map(each -> answer(order, creation, each)).toList();
        return request.instances().isPresent()
                ? EnvelopeJson.several("containers", answers)
                : answers.getFirst();
    }

    private Creation create(CreateRequest order) throws ProblemException, NoSuchNodeException {
        try {
            return herd.create(new Selector.Everyone(), order);
        } catch (TemplateException e) {
            throw new ProblemException(status(e.reason()), String.valueOf(e.getMessage()));
        }
    }

    private CreateRequest order(Create request) throws ProblemException {
        var id = UUID.randomUUID().toString();
        var instances = request.instances().orElse(1);
        return switch (request.form()) {
            case TemplateForm(String name) ->
                    order(id, today(template(name)), Optional.of(name), instances);
            case ImageForm(String image) ->
                    order(id, ContainerJson.form(image, List.of()), Optional.empty(), instances);
            case BodyForm(RawJson body) -> order(id, today(body), Optional.empty(), instances);
        };
    }

    private CreateRequest order(String id, RawJson form, Optional<String> template, int instances) {
        return new CreateRequest(
                id, form, template, Optional.empty(), instances, false, Map.of(), options);
    }

    private static RawJson today(RawJson form) throws ProblemException {
        try {
            return DockerModForm.today(form);
        } catch (BadRequestException e) {
            throw new ProblemException(Statuses.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    private RawJson template(String name) throws ProblemException {
        try {
            return templates.find(name).form();
        } catch (TemplateException e) {
            throw new ProblemException(status(e.reason()), String.valueOf(e.getMessage()));
        }
    }

    private static int status(TemplateException.Reason reason) {
        return switch (reason) {
            case MISSING -> Statuses.NOT_FOUND;
            case UNUSABLE, VARIABLE_NOT_SET -> Statuses.BAD_REQUEST;
        };
    }

    private static RawJson answer(CreateRequest order, Creation creation, Instance instance) {
        return switch (instance) {
            case Made made ->
                    EnvelopeJson.document(
                            made.node(),
                            Statuses.CREATED,
                            Instant.now(),
                            EnvelopeJson.created(made.created().id(), made.created().warnings()));
            case Missing _, Unsure _, Undone _ -> problem(order, creation, instance).json();
        };
    }

    private static Problem problem(CreateRequest order, Creation creation, Instance instance) {
        return switch (instance) {
            case Missing missing -> problem(order, creation, missing);
            case Unsure unsure ->
                    new Problem(
                            Statuses.NO_ANSWER,
                            "nobody was asked to create it: it may be there already, look for the label herd.request="
                                    + order.request(),
                            unsure.silent().keySet().stream().findFirst(),
                            List.of());
            case Undone(var made, var removal) ->
                    new Problem(
                            Statuses.of(removal),
                            "it was made and was to be removed again: "
                                    + Outcomes.trouble(removal).orElse("it is gone"),
                            made.node());
            case Made made -> throw new IllegalArgumentException(made + " is no problem");
        };
    }

    private static Problem problem(CreateRequest order, Creation creation, Missing missing) {
        if (missing.attempts().isEmpty()) {
            return nobody(creation);
        }
        var why = missing.failures();
        // A node where it may exist all the same matters most: the client must look there.
        var open = missing.attempts().stream().filter(Attempt::open).findFirst();
        var worst = open.orElse(missing.attempts().getFirst());
        return new Problem(
                Statuses.of(worst.outcome()),
                open.isPresent()
                        ? "%s; it may exist, look for the label herd.request=%s"
                                .formatted(why, order.request())
                        : why,
                worst.node());
    }

    /** No node could be asked to create anything. */
    private static Problem nobody(Creation creation) {
        var reasons = new TreeMap<NodeName, String>();
        creation.coverage().failed().forEach((node, why) -> reasons.put(node, why.message()));
        reasons.putAll(creation.passedOver());
        var why =
                reasons.entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + entry.getValue())
                        .collect(joining("; "));
        return new Problem(
                creation.passedOver().isEmpty() ? Statuses.NO_ANSWER : Statuses.UNAVAILABLE,
                "no node can take a container; " + why,
                reasons.keySet().stream().findFirst(),
                List.of());
    }
}
