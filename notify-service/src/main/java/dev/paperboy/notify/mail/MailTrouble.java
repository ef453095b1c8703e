package dev.paperboy.notify.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** Says why a mail could not be handed over, and what an operator can do about it. */
final class MailTrouble {
  private static final int LONGEST = 300;

  private MailTrouble() {}

  /**
   * Two or three sentences.
   *
   * @param server {@code host:port}
   */
  static String of(MessagingException failure, String server, SmtpConfig config) {
    List<Throwable> causes = causes(failure);
    for (Throwable cause : causes) {
      String words = words(cause, server, config);
      if (words != null) {
        return words;
      }
    }
    String said = oneLine(failure.getMessage());
    if (said.toLowerCase(Locale.ROOT).contains("starttls")) {
      return "TLS with "
          + server
          + " failed: "
          + said
          + ". Set PAPERBOY_SMTP_STARTTLS to optional, or use a port of the server that encrypts.";
    }
    return server
        + " could not be used: "
        + said
        + ". Check PAPERBOY_SMTP_HOST and PAPERBOY_SMTP_PORT (25, 587 with STARTTLS, 465 with TLS"
        + " from the first byte).";
  }

  private static String words(Throwable cause, String server, SmtpConfig config) {
    return switch (cause) {
      case AuthenticationFailedException e ->
          server
              + " refused the login: "
              + oneLine(e.getMessage())
              + ". Check PAPERBOY_SMTP_USERNAME and PAPERBOY_SMTP_PASSWORD.";
      case SMTPAddressFailedException e ->
          server
              + " refused the recipient: "
              + oneLine(e.getMessage())
              + ". Check the address, and that the server relays for this machine or this login.";
      case SMTPSenderFailedException e ->
          server
              + " refused the sender: "
              + oneLine(e.getMessage())
              + ". Set PAPERBOY_SMTP_FROM to an address that the server accepts, and"
              + " PAPERBOY_SMTP_USERNAME where it wants a login.";
      case SMTPSendFailedException e ->
          server
              + " refused the mail: "
              + oneLine(e.getMessage())
              + (e.getReturnCode() < 500
                  ? ". It is a refusal for now; try again later."
                  : ". The reply tells what to mend; often it is PAPERBOY_SMTP_FROM or the login.");
      case UnknownHostException e ->
          "The name «"
              + config.host()
              + "» is not known. Set PAPERBOY_SMTP_HOST to the name of the mail server.";
      case SocketTimeoutException e ->
          server
              + " did not answer in time. Check PAPERBOY_SMTP_HOST and PAPERBOY_SMTP_PORT, and that"
              + " no firewall is in between; many networks block port 25.";
      case ConnectException e ->
          "Nothing listens at "
              + server
              + " ("
              + oneLine(e.getMessage())
              + "). Start the mail server, or set PAPERBOY_SMTP_HOST and PAPERBOY_SMTP_PORT.";
      case NoRouteToHostException e ->
          server + " cannot be reached from here: " + oneLine(e.getMessage()) + ".";
      case SSLException e ->
          "TLS with "
              + server
              + " failed: "
              + oneLine(e.getMessage())
              + ". Port 465 encrypts from the first byte, 587 by STARTTLS; the certificate must be"
              + " for «"
              + config.host()
              + "» and from an authority that Java trusts.";
      default -> null;
    };
  }

  /** Mail exceptions chain by two ways; the deepest tells most. */
  private static List<Throwable> causes(Throwable failure) {
    List<Throwable> causes = new ArrayList<>();
    for (Throwable cause = failure; cause != null && causes.size() < 20; ) {
      causes.addFirst(cause);
      Throwable next =
          cause instanceof MessagingException chained && chained.getNextException() != null
              ? chained.getNextException()
              : cause.getCause();
      cause = causes.contains(next) ? null : next;
    }
    return causes;
  }

  private static String oneLine(String text) {
    String line = text == null ? "no reason given" : text.replaceAll("\\p{Cntrl}+", " ").strip();
    line = line.replaceAll("[.;]+$", "");
    return line.substring(0, Math.min(LONGEST, line.length()));
  }
}
