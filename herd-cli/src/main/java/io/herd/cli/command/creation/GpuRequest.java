package io.herd.cli.command.creation;

import io.herd.cli.command.option.Converters;
import io.herd.json.text.JsonForm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;

/**
 * The value of {@code --gpus}: which GPUs of its host a container gets. It is {@code all}, a
 * number, or fields such as {@code device=0}.
 */
public final class GpuRequest {

    private static final int ALL = -1;

    private final String text;
    private final Map<String, String> given = new HashMap<>();

    private GpuRequest(String text) {
        this.text = text;
        for (var field : CommaSeparated.fields(text)) {
            int equals = field.indexOf('=');
            var key = equals < 0 ? "count" : field.substring(0, equals);
            var value = equals < 0 ? field : field.substring(equals + 1);
            if (given.put(key, value) != null) {
                throw wrong("'%s' is there twice".formatted(key));
            }
        }
        if (!List.of("count", "driver", "device", "capabilities", "options")
                .containsAll(given.keySet())) {
            throw wrong("there is an unknown key in it");
        }
        count();
    }

    private int count() {
        var count = given.getOrDefault("count", given.containsKey("device") ? "0" : "1");
        if (count.equals("all")) {
            return ALL;
        }
        if (!count.matches("-1|[0-9]{1,9}")) {
            throw wrong("'%s' is no number".formatted(count));
        }
        return Integer.parseInt(count);
    }

    /** Writes the request into the host's part of a create form. */
    public void into(JsonForm host) {
        var capabilities = new ArrayList<>(list("capabilities"));
        capabilities.add("gpu");
        var request =
                host.element("DeviceRequests")
                        .text("Driver", given.get("driver"))
                        .number("Count", count())
                        .texts("DeviceIDs", list("device"))
                        .row("Capabilities", capabilities);
        if (given.containsKey("options")) {
            var options = new HashMap<String, String>();
            for (var option : CommaSeparated.fields(given.getOrDefault("options", ""))) {
                var parts = option.split("=", 2);
                options.put(parts[0], parts.length < 2 ? "" : parts[1]);
            }
            request.moreTexts("Options", options);
        }
    }

    private List<String> list(String key) {
        return given.containsKey(key)
                ? List.of(given.getOrDefault(key, "").split(",", -1))
                : List.of();
    }

    private IllegalArgumentException wrong(String why) {
        return new IllegalArgumentException(
                "invalid GPUs '%s', %s: use all, a number, or count=, device=, driver=, capabilities= and options="
                        .formatted(text, why));
    }

    public static final class Converter implements ITypeConverter<GpuRequest> {
        @Override
        public GpuRequest convert(String text) {
            return Converters.checked(GpuRequest::new, text);
        }
    }
}
