package io.herd.cli.command.user;

import io.herd.users.UsersFile;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The file of the users that a command is about. */
final class UsersPlace {

    @Option(
            names = "--users",
            paramLabel = "FILE",
            description = "The file with the users. Default: /etc/herd/users.json.")
    Path file = UsersFile.USUAL;

    UsersFile users() {
        return new UsersFile(file);
    }
}
