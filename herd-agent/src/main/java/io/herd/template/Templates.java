package io.herd.template;

import static java.util.stream.Collectors.joining;

import io.herd.json.text.MalformedJsonException;
import io.herd.json.text.StrictJson;
import io.herd.model.NaturalOrder;
import io.herd.model.RawJson;
import io.herd.template.TemplateException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Finds container templates in directories: each is a file {@code NAME.json}, taken from the first
 * directory that has it.
 */
public final class Templates {

    // No path separators: a template's name must not lead out of the directories.
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]{0,127}");
    private static final String SUFFIX = ".json";
    private static final long LARGEST = 1 << 20;

    private final List<Path> directories;

    /**
     * @param directories searched in this order; those that don't exist are ignored
     */
    public Templates(List<Path> directories) {
        this.directories = List.copyOf(directories);
    }

    /**
     * @throws TemplateException if the name is invalid, there is no such template, or it is not a
     *     JSON object
     */
    public Template find(String name) throws TemplateException {
        if (!NAME.matcher(name).matches()) {
            throw bad(
                    "invalid template name '%s': use letters, digits, '.', '_' and '-'"
                            .formatted(name));
        }
        for (var directory : directories) {
            var file = file(directory, name);
            if (file.isPresent()) {
                return new Template(name, file.get(), read(file.get()));
            }
        }
        throw new TemplateException(Reason.MISSING, noSuch(name));
    }

    /** Whether there is a file for a template of this name. */
    public boolean has(String name) {
        return NAME.matcher(name).matches()
                && directories.stream()
                        .anyMatch(directory -> Files.exists(directory.resolve(name + SUFFIX)));
    }

    /** The names of all templates. */
    public NavigableSet<String> names() throws TemplateException {
        var names = new TreeSet<String>(NaturalOrder.OF_NAMES);
        for (var directory : directories) {
            if (!Files.isDirectory(directory)) {
                continue;
            }
            try (var files = Files.list(directory)) {
                files.map(file -> file.getFileName().toString())
                        .filter(file -> file.endsWith(SUFFIX))
                        .map(file -> file.substring(0, file.length() - SUFFIX.length()))
                        .filter(name -> NAME.matcher(name).matches())
                        .forEach(names::add);
            } catch (IOException e) {
                throw bad(
                        "cannot list the templates in %s: %s".formatted(directory, e.getMessage()));
            }
        }
        return names;
    }

    /**
     * Reads a create form from a file or, for {@code -}, from standard input.
     *
     * @throws TemplateException naming file, line and column, if it is not a JSON object
     */
    public static RawJson raw(String file) throws TemplateException {
        return file.equals("-")
                ? form("standard input", text(Path.of("/dev/stdin")))
                : read(Path.of(file));
    }

    private static Optional<Path> file(Path directory, String name) throws TemplateException {
        var file = directory.resolve(name + SUFFIX);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            // A link must not lead out of the directories either.
            if (!file.toRealPath().startsWith(directory.toRealPath())) {
                throw bad("template '%s': %s leads out of its directory".formatted(name, file));
            }
        } catch (IOException e) {
            throw bad("cannot read template '%s': %s".formatted(name, e.getMessage()));
        }
        return Optional.of(file);
    }

    private static RawJson read(Path file) throws TemplateException {
        return form(file.toString(), text(file));
    }

    private static RawJson form(String source, String text) throws TemplateException {
        try {
            return StrictJson.object(text);
        } catch (MalformedJsonException e) {
            throw bad("%s:%d:%d: %s".formatted(source, e.line(), e.column(), e.reason()));
        }
    }

    private static String text(Path file) throws TemplateException {
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes((int) LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw bad("%s is larger than %d KiB".formatted(file, LARGEST >> 10));
            }
            return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.nio.file.NoSuchFileException _) {
            throw new TemplateException(Reason.MISSING, "no file %s".formatted(file));
        } catch (IOException e) {
            throw bad("cannot read %s: %s".formatted(file, e.getMessage()));
        }
    }

    private String noSuch(String name) throws TemplateException {
        var names = names();
        var known =
                names.isEmpty()
                        ? "there are none"
                        : "there are " + names.stream().collect(joining(", "));
        return "no template '%s' in %s: %s"
                .formatted(
                        name,
                        directories.stream().map(Path::toString).collect(joining(", ")),
                        known);
    }

    private static TemplateException bad(String message) {
        return new TemplateException(Reason.UNUSABLE, message);
    }
}
