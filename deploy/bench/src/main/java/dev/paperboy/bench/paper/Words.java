package dev.paperboy.bench.paper;

import java.util.List;

/** The words of made-up papers. */
final class Words {
  static final List<String> FIELDS =
      List.of(
          "cs.LG",
          "cs.CL",
          "cs.CV",
          "cs.IR",
          "cs.RO",
          "cs.DS",
          "cs.CR",
          "stat.ML",
          "math.CO",
          "math.PR",
          "quant-ph",
          "hep-th",
          "astro-ph.EP",
          "astro-ph.GA",
          "cond-mat.str-el",
          "q-bio.NC",
          "eess.SP",
          "physics.optics");
  static final List<String> ADJECTIVES =
      List.of(
          "sparse",
          "robust",
          "latent",
          "adaptive",
          "hierarchical",
          "stochastic",
          "coherent",
          "noisy",
          "distributed",
          "compact",
          "nonlinear",
          "causal",
          "topological",
          "thermal",
          "asymptotic",
          "private",
          "interpretable",
          "discrete",
          "multimodal",
          "relativistic",
          "heterogeneous",
          "spectral",
          "optimal",
          "turbulent",
          "entangled",
          "self-supervised");
  static final List<String> THINGS =
      List.of(
          "graph neural networks",
          "diffusion models",
          "galaxy clusters",
          "surface codes",
          "language models",
          "random matrices",
          "spin chains",
          "protein structures",
          "retrieval systems",
          "point clouds",
          "transit spectra",
          "superconducting circuits",
          "bandit algorithms",
          "cortical recordings",
          "dark matter haloes",
          "speech signals",
          "robotic grasping",
          "hash functions",
          "photonic crystals",
          "chromatic polynomials",
          "gravitational waves",
          "federated learning",
          "black hole horizons",
          "traffic networks",
          "quantum channels",
          "sentence embeddings",
          "exoplanet atmospheres",
          "sampling schemes");
  static final List<String> METHODS =
      List.of(
          "a variational bound",
          "contrastive pretraining",
          "Monte Carlo sampling",
          "a greedy decoder",
          "tensor factorisation",
          "perturbation theory",
          "a two-stage estimator",
          "kernel regression",
          "message passing",
          "a renormalisation argument",
          "Bayesian model averaging",
          "mixed-integer programming",
          "distillation from a larger teacher",
          "a coupling argument",
          "spectral clustering",
          "low-rank adaptation",
          "hydrodynamical simulations",
          "a transformer encoder");
  static final List<String> EFFECTS =
      List.of(
          "generalisation error",
          "sample complexity",
          "the phase transition",
          "inference latency",
          "the decoherence rate",
          "calibration",
          "the luminosity function",
          "memory use",
          "convergence speed",
          "the logical error rate",
          "retrieval quality",
          "mutual information",
          "the critical temperature",
          "annotation effort",
          "the chromatic number",
          "signal-to-noise ratio",
          "robustness to distribution shift",
          "the mass distribution");
  static final List<String> PLACES =
      List.of(
          "public benchmarks",
          "three simulated surveys",
          "archival observations",
          "synthetic and measured data",
          "a lattice of moderate size",
          "twelve languages",
          "clinical records",
          "long sequences",
          "high-dimensional settings",
          "low-light images",
          "the strong-coupling regime",
          "a real deployment");

  /** {@code a} adjective, {@code t} thing, {@code m} method, {@code e} effect, {@code p} place. */
  static final List<String> SENTENCES =
      List.of(
          "We study {a} {t} and ask how {e} depends on {m}.",
          "Despite recent progress, {a} {t} remain hard to analyse in {p}, where {e} is poorly understood.",
          "Our approach combines {m} with {a} {t}, and needs no assumption about {e}.",
          "Experiments on {p} show that {m} improves {e} by {n} percent over strong baselines.",
          "In contrast to earlier work on {t}, we derive an explicit relation between {e} and {e}.",
          "We find that {m} is responsible for most of the gain, while {a} {t} contribute little.",
          "A careful ablation over {p} suggests that {e} saturates beyond {n} components.",
          "Theoretical results establish that {e} scales with the size of {a} {t} under mild conditions.",
          "These findings open a path towards {a} {t} for {p}.",
          "To this end we introduce {m}, which turns {a} {t} into a tractable problem.",
          "The resulting estimates of {e} agree with {p} within {n} percent.",
          "We release code and data so that {e} can be compared across {a} {t}.");

  static final List<String> TITLES =
      List.of(
          "{a} {t} through {m}",
          "On {e} in {a} {t}",
          "{m} for {a} {t}",
          "How {e} limits {t} in {p}",
          "Revisiting {a} {t}: {e} and {m}");
  static final List<String> NAMES =
      List.of("Specimen", "Example", "Sample", "Model", "Pattern", "Instance", "Trial", "Exemplar");

  private Words() {}
}
