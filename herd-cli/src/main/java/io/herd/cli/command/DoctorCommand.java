package io.herd.cli.command;

import io.herd.cli.command.option.Globals;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.render.DiagnosisView;
import io.herd.cli.render.Exit;
import io.herd.cli.render.Report;
import io.herd.doctor.Diagnosis;
import io.herd.doctor.Finding;
import io.herd.model.Version;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "doctor",
        description = "Find out what is wrong with the herd, and how to mend it.",
        footer = {
            "",
            "Each node tries the way to each other. Exit code 1 if anything is found, 3 if a node does not answer."
        })
final class DoctorCommand implements HerdCommand.Anywhere {

    @Option(names = "--exit-zero", description = "Exit with 0 if there are remarks only.")
    boolean remarksPass;

    private final Globals globals;

    DoctorCommand(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        try (var herd = globals.herd().connect()) {
            var diagnosis = Diagnosis.of(herd, globals.options().who());
            var findings = diagnosis.findings(Version.CURRENT);
            return new Report(
                    DiagnosisView.of(diagnosis, findings),
                    diagnosis.coverage(),
                    List.of(),
                    List.of(),
                    exit(diagnosis, findings));
        }
    }

    private Exit exit(Diagnosis diagnosis, List<Finding> findings) {
        if (!diagnosis.coverage().complete()) {
            return Exit.PARTIAL;
        }
        return findings.stream().anyMatch(this::counts) ? Exit.FAILED : Exit.OK;
    }

    private boolean counts(Finding finding) {
        return switch (finding.level()) {
            case PROBLEM -> true;
            case REMARK -> !remarksPass;
        };
    }
}
