package io.herd.cli.command.creation;

import io.herd.cli.command.option.CompletionCandidates;
import io.herd.cli.command.option.Converters;
import io.herd.cli.command.option.UsageException;
import io.herd.json.text.JsonForm;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Docker's options about the networks, names and ports of a new container; writes them into the
 * Docker API's create form.
 */
final class NetworkOptions {

    @Option(
            names = {"-p", "--publish"},
            paramLabel = "[[ADDR:]PORT:]PORT[/udp]",
            converter = Publication.Converter.class,
            description = "Publish a container's port to its host; repeatable.")
    List<Publication> published = new ArrayList<>();

    @Option(
            names = {"-P", "--publish-all"},
            description = "Publish all exposed ports to random ports.")
    boolean publishAll;

    @Option(
            names = "--expose",
            paramLabel = "PORT[-PORT][/udp]",
            converter = Publication.Exposed.Converter.class,
            description = "Expose a port or a range of ports; repeatable.")
    List<Publication.Exposed> exposed = new ArrayList<>();

    @Option(
            names = {"--network", "--net"},
            paramLabel = "NETWORK",
            completionCandidates = CompletionCandidates.Attachable.class,
            converter = NetworkAttachment.Converter.class,
            description = "Connect the container to a network of its host; repeatable.")
    List<NetworkAttachment> networks = new ArrayList<>();

    @Option(
            names = {"--network-alias", "--net-alias"},
            paramLabel = "NAME",
            description = "Add a network-scoped alias for the container; repeatable.")
    List<String> aliases = new ArrayList<>();

    @Option(
            names = "--ip",
            paramLabel = "ADDR",
            converter = Converters.Ip.class,
            description = "IPv4 address (e.g., 172.30.100.104).")
    @Nullable String ip;

    @Option(
            names = "--ip6",
            paramLabel = "ADDR",
            converter = Converters.Ip.class,
            description = "IPv6 address (e.g., 2001:db8::33).")
    @Nullable String ip6;

    @Option(
            names = "--link-local-ip",
            paramLabel = "ADDR",
            converter = Converters.Ip.class,
            description = "Container IPv4/IPv6 link-local addresses; repeatable.")
    List<String> linkLocal = new ArrayList<>();

    @Option(
            names = "--mac-address",
            paramLabel = "ADDR",
            converter = NetworkAttachment.Mac.class,
            description = "Container MAC address (e.g., 92:d0:c6:0a:29:33).")
    @Nullable String mac;

    @Option(
            names = "--link",
            paramLabel = "CONTAINER[:ALIAS]",
            description = "Add link to another container of its host; repeatable.")
    List<String> links = new ArrayList<>();

    @Option(
            names = "--dns",
            paramLabel = "ADDR",
            converter = Converters.Ip.class,
            description = "Set a custom DNS server; repeatable.")
    List<String> dns = new ArrayList<>();

    @Option(
            names = {"--dns-option", "--dns-opt"},
            paramLabel = "OPTION",
            description = "Set DNS options; repeatable.")
    List<String> dnsOptions = new ArrayList<>();

    @Option(
            names = "--dns-search",
            paramLabel = "DOMAIN",
            description = "Set custom DNS search domains; repeatable.")
    List<String> dnsSearch = new ArrayList<>();

    @Option(
            names = "--add-host",
            paramLabel = "NAME:ADDR",
            description = "Add a custom host-to-IP mapping (host:ip); repeatable.")
    List<String> hosts = new ArrayList<>();

    void into(JsonForm form, JsonForm host) throws UsageException {
        host.flag("PublishAllPorts", publishAll)
                .moreTexts("Dns", dns)
                .moreTexts("DnsOptions", dnsOptions)
                .moreTexts("DnsSearch", dnsSearch)
                .moreTexts("ExtraHosts", hosts.stream().map(NetworkOptions::withColon).toList())
                .moreTexts("Links", links);
        published.forEach(it -> it.into(form, host));
        exposed.forEach(it -> it.into(form));
        if (!networks.isEmpty()) {
            host.text("NetworkMode", networks.getFirst().name());
        }
        endpoints(form, host.textOr("NetworkMode", "default"));
    }

    // The options without the name of a network are for the first.
    private void endpoints(JsonForm form, String mode) throws UsageException {
        var first = networks.isEmpty() ? NetworkAttachment.of(mode) : networks.getFirst();
        first.aliases().addAll(once("--network-alias", aliases, first.aliases()));
        first.linkLocal().addAll(once("--link-local-ip", linkLocal, first.linkLocal()));
        if (first.userDefined()) {
            first.links().addAll(links);
        }
        set(first, "ip", ip);
        set(first, "ip6", ip6);
        set(first, "mac-address", mac);
        // Older daemons read this one, newer ones that of the endpoint.
        form.text("MacAddress", first.settings().get("mac-address"));
        var all = networks.isEmpty() ? List.of(first) : networks;
        if (all.size() > 1 || !first.bare()) {
            var endpoints = form.part("NetworkingConfig").part("EndpointsConfig");
            for (var network : all) {
                checkAliases(network);
                network.into(endpoints);
            }
        }
    }

    private static void checkAliases(NetworkAttachment network) throws UsageException {
        if (!network.userDefined() && !network.aliases().isEmpty()) {
            throw new UsageException(
                    "the alias '%s' needs a network that users have made: name one with --network"
                            .formatted(network.aliases().getFirst()));
        }
    }

    private static void set(NetworkAttachment network, String key, @Nullable String value)
            throws UsageException {
        if (value != null) {
            var given = network.settings().put(key, value);
            var _ = once("--" + key, List.of(value), given == null ? List.of() : List.of(given));
        }
    }

    private static List<String> once(String option, List<String> values, List<String> given)
            throws UsageException {
        if (!values.isEmpty() && !given.isEmpty()) {
            throw new UsageException(
                    "'%s' of %s conflicts with '%s' in --network: leave one of them out"
                            .formatted(values.getFirst(), option, given.getFirst()));
        }
        return values;
    }

    // Docker's client also takes NAME=ADDR, which the daemon does not.
    private static String withColon(String host) {
        int equals = host.indexOf('=');
        return equals > 0 && host.substring(0, equals).indexOf(':') < 0
                ? host.substring(0, equals) + ":" + host.substring(equals + 1)
                : host;
    }
}
