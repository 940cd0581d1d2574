package io.herd.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All users, in the order of their names. */
public record Users(List<Account> all) {

    public static final Users NONE = new Users(List.of());

    public Users {
        all = all.stream().sorted((a, b) -> a.name().compareTo(b.name())).toList();
    }

    public Optional<Account> find(String name) {
        return all.stream().filter(it -> it.name().equals(name)).findFirst();
    }

    /** Whose token this is, if it is valid. */
    public Optional<Account> whose(String shown, Instant now) {
        return BearerToken.id(shown)
                .flatMap(id ->
                        all.stream()
                                .filter(user ->
                                        user.tokens().stream()
                                                .filter(it -> it.id().equals(id))
                                                .anyMatch(it -> it.is(shown) && !it.expired(now)))
                                .findFirst());
    }

    public Users with(Account user) {
        return new Users(
                Stream.concat(without(user.name()).all.stream(), Stream.of(user)).toList());
    }

    public Users without(String name) {
        return new Users(all.stream().filter(it -> !it.name().equals(name)).toList());
    }

    /** With another token of a user. */
    public Users with(Account user, BearerToken token) {
        var tokens = new ArrayList<>(user.tokens());
        tokens.add(token);
        return with(user.withTokens(tokens));
    }

    /** Without a token, whoever has it. */
    public Users revoked(String id) {
        return new Users(
                all.stream()
                        .map(user ->
                                user.withTokens(
                                        user.tokens().stream()
                                                .filter(it -> !it.id().equals(id))
                                                .toList()))
                        .toList());
    }
}
