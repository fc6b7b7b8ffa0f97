package reidstudio.cli;

import picocli.CommandLine.Command;

/** The verbs about data sets. */
@Command(
    name = "dataset",
    synopsisSubcommandLabel = "VERB",
    commandListHeading = "%nVerbs:%n",
    description = "Makes the demo data set, or looks at a data set.")
final class DatasetGroup {}
