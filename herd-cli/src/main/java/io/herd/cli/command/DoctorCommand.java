package io.herd.cli.command;

import io.herd.cli.command.option.Globals;
import io.herd.cli.render.DiagnosisView;
import io.herd.cli.render.Exit;
import io.herd.cli.render.Report;
import io.herd.doctor.Diagnosis;
import io.herd.doctor.Finding;
import io.herd.model.Version;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "doctor",
        description = "Find out what is wrong with the herd, and how to mend it.",
        footer = {
            "",
            "Each node tries the way to each other. Exit code 1 if there is a problem, 3 if a node does not answer."
        })
final class DoctorCommand implements Callable<Report> {

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

    private static Exit exit(Diagnosis diagnosis, List<Finding> findings) {
        if (!diagnosis.coverage().complete()) {
            return Exit.PARTIAL;
        }
        return findings.stream().anyMatch(it -> it.level() == Finding.Level.PROBLEM)
                ? Exit.FAILED
                : Exit.OK;
    }
}
