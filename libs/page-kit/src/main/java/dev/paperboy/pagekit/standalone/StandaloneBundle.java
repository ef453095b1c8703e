package dev.paperboy.pagekit.standalone;

import io.quarkus.qute.Engine;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.EvaluatedParams;
import io.quarkus.qute.NamespaceResolver;
import io.quarkus.qute.Results;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A message bundle of Qute as Quarkus would make it of its interface at build time, without
 * Quarkus: in the interface's own language, by reflection.
 */
public final class StandaloneBundle {
  private static final Engine WORDS = Engine.builder().addDefaults().build();

  private final String namespace;
  private final Map<String, Method> messages;

  /**
   * @param bundle an interface with {@link MessageBundle} whose keys are method names with
   *     underscores
   */
  public StandaloneBundle(Class<?> bundle) {
    this.namespace = bundle.getAnnotation(MessageBundle.class).value();
    this.messages =
        Arrays.stream(bundle.getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(Message.class))
            .collect(Collectors.toMap(method -> key(method.getName()), Function.identity()));
  }

  /** What a template calls the bundle. */
  public String namespace() {
    return namespace;
  }

  /** The messages by the keys that templates know. */
  public Map<String, Method> messages() {
    return messages;
  }

  /** Answers for the bundle in templates. */
  NamespaceResolver resolver() {
    return NamespaceResolver.builder(namespace)
        .resolveAsync(asked -> said(messages.get(asked.getName()), asked))
        .build();
  }

  private static CompletionStage<Object> said(Method message, EvalContext asked) {
    if (message == null || message.getParameterCount() != asked.getParams().size()) {
      return Results.notFound(asked);
    }
    EvaluatedParams values = EvaluatedParams.evaluate(asked);
    return values.stage.thenApply(done -> filledIn(message, values));
  }

  private static Object filledIn(Method message, EvaluatedParams values) {
    TemplateInstance words = WORDS.parse(message.getAnnotation(Message.class).value()).instance();
    try {
      for (int i = 0; i < message.getParameterCount(); i++) {
        words.data(message.getParameters()[i].getName(), values.getResult(i));
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
    return words.render();
  }

  private static String key(String method) {
    return method.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
