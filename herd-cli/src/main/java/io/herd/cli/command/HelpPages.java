package io.herd.cli.command;

import io.herd.cli.command.Commands.Section;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * Dresses picocli's help: a command's page shows its own options only, and refers to {@code herd
 * --help} for those that all commands have.
 */
final class HelpPages {

    // Columns of the names of commands.
    private static final int NAMES = 14;

    private HelpPages() {}

    /**
     * @param sections how the page of herd itself groups its commands
     */
    static CommandLine of(CommandLine line, Supplier<List<Section>> sections) {
        var sectioned = line.getHelpSectionMap();
        sectioned.put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING, _ -> "");
        sectioned.put(
                UsageMessageSpec.SECTION_KEY_COMMAND_LIST, help -> commands(help, sections.get()));
        return dress(line).setUsageHelpAutoWidth(true);
    }

    private static String commands(Help help, List<Section> sections) {
        var shown = help.subcommands();
        var text = new StringBuilder();
        for (var section : sections) {
            var table =
                    TextTable.forColumns(
                            help.colorScheme(),
                            new Column(NAMES, 2, Column.Overflow.SPAN),
                            new Column(
                                    help.commandSpec().usageMessage().width() - NAMES,
                                    2,
                                    Column.Overflow.WRAP));
            section.names().stream()
                    .filter(shown::containsKey)
                    .forEach(name -> table.addRowValues(name, summary(shown.get(name))));
            text.append("%n%s:%n".formatted(section.heading())).append(table);
        }
        return text.toString();
    }

    private static String summary(@Nullable Help command) {
        return command == null
                ? ""
                : String.join(" ", command.commandSpec().usageMessage().description());
    }

    private static CommandLine dress(CommandLine line) {
        line.getSubcommands().values().forEach(HelpPages::dress);
        var usage = line.getCommandSpec().usageMessage();
        usage.abbreviateSynopsis(true);
        line.getHelpSectionMap()
                .put(UsageMessageSpec.SECTION_KEY_PARAMETER_LIST, HelpPages::describedOperands);
        if (line.getParent() != null) {
            line.getHelpSectionMap()
                    .put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, HelpPages::ownOptions);
            line.getHelpSectionMap()
                    .put(UsageMessageSpec.SECTION_KEY_FOOTER, HelpPages::whereTheOthersAre);
        }
        return line;
    }

    private static String ownOptions(Help help) {
        return help.optionListExcludingGroups(
                        help.commandSpec().options().stream()
                                .filter(option -> !option.inherited() && !inGroup(help, option))
                                .toList())
                + help.optionListGroupSections();
    }

    // An operand without a description is in the synopsis already.
    private static String describedOperands(Help help) {
        return help.parameterList(
                help.commandSpec().positionalParameters().stream()
                        .filter(operand -> operand.description().length > 0)
                        .toList());
    }

    private static boolean inGroup(Help help, OptionSpec option) {
        return help.commandSpec().argGroups().stream()
                .anyMatch(group -> group.options().contains(option));
    }

    private static String whereTheOthersAre(Help help) {
        return help.footer() + "%nOptions that all commands have: see 'herd --help'.%n".formatted();
    }
}
