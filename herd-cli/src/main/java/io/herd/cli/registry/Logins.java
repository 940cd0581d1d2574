package io.herd.cli.registry;

import io.herd.json.UnexpectedJsonException;
import io.herd.json.docker.LoginJson;
import java.time.Duration;

/**
 * Looks up logins in docker's {@code config.json}, or with the credential helper that it names.
 *
 * @param patience how long a helper may take
 */
public record Logins(DockerConfig config, Duration patience) {

    public Login at(Registry registry) {
        try {
            return config.read(json -> login(json, registry)).orElseGet(Login.None::new);
        } catch (UnreadableConfigException e) {
            return new Login.Unreadable(String.valueOf(e.getMessage()));
        }
    }

    private Login login(LoginJson json, Registry registry) throws UnexpectedJsonException {
        var helper = json.helper(registry.key());
        return helper.isPresent()
                ? new CredentialHelper("docker-credential-" + helper.get(), patience)
                        .login(registry)
                : Login.of(json.login(registry.key()));
    }
}
