package dev.paperboy.backing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * An SMTP server that delivers every message, to whomever, into a {@link MailInbox}: on disk before
 * the server says 250, so that what a sender was promised survives a kill.
 *
 * <p>A file named by {@link MailFault#FILE} in the inbox makes it refuse, for tests.
 */
public final class MailServer implements AutoCloseable {
  private final GreenMail server;
  private final int port;

  private MailServer(GreenMail server, int port) {
    this.server = server;
    this.port = port;
  }

  /** Starts a server on a loopback port. */
  public static MailServer start(MailInbox inbox, int port) {
    ServerSetup setup = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    setup.setServerStartupTimeout(10_000);
    GreenMail server = new InboxGreenMail(setup, inbox);
    server.start();
    return new MailServer(server, port);
  }

  public int port() {
    return port;
  }

  @Override
  public void close() {
    server.stop();
  }

  private static final class InboxGreenMail extends GreenMail {
    private final MailInbox inbox;

    InboxGreenMail(ServerSetup setup, MailInbox inbox) {
      super(setup);
      this.inbox = inbox;
    }

    @Override
    protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers own) {
      Managers managers = new InboxManagers();
      managers.getUserManager().setAuthRequired(false);
      managers
          .getUserManager()
          .setMessageDeliveryHandler((message, recipient) -> new Delivery(recipient));
      return super.createServices(setups, managers);
    }

    private final class InboxManagers extends Managers {
      private SmtpManager smtp;

      @Override
      public SmtpManager getSmtpManager() {
        if (smtp == null) {
          smtp =
              new SmtpManager(getImapHostManager(), getUserManager()) {
                @Override
                public String checkRecipient(SmtpState state, MailAddress recipient) {
                  return MailFault.in(inbox).reply("RCPT");
                }

                @Override
                public String checkData(SmtpState state) {
                  return MailFault.in(inbox).reply("DATA");
                }
              };
        }
        return smtp;
      }
    }

    /** Stands for a mailbox: the one thing it does is to receive. */
    private final class Delivery implements GreenMailUser {
      private final MailAddress recipient;

      Delivery(MailAddress recipient) {
        this.recipient = recipient;
      }

      @Override
      public void deliver(MovingMessage message) {
        deliver(message.getMessage());
      }

      @Override
      public void deliver(jakarta.mail.internet.MimeMessage message) {
        try {
          ByteArrayOutputStream bytes = new ByteArrayOutputStream();
          bytes.write("Delivered-To: %s\r\n".formatted(recipient.getEmail()).getBytes(US_ASCII));
          message.writeTo(bytes);
          inbox.store(bytes.toByteArray());
        } catch (MessagingException e) {
          throw new IllegalStateException("unreadable message", e);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }

      @Override
      public String getEmail() {
        return recipient.getEmail();
      }

      @Override
      public String getLogin() {
        return recipient.getEmail();
      }

      @Override
      public String getQualifiedMailboxName() {
        return recipient.getEmail();
      }

      @Override
      public String getPassword() {
        return "";
      }

      @Override
      public void setPassword(String password) {}

      @Override
      public void authenticate(String password) {}

      @Override
      public void create() {}

      @Override
      public void delete() {}
    }
  }
}
