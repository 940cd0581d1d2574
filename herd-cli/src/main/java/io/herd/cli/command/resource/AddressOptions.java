package io.herd.cli.command.resource;

import io.herd.cli.command.option.Converters;
import io.herd.cli.command.option.UsageException;
import io.herd.json.text.JsonForm;
import io.herd.model.Subnet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Picocli mixin: docker's options about the addresses of a new network. */
final class AddressOptions {

    @Option(
            names = "--ipam-driver",
            paramLabel = "DRIVER",
            defaultValue = "default",
            description = "IP Address Management Driver. Default: ${DEFAULT-VALUE}.")
    String driver = "default";

    @Option(
            names = "--ipam-opt",
            paramLabel = "KEY=VALUE",
            converter = Converters.Pair.class,
            description = "Set IPAM driver specific options; repeatable.")
    List<Converters.Pair.Of> options = List.of();

    @Option(
            names = "--subnet",
            paramLabel = "SUBNET",
            converter = Range.class,
            description = "Subnet in CIDR format that represents a network segment; repeatable.")
    List<String> subnets = List.of();

    @Option(
            names = "--ip-range",
            paramLabel = "RANGE",
            converter = Range.class,
            description = "Allocate container ip from a sub-range; repeatable.")
    List<String> ranges = List.of();

    @Option(
            names = "--gateway",
            paramLabel = "ADDRESS",
            converter = Converters.Ip.class,
            description = "IPv4 or IPv6 Gateway for the master subnet; repeatable.")
    List<String> gateways = List.of();

    @Option(
            names = "--aux-address",
            paramLabel = "NAME=ADDRESS",
            converter = Converters.Pair.class,
            description = "Auxiliary IPv4 or IPv6 addresses used by Network driver; repeatable.")
    List<Converters.Pair.Of> others = List.of();

    /** Writes them into a form's {@code IPAM}; each goes to the subnet that it lies in. */
    void into(JsonForm form) throws UsageException {
        form.text("Driver", driver);
        // As docker's client: an empty object if there are none.
        Converters.Pair.byKey(options).forEach(form.part("Options")::text);
        var ofRange = new LinkedHashMap<String, String>();
        for (var range : ranges) {
            put(ofRange, around(range, "--ip-range"), range, "--ip-range");
        }
        var ofGateway = new LinkedHashMap<String, String>();
        for (var gateway : gateways) {
            put(ofGateway, around(gateway, "--gateway"), gateway, "--gateway");
        }
        var ofOthers = new LinkedHashMap<String, List<Converters.Pair.Of>>();
        for (var other : others) {
            ofOthers.computeIfAbsent(around(other.value(), "--aux-address"), _ -> new ArrayList<>())
                    .add(other);
        }
        for (var subnet : subnets) {
            form.element("Config")
                    .text("Subnet", subnet)
                    .text("IPRange", ofRange.get(subnet))
                    .text("Gateway", ofGateway.get(subnet))
                    .moreTexts(
                            "AuxiliaryAddresses",
                            Converters.Pair.byKey(ofOthers.getOrDefault(subnet, List.of())));
        }
    }

    private static void put(Map<String, String> values, String subnet, String value, String option)
            throws UsageException {
        var first = values.putIfAbsent(subnet, value);
        if (first != null) {
            throw new UsageException(
                    "%s is given twice for the subnet %s, as %s and %s: leave one out"
                            .formatted(option, subnet, first, value));
        }
    }

    private String around(String address, String option) throws UsageException {
        return subnets.stream()
                .filter(subnet -> Subnet.contains(subnet, address.split("/", 2)[0]))
                .findFirst()
                .orElseThrow(() ->
                        new UsageException(
                                "%s %s lies in no subnet: give it one with --subnet"
                                        .formatted(option, address)));
    }

    static final class Range implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            if (!Subnet.is(text)) {
                throw new TypeConversionException(
                        "invalid subnet '%s': use one such as 10.5.0.0/16 or fd00:5::/64"
                                .formatted(text));
            }
            return text;
        }
    }
}
