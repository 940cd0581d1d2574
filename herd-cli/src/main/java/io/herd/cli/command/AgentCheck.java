package io.herd.cli.command;

import static java.util.stream.Collectors.joining;

import io.herd.cli.command.option.OptionSources;
import io.herd.cli.config.ConfigKey;
import io.herd.cli.config.Durations;
import io.herd.cli.render.Cell;
import io.herd.cli.render.Column;
import io.herd.cli.render.Exit;
import io.herd.cli.render.Item;
import io.herd.cli.render.Report;
import io.herd.cli.render.View;
import io.herd.cluster.Detection;
import io.herd.herd.answer.Coverage;
import io.herd.json.wire.AnswerJson;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Report of {@code herd agent --check-config}: each setting, its value and where it comes from. */
final class AgentCheck {

    private static final List<Column> COLUMNS =
            List.of(Column.of("SETTING"), Column.of("VALUE"), Column.of("FROM"));

    private final CommandSpec command;
    private final OptionSources sources;
    private final Map<String, String> derived;

    /**
     * @param derived the effective values, by option, for options that are not set and have no
     *     default of their own
     */
    AgentCheck(CommandSpec command, OptionSources sources, Map<String, String> derived) {
        this.command = command;
        this.sources = sources;
        this.derived = derived;
    }

    Report report() {
        var items =
                command.options().stream()
                        .filter(option -> ConfigKey.isSetting(option.longestName()))
                        .map(this::item)
                        .toList();
        return new Report(
                new View.Table("settings", COLUMNS, items),
                Coverage.none(),
                sources.remarks(),
                List.of(),
                Exit.OK);
    }

    private Item item(OptionSpec option) {
        var name = option.longestName().substring(2);
        var value = value(option);
        var from = sources.from(option.longestName());
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("Setting", name);
        fields.put("Value", value);
        fields.put("From", from);
        return new Item(
                name,
                List.of(new Cell(name), new Cell(value), new Cell(from)),
                AnswerJson.object(fields));
    }

    /** The value as the user would write it. */
    private String value(OptionSpec option) {
        @Nullable Object set = option.getValue();
        return switch (set) {
            case null -> derived.getOrDefault(option.longestName(), "-");
            case List<?> list when list.isEmpty() ->
                    derived.getOrDefault(option.longestName(), "-");
            case List<?> list ->
                    list.stream().map(String::valueOf).collect(joining(option.splitRegex()));
            case Duration time -> Durations.text(time);
            case Detection detection -> Durations.text(detection.silence());
            case Object value -> value.toString();
        };
    }
}
