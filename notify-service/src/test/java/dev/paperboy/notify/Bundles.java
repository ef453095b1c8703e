package dev.paperboy.notify;

import dev.paperboy.notify.mail.MailMessages;
import dev.paperboy.notify.signup.FilterMessages;
import dev.paperboy.notify.signup.PreferencesMessages;
import dev.paperboy.notify.signup.SignupMessages;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The message bundles as Quarkus would make them of their interfaces, without Quarkus. */
public final class Bundles {
  /** All there are. */
  static final List<Class<?>> ALL =
      List.of(
          MailMessages.class,
          SignupMessages.class,
          FilterMessages.class,
          PreferencesMessages.class);

  private static final Engine WORDS = Engine.builder().addDefaults().build();

  private Bundles() {}

  /** What a template calls a bundle. */
  static String namespace(Class<?> bundle) {
    return bundle.getAnnotation(MessageBundle.class).value();
  }

  /** The messages of a bundle by the keys that templates know. */
  static Map<String, Method> messages(Class<?> bundle) {
    return Arrays.stream(bundle.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(Message.class))
        .collect(Collectors.toMap(method -> key(method.getName()), Function.identity()));
  }

  /** Answers for a bundle in templates. */
  public static NamespaceResolver resolver(Class<?> bundle) {
    Map<String, Method> messages = messages(bundle);
    return NamespaceResolver.builder(namespace(bundle))
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
