package io.herd.cli.command;

import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * Dresses picocli's help: a command's page shows its own options only, and refers to {@code herd
 * --help} for those that all commands have.
 */
final class HelpPages {

    private HelpPages() {}

    static CommandLine of(CommandLine line) {
        return dress(line).setUsageHelpAutoWidth(true);
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
