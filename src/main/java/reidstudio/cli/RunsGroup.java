package reidstudio.cli;

import picocli.CommandLine.Command;

/** The verbs about runs that were made. */
@Command(
    name = "runs",
    synopsisSubcommandLabel = "VERB",
    commandListHeading = "%nVerbs:%n",
    description = "Lists, shows and exports runs.")
final class RunsGroup {}
