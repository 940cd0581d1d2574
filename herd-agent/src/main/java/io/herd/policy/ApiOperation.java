package io.herd.policy;

import io.herd.api.ApiRequest;
import io.herd.api.ApiVersion;
import io.herd.api.Route;
import io.herd.api.Routes;
import io.herd.json.docker.ApiForm;
import io.herd.json.docker.DockerJson;
import io.herd.model.RawJson;
import io.herd.model.ResourceKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a request of the Docker Engine API does. One that cannot be read in every detail as a daemon
 * will read it is for admins alone.
 *
 * @param of makes the operation out of another request
 * @param <T> an action or a stream
 */
record ApiOperation<T>(
        ApiRequest request, Route route, String variable, Function<ApiRequest, T> of) {

    // Of these a daemon reads parameters beside those in the target.
    private static final List<String> FORMS =
            List.of("application/x-www-form-urlencoded", "multipart/");

    // Before it, the form for starting a container could give it everything.
    private static final ApiVersion OLDEST = new ApiVersion(1, 24);

    private static final String UNKNOWN = "its form has fields that herd does not know";

    static <T> Operation<T> of(ApiRequest request, Function<ApiRequest, T> of) {
        var match = Routes.of(request);
        return new ApiOperation<>(request, match.route(), match.variable(), of).operation();
    }

    private Operation<T> operation() {
        var affected = hidden().<Affected<T>>map(Affected.Root::new).orElseGet(this::affected);
        return new Operation<>(word(), route.changes(), affected);
    }

    // A daemon refuses it, or reads in it what is not to be seen here.
    private Optional<String> hidden() {
        if (request.version().isPresent() && !isRead(request.version().get())) {
            return Optional.of("its version of the API is older than " + OLDEST);
        }
        if (hidesParameters()) {
            return Optional.of("it has parameters in its body");
        }
        return route.subject().form() && !ApiForm.isObject(request.text())
                ? Optional.of("its form is no JSON object")
                : Optional.empty();
    }

    private String word() {
        return isImport() ? "image.load" : route.word();
    }

    private static boolean isRead(String version) {
        return ApiVersion.parse(version).filter(it -> it.compareTo(OLDEST) >= 0).isPresent();
    }

    private boolean hidesParameters() {
        var type = request.header("Content-Type").orElse("").strip().toLowerCase(Locale.ROOT);
        return FORMS.stream().anyMatch(type::startsWith);
    }

    private boolean isImport() {
        return request.parameter("fromSrc").isPresent();
    }

    private Affected<T> affected() {
        return switch (route.subject()) {
            case NOTHING -> new Affected.Nothing<>();
            case NODE -> Affected.Node.itself();
            case ROOT -> new Affected.Root<>("it may do anything to the host");
            case CONTAINER -> Affected.Containers.one(variable);
            case CONTAINER_PARAMETER ->
                    Affected.Containers.one(request.parameter("container").orElse(""));
            case NEW_CONTAINER ->
                    new Affected.NewContainer<>(request.parameter("name"), form(), this::with);
            case UPDATE -> new Affected.Resources<>(variable, form(), this::with);
            case NEW_EXEC -> command();
            case EXEC -> new Affected.Started<>(variable);
            case FILTERS -> filtered();
            case IMAGE ->
                    new Affected.Images<>(
                            List.of(
                                    request.parameter("tag")
                                            .map(it -> variable + separator(it) + it)
                                            .orElse(variable)));
            case IMAGE_READ -> new Affected.Node<>(variable);
            case IMAGE_TAG ->
                    new Affected.Images<>(List.of(variable, named("repo", "tag").orElse("")));
            case IMAGE_PULL ->
                    isImport()
                            ? Affected.Node.itself()
                            : new Affected.Images<>(named("fromImage", "tag").stream().toList());
            case IMAGES -> new Affected.Images<>(request.parameters("names"));
            case NETWORK -> resource(ResourceKind.NETWORK);
            case VOLUME -> resource(ResourceKind.VOLUME);
            case NEW_NETWORK ->
                    new Affected.NewResource<>(ResourceKind.NETWORK, form(), this::with);
            case NEW_VOLUME -> new Affected.NewResource<>(ResourceKind.VOLUME, form(), this::with);
            case CONNECT ->
                    new Affected.Connected<>(
                            variable,
                            form(),
                            (network, form) ->
                                    of.apply(route.about(network, request).withText(form.text())));
            case DISCONNECT ->
                    ApiForm.disconnected(request.text())
                            .<Affected<T>>map(id -> new Affected.Disconnected<>(variable, id))
                            .orElseGet(() -> new Affected.Root<>(UNKNOWN));
        };
    }

    private RawJson form() {
        return new RawJson(request.text());
    }

    private T with(RawJson form) {
        return of.apply(request.withText(form.text()));
    }

    private Affected<T> command() {
        return ApiForm.exec(request.text())
                .<Affected<T>>map(
                        it -> new Affected.Command<>(variable, it.user(), it.privileged()))
                .orElseGet(() -> new Affected.Root<>(UNKNOWN));
    }

    private Affected<T> filtered() {
        return DockerJson.filters(request.parameter("filters").orElse("{}"))
                .<Affected<T>>map(filters -> new Affected.Filtered<>(filters, this::with))
                .orElseGet(() -> new Affected.Root<>("its filters cannot be read"));
    }

    private T with(Map<String, List<String>> filters) {
        var text =
                filters.isEmpty()
                        ? Optional.<String>empty()
                        : Optional.of(DockerJson.filters(filters));
        return of.apply(request.with("filters", text));
    }

    private Affected<T> resource(ResourceKind kind) {
        return new Affected.Resource<>(
                kind, variable, other -> of.apply(route.about(other, request)));
    }

    private Optional<String> named(String name, String tag) {
        return request.parameter(name)
                .map(it ->
                        request.parameter(tag).map(mark -> it + separator(mark) + mark).orElse(it));
    }

    private static String separator(String tag) {
        return tag.contains(":") ? "@" : ":";
    }
}
