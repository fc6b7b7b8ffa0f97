package reidstudio.cli;

import picocli.CommandLine.Command;

/** The verbs that measure. */
@Command(
    name = "bench",
    synopsisSubcommandLabel = "VERB",
    commandListHeading = "%nVerbs:%n",
    description = "Measures speed on this machine.")
final class BenchGroup {}
