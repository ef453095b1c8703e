package dev.paperboy.pagekit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a JAX-RS method whose authority is a purpose-bound token that the method itself checks, so
 * that it may be called without an {@code Origin}: by a mail provider or a script.
 *
 * <p>A foreign or null Origin is still refused, unless {@link #anyOrigin()}.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface TokenAuthorised {
  /**
   * Whether the token is enough wherever the request comes from, as with the one-click POST of RFC
   * 8058, which a web mail page may send itself.
   */
  boolean anyOrigin() default false;
}
