package reidstudio.ui.shell;

import reidstudio.store.EvaluationReader;
import reidstudio.ui.common.ErrorFunnel;
import reidstudio.ui.common.FxPump;
import reidstudio.ui.common.RunInView;
import reidstudio.ui.retrieval.ComparisonChoices;
import reidstudio.ui.retrieval.EvaluateNowViewModel;
import reidstudio.ui.retrieval.EvaluationViewModel;
import reidstudio.ui.retrieval.RetrievalViewModel;

/** The view models of the page of evaluations, wired. */
record EvaluationModels(
    EvaluationViewModel evaluations,
    ComparisonChoices choices,
    EvaluateNowViewModel now,
    RetrievalViewModel retrieval) {
  static EvaluationModels of(StudioPorts ports, RunInView runs, ErrorFunnel errors, FxPump pump) {
    EvaluationReader reader = new EvaluationReader();
    EvaluationViewModel evaluations =
        new EvaluationViewModel(runs, reader, errors, ports.io(), pump);
    return new EvaluationModels(
        evaluations,
        new ComparisonChoices(evaluations, ports.archive(), reader, errors, ports.io(), pump),
        new EvaluateNowViewModel(runs, ports.control(), ports.archive(), errors, ports.io(), pump),
        new RetrievalViewModel(evaluations, reader, ports.io(), pump));
  }
}
