package reidstudio.store;

import java.io.IOException;
import java.nio.file.Files;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import reidstudio.event.CheckKind;
import reidstudio.event.DiagnosisReport;

/** The reports of diagnoses in a run folder; writing the same one again changes nothing. */
final class DiagnosisFiles {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT);

  private final RunFolder folder;
  private final ZoneId zone;
  private final DiagnosisText text;
  private final DiagnosisJson json = new DiagnosisJson();

  DiagnosisFiles(RunFolder folder, ZoneId zone) {
    this.folder = folder;
    this.zone = zone;
    this.text = new DiagnosisText(zone);
  }

  void write(DiagnosisReport report) throws IOException {
    if (Files.notExists(folder.diagnostics())) {
      Files.createDirectory(folder.diagnostics());
    }
    String stem = report.check().word() + "-" + TIME.format(report.at().atZone(zone));
    String readable = text.text(report);
    AtomicFile.write(folder.diagnostics().resolve(stem + ".json"), json.text(report));
    AtomicFile.write(folder.diagnostics().resolve(stem + ".txt"), readable);
    AtomicFile.write(folder.path().resolve(newest(report.check())), readable);
  }

  private static String newest(CheckKind check) {
    return EnumWord.of(check).replace('-', '_') + RunFolder.REPORT;
  }
}
