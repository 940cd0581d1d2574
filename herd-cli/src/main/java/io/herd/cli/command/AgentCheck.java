package io.herd.cli.command;

import io.herd.cli.command.ConfigFile.Setting;
import io.herd.cli.render.Cell;
import io.herd.cli.render.Column;
import io.herd.cli.render.Exit;
import io.herd.cli.render.Item;
import io.herd.cli.render.Report;
import io.herd.cli.render.View;
import io.herd.herd.Account;
import io.herd.json.AnswerJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What an agent would run with, and where each setting comes from. */
final class AgentCheck {

    private static final List<Column> COLUMNS =
            List.of(Column.of("SETTING"), Column.of("VALUE"), Column.of("FROM"));

    private final CommandSpec command;
    private final Defaults defaults;
    private final Map<String, String> derived;

    /**
     * @param derived what an option that nobody sets comes to, where picocli does not know it
     */
    AgentCheck(CommandSpec command, Defaults defaults, Map<String, String> derived) {
        this.command = command;
        this.defaults = defaults;
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
                Account.none(),
                defaults.remarks(),
                List.of(),
                Exit.OK);
    }

    private Item item(OptionSpec option) {
        var name = option.longestName();
        var setting = setting(option);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("Setting", name.substring(2));
        fields.put("Value", setting.value());
        fields.put("From", setting.from());
        return new Item(
                name.substring(2),
                List.of(
                        new Cell(name.substring(2)),
                        new Cell(setting.value()),
                        new Cell(setting.from())),
                AnswerJson.object(fields));
    }

    private Setting setting(OptionSpec option) {
        if (given(option)) {
            return new Setting(text(option.getValue()), option.longestName());
        }
        return defaults.setting(option)
                .orElseGet(() ->
                        new Setting(
                                Optional.ofNullable(derived.get(option.longestName()))
                                        .or(() -> Optional.ofNullable(option.defaultValue()))
                                        .orElse(text(option.getValue())),
                                "default"));
    }

    /** An option that all commands have may stand before the command's name, too. */
    private boolean given(OptionSpec option) {
        for (var line = command.commandLine(); line != null; line = line.getParent()) {
            if (line.getParseResult().hasMatchedOption(option.longestName())) {
                return true;
            }
        }
        return false;
    }

    private static String text(@org.jspecify.annotations.Nullable Object value) {
        return switch (value) {
            case null -> "-";
            case List<?> list when list.isEmpty() -> "-";
            case List<?> list ->
                    list.stream().map(String::valueOf).collect(Collectors.joining(","));
            case java.time.Duration time -> time.toMillis() + "ms";
            default -> value.toString();
        };
    }
}
