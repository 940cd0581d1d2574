package io.herd.cli.command.creation;

import io.herd.cli.command.option.Converters;
import io.herd.json.text.JsonForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;

/**
 * The value of {@code --mount}: a volume, a directory of the container's host, or memory that a
 * container sees at a directory of its own, in fields such as {@code
 * type=bind,source=/srv,target=/srv,readonly}.
 */
public final class MountValue {

    /** One field, with the key as docker's client reads it. */
    private record Field(String key, String value) {}

    private static final Map<String, String> SYNONYMS =
            Map.of(
                    "src", "source",
                    "dst", "target",
                    "destination", "target",
                    "ro", "readonly");
    private static final List<String> MAY_BE_ALONE = List.of("readonly", "volume-nocopy");
    private static final List<String> TRUE = List.of("1", "t", "T", "true", "TRUE", "True");
    private static final List<String> FALSE = List.of("0", "f", "F", "false", "FALSE", "False");

    private final String text;
    private final List<Field> fields = new ArrayList<>();

    private MountValue(String text) {
        this.text = text;
        CommaSeparated.fields(text).forEach(field -> fields.add(field(field)));
        var type = last("type", "volume");
        for (var field : fields) {
            int dash = field.key.indexOf('-');
            if (dash > 0 && !type.equals(field.key.substring(0, dash))) {
                throw wrong("'%s' does not go with type=%s".formatted(field.key, type));
            }
        }
        // Whatever is wrong with a value is said now, not when the container is created.
        into(JsonForm.empty());
    }

    private Field field(String field) {
        int equals = field.indexOf('=');
        var typed = (equals < 0 ? field : field.substring(0, equals)).toLowerCase(Locale.ROOT);
        var key = SYNONYMS.getOrDefault(typed, typed);
        if (equals < 0 && !MAY_BE_ALONE.contains(key)) {
            throw wrong("'%s' has no value".formatted(field));
        }
        return new Field(key, equals < 0 ? "true" : field.substring(equals + 1));
    }

    /** Writes the mount into the host's part of a create form. */
    public void into(JsonForm host) {
        var mount = host.element("Mounts").text("Type", last("type", "volume"));
        fields.forEach(field -> into(mount, field));
        var recursive = last("bind-recursive", "");
        if (List.of("writable", "readonly").contains(recursive) && !isTrue("readonly")) {
            throw wrong("bind-recursive=%s needs readonly".formatted(recursive));
        }
        if (recursive.equals("readonly") && !last("bind-propagation", "").equals("rprivate")) {
            throw wrong("bind-recursive=readonly needs bind-propagation=rprivate");
        }
    }

    private void into(JsonForm mount, Field field) {
        var value = field.value;
        switch (field.key) {
            case "type" -> {}
            case "source" -> mount.text("Source", value);
            case "target" -> mount.text("Target", value);
            case "readonly" -> mount.flag("ReadOnly", flag(field));
            case "consistency" -> mount.text("Consistency", value.toLowerCase(Locale.ROOT));
            case "bind-propagation" ->
                    mount.part("BindOptions").text("Propagation", value.toLowerCase(Locale.ROOT));
            case "bind-nonrecursive" -> mount.part("BindOptions").flag("NonRecursive", flag(field));
            case "bind-recursive" -> recursive(mount.part("BindOptions"), value);
            case "volume-subpath" -> mount.part("VolumeOptions").text("Subpath", value);
            case "volume-nocopy" -> mount.part("VolumeOptions").flag("NoCopy", flag(field));
            case "volume-label" -> pair(mount.part("VolumeOptions").part("Labels"), value);
            case "volume-driver" ->
                    mount.part("VolumeOptions").part("DriverConfig").text("Name", value);
            case "volume-opt" ->
                    pair(mount.part("VolumeOptions").part("DriverConfig").part("Options"), value);
            case "tmpfs-size" ->
                    mount.part("TmpfsOptions")
                            .number("SizeBytes", new Converters.Bytes().convert(value));
            case "tmpfs-mode" -> mount.part("TmpfsOptions").number("Mode", mode(value));
            default -> throw wrong("it has no field '%s'".formatted(field.key));
        }
    }

    private void recursive(JsonForm options, String value) {
        switch (value) {
            case "enabled" -> {}
            case "disabled" -> options.flag("NonRecursive", true);
            case "writable" -> options.flag("ReadOnlyNonRecursive", true);
            case "readonly" -> options.flag("ReadOnlyForceRecursive", true);
            default ->
                    throw wrong(
                            "bind-recursive is enabled, disabled, writable or readonly, not '%s'"
                                    .formatted(value));
        }
    }

    private static void pair(JsonForm form, String value) {
        int equals = value.indexOf('=');
        var key = equals < 0 ? value : value.substring(0, equals);
        if (!key.isEmpty()) {
            form.text(key, equals < 0 ? "" : value.substring(equals + 1));
        }
    }

    private boolean flag(Field field) {
        if (!TRUE.contains(field.value) && !FALSE.contains(field.value)) {
            throw wrong("%s is true or false, not '%s'".formatted(field.key, field.value));
        }
        return TRUE.contains(field.value);
    }

    private int mode(String value) {
        if (!value.matches("[0-7]{1,9}")) {
            throw wrong("'%s' is no mode: use octal digits, such as 1770".formatted(value));
        }
        return Integer.parseInt(value, 8);
    }

    private boolean isTrue(String key) {
        return TRUE.contains(last(key, ""));
    }

    private String last(String key, String otherwise) {
        return fields.stream()
                .filter(field -> field.key.equals(key))
                .map(field ->
                        key.equals("type") ? field.value.toLowerCase(Locale.ROOT) : field.value)
                .reduce(otherwise, (_, later) -> later);
    }

    private IllegalArgumentException wrong(String why) {
        return new IllegalArgumentException(
                "invalid mount '%s', %s: use fields such as type=bind,source=/srv,target=/srv,readonly"
                        .formatted(text, why));
    }

    public static final class Converter implements ITypeConverter<MountValue> {
        @Override
        public MountValue convert(String text) {
            return Converters.checked(MountValue::new, text);
        }
    }
}
