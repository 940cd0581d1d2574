package io.herd.cli.registry;

import io.herd.model.RegistryLogin;
import java.util.Optional;

/** The result of looking up the user's login at a registry: known, none or unreadable. */
public sealed interface Login {

    record Known(RegistryLogin value) implements Login {}

    /** The user has not logged in there. */
    record None() implements Login {}

    /** There may be a login, but it cannot be read; why and what to do, in one line. */
    record Unreadable(String why) implements Login {}

    static Login of(Optional<RegistryLogin> login) {
        return login.<Login>map(Known::new).orElseGet(None::new);
    }

    /** The login to send with a request, if it is known. */
    default Optional<RegistryLogin> toSend() {
        return switch (this) {
            case Known(var login) -> Optional.of(login);
            case None _, Unreadable _ -> Optional.empty();
        };
    }
}
