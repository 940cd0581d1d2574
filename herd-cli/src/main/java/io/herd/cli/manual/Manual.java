package io.herd.cli.manual;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Generates all files that describe the commands: completion scripts, reference and man pages.
 *
 * @param herd the topic of herd itself, with all commands
 * @param handedOn flags by which a shell says which herd it asks for names
 * @param examples the directory with a file for each command
 */
public record Manual(Topic herd, List<String> handedOn, Path examples) {

    /** The files that are kept in the repository: their contents by their paths from its root. */
    public Map<Path, String> kept() throws IOException {
        var files = new TreeMap<Path, String>();
        files.put(Path.of("completions/herd.bash"), new Bash(herd, handedOn).script());
        files.put(Path.of("completions/_herd"), new Zsh(herd, handedOn).script());
        files.put(Path.of("completions/herd.fish"), new Fish(herd, handedOn).script());
        var reference = new Reference(herd);
        var docs = Path.of("docs/commands");
        files.put(docs.resolve("README.md"), reference.index());
        for (var topic : herd.all().skip(1).toList()) {
            files.put(docs.resolve(topic.dashed() + ".md"), reference.page(topic, examples(topic)));
        }
        return files;
    }

    /**
     * The man pages by their file names.
     *
     * @param date of the sources, {@code YYYY-MM-DD}
     */
    public Map<Path, String> pages(List<ConfigSetting> settings, String date, String version)
            throws IOException {
        var pages = new TreeMap<Path, String>();
        for (var topic : herd.all().toList()) {
            var examples = examples(topic);
            var forms = Stream.concat(Stream.of(topic), herd.shortFormsOf(topic).stream());
            for (var form : forms.toList()) {
                var page = new CommandPage(herd, form, date, version);
                pages.put(Path.of(CommandPage.name(form) + ".1"), page.text(examples));
            }
        }
        pages.put(Path.of("herd.json.5"), new ConfigPage(herd, date, version).text(settings));
        return pages;
    }

    public List<Example> examples(Topic topic) throws IOException {
        return Examples.read(examples.resolve(topic.dashed() + ".txt"));
    }
}
