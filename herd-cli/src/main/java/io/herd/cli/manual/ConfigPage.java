package io.herd.cli.manual;

import static io.herd.cli.manual.Roff.bold;
import static io.herd.cli.manual.Roff.italic;
import static io.herd.cli.manual.Roff.plain;

import java.util.List;

/** Generates the man page of the configuration file. */
final class ConfigPage {

    private final Topic herd;
    private final Roff page;

    /**
     * @param herd the topic of herd itself, with all commands
     * @param date of the sources, {@code YYYY-MM-DD}
     */
    ConfigPage(Topic herd, String date, String version) {
        this.herd = herd;
        this.page = new Roff("herd.json", 5, date, version);
    }

    String text(List<ConfigSetting> settings) {
        page.section("NAME").text(plain("herd.json - the configuration of herd"));
        page.section("SYNOPSIS")
                .text(italic("~/.config/herd/herd.json") + ", " + italic("/etc/herd/herd.json"));
        page.section("DESCRIPTION")
                .text(
                        plain(
                                "A JSON object; // and /* */ comments are allowed. The file is that of --config, "
                                        + "else of HERD_CONFIG, else the first of these that there is. "
                                        + "An option beats the environment, that beats the file, and that the default. "
                                        + "An unknown key or a bad value is an error that names file, line and key."))
                .text(
                        plain(
                                "'herd agent --check-config' shows what a file comes to, and starts nothing."));
        page.section("KEYS");
        settings.forEach(setting -> page.item(bold(setting.key()), meaning(setting)));
        page.section("EXAMPLES")
                .text("On every host:")
                .literal(
                        List.of(
                                "{",
                                "  \"join\": [\"10.0.0.1\", \"10.0.0.2\"],",
                                "  \"key\": \"/etc/herd/key\"",
                                "}"));
        page.section("SEE ALSO").text(bold("herd") + "(1), " + bold("herd-agent") + "(1)");
        return page.toString();
    }

    private String meaning(ConfigSetting setting) {
        if (setting.option().isEmpty()) {
            return "Accepted, but it means nothing any more.";
        }
        var said =
                herd.all()
                        .flatMap(topic -> topic.flags().stream())
                        .filter(flag -> flag.longest().equals(setting.option()))
                        .map(flag -> " " + flag.description())
                        .findFirst();
        return "As %s: %s.%s".formatted(setting.option(), setting.form(), said.orElse(""));
    }
}
