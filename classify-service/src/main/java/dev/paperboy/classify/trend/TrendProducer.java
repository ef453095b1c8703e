package dev.paperboy.classify.trend;

import dev.paperboy.classify.encode.Encoder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Reads what was learned of attention. */
@ApplicationScoped
class TrendProducer {
  private static final Logger LOG = Logger.getLogger(TrendProducer.class);

  @Produces
  @Singleton
  TrendModel model() {
    return TrendModel.committed();
  }

  @Produces
  @Singleton
  TrendParts parts(TrendModel model, Encoder encoder) {
    if (!model.encoder().equals(encoder.id())) {
      LOG.warnf(
          "trends look at words alone: the weights are for vectors of encoder=%s, this is"
              + " encoder=%s; ./paperboy train trend makes others",
          model.encoder(), encoder.id());
    }
    return new TrendParts(model, encoder.id());
  }
}
