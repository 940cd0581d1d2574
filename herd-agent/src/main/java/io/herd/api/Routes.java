package io.herd.api;

import static java.util.stream.Collectors.groupingBy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The endpoints of the Docker Engine API. */
public final class Routes {

    /**
     * Method, pattern, {@link Where}, {@link Subject}, word, and {@link Route.Trait}s. The first
     * that fits is meant.
     */
    private static final String TABLE =
            """
            GET    /containers/json              list-containers     filters             container.ls        short
            POST   /containers/create            new-container       new-container       container.create    changes
            POST   /containers/prune             prune               filters             container.prune     changes slow
            GET    /containers/ps                nowhere             root                docker.api          changes
            GET    /containers/{id}/json         container           container           container.inspect   short
            GET    /containers/{id}/top          container           container           container.top       short
            GET    /containers/{id}/changes      container           container           container.diff      short
            GET    /containers/{id}/stats        container           container           container.stats     slow
            GET    /containers/{id}/logs         container           container           container.logs
            GET    /containers/{id}/export       container           container           container.export    slow
            HEAD   /containers/{id}/archive      container           container           container.cp
            GET    /containers/{id}/archive      container           container           container.cp        slow
            PUT    /containers/{id}/archive      container           container           container.cp        changes slow
            POST   /containers/{id}/start        container           container           container.start     changes slow
            POST   /containers/{id}/stop         container           container           container.stop      changes slow
            POST   /containers/{id}/restart      container           container           container.restart   changes slow
            POST   /containers/{id}/kill         container           container           container.kill      changes slow
            POST   /containers/{id}/pause        container           container           container.pause     changes
            POST   /containers/{id}/unpause      container           container           container.unpause   changes
            POST   /containers/{id}/resize       container           container           container.attach
            POST   /containers/{id}/update       container           update              container.update    changes
            POST   /containers/{id}/wait         container           container           container.wait      slow
            POST   /containers/{id}/rename       rename              container           container.rename    changes short
            POST   /containers/{id}/attach       container           container           container.attach    changes tunnel bodiless
            GET    /containers/{id}/attach/ws    container           container           container.attach    changes tunnel
            POST   /containers/{id}/exec         container           new-exec            container.exec      changes
            POST   /containers/{id}/copy         nowhere             root                docker.api          changes
            GET    /containers/{id}/checkpoints  container           root                docker.api          changes
            POST   /containers/{id}/checkpoints  container           root                docker.api          changes slow
            DELETE /containers/{id}/checkpoints/{name} container     root                docker.api          changes slow
            DELETE /containers/{id}              container           container           container.rm        changes slow
            POST   /exec/{id}/start              exec                exec                container.exec      changes tunnel
            POST   /exec/{id}/resize             exec                exec                container.exec
            GET    /exec/{id}/json               exec                exec                container.inspect   short
            POST   /commit                       container-parameter container-parameter container.commit    changes slow

            GET    /images/json                  list-images         node                image.ls            short
            GET    /images/search                own                 node                image.search        slow
            GET    /images/get                   images              images              image.save          slow
            POST   /images/create                own                 image-pull          image.pull          changes slow
            POST   /images/load                  own                 node                image.load          changes slow
            POST   /images/prune                 prune               node                image.prune         changes slow
            GET    /images/{name}/json           image               image-read          image.inspect       short
            GET    /images/{name}/history        image               image-read          image.history       short
            GET    /images/{name}/attestations   image               image-read          image.inspect       short
            GET    /images/{name}/get            image               image               image.save          slow
            POST   /images/{name}/push           image               image               image.push          changes slow
            POST   /images/{name}/tag            image-owners        image-tag           image.tag           changes
            DELETE /images/{name}                image-owners        image               image.rm            changes slow
            GET    /distribution/{name}/json     own                 node                image.search        slow
            POST   /auth                         own                 node                image.search        slow
            POST   /build                        own                 root                image.build         changes slow
            POST   /build/cancel                 own                 root                image.build         changes
            POST   /build/prune                  prune               node                builder.prune       changes slow
            POST   /session                      own                 root                image.build         changes tunnel
            POST   /grpc                         own                 root                image.build         changes tunnel

            GET    /networks                     list-networks       filters             network.ls          short
            GET    /networks/                    list-networks       filters             network.ls          short
            POST   /networks/create              new-network         new-network         network.create      changes
            POST   /networks/prune               prune               filters             network.prune       changes slow
            POST   /networks/{id}/connect        container-form      connect             network.connect     changes
            POST   /networks/{id}/disconnect     container-form      disconnect          network.disconnect  changes
            GET    /networks/{id}                network             network             network.inspect     short
            DELETE /networks/{id}                network             network             network.rm          changes slow
            GET    /volumes                      list-volumes        filters             volume.ls           short
            POST   /volumes/create               new-volume          new-volume          volume.create       changes
            POST   /volumes/prune                prune               filters             volume.prune        changes slow
            GET    /volumes/{name}               volume              volume              volume.inspect      short
            PUT    /volumes/{name}               volume              root                volume.update       changes slow
            DELETE /volumes/{name}               volume              volume              volume.rm           changes slow

            GET    /_ping                        ping                nothing             -
            HEAD   /_ping                        ping                nothing             -
            GET    /version                      version             nothing             -                   short
            GET    /info                         info                node                system.info         short
            GET    /events                       events              filters             system.events       slow
            GET    /system/df                    disk                node                system.df           short slow
            GET    /plugins                      own                 root                plugin.ls           short
            GET    /plugins/privileges           own                 root                plugin.ls           slow
            GET    /plugins/{name}/json          own                 root                plugin.ls           short
            POST   /plugins/{name}               own                 root                plugin.update       changes slow
            DELETE /plugins/{name}               own                 root                plugin.update       changes slow
            *      /swarm                        swarm               root                docker.api          changes
            *      /swarm/{rest}                 swarm               root                docker.api          changes
            *      /nodes                        swarm               root                docker.api          changes
            *      /nodes/{rest}                 swarm               root                docker.api          changes
            *      /services                     swarm               root                docker.api          changes
            *      /services/{rest}              swarm               root                docker.api          changes
            *      /tasks                        swarm               root                docker.api          changes
            *      /tasks/{rest}                 swarm               root                docker.api          changes
            *      /secrets                      swarm               root                docker.api          changes
            *      /secrets/{rest}               swarm               root                docker.api          changes
            *      /configs                      swarm               root                docker.api          changes
            *      /configs/{rest}               swarm               root                docker.api          changes
            """;

    /** What is none of them; a daemon that is asked for it by name may know it all the same. */
    private static final Route UNKNOWN =
            row("* /{rest} nowhere root docker.api changes tunnel slow".split(" "));

    private static final Map<String, List<Route>> BY_FIRST =
            TABLE.lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> row(line.strip().split("\\s+")))
                    .collect(groupingBy(route -> first(route.pattern())));

    private Routes() {}

    /**
     * An endpoint that is asked for.
     *
     * @param variable the decoded first variable of its pattern; nothing if it has none
     */
    public record Match(Route route, String variable) {}

    /** All of them. */
    public static List<Route> all() {
        return BY_FIRST.values().stream().flatMap(List::stream).toList();
    }

    /** The endpoint that is asked for. */
    public static Match of(ApiRequest request) {
        return of(request.method(), request.decodedPath());
    }

    private static Match of(String method, String path) {
        return BY_FIRST.getOrDefault(first(path), List.of()).stream()
                .filter(route -> List.of("*", method).contains(route.method()))
                .flatMap(route -> match(route, path).stream())
                .findFirst()
                .orElseGet(() -> new Match(UNKNOWN, path.substring(1)));
    }

    private static Optional<Match> match(Route route, String path) {
        return route.variable(path).map(variable -> new Match(route, variable));
    }

    private static String first(String path) {
        int end = path.indexOf('/', 1);
        return end < 0 ? path : path.substring(0, end);
    }

    private static Route row(String[] cells) {
        var traits = EnumSet.noneOf(Route.Trait.class);
        Arrays.stream(cells).skip(5).forEach(it -> traits.add(Route.Trait.valueOf(constant(it))));
        return new Route(
                cells[0],
                cells[1],
                Where.valueOf(constant(cells[2])),
                Subject.valueOf(constant(cells[3])),
                cells[4].equals("-") ? "" : cells[4],
                traits);
    }

    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
