package io.herd.cli.command;

import io.herd.cli.command.option.Converters;
import io.herd.cli.command.option.Globals;
import io.herd.cli.command.option.UsageException;
import io.herd.cli.config.DockerCertificates;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.render.Report;
import io.herd.cluster.transport.DockerAuthority;
import io.herd.cluster.transport.DockerClientName;
import io.herd.model.HostPort;
import io.herd.policy.Account;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "docker",
        description = {
            "Make a certificate for a client of the Docker API, with the herd's key: ca.pem, cert.pem and key.pem.",
            "With DOCKER_CERT_PATH=DIR, DOCKER_TLS_VERIFY=1 and DOCKER_HOST=tcp://HOST:PORT, the docker command reaches an agent that was started with --docker-listen."
        })
final class KeyDocker implements HerdCommand.Callers {

    private static final Duration USUAL = Duration.ofDays(365);

    @Parameters(
            paramLabel = "DIR",
            description = "Where to write them; it must have none of them yet.")
    Path directory = Path.of("");

    @Option(
            names = "--user",
            paramLabel = "USER",
            description = "As whom agents serve the client. Default: the user who makes it.")
    String user = System.getProperty("user.name");

    @Option(
            names = "--group",
            paramLabel = "GROUP",
            split = ",",
            description = "A group that he is in, for policies; repeatable, several with commas.")
    List<String> groups = new ArrayList<>();

    @Option(
            names = "--expires",
            paramLabel = "TIME",
            converter = Converters.Keep.class,
            description = "How long it is valid, such as 12h or 90d. Default: 365d.")
    Duration expires = USUAL;

    private final Globals globals;

    KeyDocker(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        var cluster = globals.herd().settings(HostPort.DEFAULT_PORT);
        var key =
                cluster.key()
                        .orElseThrow(() ->
                                new UsageException(
                                        "certificates are made with the herd's key: give it with --key FILE"));
        if (expires.isZero()) {
            throw new UsageException("--expires: a certificate ends: give a time such as 365d");
        }
        // They must be names that somebody could have.
        var account = new Account(user, groups, List.of());
        var authority = DockerAuthority.of(key, cluster.herd());
        var issued =
                authority.client(
                        new DockerClientName(account.name(), account.groups()),
                        Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(expires));
        DockerCertificates.write(directory, authority.certificate(), issued);
        return Report.text("");
    }
}
