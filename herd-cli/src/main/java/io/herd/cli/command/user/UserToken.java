package io.herd.cli.command.user;

import io.herd.cli.command.option.Converters;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.render.Complaint;
import io.herd.cli.render.Exit;
import io.herd.cli.render.Report;
import io.herd.herd.answer.ErrorCode;
import io.herd.policy.Account;
import io.herd.policy.BearerToken;
import io.herd.policy.Users;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "token",
        description = {
            "Make a token for a user, and print it. It is not kept, and cannot be shown again.",
            "By HTTP: 'Authorization: Bearer TOKEN'."
        })
public final class UserToken implements HerdCommand.Callers {

    private static final Duration USUAL = Duration.ofDays(90);

    @Parameters(paramLabel = "NAME", description = "A user, as 'herd user ls' shows it.")
    String name = "";

    @Option(
            names = "--expires",
            paramLabel = "TIME",
            converter = Converters.Keep.class,
            description = "How long it is valid, such as 12h or 90d; or 'off'. Default: 90d.")
    Duration expires = USUAL;

    @Option(
            names = "--revoke",
            paramLabel = "ID",
            description = "Instead of making one: make this token of the user's invalid.")
    @Nullable String revoked;

    @Mixin UsersPlace place = new UsersPlace();

    @Override
    public Report call() throws Exception {
        var account = place.users().read().find(name);
        if (account.isEmpty()) {
            return missing(
                    "no such user: " + name, "add it with 'herd user add %s'".formatted(name));
        }
        return revoked == null ? made() : revoked(account.get(), revoked);
    }

    private Report made() throws IOException {
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var fresh =
                BearerToken.make(
                        now, expires.isZero() ? Optional.empty() : Optional.of(now.plus(expires)));
        place.users().change(users -> with(users, fresh.token()));
        return Report.text(fresh.text() + "\n");
    }

    // Somebody may have removed the user meanwhile.
    private Users with(Users users, BearerToken token) {
        return users.find(name).map(user -> users.with(user, token)).orElse(users);
    }

    private Report revoked(Account account, String id) throws IOException {
        if (account.tokens().stream().noneMatch(it -> it.id().equals(id))) {
            return missing("%s has no token '%s'".formatted(name, id), "see 'herd user ls'");
        }
        place.users().change(users -> users.revoked(id));
        return Report.text("");
    }

    private Report missing(String message, String mend) {
        return Report.failure(
                Exit.NO_SUCH,
                new Complaint(name, message, Optional.of(mend)).as(ErrorCode.NOT_FOUND));
    }
}
