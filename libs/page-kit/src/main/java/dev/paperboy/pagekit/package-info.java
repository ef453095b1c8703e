/**
 * The one look and the one set of web rules, for every service that shows pages.
 *
 * <p>A page includes the layout and fills its content; the classes it may use are listed at the
 * head of {@code META-INF/resources/static/paperboy.css}:
 *
 * <pre>{@code
 * {#include pagekit/layout title="Subscribe" current="subscribe"}
 * {#robots}<meta name="robots" content="noindex">{/robots}
 * {#content}
 * <h1>…</h1>
 * <form class="form" method="post" action="/subscribe">
 *   <fieldset><legend>Where to</legend>
 *     <div class="field"><label for="address">E-mail address</label>
 *       <input id="address" name="address" type="email" required aria-describedby="address-hint">
 *       <p class="hint" id="address-hint">One mail a day at most.</p></div>
 *   </fieldset>
 *   <p class="actions"><button class="button">Subscribe</button></p>
 * </form>
 * {/content}
 * {/include}
 * }</pre>
 *
 * <p>What depending on this library does to a service:
 *
 * <ul>
 *   <li>every response of the main HTTP interface carries {@link
 *       dev.paperboy.pagekit.ResponseHeaders}; a header that an endpoint set itself is left alone;
 *   <li>unsafe methods pass {@link dev.paperboy.pagekit.OriginGuard}; see {@link
 *       dev.paperboy.pagekit.TokenAuthorised} for requests that come from no browser page;
 *   <li>errors are pages in the same look, or {@code application/problem+json} under {@code /api}
 *       and for clients that ask for JSON. To show one, throw a {@code WebApplicationException}
 *       with a status and a message meant for the reader;
 *   <li>{@code META-INF/microprofile-config.properties} sets gateway trust ({@code
 *       quarkus.http.proxy.*}) and the body limit. A service sets {@code paperboy.public-url}, and
 *       {@code quarkus.http.proxy.trusted-proxies} where its gateway is on another host.
 * </ul>
 */
package dev.paperboy.pagekit;
