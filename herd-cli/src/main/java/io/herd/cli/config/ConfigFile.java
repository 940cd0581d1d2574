package io.herd.cli.config;

import static java.util.stream.Collectors.joining;

import io.herd.json.text.ConfigJson;
import io.herd.json.text.ConfigJson.Entry;
import io.herd.json.text.JsonFile;
import io.herd.json.text.MalformedJsonException;
import io.herd.model.AddressText;
import io.herd.model.IoReason;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The options that one configuration file sets. */
public final class ConfigFile {

    private final Path file;
    private final Map<ConfigKey, Entry> entries = new EnumMap<>(ConfigKey.class);
    private final Map<String, OptionSetting> settings = new HashMap<>();
    private final List<String> remarks = new ArrayList<>();

    private ConfigFile(Path file) {
        this.file = file;
    }

    /**
     * Reads and checks a file.
     *
     * @throws ConfigException naming the line and the key of what is wrong
     */
    public static ConfigFile read(Path path) throws ConfigException {
        try {
            return of(path, JsonFile.read(path));
        } catch (NoSuchFileException _) {
            throw new ConfigException("no configuration file %s".formatted(path));
        } catch (IOException e) {
            throw new ConfigException("cannot read %s: %s".formatted(path, IoReason.of(e)));
        }
    }

    /**
     * Checks what stands in a file.
     *
     * @throws ConfigException naming the line and the key of what is wrong
     */
    public static ConfigFile of(Path path, String text) throws ConfigException {
        var file = new ConfigFile(path);
        try {
            for (var entry : ConfigJson.read(text).entrySet()) {
                file.add(entry.getKey(), entry.getValue());
            }
        } catch (MalformedJsonException e) {
            throw new ConfigException(
                    "%s:%d:%d: %s".formatted(path, e.line(), e.column(), e.reason()));
        }
        file.addDocker();
        return file;
    }

    public Optional<OptionSetting> of(String option) {
        return Optional.ofNullable(settings.get(option));
    }

    /** Remarks on keys that no longer have a meaning, to be printed once. */
    public List<String> remarks() {
        return remarks;
    }

    private void add(String name, Entry entry) throws ConfigException {
        var key =
                ConfigKey.of(name)
                        .orElseThrow(() ->
                                wrong(
                                        entry,
                                        "unknown key '%s': allowed are %s"
                                                .formatted(name, allowed())));
        entries.put(key, entry);
        var value = value(key, entry);
        if (key.option().isEmpty()) {
            remarks.add("%s: '%s' has no meaning any more".formatted(from(entry), name));
        } else if (key != ConfigKey.DOCKER_HOST && key != ConfigKey.DOCKER_PORT) {
            set(key, value, entry);
        }
    }

    private void set(ConfigKey key, String value, Entry entry) throws ConfigException {
        if (entry.texts().isEmpty()) {
            return;
        }
        var setting = new OptionSetting(value, from(entry), subject(key, entry));
        var other = settings.putIfAbsent(key.option(), setting);
        if (other != null) {
            throw wrong(entry, "'%s' says what %s says already".formatted(key.key(), other.from()));
        }
    }

    private void addDocker() throws ConfigException {
        var host = entries.get(ConfigKey.DOCKER_HOST);
        var port = entries.get(ConfigKey.DOCKER_PORT);
        if (host != null && port != null) {
            var address =
                    AddressText.withPort(
                            value(ConfigKey.DOCKER_HOST, host),
                            Integer.parseInt(value(ConfigKey.DOCKER_PORT, port)));
            set(ConfigKey.DOCKER_HOST, "tcp://" + address, host);
        } else if (host != null || port != null) {
            throw wrong(
                    Objects.requireNonNull(host == null ? port : host),
                    "'dockerHost' and 'dockerPort' go together");
        }
    }

    private String value(ConfigKey key, Entry entry) throws ConfigException {
        try {
            return key.value(entry.texts());
        } catch (IllegalArgumentException e) {
            throw new ConfigException(subject(key, entry) + ": " + e.getMessage());
        }
    }

    private static String allowed() {
        return Arrays.stream(ConfigKey.values()).map(ConfigKey::key).collect(joining(", "));
    }

    private String from(Entry entry) {
        return file + ":" + entry.line();
    }

    private String subject(ConfigKey key, Entry entry) {
        return from(entry) + ": '" + key.key() + "'";
    }

    private ConfigException wrong(Entry entry, String what) {
        return new ConfigException(from(entry) + ": " + what);
    }
}
