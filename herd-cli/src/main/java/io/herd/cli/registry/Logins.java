package io.herd.cli.registry;

import io.herd.json.UnexpectedJsonException;
import io.herd.json.docker.LoginJson;
import io.herd.json.text.JsonFile;
import io.herd.json.text.MalformedJsonException;
import io.herd.model.IoReason;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Looks up logins in docker's {@code config.json}, or with the credential helper that it names.
 *
 * @param environment the process's variables: {@code DOCKER_CONFIG}, or else {@code HOME}, says
 *     where the file is
 * @param patience how long a helper may take
 */
public record Logins(Map<String, String> environment, Duration patience) {

    public Login at(Registry registry) {
        var file = file();
        return file.isEmpty() ? new Login.None() : at(registry, file.get());
    }

    private Login at(Registry registry, Path file) {
        try {
            var config = LoginJson.read(JsonFile.read(file));
            var helper = config.helper(registry.key());
            return helper.isPresent()
                    ? new CredentialHelper("docker-credential-" + helper.get(), patience)
                            .login(registry)
                    : Login.of(config.login(registry.key()));
        } catch (NoSuchFileException _) {
            return new Login.None();
        } catch (IOException e) {
            return new Login.Unreadable("cannot read %s: %s".formatted(file, IoReason.of(e)));
        } catch (MalformedJsonException e) {
            return new Login.Unreadable(
                    "%s:%d:%d: %s".formatted(file, e.line(), e.column(), e.reason()));
        } catch (UnexpectedJsonException e) {
            return new Login.Unreadable("%s: %s".formatted(file, e.getMessage()));
        }
    }

    private Optional<Path> file() {
        return variable("DOCKER_CONFIG")
                .map(Path::of)
                .or(() -> variable("HOME").map(home -> Path.of(home, ".docker")))
                .map(directory -> directory.resolve("config.json"));
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }
}
