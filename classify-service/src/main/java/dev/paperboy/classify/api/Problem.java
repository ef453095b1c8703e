package dev.paperboy.classify.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

/**
 * Why a request was not answered, RFC 9457.
 *
 * @param detail what is wrong and what to do
 * @param parameter the parameter at fault; null for none
 * @param position where in it, from 0; null for nowhere in particular
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
    String type, String title, int status, String detail, String parameter, Integer position) {
  static WebApplicationException badRequest(String parameter, String detail) {
    return of(400, "The request cannot be read", detail, parameter, null);
  }

  static WebApplicationException badQuery(String parameter, String detail, int position) {
    return of(400, "The query cannot be read", detail, parameter, position);
  }

  static WebApplicationException notFound(String detail) {
    return of(404, "Not found", detail, null, null);
  }

  private static WebApplicationException of(
      int status, String title, String detail, String parameter, Integer position) {
    return new WebApplicationException(
        Response.status(status)
            .type("application/problem+json")
            .entity(new Problem("about:blank", title, status, detail, parameter, position))
            .build());
  }
}
