package io.herd.cli.command.user;

import io.herd.cli.context.HerdCommand;
import io.herd.cli.render.Complaint;
import io.herd.cli.render.Exit;
import io.herd.cli.render.Report;
import io.herd.cli.render.View;
import io.herd.herd.answer.Coverage;
import io.herd.herd.answer.ErrorCode;
import io.herd.policy.Users;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "rm",
        aliases = "remove",
        description = "Remove users with their tokens. What is theirs stays, and is theirs.")
public final class UserRm implements HerdCommand.Callers {

    @Parameters(arity = "1..*", paramLabel = "NAME", description = "Names of users.")
    List<String> names = List.of();

    @Mixin UsersPlace place = new UsersPlace();

    @Override
    public Report call() throws Exception {
        var missing = new ArrayList<Complaint>();
        place.users().change(users -> removed(users, missing));
        return new Report(
                new View.Text(""),
                Coverage.none(),
                List.of(),
                missing,
                missing.isEmpty() ? Exit.OK : Exit.NO_SUCH);
    }

    private Users removed(Users users, List<Complaint> missing) {
        var left = users;
        for (var name : names) {
            if (users.find(name).isEmpty()) {
                missing.add(
                        new Complaint(
                                        name,
                                        "no such user: " + name,
                                        Optional.of("see 'herd user ls'"))
                                .as(ErrorCode.NOT_FOUND));
            }
            left = left.without(name);
        }
        return left;
    }
}
