package io.herd.guard;

import io.herd.action.Failure.Kind;
import io.herd.engine.EngineException;
import io.herd.json.docker.CreateForm;
import io.herd.json.docker.Demands;
import io.herd.json.docker.HarmfulFormException;
import io.herd.json.docker.OwnerLabel;
import io.herd.json.docker.ResourceForm;
import io.herd.model.Caller;
import io.herd.model.Deadline;
import io.herd.model.RawJson;
import io.herd.model.ResourceKind;
import io.herd.policy.Affected;
import io.herd.policy.Operation;
import io.herd.policy.Rule;
import io.herd.policy.Rule.Grant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Decides whether one rule lets somebody, who is no admin, do something.
 *
 * @param <T> an action or a stream
 */
final class RuledAdmission<T> {

    // A name may be another's a moment later, and the beginning of an id may fit several.
    private static final Pattern FULL_ID = Pattern.compile("[0-9a-f]{64}");

    private static final Pattern UUID =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Rule rule;
    private final Caller caller;
    private final Operation<T> operation;
    private final Ownership ownership;
    private final Deadline deadline;
    private Optional<String> owner = Optional.empty();

    RuledAdmission(
            Rule rule,
            Caller caller,
            Operation<T> operation,
            Ownership ownership,
            Deadline deadline) {
        this.rule = rule;
        this.caller = caller;
        this.operation = operation;
        this.ownership = ownership;
        this.deadline = deadline;
    }

    Admitted<T> of(T asked) throws DeniedException, EngineException {
        return new Admitted<>(allowed(asked), rule.name(), owner);
    }

    private T allowed(T asked) throws DeniedException, EngineException {
        return switch (operation.on()) {
            case Affected.Nothing<T> _, Affected.Node<T> _, Affected.Matching<T> _ -> asked;
            case Affected.Herd<T> _ -> throw denied("agents do that by themselves");
            case Affected.Root<T>(String why) -> throw denied(why + ", which is for admins alone");
            case Affected.Started<T>(String id) ->
                    own(List.of(ownership.containerOf(id, deadline)), asked);
            case Affected.Images<T>(var references) -> images(references, asked);
            case Affected.Containers<T>(var ids) -> own(ids, asked);
            case Affected.Command<T> command -> command(command, asked);
            case Affected.Resources<T>(String id, var form, var of) -> {
                update(form);
                yield own(List.of(id), of.apply(form));
            }
            case Affected.NewContainer<T>(_, var form, var of) -> of.apply(container(form));
            case Affected.Filtered<T>(var filters, var of) ->
                    of.apply(filters(OwnerLabel.plain(filters, caller.name())));
            case Affected.Resource<T>(var kind, String name, var of) ->
                    of.apply(resource(kind, name));
            case Affected.NewResource<T>(var kind, var form, var of) ->
                    of.apply(resource(kind, form));
            case Affected.Connected<T>(String network, var form, var of) -> {
                own(List.of(connected(form)), asked);
                yield of.apply(network(network), form);
            }
            case Affected.Disconnected<T>(_, String id) -> own(List.of(id), asked);
        };
    }

    private Map<String, List<String>> filters(Map<String, List<String>> filters) {
        return rule.ownAlone() ? OwnerLabel.filter(filters, caller.name()) : filters;
    }

    private T images(List<String> references, T asked) throws DeniedException {
        for (var reference : references) {
            image(reference);
        }
        return asked;
    }

    private void image(String reference) throws DeniedException {
        if (!rule.names(reference)) {
            throw denied(
                    "the image '%s' is none of those that it names; give name and tag"
                            .formatted(reference));
        }
    }

    private T own(List<String> ids, T asked) throws DeniedException, EngineException {
        for (var id : ids) {
            if (!FULL_ID.matcher(id).matches()) {
                throw denied("'%s' is no full id".formatted(id));
            }
            if (rule.ownAlone()) {
                owner = ownership.ofContainer(id, deadline);
                need(owner, id.substring(0, 12));
            }
        }
        return asked;
    }

    private void need(Optional<String> owner, String what) throws DeniedException {
        if (!owner.equals(Optional.of(caller.name()))) {
            this.owner = owner;
            throw denied(
                    owner.map(his -> "%s is %s's".formatted(what, his))
                            .orElse(what + " is nobody's"));
        }
    }

    private T command(Affected.Command<T> command, T asked)
            throws DeniedException, EngineException {
        if (command.privileged() && !rule.grants().contains(Grant.EXEC_PRIVILEGED)) {
            throw denied("it does not allow a privileged command");
        }
        if (command.user() && !rule.grants().contains(Grant.EXEC_USER)) {
            throw denied("it does not allow a command as another user");
        }
        return own(List.of(command.id()), asked);
    }

    private RawJson container(RawJson form) throws DeniedException, EngineException {
        var marked = Guard.marked(caller, form, rule.name());
        CreateForm harmless;
        try {
            harmless = CreateForm.of(marked);
        } catch (HarmfulFormException e) {
            throw harmful(e);
        }
        image(harmless.image());
        request(harmless.request());
        limits(harmless.demands(), true);
        for (var volume : harmless.volumes()) {
            volume(volume);
        }
        // By their ids: a daemon looks for a network when the container starts.
        var networks = new HashMap<String, String>();
        for (var network : harmless.networks()) {
            networks.put(network, resource(ResourceKind.NETWORK, network));
        }
        return networks.isEmpty() ? marked : CreateForm.withNetworks(marked, networks);
    }

    // A request finds again what was made for it: nobody may put his own in the place of another's,
    // whose id he guesses.
    private void request(Optional<String> id) throws DeniedException {
        if (id.isPresent()
                && !UUID.matcher(id.get()).matches()
                && !id.get().startsWith(caller.name() + "-")) {
            throw denied(
                    "the request id '%s' may be another's: use a UUID, or one that begins with '%s-'"
                            .formatted(id.get(), caller.name()));
        }
    }

    private DeniedException harmful(HarmfulFormException e) {
        return denied("%s, which is for admins alone".formatted(e.getMessage()));
    }

    // One that is not there would be nobody's.
    private void volume(String name) throws DeniedException, EngineException {
        if (rule.ownAlone() && owned(ResourceKind.VOLUME, name).isEmpty()) {
            throw denied(
                    "there is no volume '%s': create it first, so that it is yours"
                            .formatted(name));
        }
    }

    private String network(String name) throws DeniedException, EngineException {
        return CreateForm.isEverybodys(name) ? name : resource(ResourceKind.NETWORK, name);
    }

    /** Checks that it is his own; returns what it is to be called. */
    private String resource(ResourceKind kind, String name)
            throws DeniedException, EngineException {
        if (!rule.ownAlone()) {
            return name;
        }
        var owned = ownership.of(kind, name, deadline);
        need(owned.owner(), "the %s '%s'".formatted(kind.word(), name));
        owner = owned.owner();
        return owned.id();
    }

    private Optional<String> owned(ResourceKind kind, String name)
            throws DeniedException, EngineException {
        try {
            return Optional.of(resource(kind, name));
        } catch (EngineException e) {
            if (e.failure().kind() == Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private RawJson resource(ResourceKind kind, RawJson form)
            throws DeniedException, EngineException {
        var marked = Guard.marked(caller, form, rule.name());
        String name;
        try {
            name = ResourceForm.harmless(kind, marked);
        } catch (HarmfulFormException e) {
            throw harmful(e);
        }
        // A daemon answers with the volume that is there.
        if (kind == ResourceKind.VOLUME && !name.isEmpty()) {
            var _ = owned(kind, name);
        }
        return marked;
    }

    private String connected(RawJson form) throws DeniedException {
        try {
            return CreateForm.connection(form);
        } catch (HarmfulFormException e) {
            throw harmful(e);
        }
    }

    private void update(RawJson form) throws DeniedException {
        try {
            limits(CreateForm.update(form), false);
        } catch (HarmfulFormException e) {
            throw harmful(e);
        }
    }

    private void limits(Demands demands, boolean whole) throws DeniedException {
        var objection = new Allowance(rule).objection(demands, whole);
        if (objection.isPresent()) {
            throw denied(objection.get());
        }
    }

    private DeniedException denied(String why) {
        return new DeniedException(
                rule.name(),
                owner,
                "rule '%s' does not let '%s' do %s: %s"
                        .formatted(rule.name(), caller.name(), operation.word(), why));
    }
}
