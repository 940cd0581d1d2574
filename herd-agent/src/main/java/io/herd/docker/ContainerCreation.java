package io.herd.docker;

import io.herd.action.Action.CallDaemon;
import io.herd.action.Outcome.Done;
import io.herd.action.Result.Replied;
import io.herd.api.ApiBody;
import io.herd.api.ApiRequest;
import io.herd.api.ApiResponse;
import io.herd.concurrent.Background;
import io.herd.herd.ImageCopies.Result.Not;
import io.herd.herd.ImageSpread;
import io.herd.herd.ImageTransfer;
import io.herd.herd.answer.ContainerLocation;
import io.herd.json.api.ApiText;
import io.herd.json.api.NewContainer;
import io.herd.model.Deadline;
import io.herd.model.NodeName;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Creates containers: each on the node where it is to be, with a name that nobody else has. */
record ContainerCreation(HerdApi api) {

    private static final System.Logger LOG = System.getLogger("io.herd.docker");
    private static final String NAME = "name";

    // As long as its daemon may take to remove it while it has much to do.
    private static final Duration FOR_YOUNGER = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    ApiResponse create(ApiRequest request) throws ApiException {
        var form = NewContainer.of(request.text());
        if (form.isEmpty() || isOdd(form.get())) {
            return api.call(api.daemons().self(), request);
        }
        return api.inTurn(form.get().group(), () -> create(request, form.get()));
    }

    private ApiResponse create(ApiRequest request, NewContainer form) throws ApiException {
        var asked = request.parameter(NAME).map(it -> Places.of(it, api.daemons().nodes()));
        var name = asked.map(Places::name);
        var holders = Background.startVirtual("herd-docker-names", () -> holders(name));
        var node =
                asked.filter(it -> !it.name().equals(request.parameter(NAME).orElse("")))
                        .flatMap(it -> it.nodes().stream().findFirst());
        var placed = ContainerPlacement.of(api, form, node);
        holders.await().needNone();
        if (!placed.image()) {
            bring(form.image(), placed.node());
        }
        var response =
                api.call(
                        placed.node(), request.withText(form.text(placed.node())).with(NAME, name));
        return response.ok() ? created(response, placed.node(), name, holders.await()) : response;
    }

    private void bring(String image, NodeName to) throws ApiException {
        var daemons = api.daemons();
        ImageOwner.Found found;
        try {
            found = new ImageOwner(daemons).of(image);
        } catch (ApiException.Nowhere e) {
            // The daemon says so, after what else is wrong.
            return;
        }
        LOG.log(Level.INFO, "copying image {0} from {1} to {2}", image, found.nodes(), to);
        var transfer = new ImageTransfer(daemons.cluster(), image, daemons.timeout());
        var spread = new ImageSpread(transfer, _ -> {});
        found.holders().forEach(it -> spread.from(it.node(), it.id()));
        if (spread.to(Set.of(to)).get(to) instanceof Not(_, var why)) {
            throw ApiException.of(to, why);
        }
    }

    // Each daemon refuses that in its own words.
    private static boolean isOdd(NewContainer form) {
        return Stream.of(Set.of(form.image()), form.networks(), form.volumes())
                .flatMap(Set::stream)
                .anyMatch(ApiRequest::isOdd);
    }

    private NameCheck.Holders holders(Optional<String> name) {
        return name.map(it -> new NameCheck(api.daemons()).holders(it))
                .orElse(NameCheck.Holders.NONE);
    }

    private ApiResponse created(
            ApiResponse response, NodeName node, Optional<String> name, NameCheck.Holders holders)
            throws ApiException {
        api.saw(response, node);
        if (name.isPresent()) {
            keepOnlyOne(name.get(), node, response);
        }
        return new ApiResponse(
                response.head(),
                holders.warning().isEmpty()
                        ? response.body()
                        : ApiText.warned(response.body(), holders.warning().get()));
    }

    // Two agents may have created one each at the same moment: the younger goes. If it stays, it
    // had looked before this one could be seen, and this one goes.
    private void keepOnlyOne(String name, NodeName node, ApiResponse created) throws ApiException {
        var id = ApiText.text(created.body(), "Id").orElse("");
        var mine = new ContainerLocation(node, id, name);
        var until = Deadline.in(FOR_YOUNGER);
        var others = others(mine);
        while (!others.isEmpty()) {
            if (until.passed() || isYounger(mine, others.getFirst())) {
                remove(mine);
                throw NameCheck.conflict(name, others.getFirst());
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            others = others(mine);
        }
    }

    private List<ContainerLocation> others(ContainerLocation mine) {
        return new NameCheck(api.daemons()).holders(mine.name()).beside(mine.id()).found();
    }

    // What is gone by now is no elder: it was the younger, and went.
    private boolean isYounger(ContainerLocation mine, ContainerLocation other) {
        var ages = Stream.of(mine, other).map(this::age).flatMap(Optional::stream).toList();
        return ages.size() == 2 && Age.ORDER.compare(ages.getFirst(), ages.getLast()) > 0;
    }

    private record Age(Instant birth, String id) {

        static final Comparator<Age> ORDER =
                Comparator.comparing(Age::birth).thenComparing(Age::id);
    }

    // On nobody's behalf: it may be another's, and only its age is looked at.
    private Optional<Age> age(ContainerLocation container) {
        var path = "/containers/%s/json".formatted(container.id());
        var outcome =
                api.daemons()
                        .cluster()
                        .cluster()
                        .send(
                                container.node(),
                                new CallDaemon(ApiRequest.get(path, "")),
                                Deadline.in(api.daemons().timeout()));
        return outcome instanceof Done(Replied(var response))
                ? ApiText.moment(response.body(), "Created").map(it -> new Age(it, container.id()))
                : Optional.empty();
    }

    private void remove(ContainerLocation container) throws ApiException {
        var request =
                new ApiRequest(
                        "DELETE",
                        Optional.empty(),
                        "/containers/" + container.id(),
                        "v=1",
                        List.of(),
                        new ApiBody.None());
        var _ = api.call(container.node(), request);
    }
}
