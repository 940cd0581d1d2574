package io.herd.cli.command.user;

import io.herd.cli.context.HerdCommand;
import io.herd.cli.render.Report;
import io.herd.policy.Account;
import io.herd.policy.Users;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "add",
        description =
                "Add a user who may ask this host's agent by HTTP, once he has a token ('herd user token').")
public final class UserAdd implements HerdCommand.Callers {

    @Parameters(paramLabel = "NAME", description = "As policies and the label herd.owner have it.")
    String name = "";

    @Option(
            names = "--group",
            paramLabel = "GROUP",
            split = ",",
            description = "A group of the user, for policies; repeatable, several with commas.")
    List<String> groups = new ArrayList<>();

    @Mixin UsersPlace place = new UsersPlace();

    @Override
    public Report call() throws Exception {
        var account = new Account(name, groups, List.of());
        place.users().change(users -> added(users, account));
        return Report.text("");
    }

    private static Users added(Users users, Account account) {
        if (users.find(account.name()).isPresent()) {
            throw new IllegalArgumentException(
                    "there is a user '%s' already: remove it first with 'herd user rm %s'"
                            .formatted(account.name(), account.name()));
        }
        return users.with(account);
    }
}
