package reidstudio.ui.shell;

import java.time.ZoneId;
import java.util.concurrent.Executor;
import reidstudio.command.Datasets;
import reidstudio.command.RunControl;
import reidstudio.config.StudioHome;
import reidstudio.data.audit.DatasetVerifier;
import reidstudio.ui.common.FolderCommand;
import reidstudio.ui.common.LiveTraces;
import reidstudio.ui.common.SystemTheme;
import reidstudio.ui.history.RunArchive;

/**
 * All that the window needs from the rest of the program.
 *
 * @param control the way to the engine
 * @param datasets reads data folders and makes the demo set
 * @param verifier finds out what speaks against a data folder, on the thread of its caller
 * @param traces what this process's runs have measured
 * @param archive stored runs
 * @param home where the program keeps its files
 * @param folders shows a folder in the system's file manager
 * @param colours light or dark, as the system's own windows are
 * @param io runs tasks that read and write files, off the JavaFX thread
 * @param zone of the times that are shown
 * @param version of the program
 */
public record StudioPorts(
    RunControl control,
    Datasets datasets,
    DatasetVerifier verifier,
    LiveTraces traces,
    RunArchive archive,
    StudioHome home,
    FolderCommand folders,
    SystemTheme colours,
    Executor io,
    ZoneId zone,
    String version) {}
