package io.herd.cli.command.user;

import io.herd.cli.context.HerdCommand;
import io.herd.cli.render.Cell;
import io.herd.cli.render.Column;
import io.herd.cli.render.Item;
import io.herd.cli.render.Report;
import io.herd.cli.render.Tone;
import io.herd.cli.render.View;
import io.herd.herd.answer.Coverage;
import io.herd.json.wire.AnswerJson;
import io.herd.policy.Account;
import io.herd.policy.BearerToken;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "ls",
        aliases = "list",
        description = "List the users who may ask this host's agent by HTTP, and their tokens.")
public final class UserLs implements HerdCommand.Callers {

    private static final List<Column> COLUMNS =
            Stream.of("USER", "GROUPS", "TOKEN", "CREATED", "EXPIRES").map(Column::of).toList();

    @Mixin UsersPlace place = new UsersPlace();

    @Override
    public Report call() throws Exception {
        var now = Instant.now();
        var items = place.users().read().all().stream().flatMap(user -> items(user, now)).toList();
        return Report.of(new View.Table("users", COLUMNS, items), Coverage.none());
    }

    // A line for each token: each can be revoked by its id.
    private static Stream<Item> items(Account user, Instant now) {
        return user.tokens().isEmpty()
                ? Stream.of(item(user, "", "", new Cell("")))
                : user.tokens().stream().map(token -> item(user, token, now));
    }

    private static Item item(Account user, BearerToken token, Instant now) {
        var expires = token.expires().map(UserLs::day).orElse("never");
        return item(
                user,
                token.id(),
                day(token.created()),
                token.expired(now) ? new Cell(expires, Tone.BAD) : new Cell(expires));
    }

    private static String day(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static Item item(Account user, String token, String created, Cell expires) {
        var json = new LinkedHashMap<String, Object>();
        json.put("User", user.name());
        json.put("Groups", user.groups());
        json.put("Token", token);
        json.put("Created", created);
        json.put("Expires", expires.text());
        return new Item(
                user.name(),
                List.of(
                        new Cell(user.name()),
                        new Cell(String.join(",", user.groups())),
                        new Cell(token),
                        new Cell(created),
                        expires),
                AnswerJson.object(json));
    }
}
