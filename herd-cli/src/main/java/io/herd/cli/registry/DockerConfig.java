package io.herd.cli.registry;

import io.herd.json.UnexpectedJsonException;
import io.herd.json.docker.LoginJson;
import io.herd.json.text.JsonFile;
import io.herd.json.text.MalformedJsonException;
import io.herd.model.IoReason;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The user's configuration of the docker command, {@code config.json}.
 *
 * @param environment the process's variables: {@code DOCKER_CONFIG}, or else {@code HOME}, says
 *     where the file is
 */
public record DockerConfig(Map<String, String> environment) {

    /** The keys that it says leave a process running; not checked. */
    public Optional<String> detachKeys() throws UnreadableConfigException {
        return read(LoginJson::detachKeys).flatMap(keys -> keys);
    }

    /** Takes a value out of what the file says. */
    @FunctionalInterface
    interface Reader<T> {
        T read(LoginJson config) throws UnexpectedJsonException;
    }

    /** Reads the file; empty if there is none. */
    <T> Optional<T> read(Reader<T> reader) throws UnreadableConfigException {
        var file = file();
        return file.isEmpty() ? Optional.empty() : read(file.get(), reader);
    }

    private static <T> Optional<T> read(Path file, Reader<T> reader)
            throws UnreadableConfigException {
        try {
            return Optional.of(reader.read(LoginJson.read(JsonFile.read(file))));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UnreadableConfigException(
                    "cannot read %s: %s".formatted(file, IoReason.of(e)));
        } catch (MalformedJsonException e) {
            throw new UnreadableConfigException(
                    "%s:%d:%d: %s".formatted(file, e.line(), e.column(), e.reason()));
        } catch (UnexpectedJsonException e) {
            throw new UnreadableConfigException("%s: %s".formatted(file, e.getMessage()));
        }
    }

    /** Where it is, if it is there; empty for a user without a home. */
    public Optional<Path> file() {
        return variable("DOCKER_CONFIG")
                .map(Path::of)
                .or(() -> variable("HOME").map(home -> Path.of(home, ".docker")))
                .map(directory -> directory.resolve("config.json"));
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }
}
