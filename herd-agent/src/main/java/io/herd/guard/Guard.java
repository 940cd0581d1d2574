package io.herd.guard;

import io.herd.action.Action;
import io.herd.action.Action.IfRegistered;
import io.herd.action.Result.Match;
import io.herd.action.Result.Quality;
import io.herd.action.Streaming;
import io.herd.engine.Engine;
import io.herd.engine.EngineException;
import io.herd.json.docker.CreateForm;
import io.herd.json.docker.OwnerLabel;
import io.herd.model.Caller;
import io.herd.model.Deadline;
import io.herd.model.NodeName;
import io.herd.model.RawJson;
import io.herd.policy.Affected;
import io.herd.policy.Operation;
import io.herd.policy.Policy;
import io.herd.policy.Rights.Admin;
import io.herd.policy.Rights.Ruled;
import io.herd.policy.Rule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * Decides whether somebody may do what he asks of this node, and makes what he creates his own.
 * Thread-safe.
 */
public final class Guard {

    /** The rule for what everybody may do. */
    private static final String EVERYBODY = "everybody";

    private static final String ADMINS = "admins";

    private static final Set<String> VOLUMES = Set.of("volume.create", "volume.rm", "volume.prune");

    private final NodeName node;
    private final Supplier<Policy> policy;
    private final boolean noting;
    private final Ownership ownership;
    private final LongAdder denials = new LongAdder();

    /**
     * @param policy asked for each time
     * @param noting whether to look up whose something is also if that decides nothing
     */
    public Guard(NodeName node, Engine engine, Supplier<Policy> policy, boolean noting) {
        this.node = node;
        this.noting = noting;
        this.policy = policy;
        this.ownership = new Ownership(engine);
    }

    /** How often something was denied so far. */
    public long denials() {
        return denials.sum();
    }

    /**
     * Decides about an action.
     *
     * @throws EngineException when the daemon does not say whose something is
     */
    public Admitted<Action> admit(Caller caller, Action asked, Deadline deadline)
            throws DeniedException, EngineException {
        if (asked instanceof IfRegistered(var then)) {
            var admitted = admit(caller, then, deadline);
            return new Admitted<>(
                    new IfRegistered(admitted.asked()), admitted.rule(), admitted.owner());
        }
        return admit(caller, asked, Operation.of(asked), deadline);
    }

    /** Decides about a stream, likewise. */
    public Admitted<Streaming> admit(Caller caller, Streaming asked, Deadline deadline)
            throws DeniedException, EngineException {
        return admit(caller, asked, Operation.of(asked), deadline);
    }

    /**
     * Whether no volume may come or go from {@link #admit} until the action is done: a volume has
     * nothing but its name.
     */
    public boolean concernsVolumes(Caller caller, Action asked) {
        var operation = Operation.of(asked);
        if (operation.on() instanceof Affected.NewContainer<Action>(_, var form, _)) {
            return CreateForm.mayMount(form) && policy.get().rights(caller, node) instanceof Ruled;
        }
        return VOLUMES.contains(operation.word());
    }

    private <T> Admitted<T> admit(Caller caller, T asked, Operation<T> operation, Deadline deadline)
            throws DeniedException, EngineException {
        try {
            return switch (policy.get().rights(caller, node)) {
                case Admin _ ->
                        new Admitted<>(
                                marked(caller, asked, operation),
                                ADMINS,
                                owner(operation, deadline));
                case Ruled(var _) when operation.on() instanceof Affected.Nothing<T> ->
                        new Admitted<>(asked, EVERYBODY, Optional.empty());
                case Ruled rights -> admit(rights, caller, asked, operation, deadline);
            };
        } catch (DeniedException e) {
            denials.increment();
            throw e;
        }
    }

    /** For the audit, which need not know it: what is wrong shows when it is done. */
    private Optional<String> owner(Operation<?> operation, Deadline deadline) {
        var isContainers =
                operation.on() instanceof Affected.Containers<?>
                        || operation.on() instanceof Affected.Command<?>
                        || operation.on() instanceof Affected.Resources<?>;
        if (!noting || !operation.changes() || !isContainers) {
            return Optional.empty();
        }
        try {
            return ownership.ofContainer(operation.object(), deadline);
        } catch (EngineException e) {
            return Optional.empty();
        }
    }

    /** An admin's, who may do everything but say that something is somebody else's. */
    private static <T> T marked(Caller caller, T asked, Operation<T> operation)
            throws DeniedException {
        return switch (operation.on()) {
            case Affected.NewContainer<T>(_, var form, var of) ->
                    of.apply(marked(caller, form, ADMINS));
            case Affected.NewResource<T>(_, var form, var of) ->
                    of.apply(marked(caller, form, ADMINS));
            case Affected.Filtered<T>(var filters, var of) ->
                    of.apply(OwnerLabel.plain(filters, caller.name()));
            case Affected.Nothing<T> _,
                    Affected.Root<T> _,
                    Affected.Started<T> _,
                    Affected.Herd<T> _,
                    Affected.Node<T> _,
                    Affected.Images<T> _,
                    Affected.Containers<T> _,
                    Affected.Command<T> _,
                    Affected.Resources<T> _,
                    Affected.Matching<T> _,
                    Affected.Resource<T> _,
                    Affected.Connected<T> _,
                    Affected.Disconnected<T> _ ->
                    asked;
        };
    }

    /** A form for something that is to be the caller's. */
    static RawJson marked(Caller caller, RawJson form, String rule) throws DeniedException {
        var complaint = OwnerLabel.complaint(form);
        if (complaint.isPresent()) {
            throw new DeniedException(
                    rule, Optional.empty(), "the form is refused: " + complaint.get());
        }
        return OwnerLabel.set(form, caller.name());
    }

    private <T> Admitted<T> admit(
            Ruled rights, Caller caller, T asked, Operation<T> operation, Deadline deadline)
            throws DeniedException, EngineException {
        var denied =
                new DeniedException(
                        "",
                        Optional.empty(),
                        "no rule lets '%s' do %s on '%s'"
                                .formatted(caller.name(), operation.word(), node));
        for (var rule : rights.about(operation.word())) {
            try {
                return new RuledAdmission<>(rule, caller, operation, ownership, deadline).of(asked);
            } catch (DeniedException e) {
                denied = e;
            }
        }
        throw denied;
    }

    /**
     * Of the containers that a reference fits, those that the caller may know of. What is not his
     * own remains if he has named it in full, so that he is told that he may not do what he wants.
     */
    public List<Match> seen(Caller caller, List<Match> matches, Deadline deadline)
            throws EngineException {
        return switch (policy.get().rights(caller, node)) {
            case Admin _ -> matches;
            case Ruled rights -> {
                var rules = rights.about("container.ls");
                yield rules.stream().allMatch(Rule::ownAlone)
                        ? own(caller, matches, deadline)
                        : matches;
            }
        };
    }

    private List<Match> own(Caller caller, List<Match> matches, Deadline deadline)
            throws EngineException {
        if (matches.isEmpty()) {
            return matches;
        }
        var own = ownership.containersOf(caller.name(), deadline);
        return matches.stream()
                .filter(it -> own.contains(it.id()) || it.quality() != Quality.ID_PREFIX)
                .map(it -> own.contains(it.id()) ? it : it.withQuality(Quality.ANOTHERS))
                .toList();
    }
}
